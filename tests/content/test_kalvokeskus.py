"""The first owner's notice: complete in three languages, traceable to the notice of 2020, personal data in one file."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from verify.two_sites import files, notice_paths

from notice.derive import derive
from notice.document import compose
from notice.findings import Finding, Level, dotted
from notice.load import Loaded, load
from notice.model.site import Notice
from notice.rules import RULES
from notice.rules.rule import RuleContext

ROOT = Path(__file__).resolve().parents[2]
CONTROLLER = Path("content/controller.yaml")
LANGUAGES = ("fi", "sv", "en")
SHORTCOMINGS = tuple(f"S{number:02}" for number in range(1, 33))
OLD_SECTIONS = ("head", *(str(number) for number in range(1, 12)))
PATH = re.compile(r"`([a-z-]+(?:\.[A-Za-z0-9-]+)*)`")
WORDS_WITHOUT_PATH = frozenset({"none", "confirm", "phone-notes", "correspondence"})
"""Values in the page's code marks, which are not paths."""


@pytest.fixture(scope="module")
def site() -> Loaded:
    return load(ROOT)


@pytest.fixture(scope="module")
def notice(site: Loaded) -> Notice:
    (only,) = site.notices
    return only


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "docs" / "kalvokeskus.md").read_text(encoding="utf-8")


def test_the_notice_has_no_error_under_the_law_of_its_own_day(site: Loaded, notice: Notice) -> None:
    """Every rule runs over the three languages; unconfirmed facts are warnings, and there is no error."""
    found = (*site.findings, *_findings(site, notice))
    assert any(finding.level is Level.WARNING for finding in found)
    assert [finding for finding in found if finding.level is Level.ERROR] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_exists_in_every_language(site: Loaded, notice: Notice, language: str) -> None:
    composed = compose(notice, derive(notice), site.words[notice.id, language])
    assert len(composed.asked) > 100
    assert dict(composed.missing) == {}


def test_the_history_begins_with_the_notice_of_2020(notice: Notice) -> None:
    assert [day.isoformat() for day in notice.register.history or ()] == ["2020-07-12", "2026-11-22"]


def test_facts_wait_for_the_owner_and_each_stands_in_the_page(notice: Notice, page: str) -> None:
    """Both unknown and proposed facts are pending, the latter with a reason each."""
    waiting = page.partition("## What waits for the owner")[2]
    listed = set(PATH.findall(waiting))
    assert [one for one in notice.waiting if not one.reason]
    assert [one for one in notice.waiting if one.reason]
    assert {dotted(one.path) for one in notice.waiting} - listed == set()


