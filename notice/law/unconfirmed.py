"""Unconfirmed points of law, each with the reason. They are reviewed together with the tables.

A rule that rests on one of these alone warns at most, and quotes no paragraph. The point, the reason and what `notice`
does meanwhile are worded in `locales/<language>/messages/law.yaml`, under the id.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading, Source

_READ = date(2026, 11, 22)
_SOON, _LATER = date(2027, 2, 22), date(2027, 11, 22)


@dataclass(frozen=True, slots=True)
class Open:
    """One open point, with the place where an answer was looked for."""

    id: str
    reading: Reading


def _point(id: str, source: Source, review: date, read: date = _READ) -> Open:
    return Open(id, Reading(source, read, review))


OPEN: tuple[Open, ...] = (
    _point("finnish-acts-since-2025", "statute-book", _SOON),
    _point("data-protection-act-2026", "parliament", _SOON, date(2026, 11, 28)),
    _point("cookies-and-records-proposals", "reports", _SOON),
    _point("ai-act", "summaries", _SOON, date(2026, 11, 28)),
    _point("political-advertising", "summaries", _SOON, date(2026, 11, 28)),
    _point("direct-marketing-by-parties", "authority-pages", _SOON, date(2026, 11, 28)),
    _point("dpf-list", "adequacy-list", _LATER),
    _point("dpf-appeal", "court-texts", _SOON),
    _point("adequacy-numbers", "adequacy-list", _SOON),
    _point("wp260", "edpb-pages", _LATER),
    _point("new-guidelines", "edpb-pages", _SOON),
    _point("edpb-templates", "edpb-pages", _SOON),
    _point("employment-offices", "closing-notices", _SOON),
    _point("other-criteria", "reports", _LATER),
    _point("letters-of-bases", "gdpr-text", _LATER),
    _point("corrigenda", "gdpr-text", _LATER),
    _point("ombudsman-appeals", "summaries", _SOON),
    _point("aland", "authority-pages", _LATER),
    _point("traficom-guidance", "authority-pages", _LATER),
    _point("identity-code-of-customers", "statute-book", _LATER),
)
"""Every open point."""
