"""L: terms of the repealed Personal Data Act, which Finnish notices still use, and of other repealed acts.

Section 37 of the Data Protection Act repealed it on 1 January 2019. Its terms survived in templates in all languages.
"""

from collections.abc import Iterator

from notice.findings import Level, Violation, texts
from notice.law.statutes import REPEALED
from notice.model.cursor import references
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, matches, of_rights
from notice.rules.wording.patterns.traits import Trait


@rule("L001", "1050/2018-37")
def repealed_act(context: RuleContext) -> Iterator[Violation]:
    """A notice does not rest on the Personal Data Act (523/1999), which is repealed.

    That holds for its words and for the number of an act that the owner declares.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Käsittelemme tietoja henkilötietolain mukaisesti."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Käsittelemme tietoja tietosuojalain mukaisesti."}}}
    """
    yield from matches(context, "L001", anywhere, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))
    for id in dict.fromkeys(one.id for one in references(context.notice.register) if one.refers.kind == "laws"):
        law = context.notice.vocabulary.laws.get(id)
        number = law.number if law else None
        if number in REPEALED and context.day >= REPEALED[number] and ("laws", id) in context.notice.terms:
            parts = {"act": id, "number": number}
            yield Violation(("laws", id, "number"), "in-facts", texts(parts), context.notice.terms["laws", id])


@rule("L002", "1050/2018-37", level=Level.WARNING)
def register_description(context: RuleContext) -> Iterator[Violation]:
    """The notice is not called a register description, which the repealed act asked for.

    Fails::

        words:
          sv: {name: Registerbeskrivning för kundregistret}

    Passes::

        words:
          sv: {name: Kundregister}
    """
    yield from matches(context, "L002", anywhere, DATED)


@rule("L003", "15", "1050/2018-37", level=Level.WARNING)
def right_of_inspection(context: RuleContext) -> Iterator[Violation]:
    """The right of Article 15 is the right of access: one also gets a copy, not only a look.

    Fails::

        words:
          fi: {texts: {rights-free: "Tarkastuspyynnöt ovat maksuttomia."}}

    Passes::

        words:
          fi: {texts: {rights-free: "Tietopyynnöt ovat maksuttomia."}}
    """
    yield from matches(context, "L003", anywhere, DATED)


@rule("L004", "12-2", "12-6", "6097/161/21", "TSV/88/2022")
def signature_in_words(context: RuleContext) -> Iterator[Violation]:
    """No request has to be signed, on paper, in person or with a copy of an identity document as a rule.

    The repealed act required it; under the Regulation, exercising a right must be easy. Controllers have been fined.

    Fails::

        words:
          en: {texts: {rights-free: "The request must be made in writing."}}

    Passes::

        words:
          en: {texts: {rights-free: "Requests are free of charge."}}
    """
    spares = (Trait.NEGATED, Trait.OFFERED, Trait.SUPPOSED, Trait.GIVEN, Trait.PAST, Trait.QUOTED)
    yield from matches(context, "L004", of_rights, spares)


@rule("L005", "12-5", "15-3")
def fee_in_words(context: RuleContext) -> Iterator[Violation]:
    """Requests are free of charge, not once a year only: a fee is for manifestly unfounded or excessive ones.

    Fails::

        words:
          sv: {texts: {rights-free: "Begäran är kostnadsfri en gång per år utan avgift."}}

    Passes::

        words:
          sv: {texts: {rights-free: "Begäran är kostnadsfri."}}
    """
    yield from matches(context, "L005", of_rights, (Trait.NEGATED, Trait.SUPPOSED, Trait.PAST, Trait.QUOTED))


@rule("L006", "21-4", "21-2", level=Level.WARNING)
def right_to_prohibit(context: RuleContext) -> Iterator[Violation]:
    """The right of Article 21 is the right to object, and reaches further than the prohibition of the repealed act.

    Fails::

        words:
          fi: {texts: {objection: "Sinulla on kielto-oikeus."}}

    Passes::

        words:
          fi: {texts: {objection: "Sinulla on oikeus vastustaa käsittelyä."}}
    """
    yield from matches(context, "L006", anywhere, DATED)


@rule("L007", "13-1-e", "14-2-f", level=Level.WARNING)
def regular_disclosures(context: RuleContext) -> Iterator[Violation]:
    """The notice names all recipients and sources, processors too, not only those that are “regular”.

    Fails::

        words:
          sv: {description: Regelmässiga utlämnanden av uppgifter}

    Passes::

        words:
          sv: {description: Mottagare av uppgifterna}
    """
    yield from matches(context, "L007", anywhere, DATED)


@rule("L008", "32-1", level=Level.INFO)
def register_protection(context: RuleContext) -> Iterator[Violation]:
    """Security belongs to the processing, not to a register; the heading is the repealed act's.

    Fails::

        words:
          fi: {description: Rekisterin suojauksen periaatteet}

    Passes::

        words:
          fi: {description: Miten tiedot suojataan}
    """
    yield from matches(context, "L008", anywhere, DATED)


@rule("L022", "9-1", level=Level.WARNING)
def sensitive_data(context: RuleContext) -> Iterator[Violation]:
    """The Regulation's term is special categories of personal data; sensitive data were the repealed act's.

    Fails::

        words:
          sv: {purposes: {orders: {text: "Vi behandlar inga känsliga uppgifter."}}}

    Passes::

        words:
          sv: {purposes: {orders: {text: "Vi behandlar inga särskilda kategorier av personuppgifter."}}}
    """
    yield from matches(context, "L022", anywhere, DATED)


@rule("L027", "4-7", level=Level.WARNING)
def register_keeper(context: RuleContext) -> Iterator[Violation]:
    """Who decides on the processing is the controller: rekisterinpitäjä, personuppgiftsansvarig.

    The Swedish term of the repealed act was registeransvarig, which many Finnish notices still use.

    Fails::

        words:
          sv: {description: Registeransvarig är Exempelbutiken.}

    Passes::

        words:
          sv: {description: Personuppgiftsansvarig är Exempelbutiken.}
    """
    yield from matches(context, "L027", anywhere, DATED)


RULES = (
    repealed_act,
    register_description,
    right_of_inspection,
    signature_in_words,
    fee_in_words,
    right_to_prohibit,
    regular_disclosures,
    register_protection,
    sensitive_data,
    register_keeper,
)
