"""The build pipeline: what it publishes, what it refuses, and reproducible bytes."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from rules.overlay import site_with
from verify.two_sites import DAY, ROOT, SITES, as_composed, contexts, contexts_of, files, notice_paths

from notice.build import Outcome, build
from notice.findings import Level
from notice.messages import message
from notice.outputs.facts import facts
from notice.verify.readings import PdfReading
from notice.verify.structure import read_structure

NOTICE = {"fi": "fi/asiakasrekisteri", "sv": "sv/kundregister", "en": "en/customer-register"}
DRAFT = {"fi": "luonnos", "sv": "utkast", "en": "draft"}
WAITS = "confirm: {purposes.orders.basis: A secret reason of the owner.}\ncontroller: {business-id: unknown}"

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Every file below the folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def built(site: Path, *, release: bool = False) -> Outcome:
    return build(site, site.parent / "out", DAY, html_only=True, release=release)


def own_template(site: Path, name: str, text: str) -> None:
    path = site / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@cache
def reading(name: str, path: str) -> PdfReading:
    return read_structure(next(one.body for one in files(name) if one.path == path))


def test_a_site_is_published_whole(tmp_path: Path) -> None:
    outcome = build(site_with("{}", tmp_path / "site"), tmp_path / "out", DAY)
    assert outcome.findings == ()
    assert not outcome.is_draft
    made = tree(tmp_path / "out")
    assert set(outcome.published) == set(made) - {".notice-site"}
    pages = {f"{folder}/index.html" for folder in (*NOTICE.values(), *NOTICE)}
    papers = {f"{folder}/{folder[3:]}.pdf" for folder in NOTICE.values()}
    assert set(outcome.published) >= pages | papers | {"index.html", "404.html", "style.css"}
    assert all(made.values())


def test_pages_alone_are_made_where_no_pdf_is_wanted(tmp_path: Path) -> None:
    outcome = built(site_with("{}", tmp_path / "site"))
    assert len([path for path in outcome.published if path.endswith(".html")]) == 8
    assert not [path for path in outcome.published if path.endswith(".pdf")]
    linking = [path for path, body in tree(tmp_path / "out").items() if path.endswith(".html") and b".pdf" in body]
    assert linking == []


def test_a_build_with_an_error_in_the_facts_leaves_the_old_site_byte_for_byte(tmp_path: Path) -> None:
    assert built(site_with("{}", tmp_path / "site")).published
    before = tree(tmp_path / "out")
    outcome = built(site_with("purposes: {orders: {basis: }}", tmp_path / "broken"))
    assert outcome.published == ()
    assert codes(outcome) == {"N202"}
    assert tree(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken", "out", "site"]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("sections/retention.html", "", {"B001", "B003", "B005"}),
        (
            "sections/rights.html",
            '<section id="rights"><h2>{{ section.title }}</h2></section>',
            {"B001", "N601", "N609"},
        ),
        (
            "sections/changes.html",
            '<section id="changes"><h2>Other</h2><img src="https://example.com/x"></section>',
            {"B003", "B006"},
        ),
    ],
    ids=["a section that is gone", "a section that is empty", "a section that loads from elsewhere"],
)
def test_a_page_that_fails_when_read_again_is_not_published(
    template: str, text: str, expected: set[str], tmp_path: Path
) -> None:
    """An owner's template may change the presentation, but must not omit anything."""
    site = site_with("{}", tmp_path / "site")
    assert built(site).published
    before = tree(tmp_path / "out")
    own_template(site, template, text)
    outcome = built(site)
    assert outcome.published == ()
    assert codes(outcome) >= expected
    assert tree(tmp_path / "out") == before


def test_a_release_is_refused_while_facts_wait_and_lists_them(tmp_path: Path) -> None:
    site = site_with(WAITS, tmp_path / "site")
    assert built(site).published
    before = tree(tmp_path / "out")
    outcome = built(site, release=True)
    assert outcome.published == ()
    assert {(one.code, one.level) for one in outcome.findings} == {("D001", Level.ERROR), ("D002", Level.ERROR)}
    messages = " ".join(message(one, "en") for one in outcome.findings)
    assert "purposes.orders.basis" in messages and "business-id" in messages
    assert tree(tmp_path / "out") == before


def test_a_release_of_a_finished_site_is_published(tmp_path: Path) -> None:
    assert built(site_with("{}", tmp_path / "site"), release=True).published


