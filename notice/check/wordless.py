"""T001 for a language of the site without any words: one finding, not one for each word, and no consequences of it."""

from collections.abc import Iterable, Iterator

from babel.core import get_global

from notice.findings import Finding, Span, near, violation_at
from notice.languages import LANGUAGES, language_name
from notice.load import Loaded
from notice.rules.wording.words import word_missing
from notice.words import Words


def has_words(loaded: Loaded, language: str) -> bool:
    """Whether there are any words of the language for some notice: the package's, or the owner's."""
    return any(_any(loaded.words[notice.id, language]) for notice in loaded.notices)


def _any(words: Words) -> bool:
    return any(layer.tree or layer.broken for layer in words.layers)


def languages_without_words(loaded: Loaded) -> Iterator[Finding]:
    """A finding for each language of the site that has no words in any notice."""
    for code in dict.fromkeys(language for notice in loaded.notices for language in notice.languages):
        if has_words(loaded, code):
            continue
        meant = _meant(code)
        suggestion = near(meant) if meant and meant not in loaded.notices[0].languages else None
        name = language_name(code, code)
        yield word_missing.finding_of(
            violation_at(_span(loaded, code), "no-words", suggestion, language=code, name=name)
        )


def without_consequences_of_languages(findings: Iterable[Finding]) -> set[Finding]:
    """The findings without those on the unnamed language that a language without words was meant to be."""
    found = set(findings)
    meant = {it.suggestion.text for it in found if (it.code, it.key) == (word_missing.code, "no-words")} - {""}
    return {finding for finding in found if not any(_follows(finding, language) for language in meant)}


def _follows(finding: Finding, language: str) -> bool:
    """Whether the finding says that the language has files or is used in service, but is not published."""
    if finding.code == "Y018":
        return finding.span.file.startswith(f"content/{language}/")
    return finding.code == "P006" and dict(finding.arguments)["missing"] == language


def _meant(code: str) -> str | None:
    """The package's language that is spoken in the country with this code, as Swedish is for `se`."""
    likely = get_global("likely_subtags").get(f"und_{code.upper()}", "").partition("_")[0]
    return likely if likely in LANGUAGES else None


def _span(loaded: Loaded, code: str) -> Span:
    """The place of the language in the site's list."""
    notice = loaded.notices[0]
    stated = notice.site.languages or ()
    index = str(stated.index(code)) if code in stated else ""
    return notice.span("site", "languages", index)
