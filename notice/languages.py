"""The languages a notice is written in, and what CLDR knows of them: dates, lists, durations, countries."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 `code`, with the CLDR `locale` that writes it and the `region` it is written for.

    English is the European one: `en` alone would write "November 22, 2026".
    """

    code: str
    locale: str
    region: str


LANGUAGES: dict[str, Language] = {
    "fi": Language("fi", "fi", "FI"),
    "sv": Language("sv", "sv_FI", "FI"),
    "en": Language("en", "en_GB", "GB"),
}
"""The languages that the package ships words for, in the order of Finland's law; a site may add its own."""


def language(code: str) -> Language:
    """The language of `code`; one that the package does not ship is written as CLDR writes it."""
    return LANGUAGES.get(code, Language(code, code, ""))


@lru_cache
def _locale(name: str) -> "Locale":
    from babel import Locale  # 25 ms that `notice --version` need not pay

    return Locale.parse(name)


def is_known(code: str) -> bool:
    """True when CLDR knows the language, so that dates and lists can be written in it."""
    from babel import UnknownLocaleError

    try:
        _locale(language(code).locale)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def own_name(code: str) -> str:
    """The language's name in itself: `suomi`, `svenska`, `English`."""
    return str(_locale(language(code).locale).languages[code])


@lru_cache(maxsize=1024)
def written_date(day: date, code: str) -> str:
    """The day with a written month: `22. marraskuuta 2026`, `22 november 2026`, `22 November 2026`."""
    from babel.dates import format_date

    return str(format_date(day, "long", _locale(language(code).locale)))


@lru_cache
def list_separators(number: int, code: str) -> tuple[str, ...]:
    """What stands after each of `number` items of a phrase: `(", ", " ja ", "")` for three in Finnish."""
    from babel.lists import format_list

    blank = "\0"
    phrase = str(format_list([blank] * number, locale=_locale(language(code).locale)))
    return tuple(phrase.split(blank)[1:])


@lru_cache(maxsize=1024)
def written_duration(amount: int, unit: str, code: str) -> str:
    """The amount with its unit as CLDR writes it: `6 vuotta`, `6 år`, `6 years`. `unit` is English and singular."""
    from babel.units import format_unit

    return str(format_unit(amount, f"duration-{unit}", "long", locale=_locale(language(code).locale)))


def written_size(size: int, code: str) -> str:
    """A file's size in bytes as people read it: `84 kt`, `84 kB`, `84 kB`; a started kilobyte counts as one."""
    from babel.units import format_unit

    locale = _locale(language(code).locale)
    return str(format_unit(-(-size // 1000), "digital-kilobyte", "short", locale=locale))


@lru_cache(maxsize=1024)
def country_name(country: str, code: str) -> str:
    """The country of an ISO 3166-1 code in the language; "" where CLDR has no name for it in this language."""
    return str(_locale(language(code).locale).territories.get(country, ""))


@lru_cache(maxsize=1024)
def plural(amount: int, code: str) -> str:
    """The CLDR plural category of the amount: `one`, `other`, …"""
    return str(_locale(language(code).locale).plural_form(amount))


def language_name(wanted: str, code: str) -> str:
    """The name of the language `wanted` in the language `code`; `wanted` itself where CLDR has no name."""
    return str(_locale(language(code).locale).languages.get(wanted, wanted))
