"""C091: chats of which nobody is informed whether an AI system answers. Regulation (EU) 2024/1689, Art. 50(1)."""

from collections.abc import Iterator

from notice.findings import Level, Violation, write
from notice.law.union import act
from notice.model.keys import PURPOSE
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

CHATS = frozenset({"chat", "ai-assistance"})
"""Activities of recipients, by the ids of `activities`, in which an AI system may answer people."""

CHAT_PURPOSES = frozenset({"chat-service"})


@rule("C091", "2024/1689-50-1", level=Level.INFO)
def assistant_or_not_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where people chat, the purpose states whether an AI system answers them.

    From 2 August 2026 people are informed that they interact with an AI system, unless it is obvious: Article 50(1) of
    Regulation (EU) 2024/1689. The provider builds that into the system; the notice says it of the processing. The
    Official Journal was not read, so this is information only.

    Fails::

        purposes:
          chat-service:
            basis: contract
            people: [customers]
            data: [name]
            recipients: none
            keep: {for: 1 year, after: last-contact}
            required: voluntary

    Passes::

        recipients: {parcel-carrier: {activity: chat}}
        purposes: {orders: {ai-assistant: yes}}
    """
    if not act("ai-interaction").applies(context.day):
        return
    recipients = context.derived.recipients
    for purpose in context.purposes:
        used = [recipients[id].activity for id in purpose.facts.recipients or () if id in recipients]
        assistant = purpose[PURPOSE.ai_assistant]
        if assistant.is_missing and (_is_chat(context, purpose.id) or any(_answers(context, one) for one in used)):
            yield assistant.violation(suggestion=write("ai-assistant: yes"), purpose=purpose.id)


def _answers(context: RuleContext, activity: str | None) -> bool:
    """Whether people chat in the activity: one of the vocabulary's, or an own one with such words."""
    return activity is not None and (activity in CHATS or shown(context, "activities", activity, "chat") is not None)


def _is_chat(context: RuleContext, purpose: str) -> bool:
    """Whether people chat for the purpose: one of the vocabulary's, or an own one with such words."""
    return purpose in CHAT_PURPOSES or shown(context, "purposes", purpose, "chat") is not None


RULES = (assistant_or_not_unsaid,)
