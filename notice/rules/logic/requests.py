"""C026, C044, C045, C074: conditions for requests: identity, form, fees. GDPR Art. 12(2), (5), (6); Act 1050/2018."""

from collections.abc import Iterator
from datetime import date

from notice.findings import Level, Violation
from notice.model.keys import CONTROLLER, REQUESTS
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

BY_CODE_ALONE: frozenset[str] = frozenset({"personal-identity-code", "name"})
"""Data that do not prove an identity, alone or together: section 29(5) of the Data Protection Act."""

SINCE = date(2024, 1, 1)
"""The day from which `BY_CODE_ALONE` applies: Act 1225/2023."""


@rule("C026", "1050/2018-29", "128/182/19")
def identified_by_code_alone(context: RuleContext) -> Iterator[Violation]:
    """Nobody is identified by the personal identity code alone, or by the code and the name.

    The codes of many people are known to others. Since 2024 the Data Protection Act forbids taking a code for a proof
    of identity.

    Fails::

        controller:
          requests: {identify-by: [personal-identity-code, name]}

    Passes::

        controller:
          requests: {identify-by: [personal-identity-code, strong-identification]}
    """
    identify_by = context.controller[CONTROLLER.requests][REQUESTS.identify_by]
    ways = frozenset(identify_by.value or ())
    codes = {way for way in ways if way == "personal-identity-code" or _is_by_code(context, way)}
    if context.day < SINCE or not codes or identify_by.is_unknown:
        return
    if ways == codes:
        yield identify_by.violation("code")
    elif ways <= BY_CODE_ALONE | codes:
        yield identify_by.violation("code-and-name")


@rule("C044", "12-2", "12-6", "5-1-c", "6097/161/21", "TSV/88/2022")
def request_made_hard(context: RuleContext) -> Iterator[Violation]:
    """No signature, paper form, visit or copy of an identity document is demanded of everybody who makes a request.

    A request may come in any form. More is asked only in a single case, where there is reason to doubt the identity.
    The Finnish authority has fined a controller 85 000 euros for such demands, among others (6097/161/21).

    Fails::

        controller:
          requests: {demands: [signature, visit]}

    Passes::

        controller:
          requests: {demands: none}
    """
    demands = context.controller[CONTROLLER.requests][REQUESTS.demands]
    if demands.value:
        yield demands.violation(demands=demands.value)


@rule("C045", "12-5", "15-3")
def request_costs(context: RuleContext) -> Iterator[Violation]:
    """A first request is answered free of charge.

    A fee is allowed for further copies, and for requests that are manifestly unfounded or excessive.

    Fails::

        controller:
          requests: {fee: yes}

    Passes::

        controller:
          requests: {fee: no}
    """
    fee = context.controller[CONTROLLER.requests][REQUESTS.fee]
    if fee.value:
        yield fee.violation()


@rule("C074", "12-2", "12-5", "12-6", level=Level.WARNING)
def request_terms_unsaid(context: RuleContext) -> Iterator[Violation]:
    """It is stated whether anything is demanded of those who make requests, and whether a request costs anything.

    The notice says that requests are free and need no signature: it must be so.

    Fails::

        controller:
          requests: {demands: }

    Passes::

        controller:
          requests: {demands: none, fee: no}
    """
    requests = context.controller[CONTROLLER.requests]
    if requests.value is None:
        return
    if requests.lacks(REQUESTS.demands):
        yield requests[REQUESTS.demands].missing("demands")
    if requests.lacks(REQUESTS.fee):
        yield requests[REQUESTS.fee].missing("fee")


def _is_by_code(context: RuleContext, way: str) -> bool:
    """Whether the words of an own way to identify people name the identity code, and no stronger proof beside it."""
    is_by_code = shown(context, "identifications", way, "identity-code") is not None
    return is_by_code and shown(context, "identifications", way, "strong-proof") is None


RULES = (identified_by_code_alone, request_made_hard, request_costs, request_terms_unsaid)
