"""How long data are kept, in words: used by the purposes, by the summary and by the table of retention."""

from dataclasses import dataclass, replace
from functools import lru_cache

from notice.derive.retention import never_ends
from notice.document.parts import Said
from notice.document.pinpoints import pinpointed
from notice.document.say import Say
from notice.findings import dotted
from notice.law.pinpoints import NATIONAL, OF_THE_EU
from notice.model.purpose import Keep, LawReference, Laws


@dataclass(frozen=True, slots=True)
class Retained:
    """The period, the event that starts it, the law behind it and what happens then; empty where nothing is said."""

    period: tuple[Said, ...]
    start: tuple[Said, ...]
    law: tuple[Said, ...]
    end: tuple[Said, ...]


_PARTS = (*NATIONAL, *OF_THE_EU)

_KEPT = 64
"""Of so many purposes it is remembered what was said: all of one document, which asks of each five times."""


@lru_cache(maxsize=_KEPT)
def retained(say: Say, purpose: str) -> Retained:
    """The retention of one purpose, worked out once: five sections tell it."""
    at = ("purposes", purpose, "keep")
    keep = (say.notice.register.purposes or {})[purpose].keep
    if keep is None:
        return Retained((say.unknown(*at),), (), (), ())
    law = (law_named(say, keep.law, *at, "law"),) if keep.law else ()
    if say.notice.is_unknown(*at, "law"):
        law = (say.unknown(*at, "law"),)
    return Retained(_period(say, keep, at), _start(say, keep, at), law, _end(say, keep, at))


def law_named(say: Say, law: LawReference, *fact: str) -> Said:
    """An act as it is cited: its name, its number, and the place in it where one is stated or usual."""
    # A law written without a list stands one step higher than it is read.
    places = [fact, fact[:-1]] if fact[-1] == "0" else [fact]
    open = [part for part in ("act", *_PARTS) if any((*place, part) in say.notice.unknown for place in places)]
    stated = [part for part in _PARTS if part in law.pinpoint.parts or _is_stated(say, places, part)]
    parts = ["", ".act", *(f".{part}" for part in _PARTS if part in stated or part in open)]
    facts = " ".join(dict.fromkeys(dotted(place) + part for place in places for part in parts))
    if law.act is None:
        return replace(say.unknown(), fact=facts)
    known = say.notice.vocabulary.laws.get(law.act)
    name = say.word("laws", law.act, "name", needed_by=fact)
    number = f" ({known.number})" if known and known.number else ""
    pinpoint = law.pinpoint or (known.pinpoint if known else law.pinpoint)
    cited = say.unknown().text if {*open} - {"act"} else pinpointed(say, pinpoint)
    return Said(f"{name}{number}{', ' if cited else ''}{cited}", facts)


def laws_named(say: Say, laws: Laws | None, *fact: str) -> tuple[Said, ...]:
    """Each act as it is cited; the words for "not stated yet" where it is not known which."""
    if say.notice.is_unknown(*fact):
        return (say.unknown(*fact),)
    return tuple(law_named(say, law, *fact, str(index)) for index, law in enumerate(laws or ()))


def _is_stated(say: Say, places: list[tuple[str, ...]], part: str) -> bool:
    """Whether the owner wrote the part under a key of its own, and not within another."""
    return any((*place, part) in say.notice.spans for place in places)


def _period(say: Say, keep: Keep, at: tuple[str, ...]) -> tuple[Said, ...]:
    if keep.period:
        return (Said(say.duration(keep.period), dotted((*at, "for"))),)
    if keep.criterion:
        fact = (*at, "criterion")
        return tuple(say.said("criteria", keep.criterion, part, fact=fact) for part in ("name", "text"))
    told = (*_until(say, keep, *at, "until"), *_within(say, keep, *at, "then-within"))
    open = (say.unknown(*at, part) for part in ("for", "criterion") if say.notice.is_unknown(*at, part))
    return (*told, *open) or (say.unknown(*at),)


def _end(say: Say, keep: Keep, at: tuple[str, ...]) -> tuple[Said, ...]:
    """What happens after the period; nothing where the keeping never ends."""
    if say.notice.is_unknown(*at, "end"):
        return (say.unknown(*at, "end"),)
    if never_ends(say.notice, keep):
        return ()
    return (say.said("retention-ends", keep.end or "erased", fact=(*at, "end") if keep.end else ()),)


def _until(say: Say, keep: Keep, *fact: str) -> tuple[Said, ...]:
    if keep.until:
        event = say.said("events", keep.until, "name", fact=fact)
        return (Said(f"{say.word('labels', 'until')}: {event.text}", event.fact),)
    return (say.unknown(*fact),) if fact in say.notice.unknown else ()


def _within(say: Say, keep: Keep, *fact: str) -> tuple[Said, ...]:
    if keep.then_within:
        return (Said(f"{say.word('labels', 'then-within')}: {say.duration(keep.then_within)}", dotted(fact)),)
    return (say.unknown(*fact),) if fact in say.notice.unknown else ()


def _start(say: Say, keep: Keep, at: tuple[str, ...]) -> tuple[Said, ...]:
    if keep.after:
        return (say.said("events", keep.after, "name", fact=(*at, "after")),)
    return (say.unknown(*at, "after"),) if say.notice.is_unknown(*at, "after") else ()
