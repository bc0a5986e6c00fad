"""A placeholder in any fact or word is one error at its place, which says to write `unknown`."""

from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, Change, changed_site, read_and_checked

from notice.check import check
from notice.findings import Finding, Level
from notice.load import load

TERMS, WAIVERS = "content/vocabulary.yaml", "content/waivers.yaml"

FACTS = [
    Change(CONTROLLER, "street: Esimerkkikatu 1", "street: «TODO»"),
    Change(CONTROLLER, "street: Esimerkkikatu 1", 'street: «"[katuosoite]"»'),
    Change(CONTROLLER, "name: Maija Mallikas", "name: «XXX»"),
    Change(CONTROLLER, "name: Maija Mallikas", "name: «Etunimi Sukunimi»"),
    Change(CONTROLLER, "trade-name: Esimerkkikauppa", "trade-name: «Yrityksen nimi»"),
    Change(CONTROLLER, "business-id: 9999999-2", "business-id: «XXXXXXX-X»"),
    Change(CONTROLLER, "vat-id: FI99999992", "vat-id: «FIXME»"),
    Change(CONTROLLER, "postcode: 00100", "postcode: «00000»"),
    Change(CONTROLLER, "city: Helsinki", "city: «Kaupunki»"),
    Change(CONTROLLER, "email: asiakaspalvelu@example.fi", "email: «TODO»"),
    Change(CONTROLLER, "email: asiakaspalvelu@example.fi", "email: «xxx@example.fi»"),
    Change(CONTROLLER, "phone: 010 000 0000", "phone: «+358 XX XXX XXXX»"),
    Change(CONTROLLER, "country: FI", "country: «XX»"),
    Change(CONTROLLER, "dpo: none", 'dpo: {name: «"[INSERT DPO NAME]"», email: dpo@example.fi}'),
    Change(CONTROLLER, "dpo: none", 'dpo: «"???"»'),
    Change(CONTROLLER, "public-authority: no", "public-authority: «TBD»"),
    Change(CONTROLLER, "supervisory-authority: fi-ombudsman", "supervisory-authority: «TODO»"),
    Change(CONTROLLER, "channels: [email, phone, post]", "channels: [email, phone, «TODO»]"),
    Change(REGISTER, "named: Exempelbetalning Ab", "named: «TÄYDENNÄ»"),
    Change(REGISTER, "named: Exempelbetalning Ab", "named: «FYLL I namnet»"),
    Change(REGISTER, "named: Exempelbetalning Ab", "named: «fill in the name»"),
    Change(REGISTER, "named: Exempelbetalning Ab", "named: «ei tiedossa»"),
    Change(REGISTER, "copy: request", "copy: «TODO»"),
    Change(REGISTER, "copy: request", "copy: request, importer: «(yhtiön nimi)»"),
    Change(REGISTER, "copy: request", 'reference: «"[numero]"», copy: request'),
    Change(
        CONTROLLER, "email: asiakaspalvelu@example.fi", "secure-mail: «täydennetään»\nemail: asiakaspalvelu@example.fi"
    ),
    Change(CONTROLLER, "dpo: none", "dpo: {name: «Tietosuojavastaavan nimi», email: dpo@example.fi}"),
    Change(CONTROLLER, "city: Helsinki", "city: «n.a.»"),
    Change(REGISTER, "basis: contract", "basis: «TODO»"),
    Change(REGISTER, "keep: {for: 3 years, after: order-delivered}", "keep: {for: «TBD», after: order-delivered}"),
    Change(REGISTER, "keep: {for: 3 years, after: order-delivered}", "keep: {for: 3 years, after: «TODO»}"),
    Change(REGISTER, "keep: {for: 3 years, after: order-delivered}", "keep: «TODO»"),
    Change(REGISTER, "people: [customers]", "people: [«TODO»]"),
    Change(REGISTER, "history: [2026-11-22]", "history: [2026-11-22, «YYYY-MM-DD»]"),
    Change(REGISTER, "    name: esimerkki_kori", "    name: «TODO»"),
    Change(SITE, "address: https://www.example.fi", "address: «TODO»"),
    Change(SITE, "default-language: fi", "default-language: «TODO»"),
    Change(TERMS, "", "laws: {own-act: {number: «XXX»}}\n"),
    Change(TERMS, "", 'recipients: {own-firm: {named: «"[firman nimi]"»}}\n'),
]


