"""Fixes change their own spans and no other byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.findings import Edit, Finding, Level, Span, safe
from notice.yamlreader import read
from notice.yamlreader.fixes import fixed, removal
from notice.yamlreader.source import source_text

LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf")), max_size=12)
TEXT = st.lists(LINE, min_size=1, max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


def finding(*edits: Edit) -> Finding:
    return Finding(edits[0].span, "Y007", "unknown-id", Level.ERROR, "wrong", fix=safe(*edits))


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [(start, end, draw(LINE)) for start, end in pairs]


@given(texts_with_edits(), st.booleans())
def test_every_byte_outside_the_edits_stays(drawn: tuple[str, list[tuple[int, int, str]]], with_bom: bool) -> None:
    text, cuts = drawn
    bom = "\ufeff" if with_bom else ""
    text = text.removeprefix("\ufeff")
    cuts = [cut for cut in cuts if cut[1] <= len(text)]
    sheet = source_text(text, "a.yaml")
    findings = [finding(Edit(sheet.span(start, end), new, text[start:end])) for start, end, new in cuts]
    after, taken = fixed((bom + text).encode(), findings)
    expected, at = bom, 0
    for start, end, new in cuts:
        expected += text[at:start] + new
        at = end
    assert after == (expected + text[at:]).encode()
    assert list(taken) == findings


@given(texts_with_edits())
def test_what_overlaps_or_does_not_fit_is_left_for_the_next_time(drawn: tuple[str, list[tuple[int, int, str]]]) -> None:
    text, cuts = drawn
    text = text.removeprefix("\ufeff")
    sheet = source_text(text, "a.yaml")
    findings = [
        finding(Edit(sheet.span(start, end), new, text[start:end])) for start, end, new in cuts if end <= len(text)
    ]
    once, taken = fixed(text.encode(), [*findings, *findings])
    assert (once, list(taken)) == (fixed(text.encode(), findings)[0], findings)
    odd = [finding(Edit(one.fix.edits[0].span, "x", one.fix.edits[0].old + "?")) for one in findings]
    assert fixed(text.encode(), odd) == (text.encode(), ())


def test_an_edit_past_the_end_of_a_text_is_at_its_end() -> None:
    assert fixed(b"a", [finding(Edit(Span("a", 9, 1, 9, 1), "b", ""))])[0] == b"ab"


REMOVED = [
    ("a: 1\nb: 2 # why\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
    ("a: 1\nb: |\n  x\n  y\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
    ("a:\r\n  b: 1\r\n  c: 2", ("a", "c"), "a:\r\n  b: 1\r\n"),
    ("- {a: 1}\n- {b: 2}\n", ("0",), "- {b: 2}\n"),
    ("a: {b: 1, c: 2}\n", ("a", "b"), None),
    ("a: {b: 1,\n  c: 2}\n", ("a", "c"), None),
    ("- a: 1\n  b: 2\n", ("0", "a"), "  b: 2\n"),
]


@pytest.mark.parametrize(("text", "path", "after"), REMOVED)
def test_an_entry_is_deleted_with_its_lines_or_not_at_all(text: str, path: tuple[str, ...], after: str | None) -> None:
    place = read(text.encode(), "a").places[path]
    edit = removal(source_text(text, "x.yaml"), place.key or place.value, place.value)
    result = edit and fixed(text.encode(), [finding(edit)])[0].decode()
    assert result == after
