"""Characters with an effect on terminals, editors or logs of CI services are escaped, all others are unchanged."""

import json
import unicodedata

import pytest

from notice.visible import columns, lines_of, shortened, visible, visible_in_json

SEEN_THOUGH_OF_FORMAT = range(0x600, 0x900)
"""Arabic and Syriac characters in Unicode's category of format characters that are visible."""


def unseen(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cf", "Cs", "Zl", "Zp") or (category == "Zs" and character not in " \u00a0\u202f")


def test_every_control_format_and_separator_character_is_escaped() -> None:
    every = [chr(code) for code in range(0x110000)]
    kept = [one for one in every if unseen(one) and visible(one) == one]
    assert sum(map(unseen, every)) > 2_000
    assert [
        one for one in kept if ord(one) not in SEEN_THOUGH_OF_FORMAT and "KAITHI" not in unicodedata.name(one)
    ] == []


@pytest.mark.parametrize("letters", "\u3164 \uffa0 \u115f \u2800 \ufe0f \u034f \u180b \U000e0100".split(" "))
def test_letters_and_marks_without_a_shape_are_escaped(letters: str) -> None:
    assert visible(letters) == f"\\u{{{ord(letters):x}}}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]8;;https://example.com\x1b\\link", "\\u{1b}]8;;https://example.com\\u{1b}\\link"),
        ("a\r\nb\tc", "a\\u{d}\\u{a}b\\u{9}c"),
        ("::error::x", "\\u{3a}:error::x"),
        ("  ::warning file=a::x", "  \\u{3a}:warning file=a::x"),
        ("##[error]x", "\\u{23}#[error]x"),
        ("##vso[task.setvariable]x", "\\u{23}#vso[task.setvariable]x"),
        ("abc\u202edef", "abc\\u{202e}def"),
        ("\udcff", "\\u{dcff}"),
    ],
)
def test_what_acts_is_shown_by_its_code_point(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text", ["Pörssi Öy", "1\u00a0000 €", "std::vector", "a: b", "## Otsikko", "משרד", "日本", "—“”"]
)
def test_everything_else_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("text", ["\x1b\x07\x9b\x7f", "\u2028\u202e\u200b\ufeff", "\U000e0041", "a\nb", "\ud800"])
def test_json_reads_the_same_text_from_its_escapes(text: str) -> None:
    dumped = visible_in_json(json.dumps({"a": text}, ensure_ascii=False, indent=2))
    assert json.loads(dumped) == {"a": text}
    assert not any(unseen(one) for one in dumped if one != "\n")


def test_columns_count_what_a_terminal_shows() -> None:
    assert [columns(text) for text in ("abc", "ä", "a\u0308", "日本")] == [3, 1, 1, 4]


def test_lines_end_where_editors_show_it() -> None:
    assert lines_of("a\r\nb\rc\nd\u2028e\x0bf\n") == ["a", "b", "c", "d\u2028e\x0bf"]
    assert lines_of("") == []


def test_a_long_text_is_cut() -> None:
    assert shortened("a" * 3_000) == "a" * 1_999 + "…"
