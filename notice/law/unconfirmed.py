"""Unconfirmed points of law, each with the reason. They are reviewed together with the tables.

A rule that rests on one of these alone warns at most, and quotes no paragraph. What is not known, why, and what
`notice` does meanwhile is worded in `locales/<language>/messages/law.yaml`, under `law.open`.
"""

OPEN: tuple[str, ...] = (
    "amendments",
    "cookie-proposals",
    "framework-list",
    "framework-appeal",
    "decision-numbers",
    "guideline-paragraphs",
    "new-guidelines",
    "research-criteria",
    "basis-letters",
    "corrigenda",
    "appeals",
    "aland",
    "traficom",
    "identity-codes",
)
"""The ids of the open points."""
