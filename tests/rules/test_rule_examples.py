"""Every rule's examples: the failing one gives its finding at its place, the passing one none."""

from itertools import product
from pathlib import Path

import pytest
import yaml
from rules.overlay import BASE, DAY, OF_ALL_LANGUAGES, REGISTER, STARTER, Examples, examples, found

from notice.check import check
from notice.languages import LANGUAGES
from notice.load import load
from notice.messages import PLACEHOLDER
from notice.reports.texts import help, sentence
from notice.rules import RULES
from notice.rules.rule import Rule

CHECKED = [rule for rule in RULES if rule.check is not None]


def test_there_are_rules_with_examples() -> None:
    assert len(CHECKED) > 30
    assert all(examples(rule).fails and examples(rule).passes for rule in CHECKED)


@pytest.mark.parametrize("site", [BASE, STARTER], ids=["the base of the examples", "the starter"])
def test_the_site_has_no_finding(site: Path) -> None:
    assert check(load(site), DAY).findings == ()


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_failing_example_gives_this_finding_and_no_other(rule: Rule, tmp_path: Path) -> None:
    shown = examples(rule)
    findings = found(shown.fails, tmp_path / "site", shown.day or DAY, besides=OF_ALL_LANGUAGES - {rule.code})
    codes = {finding.code for finding in findings}
    assert rule.code in codes
    others = codes - {rule.code}
    assert others == shown.also, f"besides {rule.code}: change the example or “Also found” in the docstring"
    for finding, language in product(findings, LANGUAGES):
        assert sentence(finding, language) and help(finding, language)
        assert not PLACEHOLDER.search(sentence(finding, language) + help(finding, language))


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_passing_example_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    assert found(examples(rule).passes, tmp_path / "site", besides=OF_ALL_LANGUAGES - {rule.code}) == ()


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_finding_stands_at_the_thing_that_lacks_the_fact(rule: Rule, tmp_path: Path) -> None:
    """The finding is at the line of the innermost fact that the example still states, in the right file.

    The example of D004 is skipped: it only removes `example: yes`, and its findings are all over the site.
    """
    if rule.code == "D004":
        pytest.skip("tests/rules/test_invented_facts.py tests its places")
    shown = examples(rule)
    site = tmp_path / "site"
    findings = found(shown.fails, site, shown.day or DAY, besides=OF_ALL_LANGUAGES - {rule.code})
    places = {(finding.span.file, finding.span.line) for finding in findings if finding.code == rule.code}
    assert places
    assert places <= _lines_touched(shown, site)


def _lines_touched(shown: Examples, site: Path) -> set[tuple[str, int]]:
    """The lines of every key on the paths that the example changes, file by file."""
    patch = yaml.load(shown.fails, Loader=yaml.BaseLoader)
    words = patch.pop("words", {})
    files = {f"content/{name}.yaml": patch.pop(name) for name in ("controller", "site", "vocabulary") if name in patch}
    files |= {f"content/{language}/{REGISTER}.yaml": tree for language, tree in words.items() if tree}
    files |= {f"content/registers/{id}.yaml": tree for id, tree in patch.pop("registers", {}).items()}
    patch |= _confirmed(patch.get("confirm", {}))
    files[f"content/registers/{REGISTER}.yaml"] = patch
    lines: set[tuple[str, int]] = set()
    for file, tree in files.items():
        node = yaml.compose((site / file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        lines |= {(file, line) for line in _deepest_lines(node, tree)}
    if any("purposes" in tree for tree in words.values() if tree) or "automated-decisions" in patch:
        lines |= {(f"content/registers/{REGISTER}.yaml", line) for line in _lines_of_words(words, site)}
    return lines


def _confirmed(confirm: dict[str, str]) -> dict[str, object]:
    """The facts under `confirm` as a tree: the finding is at the fact, where the owner corrects it."""
    tree: dict[str, object] = {}
    for name in confirm:
        *steps, last = name.split(".")
        here: dict[str, object] = tree
        for step in steps:
            here = here.setdefault(step, {})  # type: ignore[assignment]
        here[last] = ""
    return tree


def _deepest_lines(node: yaml.Node | None, patch: object) -> set[int]:
    """For each leaf of the patch, the line of the deepest key of its path that the file has."""
    if not isinstance(node, yaml.MappingNode) or not isinstance(patch, dict) or not patch:
        return {node.start_mark.line + 1} if node else {1}
    here = {key.value: (key, value) for key, value in node.value}
    lines: set[int] = set()
    for key, value in patch.items():
        if key not in here:
            lines |= {0, node.start_mark.line + 1}
            continue
        at, inner = here[key]
        below = _deepest_lines(inner, value) if isinstance(value, dict) else {inner.start_mark.line + 1}
        lines |= {at.start_mark.line + 1 if line == 0 else line for line in below}
        lines.add(at.start_mark.line + 1)
        if isinstance(inner, yaml.SequenceNode):
            lines |= {item.start_mark.line + 1 for item in inner.value}
    return {line or 1 for line in lines} if node.start_mark.line == 0 else lines


def _lines_of_words(words: dict[str, object], site: Path) -> set[int]:
    """The lines of the facts that need a missing word."""
    text = (site / f"content/registers/{REGISTER}.yaml").read_text(encoding="utf-8")
    ids = {id for tree in words.values() if isinstance(tree, dict) for things in tree.values() for id in things}
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(node, yaml.MappingNode)
    lines = set()
    for _, things in node.value:
        for key, value in things.value if isinstance(things, yaml.MappingNode) else ():
            if key.value in ids:
                lines |= {key.start_mark.line + 1}
                lines |= {inner.start_mark.line + 1 for inner, _ in value.value} if value.id == "mapping" else set()
    return lines
