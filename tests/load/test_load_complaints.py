"""Unreadable values are reported at their exact place, with what to write instead."""

import re
from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, REGISTER, SITE, Change, changed_site, read_and_checked
from texts import help, mark, message

from notice.languages import LANGUAGES
from notice.load import load
from notice.messages import PLACEHOLDER

HISTORY = "history: [2026-11-22]"
BASIS = "basis: contract\n"
BROWSER = "browser: {data: [pages-visited, visit-times, device-data, cookie-identifiers]}"
KEEP = "keep: {for: 3 years, after: order-delivered}"
VOCABULARY = "content/vocabulary.yaml"

UNKNOWN_KEYS = [
    ("a site's key", Change(SITE, "languages:", "«langauges»:"), "languages"),
    ("a controller's key", Change(CONTROLLER, "trade-name:", "«tradename»:"), "trade-name"),
    ("a key of an address", Change(CONTROLLER, "postcode: 00100", "«post-code»: 00100"), "postcode"),
    ("a key of requests", Change(CONTROLLER, "channels: [email", "«chanels»: [email"), "channels"),
    ("a register's key", Change(REGISTER, "people: [customers, news", "«peeple»: [customers, news"), "people"),
    ("a purpose's key", Change(REGISTER, BASIS, "«bases»: contract\n"), "basis"),
    ("a key of a period", Change(REGISTER, "after: order-delivered", "«aftr»: order-delivered"), "after"),
    (
        "a law's key",
        Change(REGISTER, "law: accounting-act\n", "law: {act: accounting-act, «secton»: 2:10}\n"),
        "section",
    ),
    ("a source's key", Change(REGISTER, "trade-register: {data:", "trade-register: {«dta»:"), "data"),
    ("a recipient's key", Change(REGISTER, "country: SE", "«contry»: SE"), "country"),
    ("a transfer's key", Change(REGISTER, "mechanism: scc", "«mecanism»: scc"), "mechanism"),
    ("a cookie's key", Change(REGISTER, "duration: session", "«duraton»: session"), "duration"),
    ("a key of own terms", Change(VOCABULARY, "", "data: {shoe-size: {«specal»: yes}}\n"), "special"),
    ("a kind of own terms", Change(VOCABULARY, "", "«dta»: {shoe-size: {}}\n"), "data"),
]


