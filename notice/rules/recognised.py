"""Firms and bodies that the owner names under another id than the vocabulary's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from notice.derive import is_known
from notice.findings import FactPath, Span
from notice.law.countries import EEA
from notice.model.register import Recipient
from notice.model.site import Notice
from notice.model.vocabulary import KnownRecipient
from notice.rules.rule import RuleContext

Named = tuple[str, FactPath, Span | None]
"""A name as written, the path of the fact, and the place of a name that is a word."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A thing whose name is that of a known one: its id, the name, its place, and the vocabulary's ids for it."""

    id: str
    name: str
    at: FactPath
    span: Span | None
    known: tuple[str, ...]


def recognised_recipients(context: RuleContext) -> Iterator[Recognised]:
    """The recipients under a kind or an id of the owner's, and known ones that carry another known firm's name."""
    notice = context.notice
    for id, recipient in context.derived.recipients.items():
        for name, at, span in _recipient_names(context, id, recipient):
            known = [
                one for one in context.derived.known_names.recipients(name) if not _is_elsewhere(recipient, one, notice)
            ]
            if id in known:
                break
            if known:
                yield Recognised(id, name, at, span, _of_same_activity(recipient, known, notice))
                break


def recognised_joint_controllers(context: RuleContext) -> Iterator[Recognised]:
    """The joint controllers that are known firms."""
    for id, joint in (context.notice.register.joint_controllers or {}).items():
        at = ("joint-controllers", id)
        name, place = (joint.name, (*at, "name")) if joint.name else (id, at)
        if known := context.derived.known_names.recipients(name):
            yield Recognised(id, name, place, None, known)


def recognised_sources(context: RuleContext) -> Iterator[Recognised]:
    """The sources under a type or an id of the owner's that are registers or bodies of which there is one."""
    known_sources = context.notice.vocabulary.sources
    for id, source in context.derived.sources.items():
        if id in known_sources and known_sources[id].unique:
            continue
        for name, at, span in _names(context, "sources", id, source.named):
            if known := context.derived.known_names.sources(name):
                yield Recognised(id, name, at, span, known)
                break


def contradictions(recipient: Recipient, known: KnownRecipient) -> list[str]:
    """What the stated facts say otherwise than what is known of the firm, each with what is known."""
    told = []
    places = {known.country, *known.usual_transfers}
    if recipient.country and known.country and recipient.country not in places:
        told.append(f"country {recipient.country}, known: {known.country}")
    if recipient.transfers is None:
        return told
    for country, usual in known.usual_transfers.items():
        stated = recipient.transfers.get(country)
        mechanism = stated.mechanism if stated else None
        if stated is None and country not in (recipient.sub_processors or ()):
            told.append(f"no transfer to {country}, usually {country}: {usual}")
        elif mechanism and mechanism != usual:
            told.append(f"{country}: {mechanism}, usually {country}: {usual}")
    return told


def least_contradicted(recipient: Recipient, found: Recognised, notice: Notice) -> list[str]:
    """The contradictions with the one of the known ids that the facts fit best; empty where they fit one."""
    known = notice.vocabulary.recipients
    return min((contradictions(recipient, known[id]) for id in found.known), key=len)


def asks_usual_transfer(found: Recognised, context: RuleContext) -> bool:
    """True where every service that the name may mean sends data out of the EEA, and the owner says nothing of it."""
    notice, recipient = context.notice, context.derived.recipients[found.id]
    silent = is_silent_on_transfers(recipient, found.id, notice)
    return silent and sends_abroad(found, notice) and not least_contradicted(recipient, found, notice)


def is_silent_on_transfers(recipient: Recipient, id: str, notice: Notice) -> bool:
    """True where nothing says whether data leave the EEA by the recipient; rule N405 asks of one that is outside."""
    stated = recipient.transfers is not None or recipient.sub_processors is not None
    outside = recipient.country is not None and recipient.country not in EEA
    return not (stated or outside) and all(
        notice.is_silent("recipients", id, key) for key in ("transfers", "sub-processors")
    )


def is_stated_as_recipient(context: RuleContext, found: Recognised) -> bool:
    """True where one of the known ids is a recipient of the notice, be it under another id."""
    others = {id for one in recognised_recipients(context) for id in one.known}
    return bool(set(found.known) & {*context.derived.recipients, *others})


def sends_abroad(found: Recognised, notice: Notice) -> bool:
    """True where data usually leave the EEA by each of the known ids."""
    return all(notice.vocabulary.recipients[id].usual_transfers for id in found.known)


def usual_of(ids: tuple[str, ...], notice: Notice) -> str:
    """What is usual of the ids: `mailchimp: US: scc`, one after another."""
    known = notice.vocabulary.recipients
    told = []
    for id in ids:
        usual = ", ".join(f"{country}: {mechanism}" for country, mechanism in known[id].usual_transfers.items())
        told.append(f"`{id}` (usually {usual})" if usual else f"`{id}`")
    return " or ".join(told)


def _recipient_names(context: RuleContext, id: str, recipient: Recipient) -> Iterator[Named]:
    """The names of a recipient; of a known one only the name that the owner states in its stead."""
    if not is_known(context.notice.vocabulary.recipients.get(id)):
        yield from _names(context, "recipients", id, recipient.named)
        return
    stated = (context.notice.register.recipients or {}).get(id)
    if stated and stated.named:
        yield stated.named, ("recipients", id, "named"), None


def _names(context: RuleContext, kind: str, id: str, named: str | None) -> Iterator[Named]:
    """The stated name, the words in each language, and the id itself."""
    at = (kind, id)
    if named:
        yield named, (*at, "named"), None
    for words in context.words.values():
        for path, text, layer in words.owned:
            if path[:2] == at and path[2:] in ((), ("name",)):
                yield text, at, layer.spans.get(path)
    yield id.replace("-", " "), at, None


def _is_elsewhere(recipient: Recipient, id: str, notice: Notice) -> bool:
    """True for an authority of the same name in another country, such as Sweden's Finansinspektionen."""
    known = notice.vocabulary.recipients[id]
    return known.unique and recipient.country not in (None, known.country)


def _of_same_activity(recipient: Recipient, ids: list[str], notice: Notice) -> tuple[str, ...]:
    """Of several services of one company those that do what the recipient does, where any does."""
    known = notice.vocabulary.recipients
    fitting = [id for id in ids if recipient.activity and known[id].activity == recipient.activity]
    return tuple(fitting or ids)
