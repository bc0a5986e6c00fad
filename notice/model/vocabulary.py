"""The things that notices keep saying, by id, with what each implies; the package's and the owner's in one shape."""

from typing import Annotated, Literal

from pydantic import Field

from notice.law.bases import Basis
from notice.law.transfers import Mechanism
from notice.model.controller import Body
from notice.model.fields import Day, Entries, Facts, Ids, Listed, Period, Refers, Several, YesNo
from notice.model.pinpointed import Pinpointed
from notice.model.register import Cookie, Recipient, Role, Source
from notice.model.texts import Country, CountryKey, Email, Phone, Text, Web


class Term(Facts):
    """An id with its words. `dpv` is the W3C Data Privacy Vocabulary's term: `pd:EmailAddress`."""

    dpv: str | None = None


class DataCategory(Term):
    """A category of data. `special` falls under Art. 9, `criminal` under Art. 10, `identity_code` under Art. 87.

    `identifier`: it says by itself who somebody is, or tells one device from all others: Art. 4(1), Recital 30.
    `arises_with` are the events with which such data come into being, so that they have a day for these data.
    """

    special: YesNo = False
    criminal: YesNo = False
    identity_code: YesNo = False
    identifier: YesNo = False
    arises_with: Annotated[Ids | None, Refers("events")] = None


class Group(Term):
    """A group of people, with what the law ties to it.

    `children`: a guardian consents for the youngest to an online service (Art. 8). `represents_organisation`: they
    only act for an organisation. `working_life`: applicants and employees, whom Act 759/2004 protects.
    `named_by_others`: somebody else usually gives their data, which Article 14 is about. `without_contract`: as such
    they make no contract with the controller: Art. 6(1)(b).
    """

    children: YesNo = False
    represents_organisation: YesNo = False
    working_life: YesNo = False
    named_by_others: YesNo = False
    without_contract: YesNo = False


class KnownPurpose(Term):
    """A purpose that many controllers have, with the legal bases that usually fit it and those that never do.

    `archives`: its standard text says that documents are kept permanently because an act orders it.
    `direct_marketing`: whether the purpose is direct marketing wherever it occurs, can be, or never is though its words
    speak of it: GDPR Art. 21(2).
    `profiles`: it sorts or targets people by what is known of them: GDPR Art. 4(4).
    `research`: it is scientific or historical research or statistics (GDPR Art. 89).
    `arises_with` are the events with which the data of the purpose come into being.
    """

    usual_bases: tuple[Basis, ...] = ()
    never_bases: tuple[Basis, ...] = ()
    archives: YesNo = False
    direct_marketing: Literal["always", "possible", "never"] | None = None
    profiles: YesNo = False
    research: YesNo = False
    arises_with: Annotated[Ids | None, Refers("events")] = None


class Moment(Term):
    """What starts or ends a time of keeping. `open_ended`: a person cannot tell when it will come.

    `never_ends`: it never comes, so that the data are neither erased nor anonymised.
    """

    open_ended: YesNo = False
    never_ends: YesNo = False


class LawPeriod(Facts):
    """How long an act itself has something kept: `least` or `most` so long, from the event `after`.

    `documents` names what the period is for, `purposes` the purposes that it concerns where these are not all.
    """

    documents: Text | None = None
    purposes: Annotated[Ids | None, Refers("purposes")] = None
    least: Period | None = None
    most: Period | None = None
    after: Annotated[str | None, Refers("events")] = None


class Law(Term, Pinpointed):
    """An act: its number, such as `1336/1997` or `(EU) 2016/679`, the place that usually obliges, the periods it sets.

    `archives`: it orders documents to be kept permanently, or lets an authority order it. `binds_controller`: it puts
    duties on the controller alone, none on the person: GDPR Art. 13(2)(e). `verified` is the day as of which the
    statute book was read.
    """

    number: Text | None = None
    keep: Listed[LawPeriod] | None = None
    archives: YesNo = False
    binds_controller: YesNo = False
    verified: Day | None = None

    @property
    def is_of_the_eu(self) -> bool:
        """True for a regulation of the European Union, which has articles and no sections."""
        return bool(self.number and self.number.startswith("("))


