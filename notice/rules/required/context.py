"""N: facts that other rules depend on and that must be stated explicitly, since silence leaves them open."""

from collections.abc import Iterator

from notice.derive import is_public_body
from notice.findings import Level, Violation, add, write
from notice.model.cursor import Cursor
from notice.model.keys import (
    CODE_GROUND,
    CONDITION,
    CONTROLLER,
    CRIMINAL_GROUND,
    DECISION,
    KEEP,
    LAW,
    PURPOSE,
    RECIPIENT,
    REGISTER,
    RIGHT_LIMIT,
    SOURCE,
)
from notice.model.purpose import LawReference, Laws
from notice.model.register import FROM_ELSEWHERE
from notice.model.vocabulary import Law
from notice.rules.rule import RuleContext, rule


@rule("N111", "13-1-a", "27", level=Level.WARNING)
def controller_without_country(context: RuleContext) -> Iterator[Violation]:
    """The notice states in which country the controller is established.

    Outside the EEA it needs a representative; the competent authority and the national law depend on the country, too.

    Fails::

        controller:
          country:

    Passes::

        controller:
          country: FI
    """
    if context.controller.lacks(CONTROLLER.country):
        yield context.controller[CONTROLLER.country].missing()


@rule("N112", "6-1", "37-1-a", level=Level.WARNING)
def authority_or_not_unsaid(context: RuleContext) -> Iterator[Violation]:
    """The controller states whether it is a public authority.

    An authority cannot base its tasks on legitimate interests, and always has a data protection officer.

    Fails::

        controller:
          public-authority:

    Passes::

        controller:
          public-authority: no
    """
    if context.controller.lacks(CONTROLLER.public_authority):
        yield context.controller[CONTROLLER.public_authority].missing()


MUNICIPAL_CLIENTS = "municipal-service-clients"
"""The people of the register of a municipality's services, whose processing is a task of an authority."""


@rule("N114", "6-1", "37-1-a", level=Level.WARNING)
def authority_denied(context: RuleContext) -> Iterator[Violation]:
    """A controller with the name of a public body, or with clients of municipal services, is a public authority.

    An authority cannot base its tasks on legitimate interests, and always has a data protection officer.

    Fails::

        controller: {name: City of Examples, public-authority: no}

    Passes::

        controller: {name: Esimerkki Oy, public-authority: no}
    """
    stated = context.controller[CONTROLLER.public_authority]
    if stated.value is not False:
        return
    name = context.notice.controller.name or ""
    if is_public_body(name):
        yield stated.violation("by-name", name=name)
    elif MUNICIPAL_CLIENTS in (context.notice.register.people or ()):
        yield stated.violation("by-people")


@rule("N208", "6-3")
def law_without_act(context: RuleContext) -> Iterator[Violation]:
    """A law is cited as an act with its section: a section alone belongs to no act.

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
    for law in _laws(context):
        holder = law.path[1]
        if law[LAW.act].is_missing:
            yield law.violation("no-act", add("act"), holder=holder)
        elif known := context.notice.vocabulary.laws.get(law.facts.act or ""):
            yield from _cited_as_another_kind(law, known)


def _cited_as_another_kind(law: Cursor[LawReference], known: Law) -> Iterator[Violation]:
    """A section of an act that has articles, or an article of one that has sections."""
    stated = law.facts
    if known.is_of_the_eu and (stated.section or stated.chapter):
        yield law.violation("act-with-articles", write("article"), act=stated.act)
    if stated.article and known.number and not known.is_of_the_eu:
        yield law.violation("act-with-sections", write("section"), act=stated.act)


@rule("N311", "12-1", "30-1-c", level=Level.WARNING)
def purpose_without_people(context: RuleContext) -> Iterator[Violation]:
    """Every purpose states whose data it uses, where the register is about several groups of people.

    Fails::

        purposes:
          newsletter:
            people:

    Passes::

        purposes:
          newsletter:
            people: [newsletter-subscribers]
    """
    groups = context.register.facts.people or ()
    for purpose in context.purposes:
        if len(groups) > 1 and purpose.lacks(PURPOSE.people):
            yield purpose[PURPOSE.people].missing(purpose=purpose.id, groups=groups)


@rule("N312", "30-1-c", "5-2", level=Level.WARNING)
def own_source_without_data(context: RuleContext) -> Iterator[Violation]:
    """Every source states which data come from it, also where the source is the person.

    Otherwise it cannot be checked that all data have a source. Rule N301 requires the same of other sources.

    Fails::

        sources:
          customer: {data: }

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    for source in context.sources:
        kind, data = source.facts.kind, source[SOURCE.data]
        if kind is not None and kind not in FROM_ELSEWHERE and not data.value and data.is_silent:
            yield data.missing(source=source.id)


@rule("N415", "4-7", "4-8", "13-1-e", level=Level.WARNING)
def recipient_without_role(context: RuleContext) -> Iterator[Violation]:
    """Every recipient has its role: a processor of the controller, or a controller of its own.

    It shows a reader whom to turn to, and the owner whether a contract under Article 28 is needed.

    Fails::

        recipients:
          parcel-carrier:
            role:

    Passes::

        recipients:
          parcel-carrier:
            role: controller
    """
    for recipient in context.declared_recipients:
        if recipient.lacks(RECIPIENT.role):
            yield recipient[RECIPIENT.role].missing(recipient=recipient.id)


def _laws(context: RuleContext) -> Iterator[Cursor[LawReference]]:
    """Every law that the register cites; a single law has the path of its key, in a list or not."""
    for laws in _cited(context):
        references = tuple(laws.items())
        if len(references) == 1:
            yield Cursor(context.notice, laws.path, references[0].value)
        else:
            yield from references
    for purpose in context.purposes:
        law = purpose[PURPOSE.keep][KEEP.law]
        if law.value:
            yield law


def _cited(context: RuleContext) -> Iterator[Cursor[Laws]]:
    """Every fact of the register that may cite several laws."""
    for purpose in context.purposes:
        yield purpose[PURPOSE.law]
        yield purpose[PURPOSE.condition][CONDITION.law]
        yield purpose[PURPOSE.criminal_data][CRIMINAL_GROUND.law]
        yield purpose[PURPOSE.identity_code][CODE_GROUND.law]
    yield from (source[SOURCE.law] for source in context.sources)
    yield from (limit[RIGHT_LIMIT.law] for limit in context.register[REGISTER.limited_rights].entries())
    yield from (decision[DECISION.law] for decision in context.register[REGISTER.automated_decisions].entries())


RULES = (
    controller_without_country,
    authority_or_not_unsaid,
    authority_denied,
    law_without_act,
    purpose_without_people,
    own_source_without_data,
    recipient_without_role,
)
