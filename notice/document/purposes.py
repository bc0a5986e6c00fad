"""Why data are processed, and all that belongs to each purpose.

GDPR Arts 13(1)(c)–(e), 13(2)(a) and (e), 14(1)(c)–(e), 14(2)(a)–(b). What holds for most purposes is stated once, in
the notes; a purpose states where it differs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from notice.derive import CONTROLLER
from notice.derive.retention import never_ends
from notice.document.acts import laws_named
from notice.document.conditions import condition_rows
from notice.document.parts import Entry, FactText, Row, Section, Timeline
from notice.document.retention import explained, retention_text, started
from notice.document.timeline import timeline
from notice.document.writer import Writer, recipient_name
from notice.findings import dotted
from notice.law.bases import BASIS_PROVISIONS
from notice.law.provisions import PROVISIONS
from notice.model.purpose import OBLIGED, Purpose

DEFAULT = "voluntary"
"""What the notes say of all purposes that do not say otherwise: the data need not be given."""


@dataclass(frozen=True, slots=True)
class PurposesSection(Section):
    """Whom the data concern, what holds for most purposes, one entry for each purpose, and how long data are kept."""

    people: tuple[Row, ...]
    notes: tuple[FactText, ...]
    purposes: tuple[Entry, ...]
    timeline: Timeline | None


def purposes(writer: Writer) -> PurposesSection:
    """The section on purposes."""
    return PurposesSection(
        "purposes",
        writer.word("headings", "purposes"),
        writer.row("people", *_people(writer)),
        tuple(_notes(writer)),
        tuple(_entry(writer, id, purpose) for id, purpose in writer.derived.purposes.items()),
        timeline(writer) if writer.draws else None,
        formerly=("glance", "data", "provision", "retention"),
    )


def _people(writer: Writer) -> tuple[FactText, ...]:
    """The people of the register; each states also those purposes that concern exactly these people."""
    people = writer.notice.register.people
    same = [id for id, purpose in writer.derived.purposes.items() if people and purpose.people == people]
    return tuple(
        replace(name, fact=" ".join((name.fact, *(f"purposes.{id}.people.{index}" for id in same))))
        for index, name in enumerate(writer.each("people", people, "people"))
    )


def _notes(writer: Writer) -> Iterator[FactText]:
    """What holds for most purposes, each where it holds for some."""
    purposes = writer.derived.purposes
    if any(purpose.basis for purpose in purposes.values()):
        yield FactText(writer.word("texts", "bases"))
    if any(purpose.basis == "legitimate-interests" for purpose in purposes.values()):
        yield FactText(writer.word("texts", "balancing"))
    erased = [
        id
        for id, purpose in purposes.items()
        if purpose.keep
        and purpose.keep.end in (None, "erased")
        and not never_ends(writer.notice, purpose.keep)
        and not writer.notice.is_unknown("purposes", id, "keep", "end")
    ]
    if erased:
        stated = [f"purposes.{id}.keep.end" for id in erased if (purposes[id].keep or Purpose()).end]  # type: ignore[union-attr]
        yield FactText(writer.word("texts", "erased"), " ".join(stated))
    if voluntary := [id for id, purpose in purposes.items() if _is_default(writer, id, purpose)]:
        facts = (f"purposes.{id}.required{part}" for id in voluntary for part in ("", ".consequence"))
        yield FactText(writer.word("texts", "voluntary"), " ".join(facts))


def _is_default(writer: Writer, id: str, purpose: Purpose) -> bool:
    return purpose.required == DEFAULT and not writer.maybe("purposes", id, "consequence")


def _entry(writer: Writer, id: str, purpose: Purpose) -> Entry:
    at = ("purposes", id)
    name = writer.fact("purposes", id, "name", fact=at)
    text = FactText(writer.word("purposes", id, "text", needed_by=at))
    since = FactText(writer.date(purpose.new_since)) if purpose.new_since else None
    rows = (
        *_grounds(writer, id, purpose),
        *writer.fact_row("new-since", since, *at, "new-since"),
        *_own_people(writer, purpose, *at, "people"),
        *writer.row("data", *_data(writer, purpose, *at, "data")),
        *writer.row("recipients", *_recipients(writer, purpose, *at, "recipients")),
        *_identified(writer, purpose, *at, "identifiable"),
        *_means(writer, purpose, *at, "means"),
        *_kept(writer, id),
        *_required(writer, id, purpose),
        *writer.choice("withdraw", *writer.ways(purpose.withdraw, *at, "withdraw")),
        *writer.row("marketing", *writer.each("marketing-channels", purpose.marketing, *at, "marketing")),
        *writer.choice("opt-out", *writer.ways(purpose.opt_out, *at, "opt-out")),
        *writer.row("ai-assistant", *_assistant(writer, purpose, *at, "ai-assistant")),
    )
    return Entry(f"purpose-{id}", name, text, rows)


def _grounds(writer: Writer, id: str, purpose: Purpose) -> tuple[Row, ...]:
    at = ("purposes", id)
    rows = writer.row("basis", _basis(writer, purpose, *at, "basis"))
    rows += writer.lines("law", *_laws(writer, id, purpose))
    if purpose.basis == "legitimate-interests":
        # Rule N204 asks for it, with the article: it is no missing word like any other.
        interest = writer.maybe("purposes", id, "interest")
        # A holder written without a list has a path one step shorter.
        places = [(*at, "interest-of"), (*at, "interest-of", "0")] if purpose.interest_of == (CONTROLLER,) else []
        own = " ".join(map(dotted, places))
        rows += writer.row("interest", replace(FactText(interest) if interest else writer.unknown(), fact=own))
    if purpose.interest_of != (CONTROLLER,) or purpose.basis != "legitimate-interests":
        rows += writer.row("interest-of", *_holders(writer, purpose, *at, "interest-of"))
    return rows + condition_rows(writer, purpose, *at)


def _holders(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    """Whose interests the processing serves: ours, other recipients'."""
    named = enumerate(purpose.interest_of or ())
    holders = tuple(recipient_name(writer, id, *fact, str(index)) for index, id in named)
    return (*holders, writer.unknown(*fact)) if writer.notice.is_unknown(*fact) else holders


