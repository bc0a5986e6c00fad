"""Recognise firms, bodies and cookies of the vocabulary that the owner states under another id.

Used by the rules on known things (N417, C085) and on usual transfers (N416).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from notice.derive import CONTROLLER, is_known
from notice.findings import FactPath, Span, Violation, texts
from notice.law.countries import EEA
from notice.model.cursor import Cursor
from notice.model.keys import JOINT_CONTROLLER, RECIPIENT, REGISTER, SOURCE
from notice.model.register import Cookie, Recipient
from notice.model.site import Notice
from notice.model.vocabulary import KnownCookie, KnownRecipient
from notice.rules.rule import RuleContext

T = TypeVar("T")

Named = tuple[str, FactPath, Span]
"""A name as written, the path of its fact, and the place of the name: in the facts or in the words."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """An item with the name of a known one: its id, the name with its fact, and the vocabulary's ids for it."""

    id: str
    name: str
    at: FactPath
    span: Span
    known: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The possible known ids, for a message: `meta-ads` / `facebook-pages`."""
        return " / ".join(f"`{id}`" for id in self.known)

    def violation(self, message: str, **arguments: object) -> Violation:
        """A violation at the name."""
        return Violation(self.at, message, texts(arguments), self.span)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact as stated by the owner, and as known, both in YAML notation."""

    stated: str
    known: str


def recognised_recipients(context: RuleContext) -> Iterator[Recognised]:
    """The recipients under a kind or an own id, and known ones with the name of another known firm."""
    notice = context.notice
    for recipient in context.recipients:
        for name, at, span in _recipient_names(context, recipient):
            known = [
                id
                for id in context.derived.known_names.recipients(name)
                if not _is_own(notice, "recipients", id) and not _is_in_another_country(recipient.facts, id, notice)
            ]
            if recipient.id in known:
                break
            if known:
                yield Recognised(recipient.id, name, at, span, _of_same_activity(recipient.facts, known, notice))
                break


def recognised_joint_controllers(context: RuleContext) -> Iterator[Recognised]:
    """The joint controllers that are known firms."""
    for joint in context.register[REGISTER.joint_controllers].entries():
        stated = joint[JOINT_CONTROLLER.name]
        name, path, span = (
            (stated.value, stated.path, stated.span) if stated.value else (joint.id, joint.path, joint.span)
        )
        if known := context.derived.known_names.recipients(name):
            yield Recognised(joint.id, name, path, span, known)


def recognised_sources(context: RuleContext) -> Iterator[Recognised]:
    """The sources under a type or an own id that are registers or bodies of which there is only one."""
    known_sources = context.notice.vocabulary.sources
    for source in context.sources:
        is_own = _is_own(context.notice, "sources", source.id)
        if not is_own and source.id in known_sources and known_sources[source.id].unique:
            continue
        for name, at, span in _names(context, source, source[SOURCE.named]):
            named = context.derived.known_names.sources(name)
            if known := tuple(id for id in named if not _is_own(context.notice, "sources", id)):
                yield Recognised(source.id, name, at, span, known)
                break


def recognised_cookies(
    context: RuleContext, *, shared: bool = False
) -> Iterator[tuple[Cursor[Cookie], str, KnownCookie]]:
    """The cookies under an own id whose names are those of known ones, each with the known id and cookie.

    With `shared`, also names that others use too, where the known provider is a recipient of the register.
    """
    cookies = context.notice.vocabulary.cookies.items()
    known = {id: cookie for id, cookie in cookies if not _is_own(context.notice, "cookies", id)}
    of_firms = {
        id: cookie
        for id, cookie in known.items()
        if cookie.name and cookie.provider != CONTROLLER
        if not cookie.common_name or (shared and cookie.provider in context.derived.recipients)
    }
    for cookie in context.cookies:
        if cookie.id in known:
            continue
        names = [name.rstrip("*") for name in re.split(r"[\s,;]+", cookie.facts.name or "")]
        for id, of_firm in of_firms.items():
            if any(_is_cookie_name(name, of_firm) for name in names):
                yield cookie, id, of_firm
                break


def contradictions(recipient: Recipient, known: KnownRecipient) -> list[Contradiction]:
    """The stated facts that contradict what is known of the firm."""
    contradicted = []
    countries = {known.country, *known.usual_transfers}
    if recipient.country and known.country and recipient.country not in countries:
        contradicted.append(Contradiction(f"country: {recipient.country}", f"country: {known.country}"))
    if recipient.transfers is None:
        return contradicted
    stated = {country: transfer.mechanism for country, transfer in recipient.transfers.items()}
    for country, usual in known.usual_transfers.items():
        mechanism = stated.get(country)
        if country not in stated and country not in (recipient.sub_processors or ()):
            contradicted.append(Contradiction(_transfers(stated), _transfers({country: usual})))
        elif mechanism and mechanism != usual:
            contradicted.append(Contradiction(_transfers({country: mechanism}), _transfers({country: usual})))
    return contradicted


