"""N1: who is responsible. GDPR Arts 13(1)(a)–(b), 14(1)(a)–(b), 26(2), 27."""

from collections.abc import Iterator

from notice.law.countries import EEA
from notice.model.controller import Contact
from notice.model.fields import Nothing
from notice.rules.rule import Fault, RuleContext, rule


@rule("N101", "13-1-a", "14-1-a")
def controller_without_name(context: RuleContext) -> Iterator[Fault]:
    """The notice names the controller.

    A person must know who decides why and how her data are used, and whom she can hold to it.

    Fails::

        controller:
          name:

    Passes::

        controller:
          name: Esimerkki Oy
    """
    if not context.notice.controller.name and context.notice.is_silent("controller", "name"):
        yield Fault(
            ("controller", "name"),
            "The controller has no name",
            "add `name:`",
            "write the legal name of the person or organisation, as it stands in the trade register",
        )


@rule("N102", "13-1-a", "14-1-a")
def controller_without_contact(context: RuleContext) -> Iterator[Fault]:
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
    ways = ("address", "email", "phone")
    if context.notice.controller.channels() or not all(context.notice.is_silent("controller", way) for way in ways):
        return
    yield Fault(
        ("controller",),
        "There is no way to reach the controller",
        "add `email:`, `phone:` or `address:`",
        "give at least one; several are better",
    )


@rule("N104", "13-1-a", "27")
def representative_missing(context: RuleContext) -> Iterator[Fault]:
    """A controller outside the EEA names its representative in the Union.

    The person must have somebody in the Union to turn to.

    Fails::

        controller:
          country: US
          representative:

    Passes::

        controller:
          country: US
          representative: {name: Edustaja Oy, email: edustaja@example.fi}
    """
    controller = context.notice.controller
    outside = controller.country is not None and controller.country not in EEA
    named = controller.representative
    reachable = named is Nothing.NONE or (isinstance(named, Contact) and bool(named.name or named.channels()))
    if outside and not reachable and context.notice.is_silent("controller", "representative"):
        yield Fault(
            ("controller", "representative"),
            "The controller is outside the EEA and names no representative in the Union",
            "add `representative:`",
            "write its name, address and e-mail; or `none` with Art. 27(2) in mind",
        )


@rule("N105", "13-1-b", "14-1-b", "37-7")
def dpo_without_contact(context: RuleContext) -> Iterator[Fault]:
    """A data protection officer who has been designated can be reached through the notice.

    The officer is the person's own way into the organisation. The name is not needed, the contact is.

    Fails::

        controller:
          dpo: {name: Tiina Tietosuoja}

    Passes::

        controller:
          dpo: {email: dpo@example.fi}
    """
    dpo = context.notice.controller.dpo
    if isinstance(dpo, Contact) and not dpo.channels() and not _is_open(context, "controller", "dpo"):
        yield Fault(
            ("controller", "dpo"),
            "The data protection officer cannot be reached",
            "add `email:` or `phone:`",
            "an address of the office is enough; the officer's name is not required",
        )


@rule("N109", "13-1-b", "14-1-b", "37-1")
def dpo_unstated(context: RuleContext) -> Iterator[Fault]:
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
    if context.notice.controller.dpo is None and context.notice.is_silent("controller", "dpo"):
        yield Fault(
            ("controller", "dpo"),
            "It is not said whether there is a data protection officer",
            "add `dpo:`",
            "write `dpo: none`, or the officer's e-mail: `dpo: {email: …}`",
        )


@rule("N106", "26-1", "26-2")
def joint_controllers_without_arrangement(context: RuleContext) -> Iterator[Fault]:
    """Joint controllers are named, with the essence of what each of them answers for.

    A person must see who does what: who informs, who answers requests, who keeps the data safe.

    Fails::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com}

    Passes::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com, does: [requests]}
    """
    for id, joint in (context.notice.register.joint_controllers or {}).items():
        at = ("joint-controllers", id)
        for key, value in (("name", joint.name), ("does", joint.does)):
            if not value and context.notice.is_silent(*at, key):
                yield Fault(
                    (*at, key),
                    f"The joint controller “{id}” lacks `{key}`",
                    f"add `{key}:`",
                    "write its name, and under `does:` the tasks that it answers for",
                )


@rule("N110", "12-2", "13-1-a")
def supervisory_authority_unknown(context: RuleContext) -> Iterator[Fault]:
    """A controller outside Finland names the authority to which a person may complain.

    The package knows the authority of Finland, and takes it for a Finnish controller.

    Fails::

        controller:
          country: SE
          supervisory-authority:

    Passes::

        controller:
          country: SE
          supervisory-authority: fi-ombudsman
    """
    controller = context.notice.controller
    elsewhere = controller.country not in (None, "FI", "AX")
    fact = ("controller", "supervisory-authority")
    if elsewhere and not controller.supervisory_authority and context.notice.is_silent(*fact):
        yield Fault(
            fact,
            "The controller is not in Finland and names no supervisory authority",
            "add `supervisory-authority:`",
            "declare the authority under `authorities:` in `content/vocabulary.yaml`, and write its id here",
        )


def _is_open(context: RuleContext, *at: str) -> bool:
    return any(not context.notice.is_silent(*at, way) for way in ("address", "email", "phone"))


RULES = (
    controller_without_name,
    controller_without_contact,
    representative_missing,
    dpo_without_contact,
    dpo_unstated,
    joint_controllers_without_arrangement,
    supervisory_authority_unknown,
)
