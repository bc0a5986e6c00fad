"""N4: grounds of transfers out of the EEA, and their safeguards. GDPR Arts 13(1)(f), 14(1)(f), 44–49."""

from collections.abc import Iterator

from notice.findings import Violation
from notice.law.countries import EEA
from notice.law.transfers import NAMED_BY_THEMSELVES, SAFEGUARDS
from notice.model.keys import ADDRESS, JOINT_CONTROLLER, RECIPIENT, REGISTER, TRANSFER
from notice.rules.rule import RuleContext, rule


@rule("N405", "13-1-f", "14-1-f", "45")
def transfer_without_ground(context: RuleContext) -> Iterator[Violation]:
    """Every transfer out of the EEA rests on an adequacy decision in force, on a safeguard, or on a derogation.

    The notice says of each country whether a decision exists; a decision that does not exist is no ground.

    Fails::

        recipients:
          parcel-carrier:
            country: IN

    Passes::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: scc, copy: request}
    """
    for recipient, transfer in context.transfers:
        mechanism = transfer[TRANSFER.mechanism]
        if not mechanism.is_missing:
            continue
        known = context.notice.vocabulary.recipients.get(recipient.id)
        usual = known.usual_transfers.get(transfer.id) if known else None
        if usual:
            yield mechanism.violation("usual-ground", recipient=recipient.id, country=transfer.id, usual=usual)
        else:
            yield mechanism.violation("no-ground", recipient=recipient.id, country=transfer.id)


@rule("N406", "13-1-f", "46", "47", "49-1")
def safeguard_not_named(context: RuleContext) -> Iterator[Violation]:
    """A transfer based on a safeguard names it: the approval, the code of conduct, the clauses.

    The Commission's standard clauses of 2021 name themselves; every other safeguard needs its reference.

    Fails::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: bcr, copy: request}

    Passes::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: bcr, copy: request, reference: Approval 1/2024}
    """
    for recipient, transfer in context.transfers:
        mechanism, reference = transfer[TRANSFER.mechanism].value, transfer[TRANSFER.reference]
        if mechanism not in SAFEGUARDS or mechanism in NAMED_BY_THEMSELVES:
            continue
        if not reference.value and reference.is_silent:
            yield reference.missing(recipient=recipient.id, country=transfer.id)


@rule("N407", "13-1-f", "14-1-f")
def safeguard_without_copy(context: RuleContext) -> Iterator[Violation]:
    """Where a transfer is based on a safeguard, the notice says how to get a copy of it, or where it can be read.

    Fails::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: scc}

    Passes::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: scc, copy: request}
    """
    for recipient, transfer in context.transfers:
        copy = transfer[TRANSFER.copy_from]
        if transfer[TRANSFER.mechanism].value in SAFEGUARDS and not copy.value and copy.is_silent:
            yield copy.missing(recipient=recipient.id, country=transfer.id)


@rule("N412", "44")
def transfer_within_eea(context: RuleContext) -> Iterator[Violation]:
    """Data that stay in the EEA are not transferred: no ground is stated for them.

    Fails::

        recipients:
          parcel-carrier:
            country: FI
            transfers:
              SE: {mechanism: scc, copy: request}

    Passes::

        recipients:
          parcel-carrier:
            country: SE
    """
    for recipient in context.recipients:
        for transfer in recipient[RECIPIENT.transfers].entries():
            if transfer.id in EEA:
                yield transfer.violation(recipient=recipient.id, country=transfer.id)


@rule("N413", "13-1-f", "26-1", "44")
def joint_controller_abroad(context: RuleContext) -> Iterator[Violation]:
    """A joint controller outside the EEA is stated as a recipient too, with the ground of the transfer to it.

    Otherwise the notice would say that no data leave the EEA, although they do.

    Fails::

        joint-controllers:
          partner: {name: Partner Ltd, email: info@example.com, does: [requests], address: {country: IN}}

    Passes::

        joint-controllers:
          partner: {name: Partner Ltd, email: info@example.com, does: [requests], address: {country: SE}}
    """
    recipients = context.derived.recipients
    for joint in context.register[REGISTER.joint_controllers].entries():
        country = joint[JOINT_CONTROLLER.address][ADDRESS.country]
        if country.value is None or country.value in EEA:
            continue
        if joint.id not in recipients or recipients[joint.id].country != country.value:
            yield country.violation(joint_controller=joint.id, country=country.value)


RULES = (
    transfer_without_ground,
    safeguard_not_named,
    safeguard_without_copy,
    transfer_within_eea,
    joint_controller_abroad,
)