class KnownRecipient(Recipient):
    """A recipient that many controllers have. `source` says where its facts were read, `verified` when.

    `usual_role` and `usual_transfers` are what others find, for the owner to hold against the own contract; no notice
    tells them. `asks_joint_control`: whether one decides together with it has to be asked (GDPR Art. 26).
    `group_country` is the country outside the EEA of the group that the firm belongs to.
    `unique`: there is one such body, and the words of the id are its official name. `also_known_as` are brands, group
    companies and short names by which owners write it, `formerly` names that it or its predecessors no longer have.
    """

    dpv: str | None = None
    usual_role: Role | None = None
    usual_transfers: dict[CountryKey, Mechanism] = Field(default_factory=dict)
    group_country: Country | None = None
    asks_joint_control: YesNo = False
    unique: YesNo = False
    also_known_as: Several[str] = ()
    formerly: Several[str] = ()
    source: str | None = None
    verified: Day | None = None

    @property
    def may_transfer(self) -> bool:
        """Whether a firm in the EEA usually transfers data out of it, or belongs to a group outside it."""
        return bool(self.usual_transfers or self.group_country)


class KnownSource(Source):
    """A source that many controllers have. `general`: only a type of source, which the owner must name.

    `unique`: there is one such register or body, and the words of the id are its name; `formerly` as of a recipient.
    """

    dpv: str | None = None
    general: YesNo = False
    unique: YesNo = False
    formerly: Several[str] = ()


class KnownCookie(Cookie):
    """A cookie that many sites set. `source` says where its facts were read, `verified` when.

    `common_name`: others than its provider give cookies of their own the same name.
    """

    common_name: YesNo = False
    source: str | None = None
    verified: Day | None = None


class OwnAuthority(Facts):
    """A supervisory authority that the package does not know; its name and addresses are words."""

    country: Country | None = None
    email: Email | None = None
    phone: Phone | None = None
    website: Web | None = None


class Vocabulary(Facts):
    """Every kind of thing, by id. `controllers` are the owner's committees and companies that registers name."""

    data: Entries[DataCategory] = Field(default_factory=dict)
    people: Entries[Group] = Field(default_factory=dict)
    purposes: Entries[KnownPurpose] = Field(default_factory=dict)
    recipients: Entries[KnownRecipient] = Field(default_factory=dict)
    sources: Entries[KnownSource] = Field(default_factory=dict)
    safeguards: Entries[Term] = Field(default_factory=dict)
    events: Entries[Moment] = Field(default_factory=dict)
    criteria: Entries[Moment] = Field(default_factory=dict)
    laws: Entries[Law] = Field(default_factory=dict)
    cookies: Entries[KnownCookie] = Field(default_factory=dict)
    cookie_purposes: Entries[KnownPurpose] = Field(default_factory=dict)
    activities: Entries[Term] = Field(default_factory=dict)
    channels: Entries[Term] = Field(default_factory=dict)
    marketing_channels: Entries[Term] = Field(default_factory=dict)
    withdrawals: Entries[Term] = Field(default_factory=dict)
    profiling_effects: Entries[Term] = Field(default_factory=dict)
    joint_tasks: Entries[Term] = Field(default_factory=dict)
    authorities: Entries[OwnAuthority] = Field(default_factory=dict)
    decision_safeguards: Entries[Term] = Field(default_factory=dict)
    announcements: Entries[Term] = Field(default_factory=dict)
    identifications: Entries[Term] = Field(default_factory=dict)
    techniques: Entries[Term] = Field(default_factory=dict)
    controllers: Entries[Body] = Field(default_factory=dict)
