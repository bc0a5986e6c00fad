"""N4: transfers that are usual with a firm, and that the owner has to answer for. GDPR Arts 13(1)(f), 14(1)(f)."""

from collections.abc import Iterator

from notice.derive import usual_transfers_unanswered
from notice.findings import FactPath
from notice.model.site import Notice
from notice.rules.recognised import (
    Recognised,
    asks_usual_transfer,
    is_silent_on_transfers,
    is_stated_as_recipient,
    recognised_joint_controllers,
    recognised_recipients,
    sends_abroad,
    usual_of,
)
from notice.rules.rule import Fault, RuleContext, rule


@rule("N416", "13-1-f", "14-1-f", "44")
def usual_transfer_unanswered(context: RuleContext) -> Iterator[Fault]:
    """Of a firm whose data are known to leave the EEA as a rule, it is said whether they do, and on what ground.

    Its European company alone would let the notice say that no data leave. What is usual is no fact of yours: your
    contract decides, and `none` is an answer too.

    Fails::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, google-analytics]}
        recipients:
          google-analytics: {role: processor, contract: yes}

    Passes::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, google-analytics]}
        recipients:
          google-analytics: {role: processor, contract: yes, transfers: {US: {mechanism: dpf, verified: 2026-11-01}}}
    """
    notice = context.notice
    for id, recipient in context.derived.recipients.items():
        if usual_transfers_unanswered(notice, id, recipient) and is_silent_on_transfers(recipient, id, notice):
            yield Fault(
                ("recipients", id, "transfers"),
                f"It is not said whether data leave the EEA by “{id}”; {_usually(notice, id)}",
                "add `transfers:`",
                f"write under `recipients: {id}:` what your contract says, such as {_example(notice, id)}, "
                "or `transfers: none`; `unknown` while you do not know",
                notice.span(*_mention(context, id)),
            )
    for found in recognised_recipients(context):
        if asks_usual_transfer(found, context):
            yield _by_name(notice, found)
    for found in recognised_joint_controllers(context):
        if not is_stated_as_recipient(context, found) and sends_abroad(found, notice):
            yield _by_name(notice, found)


def _by_name(notice: Notice, found: Recognised) -> Fault:
    return Fault(
        found.at,
        f"“{found.name}” is known as {usual_of(found.known, notice)}, and it is not said whether data leave the EEA",
        "add `transfers:`",
        f"state it by its id, `recipients: {{{found.known[0]}: {{role: …, transfers: …}}}}`, with what your contract "
        f"says, such as {_example(notice, found.known[0])}, or `transfers: none`",
        found.span,
    )


def _usually(notice: Notice, id: str) -> str:
    usual = notice.vocabulary.recipients[id].usual_transfers.items()
    return "usually they do: " + ", ".join(f"{country}: {mechanism}" for country, mechanism in usual)


def _example(notice: Notice, id: str) -> str:
    usual = notice.vocabulary.recipients[id].usual_transfers.items()
    return "`transfers: {" + ", ".join(f"{country}: {{mechanism: {one}, …}}" for country, one in usual) + "}`"


def _mention(context: RuleContext, id: str) -> FactPath:
    """Where the recipient is stated; else the first place that names it: a purpose, an interest, a cookie."""
    paths: list[FactPath] = [("recipients", id)]
    for purpose, facts in context.derived.purposes.items():
        at = ("purposes", purpose)
        paths += [(*at, "recipients", str(index)) for index, one in enumerate(facts.recipients or ()) if one == id]
        paths += [(*at, "interest-of")] if facts.interest_of == id else []
    for cookie, stored in context.derived.cookies.items():
        place = ("cookies", cookie)
        paths += [(*place, "read-by", str(index)) for index, one in enumerate(stored.read_by or ()) if one == id]
        paths += [(*place, "provider"), place] if stored.provider == id else []
    return next((path for path in paths if path in context.notice.spans), ("recipients", id))


RULES = (usual_transfer_unanswered,)
