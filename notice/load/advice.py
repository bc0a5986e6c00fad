"""The finding for an id that names nothing, with the nearest one by its id or by its name in any language."""

import re
from collections.abc import Collection, Iterator

from notice.findings import Finding, Span, near
from notice.languages import LANGUAGES
from notice.load.faults import fault
from notice.load.slips import with_fix
from notice.suggestions import nearest
from notice.words import Words, standard
from notice.yaml.faults import shown

FEW = 12
"""The most ids that a finding lists."""

LIKE_A_NAME = 0.8
"""The least likeness to a name of an id, from 0 to 1."""

_OF_REGISTER = frozenset({"purposes", "recipients"})
"""The kinds whose things a register states."""

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(\d{4})?")


def unknown_id(span: Span, id: str, kind: str, known: Collection[str]) -> Finding:
    """The finding for an id that is none of those known of its kind (a field of `Vocabulary`, or of the register)."""
    if kind == "events" and _DATE.fullmatch(id.strip()):
        return fault("Y007", span, "date", id=id, example=_example(known))
    section = "recipients" if kind == "readers" else kind.replace("_", "-")
    key = f"id.{section if section in _OF_REGISTER else 'term'}"
    meant = _meant(id, kind, known)
    suggestion = near(meant) if meant else None
    if 0 < len(known) <= FEW:
        found = fault("Y007", span, f"{key}.few", suggestion, id=shown(id), section=section, ids=sorted(known))
    else:
        found = fault("Y007", span, key, suggestion, id=shown(id), section=section)
    return with_fix(found, id, known)


def _meant(id: str, kind: str, known: Collection[str]) -> str | None:
    """The id whose name is written, as `guardians` for `huoltajat`; else the nearest id or name."""
    names = dict(_names(kind, known))
    text = id.strip().lower().replace("-", " ")
    if text in names:
        return names[text]
    name = nearest(text, names, LIKE_A_NAME)
    return nearest(id, known) or (names[name] if name else None)


def _names(kind: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    root = "recipients" if kind == "readers" else kind.replace("_", "-")
    for language in LANGUAGES:
        words = Words(language, (standard(language),))
        for id in sorted(known):
            if name := words.find(root, id):
                yield name.strip().lower().replace("-", " "), id


def _example(known: Collection[str]) -> str:
    return next(id for id in ("order-delivered", *sorted(known)) if id in known)
