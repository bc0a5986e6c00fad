"""Mends change the stretches concerned and no other byte."""

from hypothesis import given
from hypothesis import strategies as st

from notice.findings import Edit, Finding, Level, Span
from notice.yaml.edits import mended
from notice.yaml.sheet import sheet_of

LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
TEXT = st.lists(LINE, min_size=1, max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


def finding(*edits: Edit) -> Finding:
    return Finding(edits[0].span, "Y007", "unknown-id", Level.ERROR, "wrong", edits=edits)


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
    sheet = sheet_of(text, "a.yaml")
    findings = [finding(Edit(sheet.span(start, end), new, text[start:end])) for start, end, new in cuts]
    after, taken = mended((bom + text).encode(), findings)
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
    sheet = sheet_of(text, "a.yaml")
    findings = [
        finding(Edit(sheet.span(start, end), new, text[start:end])) for start, end, new in cuts if end <= len(text)
    ]
    once, taken = mended(text.encode(), [*findings, *findings])
    assert (once, list(taken)) == (mended(text.encode(), findings)[0], findings)
    odd = [finding(Edit(one.edits[0].span, "x", one.edits[0].old + "?")) for one in findings]
    assert mended(text.encode(), odd) == (text.encode(), ())


def test_an_edit_past_the_end_of_a_text_is_at_its_end() -> None:
    assert mended(b"a", [finding(Edit(Span("a", 9, 1, 9, 1), "b", ""))])[0] == b"ab"
