"""Format facts in one language: look up words, record the missing ones, format durations, dates and citations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from notice import languages
from notice.derive import CONTROLLER, Derived
from notice.document.parts import FactText, Row, WordPath
from notice.findings import FactPath, dotted
from notice.law.pinpoints import NATIONAL, OF_THE_EU, Pinpoint
from notice.law.provisions import PROVISIONS
from notice.links import web_link
from notice.model.fields import Duration
from notice.model.purpose import LawReference, Laws
from notice.model.site import Notice
from notice.words import Words

_PARTS = (*NATIONAL, *OF_THE_EU)
"""The parts of a pinpoint, each under a key of its own."""

COOKIE_SETTINGS = "cookie-settings"
"""The way to withdraw consent on the person's own device."""

V = TypeVar("V")


@dataclass(eq=False)
class Writer:
    """The words of one language for one notice; compared by identity. `once` keeps what was formatted.

    `missing` gathers the words that no layer has, each with the path of the fact that needs it, and `asked` all
    that were looked up, with what was found. A missing word is written as its id in angle brackets; no site is
    published with one.
    """

    notice: Notice
    derived: Derived
    words: Words
    missing: dict[WordPath, FactPath] = field(default_factory=dict)
    asked: dict[WordPath, str | None] = field(default_factory=dict)
    _computed: dict[tuple[str, ...], object] = field(default_factory=dict)

    def once(self, key: tuple[str, ...], compute: Callable[[], V]) -> V:
        """What `compute` gives for the key, computed when it is first asked for."""
        if key not in self._computed:
            self._computed[key] = compute()
        return cast(V, self._computed[key])

    @property
    def language(self) -> str:
        """The language's code."""
        return self.words.language

    @property
    def draws(self) -> bool:
        """Whether the notice has drawings: unless the owner wants none."""
        layout = self.notice.site.layout
        return layout is None or layout.drawings is not False

    def word(self, *path: str, needed_by: FactPath = ()) -> str:
        """The word, which must exist."""
        found = self.asked.get(path) or self.maybe(*path)
        if found is None:
            self.missing.setdefault(path, needed_by)
            return f"⟨{dotted(path)}⟩"
        return found

    def maybe(self, *path: str) -> str | None:
        """The word, where there is one."""
        if path not in self.asked:
            found = self.words.find(*path)
            self.asked[path] = found.strip() if found else None
        return self.asked[path]

    def fact(self, *path: str, fact: FactPath = ()) -> FactText:
        """The word as something that states a fact."""
        return FactText(self.word(*path, needed_by=fact), dotted(fact))

    def heading(self, *path: str, fact: FactPath = ()) -> FactText:
        """The word at the head of something: it begins with a capital, as a name in a list need not."""
        word = self.word(*path, needed_by=fact)
        return FactText(word[:1].upper() + word[1:], dotted(fact))

    def owner_text(self, value: str | None, *fact: str, href: str = "") -> FactText:
        """The owner's text, unchanged; the words for "not stated yet" where it is unknown or missing."""
        if value is None:
            return self.unknown(*fact)
        return FactText(value, dotted(fact), href=href)

    def unknown(self, *fact: str) -> FactText:
        """The words that say that the fact is not stated yet."""
        return FactText(self.word("texts", "unknown"), dotted(fact))

    def each(self, kind: str, ids: Iterable[str] | None, *fact: str) -> tuple[FactText, ...]:
        """The names of things by id; the words for "not stated yet" where the list is, or is open."""
        named = tuple(self.fact(kind, id, "name", fact=(*fact, str(index))) for index, id in enumerate(ids or ()))
        return (*named, self.unknown(*fact)) if fact in self.notice.unknown else named

    def ways(self, ids: Iterable[str] | None, *fact: str) -> tuple[FactText, ...]:
        """The ways to withdraw consent; the settings for cookies are a link where their address is stated."""
        address, listed = self.notice.register.cookie_settings, tuple(ids or ())
        named = self.each("withdrawals", listed, *fact)
        links = [web_link(address) if address and id == COOKIE_SETTINGS else "" for id in listed]
        return (*(replace(one, href=link) for one, link in zip(named, links, strict=False)), *named[len(listed) :])

    def row(self, label: str, *values: FactText) -> tuple[Row, ...]:
        """A row with one phrase, `a, b and c`; no row if there are no values."""
        return (Row(self.word("labels", label), self.phrase(values)),) if values else ()

    def choice(self, label: str, *values: FactText) -> tuple[Row, ...]:
        """A row of alternatives, `a, b or c`: one of them is enough."""
        return (Row(self.word("labels", label), self.phrase(values, alternatives=True)),) if values else ()

    def fact_row(self, label: str, said: FactText | None, *fact: str) -> tuple[Row, ...]:
        """A row for a fact that is stated, or not known yet; nothing at all for one that need not be."""
        if said is not None:
            return self.row(label, said if said.fact else replace(said, fact=dotted(fact)))
        return self.row(label, self.unknown(*fact)) if self.notice.is_unknown(*fact) else ()

    def lines(self, label: str, *values: FactText) -> tuple[Row, ...]:
        """A row with one line for each value; no row if there are no values."""
        return (Row(self.word("labels", label), values),) if values else ()

    def phrase(self, values: Iterable[FactText], *, alternatives: bool = False) -> tuple[FactText, ...]:
        """The values joined as the language joins a list; by semicolons where one of them is a list itself."""
        joined = tuple(values)
        if len(joined) == 1 and not joined[0].after:
            return joined
        conjunctions = [languages.list_separators(2, self.language, alternatives=either)[0] for either in (False, True)]
        glue = languages.list_separators(len(joined), self.language, alternatives=alternatives)
        if len(joined) > 1 and any(conjunction in one.text for one in joined for conjunction in conjunctions):
            glue = (*("; ",) * (len(joined) - 1), "")
        return tuple(
            one if one.after == after else FactText(one.text, one.fact, one.lang, one.href, after)
            for one, after in zip(joined, glue, strict=True)
        )

    def date(self, day: date) -> str:
        """The day with a written month."""
        return languages.written_date(day, self.language)

    def country(self, code: str, *fact: str) -> FactText:
        """The country's name: our own word where the law writes otherwise than CLDR, else CLDR's."""
        name = self.maybe("countries", code) or languages.country_name(code, self.language)
        name = name or self.word("countries", code, needed_by=fact)
        return FactText(name, dotted(fact))

    def duration(self, length: Duration) -> str:
        """Format a length of time: by the language's pattern under `durations` if there is one, else by CLDR."""
        own = self.maybe("durations", length.unit, languages.plural(length.amount, self.language))
        if own:
            return own.replace("{amount}", str(length.amount))
        return languages.written_duration(length.amount, length.unit, self.language)

    def article(self, key: str) -> str:
        """A provision of the GDPR as the language writes it: `Article 6(1)(b)` in English."""
        provision = PROVISIONS[key]
        depth = "point" if provision.point else "paragraph" if provision.paragraph else "article"
        pattern = self.word("citation", f"eu-{depth}")
        for part in ("article", "paragraph", "point"):
            pattern = pattern.replace(f"{{{part}}}", getattr(provision, part))
        return pattern


