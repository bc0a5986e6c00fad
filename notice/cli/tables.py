"""The dated tables of the law, side by side: how large, how old, and which of their entries end."""

from dataclasses import dataclass
from datetime import date

from notice.languages import country_name, written_date
from notice.law import adequacy, ages, authorities, rulings, statutes
from notice.messages import text


@dataclass(frozen=True, slots=True)
class LawTable:
    """One table: its id, in how many entries, and the day on which it was last compared with its source."""

    id: str
    size: str
    verified: date
    note: str = ""


def tables(language: str) -> tuple[LawTable, ...]:
    """Every dated table, worded in a language."""
    pending = ", ".join(one.id for one in rulings.RULINGS.values() if one.appealed)
    partial = "; ".join(
        f"{country_name(one.country, language)} ({text(language, 'law', 'scopes', one.country)})"
        for one in adequacy.ADEQUACY
        if one.partial
    )
    offices = min(one.verified for one in authorities.AUTHORITIES.values())
    bodies = ", ".join(text(language, "law", "organisations", id) for id in adequacy.ORGANISATIONS)

    def entries(number: int) -> str:
        return text(language, "law", "entries", count=number)

    covered = text(language, "law", "covered", count=len(adequacy.ADEQUACY), bodies=bodies)
    seen = text(language, "law", "seen", day=written_date(statutes.SEEN_UNTIL, language))
    return (
        LawTable("adequacy", covered, adequacy.VERIFIED, text(language, "law", "partly", countries=partial)),
        LawTable("authorities", entries(len(authorities.AUTHORITIES)), offices),
        LawTable("ages", entries(len(ages.AGES)), ages.VERIFIED),
        LawTable("acts", entries(len(statutes.AMENDMENTS)), statutes.VERIFIED, seen),
        LawTable(
            "rulings", entries(len(rulings.RULINGS)), rulings.VERIFIED, text(language, "law", "appealed", ids=pending)
        ),
    )


def lapsing(day: date, language: str) -> tuple[str, ...]:
    """What has ended by the day, what ends later, and what a court may end, in that order."""
    dated = sorted((one.end, one.country) for one in adequacy.ADEQUACY if one.end)

    def lines(key: str, ends: list[tuple[date, str]]) -> list[str]:
        return [
            text(language, "law", key, day=written_date(end, language), country=country_name(country, language))
            for end, country in ends
        ]

    pending = [
        text(language, "law", "pending", case=one.pending, country=country_name(one.country, language))
        for one in adequacy.ADEQUACY
        if one.pending
    ]
    ended = [row for row in dated if row[0] < day]
    return (*lines("ended", ended), *lines("ends", [row for row in dated if row not in ended]), *pending)
