"""A word of a pattern is found in each of its forms, where the form does not change what the sentence says."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from rules.wording.forms.paradigms import noun, verb

from notice.rules.wording.patterns import hits

HERE = Path(__file__).parent / "forms"
FRAMES = [
    (language, frame)
    for language, frames in yaml.safe_load((HERE / "frames.yaml").read_text(encoding="utf-8")).items()
    for frame in frames
]
WORDS = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))


def forms_of(frame: dict[str, Any]) -> Iterator[str]:
    """The forms of the frame's word that its sentence is tried with."""
    groups = paradigm(frame["word"]) if "groups" in frame else {}
    named = [form for group in frame.get("groups", ()) for form in groups[group]]
    for form in dict.fromkeys([*named, *frame.get("forms", ())]):
        if form not in frame.get("but", ()) and form.endswith(frame.get("ends", "")):
            yield form


def paradigm(word: str) -> Mapping[str, list[str]]:
    """The forms of a Finnish word by group."""
    return noun(WORDS["nouns"][word]) if word in WORDS["nouns"] else verb(WORDS["verbs"][word])


@pytest.mark.parametrize(("language", "frame"), FRAMES, ids=[f"{frame['rule']} {frame['says']}" for _, frame in FRAMES])
def test_a_word_is_found_in_each_of_its_forms(language: str, frame: dict[str, Any]) -> None:
    forms = list(forms_of(frame))
    assert forms
    assert [form for form in forms if frame["rule"] not in hits(language, frame["says"].format(form))] == []
