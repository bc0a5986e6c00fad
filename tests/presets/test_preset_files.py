"""The preset registers, and adding one to an existing site."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from rules.overlay import site_with

from notice.build import build
from notice.check import check
from notice.cli import main
from notice.data import locale, tree
from notice.errors import CannotRun
from notice.languages import LANGUAGES
from notice.load import load
from notice.model.texts import LONGEST
from notice.presets import new_site, preset_text, presets, register_files, with_register, write_new_files
from notice.yamlreader import read

DAY = date(2026, 11, 22)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("registers: [customers]\n", "registers: [customers, members]\n"),
        ("registers: []  # none yet\n", "registers: [members]  # none yet\n"),
        ("registers:\n  - customers  # first\nlanguages: [fi]\n", "registers:\n  - customers  # first\n  - members\nlanguages: [fi]\n"),
        ("registers:\r\n- customers", "registers:\r\n- customers\r\n- members"),
        ("\ufeffregisters: [a,\n  b ]", "\ufeffregisters: [a,\n  b, members ]"),
    ],
)  # fmt: skip
def test_one_id_is_added_and_every_other_byte_stays(before: str, after: str) -> None:
    assert with_register(before, "members") == after


@pytest.mark.parametrize("text", ["", "registers: customers\n", "registers: [members]\n", "registers: [a\n", "- a\n"])
def test_a_text_that_has_no_place_for_the_id_is_refused(text: str) -> None:
    with pytest.raises(CannotRun):
        with_register(text, "members")


ids = st.from_regex(r"[a-ln-z][a-z0-9]{0,8}", fullmatch=True)


@given(st.lists(ids, min_size=1, unique=True), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_the_list_looks_like_it_has_one_item_more(listed: list[str], flow: bool, end: str) -> None:
    written = f" [{', '.join(listed)}]" if flow else "".join(f"{end}  - {id}" for id in listed)
    text = f"# before{end}registers:{written}{end}# after{end}"
    grown = read(with_register(text, "members").encode(), "content/site.yaml").tree
    assert isinstance(grown, dict)
    assert grown["registers"] == [*listed, "members"]


def test_a_register_is_added_to_a_site_and_nothing_else_changes(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    before = {path: path.read_bytes() for path in site.rglob("*.yaml")}
    done = run("add", "register", "newsletter", site)
    assert (done.exit_code, done.stderr) == (0, "")
    changed = [path.name for path, body in before.items() if path.read_bytes() != body]
    assert changed == ["site.yaml"]
    assert [notice.id for notice in load(site).notices] == ["customers", "newsletter"]
    assert {path.parent.name for path in site.rglob("newsletter.yaml")} == {"registers", "fi", "sv", "en"}


def test_a_register_may_have_an_id_of_its_own_and_one_that_is_there_is_left_alone(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    assert run("add", "register", "newsletter", site, "--id", "letters").exit_code == 0
    before = {path: path.read_bytes() for path in site.rglob("*.yaml")}
    for refused in (("newsletter", "letters"), ("newsletter", "site"), ("newsleter", "other")):
        done = run("add", "register", refused[0], site, "--id", refused[1])
        assert (done.exit_code, done.stdout) == (2, "")
    assert {path: path.read_bytes() for path in site.rglob("*.yaml")} == before


def test_a_preset_can_be_added_several_times(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    for id in ("newsletter", "letters", "invitations"):
        assert run("add", "register", "newsletter", site, "--id", id).exit_code == 0
    loaded = load(site)
    assert [one.code for one in loaded.findings] == []
    names = {id: loaded.words[id, "sv"].find("name") for id in ("newsletter", "letters", "invitations")}
    assert len(set(names.values())) == 3 and names["letters"] == "Prenumeranter på nyhetsbrevet (letters)"
    assert [loaded.words[id, "sv"].find("slug") for id in names] == ["nyhetsbrev", "letters", "invitations"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_presets_are_listed_with_what_each_is(language: str) -> None:
    done = run("add", "register", "--language", language)
    assert done.exit_code == 0
    rows = [line.split(None, 1) for line in done.stdout.splitlines()]
    words = {id: tree(locale(language) / "presets" / f"{id}.yaml") for id in presets()}
    assert rows == [[id, f"{words[id]['name']}: {words[id]['description']}"] for id in presets()]
    assert len(presets()) >= 10


def test_every_language_has_a_reason_for_the_same_proposed_facts() -> None:
    english = tree(locale("en") / "reasons.yaml")
    assert set(english) == {
        *presets(),
        *("controller", "controller-of-municipality", "controller-of-body", "authority", "labels"),
    }
    for language in LANGUAGES:
        reasons = tree(locale(language) / "reasons.yaml")
        assert {name: list(facts) for name, facts in reasons.items()} == {k: list(v) for k, v in english.items()}
        texts = [reason for name, facts in reasons.items() if name != "labels" for reason in facts.values()]
        assert all(reason.endswith(".") for reason in texts)


def register(made: dict[str, str], id: str) -> Any:
    return yaml.load(made[f"content/registers/{id}.yaml"], Loader=yaml.BaseLoader)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_under_confirm_are_in_the_owners_language(language: str) -> None:
    made = new_site(["webshop-customers"], date(2026, 11, 22), language)
    texts = tree(locale(language) / "reasons.yaml")
    reasons, labels = texts["webshop-customers"], texts["labels"]
    confirm = register(made, "webshop-customers")["confirm"]
    assert confirm["profiling"] == reasons["profiling"]
    assert confirm["purposes.returns-and-complaints"] == (
        f"{labels['basis']}: {reasons['purposes.returns-and-complaints.basis']} "
        f"{labels['keep']}: {reasons['purposes.returns-and-complaints.keep']}"
    )


@pytest.mark.parametrize("preset", presets())
def test_a_preset_proposes_each_purpose_once_and_as_a_whole(preset: str) -> None:
    made = register(new_site([preset], date(2026, 11, 22)), preset)
    proposed = [path.split(".") for path in made["confirm"]]
    assert [path[1] for path in proposed if path[0] == "purposes"] == list(made["purposes"])
    assert all(len(path) <= 2 for path in proposed)
    assert len(proposed) <= len(made["purposes"]) + 5


def test_a_purpose_that_is_only_proposed_makes_a_draft_until_its_line_is_gone(tmp_path: Path) -> None:
    site = site_with("confirm: {purposes.orders: The whole purpose is proposed.}", tmp_path / "site")
    waiting = [one for one in check(load(site), date(2026, 11, 22)).findings if one.code == "D001"]
    assert [one.fact for one in waiting] == ["purposes.orders"]
    assert load(site).notices[0].is_draft
    assert run("build", site, "--html-only", "--release").exit_code == 1
    assert not load(site_with("confirm: {}", tmp_path / "confirmed")).notices[0].is_draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("authority", [False, True])
def test_a_reason_is_no_longer_than_any_text_may_be(authority: bool, language: str) -> None:
    for preset in presets():
        made = register_files(preset, preset, ["fi"], date(2026, 11, 22), language, authority=authority)
        assert [one for one in register(made, preset)["confirm"].values() if len(one) > LONGEST] == []


@pytest.mark.parametrize("preset", presets())
def test_an_authority_has_lawful_bases_in_every_preset(preset: str, tmp_path: Path) -> None:
    made = new_site(["municipal-service-customers", preset], date(2026, 11, 22), "fi")
    write_new_files(tmp_path, made)
    assert {one.code for one in check(load(tmp_path), date(2026, 11, 22)).findings} == {"D001", "D002"}
    for purpose in register(made, preset)["purposes"].values():
        assert purpose["basis"] != "legitimate-interests" or purpose["outside-public-tasks"] == "yes"


def test_a_register_that_is_added_fits_the_controller_of_the_site(tmp_path: Path) -> None:
    for kind, controller in (("firm", "{}"), ("town", "controller: {public-authority: yes, dpo: {email: a@b.fi}}")):
        site = site_with(controller, tmp_path / kind)
        assert run("add", "register", "camera-surveillance", site).exit_code == 0
        assert run("add", "register", "employees", site, "--id", "staff", "--language", "fi").exit_code == 0
        text = (site / "content/registers/staff.yaml").read_text(encoding="utf-8")
        assert ("304/2003" in text) == (kind == "town")
        basis = {"firm": "legitimate-interests", "town": "public-task"}[kind]
        cameras = (load(site).notices[1].register.purposes or {})["camera-surveillance"]
        assert cameras.basis == basis
        codes = {one.code for one in check(load(site), date(2026, 11, 22)).findings}
        assert codes & {"C003", "C053", "T004"} == ({"C003"} if kind == "town" else set())  # the firm's own registers


def test_a_register_that_is_added_leaves_to_the_site_what_the_site_states_for_all(tmp_path: Path) -> None:
    site = site_with("site: {defaults: {profiling: none, required-fields-marked: yes}}", tmp_path / "site")
    assert run("add", "register", "newsletter", site).exit_code == 0
    text = (site / "content/registers/newsletter.yaml").read_text(encoding="utf-8")
    stated = yaml.load(text, Loader=yaml.BaseLoader)
    assert not {"profiling", "required-fields-marked"} & {*stated, *stated["confirm"]}
    assert "automated-decisions" in stated and "automated-decisions" in stated["confirm"]
    codes = {one.code for one in check(load(site), date(2026, 11, 22)).findings}
    assert codes - {"P018"} == {"D001", "D002"}  # the register is of today


def register_of(id: str) -> dict[str, Any]:
    made = yaml.load(
        register_files(id, id, LANGUAGES, date(2026, 11, 28))[f"content/registers/{id}.yaml"], yaml.BaseLoader
    )
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize("id", presets())
def test_no_bookkeeping_is_said_to_be_on_paper(id: str) -> None:
    assert register_of(id)["purposes"].get("bookkeeping", {}).get("means", "automated") == "automated"


def test_a_web_shop_names_who_sees_returns_and_asks_where_data_come_from() -> None:
    shop = register_of("webshop-customers")
    assert "billing-address" in shop["purposes"]["orders"]["data"]
    returns = shop["purposes"]["returns-and-complaints"]["recipients"]
    assert {"web-shop-platform", "email-service-provider"} <= set(returns)
    assert "payment service" in shop["confirm"]["sources"]


def test_a_newsletter_does_not_promise_that_nobody_is_tracked() -> None:
    letters = register_of("newsletter")
    assert letters["profiling"] == letters["similar-techniques"] == "unknown"
    assert "profiling" not in letters["confirm"]


def test_a_register_that_is_added_leaves_to_the_vocabulary_the_recipients_that_it_states(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    shared = "recipients:\n  security-company: {named: Vartiointi Oy, role: processor, country: FI, contract: yes}\n"
    (site / "content/vocabulary.yaml").write_text(shared, encoding="utf-8")
    assert run("add", "register", "camera-surveillance", site).exit_code == 0
    text = (site / "content/registers/camera-surveillance.yaml").read_text(encoding="utf-8")
    assert "recipients" not in yaml.load(text, Loader=yaml.BaseLoader)
    waiting = [one.fact for one in check(load(site), date(2026, 11, 22)).findings if one.code == "D001"]
    assert [fact for fact in waiting if "recipients" in fact] == []


def test_a_register_that_still_has_its_id_in_its_name_is_found(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    names = ["--name", "sv=Inbjudningar", "--name", "fi=Kutsut"]
    assert run("add", "register", "newsletter", site, "--id", "letters", *names).exit_code == 0
    found = [one for one in check(load(site), date(2026, 11, 22)).findings if one.code == "T024"]
    assert [one.span.file for one in found] == ["content/en/letters.yaml"]


STATUTORY = {("employees", "sick-leave"): "employment-contracts-act"}
"""The only proposed duty by law, read in Act 55/2001: the employee accounts for an incapacity on request (2:11)."""


@pytest.mark.parametrize("preset", presets())
def test_a_duty_by_law_is_proposed_only_where_an_act_was_read_that_has_it(preset: str) -> None:
    purposes = yaml.safe_load(preset_text(preset))["purposes"]
    stated = {(preset, id): facts["law"] for id, facts in purposes.items() if facts["required"] == "statutory"}
    assert {key: law["act"] for key, law in stated.items()} == {
        key: act for key, act in STATUTORY.items() if key[0] == preset
    }


def test_the_users_of_an_online_service_are_asked_whether_logs_identify_them(tmp_path: Path) -> None:
    made = new_site(("online-service-users",), DAY)
    write_new_files(tmp_path, made)
    waiting = {one.fact for one in check(load(tmp_path), DAY).findings if one.code == "D002"}
    assert {f"purposes.{id}.identifiable" for id in ("error-reports", "site-security")} <= {
        fact.partition("online-service-users.")[2] or fact for fact in waiting
    }
    security = load(tmp_path).notices[0].register.purposes["site-security"]  # type: ignore[index]
    assert security.people == ("users", "site-visitors")


@pytest.mark.parametrize(("language", "order"), [("fi", "tilau"), ("sv", "beställning"), ("en", "order")])
def test_an_online_service_speaks_of_no_orders(language: str, order: str, tmp_path: Path) -> None:
    write_new_files(tmp_path, new_site(("online-service-users",), DAY))
    build(tmp_path, tmp_path / "out", DAY, html_only=True)
    (page,) = (path for path in (tmp_path / "out").glob("*/*/index.html") if path.parts[-3] == language)
    text = page.read_text("utf-8").partition("<main")[2]
    assert order not in re.sub(r"<[^>]+>|\border to\b|in order", " ", text)
