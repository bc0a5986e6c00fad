"""Find values that cannot be a real controller's: the starter's sample facts, and reserved domains."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from notice.data import tree
from notice.findings import FactPath, Span
from notice.load.facts import Part
from notice.model.controller import Controller
from notice.model.cursor import Stated, stated_texts
from notice.model.domains import addresses, is_reserved
from notice.model.register import Register
from notice.model.site import Invented, Site
from notice.words import Words

NEUTRAL = frozenset({"city", "postcode"})
"""Keys whose sample values a real controller may share by chance."""

_FORM_OF_COMPANY = re.compile(r"\s+(?:Oyj?|Abp?|Ky|Tmi|Inc|Ltd)\.?$")
_LETTERS = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)*")
_ENDING, _INFLECTED = 2, 8
"""In a name of eight letters or more, a case ending can change the last two: Esimerkkikauppa, Esimerkkikaupan."""


class Samples(NamedTuple):
    """What tells a sample: `keys` are whole values in `comparable` form, `pattern` finds one within a text."""

    keys: frozenset[str]
    pattern: re.Pattern[str]
    domains: frozenset[str]


@lru_cache
def samples() -> Samples:
    """The sample facts that only the invented firm can have."""
    values = sorted({one.text for one in _facts() if one.is_own and one.path[-1] not in NEUTRAL})
    hosts = (address.host for value in values for address in addresses(value))
    return Samples(
        keys=frozenset(map(comparable, values)),
        pattern=re.compile("|".join(map(_pattern, values))),
        domains=frozenset(".".join(host.split(".")[-2:]) for host in hosts),
    )


def sample_in(text: str) -> tuple[str, int] | None:
    """The sample that a text repeats, alone or among other words, and where it begins."""
    known = samples()
    if comparable(text) in known.keys:
        return text, 0
    found = known.pattern.search(text)
    return (found[0], found.start()) if found else None


def comparable(text: str) -> str:
    """The text without signs and case; a telephone number without the code of Finland."""
    return re.sub(r"^(?:00)?358(?=\d{6,}$)", "0", re.sub(r"[\W_]", "", text.casefold()))


def _facts() -> Iterator[Stated]:
    content = files("notice") / "starter" / "content"
    yield from stated_texts(Site.model_validate(tree(content / "site.yaml")))
    yield from stated_texts(Controller.model_validate(tree(content / "controller.yaml")))
    for file in (content / "registers").iterdir():
        yield from stated_texts(Register.model_validate(tree(file)))


def _pattern(value: str) -> str:
    """Finds the value within a text: a name without the form of its company, inflected."""
    name = _FORM_OF_COMPANY.sub("", value)
    if not _LETTERS.fullmatch(name):
        return rf"(?<![\w@.-]){_spaced(value)}(?![\w@/-])"
    *first, last = name.split()
    stem = last[:-_ENDING] if len(last) >= _INFLECTED else last
    return rf"(?<!\w){_spaced(' '.join((*first, stem)))}\w*"


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


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
