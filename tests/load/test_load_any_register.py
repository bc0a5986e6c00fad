"""Mutations of a complete register never make loading and checking fail, and all findings have existing places."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, STARTER
from texts import message
from verify.two_sites import ROOT

from notice.check import check
from notice.findings import Finding
from notice.load import load

Tree = object
Path_ = tuple[str | int, ...]

FILES = {
    "register": (REGISTER, ROOT / REGISTER),
    "starter": (REGISTER, STARTER / REGISTER),
    "controller": (CONTROLLER, STARTER / CONTROLLER),
    "site": (SITE, STARTER / SITE),
    "words": ("content/sv/customers.yaml", STARTER / "content/sv/customers.yaml"),
}
"""The mutated files: the file to write, and the complete file from which it is made."""

VALUES: list[Tree] = [
    "",
    "x",
    "none",
    "unknown",
    "no",
    "0",
    "a: b",
    [],
    ["x"],
    [["x"]],
    [{"a": "b"}],
    {},
    {"x": "y"},
    None,
]
VALUES += ["3 years", "2026-11-22", "FI", "controller", {"x": {"y": ["z"]}}, ["unknown", {}], "\x85", "é" * 50, "[](x)"]


def tree_of(name: str) -> Tree:
    return yaml.load(FILES[name][1].read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def paths(tree: Tree, at: Path_ = ()) -> Iterator[Path_]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in inner:
        yield (*at, step)
        yield from paths(value, (*at, step))


PATHS = {name: list(paths(tree_of(name))) for name in FILES}


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, list[tuple[Path_, str, Tree]]]:
    name = draw(st.sampled_from(sorted(FILES)))
    one = st.tuples(
        st.sampled_from(PATHS[name]), st.sampled_from(["drop", "put", "misspell", "add"]), st.sampled_from(VALUES)
    )
    return name, draw(st.lists(one, min_size=1, max_size=4))


def mutated(tree: Tree, path: Path_, how: str, value: Tree) -> None:
    """Change the value at `path`, if an earlier change has left one."""
    here: Tree = tree
    for step in path[:-1]:
        try:
            here = here[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1]
    if isinstance(here, dict) and last in here:
        if how == "drop":
            del here[last]
        elif how == "put":
            here[last] = value
        elif how == "misspell":
            here[f"{last}x"] = here.pop(last)
        else:
            here["added"] = value
    elif isinstance(here, list) and isinstance(last, int) and last < len(here):
        if how == "drop":
            del here[last]
        else:
            here[last] = value


def test_there_is_much_to_mutate() -> None:
    assert sum(len(found) for found in PATHS.values()) > 500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated")


@pytest.mark.slow
@settings(max_examples=120)
@given(mutations())
def test_any_change_gives_findings_at_real_places_or_none(
    folder: Path, change: tuple[str, list[tuple[Path_, str, Tree]]]
) -> None:
    name, steps = change
    tree = tree_of(name)
    for path, how, value in steps:
        mutated(tree, path, how, value)
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(STARTER, site)
    (site / FILES[name][0]).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    done = check(load(site), DAY)
    assert list(done.findings) == sorted(set(done.findings))
    for finding in done.findings:
        assert message(finding) and finding.code and finding.name
        assert_inside(finding, done.loaded.sources)


def assert_inside(finding: Finding, sources: object) -> None:
    """The span is inside its file; for a missing file it is the very beginning."""
    assert isinstance(sources, dict)
    span = finding.span
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    if span.file not in sources:
        assert (span.line, span.column) == (1, 1)
        return
    lines = sources[span.file].split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
