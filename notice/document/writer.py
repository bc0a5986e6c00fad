"""Format facts in one language: look up words, record the missing ones, format durations, dates and citations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from notice import languages
from notice.derive import CONTROLLER, Derived
from notice.document.parts import FactText, Row, WordPath
from notice.findings import FactPath, dotted
from notice.law.provisions import PROVISIONS
from notice.links import web_link
from notice.model.fields import Duration
from notice.model.site import Notice
from notice.words import Words

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
