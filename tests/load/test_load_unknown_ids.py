"""An unknown id and a missing file are reported at their place, with the nearest known one."""

from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, Change, changed_site, read_and_checked
from texts import help, mark, message, refusing
from verify.two_sites import contexts

from notice.check import check
from notice.errors import CannotRun
from notice.load import load

ORDERS = "basis: contract\n"
DECISION = "automated-decisions: none"
PROFILING = "profiling: none"

IDS = [
    ("people of the register", Change(REGISTER, "people: [customers,", "people: [«costumers»,"), "customers"),
    ("people of a purpose", Change(REGISTER, "people: [customers]", "people: [«costumers»]"), "customers"),
    ("data", Change(REGISTER, "data: [email, marketing-consents]", "data: [«emial», marketing-consents]"), "email"),
    ("data of a source", Change(REGISTER, "{data: [organisation],", "{data: [«organization»],"), "organisation"),
    ("data of a recipient", Change(REGISTER, "country: SE}", "country: SE, data: [«nane»]}"), "name"),
    (
        "a recipient",
        Change(REGISTER, "recipients: [accounting-firm]", "recipients: [«acounting-firm»]"),
        "accounting-firm",
    ),
    ("an activity", Change(REGISTER, "country: SE}", "country: SE, activity: «paymets»}"), "payments"),
    ("a law", Change(REGISTER, "law: accounting-act\n", "law: «acounting-act»\n"), "accounting-act"),
    (
        "a law among several",
        Change(REGISTER, "law: accounting-act\n", "law: [accounting-act, {act: «acounting-act»}]\n"),
        "accounting-act",
    ),
    ("a period's law", Change(REGISTER, "law: accounting-act}", "law: «acounting-act»}"), "accounting-act"),
    (
        "what a period runs from",
        Change(REGISTER, "after: order-delivered", "after: «order-deliverd»"),
        "order-delivered",
    ),
    (
        "what a period ends at",
        Change(REGISTER, "until: consent-withdrawn", "until: «consent-withdrawl»"),
        "consent-withdrawn",
    ),
    (
        "a way to withdraw",
        Change(REGISTER, "withdraw: [cookie-settings]", "withdraw: [«cookie-setings»]"),
        "cookie-settings",
    ),
    (
        "cookie consent",
        Change(REGISTER, "cookie-consent: [cookie-settings]", "cookie-consent: [«cookie-setings»]"),
        "cookie-settings",
    ),
    ("a marketing channel", Change(REGISTER, "marketing: [email]", "marketing: [«emails»]"), "email"),
    ("whose interest", Change(REGISTER, "interest-of: controller", "interest-of: «parcel-carier»"), "parcel-carrier"),
    ("a safeguard", Change(REGISTER, "access-by-need", "«acces-by-need»"), "access-by-need"),
    ("a cookie's provider", Change(REGISTER, "provider: controller", "provider: «controler»"), "controller"),
    (
        "a cookie's purpose",
        Change(REGISTER, "purpose: shopping-basket", "purpose: «shoping-basket»"),
        "shopping-basket",
    ),
    (
        "who reads a cookie",
        Change(REGISTER, "read-by: [hosting-provider]", "read-by: [«hostng-provider»]"),
        "hosting-provider",
    ),
    ("a request's channel", Change(CONTROLLER, "channels: [email,", "channels: [«emial»,"), "email"),
    ("the authority", Change(CONTROLLER, "fi-ombudsman", "«fi-ombudsmann»"), "fi-ombudsman"),
    ("a decision's purpose", Change(REGISTER, DECISION, "automated-decisions: {credit: {purpose: «order»}}"), "orders"),
    (
        "a decision's law",
        Change(REGISTER, DECISION, "automated-decisions: {credit: {law: «acounting-act»}}"),
        "accounting-act",
    ),
    ("what is profiled for", Change(REGISTER, PROFILING, "profiling: {purposes: [«newsleter»]}"), "newsletter"),
    ("what is profiled", Change(REGISTER, PROFILING, "profiling: {data: [«emial»]}"), "email"),
    (
        "law of special data",
        Change(REGISTER, ORDERS, ORDERS + "    condition: {law: «acounting-act»}\n"),
        "accounting-act",
    ),
    (
        "law of criminal data",
        Change(REGISTER, ORDERS, ORDERS + "    criminal-data: {law: «acounting-act»}\n"),
        "accounting-act",
    ),
    (
        "law of the identity code",
        Change(REGISTER, ORDERS, ORDERS + "    identity-code: {law: «acounting-act»}\n"),
        "accounting-act",
    ),
]


