"""Answered questions: no finding, or the finding for the answer; `unknown` is an answer too."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import found, site_with

from notice.check import check
from notice.findings import Level, write
from notice.load import load

DAY = date(2026, 11, 22)
DRAFT = {"D001", "D002"}
"""Findings for pending facts, which these examples ignore."""

SOFT = "purposes: {electronic-direct-marketing: {soft-opt-in: %s}}"
REQUESTS = "controller: {requests: %s}"
AUTHORITY = "controller: {public-authority: yes, dpo: {email: tietosuojavastaava@example.fi}}\n"
OUTSIDE = AUTHORITY + "purposes: {electronic-direct-marketing: {outside-public-tasks: %s}}"
CHILDREN = """
children-service: %s
purposes: {newsletter: {children: %s}, visitor-statistics: {children: {guardian-consent: yes, verified: yes}}}
"""
CLUB = "purposes: {bookkeeping: {condition: {ground: non-profit-body, non-profit-aim: %s, members-only: %s}}}"
CREDIT = """
sources:
  credit-information-register: {named: Esimerkkiluotto Oy, public: no, data: [name], informed: within-month, law: %s, told-in-advance: %s}
"""
ALLERGIES = "[name, delivery-address, email, phone, order-contents, allergies-diets]"
SENSITIVE = f"""
controller: {{large-scale-special-data: %s, dpo: %s}}
purposes: {{orders: {{data: {ALLERGIES}, condition: explicit-consent, withdraw: [email], impact-assessment: %s}}}}
sources: {{customer: {{data: {ALLERGIES}}}}}
"""
OFFICER = "{email: tietosuojavastaava@example.fi}"

PEOPLE = "people: [customers, newsletter-subscribers, site-visitors, %s]\n"
FIRMS = PEOPLE % "business-contacts" + (
    "purposes: {electronic-direct-marketing: {people: [%s], marketing: [%s], soft-opt-in: , opt-out: %s}}"
)
RECRUITS = (
    PEOPLE % "job-applicants"
    + """
purposes:
  recruitment:
    basis: contract
    people: [job-applicants]
    data: [name, references]
    recipients: none
    keep: {for: 2 years, after: recruitment-decision}
    required: to-enter-contract
    required-data: [name]