def least_contradicted(recipient: Recipient, recognised: Recognised, notice: Notice) -> list[Contradiction]:
    """The contradictions with the one of the known ids that the facts fit best; empty where they fit one."""
    known = notice.vocabulary.recipients
    return min((contradictions(recipient, known[id]) for id in recognised.known), key=len)


def asks_usual_transfer(recognised: Recognised, context: RuleContext) -> bool:
    """Whether every service that the name may mean may transfer data out of the EEA, and the owner states nothing."""
    notice, recipient = context.notice, context.derived.recipients[recognised.id]
    silent = is_silent_on_transfers(recipient, recognised.id, notice)
    return silent and sends_abroad(recognised, notice) and not least_contradicted(recipient, recognised, notice)


def is_silent_on_transfers(recipient: Recipient, id: str, notice: Notice) -> bool:
    """Whether the recipient has no statement on transfers; a recipient outside the EEA is checked by N405."""
    if recipient.transfers is not None or recipient.sub_processors is not None:
        return False
    if recipient.country is not None and recipient.country not in EEA:
        return False
    stated = Cursor(notice, ("recipients", id), recipient)
    return stated[RECIPIENT.transfers].is_silent and stated[RECIPIENT.sub_processors].is_silent


def is_stated_as_recipient(context: RuleContext, recognised: Recognised) -> bool:
    """Whether one of the known ids is a recipient of the notice, under its own id or another."""
    others = {id for recipient in recognised_recipients(context) for id in recipient.known}
    return bool(set(recognised.known) & {*context.derived.recipients, *others})


def sends_abroad(recognised: Recognised, notice: Notice) -> bool:
    """Whether data usually leave the EEA by each of the known ids, or its group is outside."""
    return all(notice.vocabulary.recipients[id].may_transfer for id in recognised.known)


def _transfers(mechanisms: Mapping[str, object]) -> str:
    """Transfers in YAML notation: `transfers: {US: {mechanism: scc}}`."""
    stated = ", ".join(
        f"{country}: {{mechanism: {mechanism}}}" if mechanism else f"{country}:"
        for country, mechanism in mechanisms.items()
    )
    return f"transfers: {{{stated}}}" if stated else "transfers: none"


def _recipient_names(context: RuleContext, recipient: Cursor[Recipient]) -> Iterator[Named]:
    """The names of a recipient; for a known one, only the name that the owner states in place of the known one."""
    named = recipient[RECIPIENT.named]
    is_own = _is_own(context.notice, "recipients", recipient.id)
    if is_own or not is_known(context.notice.vocabulary.recipients.get(recipient.id)):
        yield from _names(context, recipient, named)
        return
    stated = (context.notice.register.recipients or {}).get(recipient.id)
    if stated and stated.named:
        yield stated.named, named.path, named.span


def _names(context: RuleContext, thing: Cursor[T], named: Cursor[str]) -> Iterator[Named]:
    """The stated name, the words in each language, and the id itself."""
    if named.value:
        yield named.value, named.path, named.span
    for words in context.words.values():
        for path, text, layer in words.owned:
            if path[:2] == thing.path and path[2:] in ((), ("name",)):
                yield text, thing.path, layer.spans.get(path) or thing.span
    yield thing.id.replace("-", " "), thing.path, thing.span


def _is_cookie_name(name: str, known: KnownCookie) -> bool:
    """Whether a cookie has a known name, of which a `*` at the end leaves the rest open."""
    beginning = str(known.name).rstrip("*")
    return name == beginning or (beginning != known.name and name.startswith(beginning))


def _is_own(notice: Notice, kind: str, id: str) -> bool:
    """Whether the owner's vocabulary alone has the id: it says nothing of what others know of a thing."""
    return (kind, id) in notice.own_ids


def _is_in_another_country(recipient: Recipient, id: str, notice: Notice) -> bool:
    """Whether it is an authority of the same name in another country, such as Sweden's Finansinspektionen."""
    known = notice.vocabulary.recipients[id]
    return known.unique and recipient.country not in (None, known.country)


def _of_same_activity(recipient: Recipient, ids: list[str], notice: Notice) -> tuple[str, ...]:
    """The services of a company with the recipient's activity; all of them if none has it."""
    known = notice.vocabulary.recipients
    same = [id for id in ids if recipient.activity and known[id].activity == recipient.activity]
    return tuple(same or ids)
