"""Why data are processed, purpose by purpose: GDPR Arts 13(1)(c)–(e), 13(2)(a), 14(1)(c)–(e), 14(2)(a)–(b)."""

from dataclasses import dataclass

from notice import derive
from notice.document.parts import Entry, Row, Said, Section
from notice.document.retained import laws_named, retained
from notice.document.say import Say
from notice.findings import dotted
from notice.law.bases import BASIS_PROVISIONS, CONDITION_PROVISIONS
from notice.model.purpose import Purpose


@dataclass(frozen=True, slots=True)
class PurposesSection(Section):
    """One entry for each purpose, in the owner's order."""

    intro: str
    purposes: tuple[Entry, ...]


def purposes(say: Say) -> PurposesSection:
    """The section on purposes and legal bases."""
    entries = tuple(_entry(say, id, purpose) for id, purpose in say.derived.purposes.items())
    return PurposesSection("purposes", say.word("headings", "purposes"), say.word("texts", "purposes"), entries)


def purpose_name(say: Say, id: str, fact: str = "") -> Said:
    """The purpose's name, as a link to its entry."""
    name = say.word("purposes", id, "name", needed_by=("purposes", id))
    return Said(name, fact, href=f"#purpose-{id}")


def recipient_name(say: Say, id: str, *fact: str) -> Said:
    """The recipient's name, as a link to its entry. `controller` is our own."""
    if id == derive.CONTROLLER:
        own = say.notice.controller.trade_name or say.notice.controller.name
        return Said(own, dotted(fact)) if own else say.unknown(*fact)
    name = say.word("recipients", id, "name", needed_by=fact)
    return Said(name, dotted(fact), href=f"#recipient-{id}" if id in say.derived.recipients else "")


def _entry(say: Say, id: str, purpose: Purpose) -> Entry:
    at = ("purposes", id)
    name = say.said("purposes", id, "name", fact=at)
    text = say.said("purposes", id, "text", fact=at)
    kept = retained(say, id)
    rows = (
        *_grounds(say, id, purpose),
        *say.told("new-since", Said(say.date(purpose.new_since)) if purpose.new_since else None, *at, "new-since"),
        *say.row("people", *say.each("people", purpose.people, *at, "people")),
        *say.row("data", *say.each("data", purpose.data, *at, "data")),
        *say.row("recipients", *_recipients(say, purpose, *at, "recipients")),
        *say.lines("keep", *kept.period),
        *say.row("starts", *kept.start),
        *say.row("withdraw", *say.each("withdrawals", purpose.withdraw, *at, "withdraw")),
        *say.row("marketing", *say.each("marketing-channels", purpose.marketing, *at, "marketing")),
        *say.row("opt-out", *say.each("withdrawals", purpose.opt_out, *at, "opt-out")),
    )
    return Entry(f"purpose-{id}", name, text, rows)


def _grounds(say: Say, id: str, purpose: Purpose) -> tuple[Row, ...]:
    at = ("purposes", id)
    rows = say.row("basis", _basis(say, purpose, *at, "basis"))
    rows += say.lines("law", *laws_named(say, purpose.law, *at, "law"))
    if purpose.basis == "legitimate-interests":
        # Rule N204 asks for it, with the article: it is no missing word like any other.
        rows += say.row("interest", say.given(say.maybe("purposes", id, "interest"), *at, "basis"))
    if purpose.interest_of:
        rows += say.row("interest-of", recipient_name(say, purpose.interest_of, *at, "interest-of"))
    elif say.notice.is_unknown(*at, "interest-of"):
        rows += say.row("interest-of", say.unknown(*at, "interest-of"))
    return rows + _sensitive(say, purpose, *at)


def _sensitive(say: Say, purpose: Purpose, *at: str) -> tuple[Row, ...]:
    """What allows special categories, criminal data and the identity code: GDPR Arts 9(2), 10, 87."""
    rows: tuple[Row, ...] = ()
    condition, criminal, code = purpose.condition, purpose.criminal_data, purpose.identity_code
    if condition and condition.ground:
        name = say.word("conditions", condition.ground, needed_by=(*at, "condition"))
        where = say.provision(CONDITION_PROVISIONS[condition.ground])
        rows += say.row("condition", Said(f"{name} ({where})", dotted((*at, "condition", "ground"))))
    elif say.notice.is_unknown(*at, "condition", "ground"):
        rows += say.row("condition", say.unknown(*_outermost(say, *at, "condition", "ground")))
    rows += say.lines("condition-law", *(laws_named(say, condition.law, *at, "condition", "law") if condition else ()))
    if say.notice.is_unknown(*at, "criminal-data"):
        rows += say.row("criminal-data", say.unknown(*at, "criminal-data"))
    elif criminal:
        rows += say.lines("criminal-data", *laws_named(say, criminal.law, *at, "criminal-data", "law"))
    if code and code.ground:
        ground = say.said("identity-code-grounds", code.ground, fact=(*at, "identity-code", "ground"))
        rows += say.row("identity-code", ground)
    elif say.notice.is_unknown(*at, "identity-code", "ground"):
        rows += say.row("identity-code", say.unknown(*_outermost(say, *at, "identity-code", "ground")))
    laws = laws_named(say, code.law, *at, "identity-code", "law") if code else ()
    return rows + say.lines("identity-code-law", *laws)


def _outermost(say: Say, *fact: str) -> tuple[str, ...]:
    """The path at which `unknown` was written: the fact's own, or that of the thing that holds it."""
    return fact if fact in say.notice.unknown else fact[:-1]


def _basis(say: Say, purpose: Purpose, *fact: str) -> Said:
    if purpose.basis is None:
        return say.unknown(*fact)
    name = say.word("bases", purpose.basis, "name", needed_by=fact)
    return Said(f"{name} ({say.provision(BASIS_PROVISIONS[purpose.basis])})", dotted(fact))


def _recipients(say: Say, purpose: Purpose, *fact: str) -> tuple[Said, ...]:
    if purpose.recipients == () and not say.notice.is_unknown(*fact):
        return (say.said("texts", "no-recipients-here", fact=fact),)
    names = tuple(recipient_name(say, id, *fact, str(index)) for index, id in enumerate(purpose.recipients or ()))
    return (*names, say.unknown(*fact)) if say.notice.is_unknown(*fact) else names
