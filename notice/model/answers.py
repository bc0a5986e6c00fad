"""What the owner answers when a rule asks: facts that decide whether something is lawful, and that no notice prints."""

from typing import Literal

from notice.findings import FactPath
from notice.model.fields import Facts, YesNo

FOR_THE_OWNER = frozenset(
    {
        "authority-told",
        "balancing",
        "children",
        "children-service",
        "children-wording",
        "consented",
        "contract",
        "demands",
        "expression",
        "fee",
        "impact-assessment",
        "in-scope",
        "joint-control",
        "large-scale-monitoring",
        "large-scale-special-data",
        "life-at-stake",
        "members-only",
        "non-profit-aim",
        "outside-public-tasks",
        "provides-online-service",
        "required-fields-marked",
        "research",
        "risks-told",
        "serves",
        "service-depends-on-consent",
        "soft-opt-in",
        "staff-data",
        "told-before-use",
        "told-in-advance",
    }
)
"""Keys whose facts answer a rule's question or are kept for the record: no notice prints them."""

OFF_THE_PAGE: tuple[tuple[str, ...], ...] = (
    ("controller", "vat-id"),
    ("recipients", "*", "activity"),
    ("recipients", "*", "transfers", "*", "verified"),
    ("sources", "*", "informed"),
)
"""Facts that no law asks a notice to print, by their paths, `*` for any id: the record of processing has them."""

Demand = Literal["signature", "paper-form", "visit", "id-copy"]
"""What is asked of everybody who makes a request, though nobody doubts who she is: GDPR Art. 12(2), (6)."""

Expression = Literal["journalistic", "academic", "artistic", "literary"]
"""The kinds of expression that GDPR Art. 85 and section 27 of the Data Protection Act set apart."""


class SoftOptIn(Facts):
    """Whether electronic marketing may do without consent: section 200(3) of Act 917/2014, each condition by itself.

    The address was `obtained_in_sale`; what is marketed are one's own `similar_products`; refusing is offered easily
    and free of charge when the address is collected and in every message.
    """

    obtained_in_sale: YesNo | None = None
    similar_products: YesNo | None = None
    refusal_at_collection: YesNo | None = None
    refusal_in_messages: YesNo | None = None


class ChildConsent(Facts):
    """Consent of a child to an online service: whether the guardian consents below the age, and that is verified.

    GDPR Art. 8(1)–(2).
    """

    guardian_consent: YesNo | None = None
    verified: YesNo | None = None


def is_for_the_owner(path: FactPath) -> bool:
    """True for a fact of the register or the controller under one of those keys, or within its value."""
    own = {path[0], *path[2:]} if path[0] != "controller" else {*path[1:]}
    return bool(FOR_THE_OWNER & own)
