"""C020–C025: grounds for special categories, data on crimes and the identity code. GDPR Arts 9, 10, 87."""

from collections.abc import Iterator

from notice.findings import Violation
from notice.law.bases import CONDITIONS_IN_LAW
from notice.model.keys import CODE_GROUND, CONDITION, CRIMINAL_GROUND, PURPOSE
from notice.model.purpose import Purpose
from notice.rules.rule import RuleContext, rule


@rule("C020", "9-1", "9-2")
def special_data_without_condition(context: RuleContext) -> Iterator[Violation]:
    """A purpose that uses special categories of data names the condition that allows it, beside its basis.

    Health, religion, ethnic origin, political opinion, trade union membership, sex life, genes and biometrics:
    processing them is prohibited unless a condition of Article 9(2) holds.

    Fails::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, allergies-diets]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, allergies-diets]}

    Passes::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, allergies-diets]
            condition: explicit-consent
            withdraw: [email]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, allergies-diets]}
    """
    for purpose in context.purposes:
        special = _marked(context, purpose.facts, "special")
        condition = purpose[PURPOSE.condition]
        ground = condition[CONDITION.ground]
        if special and not ground.value and ground.is_silent:
            yield condition.missing(purpose=purpose.id, data=special)


@rule("C021", "9-2-b", "9-2-g", "9-2-h", "9-2-i", "9-2-j")
def condition_without_law(context: RuleContext) -> Iterator[Violation]:
    """A condition that rests on Union or national law names the law.

    Fails::

        purposes:
          bookkeeping:
            condition: employment-and-social-law

    Passes::

        purposes:
          bookkeeping:
            condition: {ground: employment-and-social-law, law: working-life-privacy-act}
    """
    for purpose in context.purposes:
        condition = purpose[PURPOSE.condition]
        ground, law = condition[CONDITION.ground].value, condition[CONDITION.law]
        if ground in CONDITIONS_IN_LAW and not law.value and law.is_silent:
            yield law.missing(purpose=purpose.id, ground=ground)


@rule("C023", "9-2-d")
def non_profit_body_unsuited(context: RuleContext) -> Iterator[Violation]:
    """The condition of a non-profit body holds for its own members, and only for bodies with a certain aim.

    The aim is political, philosophical, religious or that of a trade union; the data are of members, former members
    and people in regular contact, and are not disclosed outside without consent.

    Fails::

        purposes:
          bookkeeping:
            condition: {ground: non-profit-body, non-profit-aim: yes}

    Passes::

        purposes:
          bookkeeping:
            condition: {ground: non-profit-body, non-profit-aim: yes, members-only: yes}
    """
    for purpose in context.purposes:
        condition = purpose[PURPOSE.condition]
        if condition[CONDITION.ground].value != "non-profit-body":
            continue
        for answer in (condition[CONDITION.non_profit_aim], condition[CONDITION.members_only]):
            if answer.is_missing:
                yield answer.missing("unanswered", purpose=purpose.id, key=answer.id)
            elif answer.value is False:
                yield answer.violation("unmet", purpose=purpose.id, key=answer.id)


@rule("C024", "10")
def criminal_data_without_ground(context: RuleContext) -> Iterator[Violation]:
    """A purpose that uses data on criminal convictions or offences names the law that allows it.

    In Finland that is section 7 of the Data Protection Act (1050/2018), or another act.

    Fails::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, criminal-convictions]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, criminal-convictions]}

    Passes::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, criminal-convictions]
            criminal-data: {law: {act: data-protection-act, section: 7}}
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, criminal-convictions]}
    """
    for purpose in context.purposes:
        criminal_data = purpose[PURPOSE.criminal_data]
        law = criminal_data[CRIMINAL_GROUND.law]
        if _marked(context, purpose.facts, "criminal") and not law.value and law.is_silent:
            yield criminal_data.missing(purpose=purpose.id)


@rule("C025", "87", "6722/154/2018")
def identity_code_without_ground(context: RuleContext) -> Iterator[Violation]:
    """A purpose that uses the personal identity code names the ground that allows it.

    In Finland section 29 of the Data Protection Act (1050/2018): consent, law, or unambiguous identification that
    is important for the purposes that the section lists. A legitimate interest is none.

    Fails::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, personal-identity-code]
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, personal-identity-code]}

    Passes::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, personal-identity-code]
            identity-code: unambiguous-identification
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, personal-identity-code]}
    """
    for purpose in context.purposes:
        if not _marked(context, purpose.facts, "identity_code"):
            continue
        code = purpose[PURPOSE.identity_code]
        ground, law = code[CODE_GROUND.ground], code[CODE_GROUND.law]
        if not ground.value and ground.is_silent:
            yield code.missing("no-ground", purpose=purpose.id)
        elif ground.value == "law" and not law.value and law.is_silent:
            yield code.violation("no-law", purpose=purpose.id)


def _marked(context: RuleContext, purpose: Purpose, mark: str) -> list[str]:
    """The categories of the purpose's data that the vocabulary marks."""
    known = context.notice.vocabulary.data
    return [category for category in purpose.data or () if category in known and getattr(known[category], mark)]


RULES = (
    special_data_without_condition,
    condition_without_law,
    non_profit_body_unsuited,
    criminal_data_without_ground,
    identity_code_without_ground,
)
