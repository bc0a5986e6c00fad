"""Old names of renamed keys and ids: understood, found at their place, and corrected by a safe fix."""

from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, STARTER, Change, changed_site, read_and_checked

from notice.check import check
from notice.fix import fix
from notice.languages import LANGUAGES
from notice.load import load
from notice.messages import help, message
from notice.model import renamed
from notice.model.controller import Controller
from notice.model.purpose import Keep, Purpose
from notice.model.register import Recipient, Register
from notice.model.renamed import RenamedId, RenamedKey, is_expired
from notice.model.site import Site

WORDS = "content/en/customers.yaml"
WAIVERS = "content/waivers.yaml"
VOCABULARY = "content/vocabulary.yaml"

KEYS = (
    RenamedKey(Keep, "counted-from", "after", "0.1.0"),
    RenamedKey(Purpose, "ground", "basis", "0.1.0"),
    RenamedKey(Recipient, "kind-of-receiver", "role", "0.1.0"),
    RenamedKey(Register, "aims", "purposes", "0.1.0"),
    RenamedKey(Controller, "tax-id", "vat-id", "0.1.0"),
    RenamedKey(Site, "notices", "registers", "0.1.0"),
)
IDS = (
    RenamedId("data", "e-address", "email", "0.1.0"),
    RenamedId("laws", "books-act", "accounting-act", "0.1.0"),
    RenamedId("recipients", "web-host", "hosting-provider", "0.1.0"),
    RenamedId("purposes", "offers", "electronic-direct-marketing", "0.1.0"),
    RenamedId("cookie_purposes", "cart", "shopping-basket", "0.1.0"),
)

PLACES = {
    "a key of the site": Change(SITE, "registers: [", "«notices»: ["),
    "a key of the controller": Change(CONTROLLER, "vat-id:", "«tax-id»:"),
    "a key of the register": Change(REGISTER, "\npurposes:", "\n«aims»:"),
    "a key of a purpose": Change(REGISTER, "basis: contract", "«ground»: contract"),
    "a key in brackets": Change(REGISTER, "after: order-delivered", "«counted-from»: order-delivered"),
    "a key of a recipient": Change(REGISTER, "role: processor", "«kind-of-receiver»: processor"),
    "an id in a list": Change(REGISTER, "data: [email, marketing-consents]", "data: [«e-address», marketing-consents]"),
    "an id in the short form of a mapping": Change(REGISTER, "law: accounting-act\n", "law: «books-act»\n"),
    "an id below a key": Change(REGISTER, "law: accounting-act}", "law: {act: «books-act», section: '2:10'}}"),
    "an id alone, without a list": Change(REGISTER, "read-by: [hosting-provider]", "read-by: «web-host»"),
    "an id of another file": Change(REGISTER, "purpose: shopping-basket", "purpose: «cart»"),
    "an entry of the register": Change(REGISTER, "  hosting-provider: {named", "  «web-host»: {named"),
    "the words of a thing": Change(WORDS, "electronic-direct-marketing:", "«offers»:"),
    "a path of confirm": Change(REGISTER, "", "confirm:\n  «aims.offers.ground»: Proposed.\n"),
    "the place of a waiver": Change(
        WAIVERS,
        "",
        "- rule: C001\n  at: «customers.aims.offers.keep.counted-from»\n  reason: It is being changed.\n  until: 2027-01-01\n",
    ),
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renamed, "KEYS", KEYS)
    monkeypatch.setattr(renamed, "IDS", IDS)


def new_name(old: str) -> str:
    return {row.old: row.new for row in (*KEYS, *IDS)}.get(old, old)


