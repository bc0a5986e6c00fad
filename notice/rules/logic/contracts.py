"""C: what lies between the controller and a recipient: a contract, joint control, and whether anything does at all."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.vocabulary import KnownRecipient
from notice.rules.rule import Fault, RuleContext, rule


@rule("C036", "26-1", "26-2", level=Level.WARNING)
def joint_control_unasked(context: RuleContext) -> Iterator[Fault]:
    """Whether one decides together with a platform on collecting data is asked, and answered.

    Whoever puts a platform's tool on a page decides with it on collecting the data there: C-40/17 Fashion ID.

    Also found: C054, for the contract is not confirmed either.

    Fails::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, tiktok]}
        recipients:
          tiktok: {role: controller}

    Passes::

        purposes:
          visitor-statistics: {recipients: [hosting-provider, tiktok]}
        recipients:
          tiktok: {role: controller, contract: yes, joint-control: no}
    """
    joint = context.notice.register.joint_controllers
    for id, known in _well_known(context):
        recipient = context.derived.recipients[id]
        together = recipient.role == "joint-controller" or recipient.joint_control
        fact = ("recipients", id, "joint-control")
        if together and not joint and context.notice.is_silent("joint-controllers"):
            message = f"You decide together with “{id}”, and no joint controller is stated"
            yield Fault(fact, message, "", _together(known))
        asked = known.asks_joint_control and not together and recipient.joint_control is None
        if asked and context.notice.is_silent(*fact) and not context.notice.is_unknown("recipients", id, "role"):
            yield Fault(
                fact,
                f"Do you decide together with “{id}” why and how data are collected?",
                "answer `joint-control:`",
                "write `joint-control: yes` or `no`; where its tool stands on your page it is often yes",
            )


@rule("C050", "28-3", level=Level.INFO)
def contract_unrecorded(context: RuleContext) -> Iterator[Fault]:
    """With every processor there is a contract, and the owner says so; no notice prints it.

    Fails::

        recipients:
          hosting-provider: {contract: }

    Passes::

        recipients:
          hosting-provider: {contract: yes}
    """
    for id, recipient in context.derived.recipients.items():
        fact = ("recipients", id, "contract")
        known = _is_well_known(context.notice.vocabulary.recipients.get(id))
        if (
            recipient.role == "processor"
            and not known
            and recipient.contract is None
            and context.notice.is_silent(*fact)
        ):
            yield Fault(
                fact,
                f"Is there a contract with the processor “{id}”?",
                "answer `contract:`",
                "write `contract: yes` when you have seen it; `no` or `unknown` if not",
            )


@rule("C054", "28-3", "13-1-e", level=Level.WARNING)
def known_recipient_unconfirmed(context: RuleContext) -> Iterator[Fault]:
    """A firm that the vocabulary knows is held against the owner's own contract with it.

    The vocabulary knows what is usual; which company, which role and which transfers hold, only the contract says.

    Fails::

        purposes:
          orders: {recipients: [posti, payment-provider, hosting-provider]}
        recipients:
          parcel-carrier:
          posti: {role: controller}

    Passes::

        purposes:
          orders: {recipients: [posti, payment-provider, hosting-provider]}
        recipients:
          parcel-carrier:
          posti: {role: controller, contract: yes}
    """
    for id, known in _well_known(context):
        fact = ("recipients", id, "contract")
        if context.derived.recipients[id].contract is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"Hold “{id}” against your contract: {_usual(known)}",
                "answer `contract:`",
                f"see {known.notice or known.source}, state `role` and `transfers` as they are; then `contract: yes`",
            )


@rule("C057", "28-3")
def processor_without_contract(context: RuleContext) -> Iterator[Fault]:
    """A processor handles data under a contract; without one it may not have them.

    Fails::

        recipients:
          hosting-provider: {contract: no}

    Passes::

        recipients:
          hosting-provider: {contract: yes}
    """
    for id, recipient in context.derived.recipients.items():
        if recipient.role == "processor" and recipient.contract is False:
            yield Fault(
                ("recipients", id, "contract"),
                f"The processor “{id}” has data without a contract",
                "Article 28(3) asks for one",
                "make the contract, then write `contract: yes`; until then give it no data",
            )


@rule("C058", "5-1-a", level=Level.WARNING)
def recipient_unused(context: RuleContext) -> Iterator[Fault]:
    """Every recipient that is stated receives data for some purpose, or by some cookie.

    Fails::

        recipients:
          auditor: {named: Esimerkkitarkastus Oy, role: controller, country: FI}

    Passes::

        purposes:
          bookkeeping: {recipients: [accounting-firm, auditor]}
        recipients:
          auditor: {named: Esimerkkitarkastus Oy, role: controller, country: FI}
    """
    used = {
        id for purpose in context.derived.purposes.values() for id in (*(purpose.recipients or ()), purpose.interest_of)
    }
    used |= {id for one in context.derived.cookies.values() for id in (one.provider, *(one.read_by or ()))}
    open = any(context.notice.is_unknown("purposes", id, "recipients") for id in context.derived.purposes)
    open = open or not (context.notice.is_read("purposes") and context.notice.is_read("cookies"))
    stated = context.notice.register.recipients if context.derived.purposes else None
    for id in stated or {}:
        if id not in used and not open:
            yield Fault(
                ("recipients", id),
                f"No purpose and no cookie gives data to “{id}”",
                "leads nowhere",
                "name it under the purposes whose data it receives, or take it out",
            )


def _well_known(context: RuleContext) -> Iterator[tuple[str, KnownRecipient]]:
    """The firms of the vocabulary that the notice names, without those of which nothing at all is known yet."""
    for id in context.derived.recipients:
        known = context.notice.vocabulary.recipients.get(id)
        if known and _is_well_known(known) and not context.notice.is_unknown("recipients", id):
            yield id, known


def _is_well_known(known: KnownRecipient | None) -> bool:
    return bool(known and known.source and known.named)


def _usual(known: KnownRecipient) -> str:
    """What others find: `Google Ireland Limited (IE), usually processor, US: dpf`."""
    told = [f"{known.named} ({known.country})"]
    if known.usual_role:
        told.append(f"usually {known.usual_role}")
    told += [f"usually {country}: {mechanism}" for country, mechanism in known.usual_transfers.items()]
    return ", ".join(told)


def _together(known: KnownRecipient) -> str:
    return f"state it under `joint-controllers: {{…: {{name: {known.named}, does: […]}}}}`, or correct its role"


RULES = (
    joint_control_unasked,
    contract_unrecorded,
    known_recipient_unconfirmed,
    processor_without_contract,
    recipient_unused,
)