def _laws(writer: Writer, id: str, purpose: Purpose) -> tuple[FactText, ...]:
    """The acts of the purpose; one that lays down the retention too states both facts."""
    kept = retention_text(writer, id).law
    laws = laws_named(writer, purpose.law, "purposes", id, "law")
    facts = {law.text: law.fact for law in kept}
    return tuple(replace(law, fact=f"{law.fact} {facts[law.text]}") if law.text in facts else law for law in laws)


def _assistant(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    """That an AI system answers; nothing where none does, or nothing is stated."""
    if writer.notice.is_unknown(*fact):
        return (writer.unknown(*fact),)
    return (writer.fact("texts", "ai-assistant", fact=fact),) if purpose.ai_assistant else ()


def _basis(writer: Writer, purpose: Purpose, *fact: str) -> FactText:
    """The basis with the letter of its point in Article 6(1).

    Point (b) has two limbs: the performance of a contract, and steps at the person's request before one.
    """
    if purpose.basis is None:
        return writer.unknown(*fact)
    is_before = purpose.basis == "contract" and purpose.required == "to-enter-contract"
    name = writer.word("bases", purpose.basis, "before" if is_before else "name", needed_by=fact)
    return FactText(f"{name} ({PROVISIONS[BASIS_PROVISIONS[purpose.basis]].point})", dotted(fact))


def _own_people(writer: Writer, purpose: Purpose, *fact: str) -> tuple[Row, ...]:
    """Whom the data concern, where it is not all people of the register."""
    if purpose.people and purpose.people == writer.notice.register.people:
        return ()
    return writer.row("people", *writer.each("people", purpose.people, *fact))


def _data(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    """The categories of data, marked where the law protects them more than others: GDPR Arts 9, 10."""
    known = writer.notice.vocabulary.data
    marks = [
        next((mark for mark in ("special", "criminal") if id in known and getattr(known[id], mark)), "")
        for id in purpose.data or ()
    ]
    names = writer.each("data", purpose.data, *fact)
    marked = (
        replace(name, text=f"{name.text} ({writer.word('data-marks', mark)})") if mark else name
        for name, mark in zip(names, marks, strict=False)
    )
    return (*marked, *names[len(marks) :])


def _identified(writer: Writer, purpose: Purpose, *fact: str) -> tuple[Row, ...]:
    """That the person cannot be told from these data; nothing where they can."""
    said = writer.fact("texts", "unidentified-purpose") if purpose.identifiable is False else None
    return writer.fact_row("identifiable", said, *fact)


def _means(writer: Writer, purpose: Purpose, *fact: str) -> tuple[Row, ...]:
    """How the data are processed, where paper is among the means: automated means are what a reader expects."""
    on_paper = purpose.means in ("paper", "both")
    return writer.fact_row("means", writer.fact("means", purpose.means or "") if on_paper else None, *fact)


def _recipients(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    if purpose.recipients == () and not writer.notice.is_unknown(*fact):
        return (writer.fact("texts", "no-recipients-here", fact=fact),)
    names = tuple(recipient_name(writer, id, *fact, str(index)) for index, id in enumerate(purpose.recipients or ()))
    return (*names, writer.unknown(*fact)) if writer.notice.is_unknown(*fact) else names


def _kept(writer: Writer, id: str) -> tuple[Row, ...]:
    """How long: the period, its start, the act behind it, and what happens then where the data are not erased."""
    kept = retention_text(writer, id)
    keep = writer.derived.purposes[id].keep
    erased = keep and keep.end in (None, "erased") and not writer.notice.is_unknown("purposes", id, "keep", "end")
    end = () if erased else kept.end
    named = {law.text for law in laws_named(writer, writer.derived.purposes[id].law, "purposes", id, "law")}
    laws = (law for law in kept.law if law.text not in named or law.text == writer.unknown().text)
    parts = (*kept.period, *started(writer, kept.start), *kept.latest, *laws, *end)
    lines = (explained(parts, kept.why), *kept.others)
    return (Row(writer.word("labels", "keep"), tuple(part for line in lines for part in _joined(line))),)


def _joined(parts: tuple[FactText, ...]) -> Iterator[FactText]:
    """The parts as one phrase, set apart by semicolons where nothing joins them already."""
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        yield part if part.after or last else replace(part, after="; ")


def _required(writer: Writer, id: str, purpose: Purpose) -> tuple[Row, ...]:
    """Whether the data must be given and what follows if not, where the notes do not say it: GDPR Art. 13(2)(e)."""
    fact = ("purposes", id, "required")
    if purpose.required is None:
        return writer.row("required", writer.unknown(*fact))
    if _is_default(writer, id, purpose):
        return ()
    own = writer.maybe("purposes", id, "consequence")
    consequence = own or writer.word("requirements", purpose.required, "consequence", needed_by=fact)
    return (
        Row(
            writer.word("labels", "required"),
            (*_duty(writer, id, purpose), *_without(writer, id, purpose, consequence)),
        ),
    )


def _without(writer: Writer, id: str, purpose: Purpose, consequence: str) -> tuple[FactText, ...]:
    """What follows if the data named before are not given, and only then which data are voluntary."""
    follows = FactText(consequence, dotted(("purposes", id, "required", "consequence")))
    asked = {one for source in writer.derived.sources.values() if source.kind == "person" for one in source.data or ()}
    rest = asked.intersection(purpose.data or ()).difference(purpose.required_data or ())
    if purpose.required not in OBLIGED or not purpose.required_data or not rest:
        return (follows,)
    return (replace(follows, after=" "), FactText(writer.word("texts", "rest-voluntary")))


def _duty(writer: Writer, id: str, purpose: Purpose) -> tuple[FactText, ...]:
    """What must be given: the data by name where they are stated, else one answer for them all."""
    fact, required = ("purposes", id, "required"), purpose.required or DEFAULT
    named = writer.phrase(writer.each("data", purpose.required_data, "purposes", id, "required-data"))
    if not named or required not in OBLIGED:
        return (replace(writer.fact("requirements", required, "name", fact=fact), after=". "),)
    label = replace(writer.fact("requirements", required, "data", fact=fact), after=": ")
    return (label, *named[:-1], replace(named[-1], after=". "))
