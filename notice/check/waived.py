"""Which findings the owner's waivers take out, and what is wrong with the waivers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from notice.check.places import whole_place
from notice.check.unused import unread
from notice.findings import FactPath, Finding, Span, Waived
from notice.load import Loaded
from notice.load.facts import WAIVERS_ROOT
from notice.model.waiver import Waiver
from notice.rules import RULES
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
from notice.suggestions import nearest

SHORTEST = 10
"""So many characters a reason has at least."""


@dataclass(frozen=True)
class _Stated:
    """One waiver with its place in the file."""

    waiver: Waiver
    path: FactPath
    loaded: Loaded

    def span(self, *key: str) -> Span:
        spans = self.loaded.waivers.spans
        return spans.get((*self.path, *key), spans[self.path])

    def is_silent(self, key: str) -> bool:
        """True when nothing is said of the key, not even something that cannot be read."""
        return getattr(self.waiver, key) is None and not {self.path, (*self.path, key)} & self.loaded.waivers.spoilt


def waived(findings: Iterable[Finding], loaded: Loaded, day: date) -> tuple[set[Finding], tuple[Waived, ...]]:
    """The findings that count, those on the waivers among them, and the findings that are waived."""
    counting = set(findings)
    if not loaded.waivers.facts.waivers:
        return counting, ()
    everything = sorted(counting)
    # What a file that could not be read would hold is not known, so no waiver can be called unused.
    all_read = not unread(everything)
    aside: dict[Finding, Waived] = {}
    for number, waiver in enumerate(loaded.waivers.facts.waivers):
        stated = _Stated(waiver, (WAIVERS_ROOT, str(number)), loaded)
        rule = _rule_of(waiver.rule)
        faults = list(_faults(stated, rule, day))
        counting.update(faults)
        if faults or rule is None or waiver.reason is None or waiver.until is None:
            continue
        taken = [one for one in everything if one.code == rule.code and _is_under(whole_place(one), waiver.at)]
        aside |= {one: Waived(one, waiver.reason, waiver.until.isoformat()) for one in taken}
        if not taken and all_read:
            counting.add(_unused(stated, rule, everything))
    return counting.difference(aside), tuple(sorted(aside.values()))


def _faults(stated: _Stated, rule: Rule | None, day: date) -> Iterator[Finding]:
    waiver = stated.waiver
    if rule is None and (waiver.rule is not None or stated.is_silent("rule")):
        yield _no_rule(stated)
    elif rule is not None and _is_never_waived(rule):
        help = "mend it; a fact that waits is answered where it stands"
        message = f"Findings of {rule.code} cannot be waived"
        yield waiver_not_allowed.finding(stated.span("rule"), message, "not this one", help)
    if stated.is_silent("reason"):
        help = "write why, so that others can judge it: `reason: …`"
        yield waiver_without_reason.finding(stated.span(), "The waiver gives no reason", "add `reason:`", help)
    elif waiver.reason is not None and len(waiver.reason) < SHORTEST:
        help = f"write why, in at least {SHORTEST} characters"
        message = f"“{waiver.reason}” is no reason that others could judge"
        yield waiver_without_reason.finding(stated.span("reason"), message, "too short", help)
    if stated.is_silent("until"):
        help = "write the last day of it: `until: 2027-03-31`"
        yield waiver_without_end.finding(stated.span(), "The waiver has no end", "add `until:`", help)
    elif waiver.until is not None and waiver.until < day:
        help = "mend the fault and take the waiver out, or decide anew: another day, and why"
        message = f"The waiver of {waiver.rule} ended on {waiver.until.isoformat()}"
        yield waiver_expired.finding(stated.span("until"), message, "over", help)


def _is_never_waived(rule: Rule) -> bool:
    return rule.check is None or rule.blocks_release or rule.code in NEVER_WAIVED


def _no_rule(stated: _Stated) -> Finding:
    named = stated.waiver.rule
    help = "write the code or the name of a rule, as findings show it: `rule: N504`"
    if named is None:
        return waiver_of_no_rule.finding(stated.span(), "The waiver names no rule", "add `rule:`", help)
    known = [key for rule in RULES for key in (rule.code, rule.name)]
    near = nearest(named.lower(), known) or nearest(named.upper(), known)
    mark = f"did you mean `{near}`?" if near else "no such rule"
    message = f"“{named}” is no rule over facts or words"
    return waiver_of_no_rule.finding(stated.span("rule"), message, mark, help)


def _unused(stated: _Stated, rule: Rule, findings: list[Finding]) -> Finding:
    at = stated.waiver.at
    places = sorted({whole_place(one) for one in findings if one.code == rule.code})
    near = nearest(at, places) if at else None
    where = f" at “{at}”" if at else ""
    return waiver_unused.finding(
        stated.span("at" if near else ""),
        f"There is no finding of {rule.code}{where} to waive",
        f"did you mean `{near}`?" if near else "waives nothing",
        "take the waiver out, or mend its place",
    )


def _rule_of(named: str | None) -> Rule | None:
    return next((rule for rule in RULES if named and named.lower() in (rule.code.lower(), rule.name)), None)


def _is_under(place: str, at: str | None) -> bool:
    return at is None or place == at or place.startswith(f"{at}.")
