"""The notice in a few lines: who, why, how long, to whom, outside the EEA, and what the person can do."""

from dataclasses import dataclass

from notice import derive
from notice.derive.retention import never_ends
from notice.document.parts import Row, Said, Section
from notice.document.purposes import purpose_name, recipient_name
from notice.document.say import Say


@dataclass(frozen=True, slots=True)
class SummarySection(Section):
    """Rows of a question and its answer."""

    rows: tuple[Row, ...]


def summary(say: Say) -> SummarySection:
    """The summary."""
    rows = (
        *say.row("summary-who", *_who(say)),
        *say.row(
            "summary-people",
            *(Said(one.text) for one in say.each("people", say.notice.register.people, "people")),
        ),
        *say.row("summary-why", *(purpose_name(say, id) for id in say.derived.purposes)),
        *say.lines("summary-how-long", *_how_long(say)),
        *say.lines("summary-to-whom", *_to_whom(say)),
        *say.lines("summary-abroad", *_abroad(say)),
        *say.row("summary-your-say", *_your_say(say)),
    )
    return SummarySection("summary", say.word("headings", "summary"), rows)


def _who(say: Say) -> tuple[Said, ...]:
    controller = say.notice.controller
    names = [name for name in (controller.trade_name, controller.name) if name]
    return (Said(", ".join(names), href="#controller"),) if names else (say.unknown(),)


def _how_long(say: Say) -> tuple[Said, ...]:
    """The shortest and the longest period in figures, and the way to all of them."""
    keeps = (purpose.keep for purpose in say.derived.purposes.values())
    periods = sorted({keep.period for keep in keeps if keep and keep.period}, key=derive.days)
    told = [(label, period) for label, period in zip(("shortest", "longest"), periods[:1] + periods[-1:], strict=False)]
    figures = tuple(Said(f"{say.word('labels', label)}: {say.duration(period)}") for label, period in told)
    only = (Said(say.duration(periods[0])),) if len(periods) == 1 else figures
    return (*only, *_kept_permanently(say), Said(say.word("texts", "summary-retention"), href="#retention"))


def _kept_permanently(say: Say) -> tuple[Said, ...]:
    """The purposes whose data are kept without an end."""
    every = say.derived.purposes.items()
    names = tuple(purpose_name(say, id) for id, one in every if one.keep and never_ends(say.notice, one.keep))
    return (Said(f"{say.word('labels', 'permanently')}:", after=" "), *say.phrase(names)) if names else ()


def _to_whom(say: Say) -> tuple[Said, ...]:
    names = tuple(recipient_name(say, id) for id in say.derived.recipients)
    if say.derived.recipients_unlisted:
        return (*say.phrase(names), Said(say.word("texts", "recipients-open")))
    return say.phrase(names) or (Said(say.word("texts", "no-recipients")),)


def _abroad(say: Say) -> tuple[Said, ...]:
    countries = dict.fromkeys(row.country for row in say.derived.transfers)
    named = say.phrase(Said(say.country(code).text, href="#transfers") for code in countries)
    if say.derived.recipients_open:
        return (*named, Said(say.word("texts", "transfers-open")))
    return named or (Said(say.word("texts", "no-transfers")),)


def _your_say(say: Say) -> tuple[Said, ...]:
    links = [("rights", "rights"), ("complaint", "complaint")]
    if any(one.purposes for one in say.derived.rights if one.right.startswith("objection")):
        links.insert(1, ("objection", "objection"))
    return tuple(Said(say.word("headings", heading), href=f"#{anchor}") for anchor, heading in links)
