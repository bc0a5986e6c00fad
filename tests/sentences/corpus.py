"""The corpus: sentences as privacy notices have them, each with its field, its verdict and its rule.

A sentence is a `fault` where the rule must find it, and `lawful` where no wording rule has a finding of it; a lawful
sentence names the rule whose faults it resembles. `clear` are the usual words, `paraphrase` others for the same.
One third is set aside: patterns are written against the rest, and the set-aside third is scored only to report it.

The second set is another hand's, written without sight of the patterns or of the first set; `plain` instead of a rule
marks an ordinary sentence that resembles no fault. The third set was written after the patterns had been changed.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

LANGUAGES = ("fi", "sv", "en")
SEED = "sentences of 2026-11-28"
FIRST = Path(__file__).parent


@dataclass(frozen=True)
class Sentence:
    """One sentence of the corpus; `field` is the word or fact that it is the value of."""

    language: str
    says: str
    field: str
    verdict: str
    rule: str
    kind: str
    set_aside: bool

    @property
    def is_fault(self) -> bool:
        """Whether the rule must find it."""
        return self.verdict == "fault"


def sentences(*languages: str) -> list[Sentence]:
    """The sentences of the languages, all where none is named."""
    return [one for language in languages or LANGUAGES for one in _of(language, FIRST)]


def second(*languages: str) -> list[Sentence]:
    """The sentences of the second set, of all languages where none is named."""
    return [one for language in languages or LANGUAGES for one in _of(language, FIRST / "second")]


def third(*languages: str) -> list[Sentence]:
    """The sentences of the third set, of all languages where none is named."""
    return [one for language in languages or LANGUAGES for one in _of(language, FIRST / "third")]


def _of(language: str, folder: Path) -> list[Sentence]:
    entries = yaml.safe_load((folder / f"{language}.yaml").read_text(encoding="utf-8"))
    return [
        Sentence(
            language,
            entry["says"],
            entry["field"],
            entry["verdict"],
            entry["rule"],
            entry["kind"],
            bool(entry.get("set-aside")),
        )
        for entry in entries
    ]


def drawn(corpus: Iterable[Sentence]) -> set[Sentence]:
    """The third that the seed draws from each group of one language, verdict and rule."""
    groups: dict[tuple[str, str, str], list[Sentence]] = defaultdict(list)
    for sentence in corpus:
        groups[sentence.language, sentence.verdict, sentence.rule].append(sentence)
    return {one for group in groups.values() for one in sorted(group, key=_lot)[: round(len(group) / 3)]}


def _lot(sentence: Sentence) -> str:
    return hashlib.sha256(f"{SEED}\n{sentence.says}".encode()).hexdigest()
