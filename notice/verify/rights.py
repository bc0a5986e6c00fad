"""N6, N7 and C on the finished page: information that the law requires is there, in every language, and not empty."""

from collections.abc import Iterator

from notice.derive import has_basis
from notice.findings import Level, Violation
from notice.law.bases import Basis
from notice.verify.built import Built, site_rule, stated_on_page

LIMITS: dict[Basis, str] = {"legal-obligation": "obligation", "public-task": "task"}
"""The bases under which erasure has a limit of its own, with the limit's id on the page: GDPR Art. 17(3)(b)."""


@stated_on_page("N601", "rights.access", "13-2-b", "14-2-c", "15")
def access_missing() -> None:
    """The notice names the right of access, and says what it means."""


@stated_on_page("N602", "rights.rectification", "13-2-b", "14-2-c", "16")
def rectification_missing() -> None:
    """The notice names the right to rectification, and says what it means."""


@stated_on_page("N603", "rights.erasure", "13-2-b", "14-2-c", "17")
def erasure_missing() -> None:
    """The notice names the right to erasure, and says what it means."""


@stated_on_page("N604", "rights.restriction", "13-2-b", "14-2-c", "18")
def restriction_missing() -> None:
    """The notice names the right to restriction of processing, and says what it means."""


@stated_on_page("N605", "rights.objection", "13-2-b", "14-2-c", "21-1")
def objection_missing() -> None:
    """The notice names the right to object; where it does not arise, it says why."""


@stated_on_page("N606", "rights.objection-to-marketing", "21-2", "21-3")
def objection_to_marketing_missing() -> None:
    """The notice names the right to object to direct marketing, whatever the legal basis."""


@site_rule("N607", "21-4")
def objection_not_separate(built: Built) -> Iterator[Violation]:
    """Where a right to object arises, it is in a block of its own, apart from everything else.

    The Regulation requires that it be brought to the person's attention clearly and separately.

    Also found: B001, for the section that is not there.
    Also found: B005, for the links that led to it.
    Also found: N605, for the right that was there.
    Also found: N606, for the other one.

    Fails without::

        section#objection
    """
    for composed, document, page in built.documents():
        arises = any(right.purposes for right in composed.derived.rights if right.right.startswith("objection"))
        if arises and "objection" not in page.boxed:
            yield built.place(page.path).violation(language=document.language)


@stated_on_page("N608", "rights.portability", "13-2-b", "14-2-c", "20-1")
def portability_missing() -> None:
    """The notice names the right to data portability; where it does not arise, it says why."""


@stated_on_page("N609", "rights.withdrawal", "7-3", "13-2-c", "14-2-d")
def withdrawal_missing() -> None:
    """The notice names the right to withdraw consent at any time; where nothing rests on consent, it says so."""


@stated_on_page("N611", "complaint", "13-2-d", "14-2-e", "77-1", "8393/161/2019")
def complaint_missing() -> None:
    """The notice names the right to complain to a supervisory authority, and the authority.

    Its lack was one of the grounds for a Finnish fine of 72 000 euros (TSV 8393/161/2019).
    """


@site_rule("N702", "13-2-e")
def consequence_missing(built: Built) -> Iterator[Violation]:
    """For every purpose the notice says what follows if the data are not given.

    Fails without::

        [data-fact$=".required.consequence"]
    """
    for composed, _, page in built.documents():
        for id, purpose in composed.derived.purposes.items():
            fact = f"purposes.{id}.required"
            if not page.facts.get(f"{fact}.consequence" if purpose.required else fact):
                yield built.place(page.path).violation(purpose=id)


@stated_on_page("N614", "rights.month", "12-3", level=Level.WARNING)
def month_missing() -> None:
    """The notice says when a request is answered: within one month, and two more where it is complex."""


@stated_on_page("N615", "rights.free", "12-5", level=Level.INFO)
def free_of_charge_missing() -> None:
    """The notice says that requests are free of charge."""


@site_rule("C014", "17-3-b", level=Level.WARNING)
def erasure_without_limit(built: Built) -> Iterator[Violation]:
    """Where a law obliges to process data, the right to erasure says that it ends there, and only there.

    "To the extent that" is the measure: a person keeps the right for all data that no law requires to be kept.

    Fails without::

        [data-fact="rights.erasure.limit.obligation"]
    """
    for composed, _, page in built.documents():
        if any(right.right == "erasure" and right.excluded for right in composed.derived.rights):
            continue
        for basis, limit in LIMITS.items():
            if has_basis(composed.notice, basis) and not page.facts.get(f"rights.erasure.limit.{limit}"):
                yield built.place(page.path).violation(basis=basis)


@site_rule("C032", "13-2-e", level=Level.INFO)
def observation_untold(built: Built) -> Iterator[Violation]:
    """The notice says that data observed by a device or a camera are collected automatically.

    They count as collected from the person (C-422/24), so Article 13 applies: the person must be able to know that
    nobody asks them first.

    Fails without::

        [data-fact="sources.browser.kind"]
    """
    for composed, _, page in built.documents():
        for id, source in composed.derived.sources.items():
            if source.kind == "observed" and not page.facts.get(f"sources.{id}.kind"):
                yield built.place(page.path).violation(source=id)


RULES = (
    access_missing,
    rectification_missing,
    erasure_missing,
    restriction_missing,
    objection_missing,
    objection_to_marketing_missing,
    objection_not_separate,
    portability_missing,
    withdrawal_missing,
    complaint_missing,
    consequence_missing,
    month_missing,
    free_of_charge_missing,
    erasure_without_limit,
    observation_untold,
)
