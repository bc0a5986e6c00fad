"""P: a notice that people find and understand, and whose changes they learn of. GDPR Arts 5(1)(a), 12(1), 13(3)."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import lru_cache

from notice.findings import Level
from notice.languages import LANGUAGES
from notice.model.site import Notice
from notice.rules.rule import Fault, RuleContext, rule

A_YEAR = timedelta(days=366)
"""After so long the owner is asked to read the notice again: a choice of this program, no number of the law."""

ALIKE = ("named", "country", "notice")
"""What every register that names a recipient says alike."""


@rule("P002", "12-1", "13-3", level=Level.WARNING)
def changes_told_unsaid(context: RuleContext) -> Iterator[Fault]:
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
    register = context.notice.register
    changed = len(register.history or ()) > 1
    if changed and not register.changes_told_by and context.notice.is_silent("changes-told-by"):
        yield Fault(
            ("history",),
            "It is not said how people learn of changes to the notice",
            "add `changes-told-by:`",
            f"list the ways: {', '.join(context.notice.vocabulary.announcements)}",
        )


@rule("P003", "5-1-a", "24-1", level=Level.WARNING)
def notice_stale(context: RuleContext) -> Iterator[Fault]:
    """A notice is read again at least once a year, and its date says so.

    The year is this program's own measure: the law only wants the notice to be true at any time.

    Fails as of 2027-12-01::

        history: [2026-11-22]

    Passes::

        history: [2026-11-22]
    """
    newest = context.notice.date
    if newest and context.day - newest > A_YEAR:
        yield Fault(
            ("history",),
            f"The notice is of {newest.isoformat()}: is it still true?",
            "older than a year",
            "read it through, mend what has changed, and add the day to `history:`",
        )


@rule("P006", "12-1", level=Level.WARNING)
def language_served_not_published(context: RuleContext) -> Iterator[Fault]:
    """Whoever is served in a language can read the notice in it.

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
    served = (context.notice.controller.requests and context.notice.controller.requests.languages) or ()
    missing = [code for code in served if code in LANGUAGES and code not in (context.notice.site.languages or ())]
    if context.notice.site.languages and missing and context.notice.is_read("site", "languages"):
        yield Fault(
            ("site", "languages"),
            f"People are served in {', '.join(missing)}, and the notice is not published in it",
            "add it here",
            f"write `languages: [{', '.join((*context.notice.site.languages, *missing))}]`, with the words for each",
        )


@rule("P007", "12-1", level=Level.WARNING)
def children_wording_unsaid(context: RuleContext) -> Iterator[Fault]:
    """What is told to children is told so that a child understands it: Recital 58.

    Also found: C077, for a group without a purpose.

    Fails::

        people: [customers, site-visitors, pupils]

    Passes::

        people: [customers, site-visitors, pupils]
        children-wording: yes
        purposes:
          orders: {people: [customers, pupils]}
    """
    groups = context.notice.vocabulary.people
    young = [id for id in context.notice.register.people or () if id in groups and groups[id].children]
    answer = context.notice.register.children_wording
    if young and not answer and (answer is False or context.notice.is_silent("children-wording")):
        yield Fault(
            ("children-wording",),
            f"The notice is about {', '.join(young)}: is there a version that they understand?",
            "answer `children-wording:`",
            "tell it to them in their own words, then write `children-wording: yes`",
        )


@rule("P010", "12-1", "4672/161/2022", level=Level.WARNING)
def notice_hard_to_find(context: RuleContext) -> Iterator[Fault]:
    """The notice is linked from every page of the owner's website, under a name that people know.

    Fails::

        site:
          linked-from-every-page: no

    Passes::

        site:
          linked-from-every-page: yes
    """
    yield from _unanswered(
        context,
        "linked-from-every-page",
        context.notice.site.linked_from_every_page,
        "is the notice linked from every page of your website?",
        "link it from the foot of every page, under its usual name",
    )


@rule("P016", "12-1", "7-2", level=Level.WARNING)
def notice_within_terms(context: RuleContext) -> Iterator[Fault]:
    """The notice stands apart from terms of contract, and nobody has to accept it: it informs.

    Fails::

        site:
          apart-from-terms: no

    Passes::

        site:
          apart-from-terms: yes
    """
    yield from _unanswered(
        context,
        "apart-from-terms",
        context.notice.site.apart_from_terms,
        "does the notice stand apart from your terms, with no box to accept it?",
        "take it out of the terms, and the box away",
    )


@rule("P017", "12-1", level=Level.WARNING)
def recipient_told_differently(context: RuleContext) -> Iterator[Fault]:
    """What several registers say of one recipient agrees: its name, its country, the address of its own notice.

    Its role may differ: who handles orders for a shop may decide for itself what it does with applicants.

    Fails::

        registers:
          visitors: {recipients: {parcel-carrier: {country: SE}}}

    Passes::

        registers:
          visitors: {}
    """
    for id, recipient in (context.notice.register.recipients or {}).items():
        for key in ALIKE:
            mine = getattr(recipient, key)
            every = _stated(context.among).get((id, key), {}).items()
            other, first = next(((value, at) for value, at in every if value != mine), ("", None))
            if mine is not None and first is not None and first < context.among.index(context.notice):
                told = f"“{id}” has another `{key}` in the register “{context.among[first].id}”: {other}"
                help = "write the same in both, or give one of them an id of its own"
                yield Fault(("recipients", id, key), told, f"here {mine}", help)


@lru_cache(maxsize=1)
def _stated(notices: tuple[Notice, ...]) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """Each value of each recipient's keys, and which notice states it first; looked up once for all registers."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for at, notice in enumerate(notices):
        for id, recipient in (notice.register.recipients or {}).items():
            for key in ALIKE:
                if (value := getattr(recipient, key)) is not None:
                    found.setdefault((id, key), {}).setdefault(value, at)
    return found


def _unanswered(context: RuleContext, key: str, answer: bool | None, question: str, deed: str) -> Iterator[Fault]:
    if answer is False or (answer is None and context.notice.is_silent("site", key)):
        yield Fault(
            ("site", key),
            question[:1].upper() + question[1:] if answer is None else f"`{key}` is `no`",
            f"answer `{key}:`" if answer is None else "needs mending",
            f"{deed}; then write `{key}: yes`",
        )


RULES = (
    changes_told_unsaid,
    notice_stale,
    language_served_not_published,
    children_wording_unsaid,
    notice_hard_to_find,
    notice_within_terms,
    recipient_told_differently,
)
