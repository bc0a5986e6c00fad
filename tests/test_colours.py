"""Contrast of colours: WCAG's own figures, and a readable accent for dark mode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.colours import DARK_GROUNDS, LIGHT_GROUNDS, READABLE, contrast, for_dark_mode, least_contrast

colours = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#00508c", "#ffffff", 8.3)],
)
def test_the_contrast_is_wcags(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)


@given(colours, colours)
def test_contrast_has_no_order_and_stays_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


@given(colours)
def test_every_accent_has_one_for_the_night_that_can_be_read(accent: str) -> None:
    assert least_contrast(for_dark_mode(accent), DARK_GROUNDS) >= 7


def test_the_packages_own_accents_can_be_read_by_day_and_by_night() -> None:
    assert least_contrast("#00508c", LIGHT_GROUNDS) >= READABLE
    assert least_contrast("#8fc7ff", DARK_GROUNDS) >= READABLE
