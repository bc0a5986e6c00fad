"""`notice init`: an own site at once, and an interview on a terminal."""

import os
import re
import select
import signal
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from verify.two_sites import ROOT

from notice.cli import main
from notice.cli.run import INTERRUPTED
from notice.interview.edits import tree
from notice.languages import LANGUAGES
from notice.presets import presets

SHOP = (
    "1",
    "Kutomo Aalto",
    "1234567-1",
    "Kutojankatu 3, 33100 Tampere",
    "hei@kutomo.example",
    "040 123 4567",
    "www.kutomo.example",
    "suomi, ruotsi",
    "shopify",
    "paytrail ja klarna",
    "posti, Kuriiri Oy",
    "",
    "-",
    "-",
    "netvisor",
)
"""The answers of a web shop in Finnish, one a question."""


def run(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=input)


def files(folder: Path) -> dict[str, bytes]:
    """The owner's own files; the schemas for editors follow the site's ids."""
    own = [path for path in folder.rglob("*") if path.is_file() and ".notice" not in path.parts]
    return {str(path.relative_to(folder)): path.read_bytes() for path in own}


def facts(folder: Path, file: str) -> dict[str, object]:
    return tree((folder / "content" / file).read_text(encoding="utf-8"))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner's streams pass for a terminal."""
    monkeypatch.setattr("notice.cli.init.has_terminal", lambda: True)


def test_a_plain_init_makes_an_own_site_and_asks_nothing(tmp_path: Path) -> None:
    done = run("init", tmp_path / "site", input="")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "example" not in facts(tmp_path / "site", "site.yaml")
    controller = facts(tmp_path / "site", "controller.yaml")
    assert {controller[key] for key in ("name", "business-id", "address", "email", "phone")} == {"unknown"}
    assert done.stdout.splitlines()[-1].startswith("Created a site in ")
    assert run("check", tmp_path / "site").exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_the_interview_is_offered_by_name_where_a_terminal_is(tmp_path: Path) -> None:
    done = run("init", tmp_path / "site")
    assert f"`notice init --ask {tmp_path}/site`" in done.stdout.splitlines()[-1]


def test_without_a_terminal_ask_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = run("init", "--ask", tmp_path / "site", input="x\n" * 30)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr
    assert not (tmp_path / "site").exists()


def test_every_answer_can_be_an_option(tmp_path: Path) -> None:
    options = ["--name", "Kutomo Aalto", "--business-id", "12345671", "--languages", "sv fi", "--delivery", "Posti"]
    done = run("init", tmp_path / "site", "--preset", "webshop-customers", *options)
    assert (done.exit_code, done.stderr) == (0, "")
    assert facts(tmp_path / "site", "site.yaml")["languages"] == ["sv", "fi"]
    controller = facts(tmp_path / "site", "controller.yaml")
    assert (controller["name"], controller["business-id"]) == ("Kutomo Aalto", "1234567-1")
    assert "posti" in str(facts(tmp_path / "site", "registers/webshop-customers.yaml")["recipients"])


@pytest.mark.parametrize("preset", sorted(presets()))
def test_an_officer_has_a_place_with_every_preset(preset: str, tmp_path: Path) -> None:
    done = run("init", tmp_path / "site", "--preset", preset, "--dpo-email", "dpo@kutomo.example")
    assert (done.exit_code, done.stderr) == (0, "")
    controller = tree((tmp_path / "site/content/controller.yaml").read_text(encoding="utf-8"))
    assert controller["dpo"] == {"email": "dpo@kutomo.example"}
    assert "dpo" not in controller.get("confirm", {})


def test_an_officer_is_not_stated_twice(tmp_path: Path) -> None:
    assert run("init", tmp_path / "site", "--dpo-email", "dpo@kutomo.example").exit_code == 0
    before = files(tmp_path / "site")
    assert run("init", tmp_path / "site", "--dpo-email", "other@kutomo.example").exit_code == 2
    assert files(tmp_path / "site") == before


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interview_asks_each_question_once_and_says_why(language: str, tmp_path: Path) -> None:
    done = run("init", "--ask", tmp_path / "site", "--language", language, input="\n" * 30)
    assert (done.exit_code, done.stderr) == (0, "")
    numbers = re.findall(r"^(\d+)/(\d+) .*\.$", done.stdout, re.MULTILINE)
    assert numbers == [(str(number), "15") for number in range(1, 16)]
    prompts = re.findall(r"^(.*): (?=\n|  →|$)", done.stdout, re.MULTILINE)
    assert len(prompts) == len(set(prompts)) == 15
    assert run("check", tmp_path / "site").exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_the_register_of_an_empty_answer_is_in_the_prompt(tmp_path: Path) -> None:
    done = run("init", "--ask", tmp_path / "site", "--language", "en", input="\n" * 30)
    assert "commas [Customer register]: " in done.stdout


@pytest.mark.usefixtures("terminal")
def test_a_further_language_is_no_reason_to_ask_again(tmp_path: Path) -> None:
    answers = ["1", *[""] * 6, "en, fi, de"]
    done = run("init", "--ask", tmp_path / "site", "--language", "en", input="\n".join(answers) + "\n" * 20)
    assert "`notice words start de`" in done.stdout
    assert facts(tmp_path / "site", "site.yaml")["languages"] == ["en", "fi"]


@pytest.mark.usefixtures("terminal")
def test_an_answer_that_cannot_be_used_is_asked_for_again_with_the_reason(tmp_path: Path) -> None:
    answers = ["1", "Kutomo", "1234567-2", "12", "1234567-1"]
    done = run("init", "--ask", tmp_path / "site", "--language", "fi", input="\n".join(answers) + "\n" * 20)
    assert "tarkistusnumero ei täsmää" in done.stdout and "Se ei ole Y-tunnus" in done.stdout
    assert done.stdout.count("Y-tunnus, kuten 1234567-1: ") == 3
    assert facts(tmp_path / "site", "controller.yaml")["business-id"] == "1234567-1"


