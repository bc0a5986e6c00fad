"""N417, C085: a firm, a body or a cookie of the vocabulary, stated under another id."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import COOKIE
from notice.model.register import Cookie, Source
from notice.model.site import Notice
from notice.model.vocabulary import KnownCookie, KnownSource
from notice.rules.recognised import (
    Contradiction,
    Recognised,
    asks_usual_transfer,
    is_stated_as_recipient,
    least_contradicted,
    recognised_cookies,
    recognised_joint_controllers,
    recognised_recipients,
    recognised_sources,
    sends_abroad,
)
from notice.rules.rule import RuleContext, rule


@rule("N417", "13-1-e", "14-1-e", level=Level.WARNING)
def known_under_another_id(context: RuleContext) -> Iterator[Violation]:
    """A firm, an authority, a register or a cookie of the vocabulary is stated under the vocabulary's id.

    The vocabulary has under that id the company, its country and what is usual with it, and the rules ask about it:
    whether data leave the EEA, who decides together with you, what its cookies do.

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
    for recipient in recognised_recipients(context):
        contradicted = least_contradicted(context.derived.recipients[recipient.id], recipient, notice)
        if not contradicted and not asks_usual_transfer(recipient, context):
            yield recipient.violation("recipient", name=recipient.name, id=recipient.id, known=recipient.shown)
    for joint in recognised_joint_controllers(context):
        if not is_stated_as_recipient(context, joint) and not sends_abroad(joint, notice):
            yield joint.violation("joint-controller", name=joint.name, id=joint.id, known=joint.shown)
    for source in recognised_sources(context):
        if not _source_contradictions(context.derived.sources[source.id], source, notice):
            yield source.violation("source", name=source.name, id=source.id, known=source.shown)
    for cookie, known_id, known in recognised_cookies(context):
        if not _cookie_contradictions(context, cookie, known):
            name = cookie[COOKIE.name]
            yield name.violation("cookie", name=name.value, id=cookie.id, known=f"`{known_id}`")


@rule("C085", "5-1-a", "13-1-e", "13-1-f")
def known_facts_contradicted(context: RuleContext) -> Iterator[Violation]:
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
    for recipient in recognised_recipients(context):
        contradicted = least_contradicted(context.derived.recipients[recipient.id], recipient, notice)
        if contradicted:
            stated, known_facts = _joined(contradicted)
            yield recipient.violation(
                "recipient",
                name=recipient.name,
                id=recipient.id,
                known=recipient.shown,
                stated=stated,
                known_facts=known_facts,
            )
    for joint in recognised_joint_controllers(context):
        if contradiction := _joint_controller_contradiction(context, joint):
            yield joint.violation(
                "recipient",
                name=joint.name,
                id=joint.id,
                known=joint.shown,
                stated=contradiction.stated,
                known_facts=contradiction.known,
            )
    for source in recognised_sources(context):
        if contradicted := _source_contradictions(context.derived.sources[source.id], source, notice):
            stated, known_facts = _joined(contradicted)
            yield source.violation(
                "source", name=source.name, id=source.id, known=source.shown, stated=stated, known_facts=known_facts
            )
    for cookie, known_id, known in recognised_cookies(context):
        if contradicted := _cookie_contradictions(context, cookie, known):
            stated, known_facts = _joined(contradicted)
            violation = cookie.violation(
                "cookie",
                name=cookie.facts.name,
                id=cookie.id,
                known=f"`{known_id}`",
                stated=stated,
                known_facts=known_facts,
            )
            yield replace(violation, span=cookie[COOKIE.name].span)


def _joined(contradicted: Iterable[Contradiction]) -> tuple[str, str]:
    """The stated and the known facts, each as one line of YAML."""
    stated = dict.fromkeys(contradiction.stated for contradiction in contradicted)
    known = dict.fromkeys(contradiction.known for contradiction in contradicted)
    return ", ".join(stated), ", ".join(known)


def _joint_controller_contradiction(context: RuleContext, joint: Recognised) -> Contradiction | None:
    """The stated country, if none of the firms that the name may mean is established there."""
    stated = (context.notice.register.joint_controllers or {})[joint.id].address
    countries = {str(context.notice.vocabulary.recipients[id].country) for id in joint.known}
    if stated is None or not stated.country or stated.country in countries:
        return None
    return Contradiction(f"country: {stated.country}", f"country: {', '.join(sorted(countries))}")


def _source_contradictions(source: Source, recognised: Recognised, notice: Notice) -> list[Contradiction]:
    """The contradictions with the one of the known sources that the facts fit best; empty where they fit one."""
    known = notice.vocabulary.sources
    return min((_contradictions_with(source, known[id]) for id in recognised.known), key=len)


def _contradictions_with(source: Source, known: KnownSource) -> list[Contradiction]:
    contradicted = []
    if source.public is not None and known.public is not None and source.public != known.public:
        contradicted.append(
            Contradiction(f"public: {_yes_or_no(source.public)}", f"public: {_yes_or_no(known.public)}")
        )
    if source.kind in ("person", "observed", "own"):
        contradicted.append(Contradiction(f"kind: {source.kind}", f"kind: {known.kind}"))
    return contradicted


def _cookie_contradictions(context: RuleContext, cookie: Cursor[Cookie], known: KnownCookie) -> list[Contradiction]:
    contradicted, facts = [], cookie.facts
    readers = {facts.provider, *(facts.read_by or ())}
    firms = {id for recipient in recognised_recipients(context) if recipient.id in readers for id in recipient.known}
    is_stated = facts.provider is not None and not cookie[COOKIE.read_by].is_unknown
    if is_stated and known.provider not in readers | firms:
        contradicted.append(Contradiction(f"provider: {facts.provider}", f"provider: {known.provider}"))
    if facts.category == "necessary" and known.category not in (None, "necessary"):
        contradicted.append(Contradiction("category: necessary", f"category: {known.category}"))
    return contradicted


def _yes_or_no(answer: bool) -> str:
    return "yes" if answer else "no"


RULES = (known_under_another_id, known_facts_contradicted)
