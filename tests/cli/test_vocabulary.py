"""`notice vocabulary`: finds an id by any name in any language and spelling, and prints all that is known of it."""

import json
from pathlib import Path

import pytest
import yaml
from cli.search_words import WORDS
from click.testing import CliRunner, Result
from rules.overlay import site_with

from notice.additions.paste import pasted
from notice.cli import main
from notice.data import locale, tree
from notice.languages import LANGUAGES
from notice.load import load
from notice.load.search import search
from notice.load.vocabulary import entries, normalise, standard_vocabulary


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


def test_words_of_owners_lead_to_the_id_among_the_first_three_hits() -> None:
    """Inflected, misspelt, colloquial: the list measures the search, so a few may be missed."""
    missed = {
        language: [word for word, id in words.items() if id not in [f"{one.kind} {one.id}" for one in search(word)[:3]]]
        for language, words in WORDS.items()
    }
    assert all(len(words) >= 55 for words in WORDS.values())
    for language, words in WORDS.items():
        assert len(missed[language]) <= 0.08 * len(words), missed


def test_at_least_nineteen_words_in_twenty_are_found() -> None:
    found = [
        id in [f"{one.kind} {one.id}" for one in search(word)[:3]]
        for words in WORDS.values()
        for word, id in words.items()
    ]
    assert sum(found) >= 0.95 * len(found)


FOREIGN = (
    "Auth0 Zendesk Datadog PostHog Notion Calendly Mixpanel Fortnox Procountor Teamtailor Vercel GitHub Plausible Figma "
    "Trello Miro Grafana Kubernetes Braze Amplitude Netlify Airtable Snowflake Supabase Heroku Pipedrive Salesforce "
    "Freshdesk Webflow Zapier dashboards"
).split()
"""Names of services, and words of their users, for which the vocabulary has no id."""


@pytest.mark.parametrize("word", FOREIGN)
def test_a_word_that_only_begins_or_sounds_like_another_is_no_hit(word: str) -> None:
    known = {normalise(name) for one in entries() for name in (one.id, one.facts.get("name", ""))}
    assert normalise(word) in known or search(word) == ()


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("usage data, käyttötiedot, användningsdata", "app-usage"),
        ("page views, sivulataukset, sidvisningar", "pages-visited"),
        ("audit log, auditointiloki, granskningslogg", "log-data"),
        ("API key, API-avain, API-nyckel", "api-keys"),
        ("leads, liidit", "prospective-customers"),
    ],
)
def test_words_of_an_online_service_are_found(words: str, id: str) -> None:
    for word in words.split(", "):
        assert search(word)[0].id == id


@pytest.mark.parametrize("word", ["lapsi", "lasten", "barnens", "kids"])
def test_children_are_found_in_any_form(word: str) -> None:
    assert (search(word)[0].kind, search(word)[0].id) == ("people", "children")


def test_other_words_belong_to_ids_that_exist() -> None:
    known = {(one.kind, one.id) for one in entries()}
    for language in LANGUAGES:
        words = tree(locale(language) / "search.yaml")
        assert {(kind, id) for kind, ids in words.items() for id in ids} <= known
        assert sum(len(ids) for ids in words.values()) > 30


@pytest.mark.parametrize("kind", sorted({one.kind for one in entries()}))
def test_what_is_pasted_is_yaml_that_the_model_takes(kind: str, tmp_path: Path) -> None:
    """Each id in the place that the command names: no id is unknown, no key misspelt."""
    for term in [one for one in entries() if one.kind == kind][:3]:
        paste = pasted(term)
        if paste is None:
            assert kind not in ("recipients", "purposes", "data", "people", "cookies", "sources", "events", "laws")
            continue
        lines = yaml.load("\n".join(paste.lines), Loader=yaml.BaseLoader)
        inside = {
            "register": lines,
            "purpose": {"purposes": {"orders": lines}},
            "recipient": {"recipients": {"parcel-carrier": lines}},
            "cookie": {"cookies": {"basket": lines}},
            "controller": {"controller": lines},
        }[paste.place]
        site = site_with(json.dumps(inside), tmp_path / term.id)
        wrong = [one for one in load(site).findings if one.code.startswith("Y")]
        assert [one.arguments for one in wrong] == [], term


def test_the_first_hit_is_shown_as_yaml_with_the_command_that_inserts_it() -> None:
    output = run("google", "analytics").stdout
    assert "    google-analytics: {role: unknown, transfers: unknown, contract: unknown}" in output.replace(
        "      ", "    "
    )
    assert "`notice add recipient google-analytics`" in output
    assert "usual-transfers: US dpf" in output
    assert "Its cookies: `google-analytics-ga` (_ga), " in output
    assert "`notice add data birth-date --purpose ID`" in run("birthday").stdout
    assert "keep: {for: unknown, after: last-order}" in run("last", "order").stdout


def test_without_a_hit_the_nearest_and_the_way_to_an_own_id_are_shown() -> None:
    done = run("kurrrieri")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "notice add data" in done.stderr and "--id kurrrieri" in done.stderr
    assert "`courier`" in run("qourrier").stderr


@pytest.mark.parametrize("step", [25, pytest.param(1, marks=pytest.mark.slow)])
def test_every_name_of_every_id_is_found_by_itself(step: int) -> None:
    for one in entries()[::step]:
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
    assert output.startswith("data\n  star-member  tähtijäsenen merkki  (own)\n")
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


@pytest.mark.parametrize("name", ["språklagen", "kielilaki", "language act"])
def test_the_name_of_an_act_finds_the_act_and_nothing_that_looks_like_it(name: str) -> None:
    found = search(name)
    assert (found[0].kind, found[0].id) == ("laws", "language-act")
    assert "estate-agent" not in {one.id for one in found}
