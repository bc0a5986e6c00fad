"""What nobody sees in a text is found, or makes no difference: characters without width, letters apart, soft hyphens."""

from pathlib import Path

import pytest
import yaml
from rules.overlay import site_with
from verify.two_sites import DAY

from notice.check import check
from notice.load import load
from notice.yamlreader import read

UNSEEN = [
    "\u034f",
    "\u061c",
    "\u180b",
    "\u2800",
    "\ufe0f",
    "\ufff9",
    "\U0001d173",
    "\U000e0101",
    "\u200b",
    "\u2060",
    "\u200e",
    "\u200f",
    "\u180e",
    "\u3164",
    "\u206a",
    "\U000e0041",
    "\u200c",
    "\u200d",
]


def codes(words: str, folder: Path) -> list[str]:
    example = yaml.safe_dump({"words": {"fi": {"purposes": {"orders": {"text": words}}}}}, allow_unicode=True)
    return [one.code for one in check(load(site_with(example, folder / "site")), DAY).findings]


@pytest.mark.parametrize("unseen", UNSEEN, ids=lambda one: f"U+{ord(one):04X}")
@pytest.mark.parametrize("form", ["a: ka{}tu\n", 'a: "ka{}tu"\n', "a: |\n  ka{}tu\n", "ka{}tu: a\n", "a: b # ka{}tu\n"])
def test_a_character_without_width_is_found_in_every_form_of_text(unseen: str, form: str) -> None:
    found = read(form.format(unseen).encode(), "f.yaml").findings
    assert [one.code for one in found] == ["Y016"]


def test_it_is_found_where_it_is_written_by_its_number() -> None:
    assert [one.code for one in read(b'a: "ka\\u200btu"\n', "f.yaml").findings] == ["Y016"]


@pytest.mark.parametrize("text", ["👩\u200d💻", "❤\ufe0f", "می\u200cخواهم", "tilaus\u00adnumero", "x\u00ady"])
def test_joiners_between_signs_that_need_them_and_soft_hyphens_stay(text: str) -> None:
    reading = read(f"a: {text}\n".encode(), "f.yaml")
    assert (reading.findings, reading.tree) == ((), {"a": text})


def test_letters_and_marks_apart_are_read_as_one(tmp_path: Path) -> None:
    assert read("a: Ka\u0308ytta\u0308ja\u0308\n".encode(), "f.yaml").tree == {"a": "Käyttäjä"}
    assert "L017" in codes("Ka\u0308ytta\u0308ma\u0308lla\u0308 sivustoa hyva\u0308ksyt eva\u0308steet.", tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        "Rekisteri\u00adseloste on tässä.",
        "Re\u00adkis\u00adte\u00adri\u00adse\u00adlos\u00adte",
        "Rekis**teri**seloste on tässä.",
        "**R**ekisteriseloste on tässä.",
        "Rekis*te*\u00adriseloste on tässä.",
        "Rekisteri[seloste](https://www.example.fi) on tässä.",
        "[Rekisteri](https://www.example.fi)seloste on tässä.",
        "Rekisteri[**seloste**](https://www.example.fi) on tässä.",
    ],
)
def test_what_is_not_seen_within_a_word_hides_no_term_from_the_rules(words: str, tmp_path: Path) -> None:
    assert "L002" in codes(words, tmp_path)