@pytest.mark.parametrize(("change", "meant"), [row[1:] for row in UNKNOWN_KEYS], ids=[row[0] for row in UNKNOWN_KEYS])
def test_an_unknown_key_is_marked_and_the_nearest_named(change: Change, meant: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y004"]
    assert (found.span, found.name, mark(found)) == (place, "unknown-key", f"did you mean `{meant}`?")
    assert meant in help(found)


WORDS = [
    ("basis", Change(REGISTER, BASIS, "basis: «contrct»\n"), "contract"),
    ("required", Change(REGISTER, "required: to-enter-contract", "required: «to-enter-contarct»"), "to-enter-contract"),
    ("means", Change(REGISTER, "means: both", "means: «papper»"), "paper"),
    ("role", Change(REGISTER, "role: controller, country: FI", "role: «controler», country: FI"), "controller"),
    ("mechanism", Change(REGISTER, "mechanism: scc", "mechanism: «sccs»"), "scc"),
    ("category", Change(REGISTER, "category: necessary", "category: «neccessary»"), "necessary"),
    ("kind", Change(REGISTER, "browser: {", "browser: {kind: «observd», "), "observed"),
    ("end", Change(REGISTER, KEEP, KEEP[:-1] + ", end: «erasd»}"), "erased"),
    ("condition", Change(REGISTER, BASIS, BASIS + "    condition: «explicit-consnt»\n"), "explicit-consent"),
    ("exception", Change(REGISTER, "decisions: none", "decisions: {credit: {exception: «contrac»}}"), "contract"),
]


@pytest.mark.parametrize(("key", "change", "meant"), WORDS, ids=[row[0] for row in WORDS])
def test_a_word_that_is_none_of_those_known_is_marked(key: str, change: Change, meant: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y006"]
    assert (found.span, found.name, mark(found)) == (place, "unreadable-value", f"did you mean `{meant}`?")
    assert f"`{key}`" in message(found)
    assert meant in help(found)


SHAPES = [
    ("a text for a mapping", Change(REGISTER, KEEP, "keep: «3 years»"), "Y006", "keys with values"),
    ("a list for a mapping", Change(REGISTER, KEEP, "keep: «[3 years]»"), "Y005", "keys with values"),
    ("a mapping for a text", Change(CONTROLLER, "phone: 010 000 0000", "phone: «{work: 010}»"), "Y005", "a text"),
    ("a list for a text", Change(CONTROLLER, "country: FI", "country: «[FI]»"), "Y005", "a text"),
    (
        "a mapping for a list",
        Change(REGISTER, "people: [customers, newsletter-subscribers, site-visitors]", "people: «{a: b}»"),
        "Y005",
        "a list",
    ),
    (
        "a mapping in a list",
        Change(REGISTER, "people: [customers, newsletter-subscribers, site-visitors]", "people: [«{a: b}», customers]"),
        "Y005",
        "a text",
    ),
    (
        "a list for entries",
        Change(REGISTER, "recipients:\n  parcel", "cookies: «[a]»\nrecipients:\n  parcel"),
        "Y005",
        "keys with values",
    ),
    ("a text for an entry", Change(REGISTER, BROWSER, "browser: «yes please»"), "Y006", "keys with values"),
    ("a text for a day's list", Change(REGISTER, HISTORY, "history: «2026-11-22»"), "Y006", "a list"),
    (
        "neither yes nor no",
        Change(CONTROLLER, "public-authority: no", "public-authority: «perhaps»"),
        "Y006",
        "yes or no",
    ),
    (
        "a list for yes or no",
        Change(CONTROLLER, "public-authority: no", "public-authority: «[no]»"),
        "Y005",
        "yes or no",
    ),
    *(
        (
            f"{word} for yes or no",
            Change(CONTROLLER, "public-authority: no", f"public-authority: «{word}»"),
            "Y006",
            "yes or no",
        )
        for word in ("true", "False", '"true"', "on", "Off", "Y", "n", "1", "0", "t", "f")
    ),
    ("a mapping for a day", Change(REGISTER, HISTORY, "history: [«{day: 1}»]"), "Y005", "a date"),
]


@pytest.mark.parametrize(("change", "code", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_a_wrong_shape_is_marked_and_the_right_one_named(
    change: Change, code: str, expected: str, tmp_path: Path
) -> None:
    changes = [change]
    if change.new.startswith("cookies"):
        changes.insert(0, Change(REGISTER, "cookies:\n  basket:", "confirm: {}\nold:\n  basket:"))
    [place] = changed_site(tmp_path / "site", *changes)
    found = [one for one in read_and_checked(tmp_path / "site") if one.code == code and one.span == place]
    assert len(found) == 1
    assert expected in f"{message(found[0])} {mark(found[0])}"
    assert help(found[0])


VALUES = [
    ("not a telephone number", Change(CONTROLLER, "phone: 010 000 0000", "phone: «abc»"), "010 000 0000"),
    ("a zero after +358", Change(CONTROLLER, "phone: 010 000 0000", "phone: «+358 040 12345»"), "+358 10 000 0000"),
    ("a Finnish date", Change(REGISTER, HISTORY, "history: [«12.7.2020»]"), "2026-11-22"),
    ("a day that is none", Change(REGISTER, HISTORY, "history: [«2026-02-30»]"), "2026-11-22"),
    ("a date with a time", Change(REGISTER, HISTORY, "history: [«2026-11-22 10:00»]"), "2026-11-22"),
    ("a number for a date", Change(REGISTER, HISTORY, "history: [«20261122»]"), "2026-11-22"),
    ("a period without unit", Change(REGISTER, "for: 3 years", "for: «3»"), "3 years"),
    ("a period in Finnish", Change(REGISTER, "for: 3 years", "for: «3 vuotta»"), "3 years"),
    ("no time at all", Change(REGISTER, "for: 3 years", "for: «0 years»"), "3 years"),
    ("a number in words", Change(REGISTER, "for: 3 years", "for: «three years»"), "3 years"),
    ("a cookie's life", Change(REGISTER, "duration: session", "duration: «forever»"), "3 years"),
    ("a country's name", Change(CONTROLLER, "country: FI", "country: «Finland»"), "FI"),
    ("no country", Change(REGISTER, "country: SE", "country: «QQ»"), "FI"),
]


@pytest.mark.parametrize(("change", "instead"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES])
def test_a_value_that_cannot_be_read_is_marked_with_an_example(change: Change, instead: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y006"]
    assert found.span == place
    assert f"`{instead}`" in help(found)


def test_every_text_is_filled_in_each_language(tmp_path: Path) -> None:
    """An owner who works in Finnish or Swedish gets the same advice, with the values that are allowed."""
    for number, row in enumerate([*UNKNOWN_KEYS, *WORDS, *SHAPES, *VALUES, *EXAMPLES]):
        changed_site(tmp_path / str(number), next(one for one in row if isinstance(one, Change)))
        for found in load(tmp_path / str(number)).findings:
            allowed = set(re.findall(r"`[^`]*[:{][^`]*`", help(found)))
            for language in LANGUAGES:
                texts = [message(found, language), mark(found, language), help(found, language)]
                assert all(texts[::2]) and not any(PLACEHOLDER.search(text) for text in texts)
                assert len(re.findall(r"`[^`]*[:{][^`]*`", texts[2])) >= len(allowed)


def test_no_message_speaks_of_the_programs_own_types(tmp_path: Path) -> None:
    """The sentences are for owners who have never programmed."""
    texts = []
    for number, row in enumerate([*UNKNOWN_KEYS, *WORDS, *SHAPES, *VALUES]):
        change = next(one for one in row if isinstance(one, Change))
        changed_site(tmp_path / str(number), change)
        texts += [f"{message(one)} {mark(one)} {help(one)}" for one in read_and_checked(tmp_path / str(number))]
    assert len(texts) > 40
    words = ("pydantic", "str", "dict", "tuple", "NoneType", "Input should", "validation", "model")
    assert [text for text in texts if any(f" {word} " in f" {text} " for word in words)] == []


EXAMPLES = [
    ("an officer", Change(CONTROLLER, "dpo: none", "dpo: maybe"), "`dpo: none`"),
    ("how long", Change(REGISTER, KEEP, "keep: 3 years"), "{until: consent-withdrawn}"),
    ("profiling", Change(REGISTER, "profiling: none", "profiling: no idea"), "`profiling: none`"),
    ("decisions", Change(REGISTER, "decisions: none", "decisions: hardly"), "`automated-decisions: none`"),
    ("a source", Change(REGISTER, BROWSER, "browser: yes please"), "{kind: person, data: [name]}"),
    ("a list of data", Change(REGISTER, BROWSER, "browser: {data: {a: b}}"), "`data: [name, email]`"),
    ("two bases", Change(REGISTER, BASIS, "basis: [contract, consent]\n"), "two bases are two purposes"),
    ("no time at all", Change(REGISTER, "for: 3 years", "for: 0 years"), "longer than 0"),
    (
        "an address",
        Change(CONTROLLER, "address: {street: Esimerkkikatu 1, postcode: 00100, city: Helsinki}", "address: Helsinki"),
        "{street: ",
    ),
]


@pytest.mark.parametrize(("change", "shown"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_what_is_written_wrongly_is_shown_as_it_may_be_written(change: Change, shown: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code in ("Y005", "Y006")]
    text = f"{message(found)} {mark(found)} {help(found)}"
    assert shown in text
    assert "mapping" not in text and "['" not in text


ONE_FAULT = [
    ("the controller's name", Change(REGISTER, "people: [", "«trade-name»: A\npeople: ["), "Y004"),
    ("the site's theme", Change(CONTROLLER, "trade-name:", "«theme»: {font: system}\ntrade-name:"), "Y004"),
    ("a fact's key", Change(REGISTER, KEEP, "«keeep»: {for: 3 years, after: order-delivered}"), "Y004"),
    ("the key of all purposes", Change(REGISTER, "\npurposes:", "\n«purpsoes»:"), "Y004"),
    ("the key of all recipients", Change(REGISTER, "\nrecipients:", "\n«recpients»:"), "Y004"),
    ("Northern Sámi", Change(SITE, "[fi, sv, en]", "[fi, «se», en]"), "Y014"),
    ("a language's name", Change(SITE, "[fi, sv, en]", "[fi, «svenska», en]"), "Y007"),
]


@pytest.mark.parametrize(("change", "code"), [row[1:] for row in ONE_FAULT], ids=[row[0] for row in ONE_FAULT])
def test_one_fault_is_one_finding(change: Change, code: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    assert [(one.code, one.span) for one in read_and_checked(tmp_path / "site")] == [(code, place)]


def test_a_key_of_another_file_is_likened_to_none(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", ONE_FAULT[0][1])
    [found] = read_and_checked(tmp_path / "site")
    assert mark(found) == "belongs in another file" and "`content/controller.yaml`" in help(found)


def test_the_country_of_a_language_leads_to_the_language(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[fi, sv, en]", "[fi, se, en]"))
    [found] = read_and_checked(tmp_path / "site")
    assert mark(found, "fi") == "tarkoititko `sv`?" and "pohjoissaame" in help(found, "fi")


@pytest.mark.parametrize("file", [SITE, CONTROLLER, REGISTER])
def test_where_nothing_is_left_to_confirm_nothing_is_found(file: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(file, "", "confirm:\n"))
    assert read_and_checked(tmp_path / "site") == ()


def test_an_undeclared_provider_of_cookies_is_one_finding(tmp_path: Path) -> None:
    provider = Change(REGISTER, "provider: controller", "provider: «somebody»")
    [place] = changed_site(tmp_path / "site", provider, Change(REGISTER, "read-by: none", "read-by: [somebody]"))
    [found] = read_and_checked(tmp_path / "site")
    assert (found.code, found.span) == ("Y007", place)
    assert "`recipients: {somebody: {named: …, role: processor, country: FI}}`" in help(found)
