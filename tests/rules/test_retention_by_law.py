"""Retention compared with the periods of acts: error, warning or no finding."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with

from notice.check import check
from notice.findings import Finding, Level
from notice.languages import LANGUAGES
from notice.load import load
from notice.messages import help, mark, message

BOOKS = "purposes: {bookkeeping: {keep: {for: %s, after: %s}}}"
ACT = """
purposes:
  bookkeeping: {keep: {law: accounting-act}}
  %s:
    basis: legal-obligation
    law: %s
    people: [customers]
    data: [name]
    recipients: none
    keep: {for: %s, after: %s, law: %s}
    required: not-asked
"""
WORDS = "words: {fi: {purposes: {own: {name: a, text: b}}}, sv: {purposes: {own: {name: a, text: b}}}, en: {purposes: {own: {name: a, text: b}}}}"
VOUCHERS = "`{documents: vouchers, least: 6 years, after: accounting-calendar-year-end}`"
ACCOUNTS = "`{documents: accounts, least: 10 years, after: financial-year-end}`"
NAMED = {"C042", "C062", "C063", "C066"}


def found(example: str, folder: Path) -> list[Finding]:
    findings = check(load(site_with(example, folder / "site")), date(2026, 11, 22)).findings
    return [one for one in findings if one.code in NAMED]


def by_act(act: str, length: str, event: str, purpose: str = "own") -> str:
    return ACT % (purpose, act, length, event, act) + (WORDS if purpose == "own" else "")


ACCOUNTING = [
    ("6 years", "accounting-calendar-year-end", set()),
    ("10 years", "financial-year-end", set()),
    ("6 years", "financial-year-end", {"C066"}),
    ("77 months", "financial-year-end", {"C066"}),
    ("72 months", "accounting-calendar-year-end", set()),
    ("120 months", "accounting-calendar-year-end", set()),
    ("120 months", "financial-year-end", set()),
    ("121 months", "financial-year-end", {"C042"}),
    ("71 months", "accounting-calendar-year-end", {"C062"}),
    ("7 years", "financial-year-end", set()),
    ("9 years", "financial-year-end", set()),
    ("5 years", "financial-year-end", {"C062"}),
    ("5 years", "accounting-calendar-year-end", {"C062"}),
    ("8 years", "accounting-calendar-year-end", {"C042"}),
    ("10 years", "accounting-calendar-year-end", set()),
    ("12 years", "financial-year-end", {"C042"}),
    ("6 years", "order-delivered", {"C063"}),
    ("10 years", "order-delivered", {"C066"}),
    ("20 years", "order-delivered", {"C066"}),
]


@pytest.mark.parametrize(("length", "event", "codes"), ACCOUNTING)
def test_the_accounting_act_counts_vouchers_and_accounts_each_from_its_own_day(
    length: str, event: str, codes: set[str], tmp_path: Path
) -> None:
    assert {one.code for one in found(BOOKS % (length, event), tmp_path)} == codes


def test_six_years_from_the_financial_year_are_sent_to_the_calendar_year_and_refuse_no_build(tmp_path: Path) -> None:
    [one] = found(BOOKS % ("6 years", "financial-year-end"), tmp_path)
    assert one.level is Level.WARNING
    assert mark(one, "en") == "write `after: accounting-calendar-year-end`"
    assert help(one, "en").endswith(": `keep: {for: 6 years, after: accounting-calendar-year-end}`")
    assert all(written in message(one, "en") for written in (VOUCHERS, ACCOUNTS))
    assert one.span.file == "content/registers/customers.yaml"


@pytest.mark.parametrize(("length", "event", "codes"), [one for one in ACCOUNTING if one[2] & {"C062", "C063"}])
def test_a_retention_shorter_than_every_period_lists_all_of_them(
    length: str, event: str, codes: set[str], tmp_path: Path
) -> None:
    [one] = found(BOOKS % (length, event), tmp_path)
    assert one.level is Level.ERROR
    for language in LANGUAGES:
        assert all(written in message(one, language) for written in (VOUCHERS, ACCOUNTS))
        assert "accounting-calendar-year-end" in help(one, language) and "financial-year-end" in help(one, language)


OTHERS = [
    ("money-laundering-act", "5 years", "end-of-customer-relationship", "own", set()),
    ("money-laundering-act", "5 years", "transaction-made", "own", set()),
    ("money-laundering-act", "3 years", "transaction-made", "own", {"C062"}),
    ("money-laundering-act", "5 years", "last-purchase", "own", {"C063"}),
    ("money-laundering-act", "7 years", "last-purchase", "own", {"C066"}),
    ("whistleblower-protection-act", "5 years", "report-received", "own", set()),
    ("whistleblower-protection-act", "2 years", "report-received", "own", set()),
    ("whistleblower-protection-act", "6 years", "report-received", "own", {"C042"}),
    ("whistleblower-protection-act", "6 years", "case-closed", "own", {"C063"}),
    ("whistleblower-protection-act", "60 months", "report-received", "own", set()),
    ("whistleblower-protection-act", "61 months", "report-received", "own", {"C042"}),
    ("working-hours-act", "2 years", "calendar-year-end", "working-time-records", set()),
    ("working-hours-act", "24 months", "calendar-year-end", "working-time-records", set()),
    ("working-hours-act", "2 years", "end-of-employment", "working-time-records", set()),
    ("working-hours-act", "1 year", "calendar-year-end", "working-time-records", {"C062"}),
    ("working-hours-act", "2 years", "wage-paid", "working-time-records", {"C063"}),
    ("employment-contracts-act", "10 years", "end-of-employment", "work-certificates", set()),
    ("employment-contracts-act", "5 years", "end-of-employment", "work-certificates", set()),
    ("employment-contracts-act", "2 years", "end-of-employment", "work-certificates", {"C062"}),
    # The certificate's period is not that of sick pay under the same act
    ("employment-contracts-act", "2 years", "end-of-employment", "sick-leave", set()),
    # An act without known periods gives no finding
    ("client-data-act", "120 years", "case-closed", "health-services", set()),
]


@pytest.mark.parametrize(("act", "length", "event", "purpose", "codes"), OTHERS)
def test_a_period_is_compared_with_the_acts_own_for_that_purpose(
    act: str, length: str, event: str, purpose: str, codes: set[str], tmp_path: Path
) -> None:
    assert {one.code for one in found(by_act(act, length, event, purpose), tmp_path)} == codes


@pytest.mark.parametrize(
    ("act", "event", "purpose"),
    [
        ("accounting-act", "financial-year-end", "own"),
        ("accounting-act", "accounting-calendar-year-end", "own"),
        ("money-laundering-act", "end-of-customer-relationship", "own"),
        ("working-hours-act", "calendar-year-end", "working-time-records"),
        ("employment-contracts-act", "end-of-employment", "work-certificates"),
    ],
)
def test_more_than_a_minimum_is_no_error(act: str, event: str, purpose: str, tmp_path: Path) -> None:
    findings = found(by_act(act, "40 years", event, purpose), tmp_path)
    assert [one.code for one in findings] == ["C042"]
    assert findings[0].level is Level.WARNING


WAYS = "purposes: {bookkeeping: {keep: {for: , after: , %s}}}"
OWN = """
purposes:
  own:
    basis: legal-obligation
    law: %s
    people: [customers]
    data: [name]
    recipients: none
    keep: {%s, law: %s}
    required: not-asked
