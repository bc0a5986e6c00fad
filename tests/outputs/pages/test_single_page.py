"""A site of one notice in one language has no page to click through."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from outputs.pages.page_specimen import ADDRESS, document
from rules.overlay import site_with
from verify.two_sites import DAY, contexts, rendered, verified

from notice.artifacts import Artifact
from notice.check import check
from notice.cli import main
from notice.load import load
from notice.outputs.site_map import SiteMap
from notice.outputs.templates import template_text
from notice.outputs.web import robots, sitemap

ALONE = "site: {languages: [fi], default-language: fi, address: 'https://www.example.fi/tietosuoja'}"
NOTICE = "fi/asiakasrekisteri/index.html"
COPIES = ("index.html", "fi/index.html")


def files(folder: Path, changes: str = ALONE) -> dict[str, Artifact]:
    checked = check(load(site_with(changes, folder / "site")), DAY)
    made = rendered(checked)
    assert verified(made, contexts(checked)) == ()
    return {one.path: one for one in made}


def page_main(page: Artifact) -> str:
    found = re.search(r"<main.*</main>", page.body.decode(), re.DOTALL)
    assert found
    return found[0]


def test_the_first_page_is_the_notice_itself(tmp_path: Path) -> None:
    made = files(tmp_path)
    assert {path for path in made if path.endswith(".html")} == {NOTICE, *COPIES, "404.html"}
    for copy in COPIES:
        text = made[copy].body.decode()
        assert page_main(made[copy]) == page_main(made[NOTICE])
        assert "refresh" not in text and "<script" not in text
        assert '<link rel="canonical" href="https://www.example.fi/tietosuoja/fi/asiakasrekisteri/">' in text
    assert 'href="style.css"' in made["index.html"].body.decode()
    assert 'href="../style.css"' in made["fi/index.html"].body.decode()


def test_it_names_no_other_language_and_no_list(tmp_path: Path) -> None:
    text = files(tmp_path)["index.html"].body.decode()
    assert "hreflang" not in text and 'class="languages"' not in text and "../index.html" not in text


def test_the_map_names_the_notice_alone_and_not_its_copies() -> None:
    site = SiteMap({"fi": (document("fi", draft=""),)}, "fi", ADDRESS)
    assert re.findall("<loc>(.*?)</loc>", sitemap(site).body.decode()) == [f"{ADDRESS}/fi/asiakasrekisteri/"]


@pytest.mark.parametrize(("draft", "listed"), [("", True), ("Draft", False)])
def test_a_lone_draft_is_in_no_map(draft: str, listed: bool) -> None:
    site = SiteMap({"fi": (document("fi", draft=draft),)}, "fi", ADDRESS)
    assert site.are_listed is listed
    assert (b"Sitemap" in robots(site).body) is listed


def test_the_page_not_found_leads_to_the_notice(tmp_path: Path) -> None:
    text = files(tmp_path)["404.html"].body.decode()
    assert '<a href="/tietosuoja/fi/index.html">' in text and "Kaikki" not in text


@pytest.mark.parametrize("changes", ["site: {languages: [fi, sv]}", "{}"])
def test_with_several_languages_a_visitor_chooses(changes: str, tmp_path: Path) -> None:
    made = files(tmp_path, changes)
    assert b'class="choice"' in made["index.html"].body and b'class="notices"' in made["fi/index.html"].body


def test_two_notices_in_one_language_are_listed(tmp_path: Path) -> None:
    made = files(tmp_path, "site: {languages: [fi], default-language: fi}\nregisters: {visitors: {}}")
    assert b'class="notices"' in made["fi/index.html"].body


def test_an_own_page_of_the_earlier_form_still_fits(tmp_path: Path) -> None:
    """It does not know of a site with one page: its links to the list lead to the notice."""
    site = site_with(ALONE, tmp_path / "site")
    own = re.sub(r"{% (if not alone|if pdf or not alone) %}", "{% if true %}", template_text("page.html", None))
    own = own.replace("{% if alone %}", "{% if false %}")
    assert "alone" not in own
    (site / "templates").mkdir()
    (site / "templates/page.html").write_text(own, encoding="utf-8")
    done = CliRunner().invoke(main, ["build", str(site), "--html-only", "--as-of", str(DAY)])
    assert done.exit_code == 0, done.output
    assert 'href="fi/index.html"' in (site / "build/index.html").read_text("utf-8")
