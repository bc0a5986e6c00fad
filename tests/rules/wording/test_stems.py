"""The literal strings required by a pattern: none is missed, and every pattern has some."""

import pytest

from notice.languages import LANGUAGES
from notice.rules.wording.patterns import patterns
from notice.rules.wording.patterns.stems import needed, stems

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
