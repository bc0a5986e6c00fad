"""`--fix` and `--diff`: safe fixes are applied, no other byte changes, and nothing is filled in."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from rules.overlay import STARTER

from notice.cli import main

REGISTER, FINNISH, SITE = "content/registers/customers.yaml", "content/fi/customers.yaml", "content/site.yaml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copytree(STARTER, tmp_path / "site")


def change(site: Path, file: str, old: str, new: str) -> bytes:
    """Change a file of the site; returns its previous content."""
    before = (site / file).read_bytes()
    assert old.encode() in before
    (site / file).write_bytes(before.replace(old.encode(), new.encode(), 1))
    return before


MECHANICAL = [
    (REGISTER, "basis: contract", "basis: contrct", "Y006"),
    (REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]", "Y007"),
    (REGISTER, "after: order-delivered", "after: order-deliverd", "Y007"),
    (REGISTER, "safeguards:", "safegards:", "Y004"),
    (REGISTER, "US: {mechanism", "us: {mechanism", "Y006"),
    (REGISTER, "  orders:\n    basis", "\torders:\n    basis", "Y011"),
    (FINNISH, "  electronic-direct-marketing:", "  electronic-direct-marketng:", "T004"),
    (SITE, "default-language", "default-langage", "Y004"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), MECHANICAL, ids=[row[2].strip()[:20] for row in MECHANICAL])
def test_a_mechanical_fault_is_fixed_to_the_byte(file: str, old: str, new: str, code: str, site: Path) -> None:
    before = change(site, file, old, new)
    broken = (site / file).read_bytes()
    shown = run("check", site, "--diff")
    assert (shown.exit_code, (site / file).read_bytes()) == (1, broken)
    assert "\n+" in shown.stdout and "\n-" in shown.stdout
    done = run("check", site, "--fix")
    assert done.exit_code == 0, done.stdout
    assert done.stdout.startswith("Fixed: 1\n") and f"1 × {code}\n" in done.stdout
    assert (site / file).read_bytes() == before
    again = run("check", site, "--diff")
    assert (again.exit_code, again.stdout) == (0, "")


def test_windows_line_ends_and_a_byte_order_mark_stay(site: Path) -> None:
    path = site / REGISTER
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = change(site, REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]")
    run("check", site, "--fix")
    assert path.read_bytes() == before


def test_several_faults_of_several_files_are_fixed_in_one_run(site: Path) -> None:
    marketing = "  electronic-direct-marketing:\n    text"
    before = [change(site, REGISTER, "people:", "peopel:")]
    before.append(change(site, FINNISH, marketing, marketing.replace("marketing", "marketng")))
    change(site, REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]")
    done = run("check", site, "--fix")
    assert "Fixed: 3\n" in done.stdout
    assert [(site / file).read_bytes() for file in (REGISTER, FINNISH)] == before


NO_FIX = [
    (REGISTER, "    basis: contract\n", ""),
    (REGISTER, "cookies:", "cookeis-and-more:"),
    (REGISTER, "data: [email, marketing-consents]", "data: [zzzzzz, marketing-consents]"),
    (REGISTER, "data: [email, marketing-consents]", "data: ['emial', marketing-consents]"),
    (REGISTER, "for: 3 years", "for: three years"),
    (FINNISH, "slug:", "zzz: nothing\nslug:"),
    (
        REGISTER,
        "people: [customers, newsletter-subscribers, site-visitors]",
        "people: [customers, social-service-clients]",
    ),
]


@pytest.mark.parametrize(("file", "old", "new"), NO_FIX, ids=[row[2].strip()[:20] for row in NO_FIX])
def test_what_takes_judgement_is_left_to_the_owner(file: str, old: str, new: str, site: Path) -> None:
    change(site, file, old, new)
    broken = (site / file).read_bytes()
    run("check", site, "--fix")
    assert (site / file).read_bytes() == broken


def test_what_is_not_selected_is_not_fixed(site: Path) -> None:
    change(site, REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]")
    assert run("check", site, "--fix", "--select", "T").stdout.startswith("Nothing to fix.\n")
    assert run("check", site, "--diff", "--ignore", "Y007").exit_code == 0


@pytest.mark.parametrize("tabs", ["  orders:\n \tbasis: contract\n", "  orders:\n\tbasis: contract\n"])
def test_tabs_after_whose_fix_the_file_would_not_be_right_are_left(tabs: str, site: Path) -> None:
    """Replaced by two spaces, they would put the basis beside its purpose."""
    change(site, REGISTER, "  orders:\n    basis: contract\n", tabs)
    broken = (site / REGISTER).read_bytes()
    done = run("check", site, "--fix")
    assert done.exit_code == 1
    assert "would still be wrong after the fix, so it was left unchanged." in done.stdout
    assert (site / REGISTER).read_bytes() == broken


def test_a_finding_that_can_be_fixed_says_how(site: Path) -> None:
    change(site, REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]")
    assert "   fix: notice check --fix\n" in run("check", site).stdout


def test_standard_output_stays_the_report_while_fixing(site: Path) -> None:
    change(site, REGISTER, "data: [email, marketing-consents]", "data: [emial, marketing-consents]")
    done = run("check", site, "--fix", "--output-format", "concise")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("Fixed: 1\n")


UNSAFE = [
    (
        "another id",
        REGISTER,
        "data: [email, marketing-consents]",
        "data: [phones, marketing-consents]",
        "data: [phone, marketing-consents]",
        "Y007",
    ),
    (
        "a key",
        REGISTER,
        "named: Exempelbetalning Ab",
        "name: Exempelbetalning Ab",
        "named: Exempelbetalning Ab",
        "Y004",
    ),
    ("an unused word", FINNISH, "\nhistory:", "\nzzz: Sana\nhistory:", "\nhistory:", "T004"),
    ("unused words", FINNISH, "\nhistory:", "\nevents:\n  zzz: |\n    Sana\nhistory:", "\nhistory:", "T004"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "then", "code"), [row[1:] for row in UNSAFE], ids=[row[0] for row in UNSAFE]
)
def test_what_may_change_a_meaning_is_fixed_when_asked_for(
    file: str, old: str, new: str, then: str, code: str, site: Path
) -> None:
    before = change(site, file, old, new)
    broken = (site / file).read_bytes()
    assert "   fix: notice check --fix --unsafe-fixes\n" in run("check", site).stdout
    assert run("check", site, "--diff").exit_code == 0
    run("check", site, "--fix")
    assert (site / file).read_bytes() == broken
    assert run("check", site, "--diff", "--unsafe-fixes").exit_code == 1
    assert f"1 × {code}\n" in run("check", site, "--fix", "--unsafe-fixes").stdout
    assert (site / file).read_bytes() == before.replace(old.encode(), then.encode(), 1)


def test_the_words_of_a_renamed_id_are_moved_when_asked_for(site: Path) -> None:
    old, new = "electronic-direct-marketing", "e-mail-offers"
    (site / "content/vocabulary.yaml").write_text(f"purposes: {{{new}: {{}}}}\n", encoding="utf-8")
    change(site, REGISTER, f"  {old}:", f"  {new}:")
    before = (site / FINNISH).read_text(encoding="utf-8")
    run("check", site, "--fix", "--unsafe-fixes", "--select", "T004")
    assert (site / FINNISH).read_text(encoding="utf-8") == before.replace(f"  {old}:", f"  {new}:", 1)


def test_a_waiver_that_waives_nothing_is_deleted_when_asked_for(site: Path) -> None:
    kept = "# Decided in spring.\n"
    waiver = "- {rule: N504, reason: The board decides in March., until: 2027-03-31}\n"
    (site / "content/waivers.yaml").write_text(kept + waiver, encoding="utf-8")
    run("check", site, "--fix", "--unsafe-fixes", "--as-of", "2026-11-22")
    assert (site / "content/waivers.yaml").read_text(encoding="utf-8") == kept
