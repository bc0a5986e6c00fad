"""What is denied by `none` is not stated elsewhere; data that nobody gives are neither voluntary nor required."""

from pathlib import Path

import pytest
from rules.overlay import found

NONE = "{basis: consent, withdraw: [%s], people: [customers], data: [%s], recipients: none, keep: {for: 1 year, after: last-order}, required: voluntary, marketing: [online-ads]}"
NO_COOKIES = "cookies: none\ncookie-consent:\n"


def codes(example: str, folder: Path, code: str) -> list[str]:
    return [one.key for one in found(example, folder / "site") if one.code == code]


@pytest.mark.parametrize("id", ["customer-grouping", "targeted-advertising", "lookalike-advertising"])
@pytest.mark.parametrize(("profiling", "keys"), [("none", ["profiling"]), ("unknown", [])])
def test_a_purpose_that_chooses_people_is_profiling(id: str, profiling: str, keys: list[str], tmp_path: Path) -> None:
    example = f"purposes: {{{id}: {NONE % ('email', 'order-contents')}}}\nprofiling: {profiling}\n"
    assert codes(example, tmp_path, "C096") == keys


DENIED = [
    (NO_COOKIES + "similar-techniques: none", ["cookie-data"]),
    (NO_COOKIES + "similar-techniques:", ["cookie-data"]),
    (NO_COOKIES + "similar-techniques: none\npurposes: {visitor-statistics: {data: [pages-visited]}}", ["cookie-settings"]),
    # Another technique stores the identifiers, nobody knows yet, or nothing is denied
    (NO_COOKIES + "similar-techniques: [local-storage]", []),
    (NO_COOKIES + "similar-techniques: unknown", []),
    ("similar-techniques: none", []),
    ("similar-techniques: none\ncookies: unknown", []),
    (NO_COOKIES + "similar-techniques: none\npurposes: {visitor-statistics: {data: [pages-visited], withdraw: [email]}}", []),
    ("similar-techniques: [tags]", []),
]  # fmt: skip


@pytest.mark.parametrize(("example", "keys"), DENIED)
def test_no_cookies_where_there_are_some(example: str, keys: list[str], tmp_path: Path) -> None:
    assert codes(example, tmp_path, "C096") == keys


def test_tags_of_other_companies_have_a_recipient(tmp_path: Path) -> None:
    others = "bookkeeping: , newsletter: , electronic-direct-marketing: , visitor-statistics: "
    nobody = f"purposes: {{orders: {{recipients: none}}, {others}}}\nrecipients: none\n{NO_COOKIES}"
    assert codes(nobody + "similar-techniques: [tags]", tmp_path, "C096") == ["tags"]


GIVEN = [
    ("data: [invoices], required: voluntary", ["no-data"]),
    ("data: [organisation], required: statutory", ["no-data"]),
    ("data: [invoices, organisation], required: contract", ["no-data"]),
    ("required: statutory, required-data: [name, invoices]", ["one"]),
    ("data: [invoices], required: not-asked", []),
    ("required: voluntary", []),
    ("required: statutory, required-data: [name]", []),
    ("data: [invoices], required: unknown", []),
]


@pytest.mark.parametrize(("facts", "keys"), GIVEN)
def test_what_nobody_gives_is_neither_voluntary_nor_required(facts: str, keys: list[str], tmp_path: Path) -> None:
    assert codes(f"purposes: {{bookkeeping: {{{facts}}}}}", tmp_path, "N706") == keys


@pytest.mark.parametrize("sources", ["own-activity: unknown", "own-activity: {data: unknown}", "customer: {data: [name, invoices]}"])  # fmt: skip
def test_while_a_source_is_open_somebody_may_give_the_data(sources: str, tmp_path: Path) -> None:
    example = f"purposes: {{bookkeeping: {{data: [invoices], required: voluntary}}}}\nsources: {{{sources}}}"
    assert codes(example, tmp_path, "N706") == []


PEOPLE = "people: [customers, newsletter-subscribers, site-visitors, {group}]\npurposes: {{orders: {{people: [customers, {group}]}}}}\n"


