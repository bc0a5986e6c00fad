"""Each fault of a YAML file has one code, the right line and column, and a plain message."""

import re
from collections.abc import Callable

import pytest
import yaml
from growth import LINEAR, growth
from texts import help, mark, message

from notice.findings import Level
from notice.languages import LANGUAGES
from notice.messages import PLACEHOLDER
from notice.yamlreader import NAMES, read, reader

DEEP = "".join("  " * level + f"k{level}:\n" for level in range(21)) + "  " * 21 + "x: y\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
WIDE = "a: &a [" + "x, " * 2000 + "x]\nb: [*a, *a, *a, *a]\n"

FAULTS: list[tuple[bytes | str, str, int, int]] = [
    ("name: Käyttäjä\nfirm: ".encode("cp1252"), "Y001", 1, 8),
    (b"\xef\xbb\xbfa: b\n\xff", "Y001", 2, 1),
    ("a: b\n".encode("utf-16"), "Y001", 1, 1),
    ("a: b\n".encode("utf-16-be"), "Y001", 1, 1),
    ("nimi: Åsa: firma\n", "Y002", 1, 7),
    ("nimi: 😀 on: firma\n", "Y002", 1, 7),
    ("a: 1\nb:2\nc: 3\n", "Y002", 2, 1),
    ("a: 1\nsana\nc: 3\n", "Y002", 2, 1),
    ("a: b\n  c: d\n", "Y002", 2, 3),
    ("a:\n    b: 1\n  c: 2\n", "Y002", 3, 3),
    ("a: - b\n", "Y002", 1, 4),
    ("a: @example\n", "Y002", 1, 4),
    ("a: * required\n", "Y002", 1, 4),
    ("a: *required\n", "Y002", 1, 4),
    ("a: & Co\n", "Y002", 1, 4),
    ("a: >5 years\n", "Y002", 1, 4),
    ("a: %50\n", "Y002", 1, 4),
    ("a: [b, c\nd: e\n", "Y002", 1, 4),
    ("a: {b: c\n", "Y002", 1, 4),
    ("a: [\n", "Y002", 1, 4),
    ("a: b ]\n}\n", "Y002", 2, 1),
    ('a: "b\nc: d\n', "Y002", 1, 4),
    ('a: "b" c\n', "Y002", 1, 8),
    ('a: "b\nc: d\ne: "f"\n', "Y002", 1, 4),
    ('a: "C:\\qx"\n', "Y002", 1, 7),
    ("- a\nb: c\n", "Y002", 2, 1),
    ("a: b\n- c\n", "Y002", 2, 1),
    ("a:\u00a0b\nc: d\n", "Y002", 1, 3),
    ("# first\n%YAML 1.1\n---\na: b\n", "Y002", 2, 1),
    ("k" * 1100 + ": b\n", "Y002", 1, 1101),
    ("å: 1\nb: 2\nå: 3\n", "Y003", 3, 1),
    ("x: {ä: 1, ä: 2}\n", "Y003", 1, 11),
    ("a: !!int 3\n", "Y008", 1, 4),
    ("a: &x !secret b\n", "Y008", 1, 7),
    ("a: !python/object:os.system {b: c}\n", "Y008", 1, 4),
    ("a: !z!x b\n", "Y008", 1, 4),
    ("a: &a [*a]\n", "Y009", 1, 8),
    ("a: &a x\nb: [" + "*a, " * 20 + "*a]\n", "Y009", 2, 85),
    (BOMB, "Y009", 4, 16),
    (WIDE, "Y009", 2, 9),
    ("a: b\n---\nc: d\n", "Y010", 2, 1),
    ("a:\n\tb: c\n", "Y011", 2, 1),
    ("a:\n  b: c\n  \td: e\n", "Y011", 3, 3),
    ("a: |\n\ttext\n", "Y011", 2, 1),
    ("-\ta: b\n", "Y011", 1, 2),
    (b"#" * (1 << 20) + b"\n", "Y012", 1, 1),
    ("- a\n" * 5001, "Y012", 5001, 3),
    ("[" + "a, " * 5000 + "b]", "Y012", 1, 15002),
    ("".join(f"k{1000 + at}: {{a: b}}\n" for at in range(2501)), "Y012", 2501, 12),
    ("a: &a [" + "x, " * 4000 + "x]\nb: [*a, *a]\n", "Y009", 2, 5),
    (DEEP, "Y013", 21, 41),
    ("[" * 5000, "Y013", 1, 21),
    ("- " * 5000, "Y013", 1, 41),
    ("a: &a " + "[" * 15 + "]" * 15 + "\nb: " + "[" * 10 + "*a" + "]" * 10, "Y013", 2, 14),
    ("a: &a {b: c}\nd:\n  <<: *a\n", "Y015", 3, 3),
    ("a:\r\n  ? \r\n  : b", "Y017", 2, 4),
    ("a: b\0c\n", "Y016", 1, 5),
    ("a: b\u2028c\n", "Y016", 1, 5),
    ("a: \u202etxet\n", "Y016", 1, 4),
    ('a: "\\0"\n', "Y016", 1, 4),
    ("[a, b]: c\n", "Y017", 1, 1),
    ("? {a: b}\n: c\n", "Y017", 1, 3),
    ("?\n: c\n", "Y017", 1, 2),
    ("~: c\n", "Y017", 1, 1),
    ('"a\\nb": c\n', "Y017", 1, 1),
    ("a: &x b\n*x : c\n", "Y017", 2, 1),
    ("trade-name: &Tradition Oy\n", "Y023", 1, 13),
    ("a: {b: &Co}\n", "Y023", 1, 8),
    ("a: [b, &Co c]\n", "Y023", 1, 8),
    ("a:\n  - &Tradition Oy # why\n", "Y023", 2, 5),
    ("&Key Oy: b\n", "Y023", 1, 1),
    ("a: &x b\nc: *x\nd: &x e\n", "Y023", 3, 4),
    ("a: &Co >-\n  b\n", "Y023", 1, 4),
    ("a: &Co\n  b: c\n", "Y023", 1, 4),
    ("a: #1 Kauppa\nb: c\n", "Y023", 1, 4),
    ("a: Kauppa #1 Oy\n", "Y023", 1, 4),
    ("a: *Star Oy\n", "Y002", 1, 4),
    ("a: [Firma] Oy\n", "Y002", 1, 12),
    ("a: {Firma} Oy\n", "Y002", 1, 12),
]
JARGON = re.compile("token|scalar|expected|anchor|block|flow|could not|did not find|while |simple key|stream|context")


