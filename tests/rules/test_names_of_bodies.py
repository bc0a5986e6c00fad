"""T022: a public body's Finnish name on the Swedish page is noticed, whatever kind of body; a firm's is not."""

from pathlib import Path

import pytest
from rules.overlay import found

BODIES = [
    "Esimerkin kaupunki",
    "Esimerkin kaupunginhallitus",
    "Mallilan kunnanhallitus",
    "Mallilan kunnanvaltuusto",
    "Esimerkin aluehallitus",
    "Mallilan sosiaali- ja terveyslautakunta",
    "Esimerkin hyvinvointialue",
]
FIRMS = ["Lautakuntapalvelut Oy", "Kaupunkikauppa Oy", "Osuuskunta Esimerkki", "Esimerkki Oyj:n hallitus"]


@pytest.mark.parametrize("name", BODIES)
def test_a_bodys_finnish_name_is_asked_for_in_swedish(name: str, tmp_path: Path) -> None:
    codes = [one.code for one in found(f"controller: {{name: {name}}}", tmp_path / "site")]
    assert codes.count("T022") == 1


@pytest.mark.parametrize("name", FIRMS)
def test_a_firms_name_is_the_same_everywhere(name: str, tmp_path: Path) -> None:
    assert "T022" not in {one.code for one in found(f"controller: {{name: '{name}'}}", tmp_path / "site")}