sources: {referees: %s}
"""
)
YOUNG = (
    PEOPLE % "children"
    + "children-wording: yes\npurposes: {%s: {people: [newsletter-subscribers, children]}}\nchildren-service: %s"
)

ANSWERS: list[tuple[str, str, set[str]]] = [
    ("consent on which the service depends", "purposes: {newsletter: {service-depends-on-consent: yes}}", {"C072"}),
    ("consent on which it does not", "purposes: {newsletter: {service-depends-on-consent: no}}", set()),
    ("not known whether it does", "purposes: {newsletter: {service-depends-on-consent: unknown}}", set()),
    ("statutory consent", "purposes: {newsletter: {required: statutory}}", {"C001"}),
    ("consent that nobody is asked for here", "purposes: {newsletter: {required: not-asked}}", set()),
    ("no soft opt-in", SOFT % "", {"C010"}),
    ("a soft opt-in that nobody knows", SOFT % "unknown", set()),
    ("one condition that nobody knows", SOFT % "{similar-products: unknown}", set()),
    ("one condition that fails", SOFT % "{refusal-in-messages: no}", {"C010"}),
    ("marketing by post", "purposes: {electronic-direct-marketing: {marketing: [post], soft-opt-in: }}", set()),
    (
        "marketing by automated calls",
        "purposes: {electronic-direct-marketing: {marketing: [automated-call], soft-opt-in: }}",
        {"C010"},
    ),
    ("an authority's own task", OUTSIDE % "no", {"C003"}),
    ("outside an authority's tasks", OUTSIDE % "yes", set()),
    ("not known whether it is its task", OUTSIDE % "unknown", set()),
    ("an authority without an answer", AUTHORITY, {"C003"}),
    ("no demand", REQUESTS % "{demands: none}", set()),
    ("a demand that is not known", REQUESTS % "{demands: unknown}", set()),
    ("one demand", REQUESTS % "{demands: signature}", {"C044"}),
    ("demands and fees unsaid", REQUESTS % "{demands: , fee: }", {"C074"}),
    ("a fee", REQUESTS % "{fee: yes}", {"C045"}),
    ("a fee that is not known", REQUESTS % "{fee: unknown}", set()),
    ("the code alone", REQUESTS % "{identify-by: personal-identity-code}", {"C026"}),
    ("the code among others", REQUESTS % "{identify-by: [personal-identity-code, sign-in]}", set()),
    ("the name alone", REQUESTS % "{identify-by: [name]}", set()),
    ("ways that are not known", REQUESTS % "{identify-by: unknown}", set()),
    ("no service for children", CHILDREN % ("no", "{guardian-consent: no}"), set()),
    ("children, and no guardian", CHILDREN % ("yes", "{guardian-consent: no, verified: yes}"), {"C027"}),
    ("children, and nothing verified", CHILDREN % ("yes", "{guardian-consent: yes}"), {"C027"}),
    ("children, and nobody knows", CHILDREN % ("yes", "unknown"), set()),
    ("a club of members", CLUB % ("yes", "yes"), set()),
    ("a club without the aim", CLUB % ("no", "yes"), {"C023"}),
    ("a club that discloses", CLUB % ("yes", "no"), {"C023"}),
    ("a club of which nobody knows", CLUB % ("unknown", "unknown"), set()),
    ("credit information told first", CREDIT % ("credit-information-act", "yes"), set()),
    ("credit information not told", CREDIT % ("credit-information-act", "no"), {"C033"}),
    ("credit information without law", CREDIT % ("", "yes"), {"C033"}),
    ("credit information, nobody knows", CREDIT % ("unknown", "unknown"), set()),
    ("sensitive data on a large scale", SENSITIVE % ("yes", "none", "2026-10-01"), {"C046"}),
    ("with an officer", SENSITIVE % ("yes", OFFICER, "2026-10-01"), set()),
    ("with an officer, unassessed", SENSITIVE % ("yes", OFFICER, "none"), {"C070"}),
    ("with an officer, assessment unsaid", SENSITIVE % ("yes", OFFICER, ""), {"C049"}),
    ("with an officer, assessment not known", SENSITIVE % ("yes", OFFICER, "unknown"), set()),
    ("on a small scale", SENSITIVE % ("no", "none", ""), set()),
    ("on a scale that is not known", SENSITIVE % ("unknown", "none", ""), set()),
    ("on a scale unsaid", SENSITIVE % ("", "none", ""), {"C075"}),
    ("on a scale unsaid, with an officer", SENSITIVE % ("", OFFICER, ""), set()),
    ("an officer who is not known", "controller: {public-authority: no, dpo: unknown}", set()),
    ("the authority's telephone", "controller: {dpo: {phone: 029 566 6700}}", {"C076"}),
    (
        "the authority's website",
        "controller: {dpo: {email: a@example.fi, website: https://tietosuoja.fi/yhteystiedot}}",
        {"C076"},
    ),
    ("an officer in its domain", "controller: {dpo: {email: vastaava@om.fi}}", {"C076"}),
    ("an officer of whoever shares it", "controller: {email: a@om.fi, dpo: {email: vastaava@om.fi}}", set()),
    ("a purpose's data not known", "purposes: {orders: {data: unknown}}", set()),
    ("a purpose's people not known", "purposes: {visitor-statistics: {people: unknown}}", set()),
    ("people not known", "people: unknown", set()),
    ("marketing to firms that cannot refuse", FIRMS % ("business-contacts", "email", ""), {"C011"}),
    ("marketing to firms that can", FIRMS % ("business-contacts", "email", "email"), set()),
    ("not known how firms refuse", FIRMS % ("business-contacts", "email", "unknown"), set()),
    ("marketing to firms by post", FIRMS % ("business-contacts", "post", ""), set()),
    ("marketing to firms and to people", FIRMS % ("business-contacts, customers", "email", "email"), {"C010"}),
    ("applicants' data with consent", RECRUITS % "{data: [references], informed: within-month, consented: yes}", set()),
    ("applicants' data without", RECRUITS % "{data: [references], informed: within-month, consented: no}", {"C035"}),
    ("applicants' data, unsaid", RECRUITS % "{data: [references], informed: within-month}", {"C035"}),
    (
        "applicants' data, nobody knows",
        RECRUITS % "{data: [references], informed: within-month, consented: unknown}",
        set(),
    ),
    ("applicants' data by a law", RECRUITS % "{data: [references], informed: within-month, law: openness-act}", set()),
    ("applicants' own data", RECRUITS % "{kind: person, data: [references]}", set()),
    ("children who consent", YOUNG % ("newsletter", ""), {"C071"}),
    ("children who consent to no service", YOUNG % ("newsletter", "no"), set()),
    ("children, service not known", YOUNG % ("newsletter", "unknown"), set()),
    ("children who buy", YOUNG % ("orders", ""), set()),
    (
        "cameras without an officer",
        "purposes: {orders: {data: [name, delivery-address, email, phone, order-contents, camera-recordings]}}\n"
        "sources: {camera: {data: [camera-recordings]}}\ncontroller: {large-scale-monitoring: }",
        {"C075"},
    ),
    (
        "a parcel is watched, and nobody else",
        "purposes: {orders: {data: [name, delivery-address, email, phone, order-contents, tracking-number]}}\n"
        "sources: {own-activity: {data: [invoices, marketing-consents, marketing-refusals, tracking-number]}}\ncontroller: {large-scale-monitoring: }",
        set(),
    ),
    (
        "consent to the identity code",
        "purposes: {orders: {identity-code: consent, withdraw: [email]}}",
        set(),
    ),
    ("a law beside a contract", "purposes: {orders: {law: accounting-act}}", {"C078"}),
]


@pytest.mark.parametrize(("example", "expected"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_each_answer_gives_what_it_deserves(example: str, expected: set[str], tmp_path: Path) -> None:
    findings = found(example, tmp_path / "site")
    assert {finding.code for finding in findings} - DRAFT == expected


def test_a_question_is_a_finding_at_the_fact_that_it_asks_for(tmp_path: Path) -> None:
    """Each of the four conditions has a finding of its own."""
    listed = found(SOFT % "{similar-products: no, refusal-in-messages: }", tmp_path / "site")
    assert [finding.level for finding in listed] == [Level.ERROR, Level.ERROR]
    assert {(finding.key, dict(finding.arguments)["key"]) for finding in listed} == {
        ("unmet", "similar-products"),
        ("unanswered", "refusal-in-messages"),
    }


def test_the_age_of_children_is_that_of_the_day(tmp_path: Path) -> None:
    site = site_with(CHILDREN % ("yes", "{guardian-consent: no, verified: yes}"), tmp_path / "site")
    for day, years in ((DAY, "13"), (date(2018, 6, 1), "16")):
        denied = [finding for finding in check(load(site), day).findings if finding.key == "denied"]
        assert denied and all(dict(finding.arguments)["years"] == years for finding in denied)


KEYS = [
    ("C003", AUTHORITY, "unanswered"),
    ("C003", OUTSIDE % "no", "public-task"),
    ("C006", "purposes: {orders: {basis: vital-interests}}", "unanswered"),
    ("C006", "purposes: {orders: {basis: vital-interests, life-at-stake: no}}", "denied"),
    ("C027", CHILDREN % ("yes", "{guardian-consent: yes}"), "unanswered"),
    ("C035", RECRUITS % "{data: [references], informed: within-month, consented: no}", "denied"),
    ("C035", RECRUITS % "{data: [references], informed: within-month}", "unanswered"),
]


@pytest.mark.parametrize(("code", "example", "key"), KEYS, ids=[f"{row[0]}-{row[2]}" for row in KEYS])
def test_silence_and_no_have_messages_of_their_own(code: str, example: str, key: str, tmp_path: Path) -> None:
    findings = found(example, tmp_path / "site")
    assert {finding.key for finding in findings if finding.code == code} == {key}


@pytest.mark.parametrize(("use", "category"), [("visitor-counting", "analytics"), ("ad-targeting", "marketing")])
def test_a_cookie_that_is_not_necessary_is_given_the_category_of_its_use(
    use: str, category: str, tmp_path: Path
) -> None:
    example = f"cookies: {{visitor-count: {{category: necessary, purpose: {use}}}}}"
    findings = found(example, tmp_path / "site")
    assert [finding.suggestion for finding in findings if finding.code == "C037"] == [write(f"category: {category}")]


def test_the_identity_code_was_forbidden_as_a_proof_in_2024(tmp_path: Path) -> None:
    site = site_with(REQUESTS % "{identify-by: personal-identity-code}", tmp_path / "site")
    for day, forbidden in ((date(2024, 1, 1), True), (date(2023, 12, 31), False)):
        assert ("C026" in {finding.code for finding in check(load(site), day).findings}) is forbidden


NAMELESS = """
purposes: {orders: {data: [order-contents]}, bookkeeping: , newsletter: , electronic-direct-marketing: , visitor-statistics: }
identifiable: %s
"""


@pytest.mark.parametrize(("answer", "asked"), [("", True), ("no", False), ("yes", False), ("unknown", False)])
def test_identifiability_is_asked_where_no_data_identify_a_person(answer: str, asked: bool, tmp_path: Path) -> None:
    findings = found(NAMELESS % answer, tmp_path / "site")
    assert [one.key for one in findings if one.code == "N617"] == (["identifiable-unstated"] if asked else [])
