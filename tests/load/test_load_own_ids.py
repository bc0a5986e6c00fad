"""Own and mistaken ids: their allowed form, and help for a layman."""

import re
from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, REGISTER, SITE, Change, changed_site, read_and_checked
from load.test_load_unknown_ids import IDS
from texts import help, mark, message

from notice.load import load

VOCABULARY = "content/vocabulary.yaml"


@pytest.mark.parametrize("change", [row[1] for row in IDS], ids=[row[0] for row in IDS])
def test_a_wrong_id_is_not_called_a_missing_word_as_well(change: Change, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", change)
    wrong = change.new.partition("«")[2].partition("»")[0]
    found = [one.code for one in read_and_checked(tmp_path / "site") if wrong in re.split(r"[^\w-]", message(one))]
    assert "Y007" in found
    assert "T001" not in found


MEANT = [
    ("a Finnish name", Change(REGISTER, "people: [customers,", "people: [huoltajat,"), "guardians"),
    ("a Swedish name", Change(REGISTER, "people: [customers,", "people: [vårdnadshavare,"), "guardians"),
    ("a language by its name", Change(CONTROLLER, "languages: [fi,", "languages: [suomi,"), "fi"),
    ("a language in capitals", Change(SITE, "[fi, sv, en]", "[FI, sv, en]"), "fi"),
    ("a language with its country", Change(SITE, "[fi, sv, en]", "[fi, sv, en_GB]"), "en"),
]


@pytest.mark.parametrize(("change", "meant"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_a_name_leads_to_its_id(change: Change, meant: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code[0] in "YT"]
    assert (found.code, mark(found)) == ("Y007", f"did you mean `{meant}`?")


def error_text(folder: Path, change: Change) -> str:
    changed_site(folder, change)
    [found] = [one for one in read_and_checked(folder) if one.code == "Y007"]
    return f"{message(found)} {mark(found)} {help(found)}"


def test_few_ids_are_listed_in_full(tmp_path: Path) -> None:
    text = error_text(tmp_path / "site", Change(CONTROLLER, "channels: [email,", "channels: [pigeon,"))
    assert all(f"{id}," in text or f"{id};" in text for id in ("email", "phone", "post", "form", "visit"))
    assert "`channels:` in `content/vocabulary.yaml`" in text


def test_a_date_in_place_of_an_event_is_reported(tmp_path: Path) -> None:
    for number, date in enumerate(("2026-11-22", "22.11.2026")):
        text = error_text(tmp_path / str(number), Change(REGISTER, "after: order-delivered", f"after: {date}"))
        assert "is a date" in text and "`last-order`" in text


def test_a_reader_of_a_cookie_is_stated_among_the_recipients(tmp_path: Path) -> None:
    text = error_text(tmp_path / "site", Change(REGISTER, "provider: controller", "provider: somebody"))
    assert "in this register, with its facts: `recipients: {somebody: {named: …" in text


UNFIT = [
    ("a purpose", Change(REGISTER, "  orders:\n", "  «Tilausten hoito»:\n"), "tilausten-hoito"),
    ("a recipient", Change(REGISTER, "  payment-provider: {", "  «Maksu_palvelu»: {"), "maksu-palvelu"),
    ("a cookie", Change(REGISTER, "cookies:\n  basket:", "cookies:\n  «kori.1»:"), "kori-1"),
    ("an own term", Change(VOCABULARY, "", "data: {«Kengän koko»: {}}\n"), "kengan-koko"),
    ("a register", Change(SITE, "[customers]", "[customers, «Työntekijät»]"), "tyontekijat"),
    ("a path", Change(SITE, "[customers]", "[customers, «../../secret»]"), "secret"),
]


@pytest.mark.parametrize(("change", "instead"), [row[1:] for row in UNFIT], ids=[row[0] for row in UNFIT])
def test_an_id_that_is_none_is_marked_with_the_way_to_write_it(change: Change, instead: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y020"]
    assert (found.span, mark(found)) == (place, f"write `{instead}`")


def test_a_cookies_id_may_be_the_cookies_own_name(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(REGISTER, "cookies:\n  basket:", "cookies:\n  _ga_*-X:"))
    assert "Y020" not in {one.code for one in read_and_checked(tmp_path / "site")}


@pytest.mark.parametrize("id", ["site", "..", "a/b", "/etc/passwd"])
def test_no_file_is_read_for_a_register_that_has_no_right_id(id: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[customers]", f'[customers, "{id}"]'))
    loaded = load(tmp_path / "site")
    assert [one.id for one in loaded.notices] == ["customers"]
    assert [one.code for one in loaded.findings] == ["Y020"]
    assert all(id not in file.split("/") for file in loaded.sources if file != SITE)


@pytest.mark.parametrize("code", ["root", "qq", "FI", "en_GB", "en-GB", "bh", "x", "suomi"])
def test_a_language_is_a_code_that_dates_can_be_written_in(code: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[fi, sv, en]", f"[fi, sv, en, {code}]"))
    loaded = load(tmp_path / "site")
    assert [one.code for one in loaded.findings] == ["Y007"]
    assert loaded.notices[0].languages == ("fi", "sv", "en")


def test_a_language_that_is_named_twice_is_one_finding(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[fi, sv, en]", "[fi, sv, fi, en]"))
    [found] = read_and_checked(tmp_path / "site")
    assert (found.code, message(found)) == ("Y019", "The language “fi” is named twice")


def test_a_term_cannot_be_unknown(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(VOCABULARY, "", "data: {shoe-size: {special: «unknown»}}\n"))
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y006"]
    assert found.span == place
    assert message(found) == "A term's facts are known, or left out"


def test_an_own_term_adds_to_the_packages_term_of_the_same_id(tmp_path: Path) -> None:
    changed_site(tmp_path / "site")
    before = load(tmp_path / "site").notices[0].vocabulary.recipients["google-analytics"]
    (tmp_path / "site" / VOCABULARY).write_text(
        "recipients: {google-analytics: {country: SE, named: }}\n", encoding="utf-8"
    )
    after = load(tmp_path / "site").notices[0].vocabulary.recipients["google-analytics"]
    assert before.country != "SE" and before.named
    assert after == before.model_copy(update={"country": "SE"})