def test_a_draft_says_so_in_every_language_on_every_page_of_every_format(tmp_path: Path) -> None:
    build(site_with(WAITS, tmp_path / "site"), tmp_path / "out", DAY)
    for code, folder in NOTICE.items():
        main = BeautifulSoup((tmp_path / "out" / folder / "index.html").read_bytes(), "html.parser").main
        assert main is not None and DRAFT[code] in main.get_text().lower()
        paper = read_structure((tmp_path / "out" / folder / f"{folder[3:]}.pdf").read_bytes())
        assert paper.pages == len(paper.running) > 3
        assert [page for page in paper.running if DRAFT[code] not in page.lower()] == []


def test_a_finished_site_carries_no_draft_mark() -> None:
    for code, page, paper in notice_paths("starter"):
        body = next(one.body for one in files("starter") if one.path == page)
        assert DRAFT[code] not in BeautifulSoup(body, "html.parser").get_text().lower()
        assert not [text for text in reading("starter", paper).running if DRAFT[code] in text.lower()]


def test_reasons_under_confirm_are_in_no_file_of_the_site() -> None:
    """They are internal; Kalvokeskus.fi has a hundred of them."""
    [case] = contexts_of("kalvokeskus")
    reasons = {one.reason for one in case.notice.waiting if one.reason}
    assert len(reasons) > 50
    artifacts = files("kalvokeskus")
    assert any(one.path.endswith(".pdf") for one in artifacts)
    texts = {one.path: _all_text(one.path, one.body) for one in artifacts if not one.path.endswith(".woff2")}
    assert {path for path, text in texts.items() for reason in reasons if reason in text} == set()
    assert not [path for path, text in texts.items() if '"confirm"' in text]


def _all_text(path: str, body: bytes) -> str:
    if path.endswith(".xml"):
        return body.decode()
    if not path.endswith(".pdf"):
        return body.decode() + BeautifulSoup(body, "html.parser").get_text()
    paper = read_structure(body)
    attached = [attachment.decode() for attachment in paper.attachments.values()]
    return " ".join([*(block.text for block in paper.blocks), *paper.running, *attached])


@pytest.mark.parametrize("name", SITES)
def test_the_facts_in_the_pdf_are_those_of_the_notice(name: str) -> None:
    for case in contexts_of(name):
        for composed in case.composed.values():
            attached = reading(name, composed.document.pdf_path).attachments
            assert list(attached) == ["notice.json"]
            assert attached["notice.json"] == facts(as_composed(case), composed.document)
            content = json.loads(attached["notice.json"])
            assert (content["language"], content["draft"]) == (composed.document.language, bool(case.notice.waiting))
            assert set(content["register"]["purposes"]) == set(case.notice.register.purposes or ())


def test_an_owners_template_replaces_the_packages(tmp_path: Path) -> None:
    site = site_with("site: {example: no}", tmp_path / "site")
    own_template(site, "style.css", "main { color: black }\n")
    own_template(site, "404.html", "<!doctype html><html lang='fi'><title>Poissa</title><main><h1>Poissa</h1></main>")
    assert built(site).published
    assert (tmp_path / "out/style.css").read_text() == "main { color: black }\n"
    assert "Poissa" in (tmp_path / "out/404.html").read_text()


def test_an_owners_word_replaces_the_standard_one_in_its_language_alone(tmp_path: Path) -> None:
    words = "words: {fi: {headings: {rights: Mitä voit vaatia}}}"
    built(site_with(words, tmp_path / "site"))
    pages = {code: (tmp_path / "out" / folder / "index.html").read_text() for code, folder in NOTICE.items()}
    assert "Mitä voit vaatia" in pages["fi"]
    assert "Rekisteröidyn oikeudet" not in pages["fi"]
    assert "Mitä voit vaatia" not in pages["sv"] + pages["en"]


