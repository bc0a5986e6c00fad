"""A faulty word is reported at its place in the owner's file, in every YAML style."""

import pytest
from rules.wording.test_sentences import Sentence, findings

from notice.rules.wording.matcher import MOST_OF_A_TEXT, place
from notice.words import Layer
from notice.yamlreader import read

WRITTEN = {
    "plain": "name: Tietoja voidaan luovuttaa.\n",
    "quoted": 'name: "Tietoja voidaan luovuttaa."\n',
    "folded": "name: >-\n  Tietoja\n  voidaan luovuttaa.\n",
    "kept": "name: |\n  - Tietoja voidaan luovuttaa.\n",
    "a word before it": "slug: voidaan\nname: Tietoja voidaan luovuttaa.\n",
    "the second of two": "name: >-\n  Emme voi. Tietoja ei voidaan\n  kerätä, ja tietoja voidaan luovuttaa.\n",
}


@pytest.mark.parametrize("source", WRITTEN.values(), ids=WRITTEN)
def test_the_span_holds_the_word_itself(source: str) -> None:
    reading = read(source.encode(), "fi.yaml")
    assert isinstance(reading.tree, dict)
    text = reading.tree["name"]
    assert isinstance(text, str)
    spans = {path: one.value if one.key is None else one.key for path, one in reading.places.items()}
    layer = Layer(reading.tree, "fi.yaml", spans, source=source)
    start = text.rindex("voidaan")
    span = place(layer, ("name",), text, start, start + len("voidaan"))
    line = source.splitlines()[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == "voidaan"
    assert span.line == source.count("\n", 0, source.rindex("voidaan")) + 1


def test_a_word_that_an_escape_hides_is_shown_by_its_whole_text() -> None:
    source = 'name: "Tietoja void\\u0061an luovuttaa."\n'
    reading = read(source.encode(), "fi.yaml")
    spans = {path: one.value for path, one in reading.places.items()}
    layer = Layer({"name": "Tietoja voidaan luovuttaa."}, "fi.yaml", spans, source=source)
    assert place(layer, ("name",), "Tietoja voidaan luovuttaa.", 8, 15) == spans[("name",)]


def test_a_rule_has_no_more_findings_in_one_text_than_the_limit() -> None:
    says = " ".join(["Käytämme tietoja tarvittaessa."] * (MOST_OF_A_TEXT + 9))
    found = [one for one in findings(Sentence("fi", "purposes.orders.text", says)) if one.code == "W001"]
    assert len(found) == MOST_OF_A_TEXT
