"""How long data are kept, in words: GDPR Arts 13(2)(a), 14(2)(a)."""

from dataclasses import dataclass

from notice.derive.retention import never_ends
from notice.document.parts import FactText
from notice.document.writer import Writer, law_named
from notice.findings import dotted
from notice.model.purpose import Keep


@dataclass(frozen=True, slots=True)
class RetentionText:
    """The period, the event that starts it, the law behind it and what happens then; empty where nothing is said."""

    period: tuple[FactText, ...]
    start: tuple[FactText, ...]
    law: tuple[FactText, ...]
    end: tuple[FactText, ...]


def retention_text(writer: Writer, purpose: str) -> RetentionText:
    """The retention of one purpose as text, formatted once for the sections that print it."""
    return writer.once(("retention", purpose), lambda: _retention_text(writer, purpose))


def _retention_text(writer: Writer, purpose: str) -> RetentionText:
    at = ("purposes", purpose, "keep")
    keep = (writer.notice.register.purposes or {})[purpose].keep
    if keep is None:
        return RetentionText((writer.unknown(*at),), (), (), ())
    law = (law_named(writer, keep.law, *at, "law"),) if keep.law else ()
    if writer.notice.is_unknown(*at, "law"):
        law = (writer.unknown(*at, "law"),)
    return RetentionText(_period(writer, keep, at), _start(writer, keep, at), law, _end(writer, keep, at))


def _period(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.period:
        return (FactText(writer.duration(keep.period), dotted((*at, "for"))),)
    if keep.criterion:
        fact = (*at, "criterion")
        text = writer.maybe("criteria", keep.criterion, "text")
        return (writer.fact("criteria", keep.criterion, "name", fact=fact), *((FactText(text),) if text else ()))
    told = (*_until(writer, keep, *at, "until"), *_within(writer, keep, *at, "then-within"))
    open = (writer.unknown(*at, part) for part in ("for", "criterion") if writer.notice.is_unknown(*at, part))
    return (*told, *open) or (writer.unknown(*at),)


def _end(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """What happens after the period; nothing where the keeping never ends."""
    if writer.notice.is_unknown(*at, "end"):
        return (writer.unknown(*at, "end"),)
    if never_ends(writer.notice, keep):
        return ()
    return (writer.fact("retention-ends", keep.end or "erased", fact=(*at, "end") if keep.end else ()),)


def _until(writer: Writer, keep: Keep, *fact: str) -> tuple[FactText, ...]:
    if keep.until:
        event = writer.fact("events", keep.until, "name", fact=fact)
        return (FactText(f"{writer.word('labels', 'until')}: {event.text}", event.fact),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _within(writer: Writer, keep: Keep, *fact: str) -> tuple[FactText, ...]:
    if keep.then_within:
        return (FactText(f"{writer.word('labels', 'then-within')}: {writer.duration(keep.then_within)}", dotted(fact)),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _start(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.after:
        return (writer.fact("events", keep.after, "name", fact=(*at, "after")),)
    return (writer.unknown(*at, "after"),) if writer.notice.is_unknown(*at, "after") else ()
