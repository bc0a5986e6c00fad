"""Three sites as owners make them: a bilingual municipality, a group of two companies, an association with branches."""

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bs4 import BeautifulSoup, Tag

from notice.build import build
from notice.check import check
from notice.load import load

DAY = date(2026, 11, 28)
HERE = Path(__file__).parent
SITES = ("municipality", "group", "association")

OF_OTHER_LANGUAGES = {
    ("municipality", "fi"): r"Exempel|Tammerfors|stad\b|nämnd|gatan|Torgvägen|chefen|registrator@|bildning@|begaran",
    (
        "municipality",
        "sv",
    ): r"Esimerk|Tampere|kaupun|lautakun|katu\b|Toritie|tietopyynto|kirjaamo@|sivistys@|Kirjastonjoh",
    ("group", "fi"): r"Modell|Model |Åbo|Esbo|gatan|butiken@|dataskydd@",
    ("group", "sv"): r"Malli|Model |Turku|Espoo|katu\b|kauppa@|tietosuoja@example|Henkilöstöp",
    ("group", "en"): r"Mallikon|Mallikauppa|Modell|Åbo|Esbo|gatan|Henkilöstöp|Personaltj",
    ("association", "fi"): r"Exempel|Kervo|Borgå|gränden|Ågatan|forbundet@",
    ("association", "sv"): r"Esimerk|Kerava\b|Keravan|Porvoo|kuja\b|Jokikatu|liitto@",
}
"""Names that no page of a language has, as a regular expression."""


@cache
def built(name: str) -> dict[str, str]:
    """The pages of the site by their path."""
    with TemporaryDirectory() as folder:
        outcome = build(HERE / name, Path(folder) / "out", DAY, html_only=True)
        assert outcome.findings == ()
        files = (Path(folder) / "out").rglob("*.html")
        return {file.relative_to(Path(folder) / "out").as_posix(): _plain(file.read_text("utf-8")) for file in files}


def _plain(page: str) -> str:
    """The page without the signs that only say where a line may break."""
    return page.replace("\u00ad", "").replace("\u2060", "")


def pages(name: str, language: str) -> dict[str, BeautifulSoup]:
    every = {path: page for path, page in built(name).items() if path.startswith(f"{language}/")}
    assert len(every) > 3
    return {path: BeautifulSoup(page, "html.parser") for path, page in every.items()}


def rows(page: BeautifulSoup) -> dict[str, str]:
    """The rows of the section on the controller, by their labels; the first of each."""
    found: dict[str, str] = {}
    for row in page.select("#controller dl > div"):
        label, value = row.find("dt"), row.find("dd")
        assert isinstance(label, Tag) and isinstance(value, Tag)
        found.setdefault(label.get_text(), value.get_text(" ").strip())
    return found


@pytest.mark.parametrize("name", SITES)
def test_no_rule_finds_a_fault(name: str) -> None:
    assert check(load(HERE / name), DAY).findings == ()


@pytest.mark.parametrize(("name", "language"), OF_OTHER_LANGUAGES)
def test_no_page_has_a_name_of_another_language(name: str, language: str) -> None:
    for path, page in pages(name, language).items():
        # The switch between languages names them all.
        for switch in page.select("nav"):
            switch.decompose()
        text = " ".join((page.get_text(" "), *(str(link.get("href")) for link in page.select("main a"))))
        assert re.search(OF_OTHER_LANGUAGES[name, language], text) is None, path


def test_a_register_of_a_committee_has_the_committee_and_the_citys_address() -> None:
    library = rows(pages("municipality", "sv")["sv/biblioteket/index.html"])
    assert library["Personuppgiftsansvarig"] == "Exempels fritidsnämnd"
    assert library["Postadress"] == "Exempelgatan 1 33100 Tammerfors"
    assert library["Besöksadress"] == "Biblioteksgatan 3 33100 Tammerfors"
    assert library["Skyddat meddelande"] == "https://turvaposti.example.fi"
    assert library["Namn"] == "Bibliotekschefen"
    schools = rows(pages("municipality", "fi")["fi/oppilaat/index.html"])
    assert schools["Rekisterinpitäjä"] == "Esimerkin sivistyslautakunta"
    assert (schools["Nimi"], schools["Käyntiosoite"]) == ("Opetuspäällikkö", "Kaupungintalo, Toritie 2 33100 Tampere")


