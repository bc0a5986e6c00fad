"""SVG logos: output of drawing programs is built; scripts, external resources, animation and excess are findings."""

from pathlib import Path

import pytest
from rules.overlay import site_with
from texts import message
from verify.two_sites import DAY

from notice.build import build
from notice.load.findings import PictureFault
from notice.load.svg import svg_size

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40">'
RECT = '<rect width="120" height="40" fill="#0b6b3a"/>'


def svg(inner: str = RECT) -> str:
    return f"{OPEN}{inner}</svg>"


INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="120mm" height="40mm" viewBox="0 0 120 40" version="1.1" id="svg5" xmlns="http://www.w3.org/2000/svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\logo.png"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><rdf:RDF><dc:format>image/svg+xml</dc:format>
<dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata>
<g style="fill:#0b6b3a;stroke:none;-inkscape-stroke:none"><path d="M 0,0 H 120 V 40 Z" style="fill-opacity:1"/></g>
</svg>"""
GRADIENT = (
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/>'
    '</linearGradient><linearGradient id="b" xlink:href="#a"/><clipPath id="c"><circle cx="20" cy="20" r="20"/>'
    '</clipPath></defs><rect width="120" height="40" fill="url(#b)" clip-path="url(#c)"/>'
)
SIZED = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><path d="M0 0H120V40z"/></svg>'


@pytest.mark.parametrize("text", [svg(), INKSCAPE, svg(GRADIENT), SIZED, "\ufeff" + svg()])
def test_a_logo_as_drawing_programs_save_it_is_built(tmp_path: Path, text: str) -> None:
    site = site_with(
        "site: {languages: [fi], theme: {logo: logo.svg}}\ncontroller: {requests: {languages: [fi]}}\n"
        "words: {en: , sv: }",
        tmp_path / "site",
    )
    (site / "content/logo.svg").write_text(text, encoding="utf-8")
    outcome = build(site, tmp_path / "out", DAY)
    assert [message(finding) for finding in outcome.findings] == []
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 1
    assert svg_size(text.encode()) == (120, 40)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (svg().replace("0 0 120 40", "0 0 1.2.3 4"), "no-size"),
        (svg().replace("0 0 120 40", "0 0 120"), "no-size"),
        (svg().replace("0 0 120 40", "0 0 -1 40"), "no-size"),
        (svg().replace("0 0 120 40", "0 0 1e999 40"), "no-size"),
        (svg().replace("0 0 120 40", "0 0 nan nan"), "no-size"),
        (SIZED.replace('"120" height="40"', '"120mm" height="40"'), "no-size"),
        ('<?xml version="1.0" encoding="x-none"?>' + svg(), "x-none"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>' + svg(), "ISO-8859-1"),
        (svg(f"<text>{'a' * 50_000}</text>"), "^text"),
        (svg('<filter id="f"><feGaussianBlur stdDeviation="100000"/></filter><rect filter="url(#f)"/>'), "filter"),
        (svg('<rect style="filter: blur(100000px)"/>'), "filter"),
        (svg('<path d="M0 0H1000000" stroke-dasharray="0.0001"/>'), "stroke-dasharray"),
        (svg('<defs><pattern id="p"/></defs>'), "<pattern>"),
        (svg('<symbol id="s"/><use href="#s"/>'), "<"),
        (svg('<animate attributeName="x"/>'), "<animate>"),
        (svg("<style>@import 'https://example.com/x.css'</style>"), "<style>"),
        (svg('<rect style="fill: url(https://example.com/x)"/>'), "plain.loads"),
        (svg('<rect style="fill: u\\72l(https://example.com/x)"/>'), "plain.style"),
        (svg('<rect onload="x()"/>'), "plain.loads"),
        (svg('<linearGradient xlink:href="https://example.com/x#a"/>'), "plain.loads"),
        ('<?xml-stylesheet href="https://example.com/x.css"?>' + svg(), "plain.instruction"),
        (svg('<clipPath id="a"><rect clip-path="url(#b)"/></clipPath>'), "complex.nested"),
        (svg("<g>" * 100 + RECT + "</g>" * 100), "complex.depth"),
        (svg("<g>" * 9_000 + "</g>" * 9_000), "complex"),
        (svg("<g/>" * 9_000), "complex.elements"),
        (svg('<rect fill="http://example.com/x"/>'), "plain.address"),
        (svg('<rect id="//example.com/x"/>'), "plain.address"),
        (svg('<title>see "https://example.com"</title>'), "plain.address"),
        (svg("<desc>url(https://example.com/x.png)</desc>"), "plain.address"),
        (svg('<rect xmlns:own="urn:x" own:file="//server/x.png"/>'), "plain.address"),
        (svg("<!-- url(https://example.com/x.png) -->"), "plain.address"),
        (svg('<rect poster="x.png"/>'), "plain.loads"),
        (svg('<rect srcset="x.png 2x"/>'), "plain.loads"),
        (svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'), "<script>"),
        (svg() * 2, "no-svg"),
        ("", "no-svg"),
    ],
)
def test_what_is_more_than_a_logo_is_refused_with_its_reason(text: str, said: str) -> None:
    with pytest.raises(PictureFault, match=said) as refused:
        svg_size(text.encode())
    assert refused.value.key


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252"])
def test_another_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(PictureFault, match="encoding"):
        svg_size(svg("<title>pörssi €</title>").encode(encoding))
