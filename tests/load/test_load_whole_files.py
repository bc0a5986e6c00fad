"""An empty file states nothing; an unreadable file is one finding, without consequential ones."""

from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, STARTER, Change, changed_site, read_and_checked
from texts import help, message

from notice.check import check
from notice.findings import Level, Span, Suggestion, near
from notice.load import load
from notice.load.findings import NAMES, fault
from notice.rules import loading, reading

SWEDISH = "content/sv/customers.yaml"


def codes(folder: Path, file: str, text: str) -> set[str]:
    changed_site(folder)
    (folder / file).write_text(text, encoding="utf-8")
    return {one.code for one in read_and_checked(folder)}


def test_the_faults_of_loading_are_those_of_the_rules_pages() -> None:
    pages = {rule.code: (rule.name, rule.level) for rule in (*reading.RULES, *loading.RULES)}
    made = [fault(code, Span("x")) for code in NAMES]
    assert len(made) > 8
    assert {one.code: (one.name, one.level) for one in made} == {code: pages[code] for code in NAMES}


@pytest.mark.parametrize("text", ["", "# only a note\n"])
def test_an_empty_register_lacks_everything_and_every_rule_says_so(text: str, tmp_path: Path) -> None:
    found = codes(tmp_path / "site", REGISTER, text)
    assert len([code for code in found if code.startswith("N")]) >= 5
    assert "N201" in found or "N202" in found


@pytest.mark.parametrize("text", ["", "# only a note\n"])
def test_an_empty_controller_lacks_everything(text: str, tmp_path: Path) -> None:
    assert len([code for code in codes(tmp_path / "site", CONTROLLER, text) if code.startswith("N")]) > 3


@pytest.mark.parametrize("file", [REGISTER, CONTROLLER])
@pytest.mark.parametrize(
    ("text", "code"), [("unknown\n", "Y005"), ("[a, b]\n", "Y005"), ("just words\n", "Y005"), ("a: [b\n", "Y002")]
)
def test_a_file_without_facts_is_one_finding(file: str, text: str, code: str, tmp_path: Path) -> None:
    found = codes(tmp_path / "site", file, text)
    assert found - {"T004"} == {code}


@pytest.mark.parametrize(("text", "code"), [("name: [a\n", "Y002"), ("- a\n", "Y005"), ("unknown\n", "Y005")])
def test_words_that_cannot_be_read_are_not_called_missing(text: str, code: str, tmp_path: Path) -> None:
    assert codes(tmp_path / "site", SWEDISH, text) == {code}


def test_a_word_is_never_missed_in_a_file_that_does_not_exist(tmp_path: Path) -> None:
    site = tmp_path / "site"
    changed_site(site)
    (site / SWEDISH).unlink()
    found = [one for one in read_and_checked(site) if one.code == "T001"]
    assert found
    assert {one.span.file for one in found} == {REGISTER}
    assert all(("file", SWEDISH) in one.arguments for one in found)


def test_no_file_is_called_unread_when_the_site_file_is_unreadable(tmp_path: Path) -> None:
    assert codes(tmp_path / "site", SITE, "languages: [fi\n") == {"Y002"}


def test_files_of_a_language_that_is_not_named_lead_to_the_languages(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[fi, sv, en]", "[fi, en]"))
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y018"]
    assert (found.span.file, found.level) == (SWEDISH, Level.WARNING)
    assert "`sv` to `languages:`" in help(found)


def test_a_missing_controller_is_not_to_be_taken_out_of_the_site(tmp_path: Path) -> None:
    changed_site(tmp_path / "site")
    (tmp_path / "site" / CONTROLLER).unlink()
    [found] = read_and_checked(tmp_path / "site")
    assert found.code == "Y014"
    assert "site.yaml" not in help(found) and "name:" in help(found)


def two_registers(folder: Path, slug: str) -> None:
    changed_site(folder, Change(SITE, "[customers]", "[customers, partners]"))
    for path in [REGISTER, *(f"content/{code}/customers.yaml" for code in ("fi", "sv", "en"))]:
        text = (STARTER / path).read_text(encoding="utf-8")
        if "/sv/" not in path:
            text = text.replace("slug: ", f"slug: {slug}")
        (folder / path.replace("customers.yaml", "partners.yaml")).write_text(text, encoding="utf-8")


def test_a_slug_that_another_register_has_is_marked_at_the_second(tmp_path: Path) -> None:
    two_registers(tmp_path / "site", "other-")
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y021"]
    assert (found.span.file, found.level) == ("content/sv/partners.yaml", Level.ERROR)
    assert "customers" in message(found)


def test_a_word_of_the_site_is_unused_only_where_no_notice_asks_for_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    two_registers(site, "other-")
    (site / "content/fi/site.yaml").write_text(
        "purposes: {orders: Tilaukset, oders: Tilaukset}\nheadings: {purposes: Miksi}\n", encoding="utf-8"
    )
    register = site / "content/registers/partners.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("  orders:", "  sales:", 1), encoding="utf-8")
    found = [one for one in read_and_checked(site) if one.code == "T004" and one.span.file == "content/fi/site.yaml"]
    assert [one.arguments for one in found] == [(("word", "purposes.oders"),)]
    assert found[0].suggestion == near("purposes.orders")


def test_an_unused_word_is_likened_to_words_of_its_own_kind_alone(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SWEDISH, "", "labels2: {nam: Namn}\n"))
    [found] = [one for one in check(load(tmp_path / "site"), DAY).findings if one.code == "T004"]
    assert found.suggestion == Suggestion()


@pytest.mark.parametrize(("text", "code"), [("data: {a: [\n", "Y002"), ("unknown\n", "Y005")])
def test_no_id_is_unknown_while_the_own_terms_cannot_be_read(text: str, code: str, tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site",
        Change(REGISTER, "data: [email, marketing-consents]", "data: [email, shoe-size, marketing-consents]"),
    )
    (tmp_path / "site/content/vocabulary.yaml").write_text(text, encoding="utf-8")
    found = {one.code for one in read_and_checked(tmp_path / "site")}
    assert code in found
    assert "Y007" not in found