def test_a_company_of_a_group_takes_no_business_id_of_another() -> None:
    customers = rows(pages("group", "en")["en/customers/index.html"])
    assert customers["Controller"] == "Model Shop Ltd"
    assert customers["Business ID"] == "9999998-4"
    visitors = rows(pages("group", "sv")["sv/besokare/index.html"])
    assert (visitors["Personuppgiftsansvarig"], visitors["FO-nummer"]) == ("Modellkoncernen Abp", "9999999-2")
    assert "FO-nummer" not in rows(pages("association", "sv")["sv/kervo/index.html"])


def test_an_interest_may_have_several_holders() -> None:
    page = pages("group", "sv")["sv/kunder/index.html"]
    holders = page.select_one("[data-fact='purposes.customer-service.interest-of.1']")
    assert holders is not None and holders.get_text() == "moderbolaget"


def test_a_joint_controller_is_named_in_the_language_and_as_the_contact_point() -> None:
    page = pages("association", "sv")["sv/borga/index.html"]
    joint = page.select_one("#joint-liitto")
    assert joint is not None
    assert "Exempels förbund rf" in joint.get_text(" ") and "Kontaktpunkt" in joint.get_text(" ")


def test_the_days_of_all_registers_follow_those_of_one() -> None:
    every = {notice.id: notice for notice in load(HERE / "municipality").notices}
    assert every["kirjasto"].register.history == (date(2026, 10, 1), date(2026, 11, 22))
    assert every["palaute"].register.history == (date(2026, 11, 1), date(2026, 11, 22))
    page = pages("municipality", "fi")["fi/palaute/index.html"]
    assert "Lautakuntien yhteystiedot tarkistettiin." in page.get_text(" ")


def test_the_closing_note_is_in_the_words_of_the_language() -> None:
    closing = pages("municipality", "sv")["sv/biblioteket/index.html"].select_one("#closing")
    assert closing is not None and "vid vårt serviceställe" in closing.get_text(" ")


def test_the_list_leads_from_who_one_is_and_from_the_committee() -> None:
    page = pages("municipality", "sv")["sv/index.html"]
    found = {
        section["aria-labelledby"]: {
            str(group.find("dt").get_text()): [link.get_text() for link in group.select("a")]  # type: ignore[union-attr]
            for group in section.select("dl > div")
        }
        for section in page.select("section.boxed")
    }
    assert found["find-yourself"]["bibliotekskunder"] == ["Bibliotekets kunder"]
    assert len(found["find-yourself"]["vårdnadshavare"]) == 3
    assert {name: len(links) for name, links in found["by-controller"].items()} == {
        "Exempels bildningsnämnd": 3,
        "Exempels fritidsnämnd": 4,
        "Exempels tekniska nämnd": 3,
        "Exempels stadsstyrelse": 2,
    }


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the municipality's site with one change."""
    shutil.copytree(HERE / "municipality", folder)
    path = folder / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_a_committee_needs_no_business_id_of_its_own(tmp_path: Path) -> None:
    site = changed(tmp_path / "site", "controller.yaml", "provides-online-service: no", "provides-online-service: yes")
    (site / "content/controller.yaml").write_text(
        (site / "content/controller.yaml").read_text("utf-8").replace("country: FI", "country: FI\nvat-id: FI99999992"),
        "utf-8",
    )
    assert check(load(site), DAY).findings == ()


def test_a_changed_shared_fact_changes_every_page_that_states_it_and_no_other(tmp_path: Path) -> None:
    site = changed(tmp_path / "site", "vocabulary.yaml", "named: Esimerkin kuntayhtymä", "named: Naapurin kuntayhtymä")
    build(site, tmp_path / "out", DAY, html_only=True)
    after = {path: _plain((tmp_path / "out" / path).read_text("utf-8")) for path in built("municipality")}
    # Swedish pages have a name of their own, and two registers have no fees.
    differing = {path for path, page in after.items() if page != built("municipality")[path]}
    stating = {path for path, page in built("municipality").items() if "Esimerkin kuntayhtymä" in page}
    assert differing == stating
    assert len(stating) == 10


def test_a_changed_line_of_the_history_is_one_edit(tmp_path: Path) -> None:
    site = changed(tmp_path / "site", "site.yaml", "2026-11-22]", "2026-11-23]")
    for code in ("fi", "sv"):
        path = site / "content" / code / "site.yaml"
        path.write_text(path.read_text("utf-8").replace("2026-11-22", "2026-11-23"), "utf-8")
    assert check(load(site), DAY).findings == ()
    assert {notice.date for notice in load(site).notices} == {date(2026, 11, 23)}
