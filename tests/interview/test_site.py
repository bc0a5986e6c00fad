"""The files of a new site state what was answered, and mark the rest as unknown."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notice.check import check
from notice.findings import Level
from notice.interview.answers import Answers, Chosen, Postal, Service
from notice.interview.edits import scalar, tree
from notice.interview.existing import plan
from notice.interview.questions import QUESTIONS, needed
from notice.interview.readers import LONGEST, Misread
from notice.interview.services import GROUPS, Group, known, offered
from notice.interview.site import site_of
from notice.languages import LANGUAGES
from notice.load import Loaded, load
from notice.presets import CONTROLLER, SITE, presets, write_new_files

DAY = date(2026, 11, 28)
SHOP = Chosen("webshop-customers", "webshop-customers")
REGISTER = "content/registers/webshop-customers.yaml"


def shop(**services: tuple[Service, ...]) -> dict[str, str]:
    return site_of(Answers(registers=(SHOP,), services=services), DAY, "en")


def loaded(made: dict[str, str], folder: Path) -> Loaded:
    write_new_files(folder, made)
    return load(folder)


def codes(made: dict[str, str], folder: Path) -> set[tuple[str, Level]]:
    return {(one.code, one.level) for one in check(loaded(made, folder), DAY).findings}


@pytest.mark.parametrize("preset", [None, *presets()])
def test_a_site_without_answers_has_no_error_and_no_invented_fact(preset: str | None, tmp_path: Path) -> None:
    answers = Answers(registers=(Chosen(preset, preset),) if preset else None)
    found = codes(site_of(answers, DAY, "fi"), tmp_path / "site")
    assert {"D001", "D002"} & {code for code, _ in found}
    assert {code for code, _ in found} & {"D003", "D004", "D005", "T001"} == set()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
@pytest.mark.parametrize("is_used", [True, False])
def test_whatever_service_is_used_the_site_has_no_error(group: Group, is_used: bool, tmp_path: Path) -> None:
    used = (*map(Service, offered(group)), Service(name="Kuriiri & Co: #1")) if is_used else ()
    found = codes(shop(**{group.id: used}), tmp_path / "site")
    # A network that is a joint controller has to be named as one: only its contract says who does what.
    assert {row for row in found if row[0] not in ("D001", "D002")} <= {("C036", Level.WARNING)}


def test_every_known_firm_is_stated_without_an_error(tmp_path: Path) -> None:
    found = codes(shop(mail=tuple(map(Service, known()))), tmp_path / "site")
    assert {row for row in found if row[1] == Level.ERROR} == set()


def test_a_service_takes_the_place_of_its_kind_wherever_the_kind_is() -> None:
    made = shop(delivery=(Service("posti"), Service("matkahuolto")), analytics=(Service("google-analytics"),))
    facts = tree(made[REGISTER])
    assert facts["purposes"]["orders"]["recipients"][:2] == ["posti", "matkahuolto"]
    assert facts["purposes"]["visitor-statistics"]["recipients"] == ["google-analytics"]
    assert facts["cookies"]["visitor-count"]["provider"] == "google-analytics"
    assert facts["cookies"]["visitor-count"]["name"] == "unknown"
    assert facts["recipients"]["posti"] == {"role": "controller"}  # it needs no contract of Art. 28
    assert facts["recipients"]["google-analytics"]["contract"] == "unknown"
    assert facts["recipients"]["google-analytics"]["transfers"]["US"]["mechanism"] == "dpf"
    assert "parcel-carrier" not in made[REGISTER] and "analytics-provider" not in made[REGISTER]


def test_registers_share_the_facts_of_a_known_service(tmp_path: Path) -> None:
    chosen = (SHOP, Chosen("employees", "employees"), Chosen("municipal-service-customers", "library", "Kirjasto: A"))
    services = {"accounting": (Service("netvisor"),), "mail": (Service("microsoft-365"),), "payroll": ()}
    made = site_of(Answers(registers=chosen, services=services), DAY, "fi")
    assert set(tree(made["content/vocabulary.yaml"])["recipients"]) == {"netvisor", "microsoft-365"}
    assert "netvisor: {" not in made[REGISTER] and "netvisor" in made[REGISTER]
    assert "Kunnan palvelujen asiakkaat (Kirjasto: A)" in tree(made["content/fi/library.yaml"])["name"]
    found = check(loaded(made, tmp_path / "site"), DAY).findings
    waiting = [one for one in found if "netvisor" in str(one.arguments)]
    assert [one.code for one in waiting] == ["D002"]


def test_a_shop_on_a_platform_gets_fragments_to_paste(tmp_path: Path) -> None:
    assert "embed: h2" in shop(shop=(Service("shopify"),))[SITE]
    assert "embed: h2" in shop(hosting=(Service(name="WordPress.com"),))[SITE]
    assert "embed" not in shop(shop=())[SITE] + shop(hosting=(Service("hetzner"),))[SITE]
    assert loaded(shop(shop=(Service(name="Oma Kauppa"),)), tmp_path / "site").site.embed == "h2"


def test_a_site_that_is_as_it_was_made_gets_fragments_and_one_that_was_changed_does_not() -> None:
    made = site_of(Answers(registers=(SHOP,)), DAY, "en")
    answers = Answers(registers=(SHOP,), services={"shop": (Service("shopify"),)})
    assert plan(made, answers, DAY, "en").changed[SITE] == site_of(answers, DAY, "en")[SITE]
    assert SITE not in plan({**made, SITE: made[SITE] + "# mine\n"}, answers, DAY, "en").changed


def test_a_firm_that_is_not_known_is_named_under_its_kind() -> None:
    facts = tree(shop(delivery=(Service(name="Kuriiri & Co: #1"),))[REGISTER])
    assert facts["recipients"]["parcel-carrier"]["named"] == "Kuriiri & Co: #1"
    assert facts["recipients"]["parcel-carrier"]["role"] == "unknown"


def test_what_is_not_used_is_not_spoken_of() -> None:
    made = shop(newsletter=(), analytics=(), mail=())
    facts = tree(made[REGISTER])
    assert set(facts["purposes"]) & {"electronic-direct-marketing", "visitor-statistics"} == set()
    assert facts["purposes"]["customer-service"]["recipients"] == "none"
    assert "visitor-count" not in facts["cookies"]
    assert not any(path.startswith("purposes.visitor-statistics") for path in facts["confirm"])
    assert "electronic-direct-marketing" not in "".join(made.values())


def test_an_advertising_network_has_a_purpose_and_a_cookie_of_its_own() -> None:
    facts = tree(shop(analytics=(Service("google-ads"),))[REGISTER])
    assert facts["purposes"]["targeted-advertising"]["basis"] == "consent"
    assert facts["cookies"]["google-ads-cookie"]["serves"] == "targeted-advertising"
    assert "visitor-statistics" not in facts["purposes"]


def test_known_cookies_are_there_to_be_chosen_from(tmp_path: Path) -> None:
    """Which of them a website sets, its browser shows: none is stated until the owner takes the # away."""
    analytics = next(group for group in GROUPS if group.id == "analytics")
    made = shop(shop=(Service("shopify"),), analytics=tuple(map(Service, offered(analytics))))
    assert "  # shopify-cart: {read-by: [shopify]}  # cart\n" in made[REGISTER]
    assert "  # shopify-y: {duration: unknown, read-by: [shopify], serves: visitor-statistics}" in made[REGISTER]
    assert "  # shopify-localization: {duration: unknown, read-by: [shopify], serves: unknown}" in made[REGISTER]
    assert "google-analytics-ga" not in tree(made[REGISTER])["cookies"]
    lines = [line for line in made[REGISTER].splitlines() if re.match("  # .*: {.*read-by", line)]
    assert len(lines) > 20
    chosen = re.sub(r"^  # (.*: \{.*\})  # .*$", r"  \1", made[REGISTER], flags=re.MULTILINE)
    assert len(tree(chosen)["cookies"]) > 20
    found = codes({**made, REGISTER: chosen}, tmp_path / "site")
    assert {row for row in found if row[0] not in ("D001", "D002")} <= {("C036", Level.WARNING)}


