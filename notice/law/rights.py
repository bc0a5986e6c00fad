"""The matrix of rights and legal bases: GDPR Arts 7(3), 13–22, 77, 79.

Source: Regulation (EU) 2016/679, read in English, Finnish and Swedish. The W3C Data Privacy Vocabulary publishes a
mapping of its own; ours is finer: it ties Art. 21(2) to marketing, keeps Arts 14, 17 and 22 for a legal obligation and
Art. 17 for a public task, and has Arts 19 and 79.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from notice.law.bases import Basis

Right = Literal[
    "information",
    "access",
    "rectification",
    "erasure",
    "restriction",
    "notification",
    "portability",
    "objection",
    "objection-to-marketing",
    "withdrawal",
    "no-automated-decisions",
    "complaint",
    "court",
]
"""A right of the person; `notification`: recipients are informed of a rectification or an erasure, Art. 19."""

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
"""The rights that have an entry of their own in a notice, in its order, each with its provision as a key of
`PROVISIONS`. The others are the notice itself, its sentences on recipients, and its section on complaints."""

NAMED_WHEN_LIMITED: dict[Right, str] = {"information": "13", "notification": "19"}
"""The rights that have an entry only where an act limits them, each with its provision as a key of `PROVISIONS`."""

NEVER_LIMITED: dict[Right, str] = {"withdrawal": "7-3", "complaint": "77", "court": "79"}
"""The rights that no act can limit, each with its provision: Art. 23(1) names Articles 12 to 22 and 34 alone."""

LIMITABLE: tuple[Right, ...] = tuple(right for right in get_args(Right) if right not in NEVER_LIMITED)
"""The rights of Articles 12 to 22, whose scope an act may restrict: Art. 23(1)."""

Extent = Literal["excluded", "narrowed"]
"""How far an act limits a right: it takes the right away, or leaves a part of it."""

DATA_PROTECTION_ACT, WHISTLEBLOWER_ACT = "data-protection-act", "whistleblower-protection-act"
"""The acts whose limits of rights were read, Acts 1050/2018 and 1171/2022, by their ids in the vocabulary."""

GDPR, ERASURE_OF_RESEARCH = "gdpr", ("17", "3", "d")
"""The Regulation by its id in the vocabulary, and the article, paragraph and point by which erasure has a limit for
archiving in the public interest, research and statistics alone."""

EXPRESSION_SECTION, RESEARCH_SECTION, ARCHIVING_SECTION = 27, 31, 32
"""The sections of Act 1050/2018 whose limits concern journalism and expression, research and statistics, and archiving,
and nothing else."""

_ANY: frozenset[Extent] = frozenset({"excluded", "narrowed"})
_EXPRESSION: dict[Right, frozenset[Extent]] = dict.fromkeys(LIMITABLE, _ANY)
_RESEARCH: dict[Right, frozenset[Extent]] = dict.fromkeys(
    ("access", "rectification", "restriction", "objection", "objection-to-marketing"), _ANY
)
_ARCHIVING: dict[Right, frozenset[Extent]] = _RESEARCH | dict.fromkeys(("notification", "portability"), _ANY)

LIMITS: dict[str, dict[int, dict[Right, frozenset[Extent]]]] = {
    DATA_PROTECTION_ACT: {
        EXPRESSION_SECTION: _EXPRESSION,
        RESEARCH_SECTION: _RESEARCH,
        ARCHIVING_SECTION: _ARCHIVING,
        33: {"information": _ANY},
        34: {"access": _ANY},
    },
    WHISTLEBLOWER_ACT: {31: {"access": frozenset({"narrowed"}), "restriction": frozenset({"excluded"})}},
}
"""Which rights each section of an act limits, and how far; the other sections of these acts limit none.

Act 1050/2018: 27 for journalism and expression (Arts 12–22), 31 for research and statistics (Arts 15, 16, 18 and 21),
32 for archiving in the public interest (Arts 15, 16 and 18–21), 33 information (Arts 13 and 14), 34 access (Art. 15).
Act 1171/2022: 31 takes restriction away (Art. 18), and narrows access (Art. 15).

