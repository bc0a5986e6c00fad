"""Faulty sentences are found at the faulty words; lawful sentences, also similar ones, give no finding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from rules.overlay import STARTER
from verify.two_sites import contexts

from notice.check import check
from notice.findings import Finding
from notice.load import load
from notice.rules.rule import RuleContext
from notice.rules.wording import RULES
from notice.words import Layer, Words
from notice.yamlreader import read

HERE = Path(__file__).parent
READ = [rule for rule in RULES if rule.code[0] != "T" or rule.code == "T011"]
"""The rules on sentences; the other rules on words check presence and form."""


class Sentence(NamedTuple):
    """A sentence of a corpus: its language, the field that holds it, the rule and the words it marks ("" if lawful)."""

    language: str
    at: str
    says: str
    code: str = ""
    marks: str = ""


def sentences(name: str) -> list[Sentence]:
    corpus = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return [Sentence(language, **one) for language, rows in corpus.items() for one in rows]


FAULTY, LAWFUL = sentences("faulty"), sentences("lawful")


@cache
def starter() -> RuleContext:
    """The invented firm's register, with transfers out of the EEA, recipients, identifiers and every right."""
    return contexts(check(load(STARTER), date(2026, 11, 22)))[0]


@cache
def without_cookie_consent() -> RuleContext:
    """The same register, but for how consent to cookies is asked for."""
    case = starter()
    changed = case.notice.register.model_copy(update={"cookie_consent": None})
    return replace(case, notice=replace(case.notice, register=changed))


def findings(one: Sentence, case: RuleContext | None = None) -> Iterator[Finding]:
    """The findings for the sentence as the owner's only words."""
    *steps, last = one.at.split(".")
    text = "".join(f"{'  ' * depth}{step}:\n" for depth, step in enumerate(steps))
    text += f"{'  ' * len(steps)}{last}: >-\n{'  ' * (len(steps) + 1)}{one.says}\n"
    reading = read(text.encode(), "words.yaml")
    assert isinstance(reading.tree, dict)
    spans = {path: place.value if place.key is None else place.key for path, place in reading.places.items()}
    case = case or starter()
    own = Layer(reading.tree, "words.yaml", spans, source=text)
    standard = case.words[one.language].layers[-1]
    words = {one.language: Words(one.language, (own, standard))}
    for rule in READ:
        for found in rule.findings(replace(case, words=words)):
            if found.span.file == "words.yaml":
                lines = text.splitlines()[found.span.line - 1]
                yield replace(found, mark=lines[found.span.column - 1 : found.span.end_column - 1])


def test_the_corpora_are_large_and_of_three_languages() -> None:
    assert len(FAULTY) >= 60 and len(LAWFUL) >= 120
    for language in ("fi", "sv", "en"):
        assert sum(one.language == language for one in FAULTY) >= 20
        assert sum(one.language == language for one in LAWFUL) >= 35


def test_every_pattern_of_a_rule_is_tried_in_some_language() -> None:
    from notice.rules.wording.patterns import patterns

    wanted = {code.partition("-")[0] for language in ("fi", "sv", "en") for code in patterns(language)}
    assert wanted - {one.code for one in FAULTY} <= {"C012", "C013", "C015"}, "these three depend on the facts"


@pytest.mark.parametrize("one", FAULTY, ids=lambda one: f"{one.code}-{one.language}-{one.says[:40]}")
def test_a_faulty_sentence_is_found_at_its_words(one: Sentence) -> None:
    case = without_cookie_consent() if one.code == "L018" else starter()
    marks = [finding.mark for finding in findings(one, case) if finding.code == one.code]
    assert marks, "not found"
    assert any(mark.startswith(one.marks) or one.marks in mark for mark in marks), marks


@pytest.mark.parametrize("one", LAWFUL, ids=lambda one: f"{one.language}-{one.says[:50]}")
def test_a_lawful_sentence_is_spared(one: Sentence) -> None:
    assert [f"{finding.code} {finding.mark}" for finding in findings(one)] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_package_s_own_words_have_none_of_these_faults(language: str) -> None:
    """Checked like an owner's words; except rights and refusals, which the package words only where they arise."""
    case = starter()
    own = replace(case.words[language].layers[-1], file="standard.yaml")
    words = {language: Words(language, (own,))}
    assert len(list(words[language].owned)) > 1000
    derived = {"C012", "C013", "C015", "C043", "C083"}
    found = [
        f"{finding.code} {finding.arguments}"
        for rule in READ
        if rule.code not in derived
        for finding in rule.findings(replace(case, words=words))
        if finding.span.file == "standard.yaml"
    ]
    assert found == []


def test_a_language_without_marks_of_its_own_is_not_taken_for_its_kin() -> None:
    from notice.rules.wording.consistency import _other_language

    estonian = "Me ei anna andmeid edasi ja ei kasuta neid, ja see on nii."
    assert _other_language("et", estonian) is None
    assert _other_language("sv", estonian) == "fi"
