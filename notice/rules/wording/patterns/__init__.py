"""Patterns of the wording rules: data with one file per language and one entry per rule, read when words are checked.

Finnish, Swedish and English inflect differently, so each language has patterns of its own, and a stem covers its
forms: `rekisteriselost\\w+` for all that Finnish makes of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from notice.data import locale, tree
from notice.rules.wording.patterns.sentences import sentence, sentence_span
from notice.rules.wording.patterns.stems import needed

_NO_WORDS = re.compile(r"\]\([^)]*\)|\b(?:https?|mailto|tel):\S+|\*+|(?<!\w)_+|_+(?!\w)")
_BEGINS = re.compile(r"(?:\(\?:)*[^\W_](?![?*{])")
_IN_A_WORD = re.compile(r"\w").match
_SPACES = re.compile(r"(?P<kept>\(\?<[!=][^)]*\)|\[[^]]*\])| (?P<may>\??)")


@dataclass(frozen=True)
class Pattern:
    """Words that a rule looks for, and what to write instead.

    `unless` spares the sentence that holds it; with `about` and `also`, only a sentence that holds one of each is
    looked at, in whatever order the words come. `despite` names traits of a sentence that do not spare these words:
    “unsigned requests are not answered” demands a signature by a negation.
    """

    find: tuple[str, ...]
    write: str = ""
    unless: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()

    @cached_property
    def needs(self) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
        """Each expression with the strings that a match of it must contain: a prefilter."""
        return tuple((find, needed(find)) for find in self.find)

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each match in a text of small letters, from left to right, none over another."""
        finds = [find for find, strings in self.needs if _may_hold(strings, text)]
        if not finds or not all(not words or _may_hold_one(words, text) for words in (self.about, self.also)):
            return
        spans = sorted((span for find in finds for span in _spans(find, text)), key=_start)
        last = 0
        for start, end in spans:
            if start >= last:
                yield start, end
                last = end

    @cached_property
    def sparing(self) -> re.Pattern[str] | None:
        """What spares a sentence, or None."""
        return re.compile("|".join(self.unless)) if self.unless else None

    @cached_property
    def subjects(self) -> tuple[re.Pattern[str], ...]:
        """Expressions that a sentence must all hold to be looked at."""
        return tuple(re.compile("|".join(words)) for words in (self.about, self.also) if words)

    def applies(self, sentence: str) -> bool:
        """Whether a sentence is looked at, and not spared."""
        if not all(subject.search(sentence) for subject in self.subjects):
            return False
        return self.sparing is None or not self.sparing.search(sentence)


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: its start and end in the text, what to write instead ("" where the rule's help says it).

    `despite` are the traits of a sentence that do not spare it. A hit is `loose` where words of one sentence, in any
    order, make it: the sentence then has no other hit of the rule.
    """

    start: int
    end: int
    write: str
    despite: tuple[str, ...] = ()
    is_loose: bool = False


@lru_cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of a language by rule code; none for a language that is not looked at."""
    file = locale(language) / "patterns.yaml"
    if not file.is_file():
        return {}
    return {code: tuple(_pattern(one) for one in entries) for code, entries in tree(file).items()}


@lru_cache(maxsize=4096)
def hits(language: str, text: str) -> Mapping[str, tuple[Hit, ...]]:
    """Where the text holds words that rules look for, by rule code, in their order: it is read once for all rules."""
    small = small_letters(text)
    found: dict[str, tuple[Hit, ...]] = {}
    for code, entries in patterns(language).items():
        if of_code := [hit for pattern in entries for hit in _of(pattern, small)]:
            found[code] = tuple(_once_a_sentence(sorted(of_code, key=lambda hit: (hit.start, hit.end)), small))
    return found


def _once_a_sentence(found: list[Hit], text: str) -> Iterator[Hit]:
    """The hits without the loose ones of a sentence that has another."""
    if not any(hit.is_loose for hit in found):
        yield from found
        return
    spans = [sentence_span(text, hit.start) for hit in found]
    firm = {span for span, hit in zip(spans, found, strict=True) if not hit.is_loose}
    for span, hit in zip(spans, found, strict=True):
        if not hit.is_loose:
            yield hit
        elif span not in firm:
            firm.add(span)
            yield hit


@lru_cache(maxsize=64)
def small_letters(text: str) -> str:
    """The text in small letters, of the same length, with addresses and marks of emphasis blanked.

    An underscore within a technical name stays: the name is one word.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _NO_WORDS.sub(lambda found: " " * len(found[0]), small)


def _wide(find: str) -> str:
    """The expression with any space or line break where it has one space between words."""
    return _SPACES.sub(lambda found: found["kept"] or (r"\s*" if found["may"] else r"\s+"), find)


def _spans(find: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each match of the expression that cuts no word."""
    search = _compiled(find).search
    at = 0
    while found := search(text, at):
        start, end = found.span()
        if start and _IN_A_WORD(text[start - 1]):
            at = start + 1
        else:
            yield start, end
            at = max(end, start + 1)


@lru_cache(maxsize=4096)
def _compiled(find: str) -> re.Pattern[str]:
    """The expression as one that ends at the end of a word.

    Where it begins with a letter, only its first letters are searched for, which is fast, and the letter before a
    match is looked at afterwards; else the expression begins at the beginning of a word.
    """
    before = "" if _BEGINS.match(find) else r"(?<!\w)"
    return re.compile(rf"{before}(?:{_wide(find)})(?!\w)")


def _may_hold(needs: tuple[tuple[str, ...], ...], text: str) -> bool:
    """Whether the text has one string of each tuple."""
    for strings in needs:
        for string in strings:
            if string in text:
                break
        else:
            return False
    return True


def _may_hold_one(finds: tuple[str, ...], text: str) -> bool:
    """Whether the text can hold a match of one of the expressions."""
    return any(_may_hold(needed(find), text) for find in finds)


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _of(pattern: Pattern, text: str) -> Iterator[Hit]:
    for start, end in pattern.matches(text):
        if pattern.applies(sentence(text, start)):
            yield Hit(start, end, pattern.write, pattern.despite, bool(pattern.also))


def _pattern(entry: Mapping[str, object]) -> Pattern:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Pattern(
        lists["find"],
        str(entry.get("write", "")),
        lists.get("unless", ()),
        lists.get("about", ()),
        lists.get("also", ()),
        lists.get("despite", ()),
    )