def test_words_for_all_registers_stand_in_the_sites_own_file(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    (site / "content/en/site.yaml").write_text("headings: {rights: What you can ask of us}\n", encoding="utf-8")
    assert built(site).published
    assert "What you can ask of us" in (tmp_path / "out" / NOTICE["en"] / "index.html").read_text()


def test_two_registers_with_one_address_are_refused(tmp_path: Path) -> None:
    site = site_with("site: {registers: [customers, members]}", tmp_path / "site")
    for path in sorted(site.glob("content/*/customers.yaml")):
        shutil.copyfile(path, path.with_name("members.yaml"))
    outcome = built(site)
    assert outcome.published == ()
    assert codes(outcome) == {"Y021"}


def test_a_list_that_is_not_known_to_its_end_can_be_built_as_a_draft(tmp_path: Path) -> None:
    outcome = built(site_with("purposes: {bookkeeping: {recipients: [accounting-firm, unknown]}}", tmp_path / "site"))
    assert outcome.published
    assert codes(outcome) == {"D002"}


def test_a_language_without_words_is_refused_and_never_borrows_any(tmp_path: Path) -> None:
    """Northern Sámi: each missing word is reported with its id and the file to write it in."""
    site = site_with("site: {languages: [fi, sv, en, se]}", tmp_path / "site")
    (site / "content/se").mkdir()
    (site / "content/se/site.yaml").write_text("headings: {purposes: Manin}\n", encoding="utf-8")
    outcome = built(site)
    assert outcome.published == ()
    missing = [one for one in outcome.findings if one.code == "T001"]
    assert len(missing) > 150
    assert codes(outcome) == {"T001", "N204"}  # the interest is stated only in words
    arguments = [dict(one.arguments) for one in missing]
    assert {(one["language"], one["file"]) for one in arguments} == {("se", "content/se/customers.yaml")}
    assert {"name", "headings.rights", "data.email.name"} <= {one["word"] for one in arguments}
    composed = contexts(outcome.checked)[0].composed["se"].document
    assert composed.title == "⟨name⟩"


def test_a_language_of_the_owners_own_is_built_when_it_has_every_word(tmp_path: Path) -> None:
    """A fourth language is a folder of words."""
    site = site_with("site: {languages: [fi, sv, en, de]}", tmp_path / "site")
    own = site / "content/de"
    own.mkdir()
    shutil.copyfile(site / "content/en/customers.yaml", own / "customers.yaml")
    english = sorted((ROOT / "notice/locales/en/notice").glob("*.yaml"))
    assert english
    (own / "site.yaml").write_text("".join(file.read_text(encoding="utf-8") for file in english), encoding="utf-8")
    outcome = built(site)
    assert {(one.code, one.arguments) for one in outcome.findings if one.level is Level.ERROR} == set()
    assert "de/customer-register/index.html" in outcome.published
    assert 'lang="de"' in (tmp_path / "out/de/customer-register/index.html").read_text()[:100]


def test_a_site_without_registers_cannot_be_built(tmp_path: Path) -> None:
    outcome = built(site_with("site: {registers: }", tmp_path / "site"))
    assert outcome.published == ()
    assert "Y019" in codes(outcome)


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 1), date(2031, 12, 31)])
def test_the_day_never_changes_the_bytes(day: date, tmp_path: Path) -> None:
    """The day decides whether a build is allowed; the page depends on the facts alone."""
    outcome = build(site_with("{}", tmp_path / "site"), tmp_path / "out", day, html_only=day.year != 2031)
    assert outcome.published
    expected = {one.path: one.body for one in files("starter", html_only=day.year != 2031)}
    made = tree(tmp_path / "out")
    del made[".notice-site"]
    assert made == expected


def test_two_builds_in_different_surroundings_give_identical_bytes(tmp_path: Path) -> None:
    """Other folders, time zones, hash seeds and languages of the machine; other times of the files."""
    surroundings: list[dict[str, str]] = [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4711", "LANG": "fi_FI.UTF-8", "LC_ALL": "", "LANGUAGE": "sv"},
    ]
    running = []
    for number, variables in enumerate(surroundings):
        folder = tmp_path / ("one", "two/longer ä")[number]
        shutil.copytree(SITES["starter"], folder / "site")
        os.utime(folder / "site/content/site.yaml", (number * 10**8, number * 10**8))
        command = [sys.executable, "-m", "notice", "build", "site", "--out", "public"]
        environment = {**os.environ, **variables, "PYTHONPATH": str(ROOT)}
        running.append((folder, subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE)))
    for _, process in running:
        assert process.wait(60) == 0
        assert process.stdout is not None
        process.stdout.close()
    first, second = (tree(folder / "public") for folder, _ in running)
    assert first == second
    del first[".notice-site"]
    assert first == {one.path: one.body for one in files("starter")}
