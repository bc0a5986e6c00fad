"""Long words are broken only at the joints of compounds, and addresses, attributes and drawings are not touched."""

import pytest

from notice.data import locale, tree
from notice.outputs.joints import SOFT_HYPHEN, WORD_JOINER, with_joints


def shown(html: str, language: str) -> str:
    """The HTML with `·` for a soft hyphen and `~` for a word joiner."""
    return with_joints(html, language).replace(SOFT_HYPHEN, "·").replace(WORD_JOINER, "~")


@pytest.mark.parametrize(
    ("language", "word", "broken"),
    [
        ("fi", "toimitusosoite", "toimitus·osoite"),
        ("fi", "Toimitusosoitteesta", "Toimitus·osoitteesta"),
        ("fi", "sähköpostiosoite", "sähkö·posti·osoite"),
        ("fi", "Kansaneläkelaitos", "Kansan·eläke·laitos"),
        ("fi", "yhteydenottoon", "yhteyden·ottoon"),
        ("fi", "tapaturmavakuutusyhtiö", "tapaturma·vakuutus·yhtiö"),
        ("fi", "tapahtumailmoittautumiset", "tapahtuma·ilmoittautumiset"),
        ("fi", "verkkokauppa-alustan", "verkko·kauppa-alustan"),
        ("fi", "Y-tunnus", "Y-~tunnus"),
        ("sv", "leveransadress", "leverans·adress"),
        ("sv", "e-postadressen", "e-~post·adressen"),
        ("sv", "faktureringsadress", "fakturerings·adress"),
        ("sv", "webbutiksplattform", "webbutiks·plattform"),
        ("sv", "personuppgiftsansvarig", "person·uppgifts·ansvarig"),
        ("en", "telecommunications", "telecommunications"),
    ],
)
def test_a_compound_is_broken_at_its_joints(language: str, word: str, broken: str) -> None:
    assert shown(f"<p>{word}</p>", language) == f"<p>{broken}</p>"


@pytest.mark.parametrize("word", ["kuntosaliharjoittelupäiväkirja", "asiakkaiden", "osoite", "perusteesi"])
def test_a_word_whose_joints_are_not_known_is_not_broken(word: str) -> None:
    assert shown(word, "fi") == word


@pytest.mark.parametrize(
    "html",
    [
        '<p title="toimitusosoite">x</p>',
        '<a href="/toimitusosoite/">x</a>',
        "<p>toimitusosoite@example.fi</p>",
        "<p>https://example.fi/toimitusosoite</p>",
        "<p>toimitusosoite.example</p>",
        '<svg><text>toimitusosoite</text></svg><p id="e-post">x</p>',
    ],
)
def test_addresses_attributes_and_drawings_stay(html: str) -> None:
    assert shown(html, "fi") == html


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_table_has_plain_parts(language: str) -> None:
    entries = tree(locale(language) / "joints.yaml")["joints"].split()
    assert len(entries) > 500
    assert len({entry.replace("|", "") for entry in entries}) == len(entries)
    for entry in entries:
        parts = entry.split("|")
        assert len(parts) > 1 and entry == entry.lower(), entry
        assert all(len(part) >= 2 and part.isalpha() for part in parts), entry
