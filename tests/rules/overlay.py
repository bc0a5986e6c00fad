"""Apply a rule's examples to the complete site in `base/` as a JSON merge patch: `key:` removes.

`words: {en: }` removes a whole language; `registers: {visitors: …}` adds a register like the base's; `vocabulary:` has
the owner's own terms.
"""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent

import yaml

import notice.check
from notice.check import check
from notice.findings import Finding
from notice.load import load
from notice.rules.rule import Rule

DAY = date(2026, 11, 22)

BASE = Path(__file__).parent / "base"
"""The site of an invented firm that no rule finds a fault in; the starter's facts when it was made, and apart from it."""

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
        day=date.fromisoformat(stated[1])
        if (stated := re.search(r"^Fails as of ([\d-]+)::", rule.page, re.M))
        else None,
    )


def _block(page: str, name: str) -> str:
    found = re.search(rf"^{name}(?: as of [\d-]+)?::\n\n((?:(?:    .*)?\n?)+)", page, re.MULTILINE)
    return dedent(found[1]) if found else ""


def site_with(example: str, folder: Path) -> Path:
    """A copy of the base with the example overlaid."""
    shutil.copytree(BASE, folder)
    patch = _load(example)
    for language, words in _part(patch.pop("words", {})).items():
        if words == "":
            shutil.rmtree(folder / "content" / language)
            continue
        _patch(folder / "content" / language / f"{REGISTER}.yaml", _part(words))
    for name in ("controller", "site", "vocabulary"):
        _patch(folder / "content" / f"{name}.yaml", _part(patch.pop(name, {})))
    more = _part(patch.pop("registers", {}))
    _patch(folder / "content" / "registers" / f"{REGISTER}.yaml", patch)
    for id, its in more.items():
        _add_register(folder / "content", id, _part(its))
    return folder


OF_ALL_LANGUAGES = frozenset({"T025"})
"""The rule on standard sentences that are replaced in some languages only: an example words one, where one will do."""


def found(
    example: str, folder: Path, day: date = DAY, *, besides: frozenset[str] = OF_ALL_LANGUAGES
) -> tuple[Finding, ...]:
    """What is found in the base with the example overlaid, without what a rule finds in the base itself.

    A rule too strict for the base fails where the base is tested, and not in the examples of all other rules; nor are
    the codes `besides` what an example is about.
    """
    left_out = _codes_of_base(vars(notice.check)["RULES"]) | besides
    return tuple(one for one in check(load(site_with(example, folder)), day).findings if one.code not in left_out)


@cache
def _codes_of_base(rules: tuple[Rule, ...]) -> frozenset[str]:
    """The codes that these rules give for the base on the day of the tests: none, unless one is too strict for it."""
    return frozenset(finding.code for finding in check(load(BASE), DAY).findings)


def _add_register(content: Path, id: str, patch: Tree) -> None:
    """Add a register, a copy of the base's with the patch applied and its own addresses."""
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
    merged = _merged(_load(file.read_text(encoding="utf-8")) if file.is_file() else {}, patch)
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
