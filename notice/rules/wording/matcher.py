"""Match the owner's words against the patterns of a rule, and locate each match in the file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from notice.findings import FactPath, Span, Violation, violation_at
from notice.prose import LONGEST
from notice.rules.rule import RuleContext
from notice.rules.wording.patterns import Hit, hits, small_letters
from notice.rules.wording.patterns.traits import Trait, traits
from notice.words import Layer, Words

DATED = (Trait.PAST, Trait.QUOTED)
"""Traits of a sentence that mentions a repealed act's term or a former name as history."""

_PROPER_NAME = re.compile(
    r"(?:\b[A-ZÅÄÖ][\w.-]*\s+(?:&\s+)?){1,6}(?:Oyj?|Abp?|Ltd|Limited|Inc|LLC|GmbH|Ky|Tmi|ry|rf)\b"
    r"|\b[A-ZÅÄÖ][\w-]*(?:katu|tie|kuja|polku|gatan|vägen|gränden|stigen|[Ss]treet|[Rr]oad)\s+\d+"
)
"""The name of a company or a street, whose words do not describe the processing."""

_LONGEST_NAME = 120

MOST_OF_A_TEXT = 50
"""The most findings of one rule in one text."""

Where = Callable[[FactPath], bool]
"""Whether a rule applies to the word at a path."""

_OF_NAMES = frozenset({"L019"})
"""Rules that search company names."""

_FACTUAL = frozenset(
    {"activities", "cookie-categories", "cookie-purposes", "cookies", "criteria", "data", "description", "durations"}
    | {"events", "joint-tasks", "mechanisms", "people", "profiling-effects", "recipients", "retention-ends", "roles"}
    | {"role-notes", "safeguards", "source-kinds", "sources", "techniques"}
)
_TEXTS_OF_RIGHTS = ("complaint", "limit-", "objection", "right", "unidentified", "voluntary", "rest-voluntary")
"""The beginnings of the ids of standard texts on rights and consequences."""
_OF_THINGS = frozenset(
    {"activities", "cookie-categories", "cookie-purposes", "cookies", "criteria", "data", "durations", "events", "laws"}
    | {"history", "name", "people", "purposes", "recipients", "safeguards", "slug", "source-kinds", "sources"}
)
"""Words on what is processed, where a signed form or a copy of a passport may be part of the data, and the history."""
_RECEIVING = frozenset({"activities", "description", "recipients", "safeguards", "texts"})


def anywhere(path: FactPath) -> bool:
    """Every word except the slug and the history, whose terms and names are those of its day."""
    return path[0] not in {"history", "slug"}


def stated(path: FactPath) -> bool:
    """Every word except the slug: an entry of the history may ask something of the reader, too."""
    return path[0] != "slug"


def factual(path: FactPath) -> bool:
    """Words on the processing; on rights and consequences the law itself uses “may” and “can”."""
    if path[0] == "texts":
        return not path[1].startswith(_TEXTS_OF_RIGHTS) if len(path) > 1 else False
    return path[0] in _FACTUAL or of_purpose(path)


def of_purpose(path: FactPath) -> bool:
    """The name, text or interest of a purpose."""
    return path[0] == "purposes" and path[-1] != "consequence"


def of_recipient(path: FactPath) -> bool:
    """Words on recipients."""
    return path[0] in _RECEIVING or of_purpose(path)


def of_keeping(path: FactPath) -> bool:
    """Words on the start or end of a retention period."""
    return path[0] in {"criteria", "events", "durations"}


def of_rights(path: FactPath) -> bool:
    """Every word that may speak of requests, rights and the complaint."""
    return path[0] not in _OF_THINGS


def matches(
    context: RuleContext,
    code: str,
    where: Where,
    spares: Collection[Trait] = (),
    message: str = "",
) -> Iterator[Violation]:
    """Yield a violation for each match of the code's patterns in the owner's words.

    The message has the argument `words`, the matched text. For a pattern with a text to `write` instead, that is an
    argument too, and the message is `other-words` unless another one is given. Matches in a sentence with one of the
    traits in `spares` are skipped, and so are matches after the first `MOST_OF_A_TEXT` of a text.
    """
    for language, owned in context.once("matched words", lambda: _matched(context.words.values())):
        for path, text, layer in owned:
            for hit in islice(_unspared(language, text, code, spares), MOST_OF_A_TEXT) if where(path) else ():
                matched = " ".join(text[hit.start : hit.end].split())
                span = place(layer, path, text, hit.start, hit.end)
                key = message or ("other-words" if hit.write else "")
                yield violation_at(span, key, words=matched, write=hit.write)


def _unspared(language: str, text: str, code: str, spares: Collection[Trait]) -> Iterator[Hit]:
    """The matches of the code's patterns, but for those in a name or in a sentence with a trait that spares it."""
    for hit in hits(language, text).get(code, ()):
        if code not in _OF_NAMES and _in_a_name(text, hit.start, hit.end):
            continue
        asked = tuple(trait for trait in spares if trait not in hit.despite)
        if not (asked and traits(language, small_letters(text), hit.start, hit.end, asked)):
            yield hit


def _in_a_name(text: str, start: int, end: int) -> bool:
    names = _PROPER_NAME.finditer(text, max(0, start - _LONGEST_NAME), end + _LONGEST_NAME)
    return any(name.start() <= start and end <= name.end() for name in names)


def _matched(layers: Iterable[Words]) -> list[tuple[str, list[tuple[FactPath, str, Layer]]]]:
    """The owner's words of each language that some rule's patterns match: few, so that each rule reads only these.

    A text that is too long has a finding for that, and is not searched.
    """
    return [
        (words.language, [one for one in words.owned if len(one[1]) <= LONGEST and hits(words.language, one[1])])
        for words in layers
    ]


def place(layer: Layer, path: FactPath, text: str, start: int, end: int) -> Span:
    """The place of `text[start:end]` in the owner's file; of the whole word if YAML escapes obscure the part."""
    whole = layer.spans.get(path, Span(layer.file))
    begins = layer.begins
    if whole.line >= len(begins):
        return whole
    same = re.compile(r"\s+".join(map(re.escape, text[start:end].split())))
    before = sum(1 for _ in same.finditer(text, 0, end)) - 1
    first = begins[whole.line - 1] + whole.column - 1
    at = next(islice(same.finditer(layer.source, first, _limit(layer, whole)), before, None), None)
    if at is None:
        return whole
    (line, column), (end_line, end_column) = (_position(begins, offset) for offset in at.span())
    return Span(layer.file, line, column, end_line, end_column)


def _limit(layer: Layer, whole: Span) -> int:
    """The offset at which the next word of the file begins."""
    at = bisect_right(layer.starts, (whole.line, whole.column))
    line, column = layer.starts[at] if at < len(layer.starts) else (len(layer.begins), 1)
    return layer.begins[line - 1] + column - 1


def _position(begins: Sequence[int], offset: int) -> tuple[int, int]:
    line = bisect_right(begins, offset)
    return line, offset - begins[line - 1] + 1
