"""Write the schemas of a site, and the lines of its files that name them, for editors that check and complete YAML."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from notice.derive import derive
from notice.document import compose
from notice.errors import CannotRun, by_system
from notice.files import Unopened, create_file, read_file, replace_file, walk
from notice.findings import FactPath
from notice.load import Loaded, load
from notice.load.vocabulary import Term, entries
from notice.messages import refusal
from notice.schema import LARGEST_SCHEMA, is_schema, schemas
from notice.schema.modelines import FOLDER, schema_of, with_modeline
from notice.schema.words_schema import Needed, words_schema
from notice.yamlreader.source import LARGEST

SHOWN = (
    *("named", "country", "role", "usual-role", "usual-transfers", "provider", "category", "duration"),
    *("number", "usual-bases", "special", "criminal", "identity-code"),
)
"""The facts of an id that an editor shows beside its name: those that an owner chooses it by."""

_IGNORED = f"{FOLDER}/.gitignore"


def write_schemas(site: Path, language: str) -> tuple[str, ...]:
    """Write the schema of every kind of file of the site, explained in the language; their paths in the site.

    Earlier schemas are replaced. Raises `CannotRun` with nothing written where another file has the name of one.
    Git ignores the folder: every schema can be made again.
    """
    bodies = {file: _dumped(schema) for file, schema in _schemas(site, language).items()}
    try:
        there = {file for file in bodies if (site / file).exists()}
        for file in there:
            if not is_schema(read_file(site, file, LARGEST_SCHEMA)):
                raise CannotRun("no-schema", file=site / file)
        for file, body in bodies.items():
            if file in there:
                replace_file(site, file, body, LARGEST_SCHEMA)
            else:
                create_file(site, file, body)
        if not (site / _IGNORED).exists():
            create_file(site, _IGNORED, b"*\n")
    except Unopened as refused:
        raise CannotRun("unopened", folder=site, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unwritable", file=site / FOLDER, why=by_system(error)) from error
    return tuple(bodies)


def files_without_modeline(site: Path) -> tuple[str, ...]:
    """The files of the site that have a schema and no line that names one."""
    return tuple(_with_modelines(site))


def add_modelines(site: Path) -> tuple[str, ...]:
    """Put the line that names its schema at the beginning of every file that has none; the files that were changed."""
    made = _with_modelines(site)
    for file, body in made.items():
        try:
            replace_file(site, file, body, LARGEST)
        except OSError as error:
            raise CannotRun("unwritable", file=site / file, why=by_system(error)) from error
    return tuple(made)


def _with_modelines(site: Path) -> dict[str, bytes]:
    """The files without such a line, with it."""
    made: dict[str, bytes] = {}
    for file in _files(site):
        try:
            body = read_file(site, file, LARGEST)
        except (OSError, Unopened):
            continue  # `notice check` says what is wrong with it
        changed = with_modeline(body, file)
        if changed != body and len(changed) <= LARGEST:
            made[file] = changed
    return made


def _files(site: Path) -> Iterator[str]:
    """The files of the site whose schema is there."""
    try:
        for entry in walk(site, "content"):
            name = None if entry.is_folder or entry.error else schema_of(entry.file)
            if name and (site / FOLDER / name).exists():
                yield entry.file
    except Unopened as refused:
        raise CannotRun("unopened", folder=site, what=refusal(refused)) from refused


def _schemas(site: Path, language: str) -> dict[str, dict[str, Any]]:
    """Every schema of the site, by its path."""
    loaded = load(site)
    names: dict[str, dict[str, str]] = {}
    for entry in entries(site):
        names.setdefault(entry.kind, {})[entry.id] = _described(entry, language)
    made = {f"{FOLDER}/{kind}.json": schema for kind, schema in schemas(language, names).items()}
    for code, needed in _needed(loaded).items():
        made[f"{FOLDER}/words-{code}.json"] = words_schema(language, code, needed)
    return made


def _described(entry: Term, language: str) -> str:
    """The name of an id, and what it brings along: `Klarna · country: SE · usual-role: controller`."""
    facts = (f"{key}: {entry.facts[key]}" for key in SHOWN if key in entry.facts)
    return " · ".join(filter(None, [entry.names.get(language), *facts]))


def _needed(loaded: Loaded) -> dict[str, dict[FactPath, Needed]]:
    """The words that the notices look up, by language and path."""
    found: defaultdict[str, dict[FactPath, Needed]] = defaultdict(dict)
    for notice in loaded.notices:
        derived = derive(notice)
        for code in notice.languages:
            words = loaded.words[notice.id, code]
            if words.broken:
                continue
            one = compose(notice, derived, words)
            for path in one.asked:
                known = found[code].get(path, Needed(None))
                if path in one.missing:
                    found[code][path] = _lacking(known, path, notice.id, loaded)
                else:
                    found[code][path] = replace(known, now=known.now or words.find(*path))
    return found


def _lacking(known: Needed, path: FactPath, register: str, loaded: Loaded) -> Needed:
    """The word as missing in one register more, with that of the other languages."""
    others = {code: words.find(*path) for (id, code), words in loaded.words.items() if id == register}
    elsewhere = {code: word.strip() for code, word in others.items() if word}
    return replace(known, missing_in=(*known.missing_in, register), elsewhere={**elsewhere, **known.elsewhere})


def _dumped(schema: dict[str, Any]) -> bytes:
    return f"{json.dumps(schema, ensure_ascii=False, separators=(',', ':'))}\n".encode()