@pytest.mark.usefixtures("terminal")
def test_what_an_option_answers_is_not_asked(tmp_path: Path) -> None:
    options = ["--preset", "webshop-customers", "--name", "Kutomo", "--payment", "-", "--phone", ""]
    done = run("init", "--ask", tmp_path / "site", *options, input="\n" * 30)
    assert done.exit_code == 0
    assert re.findall(r"^(\d+)/(\d+) ", done.stdout, re.MULTILINE) == [(str(n), "11") for n in range(1, 12)]
    assert "Payment services" not in done.stdout and "Telephone number" not in done.stdout


@pytest.mark.usefixtures("terminal")
def test_what_a_file_answers_is_not_asked_and_the_rest_is_filled_in(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("init", site, "--name", "Kutomo", "--preset", "employees", "--language", "en").exit_code == 0
    before = files(site)
    done = run("init", "--ask", site, input="1234567-1\n\nhei@kutomo.example\n\n\nSarastia\n")
    assert (done.exit_code, done.stderr) == (0, ""), done.stdout
    assert "Name of the firm" not in done.stdout and "Languages" not in done.stdout
    controller = facts(site, "controller.yaml")
    assert (controller["name"], controller["business-id"], controller["email"]) == (
        "Kutomo",
        "1234567-1",
        "hei@kutomo.example",
    )
    changed = {path for path, body in files(site).items() if before.get(path) != body}
    assert changed == {"content/controller.yaml", "content/registers/employees.yaml"}
    assert "sarastia" in str(facts(site, "registers/employees.yaml")["recipients"])


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "photos").mkdir(parents=True)
    (site / "photos/cat.jpg").write_bytes(b"cat")
    assert run("init", site).exit_code == 0
    (site / "content/registers/webshop-customers.yaml").write_text("people: [customers]\n", encoding="utf-8")
    (site / "content/en/webshop-customers.yaml").unlink()
    before = files(site)
    again = run("init", site)
    assert again.exit_code == 0 and "Added what was missing" in again.stdout
    after = files(site)
    assert set(after) - set(before) == {"content/en/webshop-customers.yaml"}
    assert {path: after[path] for path in before} == before
    assert "Nothing is missing" in run("init", site).stdout
    for option in ("--name", "--languages"):
        (site / "content/controller.yaml").write_text("name: Kutomo\n", encoding="utf-8")
        refused = run("init", site, option, "fi")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert option in refused.stderr


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("init", tmp_path / "file")
    assert (done.exit_code, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "sv_FI"}, "sv"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8", "NOTICE_LANGUAGE": "sv"}, "sv"),
    ],
)
def test_the_language_is_that_of_the_locale(
    variables: dict[str, str], language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("init", tmp_path / "site").exit_code == 0
    assert facts(tmp_path / "site", "site.yaml").get("findings-language", "en") == language


class Terminal:
    """A process on a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        import pty

        self.shown = ""
        self._decoder = getincrementaldecoder("utf-8")()
        self._process, self._handle = pty.fork()
        if self._process == 0:
            os.environ |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
            os.execv(sys.executable, [sys.executable, "-m", "notice", *arguments])

    def prompt(self) -> str:
        """What is shown until it waits for an answer; raises EOFError at its end."""
        shown = ""
        while not shown.endswith(": "):
            shown += self._read()
        return shown

    def answer(self, line: str) -> None:
        os.write(self._handle, f"{line}\n".encode())

    def end(self) -> int:
        """The exit code; `shown` has all that was shown."""
        while True:
            try:
                self._read()
            except EOFError:
                break
        os.close(self._handle)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def interrupt(self) -> None:
        """Ctrl-C, as the terminal sends it."""
        os.write(self._handle, b"\x03")

    def _read(self) -> str:
        if not select.select([self._handle], [], [], 60)[0]:
            os.kill(self._process, signal.SIGKILL)
            raise TimeoutError(self.shown)
        try:
            body = os.read(self._handle, 65_536)
        except OSError:
            body = b""
        if not body:
            raise EOFError
        read = self._decoder.decode(body)
        self.shown += read
        return read


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    pytest.importorskip("pty")
    yield tmp_path / "kauppa"


def test_the_interview_on_a_terminal(site: Path) -> None:
    shell = Terminal("init", "--ask", str(site), "--language", "fi")
    for answer in SHOP:
        shell.prompt()
        shell.answer(answer)
    assert shell.end() == 0, shell.shown
    assert "15/15" in shell.shown
    recipients = facts(site, "registers/webshop-customers.yaml")["recipients"]
    assert isinstance(recipients, dict)
    assert set(recipients) == {
        "posti",
        "parcel-carrier",
        "paytrail",
        "klarna",
        "shopify",
        "email-service-provider",
        "netvisor",
    }
    assert recipients["parcel-carrier"]["named"] == "Kuriiri Oy"
    assert facts(site, "controller.yaml")["email"] == "hei@kutomo.example"
    assert facts(site, "site.yaml")["languages"] == ["fi", "sv"]


@pytest.mark.parametrize("answered", [0, 5, 14])
def test_ctrl_c_leaves_nothing_behind(answered: int, site: Path) -> None:
    shell = Terminal("init", "--ask", str(site), "--language", "fi")
    for answer in SHOP[:answered]:
        shell.prompt()
        shell.answer(answer)
    shell.prompt()
    time.sleep(0.05)
    shell.interrupt()
    assert shell.end() == INTERRUPTED, shell.shown
    assert "Keskeytetty" in shell.shown
    assert not site.exists()