@pytest.mark.parametrize("change", PLACES.values(), ids=PLACES)
def test_an_old_name_is_a_warning_at_its_place(change: Change, tmp_path: Path) -> None:
    site = tmp_path / "site"
    [place] = changed_site(site, change)
    found = load(site).findings
    assert [(one.code, one.level.value, one.span) for one in found] == [("Y026", "warning", place)]
    old = change.new.partition("«")[2].partition("»")[0]
    assert dict(found[0].arguments)["new"] == ".".join(map(new_name, old.split(".")))
    for language in LANGUAGES:
        assert f"`{old}`" in message(found[0], language) and "{" not in help(found[0], language)


@pytest.mark.parametrize("change", PLACES.values(), ids=PLACES)
def test_the_safe_fix_writes_the_new_name(change: Change, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", change)
    done = fix(tmp_path / "site", DAY, lambda finding: finding.code == "Y026")
    assert set(done.after) == {change.file}
    before, _, marked = change.new.partition("«")
    old, _, after = marked.partition("»")
    new = ".".join(map(new_name, old.split(".")))
    written = done.before[change.file].decode()
    assert written.count(f"{before}{old}{after}") == 1
    assert done.after[change.file].decode() == written.replace(f"{before}{old}{after}", f"{before}{new}{after}")
    assert [one for one in done.checked.findings if one.code == "Y026"] == []


def test_the_facts_are_the_same_under_old_names_and_the_fix_gives_the_same_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    changed_site(site, *list(PLACES.values())[:8], *list(PLACES.values())[9:13])
    old, new = load(site), load(STARTER)
    assert {finding.code for finding in old.findings} == {"Y026"}
    assert old.site == new.site
    for one, other in zip(old.notices, new.notices, strict=True):
        assert one.register == other.register and one.controller == other.controller
        assert set(other.spans) - set(one.spans) == {("cookies", "visitor-count", "read-by", "0")}
        assert not set(one.spans) - set(other.spans) and not one.invalid
    assert {finding.code for finding in check(old, DAY).findings} == {"Y026"}
    done = fix(site, DAY, lambda finding: True)
    lone = {REGISTER: (b"read-by: hosting-provider", b"read-by: [hosting-provider]")}
    for file, body in done.after.items():
        assert body.replace(*lone.get(file, (b"", b""))) == (STARTER / file).read_bytes(), file
    assert done.checked.findings == ()


def test_of_an_old_and_a_new_name_in_one_place_neither_is_lost(tmp_path: Path) -> None:
    site = tmp_path / "site"
    [key, id] = changed_site(
        site,
        Change(REGISTER, "basis: contract", "basis: contract\n    «ground»: consent"),
        Change(REGISTER, "data: [email, marketing-consents]", "data: [email, «e-address», marketing-consents]"),
    )
    assert [(one.code, one.span) for one in load(site).findings] == [("Y004", key), ("Y007", id)]


def test_an_id_of_the_owners_keeps_its_name(tmp_path: Path) -> None:
    site = tmp_path / "site"
    changed_site(
        site,
        Change(VOCABULARY, "", "data: {e-address: {}}\n"),
        Change(REGISTER, "data: [email, marketing-consents]", "data: [e-address, marketing-consents]"),
        *(Change(f"content/{code}/customers.yaml", "", "data: {e-address: X}\n") for code in ("fi", "sv", "en")),
    )
    assert load(site).findings == ()
    assert "Y026" not in {finding.code for finding in read_and_checked(site)}


def test_an_old_name_in_quotation_marks_is_left_to_its_owner(tmp_path: Path) -> None:
    site = tmp_path / "site"
    changed_site(site, Change(REGISTER, "data: [email, marketing-consents]", 'data: ["e-address", marketing-consents]'))
    [found] = load(site).findings
    assert found.code == "Y026" and not found.fix


def test_an_old_name_is_understood_for_one_minor_version() -> None:
    row = RenamedId("data", "e-address", "email", "0.2.0")
    assert not is_expired(row, "0.2.0")
    assert not is_expired(row, "0.3.4")
    assert is_expired(row, "0.4.0")
    assert is_expired(row, "1.0.0")
