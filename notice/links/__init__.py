"""Addresses as owners write them, checked; and the links that are built from their parts."""

from notice.links.mail import mail_link_fault, rebuilt_mail_link
from notice.links.telephone import rebuilt_telephone_link, telephone_link_fault
from notice.links.web import web_fault, web_link

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


def _scheme(address: str) -> str:
    scheme = address.partition(":")[0].lower()
    return scheme if scheme in SCHEMES and ":" in address else ""
