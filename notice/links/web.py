"""Web addresses: RFC 3986, without what hides where they lead: no name to sign in, no host in digits."""

import re
from urllib.parse import quote

from notice.links.hosts import ascii_host, host_fault

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
