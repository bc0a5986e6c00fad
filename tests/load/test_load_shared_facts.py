"""Facts that registers share: the site's defaults, the vocabulary's things, and the controller of one register."""

from datetime import date
from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, STARTER, Change, changed_site, read_and_checked

from notice.check import check
from notice.findings import Finding
from notice.load import load
from notice.model.fields import Nothing
from notice.model.site import Notice

VOCABULARY = "content/vocabulary.yaml"
USED = Change(REGISTER, "recipients: [parcel-carrier", "recipients: [partner, parcel-carrier")
WORDS = tuple(
    Change(f"content/{code}/site.yaml", "", f"recipients: {{partner: {name}}}\n")
    for code, name in (("fi", "jakeluyhtiö"), ("sv", "distributören"), ("en", "distributor"))
)


def second(folder: Path) -> None:
    """Give the site a second register with the same facts and words."""
    for language, slug in (("fi", "toinen"), ("sv", "andra"), ("en", "second")):
        words = (folder / "content" / language / "customers.yaml").read_text("utf-8")
        lines = [f"slug: {slug}" if line.startswith("slug:") else line for line in words.splitlines()]
        (folder / "content" / language / "second.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "content/registers/second.yaml").write_text((folder / REGISTER).read_text("utf-8"), "utf-8")
    site = (folder / SITE).read_text("utf-8")
    (folder / SITE).write_text(site.replace("registers: [customers]", "registers: [customers, second]"), "utf-8")


def found(folder: Path, *changes: Change, twice: bool = False) -> tuple[Finding, ...]:
    changed_site(folder, *changes)
    if twice:
        second(folder)
    return read_and_checked(folder)


def notice(folder: Path, *changes: Change) -> Notice:
    changed_site(folder, *changes)
    [one] = load(folder).notices
    return one


@pytest.mark.parametrize("twice", [False, True])
def test_a_fault_of_a_shared_recipient_is_one_finding_where_it_is_declared(twice: bool, tmp_path: Path) -> None:
    declared = Change(VOCABULARY, "", "recipients:\n  partner: {role: controller}\n")
    every = found(tmp_path / "site", declared, USED, *WORDS, twice=twice)
    assert [(one.code, one.span.file, one.span.line, one.fact) for one in every] == [
        ("N402", VOCABULARY, 2, "vocabulary.recipients.partner.named"),
        ("N403", VOCABULARY, 2, "vocabulary.recipients.partner.activity"),
        ("N404", VOCABULARY, 2, "vocabulary.recipients.partner.country"),
    ]


def test_a_finding_on_a_shared_fact_can_be_waived(tmp_path: Path) -> None:
    declared = Change(VOCABULARY, "", "recipients:\n  partner: {role: controller, country: FI, activity: delivery}\n")
    waiver = (
        "- {rule: N402, at: vocabulary.recipients.partner, reason: The contract is being made., until: 2027-01-31}\n"
    )
    assert (
        found(tmp_path / "site", declared, USED, *WORDS, Change("content/waivers.yaml", "", waiver), twice=True) == ()
    )


def test_a_wrong_value_of_a_shared_recipient_is_found_once_and_is_not_missing(tmp_path: Path) -> None:
    text = "{named: Kumppani Oy, role: controller, activity: «delivry», country: Suomi}"
    [place] = changed_site(tmp_path / "site", Change(VOCABULARY, "", f"recipients:\n  partner: {text}\n"), USED, *WORDS)
    second(tmp_path / "site")
    every = read_and_checked(tmp_path / "site")
    assert sorted(one.code for one in every) == ["Y006", "Y007"]
    assert place in {one.span for one in every}


def test_what_a_register_states_of_a_shared_recipient_is_found_in_the_register(tmp_path: Path) -> None:
    declared = Change(VOCABULARY, "", "recipients:\n  partner: {activity: delivery}\n")
    stated = Change(REGISTER, "\nrecipients:", "\nrecipients:\n  partner: {named: Kumppani Oy, role: controller}")
    [one] = found(tmp_path / "site", declared, USED, stated, *WORDS)
    assert (one.code, one.span.file) == ("N404", REGISTER)


def test_an_unknown_fact_of_a_shared_recipient_makes_a_draft_of_the_notices_that_use_it(tmp_path: Path) -> None:
    text = "recipients:\n  partner: {named: unknown, role: controller, country: FI, activity: delivery}\n"
    changed_site(tmp_path / "site", Change(VOCABULARY, "", text), *WORDS)
    second(tmp_path / "site")
    path = tmp_path / "site" / REGISTER
    path.write_text(path.read_text("utf-8").replace(USED.old, USED.new, 1), "utf-8")
    users, others = load(tmp_path / "site").notices
    assert (users.is_unknown("recipients", "partner", "named"), others.waiting) == (True, ())
    assert [one.path for one in users.waiting] == [("recipients", "partner", "named")]
    assert {one.code for one in check(load(tmp_path / "site"), DAY).findings} == {"D002"}


def test_an_unknown_term_is_refused_as_before(tmp_path: Path) -> None:
    every = found(tmp_path / "site", Change(VOCABULARY, "", "data:\n  own: {special: unknown}\n"))
    assert "Y006" in {one.code for one in every}


def test_a_register_takes_the_defaults_that_it_does_not_state(tmp_path: Path) -> None:
    defaults = "defaults: {profiling: none, safeguards: [backups], required-fields-marked: yes, cookies: none}\n"
    one = notice(tmp_path / "site", Change(SITE, "", defaults), Change(REGISTER, "profiling: none\n", ""))
    assert one.register.profiling is Nothing.NONE
    assert one.span("profiling").file == SITE
    assert one.register.safeguards is not None and len(one.register.safeguards) > 1
    assert one.span("safeguards").file == REGISTER


def test_a_purpose_takes_what_the_defaults_state_of_it(tmp_path: Path) -> None:
    text = "defaults: {purposes: {orders: {keep: {for: 5 years, after: last-order}, basis: consent}}}\n"
    keep = "    keep: {for: 3 years, after: order-delivered}\n"
    one = notice(tmp_path / "site", Change(SITE, "", text), Change(REGISTER, keep, ""))
    assert one.register.purposes is not None
    orders = one.register.purposes["orders"]
    assert orders.basis == "contract" and orders.keep is not None and orders.keep.after == "last-order"
    assert one.span("purposes", "orders", "keep", "after").file == SITE


def test_a_fault_of_a_default_is_one_finding(tmp_path: Path) -> None:
    text = "defaults: {purposes: {orders: {keep: {for: 3 years}}}}\n"
    keep = Change(REGISTER, "    keep: {for: 3 years, after: order-delivered}\n", "")
    every = found(tmp_path / "site", Change(SITE, "", text), keep, twice=True)
    assert [(one.code, one.span.file, one.fact) for one in every] == [
        ("N504", SITE, "site.defaults.purposes.orders.keep.after")
    ]


def test_defaults_that_cannot_be_read_are_the_only_finding(tmp_path: Path) -> None:
    changed_site(
        tmp_path / "site", Change(REGISTER, "profiling: none\n", ""), Change(SITE, "", "defaults: [profiling]\n")
    )
    assert [one.code for one in read_and_checked(tmp_path / "site")] == ["Y005"]


def test_a_fact_of_the_register_that_is_unknown_is_not_replaced_by_a_default(tmp_path: Path) -> None:
    changes = (
        Change(SITE, "", "defaults: {profiling: none}\n"),
        Change(REGISTER, "profiling: none", "profiling: unknown"),
    )
    one = notice(tmp_path / "site", *changes)
    assert one.register.profiling is None and one.is_unknown("profiling")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", (date(2026, 10, 1), date(2026, 11, 20))),
        ("history: [2026-11-01]\n", (date(2026, 11, 1), date(2026, 11, 20))),
        ("history: [2026-09-01, 2026-10-01]\n", (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 20))),
        ("history: [2026-11-21]\n", (date(2026, 11, 21),)),
    ],
)
def test_the_days_of_the_site_follow_the_registers_first(own: str, expected: tuple[date, ...], tmp_path: Path) -> None:
    days = Change(SITE, "", "defaults: {history: [2026-10-01, 2026-11-20]}\n")
    one = notice(tmp_path / "site", days, Change(REGISTER, "history: [2026-11-22]\n", own))
    assert one.register.history == expected
    files = {day: one.span("history", str(index)).file for index, day in enumerate(expected)}
    assert files[expected[-1]] == (REGISTER if own and len(expected) == 1 else SITE)


