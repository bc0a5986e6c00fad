"""The findings' words in Finnish and Swedish: every rule of a family that is complete has them, and no text is lost."""

import pytest

from notice.cli.catalogue import catalogue
from notice.rules.told import told

COMPLETE = frozenset("BCDLNPTWXY")
"""The families whose rules are all worded: every letter of the catalogue."""

PARTS = ("title", "duty", "help")


def worded(language: str) -> dict[str, dict[str, str]]:
    rules = told(language)["rules"]
    assert isinstance(rules, dict)
    return rules


def keys(tree: object, path: str = "") -> set[str]:
    if not isinstance(tree, dict):
        return {path}
    return {key for name, value in tree.items() for key in keys(value, f"{path}.{name}")}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_rule_of_a_complete_family_has_its_title_duty_and_help(language: str) -> None:
    expected = {rule.code for rule in catalogue() if rule.code[0] in COMPLETE}
    assert len(expected) > 20
    lacking = {
        f"{code}.{part}"
        for code in expected
        for part in PARTS
        if not worded(language).get(code, {}).get(part, "").strip()
    }
    assert lacking == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_text_belongs_to_a_rule_that_is_none_or_to_a_part_that_nothing_tells(language: str) -> None:
    assert set(worded(language)) - {rule.code for rule in catalogue()} == set()
    assert {part for texts in worded(language).values() for part in texts} <= {*PARTS}


def test_no_family_is_left_out() -> None:
    assert {rule.code[0] for rule in catalogue()} == COMPLETE


def test_both_languages_word_the_same_rules_and_labels() -> None:
    assert keys(told("fi")) == keys(told("sv"))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_titles_and_helps_are_no_sentences_and_duties_are(language: str) -> None:
    for texts in worded(language).values():
        assert texts["duty"].endswith(".")
        assert not texts["title"].endswith(".") and not texts["help"].endswith(".")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_label_is_empty(language: str) -> None:
    assert all(str(value).strip() for value in _leaves(told(language)))


def _leaves(tree: object) -> list[object]:
    if isinstance(tree, dict):
        return [leaf for value in tree.values() for leaf in _leaves(value)]
    return [tree]
