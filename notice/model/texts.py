"""Facts checked as text: names, addresses, phones, links, countries. An error's type is its message's key."""

from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from notice.law.countries import COUNTRIES
from notice.links import mail_fault, web_fault
from notice.links.phones import telephone_fault
from notice.model.fields import Form, read_list

LONGEST = 300
"""The most characters that one such fact may have; longer words belong in the words files."""


def _read_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.strip().lower() in ("none", "unknown"):
        raise PydanticCustomError("text.none", "no text")
    if len(value) > LONGEST:
        raise PydanticCustomError("text.long", "too long", {"longest": LONGEST})
    return value


def _read_email(value: object) -> object:
    text = _read_text(value)
    if isinstance(text, str) and (why := mail_fault(text.strip())):
        raise PydanticCustomError("email", "no e-mail address", {"reason": why})
    return text


def _read_phone(value: object) -> object:
    text = _read_text(value)
    if isinstance(text, str) and (why := telephone_fault(text.strip())):
        raise PydanticCustomError("phone", "no telephone number", {"reason": why})
    return text


def _read_web(value: object) -> object:
    text = _read_text(value)
    if isinstance(text, str) and (why := web_fault(text.strip())):
        raise PydanticCustomError("web", "no web address", {"reason": why})
    return text


def is_mail(address: str) -> bool:
    """Whether an address for secure messages is one of e-mail, and not of a page."""
    return not address.strip().lower().startswith(("http:", "https:"))


def _read_secure_mail(value: object) -> object:
    is_page = isinstance(value, str) and not is_mail(value)
    return _read_web(value) if is_page else _read_email(value)


def _read_site_address(value: object) -> object:
    text = _read_web(value)
    if isinstance(text, str) and ("?" in text or "#" in text):
        raise PydanticCustomError("web.folder", "no address of a folder")
    return text


def _read_copy(value: object) -> object:
    return value if value == "request" else _read_copy_address(value)


def _read_copy_address(value: object) -> object:
    try:
        return _read_web(value)
    except PydanticCustomError as error:
        context = error.context or {}
        raise PydanticCustomError("copy.address" if "reason" in context else "copy", "no way", context) from None


def _read_country(value: object) -> object:
    if isinstance(value, str) and value.upper() not in COUNTRIES:
        raise PydanticCustomError("country", "no country")
    return value.upper() if isinstance(value, str) else value


def _read_country_key(value: object) -> object:
    """A key is a part of the facts' paths, so it has one spelling."""
    if isinstance(value, str) and value not in COUNTRIES:
        raise PydanticCustomError("country.capitals", "no country")
    return value


Text = Annotated[str, BeforeValidator(_read_text), Form("text")]
"""A text of one line, at most `LONGEST` characters; the words `none` and `unknown` are no text."""

Email = Annotated[str, BeforeValidator(_read_email), Form("email", r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")]
"""One e-mail address: `notice.links.mail_fault`."""

Phone = Annotated[str, BeforeValidator(_read_phone), Form("phone")]
"""A telephone number as it is printed, or several: `notice.links.telephone`."""

Web = Annotated[str, BeforeValidator(_read_web), Form("web", r"https?://\S+")]
"""A whole web address: https or http, with a domain; `notice.links.web_fault`."""

SecureMail = Annotated[
    str, BeforeValidator(_read_secure_mail), Form("secure-mail", r"https?://\S+|[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
]
"""Where encrypted messages are sent: a whole web address, or an e-mail address."""

SiteAddress = Annotated[str, BeforeValidator(_read_site_address), Form("site-address", r"https?://[^\s?#]+")]
"""The address of the folder in which the site is published."""

CopyFrom = Annotated[str, BeforeValidator(_read_copy), Form("copy", r"request|https?://\S+")]
"""How to get a copy: `request`, or the address where it can be read."""

Country = Annotated[str, BeforeValidator(_read_country), Form("country")]
"""An ISO 3166-1 alpha-2 code, in capitals."""

CountryKey = Annotated[str, BeforeValidator(_read_country_key), Form("country")]
"""An ISO 3166-1 alpha-2 code in capitals, as the key of a mapping."""

Countries = Annotated[tuple[Country, ...], BeforeValidator(read_list), Form(none=True, lone=True)]
"""ISO codes in the owner's order; `none` is the empty tuple."""
