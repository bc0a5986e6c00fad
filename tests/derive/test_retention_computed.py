"""The last day of a retention, computed by the calendar, and the periods set by acts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify.two_sites import contexts_of

from notice.derive.retention import acts_of, add_duration, last_day, periods_of
from notice.model.fields import Duration, Unit
from notice.model.purpose import Keep

units: st.SearchStrategy[Unit] = st.sampled_from(["day", "week", "month", "year"])
lengths = st.builds(Duration, st.integers(1, 60), units)
all_days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def keep(**facts: str) -> Keep:
    return Keep.model_validate({key.replace("_", "-").replace("for-", "for"): value for key, value in facts.items()})


@pytest.mark.parametrize(
    ("facts", "event", "expected"),
    [
        ({"for-": "3 years", "after": "last-order"}, date(2026, 2, 28), date(2029, 2, 28)),
        ({"for-": "1 year", "after": "last-order"}, date(2024, 2, 29), date(2025, 2, 28)),
        ({"for-": "1 month", "after": "visit"}, date(2026, 1, 31), date(2026, 2, 28)),
        ({"for-": "30 days", "after": "recording"}, date(2026, 12, 15), date(2027, 1, 14)),
        # Vouchers of a financial year that ended in June are kept until the end of the sixth year after that one
        ({"for-": "6 years", "after": "accounting-calendar-year-end"}, date(2026, 6, 30), date(2032, 12, 31)),
        ({"for-": "10 years", "after": "financial-year-end"}, date(2026, 6, 30), date(2036, 6, 30)),
        ({"until": "consent-withdrawn", "then-within": "1 month"}, date(2026, 3, 31), date(2026, 4, 30)),
        ({"criterion": "while-claim-pending"}, date(2026, 3, 31), None),
        ({"for-": "9999 years", "after": "visit"}, date(2026, 3, 31), None),
    ],
)
def test_the_last_day_is_the_calendars(facts: dict[str, str], event: date, expected: date | None) -> None:
    assert last_day(keep(**facts), event) == expected


@given(all_days, lengths)
def test_a_period_ends_later_and_never_after_its_full_months(day: date, length: Duration) -> None:
    end = add_duration(day, length)
    assert end > day
    if length.unit in ("month", "year"):
        months = length.amount * (12 if length.unit == "year" else 1)
        assert (end.year - day.year) * 12 + end.month - day.month == months
        assert end.day == day.day or (end + timedelta(days=1)).day == 1


@given(all_days, all_days, lengths)
def test_who_begins_later_ends_no_earlier(one: date, other: date, length: Duration) -> None:
    first, second = sorted((one, other))
    assert add_duration(first, length) <= add_duration(second, length)


def test_the_accounting_act_sets_two_periods_from_two_days() -> None:
    [case] = contexts_of("starter")
    bookkeeping = (case.notice.register.purposes or {})["bookkeeping"]
    assert acts_of(bookkeeping) == ("accounting-act",)
    periods = {(str(one.after), one.least) for one in periods_of(case.notice, "accounting-act", "bookkeeping")}
    assert periods == {
        ("accounting-calendar-year-end", Duration(6, "year")),
        ("financial-year-end", Duration(10, "year")),
    }
    for act in ("consumer-protection-act", None):
        assert periods_of(case.notice, act, "bookkeeping") == ()
