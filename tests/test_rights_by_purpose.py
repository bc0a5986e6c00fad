"""Each right has a standing under each purpose, with its reason: the law's matrix, adjusted by the facts."""

from typing import get_args

import pytest
from test_derive import BASES, Facts, notice

from notice.derive import Standing, derive
from notice.findings import FactPath
from notice.law.provisions import PROVISIONS
from notice.law.rights import Right

ALL: tuple[Right, ...] = get_args(Right)


def standing(right: Right, purpose: Facts, *unknown: FactPath, **register: object) -> Standing:
    """The standing of the right under the one purpose of a register."""
    facts = notice({"purposes": {"orders": purpose}, **register}, frozenset(unknown))
    (row,) = derive(facts).rights_by_purpose.values()
    assert tuple(one.right for one in row) == ALL
    return next(one for one in row if one.right == right)


BY_FACTS: list[tuple[str, Right, Facts, str, str]] = [
    (
        "marketing on any basis",
        "objection-to-marketing",
        {"basis": "contract", "marketing": "email"},
        "arises",
        "marketing",
    ),
    (
        "marketing by law",
        "objection-to-marketing",
        {"basis": "legal-obligation", "marketing": "email"},
        "arises",
        "marketing",
    ),
    ("no marketing", "objection-to-marketing", {"basis": "consent"}, "absent", "no-marketing"),
    ("paper alone", "portability", {"basis": "consent", "means": "paper"}, "absent", "paper-alone"),
    ("by law", "portability", {"basis": "legal-obligation"}, "absent", "neither-consent-nor-contract"),
    ("a public task", "portability", {"basis": "public-task"}, "absent", "public-task"),
    (
        "by law, with consent to special data",
        "portability",
        {"basis": "legal-obligation", "condition": "explicit-consent"},
        "arises",
        "special-data-consent",
    ),
    (
        "with consent to special data",
        "withdrawal",
        {"basis": "contract", "condition": "explicit-consent"},
        "arises",
        "special-data-consent",
    ),
    ("nothing to withdraw", "withdrawal", {"basis": "contract"}, "absent", "no-consent"),
    ("consent, so no objection", "objection", {"basis": "consent"}, "absent", "withdrawn-instead"),
    ("an interest", "objection", {"basis": "legitimate-interests"}, "arises", "task-or-interest"),
    ("erasure by law", "erasure", {"basis": "legal-obligation"}, "limited", "law-obliges"),
    ("erasure from a contract", "erasure", {"basis": "contract"}, "limited", "once-unneeded"),
    (
        "restriction of an interest",
        "restriction",
        {"basis": "legitimate-interests"},
        "arises",
        "while-objection-weighed",
    ),
    ("no decision", "no-automated-decisions", {"basis": "contract"}, "absent", "no-decision"),
    ("journalism", "access", {"basis": "legitimate-interests", "expression": "journalistic"}, "absent", "expression"),
    (
        "journalism can be complained of",
        "complaint",
        {"basis": "consent", "expression": "academic"},
        "arises",
        "always",
    ),
    ("no basis yet", "access", {}, "arises", "always"),
    ("no basis yet, so nobody knows", "objection", {}, "open", "not-known"),
]


@pytest.mark.parametrize(
    ("right", "purpose", "answer", "reason"), [row[1:] for row in BY_FACTS], ids=[row[0] for row in BY_FACTS]
)
def test_the_facts_beside_the_basis_decide_too(right: Right, purpose: Facts, answer: str, reason: str) -> None:
    found = standing(right, purpose)
    assert (found.answer, found.reason) == (answer, reason)


def test_data_from_elsewhere_cannot_be_moved_and_the_reason_says_so() -> None:
    bought: Facts = {"a": {"kind": "register", "data": ["email"]}}
    found = standing("portability", {"basis": "contract", "data": ["email"]}, sources=bought)
    assert (found.answer, found.reason) == ("absent", "not-from-person")


@pytest.mark.parametrize(
    ("exception", "reason"),
    [("contract", "contract-needs"), ("law", "law-with-safeguards"), ("explicit-consent", "explicit-consent-only")],
)
def test_what_allows_a_decision_limits_the_right_whatever_the_basis(exception: str, reason: str) -> None:
    decided: Facts = {"credit": {"purpose": "orders", "exception": exception}}
    found = standing("no-automated-decisions", {"basis": "contract"}, **{"automated-decisions": decided})
    assert (found.answer, found.reason, found.holds) == ("limited", reason, True)


def test_what_is_not_known_leaves_a_right_open() -> None:
    unknown = ("purposes", "orders", "marketing")
    assert standing("objection-to-marketing", {"basis": "contract"}, unknown).answer == "open"
    assert standing("no-automated-decisions", {"basis": "contract"}, ("automated-decisions",)).answer == "open"


@pytest.mark.parametrize("basis", BASES)
def test_every_standing_has_its_reason_and_a_provision_of_the_closed_table(basis: str) -> None:
    (row,) = derive(notice({"purposes": {"orders": {"basis": basis}}})).rights_by_purpose.values()
    assert len(row) == len(ALL) == 13
    assert all(one.reason and one.provision in PROVISIONS for one in row)


def test_the_notice_as_a_whole_tells_why_a_right_arises_or_does_not() -> None:
    """The reasons of the purposes for which it arises; if it arises for none, the reasons against it."""
    purposes: Facts = {"a": {"basis": "consent"}, "b": {"basis": "legal-obligation"}, "c": {"basis": "contract"}}
    rights = {one.right: one for one in derive(notice({"purposes": purposes})).rights}
    assert rights["portability"].reasons == ("consent-or-contract",)
    assert rights["objection"].purposes == ()
    assert rights["objection"].reasons == ("withdrawn-instead", "neither-task-nor-interest")
    assert rights["erasure"].reasons == ("once-withdrawn", "law-obliges", "once-unneeded")
