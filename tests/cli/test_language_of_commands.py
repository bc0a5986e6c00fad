"""Under `--language fi` and `--language sv` nothing English but ids remains, whatever a command prints or writes."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with

from notice.cli import COMMANDS, main
from notice.presets import presets
from notice.reports import FORMATS

OTHERS = ("fi", "sv")
AS_OF = ("--as-of", "2026-11-22")
WAITING = "controller: {business-id: unknown}"
BROKEN = "purposes: {orders: {basis: }, newsletter: {keep: {for: 3 years}}}\npeople: [costumers]"

ENGLISH = re.compile(
    r"\b(the|of|and|are|is|was|there|with|from|this|that|which|write|written|did|you|your|cannot|must|missing|"
    r"invalid|option|argument|usage|error|warning|try|choose|found|built|made|wrote|nothing|file|folder|show|"
    r"only|by default|did you mean|does not|no such|again|state|data protection|act)\b",
    re.IGNORECASE,
)
"""Words of English that no Finnish or Swedish sentence has."""

CODE = re.compile(
    r"`[^`]*`|“[^”]*”|”[^”]*”|'[^']*'|\[[^\]]*\]|--[\w-]+|https?:\S+|\S*/\S*|\b\w+([-_.]\w+)+\b|\{[^}]*\}|\b\w+:(?= \w)"
    r"|\berror$"
)
"""Ids, quotations, paths and options, which are the same in every language."""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env={"COLUMNS": "80"})


def said(done: Result) -> list[str]:
    """The lines of the output without the frames of code and the examples of YAML."""
    lines = re.sub(r"^::\w+ title=.*?::", "", done.stdout + done.stderr, flags=re.MULTILINE).splitlines()
    return [line for line in lines if not re.match(r" *\d* \| ", line) and not line.startswith("    ")]


def english(done: Result) -> list[str]:
    """The lines that hold English outside of ids."""
    text = re.sub(r"`[^`]*`", "", "\n".join(said(done)))
    return [line for line in text.splitlines() if ENGLISH.search(CODE.sub("", line))]


def broken(folder: Path) -> Path:
    return site_with(BROKEN, folder / "broken")


PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"X-Source-Language: en\\n"\n\n'
PO_FILES = {
    "right.po": 'msgctxt "site.yaml:ui.page"\nmsgid "Page"\nmsgstr "Seite"\n',
    "wrong.po": 'msgctxt "site.yaml:ui.pdf-page"\nmsgid "{amount} page"\nmsgstr "{zahl} \u200b"\n\n'
    'msgctxt "site.yaml:gone"\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "bs"\n',
    "broken.po": 'msgid "a\n',
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a good site, a draft and a broken one."""
    site_with("{}", tmp_path / "good")
    site_with(WAITING, tmp_path / "draft")
    broken(tmp_path)
    for name, entry in PO_FILES.items():
        (tmp_path / name).write_text(PO_HEAD + entry, encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ADDED = ("register", "recipient", "purpose", "cookie", "data", "source")

RUNS = [
    *(f"{command} --help" for command in (*COMMANDS, *(f"add {kind}" for kind in ADDED), "theme copy")),
    *(f"words {command} --help" for command in ("status", "start", "accept", "export", "import")),
    "--help",
    "rules",
    "explain N5 C0 L W P D T B X Y",
    "law",
    "law --as-of 2032-01-01",
    "vocabulary --kind data",
    "vocabulary zzzzzzzz",
    "schema good",
    "schema good --modelines",
    "init new",
    "init other --preset newsletter",
    "add register newsletter good",
    "add recipient posti good",
    "add recipient posti good --purpose orders --diff",
    "add purpose cats good --id cats",
    "add cookie _fbp good",
    "add source kela good",
    "add data birth-date good --purpose orders",
    "theme copy rights good",
    "words status good",
    "words start de good",
    "words start sv good",
    "words accept sv --site good",
    "words export de de.po good",
    "words import wrong.po good",
    "words import right.po good",
    "review good",
    "check good",
    "check draft",
    "check broken",
    "check broken --diff",
    "check broken --fix --select N",
    "check broken --write-baseline",
    *(f"check broken --output-format {form}" for form in FORMATS if form not in ("json", "sarif", "junit", "gitlab")),
    "build good --html-only",
    "build draft --html-only",
    "build draft --html-only --release",
    "build broken --html-only",
]

WRONG = [
    "",
    "chekc",
    "add",
    "theme",
    "check --fast",
    "check --sav",
    "check nowhere",
    "check good draft",
    "check full/mine.txt",
    "check --as-of yesterday",
    "serve nowhere",
    "serve good --port http",
    "serve good --port 99999",
    "serve good --editor vi",
    "check --as-of",
    "check --output sraif=x",
    "check --output json",
    "check --output-format texxt",
    "check --fail-level none",
    "check --fix=1",
    "check --select N999",
    "check good --ignore purpose-without-basis",
    "check good --output json=full/mine.txt",
    "check good --output json=good/content/x.json",
    "check good --baseline full/mine.txt",
    "check good --baseline nowhere.json",
    "check good --write-baseline --baseline full/mine.txt",
    "check good --baseline full",
    "check full",
    "build full",
    "build good --out full --html-only",
    "build good --out good --html-only",
    "build good --out good/content/x --html-only",
    "build good --out full/mine.txt --html-only",
    "build good --out full/mine.txt/build --html-only",
    "explain",
    "explain N999",
    "init",
    "init full/mine.txt",
    "init --example full",
    "init x --example --name Kauppa",
    "init x --ask",
    "init x --business-id 1234567-2",
    "init x --business-id 12",
    "init x --address Katu",
    "init x --email maija",
    "init x --phone 12",
    "init x --website example",
    "init x --name none",
    "init x --languages de",
    "init x --analytics google,tiktok,microsoft --mail google,x,microsoft-ads",
    "init x --preset newsletter=site",
    "init x --payroll Sarastia",
    "init good --name Kutomo",
    "init x --preset newslettr",
    "init x --preset zzzzzz",
    "add register newslettr good",
    "add register newsletter good --id Ä",
    "add register newsletter good --id customers",
    "add recipient",
    "add recipient zzzz good",
    "add recipient paarcel good",
    "add recipient google good",
    "add recipient posti good --id x",
    "add recipient zzzz good --id Ä",
    "add recipient zzzz good --id courier",
    "add recipient posti good --purpose ordrs",
    "add recipient posti good --register zzzz",
    "add recipient posti good --set role",
    "add recipient posti good --set rol=x",
    "add recipient posti good --set role=[",
    "add recipient posti good --name de=x",
    "add recipient posti good --name x",
    "add recipient newsletter-service good",
    "add data birth-date good",
    "add data birth-date good --purpose orders --source zzzz",
    "add recipient posti full",
    "vocabulary --kind dtaa",
    "vocabulary --kind zzzzzz",
    "vocabulary --site nowhere",
    "schema full/mine.txt",
    "theme copy rihgts good",
    "theme copy zzzzzz good",
    "law --as-of 2026",
    "words start",
    "words start xx good",
    "words start ar good",
    "words start fi good --from fi",
    "words start de good --from it",
    "words start de full",
    "words accept sv zzzzzz --site good",
    "words export de full/mine.txt good",
    "words export de good/content/de.po good",
    "words import full/mine.txt good",
    "words import nowhere.po good",
    "words import broken.po good",
    "review full",
    "review good --output good/content",
    "review good --output full/mine.txt",
]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("line", RUNS)
def test_nothing_english_is_printed(line: str, language: str, site: Path) -> None:
    done = run(*line.split(), "--language", language)
    assert done.exit_code in (0, 1), done.stderr
    assert (done.stdout + done.stderr).strip()
    assert english(done) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("line", WRONG)
def test_what_cannot_run_is_said_in_the_language(line: str, language: str, site: Path) -> None:
    done = run(*line.split(), "--language", language)
    in_english = run(*line.split(), "--language", "en")
    assert (done.exit_code, in_english.exit_code) == (2, 2)
    assert done.stderr.strip() and english(done) == []
    assert set(filter(None, said(done))) & set(filter(None, said(in_english))) == set()


@pytest.mark.parametrize("line", WRONG)
def test_the_search_for_english_finds_it(line: str, site: Path) -> None:
    """Else the tests above would see nothing."""
    assert english(run(*line.split(), "--language", "en"))


def in_no_folder(site: Path) -> None:
    (site / "good/content/site.yaml").unlink()


def no_utf_8(site: Path) -> None:
    (site / "good/content/site.yaml").write_bytes(b"languages: [fi]\nregisters: []\n# \xff\n")


def no_registers(site: Path) -> None:
    file = site / "good/content/site.yaml"
    file.write_text(file.read_text("utf-8").replace("registers: [customers]", "registers: x"), encoding="utf-8")


def wrong_template(site: Path) -> None:
    (site / "good/templates/sections").mkdir(parents=True)
    (site / "good/templates/sections/sources.html").write_text("{% for %}", encoding="utf-8")


def endless_template(site: Path) -> None:
    (site / "good/templates/sections").mkdir(parents=True)
    (site / "good/templates/sections/sources.html").write_text(
        "{% include 'sections/sources.html' %}", encoding="utf-8"
    )


def taken_template(site: Path) -> None:
    (site / "good/templates/sections").mkdir(parents=True)
    (site / "good/templates/sections/rights.html").write_text("mine", encoding="utf-8")


def linked_templates(site: Path) -> None:
    (site / "good/templates").symlink_to("/tmp")


def foreign_schema(site: Path) -> None:
    (site / "good/.notice/schema").mkdir(parents=True)
    (site / "good/.notice/schema/site.json").write_text("{}", encoding="utf-8")


def wrong_baseline(site: Path) -> None:
    (site / "good/notice-baseline.json").write_text("[]", encoding="utf-8")


def folder_as_baseline(site: Path) -> None:
    (site / "good/notice-baseline.json").mkdir()


def broken_words(site: Path) -> None:
    (site / "good/content/sv/customers.yaml").write_text("name: [", encoding="utf-8")


def wrong_record(site: Path) -> None:
    (site / "good/content/sv/words.lock").write_text("<<<<<<< mine\n", encoding="utf-8")


def list_as_word(site: Path) -> None:
    (site / "good/content/de").mkdir()
    (site / "good/content/de/site.yaml").write_text("ui: &x {page: }\ntexts: *x\n", encoding="utf-8")


def linked_vocabulary(site: Path) -> None:
    (site / "good/content/vocabulary.yaml").symlink_to("/etc/passwd")


STATES: list[tuple[Callable[[Path], None], str]] = [
    (in_no_folder, "check good"),
    (in_no_folder, "add register newsletter good"),
    (no_utf_8, "add register newsletter good"),
    (no_registers, "add register newsletter good"),
    (wrong_template, "build good --html-only"),
    (endless_template, "build good --html-only"),
    (taken_template, "theme copy rights good"),
    (linked_templates, "theme copy rights good"),
    (foreign_schema, "schema good"),
    (wrong_baseline, "check good"),
    (folder_as_baseline, "check good"),
    (linked_vocabulary, "vocabulary x --site good"),
    (no_registers, "words status good"),
    (broken_words, "words status good"),
    (wrong_record, "words status good"),
    (list_as_word, "words import right.po good"),
]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("state", "line"), STATES, ids=[f"{row[0].__name__}-{row[1]}" for row in STATES])
def test_what_a_site_makes_impossible_is_said_in_the_language(
    state: Callable[[Path], None], line: str, language: str, site: Path
) -> None:
    state(site)
    done = run(*line.split(), "--language", language)
    assert done.exit_code == 2, done.stdout
    # What the engine of the templates says is quoted after a label.
    said_by_engine = re.compile(r"(ilmoitus|meddelande): .*")
    lines = [said_by_engine.sub("", one) for one in english(done)]
    assert [one for one in lines if ENGLISH.search(CODE.sub("", one))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_defect_is_called_one_in_the_language(language: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("notice.cli.check.load", broken)
    done = run("check", "good", "--language", language)
    assert done.exit_code == 2
    assert english(done) == []


def test_the_language_is_that_of_the_command_line_then_the_environment_then_the_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with an option is said before the options are parsed."""
    stated = site / "good/content/site.yaml"
    stated.write_text(stated.read_text("utf-8") + "findings-language: sv\n", encoding="utf-8")
    said_in = {"fi": "virhe: ", "sv": "fel: ", "en": "Error: "}

    def language(*arguments: str) -> str:
        stderr = run(*arguments).stderr
        return next(code for code, start in said_in.items() if f"\n{start}" in stderr)

    assert language("check", "--fast", "--language", "fi") == "fi"
    assert language("--language", "fi", "check", "--fast") == "fi"
    assert language("check", "--language=fi", "good", "--fast") == "fi"
    assert language("check", "--fast", "good") == "sv"
    assert language("check", "--fast", "draft") == "en"
    assert language("vocabulary", "--fast", "--site=good") == "sv"
    assert language("check", "--fast", "--", "--language", "fi") == "en"
    assert language("check", "--language", "xx", "good") == "sv"
    monkeypatch.setenv("NOTICE_LANGUAGE", "fi")
    assert language("check", "--fast", "good") == "fi"
    assert language("check", "--fast", "good", "--language", "en") == "en"
    monkeypatch.delenv("NOTICE_LANGUAGE")
    monkeypatch.chdir(site / "good/content/registers")
    assert language("check", "--fast") == "sv"


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("preset", ["", *presets()])
def test_new_files_explain_themselves_in_the_language(preset: str, language: str, tmp_path: Path) -> None:
    chosen = ["--preset", preset] if preset else ["--example"]
    assert run("init", tmp_path / "site", *chosen, "--language", language).exit_code == 0
    assert run("init", tmp_path / "english", *chosen, "--language", "en").exit_code == 0
    for file in (tmp_path / "site").rglob("*.yaml"):
        if file.parent.name in ("fi", "sv", "en"):
            continue  # the words of the notice are in each language
        own = comments(file)
        assert own
        assert set(own) & set(comments(tmp_path / "english" / file.relative_to(tmp_path / "site"))) == set()
        assert [one for one in own if ENGLISH.search(CODE.sub("", one))] == []
        assert max(map(len, file.read_text("utf-8").splitlines()[:5])) <= 120
    assert f"findings-language: {language}\n" in (tmp_path / "site/content/site.yaml").read_text("utf-8")
    assert run("check", tmp_path / "site").exit_code in (0, 1)


def comments(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: ")  # the name of the schema is no text
    return [line.strip() for line in lines[1:] if line.strip().startswith("# ")]


def test_a_folder_inside_the_sites_content_means_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "good/content", *AS_OF).exit_code == 0
    assert run("check", "good/content/fi", *AS_OF).exit_code == 0
    for below in ("content", "content/registers"):
        monkeypatch.chdir(site / "good" / below)
        assert run("check", *AS_OF).exit_code == 0
    assert run("build", "--html-only").exit_code == 0
    assert (site / "good/build/index.html").is_file()


def test_a_named_folder_outside_content_is_not_taken_for_the_site_above(site: Path) -> None:
    """`.` means the nearest site above; a folder that is named is meant itself."""
    (site / "good/drafts").mkdir()
    done = run("check", "good/drafts")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: There is no site in {site}/good/drafts: ")


def test_where_no_site_is_the_folder_is_named_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "full")
    for given in ("..", "."):
        line = run("check", given).stderr
        assert line.startswith(f"error: There is no site in {os.path.abspath(given)}: ")  # noqa: PTH100
        assert ".." not in line


@pytest.mark.parametrize("name", ["frame", "frame.html"])
def test_a_template_is_copied_by_its_name_with_or_without_the_ending(name: str, site: Path) -> None:
    assert run("theme", "copy", name, "good").exit_code == 0
    assert (site / "good/templates/frame.html").is_file()


@pytest.mark.parametrize(("wrong", "meant"), [("fram", "frame"), ("rihgts", "rights"), ("styel.css", "style.css")])
def test_what_is_suggested_for_a_template_is_accepted(wrong: str, meant: str, site: Path) -> None:
    done = run("theme", "copy", wrong, "good")
    assert f"Did you mean `{meant}" in done.stderr
    suggested = done.stderr.split("`")[1]
    assert run("theme", "copy", suggested, "good").exit_code == 0


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_one_page_and_one_pdf_are_counted_without_an_ending(language: str, site: Path) -> None:
    done = run("build", "good", "--html-only", "--language", language)
    assert re.search(r": 8\. PDF\S*: 0\. ", done.stdout, re.IGNORECASE)


CODE_KEYS = {"insertedContent", "yaml", "edits"}
"""The keys of a report under which YAML is."""


def texts_of_json(node: object) -> list[str]:
    """The sentences of a tree: leaves of several words, without blocks of YAML."""
    if isinstance(node, dict):
        return [text for key, value in node.items() if key not in CODE_KEYS for text in texts_of_json(value)]
    if isinstance(node, list):
        return [text for value in node for text in texts_of_json(value)]
    text = re.sub(r"```yaml\n.*?```|^    .*$", "", str(node), flags=re.DOTALL | re.MULTILINE)
    return [line for line in text.splitlines() if " " in line]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "line",
    [
        *(f"check broken --output-format {form}" for form in ("json", "sarif", "gitlab")),
        "rules --output-format json",
        "check broken --write-baseline --baseline baseline.json",
    ],
)
def test_reports_for_machines_hold_nothing_english(line: str, language: str, site: Path) -> None:
    done = run(*line.split(), "--language", language)
    written = site / "baseline.json"
    texts = texts_of_json(json.loads(written.read_text("utf-8") if written.exists() else done.stdout))
    assert len(texts) > 1
    assert [text for text in texts if ENGLISH.search(CODE.sub("", re.sub(r"`[^`]*`", "", text)))] == []
