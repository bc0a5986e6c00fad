"""Language tags with a region, as word processors need them to find a dictionary."""

from notice.languages import LANGUAGES


def tag(code: str) -> str:
    """The tag of a language: `fi-FI`, `sv-FI`, `de-DE`; the code alone where CLDR knows no likely region."""
    if code in LANGUAGES:
        return f"{code}-{LANGUAGES[code].region}"
    from babel.core import get_global  # here: only where a language is not the package's

    likely = str(get_global("likely_subtags").get(code, code)).split("_")
    return f"{code}-{likely[-1]}" if len(likely) > 1 else code
