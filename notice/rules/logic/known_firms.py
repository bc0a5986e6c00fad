"""N417 and C085: a firm, a body or a cookie that the vocabulary knows, stated under another id."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from notice.derive import CONTROLLER
from notice.findings import Level
from notice.model.register import Source
from notice.model.site import Notice
from notice.model.vocabulary import KnownCookie, KnownSource
from notice.rules.recognised import (
    Recognised,
    asks_usual_transfer,
    is_stated_as_recipient,
    least_contradicted,
    recognised_joint_controllers,
    recognised_recipients,
    recognised_sources,
    sends_abroad,
    usual_of,
)
from notice.rules.rule import Fault, RuleContext, rule


@rule("N417", "13-1-e", "14-1-e", level=Level.WARNING)
def known_under_another_id(context: RuleContext) -> Iterator[Fault]:
    """A firm, an authority, a register or a cookie that the vocabulary knows is stated under the vocabulary's id.

    Under it stand the company, the country and what is usual with it, and the rules on it: whether data leave the
    EEA, who decides together with you, what its cookies do.

    Fails::

        recipients:
          parcel-carrier: {named: Posti Oy}

    Passes::

        purposes:
          orders: {recipients: [posti, payment-provider, hosting-provider]}
        recipients:
          parcel-carrier:
          posti: {role: controller, contract: yes}
    """
    notice = context.notice
    for found in recognised_recipients(context):
        contradicted = least_contradicted(context.derived.recipients[found.id], found, notice)
        if not contradicted and not asks_usual_transfer(found, context):
            ids = usual_of(found.known, notice)
            yield _elsewhere(
                found, ids, f"write `{found.known[0]}:` for `{found.id}:` under `recipients:` and wherever it is named"
            )
    for found in recognised_joint_controllers(context):
        if not is_stated_as_recipient(context, found) and not sends_abroad(found, notice):
            ids = usual_of(found.known, notice)
            yield _elsewhere(found, ids, f"state it as a recipient too: `{found.known[0]}: {{role: joint-controller}}`")
    for found in recognised_sources(context):
        if not _source_contradictions(context.derived.sources[found.id], found, notice):
            ids = " or ".join(f"`{id}`" for id in found.known)
            yield _elsewhere(found, ids, f"write `{found.known[0]}:` for `{found.id}:` under `sources:`")
    for id, known_id in _recognised_cookies(notice):
        if not _cookie_contradictions(context, id, notice.vocabulary.cookies[known_id]):
            yield Fault(
                ("cookies", id, "name"),
                f"The cookie “{context.derived.cookies[id].name}” is known as `{known_id}`",
                f"known as `{known_id}`",
                f"write `{known_id}:` for `{id}:` under `cookies:`; what you state there goes before what is known",
            )


@rule("C085", "5-1-a", "13-1-e", "13-1-f")
def known_facts_contradicted(context: RuleContext) -> Iterator[Fault]:
    """What is stated of a known firm, register or cookie under another id does not contradict what is known of it.

    Under the vocabulary's own id your contract decides, and the question is asked; under another nobody would notice.

    Fails::

        recipients:
          newsletter-service: {named: Mailchimp, transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01}}}

    Passes::

        recipients:
          newsletter-service: {named: Example Letters Inc.}
    """
    notice = context.notice
    for found in recognised_recipients(context):
        told = least_contradicted(context.derived.recipients[found.id], found, notice)
        if told:
            yield _contradicted(found, usual_of(found.known, notice), told, "recipients")
    for found in recognised_joint_controllers(context):
        address = (notice.register.joint_controllers or {})[found.id].address
        countries = {notice.vocabulary.recipients[id].country for id in found.known}
        if address and address.country and address.country not in countries:
            told = [f"country {address.country}, known: {', '.join(sorted(map(str, countries)))}"]
            yield _contradicted(found, usual_of(found.known, notice), told, "recipients")
    for found in recognised_sources(context):
        if told := _source_contradictions(context.derived.sources[found.id], found, notice):
            yield _contradicted(found, " or ".join(f"`{id}`" for id in found.known), told, "sources")
    for id, known_id in _recognised_cookies(notice):
        if told := _cookie_contradictions(context, id, notice.vocabulary.cookies[known_id]):
            yield Fault(
                ("cookies", id),
                f"The cookie “{context.derived.cookies[id].name}” is known as `{known_id}`, and is stated otherwise: "
                + "; ".join(told),
                f"known as `{known_id}`",
                f"write `{known_id}:` for `{id}:` under `cookies:`, or correct the facts",
                notice.span("cookies", id, "name"),
            )


def _elsewhere(found: Recognised, ids: str, help: str) -> Fault:
    return Fault(found.at, f"“{found.name}” is known as {ids}", f"known as {ids}", help, found.span)


def _contradicted(found: Recognised, ids: str, told: list[str], kind: str) -> Fault:
    return Fault(
        found.at,
        f"“{found.name}” is known as {ids}, and is stated otherwise: {'; '.join(told)}",
        "contradicts what is known",
        f"name it by its id, `{found.known[0]}:` under `{kind}:`, and state what your contract says; "
        "or correct the name or the facts",
        found.span,
    )


def _source_contradictions(source: Source, found: Recognised, notice: Notice) -> list[str]:
    """What is said of the source otherwise than of each of the known ones that its name may mean."""
    return min((_otherwise(source, notice.vocabulary.sources[id]) for id in found.known), key=len)


def _otherwise(source: Source, known: KnownSource) -> list[str]:
    told = []
    if source.public is not None and known.public is not None and source.public != known.public:
        told.append(f"public: {_yes(source.public)}, known: {_yes(known.public)}")
    if source.kind in ("person", "observed", "own"):
        told.append(f"kind: {source.kind}, known: {known.kind}")
    return told


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


def _recognised_cookies(notice: Notice) -> Iterator[tuple[str, str]]:
    """The cookies under an id of the owner's whose name in the browser is that of a known firm's cookie."""
    known = notice.vocabulary.cookies
    firms = {id: one for id, one in known.items() if one.name and one.provider != CONTROLLER and not one.common_name}
    for id, cookie in (notice.register.cookies or {}).items():
        names = [name.rstrip("*") for name in re.split(r"[\s,;]+", cookie.name or "")] if id not in known else []
        found = next((one for one, facts in firms.items() for name in names if _is_name(name, facts)), None)
        if found:
            yield id, found


def _is_name(name: str, known: KnownCookie) -> bool:
    return fnmatchcase(name, str(known.name)) or name == str(known.name).rstrip("*")


def _cookie_contradictions(context: RuleContext, id: str, known: KnownCookie) -> list[str]:
    told, cookie = [], context.derived.cookies[id]
    others = {cookie.provider, *(cookie.read_by or ())}
    by_name = {id for one in recognised_recipients(context) if one.id in others for id in one.known}
    said = cookie.provider is not None and not context.notice.is_unknown("cookies", id, "read-by")
    if said and known.provider not in others | by_name:
        told.append(f"provider: {cookie.provider}, known: {known.provider}")
    if cookie.category == "necessary" and known.category not in (None, "necessary"):
        told.append(f"category: necessary, known: {known.category}")
    return told


RULES = (known_under_another_id, known_facts_contradicted)
