"""Check that every id names something: in the vocabulary, or among the register's own things."""

import re
from collections.abc import Collection, Iterator, Mapping

from notice.findings import FactPath, Finding, Span, near, nearest
from notice.languages import LANGUAGES
from notice.law.authorities import AUTHORITIES
from notice.load.findings import fault
from notice.load.ids import is_language, no_language
from notice.load.slips import is_other_word, with_fix
from notice.model.cursor import references
from notice.model.site import Notice
from notice.words import Words, standard
from notice.yamlreader.source import shown


def unknown_ids(notice: Notice) -> Iterator[tuple[FactPath, Finding]]:
    """The path of every id that names nothing, and a finding with the nearest that does.

    An id that is not declared, and no slip, is one fault: the finding at its first place serves for all.
    """
    known = _known(notice)
    first: dict[tuple[str, str], Finding] = {}
    for path, id, refers in (*references(notice.register), *references(notice.controller, ("controller",))):
        ids = known[refers.kind].union(refers.also)
        if id not in ids:
            found = unknown_id(notice.span(*path), id, refers.kind, ids)
            yield path, found if found.fix.grade == "safe" else first.setdefault((id, refers.kind), found)
    requests = notice.controller.requests
    for index, code in enumerate((requests and requests.languages) or ()):
        if not is_language(code):
            path = ("controller", "requests", "languages", str(index))
            yield path, no_language(notice.span(*path), code)


def _known(notice: Notice) -> Mapping[str, frozenset[str]]:
    """The ids of every kind: the vocabulary's and the register's own recipients, the register's purposes."""
    vocabulary, register = notice.vocabulary, notice.register
    known = {kind: frozenset(getattr(vocabulary, kind)) for kind in type(vocabulary).model_fields}
    known["recipients"] |= frozenset(register.recipients or ())
    known["purposes"] = frozenset(register.purposes or ())
    known["authorities"] |= frozenset(AUTHORITIES)
    return known


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
    section = kind.replace("_", "-")
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
    near = nearest(id, known)
    if near and not is_other_word(id, near):
        return near
    return names[name] if name else None


def _names(kind: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    root = kind.replace("_", "-")
    for language in LANGUAGES:
        words = Words(language, (standard(language),))
        for id in sorted(known):
            if name := words.find(root, id):
                yield name.strip().lower().replace("-", " "), id


def _example(known: Collection[str]) -> str:
    return next(id for id in ("order-delivered", *sorted(known)) if id in known)
