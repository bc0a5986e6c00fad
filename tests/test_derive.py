"""Derived facts: rights by legal basis, transfers out of the EEA, recipients."""

from datetime import date

import pytest

from notice.derive import days, derive
from notice.findings import FactPath, Span
from notice.law.rights import Right
from notice.load.vocabulary import standard_vocabulary
from notice.model.controller import Controller
from notice.model.fields import Duration
from notice.model.register import Register
from notice.model.site import Notice, Site

Facts = dict[str, object]

BASES = ("consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests")
RIGHTS: dict[Right, str] = {
    "access": "yes yes yes yes yes yes",
    "rectification": "yes yes yes yes yes yes",
    "erasure": "yes yes yes yes yes yes",
    "restriction": "yes yes yes yes yes yes",
    "portability": "yes yes no no no no",
    "objection": "no no no no yes yes",
    "objection-to-marketing": "no no no no no no",
    "withdrawal": "yes no no no no no",
    "no-automated-decisions": "no no no no no no",
}
"""Whether the right arises under each basis, in the order of the points (a)–(f), where nothing else is stated."""

MATRIX = [
    (right, basis, answer == "yes")
    for right, answers in RIGHTS.items()
    for basis, answer in zip(BASES, answers.split(), strict=True)
]


def notice(register: Facts, unknown: frozenset[FactPath] = frozenset()) -> Notice:
    return Notice(
        id="customers",
        site=Site(),
        controller=Controller(),
        register=Register.model_validate(register),
        vocabulary=standard_vocabulary(),
        languages=("fi", "sv", "en"),
        spans={(): Span("content/registers/customers.yaml")},
        unknown=unknown,
        invalid=frozenset(),
        waiting=(),
    )


def arises(right: Right, purpose: Facts, **register: object) -> bool:
    """Whether the right arises for a register whose one purpose is this."""
    purposes_of = {
        one.right: one.purposes for one in derive(notice({"purposes": {"orders": purpose}, **register})).rights
    }
    assert purposes_of[right] in ((), ("orders",))
    return bool(purposes_of[right])


@pytest.mark.parametrize(("right", "basis", "expected"), MATRIX)
def test_the_basis_decides_which_right_arises(right: Right, basis: str, expected: bool) -> None:
    assert arises(right, {"basis": basis, "data": ["email"]}) is expected


@pytest.mark.parametrize("basis", BASES)
def test_marketing_can_always_be_objected_to(basis: str) -> None:
    """Article 21(2) looks at the purpose, not at its basis."""
    assert arises("objection-to-marketing", {"basis": basis, "marketing": ["email"]})
    assert not arises("objection-to-marketing", {"basis": basis, "marketing": "none"})


@pytest.mark.parametrize("basis", BASES)
def test_explicit_consent_to_special_data_can_be_withdrawn_and_its_data_moved(basis: str) -> None:
    """Article 9(2)(a) is consent too, whatever the basis under Article 6."""
    purpose: Facts = {"basis": basis, "condition": "explicit-consent", "data": ["email"]}
    assert arises("withdrawal", purpose)
    assert arises("portability", purpose)


def test_other_conditions_for_special_data_give_no_right_of_their_own() -> None:
    purpose: Facts = {"basis": "legal-obligation", "condition": "legal-claims", "data": ["email"]}
    assert not arises("withdrawal", purpose)
    assert not arises("portability", purpose)


@pytest.mark.parametrize(("means", "expected"), [("automated", True), ("both", True), ("paper", False)])
def test_what_is_on_paper_alone_cannot_be_moved(means: str, expected: bool) -> None:
    assert arises("portability", {"basis": "contract", "means": means}) is expected


SOURCES: list[tuple[str, Facts, bool]] = [
    ("the person gives it", {"a": {"kind": "person", "data": ["email"]}}, True),
    ("it is observed of her", {"a": {"kind": "observed", "data": ["email"]}}, True),
    ("she gives other data", {"a": {"kind": "person", "data": ["phone"]}}, False),
    ("it comes from a register", {"a": {"kind": "register", "data": ["email"]}}, False),
    (
        "it comes from both",
        {"a": {"kind": "register", "data": ["email"]}, "b": {"kind": "person", "data": ["email"]}},
        True,
    ),
    ("which data she gives is not said", {"a": {"kind": "person"}}, True),
    ("no source is stated", {}, True),
]


