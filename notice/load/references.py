"""Check that every id names something: in the vocabulary, or among the register's own things."""

import re
from collections.abc import Collection, Iterable, Iterator

from notice.findings import FactPath, Finding, Span, near
from notice.languages import LANGUAGES
from notice.law.authorities import AUTHORITIES
from notice.load.findings import fault
from notice.load.languages import is_language, no_language
from notice.load.slips import with_fix
from notice.model.purpose import Keep, Laws, Purpose
from notice.model.register import Profiling, Register
from notice.model.site import Notice
from notice.suggestions import nearest
from notice.words import Words, standard
from notice.yamlreader.source import shown

Reference = tuple[FactPath, str, str]
"""Where an id stands, the id, and the kind of thing that it names: a field of `Vocabulary`, or one of the register."""


def unknown_ids(notice: Notice) -> Iterator[tuple[FactPath, Finding]]:
    """The path of every id that names nothing, and a finding with the nearest that does.

    An id that is not declared, and no slip, is one fault: the finding at its first place serves for all.
    """
    known = _known(notice)
    first: dict[tuple[str, str], Finding] = {}
    for path, id, kind in (*_of_register(notice.register), *_of_controller(notice)):
        if id not in known[kind]:
            found = unknown_id(notice.span(*path), id, kind, known[kind])
            yield path, found if found.fix.grade == "safe" else first.setdefault((id, kind), found)
    requests = notice.controller.requests
    for index, code in enumerate((requests and requests.languages) or ()):
        if not is_language(code):
            path = ("controller", "requests", "languages", str(index))
            yield path, no_language(notice.span(*path), code)


def _known(notice: Notice) -> dict[str, frozenset[str]]:
    vocabulary, register = notice.vocabulary, notice.register
    known = {kind: frozenset(getattr(vocabulary, kind)) for kind in type(vocabulary).model_fields}
    known["recipients"] |= frozenset(register.recipients or ())
    known["purposes"] = frozenset(register.purposes or ())
    known["readers"] = known["recipients"] | {"controller"}
    known["authorities"] |= frozenset(AUTHORITIES)
    return known


def _each(path: FactPath, ids: Iterable[str] | None, kind: str) -> Iterator[Reference]:
    for index, id in enumerate(ids or ()):
        yield (*path, str(index)), id, kind


def _one(path: FactPath, id: str | None, kind: str) -> Iterator[Reference]:
    if id is not None:
        yield path, id, kind


def _laws(path: FactPath, laws: Laws | None) -> Iterator[Reference]:
    for index, law in enumerate(laws or ()):
        yield from _one((*path, str(index), "act"), law.act, "laws")


def _of_controller(notice: Notice) -> Iterator[Reference]:
    controller = notice.controller
    yield from _one(("controller", "supervisory-authority"), controller.supervisory_authority, "authorities")
    if controller.requests:
        yield from _each(("controller", "requests", "channels"), controller.requests.channels, "channels")
        yield from _each(("controller", "requests", "identify-by"), controller.requests.identify_by, "identifications")


def _of_register(register: Register) -> Iterator[Reference]:
    yield from _each(("people",), register.people, "people")
    yield from _each(("safeguards",), register.safeguards, "safeguards")
    yield from _each(("cookie-consent",), register.cookie_consent, "withdrawals")
    for id, purpose in (register.purposes or {}).items():
        yield from _of_purpose(("purposes", id), purpose)
    for id, source in (register.sources or {}).items():
        yield from _each(("sources", id, "data"), source.data, "data")
        yield from _laws(("sources", id, "law"), source.law)
    for right, limit in (register.limited_rights or {}).items():
        yield from _laws(("limited-rights", right, "law"), limit.law)
    for id, recipient in (register.recipients or {}).items():
        yield from _each(("recipients", id, "data"), recipient.data, "data")
        yield from _one(("recipients", id, "activity"), recipient.activity, "activities")
    for id, cookie in (register.cookies or {}).items():
        at = ("cookies", id)
        yield from _one((*at, "provider"), cookie.provider, "readers")
        yield from _one((*at, "purpose"), cookie.purpose, "cookie_purposes")
        yield from _each((*at, "read-by"), cookie.read_by, "readers")
        yield from _one((*at, "serves"), cookie.serves, "purposes")
    for id, joint in (register.joint_controllers or {}).items():
        yield from _each(("joint-controllers", id, "does"), joint.does, "joint_tasks")
    yield from _each(("changes-told-by",), register.changes_told_by, "announcements")
    for id, decision in (register.automated_decisions or {}).items():
        at = ("automated-decisions", id)
        yield from _one((*at, "purpose"), decision.purpose, "purposes")
        yield from _laws((*at, "law"), decision.law)
        yield from _each((*at, "safeguards"), decision.safeguards, "decision_safeguards")
    profiling = register.profiling
    if isinstance(profiling, Profiling):
        yield from _each(("profiling", "purposes"), profiling.purposes, "purposes")
        yield from _each(("profiling", "data"), profiling.data, "data")
        yield from _each(("profiling", "effects"), profiling.effects, "profiling_effects")


def _of_purpose(at: FactPath, purpose: Purpose) -> Iterator[Reference]:
    yield from _laws((*at, "law"), purpose.law)
    yield from _each((*at, "people"), purpose.people, "people")
    yield from _each((*at, "data"), purpose.data, "data")
    yield from _each((*at, "recipients"), purpose.recipients, "recipients")
    yield from _each((*at, "withdraw"), purpose.withdraw, "withdrawals")
    yield from _each((*at, "marketing"), purpose.marketing, "marketing_channels")
    yield from _each((*at, "opt-out"), purpose.opt_out, "withdrawals")
    if purpose.interest_of not in (None, "controller"):
        yield from _one((*at, "interest-of"), purpose.interest_of, "recipients")
    if purpose.condition:
        yield from _laws((*at, "condition", "law"), purpose.condition.law)
    if purpose.criminal_data:
        yield from _laws((*at, "criminal-data", "law"), purpose.criminal_data.law)
    if purpose.identity_code:
        yield from _laws((*at, "identity-code", "law"), purpose.identity_code.law)
    if purpose.keep:
        yield from _of_keep((*at, "keep"), purpose.keep)


def _of_keep(at: FactPath, keep: Keep) -> Iterator[Reference]:
    yield from _one((*at, "after"), keep.after, "events")
    yield from _one((*at, "until"), keep.until, "events")
    yield from _one((*at, "criterion"), keep.criterion, "criteria")
    if keep.law:
        yield from _one((*at, "law", "act"), keep.law.act, "laws")


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
