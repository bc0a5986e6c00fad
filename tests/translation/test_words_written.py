"""Words are written into a words file so that nothing else of it changes, whatever the words are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translation.wild import TEXTS

from notice.findings import FactPath
from notice.translation.writing import Unwritable, Word, with_words
from notice.yamlreader import read

FILE = """\
# the register
name: Foo  # its name
purposes:
  orders:
    text: >-
      one
      two
  # of visits
  visits: {text: "x", more: {}}
empty:   # to be filled in
data: {}
people:
  customers: Kunden
"""


def tree(text: str) -> object:
    reading = read(text.encode(), "words.yaml")
    assert reading.findings == ()
    return reading.tree


PATHS = st.sampled_from(
    [
        ("name",),
        ("purposes", "orders", "text"),
        ("purposes", "orders"),
        ("purposes", "visits", "more", "inner"),
        ("purposes", "visits", "text"),
        ("purposes", "new", "text"),
        ("empty", "first"),
        ("data", "email"),
        ("people", "customers"),
        ("people", "customers", "text"),
        ("ui", "skip"),
        ("history", "2026-11-22"),
        ("Ä: #", "yes"),
    ]
)


@given(st.dictionaries(PATHS, TEXTS, min_size=1), st.booleans(), st.booleans())
def test_every_text_is_read_back_and_no_other_changes(words: dict[FactPath, str], crlf: bool, bom: bool) -> None:
    before = ("\ufeff" if bom else "") + (FILE.replace("\n", "\r\n") if crlf else FILE)
    after = with_words(before, {path: Word(text) for path, text in words.items()})
    found = read(after.encode(), "words.yaml")
    assert found.findings == ()
    for path, text in words.items():
        value: object = found.tree
        for step in path:
            value = value[step] if isinstance(value, dict) else value
        value = value["name"] if isinstance(value, dict) else value
        assert value == unicodedata.normalize("NFC", text)
    for comment in ("# the register", "# its name", "# of visits", "# to be filled in"):
        assert comment in after
    assert ("\r\n" in after) == crlf and after.startswith("\ufeff") == bom
    # Written once more, the file is the same, byte for byte.
    assert with_words(after, {path: Word(text) for path, text in words.items()}) == after


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (("name",), "Bar", FILE.replace("name: Foo ", "name: Bar ")),
        (("name",), "a: b", FILE.replace("name: Foo ", 'name: "a: b" ')),
        (("empty", "k"), "v", FILE.replace("# to be filled in\n", "# to be filled in\n  k: v\n")),
        (("data", "email"), "v", FILE.replace("data: {}", 'data: {email: "v"}')),
        (("people", "visitors"), "v", FILE + "  visitors: v\n"),
        (("ui", "skip"), "a\n\nb", FILE + "ui:\n  skip: |-\n    a\n\n    b\n"),
        (("purposes", "orders", "name"), "v", FILE.replace("      two\n", "      two\n    name: v\n")),
    ],
)
def test_only_the_word_changes(path: FactPath, text: str, expected: str) -> None:
    assert with_words(FILE, {path: Word(text)}) == expected


def test_a_new_key_has_the_source_text_above_it() -> None:
    made = with_words("", {("ui", "skip"): Word("", "Skip\nto"), ("ui", "page"): Word("", "Page " * 40)})
    lines = made.splitlines()
    assert lines[:4] == ["ui:", "  # Skip", "  # to", "  skip:"]
    assert max(map(len, lines)) <= 120
    assert tree(made) == {"ui": {"skip": None, "page": None}}
    assert with_words(made, {("ui", "skip"): Word("Weiter")}) == made.replace("  skip:", "  skip: Weiter")


@given(st.dictionaries(PATHS, TEXTS, min_size=1), st.booleans())
def test_a_new_file_says_the_words_and_nothing_else(words: dict[FactPath, str], crlf: bool) -> None:
    """At once, or one after another where a word is the beginning of another's path."""
    head = "# German\r\n" if crlf else "# German"
    made = with_words(head, {path: Word(text, "above") for path, text in words.items()})
    assert made.startswith(head)
    if not any(one != other and one == other[: len(one)] for one in words for other in words):
        expected: dict[str, object] = {}
        for path, text in words.items():
            here = expected
            for step in path[:-1]:
                here = here.setdefault(step, {})  # type: ignore[assignment]
            here[path[-1]] = text
        assert tree(made) == expected


def test_a_word_that_is_there_is_not_emptied() -> None:
    assert with_words(FILE, {("name",): Word("", "Foo")}) == FILE


@pytest.mark.parametrize(
    "file",
    ["a: [b", "- a\n", "a: &x {b: c}\nd: *x\n", "name: [a]\n", "name: x\n...\n", "name: |+\n  a\n\n\n"],
    ids=["broken", "list", "alias", "list-as-word", "end", "kept-lines"],
)
def test_a_file_is_left_alone_or_read_back_as_meant(file: str) -> None:
    path = ("d", "b") if "*x" in file else ("name",) if "[a]" in file else ("other",)
    try:
        made = with_words(file, {path: Word("v")})
    except Unwritable as error:
        assert error.path == path
    else:
        assert read(made.encode(), "words.yaml").findings == ()
