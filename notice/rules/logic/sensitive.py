"""C20–C25: special categories, criminal data and the identity code need a ground of their own. GDPR Arts 9, 10, 87."""

from collections.abc import Iterator

from notice.law.bases import CONDITIONS_IN_LAW
from notice.model.purpose import Purpose
from notice.rules.rule import Fault, RuleContext, rule


@rule("C020", "9-1", "9-2")
def special_data_without_condition(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        used = _marked(context, purpose, "special")
        ground = purpose.condition.ground if purpose.condition else None
        if used and not ground and context.notice.is_silent("purposes", id, "condition", "ground"):
            yield Fault(
                ("purposes", id, "condition"),
                f"The purpose “{id}” uses special categories of data ({', '.join(used)}) and names no condition",
                "add `condition:`",
                "write one of: explicit-consent, employment-and-social-law, vital-interests, non-profit-body, "
                "made-public, legal-claims, substantial-public-interest, health-care, public-health, "
                "archiving-research-statistics",
            )


@rule("C021", "9-2-b", "9-2-g", "9-2-h", "9-2-i", "9-2-j")
def condition_without_law(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        condition, fact = purpose.condition, ("purposes", id, "condition", "law")
        if (
            condition
            and condition.ground in CONDITIONS_IN_LAW
            and not condition.law
            and context.notice.is_silent(*fact)
        ):
            yield Fault(
                fact,
                f"The condition of “{id}” rests on law, and names none",
                "which law?",
                f"write `condition: {{ground: {condition.ground}, law: …}}`",
            )


@rule("C023", "9-2-d")
def non_profit_body_unsuited(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        condition, at = purpose.condition, ("purposes", id, "condition")
        if not condition or condition.ground != "non-profit-body":
            continue
        answers = {
            "non-profit-aim": (condition.non_profit_aim, "that the body has such an aim and seeks no profit"),
            "members-only": (condition.members_only, "that the data are of members and stay within the body"),
        }
        for key, (answer, what) in answers.items():
            if not answer and context.notice.is_silent(*at, key):
                yield Fault(
                    (*at, key),
                    f"The condition of “{id}” is that of a non-profit body, and it is not "
                    f"{'so' if answer is False else 'said'} {what}",
                    "not this condition" if answer is False else f"`{key}: yes`?",
                    "write another condition of Article 9(2)" if answer is False else f"write `{key}: yes` if it is so",
                )


@rule("C024", "10")
def criminal_data_without_ground(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "criminal-data", "law")
        law = purpose.criminal_data.law if purpose.criminal_data else None
        if _marked(context, purpose, "criminal") and not law and context.notice.is_silent(*fact):
            yield Fault(
                ("purposes", id, "criminal-data"),
                f"The purpose “{id}” uses data on criminal convictions, and names no law",
                "add `criminal-data: {law: …}`",
                "in Finland: `criminal-data: {law: {act: data-protection-act, section: 7}}`, if its grounds hold",
            )


@rule("C025", "87", "6722/154/2018")
def identity_code_without_ground(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        code = purpose.identity_code
        if not _marked(context, purpose, "identity_code"):
            continue
        if not (code and code.ground) and context.notice.is_silent("purposes", id, "identity-code", "ground"):
            yield Fault(
                ("purposes", id, "identity-code"),
                f"The purpose “{id}” uses the personal identity code, and names no ground",
                "add `identity-code:`",
                "write one of: consent, law, unambiguous-identification",
            )
        elif (
            code
            and code.ground == "law"
            and not code.law
            and context.notice.is_silent("purposes", id, "identity-code", "law")
        ):
            yield Fault(
                ("purposes", id, "identity-code"),
                f"The identity code in “{id}” rests on law, and names none",
                "which law?",
                "write `identity-code: {ground: law, law: …}`",
            )


def _marked(context: RuleContext, purpose: Purpose, mark: str) -> list[str]:
    """The categories of the purpose that the vocabulary marks."""
    known = context.notice.vocabulary.data
    return [id for id in purpose.data or () if id in known and getattr(known[id], mark)]


RULES = (
    special_data_without_condition,
    condition_without_law,
    non_profit_body_unsuited,
    criminal_data_without_ground,
    identity_code_without_ground,
)
