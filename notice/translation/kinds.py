"""What a word is on the page, for a translator: a slug, a heading, a label, a sentence, a name in a list."""

from notice.findings import FactPath

SENTENCES = frozenset({"text", "interest", "description", "consequence", "criterion", "logic", "effects"})
"""The last steps of the paths of words that are whole sentences."""

ADDRESSES = frozenset({"website", "phone", "email", "address", "url"})
"""The last steps of the paths of an authority's addresses and numbers."""

LABELS = frozenset({"labels", "ui", "say", "law-terms"})
"""The kinds of words that name a fact or a control."""

LISTED = frozenset(
    {
        *("data", "people", "recipients", "sources", "safeguards", "activities", "events", "criteria", "techniques"),
        *("channels", "marketing-channels", "withdrawals", "cookie-purposes", "cookie-categories", "identifications"),
        *("announcements", "decision-safeguards", "joint-tasks", "profiling-effects", "roles", "bases", "mechanisms"),
    }
)
"""The kinds of things that are named in lists and inside sentences."""


def kind_of(path: FactPath, source: str) -> str:
    """The id of the text that says what the word at the path is, by its source; "" where that is not known."""
    first, last = path[0], path[-1]
    if path == ("slug",):
        return "slug"
    if first == "authorities" and last in ADDRESSES:
        return "address"
    if first == "headings" or path == ("name",):
        return "heading"
    if last in SENTENCES or source.rstrip().endswith((".", "?", "!")):
        return "sentence"
    if first in ("purposes", "rights") and (last == "name" or len(path) == 2):
        return "heading"
    if first in LABELS:
        return "label"
    return "listed" if first in LISTED and (last == "name" or len(path) == 2) else ""
