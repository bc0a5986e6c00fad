"""Where the owner's words say what a pattern looks for: the place exactly, and only in fields that a rule reads."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import accumulate, islice

from notice.findings import FactPath, Span
from notice.rules.rule import Fault, RuleContext
from notice.rules.wording.patterns import hits, small_letters
from notice.rules.wording.patterns.traits import Trait, traits
from notice.words import Layer, Words

DATED = (Trait.PAST, Trait.QUOTED)
"""Under these a term of a repealed act or a former name is told as history, and needs no other word."""

_PROPER_NAME = re.compile(
    r"(?:\b[A-ZÅÄÖ][\w.-]*\s+(?:&\s+)?){1,6}(?:Oyj?|Abp?|Ltd|Limited|Inc|LLC|GmbH|Ky|Tmi|ry|rf)\b"
    r"|\b[A-ZÅÄÖ][\w-]*(?:katu|tie|kuja|polku|gatan|vägen|gränden|stigen|[Ss]treet|[Rr]oad)\s+\d+"
)
"""A company's or a street's name: a word in it says nothing of the processing."""

_LONGEST_NAME = 120

Where = Callable[[FactPath], bool]
"""Whether a word at this path is read by the rule."""

_OF_NAMES = frozenset({"L019"})
"""Rules that look for a company's own name."""

_FACTUAL = frozenset(
    {"activities", "cookie-categories", "cookie-purposes", "cookies", "criteria", "data", "description", "durations"}
    | {"events", "mechanisms", "people", "recipients", "safeguards", "sources"}
)
_OF_RIGHTS = frozenset({"channels", "description", "identifications", "mail", "rights", "texts", "withdrawals"})
_RECEIVING = frozenset({"activities", "description", "recipients", "safeguards", "texts"})


def anywhere(path: FactPath) -> bool:
    """Every word but an address's part, and the history, which tells of what is past."""
    return path[0] not in {"history", "slug"}


def factual(path: FactPath) -> bool:
    """Words that state what is done with data; of rights and consequences the law itself says may and can."""
    return path[0] in _FACTUAL or of_purpose(path) or path[:2] == ("texts", "transfers")


def of_purpose(path: FactPath) -> bool:
    """The name, text or interest of a purpose."""
    return path[0] == "purposes" and path[-1] != "consequence"


def of_recipient(path: FactPath) -> bool:
    """Words that say who receives data."""
    return path[0] in _RECEIVING or of_purpose(path)


def of_keeping(path: FactPath) -> bool:
    """What starts or ends a time of keeping."""
    return path[0] in {"criteria", "events", "durations"}


def of_rights(path: FactPath) -> bool:
    """What is said of requests, rights and the complaint; a copy of a licence may well be among the data."""
    return path[0] in _OF_RIGHTS


def found(
    context: RuleContext,
    code: str,
    where: Where,
    message: str,
    help: str = "write “{write}”",
    spares: Collection[Trait] = (),
) -> Iterator[Fault]:
    """A fault for each place where the owner's words hold what the code's patterns look for.

    `{found}` in the message is the owner's own words, `{write}` in the help the pattern's. Words whose sentence has
    one of the properties `spares` are passed over.
    """
    for words in context.words.values():
        for path, text, layer in _suspect(words):
            for hit in hits(words.language, text).get(code, ()) if where(path) else ():
                if code not in _OF_NAMES and _in_a_name(text, hit.start, hit.end):
                    continue
                if spares and traits(words.language, small_letters(text), hit.start, hit.end, spares):
                    continue
                said = " ".join(text[hit.start : hit.end].split())
                at = place(layer, path, text, hit.start, hit.end)
                yield Fault((), message.format(found=said), "", help.format(write=hit.write), span=at)


def _in_a_name(text: str, start: int, end: int) -> bool:
    near = _PROPER_NAME.finditer(text, max(0, start - _LONGEST_NAME), end + _LONGEST_NAME)
    return any(name.start() <= start and end <= name.end() for name in near)


@lru_cache(maxsize=64)
def _suspect(words: Words) -> tuple[tuple[FactPath, str, Layer], ...]:
    """The owner's words that hold anything that some rule looks for: few, where every rule would read them all."""
    return tuple(one for one in words.owned if hits(words.language, one[1]))


def place(layer: Layer, path: FactPath, text: str, start: int, end: int) -> Span:
    """Where `text[start:end]` stands in the owner's file; the whole word's place where an escape hides it."""
    whole = layer.spans.get(path, Span(layer.file))
    begins = [0, *accumulate(len(line) for line in layer.source.splitlines(keepends=True))]
    if whole.line >= len(begins):
        return whole
    same = re.compile(r"\s+".join(map(re.escape, text[start:end].split())))
    before = sum(1 for _ in same.finditer(text, 0, end)) - 1
    first = begins[whole.line - 1] + whole.column - 1
    at = next(islice(same.finditer(layer.source, first, _limit(layer, whole, begins)), before, None), None)
    if at is None:
        return whole
    (line, column), (end_line, end_column) = (_position(begins, offset) for offset in at.span())
    return Span(layer.file, line, column, end_line, end_column)


def _limit(layer: Layer, whole: Span, begins: list[int]) -> int:
    """Where the next word of the file begins."""
    starts = ((one.line, one.column) for one in layer.spans.values())
    line, column = min((one for one in starts if one > (whole.line, whole.column)), default=(len(begins), 1))
    return begins[line - 1] + column - 1


def _position(begins: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(begins, offset)
    return line, offset - begins[line - 1] + 1
