"""How long data are kept, in words: used by the purposes, by the summary and by the table of retention."""

from dataclasses import dataclass, replace

from notice.derive.retention import never_ends
from notice.document.parts import FactText
from notice.document.pinpoints import pinpointed
from notice.document.writer import Writer
from notice.findings import dotted
from notice.law.pinpoints import NATIONAL, OF_THE_EU
from notice.model.purpose import DataRetention, Keep, LawReference, Laws, Retention


@dataclass(frozen=True, slots=True)
class Retained:
    """The period, the event that starts it, the law behind it and what happens then; empty where nothing is said."""

    period: tuple[FactText, ...]
    start: tuple[FactText, ...]
    law: tuple[FactText, ...]
    end: tuple[FactText, ...]


_PARTS = (*NATIONAL, *OF_THE_EU)


def retained(writer: Writer, purpose: str) -> Retained:
    """The retention of one purpose as text, formatted once for the sections that print it."""
    return writer.once(("retention", purpose), lambda: _retained(writer, purpose))


def _retained(writer: Writer, purpose: str) -> Retained:
    at = ("purposes", purpose, "keep")
    keep = (writer.notice.register.purposes or {})[purpose].keep
    if keep is None:
        return Retained((writer.unknown(*at),), (), (), ())
    law = (law_named(writer, keep.law, *at, "law"),) if keep.law else ()
    if writer.notice.is_unknown(*at, "law"):
        law = (writer.unknown(*at, "law"),)
    period, start = _period(writer, keep, at), _start(writer, keep, at)
    listed = enumerate(keep.by_data or ())
    others = tuple(line for index, one in listed for line in _of_data(writer, one, (*at, "by-data", str(index))))
    if writer.notice.is_unknown(*at, "by-data"):
        others = (writer.unknown(*at, "by-data"),)
    return Retained((*period, *others), start, law, _end(writer, keep, at))


