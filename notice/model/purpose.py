"""Why data are processed: one purpose, its basis, its data, and how long they are kept. GDPR Art. 13(1)–(2)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from notice.law.bases import Basis, Condition
from notice.model.answers import ChildConsent, Expression, SoftOptIn
from notice.model.fields import Day, Facts, Form, Ids, Listed, Named, OrNone, Period, Refers, YesNo, named_by
from notice.model.pinpointed import Pinpointed

Requirement = Literal["statutory", "contract", "to-enter-contract", "voluntary", "not-asked"]
"""Whether the person must give the data: GDPR Art. 13(2)(e). `not-asked`: they are not collected for this purpose."""

OBLIGED: frozenset[Requirement] = frozenset({"statutory", "contract", "to-enter-contract"})
"""The requirements under which some of the data must be given."""

Means = Literal["automated", "paper", "both"]
"""How the data are processed; portability needs automated means: GDPR Art. 20(1)(b)."""


class LawReference(Pinpointed, defer_build=False):
    """An act by its vocabulary id, with the place in it that is meant."""

    act: Annotated[str | None, Refers("laws")] = None


Law = Annotated[LawReference, BeforeValidator(named_by("act")), Form(short="act")]
"""A law, written `accounting-act` or `{act: accounting-act, section: 2:10}`."""

Laws = Listed[Law]
"""One law or several."""


class SpecialCondition(Facts):
    """The Art. 9(2) condition for special categories of data, and the law that it rests on where it must.

    For the condition (d): `non_profit_aim` is a political, philosophical, religious or trade union aim of a body
    without profit, `members_only` that its data are of members and those in regular contact, and stay within it.
    """

    ground: Condition | None = None
    law: Laws | None = None
    non_profit_aim: YesNo | None = None
    members_only: YesNo | None = None


class CriminalGround(Facts):
    """What allows data on criminal convictions: GDPR Art. 10, in Finland section 7 of the Data Protection Act."""

    law: Laws | None = None


class CodeGround(Facts):
    """What allows the personal identity code: GDPR Art. 87, in Finland section 29 of the Data Protection Act."""

    ground: Literal["consent", "law", "unambiguous-identification"] | None = None
    law: Laws | None = None


class OtherEvent(Facts, defer_build=False):
    """A second event beside that of `after` or `until`: the `earlier` or the `later` of the two counts."""

    event: Annotated[str | None, Refers("events")] = None
    whichever: Literal["earlier", "later"] | None = None


class Latest(Facts, defer_build=False):
    """The longest time for what ends with an event or a criterion: a period from a certain event."""

    period: Period | None = Field(default=None, alias="for")
    after: Annotated[str | None, Refers("events")] = None


class Retention(Facts):
    """How long data are kept: a period from an event, until an event or a day, or a criterion. GDPR Art. 13(2)(a).

    `for` and `after` belong together; `until` may be followed `then-within` a period; a `criterion` and `until-day`
    stand alone. `or` adds an event to that of `after` or `until`; `at-latest` ends what `until` or `criterion` leaves
    open, or a period from another event. `after`, `until` and `criterion` are ids of the vocabulary.
    """

    period: Period | None = Field(default=None, alias="for")
    after: Annotated[str | None, Refers("events")] = None
    until: Annotated[str | None, Refers("events")] = None
    or_: OtherEvent | None = None
    then_within: Period | None = None
    until_day: Day | None = None
    criterion: Annotated[str | None, Refers("criteria")] = None
    at_latest: Latest | None = None
    law: Law | None = None


class DataRetention(Retention):
    """The retention of some of a purpose's data, where it differs from that of the others."""

    data: Annotated[Named | None, Refers("data")] = None


class Keep(Retention):
    """The retention of a purpose. `by_data` are the data that are kept otherwise; `end` is what happens then."""

    by_data: tuple[DataRetention, ...] | None = None
    end: Literal["erased", "anonymised", "archived"] | None = None


class Purpose(Facts, defer_build=False):
    """One purpose, with one legal basis; two bases are two purposes.

    `interest_of` are `controller` and recipients' ids. `required_data` are the data that must be given where the law or
    a contract requires any; the others are voluntary. `withdraw` are the ways to withdraw consent.
    `marketing` are the channels of direct marketing, whatever the basis: GDPR Art. 21(2). `opt_out` are the ways to
    refuse it where it needs no consent: sections 200 and 202 of Act 917/2014.
    `new_since` is the day from which data collected for something else are used for this: Art. 13(3).
    `identifiable`: whether the controller can tell whose these data are, where the register's answer differs: Art. 11.
    Answers to questions: `balancing` the interest has been weighed against the person's, `told_before_use` she was
    informed of the new use before it began, `outside_public_tasks` an authority's purpose that is none of its tasks,
    `service_depends_on_consent` those who refuse go without the service, `impact_assessment` its day or none,
    `life_at_stake` somebody's life or health depends on it, `research` it is scientific or historical research or
    statistics (Art. 89).
    `ai_assistant` says whether people interact with an AI system: Regulation (EU) 2024/1689, Art. 50(1).
    """

    basis: Basis | None = None
    law: Laws | None = None
    interest_of: Annotated[Named | None, Refers("recipients", ("controller",))] = None
    balancing: YesNo | None = None
    new_since: Day | None = None
    told_before_use: YesNo | None = None
    condition: Annotated[SpecialCondition, BeforeValidator(named_by("ground")), Form(short="ground")] | None = None
    criminal_data: CriminalGround | None = None
    identity_code: Annotated[CodeGround, BeforeValidator(named_by("ground")), Form(short="ground")] | None = None
    people: Annotated[Named | None, Refers("people")] = None
    data: Annotated[Named | None, Refers("data")] = None
    recipients: Annotated[Ids | None, Refers("recipients")] = None
    keep: Keep | None = None
    required: Requirement | None = None
    required_data: Annotated[Named | None, Refers("data")] = None
    withdraw: Annotated[Ids | None, Refers("withdrawals")] = None
    marketing: Annotated[Ids | None, Refers("marketing_channels")] = None
    opt_out: Annotated[Ids | None, Refers("withdrawals")] = None
    means: Means | None = None
    identifiable: YesNo | None = None
    outside_public_tasks: YesNo | None = None
    service_depends_on_consent: YesNo | None = None
    soft_opt_in: SoftOptIn | None = None
    children: ChildConsent | None = None
    expression: Expression | None = None
    impact_assessment: OrNone[Day] | None = None
    life_at_stake: YesNo | None = None
    research: YesNo | None = None
    ai_assistant: YesNo | None = None
