"""Names of domains: RFC 1035 and 1123 for their form, IDNA for letters beyond a–z.

A domain may be written with the Latin letters of Europe's languages, as `.fi` domains are. One in another script, or
with a letter that only looks Latin, has to be written in its `xn--` form: nobody sees a Cyrillic а among Latin letters.
"""

import re
import unicodedata

LONGEST = 253
LATIN = frozenset("àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžǥǧǩǯʒșț")
"""Small letters beyond a–z in which a domain may be written: those of European languages, but for look-alikes."""

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]+")


def host_fault(host: str) -> str:
    """The key of what is wrong with the name of a domain, "" for nothing; a sign that may not be there follows it."""
    if not host:
        return "no-domain"
    odd = next((sign for sign in _composed(host) if not _may_stand(sign)), "")
    if odd:
        return f"letter U+{ord(odd):04X} {unicodedata.name(odd, '')}".rstrip()
    if host.endswith("."):
        return "last-dot"
    plain = ascii_host(host)
    labels = plain.split(".")
    if len(plain) > LONGEST or not all(_LABEL.fullmatch(label) and _is_read(label) for label in labels):
        return "domain-part"
    if len(labels) < 2 or not _TOP.fullmatch(labels[-1]):
        return "domain-end"
    return ""


def ascii_host(host: str) -> str:
    """The domain in the letters that name servers know; labels beyond a–z in their `xn--` form."""
    labels = _composed(host).split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}" for label in labels)


def _composed(host: str) -> str:
    return unicodedata.normalize("NFC", host).lower()


def _may_stand(sign: str) -> bool:
    return sign in LATIN or (sign.isascii() and (sign.isalnum() or sign in "-."))


def _is_read(label: str) -> bool:
    """Whether a label in `xn--` form stands for a text; no other has hyphens in its third and fourth place."""
    if label[2:4] != "--":
        return True
    try:
        return label.startswith("xn--") and not label[4:].encode("ascii").decode("punycode").isascii()
    except UnicodeError:
        return False
