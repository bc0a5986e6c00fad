"""What the source of a module of rules names: keys of the model, and messages with their arguments."""

import ast
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from notice.messages import PARTS, PLACEHOLDER
from notice.model import keys as models
from notice.model.shapes import Key

MESSAGE_AT = {"violation": 0, "missing": 0, "violation_at": 1}
"""The functions that make a violation, with the position of the message's key."""

PARAMETERS = {"violation": {"fix", "suggestion"}, "missing": set(), "violation_at": {"fix", "path", "suggestion"}}
"""Their parameters that are no arguments of a message."""

Messages = Mapping[str, Mapping[str, str]]
"""The messages of a rule by key, each with its texts."""


@dataclass(frozen=True)
class Given:
    """One call that makes a violation: its line, the message's key (None where it is computed), the arguments' names."""

    line: int
    key: str | None
    names: frozenset[str]
    within: str


def given(tree: ast.Module) -> Iterator[Given]:
    """Every call of a module that makes a violation; `within` is the function or class that has it."""
    for top in tree.body:
        for node in ast.walk(top):
            if isinstance(node, ast.Call) and (name := called(node)) in MESSAGE_AT:
                names = frozenset(one.arg for one in node.keywords if one.arg) - PARAMETERS[name]
                yield Given(node.lineno, _key(node, MESSAGE_AT[name]), names, getattr(top, "name", ""))


def called(node: ast.Call) -> str:
    """The name of the function or method that is called."""
    return getattr(node.func, "attr", "") or getattr(node.func, "id", "")


def _key(node: ast.Call, at: int) -> str | None:
    if len(node.args) <= at:
        return ""
    key = node.args[at]
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None


def reached_from(tree: ast.Module) -> Mapping[str, frozenset[str]]:
    """The functions of a module, each with the functions that lead to it, itself included."""
    uses = {
        getattr(top, "name", ""): {node.id for node in ast.walk(top) if isinstance(node, ast.Name)} for top in tree.body
    }
    reached: dict[str, set[str]] = {name: {name} for name in uses}
    for _ in uses:
        for user, used in uses.items():
            for name in used & reached.keys():
                reached[name] |= reached[user]
    return {name: frozenset(users) for name, users in reached.items()}


def constants(tree: ast.Module) -> set[str]:
    """Every text of the code: parts of an f-string too, docstrings not."""
    docstrings = {id(top.body[0].value) for top in ast.walk(tree) if _has_docstring(top)}  # type: ignore[attr-defined]
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    }


def _has_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr)


def wrong_keys(tree: ast.Module) -> list[str]:
    """The keys that a module reads facts by and that their model has not, with their lines."""
    return [
        f"line {node.lineno}: {node.value.id} has no key {node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in MODELS
        if node.attr not in MODELS[node.value.id]
    ]


MODELS: dict[str, frozenset[str]] = {
    name: frozenset(field for field, key in vars(keys).items() if isinstance(key, Key))
    for name, keys in vars(models).items()
    if name.isupper()
}
"""The names by which rules know the keys of a model, each with the model's fields."""


def wrong_messages(tree: ast.Module, rules: Mapping[str, Messages], elsewhere: Set[str]) -> list[str]:
    """What does not fit between the calls of a module and the messages of its rules, by the rules' functions.

    `elsewhere` are keys that other modules give.
    """
    return [*_unworded(tree, rules), *_never_given(rules, constants(tree) | elsewhere)]


def _unworded(tree: ast.Module, rules: Mapping[str, Messages]) -> Iterator[str]:
    users = reached_from(tree)
    for one in given(tree):
        reaching = [rules[name] for name in users[one.within] if name in rules]
        if one.key is None or not reaching:
            continue
        worded = [placeholders(messages[one.key]) for messages in reaching if one.key in messages]
        if not worded:
            yield f"line {one.line}: there is no message “{one.key}”"
        elif all(wanted != one.names for wanted in worded):
            wanted = sorted(map(sorted, worded))
            yield f"line {one.line}: the message “{one.key}” has {wanted}, the call {sorted(one.names)}"


def _never_given(rules: Mapping[str, Messages], named: Set[str]) -> Iterator[str]:
    for function, messages in rules.items():
        for key in messages:
            if key and key not in named and not any(key.endswith(f".{one}") for one in named):
                yield f"{function}: nothing gives the message “{key}”"


def placeholders(texts: Mapping[str, str]) -> frozenset[str]:
    """The placeholders of a message: of all its texts."""
    return frozenset(PLACEHOLDER.findall(" ".join(texts[part] for part in PARTS if part in texts)))
