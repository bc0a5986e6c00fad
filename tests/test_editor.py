"""The schemas of a site and the lines that name them are written, and nothing else of the site changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from verify.two_sites import DAY, SITES

from notice.cli import main
from notice.editor import add_modelines, files_without_modeline, write_schemas
from notice.errors import CannotRun
from notice.load import load
from notice.presets import new_site, starter, write_new_files
from notice.schema import KINDS, is_schema
from notice.schema.modelines import FOLDER, modeline


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write_new_files(folder, starter(DAY))
    return folder


def schema(site: Path, name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((site / FOLDER / name).read_text(encoding="utf-8"))
    return made


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()
    }


def test_a_schema_of_every_kind_and_of_the_words_of_each_language_is_written(site: Path) -> None:
    before = contents(site)
    for _ in range(2):
        written = write_schemas(site, "fi")
        names = {*KINDS, "words-fi", "words-sv", "words-en"}
        assert {*written} == {f"{FOLDER}/{name}.json" for name in names}
        assert {path.name for path in (site / FOLDER).iterdir()} == {f"{name}.json" for name in names} | {".gitignore"}
    assert (site / FOLDER / ".gitignore").read_bytes() == b"*\n"
    assert contents(site) == before
    for file in written:
        body = (site / file).read_bytes()
        assert is_schema(body) and len(body) < 600_000
        Draft202012Validator.check_schema(json.loads(body))


def test_own_ids_are_in_the_schemas(site: Path) -> None:
    (site / "content/vocabulary.yaml").write_text("data: {loyalty-number: }\n", encoding="utf-8")
    write_schemas(site, "sv")
    assert "club-number" not in schema(site, "register.json")["$defs"]["id-data"]["else"]["enum"]
    (site / "content/vocabulary.yaml").write_text("data: {loyalty-number: , club-number: }\n", encoding="utf-8")
    write_schemas(site, "sv")
    register = schema(site, "register.json")
    assert {"club-number", "loyalty-number"} <= {*register["$defs"]["id-data"]["else"]["enum"]}
    assert "loyalty-number" in register["$defs"]["id-data"]["else"]["enum"]
    assert "Vem som får" in register["properties"]["recipients"]["description"]


def test_the_words_have_the_ids_of_the_site_and_say_what_is_missing(site: Path) -> None:
    register = site / "content/registers/customers.yaml"
    text = register.read_text(encoding="utf-8").replace(
        "purposes:\n", "purposes:\n  own-purpose:\n    basis: contract\n"
    )
    register.write_text(text, encoding="utf-8")
    write_schemas(site, "en")
    purposes = schema(site, "words-sv.json")["properties"]["purposes"]["properties"]
    assert {"orders", "own-purpose"} <= {*purposes}
    assert "access-control" not in purposes
    assert purposes["own-purpose"]["description"] == "The text is missing. Registers: customers"
    assert purposes["orders"]["description"] == "The text now: Hantering av beställningar"


def test_a_word_of_a_fourth_language_is_shown_in_the_others(site: Path) -> None:
    facts = site / "content/site.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("[fi, sv, en]", "[fi, de]"), encoding="utf-8")
    (site / "content/de").mkdir()
    (site / "content/de/customers.yaml").write_text("name: Kunden\nlabels: {data: Daten}\n", encoding="utf-8")
    write_schemas(site, "en")
    words = schema(site, "words-de.json")["properties"]
    labels = words["labels"]["properties"]
    assert labels["data"]["description"] == "The text now: Daten"
    assert labels["address"]["description"] == "The text is missing. Registers: customers\n\nfi: Postiosoite"
    assert {"customers", "site-visitors"} <= {*words["people"]["properties"]}


@pytest.mark.parametrize("name", SITES)
def test_the_words_of_every_site_are_valid(name: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "content").parent.mkdir()
    (site / "content").symlink_to(SITES[name] / "content")
    loaded = load(SITES[name])
    files = {file: tree for file, tree in loaded.trees.items() if file.count("/") == 2 and "registers" not in file}
    assert len(files) > 2
    with pytest.raises(CannotRun):
        write_schemas(site, "en")  # a site leads nowhere out of its folder
    (site / "content").unlink()
    for file, text in loaded.sources.items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(text, encoding="utf-8")
    write_schemas(site, "en")
    for file, tree in files.items():
        validator = Draft202012Validator(schema(site, f"words-{Path(file).parent.name}.json"))
        assert [error.message for error in validator.iter_errors(tree)] == [], file


def test_another_file_of_the_name_stays_and_nothing_is_written(site: Path) -> None:
    (site / FOLDER).mkdir(parents=True)
    (site / FOLDER / "waivers.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CannotRun):
        write_schemas(site, "en")
    assert {path.name for path in (site / FOLDER).iterdir()} == {"waivers.json"}
    assert (site / FOLDER / "waivers.json").read_text(encoding="utf-8") == "{}"
    assert not is_schema(b"[") and not is_schema(b"[]")


def test_nothing_is_written_outside_the_site(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / ".notice").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotRun):
        write_schemas(site, "en")
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_modelines_are_added_before_the_bytes_of_every_file_and_once(site: Path) -> None:
    crlf = b"# note\r\npeople: [customers]\r\n"
    (site / "content/registers/more.yaml").write_bytes(crlf)
    (site / "content/fi/led.yaml").write_bytes(b"# yaml-language-server: $schema=mine.json\n")
    before = contents(site)
    assert files_without_modeline(site) == ()  # without schemas
    write_schemas(site, "en")
    waiting = files_without_modeline(site)
    assert {*before} - {*waiting} == {"content/fi/led.yaml"}
    assert contents(site) == before
    assert add_modelines(site) == waiting
    after = contents(site)
    for file in waiting:
        line = f"{modeline(file)}\r\n" if b"\r\n" in before[file] else f"{modeline(file)}\n"
        assert after[file] == line.encode() + before[file]
    assert after["content/fi/led.yaml"] == before["content/fi/led.yaml"]
    assert (add_modelines(site), contents(site)) == ((), after)


def test_the_command_writes_the_schemas_and_offers_the_modelines(site: Path) -> None:
    def run(*arguments: str) -> list[str]:
        done = CliRunner().invoke(main, ["schema", str(site), *arguments])
        assert (done.exit_code, done.stderr) == (0, "")
        return done.stdout.splitlines()

    before = contents(site)
    assert f"`notice schema {site} --modelines`" in run()[-1]
    assert contents(site) == before
    assert sum("content/" in line for line in run("--modelines")) == len(before)
    assert all(".notice/schema/" in line for line in run())


def test_a_broken_site_gets_its_schemas(site: Path) -> None:
    (site / "content/registers/customers.yaml").write_text("people: [", encoding="utf-8")
    (site / "content/fi/customers.yaml").write_text("name: {", encoding="utf-8")
    assert len(write_schemas(site, "fi")) > 5


def test_a_new_site_is_ready_for_an_editor(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    for command in (["init", str(folder), "--preset", "newsletter"], ["add", "register", "employees", str(folder)]):
        assert CliRunner().invoke(main, command).exit_code == 0
    assert files_without_modeline(folder) == ()
    made = {*new_site(["newsletter", "employees"], DAY)}
    assert {*contents(folder)} == made
    for file in made:
        first = (folder / file).read_text(encoding="utf-8").split("\n", 1)[0]
        assert ((folder / file).parent / first.partition("$schema=")[2]).is_file()
