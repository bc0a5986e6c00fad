"""Runs every rule over a loaded site, and sorts what they find."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from notice.check.placeholders import facts_left_open, without_consequences
from notice.check.places import with_fact
from notice.check.unused import settled
from notice.check.waived import waived
from notice.document import Composed, compose
from notice.findings import Finding, Waived
from notice.load import Loaded
from notice.model.site import Notice
from notice.rules import RULES
from notice.rules.rule import Case


@dataclass(frozen=True)
class Checked:
    """A site that was checked, with every finding in order.

    `waived` are the findings that the owner's waivers took out; they are not among `findings`.
    """

    loaded: Loaded
    findings: tuple[Finding, ...]
    day: date
    waived: tuple[Waived, ...] = ()

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The case of each notice with its composed documents, for who builds: the check keeps none of them."""
        return tuple(_case(self.loaded, notice, self.day) for notice in self.loaded.notices)


def check(loaded: Loaded, day: date) -> Checked:
    """Checks the site against the law of `day`."""
    # One case at a time: its documents are the most that is held of a notice, and are not needed after its rules.
    found = {
        notice.id: set(_findings(_case(loaded, notice, day))) for notice in loaded.notices if () not in notice.spoilt
    }
    every = settled(found, loaded).union(loaded.findings, facts_left_open(loaded))
    counting, aside = waived({with_fact(finding, loaded.places) for finding in every}, loaded, day)
    counting = without_consequences(counting)
    return Checked(loaded, tuple(sorted(with_fact(one, loaded.places) for one in counting)), day, aside)


def _case(loaded: Loaded, notice: Notice, day: date) -> Case:
    """The case of one notice, without the languages whose words could not be read: their faults are found already."""
    every = {code: loaded.words[notice.id, code] for code in notice.languages}
    words = {code: one for code, one in every.items() if not one.broken}
    composed: dict[str, Composed] = {code: compose(notice, one) for code, one in words.items()}
    return Case(notice, words, composed, day, loaded.notices)


def _findings(case: Case) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule.findings(case)
