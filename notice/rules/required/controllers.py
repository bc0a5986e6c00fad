"""N1: controller, representative, officer. GDPR Arts 13(1)(a)–(b), 14(1)(a)–(b), 27; Act 917/2014 s. 176."""

from collections.abc import Iterator
from typing import TypeVar

from notice.findings import Level, Violation
from notice.law.countries import EEA
from notice.model.controller import Contact
from notice.model.cursor import Cursor
from notice.model.fields import Nothing
from notice.model.keys import ADDRESS, CONTACT, CONTROLLER
from notice.rules.rule import RuleContext, rule

T = TypeVar("T")


@rule("N101", "13-1-a", "14-1-a")
def controller_without_name(context: RuleContext) -> Iterator[Violation]:
    """The notice names the controller.

    A person must know who decides why and how their data are used, and whom to turn to.

    Fails::

        controller:
          name:

    Passes::

        controller:
          name: Esimerkki Oy
    """
    name = context.controller[CONTROLLER.name]
    if not name.value and name.is_silent:
        yield name.missing()


@rule("N102", "13-1-a", "14-1-a")
def controller_without_contact(context: RuleContext) -> Iterator[Violation]:
    """The notice says how to reach the controller: by post, by e-mail or by telephone.

    Without a way to reach the controller, no right can be used.

    Also found: N108, for channels of requests that have no address, and N103, for a shop on the net.

    Fails::

        controller:
          address:
          email:
          phone:

    Passes::

        controller:
          email: tietosuoja@example.fi
    """
    if _cannot_be_reached(context.controller):
        yield context.controller.violation()


@rule("N103", "917/2014-176", level=Level.WARNING)
def provider_not_identified(context: RuleContext) -> Iterator[Violation]:
    """The provider of an online service states its street address, e-mail, business id and VAT number.

    The Finnish Act requires them on the site, where everybody can find them; the notice is such a place, too.

    Fails::

        controller:
          business-id:

    Passes::

        controller:
          provides-online-service: no
          business-id:
          vat-id:
    """
    controller = context.controller
    online = controller[CONTROLLER.provides_online_service]
    asked = online.is_missing and bool(context.register.facts.cookies)
    if controller.facts.country != "FI" or not (online.value or asked):
        return
    if online.value is None:
        yield online.missing("online-service-unstated")
        return
    required = [(controller[CONTROLLER.address][ADDRESS.street], "Esimerkkikatu 1")]
    whole = context.notice.site_controller
    # A committee is no body of its own: the business id is that of its municipality, which the site states.
    is_other = controller.facts.name != whole.name
    is_committee = bool(is_other and whole.public_authority and controller.facts.public_authority and whole.business_id)
    if not is_committee:
        required.append((controller[CONTROLLER.business_id], "9999999-2"))
    if controller[CONTROLLER.contact][CONTACT.email].value is None:
        required.append((controller[CONTROLLER.email], "info@example.fi"))
    for fact, example in required:
        if fact.is_missing:
            yield fact.missing("provider-detail-missing", key=fact.id, example=example)
    if not is_committee and controller.lacks(CONTROLLER.vat_id):
        yield controller[CONTROLLER.vat_id].missing("vat-id-missing")


@rule("N104", "13-1-a", "27")
def representative_missing(context: RuleContext) -> Iterator[Violation]:
    """A controller outside the EEA names its representative in the Union.

    A person must have somebody in the Union to turn to.

    Fails::

        controller:
          country: US
          representative:

    Passes::

        controller:
          country: US
          representative: {name: Edustaja Oy, email: edustaja@example.fi}
    """
    country = context.controller.facts.country
    representative = context.controller[CONTROLLER.representative]
    contact = representative.value
    is_named = contact is Nothing.NONE or (isinstance(contact, Contact) and bool(contact.name or contact.channels()))
    if country and country not in EEA and not is_named and representative.is_silent:
        yield representative.missing()


@rule("N105", "13-1-b", "14-1-b", "37-7")
def dpo_without_contact(context: RuleContext) -> Iterator[Violation]:
    """A data protection officer who has been designated can be reached through the notice.

    The officer is the person's own way into the organisation. The name is not needed, the contact is.

    Fails::

        controller:
          dpo: {name: Tiina Tietosuoja}

    Passes::

        controller:
          dpo: {email: dpo@example.fi}
    """
    dpo = context.controller[CONTROLLER.dpo]
    if _cannot_be_reached(dpo):
        yield dpo.violation()


@rule("N109", "13-1-b", "14-1-b", "37-1")
def dpo_unstated(context: RuleContext) -> Iterator[Violation]:
    """It is stated whether there is a data protection officer.

    Silence is not an answer: a public authority must have an officer, and so must others whose core work is
    monitoring people or handling sensitive data on a large scale.

    Fails::

        controller:
          dpo:

    Passes::

        controller:
          dpo: none
    """
    if context.controller.lacks(CONTROLLER.dpo):
        yield context.controller[CONTROLLER.dpo].missing()


@rule("N110", "12-2", "13-1-a")
def supervisory_authority_unknown(context: RuleContext) -> Iterator[Violation]:
    """A controller outside Finland names the authority with which a person can lodge a complaint.

    For a Finnish controller, the authority of Finland is used without being stated.

    Fails::

        controller:
          country: SE
          supervisory-authority:

    Passes::

        controller:
          country: SE
          supervisory-authority: fi-ombudsman
    """
    authority = context.controller[CONTROLLER.supervisory_authority]
    is_foreign = context.controller.facts.country not in (None, "FI", "AX")
    if is_foreign and not authority.value and authority.is_silent:
        yield authority.missing()


def _cannot_be_reached(contact: Cursor[T]) -> bool:
    """Whether a contact has no channel by which to reach it, and none is unknown or unreadable."""
    ways = (contact[CONTACT.address], contact[CONTACT.email], contact[CONTACT.phone])
    stated = contact.value
    return isinstance(stated, Contact) and not stated.channels() and all(way.is_silent for way in ways)


RULES = (
    controller_without_name,
    controller_without_contact,
    provider_not_identified,
    representative_missing,
    dpo_without_contact,
    dpo_unstated,
    supervisory_authority_unknown,
)