def purpose_name(writer: Writer, id: str, fact: str = "") -> FactText:
    """The purpose's name, as a link to its entry."""
    name = writer.word("purposes", id, "name", needed_by=("purposes", id))
    return FactText(name, fact, href=f"#purpose-{id}")


def recipient_name(writer: Writer, id: str, *fact: str) -> FactText:
    """The recipient's name, as a link to its entry. `controller` is our own."""
    if id == CONTROLLER:
        own = writer.notice.controller.trade_name or writer.notice.controller.name
        return FactText(own, dotted(fact)) if own else writer.unknown(*fact)
    name = writer.word("recipients", id, "name", needed_by=fact)
    return FactText(name, dotted(fact), href=f"#recipient-{id}" if id in writer.derived.recipients else "")


def law_named(writer: Writer, law: LawReference, *fact: str, usual_place: bool = True) -> FactText:
    """An act as it is cited: its name, its number, and the place in it where one is stated or usual.

    The usual place is that of what the act requires; where it limits a right (`usual_place=False`) is elsewhere.
    """
    # A law written without a list has a path one step shorter than the one at which it is read.
    places = [fact, fact[:-1]] if fact[-1] == "0" else [fact]
    open = [part for part in ("act", *_PARTS) if any((*place, part) in writer.notice.unknown for place in places)]
    stated = [part for part in _PARTS if part in law.pinpoint.parts or _is_stated(writer, places, part)]
    parts = ["", ".act", *(f".{part}" for part in _PARTS if part in stated or part in open)]
    facts = " ".join(dict.fromkeys(dotted(place) + part for place in places for part in parts))
    if law.act is None:
        return replace(writer.unknown(), fact=facts)
    known = writer.notice.vocabulary.laws.get(law.act)
    name = writer.word("laws", law.act, "name", needed_by=fact)
    number = f" ({known.number})" if known and known.number else ""
    pinpoint = law.pinpoint or (known.pinpoint if known and usual_place else law.pinpoint)
    act = f"{name}{number}"
    if {*open} - {"act"}:
        return FactText(f"{act}, {writer.unknown().text}", facts)
    return FactText(_in_act(writer, act, pinpointed(writer, pinpoint)), facts)


def _in_act(writer: Writer, act: str, cited: str) -> str:
    """The act and the place in it, in the order of the language."""
    return writer.word("citation", "of-act").replace("{act}", act).replace("{cited}", cited) if cited else act


def laws_named(writer: Writer, laws: Laws | None, *fact: str, usual_place: bool = True) -> tuple[FactText, ...]:
    """Each act as it is cited; the words for "not stated yet" where it is not known which."""
    if writer.notice.is_unknown(*fact):
        return (writer.unknown(*fact),)
    cited = enumerate(laws or ())
    return tuple(law_named(writer, law, *fact, str(index), usual_place=usual_place) for index, law in cited)


def pinpointed(writer: Writer, place: Pinpoint) -> str:
    """The place in the language's words; "" where none is named."""
    if not place:
        return ""
    if place.article:
        return _filled(writer, _of_the_eu(place), place)
    if not place.section:
        return _filled(writer, "chapter", place)
    if place.chapter and not (place.subsection or place.item or place.is_range):
        return _filled(writer, "chapter-section", place)
    cited = _filled(writer, _national(place), place)
    return _filled(writer, "in-chapter", place).replace("{cited}", cited) if place.chapter else cited


def _of_the_eu(place: Pinpoint) -> str:
    """The id of the pattern for an article."""
    if place.point:
        return "eu-point" if place.paragraph else "eu-article-point"
    return "eu-paragraph" if place.paragraph else "eu-article"


def _national(place: Pinpoint) -> str:
    """The id of the pattern for a section, without its chapter."""
    if place.item:
        return "item" if place.subsection else "section-item"
    if place.subsection:
        return "subsection"
    return "sections" if place.is_range else "section"


def _filled(writer: Writer, pattern: str, place: Pinpoint) -> str:
    text = writer.word("citation", pattern)
    for name, part in place.parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text


def _is_stated(writer: Writer, places: list[tuple[str, ...]], part: str) -> bool:
    """Whether the owner wrote the part under a key of its own, and not within another."""
    return any((*place, part) in writer.notice.spans for place in places)
