"""The six legal bases of Article 6(1) and the ten conditions of Article 9(2), by the ids that owners write."""

from typing import Literal

Basis = Literal["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"]
"""A legal basis of GDPR Art. 6(1)(a)–(f), in the order of the points."""

BASIS_PROVISIONS: dict[Basis, str] = {
    "consent": "6-1-a",
    "contract": "6-1-b",
    "legal-obligation": "6-1-c",
    "vital-interests": "6-1-d",
    "public-task": "6-1-e",
    "legitimate-interests": "6-1-f",
}
"""The point of Art. 6(1) for each basis, as a key of `PROVISIONS`."""

BASES_IN_LAW: frozenset[Basis] = frozenset({"legal-obligation", "public-task"})
"""The bases that need a provision of Union or national law: GDPR Art. 6(3)."""

Condition = Literal[
    "explicit-consent",
    "employment-and-social-law",
    "vital-interests",
    "non-profit-body",
    "made-public",
    "legal-claims",
    "substantial-public-interest",
    "health-care",
    "public-health",
    "archiving-research-statistics",
]
"""A condition for special categories of data: GDPR Art. 9(2)(a)–(j), in the order of the points."""

CONDITION_PROVISIONS: dict[Condition, str] = {
    "explicit-consent": "9-2-a",
    "employment-and-social-law": "9-2-b",
    "vital-interests": "9-2-c",
    "non-profit-body": "9-2-d",
    "made-public": "9-2-e",
    "legal-claims": "9-2-f",
    "substantial-public-interest": "9-2-g",
    "health-care": "9-2-h",
    "public-health": "9-2-i",
    "archiving-research-statistics": "9-2-j",
}
"""The point of Art. 9(2) for each condition, as a key of `PROVISIONS`."""

CONDITIONS_IN_LAW: frozenset[Condition] = frozenset(
    {
        "employment-and-social-law",
        "substantial-public-interest",
        "health-care",
        "public-health",
        "archiving-research-statistics",
    }
)
"""The conditions that need Union or national law: GDPR Art. 9(2)(b), (g), (h), (i), (j)."""
