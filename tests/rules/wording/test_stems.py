"""The literal strings required by a pattern: none is missed, and every pattern has some."""

import re

import pytest

from notice.languages import LANGUAGES
from notice.rules.wording.patterns import Pattern, patterns
from notice.rules.wording.patterns.stems import needed, opening, stems

READ = {
    r"rekisteriselost\w+": ("rekisteriselost",),
    r"(?:mm|esim)\.": ("mm", "esim"),
    r"kan (?:även )?komma att": ("komma",),
    r"colou?r": ("colo",),
    r"privacy[- ]shield": ("privacy",),
    r"(?<!ei )voidaan(?! ottaa)": ("voidaan",),
    r"tbd|todo": ("tbd", "todo"),
    r"\?\?\?+": ("???",),
    r"\w*": (),
    r"(?:a|\w+)": (),
}


@pytest.mark.parametrize("find", READ, ids=str)
def test_the_stems_of_an_expression(find: str) -> None:
    assert stems(find) == READ[find]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_has_stems_that_rule_out_clean_texts(language: str) -> None:
    finds = [find for entries in patterns(language).values() for pattern in entries for find in pattern.find]
    assert len(finds) > 100
    assert [find for find in finds if not stems(find) or min(map(len, stems(find))) < 2] == []


NEEDED = {
    r"rekisteriselost\w+": (("rekisteriselost",),),
    r"(?:mm|esim)\. muu": (("muu",), ("mm", "esim"), (".",)),
    r"charge (?:you )?(?:\w+ ){0,4}?fee": (("charge",), ("fee",)),
    r"(?<!not )signed(?! up)": (("signed",),),
    r"one|two": (("one", "two"),),
    r"\w*": (),
}


@pytest.mark.parametrize("find", NEEDED, ids=str)
def test_all_that_a_match_must_contain_the_longest_first(find: str) -> None:
    assert needed(find) == NEEDED[find]


OPENINGS = {
    "rekisteri ?ote": ("rekisteri",),
    r"(?:mainos|suora\w+) kirje": ("mainos", "suora"),
    r"(?:uus)?asiakas": ("asiakas",),
    r"(?:a|\w+)": (),
}


@pytest.mark.parametrize("find", OPENINGS, ids=str)
def test_an_expression_is_ruled_out_by_its_beginning(find: str) -> None:
    assert opening(find) == OPENINGS[find]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_expression_has_alternatives_outside_of_a_group(language: str) -> None:
    """Its beginning would then not be needed by every match."""
    finds = [
        find
        for entries in patterns(language).values()
        for pattern in entries
        for find in (*pattern.find, *pattern.about, *pattern.also)
    ]
    assert [find for find in finds if _has_outer_alternatives(find)] == []


def _has_outer_alternatives(find: str) -> bool:
    bare = re.sub(r"\\.|\[\^?.[^]]*\]", "", find)
    while (inner := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = inner
    return "|" in bare


def test_an_expression_without_letters_of_its_own_is_searched() -> None:
    assert list(Pattern((r"\d{3,}",)).matches("luku 1234")) == [(5, 9)]
