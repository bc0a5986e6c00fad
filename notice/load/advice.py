"""What to write instead of an id that names nothing: the nearest one, by its id or by its name in any language."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from notice.findings import Finding, Span
from notice.languages import LANGUAGES
from notice.load.faults import fault
from notice.load.slips import misspelt
from notice.words import Words, standard

FEW = 12
"""So many ids are listed in full."""

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(\d{4})?")


def unknown_id(span: Span, id: str, kind: str, known: Collection[str]) -> Finding:
    """The finding for an id that is none of those known of its kind (a field of `Vocabulary`, or of the register)."""
    told = kind.replace("_", " ")
    if kind == "events" and _DATE.fullmatch(id.strip()):
        help = f"write what happens, such as `last-order` or `{_example(known)}`: a period runs from it for everybody"
        return fault("Y007", span, f"“{id}” is a date, and an event belongs here", "an event, not a date", help)
    near = _nearest(id, kind, known)
    mark = f"did you mean `{near}`?" if near else "no such id"
    few = f"write one of: {', '.join(sorted(known))}; or " if 0 < len(known) <= FEW else "write a known id, or "
    found = fault("Y007", span, f"“{id}” is not known among the {told}", mark, few + _declare(id, kind))
    return misspelt(found, id, known)


def _declare(id: str, kind: str) -> str:
    """Where a thing of the kind is stated, so that its id is known."""
    if kind == "purposes":
        return f"state the purpose `{id}` under `purposes:` in this register"
    if kind == "recipients":
        return f"state the recipient `{id}` with its facts under `recipients:` in this register"
    section = kind.replace("_", "-")
    return f"declare `{id}` under `{section}:` in `content/vocabulary.yaml`, and name it in each language"


def _nearest(id: str, kind: str, known: Collection[str]) -> str | None:
    """By the id as it is written, unless it is a name of one: `huoltajat` is nearer to `guardians` than to anything."""
    names = dict(_names(kind, known))
    text = id.strip().lower().replace("-", " ")
    if text in names:
        return names[text]
    if near := get_close_matches(id, known, 1):
        return near[0]
    return next((names[name] for name in get_close_matches(text, names, 1, 0.8)), None)


def _names(kind: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    root = kind.replace("_", "-")
    for language in LANGUAGES:
        words = Words(language, (standard(language),))
        for id in sorted(known):
            if name := words.find(root, id):
                yield name.strip().lower().replace("-", " "), id


def _example(known: Collection[str]) -> str:
    return next(id for id in ("order-delivered", *sorted(known)) if id in known)
