"""The YAML by which an id of the vocabulary is used, to be pasted into a register."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from notice.additions.request import model_of
from notice.additions.things import KINDS, UNKNOWN, open_facts
from notice.load.vocabulary import Term, own_and_standard
from notice.model.shapes import fields
from notice.yamlreader import Tree
from notice.yamlreader.notation import entry

Place = Literal["register", "purpose", "recipient", "cookie", "controller"]
"""Where the lines are pasted: at the root of a register, or inside one of its things."""

_COMMANDS = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True)
class Paste:
    """The lines to paste, where, and the name of the command below `notice add`; "" where there is none."""

    place: Place
    lines: tuple[str, ...]
    command: str = ""


def pasted(term: Term, site: Path | None = None) -> Paste | None:
    """The YAML that uses the term; None for a kind that is rarely written by hand."""
    id, kind = term.id, term.kind.replace("-", "_")
    if kind in ("recipients", "purposes", "cookies", "sources"):
        wanted = open_facts(kind, id, own_and_standard(site))
        facts: dict[str, Tree] = {key: UNKNOWN for key in fields(model_of(kind)) if key in wanted}
        lines = entry((term.kind, id), facts, "", "  ", flow=kind != "purposes")
        return Paste("register", tuple(lines), _COMMANDS[kind])
    used = _USES.get(kind)
    if used is None:
        return None
    place, key, value = used
    return Paste(place, tuple(entry((key,), _filled(value, id), "", "  ")), _COMMANDS.get(kind, ""))


def cookies_of(term: Term, site: Path | None = None) -> tuple[str, ...]:
    """The known cookies of a recipient, each as its id with its name in the browser."""
    if term.kind != "recipients":
        return ()
    known = own_and_standard(site).cookies
    return tuple(f"`{id}` ({one.name})" for id, one in known.items() if one.provider == term.id and one.name)


_ID = "{id}"

_USES: dict[str, tuple[Place, str, Tree]] = {
    "data": ("purpose", "data", [_ID]),
    "people": ("purpose", "people", [_ID]),
    "events": ("purpose", "keep", {"for": UNKNOWN, "after": _ID}),
    "criteria": ("purpose", "keep", {"criterion": _ID}),
    "laws": ("purpose", "law", _ID),
    "withdrawals": ("purpose", "withdraw", [_ID]),
    "marketing_channels": ("purpose", "marketing", [_ID]),
    "safeguards": ("register", "safeguards", [_ID]),
    "techniques": ("register", "similar-techniques", [_ID]),
    "announcements": ("register", "changes-told-by", [_ID]),
    "activities": ("recipient", "activity", _ID),
    "cookie_purposes": ("cookie", "purpose", _ID),
    "channels": ("controller", "requests", {"channels": [_ID]}),
}
"""How the ids of a kind are used: in which thing, under which key."""


def _filled(value: Tree, id: str) -> Tree:
    if isinstance(value, dict):
        return {key: _filled(inner, id) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(item, id) for item in value]
    return id if value == _ID else value
