"""If the check reports no error, the build publishes: no missing fact is found only by verification."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mutation.completed import completed, every_preset
from rules.overlay import STARTER, site_with
from test_unknown_and_none import RICH
from verify.two_sites import DAY, contexts, rendered, verified

from notice.check import check
from notice.cli import main
from notice.findings import Finding, Level
from notice.load import load

pytestmark = pytest.mark.slow

Tree = dict[str, object]
Files = Mapping[str, Tree]
Key = tuple[str, ...]


def keys(tree: object, path: Key = ()) -> Iterator[Key]:
    """Every key of the tree, outer ones too."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield (*path, key)
        yield from keys(value, (*path, key))


def without(tree: Tree, path: Key) -> Tree:
    """The tree without one key."""
    if len(path) == 1:
        return {key: value for key, value in tree.items() if key != path[0]}
    inner = tree[path[0]]
    assert isinstance(inner, dict)
    return tree | {path[0]: without(inner, path[1:])}


def read(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted((folder / "content").rglob("*.yaml"))
    }


def write(files: Files, folder: Path) -> Path:
    for path, tree in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def surprises(files: Files, folder: Path) -> tuple[Finding, ...]:
    """The findings of verification for a site whose check gave no error."""
    done = check(load(write(files, folder)), DAY)
    if any(one.level is Level.ERROR for one in done.findings):
        return ()
    return verified(rendered(done), contexts(done))


STEP = 3
"""Of the presets, which are much alike, every third key is removed."""


def each_key_removed(files: Files, folder: Path, step: int) -> Iterator[tuple[str, Key, tuple[Finding, ...]]]:
    """Each key of each file, with the findings of verification for the site without it."""
    every = [(path, key) for path, tree in files.items() for key in keys(tree)]
    for number, (path, key) in enumerate(every[::step]):
        site = folder / str(number)
        yield path, key, surprises({**files, path: without(files[path], key)}, site)
        shutil.rmtree(site)


def surprising(files: Files, folder: Path, step: int = 1) -> tuple[int, list[tuple[str, Key, tuple[Finding, ...]]]]:
    """The number of removals, and those with which check and build disagree."""
    removed = list(each_key_removed(files, folder, step))
    return len(removed), [one for one in removed if one[2]]


def test_no_key_that_the_starter_loses_is_found_by_the_build_alone(tmp_path: Path) -> None:
    number, disagreeing = surprising(read(STARTER), tmp_path)
    assert number > 150
    assert disagreeing == []


def test_no_key_that_a_register_with_every_kind_of_fact_loses_is_found_by_the_build_alone(tmp_path: Path) -> None:
    number, disagreeing = surprising(read(site_with(RICH, tmp_path / "rich")), tmp_path)
    assert number > 250
    assert disagreeing == []


@pytest.mark.parametrize("preset", every_preset())
def test_no_key_that_a_preset_loses_is_found_by_the_build_alone(preset: str, tmp_path: Path) -> None:
    number, disagreeing = surprising(completed(preset), tmp_path, STEP)
    assert number > 20
    assert disagreeing == []


TOGETHER = {
    "the history and its words": "{history: , words: {fi: {history: }, sv: {history: }, en: {history: }}}",
    "the history, but for a way of announcing changes": "{history: , changes-told-by: [email], "
    "words: {fi: {history: }, sv: {history: }, en: {history: }}}",
    "the requests and the history": "{controller: {requests: }, history: }",
    "the channels and the languages of requests": "controller: {requests: {channels: , languages: }}",
    "all that a request says": "controller: {requests: {channels: , languages: , identify-by: , demands: , fee: }}",
    "the data of every purpose": "purposes: {orders: {data: }, bookkeeping: {data: }, newsletter: {data: }, "
    "electronic-direct-marketing: {data: }, visitor-statistics: {data: }}",
    "the people, the data and the safeguards": "{people: , safeguards: , purposes: {orders: {data: , people: }}}",
}


@pytest.mark.parametrize("removed", TOGETHER.values(), ids=TOGETHER.keys())
def test_no_keys_that_go_together_are_found_by_the_build_alone(removed: str, tmp_path: Path) -> None:
    assert surprises(read(site_with(removed, tmp_path / "laid")), tmp_path / "site") == ()


@pytest.mark.parametrize(
    ("removed", "code", "file"),
    [
        ("controller: {requests: }", "N108", "content/controller.yaml"),
        ("{history: , words: {fi: {history: }, sv: {history: }, en: {history: }}}", "P001", "content/registers/"),
        ("purposes: {orders: {data: }}", "N302", "content/registers/customers.yaml"),
    ],
)
def test_the_check_warns_at_the_line_of_the_yaml_and_the_build_publishes(
    removed: str, code: str, file: str, tmp_path: Path
) -> None:
    site = site_with(removed, tmp_path / "site")
    day = ("--as-of", str(DAY))
    checked = CliRunner().invoke(main, ["check", str(site), *day])
    built = CliRunner().invoke(main, ["build", str(site), "--html-only", "--out", str(tmp_path / "out"), *day])
    assert (checked.exit_code, built.exit_code) == (0, 0)
    assert f"[{code}]" in checked.stdout and file in checked.stdout
    assert (tmp_path / "out" / "fi" / "asiakasrekisteri" / "index.html").is_file()


def test_what_is_unknown_is_still_said_to_be_not_stated_yet(tmp_path: Path) -> None:
    unknown = "{controller: {requests: unknown}, history: unknown, purposes: {orders: {data: unknown}}}"
    done = check(load(site_with(unknown, tmp_path / "site")), DAY)
    page = next(one.body.decode() for one in rendered(done) if one.path.startswith("en/") and "index" in one.path)
    for fact in ("controller.requests", "history", "purposes.orders.data"):
        assert f'data-fact="{fact}">not yet stated' in page


def emptied(tree: Tree, path: Key, value: object) -> Tree:
    """The tree with one key without a value."""
    if len(path) == 1:
        return tree | {path[0]: value}
    inner = tree[path[0]]
    assert isinstance(inner, dict)
    return tree | {path[0]: emptied(inner, path[1:], value)}


@pytest.mark.parametrize("value", [None, "", {}], ids=["nothing", "empty text", "empty mapping"])
def test_no_key_that_the_starter_leaves_empty_is_found_by_the_build_alone(value: object, tmp_path: Path) -> None:
    files = read(STARTER)
    every = [(path, key) for path, tree in files.items() for key in keys(tree)]
    found: list[Finding] = []
    for number, (path, key) in enumerate(every):
        site = tmp_path / str(number)
        found += surprises({**files, path: emptied(files[path], key, value)}, site)
        shutil.rmtree(site)
    assert found == []
