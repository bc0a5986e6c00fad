"""Telephone numbers as owners write them, and links of RFC 3966 that hold digits and one leading `+` only."""

import re

_TRUNK = re.compile(r"\(0\)")
_GAPS = re.compile(r"[ \u00a0./-]")
_NUMBER = re.compile(r"\+?[0-9](?:[0-9 \u00a0./-]){3,24}")
_LINK = re.compile(r"tel:(\+?[0-9][0-9().-]{1,24})", re.IGNORECASE)
_DIALLED = re.compile(r"\+?[0-9]{3,15}")
"""At most 15 digits: ITU-T E.164."""
_APART = re.compile(r"[,;]|\s/\s|\s\|\s|\b(?:tai|ja|eller|och|or|and)\b")
_DIGITS = re.compile(r"\+?[0-9](?:[0-9 \u00a0./()-]*[0-9])?")
_SHORTEST, _SHORTEST_WITH_AREA, _SHORTEST_ABROAD, _LONGEST = 3, 5, 7, 15
_FINLAND_AND_ZERO = re.compile(r"(?:\+|00)3580")


def telephone_fault(text: str) -> str:
    """The key of what is wrong with a telephone number as owners write it, "" for nothing.

    A text may hold several numbers, and words beside a number: hours, a price, an extension.
    """
    if not text.isprintable():
        return "unseen-sign"
    found = [number[0] for part in _APART.split(text) if (number := _DIGITS.search(part))]
    if not found:
        return "no-number"
    faults = [_number_fault(number) for number in found]
    # Digits that are too few stand for hours or a price, where a whole number is there too.
    wrong = [fault for fault in faults if fault not in ("", "too-few-digits")]
    return wrong[0] if wrong else faults[0] if "" not in faults else ""


def _number_fault(number: str) -> str:
    """The key of what is wrong with one number."""
    dialled = _GAPS.sub("", _TRUNK.sub("", number)).replace("(", "").replace(")", "")
    digits = dialled.removeprefix("+")
    if _FINLAND_AND_ZERO.match(dialled):
        return "zero-after-code"
    if dialled.startswith("+0"):
        return "no-such-code"
    if len(digits) > _LONGEST + (2 if digits.startswith("00") else 0):
        return "too-many-digits"
    abroad, with_area = dialled.startswith(("+", "00")), digits.startswith("0")
    shortest = _SHORTEST_ABROAD if abroad else _SHORTEST_WITH_AREA if with_area else _SHORTEST
    if len(digits) < shortest:
        return "too-few-digits"
    return ""


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
