"""T004: words of ids that the facts use are used, though the page leaves the fact out."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with

from notice.check import check
from notice.load import load

WORDS = "words: {fi: {%s: {own-thing: jotain}}, sv: {%s: {own-thing: något}}, en: {%s: {own-thing: something}}}"


@pytest.mark.parametrize(
    ("kind", "facts", "unused"),
    [
        ("activities", "recipients: {parcel-carrier: {activity: own-thing}}", 0),
        ("activities", "recipients: {parcel-carrier: {activity: delivery}}", 3),
        ("safeguards", "safeguards: [own-thing]", 0),
        ("safeguards", "safeguards: [backups]", 3),
    ],
)
def test_words_of_an_id_that_only_the_facts_use_are_used(kind: str, facts: str, unused: int, tmp_path: Path) -> None:
    site = site_with(f"{facts}\n{WORDS % (kind, kind, kind)}", tmp_path / "site")
    file = site / "content" / "vocabulary.yaml"
    file.write_text(f"{kind}: {{own-thing: }}\n", encoding="utf-8")
    codes = [one.code for one in check(load(site), date(2026, 11, 28)).findings]
    assert codes.count("T004") == unused
