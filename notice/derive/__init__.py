"""What follows from the facts: the things in full, the transfers, and the rights that each purpose gives."""

from notice.derive.marketing import direct_marketing, marketing_nature
from notice.derive.rights import Arising, Standing, rests_on_consent, rights, rights_by_purpose
from notice.derive.things import (
    CONTROLLER,
    TransferRow,
    cookies,
    data_used,
    data_without_source,
    days,
    has_basis,
    purposes,
    recipients,
    recipients_open,
    recipients_unlisted,
    sources,
    transfers,
)

__all__ = [
    "CONTROLLER",
    "Arising",
    "Standing",
    "TransferRow",
    "cookies",
    "data_used",
    "data_without_source",
    "days",
    "has_basis",
    "direct_marketing",
    "purposes",
    "marketing_nature",
    "recipients",
    "recipients_open",
    "recipients_unlisted",
    "rests_on_consent",
    "rights",
    "rights_by_purpose",
    "sources",
    "transfers",
]
