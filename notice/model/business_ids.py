"""The Finnish business id and the VAT number made of it: their form and their check digit."""

import re

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_BUSINESS_ID = re.compile(r"(?<![\w-])(\d{6,7})-?(\d)(?![\w-])")
_VAT_ID = re.compile(r"(?<!\w)FI[\s-]?(\d{7})-?(\d)(?![\w-])", re.IGNORECASE)


def business_ids(text: str) -> tuple[str, ...]:
    """The eight digits of each business id in the text; an id of six digits and a check digit begins with a zero."""
    return tuple(number.zfill(7) + check for number, check in _BUSINESS_ID.findall(text))


def vat_ids(text: str) -> tuple[str, ...]:
    """The eight digits of each Finnish VAT number in the text."""
    return tuple(number + check for number, check in _VAT_ID.findall(text))


def is_possible(digits: str) -> bool:
    """True where the last of eight digits is the check digit of the first seven.

    The digits are weighted and added; the remainder by 11 is 0 for the check digit 0, else the check digit is 11 less
    the remainder. Numbers with the remainder 1 are not given out.
    """
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return remainder != 1 and int(digits[7]) == (11 - remainder) % 11


def written(digits: str) -> str:
    """The business id as it is written: `1234567-1`."""
    return f"{digits[:7]}-{digits[7]}"
