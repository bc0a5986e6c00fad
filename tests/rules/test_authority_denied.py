"""N114: a public body that is stated to be no authority."""

from pathlib import Path

import pytest
from rules.overlay import found


@pytest.mark.parametrize(
    ("example", "keys"),
    [
        ("controller: {name: Mallila kommun, public-authority: no}", ["by-name"]),
        ("people: [customers, municipal-service-clients]", ["by-people"]),
        ("controller: {name: Mallila kommun, public-authority: unknown}", []),
        ("controller: {name: Mallila Kommun Ab}", []),
    ],
)
def test_a_public_body_that_says_it_is_no_authority_is_found(example: str, keys: list[str], tmp_path: Path) -> None:
    assert [one.key for one in found(example, tmp_path / "site") if one.code == "N114"] == keys
