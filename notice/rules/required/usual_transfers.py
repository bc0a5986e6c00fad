"""N416: usual transfers of a known firm or its group, to be confirmed or denied. GDPR Arts 13(1)(f), 14(1)(f)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from notice.derive import transfers_unanswered
from notice.findings import Span, Violation, add, texts
from notice.model.cursor import Cursor
from notice.model.keys import COOKIE, PURPOSE, RECIPIENT
from notice.model.register import Recipient
from notice.model.site import Notice
from notice.rules.recognised import (
    Recognised,
    asks_usual_transfer,
    is_silent_on_transfers,
    is_stated_as_recipient,
    recognised_joint_controllers,
    recognised_recipients,
    sends_abroad,
)
from notice.rules.rule import RuleContext, rule


@rule("N416", "13-1-f", "14-1-f", "44")
def usual_transfer_unanswered(context: RuleContext) -> Iterator[Violation]:
    """Where the data of a firm usually leave the EEA, the owner states whether they do, and on what ground.

    The same is asked of a European company whose group is outside the EEA: a company of the group may see the data
    from there. With the European company alone, the notice would say that no data leave the EEA. What is usual is not
    stated for you: your contract decides, and `none` is an answer too.

    Fails::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, google-analytics]}
        recipients:
          google-analytics: {role: processor, contract: yes}

    Passes::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, google-analytics]}
        recipients:
          google-analytics:
            role: processor
            contract: yes
            transfers: {US: {importer: Google LLC, mechanism: dpf, verified: 2026-11-01}}
    """
    notice = context.notice
    for recipient in context.recipients:
        facts, id = recipient.facts, recipient.id
        if transfers_unanswered(notice, id, facts) and is_silent_on_transfers(facts, id, notice):
            message = "transfers-unstated" if notice.vocabulary.recipients[id].usual_transfers else "group-abroad"
            violation = recipient[RECIPIENT.transfers].missing(
                message, recipient=id, usual=_usual(notice, id), example=_example(notice, id)
            )
            yield replace(violation, span=_first_mention(context, recipient))
    for recognised in recognised_recipients(context):
        if asks_usual_transfer(recognised, context):
            yield _by_name(notice, recognised)
    for recognised in recognised_joint_controllers(context):
        if not is_stated_as_recipient(context, recognised) and sends_abroad(recognised, notice):
            yield _by_name(notice, recognised)


def _by_name(notice: Notice, recognised: Recognised) -> Violation:
    """The violation for a firm that was recognised by its name."""
    id = recognised.known[0]
    usual = "; ".join(f"{known}: {_usual(notice, known)}" for known in recognised.known)
    arguments = texts({"name": recognised.name, "known": id, "usual": usual, "example": _example(notice, id)})
    span = recognised.span or notice.span(*recognised.at)
    message = "firm-recognised" if notice.vocabulary.recipients[id].usual_transfers else "group-recognised"
    return Violation(recognised.at, message, arguments, span, add("transfers"))


def _usual(notice: Notice, id: str) -> str:
    """The usual transfers of a firm, `US: dpf`; the country of its group where none are known."""
    known = notice.vocabulary.recipients[id]
    usual = known.usual_transfers.items()
    return ", ".join(f"{country}: {mechanism}" for country, mechanism in usual) or str(known.group_country)


def _example(notice: Notice, id: str) -> str:
    known = notice.vocabulary.recipients[id]
    usual = known.usual_transfers.items()
    rows = ", ".join(f"{country}: {{mechanism: {mechanism}, …}}" for country, mechanism in usual)
    return rows or f"{known.group_country}: {{mechanism: …}}"


def _first_mention(context: RuleContext, recipient: Cursor[Recipient]) -> Span:
    """The place of the recipient; else of its first mention by a purpose, an interest or a cookie."""
    mentions: list[Cursor[Any]] = [recipient]
    for purpose in context.purposes:
        mentions += _named_in(purpose[PURPOSE.recipients], recipient.id)
        mentions += _named_in(purpose[PURPOSE.interest_of], recipient.id)
    for cookie in context.cookies:
        mentions += _named_in(cookie[COOKIE.read_by], recipient.id)
        mentions += [cookie[COOKIE.provider], cookie] if cookie.facts.provider == recipient.id else []
    stated = (mention for mention in mentions if mention.path in context.notice.spans)
    return next(stated, recipient).span


def _named_in(ids: Cursor[tuple[str, ...]], id: str) -> Iterator[Cursor[Any]]:
    """The items of a list that are the id; the whole where one is written without a list."""
    for item in ids.items():
        if item.value == id:
            yield item if item.path in ids.notice.spans else ids


RULES = (usual_transfer_unanswered,)
