"""Sites of an owner who declares terms: the base site with an overlay that declares, words and uses them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from rules.overlay import site_with

from notice.check import check
from notice.findings import Finding
from notice.load import load

DAY = date(2026, 11, 22)
LANGUAGES = ("fi", "sv", "en")
PLAIN = {"fi": "Oma asia", "sv": "Egen sak", "en": "Own thing"}
"""The words of a term in the languages in which it has none."""

Patch = dict[str, Any]
Words = dict[str, dict[str, str]]
"""The words of terms, by id and language."""

CUSTOMER = ("name", "delivery-address", "email", "phone", "order-contents")
PURPOSE: Patch = {
    "basis": "contract",
    "people": ["customers"],
    "data": ["name"],
    "recipients": "none",
    "keep": {"for": "1 year", "after": "order-delivered"},
    "required": "voluntary",
}


def findings_of(overlay: str) -> tuple[Finding, ...]:
    """What is found in the base site with the overlay."""
    with TemporaryDirectory() as folder:
        return check(load(site_with(overlay, Path(folder) / "site")), DAY).findings


def site_of(kind: str, words: Words, terms: Patch | None = None) -> str:
    """The overlay of a site that declares terms of a kind, words and uses them; `terms` are the facts of each."""
    tree = USES[kind](list(words))
    if kind == "recipients":
        named = {id: next(iter(texts.values()), "Esimerkki Oy") for id, texts in words.items()}
        tree["recipients"] = {id: facts | {"named": named[id]} for id, facts in tree["recipients"].items()}
        words = {id: {} for id in words}
    for id, facts in (terms or {}).items():
        tree.setdefault("vocabulary", {}).setdefault(kind, {})[id] = facts
    for language in LANGUAGES:
        names = {id: texts.get(language, PLAIN[language]) for id, texts in words.items()}
        own = {id: {"name": name, "text": PLAIN[language]} for id, name in names.items()}
        used = _words_of_users(tree, list(words), PLAIN[language])
        tree.setdefault("words", {})[language] = used | {kind: own if kind == "purposes" else names}
    return yaml.dump(tree, Dumper=_WithoutAliases, allow_unicode=True)


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (PyYAML's signature)
        return True


def _words_of_users(tree: Patch, ids: list[str], word: str) -> Patch:
    """The words of what the site declares only in order to use the terms."""
    items, purposes, cookies = _items(ids), _purposes_of(ids), _cookies_of(ids)
    made: Patch = {}
    if set(items) <= set(tree.get("vocabulary", {}).get("data", {})):
        made["data"] = {id: f"{word} {number}" for number, id in enumerate(items)}
    if set(purposes) <= set(tree.get("purposes", {})):
        made["purposes"] = {id: {"name": word, "text": word} for id in purposes}
    if set(cookies) <= set(tree.get("cookies", {})):
        made["cookies"] = dict.fromkeys(cookies, word)
    return made


def _items(ids: Iterable[str]) -> list[str]:
    return [f"item-{number}" for number, _ in enumerate(ids)]


def _purposes_of(ids: Iterable[str]) -> list[str]:
    return [f"purpose-of-{id}" for id in ids]


def _cookies_of(ids: Iterable[str]) -> list[str]:
    return [f"cookie-of-{id}" for id in ids]


def _declared(kind: str, ids: Iterable[str]) -> Patch:
    return {"vocabulary": {kind: {id: {} for id in ids}}}


def _data(ids: list[str]) -> Patch:
    used = [*CUSTOMER, *ids]
    return {"purposes": {"orders": {"data": used}}, "sources": {"customer": {"data": used}}, **_declared("data", ids)}


def _people(ids: list[str]) -> Patch:
    return {
        "people": ["customers", "newsletter-subscribers", "site-visitors", *ids],
        "purposes": {"orders": {"people": ["customers", *ids]}},
        **_declared("people", ids),
    }


def _kept(kind: str, keep: Callable[[str], Patch]) -> Callable[[list[str]], Patch]:
    """One category of data for each term, with a retention of its own."""

    def patch(ids: list[str]) -> Patch:
        tree = _data(_items(ids))
        rows = [{"data": [item], **keep(id)} for item, id in zip(_items(ids), ids, strict=True)]
        tree["purposes"]["orders"]["keep"] = {"by-data": rows}
        tree["vocabulary"][kind] = {id: {} for id in ids}
        return tree

    return patch


def _sources(ids: list[str]) -> Patch:
    facts = {"kind": "third-party", "data": ["name"], "public": "no", "informed": "within-month"}
    return {"sources": dict.fromkeys(ids, facts)}


def _purposes(ids: list[str]) -> Patch:
    return {"purposes": dict.fromkeys(ids, PURPOSE)}


def _cookie_purposes(ids: list[str]) -> Patch:
    facts = {"provider": "controller", "category": "necessary", "duration": "session", "read-by": "none"}
    cookies = {
        cookie: {"name": f"name_{id}", "purpose": id, **facts} for cookie, id in zip(_cookies_of(ids), ids, strict=True)
    }
    return {"cookies": cookies, **_declared("cookie-purposes", ids)}


def _marketing(ids: list[str]) -> Patch:
    purposes = {purpose: PURPOSE | {"marketing": [id]} for purpose, id in zip(_purposes_of(ids), ids, strict=True)}
    return {"purposes": purposes, **_declared("marketing-channels", ids)}


def _laws(ids: list[str]) -> Patch:
    by_law = {"basis": "legal-obligation", "required": "not-asked"}
    purposes = {purpose: PURPOSE | by_law | {"law": id} for purpose, id in zip(_purposes_of(ids), ids, strict=True)}
    return {"purposes": purposes, "vocabulary": {"laws": {id: {"number": "1/2000", "section": "3"} for id in ids}}}


def _recipients(ids: list[str]) -> Patch:
    facts = {"role": "controller", "country": "FI", "activity": "delivery"}
    known = ["parcel-carrier", "payment-provider", "hosting-provider"]
    return {"purposes": {"orders": {"recipients": [*known, *ids]}}, "recipients": dict.fromkeys(ids, facts)}


def _identifications(ids: list[str]) -> Patch:
    return {"controller": {"requests": {"identify-by": ids}}, **_declared("identifications", ids)}


USES: dict[str, Callable[[list[str]], Patch]] = {
    "data": _data,
    "people": _people,
    "criteria": _kept("criteria", lambda id: {"criterion": id}),
    "events": _kept("events", lambda id: {"for": "1 year", "after": id}),
    "sources": _sources,
    "purposes": _purposes,
    "recipients": _recipients,
    "cookie-purposes": _cookie_purposes,
    "marketing-channels": _marketing,
    "identifications": _identifications,
    "laws": _laws,
}
"""How a register uses own terms of each kind."""
