"""A misspelt key is one finding, at its place: nothing that follows from it is reported beside it."""

from collections.abc import Iterator

import pytest
import yaml
from rules.overlay import STARTER
from verify.two_sites import DAY

from notice.check import check
from notice.load import load
from notice.load.renaming import MODELS
from notice.model.register import Register
from notice.model.shapes import Shape, fields

REGISTER, CONTROLLER, SITE = "content/registers/customers.yaml", "content/controller.yaml", "content/site.yaml"
SHORTEST = 4
"""Letters of the shortest key that is misspelt: of a shorter one, no reader could know which was meant."""

Path = tuple[str, ...]


def tree(file: str) -> dict[str, object]:
    read = yaml.load((STARTER / file).read_bytes(), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


def keys_of(file: str) -> Iterator[Path]:
    """The path of every key of the model in the file; ids, which owners choose, are none."""
    yield from _below(tree(file), Shape(model=Register if file == REGISTER else MODELS[file]), ())


def _below(value: object, shape: Shape | None, path: Path) -> Iterator[Path]:
    if not isinstance(value, dict) or shape is None:
        return
    for key, inner in value.items():
        if shape.model is None:
            yield from _below(inner, shape.entry, (*path, key))
            continue
        if len(key) >= SHORTEST:
            yield (*path, key)
        yield from _below(inner, fields(shape.model)[key].shape, (*path, key))


def misspelt(key: str) -> str:
    """The key with two neighbouring letters exchanged."""
    at = next(at for at in range(len(key) - 2, 0, -1) if key[at] != key[at + 1])
    return key[:at] + key[at + 1] + key[at] + key[at + 2 :]


def found_with(file: str, path: Path) -> list[str]:
    """The codes of what is found in the starter with the key misspelt."""
    changed = tree(file)
    above: dict[str, object] = changed
    for step in path[:-1]:
        inner = above[step]
        assert isinstance(inner, dict)
        above = inner
    entries = [(misspelt(key) if key == path[-1] else key, value) for key, value in above.items()]
    above.clear()
    above.update(entries)
    body = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False).encode()
    return [one.code for one in check(load(STARTER, {file: body}), DAY).findings]


@pytest.mark.parametrize(
    ("file", "path"),
    [
        (REGISTER, ("purposes", "newsletter", "data")),
        (REGISTER, ("purposes", "electronic-direct-marketing", "data")),
        (REGISTER, ("cookies", "basket", "name")),
        (REGISTER, ("cookies", "choice", "purpose")),
        (REGISTER, ("purposes",)),
        (REGISTER, ("purposes", "orders", "keep")),
        (SITE, ("example",)),
    ],
)
def test_a_misspelt_key_is_one_finding(file: str, path: Path) -> None:
    assert found_with(file, path) == ["Y004"]


@pytest.mark.slow
def test_every_misspelt_key_is_one_finding() -> None:
    every = [(file, path) for file in (REGISTER, CONTROLLER, SITE) for path in keys_of(file)]
    assert len(every) > 100
    assert [(file, path, codes) for file, path in every if (codes := found_with(file, path)) != ["Y004"]] == []


@pytest.mark.parametrize("day", ["26.11.2026", "2026-02-30", "2026-11-22T10:00"])
def test_a_day_that_cannot_be_read_is_one_finding(day: str) -> None:
    changed = {**tree(REGISTER), "history": ["2026-01-01", day]}
    body = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False).encode()
    codes = [one.code for one in check(load(STARTER, {REGISTER: body}), DAY).findings]
    assert [code for code in codes if code.startswith(("Y", "P"))] == ["Y006"]
    lone = yaml.safe_dump({**changed, "history": [day]}, allow_unicode=True, sort_keys=False).encode()
    assert [one.code for one in check(load(STARTER, {REGISTER: lone}), DAY).findings] == ["Y006"]
