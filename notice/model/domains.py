"""Domains that no controller can have: those reserved by RFC 2606 and RFC 6761, and that of the starter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

RESERVED_TOP = frozenset({"example", "invalid", "localhost", "test"})
"""Top-level domains that are never delegated: RFC 2606 section 2, RFC 6761 sections 6.2 to 6.5."""

RESERVED = frozenset({"example.com", "example.net", "example.org"})
"""Domains that IANA keeps for documentation: RFC 2606 section 3, RFC 6761 section 6.5."""

_ADDRESS = re.compile(
    r"(?<![a-z+.-])[a-z][a-z+.-]*://(?:[^\s/?#@<>\"'()]*@)?(?P<web>[^\s/?#@:<>\"'()\[\]]+)"
    r"|(?<![\w.+%-])[\w.+%-]+@(?P<mail>[\w-]+(?:\.[\w-]+)*)"
    r"|(?<![\w.@/-])(?P<bare>(?:[\w-]+\.)+[a-z]{2,})(?![\w@-])",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """A web address, an e-mail address or a bare host in a text, from `start`."""

    text: str
    host: str
    start: int
    is_web: bool


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text; a bare host under a reserved top-level domain counts only after `www.`."""
    for found in _ADDRESS.finditer(text):
        host = (found["web"] or found["mail"] or found["bare"]).lower().rstrip(".")
        if found["bare"] and not host.startswith("www.") and host.rpartition(".")[2] in RESERVED_TOP:
            continue  # a full stop without a space behind it
        yield Address(found[0], host, found.start(), found["web"] is not None)


def is_reserved(host: str, more: frozenset[str] = frozenset()) -> bool:
    """True for a host in small letters on a reserved domain, or on one of `more`."""
    labels = host.split(".")
    return labels[-1] in RESERVED_TOP or ".".join(labels[-2:]) in RESERVED | more
