"""L and P: consent by use or browser settings, changes left to the reader, a notice that must be accepted."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import anywhere, matches, stated
from notice.rules.wording.patterns.traits import Trait


@rule("L017", "4-11", "C-673/17", "8040/163/2019")
def consent_by_use(context: RuleContext) -> Iterator[Violation]:
    """Using a site is no consent: consent is an active, clear expression of will.

    Fails::

        words:
          fi: {description: "Käyttämällä sivustoa hyväksyt evästeet."}

    Passes::

        words:
          fi: {description: "Pyydämme suostumustasi evästeisiin."}
    """
    yield from matches(context, "L017", anywhere, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("L018", "917/2014-205", "8040/163/2019")
def consent_by_browser(context: RuleContext) -> Iterator[Violation]:
    """A browser's settings are no way to ask for consent; beside a consent that is asked for, the tip is fine.

    Where the facts state how consent to cookies is given (`cookie-consent`), or every cookie is necessary, a tip on
    blocking or deleting cookies is one more choice. A sentence that sends a person who does not consent to the browser
    (“if you do not accept cookies …”) takes silence for consent, whatever is asked elsewhere.

    Fails::

        words:
          sv: {description: "Om du inte godkänner kakor kan du blockera kakor i webbläsaren."}

    Passes::

        words:
          sv: {description: "Vi ber om ditt samtycke. Du kan radera eller blockera kakor i webbläsaren."}
    """
    spares = (Trait.NEGATED, Trait.PAST, Trait.QUOTED)
    if context.notice.register.cookie_consent or _all_necessary(context):
        yield from matches(context, "L018-refusal", anywhere, spares)
        return
    for code in ("L018", "L018-deletion"):
        yield from matches(context, code, anywhere, spares)


def _all_necessary(context: RuleContext) -> bool:
    """Whether the register states cookies and none of them needs consent."""
    categories = [cookie.facts.category for cookie in context.cookies]
    return bool(categories) and set(categories) == {"necessary"}


@rule("P004", "13-3", level=Level.WARNING)
def told_to_come_back(context: RuleContext) -> Iterator[Violation]:
    """People are informed of changes; to ask them to look at the page now and then is not enough.

    Fails::

        words:
          en: {description: We recommend that you review this page regularly.}

    Passes::

        words:
          en: {description: We tell you of changes by e-mail.}
    """
    yield from matches(context, "P004", stated, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("P011", "12-1", "7-2", "KHO:2023:81", level=Level.WARNING)
def accepted_notice(context: RuleContext) -> Iterator[Violation]:
    """A notice informs; it is neither accepted nor a part of terms.

    Fails::

        words:
          sv: {description: "Genom beställningen godkänner du vår dataskyddsbeskrivning."}

    Passes::

        words:
          sv: {description: "I beskrivningen berättar vi om behandlingen."}
    """
    yield from matches(context, "P011", stated, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


RULES = (consent_by_use, consent_by_browser, told_to_come_back, accepted_notice)
