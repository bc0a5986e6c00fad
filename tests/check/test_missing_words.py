"""Each missing word is one finding, in each language with that language and the file to write it in."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with

from notice import messages
from notice.check import check
from notice.findings import Finding, near
from notice.languages import LANGUAGES
from notice.load import load

DAY = date(2026, 11, 22)

DECISION = """
automated-decisions:
  credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
purposes:
  orders: {impact-assessment: 2026-10-01}
words:
"""
WHOLE = "{name: a, logic: b, significance: c, consequences: d}"


def findings(example: str, folder: Path) -> tuple[Finding, ...]:
    return check(load(site_with(example, folder / "site")), DAY).findings


def decision(folder: Path, **parts: str) -> list[tuple[str, str]]:
    """The codes and facts of the findings where the words of a decision are `parts` in some languages."""
    words_of = {language: parts.get(language, WHOLE) for language in ("fi", "sv", "en")}
    lines = "".join(f"  {code}: {{automated-decisions: {{credit: {words}}}}}\n" for code, words in words_of.items())
    return sorted((one.code, one.fact) for one in findings(DECISION + lines, folder))


MISSING = [
    ("words: {sv: {name: }, en: {name: }}", "name", ["en", "sv"]),
    ("words: {sv: {slug: }, fi: {slug: }}", "slug", ["fi", "sv"]),
    ("words: {sv: {history: {2026-11-22: }}, en: {history: {2026-11-22: }}}", "history.2026-11-22", ["en", "sv"]),
    ("words: {fi: {name: }, sv: {name: }, en: {name: }}", "name", ["en", "fi", "sv"]),
]


@pytest.mark.parametrize(("example", "word", "languages"), MISSING, ids=[row[1] + "-".join(row[2]) for row in MISSING])
def test_a_word_is_missed_once_in_each_language(example: str, word: str, languages: list[str], tmp_path: Path) -> None:
    found = findings(example, tmp_path)
    assert {one.code for one in found} == {"T001"}
    assert sorted(dict(one.arguments)["language"] for one in found) == languages
    for one in found:
        arguments = dict(one.arguments)
        assert arguments["word"] == word
        assert arguments["file"] == f"content/{arguments['language']}/customers.yaml"
        for language in LANGUAGES:
            said = messages.message(one, language)
            assert f"`{word}`" in said and arguments["language"] in said
            assert arguments["file"] in messages.help(one, language)
            assert arguments["example"] in messages.help(one, language)


def test_the_help_shows_the_word_as_yaml(tmp_path: Path) -> None:
    [one] = findings(
        DECISION + f"  sv: {{automated-decisions: {{credit: {WHOLE[:1]}{WHOLE[10:]}}}}}\n"
        f"  fi: {{automated-decisions: {{credit: {WHOLE}}}}}\n"
        f"  en: {{automated-decisions: {{credit: {WHOLE}}}}}\n",
        tmp_path,
    )
    assert (one.code, dict(one.arguments)["example"]) == ("T001", "automated-decisions: {credit: {name: …}}")


@pytest.mark.parametrize(
    ("fi", "times"),
    [
        ("{name: a, significance: c, consequences: d}", 1),
        ("{name: a, significance: c}", 2),
        ("{name: a}", 3),
    ],
)
def test_a_missing_word_of_a_decision_is_one_finding(fi: str, times: int, tmp_path: Path) -> None:
    assert decision(tmp_path, fi=fi) == [("N711", "automated-decisions.credit")] * times


def test_two_missing_words_of_a_decision_in_three_languages_are_six_findings(tmp_path: Path) -> None:
    lacking = "{name: a, consequences: d}"
    assert decision(tmp_path, fi=lacking, sv=lacking, en=lacking) == [("N711", "automated-decisions.credit")] * 6


@pytest.mark.parametrize(
    ("named", "code", "meant"),
    [
        ("[fi, se, en]", "se", "sv"),
        ("[fi, sv, en, se]", "se", ""),
        ("[fi, sv, en, de]", "de", ""),
        ("[sv, fi, en, et]", "et", ""),
    ],
)
def test_a_language_without_words_is_one_finding(named: str, code: str, meant: str, tmp_path: Path) -> None:
    """Northern Sámi is `se`, Swedish `sv`: that the files of `sv` are not used is left out as a consequence."""
    [one] = findings(f"site: {{languages: {named}}}", tmp_path)
    assert (one.code, one.key, one.fact) == (
        "Y014",
        f"words.{code}" if meant else "words",
        f"site.languages.{named[1:-1].split(', ').index(code)}",
    )
    assert dict(one.arguments)["language"] == code
    assert one.suggestion == (near(meant) if meant else one.suggestion)
    assert bool(one.suggestion.kind) == bool(meant)


def test_a_language_that_one_notice_has_words_of_lacks_them_in_the_other(tmp_path: Path) -> None:
    site = site_with("{site: {languages: [fi, sv, en, de]}, registers: {visitors: {}}}", tmp_path / "site")
    (site / "content/de").mkdir()
    (site / "content/de/visitors.yaml").write_text("name: Besucher\n", encoding="utf-8")
    missing = [one for one in check(load(site), DAY).findings if one.code == "T001"]
    assert {dict(one.arguments)["file"] for one in missing} == {
        "content/de/customers.yaml",
        "content/de/visitors.yaml",
    }
