"""The proper names of a notice in one language: what its words say of a name, or a municipality's official name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from notice.derive import Derived
from notice.document.parts import WordPath
from notice.findings import FactPath, dotted
from notice.law.municipalities import name_in
from notice.model.controller import Address, Contact, Controller, Requests
from notice.model.fields import Facts
from notice.model.names import NAMES
from notice.model.shapes import fields
from notice.model.site import Notice, WordsAt
from notice.words import Words

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True)
class NamedIn:
    """A notice and what follows from it with the names of one language, and the words that were asked for them."""

    notice: Notice
    derived: Derived
    asked: frozenset[WordPath]


def named_in(notice: Notice, derived: Derived, words: Words) -> NamedIn:
    """The notice with its proper names in the language of the words."""
    names = _Names(notice, words)
    controller = names.controller()
    joint = notice.register.joint_controllers
    partners = {id: names.facts(one, names.in_words("joint-controllers", id)) for id, one in (joint or {}).items()}
    recipients = {id: names.facts(one, names.in_words("recipients", id)) for id, one in derived.recipients.items()}
    sources = {id: names.facts(one, names.in_words("sources", id)) for id, one in derived.sources.items()}
    register = notice.register.model_copy(update={"joint_controllers": partners}) if joint else notice.register
    publisher = names.facts(notice.site_controller, names.in_words("controller"))
    named = replace(notice, controller=controller, register=register, site_controller=publisher)
    return NamedIn(named, derived.renamed(named, recipients, sources), frozenset(names.asked))


Find = Callable[[FactPath], str | None]
"""The look-up of a word by its path below a thing."""


class _Names:
    """The look-up of names; `asked` gathers the words that were asked for."""

    def __init__(self, notice: Notice, words: Words) -> None:
        self._notice, self._words = notice, words
        self.asked: set[WordPath] = set()

    def in_words(self, *at: str) -> Find:
        """The look-up below a path, in any layer."""
        return lambda path: self._find(WordsAt(at), path)

    def controller(self) -> Controller:
        """The controller with the names of the language, each key by the words of what states it."""
        return self.facts(self._notice.controller, lambda path: self._find(self._words_at(path), path))

    def _words_at(self, path: FactPath) -> WordsAt:
        known = self._notice.words_at
        return known.get(dotted(path[:2])) or known.get(path[0]) or WordsAt(("controller",))

    def facts(self, facts: F, find: Find, path: FactPath = ()) -> F:
        """The facts with the names of the language; the same facts where none differs."""
        changed: dict[str, object] = {}
        for key, field in fields(type(facts)).items():
            value = getattr(facts, field.name)
            if isinstance(value, Contact | Address | Requests):
                inner = self.facts(value, find, (*path, key))
                changed |= {} if inner is value else {field.name: inner}
            elif key in NAMES and isinstance(value, str):
                own = find((*path, key)) or (self._place(facts, value) if key == "city" else value)
                changed |= {} if own == value else {field.name: own}
        return facts.model_copy(update=changed) if changed else facts

    def _place(self, facts: Facts, city: str) -> str:
        abroad = isinstance(facts, Address) and facts.country not in (None, "FI", "AX")
        return city if abroad else name_in(city, self._words.language)

    def _find(self, at: WordsAt, path: FactPath) -> str | None:
        whole = (*at.path, *path)
        self.asked.add(whole)
        found = self._words.find_in_register(*whole) if at.in_register else self._words.find(*whole)
        return found.strip() if found else None
