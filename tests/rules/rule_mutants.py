"""Faults put into the modules of rules, chosen by a seed: a key, a message or an argument under another name."""

import ast
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rules.rule_source import MESSAGE_AT, MODELS, PARAMETERS, called

import notice
from notice.messages import PLACEHOLDER

PACKAGE = Path(notice.__file__).parent

PLACEHOLDERS = 0.5
"""The share of placeholders among the faults of texts that have any."""

Tree = dict[str, object]
"""Messages as their file has them."""


@dataclass(frozen=True)
class Mutant:
    """In a module, at a line and column, the text `old` became `new`."""

    file: str
    line: int
    column: int
    old: str
    new: str
    kind: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.old} -> {self.new}"

    def source(self) -> str:
        """The module with the fault."""
        lines = (PACKAGE / self.file).read_text(encoding="utf-8").splitlines(keepends=True)
        before, after = lines[self.line - 1][: self.column], lines[self.line - 1][self.column :]
        assert after.startswith(self.old), self
        lines[self.line - 1] = before + self.new + after.removeprefix(self.old)
        return "".join(lines)


def mutants(count: int, seed: int) -> list[Mutant]:
    """As many faults of each of the kinds as of the others, in places chosen at random."""
    chance = random.Random(seed)
    found: dict[str, list[Mutant]] = {}
    for path in sorted((PACKAGE / "rules").rglob("*.py")):
        for mutant in _of_module(path, chance):
            found.setdefault(mutant.kind, []).append(mutant)
    each = count // len(found)
    return [mutant for kind in sorted(found) for mutant in chance.sample(found[kind], each)]


def _of_module(path: Path, chance: random.Random) -> Iterator[Mutant]:
    source = path.read_text(encoding="utf-8")
    file, tree = path.relative_to(PACKAGE).as_posix(), ast.parse(source)
    keys = [one.value for one in _keys(tree)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in MODELS:
            column = (node.end_col_offset or 0) - len(node.attr)
            line = node.end_lineno or node.lineno
            yield Mutant(file, line, column, node.attr, misspelt(node.attr, chance), "key")
        if isinstance(node, ast.Call) and called(node) in MESSAGE_AT:
            for one in node.keywords:
                if one.arg and one.arg not in PARAMETERS[called(node)]:
                    wrong = misspelt(one.arg, chance)
                    yield Mutant(file, one.lineno, one.col_offset, one.arg, wrong, "argument")
    for key in _keys(tree):
        others = [other for other in keys if other != key.value] or ["none-of-them"]
        yield Mutant(file, key.lineno, key.col_offset + 1, key.value, misspelt(key.value, chance), "message")
        yield Mutant(file, key.lineno, key.col_offset + 1, key.value, chance.choice(others), "other message")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) == "rule":
            for cite in node.args[1:]:
                name = str(ast.literal_eval(cite))
                yield Mutant(file, cite.lineno, cite.col_offset + 1, name, misspelt(name, chance), "citation")


class _Key(ast.Constant):
    value: str


def _keys(tree: ast.Module) -> list[_Key]:
    """The keys of messages that are written out; none is empty."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in MESSAGE_AT]
    at = [node.args[MESSAGE_AT[called(node)]] for node in calls if len(node.args) > MESSAGE_AT[called(node)]]
    return [key for key in at if isinstance(key, ast.Constant) and key.value]  # type: ignore[misc]


def misworded(messages: Tree, chance: random.Random) -> tuple[str, Tree]:
    """The messages of a language with one name misspelt: a rule's, a message's, a part's or a placeholder's."""
    path, text = chance.choice(list(_leaves(messages)))
    names = PLACEHOLDER.findall(text)
    if names and chance.random() < PLACEHOLDERS:
        old, new = f"{{{(name := chance.choice(names))}}}", f"{{{misspelt(name, chance)}}}"
        changed = _changed(messages, path, lambda key, value: (key, str(value).replace(old, new)))
        return f"{'.'.join(path)}: {old} -> {new}", changed
    part = path[: chance.randrange(len(path)) + 1]
    new = misspelt(part[-1], chance)
    return f"{'.'.join(part)} -> {new}", _changed(messages, part, lambda key, value: (new, value))


def _leaves(tree: Tree, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), str(value)


def _changed(tree: Tree, path: tuple[str, ...], change: Callable[[str, object], tuple[str, object]]) -> Tree:
    """The tree with the entry at the path changed, and everything else as it is."""
    first, rest = path[0], path[1:]
    changed: Tree = {}
    for key, value in tree.items():
        if key != first:
            changed[key] = value
        elif rest:
            assert isinstance(value, dict)
            changed[key] = _changed(value, rest, change)
        else:
            name, new = change(key, value)
            changed[name] = new
    return changed


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one letter too many."""
    at = chance.randrange(1, len(name) + 1)
    return name[:at] + name[at - 1] + name[at:]
