"""What follows from the facts: the things in full, the transfers, and the rights that each purpose gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from notice.derive import absences, rights, things
from notice.derive.absences import named_by_others
from notice.derive.known_names import KnownNames, is_known, same_name
from notice.derive.limits import (
    IS_OF_KIND,
    is_archiving,
    is_breach_reporting,
    is_research,
    kinds_of_limit,
    purposes_of_limit,
    reached_by_law,
    sections_of_act,
)
from notice.derive.public_bodies import is_public_body
from notice.derive.rights import (
    Arising,
    Standing,
    direct_marketing,
    is_advertised,
    is_identifiable,
    marketing_nature,
    rests_on_consent,
)
from notice.derive.things import CONTROLLER, TransferRow, days, has_basis, transfers_unanswered
from notice.model.purpose import Purpose
from notice.model.register import Cookie, Recipient, Source
from notice.model.site import Notice

__all__ = [
    "CONTROLLER",
    "IS_OF_KIND",
    "Arising",
    "Derived",
    "KnownNames",
    "Standing",
    "TransferRow",
    "days",
    "derive",
    "direct_marketing",
    "has_basis",
    "is_advertised",
    "is_archiving",
    "is_breach_reporting",
    "is_identifiable",
    "is_known",
    "is_public_body",
    "is_research",
    "kinds_of_limit",
    "marketing_nature",
    "named_by_others",
    "purposes_of_limit",
    "reached_by_law",
    "rests_on_consent",
    "same_name",
    "sections_of_act",
    "transfers_unanswered",
]


@dataclass(frozen=True, eq=False)
class Derived:
    """The things of a notice in full, where its data go, and its rights; read-only.

    `known_names` recognises the vocabulary's firms and bodies by name; notices of one site share it.
    """

    notice: Notice
    known_names: KnownNames

    @cached_property
    def purposes(self) -> Mapping[str, Purpose]:
        """The purposes by id, in the owner's order."""
        return MappingProxyType(self.notice.register.purposes or {})

    @cached_property
    def cookies(self) -> Mapping[str, Cookie]:
        """The cookies of the register: the owner's facts over the vocabulary's."""
        return MappingProxyType(things.cookies(self.notice))

    @cached_property
    def recipients(self) -> Mapping[str, Recipient]:
        """Every recipient that the register names or states: the owner's facts over the vocabulary's."""
        return MappingProxyType(things.recipients(self.notice, self.cookies))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources of the register: the owner's facts over the vocabulary's."""
        return MappingProxyType(things.sources(self.notice))

    @cached_property
    def transfers(self) -> tuple[TransferRow, ...]:
        """Every pair of a recipient and a country outside the EEA."""
        return things.transfers(self.recipients)

    @cached_property
    def recipients_unlisted(self) -> bool:
        """Whether some purpose's recipients are not all known."""
        return any(self.notice.is_unknown("purposes", id, "recipients") for id in self.purposes)

    @cached_property
    def recipients_open(self) -> bool:
        """Whether it is not known who all the recipients are, or where: then nobody can say that no data leave."""
        return self.recipients_unlisted or things.is_open(self.notice, self.recipients)

    @cached_property
    def nothing_leaves(self) -> bool:
        """Whether it is stated that no data go out of the EEA; true where nobody receives any."""
        is_open = self.recipients_open or self.transfers
        return not is_open and absences.nothing_leaves(self.notice, self.recipients)

    @cached_property
    def nowhere_else(self) -> bool:
        """Whether it is stated that all data come from the person or arise in the controller's own work."""
        return absences.nowhere_else(self.notice, self.sources, self.data_without_source)

    @cached_property
    def consents_elsewhere(self) -> bool:
        """Whether the person consents to something other than a purpose or its special data."""
        return absences.consents_elsewhere(self.notice, self.recipients, self.cookies)

    @cached_property
    def data_used(self) -> Mapping[str, tuple[str, ...]]:
        """The categories of data by id, each with the purposes that use it, in the order of first use."""
        return MappingProxyType(things.data_used(self.purposes))

    @cached_property
    def data_without_source(self) -> tuple[str, ...]:
        """The categories of data that some purpose uses and no source gives; none while a source is not whole."""
        return things.data_without_source(self.notice, self.sources, self.data_used)

    @cached_property
    def rights_by_purpose(self) -> Mapping[str, tuple[Standing, ...]]:
        """For each purpose, every right of the law's table: what it is there, and why."""
        return MappingProxyType(rights.rights_by_purpose(self.notice, self.sources))

    @cached_property
    def rights(self) -> tuple[Arising, ...]:
        """Every right that a notice names by itself, in the notice's order, with what each purpose makes of it."""
        return rights.rights(self.rights_by_purpose)

    def renamed(self, notice: Notice, recipients: Mapping[str, Recipient], sources: Mapping[str, Source]) -> "Derived":
        """The same for a notice of which only proper names differ, with its recipients and sources."""
        made = Derived(notice, self.known_names)
        kept = {name: getattr(self, name) for name in vars(type(self)) if _is_derived(type(self), name)}
        given = {"recipients": MappingProxyType(dict(recipients)), "sources": MappingProxyType(dict(sources))}
        vars(made).update(kept | given)
        return made


def _is_derived(kind: type[Derived], name: str) -> bool:
    return isinstance(vars(kind)[name], cached_property)


def derive(notice: Notice, known_names: KnownNames | None = None) -> Derived:
    """What follows from the facts of a notice; `known_names` where the caller has them for the whole site."""
    return Derived(notice, known_names or KnownNames(notice.vocabulary))
