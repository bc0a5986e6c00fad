"""C096, C111: what the owner says does not happen, and other facts say does. GDPR Arts 5(1)(a), 12(1)."""

from collections.abc import Iterator

from notice.derive import is_advertised
from notice.findings import Level, Violation
from notice.model.fields import Nothing
from notice.model.keys import PURPOSE, REGISTER
from notice.rules.rule import RuleContext, rule

COOKIE_DATA = "cookie-identifiers"
"""The category of data that only a cookie, or a technique like it, can give."""

COOKIE_WAY = "cookie-settings"
"""The way to withdraw consent that only cookies, or techniques like them, have."""

OF_OTHERS = "tags"
"""The technique by which the person's device is in touch with other companies."""


@rule("C096", "5-1-a", "12-1", "13-2-f", "917/2014-205")
def absence_contradicted(context: RuleContext) -> Iterator[Violation]:
    """What a notice says does not happen is not among what it says happens.

    With `none`, the page says that there are no cookies, no recipients, or no profiling. Identifiers of cookies come
    from cookies, tags of other companies have recipients, and a purpose that targets people profiles them.

    Fails::

        profiling: none
        purposes:
          customer-grouping:
            basis: consent
            withdraw: [email]
            people: [customers]
            data: [order-contents]
            recipients: none
            keep: {for: 2 years, after: last-order}
            required: voluntary
            marketing: none

    Passes::

        profiling: {purposes: [customer-grouping], data: [order-contents], effects: [offers-chosen]}
        purposes:
          customer-grouping:
            basis: consent
            withdraw: [email]
            people: [customers]
            data: [order-contents]
            recipients: none
            keep: {for: 2 years, after: last-order}
            required: voluntary
            marketing: none
    """
    yield from _cookies(context)
    yield from _recipients(context)
    if context.register.facts.profiling is Nothing.NONE:
        known = context.notice.vocabulary.purposes
        for purpose in context.purposes:
            if purpose.id in known and known[purpose.id].profiles and purpose.facts.means != "paper":
                yield context.register[REGISTER.profiling].violation("profiling", purpose=purpose.id)


@rule("C111", "13-2-f", "4-4", level=Level.WARNING)
def profiling_for_advertising_denied(context: RuleContext) -> Iterator[Violation]:
    """A purpose that gives data to a provider of advertising hardly goes without profiling.

    An advertisement that is chosen by what a person looked at or bought is chosen by profiling.

    Fails::

        profiling: none
        purposes:
          shown-elsewhere:
            basis: consent
            withdraw: [email]
            people: [customers]
            data: [order-contents]
            recipients: [advertising-provider]
            keep: {for: 2 years, after: last-order}
            required: voluntary
            marketing: none
        recipients:
          advertising-provider: {named: Esimerkkimainos Oy, role: controller, country: FI}
        words:
          fi: {purposes: {shown-elsewhere: {name: Tuotteiden esittely, text: Näytämme tuotteita muilla sivustoilla.}}}
          sv: {purposes: {shown-elsewhere: {name: Produktvisning, text: Vi visar produkter på andra webbplatser.}}}
          en: {purposes: {shown-elsewhere: {name: Showing products, text: We show products on other websites.}}}

    Passes::

        profiling: {purposes: [shown-elsewhere], data: [order-contents], effects: [offers-chosen]}
        purposes:
          shown-elsewhere:
            basis: consent
            withdraw: [email]
            people: [customers]
            data: [order-contents]
            recipients: [advertising-provider]
            keep: {for: 2 years, after: last-order}
            required: voluntary
            marketing: none
        recipients:
          advertising-provider: {named: Esimerkkimainos Oy, role: controller, country: FI}
        words:
          fi: {purposes: {shown-elsewhere: {name: Tuotteiden esittely, text: Näytämme tuotteita muilla sivustoilla.}}}
          sv: {purposes: {shown-elsewhere: {name: Produktvisning, text: Vi visar produkter på andra webbplatser.}}}
          en: {purposes: {shown-elsewhere: {name: Showing products, text: We show products on other websites.}}}
    """
    if context.register.facts.profiling is Nothing.NONE:
        for purpose in context.purposes:
            if is_advertised(context.notice, purpose.id) and purpose.facts.means != "paper":
                yield context.register[REGISTER.profiling].violation(purpose=purpose.id)


def _cookies(context: RuleContext) -> Iterator[Violation]:
    """No cookies, and nothing like them, where data come from them or their settings withdraw consent."""
    cookies, techniques = context.register[REGISTER.cookies], context.register[REGISTER.similar_techniques]
    if cookies.value is None or context.cookies or techniques.value or techniques.is_unknown:
        return
    for purpose in context.purposes:
        if COOKIE_DATA in (purpose.facts.data or ()):
            yield purpose[PURPOSE.data].violation("cookie-data", purpose=purpose.id)
        elif COOKIE_WAY in (*(purpose.facts.withdraw or ()), *(purpose.facts.opt_out or ())):
            yield cookies.violation("cookie-settings", purpose=purpose.id)


def _recipients(context: RuleContext) -> Iterator[Violation]:
    techniques = context.register[REGISTER.similar_techniques]
    derived = context.derived
    if OF_OTHERS in (techniques.value or ()) and not derived.recipients and not derived.recipients_unlisted:
        yield techniques.violation("tags")


RULES = (absence_contradicted, profiling_for_advertising_denied)