@pytest.mark.parametrize(("network", "profiling"), [("google-ads", "unknown"), ("meta-ads", "unknown"), ("", "none")])
def test_a_shop_that_targets_advertisements_does_not_deny_profiling(network: str, profiling: str) -> None:
    made = shop(analytics=(Service(network),) if network else ())
    assert tree(made[REGISTER])["profiling"] == profiling


def test_known_cookies_serve_no_purpose_that_is_not_there(tmp_path: Path) -> None:
    made = shop(shop=(Service("shopify"),), payment=(Service("stripe"),), analytics=())
    assert "# shopify-y: {duration: unknown, read-by: [shopify], serves: unknown}  # _shopify_y" in made[REGISTER]
    assert "# stripe-" in made[REGISTER]
    chosen = re.sub(r"^  # (.*: \{.*\})  # .*$", r"  \1", made[REGISTER], flags=re.MULTILINE)
    found = codes({**made, REGISTER: chosen}, tmp_path / "site")
    assert {row for row in found if row[1] == Level.ERROR} == set()


def test_every_unknown_fact_of_the_owners_own_has_the_form_of_its_answer_beside_it() -> None:
    for language in LANGUAGES:
        made = site_of(Answers(registers=(Chosen("employees", "employees"),)), DAY, language)
        open = [line for line in made[CONTROLLER].splitlines() if ": unknown" in line]
        assert len(open) == 8
        assert all("  # " in line for line in open)
        assert "payroll-service: unknown  # {named: " in made["content/registers/employees.yaml"]