@pytest.mark.parametrize(
    "group", ["next-of-kin", "referees", "reported-persons", "gift-recipients", "companions", "beneficial-owners"]
)
def test_people_whom_others_name_learn_who_does(group: str, tmp_path: Path) -> None:
    example = PEOPLE.format(group=group)
    assert len(codes(example, tmp_path / "silent", "N313")) == 1
    others = "sources: {other-customers: {data: [name], informed: first-contact}}"
    assert codes(example + others, tmp_path / "others", "N313") == []
    assert codes(example + "sources: {data-subject: {data: [name]}}", tmp_path / "themselves", "N313") == []
    assert codes(example + "sources: unknown", tmp_path / "open", "N313") == []


@pytest.mark.parametrize("group", ["customers", "members", "children", "witnesses"])
def test_people_who_give_their_own_data_are_not_asked_about(group: str, tmp_path: Path) -> None:
    assert codes(PEOPLE.format(group=group).replace("customers, customers", "customers"), tmp_path, "N313") == []


APPLYING = """
people: [customers, newsletter-subscribers, site-visitors, job-applicants, referees]
purposes:
  recruitment:
    basis: contract
    people: [job-applicants, {others}]
    data: [name, references]
    recipients: none
    keep: {{for: 2 years, after: recruitment-decision}}
    required: to-enter-contract
    required-data: [name]
sources: {{employer: {{data: [references], informed: within-month{answer}}}}}
"""


@pytest.mark.parametrize(
    ("others", "answer", "keys"),
    [
        ("referees", "", ["unanswered"]),
        ("referees", ", consented: no", ["denied"]),
        ("referees", ", consented: yes", []),
        ("customers", "", ["unanswered"]),
        # The data may be the customers' alone
        ("customers", ", consented: no", []),
    ],
)
def test_applicants_among_others_consent_to_other_sources(
    others: str, answer: str, keys: list[str], tmp_path: Path
) -> None:
    assert codes(APPLYING.format(others=others, answer=answer), tmp_path, "C035") == keys


@pytest.mark.parametrize("group", ["site-visitors", "witnesses", "next-of-kin", "referees", "neighbours"])
def test_a_contract_is_made_with_somebody(group: str, tmp_path: Path) -> None:
    operation = "{basis: contract, people: [%s], data: [device-data], recipients: none, keep: {for: 1 month, after: visit}, required: not-asked}"
    people = f"people: [customers, newsletter-subscribers, site-visitors, {group}]\n".replace("visitors, site-v", "v")
    alone = people + f"purposes: {{site-operation: {operation % group}}}"
    assert len(codes(alone, tmp_path / "alone", "C097")) == 1
    for others in (f"{group}, customers", "customers"):
        example = people + f"purposes: {{site-operation: {operation % others}}}"
        assert codes(example, tmp_path / others, "C097") == []
    assert codes(alone.replace("contract", "legitimate-interests"), tmp_path / "interest", "C097") == []


COOKIE = "cookies: {basket: {name: %s}}\nwords: {fi: {cookies: {basket: kori}}, sv: {cookies: {basket: korg}}, en: {cookies: {basket: basket}}}"


@pytest.mark.parametrize(("name", "found_"), [("", 1), ("unknown", 0), ("cart_id", 0)])
def test_a_cookie_has_the_name_that_browsers_show(name: str, found_: int, tmp_path: Path) -> None:
    assert len(codes(COOKIE % name, tmp_path, "N809")) == found_


WATCHED = "{basis: legal-obligation, law: data-protection-act, people: [site-visitors], data: [%s], recipients: none, keep: {for: 1 month, after: visit}, required: %s}"


@pytest.mark.parametrize(
    ("data", "required", "found_"),
    [
        ("device-data", "voluntary", 1),
        ("device-data, invoices", "voluntary", 1),
        ("device-data", "not-asked", 0),
        # The person gives one of them; nobody gives any, which N706 says
        ("device-data, name", "voluntary", 0),
        ("invoices", "voluntary", 0),
    ],
)
@pytest.mark.parametrize("purpose", ["site-security", "log-monitoring", "camera-surveillance"])
def test_what_is_collected_automatically_is_not_voluntary(
    purpose: str, data: str, required: str, found_: int, tmp_path: Path
) -> None:
    example = f"purposes: {{{purpose}: {WATCHED % (data, required)}}}"
    assert len(codes(example, tmp_path, "N707")) == found_


def test_statistics_under_consent_are_voluntary(tmp_path: Path) -> None:
    assert codes("purposes: {visitor-statistics: {required: voluntary}}", tmp_path, "N707") == []
