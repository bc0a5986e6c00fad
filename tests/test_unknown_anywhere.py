"""`unknown` may stand for any fact: the notice then says that it is not stated yet, and nothing breaks."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from rules.laid import REGISTER, STARTER

from notice.check import check
from notice.findings import Level
from notice.load import load
from notice.outputs.site import Composition, render
from notice.verify import verify

FILES = {"controller": "content/controller.yaml", "register": f"content/registers/{REGISTER}.yaml"}
NO_ANSWER = {"purposes"}
"""A notice without any purpose is none, whatever is known."""

Tree = dict[str, object]


def read(file: str) -> Tree:
    tree = yaml.load((STARTER / FILES[file]).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(tree, dict)
    return tree


def paths(tree: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the tree, the outer ones too; lists are facts as a whole."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield (*path, key)
        yield from paths(value, (*path, key))


EVERYWHERE = [(file, path) for file in FILES for path in paths(read(file)) if ".".join(path) not in NO_ANSWER]


def with_unknown(file: str, path: tuple[str, ...], folder: Path) -> Path:
    shutil.copytree(STARTER, folder)
    tree = read(file)
    here: object = tree
    for step in path[:-1]:
        assert isinstance(here, dict)
        here = here[step]
    assert isinstance(here, dict)
    here[path[-1]] = "unknown"
    (folder / FILES[file]).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def test_there_is_much_that_may_be_unknown() -> None:
    assert len(EVERYWHERE) > 100


@pytest.mark.parametrize(
    ("file", "path"), EVERYWHERE, ids=lambda part: ".".join(part) if isinstance(part, tuple) else part
)
def test_a_site_with_an_unknown_fact_is_built_as_a_draft(file: str, path: tuple[str, ...], tmp_path: Path) -> None:
    checked = check(load(with_unknown(file, path, tmp_path / "site")), date(2026, 11, 22))
    assert [finding for finding in checked.findings if finding.level is Level.ERROR] == []
    assert all(case.notice.waiting for case in checked.cases)
    compositions = tuple(
        Composition(case.notice, one.document) for case in checked.cases for one in case.composed.values()
    )
    artifacts = render(checked.loaded.site, compositions, None, html_only=True)
    assert verify(artifacts, checked.cases) == ()
