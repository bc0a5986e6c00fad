"""C095: a cookie of a known service, stated as the controller's own or with another duration."""

from collections.abc import Iterator

from notice.derive import CONTROLLER
from notice.findings import Level, Violation, write
from notice.model.fields import Duration
from notice.model.keys import COOKIE
from notice.rules.recognised import recognised_cookies
from notice.rules.rule import RuleContext, rule


@rule("C095", "13-1-e", "917/2014-205", level=Level.WARNING)
def known_cookie_otherwise(context: RuleContext) -> Iterator[Violation]:
    """A cookie that a service of the register is known to set has that service as its provider, and its usual duration.

    Others may use the same name: this is asked only where the service is a recipient. If your own settings shorten
    the duration, state the cookie under the id of the vocabulary, with your duration.

    Fails::

        purposes:
          orders: {recipients: [parcel-carrier, payment-provider, hosting-provider, shopify]}
        recipients:
          shopify:
            role: processor
            contract: yes
            transfers: {CA: {mechanism: adequacy, importer: Shopify Inc., in-scope: yes}}
        cookies:
          choice: {name: cart_ts, provider: controller}

    Passes::

        purposes:
          orders: {recipients: [parcel-carrier, payment-provider, hosting-provider, shopify]}
        recipients:
          shopify:
            role: processor
            contract: yes
            transfers: {CA: {mechanism: adequacy, importer: Shopify Inc., in-scope: yes}}
        cookies:
          choice: {name: cart_ts, provider: shopify, duration: 14 days, read-by: [shopify]}
    """
    for cookie, known_id, known in recognised_cookies(context, shared=True):
        provider, duration = cookie[COOKIE.provider], cookie[COOKIE.duration]
        name, firm = cookie.facts.name, known.provider
        if known.common_name and provider.value == CONTROLLER:
            yield provider.violation(
                "provider", write(f"provider: {firm}"), name=name, cookie=cookie.id, known=known_id, provider=firm
            )
        elif known.duration and provider.value != CONTROLLER and duration.value not in (None, known.duration):
            usual = _written(known.duration)
            yield duration.violation(
                "duration", write(f"duration: {usual}"), name=name, cookie=cookie.id, known=known_id, usual=usual
            )


def _written(duration: Duration | str) -> str:
    """The duration as YAML has it."""
    if isinstance(duration, str):
        return duration
    return f"{duration.amount} {duration.unit}{'s' if duration.amount > 1 else ''}"


RULES = (known_cookie_otherwise,)
