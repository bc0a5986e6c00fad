"""What a rule may cite: a provision or a decision, by its key; anything else does not import."""

from notice.law.provisions import PROVISIONS, Provision
from notice.law.rulings import RULINGS, Ruling

Citation = Provision | Ruling
"""Something that a finding rests on; `str` writes it as a report shows it."""


def cited(keys: tuple[str, ...]) -> tuple[Citation, ...]:
    """The citations of the keys, in their order; raises `KeyError` for a key of neither table."""
    return tuple(RULINGS[key] if key in RULINGS else PROVISIONS[key] for key in keys)
