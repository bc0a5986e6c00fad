"""L: authorities: present names, Finland's instead of another country's, and no confusion of one with another."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.law.bodies import ended_by
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, matches, of_rights
from notice.rules.wording.patterns.traits import Trait


@rule("L010", "14-2-f", level=Level.WARNING)
def population_register_centre(context: RuleContext) -> Iterator[Violation]:
    """The Population Register Centre and the local register offices became one agency on 1 January 2020.

    Act 304/2019 founded the Digital and Population Data Services Agency; its system is the Population Information
    System.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tarkistamme osoitteen Väestörekisterikeskuksesta."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Tarkistamme osoitteen väestötietojärjestelmästä."}}}
    """
    yield from matches(context, "L010", anywhere, DATED)


@rule("L011", "12-1", level=Level.WARNING)
def communications_authority(context: RuleContext) -> Iterator[Violation]:
    """The authority for electronic communications is the Finnish Transport and Communications Agency Traficom.

    Fails::

        words:
          en: {description: Ficora supervises cookies.}

    Passes::

        words:
          en: {description: Traficom supervises cookies.}
    """
    yield from matches(context, "L011", anywhere, DATED)


@rule("L029", "12-1", level=Level.WARNING)
def body_that_ended(context: RuleContext) -> Iterator[Violation]:
    """Valvira, the Regional State Administrative Agencies and the ELY Centres ended on 31 December 2025.

    Their tasks went to the Finnish Supervisory Agency and ten Economic Development Centres, some to the Finnish Food
    Authority, the Finnish Competition and Consumer Authority and Traficom: which one depends on the task.

    Fails::

        words:
          fi: {description: "Valvira ja aluehallintovirasto valvovat toimintaa."}

    Passes::

        words:
          fi: {description: "Lupa- ja valvontavirasto valvoo toimintaa."}
    """
    for body in sorted(ended_by(context.day)):
        yield from matches(context, f"L029-{body}", anywhere, DATED)


@rule("L013", "51", "1050/2018-37", level=Level.WARNING)
def data_protection_board(context: RuleContext) -> Iterator[Violation]:
    """The Data Protection Board of the repealed act is gone; the supervisory authority is the Ombudsman.

    Fails::

        words:
          sv: {description: Datasekretessnämnden ger tillstånd.}

    Passes::

        words:
          sv: {description: Dataombudsmannen övervakar behandlingen.}
    """
    yield from matches(context, "L013", anywhere, DATED)


@rule("L021", "37-7", "13-1-b")
def officer_called_ombudsman(context: RuleContext) -> Iterator[Violation]:
    """A controller's own officer is its data protection officer; the Ombudsman is the authority.

    Fails::

        words:
          fi: {description: "Ota yhteyttä yhtiömme tietosuojavaltuutettuun."}

    Passes::

        words:
          fi: {description: "Ota yhteyttä yhtiömme tietosuojavastaavaan."}
    """
    yield from matches(context, "L021", anywhere, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("L025", "77-1", "13-2-d")
def authority_called_officer(context: RuleContext) -> Iterator[Violation]:
    """A complaint goes to the supervisory authority, not to a data protection officer.

    In Swedish the two are close: dataombudsmannen is Finland's authority, a dataskyddsombud a controller's officer.

    Fails::

        words:
          sv: {texts: {complaint: "Du kan lämna in klagomål till dataskyddsombudet."}}

    Passes::

        words:
          sv: {texts: {complaint: "Du kan lämna in klagomål till dataombudsmannen."}}
    """
    yield from matches(context, "L025", anywhere, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("L023", "77-1", "13-2-d", "51")
def authority_of_sweden(context: RuleContext) -> Iterator[Violation]:
    """The authority named is Finland's: Datainspektionen and IMY are Sweden's.

    Åland has a Datainspektionen of its own, which supervises the authorities of the province and its municipalities,
    and a person may complain where they live or work (Article 77(1)): a sentence on Åland or on people in Sweden is
    spared. So is Datainspektionen where the controller's `country` is AX, and Sweden's authority where it is SE.

    Fails::

        words:
          sv: {texts: {complaint: "Du kan klaga hos Integritetsskyddsmyndigheten."}}

    Passes::

        words:
          sv: {texts: {complaint: "Du kan klaga hos dataombudsmannens byrå."}}
    """
    controller = context.notice.controller
    countries = {controller.country, controller.address.country if controller.address else None}
    if controller.supervisory_authority not in {None, "fi-ombudsman"} or "SE" in countries:
        return
    for code in ("L023",) if "AX" in countries else ("L023", "L023-datainspektionen"):
        spares = (Trait.NEGATED, Trait.PAST, Trait.QUOTED)
        yield from matches(context, code, anywhere, spares)


@rule("L026", "12-1", level=Level.WARNING)
def term_of_sweden(context: RuleContext) -> Iterator[Violation]:
    """Terms are those of Finnish law in Swedish: personbeteckning and påföljdsavgift, as the acts have them.

    Fails::

        words:
          sv: {purposes: {orders: {text: "Vi behandlar ditt personnummer."}}}

    Passes::

        words:
          sv: {purposes: {orders: {text: "Vi behandlar din personbeteckning."}}}
    """
    yield from matches(context, "L026", anywhere, DATED)


@rule("C047", "13-2-d", "77-1")
def complaint_to_the_controller(context: RuleContext) -> Iterator[Violation]:
    """A complaint is lodged with a supervisory authority; a message to the controller is not such a complaint.

    Fails::

        words:
          en: {texts: {complaint: "You can make a complaint to our customer service."}}

    Passes::

        words:
          en: {texts: {complaint: "You can lodge a complaint with the supervisory authority."}}
    """
    spares = (Trait.NEGATED, Trait.SUPPOSED, Trait.PAST, Trait.QUOTED)
    yield from matches(context, "C047", of_rights, spares)
    yield from matches(context, "C047-place", lambda path: path[:2] == ("texts", "complaint"), spares)


RULES = (
    population_register_centre,
    communications_authority,
    body_that_ended,
    data_protection_board,
    officer_called_ombudsman,
    authority_of_sweden,
    authority_called_officer,
    term_of_sweden,
    complaint_to_the_controller,
)
