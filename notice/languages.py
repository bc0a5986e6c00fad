"""The languages of notices, and CLDR's dates, lists, durations and countries in them."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 `code`, with its CLDR `locale` and its `region`.

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
"""The languages of the package, in the order of Finland's law; a site may add its own."""


def language(code: str) -> Language:
    """The language of `code`; for one that is not in the package, CLDR's locale of the same code."""
    return LANGUAGES.get(code, Language(code, code, ""))


@lru_cache
def _locale(name: str) -> "Locale":
    from babel import Locale  # here: it takes 25 ms, which `notice --version` does not need

    return Locale.parse(name)


def is_known(code: str) -> bool:
    """True when CLDR has the language, so that dates and lists can be formatted in it."""
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
def list_separators(number: int, code: str, *, alternatives: bool = False) -> tuple[str, ...]:
    """The text after each of `number` items of a phrase: `(", ", " ja ", "")` for three in Finnish.

    Of `alternatives` one is enough: `(", ", " tai ", "")`.
    """
    from babel.lists import format_list

    blank = "\0"
    style: Literal["or", "standard"] = "or" if alternatives else "standard"
    phrase = str(format_list([blank] * number, style, locale=_locale(language(code).locale)))
    return tuple(phrase.split(blank)[1:])


@lru_cache(maxsize=1024)
def written_duration(amount: int, unit: str, code: str) -> str:
    """The amount with its unit in CLDR's format: `6 vuotta`, `6 år`, `6 years`. `unit` is English and singular."""
    from babel.units import format_unit

    return str(format_unit(amount, f"duration-{unit}", "long", locale=_locale(language(code).locale)))


def written_number(number: float, code: str) -> str:
    """The number with one decimal in the language's format: `12,3`, `12,3`, `12.3`."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, "0.0", locale=_locale(language(code).locale)))


def written_size(size: int, code: str) -> str:
    """Format a file's size in bytes: `84 kt`, `84 kB`, `84 kB`; rounded up to whole kilobytes."""
    from babel.units import format_unit

    locale = _locale(language(code).locale)
    return str(format_unit(-(-size // 1000), "digital-kilobyte", "short", locale=locale))


@lru_cache(maxsize=1024)
def country_name(country: str, code: str) -> str:
    """The name of the country with the ISO 3166-1 code in the language; "" if CLDR has none."""
    return str(_locale(language(code).locale).territories.get(country, ""))


@lru_cache(maxsize=1024)
def plural(amount: int, code: str) -> str:
    """The CLDR plural category of the amount: `one`, `other`, …"""
    return str(_locale(language(code).locale).plural_form(amount))


def language_name(wanted: str, code: str) -> str:
    """The name of the language `wanted` in the language `code`; `wanted` itself if CLDR has no name."""
    return str(_locale(language(code).locale).languages.get(wanted, wanted))


_AFTER_Z = {"fi": "åäö", "sv": "åäö", "et": "õäöü"}
"""The letters that follow z in the language's alphabet; any other letter with a sign is sorted as the plain one."""


def alphabetical(text: str, code: str) -> tuple[str, str]:
    """The key by which the language's alphabet orders a text."""
    last = _AFTER_Z.get(code, "")
    order = {letter: f"{{{index}" for index, letter in enumerate(last)}
    signs = (order.get(sign) or unicodedata.normalize("NFKD", sign)[:1] for sign in text.casefold())
    return "".join(signs), text
