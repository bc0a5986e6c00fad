"""Nobody else learns who reads a notice: whatever a page or a style sheet would fetch from elsewhere is found."""

import pytest
from verify.finished import contexts_of, files, verified

from notice.artifacts import Artifact
from notice.findings import Finding

PAGE = "fi/asiakasrekisteri/index.html"


def flaws(path: str, added: str) -> list[Finding]:
    """The findings in the pages alone, with a text put at the end of one file's content, or in a new file."""
    kept = {one.path: one.body.decode() for one in files("starter", html_only=True) if b"\0" not in one.body}
    kept |= dict.fromkeys((one.path for one in files("starter", html_only=True) if b"\0" in one.body), "")
    before, mark, after = kept.get(path, "").rpartition("</main>")
    kept[path] = f"{before}{added}{mark}{after}" if mark else f"{after}\n{added}"
    return list(verified([Artifact(name, text.encode()) for name, text in kept.items()], contexts_of("starter")))


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
    ("path", "text"),
    [
        ("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/x.png"/></svg>'),
        ("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x.css'</style></svg>"),
        ("run.js", 'fetch("https://example.com/x")'),
        ("old.htm", '<img src="//example.com/x.png">'),
    ],
)
def test_any_other_text_file_is_read_as_well(path: str, text: str) -> None:
    assert {flaw.code for flaw in flaws(path, text)} == {"B006"}


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
    assert flaw.help
