"""Which findings a run is about: rules taken or left out by code, family or name."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from notice.errors import CannotRun
from notice.findings import nearest
from notice.messages import meant_or_listed

R = TypeVar("R", bound="Selectable")

_CODE = re.compile(r"[A-Z]\d{0,3}")


class Selectable(Protocol):
    """A rule or a finding: both have a code and a name."""

    @property
    def code(self) -> str:
        """Such as `N504`."""

    @property
    def name(self) -> str:
        """Such as `retention-incomplete`."""


@dataclass(frozen=True)
class Selection:
    """What `--select` and `--ignore` say. What is ignored is left out even where it was selected too."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, one: Selectable) -> bool:
        """True for a rule or a finding that the run is about."""
        wanted = not self.select or any(matches(selector, one) for selector in self.select)
        return wanted and not any(matches(selector, one) for selector in self.ignore)


def matches(selector: str, one: Selectable) -> bool:
    """A code or the beginning of one (`N`, `N4`, `N404`), a name, or the words with which names begin (`cookie-`)."""
    if _CODE.fullmatch(selector.upper()):
        return one.code.startswith(selector.upper())
    name = selector.lower().removesuffix("*")
    return one.name == name or (name.endswith("-") and one.name.startswith(name))


def selection(select: Iterable[str], ignore: Iterable[str], rules: Callable[[], Sequence[Selectable]]) -> Selection:
    """The selection, each value a list with commas. Raises `CannotRun` for a selector that no rule answers to."""
    made = Selection(_split(select), _split(ignore))
    if made.select or made.ignore:
        every = rules()
        for selector in (*made.select, *made.ignore):
            if not any(matches(selector, rule) for rule in every):
                raise _no_rule(selector, every)
    return made


def chosen(selector: str, rules: Sequence[R]) -> list[R]:
    """The rules that the selector means. Raises `CannotRun` when there is none."""
    found = [rule for rule in rules if matches(selector, rule)]
    if not found:
        raise _no_rule(selector, rules)
    return found


def _split(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for one in given for part in one.split(",") if part.strip())


def _no_rule(selector: str, rules: Sequence[Selectable]) -> Exception:
    known = [key for rule in rules for key in (rule.code, rule.name)]
    meant = nearest(selector.lower(), known) or nearest(selector.upper(), known)
    return CannotRun("no-rule", name=selector, hint=meant_or_listed(meant, "notice rules"))
