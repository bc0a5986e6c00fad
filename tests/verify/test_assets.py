"""Own templates load what the owner declares on the same host, and link to the owner's website."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with
from verify.two_sites import DAY

from notice.cli import main
from notice.outputs.templates import template_text

NAVIGATION = (
    '<nav class="shop" aria-label="Esimerkkikauppa"><ul><li><a href="/tuotteet/">Tuotteet</a></li>'
    '<li><a href="https://www.example.fi/kori">Kori</a></li></ul></nav>'
)
SHEET = '<link rel="stylesheet" href="/app.css">'
LOGO = '<img src="/kuvat/logo.svg" alt="Esimerkkikauppa">'
ADDRESS = "site: {address: 'https://www.example.fi/tietosuoja', assets: [%s]}"


def run(command: str, site: Path) -> Result:
    options = ["--html-only"] if command == "build" else ["--output-format", "concise"]
    return CliRunner().invoke(main, [command, str(site), *options, "--as-of", str(DAY)])


def framed(folder: Path, assets: str, *, head: str = "", body: str = "", changes: str = ADDRESS) -> Path:
    """A site with a frame of its own: with more in the head, and before the header."""
    site = site_with(changes % assets if "%s" in changes else changes, folder / "site")
    frame = template_text("frame.html", None)
    frame = frame.replace("{% block head %}", head + "\n{% block head %}").replace("<body>", f"<body>\n{body}")
    (site / "templates").mkdir()
    (site / "templates/frame.html").write_text(frame, encoding="utf-8")
    return site


def test_a_frame_with_the_sites_navigation_and_declared_files_is_published(tmp_path: Path) -> None:
    site = framed(tmp_path, "/app.css, /kuvat/logo.svg", head=SHEET, body=LOGO + NAVIGATION)
    checked = run("check", site)
    assert (checked.exit_code, "Y027" in checked.output) == (0, False)
    assert run("build", site).exit_code == 0
    page = (site / "build/fi/asiakasrekisteri/index.html").read_text("utf-8")
    assert SHEET in page and NAVIGATION in page
    for policy in (page, (site / "build/_headers").read_text("utf-8")):
        assert "style-src " in policy and "img-src " in policy and "unsafe" not in policy
    assert "style-src 'self'; img-src 'self'; font-src 'self'" in (site / "build/_headers").read_text("utf-8")


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ('<link rel="stylesheet" href="/other.css">', "B006"),
        ('<link rel="stylesheet" href="https://www.example.fi/app.css">', "B006"),
        ('<link rel="stylesheet" href="//example.com/app.css">', "B006"),
        ('<link rel="stylesheet" href="https:/app.css">', "B006"),
        ('<link rel="stylesheet" href="/app.css/../other.css">', "B006"),
        ('<script src="/app.css"></script>', "B007"),
    ],
)
def test_what_is_not_declared_is_refused(head: str, code: str, tmp_path: Path) -> None:
    site = framed(tmp_path, "/app.css", head=head)
    checked, built = run("check", site), run("build", site)
    assert (checked.exit_code, built.exit_code) == (1, 1)
    [found] = [line for line in checked.output.splitlines() if "Y027" in line]
    assert "templates/frame.html" in found and code in found
    assert not (site / "build/index.html").exists()


def test_a_link_below_the_sites_own_address_must_lead_somewhere(tmp_path: Path) -> None:
    site = framed(tmp_path, "/app.css", body='<a href="/tietosuoja/tuotteet/">x</a>')
    assert "B005" in run("check", site).output


def test_where_the_site_is_the_whole_host_a_path_leads_into_it(tmp_path: Path) -> None:
    site = framed(tmp_path, "", body=NAVIGATION, changes="site: {address: 'https://www.example.fi'}")
    assert "B005" in run("check", site).output


@pytest.mark.parametrize(
    "path",
    ["app.css", "//example.com/app.css", "https://example.com/app.css", "/app.js", "/../app.css", "/app.css?v=1", "/"],
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_no_file_of_the_same_host_is_one_finding(path: str, language: str, tmp_path: Path) -> None:
    site = site_with(f"site: {{assets: ['{path}']}}", tmp_path / "site")
    result = CliRunner().invoke(main, ["check", str(site), "--as-of", str(DAY), "--language", language])
    assert result.exit_code == 1
    assert result.stdout.count("Y006") == 2 and "/app.css" in result.stdout and "assets" in result.stdout