def placeholders(folder: Path) -> list[Finding]:
    return [one for one in read_and_checked(folder) if one.code == "P012"]


@pytest.mark.parametrize("change", FACTS, ids=[row.new for row in FACTS])
def test_a_placeholder_in_a_fact_is_an_error_at_its_place(change: Change, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = placeholders(tmp_path / "site")
    assert (found.span, found.level) == (place, Level.ERROR)
    assert found.key == ("in-terms" if change.file == TERMS else "in-facts")
    assert found.fact
    assert [one.code for one in read_and_checked(tmp_path / "site") if one.span == place] == ["P012"]


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("fi", "TÄYDENNÄ: säilytysaika", "TÄYDENNÄ:"),
        ("fi", "Ota yhteyttä numeroon [puhelinnumero].", "[puhelinnumero]"),
        ("sv", "FYLL I: lagringstiden", "FYLL I:"),
        ("sv", "Lagringstiden är ____ år.", "____"),
        ("en", "FILL IN the retention", "FILL IN"),
        ("en", "We write to xxx@example.fi.", "xxx@example.fi"),
        ("en", "TODO", "TODO"),
    ],
)
@pytest.mark.parametrize("field", ["description:", "  '2026-11-22':", "    interest:"])
def test_a_placeholder_in_a_word_is_an_error_at_its_letters(
    language: str, text: str, marked: str, field: str, tmp_path: Path
) -> None:
    """Every placeholder, in brackets or not."""
    file = f"content/{language}/customers.yaml"
    site = tmp_path / "site"
    changed_site(site)
    lines = (site / file).read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.replace('"', "'").startswith(field))
    lines[at] = f"{field} '{text}'"
    (site / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    [found] = placeholders(site)
    assert found.span.file == file and found.level is Level.ERROR
    line = lines[found.span.line - 1]
    assert line[found.span.column - 1 : found.span.end_column - 1] == marked


def test_an_owner_s_own_notes_are_spared(tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site",
        Change(REGISTER, "", "confirm: {purposes.orders.keep: 'TODO: ask the board.'}\n"),
        Change(WAIVERS, "", "- {rule: N504, reason: 'TODO: ask the board.', until: 2026-12-31}\n"),
    )
    assert placeholders(tmp_path / "site") == []


@pytest.mark.parametrize("name", ["Todorov Oy", "Ravintola XXX", "Oma Säästöpankki", "Enter Espoo Oy", "Later Oy"])
def test_a_firm_s_name_is_spared(name: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(REGISTER, "named: Exempelbetalning Ab", f"named: {name}"))
    assert placeholders(tmp_path / "site") == []


def test_a_cookie_s_name_may_hold_brackets(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(REGISTER, "name: esimerkki_kori", 'name: "kori_<customer-name>"'))
    assert placeholders(tmp_path / "site") == []


def test_a_waiver_spares_a_name_and_not_what_cannot_be_read(tmp_path: Path) -> None:
    """A firm may have such a name; but no waiver turns a placeholder into an address."""
    changed_site(
        tmp_path / "site",
        Change(CONTROLLER, "trade-name: Esimerkkikauppa", "trade-name: XXX Oy"),
        Change(CONTROLLER, "email: asiakaspalvelu@example.fi", "email: TODO"),
        Change(WAIVERS, "", "- {rule: P012, reason: This is the name of the firm., until: 2026-12-31}\n"),
    )
    done = check(load(tmp_path / "site"), DAY)
    assert {one.code for one in done.findings} >= {"Y006"} and "P012" not in {one.code for one in done.findings}
    assert len(done.waived) == 2
