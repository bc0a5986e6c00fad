"""What all registers of a site have in common unless they say otherwise."""

from datetime import date
from typing import Annotated

from pydantic import field_validator

from notice.model.fields import Day, Entries, Facts, Ids, OrNone, Refers, YesNo
from notice.model.purpose import Purpose
from notice.model.register import Cookie, Decision, Profiling, each_day_once
from notice.model.texts import Web


class Defaults(Facts):
    """Facts of every register that does not state them itself.

    `purposes` holds the facts of a purpose wherever a register has it: the same bookkeeping, the same period. The days
    of `history` from a register's own first day on are added to its own.
    """

    purposes: Annotated[Entries[Purpose] | None, Refers("purposes")] = None
    automated_decisions: Entries[Decision] | None = None
    profiling: OrNone[Profiling] | None = None
    cookies: Entries[Cookie] | None = None
    similar_techniques: Annotated[Ids | None, Refers("techniques")] = None
    cookie_consent: Annotated[Ids | None, Refers("withdrawals")] = None
    cookie_settings: Web | None = None
    safeguards: Annotated[Ids | None, Refers("safeguards")] = None
    children_service: YesNo | None = None
    children_wording: YesNo | None = None
    required_fields_marked: YesNo | None = None
    identifiable: YesNo | None = None
    changes_told_by: Annotated[Ids | None, Refers("announcements")] = None
    history: tuple[Day, ...] | None = None

    @field_validator("history")
    @classmethod
    def _each_day_once(cls, history: tuple[date, ...] | None) -> tuple[date, ...] | None:
        return each_day_once(history)
