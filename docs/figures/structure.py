"""Measure the structure of one or more checkouts: size, imports, caches, and how many files a value passes through.

    python docs/figures/structure.py . ../an-older-checkout

Each checkout is measured by the same count, in a process of its own. A file is on the walk of a value when one of its
functions takes or returns the value itself, or something that contains it directly: a text, a tuple, a mapping or a
small record, at most two levels deep. What merely passes a whole notice, document or site on is not counted.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

WALKS = Path(__file__).with_name("walks.py")


def main(checkouts: list[str]) -> None:
    """Print a table with one column for each checkout."""
    rows = [figures(Path(checkout).resolve()) for checkout in checkouts]
    width = max(map(len, rows[0]))
    for name in rows[0]:
        print(name.ljust(width), *(str(row[name]).rjust(10) for row in rows))


def figures(checkout: Path) -> dict[str, object]:
    """Every figure of one checkout, by name."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((checkout / "notice").rglob("*.py"))}
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in trees]
    modules = {_module(path, checkout): tree for path, tree in trees.items()}
    ran = subprocess.run(
        [sys.executable, str(WALKS), str(checkout)], check=True, capture_output=True, text=True, cwd=checkout
    )
    return {
        "files": len(trees),
        "lines": sum(lengths),
        "median lines of a file": median(lengths),
        "largest file": max(lengths),
        "longest chain of imports": len(longest_chain(modules)),
        "own imports inside functions": sum(1 for tree in trees.values() for _ in _inner_imports(tree)),
        "caches": sum(1 for tree in trees.values() for _ in _cached(tree)),
        "caches keyed by identity": sum(1 for _ in _cached_by_identity(list(trees.values()))),
        **json.loads(ran.stdout),
    }


def longest_chain(modules: dict[str, ast.Module]) -> list[str]:
    """The longest chain of modules of which each imports the next at its top."""
    known: dict[str, list[str]] = {}

    def chain(name: str, above: tuple[str, ...]) -> list[str]:
        if name not in known:
            below = [chain(one, (*above, name)) for one in _imports(modules[name], modules) if one not in above]
            known[name] = [name, *max(below, key=len, default=[])]
        return known[name]

    return max((chain(name, ()) for name in modules), key=len)


def _module(path: Path, checkout: Path) -> str:
    parts = path.relative_to(checkout).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(tree: ast.Module, modules: dict[str, ast.Module]) -> set[str]:
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{name.name}" for name in node.names}
            found |= {one for one in whole if one in modules} or {node.module}
            found |= {node.module} if not all(one in modules for one in whole) else set()
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found & set(modules)


def _inner_imports(tree: ast.Module) -> Iterator[ast.AST]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "notice":
                    yield node


def _cached(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = {_name(one) for one in node.decorator_list}
            if names & {"lru_cache", "cache", "cached_property"}:
                yield node


def _cached_by_identity(trees: list[ast.Module]) -> Iterator[ast.FunctionDef]:
    """Cached functions with a parameter of a class that is compared by identity."""
    by_identity = {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("eq=False" in ast.unparse(one) for one in node.decorator_list)
    }
    for tree in trees:
        for function in _cached(tree):
            if {_name(one) for one in function.decorator_list} & {"lru_cache", "cache"}:
                annotations = {ast.unparse(one.annotation) for one in function.args.args if one.annotation}
                if annotations & by_identity:
                    yield function


def _name(decorator: ast.expr) -> str:
    inner = decorator.func if isinstance(decorator, ast.Call) else decorator
    return inner.attr if isinstance(inner, ast.Attribute) else inner.id if isinstance(inner, ast.Name) else ""


if __name__ == "__main__":
    main(sys.argv[1:] or ["."])