@pytest.mark.parametrize(("text", "code", "line", "column"), FAULTS)
def test_a_fault_is_named_where_it_stands(text: bytes | str, code: str, line: int, column: int) -> None:
    source = text.encode() if isinstance(text, str) else text
    found = read(source, "content/site.yaml").findings[0]
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    assert (found.span.file, found.name, found.level) == ("content/site.yaml", NAMES[code], Level.ERROR)


@pytest.mark.parametrize("text", [fault[0] for fault in FAULTS])
def test_a_fault_is_described_without_jargon(text: bytes | str) -> None:
    """Message, mark and help exist in every language, without the parser's terms."""
    source = text.encode() if isinstance(text, str) else text
    for found in read(source, "f.yaml").findings:
        assert message(found) and mark(found) and help(found)
        assert not JARGON.search(f"{message(found)} {mark(found)} {help(found)}"), found
        for language in LANGUAGES:
            texts = (message(found, language), mark(found, language), help(found, language))
            assert all(texts) and not any(PLACEHOLDER.search(text) or "\n" in text for text in texts)
            assert len(texts[1]) < 35


@pytest.mark.parametrize("text", [fault[0] for fault in FAULTS])
def test_the_slower_parser_refuses_the_same_files(text: bytes | str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = text.encode() if isinstance(text, str) else text
    fast = [(found.code, found.span.line) for found in read(source, "f.yaml").findings]
    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)
    assert [(found.code, found.span.line) for found in read(source, "f.yaml").findings] == fast


def test_every_code_is_tested() -> None:
    assert {code for _, code, _, _ in FAULTS} == set(NAMES)


def test_one_run_finds_every_fault_of_form() -> None:
    text = "a: 1\na: 2\nb: !x 3\nc: {<<: {d: e}}\n? [f]\n: g\nh: *none\ni: kept\na: 4\n"
    reading = read(text.encode(), "f.yaml")
    assert [found.code for found in reading.findings] == ["Y003", "Y008", "Y015", "Y017", "Y002", "Y003"]
    assert reading.tree == {"a": "1", "b": "3", "c": {}, "h": None, "i": "kept"}


