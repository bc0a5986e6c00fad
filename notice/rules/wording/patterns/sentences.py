"""Sentence and clause boundaries in lower-case text."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b\d\.)(?<!\b\d\d\.)\s+(?=\S)|\n\s*\n|\n\s*[-*] ")
"""The end of a sentence; not a period after a day's number: “1. tammikuuta”."""

_CLAUSE_END = re.compile(
    r"[,;](?=\s)(?!\s+(?:että|att|that)\b)"
    r"|\b(?:vaan|mutta|utan|men|but)\b"
    r"|\bja(?=\s+(?:ne|niitä|se|sitä|emme|ei|kaikki|\w+mme)\b)"
    r"|\boch(?=\s+(?:\w+s|de|den|det|vi|du|är|har|kan|alla)\s)"
    r"|\band(?=\s+(?:are|is|was|were|do|does|will|we|it|they|you|all)\b)"
)
"""The end of a clause; not before “that”, since a negation in the main clause applies to the that-clause.

“And” ends a clause if a verb or its subject follows, but not between two nouns.
"""

_REACH = 1000
"""The most characters searched on either side of a place: keeps the time linear for a text without periods."""

_RELATIVE = re.compile(
    r"[,;]?\s*(?:jo(?:ka|ta|tka|nka|iden|ita|illa|ille|issa|ista|ihin|lla|lle|lta|ssa|sta|hon)|mi(?:kä|nkä)"
    r"|som|vars|vilke[nt]|vilka|which|whose)\b"
)


def sentence_span(text: str, place: int) -> tuple[int, int]:
    """Start and end of the sentence around a place in the text."""
    return _around(_SENTENCE_END, text, place, place, max(0, place - _REACH), min(len(text), place + _REACH))


def sentence(text: str, place: int) -> str:
    """The sentence around a place in the text."""
    start, end = sentence_span(text, place)
    return text[start:end]


def clause_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the clauses, within one sentence, that a span of the text overlaps."""
    return _around(_CLAUSE_END, text, start, end, *sentence_span(text, start))


def relative_clause(text: str, clause_end: int) -> str:
    """The relative clause directly after a clause; "" if there is none."""
    if not _RELATIVE.match(text, clause_end):
        return ""
    _, last = sentence_span(text, clause_end)
    after = next((cut.start() for cut in _CLAUSE_END.finditer(text, clause_end + 1, last)), last)
    return text[clause_end:after]


def main_clause(text: str, clause_start: int) -> str:
    """The main clause of the relative clause that starts at the place; "" for any other clause."""
    if text[clause_start - 1 : clause_start] != "," or not _RELATIVE.match(text, clause_start):
        return ""
    start, end = clause_span(text, clause_start - 2, clause_start - 1)
    return text[start:end]


def _around(cut: re.Pattern[str], text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The nearest cuts before `start` and after `end`, within the bounds."""
    for match in cut.finditer(text, first, last):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return first, match.start()
    return first, last
