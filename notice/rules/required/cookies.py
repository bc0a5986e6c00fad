"""N8: cookies and other data on the person's device. Section 205 of Act 917/2014; C-673/17 Planet49."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import COOKIE, REGISTER
from notice.model.purpose import Purpose
from notice.rules.rule import RuleContext, rule

HARDLY_NECESSARY: frozenset[str] = frozenset(
    {"pixels", "tags", "device-fingerprint", "app-identifiers", "link-tracking"}
)
"""Techniques that a service which the person asked for hardly ever needs: s. 205(2) of Act 917/2014."""

OF_DEVICE: frozenset[str] = frozenset(
    "ip-address device-data browser-data approximate-location pages-visited site-actions visit-times log-data "
    "cookie-identifiers device-identifier search-terms referring-page ad-interactions push-identifier".split()
)
"""Data that such a technique can give."""


@rule("N801", "917/2014-205", "C-673/17")
def cookie_purpose_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Every cookie states what it is for, and whether the service needs it.

    The Act requires understandable and complete information on the purpose.

    Fails::

        cookies:
          own-cookie: {name: own, provider: controller, duration: session, read-by: none}

    Passes::

        cookies:
          own-cookie:
            name: own
            provider: controller
            purpose: security
            category: necessary
            duration: session
            read-by: none
    """
    for cookie in context.cookies:
        for fact in (cookie[COOKIE.purpose], cookie[COOKIE.category]):
            if fact.is_missing:
                yield fact.missing(cookie=cookie.id, key=fact.id)


@rule("N802", "917/2014-205", "C-673/17")
def cookie_duration_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Every cookie states how long it is stored.

    The Court of Justice counts it among what a person must be informed of: C-673/17.

    Fails::

        cookies:
          own-cookie: {name: own, provider: controller, purpose: security, category: necessary, read-by: none}

    Passes::

        cookies:
          own-cookie:
            name: own
            provider: controller
            purpose: security
            category: necessary
            duration: 1 year
            read-by: none
    """
    for cookie in context.cookies:
        if cookie.lacks(COOKIE.duration):
            yield cookie[COOKIE.duration].missing(cookie=cookie.id)


@rule("N803", "917/2014-205", "13-1-e", "C-673/17")
def cookie_readers_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Every cookie states who sets it, and whether third parties can read it.

    Fails::

        cookies:
          own-cookie: {name: own, provider: controller, purpose: security, category: necessary, duration: session}

    Passes::

        cookies:
          own-cookie:
            name: own
            provider: controller
            purpose: security
            category: necessary
            duration: session
            read-by: none
    """
    for cookie in context.cookies:
        for fact in (cookie[COOKIE.provider], cookie[COOKIE.read_by]):
            if fact.is_missing:
                yield fact.missing(cookie=cookie.id, key=fact.id)


@rule("N804", "917/2014-205", "7-3", "8040/163/2019")
def cookie_consent_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where a cookie is not necessary, the notice says how the consent to it is withdrawn.

    Fails::

        cookie-consent:

    Passes::

        cookie-consent: [cookie-settings]
    """
    consent = context.register[REGISTER.cookie_consent]
    needs_consent = any(cookie.facts.category not in (None, "necessary") for cookie in context.cookies)
    if needs_consent and not consent.value and consent.is_silent:
        yield consent.missing()


@rule("N807", "917/2014-205")
def cookies_unstated(context: RuleContext) -> Iterator[Violation]:
    """The notice states whether cookies, or things like them, are stored on the person's device.

    Silence is not an answer: write `cookies: none` for a register that has no website.

    Fails::

        cookies:

    Passes::

        cookies: none
        cookie-consent:
        purposes:
          visitor-statistics: {data: [pages-visited, visit-times, device-data], withdraw: [account-settings]}
        sources:
          browser: {data: [pages-visited, visit-times, device-data]}
    """
    if context.register.lacks(REGISTER.cookies):
        yield context.register[REGISTER.cookies].missing()


@rule("N808", "917/2014-205", level=Level.WARNING)
def similar_techniques_unstated(context: RuleContext) -> Iterator[Violation]:
    """Where cookies are used, the notice states whether pixels, tags, local storage and the like are used as well.

    Section 205 covers whatever is stored or read on the device, by any technique.

    Fails::

        similar-techniques:

    Passes::

        similar-techniques: [local-storage]
    """
    techniques = context.register[REGISTER.similar_techniques]
    if context.register.facts.cookies and techniques.is_missing:
        yield techniques.missing()


@rule("N809", "917/2014-205", level=Level.WARNING)
def cookie_without_name(context: RuleContext) -> Iterator[Violation]:
    """Every cookie has the name under which a browser shows it, so that people can find it and remove it.

    Fails::

        cookies:
          basket: {name: }
        words:
          fi: {cookies: {basket: kori}}
          sv: {cookies: {basket: korg}}
          en: {cookies: {basket: basket}}

    Passes::

        cookies:
          basket: {name: esimerkki_kori}
    """
    for cookie in context.cookies:
        name = cookie[COOKIE.name]
        if not name.value and name.is_silent:
            yield name.missing(cookie=cookie.id)


@rule("N810", "917/2014-205", "C-673/17", level=Level.WARNING)
def technique_without_consent(context: RuleContext) -> Iterator[Violation]:
    """Where pixels, tags or device fingerprints are used, the notice shows that consent to them is asked for.

    Section 205 asks consent for whatever is stored or read on the device, unless a service that the person asked for
    needs it. State how the consent is withdrawn, or the purpose on consent for which the data are used.

    Fails::

        people: [customers]
        cookies: none
        cookie-consent:
        similar-techniques: [pixels, device-fingerprint]
        purposes:
          newsletter:
          visitor-statistics:
        sources:
          browser:
          own-activity: {data: [invoices, marketing-refusals]}

    Passes::

        cookies: none
        similar-techniques: [pixels, device-fingerprint]
    """
    techniques, consent = context.register[REGISTER.similar_techniques], context.register[REGISTER.cookie_consent]
    if consent.value or not consent.is_silent or any(_may_cover(purpose.facts) for purpose in context.purposes):
        return
    used = tuple(technique for technique in techniques.value or () if technique in HARDLY_NECESSARY)
    if used:
        yield techniques.violation(techniques=used)


def _may_cover(purpose: Purpose) -> bool:
    """Whether a purpose rests on consent and uses what such a technique gives, or sends messages that may hold it."""
    if purpose.basis != "consent":
        return False
    of_device = purpose.data is None or not OF_DEVICE.isdisjoint(purpose.data)
    return of_device or bool(purpose.marketing) or "cookie-settings" in (purpose.withdraw or ())


RULES = (
    cookie_purpose_unsaid,
    cookie_duration_unsaid,
    cookie_readers_unsaid,
    cookie_consent_unsaid,
    cookies_unstated,
    similar_techniques_unstated,
    cookie_without_name,
    technique_without_consent,
)
