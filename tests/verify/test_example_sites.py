"""An example site has a mark on every page, in every language and format, and is `noindex`."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rules.overlay import site_with
from verify.two_sites import DAY, contexts_of, files, notice_paths, read, rendered

from notice.build import build
from notice.check import check
from notice.load import load
from notice.verify import drafts
from notice.verify.readings import PdfReading
from notice.verify.structure import read_structure

MARKS = {
    "fi": "Esimerkki: kaikki tiedot ovat keksittyjä",
    "sv": "Exempel: alla uppgifter är påhittade",
    "en": "Example: all facts are invented",
}
PAGES = {one.path: one.body for one in files("starter", html_only=True) if one.path.endswith(".html")}


def words(body: bytes) -> str:
    main = BeautifulSoup(body, "html.parser").main
    assert main is not None
    return " ".join(main.get_text(" ").split())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_the_mark_in_its_languages_and_is_not_for_an_index(path: str) -> None:
    """Notices and lists in their own language; the front page and the page not found in all of them."""
    own = [code for code in MARKS if path.startswith(f"{code}/")] or list(MARKS)
    assert [code for code, mark in MARKS.items() if mark in words(PAGES[path])] == own
    robots = BeautifulSoup(PAGES[path], "html.parser").find("meta", {"name": "robots"})
    assert robots is not None and robots["content"] == "noindex"


def test_the_pages_are_of_every_kind() -> None:
    assert {path.count("/") for path in PAGES} == {0, 1, 2}
    assert {"index.html", "404.html", "fi/index.html"} <= set(PAGES)


def test_every_page_of_each_pdf_carries_the_mark_and_the_attached_facts_say_so() -> None:
    bodies = {one.path: one.body for one in files("starter")}
    for code, _, paper in notice_paths("starter"):
        read = read_structure(bodies[paper])
        assert len(read.running) == read.pages > 3
        assert [text for text in read.running if MARKS[code] not in " ".join(text.split())] == []
        attached = json.loads(read.attachments["notice.json"])
        assert (attached["example"], attached["draft"]) == (True, False)


def test_an_example_has_no_map_for_search_engines_and_a_real_site_has(tmp_path: Path) -> None:
    assert "sitemap.xml" not in {one.path for one in files("starter", html_only=True)}
    real = rendered(check(load(site_with("site: {example: no}", tmp_path / "site")), DAY))
    assert "sitemap.xml" in {one.path for one in real}
    robots = {one.path: one.body for one in real}["robots.txt"], dict(_bodies())["robots.txt"]
    assert [b"Sitemap:" in body for body in robots] == [True, False]


def _bodies() -> list[tuple[str, bytes]]:
    return [(one.path, one.body) for one in files("starter", html_only=True)]


@pytest.mark.parametrize("answer", ["no", ""], ids=["no", "missing"])
def test_a_real_site_carries_no_mark(answer: str, tmp_path: Path) -> None:
    made = rendered(check(load(site_with(f"site: {{example: {answer}}}", tmp_path / "site")), DAY))
    texts = [one.body.decode() for one in made if one.path.endswith((".html", ".css"))]
    assert len(texts) > 8
    assert not [mark for mark in MARKS.values() for text in texts if mark in text]
    assert not [text for text in texts if 'class="boxed example"' in text]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_the_mark_is_refused(path: str) -> None:
    kept = [one for one in files("starter", html_only=True) if one.path != path]
    [page] = [one for one in files("starter", html_only=True) if one.path == path]
    bare = replace(page, body=page.body.replace(b'class="boxed example"', b'class="boxed"'))
    assert bare != page
    found = list(drafts.example_without_mark.flaws(read([*kept, bare], contexts_of("starter"))))
    assert [(flaw.code, flaw.span.file) for flaw in found] == [("B014", path)]


def test_a_page_of_a_pdf_without_the_mark_is_refused() -> None:
    """The second page of a PDF lacks the mark."""
    built = read(list(files("starter", html_only=True)), contexts_of("starter"))
    [(_, _, path), *_] = notice_paths("starter")
    for second, flaws in ((MARKS["fi"].upper(), []), ("Esimerkkikauppa", [path])):
        built.__dict__["pdfs"] = {path: PdfReading("fi", "x", (), {}, 2, (), (MARKS["fi"], second))}
        assert [flaw.span.file for flaw in drafts.example_without_mark.flaws(built)] == flaws


def test_an_own_template_that_drops_the_mark_keeps_the_site_from_being_published(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    own = site / "templates" / "main.html"
    own.parent.mkdir()
    text = (Path(__file__).parents[2] / "templates" / "main.html").read_text(encoding="utf-8")
    own.write_text(text.replace("{% if document.example %}", "{% if false %}"), encoding="utf-8")
    outcome = build(site, tmp_path / "out", DAY, release=True)
    assert not outcome.published
    assert {flaw.code for flaw in outcome.findings} == {"B014"}


def test_an_example_that_waits_carries_both_marks_and_is_not_released(tmp_path: Path) -> None:
    site = site_with("controller: {business-id: unknown}", tmp_path / "site")
    assert build(site, tmp_path / "out", DAY).published
    page = (tmp_path / "out/fi/asiakasrekisteri/index.html").read_bytes()
    assert MARKS["fi"] in words(page) and "Luonnos" in words(page)
    paper = read_structure((tmp_path / "out/fi/asiakasrekisteri/asiakasrekisteri.pdf").read_bytes())
    assert not [text for text in paper.running if MARKS["fi"] not in " ".join(text.split()) or "Luonnos" not in text]
    assert not build(site, tmp_path / "out", DAY, release=True).published


def test_a_language_of_the_owners_own_needs_the_words_of_the_mark_only_in_an_example(tmp_path: Path) -> None:
    """Danish, with every word copied from Swedish but those of the mark."""
    for answer, missing in (("yes", {"ui.example", "ui.example-note"}), ("no", set())):
        site = site_with("{}", tmp_path / answer)
        content = site / "content"
        text = (content / "site.yaml").read_text(encoding="utf-8").replace("[fi, sv, en]", "[fi, sv, en, da]")
        (content / "site.yaml").write_text(text.replace("example: yes", f"example: {answer}"), encoding="utf-8")
        shutil.copytree(content / "sv", content / "da")
        words = {dict(one.arguments)["word"] for one in check(load(site), DAY).findings if one.code == "T001"}
        assert {word for word in words if word.startswith("ui.example")} == missing