Source: the acts as published in Finnish and Swedish, with what amended them up to the end of February 2025; GDPR
Art. 89(2) and (3) have the same lists for 31 and 32.
"""

OMBUDSMAN_ON_REQUEST: frozenset[tuple[str, int]] = frozenset({(DATA_PROTECTION_ACT, 34), (WHISTLEBLOWER_ACT, 31)})
"""The sections that give a person who is refused access the rest of the data, the reasons unless these defeat the
purpose, and the Ombudsman the data on request: 34(2)–(4) of Act 1050/2018, to which 31(4) of Act 1171/2022 refers."""

ALWAYS: tuple[Right, ...] = ("access", "rectification", "erasure", "restriction")
"""The rights of Arts 15–18, which every notice promises; erasure has limits of its own: GDPR Art. 17(3)."""

Answer = Literal["arises", "limited", "absent", "not-applicable"]
"""What a basis makes of a right. `limited`: within the limit that the reason names. `not-applicable`: the basis does
not come into question for what the right is about; where the facts have it all the same, the right arises."""

Reason = Literal[
    # The right arises
    "always",
    "consent",
    "consent-or-contract",
    "task-or-interest",
    "marketing",
    "no-exception",
    "once-withdrawn",
    "once-objected",
    "while-objection-weighed",
    "special-data-consent",
    "research",
    # It arises within a limit
    "law-lays-down-obtaining",
    "once-unneeded",
    "law-obliges",
    "task-needs",
    "explicit-consent-only",
    "contract-needs",
    "law-with-safeguards",
    "law-narrows",
    # It does not arise
    "withdrawn-instead",
    "no-consent",
    "neither-consent-nor-contract",
    "public-task",
    "neither-task-nor-interest",
    "no-marketing",
    "no-decision",
    "paper-alone",
    "not-from-person",
    "expression",
    "law-excludes",
    # Not known yet
    "not-known",
]
"""The reason why a right arises, is limited, or does not arise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of one basis for one right, its reason, and its provision, as a key of `PROVISIONS`."""

    answer: Answer
    reason: Reason
    provision: str


def _row(*cells: Cell) -> dict[Basis, Cell]:
    """The cells by basis, in the order of the points (a)–(f); a single cell applies to all."""
    bases: tuple[Basis, ...] = get_args(Basis)
    return dict(zip(bases, cells * len(bases) if len(cells) == 1 else cells, strict=True))


_INFORMED = Cell("arises", "always", "13")
_RESTRICTED = Cell("arises", "always", "18")
_RESTRICTED_TOO = Cell("arises", "while-objection-weighed", "18-1-d")
_UNNEEDED = Cell("limited", "once-unneeded", "17-1-a")
_MOVED = Cell("arises", "consent-or-contract", "20-1")
_NOT_MOVED = Cell("absent", "neither-consent-nor-contract", "20-1")
_OBJECTED = Cell("arises", "task-or-interest", "21-1")
_NOT_OBJECTED = Cell("absent", "neither-task-nor-interest", "21-1")
_MARKETED = Cell("arises", "marketing", "21-2")
_NOT_MARKETED = Cell("not-applicable", "marketing", "21-2")
_BY_LAW = Cell("limited", "law-with-safeguards", "22-2-b")
_NEVER_DECIDED = Cell("arises", "no-exception", "22-1")
_NOT_WITHDRAWN = Cell("absent", "no-consent", "7-3")

MATRIX: dict[Right, dict[Basis, Cell]] = {
    "information": _row(
        _INFORMED,
        _INFORMED,
        Cell("limited", "law-lays-down-obtaining", "14-5-c"),
        _INFORMED,
        _INFORMED,
        _INFORMED,
    ),
    "access": _row(Cell("arises", "always", "15")),
    "rectification": _row(Cell("arises", "always", "16")),
    "erasure": _row(
        Cell("arises", "once-withdrawn", "17-1-b"),
        _UNNEEDED,
        Cell("limited", "law-obliges", "17-3-b"),
        _UNNEEDED,
        Cell("limited", "task-needs", "17-3-b"),
        Cell("arises", "once-objected", "17-1-c"),
    ),
    "restriction": _row(_RESTRICTED, _RESTRICTED, _RESTRICTED, _RESTRICTED, _RESTRICTED_TOO, _RESTRICTED_TOO),
    "notification": _row(Cell("arises", "always", "19")),
    "portability": _row(_MOVED, _MOVED, _NOT_MOVED, _NOT_MOVED, Cell("absent", "public-task", "20-3"), _NOT_MOVED),
    "objection": _row(
        Cell("absent", "withdrawn-instead", "7-3"),
        _NOT_OBJECTED,
        _NOT_OBJECTED,
        _NOT_OBJECTED,
        _OBJECTED,
        _OBJECTED,
    ),
    "objection-to-marketing": _row(_MARKETED, _MARKETED, _NOT_MARKETED, _NOT_MARKETED, _MARKETED, _MARKETED),
    "withdrawal": _row(
        Cell("arises", "consent", "7-3"),
        _NOT_WITHDRAWN,
        _NOT_WITHDRAWN,
        _NOT_WITHDRAWN,
        _NOT_WITHDRAWN,
        _NOT_WITHDRAWN,
    ),
    "no-automated-decisions": _row(
        Cell("limited", "explicit-consent-only", "22-2-c"),
        Cell("limited", "contract-needs", "22-2-a"),
        _BY_LAW,
        _NEVER_DECIDED,
        _BY_LAW,
        _NEVER_DECIDED,
    ),
    "complaint": _row(Cell("arises", "always", "77")),
    "court": _row(Cell("arises", "always", "79")),
}
"""The answer of each basis for each right. Marketing, consent to special data, automated decisions, paper and the
data's origin are facts beside the basis: `derive` applies them to this table."""

PORTABLE_BASES: frozenset[Basis] = frozenset(
    basis for basis, cell in MATRIX["portability"].items() if cell.answer == "arises"
)
"""The bases under which data provided by the person and processed by automated means can be moved: Art. 20(1)."""

OBJECTION_BASES: frozenset[Basis] = frozenset(
    basis for basis, cell in MATRIX["objection"].items() if cell.answer == "arises"
)
"""The bases with a right to object on grounds of the person's own situation: Art. 21(1)."""
