"""C: cookies held against the facts of the register: what is necessary, what rests on consent, who sets them."""

from collections.abc import Iterator

from notice.derive import CONTROLLER
from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule

NEVER_NECESSARY = frozenset(
    {"visitor-counting", "behaviour-analytics", "ad-measurement", "ad-targeting", "marketing-automation"}
)
"""Purposes that no service which a person has asked for needs: section 205(2) of Act 917/2014."""


@rule("C037", "917/2014-205")
def cookie_hardly_necessary(context: RuleContext) -> Iterator[Fault]:
    """Only what a service that the person asked for cannot do without is necessary; figures and marketing are not.

    Fails::

        cookies:
          visitor-count:
            category: necessary

    Passes::

        cookies:
          visitor-count:
            category: analytics
    """
    known = context.notice.vocabulary.cookies
    for id, cookie in context.derived.cookies.items():
        usual = known[id].category if id in known else None
        elsewhere = usual not in (None, "necessary") or cookie.purpose in NEVER_NECESSARY
        if cookie.category == "necessary" and elsewhere:
            yield Fault(
                ("cookies", id, "category"),
                f"“{id}” is called necessary, and serves {cookie.purpose or usual}",
                "needs consent",
                f"write `category: {usual or 'analytics'}`",
            )


@rule("C038", "917/2014-205", "6-1-a")
def cookie_without_consent(context: RuleContext) -> Iterator[Fault]:
    """A cookie that is not necessary serves a purpose that rests on consent; no other basis allows storing it.

    Also found: C053, for the purpose's basis is unusual, and N206, for the interest was not weighed.

    Fails::

        purposes:
          visitor-statistics: {basis: legitimate-interests, interest-of: controller, withdraw: }
        cookies:
          visitor-count: {serves: visitor-statistics}
        words:
          fi: {purposes: {visitor-statistics: {interest: Kävijöiden määrä.}}}
          sv: {purposes: {visitor-statistics: {interest: Antalet besökare.}}}
          en: {purposes: {visitor-statistics: {interest: The number of visitors.}}}

    Passes::

        cookies:
          visitor-count: {serves: visitor-statistics}
    """
    for id, cookie in context.derived.cookies.items():
        purpose = context.derived.purposes.get(cookie.serves or "")
        if purpose and purpose.basis and cookie.category not in (None, "necessary") and purpose.basis != "consent":
            yield Fault(
                ("cookies", id, "serves"),
                f"“{id}” is not necessary, and serves “{cookie.serves}”, which rests on {purpose.basis}",
                "only consent allows it",
                f"let `{cookie.serves}` rest on consent, or do without the cookie",
            )


@rule("C039", "13-1-e", "917/2014-205")
def cookie_provider_no_recipient(context: RuleContext) -> Iterator[Fault]:
    """Whoever sets a cookie receives data, and is a recipient of some purpose.

    Fails::

        cookies:
          visitor-count: {provider: newsletter-service, read-by: none}
        purposes:
          newsletter: {recipients: none}
          electronic-direct-marketing: {recipients: none}

    Passes::

        cookies:
          visitor-count: {provider: hosting-provider, read-by: none}
    """
    named = {id for purpose in context.derived.purposes.values() for id in purpose.recipients or ()}
    if context.derived.recipients_unlisted:
        return
    for id, cookie in context.derived.cookies.items():
        if cookie.provider and cookie.provider not in {*named, CONTROLLER}:
            yield Fault(
                ("cookies", id, "provider"),
                f"“{cookie.provider}” sets a cookie, and no purpose names it as a recipient",
                "receives data",
                "add it to the `recipients` of the purpose that the cookie serves",
            )


@rule("C056", "13-1-e", "4-9")
def no_recipient_where_there_is_one(context: RuleContext) -> Iterator[Fault]:
    """A purpose that has no recipients gives data to nobody, not by its cookies either.

    Fails::

        purposes:
          visitor-statistics: {recipients: none}
        cookies:
          visitor-count: {serves: visitor-statistics}

    Passes::

        purposes:
          visitor-statistics: {recipients: [hosting-provider]}
        cookies:
          visitor-count: {serves: visitor-statistics}
    """
    for id, cookie in context.derived.cookies.items():
        purpose = context.derived.purposes.get(cookie.serves or "")
        others = [one for one in (cookie.provider, *(cookie.read_by or ())) if one not in (None, CONTROLLER)]
        if purpose and purpose.recipients == () and others and not context.derived.recipients_unlisted:
            yield Fault(
                ("purposes", cookie.serves or "", "recipients"),
                f"“{cookie.serves}” says that nobody receives its data, and “{others[0]}” does by the cookie “{id}”",
                f"add `{others[0]}`",
                f"write `recipients: [{', '.join(str(one) for one in others)}]`",
            )


@rule("N805", "917/2014-205", level=Level.WARNING)
def choice_of_cookies_not_kept(context: RuleContext) -> Iterator[Fault]:
    """Where consent to cookies is asked, the cookie that remembers the answer is listed too.

    Fails::

        cookies:
          choice:

    Passes::

        cookies:
          choice:
            name: esimerkki_valinta
    """
    stored = context.derived.cookies
    if not context.notice.register.cookie_consent or not stored or context.notice.is_unknown("cookies"):
        return
    open = any(context.notice.is_unknown("cookies", id, "purpose") for id in stored)
    if not open and not any(one.purpose == "consent-choice" for one in stored.values()):
        yield Fault(
            ("cookies",),
            "Consent to cookies is asked, and no cookie that remembers the answer is listed",
            "add it",
            "write it: `choice: {name: …, provider: controller, purpose: consent-choice, category: necessary, …}`",
        )


RULES = (
    cookie_hardly_necessary,
    cookie_without_consent,
    cookie_provider_no_recipient,
    no_recipient_where_there_is_one,
    choice_of_cookies_not_kept,
)
