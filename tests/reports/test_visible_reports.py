"""Owners' texts are escaped in reports: for terminals, logs of CI services and tables."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from growth import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st
from reports.specimen_report import BASIS, KEEP, WAIVED, report

from notice.findings import Finding, Level, Span
from notice.reports import FOR_PEOPLE, FORMATS, render
from notice.visible import visible

LINK = "\x1b]8;;https://example.com\x07click\x1b]8;;\x07"
FORGED = "x\n::error file=a::forged"
ATTACKS = [
    LINK,
    FORGED,
    "##[error]forged",
    "\r\x1b[2Kgone",
    "a\u202eb\u2066c",
    "\x9b31m",
    "zero\u200bwidth",
    "a\u2028b",
]
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def attacked(text: str) -> list[Finding]:
    """Findings with the text in every part that can come from an owner's file."""
    span = Span(f"content/registers/{text}.yaml", 3, 12, 3, 19)
    return [
        replace(BASIS, message=f"“{text}” is wrong", mark=f"no {text}", help=f"write {text}", fact=f"purposes.{text}"),
        replace(BASIS, span=span, level=Level.WARNING, fact=text),
        replace(KEEP, code="D001", message="", key="proposed", arguments=(("fact", text), ("why", text))),
    ]


def rendered(format: str, text: str, language: str = "en") -> str:
    waived = replace(WAIVED, reason=text, finding=replace(KEEP, message=f"open: {text}", fact=text))
    source = f"purposes:\n  a: {text}\n    basis: contrct {text}\n".replace("\n::", "\r::")
    given = report(attacked(text), source, (waived,), show_waived=True, language=language)
    return render(format, given)


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("text", ATTACKS)
@pytest.mark.parametrize("format", FORMATS)
def test_no_format_prints_what_acts_or_hides(format: str, text: str, language: str) -> None:
    shown = rendered(format, text, language)
    assert visible(text) != text
    ours = [line for line in shown.split("\n") if format != "github" or not re.match("::(error|warning|notice) ", line)]
    # Two level signs of the table are emoji with a variation selector.
    left = shown.replace("⚠️", "").replace("ℹ️", "")
    assert [one for one in left if one != "\n" and visible(one) != one] == []
    assert format not in FOR_PEOPLE or not any(COMMAND.search(line) for line in ours)


@given(text=st.text(min_size=1))
def test_any_text_leaves_a_report_with_the_lines_that_it_would_have(text: str) -> None:
    for format in ("concise", "github", "markdown"):
        assert rendered(format, text).count("\n") == rendered(format, "a").count("\n")
    assert json.loads(rendered("json", text))["findings"][0]["message"] == f"“{text}” is wrong"
    assert fromstring(rendered("junit", text)).tag == "testsuites"
    for format in ("sarif", "gitlab"):
        assert json.loads(rendered(format, text))


def test_a_file_name_that_is_no_utf_8_is_named_in_every_format() -> None:
    odd = replace(BASIS, span=Span("content/\udcff.yaml"))
    for format in FORMATS:
        assert render(format, report([odd])).encode()
    assert "%FF.yaml" in render("sarif", report([odd]))


def test_the_underline_stands_under_what_is_shown() -> None:
    source = "a: \x1b[31m日本 e\u0301 contrct\n"
    at = source.index("contrct") + 1
    lines = render("text", report([replace(BASIS, span=Span(BASIS.span.file, 1, at, 1, at + 7))], source)).splitlines()
    assert lines[3] == "1 | a: \\u{1b}[31m日本 e\u0301 contrct"
    # The two wide letters take a column more each, the accent takes none.
    before = len("a: \\u{1b}[31m日本 e ") + 2
    assert lines[4] == "  | " + " " * before + "^^^^^^^ did you mean `contract`?"


def test_the_underline_of_a_hidden_character_is_as_long_as_its_escape() -> None:
    one = replace(BASIS, span=Span(BASIS.span.file, 1, 5, 1, 6), mark="cannot be seen")
    lines = render("text", report([one], "a: x\u200by\n")).splitlines()
    assert lines[3:5] == ["1 | a: x\\u{200b}y", "  |     ^^^^^^^^ cannot be seen"]


@pytest.mark.parametrize("at", [1, 100, 450_000, 899_990])
def test_a_long_line_is_shown_around_the_place_only(at: int) -> None:
    line = "".join(chr(97 + number % 26) for number in range(900_000))
    place = Span(BASIS.span.file, 1, at, 1, at + 5)
    shown = render("text", report([replace(BASIS, span=place)], line + "\n"))
    code, under = shown.splitlines()[3:5]
    assert len(shown) < 1_000
    assert code[under.index("^") :].startswith(line[at - 1 : at + 4])
    assert code.startswith("1 | …") == (at > 61)
    assert code.endswith("…") == (at < 800_000)


def test_a_mark_over_a_long_line_stays_short() -> None:
    one = replace(BASIS, message="“" + "x" * 900_000 + "”", span=Span(BASIS.span.file, 1, 1, 1, 900_000))
    for format in FORMATS:
        assert len(render(format, report([one], "x" * 900_000))) < 30_000, format


@pytest.mark.slow
def test_the_time_for_findings_in_one_long_line_grows_no_faster_than_they_do() -> None:
    line = "[" + ", ".join(f"word{number}" for number in range(80_000)) + "]"

    def rendering(size: int) -> Callable[[], str]:
        some = [replace(BASIS, span=Span(BASIS.span.file, 1, at, 1, at + 4)) for at in range(2, 80 * size, 80)]
        return lambda: render("text", report(some, line))

    assert len(rendering(10_000)()) < 7_000_000
    assert growth(rendering, 1_250) < LINEAR


@pytest.mark.parametrize(
    "text",
    ["[x](https://example.com)", "![x](https://example.com/t.png)", "a|b", "`a` [x](y) `b`", "`a`` [x](y)", "\\[x](y)"],
)
def test_a_table_holds_no_link_or_picture_and_keeps_its_cells(text: str) -> None:
    rows = render("markdown", report([replace(BASIS, message=text)])).splitlines()
    [row] = [one for one in rows if "Y006" in one]
    outside = re.sub(r"(?<!\\)`[^`]*`", "", row)
    assert not re.search(r"(?<!\\)(?:\\\\)*\[", outside)
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 6
