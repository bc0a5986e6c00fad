"""The schemas refuse nothing that `notice` reads, and refuse what it cannot read, by two independent validators."""

import copy
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from rules.overlay import BASE, examples, site_with
from schema.read_as_editor import as_json, built, kind_of, read
from verify.two_sites import DAY, SITES

from notice.load import load
from notice.presets import new_site, presets
from notice.rules import RULES
from notice.schema import KINDS

Ajv = Callable[[Mapping[str, Any], Sequence[tuple[str, object]]], list[list[str]]]

UNREADABLE = frozenset({"Y004", "Y005", "Y006", "Y007", "Y022"})
"""The codes of what the loader cannot read as a fact: a key, a shape, a value, an id."""

DEEPER = frozenset({"languages", "registers", "phone"})
"""The keys of whose values the loader asks more than a schema says."""


class Plain(yaml.SafeDumper):
    """Writes what is empty as nothing."""


Plain.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def facts_of(site: Path) -> Iterator[tuple[str, str, str]]:
    """The files of facts of a site, each with its kind and its text."""
    for path in sorted((site / "content").rglob("*.yaml")):
        file = path.relative_to(site).as_posix()
        if kind := kind_of(file):
            yield file, kind, path.read_text(encoding="utf-8")


def test_two_validators_agree_on_every_example_and_preset(ajv: Ajv) -> None:
    texts = [(kind, text) for site in (*SITES.values(), BASE) for _, kind, text in facts_of(site)]
    texts += [(kind, text) for path, text in new_site(presets(), DAY).items() if (kind := kind_of(path))]
    own = built("fi", SITES["kalvokeskus"])
    values = [(kind, tree) for kind, text in texts for tree in read(text)]
    assert len(values) > 30
    assert [found for found in ajv(own, values) if found] == []
    for kind, tree in values:
        assert [error.message for error in Draft202012Validator(own[kind]).iter_errors(tree)] == []


@cache
def validators() -> dict[str, Draft202012Validator]:
    return {kind: Draft202012Validator(built()[kind]) for kind in KINDS}


def mutants(tree: object, random: random.Random, number: int) -> Iterator[tuple[tuple[object, ...], object]]:
    """Copies of a tree in which one value or key is another, each with the path of what was changed."""
    places = [*paths(tree)]
    for _ in range(number):
        path = random.choice(places)
        mutant = copy.deepcopy(tree)
        holder: Any = mutant
        for step in path[:-1]:
            holder = holder[step]
        what = random.choice(["key", "unknown", "none", "empty", "word", "list", "mapping"])
        if what == "key" and isinstance(holder, dict):
            holder[f"{path[-1]}x"] = holder.pop(path[-1])
        else:
            new: Any = {"word": "Zz zz", "list": [["a"]], "mapping": {"zz": "a"}, "empty": None}.get(what, what)
            holder[path[-1]] = new
        yield (*path, what), mutant


def paths(tree: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    if path:
        yield path
    for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from paths(value, (*path, step))


def unreadable(file: str, text: str) -> list[str]:
    """What the loader cannot read in a file of the base that has another text."""
    found = load(BASE, {file: text.encode()}).findings
    return [f"{one.code} {one.span.line}" for one in found if one.code in UNREADABLE and one.span.file == file]


def is_deeper(path: tuple[object, ...], found: list[str]) -> bool:
    """Whether only the loader finds the fault: in the rest of the site, an empty item, or a mark where it is no answer."""
    of_references = path[-1] == "key" and all(one.startswith("Y007") for one in found)
    of_an_item = isinstance(path[-2], int) and path[-1] in ("empty", "unknown")
    return of_references or of_an_item or path[-1] == "none" or bool(DEEPER & {*path})


@pytest.mark.parametrize("seed", range(3))
def test_a_mutated_fact_is_refused_where_the_loader_cannot_read_it_and_nowhere_else(seed: int, ajv: Ajv) -> None:
    chosen = random.Random(seed)
    cases = []
    for file, kind, text in facts_of(BASE):
        for path, mutant in mutants(yaml.load(text, Loader=yaml.BaseLoader), chosen, 20):
            shown = yaml.dump(mutant, Dumper=Plain, allow_unicode=True, sort_keys=False)
            cases.append((f"{file} {path}", path, kind, as_json(mutant), unreadable(file, shown)))
    refused = [bool([*validators()[kind].iter_errors(tree)]) for _, _, kind, tree, _ in cases]
    assert refused == [bool(found) for found in ajv(built(), [(kind, tree) for _, _, kind, tree, _ in cases])]
    assert sum(refused) > 20
    for (name, path, _, _, found), is_refused in zip(cases, refused, strict=True):
        assert is_refused == bool(found) or (not is_refused and is_deeper(path, found)), (name, found)


@pytest.mark.slow
def test_the_schemas_take_the_examples_of_every_rule_that_notice_reads(ajv: Ajv, tmp_path: Path) -> None:
    values, readable, alarms = [], [], []
    for rule in RULES:
        if rule.check is None:
            continue
        for name in ("fails", "passes"):
            site = site_with(getattr(examples(rule), name), tmp_path / f"{rule.code}-{name}")
            found = {(one.code in UNREADABLE, one.span.file) for one in load(site).findings}
            files = [(file, kind, next(read(text))) for file, kind, text in facts_of(site)]
            are_readable = [(f"{rule.code} {name} {file}", (True, file) not in found) for file, _, _ in files]
            if (site / "content/vocabulary.yaml").is_file():
                own = ajv(built("en", site), [(kind, tree) for _, kind, tree in files])
                alarms += [
                    (one, faults)
                    for (one, is_readable), faults in zip(are_readable, own, strict=True)
                    if is_readable and faults
                ]
                continue
            values += [(kind, tree) for _, kind, tree in files]
            readable += are_readable
    refused = ajv(built(), values)
    assert len(values) > 1000
    alarms += [
        (name, faults) for (name, is_readable), faults in zip(readable, refused, strict=True) if is_readable and faults
    ]
    assert alarms == []
