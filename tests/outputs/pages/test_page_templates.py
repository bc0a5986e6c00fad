"""A site's own templates replace the package's file by file, and a faulty one is named with its line."""

from pathlib import Path

import pytest
from outputs.pages.page_specimen import document
from texts import refusing

from notice.errors import CannotRun
from notice.outputs.pages import main_html, stylesheet
from notice.outputs.templates import environment, render, template_text


def own(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_a_sites_own_section_replaces_that_section_alone(tmp_path: Path) -> None:
    folder = own(tmp_path, "sections/safeguards.html", '<section id="safeguards"><h2>Ours</h2></section>\n')
    ours, theirs = main_html(document(), environment(folder)), main_html(document(), environment(None))
    assert "<h2>Ours</h2>" in ours and "Encryption" not in ours
    cut = theirs.index('<section id="safeguards"')
    assert ours[:cut] == theirs[:cut]
    assert ours.endswith(theirs[theirs.index('<section id="rights"') :])


def test_a_sites_own_style_sheet_replaces_the_packages(tmp_path: Path) -> None:
    assert stylesheet(own(tmp_path, "style.css", "body { margin: 0 }\n")).body == b"body { margin: 0 }\n"
    assert stylesheet(None).body != b"body { margin: 0 }\n"


def test_the_packages_templates_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert template_text("notice.typ", tmp_path / "templates").startswith("//")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<p>\n{{ section.titel }}", "templates/sections/sources.html:2: .*titel"),
        ("<p>\n\n{% if %}", "templates/sections/sources.html:3: "),
        ("{{ 1 / 0 }}", "templates/sections/sources.html:1: "),
        ("{{ section.sources + 1 }}", "templates/sections/sources.html:1: "),
        ("{{ ''.__class__.__mro__ }}", "templates/sections/sources.html:1: .*unsafe"),
        ("{% include 'no-such.html' %}", "There is no template templates/no-such.html"),
        ("{% include '../secret.html' %}", "not the name of a template"),
        ("{{ ui['no-such'] }}", "templates/sections/sources.html:1: .*no-such"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with refusing(CannotRun, message):
        main_html(document(), environment(own(tmp_path, "sections/sources.html", text)))


def test_a_template_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_bytes(b"<p>\xe4</p>")
    with refusing(CannotRun, r"templates/main\.html is not UTF-8"):
        render(environment(tmp_path), "main.html", {})