def test_what_the_owner_does_not_have_has_no_line(tmp_path: Path) -> None:
    made = site_of(Answers(registers=(SHOP,), phone="", website=""), DAY, "en")
    assert not re.search(r"^(phone|website):", made[CONTROLLER], re.MULTILINE)
    assert {code for code, level in codes(made, tmp_path / "site") if level == Level.ERROR} <= {"D001", "D002"}


def test_at_most_fifteen_questions_are_asked_of_a_web_shop() -> None:
    assert len(needed((SHOP,))) == 15
    assert "dpo-email" not in {one.id for one in needed((SHOP,))}
    assert "dpo-email" in {one.id for one in needed((Chosen("municipal-service-customers", "library"),))}
    assert [one.id for one in needed(())] == [one.id for one in QUESTIONS[:7]] + ["languages"]


def test_languages_and_registers_are_those_that_were_chosen(tmp_path: Path) -> None:
    twice = (Chosen("newsletter", "newsletter"), Chosen("newsletter", "club"))
    site = loaded(site_of(Answers(registers=twice, languages=("sv",)), DAY, "sv"), tmp_path / "site")
    assert site.site.languages == ("sv",) and site.site.default_language == "sv"
    assert [one.id for one in site.notices] == ["newsletter", "club"]
    assert not list((tmp_path / "site/content").glob("fi/*"))


typed = st.text(max_size=LONGEST + 2) | st.sampled_from(
    ["1234567-1", "Katu 1: #2, 00100 Hel'sinki", "a@b.fi", "040 123 4567", "www.example.fi", "Oy “A” & B", "-", "posti"]
)


def answered(given: dict[str, str], language: str) -> Answers:
    answers = Answers(registers=(SHOP,))
    for question in QUESTIONS:
        if question.id in given and question.id != "registers":
            try:
                answers = question.answered(answers, question.read(given[question.id], language))
            except Misread:
                continue
    return answers


@settings(max_examples=25)
@example({"registers": "", "name": "\uf900", "shop": "\uf900"}, "en")
@given(st.dictionaries(st.sampled_from([one.id for one in needed((SHOP,))]), typed), st.sampled_from(sorted(LANGUAGES)))
def test_what_was_typed_comes_back_as_the_fact(given: dict[str, str], language: str) -> None:
    answers = answered(given, language)
    with TemporaryDirectory() as folder:
        found = loaded(site_of(answers, DAY, language), Path(folder) / "site")
        assert [one for one in found.findings if one.code.startswith("Y")] == []
        (notice,) = found.notices
        facts = notice.controller
        assert (facts.name, facts.business_id, facts.email) == (answers.name, answers.business_id, answers.email)
        assert (facts.phone, facts.website) == (answers.phone or None, answers.website or None)
        stated = facts.address and Postal(
            facts.address.street or "", facts.address.postcode or "", facts.address.city or ""
        )
        assert stated == answers.address
        recipients = notice.register.recipients or {}
        for services in answers.services.values():
            for one in services:
                named = [each.named for each in recipients.values()]
                assert one.id in recipients if one.id else one.name in named


@given(st.text(min_size=1))
def test_any_text_is_one_value_of_yaml(text: str) -> None:
    seen = "".join(sign for sign in text if sign.isprintable())
    assert tree(f"a: {scalar(seen)}\nb: {{c: {scalar(seen)}, d: e}}") == {"a": seen, "b": {"c": seen, "d": "e"}}


def test_an_existing_site_gets_what_is_missing_and_keeps_every_other_byte() -> None:
    made = site_of(Answers(registers=(SHOP,)), DAY, "fi")
    own = {**made, CONTROLLER: made[CONTROLLER].replace("email: unknown", "email: a@b.fi") + "# mine\n"}
    del own["content/sv/webshop-customers.yaml"]
    answers = Answers(registers=(SHOP,), name="Kutomo", email="c@d.fi", services={"delivery": (Service("posti"),)})
    planned = plan(own, answers, DAY, "fi")
    assert set(planned.new) == {"content/sv/webshop-customers.yaml"}
    # The register is as it was made, so the service goes into it; the controller's e-mail address is the owner's.
    assert set(planned.changed) == {CONTROLLER, REGISTER}
    assert planned.changed[CONTROLLER] == own[CONTROLLER].replace("name: unknown  # esim. Esimerkki Oy", "name: Kutomo")
    touched = {**own, REGISTER: own[REGISTER] + "# mine\n"}
    assert set(plan(touched, answers, DAY, "fi").changed) == {CONTROLLER}
    assert plan(made, Answers(registers=(SHOP,)), DAY, "fi").changed == {}


