"""The drawings: wide and narrow, inside their frame, with every word of the facts."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify.two_sites import contexts_of

from notice.document.parts import FlowSection, Receivers
from notice.document.retention import RetentionSection
from notice.outputs.drawings.flow import flow_drawing
from notice.outputs.drawings.svg import width_of, wrapped
from notice.outputs.drawings.timeline import timeline_drawing

SVG = "{http://www.w3.org/2000/svg}"
names = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60).filter(str.strip)


def drawings(text: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<both>{text}</both>"))


def words(drawing: ElementTree.Element) -> str:
    return "".join("".join(one.itertext()) for one in drawing.iter(f"{SVG}text")).replace("-", "").replace(" ", "")


def of_sites(kind: type[FlowSection] | type[RetentionSection]) -> list[tuple[str, object]]:
    cases = [case for name in ("starter", "kalvokeskus") for case in contexts_of(name)]
    return [
        (code, section)
        for case in cases
        for code, composed in case.composed.items()
        for section in composed.document.sections
        if isinstance(section, kind)
    ]


def assert_inside(drawing: ElementTree.Element) -> None:
    """Every box and every line of text is inside the frame."""
    _, _, width, height = (float(one) for one in drawing.attrib["viewBox"].split())
    for one in drawing.iter():
        if one.tag == f"{SVG}rect":
            x, y, w, h = (float(one.attrib[name]) for name in ("x", "y", "width", "height"))
            assert x >= 0 and x + w <= width and y >= 0 and y + h <= height, one.attrib
        if one.tag == f"{SVG}text":
            x, y, half = float(one.attrib["x"]), float(one.attrib["y"]), width_of("".join(one.itertext())) / 2
            start = x - half if one.get("text-anchor") == "middle" else x
            assert start >= -0.5 and start + 2 * half <= width + 1 and 0 < y <= height, "".join(one.itertext())


def test_the_way_of_the_data_names_every_source_country_and_recipient() -> None:
    found = of_sites(FlowSection)
    assert len(found) == 6
    for _, section in found:
        assert isinstance(section, FlowSection)
        wide, narrow = drawings(flow_drawing(section))
        for drawing in (wide, narrow):
            assert_inside(drawing)
            assert drawing.attrib["aria-label"] == section.alternative
            for name in (*section.sources, section.holder, *(one.country for one in section.receivers)):
                assert name.replace("-", "").replace(" ", "") in words(drawing)


def test_the_timeline_has_a_bar_for_each_kind_of_data_and_no_bar_is_longer_than_a_longer_time() -> None:
    found = of_sites(RetentionSection)
    assert len(found) == 6
    for _, section in found:
        assert isinstance(section, RetentionSection) and section.timeline
        for drawing in drawings(timeline_drawing(section.timeline)):
            assert_inside(drawing)
            bars = [float(one.attrib["width"]) for one in drawing.iter(f"{SVG}rect")]
            assert len(bars) == sum(1 for one in section.timeline.bars if one.days)
            assert bars == sorted(bars, reverse=True)


def test_countries_outside_the_eea_are_told_apart_without_colour() -> None:
    [(_, section), *_] = of_sites(FlowSection)
    assert isinstance(section, FlowSection)
    outside = [one for one in section.receivers if one.outside]
    assert outside
    wide, _ = drawings(flow_drawing(section))
    dashed = [one for one in wide.iter(f"{SVG}rect") if one.get("stroke-dasharray")]
    assert len(dashed) == len(outside)


@given(st.lists(names, min_size=1, max_size=8), st.lists(names, max_size=8), names)
def test_whatever_the_names_are_the_drawing_is_svg_and_whole(
    sources: list[str], receivers: list[str], holder: str
) -> None:
    groups = tuple(Receivers(name, len(name) % 2 == 0, (name, holder)) for name in receivers)
    section = FlowSection(
        "flow", "x", 'a "b" <c>', "From", tuple(sources), "Controller", holder, "To", groups, "Outside", ()
    )
    for drawing in drawings(flow_drawing(section)):
        assert_inside(drawing)


@pytest.mark.parametrize("width", [60, 120, 210])
@given(text=names)
def test_a_text_is_broken_without_losing_a_letter(width: float, text: str) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")
    assert all(width_of(line) <= width or len(line) <= 4 for line in lines)