@pytest.mark.parametrize("id", SHORTCOMINGS)
def test_each_shortcoming_of_the_old_notice_is_resolved_in_the_page(page: str, id: str) -> None:
    row = re.search(rf"^\| {id} \| (.+?) \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert row is not None
    ways = row[2].split(", ")
    assert set(ways) <= {"law", "dropped", "concrete", "confirm", "unknown"}


@pytest.mark.parametrize("section", OLD_SECTIONS)
def test_each_old_section_is_led_to_its_new_place(page: str, section: str) -> None:
    table = page.partition("## The old sections")[2].partition("\n## ")[0]
    rows = re.findall(rf"^\| {section}\b[^|]*\| (.+?) \|$", table, re.MULTILINE)
    assert rows
    assert any(PATH.search(row) for row in rows)


FACT = re.compile(r"^\| F(\d{3}) \| (head|\d+) \| ([^|]+) \| (\w+) \| ([^|]+) \|$", re.MULTILINE)
"""A row of the table of facts: number, old section, fact, way, place or reason."""


def test_the_facts_of_the_old_notice_are_counted_in_its_order(page: str) -> None:
    rows = FACT.findall(page)
    assert len(rows) > 130
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    assert list(dict.fromkeys(row[1] for row in rows)) == list(OLD_SECTIONS)
    ways = Counter(row[3] for row in rows)
    assert set(ways) == {"page", "law", "unknown", "dropped"}
    counts = re.search(
        r"^(\d+) facts, .*: (\d+) stand .*, (\d+) follow .*, (\d+) wait .*, (\d+) were", page, re.MULTILINE
    )
    assert counts is not None
    counted = (len(rows), *(ways[way] for way in ("page", "law", "unknown", "dropped")))
    assert tuple(map(int, counts.groups())) == counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fact_of_the_old_notice_stands_on_the_page_or_has_its_reason(page: str, language: str) -> None:
    """A fact that is kept stands on the built page; an open one stands there as not stated yet; others have a reason."""
    shown = facts_on_the_page(language)
    open_ = facts_on_the_page(language, OPEN[language])
    assert len(shown) > 300
    assert open_
    for number, _, _, way, where in FACT.findall(page):
        paths = [path for path in PATH.findall(where) if not path.startswith("words.")]
        if way in ("page", "law"):
            assert paths or "`words." in where, number
            assert {path for path in paths if not stands(path, shown)} == set(), number
        elif way == "unknown":
            assert any(stands(path, open_) for path in paths), number
        else:
            assert len(re.sub(r"`[^`]*`", "", where).split()) >= 2, number


OPEN = {"fi": "ei vielä ilmoitettu", "sv": "ännu inte angivet", "en": "not yet stated"}


def stands(path: str, facts: set[str]) -> bool:
    """Whether the fact, or something within it, is among those."""
    return any(fact == path or fact.startswith(f"{path}.") for fact in facts)


def facts_on_the_page(language: str, text: str = "") -> set[str]:
    """The facts that the built page states; with a `text`, those that it states in these words."""
    path = next(page for code, page, _ in notice_paths("kalvokeskus") if code == language)
    body = next(one.body for one in files("kalvokeskus", html_only=True) if one.path == path)
    marked = HTMLParser(body).css("[data-fact]")
    said = [one for one in marked if not text or text in one.text()]
    return {fact for one in said for fact in (one.attributes["data-fact"] or "").split()}


def test_every_path_of_the_page_leads_to_a_fact_or_a_word(site: Loaded, notice: Notice, page: str) -> None:
    facts = {dotted(path) for path in notice.spans}
    rest = page.partition("## Every fact of")[0] + page.partition("## The 32 shortcomings")[2]
    paths = set(PATH.findall(rest)) - WORDS_WITHOUT_PATH
    assert len(paths) > 100
    assert {path for path in paths if not path.startswith("words.")} - facts == set()
    for language in LANGUAGES:
        own = {path for layer in site.words[notice.id, language].layers for path in layer.spans}
        words = {tuple(path.split(".")[1:]) for path in paths if path.startswith("words.")}
        assert words
        assert words - own == set()


def test_every_legitimate_interest_is_stated_in_three_languages(site: Loaded, notice: Notice) -> None:
    resting = [id for id, one in (notice.register.purposes or {}).items() if one.basis == "legitimate-interests"]
    assert resting
    interests = [site.words[notice.id, code].find("purposes", id, "interest") for code in LANGUAGES for id in resting]
    assert all(interests)


def test_the_controllers_personal_data_stand_in_one_file_alone(site: Loaded, notice: Notice) -> None:
    """Name, street, e-mail and telephone are read from the facts, so that this test does not repeat them."""
    secrets = _personal_data(notice)
    own = (ROOT / CONTROLLER).read_text(encoding="utf-8")
    assert all(secret in own for secret in secrets)
    scanned = [path for path in _files_of_the_repository() if path != CONTROLLER]
    assert len(scanned) > 50
    assert Path("docs/kalvokeskus.md") in scanned
    assert [str(path) for path in scanned if _holds(ROOT / path, secrets)] == []


def _findings(site: Loaded, notice: Notice) -> Iterator[Finding]:
    words = {code: site.words[notice.id, code] for code in notice.languages}
    composed = {code: compose(notice, derive(notice), one) for code, one in words.items()}
    assert notice.date is not None
    for rule in RULES:
        yield from rule.findings(RuleContext(notice, derive(notice), words, composed, notice.date))


def _personal_data(notice: Notice) -> tuple[str, ...]:
    """The name and its parts, the street, the e-mail address and the telephone number of controller and contact."""
    controller = notice.controller
    found: list[str] = []
    for person in (controller, controller.contact):
        if person is None:
            continue
        found += [*(person.name or "").split(), person.name or "", person.email or "", person.phone or ""]
        found += [person.address.street or ""] if person.address else []
    secrets = tuple(dict.fromkeys(secret for secret in found if secret))
    assert len(secrets) >= 5
    return secrets


def _files_of_the_repository() -> list[Path]:
    """Tracked files, and files that are neither tracked nor ignored."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return [Path(name) for name in names if name and (ROOT / name).is_file()]


def _holds(file: Path, secrets: tuple[str, ...]) -> bool:
    """True when the file contains one of them as a whole word; a telephone number also with spaces."""
    text = file.read_bytes().decode("utf-8", errors="replace")
    numbers = re.sub(r"(?<=\d)[ -](?=\d)", "", text)
    return any(
        secret in numbers if secret.isdigit() else re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text)
        for secret in secrets
    )
