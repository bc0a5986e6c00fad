"""Run every rule over a loaded site, and sort the findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from notice.check.placeholders import facts_left_open, without_consequences
from notice.check.places import with_facts
from notice.check.shared import once
from notice.check.unused import settled, with_removals
from notice.check.waivers import apply_waivers
from notice.derive import KnownNames, derive
from notice.document import compose
from notice.document.composed import ComposedNotice
from notice.document.parts import Composed
from notice.findings import Finding, Waived
from notice.load import Loaded
from notice.model.site import Notice
from notice.rules import RULES
from notice.rules.rule import RuleContext, SiteNotices


@dataclass(frozen=True)
class Checked:
    """A site that was checked, with every finding in order.

    `waived` are the findings that the owner's waivers took out; they are not among `findings`.
    """

    loaded: Loaded
    findings: tuple[Finding, ...]
    day: date
    waived: tuple[Waived, ...] = ()


def check(loaded: Loaded, day: date, keep: Callable[[ComposedNotice], None] | None = None) -> Checked:
    """Check the site against the law of `day`.

    One notice at a time is composed and checked; `keep` is called with each, so that a build can render it later.
    """
    found: dict[str, set[Finding]] = {}
    site_notices = SiteNotices(loaded.notices)
    known_names = KnownNames(loaded.notices[0].vocabulary) if loaded.notices else None
    for notice in loaded.notices:
        context = rule_context(loaded, notice, day, known_names, site_notices)
        if () not in notice.invalid:
            found[notice.id] = set(_findings(context))
        if keep:
            documents = {code: composed.document for code, composed in context.composed.items()}
            keep(ComposedNotice(notice, context.derived, documents))
    every = set(once(settled(found, loaded).union(loaded.findings, facts_left_open(loaded))))
    counting, aside = apply_waivers(with_facts(every, loaded.places), loaded, day, RULES)
    fixable = with_removals(with_facts(without_consequences(counting), loaded.places), loaded)
    return Checked(loaded, tuple(sorted(fixable)), day, aside)


def rule_context(
    loaded: Loaded,
    notice: Notice,
    day: date,
    known_names: KnownNames | None = None,
    site_notices: SiteNotices | None = None,
) -> RuleContext:
    """What rules read of one notice, without the languages that have unreadable words: a finding says so.

    `known_names` are those of the site's vocabulary, `site_notices` all its notices, where the caller has them.
    """
    derived = derive(notice, known_names)
    every = {code: loaded.words[notice.id, code] for code in notice.languages}
    words = {code: one for code, one in every.items() if not one.broken}
    composed: dict[str, Composed] = {code: compose(notice, derived, one) for code, one in words.items()}
    return RuleContext(notice, derived, words, composed, day, site_notices or SiteNotices(loaded.notices))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule.findings(context)