@pytest.mark.parametrize(("change", "meant"), [row[1:] for row in IDS], ids=[row[0] for row in IDS])
def test_an_id_that_names_nothing_is_marked(change: Change, meant: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", change)
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y007"]
    assert (found.span, found.name, mark(found)) == (place, "unknown-id", f"did you mean `{meant}`?")
    assert help(found)


def test_an_id_is_known_once_it_is_declared(tmp_path: Path) -> None:
    """Own terms are declared in `content/vocabulary.yaml`, in the shape of the package's."""
    site = tmp_path / "site"
    changed_site(site, Change(REGISTER, "data: [email, marketing-consents]", "data: [shoe-size, marketing-consents]"))
    assert "Y007" in {one.code for one in read_and_checked(site)}
    (site / "content/vocabulary.yaml").write_text("data: {shoe-size: {}}\n", encoding="utf-8")
    assert "Y007" not in {one.code for one in read_and_checked(site)}


def test_a_language_that_is_none_is_marked(tmp_path: Path) -> None:
    places = changed_site(tmp_path / "site", Change(SITE, "[fi, sv, en]", "[fi, «suomi», en, «qq»]"))
    found = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y007"]
    assert [one.span for one in found] == places
    assert ["suomi" in message(found[0]), "qq" in message(found[1])] == [True, True]


@pytest.mark.parametrize("file", [CONTROLLER, REGISTER])
def test_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site")
    (tmp_path / "site" / file).unlink()
    found = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y014"]
    assert [(one.span.file, one.name) for one in found] == [(file, "file-missing")]
    assert file in message(found[0])


def test_a_register_that_has_no_file_is_named_once(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(SITE, "[customers]", "[customers, employees]"))
    found = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y014"]
    assert [one.span.file for one in found] == ["content/registers/employees.yaml"]


def test_a_folder_without_a_site_is_no_site(tmp_path: Path) -> None:
    with refusing(CannotRun, r"no `content/site\.yaml`.*notice init"):
        load(tmp_path)


CONFIRM = [
    ("purposes.orders.bases", "purposes.orders.basis"),
    ("purposes.order.basis", "purposes.orders.basis"),
    ("recipients.parcel-carrier.contry", "recipients.parcel-carrier.country"),
]


@pytest.mark.parametrize(("path", "meant"), CONFIRM)
def test_a_confirm_that_leads_nowhere_is_marked(path: str, meant: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(REGISTER, "", f"confirm:\n  «{path}»: Proposed.\n"))
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "D003"]
    assert (found.span, found.name, mark(found)) == (place, "confirm-leads-nowhere", f"did you mean `{meant}`?")


def test_a_confirm_is_no_fact_that_another_is_taken_for(tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(REGISTER, "", "confirm:\n  «purposes.nonsense.keep»: Proposed.\n"))
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "D003"]
    assert "confirm" not in found.suggestion.text


def test_a_confirm_of_a_misspelt_key_is_no_second_finding(tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site",
        Change(
            REGISTER, "keep: {for: 3 years, after: order-delivered}", "kepe: {for: 3 years, after: order-delivered}"
        ),
        Change(REGISTER, "", "confirm: {purposes.orders.keep: Proposed., purposes.orders.keep.for: Proposed.}\n"),
    )
    assert [one.code for one in read_and_checked(tmp_path / "site") if one.code in ("Y004", "D003")] == ["Y004"]


def test_a_confirm_names_facts_of_its_own_file_alone(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(CONTROLLER, "", "confirm: {«purposes.orders.basis»: Proposed.}\n"))
    assert [one.span for one in read_and_checked(tmp_path / "site") if one.code == "D003"] == [place]


