"""Where an address on a page leads: to a file of the site, or elsewhere."""

import re
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

from notice.verify.built import Built

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[\t\n\r]")


def as_browsers_read(address: str) -> str:
    """The address without the characters that browsers skip; they take a backslash for a slash."""
    return _LEFT_OUT.sub("", address).strip().replace("\\", "/")


def is_outward(address: str) -> bool:
    """Whether the address names a scheme or a host: it leads out of the site."""
    plain = as_browsers_read(address)
    return plain.startswith("//") or _SCHEME.match(plain) is not None


def parts(address: str) -> SplitResult | None:
    """The parts of an address; None for one that is none, as `https://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def file_of(address: str, from_path: str, built: Built) -> str:
    """The file to which an address within the site leads, "" for none; a path from the root is below the site's."""
    split = parts(address)
    if split is None:
        return ""
    path = unquote(split.path)
    if path.startswith("/"):
        own = parts(built.site.address or "")
        base = own.path if own else ""
        path = path.removeprefix(base if base.endswith("/") else f"{base}/")
    else:
        path = normpath(join(dirname(from_path), path)) + ("/" if path.endswith("/") or not path else "")
    path = path.removeprefix("./")
    for candidate in (path, f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"):
        if candidate in built.files or candidate in built.elsewhere:
            return candidate
    return ""
