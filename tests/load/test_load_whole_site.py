"""One run reports everything, in order; an unreadable value is not called missing as well; scalars stay text."""

from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, REGISTER, SITE, Change, changed_site, read_and_checked

from notice.load import load

SWEDISH = "content/sv/customers.yaml"


def test_faults_of_several_files_are_found_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    places = changed_site(
        tmp_path / "site",
        Change(CONTROLLER, "trade-name", "«tradename»"),
        Change(CONTROLLER, "country: FI", "country: «Finland»"),
        Change(REGISTER, "basis: contract", "basis: «contrct»"),
        Change(REGISTER, "data: [email, marketing-consents]", "data: [«emial», marketing-consents]"),
        Change(SITE, "default-language", "«defaultlanguage»"),
        Change(SWEDISH, "slug: kundregister", "slug: kundregister\n«slug»: kunder"),
    )
    found = [one for one in read_and_checked(tmp_path / "site") if one.code.startswith("Y")]
    assert sorted(one.span for one in found) == sorted(places)
    assert [one.span for one in found] == sorted(one.span for one in found)


@pytest.mark.parametrize(
    "change",
    [
        Change(REGISTER, "basis: contract", "basis: «contrct»"),
        Change(REGISTER, "keep: {for: 3 years, after: order-delivered}", "keep: «3 years»"),
        Change(REGISTER, "for: 3 years", "for: «three years»"),
        Change(REGISTER, "required: to-enter-contract", "required: «maybe»"),
        Change(REGISTER, "role: controller, country: SE", "role: «boss», country: SE"),
        Change(REGISTER, "country: SE", "country: «Sweden»"),
        Change(REGISTER, "automated-decisions: none", "automated-decisions: «nothing»"),
        Change(REGISTER, "profiling: none", "profiling: «nothing»"),
        Change(REGISTER, "mechanism: scc", "mechanism: «clauses»"),
        Change(REGISTER, "duration: session", "duration: «a while»"),
        Change(REGISTER, "history: [2026-11-22]", "history: «22.11.2026»"),
        Change(CONTROLLER, "dpo: none", "dpo: «nobody»"),
        Change(CONTROLLER, "email: asiakaspalvelu@example.fi", "email: «[asiakaspalvelu@example.fi]»"),
        Change(
            CONTROLLER, "address: {street: Esimerkkikatu 1, postcode: 00100, city: Helsinki}", "address: «Helsinki»"
        ),
        Change(SITE, "languages: [fi, sv, en]", "languages: [fi, sv, en]\naddress: «[x]»"),
    ],
    ids=lambda change: change.new.partition("«")[2][:12],
)
def test_an_unreadable_value_is_one_finding_and_not_called_missing(change: Change, tmp_path: Path) -> None:
    """The value is unknown, so no finding follows from its absence."""
    site = tmp_path / "site"
    first = [Change(SITE, "address: https://www.example.fi\n", "")] if change.file == SITE else []
    [place] = changed_site(site, *first, change)
    found = read_and_checked(site)
    assert [one.span for one in found if one.code in ("Y005", "Y006")] == [place]
    unused = {"T004"}  # words of the item whose id is no longer valid
    assert {one.code for one in found} - unused <= {"Y005", "Y006"}


def test_a_register_that_cannot_be_read_at_all_is_not_said_to_lack_everything(tmp_path: Path) -> None:
    changed_site(tmp_path / "site")
    (tmp_path / "site" / REGISTER).write_text("purposes: [orders", encoding="utf-8")
    found = read_and_checked(tmp_path / "site")
    assert [one.code for one in found] == ["Y002"]


def test_scalars_stay_text_until_a_field_reads_them(tmp_path: Path) -> None:
    """`no` is Norway, telephone numbers and postcodes keep their zeros, and a name may look like a number."""
    changed_site(
        tmp_path / "site",
        Change(CONTROLLER, "postcode: 00100", "postcode: 00531"),
        Change(CONTROLLER, "phone: 010 000 0000", "phone: 0401234567"),
        Change(CONTROLLER, "trade-name: Esimerkkikauppa", "trade-name: 12:30"),
        Change(CONTROLLER, "name: Maija Mallikas", "name: on"),
        Change(REGISTER, "country: SE", "country: no"),
        Change(REGISTER, "name: esimerkki_kori", "name: 1e3"),
    )
    [notice] = load(tmp_path / "site").notices
    controller, register = notice.controller, notice.register
    assert controller.address is not None
    assert (controller.address.postcode, controller.phone) == ("00531", "0401234567")
    assert (controller.trade_name, controller.name) == ("12:30", "on")
    assert (register.recipients or {})["payment-provider"].country == "NO"
    assert (register.cookies or {})["basket"].name == "1e3"
    assert controller.public_authority is False


def test_empty_is_missing(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(CONTROLLER, "email: asiakaspalvelu@example.fi", "email:"))
    [notice] = load(tmp_path / "site").notices
    assert notice.controller.email is None
    assert notice.is_silent("controller", "email")


def test_a_list_where_words_belong_is_marked(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(SWEDISH, "name: Kundregister", "name: «[Kundregister]»"))
    assert [one.span for one in read_and_checked(tmp_path / "site") if one.code == "Y005"] == [place]


@pytest.mark.parametrize("id", ["x" * 300, '"\\0"', '"a/b"', '".."', '"."', "ä"])
def test_a_register_whose_id_is_no_name_of_a_file_is_a_finding(id: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[customers]", f"[{id}]"))
    assert {one.code for one in read_and_checked(tmp_path / "site")} & {"Y014", "Y020"}
