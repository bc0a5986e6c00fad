"""Runs every rule over a loaded site, and sorts what they find."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notice.document import Composed, compose
from notice.findings import Finding
from notice.load import Loaded
from notice.model.site import Notice
from notice.rules import RULES
from notice.rules.rule import Case


@dataclass(frozen=True)
class Checked:
    """A site that was checked: the case of each notice with its composed documents, and every finding in order."""

    loaded: Loaded
    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    day: date


def check(loaded: Loaded, day: date) -> Checked:
    """Checks the site against the law of `day`."""
    cases = tuple(_case(loaded, notice, day) for notice in loaded.notices)
    found = {finding for case in cases for finding in _findings(case)}
    return Checked(loaded, cases, tuple(sorted(found | set(loaded.findings))), day)


def _case(loaded: Loaded, notice: Notice, day: date) -> Case:
    """The case without the languages whose words could not be read: their faults are found already."""
    every = {code: loaded.words[notice.id, code] for code in notice.languages}
    words = {code: one for code, one in every.items() if not one.broken}
    composed: dict[str, Composed] = {code: compose(notice, one) for code, one in words.items()}
    return Case(notice, words, composed, day)


def _findings(case: Case) -> Iterator[Finding]:
    if () in case.notice.spoilt:
        return  # the register's file could not be read; what it lacks is not known
    for rule in RULES:
        yield from rule.findings(case)
