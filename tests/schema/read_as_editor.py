"""The schemas, and YAML as an editor reads it: with typed scalars, and with text scalars only."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from notice.load.vocabulary import entries
from notice.schema import KINDS, schemas


class Core(yaml.SafeLoader):
    """YAML 1.2 core schema, as in editors: numbers, `true`, `false`, `null` are typed; `yes`, `no` and dates are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)$"), ["n", "~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))


Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(str(node.value)))


def read(text: str) -> Iterator[Any]:
    """The YAML with typed scalars, as in an editor, and with text scalars only."""
    yield as_json(yaml.load(text, Loader=Core))
    yield as_json(yaml.load(text, Loader=yaml.BaseLoader))


def as_json(tree: object) -> object:
    if isinstance(tree, dict):
        return {str(key): as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_json(value) for value in tree]
    return None if tree == "" else tree


@cache
def names(language: str, site: Path | None = None) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in entries(site):
        found.setdefault(entry.kind, {})[entry.id] = entry.names.get(language, "")
    return found


@cache
def built(language: str = "en", site: Path | None = None) -> dict[str, Any]:
    return schemas(language, names(language, site))


def faults(kind: str, text: str, schema: dict[str, Any] | None = None) -> list[str]:
    validator = Draft202012Validator(schema or built()[kind])
    return [f"{error.json_path}: {error.message[:120]}" for tree in read(text) for error in validator.iter_errors(tree)]


def kind_of(path: str) -> str | None:
    return next((kind for kind, (_, files) in KINDS.items() if re.fullmatch(files.replace("*", "[^/]+"), path)), None)
