"""Whether a purpose is direct marketing, by the facts: GDPR Art. 21(2) looks at the purpose, not at its basis."""

from typing import Literal

from notice.model.site import Notice

Nature = Literal["always", "possible", "never"]
"""`always`: the purpose is direct marketing, whatever `marketing:` says. `possible`: only an answer there decides.
`never`: it is none, though its words speak of marketing, as records of consent to it do."""

Answer = Literal["marketing", "not-marketing", "open"]


def marketing_nature(notice: Notice, purpose: str) -> Nature | None:
    """What the facts beside `marketing:` say of a purpose of the register; None where nothing points to marketing.

    A stated way to refuse direct marketing, or the conditions for it without consent, have no other use.
    """
    facts = (notice.register.purposes or {}).get(purpose)
    if facts is not None and (facts.opt_out or facts.soft_opt_in is not None):
        return "always"
    known = notice.vocabulary.purposes.get(purpose)
    if known is not None and known.direct_marketing:
        return known.direct_marketing
    pending = any(notice.is_unknown("purposes", purpose, key) for key in ("opt-out", "soft-opt-in"))
    return "possible" if pending else None


def direct_marketing(notice: Notice, purpose: str) -> Answer:
    """Whether the purpose is direct marketing: `open` where it can be and nothing says whether it is."""
    facts = (notice.register.purposes or {})[purpose]
    nature = marketing_nature(notice, purpose)
    if facts.marketing or nature == "always":
        return "marketing"
    if facts.marketing is not None:
        return "not-marketing"
    if nature == "possible" or not notice.is_silent("purposes", purpose, "marketing"):
        return "open"
    return "not-marketing"
