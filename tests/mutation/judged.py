"""Run the check on every fault: is it found, and at its line."""

import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mutation.completed import DAY, Tree, completed, every_preset
from mutation.mutants import Mutant, mutants

from notice.check import check
from notice.findings import Finding
from notice.load import load
from notice.reports.texts import sentence


@dataclass(frozen=True)
class Verdict:
    """The result for one fault: whether one of its codes was found, and at its line; else the other findings."""

    mutant: str
    change: str
    found: bool
    at_the_line: bool
    instead: tuple[str, ...]


def findings(files: "dict[str, Tree] | object", folder: Path) -> tuple[Finding, ...]:
    """The findings of a site of these files, written below the folder as an example: its firm is invented."""
    assert isinstance(files, dict)
    for path, tree in files.items():
        tree = {**tree, "example": "yes"} if path == "content/site.yaml" else tree
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
    return check(load(folder), DAY).findings


def judge(mutant: Mutant) -> Verdict:
    """Check the site with the fault."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        found = findings(dict(mutant.files), folder)
        lines = _lines((folder / mutant.file).read_text(encoding="utf-8"), mutant.path)
    hits = [one for one in found if one.code in mutant.codes]
    there = [one for one in hits if one.span.file == mutant.file and one.span.line in lines]
    # A fact that a purpose leaves behind is reported at its own place, as are the files of an unlisted register.
    elsewhere = bool(hits) and ((mutant.path[0] == "purposes" and len(mutant.path) == 2) or "registers" in mutant.path)
    return Verdict(
        mutant.name, mutant.change, bool(hits), bool(there) or elsewhere, tuple(one.code for one in found[:6])
    )


def judge_all(step: int = 1) -> list[Verdict]:
    """Judge every fault of every register, or every `step`-th, on all cores."""
    every = [one for preset in every_preset() for one in mutants(preset)][::step]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("forkserver")) as pool:
        return list(pool.map(judge, every, chunksize=20))


def false_alarms() -> dict[str, list[str]]:
    """The findings of each complete register; none are expected."""
    alarms: dict[str, list[str]] = {}
    for preset in every_preset():
        with TemporaryDirectory() as temporary:
            found = findings(dict(completed(preset)), Path(temporary))
        alarms[preset] = [f"{one.code} {one.span.file}:{one.span.line} {sentence(one, 'en')}" for one in found]
    return alarms


def figures(verdicts: Iterable[Verdict], alarms: dict[str, list[str]]) -> dict[str, object]:
    """The figures in `docs/coverage.md`."""
    every = list(verdicts)
    by_change = Counter(one.change for one in every)
    found = Counter(one.change for one in every if one.found)
    return {
        "registers": len(alarms),
        "faults": len(every),
        "found": sum(one.found for one in every),
        "at_the_line": sum(one.at_the_line for one in every),
        "false_alarms": sum(map(len, alarms.values())),
        "by_change": {change: [found[change], number] for change, number in sorted(by_change.items())},
    }


def _lines(text: str, path: tuple[str, ...]) -> set[int]:
    """The lines of every remaining key on the path, and of the value at its end."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    lines = {1}
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pairs = {key.value: (key, value) for key, value in node.value}
            key, value = pairs.get(step) or pairs.get(f"{step}x") or (None, None)
            if key is None or value is None:
                return lines
            lines |= {key.start_mark.line + 1, value.start_mark.line + 1}
            node = value
        elif isinstance(node, yaml.SequenceNode) and int(step) < len(node.value):
            node = node.value[int(step)]
            lines.add(node.start_mark.line + 1)
        else:
            return lines
    return lines | ({*range(node.start_mark.line + 1, node.end_mark.line + 1)} if node else set())
