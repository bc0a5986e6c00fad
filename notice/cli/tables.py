"""The dated tables of the law, side by side: how large, how old, and which of their entries end."""

from dataclasses import dataclass
from datetime import date

from notice.law import adequacy, ages, authorities, rulings, statutes


@dataclass(frozen=True, slots=True)
class LawTable:
    """One table: what it holds, in how many entries, and the day on which it was last compared with its source."""

    name: str
    size: str
    verified: date
    note: str = ""


def tables() -> tuple[LawTable, ...]:
    """Every dated table."""
    pending = ", ".join(one.id for one in rulings.RULINGS.values() if one.appealed)
    partial = ", ".join(f"{one.country} ({one.scope})" for one in adequacy.ADEQUACY if one.partial)
    offices = min(one.verified for one in authorities.AUTHORITIES.values())
    decisions, seen = str(len(rulings.RULINGS)), statutes.SEEN_UNTIL.isoformat()
    covered = f"{len(adequacy.ADEQUACY)} countries, and {', '.join(adequacy.ORGANISATIONS)}"
    return (
        LawTable("Adequacy decisions", covered, adequacy.VERIFIED, f"Partly: {partial}"),
        LawTable("Authorities", str(len(authorities.AUTHORITIES)), offices),
        LawTable("Ages of consent", str(len(ages.AGES)), ages.VERIFIED),
        LawTable("Amended acts", f"{len(statutes.AMENDMENTS)} amendments", statutes.VERIFIED, f"Seen up to {seen}"),
        LawTable("Decisions of courts and authorities", decisions, rulings.VERIFIED, f"Appealed: {pending}"),
    )


def lapsing(day: date) -> tuple[str, ...]:
    """What has ended by the day, what ends later, and what a court may end, in that order."""
    dated = sorted((one.end, one.country) for one in adequacy.ADEQUACY if one.end)
    told = [f"{end.isoformat()}: the decision on {country} has ended" for end, country in dated if end < day]
    told += [f"{end.isoformat()}: the decision on {country} ends" for end, country in dated if end >= day]
    told += [f"open: {one.pending} may end the decision on {one.country}" for one in adequacy.ADEQUACY if one.pending]
    return tuple(told)
