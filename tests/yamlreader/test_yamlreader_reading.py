"""Scalars of a YAML file stay text, and every value has its place."""

import pytest

from notice.findings import FactPath, Span
from notice.yamlreader import Reading, Tree, read


def reading(text: str) -> Reading:
    found = read(text.encode(), "f.yaml")
    assert not found.findings
    return found


def spot(span: Span | None) -> tuple[int, int, int, int] | None:
    return (span.line, span.column, span.end_line, span.end_column) if span else None


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "on",
        "yes",
        "true",
        "12:30",
        "0401234567",
        "00531",
        "1_000",
        "2026-11-22",
        "0x1F",
        "1e3",
        ".inf",
        "=",
        "3",
        "NULL",
        "none",
        "unknown",
    ],
)
def test_a_value_stays_the_text_that_was_written(word: str) -> None:
    assert reading(f"a: {word}\nb: [{word}]\n{word}: c\n").tree == {"a": word, "b": [word], word: "c"}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "a: ~\nb: null\nc:\nd: ''\ne: \"\"\nf: '~'\n",
            dict(zip("abcdef", [None, None, None, "", "", "~"], strict=True)),
        ),
        ("", None),
        ("# only a comment\n", None),
        ("---\na: b\n...\n", {"a": "b"}),
        ("\ufeffa: b\n", {"a": "b"}),
        ("a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}),
        ("a: >\n  one\n  two\nb: |\n  one\n  two\n", {"a": "one two\n", "b": "one\ntwo\n"}),
        ("a: {b: [c, d], e: }\n", {"a": {"b": ["c", "d"], "e": None}}),
        ("a: &x {b: c}\nd: *x\n", {"a": {"b": "c"}, "d": {"b": "c"}}),
        ('"<<": a\n', {"<<": "a"}),
        ("a: |\n  b\n  \tc\n", {"a": "b\n\tc\n"}),
        ("a: https://example.fi/x?y#z\n", {"a": "https://example.fi/x?y#z"}),
    ],
)
def test_a_file_is_read(text: str, tree: Tree) -> None:
    assert reading(text).tree == tree


@pytest.mark.parametrize(
    ("text", "path", "key", "value"),
    [
        ("å😀ä: ö😀ö  # c\n", ("å😀ä",), (1, 1, 1, 4), (1, 6, 1, 9)),
        ("a: b\r\nc: d\r\n", ("c",), (2, 1, 2, 2), (2, 4, 2, 5)),
        ("\ufeffa: b\n", ("a",), (1, 1, 1, 2), (1, 4, 1, 5)),
        ("a:\n  - b\n  - c\n\n# end\n\nd: e\n", ("a",), (1, 1, 1, 2), (2, 3, 3, 6)),
        ("a:\n  - b\n  - c\n", ("a", "1"), None, (3, 5, 3, 6)),
        ("a:\n  b:\n    c: d\n\n  # more\n\ne: f\n", ("a",), (1, 1, 1, 2), (2, 3, 3, 9)),
        ("a:\n\n# why\n\nb: c\n", ("a",), (1, 1, 1, 2), (1, 3, 1, 3)),
        ("a: {b: å, c: [d, e]}\n", ("a",), (1, 1, 1, 2), (1, 4, 1, 21)),
        ("a: {b: å, c: [d, e]}\n", ("a", "c", "1"), None, (1, 18, 1, 19)),
        ("a: |\n  one\n  two\n\n\nb: c\n", ("a",), (1, 1, 1, 2), (1, 4, 3, 6)),
        ("a: |\n  one\n# c\nb: c\n", ("a",), (1, 1, 1, 2), (1, 4, 2, 6)),
        ("a: one\n  two\nb: c\n", ("a",), (1, 1, 1, 2), (1, 4, 2, 6)),
        ("a: 'b'  # c\n", ("a",), (1, 1, 1, 2), (1, 4, 1, 7)),
        ("a: &x\n  b: c\nd: *x\n", ("a",), (1, 1, 1, 2), (2, 3, 2, 7)),
        ("a: &x\n  b: c\nd: *x\n", ("d",), (3, 1, 3, 2), (3, 4, 3, 6)),
        ("a: &x\n  b: c\nd: *x\n", ("d", "b"), (2, 3, 2, 4), (2, 6, 2, 7)),
        ("# c\na: b\n# d\n", (), None, (2, 1, 2, 5)),
        ("", (), None, (1, 1, 1, 1)),
        ("- a: b\n  c: d\n-\n- e\n", ("0",), None, (1, 3, 2, 7)),
        ("- a: b\n  c: d\n-\n- e\n", ("1",), None, (3, 2, 3, 2)),
    ],
)
def test_a_value_knows_its_place(
    text: str, path: FactPath, key: tuple[int, ...] | None, value: tuple[int, ...]
) -> None:
    place = reading(text).places[path]
    assert (spot(place.key), spot(place.value)) == (key, value)


def test_every_fact_has_a_place() -> None:
    found = reading("a: [b, {c: d}]\ne:\n")
    assert list(found.places) == [(), ("a",), ("a", "0"), ("a", "1"), ("a", "1", "c"), ("e",)]


def test_a_repeated_value_is_a_copy() -> None:
    tree = reading("a: &x [b]\nc: *x\n").tree
    assert isinstance(tree, dict)
    assert tree["a"] == tree["c"] and tree["a"] is not tree["c"]
