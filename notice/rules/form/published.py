"""P: the notice is found, understood and kept up to date. GDPR Arts 5(1)(a), 12(1), 13(3)."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from notice.findings import Level, Violation, add
from notice.languages import LANGUAGES
from notice.model.cursor import Cursor
from notice.model.keys import CONTROLLER, RECIPIENT, REGISTER, REQUESTS, SITE
from notice.model.site import Notice
from notice.rules.rule import RuleContext, rule

A_YEAR = timedelta(days=366)
"""The age at which the owner is asked to review the notice: a choice of this program, not of the law."""

ALIKE = (RECIPIENT.named, RECIPIENT.country, RECIPIENT.notice)
"""The facts of a recipient that must agree in all registers."""


@rule("P002", "12-1", "13-3", level=Level.WARNING)
def changes_told_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A notice that has changed says how people learn of changes: a new page alone reaches nobody.

    Fails::

        history: [2026-10-01, 2026-11-22]
        words:
          fi: {history: {2026-10-01: Ensimmäinen versio.}}
          sv: {history: {2026-10-01: Första versionen.}}
          en: {history: {2026-10-01: First version.}}

    Passes::

        history: [2026-10-01, 2026-11-22]
        changes-told-by: [email]
        words:
          fi: {history: {2026-10-01: Ensimmäinen versio.}}
          sv: {history: {2026-10-01: Första versionen.}}
          en: {history: {2026-10-01: First version.}}
    """
    history, ways = context.register[REGISTER.history], context.register[REGISTER.changes_told_by]
    if len(history.value or ()) > 1 and not ways.value and ways.is_silent:
        yield history.violation("unstated", add(ways.id), ways=tuple(context.notice.vocabulary.announcements))


@rule("P003", "5-1-a", "24-1", level=Level.WARNING)
def notice_stale(context: RuleContext) -> Iterator[Violation]:
    """A notice is read again at least once a year, and its date says so.

    The year is this program's own measure: the law only requires that the notice is true at any time.

    Fails as of 2027-12-01::

        history: [2026-11-22]

    Passes::

        history: [2026-11-22]
    """
    newest = context.notice.date
    if newest and context.day - newest > A_YEAR:
        yield context.register[REGISTER.history].violation(day=newest.isoformat())


@rule("P006", "12-1", level=Level.WARNING)
def language_served_not_published(context: RuleContext) -> Iterator[Violation]:
    """A person who is served in a language can read the notice in it.

    Fails::

        site:
          languages: [fi, sv]
        words: {en: }

    Passes::

        site:
          languages: [fi, sv]
        words: {en: }
        controller:
          requests: {languages: [fi, sv]}
    """
    served = context.controller[CONTROLLER.requests][REQUESTS.languages].value or ()
    published = context.site[SITE.languages]
    missing = tuple(code for code in served if code in LANGUAGES and code not in (published.value or ()))
    if published.value and published.is_read and missing:
        yield published.violation("unpublished", missing=missing, languages=(*published.value, *missing))


@rule("P007", "12-1", level=Level.WARNING)
def children_wording_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Information addressed to children is worded so that a child understands it: Recital 58.

    Also found: C077, for a group without a purpose.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, pupils]

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, pupils]
        children-wording: yes
        purposes:
          orders: {people: [customers, pupils]}
    """
    groups = context.notice.vocabulary.people
    young = tuple(id for id in context.notice.register.people or () if id in groups and groups[id].children)
    answer = context.register[REGISTER.children_wording]
    if young and (answer.value is False or answer.is_missing):
        yield answer.violation(people=young)


@rule("P010", "12-1", "4672/161/2022", level=Level.WARNING)
def notice_hard_to_find(context: RuleContext) -> Iterator[Violation]:
    """The notice is linked from every page of the owner's website, under a name that people know.

    Fails::

        site:
          linked-from-every-page: no

    Passes::

        site:
          linked-from-every-page: yes
    """
    yield from _unless_yes(context.site[SITE.linked_from_every_page])


@rule("P016", "12-1", "7-2", level=Level.WARNING)
def notice_within_terms(context: RuleContext) -> Iterator[Violation]:
    """The notice is separate from terms of contract, and nobody has to accept it: it informs.

    Fails::

        site:
          apart-from-terms: no

    Passes::

        site:
          apart-from-terms: yes
    """
    yield from _unless_yes(context.site[SITE.apart_from_terms])


@rule("P017", "12-1", level=Level.WARNING)
def recipient_told_differently(context: RuleContext) -> Iterator[Violation]:
    """What several registers say of one recipient agrees: its name, its country, the address of its own notice.

    Its role may differ: who handles orders for a shop may decide for itself what it does with applicants.

    Fails::

        registers:
          visitors: {recipients: {parcel-carrier: {country: SE}}}

    Passes::

        registers:
          visitors: {}
    """
    site = context.site_notices
    values = site.once("recipients", lambda: _stated(site.notices))
    for recipient in context.register[REGISTER.recipients].entries():
        for key in ALIKE:
            fact = recipient[key]
            stated = values.get((recipient.id, str(key)), {}).items()
            other, first = next(((value, index) for value, index in stated if value != fact.value), ("", None))
            if fact.value is not None and first is not None and first < site.notices.index(context.notice):
                register = site.notices[first].id
                yield fact.violation(
                    recipient=recipient.id, key=fact.id, here=fact.value, register=register, there=other
                )


def _stated(notices: tuple[Notice, ...]) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """Each value of each recipient's keys, with the index of the first notice that states it."""
    values: dict[tuple[str, str], dict[str, int]] = {}
    for index, notice in enumerate(notices):
        for id, recipient in (notice.register.recipients or {}).items():
            for key in ALIKE:
                if (value := getattr(recipient, str(key))) is not None:
                    values.setdefault((id, str(key)), {}).setdefault(value, index)
    return values


def _unless_yes(answer: Cursor[bool]) -> Iterator[Violation]:
    """A violation for a question of the site that is not answered with `yes`."""
    if answer.value is False:
        yield answer.violation("no")
    elif answer.is_missing:
        yield answer.violation("unanswered", add(answer.id))


RULES = (
    changes_told_unsaid,
    notice_stale,
    language_served_not_published,
    children_wording_unsaid,
    notice_hard_to_find,
    notice_within_terms,
    recipient_told_differently,
)
