"""A fragment that says something else than its page, or holds what the page around it must not get, is found."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from outputs.fragments.embedded_site import SITES, checked_site, files_of, folders
from rules.overlay import examples, site_with
from verify.two_sites import DAY, contexts, verified

from notice.artifacts import Artifact
from notice.cli import main
from notice.findings import Finding, Level
from notice.messages import help, message
from notice.verify import fragments

FOLDER = folders("base")[0]
STYLED, PLAIN = f"{FOLDER}fragment.html", f"{FOLDER}plain.html"
BOTH = pytest.mark.parametrize("path", [STYLED, PLAIN])


def flaws(changed: dict[str, Artifact | None]) -> tuple[Finding, ...]:
    """The findings in the base's files without PDFs, with some of them changed or left out."""
    files = {**files_of("base"), **changed}
    return verified([one for one in files.values() if one], contexts(checked_site("base")))


def with_text(path: str, old: str, new: str) -> dict[str, Artifact | None]:
    """The file with a text replaced where it is first."""
    file = files_of("base")[path]
    assert old in file.body.decode()
    return {path: replace(file, body=file.body.decode().replace(old, new, 1).encode())}


@pytest.mark.parametrize("name", SITES)
def test_the_fragments_of_a_whole_site_have_no_flaw(name: str) -> None:
    assert verified(list(files_of(name, html_only=False).values()), contexts(checked_site(name))) == ()


@BOTH
def test_a_fragment_that_says_more_is_found(path: str) -> None:
    added = examples(fragments.fragment_differs).fails_with
    [flaw] = flaws(with_text(path, "</div>\n", f"{added}</div>\n"))
    assert (flaw.code, flaw.span.file) == ("B015", path)
    for language in ("fi", "sv", "en"):
        assert "Words that no fragment has" in message(flaw, language) or path == STYLED
        assert help(flaw, language)


@BOTH
def test_a_fragment_without_a_fact_is_found(path: str) -> None:
    codes = {(one.code, one.span.file) for one in flaws(with_text(path, "9999999-2", ""))}
    assert codes == {("B015", path)}


@BOTH
@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("<script>1</script>", "B007"),
        ('<p onclick="x()"></p>', "B007"),
        ('<img src="https://example.com/x.png" alt="">', "B006"),
        ("<style>@import 'https://example.com/x.css';</style>", "B006"),
    ],
)
def test_a_fragment_that_runs_or_loads_something_is_found(path: str, added: str, code: str) -> None:
    found = {one.code for one in flaws(with_text(path, "</div>\n", f"{added}</div>\n"))}
    assert code in found and found <= {code, "B015"}


@BOTH
def test_a_fragment_that_was_not_made_is_found(path: str) -> None:
    [flaw] = flaws({path: None})
    assert (flaw.code, flaw.span.file) == ("B015", path)


@BOTH
def test_a_link_that_leads_elsewhere_is_found(path: str) -> None:
    found = flaws(with_text(path, "https://tietosuoja.fi", "https://example.com"))
    assert {one.code for one in found} == {"B015"}


def test_an_id_or_a_class_that_the_page_around_may_have_too_is_found() -> None:
    for changed in (with_text(PLAIN, "<p>", '<p class="x">'), with_text(STYLED, 'id="notice-fi-', 'id="')):
        assert "B015" in {one.code for one in flaws(changed)}


def test_words_that_run_together_without_their_tags_are_found() -> None:
    found = flaws(with_text(PLAIN, "</strong> ", "</strong>"))
    assert found == (), "a colon still keeps the label apart"
    text = files_of("base")[PLAIN].body.decode()
    at = text.index("</h3>\n<p>")
    joined = replace(files_of("base")[PLAIN], body=(text[:at] + "</h3><p>" + text[at + 9 :]).encode())
    assert {one.code for one in flaws({PLAIN: joined})} == {"B015"}


def test_a_fragment_that_is_larger_than_shops_take_is_a_warning() -> None:
    added = "<p>sana</p>\n" * 6_000
    found = flaws(with_text(PLAIN, "</div>\n", f"{added}</div>\n"))
    [large] = [one for one in found if one.code == "B016"]
    assert large.level is Level.WARNING and "64" in message(large, "fi")


def test_an_own_style_that_loads_something_is_found_at_its_file(tmp_path: Path) -> None:
    site = site_with("site: {embed: h2}", tmp_path / "site")
    (site / "templates").mkdir()
    (site / "templates/fragment.css").write_text("@import 'https://fonts.example/a.css';", encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", str(site), "--as-of", str(DAY), "--output-format", "concise"])
    [found] = [line for line in checked.stdout.splitlines() if "Y027" in line]
    assert checked.exit_code == 1 and "templates/fragment.css" in found and "B006" in found