UNKNOWN = [
    ("a scalar", Change(CONTROLLER, "business-id: 9999999-2", "business-id: unknown"), ("controller", "business-id")),
    (
        "a mapping",
        Change(REGISTER, "keep: {for: 3 years, after: order-delivered}", "keep: unknown"),
        ("purposes", "orders", "keep"),
    ),
    (
        "a list",
        Change(REGISTER, "recipients: [accounting-firm]", "recipients: unknown"),
        ("purposes", "bookkeeping", "recipients"),
    ),
    (
        "something more in a list",
        Change(REGISTER, "recipients: [accounting-firm]", "recipients: [accounting-firm, unknown]"),
        ("purposes", "bookkeeping", "recipients"),
    ),
    (
        "an entry",
        Change(
            REGISTER,
            "payment-provider: {named: Exempelbetalning Ab, role: controller, country: SE}",
            "payment-provider: unknown",
        ),
        ("recipients", "payment-provider"),
    ),
    (
        "one word of an entry",
        Change(REGISTER, "named: Exempelbetalning Ab", "named: unknown"),
        ("recipients", "payment-provider", "named"),
    ),
]


@pytest.mark.parametrize(("change", "path"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_what_is_not_known_waits_and_is_not_called_missing(
    change: Change, path: tuple[str, ...], tmp_path: Path
) -> None:
    changed_site(tmp_path / "site", change)
    done = check(load(tmp_path / "site"), DAY)
    [case] = contexts(done)
    assert [(one.path, one.reason) for one in case.notice.waiting] == [(path, "")]
    assert case.notice.is_unknown(*path) and not case.notice.is_silent(*path)
    assert {one.code for one in done.findings} == {"D002"}


def test_something_more_in_a_list_keeps_what_is_known(tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site", Change(REGISTER, "recipients: [accounting-firm]", "recipients: [accounting-firm, unknown]")
    )
    [notice] = load(tmp_path / "site").notices
    assert (notice.register.purposes or {})["bookkeeping"].recipients == ("accounting-firm",)


def test_none_is_an_answer_for_every_kind_of_fact(tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site",
        Change(REGISTER, "recipients: [accounting-firm]", "recipients: none"),
        Change(
            REGISTER, "  accounting-firm: {named: Esimerkkitilit Oy, role: processor, country: FI, contract: yes}\n", ""
        ),
        Change(CONTROLLER, "dpo: none", "dpo: none\nrepresentative: none"),
    )
    [notice] = load(tmp_path / "site").notices
    register, controller = notice.register, notice.controller
    assert (register.purposes or {})["bookkeeping"].recipients == ()
    assert (register.automated_decisions, register.joint_controllers) == ({}, None)
    assert str(register.profiling) == str(controller.dpo) == str(controller.representative) == "Nothing.NONE"
    assert read_and_checked(tmp_path / "site") == ()


def test_items_after_an_unknown_one_keep_their_places(tmp_path: Path) -> None:
    """`unknown` in a list is not an item; the items after it keep their places."""
    places = changed_site(
        tmp_path / "site",
        Change(REGISTER, "data: [email, marketing-consents]", "data: [unknown, name, «emial», marketing-consents]"),
        Change(
            REGISTER,
            "people: [customers, newsletter-subscribers, site-visitors]",
            "people: [{a: b}, customers, unknown, «costumers»]",
        ),
        Change(SITE, "[fi, sv, en]", "[fi, unknown, «qq»]"),
    )
    found = [one.span for one in read_and_checked(tmp_path / "site") if one.code == "Y007"]
    assert found == sorted(places)


def test_a_single_language_that_is_none_is_marked(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(SITE, "languages: [fi, sv, en]", "languages: «suomi»"))
    assert place in [one.span for one in read_and_checked(tmp_path / "site") if one.code == "Y007"]


@pytest.mark.parametrize("id", ["marketing", "planning"])
def test_a_word_of_another_meaning_gets_no_suggestion_by_its_letters(id: str, tmp_path: Path) -> None:
    changed_site(tmp_path / "site", Change(REGISTER, "country: SE}", f"country: SE, activity: «{id}»}}"))
    [found] = [one for one in read_and_checked(tmp_path / "site") if one.code == "Y007"]
    assert (found.name, found.suggestion.text, found.fix.edits) == ("unknown-id", "", ())
