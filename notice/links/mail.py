"""E-mail addresses: the dot-atom of RFC 5321, and links of RFC 6068 with nothing but a subject and a body.

The signs `? & = % / { | }` and the backtick, which the RFC allows before the @, are refused: no owner's address has
them, and programs that read links disagree on them. So are quoted names and addresses of digits.
"""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from notice.links.hosts import ascii_host, host_fault

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
