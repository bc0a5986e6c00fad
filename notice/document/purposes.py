"""Why data are processed, purpose by purpose: GDPR Arts 13(1)(c)–(e), 13(2)(a), 14(1)(c)–(e), 14(2)(a)–(b)."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.retention import retention_text
from notice.document.writer import Writer, laws_named, recipient_name
from notice.findings import dotted
from notice.law.bases import BASIS_PROVISIONS, CONDITION_PROVISIONS
from notice.model.purpose import Purpose


@dataclass(frozen=True, slots=True)
class PurposesSection(Section):
    """One entry for each purpose, in the owner's order."""

    intro: str
    purposes: tuple[Entry, ...]


def purposes(writer: Writer) -> PurposesSection:
    """The section on purposes and legal bases."""
    entries = tuple(_entry(writer, id, purpose) for id, purpose in writer.derived.purposes.items())
    return PurposesSection("purposes", writer.word("headings", "purposes"), writer.word("texts", "purposes"), entries)


def _entry(writer: Writer, id: str, purpose: Purpose) -> Entry:
    at = ("purposes", id)
    name = writer.fact("purposes", id, "name", fact=at)
    text = writer.fact("purposes", id, "text", fact=at)
    kept = retention_text(writer, id)
    rows = (
        *_grounds(writer, id, purpose),
        *writer.fact_row(
            "new-since", FactText(writer.date(purpose.new_since)) if purpose.new_since else None, *at, "new-since"
        ),
        *writer.row("people", *writer.each("people", purpose.people, *at, "people")),
        *writer.row("data", *writer.each("data", purpose.data, *at, "data")),
        *writer.row("recipients", *_recipients(writer, purpose, *at, "recipients")),
        *writer.lines("keep", *kept.period),
        *writer.row("starts", *kept.start),
        *writer.row("withdraw", *writer.each("withdrawals", purpose.withdraw, *at, "withdraw")),
        *writer.row("marketing", *writer.each("marketing-channels", purpose.marketing, *at, "marketing")),
        *writer.row("opt-out", *writer.each("withdrawals", purpose.opt_out, *at, "opt-out")),
    )
    return Entry(f"purpose-{id}", name, text, rows)


def _grounds(writer: Writer, id: str, purpose: Purpose) -> tuple[Row, ...]:
    at = ("purposes", id)
    rows = writer.row("basis", _basis(writer, purpose, *at, "basis"))
    rows += writer.lines("law", *laws_named(writer, purpose.law, *at, "law"))
    if purpose.basis == "legitimate-interests":
        # Rule N204 asks for it, with the article: it is no missing word like any other.
        rows += writer.row("interest", writer.owner_text(writer.maybe("purposes", id, "interest"), *at, "basis"))
    rows += writer.row("interest-of", *_holders(writer, purpose, *at, "interest-of"))
    return rows + _sensitive(writer, purpose, *at)


def _holders(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    """Whose interests the processing serves: ours, other recipients'."""
    named = enumerate(purpose.interest_of or ())
    holders = tuple(recipient_name(writer, id, *fact, str(index)) for index, id in named)
    return (*holders, writer.unknown(*fact)) if writer.notice.is_unknown(*fact) else holders


def _sensitive(writer: Writer, purpose: Purpose, *at: str) -> tuple[Row, ...]:
    """What allows special categories, criminal data and the identity code: GDPR Arts 9(2), 10, 87."""
    rows: tuple[Row, ...] = ()
    condition, criminal, code = purpose.condition, purpose.criminal_data, purpose.identity_code
    if condition and condition.ground:
        name = writer.word("conditions", condition.ground, needed_by=(*at, "condition"))
        where = writer.provision(CONDITION_PROVISIONS[condition.ground])
        rows += writer.row("condition", FactText(f"{name} ({where})", dotted((*at, "condition", "ground"))))
    elif writer.notice.is_unknown(*at, "condition", "ground"):
        rows += writer.row("condition", writer.unknown(*_outermost(writer, *at, "condition", "ground")))
    rows += writer.lines(
        "condition-law", *(laws_named(writer, condition.law, *at, "condition", "law") if condition else ())
    )
    if writer.notice.is_unknown(*at, "criminal-data"):
        rows += writer.row("criminal-data", writer.unknown(*at, "criminal-data"))
    elif criminal:
        rows += writer.lines("criminal-data", *laws_named(writer, criminal.law, *at, "criminal-data", "law"))
    if code and code.ground:
        ground = writer.fact("identity-code-grounds", code.ground, fact=(*at, "identity-code", "ground"))
        rows += writer.row("identity-code", ground)
    elif writer.notice.is_unknown(*at, "identity-code", "ground"):
        rows += writer.row("identity-code", writer.unknown(*_outermost(writer, *at, "identity-code", "ground")))
    laws = laws_named(writer, code.law, *at, "identity-code", "law") if code else ()
    return rows + writer.lines("identity-code-law", *laws)


def _outermost(writer: Writer, *fact: str) -> tuple[str, ...]:
    """The path at which `unknown` was written: the fact's own, or that of the thing that holds it."""
    return fact if fact in writer.notice.unknown else fact[:-1]


def _basis(writer: Writer, purpose: Purpose, *fact: str) -> FactText:
    if purpose.basis is None:
        return writer.unknown(*fact)
    name = writer.word("bases", purpose.basis, "name", needed_by=fact)
    return FactText(f"{name} ({writer.provision(BASIS_PROVISIONS[purpose.basis])})", dotted(fact))


def _recipients(writer: Writer, purpose: Purpose, *fact: str) -> tuple[FactText, ...]:
    if purpose.recipients == () and not writer.notice.is_unknown(*fact):
        return (writer.fact("texts", "no-recipients-here", fact=fact),)
    names = tuple(recipient_name(writer, id, *fact, str(index)) for index, id in enumerate(purpose.recipients or ()))
    return (*names, writer.unknown(*fact)) if writer.notice.is_unknown(*fact) else names
