"""Dates, durations, lists and names in each language, in the form of its law where CLDR's differs."""

from datetime import date

import pytest
from verify.two_sites import contexts_of

from notice import languages
from notice.derive import derive
from notice.document.writer import Writer
from notice.law.countries import COUNTRIES
from notice.model.fields import Duration, Unit

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("code", "written"),
    [("fi", "22. marraskuuta 2026"), ("sv", "22 november 2026"), ("en", "22 November 2026")],
)
def test_a_month_is_written_as_a_word(code: str, written: str) -> None:
    assert languages.written_date(DAY, code) == written


@pytest.mark.parametrize(("code", "written"), [("fi", "12,3"), ("sv", "12,3"), ("en", "12.3")])
def test_a_number_has_the_decimal_sign_of_the_language(code: str, written: str) -> None:
    assert languages.written_number(12.34, code) == written


def say(code: str) -> Writer:
    [case] = contexts_of("starter")
    return Writer(case.notice, derive(case.notice), case.words[code])


@pytest.mark.parametrize(
    ("amount", "unit", "fi", "sv", "en"),
    [
        (1, "year", "1 vuosi", "1 år", "1 year"),
        (6, "year", "6 vuotta", "6 år", "6 years"),
        (1, "month", "1 kuukausi", "1 månad", "1 month"),
        (14, "month", "14 kuukautta", "14 månader", "14 months"),
        (1, "day", "1 päivä", "1 dag", "1 day"),
        (30, "day", "30 päivää", "30 dagar", "30 days"),
        (2, "week", "2 viikkoa", "2 veckor", "2 weeks"),
        (10, "minute", "10 minuuttia", "10 minuter", "10 minutes"),
    ],
)
def test_a_length_of_time_is_written_as_law_writes_it(amount: int, unit: Unit, fi: str, sv: str, en: str) -> None:
    """Swedish law has `dagar`, CLDR `dygn`."""
    length = Duration(amount, unit)
    assert [say(code).duration(length) for code in ("fi", "sv", "en")] == [fi, sv, en]


@pytest.mark.parametrize(
    ("country", "fi", "sv", "en"),
    [
        ("FI", "Suomi", "Finland", "Finland"),
        ("US", "Yhdysvallat", "Förenta staterna", "United States"),
        ("GB", "Yhdistynyt kuningaskunta", "Förenade kungariket", "United Kingdom"),
    ],
)
def test_a_country_is_named_as_law_names_it(country: str, fi: str, sv: str, en: str) -> None:
    assert [say(code).country(country).text for code in ("fi", "sv", "en")] == [fi, sv, en]


@pytest.mark.parametrize(
    ("code", "glue"),
    [("fi", (", ", " ja ", "")), ("sv", (", ", " och ", "")), ("en", (", ", " and ", ""))],
)
def test_a_list_is_joined_as_the_language_joins_it(code: str, glue: tuple[str, ...]) -> None:
    assert languages.list_separators(3, code) == glue
    assert languages.list_separators(1, code) == ("",)
    assert languages.list_separators(0, code) == ()


def test_a_language_names_itself_in_itself() -> None:
    assert [languages.own_name(code) for code in languages.LANGUAGES] == ["suomi", "svenska", "English"]
    assert languages.language_name("sv", "fi") == "ruotsi"


@pytest.mark.parametrize("code", ["fi", "sv", "en", "se", "et", "de"])
def test_a_language_that_cldr_knows_can_be_written(code: str) -> None:
    assert languages.is_known(code)
    assert languages.written_date(DAY, code)


@pytest.mark.parametrize("code", ["", "suomi", "qq", "fi fi", "../fi", "\0", "x" * 500, "fi_", "1", "-"])
def test_what_is_no_language_is_not_known(code: str) -> None:
    assert not languages.is_known(code)


def test_every_country_has_a_name_in_every_language_of_the_package() -> None:
    assert [
        (code, country) for code in languages.LANGUAGES for country in COUNTRIES
        if not languages.country_name(country, code)
    ] == []  # fmt: skip


def test_a_language_in_which_cldr_names_no_country_has_no_name_for_it() -> None:
    """South Sámi: the composer reports the missing name."""
    assert languages.is_known("sma")
    assert languages.country_name("US", "sma") == ""
