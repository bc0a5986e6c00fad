"""The languages that a site or a service names, each by its code, and which code was meant by what is none."""

import re
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from notice.findings import Finding, Span
from notice.languages import LANGUAGES, is_known, language_name
from notice.load.facts import Part
from notice.load.faults import fault
from notice.model.site import Site

_SUBTAG = re.compile(r"[a-z]{2,3}")


def site_languages(site: Part[Site]) -> tuple[tuple[str, ...], list[Finding]]:
    """The languages that notices can be written in, each once, and a finding for every other that is named."""
    wanted = site.facts.languages or ()
    known = tuple(dict.fromkeys(code for code in wanted if _is_written(code)))
    wrong = [no_language(_place(site, index), code) for index, code in enumerate(wanted) if code not in known]
    return known, wrong


def is_language(code: str) -> bool:
    """True for the code of a language that has a name, whether or not notices can be written in it."""
    return bool(_SUBTAG.fullmatch(code)) and language_name(code, "en") != code


def no_language(span: Span, code: str) -> Finding:
    """The finding for a code that is no language's, with the one that was meant."""
    meant = _meant(code)
    mark = f"did you mean `{meant}`?" if meant else "no such language"
    help = "write the language's code in small letters, such as `fi`, `sv` or `en`"
    return fault("Y007", span, f"“{code}” is no code of a language", mark, help)


def _is_written(code: str) -> bool:
    """True where CLDR has dates and lists of the language, and its name in itself."""
    return is_language(code) and is_known(code) and language_name(code, code) != code


def _meant(text: str) -> str | None:
    """The code that is written otherwise, `FI` or `en_GB`, or whose name the text is."""
    first = re.split(r"[-_]", text.strip().lower())[0]
    return first if is_language(first) else _by_name().get(text.strip().lower())


@lru_cache
def _by_name() -> dict[str, str]:
    """The two-letter codes by their names in the package's languages."""
    codes = ["".join(pair) for pair in product(ascii_lowercase, repeat=2)]
    return {language_name(code, one).lower(): code for code in codes for one in LANGUAGES if is_language(code)}


def _place(site: Part[Site], index: int) -> Span:
    return site.spans.get(("site", "languages", str(index)), site.spans["site", "languages"])
