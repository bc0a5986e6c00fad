"""`--fix` and `--diff`: what takes no judgement is mended, no other byte changes, and nothing is filled in."""

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from rules.laid import STARTER

from notice.cli import main

REGISTER, FINNISH, SITE = "content/registers/customers.yaml", "content/fi/customers.yaml", "content/site.yaml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copytree(STARTER, tmp_path / "site")


def change(site: Path, file: str, old: str, new: str) -> bytes:
    """Changes a file of the site; gives back what it was."""
    before = (site / file).read_bytes()
    assert old.encode() in before
    (site / file).write_bytes(before.replace(old.encode(), new.encode(), 1))
    return before


MECHANICAL = [
    (REGISTER, "basis: contract", "basis: contrct", "Y006"),
    (REGISTER, "data: [email]", "data: [emial]", "Y007"),
    (REGISTER, "after: order-delivered", "after: order-deliverd", "Y007"),
    (REGISTER, "safeguards:", "safegards:", "Y004"),
    (REGISTER, "US: {mechanism", "us: {mechanism", "Y006"),
    (REGISTER, "  orders:\n    basis", "\torders:\n    basis", "Y011"),
    (FINNISH, "  electronic-direct-marketing:", "  electronic-direct-marketng:", "T004"),
    (SITE, "default-language", "default-langage", "Y004"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), MECHANICAL, ids=[row[2].strip()[:20] for row in MECHANICAL])
def test_a_mechanical_fault_is_mended_to_the_byte(file: str, old: str, new: str, code: str, site: Path) -> None:
    before = change(site, file, old, new)
    broken = (site / file).read_bytes()
    shown = run("check", site, "--diff")
    assert (shown.exit_code, (site / file).read_bytes()) == (1, broken)
    assert "\n+" in shown.stdout and "\n-" in shown.stdout
    done = run("check", site, "--fix")
    assert done.exit_code == 0, done.stdout
    assert done.stdout.startswith("Fixed 1:\n") and f"1 × {code}\n" in done.stdout
    assert (site / file).read_bytes() == before
    again = run("check", site, "--diff")
    assert (again.exit_code, again.stdout) == (0, "")


def test_windows_line_ends_and_a_byte_order_mark_stay(site: Path) -> None:
    path = site / REGISTER
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = change(site, REGISTER, "data: [email]", "data: [emial]")
    run("check", site, "--fix")
    assert path.read_bytes() == before


def test_several_faults_of_several_files_are_mended_in_one_run(site: Path) -> None:
    marketing = "  electronic-direct-marketing:\n    text"
    before = [change(site, REGISTER, "people:", "peopel:")]
    before.append(change(site, FINNISH, marketing, marketing.replace("marketing", "marketng")))
    change(site, REGISTER, "data: [email]", "data: [emial]")
    done = run("check", site, "--fix")
    assert "Fixed 3:\n" in done.stdout
    assert [(site / file).read_bytes() for file in (REGISTER, FINNISH)] == before


NO_MEND = [
    (REGISTER, "    basis: contract\n", ""),
    (REGISTER, "cookies:", "cookeis-and-more:"),
    (REGISTER, "data: [email]", "data: [zzzzzz]"),
    (REGISTER, "data: [email]", "data: ['emial']"),
    (REGISTER, "for: 3 years", "for: three years"),
    (FINNISH, "slug:", "zzz: nothing\nslug:"),
    (REGISTER, "people: [customers, site-visitors]", "people: [customers, social-service-clients]"),
]


@pytest.mark.parametrize(("file", "old", "new"), NO_MEND, ids=[row[2].strip()[:20] for row in NO_MEND])
def test_what_takes_judgement_is_left_to_the_owner(file: str, old: str, new: str, site: Path) -> None:
    change(site, file, old, new)
    broken = (site / file).read_bytes()
    run("check", site, "--fix")
    assert (site / file).read_bytes() == broken


def test_what_is_not_selected_is_not_mended(site: Path) -> None:
    change(site, REGISTER, "data: [email]", "data: [emial]")
    assert run("check", site, "--fix", "--select", "T").stdout.startswith("Fixed nothing.\n")
    assert run("check", site, "--diff", "--ignore", "Y007").exit_code == 0


@pytest.mark.parametrize("tabs", ["  orders:\n \tbasis: contract\n", "  orders:\n\tbasis: contract\n"])
def test_tabs_after_whose_mend_the_file_would_not_be_right_are_left(tabs: str, site: Path) -> None:
    """As wide as two spaces they would put the basis beside its purpose."""
    change(site, REGISTER, "  orders:\n    basis: contract\n", tabs)
    broken = (site / REGISTER).read_bytes()
    done = run("check", site, "--fix")
    assert done.exit_code == 1
    assert "would still not be right after its mend, and is as it was." in done.stdout
    assert (site / REGISTER).read_bytes() == broken


def test_a_finding_that_can_be_mended_says_how(site: Path) -> None:
    change(site, REGISTER, "data: [email]", "data: [emial]")
    assert "   fix: notice check --fix\n" in run("check", site).stdout


def test_standard_output_stays_the_report_while_mending(site: Path) -> None:
    change(site, REGISTER, "data: [email]", "data: [emial]")
    done = run("check", site, "--fix", "--output-format", "concise")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("Fixed 1:\n")
