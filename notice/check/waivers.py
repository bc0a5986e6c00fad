"""Apply the owner's waivers to the findings, and find the faults of the waivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from notice.check.places import unread, whole_place
from notice.findings import FactPath, Finding, Span, Waived, add, near, nearest, violation_at
from notice.load import Loaded
from notice.load.facts import WAIVERS_ROOT
from notice.model.waiver import Waiver
from notice.rules.rule import Rule
from notice.rules.waivers import (
    NEVER_WAIVED,
    waiver_expired,
    waiver_not_allowed,
    waiver_of_no_rule,
    waiver_unused,
    waiver_without_end,
    waiver_without_reason,
)

SHORTEST = 10
"""The least number of characters of a reason."""


@dataclass(frozen=True)
class _Stated:
    """One waiver with its place in the file."""

    waiver: Waiver
    path: FactPath
    loaded: Loaded
    rules: tuple[Rule, ...]

    def span(self, *key: str) -> Span:
        spans = self.loaded.waivers.spans
        return spans.get((*self.path, *key), spans[self.path])

    def rule(self) -> Rule | None:
        """The rule that the waiver names by its code or its name."""
        named = (self.waiver.rule or "").lower()
        return next((rule for rule in self.rules if named in (rule.code.lower(), rule.name)), None)

    def is_silent(self, key: str) -> bool:
        """Whether the key is missing, not only unreadable."""
        return getattr(self.waiver, key) is None and not {self.path, (*self.path, key)} & self.loaded.waivers.invalid


def apply_waivers(
    findings: Iterable[Finding], loaded: Loaded, day: date, rules: tuple[Rule, ...]
) -> tuple[set[Finding], tuple[Waived, ...]]:
    """The findings that count, those on the waivers among them, and the findings that are waived."""
    counting = set(findings)
    if not loaded.waivers.facts.waivers:
        return counting, ()
    everything = sorted(counting)
    # While a file cannot be read, its findings are not known, so that no waiver is certainly unused.
    all_read = not unread(everything)
    aside: dict[Finding, Waived] = {}
    for number, waiver in enumerate(loaded.waivers.facts.waivers):
        stated = _Stated(waiver, (WAIVERS_ROOT, str(number)), loaded, rules)
        rule = stated.rule()
        faults = list(_faults(stated, rule, day))
        counting.update(faults)
        if faults or rule is None or waiver.reason is None or waiver.until is None:
            continue
        of_rule = (finding for finding in everything if finding.code == rule.code)
        taken = [finding for finding in of_rule if _is_under(whole_place(finding), waiver.at)]
        aside |= {finding: Waived(finding, waiver.reason, waiver.until.isoformat()) for finding in taken}
        if not taken and all_read:
            counting.add(_unused(stated, rule, everything))
    return counting.difference(aside), tuple(sorted(aside.values()))


def _faults(stated: _Stated, rule: Rule | None, day: date) -> Iterator[Finding]:
    waiver = stated.waiver
    if rule is None and (waiver.rule is not None or stated.is_silent("rule")):
        yield _no_rule(stated)
    elif rule is not None and _is_never_waived(rule):
        yield waiver_not_allowed.finding_of(violation_at(stated.span("rule"), rule=rule.code))
    if stated.is_silent("reason"):
        yield waiver_without_reason.finding_of(violation_at(stated.span(), "missing", add("reason")))
    elif waiver.reason is not None and len(waiver.reason) < SHORTEST:
        too_short = violation_at(stated.span("reason"), "too-short", text=waiver.reason)
        yield waiver_without_reason.finding_of(too_short)
    if stated.is_silent("until"):
        yield waiver_without_end.finding_of(violation_at(stated.span(), suggestion=add("until")))
    elif waiver.until is not None and waiver.until < day:
        over = violation_at(stated.span("until"), day=waiver.until.isoformat())
        yield waiver_expired.finding_of(over)


def _is_never_waived(rule: Rule) -> bool:
    return rule.check is None or rule.blocks_release or rule.code in NEVER_WAIVED


def _no_rule(stated: _Stated) -> Finding:
    named = stated.waiver.rule
    if named is None:
        return waiver_of_no_rule.finding_of(violation_at(stated.span(), "missing", add("rule")))
    known = [key for rule in stated.rules for key in (rule.code, rule.name)]
    meant = nearest(named.lower(), known) or nearest(named.upper(), known)
    suggestion = near(meant) if meant else None
    return waiver_of_no_rule.finding_of(violation_at(stated.span("rule"), "unknown", suggestion, rule=named))


def _unused(stated: _Stated, rule: Rule, findings: list[Finding]) -> Finding:
    at = stated.waiver.at
    if not at:
        return waiver_unused.finding_of(violation_at(stated.span(), "anywhere", rule=rule.code))
    meant = nearest(at, sorted({whole_place(finding) for finding in findings if finding.code == rule.code}))
    span = stated.span("at") if meant else stated.span()
    suggestion = near(meant) if meant else None
    return waiver_unused.finding_of(violation_at(span, "at-place", suggestion, rule=rule.code, place=at))


def _is_under(place: str, at: str | None) -> bool:
    return at is None or place == at or place.startswith(f"{at}.")
