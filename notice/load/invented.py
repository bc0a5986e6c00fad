"""The values of a site that cannot be a real controller's: sample facts left in place, and reserved domains."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from notice.findings import FactPath, Span
from notice.load.facts import Part
from notice.load.samples import sample_in, samples
from notice.model.domains import addresses, is_reserved
from notice.model.site import Invented
from notice.model.stated import stated_texts
from notice.words import Words

_FOR_EXAMPLE = re.compile(
    r"(?:esim\.|esimerkiksi|muodossa|t\.\s?ex\.|till exempel|exempelvis|i formen"
    r"|e\.g\.|for example|such as|in the form)"
    r"[\s“”\"'(:,]*$",
    re.IGNORECASE,
)
"""What comes before an address that only shows a form: “in the form name@example.com”."""


def in_facts(part: Part[Any], prefix: FactPath) -> Iterator[Invented]:
    """The invented values among the facts of one file."""
    for path, text, _ in stated_texts(part.facts):
        place = _nearest(part, (*prefix, *path))
        for kind, found, start in _invented(text):
            yield Invented(kind, found, start, (*prefix, *path), place)


def in_words(every: Iterable[Words]) -> Iterator[Invented]:
    """The invented values in the owner's words of each language; the history tells of what is past."""
    for words in every:
        for path, text, layer in words.owned:
            if path[0] != "history":
                for kind, found, start in _invented(text):
                    if kind == "sample" or not _shows_a_form(text, start, found):
                        span = layer.spans.get(path, Span(layer.file))
                        yield Invented(kind, found, start, path, span, words.language)


def _invented(text: str) -> Iterator[tuple[Any, str, int]]:
    """What is invented in a text: its kind, the words that show it, where they begin."""
    if sample := sample_in(text):
        yield "sample", *sample
        return
    for address in addresses(text):
        if is_reserved(address.host, samples().domains):
            yield "domain", address.text, address.start


def _shows_a_form(text: str, start: int, address: str) -> bool:
    return "://" not in address and bool(_FOR_EXAMPLE.search(text[max(start - 60, 0) : start]))


def _nearest(part: Part[Any], path: FactPath) -> Span:
    """Where the value stands; a short form has its whole at one place."""
    lengths = range(len(path), -1, -1)
    return next(part.spans[path[:length]] for length in lengths if path[:length] in part.spans)
