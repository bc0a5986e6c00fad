"""N6 and N7 on the finished page: what the law wants told stands there, in every language, and is not empty."""

from collections.abc import Iterator
from typing import Literal

from notice.findings import Level
from notice.law.rights import Right
from notice.verify.built import Built, Flaw, site_rule


@site_rule("N601", "13-2-b", "14-2-c", "15")
def access_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right of access, and says what it means.

    Fails without::

        [data-fact="rights.access"]
    """
    yield from _untold(built, "access")


@site_rule("N602", "13-2-b", "14-2-c", "16")
def rectification_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to rectification, and says what it means.

    Fails without::

        [data-fact="rights.rectification"]
    """
    yield from _untold(built, "rectification")


@site_rule("N603", "13-2-b", "14-2-c", "17")
def erasure_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to erasure, and says what it means.

    Fails without::

        [data-fact="rights.erasure"]
    """
    yield from _untold(built, "erasure")


@site_rule("N604", "13-2-b", "14-2-c", "18")
def restriction_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to restriction of processing, and says what it means.

    Fails without::

        [data-fact="rights.restriction"]
    """
    yield from _untold(built, "restriction")


@site_rule("N605", "13-2-b", "14-2-c", "21-1")
def objection_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to object; where it does not arise, it says why.

    Fails without::

        [data-fact="rights.objection"]
    """
    yield from _untold(built, "objection")


@site_rule("N606", "21-2", "21-3")
def objection_to_marketing_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to object to direct marketing, whatever the legal basis.

    Fails without::

        [data-fact="rights.objection-to-marketing"]
    """
    yield from _untold(built, "objection-to-marketing")


@site_rule("N607", "21-4")
def objection_not_separate(built: Built) -> Iterator[Flaw]:
    """Where a right to object arises, it stands in a block of its own, apart from everything else.

    The Regulation wants it brought to the person's attention clearly and separately.

    Also found: B001, for the section that is not there.
    Also found: B005, for the links that led to it.
    Also found: N605, for the right that stood there.
    Also found: N606, for the other one.

    Fails without::

        section#objection
    """
    for composed, document, page in built.documents():
        arises = any(one.purposes for one in composed.derived.rights if one.right.startswith("objection"))
        if arises and "objection" not in page.boxed:
            yield Flaw(page.path, f"The right to object has no block of its own ({document.language})")


@site_rule("N608", "13-2-b", "14-2-c", "20-1")
def portability_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to data portability; where it does not arise, it says why.

    Fails without::

        [data-fact="rights.portability"]
    """
    yield from _untold(built, "portability")


@site_rule("N609", "7-3", "13-2-c", "14-2-d")
def withdrawal_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to withdraw consent at any time; where nothing rests on consent, it says so.

    Fails without::

        [data-fact="rights.withdrawal"]
    """
    yield from _untold(built, "withdrawal")


@site_rule("N611", "13-2-d", "14-2-e", "77-1", "8393/161/2019")
def complaint_missing(built: Built) -> Iterator[Flaw]:
    """The notice names the right to complain to a supervisory authority, and the authority.

    Its lack was one of the grounds for a Finnish fine of 72 000 euros (TSV 8393/161/2019).

    Fails without::

        [data-fact="complaint"]
    """
    for _, _, page in built.documents():
        if not page.facts.get("complaint"):
            yield Flaw(page.path, "The page does not tell of the right to complain")


@site_rule("N702", "13-2-e")
def consequence_missing(built: Built) -> Iterator[Flaw]:
    """For every purpose the notice says what follows if the data are not given.

    Fails without::

        [data-fact$=".required.consequence"]
    """
    for composed, _, page in built.documents():
        for id, purpose in composed.derived.purposes.items():
            fact = f"purposes.{id}.required"
            if not page.facts.get(f"{fact}.consequence" if purpose.required else fact):
                yield Flaw(page.path, f"The page does not tell what follows if the data of “{id}” are not given")


@site_rule("N614", "12-3", level=Level.WARNING)
def month_missing(built: Built) -> Iterator[Flaw]:
    """The notice says when a request is answered: within one month, and two more where it is complex.

    Fails without::

        [data-fact="rights.month"]
    """
    yield from _untold(built, "month", "the time in which a request is answered")


@site_rule("N615", "12-5", level=Level.INFO)
def free_of_charge_missing(built: Built) -> Iterator[Flaw]:
    """The notice says that requests are free of charge.

    Fails without::

        [data-fact="rights.free"]
    """
    yield from _untold(built, "free", "that requests are free of charge")


def _untold(built: Built, right: Right | Literal["month", "free"], told: str = "") -> Iterator[Flaw]:
    for _, _, page in built.documents():
        said = page.facts.get(f"rights.{right}", "")
        if said == page.headed.get(f"rights.{right}", ""):  # nothing at all, or a heading with nothing below it
            yield Flaw(
                page.path,
                f"The page does not tell {told or f'of the right “{right}”'}",
                help="the section template, or a word that was overridden, leaves it out",
            )


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
)