@pytest.mark.parametrize(("sources", "expected"), [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_only_what_the_person_gave_can_be_moved(sources: Facts, expected: bool) -> None:
    purpose: Facts = {"basis": "contract", "data": ["email"]}
    assert arises("portability", purpose, sources=sources) is expected


def test_a_right_names_the_purposes_under_which_it_arises() -> None:
    purposes = {"a": {"basis": "consent"}, "b": {"basis": "public-task"}, "c": {"basis": "legitimate-interests"}}
    purposes_of = {one.right: one.purposes for one in derive(notice({"purposes": purposes})).rights}
    assert purposes_of["objection"] == ("b", "c")
    assert purposes_of["withdrawal"] == ("a",)
    assert purposes_of["access"] == ("a", "b", "c")


def test_a_decision_by_a_machine_gives_its_right_for_its_purpose() -> None:
    decisions = {"automated-decisions": {"credit": {"purpose": "a"}}}
    rights = derive(notice({"purposes": {"a": {}, "b": {}}, **decisions})).rights
    assert [one.purposes for one in rights if one.right == "no-automated-decisions"] == [("a",)]
    anywhere = derive(notice({"purposes": {"a": {}, "b": {}}, "automated-decisions": {"credit": None}})).rights
    assert [one.purposes for one in anywhere if one.right == "no-automated-decisions"] == [("a", "b")]


TRANSFERS: list[tuple[str, Facts, list[tuple[str, bool]]]] = [
    ("inside the EEA", {"country": "FI"}, []),
    ("Åland is Finland", {"country": "AX"}, []),
    ("to where the recipient is", {"country": "US"}, [("US", False)]),
    (
        "to where its processors are",
        {"country": "IE", "sub-processors": ["US", "SE", "IN"]},
        [("US", False), ("IN", False)],
    ),
    ("as the owner states", {"country": "FI", "transfers": {"GB": {"mechanism": "adequacy"}}}, [("GB", True)]),
    (
        "once for each country",
        {"country": "US", "sub-processors": ["US"], "transfers": {"US": {"mechanism": "scc"}}},
        [("US", True)],
    ),
    ("where nothing is said of the country", {"named": "Example Oy"}, []),
]


@pytest.mark.parametrize(("recipient", "rows"), [row[1:] for row in TRANSFERS], ids=[row[0] for row in TRANSFERS])
def test_data_leave_the_eea_where_the_recipient_or_its_processors_are(
    recipient: Facts, rows: list[tuple[str, bool]]
) -> None:
    found = derive(notice({"recipients": {"carrier": recipient}})).transfers
    assert [(row.country, row.transfer is not None) for row in found] == rows
    assert {row.recipient for row in found} <= {"carrier"}


def test_what_the_owner_states_of_a_recipient_holds_over_the_vocabulary() -> None:
    known = standard_vocabulary().recipients["google-analytics"]
    stated = {"google-analytics": {"named": "Example Oy", "role": "processor"}}
    merged = derive(notice({"recipients": stated})).recipients["google-analytics"]
    assert (merged.named, merged.role) == ("Example Oy", "processor")
    assert known.activity and merged.activity == known.activity
    assert known.country and merged.country == known.country


def test_every_recipient_is_there_once_those_of_the_purposes_first() -> None:
    purposes = {"a": {"recipients": ["bank", "auditor"]}, "b": {"recipients": ["auditor"]}}
    found = derive(notice({"purposes": purposes, "recipients": {"own": {"named": "X"}, "bank": None}})).recipients
    assert list(found) == ["bank", "auditor", "own"]


def test_nobody_says_that_no_data_leave_while_a_recipient_is_not_known() -> None:
    known: Facts = {"recipients": {"bank": {"country": "FI"}}, "purposes": {"a": {"recipients": ["bank"]}}}
    assert not derive(notice(known)).recipients_open
    assert derive(notice(known, frozenset({("purposes", "a", "recipients")}))).recipients_open
    assert derive(notice(known, frozenset({("recipients", "bank", "sub-processors")}))).recipients_open
    assert derive(notice({"recipients": {"bank": {"named": "Example Oy"}}})).recipients_open


def test_each_category_of_data_knows_the_purposes_that_use_it() -> None:
    purposes = {"a": {"data": ["email", "name"]}, "b": {"data": ["phone", "email"]}}
    assert derive(notice({"purposes": purposes})).data_used == {"email": ("a", "b"), "name": ("a",), "phone": ("b",)}


def test_lengths_of_time_can_be_put_in_order() -> None:
    lengths = [
        Duration(30, "minute"),
        Duration(2, "day"),
        Duration(1, "week"),
        Duration(1, "month"),
        Duration(14, "month"),
    ]
    lengths += [Duration(2, "year"), Duration(25, "month")]
    assert sorted(lengths, key=days) == lengths


def test_the_newest_day_of_the_history_is_the_notices_own() -> None:
    one = notice({"history": ["2020-07-12", "2026-11-22"]})
    assert (one.date, one.version) == (date(2026, 11, 22), 2)
    assert notice({}).date is None
