"""L and P: consent is asked for and given. Nobody agrees by using a site, by a browser's settings or to a notice."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import anywhere, found
from notice.rules.wording.patterns.traits import Trait


@rule("L017", "4-11", "C-673/17", "8040/163/2019")
def consent_by_use(context: RuleContext) -> Iterator[Fault]:
    """Using a site is no consent: consent is an active, clear expression of will.

    Fails::

        words:
          fi: {description: "Käyttämällä sivustoa hyväksyt evästeet."}

    Passes::

        words:
          fi: {description: "Pyydämme suostumustasi evästeisiin."}
    """
    message, help = "“{found}” takes use for consent", "say how consent is asked for and given"
    yield from found(context, "L017", anywhere, message, help, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("L018", "917/2014-205", "8040/163/2019")
def consent_by_browser(context: RuleContext) -> Iterator[Fault]:
    """A browser's settings are no way to ask for consent; beside a consent that is asked for, the tip is fine.

    Where the facts state how consent to cookies is given (`cookie-consent`), a tip on deleting stored cookies is fine
    too, and so is a word on blocking cookies that are necessary.

    Fails::

        words:
          sv: {description: "Du kan blockera kakor i webbläsarens inställningar."}

    Passes::

        words:
          sv: {description: "Vi ber om ditt samtycke. Du kan radera kakor när du vill."}
    """
    message = "“{found}” leaves to the browser what the site has to ask"
    spares = (Trait.NEGATED, Trait.PAST, Trait.QUOTED)
    yield from found(context, "L018", anywhere, message, spares=spares)
    if not context.notice.register.cookie_consent:
        yield from found(context, "L018-deletion", anywhere, message, spares=spares)


@rule("P004", "13-3", level=Level.WARNING)
def told_to_come_back(context: RuleContext) -> Iterator[Fault]:
    """Changes are told to the people; to ask them to look at the page now and then is not enough.

    Fails::

        words:
          en: {description: We recommend that you review this page regularly.}

    Passes::

        words:
          en: {description: We tell you of changes by e-mail.}
    """
    message = "“{found}” makes it the reader's task to notice a change"
    yield from found(
        context, "P004", anywhere, message, "take it out; the fact `changes-told-by` says how people learn of changes"
    )


@rule("P011", "12-1", "7-2", "KHO:2023:81", level=Level.WARNING)
def accepted_notice(context: RuleContext) -> Iterator[Fault]:
    """A notice informs; it is neither accepted nor a part of terms.

    Fails::

        words:
          sv: {description: "Genom beställningen godkänner du vår dataskyddsbeskrivning."}

    Passes::

        words:
          sv: {description: "I beskrivningen berättar vi om behandlingen."}
    """
    message = "“{found}” makes an agreement of what is information"
    help = "take it out; say where the notice is read, and no more"
    yield from found(context, "P011", anywhere, message, help, (Trait.NEGATED, Trait.QUOTED))


RULES = (consent_by_use, consent_by_browser, told_to_come_back, accepted_notice)
