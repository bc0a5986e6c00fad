"""The rights of the person, and which of them each legal basis gives. Source: GDPR Arts 7(3), 15–18, 20–22, 77."""

from typing import Literal

from notice.law.bases import Basis

Right = Literal[
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "objection-to-marketing",
    "withdrawal",
    "no-automated-decisions",
]
"""A right of the person, in the order in which a notice names them; complaint has a section of its own."""

RIGHT_PROVISIONS: dict[Right, str] = {
    "access": "15",
    "rectification": "16",
    "erasure": "17",
    "restriction": "18",
    "portability": "20",
    "objection": "21-1",
    "objection-to-marketing": "21-2",
    "withdrawal": "7-3",
    "no-automated-decisions": "22",
}
"""The provision that gives each right, as a key of `PROVISIONS`."""

ALWAYS: tuple[Right, ...] = ("access", "rectification", "erasure", "restriction")
"""The rights that arise whatever the basis; erasure has limits of its own: GDPR Art. 17(3)."""

PORTABLE_BASES: frozenset[Basis] = frozenset({"consent", "contract"})
"""The bases under which data provided by the person and processed by automated means can be moved: Art. 20(1)."""

OBJECTION_BASES: frozenset[Basis] = frozenset({"public-task", "legitimate-interests"})
"""The bases that a person may object to on grounds of her own situation: Art. 21(1)."""
