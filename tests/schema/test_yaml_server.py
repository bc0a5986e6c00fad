"""What an editor shows with the schemas, asked of yaml-language-server as editors ask it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from judges.yaml_server import Editor
from verify.two_sites import DAY

from notice.editor import write_schemas
from notice.languages import LANGUAGES
from notice.presets import new_site, presets, starter, write_new_files
from notice.schema.modelines import modeline, with_modelines

Open = Callable[[Path], AbstractContextManager[Editor]]

REGISTER, WORDS = "content/registers/customers.yaml", "content/fi/customers.yaml"


def site(folder: Path, made: dict[str, str], language: str = "fi") -> Path:
    write_new_files(folder, with_modelines(made))
    write_schemas(folder, language)
    return folder


@pytest.fixture(scope="module")
def finnish(editor: Open, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with the starter open, and its schemas in Finnish."""
    with editor(site(tmp_path_factory.mktemp("finnish") / "site", starter(DAY, "fi"))) as opened:
        yield opened


def typed(opened: Editor, text: str, file: str = REGISTER) -> list[str]:
    """What is found in a file that has this text below its line."""
    return opened.open(file, f"{modeline(file)}\n{text}")


def proposed(opened: Editor, text: str, file: str = REGISTER) -> dict[str, tuple[str, str]]:
    """What is proposed at the end of the text: what each inserts, and what it says."""
    typed(opened, text, file)
    lines = text.split("\n")
    items = opened.completions(file, len(lines) + 1, len(lines[-1]) + 1)
    return {item["label"]: (item["insertText"], said(item.get("documentation", ""))) for item in items}


def said(documentation: object) -> str:
    return str(documentation["value"]) if isinstance(documentation, dict) else str(documentation)


def test_the_starter_is_without_a_mark(finnish: Editor) -> None:
    found = {file: finnish.open(file) for file in starter(DAY, "fi")}
    assert len(found) > 5
    assert {file: marks for file, marks in found.items() if marks} == {}


@pytest.mark.slow
def test_every_preset_is_without_a_mark(editor: Open, tmp_path: Path) -> None:
    made = new_site(presets(), DAY, "sv")
    with editor(site(tmp_path / "site", made, "sv")) as opened:
        found = {file: opened.open(file) for file in made}
    assert len(found) > 30
    assert {file: marks for file, marks in found.items() if marks} == {}


def test_every_language_is_tried() -> None:
    assert {*LANGUAGES} == {"fi", "sv", "en"}


@pytest.mark.parametrize(
    ("language", "described", "meaning"),
    [
        ("fi", "Tarkoituksen oikeusperuste.", "sopimuksen täytäntöönpano"),
        ("sv", "Ändamålets rättsliga grund.", "fullgörande av ett avtal"),
        ("en", "The legal basis of the purpose.", "performance of a contract"),
    ],
)
def test_a_key_and_its_value_are_explained_in_the_owners_language(
    language: str, described: str, meaning: str, editor: Open, tmp_path: Path
) -> None:
    with editor(site(tmp_path / "site", starter(DAY, language), language)) as opened:
        assert typed(opened, "purposes:\n  orders:\n    basis: contract\n") == []
        shown = opened.hover(REGISTER, 4, 6)
    assert described in shown
    assert f"* `contract`: {meaning}" in shown.splitlines()
    assert "null" not in shown


def test_an_id_is_explained_by_its_name(finnish: Editor) -> None:
    assert typed(finnish, "purposes:\n  orders:\n    data: [email]\n    recipients: [klarna]\n") == []
    assert "Tilausten hoitaminen" in finnish.hover(REGISTER, 3, 4)
    for line, column, first in [(4, 13, "* `email`: sähköpostiosoite"), (5, 19, "* `klarna`: Klarna · ")]:
        values = [one for one in finnish.hover(REGISTER, line, column).splitlines() if one.startswith("* ")]
        assert values[0].startswith(first)


