"""Recognition of known firms and bodies by the names that owners write for them.

A name is compared as a whole, without letter case, punctuation, accents and legal forms: “MAILCHIMP, Inc.” is
Mailchimp, “Stripe-raita Oy” is not Stripe. A legal form of another country than the firm's own names another company.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from notice.languages import LANGUAGES, country_name
from notice.law.countries import EEA
from notice.model.vocabulary import KnownRecipient, Vocabulary
from notice.words import Words, standard

_HOMES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("oy", "oyj", "ky", "tmi", "ry", "rf", "abp"), frozenset({"FI"})),
    "ab": frozenset({"FI", "SE"}),
    **dict.fromkeys(("as", "aps"), frozenset({"DK", "NO", "EE"})),
}
"""Legal forms that only firms of these countries have."""

_FORMS = frozenset(
    "ag bv co company corp corporation cie et gmbh inc incorporated kg limited llc llp ltd nv ou pbc plc "
    "publ rl sa sarl sas sca se spa srl unlimited".split()
) | frozenset(_HOMES)

_REGIONS = frozenset("emea eu europe ireland international".split())
"""Words that tell the companies of one group apart."""

_SERVICE = re.compile(r"\w*(?:palvelu[tn]?|tyokalu|jarjestelma|tjanst(?:en|er)?|verktyg(?:et)?|services?|tool)")
"""A word for what a firm provides, without accents: `Mailchimp-palvelu`, `nyhetsbrevstjänsten Mailchimp`."""

_INFLECTED = re.compile(r"(?:i?n|s)$")
"""The genitive before such a word, in any of the languages: `Mailchimpin palvelu`."""

_DOMAIN = re.compile(r"^https?://|\bwww\.|(?<=\w)\.(?:com|io|net|org|ai)\b(?:/\S*)?", re.IGNORECASE)
_SIGNS = re.compile("[™®©]")

_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]")
_OTHERWISE = re.compile(r"\s[–—-]\s|\bd/b/a\b|\bdba\b|\btrading as\b|\sby\s|:\s|[/|]", re.IGNORECASE)
_TOGETHER = re.compile(r"\s*[,;]\s*|\s+(?:ja|sekä|och|samt|and|&|\+)\s+", re.IGNORECASE)


def is_known(known: KnownRecipient | None) -> bool:
    """True for a firm or a body that the vocabulary names, and not for a kind of recipient."""
    return known is not None and (known.unique or bool(known.source and known.named))


def has_legal_form(text: str) -> bool:
    """True where a word of the text is the legal form of a firm or an association."""
    return bool(_FORMS.intersection(re.findall(r"[^\W\d_]+", text.lower())))


@dataclass(frozen=True, eq=False)
class KnownNames:
    """The names of a vocabulary's firms and bodies, in the form in which names are compared."""

    vocabulary: Vocabulary

    def recipients(self, text: str) -> tuple[str, ...]:
        """The ids of the known recipients of which the text is a name; several where a company has several services."""
        known = self.vocabulary.recipients
        return tuple(id for id in _named(_plain(text), self._recipients) if _is_at_home(text, known[id]))

    def called(self, text: str) -> tuple[str, ...]:
        """The ids of the known recipients of which the text as a whole is a name, whatever its parts name."""
        named = self._recipients.get(same_name(_plain(text)), ())
        return tuple(id for id in named if _is_at_home(text, self.vocabulary.recipients[id]))

    def sources(self, text: str) -> tuple[str, ...]:
        """The ids of the registers and bodies among the known sources of which the text is a name."""
        return _named(_plain(text), self._sources)

    @cached_property
    def _recipients(self) -> Mapping[str, tuple[str, ...]]:
        known = {id: recipient for id, recipient in self.vocabulary.recipients.items() if is_known(recipient)}
        return _by_name(
            {
                id: (recipient.named or "", *_worded("recipients", id), *recipient.also_known_as, *recipient.formerly)
                for id, recipient in known.items()
            }
        )

    @cached_property
    def _sources(self) -> Mapping[str, tuple[str, ...]]:
        known = {id: source for id, source in self.vocabulary.sources.items() if source.unique}
        return _by_name(
            {id: (source.named or "", *_worded("sources", id), *source.formerly) for id, source in known.items()}
        )


