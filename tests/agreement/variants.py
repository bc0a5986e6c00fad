"""Variants of whole sites: each key taken away, each value another, each standard word overridden, each fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mutation.completed import completed, every_preset
from mutation.mutants import mutants
from rules.overlay import STARTER, site_with
from test_unknown_and_none import RICH
from verify.two_sites import ROOT

from notice.derive import derive
from notice.document import compose
from notice.languages import LANGUAGES
from notice.load import load

Tree = dict[str, object]
Files = Mapping[str, Tree]
Key = tuple[str, ...]

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The writer of YAML in C, where PyYAML has it: a tenth of the time of a run."""

OTHERWISE = {"yes": ("no",), "no": ("yes",)}
"""The other answer to a question."""

OWN_WORDS = ("Oma lause.", "Vår egen mening.", "Words of our own.")
"""What an owner writes in place of a standard text, in the order of `LANGUAGES`."""


@dataclass(frozen=True)
class Variant:
    """One change to a site, with the files as they are then."""

    name: str
    files: Files


@cache
def site(name: str) -> Files:
    """The files of a site by its name: `starter`, `rich`, `content` (this repository's own) or a preset's id."""
    if name == "starter":
        return _read(STARTER)
    if name == "content":
        return _read(ROOT)
    if name == "rich":
        with TemporaryDirectory() as folder:
            return _read(site_with(RICH, Path(folder) / "rich"))
    return completed(name)


SITES = ("starter", "rich", "content", *every_preset())


def variants(name: str) -> Iterator[Variant]:
    """Every variant of a site, the kinds one after another."""
    files = site(name)
    for path, tree in files.items():
        for key in _keys(tree):
            where = f"{name}: {path.removeprefix('content/')}: {'.'.join(key)}"
            yield Variant(f"{where} removed", {**files, path: _put(tree, key, None)})
            for value in ("none", "unknown", *OTHERWISE.get(str(_at(tree, key)), ())):
                yield Variant(f"{where}: {value}", {**files, path: _put(tree, key, value)})
    for words in _standard_words(name):
        yield Variant(f"{name}: {'.'.join(words)} overridden", _overridden(files, words))
    if name in every_preset():
        yield from (Variant(f"{mutant.name}", mutant.files) for mutant in mutants(name))


def write(files: Files, folder: Path) -> Path:
    """Write the files below the folder."""
    for path, tree in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(
            yaml.dump(tree, Dumper=DUMPER, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    return folder


def _read(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted((folder / "content").rglob("*.yaml"))
    }


def _keys(tree: object, path: Key = ()) -> Iterator[Key]:
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield (*path, key)
        yield from _keys(value, (*path, key))


def _at(tree: object, path: Key) -> object:
    for key in path:
        tree = tree[key] if isinstance(tree, dict) else None
    return tree


def _put(tree: Tree, path: Key, value: object) -> Tree:
    """The tree with a value at the path, or without the key where the value is None."""
    if len(path) == 1:
        return {key: inner for key, inner in {**tree, path[0]: value}.items() if inner is not None or key != path[0]}
    inner = tree.get(path[0])
    return tree | {path[0]: _put(inner if isinstance(inner, dict) else {}, path[1:], value)}


def _standard_words(name: str) -> list[Key]:
    """The paths of the package's words that the site's documents ask for."""
    with TemporaryDirectory() as folder:
        loaded = load(write(site(name), Path(folder)))
    [notice, *_] = loaded.notices
    composed = compose(notice, derive(notice), loaded.words[notice.id, "en"])
    standard = loaded.words[notice.id, "en"].layers[-1].flat
    return sorted({path for asked in composed.asked for path in (asked, (*asked, "name")) if path in standard})


def _overridden(files: Files, words: Key) -> Files:
    """The files with an owner's words in every language of the site."""
    changed = dict(files)
    for language, own in zip(LANGUAGES, OWN_WORDS, strict=True):
        path = f"content/{language}/site.yaml"
        changed[path] = _put(changed.get(path, {}), words, own)
    return changed
