"""Which rights arise, purpose by purpose and for the notice as a whole, each with its reason: GDPR Arts 7(3), 13–22.

The law's table says what a basis makes of a right; the facts beside the basis are applied to it here: marketing,
consent to special data, decisions by machines, paper, and whether the person gave the data. Direct marketing follows
from the purpose, not from its basis: Art. 21(2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from notice.derive.limits import is_research, purposes_of_limit
from notice.law.bases import Basis
from notice.law.rights import (
    MATRIX,
    RIGHT_PROVISIONS,
    Cell,
    Reason,
    Right,
)
from notice.model.purpose import Purpose
from notice.model.register import Source
from notice.model.site import Notice

Nature = Literal["always", "possible", "never"]
"""`always`: the purpose is direct marketing, whatever `marketing:` says. `possible`: only an answer there decides.
`never`: it is none, though its words speak of marketing, as records of consent to it do."""

Answer = Literal["marketing", "not-marketing", "open"]


def marketing_nature(notice: Notice, purpose: str) -> Nature | None:
    """What the facts beside `marketing:` say of a purpose of the register; None where nothing points to marketing.

    A stated way to refuse direct marketing, or the conditions for it without consent, have no other use. An own purpose
    that gives data to a provider of advertising can be direct marketing.
    """
    facts = (notice.register.purposes or {}).get(purpose)
    if facts is not None and (facts.opt_out or facts.soft_opt_in is not None):
        return "always"
    known = notice.vocabulary.purposes.get(purpose)
    if known is not None and known.direct_marketing:
        return known.direct_marketing
    if is_advertised(notice, purpose):
        return "possible"
    pending = any(notice.is_unknown("purposes", purpose, key) for key in ("opt-out", "soft-opt-in"))
    return "possible" if pending else None


def is_advertised(notice: Notice, purpose: str) -> bool:
    """Whether a purpose under an own id gives data to a provider of advertising."""
    facts = (notice.register.purposes or {}).get(purpose)
    is_own = purpose not in notice.vocabulary.purposes or ("purposes", purpose) in notice.own_ids
    return is_own and facts is not None and any(_advertises(notice, id) for id in facts.recipients or ())


def _advertises(notice: Notice, recipient: str) -> bool:
    """Whether the recipient's activity is advertising: as the owner states it, else as the vocabulary knows it."""
    both = ((notice.register.recipients or {}).get(recipient), notice.vocabulary.recipients.get(recipient))
    return next((one.activity for one in both if one is not None and one.activity), None) == "advertising"


def direct_marketing(notice: Notice, purpose: str) -> Answer:
    """Whether the purpose is direct marketing: `open` where it can be and nothing says whether it is."""
    facts = (notice.register.purposes or {})[purpose]
    nature = marketing_nature(notice, purpose)
    if facts.marketing or nature == "always":
        return "marketing"
    if facts.marketing is not None:
        return "not-marketing"
    if nature == "possible" or not notice.is_silent("purposes", purpose, "marketing"):
        return "open"
    return "not-marketing"


@dataclass(frozen=True, slots=True)
class Standing:
    """What one right is under one purpose, and why; `provision` says so, as a key of `PROVISIONS`.

    `limited`: it arises within the limit that the reason names. `open`: nobody can say yet, for a fact on which it
    depends is not known.
    """

    right: Right
    purpose: str
    answer: Literal["arises", "limited", "absent", "open"]
    reason: Reason
    provision: str

    @property
    def holds(self) -> bool:
        """True where the person has the right, with or without a limit."""
        return self.answer in ("arises", "limited")


@dataclass(frozen=True, slots=True)
class Arising:
    """A right in the notice as a whole, with its standing under each purpose."""

    right: Right
    standings: tuple[Standing, ...]

    @property
    def purposes(self) -> tuple[str, ...]:
        """The purposes under which it arises; none means that it does not arise in this register."""
        return tuple(one.purpose for one in self.standings if one.holds)

    @property
    def open(self) -> bool:
        """True while nobody can say of some purpose whether it arises."""
        return any(one.answer == "open" for one in self.standings)

    @property
    def excluded(self) -> bool:
        """True where an act takes the right away from every purpose that would have it."""
        return any(one.reason == "law-excludes" for one in self.standings) and not (self.purposes or self.open)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it arises and within which limits; where it does not arise, why not. Each once, in order."""
        held = [one for one in self.standings if one.holds]
        return tuple(dict.fromkeys(one.reason for one in held or self.standings))


def rights(by_purpose: Mapping[str, tuple[Standing, ...]]) -> tuple[Arising, ...]:
    """Every right that a notice names by itself, in the notice's order, with what each purpose makes of it."""
    return tuple(
        Arising(right, tuple(one for row in by_purpose.values() for one in row if one.right == right))
        for right in RIGHT_PROVISIONS
    )


def rights_by_purpose(notice: Notice, sources: Mapping[str, Source]) -> dict[str, tuple[Standing, ...]]:
    """For each purpose, every right of the law's table: what it is there, and why."""
    every: tuple[Right, ...] = get_args(Right)
    return {
        id: tuple(_standing(right, id, purpose, notice, sources) for right in every)
        for id, purpose in (notice.register.purposes or {}).items()
    }


def rests_on_consent(purpose: Purpose) -> bool:
    """True when consent carries the purpose, under Art. 6(1)(a) or Art. 9(2)(a)."""
    return purpose.basis == "consent" or bool(purpose.condition and purpose.condition.ground == "explicit-consent")


