"""What a notice may say does not happen: each answer is true only where it was stated, or follows from stated facts."""

from collections.abc import Mapping

from notice.law.countries import EEA
from notice.model.controller import HOME
from notice.model.purpose import Purpose
from notice.model.register import FROM_ELSEWHERE, Cookie, Recipient, Source
from notice.model.site import Notice

ONESELF = "data-subject"
"""The source that is each person whom the data concern; the other persons are of one group."""


def nothing_leaves(notice: Notice, recipients: Mapping[str, Recipient]) -> bool:
    """Whether it is stated of all who have the data that none go out of the EEA.

    The controller is in the EEA, each joint controller states a country there, and each recipient `transfers: none`:
    the country in which a recipient is established does not tell where its servers and processors are, and people who
    receive the data can be anywhere.
    """
    if notice.is_unknown("controller", "country") or notice.is_unknown("joint-controllers"):
        return False
    joint = (notice.register.joint_controllers or {}).values()
    countries = [notice.controller.country or HOME, *(one.address.country if one.address else None for one in joint)]
    stated = all(one.transfers is not None and not one.transfers for one in recipients.values())
    return stated and all(country in EEA for country in countries)


def nowhere_else(notice: Notice, sources: Mapping[str, Source], without_source: tuple[str, ...]) -> bool:
    """Whether every category of data has a source, and every source is the person or the controller's own work."""
    if not sources or without_source or any(source.kind in (None, *FROM_ELSEWHERE) for source in sources.values()):
        return False
    purposes = (notice.register.purposes or {}).values()
    return not any(_is_open(notice, id) for id in sources) and not any(
        named_by_others(notice, sources, purpose) for purpose in purposes
    )


def named_by_others(notice: Notice, sources: Mapping[str, Source], purpose: Purpose) -> tuple[str, ...]:
    """The groups of a purpose whose data others usually give, where no source says who does, nor that they do."""
    used = set(purpose.data or ())
    giving = {id: source for id, source in sources.items() if used & set(source.data or ())}
    if ONESELF in giving or not any(source.kind == "person" for source in giving.values()):
        return ()
    if any(source.kind in (None, *FROM_ELSEWHERE) for source in giving.values()):
        return ()
    known = notice.vocabulary.people
    return tuple(group for group in purpose.people or () if group in known and known[group].named_by_others)


def consents_elsewhere(notice: Notice, recipients: Mapping[str, Recipient], cookies: Mapping[str, Cookie]) -> bool:
    """Whether somebody consents to something other than a purpose or its special data.

    To the use of the identity code, a decision by a machine, a transfer, a cookie, or the use of a source.
    """
    register = notice.register
    codes = (purpose.identity_code for purpose in (register.purposes or {}).values())
    transfers = (transfer for one in recipients.values() for transfer in (one.transfers or {}).values())
    return (
        any(code and code.ground == "consent" for code in codes)
        or any(one.exception == "explicit-consent" for one in (register.automated_decisions or {}).values())
        or any(transfer.mechanism == "explicit-consent" for transfer in transfers)
        or any(cookie.category not in (None, "necessary") for cookie in cookies.values())
        or any(source.consented for source in (register.sources or {}).values())
    )


def _is_open(notice: Notice, source: str) -> bool:
    return notice.is_unknown("sources", source) or notice.is_unknown("sources", source, "data")
