"""Citations of a rule: provisions and decisions by key; an unknown key fails at import."""

from notice.law.provisions import PROVISIONS, Provision
from notice.law.rulings import RULINGS, Ruling

Citation = Provision | Ruling
"""A provision or decision behind a finding; `str` formats it for a report."""


def cited(keys: tuple[str, ...]) -> tuple[Citation, ...]:
    """The citations of the keys, in order; raises `KeyError` for a key in neither table."""
    return tuple(RULINGS[key] if key in RULINGS else PROVISIONS[key] for key in keys)