def test_the_line_that_leads_an_editor_to_a_schema_is_no_change_of_an_owners() -> None:
    made = site_of(Answers(registers=(SHOP,)), DAY, "en")
    led = {path: re.sub("schema=.*", "schema=x.json", text, count=1) for path, text in made.items()}
    assert led != made
    assert plan(led, Answers(registers=(SHOP,)), DAY, "en").changed == {}
    answers = Answers(registers=(SHOP,), services={"payment": (Service("klarna"),)})
    assert set(plan(led, answers, DAY, "en").changed) == {REGISTER}


def test_an_existing_vocabulary_stays_and_registers_state_the_services() -> None:
    made = {**site_of(Answers(registers=(SHOP,)), DAY, "en"), "content/vocabulary.yaml": "data: {x: }\n"}
    both = (SHOP, Chosen("employees", "employees"))
    planned = plan(made, Answers(registers=both, services={"accounting": (Service("netvisor"),)}), DAY, "en")
    assert "content/vocabulary.yaml" not in {**planned.new, **planned.changed}
    assert "netvisor: {" in planned.changed[REGISTER]


def test_a_register_more_is_listed_beside_those_that_are_there() -> None:
    made = site_of(Answers(registers=(SHOP,)), DAY, "en")
    both = Answers(registers=(SHOP, Chosen("newsletter", "newsletter")))
    planned = plan(made, both, DAY, "en")
    assert planned.changed[SITE] == made[SITE].replace("[webshop-customers]", "[webshop-customers, newsletter]")
    assert "content/registers/newsletter.yaml" in planned.new


def test_the_services_that_are_offered_are_firms_with_a_usual_role() -> None:
    assert all("named" in known()[id] for group in GROUPS for id in offered(group))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["Mallila kommun", "Esimerkin kaupunki"])
def test_a_controller_named_as_a_public_body_is_proposed_as_an_authority(
    name: str, language: str, tmp_path: Path
) -> None:
    answers = Answers(registers=(Chosen("employees", "employees"),), name=name)
    made = site_of(answers, DAY, language)
    controller = tree(made[CONTROLLER])
    assert controller["public-authority"] == "yes"
    assert controller["dpo"] == {"email": "unknown"}
    assert "public-authority" in controller["confirm"]
    assert "\n    basis: legitimate-interests" not in made["content/registers/employees.yaml"]
    assert "dpo-email" in {one.id for one in needed(answers.registers, name)}
    assert "N114" not in {code for code, _ in codes(made, tmp_path / "site")}


def test_a_new_register_leaves_to_the_vocabulary_the_recipients_that_it_states() -> None:
    vocabulary = "recipients:\n  payroll-service: {named: Palkat Oy}\n  accounting-firm: {named: Tilit Oy}\n"
    made = site_of(Answers(registers=(SHOP,)), DAY, "en")
    there = {**made, "content/vocabulary.yaml": vocabulary}
    planned = plan(there, Answers(registers=(SHOP, Chosen("employees", "employees"))), DAY, "en")
    recipients = tree(planned.new["content/registers/employees.yaml"])["recipients"]
    assert "payroll-service" not in recipients and recipients["hr-system"] == "unknown"
    assert "content/vocabulary.yaml" not in planned.changed


@pytest.mark.parametrize("vocabulary", ["recipients: [a\n", "recipients: none\n", "- a\n"])
def test_a_vocabulary_that_cannot_be_read_answers_nothing(vocabulary: str) -> None:
    there = {**site_of(Answers(registers=(SHOP,)), DAY, "en"), "content/vocabulary.yaml": vocabulary}
    planned = plan(there, Answers(registers=(SHOP, Chosen("employees", "employees"))), DAY, "en")
    assert "payroll-service" in tree(planned.new["content/registers/employees.yaml"])["recipients"]


def test_the_transfers_of_a_group_outside_the_eea_are_asked() -> None:
    answers = Answers(
        registers=(SHOP,), services={"hosting": (Service("amazon-web-services"),), "mail": (Service("slack"),)}
    )
    texts = "".join(site_of(answers, DAY, "en").values())
    assert "slack: {role: processor, contract: unknown, transfers: unknown}" in texts
