"""The presets, completed as an owner would: without `unknown` and `confirm`."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import yaml

from notice.presets import new_site, presets

DAY = date(2026, 11, 22)

Tree = dict[str, object]

FIRM: Tree = {"role": "processor", "country": "FI", "contract": "yes"}

FIRMS: dict[str, Tree] = {
    "newsletter-service": FIRM | {"country": "US", "transfers": {"US": {"mechanism": "scc", "copy": "request"}}},
    "analytics-provider": FIRM | {"country": "US", "transfers": {"US": {"mechanism": "dpf", "verified": "2026-11-01"}}},
    "survey-service": FIRM | {"country": "GB", "transfers": {"GB": {"mechanism": "adequacy"}}},
    "social-media-platform": FIRM | {"role": "controller", "country": "IE"},
    "bank": FIRM | {"role": "controller"},
}
"""Firms that differ from the usual one: outside the EEA, or controllers of their own."""

FACTS: Tree = {
    "name": "Esimerkki Oy",
    "business-id": "9999999-2",
    "address": {"street": "Esimerkkikatu 1", "postcode": "00100", "city": "Helsinki"},
    "email": "tietosuoja@example.fi",
    "phone": "010 000 0000",
    "impact-assessment": "2026-11-01",
    "marketing": "email",
    "opt-out": "unsubscribe-link",
    "duration": "1 year",
    "named": "Esimerkkilähde Oy",
    "required": "voluntary",
    "vat-id": "FI99999992",
    "similar-techniques": "none",
    "profiling": "none",
}
"""The owner's answers, by key; every other question is answered with `yes`."""


@cache
def completed(preset: str) -> Mapping[str, Tree]:
    """The files of a site with the register, as trees by path, without `unknown` and `confirm`."""
    texts = new_site([preset], DAY)
    trees = {path: _filled(yaml.load(text, Loader=yaml.BaseLoader), ()) for path, text in texts.items()}
    return {path: tree for path, tree in trees.items() if isinstance(tree, dict)}


def every_preset() -> tuple[str, ...]:
    """The ids of the presets."""
    return presets()


def _filled(tree: object, path: tuple[str, ...]) -> object:
    if isinstance(tree, dict):
        return {key: _filled(value, (*path, key)) for key, value in tree.items() if key != "confirm"}
    if isinstance(tree, list):
        return [_filled(value, path) for value in tree]
    if tree != "unknown":
        return tree
    if path[0] == "recipients":
        return FIRMS.get(path[1], FIRM) | {"named": f"Esimerkki {path[1]} Oy"}
    if path[0] == "cookies" and path[-1] == "name":
        return f"esimerkki_{path[1]}"
    return FACTS.get(path[-1], "yes")