"""


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ("until: accounting-calendar-year-end, then-within: 6 years", set()),
        ("until: accounting-calendar-year-end, then-within: 3 years", {"C062"}),
        ("until: accounting-calendar-year-end, then-within: 8 years", {"C042"}),
        ("until: last-order, then-within: 6 years", {"C063"}),
        ("until: invoice-paid", {"C066"}),
        ("until-day: 2029-12-31", {"C066"}),
        ("until-day: 2029-12-31, law: ", {"C066"}),
        ("criterion: while-member", {"C066"}),
        ("criterion: while-member, at-latest: {for: 3 years, after: accounting-calendar-year-end}", {"C062"}),
        # A longest time is no shortest one
        ("criterion: while-member, at-latest: {for: 6 years, after: accounting-calendar-year-end}", {"C066"}),
        ("criterion: permanently-archived, law: archives-act", set()),
        ("until: unknown", set()),
        ("until: invoice-paid, then-within: unknown", set()),
        ("for: 6 years, after: accounting-calendar-year-end, or: {event: last-order, whichever: earlier}", {"C066"}),
        ("for: 6 years, after: accounting-calendar-year-end, or: {event: last-order, whichever: later}", set()),
        ("for: 6 years, after: last-order, or: {event: accounting-calendar-year-end, whichever: later}", set()),
        (
            "for: 10 years, after: financial-year-end, or: {event: accounting-calendar-year-end, whichever: earlier}",
            set(),
        ),
    ],
)
def test_every_way_of_retention_is_compared_with_its_act(facts: str, codes: set[str], tmp_path: Path) -> None:
    assert {one.code for one in found(WAYS % facts, tmp_path)} == codes


@pytest.mark.parametrize(
    ("act", "facts", "codes"),
    [
        ("whistleblower-protection-act", "until: case-closed", {"C066"}),
        (
            "whistleblower-protection-act",
            "until: case-closed, at-latest: {for: 5 years, after: report-received}",
            set(),
        ),
        (
            "whistleblower-protection-act",
            "until: case-closed, at-latest: {for: 7 years, after: report-received}",
            {"C042"},
        ),
        (
            "whistleblower-protection-act",
            "for: 5 years, after: report-received, or: {event: case-closed, whichever: later}",
            {"C042"},
        ),
        (
            "whistleblower-protection-act",
            "for: 5 years, after: report-received, or: {event: case-closed, whichever: earlier}",
            set(),
        ),
        ("money-laundering-act", "until: end-of-customer-relationship, then-within: 5 years", set()),
        (
            "money-laundering-act",
            "until: end-of-customer-relationship, then-within: 5 years, at-latest: {for: 30 years, after: last-order}",
            set(),
        ),
        ("money-laundering-act", "until: transaction-made, then-within: 1 year", {"C062"}),
    ],
)
def test_the_longest_and_the_later_are_compared_with_a_maximum(
    act: str, facts: str, codes: set[str], tmp_path: Path
) -> None:
    assert {one.code for one in found(OWN % (act, facts, act) + WORDS, tmp_path)} == codes


def test_what_some_data_have_of_the_act_is_compared_where_they_name_it(tmp_path: Path) -> None:
    keep = "purposes: {bookkeeping: {keep: {by-data: [{data: [organisation], until-day: 2028-01-01%s}]}}}"
    assert found(keep % "", tmp_path / "1") == []
    assert [one.code for one in found(keep % ", law: accounting-act", tmp_path / "2")] == ["C066"]
