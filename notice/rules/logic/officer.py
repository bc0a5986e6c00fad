"""C46–C47: who must have a data protection officer, and who cannot be it. GDPR Arts 37, 51."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from notice.findings import Level
from notice.law.authorities import AUTHORITIES, Authority
from notice.model.controller import Contact
from notice.model.fields import Nothing
from notice.model.vocabulary import OwnAuthority
from notice.rules.logic.watching import watching
from notice.rules.rule import Fault, RuleContext, rule


@rule("C046", "37-1-a", "37-1-b", "37-1-c")
def officer_missing(context: RuleContext) -> Iterator[Fault]:
    """A public authority has a data protection officer, and so has whoever monitors people, or uses special
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
    controller = context.notice.controller
    if controller.dpo is not Nothing.NONE:
        return
    reasons = {
        "public-authority": (controller.public_authority, "a public authority"),
        "large-scale-monitoring": (controller.large_scale_monitoring, "a controller that monitors on a large scale"),
        "large-scale-special-data": (
            controller.large_scale_special_data,
            "a controller that uses special categories of data on a large scale",
        ),
    }
    for key, (answer, who) in reasons.items():
        if answer:
            yield Fault(
                ("controller", "dpo"),
                f"There is no data protection officer, and {who} must have one (`{key}: yes`)",
                "name the officer",
                "designate one, and write how to reach the officer: `dpo: {email: …}`",
            )


@rule("C075", "37-1-b", "37-1-c", level=Level.WARNING)
def scale_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Whoever has no data protection officer and watches people or uses sensitive data says on which scale.

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
    controller, known = context.notice.controller, context.notice.vocabulary.data
    if controller.dpo is not Nothing.NONE:
        return
    used = {category for purpose in context.derived.purposes.values() for category in purpose.data or ()}
    sensitive = sorted(one for one in used if one in known and (known[one].special or known[one].criminal))
    asked = {
        "large-scale-monitoring": (
            controller.large_scale_monitoring,
            sorted(watching(context.notice)),
            "people watched",
        ),
        "large-scale-special-data": (controller.large_scale_special_data, sensitive, "sensitive data used"),
    }
    for key, (answer, hints, what) in asked.items():
        if hints and answer is None and context.notice.is_silent("controller", key):
            yield Fault(
                ("controller", key),
                f"There is no data protection officer, and it is not said on which scale are {what}: "
                f"{', '.join(hints)}",
                f"add `{key}:`",
                f"write `{key}: yes` if it is a core activity on a large scale, else `{key}: no`",
            )


@rule("C076", "37-1-a", "51")
def officer_is_the_authority(context: RuleContext) -> Iterator[Fault]:
    """The data protection officer is the controller's own, not the supervisory authority.

    The Data Protection Ombudsman supervises everybody and is nobody's officer.

    Fails::

        controller:
          dpo: {email: tietosuoja@om.fi}

    Passes::

        controller:
          dpo: {email: tietosuojavastaava@example.fi}
    """
    controller = context.notice.controller
    if not isinstance(controller.dpo, Contact):
        return
    known: list[Authority | OwnAuthority] = [*AUTHORITIES.values(), *context.notice.vocabulary.authorities.values()]
    for authority in known:
        for key in _shared(controller.dpo, authority, controller.email or "")[:1]:
            yield Fault(
                ("controller", "dpo", key),
                "The data protection officer is reached at the supervisory authority's own address",
                "the authority's",
                "write your own officer's contact details, or `dpo: none` if you have none",
            )


def _shared(dpo: Contact, authority: Authority | OwnAuthority, own_email: str) -> list[str]:
    """The ways to reach the officer that are the authority's; a domain that the controller has too is its own."""
    theirs = {_domain(authority.email), urlsplit(authority.website or "").hostname} - {"", None, _domain(own_email)}
    shared = ["email"] if _domain(dpo.email) in theirs else []
    if dpo.website and urlsplit(dpo.website).hostname in theirs:
        shared.append("website")
    if dpo.phone and authority.phone and _digits(dpo.phone) == _digits(authority.phone):
        shared.append("phone")
    return shared


def _domain(email: str | None) -> str:
    return (email or "").lower().rpartition("@")[2]


def _digits(phone: str) -> str:
    """The number without its country: the last nine digits tell it apart."""
    return "".join(sign for sign in phone if sign.isdigit())[-9:]


RULES = (officer_missing, scale_unsaid, officer_is_the_authority)
