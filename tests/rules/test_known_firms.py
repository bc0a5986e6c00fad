"""A known firm is recognised by its name, and its usual transfers must be answered under every id and mention."""

from datetime import date
from pathlib import Path

import pytest
from rules import overlay
from rules.overlay import site_with

from notice.build import build
from notice.check import check
from notice.findings import Finding, Level
from notice.law.countries import EEA
from notice.load import load
from notice.load.vocabulary import standard_vocabulary
from notice.messages import help, message

DAY = date(2026, 11, 22)
ASKED = {"N416", "N417", "C085"}

KIND = "recipients: {newsletter-service: {named: '%s', country: %s, transfers: %s}}"
CLAUSES = "{US: {mechanism: scc, copy: request}}"
FRAMEWORK = "{US: {mechanism: dpf, verified: 2026-11-01}}"


def found(example: str, folder: Path) -> tuple[Finding, ...]:
    return overlay.found(example, folder / "site")


def asked(example: str, folder: Path) -> set[str]:
    return {one.code for one in found(example, folder)} & ASKED


def errors(example: str, folder: Path) -> set[str]:
    return {one.code for one in found(example, folder) if one.level is Level.ERROR}


def used(id: str, facts: str = "{role: processor, contract: yes%s}") -> str:
    """A register whose visitor statistics go to the recipient `id`; with "" for facts, the recipient is not stated."""
    stated = f"recipients: {{{id}: {facts}}}\n" if facts else ""
    return f"purposes: {{visitor-statistics: {{recipients: [hosting-provider, {id}]}}}}\n" + stated


ABROAD = sorted(
    id for id, one in standard_vocabulary().recipients.items() if one.usual_transfers and one.country != "US"
)


def test_many_known_firms_have_usual_transfers() -> None:
    assert {"google-analytics", "google-ads", "meta-ads", "facebook-pages", "instagram", "youtube"} <= set(ABROAD)
    assert len(ABROAD) >= 12


@pytest.mark.parametrize("id", [one for one in ABROAD if standard_vocabulary().recipients[one].country != "NZ"])
def test_the_usual_transfers_of_a_known_firm_are_asked_about(id: str, tmp_path: Path) -> None:
    example = used(id, "{role: processor, contract: yes, joint-control: no}")
    (finding,) = [one for one in found(example, tmp_path) if one.code == "N416"]
    usual = standard_vocabulary().recipients[id].usual_transfers
    assert all(f"{country}: {mechanism}" in message(finding, "en") for country, mechanism in usual.items())
    assert f"{id}:" in (tmp_path / "site" / finding.span.file).read_text("utf-8").splitlines()[finding.span.line - 1]


IN_EEA = set(
    "posti matkahuolto paytrail adyen brevo hetzner upcloud hotjar cookiebot netvisor webropol lyyti typeform mobilepay "
    "wilma sarastia csc".split()
)
"""The known firms whose groups are in the EEA; of every other one its transfers are asked."""

FIRMS = {id: one for id, one in standard_vocabulary().recipients.items() if one.source and one.named}
OF_GROUPS = sorted(id for id, one in FIRMS.items() if one.group_country)


def test_no_known_firm_of_a_group_outside_the_eea_is_silent() -> None:
    silent = {id for id, one in FIRMS.items() if one.country in EEA and not one.may_transfer}
    assert silent == IN_EEA
    assert all(FIRMS[id].country in EEA and FIRMS[id].group_country not in EEA for id in OF_GROUPS)


@pytest.mark.parametrize("id", OF_GROUPS)
def test_a_european_company_of_a_group_outside_the_eea_is_asked_about(id: str, tmp_path: Path) -> None:
    example = used(id, "{role: processor, contract: yes, joint-control: no}")
    (finding,) = [one for one in found(example, tmp_path / "asked") if one.code == "N416"]
    for language in ("fi", "sv", "en"):
        assert f"({FIRMS[id].group_country})" in message(finding, language)
        assert "transfers: none" in help(finding, language)
    for number, answer in enumerate(("transfers: none", "transfers: unknown")):
        answered = used(id, f"{{role: processor, contract: yes, joint-control: no, {answer}}}")
        assert asked(answered, tmp_path / str(number)) == set()


