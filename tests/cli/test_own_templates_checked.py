"""A check finds what is wrong with a site's own templates at their files, as the build would."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with
from verify.two_sites import DAY

from notice.cli import main
from notice.outputs.templates import template_text

DAY_OF_LAW = ("--as-of", str(DAY))
PAGES = ("--html-only",)

FAULTS = {
    "not UTF-8": ("sections/purposes.html", b"<section id='purposes'>\n<p>\xe4</p></section>", 2, "0xE4"),
    "a style sheet that is not UTF-8": ("style.css", b"body { content: '\xff' }", 1, "0xFF"),
    "a syntax error": ("sections/purposes.html", b"<p>\n\n{% if %}", 3, "`templates/sections/purposes.html`"),
    "an unknown name": ("sections/purposes.html", b"<p>\n{{ section.titel }}", 2, "titel"),
    "no fact": ("sections/purposes.html", b'<section id="purposes"><h2>Why</h2><p>Ours</p></section>\n', 1, "B003"),
    "an empty page": ("main.html", b"<main></main>", 1, "B003"),
    "no such template": ("main.html", b"{% include 'no-such.html' %}", 1, "no-such"),
    "something from elsewhere": ("style.css", b"@import 'https://fonts.example/a.css';", 1, "B006"),
    "a script": ("page.html", b"{% extends 'frame.html' %}{% block content %}<script>1</script>{% endblock %}", 1, "B0"),
}  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def own(folder: Path, name: str, body: bytes) -> Path:
    site = site_with("{}", folder / "site")
    file = site / "templates" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(body)
    return site


@pytest.mark.parametrize(("name", "body", "line", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_the_build_refuses_is_found_at_the_template(
    name: str, body: bytes, line: int, expected: str, tmp_path: Path
) -> None:
    site = own(tmp_path, name, body)
    checked = run("check", site, *DAY_OF_LAW, "--output-format", "concise")
    built = run("build", site, *DAY_OF_LAW, *PAGES)
    assert checked.exit_code == 1 and built.exit_code in (1, 2)
    [found] = [one for one in checked.stdout.splitlines() if "Y027" in one]
    assert f"templates/{name}:{line}:" in found and expected in found


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_finding_is_in_the_owners_language(language: str, tmp_path: Path) -> None:
    site = own(tmp_path, *FAULTS["no fact"][:2])
    expected = run("check", site, *DAY_OF_LAW, "--language", language).stdout
    assert "sections/purposes.html" in expected and "B003" in expected and "notice theme copy" in expected


@pytest.mark.parametrize("name", ["sections/rights.html", "style.css", "main.html", "page.html"])
def test_a_copy_of_the_packages_template_is_clean_and_built(name: str, tmp_path: Path) -> None:
    site = own(tmp_path, name, template_text(name, None).encode())
    checked = run("check", site, *DAY_OF_LAW)
    assert (checked.exit_code, "Y027" in checked.stdout) == (0, False)
    assert run("build", site, *DAY_OF_LAW, *PAGES).exit_code == 0


def test_the_template_that_breaks_a_page_is_named_and_not_the_ones_beside_it(tmp_path: Path) -> None:
    site = own(tmp_path, *FAULTS["no fact"][:2])
    (site / "templates/style.css").write_text("body { margin: 0 }", encoding="utf-8")
    expected = run("check", site, *DAY_OF_LAW, "--output-format", "concise").stdout
    assert [one.partition(":")[0].rpartition("templates/")[2] for one in expected.splitlines() if "Y027" in one] == [
        "sections/purposes.html"
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [("#let x = (", "unclosed"), ('#import "@preview/a:1.0.0": b', "import"), ("#text[", "unclosed")],
)
def test_a_template_of_the_pdf_that_the_engine_refuses_is_found(change: str, expected: str, tmp_path: Path) -> None:
    site = own(tmp_path, "notice.typ", f"{template_text('notice.typ', None)}\n{change}\n".encode())
    checked = run("check", site, *DAY_OF_LAW, "--output-format", "concise")
    assert checked.exit_code == 1
    [found] = [one for one in checked.stdout.splitlines() if "Y027" in one]
    assert "templates/notice.typ" in found and expected in found


def test_a_site_without_templates_of_its_own_renders_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object) -> None:
        raise AssertionError

    monkeypatch.setattr("notice.trial.check_with_templates", never)
    assert run("check", site_with("{}", tmp_path / "site"), *DAY_OF_LAW).exit_code == 0
