"""The package's vocabulary with a site's own terms over it, and the entries of both with their names."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from notice.data import tree_of_folder
from notice.errors import CannotRun, Clause
from notice.languages import LANGUAGES
from notice.law.authorities import AUTHORITIES
from notice.load.facts import part
from notice.load.source_files import SourceFiles, words_of
from notice.model.fields import Duration, Facts
from notice.model.vocabulary import Vocabulary
from notice.words import Words, standard
from notice.yamlreader import Reading


@lru_cache
def standard_vocabulary() -> Vocabulary:
    """The vocabulary that the package ships."""
    return Vocabulary.model_validate(_emptied(tree_of_folder(files("notice") / "vocabulary")))


def with_own_terms(standard: Vocabulary, own: Vocabulary) -> Vocabulary:
    """Every term of both; where both have an id, what the owner states of it holds, and the package's rest."""
    kinds = Vocabulary.model_fields
    merged: dict[str, Any] = {kind: _merged(getattr(standard, kind), getattr(own, kind)) for kind in kinds}
    return Vocabulary.model_construct(**merged)


def _merged(standard: Mapping[str, Facts], own: Mapping[str, Facts]) -> dict[str, Facts]:
    merged = dict(standard)
    for id, term in own.items():
        stated = {name: getattr(term, name) for name in term.model_fields_set if getattr(term, name) is not None}
        merged[id] = standard[id].model_copy(update=stated) if id in standard else term
    return merged


def _emptied(tree: object) -> object:
    """BaseLoader reads an empty value as "", and empty is missing."""
    if isinstance(tree, dict):
        return {key: _emptied(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_emptied(value) for value in tree]
    return None if tree == "" else tree


TERMS = "content/vocabulary.yaml"


@dataclass(frozen=True)
class Term:
    """One id: its kind as the YAML names it, its names by language, and its facts, ready to print.

    `own` are those that a site declares itself.
    """

    kind: str
    id: str
    names: Mapping[str, str]
    facts: Mapping[str, str]
    own: bool = False


def entries(site: Path | None = None) -> tuple[Term, ...]:
    """Every id of the package's vocabulary, by kind, and of the site's own where it declares any."""
    vocabulary, own, words = _known(site)
    return _entries(vocabulary, own, words) if site and vocabulary is not standard_vocabulary() else standard_entries()


@lru_cache
def standard_entries() -> tuple[Term, ...]:
    """Every id of the package's vocabulary, by kind."""
    return _entries(*_known(None))


def _entries(vocabulary: Vocabulary, own: Vocabulary, words: Mapping[str, Words]) -> tuple[Term, ...]:
    found = []
    for field, info in type(vocabulary).model_fields.items():
        kind = str(info.alias)
        things: dict[str, Mapping[str, str]] = {id: facts_of(one) for id, one in getattr(vocabulary, field).items()}
        if kind == "authorities":
            things |= {id: {"country": one.country, "website": one.website} for id, one in AUTHORITIES.items()}
        for id, facts in sorted(things.items()):
            names = {language: (one.find(kind, id) or "").strip() for language, one in words.items()}
            found.append(Term(kind, id, names, facts, id in getattr(own, field)))
    return tuple(found)


def own_and_standard(site: Path | None = None) -> Vocabulary:
    """The package's vocabulary, with the site's own terms over it."""
    return _known(site)[0]


def _known(site: Path | None) -> tuple[Vocabulary, Vocabulary, dict[str, Words]]:
    """The whole vocabulary, the site's own part of it, and the words of both."""
    files = SourceFiles(site or Path())
    if site is None or not _is_there(files.reading(TERMS, optional=True)):
        words = {language: Words(language, (standard(language),)) for language in LANGUAGES}
        return standard_vocabulary(), Vocabulary(), words
    own = part(Vocabulary, files.reading(TERMS), ()).facts
    # The words of all registers: an id that only one of them words is found by the id.
    words = {language: words_of(language, "site", files) for language in LANGUAGES}
    unopened = next((one for one in files.findings if one.code in ("Y014", "Y024")), None)
    if unopened:
        path = (unopened.code, *filter(None, unopened.key.split(".")), "message")
        raise CannotRun("unopened", folder=site, what=Clause(path, dict(unopened.arguments)))
    return with_own_terms(standard_vocabulary(), own), own, words


def _is_there(reading: Reading) -> bool:
    """True for a file that exists, whether or not it could be read."""
    return bool(reading.places or reading.findings)


def normalise(text: str) -> str:
    """The text in small letters, without dots and rings above them, its hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).replace("-", " ").split())


def facts_of(term: Facts) -> dict[str, str]:
    """What a term states, each fact as one text by its key."""
    return dict(_stated(term))


def _stated(term: Facts) -> Iterator[tuple[str, str]]:
    for name, info in type(term).model_fields.items():
        text = _text(getattr(term, name))
        if text:
            yield str(info.alias), text


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Duration):
        return f"{value.amount} {value.unit}{'' if value.amount == 1 else 's'}"
    if isinstance(value, Facts):
        return ", ".join(f"{key} {text}" for key, text in _stated(value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_text(inner)}".strip() for key, inner in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(filter(None, map(_text, value)))
    return value.isoformat() if isinstance(value, date) else str(value)