def test_a_firm_of_a_group_outside_the_eea_is_recognised_by_its_name(tmp_path: Path) -> None:
    named = "{named: HubSpot Ireland Limited, role: processor, country: IE, contract: yes%s}"
    assert asked(used("crm-system", named % ""), tmp_path / "silent") == {"N416"}
    assert asked(used("crm-system", named % ", transfers: none"), tmp_path / "stated") == {"N417"}


ANSWERS = [
    "transfers: none",
    f"transfers: {FRAMEWORK}",
    "sub-processors: none",
    "transfers: unknown",
    "sub-processors: unknown",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_enough(answer: str, tmp_path: Path) -> None:
    example = used("google-analytics", f"{{role: processor, contract: yes, {answer}}}")
    assert asked(example, tmp_path) == set()
    assert errors(example, tmp_path / "errors") == set()


def test_a_firm_of_which_nothing_is_known_yet_is_a_draft(tmp_path: Path) -> None:
    assert asked(used("google-analytics", "unknown"), tmp_path) == set()


def test_unknown_transfers_make_a_draft_that_does_not_say_that_no_data_leave(tmp_path: Path) -> None:
    site = site_with(
        "purposes: {visitor-statistics: {recipients: [hosting-provider, google-analytics]}, newsletter: {recipients: [hosting-provider]}, electronic-direct-marketing: {recipients: [hosting-provider]}}\n"
        "recipients: {newsletter-service: , google-analytics: {role: processor, contract: yes, transfers: unknown}}\n",
        tmp_path / "site",
    )
    outcome = build(site, tmp_path / "out", DAY, html_only=True)
    assert outcome.is_draft and outcome.published
    pages = {path.parts[-3]: path.read_text("utf-8") for path in (tmp_path / "out").glob("*/*/index.html")}
    assert len(pages) == 3
    denied = {"fi": "Tietoja ei siirretä", "sv": "Uppgifterna överförs inte", "en": "The data are not transferred"}
    for language, page in pages.items():
        assert denied[language] not in page
        assert 'data-fact="recipients.google-analytics.transfers"' in page


MENTIONS = [
    ("a purpose", "purposes: {visitor-statistics: {recipients: [hosting-provider, google-analytics]}}", "recipients:"),
    ("a cookie's provider", "cookies: {visitor-count: {provider: google-analytics}}", "provider:"),
    ("who reads a cookie", "cookies: {visitor-count: {read-by: [google-ads]}}", "google-ads"),
    ("a known cookie's provider", "cookies: {google-analytics-ga: {read-by: none}}", "google-analytics-ga:"),
    ("an interest", "purposes: {electronic-direct-marketing: {interest-of: google-ads}}", "interest-of:"),
]


@pytest.mark.parametrize(("example", "line"), [row[1:] for row in MENTIONS], ids=[row[0] for row in MENTIONS])
def test_a_firm_that_is_only_mentioned_is_asked_about_where_it_is_named(
    example: str, line: str, tmp_path: Path
) -> None:
    findings = [one for one in found(example, tmp_path) if one.code == "N416"]
    assert len(findings) == 1
    text = (tmp_path / "site" / findings[0].span.file).read_text("utf-8").splitlines()[findings[0].span.line - 1]
    assert line in text or text.strip().startswith(("- google", "read-by: none"))


def test_a_firm_outside_the_eea_has_one_finding_that_shows_what_is_usual(tmp_path: Path) -> None:
    findings = [
        one
        for one in found(used("mailchimp", "{role: processor, contract: yes}"), tmp_path)
        if one.level is Level.ERROR
    ]
    assert [one.code for one in findings] == ["N405"]
    assert "US: scc" in help(findings[0], "en")


NAMES = [
    ("Mailchimp", "mailchimp"),
    ("MAILCHIMP, Inc.", "mailchimp"),
    ("The Rocket Science Group LLC", "mailchimp"),
    ("The Rocket Science Group LLC d/b/a Mailchimp", "mailchimp"),
    ("Mailchimp (Intuit)", "mailchimp"),
    ("Mail Chimp", "mailchimp"),
    ("Sendinblue SAS", "brevo"),
    ("mailchimp.com", "mailchimp"),
    ("https://www.mailchimp.com", "mailchimp"),
    ("Mailchimp™", "mailchimp"),
    ("Mailchimp by Intuit", "mailchimp"),
    ("Mailchimpin palvelu", "mailchimp"),
    ("Mailchimp-tjänsten", "mailchimp"),
    ("Uutiskirjepalvelu Mailchimp", "mailchimp"),
    ("Palveluntarjoaja: Mailchimp", "mailchimp"),
    ("Mailchimp, Yhdysvallat", "mailchimp"),
    ("The Rocket Science Group LLC, USA", "mailchimp"),
]


@pytest.mark.parametrize(("name", "id"), NAMES)
def test_a_firm_is_recognised_by_its_names(name: str, id: str, tmp_path: Path) -> None:
    country = standard_vocabulary().recipients[id].country
    transfers = CLAUSES if country == "US" else "none"
    findings = [one for one in found(KIND % (name, country, transfers), tmp_path) if one.code in ASKED]
    assert [one.code for one in findings] == ["N417"]
    assert f"`{id}`" in message(findings[0], "en") and "named:" in _line(findings[0], tmp_path)


SERVICES = [
    ("analytics-provider", "Google Analytics", "google-analytics"),
    ("analytics-provider", "Google Analytics 4", "google-analytics"),
    ("analytics-provider", "Google Ireland Ltd", "google-analytics"),
    ("analytics-provider", "GOOGLE LLC", "google-analytics"),
    ("advertising-provider", "Meta Platforms Ireland Limited", "meta-ads"),
    ("advertising-provider", "Facebook", "meta-ads"),
    ("advertising-provider", "Facebook ja Instagram", "meta-ads"),
    ("social-media-platform", "Facebook", "facebook-pages"),
    ("video-service", "YouTube / Google", "youtube"),
]


@pytest.mark.parametrize(("kind", "name", "id"), SERVICES)
def test_a_firm_by_name_is_asked_for_its_transfers(kind: str, name: str, id: str, tmp_path: Path) -> None:
    example = used(kind, f"{{named: '{name}', role: processor, country: IE, contract: yes}}")
    (finding,) = [one for one in found(example, tmp_path) if one.code in ASKED]
    assert (finding.code, finding.level, finding.key) == ("N416", Level.ERROR, "firm-recognised")
    assert dict(finding.arguments)["known"] == id


OTHERS = [
    "Stripe-raita Oy", "Stripe Oy", "Zoom Oy", "Metalli Oy", "Postitus Oy", "Facebook-koulutus Oy", "Klarnan Kukka Tmi",
    "Mailchimp-asiantuntijat Oy", "Adyenin naapuri", "Example Letters Inc.", "Slackline Oy", "Meta Oy", "Intercom Suomi Oy", "Meta Services Oy", "Kela-palvelu Oy", "Posti International Oy", "Zoom.fi", "Maps Service",
    "Palvelu Stripe Oy", "Postipalvelu",
]  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_another_firm_of_a_like_name_is_not_taken_for_it(name: str, tmp_path: Path) -> None:
    assert (
        asked(used("analytics-provider", f"{{named: '{name}', role: processor, country: FI, contract: yes}}"), tmp_path)
        == set()
    )


CLAUSES_KNOWN = "transfers: {US: {mechanism: scc}}"
FRAMEWORK_KNOWN = "transfers: {US: {mechanism: dpf}}"

CONTRADICTED = [
    ("another mechanism", KIND % ("Mailchimp", "US", FRAMEWORK), FRAMEWORK_KNOWN, CLAUSES_KNOWN),
    ("another country", KIND % ("Mailchimp", "FI", "none"), "country: FI, transfers: none", f"country: US, {CLAUSES_KNOWN}"),
    ("no transfer", used("analytics-provider", "{named: Google Analytics, role: processor, country: IE, contract: yes, transfers: none}"), "transfers: none", FRAMEWORK_KNOWN),
    ("a transfer elsewhere", used("analytics-provider", "{named: Google Analytics, role: processor, country: IE, contract: yes, transfers: {CA: {mechanism: scc}}}"), "transfers: {CA: {mechanism: scc}}", FRAMEWORK_KNOWN),
    ("a joint controller's country", "joint-controllers: {meta: {name: Meta Platforms Ireland Limited, email: a@example.com, does: [requests], address: {country: FI}}}", "country: FI", "country: IE"),
    ("a public register", "sources: {authorities: {named: Kaupparekisteri, public: no, data: [organisation], informed: within-month}}", "public: no", "public: yes"),
    ("a cookie's provider", "cookies: {visitor-count: {name: _ga}}", "provider: controller", "provider: google-analytics"),
    ("a cookie's category", "cookies: {visitor-count: {name: _gid, provider: controller, category: necessary}}", "provider: controller, category: necessary", "provider: google-analytics, category: analytics"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("example", "stated", "known"), [row[1:] for row in CONTRADICTED], ids=[row[0] for row in CONTRADICTED]
)
def test_facts_that_contradict_what_is_known_are_an_error(
    example: str, stated: str, known: str, tmp_path: Path
) -> None:
    (finding,) = [one for one in found(example, tmp_path) if one.code == "C085"]
    arguments = dict(finding.arguments)
    assert (finding.level, arguments["stated"], arguments["known_facts"]) == (Level.ERROR, stated, known)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("word", ["Mailchimp", "{name: Mailchimp}"])
def test_a_name_in_the_words_of_any_language_is_recognised(language: str, word: str, tmp_path: Path) -> None:
    example = "recipients: {newsletter-service: {named: , transfers: %s}}\nwords: {%s: {recipients: {newsletter-service: %s}}}"
    (finding,) = [one for one in found(example % (CLAUSES, language, word), tmp_path) if one.code in ASKED]
    assert (finding.code, finding.span.file) == ("N417", f"content/{language}/customers.yaml")


@pytest.mark.parametrize("id", ["mail-chimp", "rocket-science-group", "mailchimp-inc"])
def test_an_own_id_that_is_a_firms_name_is_recognised(id: str, tmp_path: Path) -> None:
    words = "".join(f"  {code}: {{recipients: {{{id}: x}}}}\n" for code in ("fi", "sv", "en"))
    facts = (
        f"{{named: Kirjeet, role: processor, contract: yes, country: US, activity: newsletters, transfers: {CLAUSES}}}"
    )
    assert asked(used(id, facts) + "words:\n" + words, tmp_path) == {"N417"}


def test_another_known_firms_name_under_a_known_id_is_recognised(tmp_path: Path) -> None:
    example = used(
        "google-analytics", f"{{named: Hotjar Limited, role: processor, contract: yes, transfers: {FRAMEWORK}}}"
    )
    assert "C085" in asked(example, tmp_path)
    example = used("microsoft-azure", "{named: Slack, role: processor, contract: yes, transfers: none}")
    assert "N417" in asked(example, tmp_path / "another")
    stated = used(
        "google-ads", f"{{named: Google Ireland Limited, role: controller, contract: yes, transfers: {FRAMEWORK}}}"
    )
    assert asked(stated, tmp_path / "same") == set()


def test_a_joint_controller_that_is_a_known_firm_is_a_recipient_too(tmp_path: Path) -> None:
    joint = (
        "joint-controllers: {partner: {name: 'Meta Platforms Ireland Ltd.', email: a@example.com, does: [requests]}}\n"
    )
    assert asked(joint, tmp_path) == {"N416"}
    stated = joint + used("meta-ads", f"{{role: joint-controller, contract: yes, transfers: {FRAMEWORK}}}")
    assert asked(stated, tmp_path / "stated") == set()


def test_a_joint_controller_of_a_group_in_the_eea_leads_to_its_id(tmp_path: Path) -> None:
    joint = "joint-controllers: {partner: {name: Adyen, email: a@example.com, does: [requests]}}"
    assert asked(joint, tmp_path) == {"N417"}


@pytest.mark.parametrize(
    "name", ["Kela", "Kansaneläkelaitos", "Folkpensionsanstalten", "Verohallinto", "väestötietojärjestelmä", "YTJ"]
)
def test_a_register_or_body_named_as_a_source_leads_to_its_id(name: str, tmp_path: Path) -> None:
    source = "sources: {authorities: {named: '%s', data: [organisation], informed: within-month}}"
    assert asked(source % name, tmp_path) == {"N417"}


@pytest.mark.parametrize("name", ["_ga", "_ga_ABC123", "'_ga, _gid'", "_ga*"])
def test_a_known_cookie_under_an_own_id_leads_to_the_vocabularys(name: str, tmp_path: Path) -> None:
    transfers = f"{{role: processor, contract: yes, transfers: {FRAMEWORK}}}"
    cookie = f"cookies: {{visitor-count: {{name: {name}, provider: google-analytics, read-by: none}}}}\n"
    (finding,) = [one for one in found(cookie + used("google-analytics", transfers), tmp_path) if one.code in ASKED]
    assert finding.code == "N417" and "`google-analytics-" in message(finding, "en")


@pytest.mark.parametrize("name", ["cart", "fr", "Conversion", "esimerkki_ga", "_gamma", "PHPSESSID"])
def test_a_cookie_of_a_common_name_is_not_taken_for_a_firms(name: str, tmp_path: Path) -> None:
    assert asked(f"cookies: {{basket: {{name: {name}}}}}", tmp_path) == set()


def test_an_own_term_that_carries_the_facts_is_recognised(tmp_path: Path) -> None:
    words = "".join(f"  {code}: {{recipients: {{letters: x}}}}\n" for code in ("fi", "sv", "en"))
    site = site_with(used("letters", "") + "words:\n" + words, tmp_path / "site")
    declared = f"recipients: {{letters: {{named: Mailchimp, role: processor, country: US, activity: newsletters, transfers: {FRAMEWORK}}}}}\n"
    (site / "content" / "vocabulary.yaml").write_text(declared, encoding="utf-8")
    assert {one.code for one in check(load(site), DAY).findings} & ASKED == {"C085"}


BODIES = sorted(id for id, one in standard_vocabulary().recipients.items() if one.unique)


def test_the_bodies_of_which_there_is_one_are_marked() -> None:
    assert {"kela", "tax-authority", "statistics-finland", "finnish-customs", "police", "traficom", "finnvera"} <= set(
        BODIES
    )
    assert not {"municipality", "courts", "enforcement-authority", "wellbeing-services-county", "bank"} & set(BODIES)


@pytest.mark.parametrize("id", BODIES)
@pytest.mark.parametrize("facts", ["{}", "{role: controller}"])
def test_a_body_of_which_there_is_one_needs_no_name(id: str, facts: str, tmp_path: Path) -> None:
    assert found(used(id, facts), tmp_path) == ()


FORMER = [
    ("Valvira", "finnish-supervisory-agency"),
    ("Väestörekisterikeskus", "digital-and-population-data-agency"),
    ("Kommunikationsverket", "traficom"),
]


@pytest.mark.parametrize(("name", "id"), FORMER)
def test_a_body_that_ended_leads_to_the_one_that_followed(name: str, id: str, tmp_path: Path) -> None:
    words = "".join(f"  {code}: {{recipients: {{office: x}}}}\n" for code in ("fi", "sv", "en"))
    facts = f"{{named: {name}, role: authority, country: FI, activity: public-administration}}"
    (finding,) = [one for one in found(used("office", facts) + "words:\n" + words, tmp_path) if one.code in ASKED]
    assert (finding.code, f"`{id}`" in message(finding, "en")) == ("N417", True)


def test_an_authority_of_another_country_is_not_taken_for_finlands(tmp_path: Path) -> None:
    words = "".join(f"  {code}: {{recipients: {{office: x}}}}\n" for code in ("fi", "sv", "en"))
    facts = "{named: Finansinspektionen, role: authority, country: SE, activity: public-administration}"
    assert asked(used("office", facts) + "words:\n" + words, tmp_path) == set()


META = "{name: Meta Platforms Ireland Limited, email: a@example.com, does: [requests], address: {country: FI}}"
REGISTER_OF_TRADE = "{named: Kaupparekisteri, public: %s, data: [organisation], informed: within-month}"

KINDS = [
    ("N417", "recipient", KIND % ("Mailchimp", "US", CLAUSES)),
    ("N417", "joint-controller", "joint-controllers: {partner: {name: Adyen, email: a@example.com, does: [requests]}}"),
    ("N417", "source", "sources: {authorities: %s}" % (REGISTER_OF_TRADE % "yes")),
    ("N417", "cookie", used("google-analytics", f"{{role: processor, contract: yes, transfers: {FRAMEWORK}}}")
     + "cookies: {visitor-count: {name: _ga, provider: google-analytics, read-by: none}}\n"),
    ("C085", "recipient", KIND % ("Mailchimp", "US", FRAMEWORK)),
    ("C085", "recipient", f"joint-controllers: {{meta: {META}}}"),
    ("C085", "source", "sources: {authorities: %s}" % (REGISTER_OF_TRADE % "no")),
    ("C085", "cookie", "cookies: {visitor-count: {name: _ga}}"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "kind", "example"), KINDS)
def test_each_kind_of_thing_has_a_message_of_its_own(code: str, kind: str, example: str, tmp_path: Path) -> None:
    assert {one.key for one in found(example, tmp_path) if one.code == code} == {kind}


def _line(finding: Finding, folder: Path) -> str:
    return (folder / "site" / finding.span.file).read_text("utf-8").splitlines()[finding.span.line - 1]