def same_name(text: str) -> str:
    """The text as it is compared: small letters and digits alone, without legal forms at its ends."""
    return "".join(_tokens(text))


def _by_name(names: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id, every in names.items():
        for name in dict.fromkeys(map(same_name, every)):
            found[name] = (*found.get(name, ()), id)
    return {name: ids for name, ids in found.items() if name}


@lru_cache(maxsize=1024)
def _worded(kind: str, id: str) -> tuple[str, ...]:
    """The id as a name, and the package's names of it in each language, those in brackets too."""
    worded = (Words(language, (standard(language),)).find(kind, id) for language in LANGUAGES)
    return (id.replace("-", " "), *(part for name in worded if name for part in _parts_aside(name)))


def _named(text: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids that any part of the text names, the whole of it first."""
    for part in (text, *_parts_aside(text), *_OTHERWISE.split(text), *_without_country(text)):
        if found := names.get(same_name(part)) or _all_named(part, names):
            return found
    return next((names[name] for name in _shorter_names(text) if name in names), ())


def _shorter_names(text: str) -> Iterator[str]:
    """The name without a word for a service beside it, inflected or not; without the region of a company.

    None where a legal form shows that another company has the longer name.
    """
    if not _HOMES.keys().isdisjoint(re.findall(r"[a-z]+", text.casefold())):
        return
    words = list(_tokens(text))
    if len(words) > 1 and words[-1] in _REGIONS:
        yield "".join(words[:-1])
    if len(words) > 1 and _SERVICE.fullmatch(words[0]):
        yield "".join(words[1:])
    if len(words) > 1 and _SERVICE.fullmatch(words[-1]):
        name = "".join(words[:-1])
        yield name
        yield _INFLECTED.sub("", name)


def _without_country(text: str) -> Iterator[str]:
    """The text without a country after its last comma: `Google LLC, USA`."""
    name, comma, last = text.rpartition(",")
    if comma and last.strip().casefold() in _countries():
        yield name


@cache
def _countries() -> frozenset[str]:
    names = (country_name(code, language) for code in (*EEA, "US", "GB", "CH") for language in LANGUAGES)
    return frozenset(name.casefold() for name in names if name) | {"usa", "uk", "yhdysvallat", "förenta staterna"}


def _all_named(text: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids of an enumeration, where each of its parts is a name that is known."""
    parts = [name for part in _TOGETHER.split(text) if (name := same_name(part))]
    if len(parts) < 2 or not all(part in names for part in parts):
        return ()
    return tuple(dict.fromkeys(id for part in parts for id in names[part]))


def _parts_aside(text: str) -> Iterator[str]:
    """The text without what stands in brackets, and each of those."""
    yield _ASIDE.sub(" ", text)
    yield from _ASIDE.findall(text)


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", _DOMAIN.sub("", _SIGNS.sub("", text)).casefold())
    joined = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in ".'’")
    words = re.findall(r"[^\W_]+", joined)
    while words and words[-1] in _FORMS:
        words.pop()
    while words and (words[0] in _HOMES or words[0] == "the"):
        words.pop(0)
    return tuple(words)


def _is_at_home(text: str, known: KnownRecipient) -> bool:
    """False where a legal form in the text belongs to another country than the known firm's."""
    forms = [form for form in re.findall(r"[a-z]+", _plain(text).casefold()) if form in _HOMES]
    return not forms or any(known.country in _HOMES[form] for form in forms)


def _plain(text: str) -> str:
    """The text with the Danish legal form as a word, so that a slash parts names alone."""
    return re.sub(r"\bA/S\b", "AS", text, flags=re.IGNORECASE)
