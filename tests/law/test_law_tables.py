"""The tables of the law: each entry has its provision, and dated entries apply on their days."""

from datetime import date
from typing import get_args

import pytest

from notice.law.adequacy import ADEQUACY, VERIFIED, adequacy
from notice.law.authorities import AUTHORITIES
from notice.law.bases import (
    BASES_IN_LAW,
    BASIS_PROVISIONS,
    CONDITION_PROVISIONS,
    CONDITIONS_IN_LAW,
    Basis,
    Condition,
)
from notice.law.countries import COUNTRIES, EEA
from notice.law.provisions import PROVISIONS
from notice.law.rights import ALWAYS, OBJECTION_BASES, PORTABLE_BASES
from notice.law.transfers import DECISIONS, MECHANISM_PROVISIONS, NAMED_BY_THEMSELVES, SAFEGUARDS, Mechanism

TABLES = [
    pytest.param(BASIS_PROVISIONS, Basis, 6, id="six legal bases"),
    pytest.param(CONDITION_PROVISIONS, Condition, 10, id="ten conditions of Article 9(2)"),
    pytest.param(MECHANISM_PROVISIONS, Mechanism, 17, id="grounds for transfers"),
]


@pytest.mark.parametrize(("table", "words", "number"), TABLES)
def test_every_word_of_the_law_has_its_provision(table: dict[str, str], words: object, number: int) -> None:
    assert tuple(table) == get_args(words)
    assert len(table) == number
    assert set(table.values()) <= set(PROVISIONS)


def test_the_six_bases_are_the_points_of_article_6_in_order() -> None:
    assert [str(PROVISIONS[key]) for key in BASIS_PROVISIONS.values()] == [
        f"GDPR Art. 6(1)({point})" for point in "abcdef"
    ]


def test_the_ten_conditions_are_the_points_of_article_9_in_order() -> None:
    assert [PROVISIONS[key].point for key in CONDITION_PROVISIONS.values()] == list("abcdefghij")


def test_what_the_law_groups_is_among_what_it_names() -> None:
    assert {"legal-obligation", "public-task"} == BASES_IN_LAW
    assert set(CONDITION_PROVISIONS) > CONDITIONS_IN_LAW
    assert {"consent", "contract"} == PORTABLE_BASES
    assert {"public-task", "legitimate-interests"} == OBJECTION_BASES
    assert ALWAYS == ("access", "rectification", "erasure", "restriction")
    assert set(MECHANISM_PROVISIONS) > DECISIONS | SAFEGUARDS
    assert not DECISIONS & SAFEGUARDS
    assert set(NAMED_BY_THEMSELVES) <= SAFEGUARDS


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("13-1-c", "GDPR Art. 13(1)(c)"),
        ("21-4", "GDPR Art. 21(4)"),
        ("15", "GDPR Art. 15"),
        ("917/2014-205", "Act 917/2014 s. 205"),
        ("1050/2018-21", "Act 1050/2018 s. 21"),
    ],
)
def test_a_provision_is_printed_as_lawyers_write_it(key: str, printed: str) -> None:
    assert str(PROVISIONS[key]) == printed


def test_no_two_provisions_are_the_same() -> None:
    assert len(PROVISIONS) > 100
    assert len({str(provision) for provision in PROVISIONS.values()}) == len(PROVISIONS)


def test_the_eea_is_thirty_states_and_aland() -> None:
    assert len(EEA) == 31
    members = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
    joined = "IS LI NO"
    assert " ".join(sorted(EEA - {"AX"})) == " ".join(sorted(f"{members} {joined}".split()))
    assert {"AX"} <= EEA
    assert COUNTRIES >= EEA
    assert not EEA & {"GB", "CH", "US", "GL", "FO"}


ON_DAYS = [
    ("GB", date(2026, 11, 22), True),
    ("GB", date(2031, 12, 27), True),
    ("GB", date(2031, 12, 28), False),
    ("US", date(2023, 7, 9), False),
    ("US", date(2023, 7, 10), True),
    ("BR", date(2026, 1, 25), False),
    ("BR", date(2026, 1, 26), True),
    ("CH", date(2026, 11, 22), True),
    ("CN", date(2026, 11, 22), False),
    ("FI", date(2026, 11, 22), False),
]


@pytest.mark.parametrize(("country", "day", "holds"), ON_DAYS)
def test_a_decision_on_adequacy_holds_on_its_days(country: str, day: date, holds: bool) -> None:
    assert (adequacy(country, day) is not None) is holds


def test_the_decisions_are_of_countries_outside_the_eea_each_once() -> None:
    named = [one.country for one in ADEQUACY]
    assert len(named) == len(set(named)) > 10
    assert set(named) <= COUNTRIES - EEA
    assert all(one.start is None or one.end is None or one.start < one.end for one in ADEQUACY)
    assert all(one.start is None or one.start <= VERIFIED for one in ADEQUACY)


def test_only_some_organisations_of_the_united_states_are_covered() -> None:
    found = adequacy("US", VERIFIED)
    assert found is not None
    assert found.partial
    assert found.number == "(EU) 2023/1795"


def test_the_finnish_authority_can_be_reached() -> None:
    ombudsman = AUTHORITIES["fi-ombudsman"]
    assert (ombudsman.country, ombudsman.email, ombudsman.phone) == ("FI", "tietosuoja@om.fi", "+358295666700")
    assert ombudsman.website.startswith("https://tietosuoja.fi")


def test_the_countries_are_those_that_iso_3166_1_assigns() -> None:
    """No unions, no reserved codes, no codes for tests."""
    assert len(COUNTRIES) == 249
    assert not {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XK"} & COUNTRIES
