"""N8: what is stored on the person's device. Section 205 of Act 917/2014; C-673/17 Planet49."""

from collections.abc import Iterator

from notice.rules.rule import Fault, RuleContext, rule


@rule("N801", "917/2014-205", "C-673/17")
def cookie_purpose_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Of every cookie it is said what it is for, and whether the service needs it.

    The law wants understandable and complete information on the purpose.

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
    for id, cookie in context.derived.cookies.items():
        for key, value in (("purpose", cookie.purpose), ("category", cookie.category)):
            if value is None and context.notice.is_silent("cookies", id, key):
                yield Fault(
                    ("cookies", id, key),
                    f"The {key} of the cookie “{id}” is not stated",
                    f"add `{key}:`",
                    "write its purpose, such as `purpose: security`, and its category: necessary, preferences, "
                    "analytics or marketing",
                )


@rule("N802", "917/2014-205", "C-673/17")
def cookie_duration_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Of every cookie it is said how long it lives.

    The Court of Justice counts it among what a person must be told: C-673/17.

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
    for id, cookie in context.derived.cookies.items():
        if cookie.duration is None and context.notice.is_silent("cookies", id, "duration"):
            yield Fault(
                ("cookies", id, "duration"),
                f"It is not said how long the cookie “{id}” lives",
                "add `duration:`",
                "write `duration: session`, or a time such as `duration: 2 years`",
            )


@rule("N803", "917/2014-205", "13-1-e", "C-673/17")
def cookie_readers_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Of every cookie it is said who sets it, and whether third parties can read it.

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
    for id, cookie in context.derived.cookies.items():
        for key, value in (("provider", cookie.provider), ("read-by", cookie.read_by)):
            if value is None and context.notice.is_silent("cookies", id, key):
                yield Fault(
                    ("cookies", id, key),
                    f"The cookie “{id}” lacks `{key}`",
                    f"add `{key}:`",
                    "write the recipient's id, `controller`, or `none` where nobody else can read it",
                )


@rule("N804", "917/2014-205", "7-3", "8040/163/2019")
def cookie_consent_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Where a cookie is not necessary, the notice says how the consent to it is withdrawn.

    Fails::

        cookie-consent:

    Passes::

        cookie-consent: [cookie-settings]
    """
    needed = any(cookie.category not in (None, "necessary") for cookie in context.derived.cookies.values())
    if needed and not context.notice.register.cookie_consent and context.notice.is_silent("cookie-consent"):
        yield Fault(
            ("cookie-consent",),
            "It is not said how the consent to cookies is withdrawn",
            "add `cookie-consent:`",
            "list the ways: `cookie-consent: [cookie-settings]`",
        )


@rule("N807", "917/2014-205")
def cookies_unstated(context: RuleContext) -> Iterator[Fault]:
    """It is stated whether cookies, or things like them, are stored on the person's device.

    Silence is not an answer: write `cookies: none` for a register that has no website.

    Fails::

        cookies:

    Passes::

        cookies: none
    """
    if context.notice.register.cookies is None and context.notice.is_silent("cookies"):
        yield Fault(
            ("cookies",),
            "It is not said whether there are cookies",
            "add `cookies:`",
            "write `cookies: none`, or each cookie with its purpose, duration and readers",
        )


RULES = (
    cookie_purpose_unsaid,
    cookie_duration_unsaid,
    cookie_readers_unsaid,
    cookie_consent_unsaid,
    cookies_unstated,
)
