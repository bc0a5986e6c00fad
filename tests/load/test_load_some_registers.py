"""A load that leaves registers out: the others are as ever, and what was not read is no finding."""

from pathlib import Path

import pytest
from rules.overlay import site_with

from notice.load import load


def test_a_register_that_is_not_wanted_is_not_read(tmp_path: Path) -> None:
    site = site_with("registers: {visitors: {}}", tmp_path / "site")
    asked: list[str] = []

    def wanted(id: str) -> bool:
        asked.append(id)
        return id == "visitors"

    some, whole = load(site, wanted=wanted), load(site)
    assert asked == ["customers", "visitors"]
    assert [notice.id for notice in some.notices] == ["visitors"]
    assert some.notices[0].register == whole.notices[1].register
    assert some.findings == whole.findings == ()
    assert "content/registers/customers.yaml" not in some.sources


def test_what_stops_the_question_stops_the_load(tmp_path: Path) -> None:
    def stop(id: str) -> bool:
        raise InterruptedError(id)

    with pytest.raises(InterruptedError, match="customers"):
        load(site_with("{}", tmp_path / "site"), wanted=stop)
