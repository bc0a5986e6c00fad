"""What follows from the facts: the things in full, the transfers, and the rights that each purpose gives."""

from notice.derive.known_names import is_known, known_by_name, source_by_name
from notice.derive.marketing import direct_marketing, marketing_nature
from notice.derive.rights import Arising, Standing, is_research, rests_on_consent, rights, rights_by_purpose
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
    usual_transfers_unanswered,
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
    "direct_marketing",
    "has_basis",
    "is_known",
    "is_research",
    "known_by_name",
    "marketing_nature",
    "purposes",
    "recipients",
    "recipients_open",
    "recipients_unlisted",
    "rests_on_consent",
    "rights",
    "rights_by_purpose",
    "source_by_name",
    "sources",
    "transfers",
    "usual_transfers_unanswered",
]
