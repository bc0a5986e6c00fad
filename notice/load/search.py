"""Search the vocabulary: by names in any language, inflected, misspelt, in part, or by another word for the thing.

A word is compared with each word of each name. Finnish and Swedish inflect at the end and write compounds as one word,
so that what counts is how far two words begin alike, how little is left of the wanted one, and whether a compound
holds it; no dictionary is needed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from notice.data import locale, tree
from notice.findings import all_near
from notice.languages import LANGUAGES
from notice.load.vocabulary import Term, entries, normalise, standard_entries

KINDS = ("purposes", "data", "people", "recipients", "sources", "cookies", "events", "criteria", "laws", "safeguards")
"""The kinds that owners look for most, in the order in which equal hits are listed; the others follow."""

EXACT = 1.0
"""The score of a whole name."""

LEAST = 0.5
"""The least score of a hit, from 0 to 1."""

BEHIND = 0.3
"""How far a hit is behind the best one at most."""

NEAR = 0.79
"""How much alike a word is at least, where nothing is a hit."""

LONGEST_ENDING = 5
"""How many letters an inflected ending has at most: `asiakka-iden`, `rekrytoin-nissa`."""

SHORTEST_STEM = 3
"""How many letters a stem has at least."""

SURE_STEM = 5
"""How many letters in common are no chance."""

LEAST_ALIKE = 0.83
"""How much alike a misspelt word is to the word that was meant, at least."""

_WORD = re.compile(r"[^\s(),;:/“”\"·–]+")


def search(wanted: str, kind: str | None = None, site: Path | None = None) -> tuple[Term, ...]:
    """The entries that are called so in any language, the best first; empty where none is."""
    return tuple(term for score, term in ranked(wanted, kind, site) if score >= LEAST)


def ranked(wanted: str, kind: str | None = None, site: Path | None = None) -> list[tuple[float, Term]]:
    """The hits with their scores, the best first; those far behind the best one are left out."""
    words = _WORD.findall(normalise(wanted))
    if not words:
        return []
    best: dict[str, dict[str, float]] = {}
    scored = []
    for term, names in _names(site):
        if kind in (None, term.kind):
            score = max((_of_name(words, name, best) for name in names), default=0.0)
            if score >= LEAST:
                scored.append((score, term))
    scored.sort(key=lambda row: (-row[0], _rank_of_kind(row[1].kind), len(row[1].id)))
    return [row for row in scored if row[0] >= scored[0][0] - BEHIND]


def nearest_terms(wanted: str, kind: str | None = None, site: Path | None = None, most: int = 5) -> tuple[Term, ...]:
    """The entries with a word most like what is wanted, for a search without a hit."""
    words: dict[str, Term] = {}
    for term, names in _names(site):
        if kind in (None, term.kind):
            for name in names:
                words.setdefault(" ".join(name), term)
                for word in name:
                    words.setdefault(word, term)
    near = all_near(normalise(wanted), words, most, NEAR)
    return tuple({(term.kind, term.id): term for term in (words[word] for word in near)}.values())


def _of_name(words: Sequence[str], name: tuple[str, ...], known: dict[str, dict[str, float]]) -> float:
    """How well the wanted words fit a name, from 0 to 1: the mean of the words, less for what the name has beside."""
    if "".join(words) == "".join(name):
        return EXACT
    scores, used = [], set()
    for word in words:
        of_word = known.setdefault(word, {})
        score, at = 0.0, -1
        for index, other in enumerate(name):
            if other not in of_word:
                of_word[other] = likeness(word, other)
            if of_word[other] > score:
                score, at = of_word[other], index
        scores.append(score)
        used.add(at)
    mean = sum(scores) / len(scores)
    return mean - 0.08 * min(3, len(set(range(len(name))) - used)) if mean else 0.0


def likeness(wanted: str, word: str) -> float:
    """How well a wanted word, perhaps inflected or misspelt, fits the word of a name, from 0 to 1."""
    if wanted == word:
        return EXACT
    common = _common(wanted, word) if wanted[0] == word[0] else 0
    left, right = len(wanted) - common, len(word) - common
    if left <= LONGEST_ENDING and _is_ending(wanted[common:]):
        is_begun = common >= SHORTEST_STEM or common == len(wanted) > 1
        # With another end on either side, three or four letters in common are chance: `notion` is no `notice`.
        is_one_word = not (left and right) or common >= SURE_STEM or common > 0.7 * len(wanted)
        if is_begun and is_one_word and common > left:
            ending = 1 - 0.02 * (left + right) if left + right <= 2 else 0.94 - 0.03 * left
            return ending - 0.02 * right if right <= LONGEST_ENDING else ending - 0.2
        if common > SHORTEST_STEM and right < SHORTEST_STEM and (is_one_word or left > SHORTEST_STEM):
            return 0.6  # `pank-eille` of `pank-ki`
    is_last = len(word) >= SURE_STEM and wanted.endswith(word)
    return max(_within(wanted, word), _within(word, wanted) - 0.1 if is_last else 0.0, _misspelt(wanted, word))


def _is_ending(end: str) -> bool:
    """Whether an inflected word may end so in Finnish, Swedish or English; `auth-0` and `post-hog` do not."""
    return end in ("", "e", "y") or (end.isalpha() and end.endswith(_ENDINGS))


_ENDINGS = ("n", "t", "a", "s", "i", "r", "o", "lle", "ing", "ed")


def _within(wanted: str, word: str) -> float:
    """How well a compound word holds the wanted one: its last part says what it is."""
    if word.find(wanted[: max(4, len(wanted) - 3)], 1) < 0:
        return 0.0
    for cut in range(min(3, len(wanted) - 4) + 1):
        stem = wanted[: len(wanted) - cut]
        at = word.find(stem, 1)
        if at > 0 and _is_ending(wanted[len(stem) :]) and (cut < 2 or len(stem) >= SURE_STEM):
            is_last = len(word) - at - len(stem) <= 3
            return (0.74 if is_last else 0.6) - 0.04 * cut
    return 0.0


def _misspelt(wanted: str, word: str) -> float:
    if wanted[0] != word[0] or abs(len(wanted) - len(word)) > 2 or min(len(wanted), len(word)) < SURE_STEM:
        return 0.0
    matcher = SequenceMatcher(None, wanted, word, autojunk=False)
    if matcher.real_quick_ratio() < LEAST_ALIKE or matcher.quick_ratio() < LEAST_ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return 0.8 * ratio if ratio >= LEAST_ALIKE else 0.0


def _common(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _rank_of_kind(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


Named = tuple[tuple[Term, tuple[tuple[str, ...], ...]], ...]
"""Entries with their names, each as its words."""


def _names(site: Path | None) -> Named:
    every = entries(site)
    return _standard_names() if every is standard_entries() else _named(every)


@lru_cache
def _standard_names() -> Named:
    return _named(standard_entries())


def _named(every: tuple[Term, ...]) -> Named:
    others = {language: _other_words(language) for language in LANGUAGES}
    return tuple((term, tuple(_of_term(term, others))) for term in every)


def _of_term(term: Term, others: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Iterator[tuple[str, ...]]:
    """The id, the names by language, the names that are facts, and other words for the thing."""
    facts = (term.facts.get(key, "") for key in ("name", "named", "number"))
    known = (term.facts.get(key, "").split(", ") for key in ("also-known-as", "formerly"))
    texts = [term.id, *term.names.values(), *facts, *(name for names in known for name in names)]
    texts += [word for words in others.values() for word in words.get(term.kind, {}).get(term.id, ())]
    for text in dict.fromkeys(normalise(text) for text in texts):
        if words := tuple(_WORD.findall(text)):
            yield words


def _other_words(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    """Other words by which owners look for a thing, by kind and id; no notice has them."""
    return tree(locale(language) / "search.yaml")
