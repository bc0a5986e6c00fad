"""C112: the retention of camera recordings of employees. Act 759/2004, section 17."""

from collections.abc import Iterator

from notice.derive import days
from notice.derive.retention import data_of
from notice.findings import Level, Violation, write
from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import KEEP, LATEST
from notice.model.purpose import Purpose, Retention
from notice.rules.logic.terms import terms
from notice.rules.natures import holds, shown
from notice.rules.rule import RuleContext, rule

LONGEST = Duration(1, "year")
"""The longest retention of recordings, from the end of the recording: section 17(3) of Act 759/2004."""

WORKING_LIFE_ACT = "working-life-privacy-act"

OF_A_MATTER = frozenset({"case-closed", "complaint-closed", "claim-settled", "decision-made", "request-answered"})
"""Events that end a matter, for which section 17(3) lets a recording be kept longer."""

CAMERA = ("camera", "kamera", "cctv", "video")
"""Parts of ids and words that tell monitoring by a camera from that by location."""


@rule("C112", "759/2004-17-3", level=Level.WARNING)
def recordings_of_employees_kept_too_long(context: RuleContext) -> Iterator[Violation]:
    """Camera recordings of employees are erased one year after the end of the recording at the latest.

    Section 17(3) of the Act on the Protection of Privacy in Working Life has them destroyed as soon as they are not
    needed. It lets one be kept longer for a matter that came up within the year, to show that an employment was ended
    properly, or for another special reason: state such a retention from the event that ends the matter, or by
    `criterion`.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, employees]
        purposes:
          camera-surveillance:
            basis: legitimate-interests
            interest-of: controller
            balancing: yes
            people: [employees]
            data: [camera-recordings]
            recipients: none
            keep: {for: 2 years, after: recording}
            required: not-asked
        sources:
          camera: {data: [camera-recordings]}
        words:
          fi: {purposes: {camera-surveillance: {interest: a}}}
          sv: {purposes: {camera-surveillance: {interest: a}}}
          en: {purposes: {camera-surveillance: {interest: a}}}

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, employees]
        purposes:
          camera-surveillance:
            basis: legitimate-interests
            interest-of: controller
            balancing: yes
            people: [employees]
            data: [camera-recordings]
            recipients: none
            keep: {for: 1 month, after: recording}
            required: not-asked
        sources:
          camera: {data: [camera-recordings]}
        words:
          fi: {purposes: {camera-surveillance: {interest: a}}}
          sv: {purposes: {camera-surveillance: {interest: a}}}
          en: {purposes: {camera-surveillance: {interest: a}}}
    """
    for purpose, keep in context.retentions:
        if not any(holds(context, "people", id, "working-life") for id in purpose.facts.people or ()):
            continue
        law, latest = keep.facts.law, keep[KEEP.at_latest]
        if not _are_recordings(context, purpose, keep.facts) or latest.is_unknown:
            continue
        if law and law.act != WORKING_LIFE_ACT:
            continue
        limit = latest[LATEST.period].value
        if limit and days(limit) <= days(LONGEST):
            continue
        for term in terms(keep):
            if days(term.length.facts) > days(LONGEST) and OF_A_MATTER.isdisjoint(term.starts):
                yield term.length.violation(suggestion=write(f"{term.length.id}: 1 year"), purpose=purpose.id)


def _are_recordings(context: RuleContext, purpose: Cursor[Purpose], keep: Retention) -> bool:
    """Whether what is kept so are recordings of a camera: by the data, or where none shows it by the purpose."""
    recorded = {id for id in purpose.facts.data or () if _is_of_camera(context, "data", id)}
    kept = data_of(purpose.facts, keep)
    if recorded and kept:
        return not recorded.isdisjoint(kept)
    return _is_of_camera(context, "purposes", purpose.id)


def _is_of_camera(context: RuleContext, kind: str, id: str) -> bool:
    if "camera" in id.split("-"):
        return True
    found = shown(context, kind, id, "monitoring")
    return found is not None and any(part in found.word.lower() for part in CAMERA)


RULES = (recordings_of_employees_kept_too_long,)
