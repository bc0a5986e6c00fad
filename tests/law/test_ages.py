"""The age of consent to online services, by country and day."""

from datetime import date

import pytest

from notice.law.ages import AGES, VERIFIED, age_of_consent
from notice.law.provisions import PROVISIONS

ON_DAYS = [
    ("FI", date(2026, 11, 22), 13),
    ("AX", date(2026, 11, 22), 13),
    ("FI", date(2019, 1, 1), 13),
    ("FI", date(2018, 12, 31), 16),
    ("FI", date(2018, 5, 24), None),
    ("SE", date(2026, 11, 22), None),
]


@pytest.mark.parametrize(("country", "day", "years"), ON_DAYS)
def test_the_age_is_that_of_the_country_and_the_day(country: str, day: date, years: int | None) -> None:
    found = age_of_consent(country, day)
    assert (found.years if found else None) == years


def test_every_age_is_within_what_the_regulation_allows_and_cites_its_provision() -> None:
    assert AGES
    assert all(13 <= one.years <= 16 and one.provision in PROVISIONS for one in AGES)
    assert all(one.start <= VERIFIED and (one.end is None or one.start < one.end) for one in AGES)
