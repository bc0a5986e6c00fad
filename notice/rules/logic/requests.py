"""C26, C44–C45: what a person must do to be answered. GDPR Arts 12(2), (5), (6); section 29 of Act 1050/2018."""

from collections.abc import Iterator
from datetime import date

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule

BY_CODE_ALONE: frozenset[str] = frozenset({"personal-identity-code", "name"})
"""What does not identify a person, alone or together: section 29(5) of the Data Protection Act."""

SINCE = date(2024, 1, 1)
"""The day from which that holds: Act 1225/2023."""


@rule("C026", "1050/2018-29", "128/182/19")
def identified_by_code_alone(context: RuleContext) -> Iterator[Fault]:
    """Nobody is identified by the personal identity code alone, or by the code and the name.

    Many know another's code. Since 2024 the Data Protection Act forbids taking it for a proof of who somebody is.

    Fails::

        controller:
          requests: {identify-by: [personal-identity-code, name]}

    Passes::

        controller:
          requests: {identify-by: [personal-identity-code, strong-identification]}
    """
    requests = context.notice.controller.requests
    ways = frozenset((requests and requests.identify_by) or ())
    fact = ("controller", "requests", "identify-by")
    if (
        context.day >= SINCE
        and "personal-identity-code" in ways
        and ways <= BY_CODE_ALONE
        and not context.notice.is_unknown(*fact)
    ):
        yield Fault(
            fact,
            "Who makes a request is identified by the personal identity code alone"
            if len(ways) == 1
            else "Who makes a request is identified by the personal identity code and the name alone",
            "no proof of identity",
            "identify by something else: strong-identification, sign-in, known-contact-details, details-on-record",
        )


@rule("C044", "12-2", "12-6", "5-1-c", "6097/161/21", "TSV/88/2022")
def request_made_hard(context: RuleContext) -> Iterator[Fault]:
    """No signature, paper form, visit or copy of an identity document is demanded of everybody who asks.

    A request may come in any form. More is asked only in a single case, where there is reason to doubt who asks.
    The Finnish authority has fined a controller 85 000 euros for such demands, among others (6097/161/21).

    Fails::

        controller:
          requests: {demands: [signature, visit]}

    Passes::

        controller:
          requests: {demands: none}
    """
    requests = context.notice.controller.requests
    if requests and requests.demands:
        yield Fault(
            ("controller", "requests", "demands"),
            f"Everybody who makes a request must meet a demand: {', '.join(requests.demands)}",
            "may not be demanded",
            "answer requests without it, and write `demands: none`",
        )


@rule("C045", "12-5", "15-3")
def request_costs(context: RuleContext) -> Iterator[Fault]:
    """A first request is answered free of charge.

    A fee is allowed for further copies, and for requests that are manifestly unfounded or excessive.

    Fails::

        controller:
          requests: {fee: yes}

    Passes::

        controller:
          requests: {fee: no}
    """
    requests = context.notice.controller.requests
    if requests and requests.fee:
        yield Fault(
            ("controller", "requests", "fee"),
            "A first request costs something",
            "free of charge",
            "answer first requests free of charge, and write `fee: no`",
        )


@rule("C074", "12-2", "12-5", "12-6", level=Level.WARNING)
def request_terms_unsaid(context: RuleContext) -> Iterator[Fault]:
    """It is stated whether anything is demanded of those who make requests, and whether a request costs anything.

    The notice says that requests are free and need no signature: it must be so.

    Fails::

        controller:
          requests: {demands: }

    Passes::

        controller:
          requests: {demands: none, fee: no}
    """
    requests = context.notice.controller.requests
    if requests is None:
        return
    answers = {
        "demands": (requests.demands, "whether anything is demanded of everybody who makes a request"),
        "fee": (requests.fee, "whether a first request costs anything"),
    }
    for key, (answer, question) in answers.items():
        fact = ("controller", "requests", key)
        if answer is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not said {question}",
                f"add `{key}:`",
                "write `demands: none`, or what you demand: signature, paper-form, visit, id-copy"
                if key == "demands"
                else "write `fee: no`",
            )


RULES = (identified_by_code_alone, request_made_hard, request_costs, request_terms_unsaid)
