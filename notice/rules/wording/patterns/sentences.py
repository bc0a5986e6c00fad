"""Sentence and clause boundaries in a text of small letters."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b\d\.)(?<!\b\d\d\.)\s+(?=\S)|\n\s*\n|\n\s*[-*] ")
"""The number before the period is a day: “1. tammikuuta” goes on."""

_CLAUSE_END = re.compile(
    r"[,;](?=\s)(?!\s+(?:että|att|that)\b)"
    r"|\b(?:vaan|mutta|utan|men|but)\b"
    r"|\bja(?=\s+(?:ne|niitä|se|sitä|emme|ei|kaikki|\w+mme)\b)"
    r"|\boch(?=\s+(?:\w+s|de|den|det|vi|du|är|har|kan|alla)\s)"
    r"|\band(?=\s+(?:are|is|was|were|do|does|will|we|it|they|you|all)\b)"
)
"""A clause with “that” stays with the clause that it completes: a negation there reaches it.

“And” parts clauses where a verb or its subject follows; between two nouns it does not.
"""

_REACH = 1000
"""Letters looked at on either side of a place: a text without periods is read in linear time."""

_RELATIVE = re.compile(
    r"[,;]?\s*(?:jo(?:ka|ta|tka|nka|iden|ita|illa|ille|issa|ista|ihin|lla|lle|lta|ssa|sta|hon)|mi(?:kä|nkä)"
    r"|som|vars|vilke[nt]|vilka|which|whose)\b"
)


def sentence_span(text: str, place: int) -> tuple[int, int]:
    """Start and end of the sentence in which a place of the text lies."""
    return _around(_SENTENCE_END, text, place, place, max(0, place - _REACH), min(len(text), place + _REACH))


def sentence(text: str, place: int) -> str:
    """The sentence in which a place of the text lies."""
    start, end = sentence_span(text, place)
    return text[start:end]


def clause_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the clauses, within one sentence, over which a stretch of the text reaches."""
    return _around(_CLAUSE_END, text, start, end, *sentence_span(text, start))


def relative_clause(text: str, clause_end: int) -> str:
    """The relative clause that follows directly on a clause; "" where none does."""
    if not _RELATIVE.match(text, clause_end):
        return ""
    _, last = sentence_span(text, clause_end)
    after = next((cut.start() for cut in _CLAUSE_END.finditer(text, clause_end + 1, last)), last)
    return text[clause_end:after]


def main_clause(text: str, clause_start: int) -> str:
    """The clause that a relative clause, which starts at the place, belongs to; "" for any other clause."""
    if text[clause_start - 1 : clause_start] != "," or not _RELATIVE.match(text, clause_start):
        return ""
    start, end = clause_span(text, clause_start - 2, clause_start - 1)
    return text[start:end]


def _around(cut: re.Pattern[str], text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The nearest cuts before `start` and after `end`, within the bounds."""
    for found in cut.finditer(text, first, last):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            return first, found.start()
    return first, last
