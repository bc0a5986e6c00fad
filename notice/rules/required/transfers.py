"""N4: on what ground data leave the EEA, and what is told of it. GDPR Arts 13(1)(f), 14(1)(f), 44–49."""

from collections.abc import Iterator

from notice.law.countries import EEA
from notice.law.transfers import NAMED_BY_THEMSELVES, SAFEGUARDS
from notice.rules.rule import Fault, RuleContext, rule


@rule("N405", "13-1-f", "14-1-f", "45")
def transfer_without_ground(context: RuleContext) -> Iterator[Fault]:
    """Every transfer out of the EEA rests on an adequacy decision in force, on a safeguard, or on a derogation.

    The notice says of each country whether a decision exists; a ground that is not there is no ground.

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
    for row in context.derived.transfers:
        at = ("recipients", row.recipient, "transfers", row.country, "mechanism")
        mechanism = row.transfer.mechanism if row.transfer else None
        if mechanism is None and context.notice.is_silent(*at):
            yield Fault(
                at,
                f"Data go to “{row.recipient}” in {row.country}, and no ground is stated",
                f"add `transfers: {{{row.country}: {{mechanism: …}}}}`",
                _usual(context, row.recipient, row.country)
                + "write one of: adequacy, dpf, scc, bcr, explicit-consent, …; see `notice explain N405`",
            )


def _usual(context: RuleContext, id: str, country: str) -> str:
    known = context.notice.vocabulary.recipients.get(id)
    usual = known.usual_transfers.get(country) if known else None
    return f"usually {country}: {usual}; see your contract, and " if usual else ""


@rule("N406", "13-1-f", "46", "47", "49-1")
def safeguard_not_named(context: RuleContext) -> Iterator[Fault]:
    """A transfer that rests on a safeguard says which: the approval, the code, the clauses.

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
    for row in context.derived.transfers:
        transfer = row.transfer
        if transfer is None or transfer.mechanism not in SAFEGUARDS:
            continue
        fact = ("recipients", row.recipient, "transfers", row.country, "reference")
        if not (transfer.reference or transfer.mechanism in NAMED_BY_THEMSELVES) and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"The safeguard for “{row.recipient}” in {row.country} is not named",
                "add `reference:`",
                "write the approval, the code of conduct or the clauses by name and number",
            )


@rule("N407", "13-1-f", "14-1-f")
def safeguard_without_copy(context: RuleContext) -> Iterator[Fault]:
    """Where a safeguard carries a transfer, the notice says how to get a copy of it, or where it can be read.

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
    for row in context.derived.transfers:
        transfer = row.transfer
        fact = ("recipients", row.recipient, "transfers", row.country, "copy")
        safeguarded = transfer is not None and transfer.mechanism in SAFEGUARDS
        if safeguarded and transfer and not transfer.copy_from and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not said how to get a copy of the safeguard for “{row.recipient}” in {row.country}",
                "add `copy:`",
                "write `copy: request`, or the address where it can be read",
            )


@rule("N412", "44")
def transfer_within_eea(context: RuleContext) -> Iterator[Fault]:
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
    for id, recipient in context.derived.recipients.items():
        for country in recipient.transfers or {}:
            if country in EEA:
                yield Fault(
                    ("recipients", id, "transfers", country),
                    f"{country} is in the EEA: what goes there is no transfer",
                    "take this out",
                    "write the country under `country:` or `sub-processors:`",
                )


@rule("N413", "13-1-f", "26-1", "44")
def joint_controller_abroad(context: RuleContext) -> Iterator[Fault]:
    """A joint controller outside the EEA is stated as a recipient too, with the ground of the transfer to it.

    Otherwise the notice would say that no data leave the EEA, and they do.

    Fails::

        joint-controllers:
          partner: {name: Partner Ltd, email: info@example.com, does: [requests], address: {country: IN}}

    Passes::

        joint-controllers:
          partner: {name: Partner Ltd, email: info@example.com, does: [requests], address: {country: SE}}
    """
    every = context.derived.recipients
    for id, joint in (context.notice.register.joint_controllers or {}).items():
        country = joint.address.country if joint.address else None
        if country and country not in EEA and (id not in every or every[id].country != country):
            yield Fault(
                ("joint-controllers", id, "address", "country"),
                f"The joint controller “{id}” is in {country}, and no transfer to it is stated",
                "this is outside the EEA",
                f"add `recipients: {{{id}: {{role: joint-controller, country: {country}, transfers: …}}}}`",
            )


RULES = (
    transfer_without_ground,
    safeguard_not_named,
    safeguard_without_copy,
    transfer_within_eea,
    joint_controller_abroad,
)