def _of_data(writer: Writer, keep: DataRetention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """The retention of some data in one line each: the data, the period, its start, the act."""
    named = writer.phrase(writer.each("data", keep.data, *at, "data")) or (writer.unknown(*at, "data"),)
    label = "".join(one.text + one.after for one in named)
    first, *more = _period(writer, keep, at)
    start = tuple(
        replace(one, text=f"{writer.word('labels', 'starts')}: {one.text}") for one in _start(writer, keep, at)
    )
    facts = " ".join(one.fact for one in (*named, first) if one.fact)
    laws = (law_named(writer, keep.law, *at, "law"),) if keep.law else ()
    if writer.notice.is_unknown(*at, "law"):
        laws = (writer.unknown(*at, "law"),)
    return (FactText(f"{label}: {first.text}", facts), *more, *start, *laws)


def law_named(writer: Writer, law: LawReference, *fact: str) -> FactText:
    """An act as it is cited: its name, its number, and the place in it where one is stated or usual."""
    # A law written without a list stands one step higher than it is read.
    places = [fact, fact[:-1]] if fact[-1] == "0" else [fact]
    open = [part for part in ("act", *_PARTS) if any((*place, part) in writer.notice.unknown for place in places)]
    stated = [part for part in _PARTS if part in law.pinpoint.parts or _is_stated(writer, places, part)]
    parts = ["", ".act", *(f".{part}" for part in _PARTS if part in stated or part in open)]
    facts = " ".join(dict.fromkeys(dotted(place) + part for place in places for part in parts))
    if law.act is None:
        return replace(writer.unknown(), fact=facts)
    known = writer.notice.vocabulary.laws.get(law.act)
    name = writer.word("laws", law.act, "name", needed_by=fact)
    number = f" ({known.number})" if known and known.number else ""
    pinpoint = law.pinpoint or (known.pinpoint if known else law.pinpoint)
    cited = writer.unknown().text if {*open} - {"act"} else pinpointed(writer, pinpoint)
    return FactText(f"{name}{number}{', ' if cited else ''}{cited}", facts)


def laws_named(writer: Writer, laws: Laws | None, *fact: str) -> tuple[FactText, ...]:
    """Each act as it is cited; the words for "not stated yet" where it is not known which."""
    if writer.notice.is_unknown(*fact):
        return (writer.unknown(*fact),)
    return tuple(law_named(writer, law, *fact, str(index)) for index, law in enumerate(laws or ()))


def _is_stated(writer: Writer, places: list[tuple[str, ...]], part: str) -> bool:
    """Whether the owner wrote the part under a key of its own, and not within another."""
    return any((*place, part) in writer.notice.spans for place in places)


def _period(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.period:
        return (FactText(writer.duration(keep.period), dotted((*at, "for"))),)
    if keep.until_day:
        said = f"{writer.word('labels', 'until')}: {writer.date(keep.until_day)}"
        return (FactText(said, dotted((*at, "until-day"))),)
    if keep.criterion:
        fact = (*at, "criterion")
        named = (writer.fact("criteria", keep.criterion, part, fact=fact) for part in ("name", "text"))
        return (*named, *_latest(writer, keep, *at, "at-latest"))
    told = (
        *_until(writer, keep, at),
        *_within(writer, keep, *at, "then-within"),
        *_latest(writer, keep, *at, "at-latest"),
    )
    open = (
        writer.unknown(*at, part) for part in ("for", "until-day", "criterion") if writer.notice.is_unknown(*at, part)
    )
    return (*told, *open) or (writer.unknown(*at),)


def _end(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """What happens after the period; nothing where the keeping never ends."""
    if writer.notice.is_unknown(*at, "end"):
        return (writer.unknown(*at, "end"),)
    if never_ends(writer.notice, keep):
        return ()
    return (writer.fact("retention-ends", keep.end or "erased", fact=(*at, "end") if keep.end else ()),)


def _until(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.until:
        event = _event(writer, keep, keep.until, at, "until")
        return (FactText(f"{writer.word('labels', 'until')}: {event.text}", event.fact),)
    return (writer.unknown(*at, "until"),) if (*at, "until") in writer.notice.unknown else ()


def _event(writer: Writer, keep: Retention, id: str, at: tuple[str, ...], key: str) -> FactText:
    """The event, with the second one and which of them counts: `whichever is later: A; B`."""
    event = writer.fact("events", id, "name", fact=(*at, key))
    other = (*at, "or")
    if keep.or_ is None:
        unknown = writer.notice.is_unknown(*other)
        said = f"{event.text}; {writer.word('texts', 'unknown')}" if unknown else event.text
        return FactText(said, f"{event.fact} {dotted(other)}" if unknown else event.fact)
    second = keep.or_.event
    named = writer.fact("events", second, "name") if second else writer.unknown()
    which = writer.word("whichever", keep.or_.whichever) if keep.or_.whichever else writer.word("texts", "unknown")
    facts = (event.fact, dotted((*other, "event")), dotted((*other, "whichever")))
    return FactText(f"{which}: {event.text}; {named.text}", " ".join(facts))


def _latest(writer: Writer, keep: Retention, *fact: str) -> tuple[FactText, ...]:
    """The longest time, whatever happens, with its start."""
    latest = keep.at_latest
    if latest is None:
        return (writer.unknown(*fact),) if writer.notice.is_unknown(*fact) else ()
    length = writer.duration(latest.period) if latest.period else writer.word("texts", "unknown")
    start = writer.word("events", latest.after, "name") if latest.after else writer.word("texts", "unknown")
    said = f"{writer.word('labels', 'at-latest')}: {length}. {writer.word('labels', 'starts')}: {start}"
    return (FactText(said, f"{dotted((*fact, 'for'))} {dotted((*fact, 'after'))}"),)


def _within(writer: Writer, keep: Retention, *fact: str) -> tuple[FactText, ...]:
    if keep.then_within:
        return (FactText(f"{writer.word('labels', 'then-within')}: {writer.duration(keep.then_within)}", dotted(fact)),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _start(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.after:
        return (_event(writer, keep, keep.after, at, "after"),)
    return (writer.unknown(*at, "after"),) if writer.notice.is_unknown(*at, "after") else ()