@pytest.mark.parametrize(
    ("text", "inserted", "documented"),
    [
        ("", {"people": "people:\n  - ", "contact": "contact:\n  "}, {"people": "Henkilöryhmät"}),
        ("purposes:\n  ", {"orders": "orders:\n  "}, {"orders": "Tilausten hoitaminen"}),
        (
            "purposes:\n  orders:\n    ",
            {"basis": "basis: ", "law": "law:\n  "},
            {"basis": "Tarkoituksen oikeusperuste."},
        ),
        ("purposes:\n  orders:\n    basis: ", {"consent": "consent"}, {"consent": "suostumus"}),
        ("purposes:\n  orders:\n    balancing: ", {"yes": "yes", "no": "no"}, {}),
        ("purposes:\n  orders:\n    data: [", {"email": "email"}, {"email": "sähköpostiosoite"}),
        ("purposes:\n  orders:\n    data:\n      - ", {"email": "email"}, {"email": "sähköpostiosoite"}),
        ("purposes:\n  orders:\n    law: ", {"accounting-act": "accounting-act"}, {"accounting-act": "kirjanpitolaki"}),
        ("purposes:\n  orders:\n    keep: ", {"unknown": "unknown"}, {"unknown": "Tietoa ei vielä tiedetä"}),
        (
            "recipients:\n  ",
            {"none": "none", "klarna": "klarna:\n  "},
            {"klarna": "country: SE · usual-role: controller"},
        ),
        ("recipients:\n  x:\n    country: ", {"FI": "FI"}, {"FI": "Suomi"}),
        ("recipients:\n  x:\n    transfers:\n      ", {"US": "US:\n  "}, {"US": "Yhdysvallat"}),
        ("recipients:\n  x:\n    named: ", {"Muoto: enintään 300 merkin teksti": ""}, {}),
    ],
)
def test_keys_values_and_ids_are_proposed_with_their_words(
    text: str, inserted: dict[str, str], documented: dict[str, str], finnish: Editor
) -> None:
    found = proposed(finnish, text)
    assert {name: found.get(name, ("",))[0] for name in inserted} == inserted
    for name, words in documented.items():
        assert words in found[name][1]
    assert not {"null", "true", "false"} & {*found}


def test_firms_that_the_vocabulary_has_are_proposed_for_facts_of_all_registers(finnish: Editor) -> None:
    assert "country: SE" in proposed(finnish, "recipients:\n  ", "content/vocabulary.yaml")["klarna"][1]
    assert typed(finnish, "recipients: {my-own: {country: unknown}}", "content/vocabulary.yaml") == []
    assert typed(finnish, "data: {my-own: {special: unknown}}", "content/vocabulary.yaml") == [
        "2:26: Muoto: yes tai no"
    ]


def test_the_keys_of_a_mapping_are_proposed_at_once(finnish: Editor) -> None:
    for text, inserted in [
        ("purposes:\n  orders:\n    keep: ", "\n  for: $1\n  after: $2"),
        ("purposes:\n  orders:\n    keep:\n      ", "for: $1\nafter: $2"),
    ]:
        assert proposed(finnish, text)["for, after"] == (inserted, "Nämä avaimet yhdellä kertaa täytettäviksi.")
    (purpose,) = [name for name in proposed(finnish, "purposes:\n  orders:\n    ") if name.startswith("basis, ")]
    assert purpose == "basis, people, data, recipients, keep, required"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("poeple: [customers]", "2:1: Tätä avainta ei tunneta tässä. Avaimet: people, "),
        ("purposes: {orders: {bassis: contract}}", "2:21: Tätä avainta ei tunneta tässä. Avaimet: basis, "),
        ("people: [cutsomers]", "2:10: Tätä tunnusta ei ole ryhmässä people. "),
        ("purposes: {orders: {basis: consnet}}", "2:28: Muoto: yksi seuraavista: consent, "),
        ("purposes: {orders: {keep: 3 years}}", "2:27: Muoto: rakenne ”Säilytysaika”"),
        ("purposes: {orders: {keep: {for: three years}}}", "2:33: Muoto: luku ja minute, "),
        ("purposes: [orders]", "2:11: Muoto: "),
        ("recipients: {x: {country: Suomi}}", "2:27: Kirjoita maa kaksikirjaimisena ISO-koodina"),
        ("recipients: {x: {transfers: {USA: {mechanism: scc}}}}", "2:30: Kirjoita maa kaksikirjaimisena ISO-koodina"),
    ],
)
def test_a_fault_is_marked_where_it_is_with_what_to_write(text: str, marked: str, finnish: Editor) -> None:
    (found,) = typed(finnish, text)
    assert found.startswith(marked)


def test_words_are_proposed_by_the_ids_that_the_site_needs(finnish: Editor) -> None:
    assert {"name", "slug", "purposes", "history"} <= {*proposed(finnish, "", WORDS)}
    found = proposed(finnish, "purposes:\n  ", WORDS)
    assert found["orders"] == ("orders:\n  ", "Teksti nyt: Tilausten hoitaminen")
    assert "access-control" not in found
    assert {"name", "text", "interest", "consequence"} == {*proposed(finnish, "purposes:\n  orders:\n    ", WORDS)}


def test_a_fault_in_words_is_marked(finnish: Editor) -> None:
    assert typed(finnish, "purposes: {my-own: Oma tarkoitus, orders: Tilaukset}", WORDS) == []
    (found,) = typed(finnish, "purposes: {orders: {txet: Tilaukset}}", WORDS)
    assert found == "2:21: Tätä avainta mikään seloste ei käytä. Avaimet: consequence, name, text, interest"
    assert typed(finnish, "puposes: {}", WORDS) == ["2:1: Tätä avainta mikään seloste ei käytä."]
    assert typed(finnish, "name: [a]", WORDS) == ["2:7: Muoto: teksti omin sanoin"]
