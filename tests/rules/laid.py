"""Apply a rule's examples to the invented firm's complete register as a JSON merge patch: `key:` removes.

`words: {en: }` removes a whole language; `registers: {visitors: …}` adds a copy of the firm's register.
"""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent

import yaml

from notice.rules.rule import Rule

STARTER = Path(__file__).parents[2] / "notice" / "starter"
REGISTER = "customers"

Tree = dict[str, object]


@dataclass(frozen=True)
class Examples:
    """The examples of a rule's page: `fails` and `passes` as texts, the additional codes, and the day of the law."""

    fails: str
    passes: str
    fails_without: str
    fails_with: str
    also: frozenset[str]
    day: date | None = None


def examples(rule: Rule) -> Examples:
    """The examples of a rule's page; "" for a missing one."""
    return Examples(
        fails=_block(rule.page, "Fails"),
        passes=_block(rule.page, "Passes"),
        fails_without=_block(rule.page, "Fails without").strip(),
        fails_with=_block(rule.page, "Fails with").strip(),
        also=frozenset(re.findall(r"\b[A-Z]\d{3}\b", "".join(re.findall(r"Also found: (.*?)\n\n", rule.page, re.S)))),
        day=date.fromisoformat(found[1]) if (found := re.search(r"^Fails as of ([\d-]+)::", rule.page, re.M)) else None,
    )


def _block(page: str, name: str) -> str:
    found = re.search(rf"^{name}(?: as of [\d-]+)?::\n\n((?:(?:    .*)?\n?)+)", page, re.MULTILINE)
    return dedent(found[1]) if found else ""


def lay(example: str, folder: Path) -> Path:
    """Write a copy of the invented firm's site with the example applied; returns its folder."""
    shutil.copytree(STARTER, folder)
    patch = _load(example)
    for language, words in _part(patch.pop("words", {})).items():
        if words == "":
            shutil.rmtree(folder / "content" / language)
            continue
        _patch(folder / "content" / language / f"{REGISTER}.yaml", _part(words))
    for name in ("controller", "site"):
        _patch(folder / "content" / f"{name}.yaml", _part(patch.pop(name, {})))
    more = _part(patch.pop("registers", {}))
    _patch(folder / "content" / "registers" / f"{REGISTER}.yaml", patch)
    for id, its in more.items():
        _add_register(folder / "content", id, _part(its))
    return folder


def _add_register(content: Path, id: str, patch: Tree) -> None:
    """Add a register, a copy of the invented firm's with the patch applied and its own addresses."""
    for file in [*content.rglob(f"{REGISTER}.yaml")]:
        shutil.copy(file, file.with_name(f"{id}.yaml"))
        if file.parent.name != "registers":
            _patch(file.with_name(f"{id}.yaml"), {"slug": id})
    _patch(content / "registers" / f"{id}.yaml", patch)
    _patch(content / "site.yaml", {"registers": [REGISTER, id]})


def _load(text: str) -> Tree:
    return _part(yaml.load(text, Loader=yaml.BaseLoader))


def _part(tree: object) -> Tree:
    assert isinstance(tree, dict), tree
    return tree


def _patch(file: Path, patch: Tree) -> None:
    merged = _merged(_load(file.read_text(encoding="utf-8")), patch)
    if patch:
        file.write_text(yaml.safe_dump(merged, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _merged(tree: object, patch: object) -> object:
    if not isinstance(patch, dict):
        return patch
    kept = dict(tree) if isinstance(tree, dict) else {}
    for key, value in patch.items():
        if value == "":
            kept.pop(key, None)
        else:
            kept[key] = _merged(kept.get(key), value)
    return kept
