"""Addresses as owners write them, checked; and the links that are built from their parts.

Domains: RFC 1035 and 1123 for their form, IDNA for letters beyond a–z. A domain may be written with the Latin letters
of Europe's languages, as `.fi` domains are. One in another script, or with a letter that only looks Latin, has to be
written in its `xn--` form: nobody sees a Cyrillic а among Latin letters.

Web addresses: RFC 3986, without a name to sign in and a host in digits, which hide where they lead.

E-mail: the dot-atom of RFC 5321, and links of RFC 6068 with a subject and a body only. The signs `? & = % / { | }` and
the backtick, which the RFC allows before the @, are refused: no owner's address has them, and programs that read links
disagree on them. So are quoted names and addresses of digits.
"""

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

from notice.links.phones import rebuilt_telephone_link, telephone_link_fault

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


_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_PORT = re.compile(r"[1-9]\d{0,4}")
_HALF_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")
_KEPT = "/%:@!$&'()*+,;=-._~"
"""What is not escaped in a path; `%` is left, for owners write addresses with their escapes."""


def web_fault(text: str) -> str:
    """The key of what is wrong with a web address, as in `messages/reasons.yaml`; "" for nothing."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return "no-https"
    if not text.isprintable() or any(sign.isspace() or sign in '\\<>"' for sign in text):
        return "space"
    if "@" in parts[2]:
        return "name-before-at"
    host, colon, port = parts[2].partition(":")
    if colon and not (_PORT.fullmatch(port) and int(port) < 65_536):
        return "no-port"
    if _HALF_ESCAPE.search(text) or _CONTROL.search(text):
        return "half-escape"
    return host_fault(host)


def web_link(text: str) -> str:
    """The link to a web address without a fault: its parts escaped, its domain as name servers know it."""
    parts = _PARTS.fullmatch(text)
    assert parts is not None
    host, colon, port = parts[2].partition(":")
    query = "" if parts[4] is None else f"?{quote(parts[4], safe=_KEPT + '?')}"
    fragment = "" if parts[5] is None else f"#{quote(parts[5], safe=_KEPT + '?')}"
    return f"{parts[1].lower()}://{ascii_host(host)}{colon}{port}{quote(parts[3], safe=_KEPT)}{query}{fragment}"


_LOCAL = re.compile(r"[A-Za-z0-9!#$'*+^_~-]+(?:\.[A-Za-z0-9!#$'*+^_~-]+)*")
_FIELDS = ("subject", "body")


def mail_fault(text: str) -> str:
    """The key of what is wrong with an e-mail address, as in `messages/reasons.yaml`; "" for nothing."""
    local, at, host = text.rpartition("@")
    if not at:
        return "no-at"
    if len(local) > 64 or not _LOCAL.fullmatch(local):
        return "before-at"
    return host_fault(host)


def mail_link(address: str, subject: str = "", body: str = "") -> str:
    """The link that opens an e-mail to an address without a fault; `body` has lines that end in CR LF."""
    local, _, host = address.rpartition("@")
    fields = [f"{name}={_quoted(value)}" for name, value in zip(_FIELDS, (subject, body), strict=True) if value]
    return f"mailto:{quote(local, safe='')}@{ascii_host(host)}{'?' if fields else ''}{'&'.join(fields)}"


def mail_link_fault(link: str) -> str:
    """The key of what is wrong with a `mailto:` link, "" for nothing: one address, at most a subject and a body."""
    address, fields = _parts(link)
    values = [unquote(value).replace("\r\n", "") for _, value in fields]
    if any(name not in _FIELDS for name, _ in fields) or len(dict(fields)) < len(fields):
        return "mail-fields"
    if not link.isprintable() or not all(value.isprintable() for value in values):
        return "unseen-sign"
    return mail_fault(address)


def rebuilt_mail_link(link: str) -> str:
    """A `mailto:` link without a fault, built from its parts."""
    address, fields = _parts(link)
    return mail_link(address, **{name: unquote(value) for name, value in fields})


_quoted = lru_cache(maxsize=1024)(quote)


def _parts(link: str) -> tuple[str, list[tuple[str, str]]]:
    address, _, query = link.partition(":")[2].partition("?")
    fields = [part.partition("=") for part in query.split("&") if part]
    return unquote(address), [(name.lower(), value) for name, _, value in fields]


SCHEMES = ("https", "http", "mailto", "tel")


def link_fault(address: str) -> str:
    """The key of what is wrong with a link, "" for nothing: it is a whole address with one of the `SCHEMES`."""
    scheme = _scheme(address)
    if scheme == "mailto":
        return mail_link_fault(address)
    if scheme == "tel":
        return telephone_link_fault(address)
    return web_fault(address) if scheme else "no-scheme"


def rebuilt(address: str) -> str:
    """The same link, built from its parts; for an address without a `link_fault`."""
    scheme = _scheme(address)
    if scheme == "mailto":
        return rebuilt_mail_link(address)
    return rebuilt_telephone_link(address) if scheme == "tel" else web_link(address)


def unescaped(address: str) -> str:
    """The address with every character reference resolved, however deep it is wrapped."""
    while (plain := html.unescape(address)) != address:
        address = plain
    return address


def _scheme(address: str) -> str:
    scheme = address.partition(":")[0].lower()
    return scheme if scheme in SCHEMES and ":" in address else ""
