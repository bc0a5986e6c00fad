"""`--fix` corrects typing errors only: no word of the owner is lost, and no id changes its meaning."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from load.changed_site import DAY
from rules.overlay import STARTER

from notice.check import check
from notice.cli import main
from notice.findings import Finding, near
from notice.load import load

REGISTER, CONTROLLER, TERMS = "content/registers/customers.yaml", "content/controller.yaml", "content/vocabulary.yaml"
WORDS = [f"content/{language}/customers.yaml" for language in ("fi", "sv", "en")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copytree(STARTER, tmp_path / "site")


def change(site: Path, file: str, old: str, new: str, times: int = 1) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, times), encoding="utf-8")


def findings(site: Path) -> tuple[Finding, ...]:
    return check(load(site), DAY).findings


def unused(site: Path) -> list[Finding]:
    return [one for one in findings(site) if one.code == "T004"]


def fixed(site: Path) -> dict[str, tuple[str, str]]:
    """Each file of the site that `--fix` changed, before and after."""
    files = sorted((site / "content").rglob("*.yaml"))
    before = {str(file.relative_to(site)): file.read_text(encoding="utf-8") for file in files}
    CliRunner().invoke(main, ["check", str(site), "--fix", "--as-of", DAY.isoformat()])
    after = {file: (site / file).read_text(encoding="utf-8") for file in before}
    return {file: (before[file], after[file]) for file in before if before[file] != after[file]}


RENAMED = [
    ("electronic-direct-marketing", "e-mail-offers"),
    ("electronic-direct-marketing", "electronic-direct-marketing-fi"),
    ("electronic-direct-marketing", "suoramarkkinointi"),
]


@pytest.mark.parametrize(("old", "new"), RENAMED)
def test_a_renamed_purpose_keeps_its_words_and_is_named(old: str, new: str, site: Path) -> None:
    change(site, REGISTER, f"  {old}:", f"  {new}:")
    (site / TERMS).write_text(f"purposes: {{{new}: {{}}}}\n", encoding="utf-8")
    found = [one for one in unused(site) if dict(one.arguments)["word"].endswith(".interest")]
    assert [one.span.file for one in found] == sorted(WORDS)
    for one in found:
        assert one.suggestion == near(f"purposes.{new}.interest")
        assert (one.key, dict(one.arguments)["old"], dict(one.arguments)["new"]) == ("id-renamed", old, new)
    assert fixed(site) == {}


def test_a_renamed_event_of_the_owners_leads_to_its_new_id(site: Path) -> None:
    """An own name, which the vocabulary lacks: of a category of data, an event, a group."""
    (site / TERMS).write_text("data: {shoe-sizes: {}}\n", encoding="utf-8")
    change(site, REGISTER, "data: [name, delivery-address, email, phone, order-contents]", "data: [shoe-sizes]")
    for file in WORDS:
        with (site / file).open("a", encoding="utf-8") as words:
            words.write("data:\n  feet: Koot\n")
    assert [one.suggestion for one in unused(site)] == [near("data.shoe-sizes")] * 3
    assert fixed(site) == {}


UNREAD = [
    ("a day in another form", REGISTER, "history: [2026-11-22]", "history: [22.11.2026]"),
    ("a list of days", REGISTER, "history: [2026-11-22]", "history: {first: 2026-11-22}"),
    ("a misspelt key", REGISTER, "history: [2026-11-22]", "histroy-of-it: [2026-11-22]"),
    ("a basis in Finnish", REGISTER, "    basis: legitimate-interests", "    basis: oikeutettu-etu"),
    ("two keys of one name", REGISTER, "  electronic-direct-marketing:", "  orders:"),
    ("an id of another shape", REGISTER, "  electronic-direct-marketing:", "  Suoramarkkinointi:"),
    ("a list of purposes", REGISTER, "purposes:\n  orders:", "purposes: [orders]\nother:\n  orders:"),
    ("a broken file", REGISTER, "people: [customers, newsletter-subscribers, site-visitors]", "people: [customers"),
    ("the controller", CONTROLLER, "email: asiakaspalvelu@example.fi", "email: asiakaspalvelu"),
]


@pytest.mark.parametrize(("file", "old", "new"), [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD])
def test_no_word_is_unused_while_a_fact_cannot_be_read(file: str, old: str, new: str, site: Path) -> None:
    change(site, WORDS[0], "\nhistory:", "\nzzz: Sana\n\nhistory:")
    assert [one.arguments for one in unused(site)] == [(("word", "zzz"),)]
    change(site, file, old, new)
    assert any(one.code[0] == "Y" for one in findings(site))
    assert unused(site) == []
    assert set(fixed(site)) <= {file}


def test_no_word_is_unused_while_its_fact_is_unknown(site: Path) -> None:
    change(site, REGISTER, "history: [2026-11-22]", "history: unknown")
    assert unused(site) == []


def test_words_of_the_site_wait_for_a_register_that_cannot_be_read(site: Path) -> None:
    (site / "content/fi/site.yaml").write_text("zzz: Sana\n", encoding="utf-8")
    assert len(unused(site)) == 1
    change(site, REGISTER, "history: [2026-11-22]", "history: [22.11.2026]")
    assert unused(site) == []


OF_ANOTHER_MEANING = [
    ("people: [customers, newsletter-subscribers, site-visitors]", "people: [customers, social-service-clients]"),
    ("people: [customers, newsletter-subscribers, site-visitors]", "people: [customers, shop-visitors]"),
    ("people: [customers, newsletter-subscribers, site-visitors]", "people: [customer, site-visitors]"),
    ("data: [email, marketing-consents]", "data: [mail, marketing-consents]"),
    ("data: [email, marketing-consents]", "data: [phones, marketing-consents]"),
    ("data: [email, marketing-consents]", "data: [namn, marketing-consents]"),
    ("data: [email, marketing-consents]", "data: [delivery-addresses, marketing-consents]"),
    ("keep: {for: 13 months, after: visit}", "keep: {for: 13 months, after: visits}"),
    ("named: Exempelbetalning Ab", "name: Exempelbetalning Ab"),
    ("    marketing: [email]\n    # {opt-out", "    marketings: [email]\n    # {opt-out"),
]


@pytest.mark.parametrize(("old", "new"), OF_ANOTHER_MEANING, ids=[row[1] for row in OF_ANOTHER_MEANING])
def test_a_word_of_another_meaning_is_never_swapped(old: str, new: str, site: Path) -> None:
    change(site, REGISTER, old, new)
    assert any(one.code[0] == "Y" for one in findings(site))
    assert fixed(site) == {}


SLIPS = [
    (
        "people: [customers, newsletter-subscribers, site-visitors]",
        "people: [custmoers, newsletter-subscribers, site-visitors]",
    ),
    (
        "people: [customers, newsletter-subscribers, site-visitors]",
        "people: [customers, newsletter-subscribers, sitevisitors]",
    ),
    (
        "people: [customers, newsletter-subscribers, site-visitors]",
        "people: [customers, newsletter-subscribers, Site_Visitors]",
    ),
    ("data: [name, delivery-address,", "data: [name, delivery-adress,"),
    ("data: [name, delivery-address,", "data: [name, delivry-adress,"),
    ("    balancing: yes", "    balanccing: yes"),
]


@pytest.mark.parametrize(("old", "new"), SLIPS, ids=[row[1] for row in SLIPS])
def test_a_slip_of_letters_is_corrected_to_the_byte(old: str, new: str, site: Path) -> None:
    before = (site / REGISTER).read_text(encoding="utf-8")
    change(site, REGISTER, old, new)
    broken = (site / REGISTER).read_text(encoding="utf-8")
    assert fixed(site) == {REGISTER: (broken, before)}


def test_a_waiver_that_waives_nothing_stays(site: Path) -> None:
    text = "- {rule: N504, reason: The board decides in March., until: 2027-03-31}\n"
    (site / "content/waivers.yaml").write_text(text, encoding="utf-8")
    assert "X001" in {one.code for one in findings(site)}
    assert fixed(site) == {}


IN_PURPOSES = [
    ("C077", "    people: [site-visitors]", "    people: [sitevisitorsx]"),
    ("C008", "    data: [pages-visited, visit-times, device-data, cookie-identifiers]", "    data: {pages: yes}"),
    ("C058", "    recipients: [accounting-firm]", "    recipients: {accounting-firm: yes}"),
    ("C058", "    recipients: [accounting-firm]", "    recipiens-of-it: [accounting-firm]"),
]


@pytest.mark.parametrize(("code", "old", "new"), IN_PURPOSES, ids=[row[2].strip() for row in IN_PURPOSES])
def test_nothing_is_without_a_purpose_while_a_purpose_cannot_be_read(code: str, old: str, new: str, site: Path) -> None:
    change(site, REGISTER, old, new)
    found = {one.code for one in findings(site)}
    assert any(one[0] == "Y" for one in found)
    assert code not in found
