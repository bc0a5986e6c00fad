"""The matrix of rights and legal bases, compared cell by cell with Articles 13–22, 7(3), 77 and 79."""

from typing import get_args

import pytest

from notice.law.bases import Basis
from notice.law.provisions import PROVISIONS
from notice.law.rights import (
    ALWAYS,
    MATRIX,
    OBJECTION_BASES,
    PORTABLE_BASES,
    RIGHT_PROVISIONS,
    Answer,
    Reason,
    Right,
)

SIGNS: dict[str, Answer] = {"+": "arises", "(+)": "limited", "-": "absent", ".": "not-applicable"}

READ: dict[Right, str] = {
    "information": "+ + (+) + + +",
    "access": "+ + + + + +",
    "rectification": "+ + + + + +",
    "erasure": "+ (+) (+) (+) (+) +",
    "restriction": "+ + + + + +",
    "notification": "+ + + + + +",
    "portability": "+ + - - - -",
    "objection": "- - - - + +",
    "objection-to-marketing": "+ + . . + +",
    "withdrawal": "+ - - - - -",
    "no-automated-decisions": "(+) (+) (+) + (+) +",
    "complaint": "+ + + + + +",
    "court": "+ + + + + +",
}
"""Read from the Regulation: the answer of each basis, (a) to (f), for each right."""

PROVISION: dict[tuple[Right, Basis], str] = {
    ("information", "legal-obligation"): "14-5-c",
    ("erasure", "consent"): "17-1-b",
    ("erasure", "contract"): "17-1-a",
    ("erasure", "legal-obligation"): "17-3-b",
    ("erasure", "public-task"): "17-3-b",
    ("erasure", "legitimate-interests"): "17-1-c",
    ("restriction", "public-task"): "18-1-d",
    ("restriction", "legitimate-interests"): "18-1-d",
    ("portability", "consent"): "20-1",
    ("portability", "public-task"): "20-3",
    ("objection", "consent"): "7-3",
    ("objection", "legitimate-interests"): "21-1",
    ("objection-to-marketing", "contract"): "21-2",
    ("no-automated-decisions", "consent"): "22-2-c",
    ("no-automated-decisions", "contract"): "22-2-a",
    ("no-automated-decisions", "legal-obligation"): "22-2-b",
    ("no-automated-decisions", "public-task"): "22-2-b",
    ("no-automated-decisions", "legitimate-interests"): "22-1",
}
"""The deciding paragraph or point, if it is not the article's first."""

CELLS: list[tuple[Right, Basis, Answer]] = [
    (right, basis, SIGNS[sign])
    for right, signs in READ.items()
    for basis, sign in zip(get_args(Basis), signs.split(), strict=True)
]


def test_the_matrix_has_a_cell_for_every_right_and_basis() -> None:
    assert set(MATRIX) == set(READ) == set(get_args(Right))
    assert all(tuple(row) == get_args(Basis) for row in MATRIX.values())
    assert len(CELLS) == 13 * 6


@pytest.mark.parametrize(("right", "basis", "answer"), CELLS)
def test_each_cell_is_as_the_regulation_has_it(right: Right, basis: Basis, answer: Answer) -> None:
    assert MATRIX[right][basis].answer == answer


@pytest.mark.parametrize(("right", "basis"), PROVISION)
def test_each_cell_names_the_provision_that_decides_it(right: Right, basis: Basis) -> None:
    assert MATRIX[right][basis].provision == PROVISION[right, basis]


def test_every_cell_cites_a_provision_of_the_closed_table_and_a_known_reason() -> None:
    cells = [cell for row in MATRIX.values() for cell in row.values()]
    assert {cell.provision for cell in cells} <= set(PROVISIONS)
    assert {cell.reason for cell in cells} <= set(get_args(Reason))


def test_what_is_promised_in_every_notice_arises_under_every_basis() -> None:
    assert all(cell.answer in ("arises", "limited") for right in ALWAYS for cell in MATRIX[right].values())


def test_a_notice_names_each_right_but_those_that_it_is_or_tells_elsewhere() -> None:
    assert tuple(RIGHT_PROVISIONS)[: len(ALWAYS)] == ALWAYS
    assert set(get_args(Right)) - set(RIGHT_PROVISIONS) == {"information", "notification", "complaint", "court"}
    assert set(RIGHT_PROVISIONS.values()) <= set(PROVISIONS)


def test_the_bases_that_give_a_right_follow_from_the_matrix() -> None:
    assert {"consent", "contract"} == PORTABLE_BASES
    assert {"public-task", "legitimate-interests"} == OBJECTION_BASES
