"""`notice vocabulary`: finds an id by any name in any language and spelling, and prints all that is known of it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from notice.cli import main
from notice.load.vocabulary import entries, search, standard_vocabulary


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["vocabulary", *arguments])


def test_without_a_word_the_kinds_are_listed_with_their_numbers() -> None:
    done = run()
    counted = {kind: int(number) for number, kind in (line.split() for line in done.stdout.splitlines())}
    kinds = type(standard_vocabulary()).model_fields.values()
    assert done.exit_code == 0
    # Controllers are declared by owners alone.
    assert set(counted) == {str(field.alias) for field in kinds} - {"controllers"}
    assert counted["data"] == len(standard_vocabulary().data) > 50


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("email", "email"),
        ("sähköpostiosoite", "email"),
        ("SAHKOPOSTIOSOITE", "email"),
        ("e-postadress", "email"),
        ("e postadress", "email"),
        ("email address", "email"),
        ("delivery-addres", "delivery-address"),
        ("bokföringslagen", "accounting-act"),
        ("kirjanpitolki", "accounting-act"),
        ("ombudsman", "fi-ombudsman"),
        ("lapsi", "children"),
        ("evästeet", "cookie-identifiers"),
        ("kuriiri", "courier"),
        ("ilmoittautuminen", "event-registrations"),
    ],
)
def test_a_name_in_any_language_leads_to_its_id(word: str, id: str) -> None:
    assert id in [one.id for one in search(word)]
    done = run(*word.split())
    assert done.exit_code == 0
    assert f"  {id} " in done.stdout


def test_every_name_of_every_id_is_found_by_itself() -> None:
    for one in entries():
        for name in (one.id, *filter(None, one.names.values())):
            assert one in search(name, one.kind)


def test_a_word_that_fits_better_comes_first() -> None:
    found = [one.id for one in search("name", "data")]
    assert found[0] == "name"
    assert len(found) > 1


def test_names_of_one_language_alone_and_one_kind_alone() -> None:
    output = run("e-postadress", "--kind", "data", "--language", "sv").stdout
    assert output.startswith("data\n  email ")
    assert "  e-postadress\n" in output and "sähköposti" not in output
    assert "dpv: pd:EmailAddress" in output


def test_what_an_id_implies_is_printed() -> None:
    output = run("health-data", "--kind", "data").stdout
    assert "special: yes" in output
    assert "number: 1336/1997" in run("accounting-act").stdout


def test_a_sites_own_ids_are_found_by_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "content/fi").mkdir(parents=True)
    (tmp_path / "content/vocabulary.yaml").write_text("data: {star-member: {special: no}}\n", encoding="utf-8")
    (tmp_path / "content/fi/site.yaml").write_text("data: {star-member: tähtijäsenen merkki}\n", encoding="utf-8")
    output = run("tähtijäsenen", "--site", str(tmp_path)).stdout
    assert output == "data\n  star-member  tähtijäsenen merkki  (own)\n"
    assert run("star-member", "--site", str(tmp_path)).exit_code == 0
    assert "star-member" not in run("tahtijasenen").stdout


def test_programs_get_json() -> None:
    tree = json.loads(run("email", "--kind", "data", "--output-format", "json").stdout)
    entry = next(one for one in tree["entries"] if one["id"] == "email")
    assert (entry["id"], entry["names"]["fi"], entry["facts"]["dpv"]) == (
        "email",
        "sähköpostiosoite",
        "pd:EmailAddress",
    )


def test_a_kind_alone_lists_all_its_ids() -> None:
    assert run("--kind", "channels").stdout.count("\n  ") == len(standard_vocabulary().channels)


def test_what_is_not_there_is_exit_code_1_and_a_kind_that_is_none_is_2() -> None:
    done = run("zzzzzz")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "content/vocabulary.yaml" in done.stderr
    wrong = run("--kind", "dta")
    assert (wrong.exit_code, "Did you mean `data`?" in wrong.stderr) == (2, True)


def test_a_cookie_is_found_by_its_name_in_the_browser_and_a_firm_by_its_own() -> None:
    for wanted, id in (("_fbp", "meta-fbp"), ("Sendinblue", "brevo"), ("1336/1997", "accounting-act")):
        done = CliRunner().invoke(main, ["vocabulary", wanted])
        assert done.exit_code == 0 and id in done.stdout