def test_a_register_with_a_name_of_its_own_takes_neither_trade_name_nor_business_id(tmp_path: Path) -> None:
    one = notice(tmp_path / "site", Change(REGISTER, "people: [", "controller: {name: Tytär Oy}\npeople: ["))
    controller = one.controller
    assert (controller.name, controller.trade_name, controller.business_id) == ("Tytär Oy", None, None)
    assert controller.email and one.span("controller", "email").file == CONTROLLER
    assert one.span("controller", "business-id").file == REGISTER
    assert one.site_controller.business_id == "9999999-2"


def test_what_a_register_adds_to_the_requests_leaves_the_others(tmp_path: Path) -> None:
    text = "controller: {requests: {form: 'https://www.example.fi/kaavake'}}\npeople: ["
    one = notice(tmp_path / "site", Change(REGISTER, "people: [", text))
    assert one.controller.requests is not None
    assert one.controller.requests.form == "https://www.example.fi/kaavake" and one.controller.requests.channels


def test_a_contact_and_an_officer_of_the_register_go_before_all_others(tmp_path: Path) -> None:
    text = "controller: {body: unit, dpo: {email: a@kauppa.fi}}\ncontact: {email: b@kauppa.fi}\ndpo: none\npeople: ["
    declared = "controllers: {unit: {name: Yksikkö, contact: {email: c@kauppa.fi}}}\n"
    one = notice(tmp_path / "site", Change(REGISTER, "people: [", text), Change(VOCABULARY, "", declared))
    assert one.controller.contact is not None and one.controller.contact.email == "b@kauppa.fi"
    assert (one.controller.dpo, one.controller.name) == (Nothing.NONE, "Yksikkö")
    assert one.span("controller", "name").file == VOCABULARY
    assert one.register.contact is one.register.dpo is one.register.controller is None


def test_a_controller_that_nobody_declares_is_found(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(REGISTER, "people: [", "controller: «unit»\npeople: ["))
    assert [(one.code, one.span) for one in read_and_checked(tmp_path / "site")] == [("Y007", place)]


def test_a_controller_that_is_unknown_has_no_facts_of_the_sites(tmp_path: Path) -> None:
    one = notice(tmp_path / "site", Change(REGISTER, "people: [", "controller: unknown\npeople: ["))
    assert one.controller.name is None and one.is_unknown("controller", "name") and one.is_draft


def test_the_starter_is_as_it_was() -> None:
    [one] = load(STARTER).notices
    assert one.controller is one.site_controller
    assert one.shared == {} and one.own_ids == frozenset() and one.words_at == {}
