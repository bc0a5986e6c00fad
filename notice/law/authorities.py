"""The supervisory authorities to which a person may complain: GDPR Arts 51 and 77.

Source: the contact pages of the Office of the Data Protection Ombudsman in Finnish, Swedish and English,
verified 2026-11-22. Names and addresses differ by language, so they are words: `authorities.<id>`. The page that leads
to the form was read in each language on 2026-11-26, in copies kept since some months before.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority: the country it serves and what is the same in every language.

    `phone` is international, without spaces; `reading` is that of its contact page.
    """

    country: str
    email: str
    phone: str
    website: str
    reading: Reading


AUTHORITIES: dict[str, Authority] = {
    "fi-ombudsman": Authority(
        "FI",
        "tietosuoja@om.fi",
        "+358295666700",
        "https://tietosuoja.fi",
        Reading("authority-pages", date(2026, 11, 22), date(2027, 5, 22)),
    ),
}
"""Authorities by id."""
