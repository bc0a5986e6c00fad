"""C: cookies compared with the facts of the register: necessity, consent, recipients."""

from collections.abc import Iterator
from typing import Literal

from notice.derive import CONTROLLER
from notice.findings import Level, Violation, add, write
from notice.load.vocabulary import standard_vocabulary
from notice.model.keys import COOKIE, PURPOSE, REGISTER
from notice.model.register import Cookie
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

NEVER_NECESSARY = {
    "visitor-counting": "analytics",
    "behaviour-analytics": "analytics",
    "ad-measurement": "marketing",
    "ad-targeting": "marketing",
    "marketing-automation": "marketing",
}
"""Purposes that no requested service needs, each with its cookie category: s. 205(2) of Act 917/2014."""

OF_ACTIVITY = {"advertising": "marketing", "analytics": "analytics"}
"""Activities of recipients that no requested service needs, each with the category of the cookies that they read."""


@rule("C037", "917/2014-205")
def cookie_hardly_necessary(context: RuleContext) -> Iterator[Violation]:
    """A cookie is necessary only where a service that the person asked for needs it; statistics and marketing are not.

    What an advertising or analytics provider sets or reads serves them, whatever its name; the choice of cookies itself
    is spared.

    Fails::

        cookies:
          visitor-count:
            category: necessary

    Passes::

        cookies:
          visitor-count:
            category: analytics
    """
    for cookie in context.cookies:
        purpose = cookie.facts.purpose
        known = context.notice.vocabulary.cookies.get(cookie.id)
        usual = known.category if known and known.category != "necessary" else None
        fitting = usual or NEVER_NECESSARY.get(purpose or "") or _category_of_words(context, purpose)
        if cookie.facts.category != "necessary":
            continue
        if fitting:
            yield cookie[COOKIE.category].violation(
                "use", write(f"category: {fitting}"), cookie=cookie.id, use=purpose or fitting
            )
        elif (reader := _reader_for_itself(context, cookie.facts)) and not _is_of_choice(context, purpose):
            activity = str(context.derived.recipients[reader].activity)
            yield cookie[COOKIE.category].violation(
                "reader",
                write(f"category: {OF_ACTIVITY[activity]}"),
                cookie=cookie.id,
                recipient=reader,
                activity=activity,
            )


@rule("C038", "917/2014-205", "6-1-a")
def cookie_without_consent(context: RuleContext) -> Iterator[Violation]:
    """A cookie that is not necessary serves a purpose that rests on consent; no other basis allows storing it.

    Also found: C053, for the purpose's basis is unusual, and N206, for the interest was not weighed.

    Fails::

        purposes:
          visitor-statistics: {basis: legitimate-interests, interest-of: controller, withdraw: , required: not-asked}
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
    for cookie in context.cookies:
        serves = cookie[COOKIE.serves]
        purpose = context.derived.purposes.get(serves.value or "")
        basis = purpose.basis if purpose else None
        if cookie.facts.category not in (None, "necessary") and basis not in (None, "consent"):
            yield serves.violation(cookie=cookie.id, purpose=serves.value, basis=basis)


@rule("C039", "13-1-e", "917/2014-205")
def cookie_provider_no_recipient(context: RuleContext) -> Iterator[Violation]:
    """The provider of a cookie receives data, so it is a recipient of some purpose.

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
    if context.derived.recipients_unlisted:
        return
    recipients = {id for purpose in context.purposes for id in purpose.facts.recipients or ()}
    for cookie in context.cookies:
        provider = cookie[COOKIE.provider]
        if provider.value and provider.value not in {*recipients, CONTROLLER}:
            yield provider.violation(provider=provider.value, cookie=cookie.id)


@rule("C056", "13-1-e", "4-9")
def no_recipient_where_there_is_one(context: RuleContext) -> Iterator[Violation]:
    """A purpose without recipients gives data to nobody, not through its cookies either.

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
    if context.derived.recipients_unlisted:
        return
    purposes = {purpose.id: purpose for purpose in context.purposes}
    for cookie in context.cookies:
        purpose = purposes.get(cookie.facts.serves or "")
        readers = (cookie.facts.provider, *(cookie.facts.read_by or ()))
        receivers = [reader for reader in readers if reader not in (None, CONTROLLER)]
        if purpose and purpose.facts.recipients == () and receivers:
            yield purpose[PURPOSE.recipients].violation(
                suggestion=write(f"recipients: [{', '.join(map(str, receivers))}]"),
                purpose=purpose.id,
                recipient=receivers[0],
                cookie=cookie.id,
            )


@rule("N805", "917/2014-205", level=Level.WARNING)
def choice_of_cookies_not_kept(context: RuleContext) -> Iterator[Violation]:
    """Where consent to cookies is asked for, the cookie that remembers the answer is listed too.

    Fails::

        cookies:
          choice:

    Passes::

        cookies:
          choice:
            name: esimerkki_valinta
    """
    cookies = context.register[REGISTER.cookies]
    if not context.register.facts.cookie_consent or not context.cookies or cookies.is_unknown:
        return
    uses = [cookie[COOKIE.purpose] for cookie in context.cookies]
    if not any(use.is_unknown or not use.is_read or _is_of_choice(context, use.value) for use in uses):
        yield cookies.violation(suggestion=add("choice"))


def _reader_for_itself(context: RuleContext, cookie: Cookie) -> str | None:
    """The recipient of advertising or analytics that sets or reads the cookie."""
    recipients = context.derived.recipients
    readers = (id for id in (cookie.provider, *(cookie.read_by or ())) if id is not None and id in recipients)
    return next((id for id in readers if (recipients[id].activity or "") in OF_ACTIVITY), None)


def _category_of_words(context: RuleContext, purpose: str | None) -> str | None:
    """The category of an own purpose whose words name statistics or advertising."""
    if purpose is None or purpose in standard_vocabulary().cookie_purposes:
        return None
    natures: tuple[Literal["analytics", "marketing"], ...] = ("analytics", "marketing")
    return next((nature for nature in natures if shown(context, "cookie-purposes", purpose, nature)), None)


def _is_of_choice(context: RuleContext, purpose: str | None) -> bool:
    """Whether a cookie with the purpose remembers what the visitor consented to."""
    return purpose is not None and (
        purpose == "consent-choice" or shown(context, "cookie-purposes", purpose, "consent-choice") is not None
    )


RULES = (
    cookie_hardly_necessary,
    cookie_without_consent,
    cookie_provider_no_recipient,
    no_recipient_where_there_is_one,
    choice_of_cookies_not_kept,
)
