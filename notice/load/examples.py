"""Which facts have an example of their own in the messages on wrong shapes."""

from notice.findings import FactPath

OF_KEYS = frozenset(
    {"address", "automated-decisions", "condition", "confirm", "contact", "cookies", "criminal-data", "dpo"}
    | {"identity-code", "joint-controllers", "keep", "law", "profiling", "purposes", "recipients", "representative"}
    | {"requests", "sources", "transfers"}
)
"""Keys that hold keys with values: the messages `keys.<key>`."""

OF_ENTRIES = frozenset(
    {"automated-decisions", "cookies", "joint-controllers", "purposes", "recipients", "sources", "transfers"}
)
"""Keys that hold entries by id, each of keys with values: the messages `keys.entry.<key>`."""

OF_LISTS = frozenset({"data", "history", "people", "recipients"})
"""Keys that hold a list: the messages `list.<key>`."""


def example(path: FactPath, shape: str) -> str:
    """The step from a shape's message to the one with the example for the path; "" where the shape's own serves."""
    if not path:
        return ""
    if shape == "list":
        return f".{path[-1]}" if path[-1] in OF_LISTS else ""
    if shape != "keys":
        return ""
    for length, step in ((2, 0), (4, 2)):
        if len(path) == length and path[step] in OF_ENTRIES:
            return f".entry.{path[step]}"
    return f".{path[-1]}" if path[-1] in OF_KEYS else ""
