"""External resources of a page, a style sheet or a drawing are found."""

import json
from dataclasses import replace

import pytest
from verify.two_sites import contexts_of, files, verified

from notice.artifacts import Artifact, Kind
from notice.findings import Finding
from notice.messages import message

PAGE = "fi/asiakasrekisteri/index.html"


def flaws(path: str, added: str) -> list[Finding]:
    """The findings in the pages without PDFs, with a text appended to one file, or in a new drawing."""
    kept = {one.path: one for one in files("starter", html_only=True)}
    old = kept.get(path, Artifact(path, b"", Kind.XML) if path.endswith(".svg") else None)
    assert old is not None
    before, mark, after = old.body.decode().rpartition("</main>")
    kept[path] = replace(old, body=(f"{before}{added}{mark}{after}" if mark else f"{after}\n{added}").encode())
    return list(verified(kept.values(), contexts_of("starter")))


FETCHING_STYLES = [
    "body { background: url('https://example.com/x.png') }",
    'body { background: url( "https://example.com/x.png" ) }',
    "body { background: url( https://example.com/x.png) }",
    "body { background: URL(//example.com/x.png) }",
    "body { background: url(\\68ttps://example.com/x.png) }",
    "body { background: \\75rl(https://example.com/x.png) }",
    "body { background: url('data:image/png;base64,AA') }",
    "body { background: url(nowhere.png) }",
    "body { background: image-set('https://example.com/x.png' 1x) }",
    "@import url(https://example.com/x.css);",
    '@import "https://example.com/x.css";',
    "@import 'other.css';",
    "@import/**/'other.css';",
    "@font-face { src: local('x'), url('//example.com/x.woff2') }",
]


@pytest.mark.parametrize("style", FETCHING_STYLES)
def test_a_style_that_fetches_from_elsewhere_is_found_wherever_it_stands(style: str) -> None:
    assert {flaw.code for flaw in flaws("style.css", style)} == {"B006"}
    assert {flaw.code for flaw in flaws(PAGE, f"<style>{style}</style>")} == {"B006"}


@pytest.mark.parametrize(
    "element",
    [
        '<p style="background: url( https://example.com/x.png)">x</p>',
        '<img src="https://example.com/x.png" alt="">',
        '<img src="\n//example.com/x.png" alt="">',
        '<img src="\\\\example.com\\x.png" alt="">',
        '<img src="https://[" alt="">',
        '<img srcset="../../style.css 1x, https://example.com/x.png 2x" alt="">',
        '<video poster="https://example.com/x.png"></video>',
        '<svg><image href="https://example.com/x.png"/></svg>',
        '<svg><use xlink:href="https://example.com/x.svg#a"/></svg>',
        '<svg><rect fill="url(https://example.com/x.svg#a)"/></svg>',
        '<link rel="preconnect" href="https://example.com">',
        '<link rel="Alternate StyleSheet" href="https://example.com/x.css">',
    ],
)
def test_an_element_that_fetches_from_elsewhere_is_found(element: str) -> None:
    assert {flaw.code for flaw in flaws(PAGE, element)} == {"B006"}


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/x.png"/></svg>',
        "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x.css'</style></svg>",
    ],
)
def test_a_drawing_that_fetches_from_elsewhere_is_found(drawing: str) -> None:
    assert {flaw.code for flaw in flaws("logo.svg", drawing)} == {"B006"}


def test_addresses_in_data_and_in_plain_text_are_no_loads() -> None:
    """JSON-LD identifies its vocabulary by an address, and its strings may look like HTML or CSS."""
    data = {"@context": "https://schema.org", "name": '<img src="https://example.com/x.png">', "text": "url(//x.fi)"}
    added = [
        Artifact("fi/asiakasrekisteri/notice.jsonld", json.dumps(data).encode(), Kind.DATA),
        Artifact("fi/asiakasrekisteri/notice.json", json.dumps(data).encode(), Kind.DATA),
        Artifact("humans.txt", b'Made with "https://example.com/" and url(https://example.com/x.png)', Kind.TEXT),
    ]
    assert verified([*files("starter", html_only=True), *added], contexts_of("starter")) == ()


@pytest.mark.parametrize(
    ("path", "kind"),
    [("old.htm", Kind.TEXT), ("Page.HTML", Kind.DATA), ("run.js", Kind.TEXT), ("logo.svg", Kind.PICTURE)],
)
def test_a_file_that_browsers_read_as_another_kind_cannot_be_made(path: str, kind: Kind) -> None:
    with pytest.raises(ValueError, match="browsers read"):
        Artifact(path, b"", kind)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("style.css", "p { background: url(fi/index.html); mask: url('#a'); content: 'url' }"),
        (PAGE, '<img src="../../style.css" alt=""><p style="color: red" title="see url(https://example.com)">x</p>'),
        (PAGE, '<p><a href="https://example.com">x</a></p>'),
        ("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"/></svg>'),
    ],
)
def test_what_stays_on_the_site_is_no_finding(path: str, text: str) -> None:
    assert flaws(path, text) == []


@pytest.mark.parametrize(
    "element",
    [
        '<base href="https://example.com/">',
        '<meta http-equiv=" Refresh" content="0; url=https://example.com">',
        "<script></script>",
        '<template shadowrootmode="open">x</template>',
        '<p><a href="java\nscript:x">x</a></p>',
    ],
)
def test_what_runs_or_leads_away_by_itself_is_found(element: str) -> None:
    assert {flaw.code for flaw in flaws(PAGE, element)} == {"B007"}


def test_the_finding_stands_at_the_address() -> None:
    [flaw] = flaws("style.css", "p { background: url('https://example.com/x.png') }")
    lines = next(one.body for one in files("starter", html_only=True) if one.path == "style.css").decode().count("\n")
    assert (flaw.span.file, flaw.span.line, flaw.span.column) == ("style.css", lines + 2, 22)
    assert "https://example.com/x.png" in message(flaw, "en")
