"""Add an id to `registers:` in the text of a `site.yaml`; every other byte is unchanged."""

from notice.errors import CannotRun
from notice.findings import Span
from notice.yamlreader import Place, Reading, read
from notice.yamlreader.source import source_text


def with_register(text: str, id: str) -> str:
    """The text with the id at the end of the list `registers`. Raises `CannotRun` if the id is there already,
    or if there is no list to extend."""
    reading = read(text.encode(), "content/site.yaml")
    listed = reading.tree.get("registers") if isinstance(reading.tree, dict) else None
    if not isinstance(listed, list) or reading.findings:
        raise CannotRun(f"`content/site.yaml` has no list to add to: write `registers: [{id}]`.")
    if id in listed:
        raise CannotRun(f"`content/site.yaml` names the register `{id}` already.")
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    return bom + _grown(text.removeprefix(bom), id, [place.value for place in _items(reading, len(listed))])


def _items(reading: Reading, number: int) -> list[Place]:
    """The place of the list, and of each of its items."""
    return [reading.places["registers",], *(reading.places["registers", str(index)] for index in range(number))]


def _grown(text: str, id: str, spans: list[Span]) -> str:
    """The text with the id after the last item; `spans` are those of the list and of its items."""
    starts = source_text(text, "").starts
    whole, last = spans[0], spans[-1]
    start, end = starts[last.line - 1], starts[last.end_line - 1] + last.end_column - 1
    opening = starts[whole.line - 1] + whole.column - 1
    if text[opening] == "[":
        return (
            f"{text[:end]}, {id}{text[end:]}" if len(spans) > 1 else f"{text[: opening + 1]}{id}{text[opening + 1 :]}"
        )
    break_ = "\r\n" if "\r\n" in text else "\n"
    line_end = text.find(break_, end)
    line_end = len(text) if line_end < 0 else line_end
    return f"{text[:line_end]}{break_}{text[start : start + last.column - 1]}{id}{text[line_end:]}"
