"""Names of public bodies, and the names of firms and associations that look like them."""

import pytest

from notice.derive import is_public_body


@pytest.mark.parametrize(
    "name",
    [
        "Mallila kommun",
        "Exempels stad",
        "Esbo stad, bildningssektorn",
        "Mallilan kunta",
        "Esimerkin kaupunki",
        "Esimerkin hyvinvointialue",
        "Mallilan koulutuskuntayhtymä",
        "Österbottens välfärdsområde",
        "City of Examples",
        "The Municipality of Mallila",
    ],
)
def test_a_public_body_is_known_by_its_name(name: str) -> None:
    assert is_public_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Esimerkki Oy",
        "Mallilan Kaupunki Oy",
        "Osuuskunta Mallila",
        "Mallilan Osuuskunta",
        "Mallila kommuns pensionärer rf",
        "Exempelstads bageri",
        "Kaupunkilehti",
        "Mallilan vapaaseurakunta",
        "Mallilan ylioppilaskunta",
        "Friends of the City of Examples",
    ],
)
def test_another_name_is_not_taken_for_one(name: str) -> None:
    assert not is_public_body(name)