def is_identifiable(notice: Notice, id: str) -> bool:
    """False where the controller cannot tell whose data a purpose uses: GDPR Art. 11; true where nobody says so."""
    stated = (notice.register.purposes or {})[id].identifiable
    return notice.register.identifiable is not False if stated is None else stated


_UNTOUCHED: frozenset[Right] = frozenset({"withdrawal", "complaint", "court"})
"""The rights outside Arts 12–22, from which expression is not set free: section 27 of Act 1050/2018."""

_RESEARCH_BASES: frozenset[Basis] = frozenset({"consent", "contract", "vital-interests"})
"""The bases under which Art. 21(1) gives no right to object, and Art. 21(6) does where the purpose is research.

A legal obligation to do research or statistics is a task for reasons of public interest, which Art. 21(6) excepts.
"""

_BY_EXCEPTION: dict[str, Cell] = {
    "contract": MATRIX["no-automated-decisions"]["contract"],
    "law": MATRIX["no-automated-decisions"]["legal-obligation"],
    "explicit-consent": MATRIX["no-automated-decisions"]["consent"],
}
"""What allows a decision by a machine, whatever the purpose's own basis: Art. 22(2)."""

_MARKETING: dict[Answer, Cell | None] = {
    "marketing": Cell("arises", "marketing", "21-2"),
    "not-marketing": Cell("absent", "no-marketing", "21-2"),
    "open": None,
}
"""Art. 21(2) by what the purpose is, whatever its basis."""


def _standing(right: Right, id: str, purpose: Purpose, notice: Notice, sources: Mapping[str, Source]) -> Standing:
    def stands(answer: Literal["arises", "limited", "absent", "open"], reason: Reason, provision: str) -> Standing:
        return Standing(right, id, answer, reason, provision)

    if purpose.expression and right not in _UNTOUCHED:
        without = _cell(right, id, purpose, notice, sources)
        if without and without.answer == "absent":
            return stands("absent", without.reason, without.provision)
        return stands("absent", "expression", "85")
    limit = (notice.register.limited_rights or {}).get(right)
    concerned = purposes_of_limit(notice, limit) if limit else ()
    if concerned and id not in concerned:
        limit = None
    cell = _cell(right, id, purpose, notice, sources)
    if limit and limit.extent == "excluded" and (cell is None or cell.answer != "absent"):
        return stands("absent", "law-excludes", "23")
    if cell and limit and limit.extent == "narrowed" and cell.answer == "arises":
        return stands("limited", "law-narrows", "23")
    if cell is None:
        return stands("open", "not-known", RIGHT_PROVISIONS[right])
    return stands("arises" if cell.answer == "not-applicable" else cell.answer, cell.reason, cell.provision)


def _cell(right: Right, id: str, purpose: Purpose, notice: Notice, sources: Mapping[str, Source]) -> Cell | None:
    """The law's cell with the facts applied to it, or None where one of them is not known."""
    if right == "objection-to-marketing":
        return _MARKETING[direct_marketing(notice, id)]
    if right == "no-automated-decisions":
        return _decided(id, purpose, notice)
    if right == "objection" and purpose.basis in _RESEARCH_BASES and is_research(notice, id):
        return Cell("arises", "research", "21-6")
    if right in ("withdrawal", "portability") and purpose.basis != "consent" and rests_on_consent(purpose):
        cell = Cell("arises", "special-data-consent", "7-3" if right == "withdrawal" else "20-1")
    elif purpose.basis:
        cell = MATRIX[right][purpose.basis]
    else:
        return _whatever_the_basis(right)
    return _portable(cell, purpose, sources) if right == "portability" and cell.answer == "arises" else cell


def _whatever_the_basis(right: Right) -> Cell | None:
    """What holds while no basis is stated: a right that every basis gives; None for one on which they differ."""
    given = all(cell.answer in ("arises", "limited") for cell in MATRIX[right].values())
    provision = RIGHT_PROVISIONS.get(right) or MATRIX[right]["consent"].provision
    return Cell("arises", "always", provision) if given else None


def _decided(id: str, purpose: Purpose, notice: Notice) -> Cell | None:
    """The right stands in a notice where a machine decides; what allows the decision is its limit."""
    if notice.is_unknown("automated-decisions"):
        return None
    decisions = (notice.register.automated_decisions or {}).values()
    here = [one for one in decisions if one.purpose in (id, None)]
    if not here:
        return Cell("absent", "no-decision", "22")
    by_basis = MATRIX["no-automated-decisions"][purpose.basis] if purpose.basis else Cell("arises", "always", "22-1")
    return _BY_EXCEPTION.get(here[0].exception or "", by_basis)


def _portable(cell: Cell, purpose: Purpose, sources: Mapping[str, Source]) -> Cell:
    """Only what a machine processes, and what the person herself gave or was observed of her: Art. 20(1)."""
    if purpose.means == "paper":
        return Cell("absent", "paper-alone", "20-1")
    return cell if _given_by_person(purpose, sources) else Cell("absent", "not-from-person", "20-1")


def _given_by_person(purpose: Purpose, sources: Mapping[str, Source]) -> bool:
    own = [source for source in sources.values() if source.kind in ("person", "observed")]
    if not sources or any(source.data is None for source in own):
        return True
    given = {category for source in own for category in source.data or ()}
    return bool(given & set(purpose.data or ()))
