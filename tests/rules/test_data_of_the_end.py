"""Data that come into being when an account is closed are kept from a certain day (rule C061)."""

from pathlib import Path

import pytest
from rules.overlay import DAY, site_with

from notice.check import check
from notice.load import load

NAMED = {
    "closing-request": ("tilin sulkemispyyntö", "begäran om att avsluta kontot", "the request to close the account"),
    "exit-reason": ("irtisanomisen syy", "orsaken till uppsägningen", "the reason for terminating the contract"),
    "closing-log": ("merkintä tilin sulkeutumisesta", "anteckning om kontots stängning", "the record of the closing"),
    "wishes": ("toivelista", "önskelista", "the list of wishes"),
}


def codes(keep: str, data: str, folder: Path) -> set[str]:
    words = "".join(
        f"  {language}: {{data: {{{', '.join(f'{id}: {its[at]}' for id, its in NAMED.items())}}}}}\n"
        for at, language in enumerate(("fi", "sv", "en"))
    )
    purpose = f"purposes:\n  orders: {{data: {data}, required: not-asked, required-data: , keep: {keep}}}\n"
    site = site_with(f"words:\n{words}{purpose}", folder / "site")
    declared = "data:\n" + "".join(f"  {id}: {{}}\n" for id in NAMED)
    (site / "content" / "vocabulary.yaml").write_text(declared, encoding="utf-8")
    return {finding.code for finding in check(load(site), DAY).findings}


@pytest.mark.parametrize("id", ["closing-request", "exit-reason", "closing-log"])
@pytest.mark.parametrize("event", ["account-closed", "end-of-customer-relationship"])
def test_data_named_after_the_end_are_kept_from_it(id: str, event: str, tmp_path: Path) -> None:
    assert "C061" not in codes(f"{{for: 30 days, after: {event}}}", f"[{id}]", tmp_path)


@pytest.mark.parametrize("data", ["[wishes]", "[closing-request, wishes]", "[name]"])
def test_other_data_are_found(data: str, tmp_path: Path) -> None:
    assert "C061" in codes("{for: 30 days, after: account-closed}", data, tmp_path)


@pytest.mark.parametrize(("apart", "is_found"), [("closing-request", False), ("wishes", True)])
def test_data_that_are_kept_apart_are_looked_at_by_themselves(apart: str, is_found: bool, tmp_path: Path) -> None:
    by_data = f"by-data: [{{data: [{apart}], for: 30 days, after: account-closed}}]"
    keep = f"{{for: 3 years, after: order-delivered, {by_data}}}"
    assert ("C061" in codes(keep, "[closing-request, wishes]", tmp_path)) == is_found
