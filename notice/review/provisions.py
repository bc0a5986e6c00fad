"""Which provisions each section of a notice answers, as the sections' own modules state them."""

from notice.law.provisions import PROVISIONS, Provision

_OF_SECTION = {
    "summary": "12-1",
    "objection": "13-2-b 14-2-c 21-1 21-2 21-4",
    "controller": "13-1-a 13-1-b 14-1-a 14-1-b 26-2",
    "purposes": "13-1-c 13-1-d 13-2-a 13-2-e 14-1-c 14-1-d 14-2-a 14-2-b",
    "sources": "14-2-f",
    "recipients": "13-1-e 13-1-f 14-1-e 14-1-f 44",
    "cookies": "917/2014-205",
    "automation": "13-2-f 14-2-g 22",
    "safeguards": "32",
    "rights": "12-2 12-3 12-5 13-2-b 13-2-c 14-2-c 14-2-d",
    "complaint": "13-2-d 14-2-e 77-1",
    "closing": "",
    "changes": "5-2",
}

SECTION_PROVISIONS: dict[str, tuple[Provision, ...]] = {
    section: tuple(PROVISIONS[key] for key in keys.split()) for section, keys in _OF_SECTION.items()
}
"""The provisions of each section by its id; none for the owner's own note at the end."""
