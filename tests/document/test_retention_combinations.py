"""Every way of retention with every other part of it: a finding, or a page that states all of it."""

from itertools import product
from pathlib import Path

import pytest
from document.page_texts import pages

from notice.findings import Level

pytestmark = pytest.mark.slow

WAYS = (
    "for: 3 years, after: order-delivered",
    "until: consent-withdrawn",
    "until: unknown",
    "until-day: 2029-12-31",
    "criterion: while-member",
    "criterion: permanently-archived, law: archives-act",
    "for: unknown, after: unknown",
)
PARTS = {
    "for": ("1 year", "unknown"),
    "after": ("last-order", "unknown"),
    "until": ("account-closed", "unknown"),
    "then-within": ("1 month", "unknown"),
    "until-day": ("2030-01-01", "unknown"),
    "criterion": ("while-claim-pending", "unknown"),
    "or": ("{event: last-sign-in, whichever: earlier}", "unknown", "{event: unknown, whichever: unknown}"),
    "at-latest": ("{for: 1 year, after: last-sign-in}", "unknown", "{for: unknown, after: unknown}"),
    "by-data": ("[{data: [phone], for: 1 month, after: last-order}]", "unknown", "[{data: [phone], until: unknown}]"),
    "end": ("anonymised", "unknown"),
    "law": ("debt-limitation-act", "unknown"),
}
COMBINATIONS = [
    (way, key, value)
    for way, (key, values) in product(WAYS, PARTS.items())
    for value in values
    if f"{key}:" not in way.replace("until-day:", "")
]


@pytest.mark.parametrize("way", WAYS)
def test_a_part_beside_a_way_is_printed_or_found(way: str, tmp_path: Path) -> None:
    """`pages` verifies what is built, and that it states every fact."""
    built = 0
    for number, (_, key, value) in enumerate(one for one in COMBINATIONS if one[0] == way):
        blank = "".join(f"{one}: , " for one in ("for", "after") if f"{one}:" not in way and one != key)
        made = pages(f"purposes: {{orders: {{keep: {{{blank}{way}, {key}: {value}}}}}}}", tmp_path / str(number))
        refused = any(one.level is Level.ERROR for one in made.findings)
        assert refused or set(made.texts) == {"fi", "sv", "en"}
        built += not refused
    assert built >= 4
