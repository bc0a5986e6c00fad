"""Telephone numbers, and links of RFC 3966 that hold digits and one leading `+` only."""

import re

_TRUNK = re.compile(r"\(0\)")
_GAPS = re.compile(r"[ \u00a0./-]")
_NUMBER = re.compile(r"\+?[0-9](?:[0-9 \u00a0./-]){3,24}")
_LINK = re.compile(r"tel:(\+?[0-9][0-9().-]{1,24})", re.IGNORECASE)
_DIALLED = re.compile(r"\+?[0-9]{3,15}")
"""At most 15 digits: ITU-T E.164."""


def telephone(number: str, country: str = "FI") -> str:
    """The `tel:` address of one number; "" where the text is none, or is a foreign one without its country code."""
    digits = _TRUNK.sub("", number)
    if not _NUMBER.fullmatch(digits):
        return ""
    dialled = _GAPS.sub("", digits)
    if dialled.startswith("00"):
        dialled = f"+{dialled[2:]}"
    elif dialled.startswith("0") and country in ("FI", "AX"):
        dialled = f"+358{dialled[1:]}"
    return f"tel:{dialled}" if dialled.startswith("+") and _DIALLED.fullmatch(dialled) else ""


def telephone_link_fault(link: str) -> str:
    """The key of what is wrong with a `tel:` link, "" for nothing."""
    found = _LINK.fullmatch(link)
    return "" if found and _DIALLED.fullmatch(_digits(found[1])) else "telephone"


def rebuilt_telephone_link(link: str) -> str:
    """A `tel:` link without a fault, without the signs between its digits."""
    return f"tel:{_digits(link)}"


def _digits(link: str) -> str:
    return re.sub(r"[^0-9+]", "", link)
