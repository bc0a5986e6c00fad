"""N: small facts on which other answers hang, and which silence leaves open."""

from collections.abc import Iterator

from notice.findings import FactPath, Level
from notice.model.purpose import LawReference, Laws
from notice.model.register import FROM_ELSEWHERE
from notice.model.vocabulary import Law
from notice.rules.rule import Fault, RuleContext, rule


@rule("N111", "13-1-a", "27", level=Level.WARNING)
def controller_without_country(context: RuleContext) -> Iterator[Fault]:
    """It is said in which country the controller is established.

    Outside the EEA it needs a representative, and which authority and which national law hold depends on it.

    Fails::

        controller:
          country:

    Passes::

        controller:
          country: FI
    """
    if context.notice.controller.country is None and context.notice.is_silent("controller", "country"):
        yield Fault(
            ("controller", "country"),
            "It is not said in which country the controller is established",
            "add `country:`",
            "write the two-letter code, such as `country: FI`",
        )


@rule("N112", "6-1", "37-1-a", level=Level.WARNING)
def authority_or_not_unsaid(context: RuleContext) -> Iterator[Fault]:
    """It is said whether the controller is a public authority.

    An authority cannot rest its tasks on legitimate interests, and always has a data protection officer.

    Fails::

        controller:
          public-authority:

    Passes::

        controller:
          public-authority: no
    """
    if context.notice.controller.public_authority is None and context.notice.is_silent(
        "controller", "public-authority"
    ):
        yield Fault(
            ("controller", "public-authority"),
            "It is not said whether the controller is a public authority",
            "add `public-authority:`",
            "write `public-authority: yes` or `no`",
        )


@rule("N208", "6-3")
def law_without_act(context: RuleContext) -> Iterator[Fault]:
    """A law is an act with its section: a section alone is in no act.

    An act of the European Union has articles, a Finnish one has sections.

    Fails::

        purposes:
          bookkeeping:
            law: {section: "2:10"}

    Passes::

        purposes:
          bookkeeping:
            law: {act: accounting-act, section: "2:10"}
    """
    for fact, law in _laws(context):
        if law.act is None and context.notice.is_silent(*fact, "act"):
            yield Fault(
                fact,
                f"A law of “{fact[1]}” names no act",
                "add `act:`",
                "write the act's id, such as `law: {act: accounting-act, section: 2:10}`",
            )
        elif known := context.notice.vocabulary.laws.get(law.act or ""):
            yield from _of_another_kind(fact, law, known)


def _of_another_kind(fact: FactPath, law: LawReference, known: Law) -> Iterator[Fault]:
    """A section of an act that has articles, or an article of one that has sections."""
    if known.is_of_the_eu and (law.section or law.chapter):
        message = f"“{law.act}” is an act of the EU, and has articles, not sections"
        help = f"write its article: `law: {{act: {law.act}, article: 6(1)(c)}}`"
        yield Fault(fact, message, "write `article`", help)
    if law.article and known.number and not known.is_of_the_eu:
        message = f"“{law.act}” is a Finnish act, and has sections, not articles"
        help = f"write its section: `law: {{act: {law.act}, section: 6 § 1 mom.}}`"
        yield Fault(fact, message, "write `section`", help)


@rule("N311", "12-1", "30-1-c", level=Level.WARNING)
def purpose_without_people(context: RuleContext) -> Iterator[Fault]:
    """Every purpose says whose data it uses, where the register is about several groups of people.

    Fails::

        purposes:
          newsletter:
            people:

    Passes::

        purposes:
          newsletter:
            people: [customers]
    """
    groups = context.notice.register.people or ()
    for id, purpose in context.derived.purposes.items():
        if purpose.people is None and len(groups) > 1 and context.notice.is_silent("purposes", id, "people"):
            yield Fault(
                ("purposes", id, "people"),
                f"It is not said whose data are used for “{id}”",
                "add `people:`",
                f"list the groups: `people: [{', '.join(groups)}]`",
            )


@rule("N312", "30-1-c", "5-2", level=Level.WARNING)
def own_source_without_data(context: RuleContext) -> Iterator[Fault]:
    """Of every source it is said which data come from it, also where that is the person herself.

    Else nobody can tell whether all data have a source. Of sources elsewhere rule N301 asks the same.

    Fails::

        sources:
          customer: {data: }

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    for id, source in context.derived.sources.items():
        own = source.kind is not None and source.kind not in FROM_ELSEWHERE
        if own and not source.data and context.notice.is_silent("sources", id, "data"):
            yield Fault(
                ("sources", id, "data"),
                f"It is not said which data come from “{id}”",
                "add `data:`",
                "list the categories: `data: [name, email]`",
            )


@rule("N415", "4-7", "4-8", "13-1-e", level=Level.WARNING)
def recipient_without_role(context: RuleContext) -> Iterator[Fault]:
    """Of every recipient it is said what it is to the controller: its processor, or a controller of its own.

    A reader learns by it whom she can turn to, and the owner whether a contract under Article 28 is needed.

    Fails::

        recipients:
          parcel-carrier:
            role:

    Passes::

        recipients:
          parcel-carrier:
            role: controller
    """
    known = {*(context.notice.register.recipients or {}), *context.notice.vocabulary.recipients}
    for id, recipient in context.derived.recipients.items():
        if id in known and recipient.role is None and context.notice.is_silent("recipients", id, "role"):
            yield Fault(
                ("recipients", id, "role"),
                f"It is not said what “{id}” is: a processor, or a controller of its own",
                "add `role:`",
                "write one of: processor, controller, joint-controller, authority",
            )


def _laws(context: RuleContext) -> Iterator[tuple[FactPath, LawReference]]:
    """Every law that the register names, with where it stands."""
    for at, laws in _holders(context):
        for index, law in enumerate(laws or ()):
            yield at if len(laws or ()) == 1 else (*at, str(index)), law


def _holders(context: RuleContext) -> Iterator[tuple[FactPath, Laws | None]]:
    for id, purpose in context.derived.purposes.items():
        at = ("purposes", id)
        yield (*at, "law"), purpose.law
        yield (*at, "condition", "law"), purpose.condition.law if purpose.condition else None
        yield (*at, "criminal-data", "law"), purpose.criminal_data.law if purpose.criminal_data else None
        yield (*at, "identity-code", "law"), purpose.identity_code.law if purpose.identity_code else None
        yield (*at, "keep", "law"), (purpose.keep.law,) if purpose.keep and purpose.keep.law else None
    for id, source in context.derived.sources.items():
        yield ("sources", id, "law"), source.law
    for right, limit in (context.notice.register.limited_rights or {}).items():
        yield ("limited-rights", right, "law"), limit.law
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        yield ("automated-decisions", id, "law"), decision.law


RULES = (
    controller_without_country,
    authority_or_not_unsaid,
    law_without_act,
    purpose_without_people,
    own_source_without_data,
    recipient_without_role,
)
