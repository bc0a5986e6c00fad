"""`notice add`: a thing goes into the facts and words of a site, and nothing else of it changes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rules.overlay import DAY, site_with

from notice.additions.checked import changed_facts
from notice.check import check
from notice.cli import main
from notice.files import write_together
from notice.findings import Level
from notice.load import load

REGISTER = "content/registers/customers.yaml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["add", *(str(one) for one in arguments)])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with("{}", tmp_path / "site")


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "name", "id"),
    [
        ("recipient", "Posti", "posti"),
        ("recipient", "posti oy", "posti"),
        ("recipient", "google analytics", "google-analytics"),
        ("recipient", "kuljetusyritys", "parcel-carrier"),
        ("recipient", "Kansaneläkelaitos", "kela"),
        ("source", "kaupparekisteri", "trade-register"),
        ("source", "handelsregistret", "trade-register"),
        ("purpose", "Recruitment", "recruitment"),
        ("cookie", "_ga", "google-analytics-ga"),
        ("data", "syntymäaika", "birth-date"),
        ("data", "hetu", "personal-identity-code"),
    ],
)
def test_what_is_known_is_recognised_by_its_names(kind: str, name: str, id: str, tmp_path: Path) -> None:
    empty = {"recipient": "{recipients: }", "source": "{sources: }"}.get(kind, "{}")
    site = site_with(empty, tmp_path / "site")
    more = ("--purpose", "orders") if kind == "data" else ()
    done = run(kind, name, site, *more)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"`{id}`" in done.stdout
    assert id in (site / REGISTER).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (("recipient", "posti", "--purpose", "orders"), {("recipients", "posti"), ("purposes", "orders")}),
        (("recipient", "google-analytics", "--purpose", "orders"), {("recipients", "google-analytics"), ("purposes", "orders")}),
        (("recipient", "courier", "--set", "named=Lähetti Oy", "--set", "country=FI", "--purpose", "orders"), {("recipients", "courier"), ("purposes", "orders")}),
        (("purpose", "recruitment"), {("purposes", "recruitment")}),
        (("source", "authorities"), {("sources", "authorities")}),
        (("cookie", "my_cookie", "--id", "my-cookie"), {("cookies", "my-cookie")}),
        (("data", "birth-date", "--purpose", "orders", "--source", "customer"), {("purposes", "orders"), ("sources", "customer")}),
    ],
)  # fmt: skip
def test_what_is_added_waits_for_its_owner_and_is_no_error(
    arguments: tuple[str, ...], kinds: set[tuple[str, str]], site: Path
) -> None:
    before, old = load(site), files(site)
    kind, name, *more = arguments
    assert run(kind, name, site, *more).exit_code == 0
    after = load(site)
    assert {path[1:3] for path in changed_facts(before, after)} == kinds
    assert after.findings == before.findings
    assert [name for name, body in files(site).items() if old.get(name) != body] == [REGISTER]
    errors = [one for one in check(after, DAY).findings if one.level is Level.ERROR]
    assert [one.code for one in errors if one.code != "C087"] == []


def test_an_own_id_has_its_words_in_every_language(site: Path) -> None:
    names = {"fi": "kissan nimi", "sv": "kattens namn", "en": "name of the cat"}
    options = [part for language, name in names.items() for part in ("--name", f"{language}={name}")]
    done = run("data", "kissan nimi", site, "--id", "cat-name", "--purpose", "orders", *options)
    assert (done.exit_code, done.stderr) == (0, "")
    loaded = load(site)
    assert not loaded.findings
    assert "cat-name" in loaded.notices[0].vocabulary.data
    for language, name in names.items():
        assert loaded.words["customers", language].find("data", "cat-name") == name


def test_a_word_that_was_not_given_is_left_empty_and_never_invented(site: Path) -> None:
    done = run("purpose", "Kissojen hoito", site, "--id", "cat-care", "--name", "fi=Kissojen hoito")
    assert done.exit_code == 0
    loaded = load(site)
    assert loaded.words["customers", "fi"].find("purposes", "cat-care") == "Kissojen hoito"
    assert loaded.words["customers", "sv"].find("purposes", "cat-care") is None
    assert "cat-care:\n    name:\n    text:" in (site / "content/sv/customers.yaml").read_text(encoding="utf-8")
    missing = [one for one in check(loaded, DAY).findings if one.code == "T001"]
    assert {one.level for one in missing} == {Level.ERROR}
    assert "fi, sv, en" in done.stdout


def test_words_that_the_owner_wrote_before_stay(site: Path) -> None:
    file = site / "content/fi/customers.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "recipients: {own-one: oma}\n", encoding="utf-8")
    assert run("recipient", "Oma Oy", site, "--id", "own-one", "--purpose", "orders").exit_code == 0
    assert load(site).words["customers", "fi"].find("recipients", "own-one") == "oma"


def test_an_own_recipient_of_a_known_kind_has_its_activity(site: Path) -> None:
    assert run("recipient", "parcel-carrier", site, "--id", "second-carrier").exit_code == 0
    recipient = (load(site).notices[0].register.recipients or {})["second-carrier"]
    assert recipient.activity == "delivery"


def test_what_is_unknown_is_replaced_by_what_is_stated(tmp_path: Path) -> None:
    site = site_with("{recipients: {parcel-carrier: unknown}}", tmp_path / "site")
    stated = ("--set", "named=Kuljetus Oy", "--set", "role=controller", "--set", "country=FI")
    done = run("recipient", "kuljetusyritys", site, *stated)
    assert (done.exit_code, "no purpose" in done.stdout.lower()) == (0, False)
    recipient = (load(site).notices[0].register.recipients or {})["parcel-carrier"]
    assert (recipient.named, recipient.role, recipient.country) == ("Kuljetus Oy", "controller", "FI")
    assert run("recipient", "kuljetusyritys", site, *stated).exit_code == 2


def test_what_is_there_can_be_named_by_one_more_purpose(site: Path) -> None:
    assert run("recipient", "posti", site, "--purpose", "orders").exit_code == 0
    done = run("recipient", "posti", site, "--purpose", "orders", "--purpose", "bookkeeping")
    assert (done.exit_code, done.stderr) == (0, "")
    purposes = load(site).notices[0].register.purposes or {}
    assert "posti" in (purposes["bookkeeping"].recipients or ())
    assert (purposes["orders"].recipients or ()).count("posti") == 1
    assert run("recipient", "posti", site, "--purpose", "orders").exit_code == 2
    assert run("recipient", "posti", site, "--purpose", "newsletter", "--set", "role=controller").exit_code == 2
    assert run("data", "name", site, "--purpose", "orders").exit_code == 2


@pytest.mark.parametrize(("kind", "name"), [("recipient", "enforcement-authority"), ("source", "previous-employer")])
def test_an_own_thing_of_a_known_type_states_what_the_type_does_not(kind: str, name: str, site: Path) -> None:
    names = [part for code in ("fi", "sv", "en") for part in ("--name", f"{code}=x")]
    assert run(kind, name, site, "--id", "own-one", *names).exit_code == 0
    errors = [one for one in check(load(site), DAY).findings if one.level is Level.ERROR]
    assert errors == []


def shared(site: Path) -> Path:
    """The site with the facts of HubSpot in its vocabulary, one of them still unknown."""
    facts = "recipients: {hubspot: {role: processor, contract: unknown, transfers: none}}\n"
    (site / "content/vocabulary.yaml").write_text(facts, encoding="utf-8")
    return site


def test_a_new_purpose_can_name_a_recipient_whose_facts_are_in_the_vocabulary(site: Path) -> None:
    done = run("purpose", "customer-relations", shared(site), "--set", "recipients=[hubspot]")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (load(site).notices[0].register.purposes or {})["customer-relations"].recipients == ("hubspot",)


def test_a_recipient_whose_facts_are_in_the_vocabulary_is_only_named_by_purposes(site: Path) -> None:
    before = (shared(site) / REGISTER).read_text(encoding="utf-8")
    refused = run("recipient", "HubSpot", site)
    assert refused.exit_code == 2 and "--purpose" in refused.stderr
    done = run("recipient", "HubSpot", site, "--purpose", "orders")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Its facts are in `content/vocabulary.yaml`" in done.stdout and "Waiting" not in done.stdout
    new = (site / REGISTER).read_text(encoding="utf-8")
    assert len(new.splitlines()) == len(before.splitlines()) and "hubspot:" not in new
    notice = load(site).notices[0]
    assert "hubspot" in ((notice.register.purposes or {})["orders"].recipients or ())
    assert notice.is_unknown("recipients", "hubspot", "contract")
    assert not notice.is_unknown("recipients", "hubspot", "transfers")
    assert run("recipient", "hubspot", site, "--purpose", "newsletter", "--set", "contract=yes").exit_code == 0
    assert "hubspot: {contract: yes}" in (site / REGISTER).read_text(encoding="utf-8")


def test_the_name_of_a_firm_is_its_word_in_every_language(site: Path) -> None:
    done = run("recipient", "Example Letters", site, "--id", "letters", "--purpose", "orders", "--name", "sv=Breven")
    assert (done.exit_code, done.stderr) == (0, "")
    loaded = load(site)
    words = {code: loaded.words["customers", code].find("recipients", "letters") for code in ("fi", "sv", "en")}
    assert words == {"fi": "Example Letters", "sv": "Breven", "en": "Example Letters"}
    assert (loaded.notices[0].register.recipients or {})["letters"].named == "Example Letters"
    assert "empty lines" not in done.stdout


def test_an_empty_place_for_a_word_stays_one(site: Path) -> None:
    file = site / "content/sv/customers.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "recipients:\n  own-one:\n", encoding="utf-8")
    before = file.read_bytes()
    done = run("recipient", "parcel-carrier", site, "--id", "own-one", "--name", "fi=oma")
    assert (done.exit_code, file.read_bytes()) == (0, before)


def test_a_recipient_that_no_purpose_names_is_pointed_out(site: Path) -> None:
    assert "No purpose names it yet" in run("recipient", "posti", site).stdout
    assert "No purpose names it yet" not in run("recipient", "paytrail", site, "--purpose", "orders").stdout


def test_the_difference_is_shown_and_nothing_is_written(site: Path) -> None:
    old = files(site)
    for option in ("--diff", "--dry-run"):
        done = run("recipient", "posti", site, option)
        assert done.exit_code == 0
        assert re.search(r"^\+  posti:", done.stdout, re.MULTILINE)
    done = run("register", "newsletter", site, "--diff")
    assert done.exit_code == 0 and "newsletter" in done.stdout
    assert files(site) == old


REFUSED = [
    (("recipient", "zzzz qqqq"), "{}", "--id zzzz-qqqq"),
    (("recipient", "google"), "{}", "google-ads"),
    (("recipient", "Posti Oy", "--id", "own-carrier"), "{}", "`posti`"),
    (("recipient", "Oma Oy", "--id", "Oma Oy"), "{}", "a–z"),
    (("recipient", "Oma Oy", "--id", "courier"), "{}", "`courier`"),
    (("recipient", "posti", "--purpose", "ordres"), "{}", "`orders`"),
    (("recipient", "posti", "--register", "members"), "{}", "customers"),
    (("recipient", "posti", "--set", "role=processr"), "{}", "Y006"),
    (("recipient", "posti", "--set", "rol=processor"), "{}", "`role`"),
    (("recipient", "posti", "--set", "role"), "{}", "--set"),
    (("recipient", "posti", "--set", "data=[name"), "{}", "YAML"),
    (("recipient", "posti", "--set", "data=[nmae]"), "{}", "Y007"),
    (("recipient", "posti", "--name", "de=Post"), "{}", "fi, sv, en"),
    (("recipient", "posti", "--name", "Post"), "{}", "fi=NAME"),
    (("recipient", "Oma \x07 Oy", "--id", "own-one"), "{}", "characters"),
    (("data", "birth-date"), "{}", "--purpose"),
    (("data", "birth-date", "--purpose", "orders", "--source", "custmer"), "{}", "`customer`"),
    (("cookie", "_ga"), "{cookies: none}", "`none`"),
    (("source", "trade-register"), "{}", "there already"),
    (("recipient", "posti"), "{registers: {visitors: {}}}", "customers, visitors"),
    (("cookie", "_ga"), "{cookies: , site: {defaults: {cookies: {a: {name: b}}}}}", "defaults"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "example", "named"), REFUSED)
def test_what_cannot_be_added_changes_nothing(
    arguments: tuple[str, ...], example: str, named: str, tmp_path: Path
) -> None:
    site = site_with(example, tmp_path / "site")
    old = files(site)
    kind, name, *more = arguments
    done = run(kind, name, site, *more)
    assert (done.exit_code, done.stdout) == (2, "")
    assert named in done.stderr
    assert files(site) == old


def test_what_has_no_place_can_be_pasted_by_hand(tmp_path: Path) -> None:
    site = site_with("{cookies: none}", tmp_path / "site")
    done = run("cookie", "_ga", site)
    assert f"# {REGISTER}\ncookies:\n  google-analytics-ga: {{read-by: unknown}}\n" in done.stderr


@pytest.mark.parametrize(("language", "begins"), [("fi", "virhe: Kohdassa `cookies`"), ("sv", "fel: I `cookies`")])
def test_a_refusal_is_in_the_owners_language(language: str, begins: str, tmp_path: Path) -> None:
    site = site_with("{cookies: none}", tmp_path / "site")
    done = run("cookie", "_ga", site, "--language", language)
    assert done.stderr.startswith(begins) and "Nothing" not in done.stderr


def test_aliases_are_refused_clearly(site: Path) -> None:
    file = site / REGISTER
    text = file.read_text(encoding="utf-8").replace("data: [", "data: &all [", 1)
    text = re.sub(r"^(  newsletter:\n(?:    .*\n)*?    data:) .*\n", r"\1 *all\n", text, flags=re.MULTILINE)
    assert "*all" in text
    file.write_text(text, encoding="utf-8")
    done = run("data", "birth-date", site, "--purpose", "newsletter")
    assert (done.exit_code, file.read_text(encoding="utf-8")) == (2, text)
    assert "`&`, `*`" in done.stderr


def test_a_known_cookie_whose_provider_is_no_recipient_says_so(tmp_path: Path) -> None:
    done = run("cookie", "_fbp", site_with("{recipients: {meta-ads: }}", tmp_path / "site"))
    assert "notice add recipient meta-ads" in done.stdout


@pytest.mark.parametrize("purposes", ["", "purposes: {visitor-statistics: {recipients: [meta-ads]}}\n"])
def test_a_provider_that_the_whole_site_states_or_a_purpose_lists_is_no_new_recipient(
    purposes: str, tmp_path: Path
) -> None:
    site = site_with(purposes or "{}", tmp_path / "site")
    if not purposes:
        (site / "content/vocabulary.yaml").write_text("recipients:\n  meta-ads: {role: joint-controller}\n", "utf-8")
    done = run("cookie", "_fbp", site)
    assert done.exit_code == 0
    assert "notice add recipient" not in done.stdout


def test_several_files_are_written_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.yaml").write_bytes(b"old b")
    (tmp_path / "c.yaml").write_bytes(b"old c")
    changes = {"a.yaml": b"new a", "b.yaml": b"new b", "c.yaml": b"new c"}
    replace, calls = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(target.name)
        if calls == ["b.yaml", "c.yaml"]:
            raise OSError(28, "full", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="full"):
        write_together(tmp_path, changes, 100)
    assert files(tmp_path) == {"b.yaml": b"old b", "c.yaml": b"old c"}
    monkeypatch.undo()
    write_together(tmp_path, changes, 100)
    assert files(tmp_path) == changes


def test_a_preset_has_a_name_and_an_address_of_its_own(site: Path) -> None:
    done = run(
        "register", "newsletter", site, "--id", "letters", "--name", "fi=Åbon kirje: uutisia", "--name", "sv=Åbobrev"
    )
    assert (done.exit_code, done.stderr) == (0, "")
    words = load(site).words
    assert (words["letters", "fi"].find("name"), words["letters", "fi"].find("slug")) == (
        "Åbon kirje: uutisia",
        "abon-kirje-uutisia",
    )
    assert words["letters", "sv"].find("slug") == "abobrev"
    assert words["letters", "en"].find("slug") == "letters"


@given(
    end=st.sampled_from(["\n", "\r\n"]),
    head=st.sampled_from(["", "# note\n", "\n\n# ä ö å\n"]),
    recipients=st.sampled_from(
        [
            "recipients:\n  bank: {named: A, role: controller, country: FI} # c\n  auditor: unknown\n",
            "recipients:\n    bank:\n        named: 'A: b'\n        role: controller\n        country: FI\n",
            "recipients: {bank: {named: A, role: controller, country: FI}}\n",
            "recipients: {\n  bank: {named: A, role: controller, country: FI},\n}\n",
            "recipients: unknown # later\n",
            "recipients:\n",
            "recipients: {}\n",
            "",
        ]
    ),
    tail=st.sampled_from(["profiling: none\n", "confirm:\n  people: '?'\n", "cookies: {basket: {name: b}}\n# end", ""]),
    ends=st.booleans(),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_layout_of_a_register_gets_the_recipient_and_nothing_else(
    end: str, head: str, recipients: str, tail: str, ends: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = site_with("{}", tmp_path_factory.mktemp("layout") / "site")
    text = (
        f"{head}people: [customers]\n\npurposes:\n  orders: {{basis: contract, recipients: [bank]}}\n{recipients}{tail}"
    )
    text = (text if ends else text.rstrip("\n")).replace("\n", end)
    (site / REGISTER).write_bytes(text.encode())
    before = load(site)
    done = run("recipient", "Posti", site)
    assert (done.exit_code, done.stderr) == (0, ""), text
    after = load(site)
    old, new = before.notices[0].register, after.notices[0].register
    assert list(new.recipients or ()) == [*(old.recipients or ()), "posti"]
    assert new.model_copy(update={"recipients": old.recipients, "purposes": old.purposes}) == old
    assert (new.purposes or {})["orders"].recipients == ("bank", "posti")
    assert (b"\r\n" in (site / REGISTER).read_bytes()) == (b"\r\n" in text.encode())
    kept = iter((site / REGISTER).read_bytes())
    old_bytes = text.encode().replace(b" unknown # later", b" # later")
    assert all(byte in kept for byte in old_bytes)
