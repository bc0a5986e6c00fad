"""C107, C109, C113: what is known of a term, denied by the owner or declared again under another id."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from notice.findings import Level, Violation, texts
from notice.languages import LANGUAGES
from notice.load.slips import meant_by
from notice.load.vocabulary import normalise, standard_vocabulary
from notice.model.cursor import references
from notice.model.vocabulary import Vocabulary
from notice.rules.logic.own_terms import OF_DATA, OF_PEOPLE, nature_unsaid
from notice.rules.natures import Nature, is_marked, own_names, place_of, shown
from notice.rules.rule import RuleContext, rule
from notice.words import Words, standard


@rule("C107", "9-1", "10", "87", "21-2")
def known_nature_denied(context: RuleContext) -> Iterator[Violation]:
    """What the law makes of a thing of the vocabulary is not denied while its words are those of the package.

    “Health data” that are no special category, or an act that orders archiving only because the owner says so, leave
    the notice saying one thing and the check assuming another. A thing of another nature has an id of its own.

    Fails::

        vocabulary: {data: {health-data: {special: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, health-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, health-data]}}

    Passes::

        vocabulary: {data: {wellbeing: {special: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, wellbeing]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, wellbeing]}}
        words:
          fi: {data: {wellbeing: Toiveet kursseista}}
          sv: {data: {wellbeing: Önskemål om kurser}}
          en: {data: {wellbeing: Wishes for courses}}
    """
    used = _used(context)
    for kind, id in context.notice.terms:
        if (kind, id) not in used or _is_worded(context, kind, id):
            continue
        for key, stated, known in _denied(context.notice.vocabulary, kind, id):
            span = context.notice.terms[kind, id]
            parts = {"term": id, "stated": f"{key}: {stated}", "known": f"{key}: {known}"}
            yield Violation((kind, id, key), "", texts(parts), span)


@rule("C109", level=Level.WARNING)
def known_term_declared_anew(context: RuleContext) -> Iterator[Violation]:
    """What the vocabulary has is used under its id, and not declared again under another.

    The vocabulary's entry says what follows from it: what is a special category, which legal bases fit, how long an
    act has documents kept. A copy says none of it.

    Fails::

        vocabulary: {laws: {own-act: {number: 1336/1997, section: "2:10"}}}
        purposes: {bookkeeping: {law: own-act, keep: {for: 6 years, after: accounting-calendar-year-end, law: own-act}}}
        words:
          fi: {laws: {own-act: kirjanpitolaki}}
          sv: {laws: {own-act: bokföringslagen}}
          en: {laws: {own-act: Accounting Act}}

    Passes::

        purposes:
          bookkeeping: {law: accounting-act}
    """
    for kind, id in sorted(_used(context)):
        if kind in _ALIKE_BY_CHANCE or id in _standard_ids(kind) or _is_asked_about(context, kind, id):
            continue
        names = own_names(context, kind, id)
        known = (_by_number(context, id) if kind == "laws" else None) or _by_name(kind, names)
        message = "declared-anew" if known else "slip"
        if not names and (kind, id) in context.notice.terms:
            known = known or meant_by(id, _standard_ids(kind))
        if known and (kind, known) not in _used(context):
            yield Violation((kind, id), message, texts({"term": id, "known": known}), place_of(context, kind, id))


@rule("C113", "9-1", level=Level.WARNING)
def health_data_denied(context: RuleContext) -> Iterator[Violation]:
    """Illnesses and medicines are a special category, unless their name says that they are not of people.

    Other words have several meanings, and the owner's `special: no` decides between them. These have one.

    Fails::

        vocabulary: {data: {own-data: {special: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Sairaudet ja lääkkeet}}
          sv: {data: {own-data: Sjukdomar och läkemedel}}
          en: {data: {own-data: Illnesses and medicines}}

    Passes::

        vocabulary: {data: {own-data: {special: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Lemmikin sairaudet ja lääkkeet}}
          sv: {data: {own-data: Husdjurets sjukdomar och läkemedel}}
          en: {data: {own-data: Illnesses and medicines of the pet}}
    """
    for id in context.derived.data_used:
        known = context.notice.vocabulary.data.get(id)
        declared = context.notice.terms.get(("data", id))
        if known is None or known.special or not declared or not is_marked(context, "data", id, "special"):
            continue
        plain = shown(context, "data", id, "plainly-special")
        if plain and shown(context, "data", id, "special"):
            yield Violation(("data", id, "special"), "", texts({"term": id, "word": plain.word}), declared)


_ALIKE_BY_CHANCE: frozenset[str] = frozenset({"recipients", "sources", "cookies", "controllers", "authorities"})
"""Kinds of which a register may have several under one name, such as two carriers."""


def _is_asked_about(context: RuleContext, kind: str, id: str) -> bool:
    """Whether another rule has a finding on what the term is."""
    return any(True for nature in _ASKED.get(kind, ()) for _ in nature_unsaid(context, kind, id, nature))


_ASKED: Mapping[str, tuple[Nature, ...]] = {
    "data": OF_DATA,
    "people": OF_PEOPLE,
    "events": ("open-ended",),
    "criteria": ("open-ended",),
}
"""The natures that other rules ask of terms of a kind, or find in their words."""


def _used(context: RuleContext) -> frozenset[tuple[str, str]]:
    """The kinds and ids of what the register and the controller name, the register's own purposes too."""
    return context.once("terms used", lambda: frozenset(_references(context)))


def _references(context: RuleContext) -> Iterator[tuple[str, str]]:
    for one in (*references(context.notice.register), *references(context.notice.controller)):
        yield one.refers.kind.replace("_", "-"), one.id
    yield from (("purposes", id) for id in context.derived.purposes)
    yield from (("sources", id) for id in context.derived.sources)
    for cookie in context.derived.cookies.values():
        yield "cookie-purposes", cookie.purpose or ""


def _is_worded(context: RuleContext, kind: str, id: str) -> bool:
    """Whether the owner names the term in every language of the notice."""
    return set(context.words) <= set(own_names(context, kind, id))


def _denied(vocabulary: Vocabulary, kind: str, id: str) -> Iterator[tuple[str, str, str]]:
    """The facts of a term that deny those of the package: the key, the value stated and the value known."""
    field = kind.replace("-", "_")
    known = getattr(standard_vocabulary(), field).get(id)
    stated = getattr(vocabulary, field).get(id)
    if known is None or stated is None:
        return
    for mark in _MARKS.get(kind, ()):
        name = mark.replace("-", "_")
        here, there = getattr(stated, name), getattr(known, name)
        if there not in (False, None, "possible") and here != there:
            yield mark, _written(here), _written(there)
    if kind == "laws" and stated.archives and not known.archives:
        yield "archives", "yes", "no"


_MARKS: Mapping[str, tuple[str, ...]] = {
    "data": OF_DATA,
    "people": OF_PEOPLE,
    "purposes": ("direct-marketing",),
    "sources": ("general",),
    "laws": ("number",),
}
"""What the law or the statute book says of a thing, whatever the owner's case."""


def _written(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _by_number(context: RuleContext, id: str) -> str | None:
    """The act of the package with the same number as the owner's."""
    law = context.notice.vocabulary.laws.get(id)
    acts = standard_vocabulary().laws.items()
    return next((other for other, act in acts if law and law.number and act.number == law.number), None)


def _by_name(kind: str, names: Mapping[str, str]) -> str | None:
    """The one thing of the package that has the same name in most of the languages."""
    same = Counter(id for language, name in names.items() for id in _names(kind, language).get(normalise(name), ()))
    found = [id for id, count in same.items() if 2 * count > len(names)]
    return found[0] if len(found) == 1 else None


@cache
def _names(kind: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The ids of the package's things of a kind by their name in a language, as names are compared."""
    if language not in LANGUAGES:
        return {}
    words, by_name = Words(language, (standard(language),)), dict[str, tuple[str, ...]]()
    for id in sorted(_standard_ids(kind)):
        if name := normalise(words.find(kind, id) or ""):
            by_name[name] = (*by_name.get(name, ()), id)
    return by_name


def _standard_ids(kind: str) -> frozenset[str]:
    return frozenset(getattr(standard_vocabulary(), kind.replace("-", "_")))


RULES = (known_nature_denied, known_term_declared_anew, health_data_denied)
