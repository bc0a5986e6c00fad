"""C046, C075, C076: the duty to designate a data protection officer, and who cannot be one. GDPR Arts 37, 51."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from notice.findings import Level, Violation
from notice.law.authorities import AUTHORITIES, Authority
from notice.model.controller import Contact
from notice.model.cursor import Cursor
from notice.model.fields import Nothing
from notice.model.keys import CONTACT, CONTROLLER
from notice.model.vocabulary import OwnAuthority
from notice.rules.logic.monitoring import monitoring_purposes
from notice.rules.rule import RuleContext, rule


@rule("C046", "37-1-a", "37-1-b", "37-1-c")
def officer_missing(context: RuleContext) -> Iterator[Violation]:
    """A public authority has a data protection officer, and so has a controller that monitors people, or uses special
    categories of data or data on crimes, on a large scale as a core activity.

    Fails::

        controller:
          large-scale-monitoring: yes
          dpo: none

    Passes::

        controller:
          large-scale-monitoring: yes
          dpo: {email: tietosuojavastaava@example.fi}
    """
    controller = context.controller
    dpo = controller[CONTROLLER.dpo]
    if dpo.value is not Nothing.NONE:
        return
    for reason in (
        controller[CONTROLLER.public_authority],
        controller[CONTROLLER.large_scale_monitoring],
        controller[CONTROLLER.large_scale_special_data],
    ):
        if reason.value:
            yield dpo.violation(key=reason.id)


@rule("C075", "37-1-b", "37-1-c", level=Level.WARNING)
def scale_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A controller without a data protection officer that monitors people or uses sensitive data says on which scale.

    On a large scale, as a core activity, an officer is needed; what is large depends on the number of people, the
    amount of data, the time and the area. Only the owner can weigh it.

    Fails::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, allergies-diets]
            condition: explicit-consent
            withdraw: [email]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, allergies-diets]}
        controller:
          large-scale-special-data:

    Passes::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, allergies-diets]
            condition: explicit-consent
            withdraw: [email]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, allergies-diets]}
        controller:
          large-scale-special-data: no
    """
    if context.notice.controller.dpo is not Nothing.NONE:
        return
    known = context.notice.vocabulary.data
    used = {category for purpose in context.purposes for category in purpose.facts.data or ()}
    sensitive = [each for each in sorted(used) if each in known and (known[each].special or known[each].criminal)]
    monitoring = sorted(monitoring_purposes(context))
    if monitoring and context.controller.lacks(CONTROLLER.large_scale_monitoring):
        yield context.controller[CONTROLLER.large_scale_monitoring].missing("monitoring", purposes=monitoring)
    if sensitive and context.controller.lacks(CONTROLLER.large_scale_special_data):
        yield context.controller[CONTROLLER.large_scale_special_data].missing("special-data", data=sensitive)


@rule("C076", "37-1-a", "51")
def officer_is_the_authority(context: RuleContext) -> Iterator[Violation]:
    """The data protection officer is the controller's own, not the supervisory authority.

    The Data Protection Ombudsman supervises all controllers and is an officer of none.

    Fails::

        controller:
          dpo: {email: tietosuoja@om.fi}

    Passes::

        controller:
          dpo: {email: tietosuojavastaava@example.fi}
    """
    dpo, own_email = context.controller[CONTROLLER.dpo], context.notice.controller.email or ""
    if not isinstance(dpo.value, Contact):
        return
    authorities: list[Authority | OwnAuthority] = [
        *AUTHORITIES.values(),
        *context.notice.vocabulary.authorities.values(),
    ]
    for authority in authorities:
        for shared in _shared_details(dpo, dpo.value, authority, own_email)[:1]:
            yield shared.violation(key=shared.id)


def _shared_details(
    dpo: Cursor[object], contact: Contact, authority: Authority | OwnAuthority, own_email: str
) -> list[Cursor[str]]:
    """The officer's contact details that are the authority's; a domain shared with the controller is not."""
    domains = {_domain(authority.email), urlsplit(authority.website or "").hostname} - {"", None, _domain(own_email)}
    shared = [dpo[CONTACT.email]] if _domain(contact.email) in domains else []
    if contact.website and urlsplit(contact.website).hostname in domains:
        shared.append(dpo[CONTACT.website])
    if contact.phone and authority.phone and _digits(contact.phone) == _digits(authority.phone):
        shared.append(dpo[CONTACT.phone])
    return shared


def _domain(email: str | None) -> str:
    return (email or "").lower().rpartition("@")[2]


def _digits(phone: str) -> str:
    """The last nine digits of a telephone number, which identify it without the country code."""
    return "".join(character for character in phone if character.isdigit())[-9:]


RULES = (officer_missing, scale_unsaid, officer_is_the_authority)
