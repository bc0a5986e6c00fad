"""One register: everything that its notice says of the processing. GDPR Arts 13 and 14."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from notice.law.rights import Extent, Right
from notice.law.transfers import Mechanism
from notice.model.controller import Contact, JointController, OwnController
from notice.model.fields import (
    Day,
    Entries,
    Facts,
    Form,
    Ids,
    Life,
    Named,
    OrNone,
    Reasons,
    Refers,
    YesNo,
    named_by,
    read_entries,
)
from notice.model.purpose import Laws, Purpose
from notice.model.texts import CopyFrom, Countries, Country, CountryKey, Text, Web

SourceKind = Literal["person", "observed", "own", "third-party", "public", "register"]
"""Where data come from; `own` are made by the controller itself, and the last three are Article 14."""

FROM_ELSEWHERE: frozenset[SourceKind] = frozenset({"third-party", "public", "register"})
"""The kinds of source that Article 14 is about."""

InformedWhen = Literal["within-month", "first-contact", "first-disclosure"]
"""When the person is informed of data obtained elsewhere, at the latest: GDPR Art. 14(3)(a)–(c)."""

Exemption = Literal["knows-already", "impossible", "law", "secrecy"]
"""Why the person need not be informed of data obtained elsewhere: GDPR Art. 14(5)(a)–(d)."""

Role = Literal["processor", "controller", "joint-controller", "authority", "person", "public"]
"""What a recipient is to the controller: GDPR Art. 4(7)–(9). `person`: people themselves, `public`: everybody."""

PEOPLE: frozenset[Role] = frozenset({"person", "public"})
"""The roles of recipients that are people: they have no company, no activity and no country."""


class Transfer(Facts):
    """What carries the data to one country outside the EEA: GDPR Art. 13(1)(f).

    `importer` is the company that receives them there, where it is another than the recipient that is named.
    `reference` names the safeguard (a decision's or an approval's number), `copy_from` is how to get a copy of it:
    `request`, or an address. `verified` is the day on which the recipient's certificate was seen.
    Answers to questions: `in_scope` whether a decision on a part of a country covers the recipient, `staff_data`
    whether its certificate covers data on staff, where such data go there; `risks_told` whether the person knew of the
    risks before she consented (Art. 49(1)(a)), `authority_told` whether the authority was informed of it
    (Art. 49(1)).
    """

    importer: Text | None = None
    mechanism: Mechanism | None = None
    reference: Text | None = None
    copy_from: CopyFrom | None = Field(default=None, alias="copy")
    verified: Day | None = None
    in_scope: YesNo | None = None
    staff_data: YesNo | None = None
    risks_told: YesNo | None = None
    authority_told: YesNo | None = None


TransfersByCountry = Annotated[dict[CountryKey, Transfer], BeforeValidator(read_entries), Form(none=True)]
"""Transfers by the country that the data go to; `none` is the empty mapping."""


class Recipient(Facts):
    """Who receives data: a processor too (GDPR Art. 4(9)). A name, or a kind of recipient with its activity.

    `country` is where it is established, `sub_processors` the countries from which its own processors work.
    `transfers` has one entry for each country outside the EEA. Answers to questions: `contract` whether there is one
    (for a processor that of Art. 28(3)), `joint_control` whether purposes and means are decided together (Art. 26).
    """

    named: Text | None = None
    role: Role | None = None
    country: Country | None = None
    sub_processors: Countries | None = None
    activity: Annotated[str | None, Refers("activities")] = None
    data: Annotated[Named | None, Refers("data")] = None
    notice: Web | None = None
    transfers: TransfersByCountry | None = None
    contract: YesNo | None = None
    joint_control: YesNo | None = None


class Source(Facts):
    """Where data come from, and which. `public`: whether everybody may see the source: GDPR Art. 14(2)(f).

    `many`: the origin cannot be named because several sources were used: Recital 61. `informed` is when the person is
    informed at the latest, `exempt` why she need not be. `law` is what allows its use, or takes that duty away;
    `told_in_advance`: the person learns of it before; `consented`: she allowed it.
    """

    kind: SourceKind | None = None
    named: Text | None = None
    public: YesNo | None = None
    many: YesNo | None = None
    data: Annotated[Named | None, Refers("data")] = None
    law: Laws | None = None
    informed: InformedWhen | None = None
    exempt: Exemption | None = None
    told_in_advance: YesNo | None = None
    consented: YesNo | None = None


class Cookie(Facts, defer_build=False):
    """A cookie or a thing like it on the person's device: section 205 of Act 917/2014, C-673/17 Planet49.

    `provider` and `read_by` are recipients' ids or `controller`; `serves` is the purpose of the register behind it.
    """

    name: Text | None = None
    provider: Annotated[str | None, Refers("recipients", ("controller",))] = None
    purpose: Annotated[str | None, Refers("cookie_purposes")] = None
    category: Literal["necessary", "preferences", "analytics", "marketing"] | None = None
    duration: Life | None = None
    read_by: Annotated[Ids | None, Refers("recipients", ("controller",))] = None
    serves: Annotated[str | None, Refers("purposes")] = None


class Decision(Facts, defer_build=False):
    """A decision made by automated means alone, with legal effects: GDPR Art. 22.

    `exception` is what allows it: 22(2)(a) contract, (b) law, (c) explicit-consent.
    """

    purpose: Annotated[str | None, Refers("purposes")] = None
    exception: Literal["contract", "law", "explicit-consent"] | None = None
    law: Laws | None = None
    safeguards: Annotated[Ids | None, Refers("decision_safeguards")] = None


class Profiling(Facts, defer_build=False):
    """Profiling that decides nothing by itself: its purposes and what it means to the person. Recital 60."""

    purposes: Annotated[Ids | None, Refers("purposes")] = None
    data: Annotated[Ids | None, Refers("data")] = None
    effects: Annotated[Ids | None, Refers("profiling_effects")] = None


class RightLimit(Facts):
    """An act that takes a right away (`excluded`) or narrows it (`narrowed`): GDPR Arts 23, 89(2)–(3).

    `purposes` are those that the limit concerns, where it concerns some and the law's own kind does not show which.
    """

    extent: Extent | None = None
    law: Laws | None = None
    purposes: Annotated[Ids | None, Refers("purposes")] = None


class Research(Facts):
    """What section 31 of Act 1050/2018 demands before research or statistics limit a right.

    For research a `plan`, and a person or group `responsible` for it: 31(1). For data of Articles 9 and 10 also an
    impact assessment of which the Ombudsman was informed in writing before the processing began (`assessment_sent`),
    or a code of conduct under Article 40 that takes the limits into account (`code_of_conduct`): 31(3).
    """

    plan: YesNo | None = None
    responsible: YesNo | None = None
    assessment_sent: YesNo | None = None
    code_of_conduct: YesNo | None = None


LimitedRights = Annotated[dict[Right, RightLimit], BeforeValidator(read_entries), Form(none=True)]
"""The rights that an act limits, by right; `none` is the empty mapping."""


class Register(Facts):
    """The facts of one register. `history` are the days of the notice's versions, oldest first.

    `controller`, `contact` and `dpo` are those of this register alone; a `Notice` has them in its controller.
    `cookie_settings` is the address at which the choice about cookies is changed.
    `similar_techniques` are those that store or read something on the person's device beside cookies.
    `identifiable`: whether the controller can tell whose data they are: GDPR Art. 11. `limited_rights` are the rights
    that an act limits here, by right. `changes_told_by` is how people learn of changes. Answers to questions:
    `required_fields_marked` on forms, `children_wording` that children understand, `children_service` an online service
    offered directly to children: Art. 8(1).
    """

    people: Annotated[Named | None, Refers("people")] = None
    controller: Annotated[OwnController, BeforeValidator(named_by("body")), Form(short="body")] | None = None
    contact: Contact | None = None
    dpo: OrNone[Contact] | None = None
    joint_controllers: Entries[JointController] | None = None
    purposes: Annotated[Entries[Purpose] | None, Refers("purposes")] = None
    sources: Annotated[Entries[Source] | None, Refers("sources")] = None
    recipients: Annotated[Entries[Recipient] | None, Refers("recipients")] = None
    automated_decisions: Entries[Decision] | None = None
    profiling: OrNone[Profiling] | None = None
    cookies: Entries[Cookie] | None = None
    similar_techniques: Annotated[Ids | None, Refers("techniques")] = None
    cookie_consent: Annotated[Ids | None, Refers("withdrawals")] = None
    cookie_settings: Web | None = None
    safeguards: Annotated[Ids | None, Refers("safeguards")] = None
    children_service: YesNo | None = None
    children_wording: YesNo | None = None
    required_fields_marked: YesNo | None = None
    identifiable: YesNo | None = None
    limited_rights: LimitedRights | None = None
    research: Research | None = None
    changes_told_by: Annotated[Ids | None, Refers("announcements")] = None
    history: tuple[Day, ...] | None = None
    confirm: Reasons = Field(default_factory=dict)

    @field_validator("history")
    @classmethod
    def _each_day_once(cls, history: tuple[date, ...] | None) -> tuple[date, ...] | None:
        return each_day_once(history)


def each_day_once(history: tuple[date, ...] | None) -> tuple[date, ...] | None:
    """The days, each of which occurs once."""
    if history and len(set(history)) < len(history):
        raise PydanticCustomError("day.twice", "a day twice")
    return history
