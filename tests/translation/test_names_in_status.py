"""`notice words status` asks for a name in a language only where the fact is not that language's form."""

from pathlib import Path

import pytest
from rules.overlay import site_with
from translation.german import run

OWN_FORM = "words: {fi: {controller: {name: %s}}}\ncontroller: {name: %s, public-authority: unknown}"


@pytest.mark.parametrize(
    ("fact", "finnish", "is_missing"),
    [
        ("Exempels stad", "Esimerkin kaupunki", False),
        ("Exempel Ab", "Esimerkki Oy", False),
        ("Esimerkin kaupunki", "Esimerkin kaupunki", True),
    ],
)
def test_a_fact_in_the_languages_own_form_is_not_missing(
    fact: str, finnish: str, is_missing: bool, tmp_path: Path
) -> None:
    site = site_with(OWN_FORM % (finnish, fact), tmp_path / "site")
    status = run("words", "status", site)
    assert ("content/sv/customers.yaml:controller.name" in status.output) is is_missing
    found = run("check", site)
    assert ("T022" in found.output) is is_missing
