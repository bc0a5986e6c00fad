"""What follows from the facts: the things in full, the transfers, and the rights that each purpose gives."""

from notice.derive.derived import Derived, derive
from notice.derive.known_names import KnownNames, is_known, same_name
from notice.derive.marketing import direct_marketing, marketing_nature
from notice.derive.rights import Arising, Standing, is_identifiable, is_research, rests_on_consent
from notice.derive.things import CONTROLLER, TransferRow, days, has_basis, usual_transfers_unanswered

__all__ = [
    "CONTROLLER",
    "Arising",
    "Derived",
    "KnownNames",
    "Standing",
    "TransferRow",
    "days",
    "derive",
    "direct_marketing",
    "has_basis",
    "is_identifiable",
    "is_known",
    "is_research",
    "marketing_nature",
    "rests_on_consent",
    "same_name",
    "usual_transfers_unanswered",
]