def test_a_repeated_key_names_both_places() -> None:
    (found,) = read(b"a: 1\nx:\n  orders: 1\n  other: 2\n  orders: 3\n", "f.yaml").findings
    assert "`orders`" in message(found) and "3:3" in message(found)
    assert (found.span.line, found.span.column, found.span.end_column) == (5, 3, 9)
    assert mark(found) == "first on line 3"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("text: Huom: soita\n", 'write `text: "Huom: soita"`'),
        ('- text: Huom: "soita" # c\n', "write `text: 'Huom: \"soita\"'`"),
        ("a: 1\nb:2\n", "write `b: 2`"),
        ("a: @x\n", 'write `"@x"` if it is text'),
        ("a: `x` Oy\n", 'write `"`x` Oy"` if it is text'),
        ("a: %x Oy\n", 'write `"%x Oy"` if it is text'),
        ("a: !Yhtiö Oy\n", 'write `"!Yhtiö Oy"` if it is text'),
        ("a: & Co\n", 'write `"& Co"` if it is text'),
        ("a: *Star Oy # c\n", 'write `"*Star Oy"` if it is text'),
        ("a: &Tradition Oy # c\n", 'write `"&Tradition Oy"` if it is text; otherwise delete `&Tradition`'),
        ("a: [Firma] Oy\n", 'write `"[Firma] Oy"` if it is text'),
        ("a: Kauppa #1\n", 'write `"Kauppa #1"` if it is text; put a space after `#` if it is a comment'),
        ("a: #1 Kauppa\n", 'write `"#1 Kauppa"` if it is text; put a space after `#` if it is a comment'),
    ],
)
def test_the_advice_can_be_copied(text: str, advice: str) -> None:
    assert help(read(text.encode(), "f.yaml").findings[0]) == advice


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\nc: *x\n",
        "a: &x {b: c}\nd: *x\ne: *x\n",
        'a: "&Tradition Oy"\n',
        "a: Tradition & Oy\n",
        "a: b # 1 comment\n",
        "a: b #comment\n",
        "a: # 1 comment\n  b: c\n",
        "a: C#1\n",
        "a: |\n  b #1\n",
    ],
)
def test_signs_that_cut_no_text_are_spared(text: str) -> None:
    reading = read(text.encode(), "f.yaml")
    assert reading.tree and reading.findings == ()


def test_a_text_behind_an_unknown_alias_is_one_fault() -> None:
    assert len(read(b"a: *Star Oy\nb: c\n", "f.yaml").findings) == 1


def test_a_letter_in_an_old_encoding_is_named() -> None:
    text = message(read("a: Käyttäjä\n".encode("cp1252"), "f.yaml").findings[0])
    assert "0xE4 at offset 4" in text and "“ä”" in text


def test_tabs_are_counted_and_not_listed() -> None:
    (found,) = read(b"a:\n\tb: c\n\td: e\n\tf: g\n", "f.yaml").findings
    assert message(found) == "3 lines are indented with tabs, the first of them is line 2"


def test_an_alias_bomb_is_refused() -> None:
    assert read(BOMB.encode(), "f.yaml").tree is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        lambda size: "# comment\r\n" * (size // 10),
        lambda size: "\r\n" * (size // 2),
        lambda size: "a: b" + " " * size + ": c",
        lambda size: "a " * (size // 2) + ":",
        lambda size: "- a\n" * (size // 8) + "&" * (size // 2),
        lambda size: "a: !" + "&!" * (size // 2),
        lambda size: "[" + "a, " * (size // 4),
        lambda size: "a: 1\n" * (size // 16),
    ],
    ids=["comments", "empty-lines", "spaces", "words", "anchors", "tags", "open-list", "same-key"],
)
def test_the_time_for_a_file_grows_no_faster_than_the_file(text: Callable[[int], str]) -> None:
    def reading(size: int) -> Callable[[], object]:
        body = text(size).encode()
        return lambda: read(body, "f.yaml")

    read_once = read(text(800_000).encode(), "f.yaml")
    assert read_once.places or read_once.findings
    assert growth(reading, 100_000) < LINEAR
