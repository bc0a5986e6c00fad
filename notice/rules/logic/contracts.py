"""C: the relation of the controller to a recipient: a contract, joint control, or none at all."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import RECIPIENT, REGISTER
from notice.model.register import Recipient
from notice.model.vocabulary import KnownRecipient
from notice.rules.rule import RuleContext, rule


@rule("C036", "26-1", "26-2", level=Level.WARNING)
def joint_control_unasked(context: RuleContext) -> Iterator[Violation]:
    """The owner states whether the collection of data is decided on together with a platform.

    A controller that puts a platform's tool on a page decides with it on collecting the data there: C-40/17 Fashion ID.

    Also found: C054, for the contract is not confirmed either.

    Fails::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, tiktok]}
        recipients:
          tiktok: {role: controller, transfers: none}

    Passes::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, tiktok]}
        recipients:
          tiktok: {role: controller, contract: yes, joint-control: no, transfers: none}
    """
    joint_controllers = context.register[REGISTER.joint_controllers]
    for recipient, known in _known_firms(context):
        role, joint_control = recipient[RECIPIENT.role], recipient[RECIPIENT.joint_control]
        together = role.value == "joint-controller" or joint_control.value
        if together and not joint_controllers.value and joint_controllers.is_silent:
            yield joint_control.violation("no-joint-controller", recipient=recipient.id, company=known.named)
        if known.asks_joint_control and not together and joint_control.is_missing and not role.is_unknown:
            yield joint_control.missing("unanswered", recipient=recipient.id)


@rule("C050", "28-3", level=Level.INFO)
def contract_unrecorded(context: RuleContext) -> Iterator[Violation]:
    """The owner states that there is a contract with every processor; no notice prints it.

    Fails::

        recipients:
          hosting-provider: {contract: }

    Passes::

        recipients:
          hosting-provider: {contract: yes}
    """
    for recipient in context.recipients:
        contract = recipient[RECIPIENT.contract]
        if recipient.facts.role == "processor" and contract.is_missing and not _known_firm(context, recipient):
            yield contract.missing(recipient=recipient.id)


@rule("C054", "28-3", "13-1-e", level=Level.WARNING)
def known_recipient_unconfirmed(context: RuleContext) -> Iterator[Violation]:
    """The owner compares the vocabulary's facts of a known firm with the own contract, and says so.

    The vocabulary has what is usual; only the contract shows which company, which role and which transfers apply.
    A firm that is a controller of its own, as it usually is, needs no contract on the processing.

    Fails::

        purposes:
          orders: {recipients: [netvisor, payment-provider, hosting-provider]}
        recipients:
          parcel-carrier:
          netvisor: {role: processor}

    Passes::

        purposes:
          orders: {recipients: [netvisor, payment-provider, hosting-provider]}
        recipients:
          parcel-carrier:
          netvisor: {role: processor, contract: yes}
    """
    for recipient, known in _known_firms(context):
        contract = recipient[RECIPIENT.contract]
        is_as_usual = recipient.facts.role == known.usual_role == "controller"
        if contract.is_missing and not is_as_usual:
            yield contract.missing(recipient=recipient.id, usual=_usual(known))


@rule("C057", "28-3")
def processor_without_contract(context: RuleContext) -> Iterator[Violation]:
    """A processor handles data under a contract; without one it may not have them.

    Fails::

        recipients:
          hosting-provider: {contract: no}

    Passes::

        recipients:
          hosting-provider: {contract: yes}
    """
    for recipient in context.recipients:
        contract = recipient[RECIPIENT.contract]
        if recipient.facts.role == "processor" and contract.value is False:
            yield contract.violation(recipient=recipient.id)


@rule("C058", "5-1-a", level=Level.WARNING)
def recipient_unused(context: RuleContext) -> Iterator[Violation]:
    """Every stated recipient receives data for some purpose or through some cookie.

    Fails::

        recipients:
          auditor: {named: Esimerkkitarkastus Oy, role: controller, country: FI}

    Passes::

        purposes:
          bookkeeping: {recipients: [accounting-firm, auditor]}
        recipients:
          auditor: {named: Esimerkkitarkastus Oy, role: controller, country: FI}
    """
    purposes, cookies = context.derived.purposes.values(), context.derived.cookies.values()
    used: set[str | None] = {id for purpose in purposes for id in purpose.recipients or ()}
    used |= {id for purpose in purposes for id in purpose.interest_of or ()}
    used |= {id for cookie in cookies for id in (cookie.provider, *(cookie.read_by or ()))}
    lists = (context.register[REGISTER.purposes], context.register[REGISTER.cookies])
    if not purposes or context.derived.recipients_unlisted:
        return
    if not all(context.notice.is_read(*things.path) for things in lists):
        return
    for recipient in context.register[REGISTER.recipients].entries():
        if recipient.id not in used:
            yield recipient.violation(recipient=recipient.id)


def _known_firms(context: RuleContext) -> Iterator[tuple[Cursor[Recipient], KnownRecipient]]:
    """The recipients that are firms of the vocabulary, except those that are `unknown` as a whole."""
    for recipient in context.recipients:
        known = _known_firm(context, recipient)
        if known and not recipient.is_unknown:
            yield recipient, known


def _known_firm(context: RuleContext, recipient: Cursor[Recipient]) -> KnownRecipient | None:
    """The vocabulary's entry of a recipient that is one named firm; None for the others."""
    known = context.notice.vocabulary.recipients.get(recipient.id)
    return known if known and known.source and known.named else None


def _usual(known: KnownRecipient) -> str:
    """The usual facts of a firm as YAML: `{named: Google Ireland Limited, country: IE, usual-role: processor}`."""
    transfers = ", ".join(f"{country}: {mechanism}" for country, mechanism in known.usual_transfers.items())
    facts = {
        "named": known.named,
        "country": known.country,
        "usual-role": known.usual_role,
        "usual-transfers": transfers and f"{{{transfers}}}",
        "group-country": known.group_country,
        "notice": known.notice,
        "source": known.source if known.source and "://" in known.source and not known.notice else None,
    }
    return f"{{{', '.join(f'{key}: {value}' for key, value in facts.items() if value)}}}"


RULES = (
    joint_control_unasked,
    contract_unrecorded,
    known_recipient_unconfirmed,
    processor_without_contract,
    recipient_unused,
)
