"""Statutory requirement to provide data: Art. 13(2)(e) is about the person's duty, not the controller's."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from rules.overlay import site_with
from verify.two_sites import contexts

from notice.check import Checked, check
from notice.document.provision import ProvisionSection
from notice.load import load

ROOT = Path(__file__).parents[2]


def checked(example: str, folder: Path) -> Checked:
    return check(load(site_with(example, folder / "site")), date(2026, 11, 22))


STATUTORY = {
    "fi": ("lakisääteinen vaatimus", ("meidät", "meitä", "asiasi", "asiaasi")),
    "sv": ("lagstadgat krav", ("förpliktar oss", "ditt ärende")),
    "en": ("statutory requirement", ("obliges us", "your matter")),
}


@pytest.mark.parametrize("language", STATUTORY)
def test_a_statutory_requirement_is_the_persons(language: str, tmp_path: Path) -> None:
    example = "purposes: {bookkeeping: {law: employment-contracts-act, required: statutory}}"
    [case] = contexts(checked(example, tmp_path))
    sections = case.composed[language].document.sections
    provision = next(section for section in sections if isinstance(section, ProvisionSection))
    row = next(row for row in provision.table.rows if row[0][0].href == "#purpose-bookkeeping")
    said = " ".join(one.text for cell in row[1:] for one in cell)
    wanted, unwanted = STATUTORY[language]
    assert wanted in said
    assert not any(one in said for one in unwanted)
    assert all(len(one.text.split()) <= 25 for cell in row[1:] for one in cell)


@pytest.mark.parametrize(
    ("facts_of", "codes"),
    [
        ("bookkeeping: {required: statutory}", {"N704"}),
        ("bookkeeping: {law: archives-act, required: statutory}", {"N704"}),
        ("bookkeeping: {law: [{act: accounting-act}, {act: associations-act}], required: statutory}", {"N704"}),
        ("bookkeeping: {law: [{act: accounting-act}, {act: withholding-tax-act}], required: statutory}", set()),
        ("bookkeeping: {law: withholding-tax-act, required: statutory}", set()),
        ("bookkeeping: {law: unknown, required: statutory}", set()),
        ("orders: {required: statutory}", {"N704"}),
    ],
)
def test_an_act_that_binds_the_controller_alone_makes_nothing_statutory(
    facts_of: str, codes: set[str], tmp_path: Path
) -> None:
    done = checked(f"purposes: {{{facts_of}}}", tmp_path)
    assert {one.code for one in done.findings if one.code == "N704"} == codes


SHIPPED = [
    ROOT / "content" / "registers" / "customers.yaml",
    ROOT / "notice" / "starter" / "content" / "registers" / "customers.yaml",
    *sorted((ROOT / "notice" / "presets").glob("*/register.yaml")),
]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.parent.name)
def test_no_register_that_ships_calls_bookkeeping_the_persons_duty(file: Path) -> None:
    purposes = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["purposes"]
    kept = {id: one for id, one in purposes.items() if "accounting-act" in str(one.get("law"))}
    assert {one["required"] for one in kept.values()} <= {"not-asked"}
