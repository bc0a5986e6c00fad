"""The owner's own terms are examined as the vocabulary's are: by what is stated of them, else by their words."""

from pathlib import Path
from typing import get_args

import pytest
import yaml
from own_terms.term_sites import DAY, LANGUAGES, PLAIN, findings_of, site_of
from own_terms.term_verdicts import missed, names, terms
from rules.overlay import site_with

from notice.check import check
from notice.data import locale, tree
from notice.findings import Finding, Level
from notice.languages import LANGUAGES as PACKAGED
from notice.load import load
from notice.load.vocabulary import standard_vocabulary
from notice.messages import help, message
from notice.model.fields import Facts
from notice.rules.natures import LONGEST, Nature, word_of
from notice.words import Words, standard

OWN = "own-x"


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings]


def found(kind: str, words: dict[str, str], facts: dict[str, str] | None = None) -> tuple[Finding, ...]:
    """What is found of one own term, worded in some languages."""
    return findings_of(site_of(kind, {OWN: words}, {OWN: facts} if facts is not None else None))


def test_the_table_has_faults_and_lawful_terms_of_every_language() -> None:
    for language in LANGUAGES:
        of_language = [one for one in terms() if one.language == language]
        assert sum(one.is_fault for one in of_language) >= 80
        assert sum(not one.is_fault for one in of_language) >= 60


def test_every_language_has_words_for_every_nature() -> None:
    for language in PACKAGED:
        entries = tree(locale(language) / "natures.yaml")
        assert set(entries) == set(get_args(Nature))
        assert all(set(words) == {"find", "unless"} and words["find"] for words in entries.values())
        assert word_of("special", language, "-") is None


@pytest.mark.slow
def test_every_term_of_the_table_gets_its_verdict() -> None:
    assert list(missed()) == []


def test_names_that_only_resemble_are_left_alone() -> None:
    assert len(terms("lookalikes")) > 200
    assert list(missed("lookalikes")) == []


FRESH_MISSED = 5
"""Faults of the terms that were written after the words, which no ordinary word shows."""


@pytest.mark.slow
def test_terms_written_afterwards_are_found_or_left_alone() -> None:
    lines = list(missed("fresh"))
    assert [line for line in lines if not line.startswith("missed")] == []
    assert len(lines) <= FRESH_MISSED


NATURES = {
    "data": (("special", "Diagnoosit", "C101", "C020"), ("criminal", "Rikostuomiot", "C102", "C024")),
    "people": (("children", "Koululaiset", "C104", "P007"),),
    "criteria": (("open-ended", "Kunnes asiakas pyytää poistoa", "C041", "C041"),),
    "events": (("open-ended", "asiakassuhteen päättyminen", "C061", "C061"),),
}
"""By kind: a mark, words that show it, the rule that then asks, and the rule that the mark brings in."""

CASES = [(kind, *case) for kind, cases in NATURES.items() for case in cases] + [
    ("data", "identity-code", "Hetu", "C103", "C025"),
    ("people", "working-life", "Kesätyöntekijät", "C105", ""),
    ("people", "represents-organisation", "Yritysten yhteyshenkilöt", "C106", ""),
]


@pytest.mark.parametrize(("kind", "mark", "says", "asked", "follows"), CASES)
def test_a_nature_in_the_words_is_asked_and_its_answer_is_the_vocabularys(
    kind: str, mark: str, says: str, asked: str, follows: str
) -> None:
    assert codes(found(kind, {"fi": says})) == [asked]
    assert codes(found(kind, {"fi": says}, {mark: "no"})) == []
    answered = codes(found(kind, {"fi": says}, {mark: "yes"}))
    assert (follows in answered) if follows else answered == []
    assert codes(found(kind, {"fi": PLAIN["fi"]}, {mark: "yes"})) == answered


@pytest.mark.parametrize(
    ("language", "says"),
    [("fi", "Verenpaine ja lääkkeet"), ("sv", "Blodtryck och mediciner"), ("en", "Blood pressure and medicines")],
)
def test_one_language_is_enough_to_ask(language: str, says: str) -> None:
    (finding,) = found("data", {language: says})
    assert (finding.code, finding.level) == ("C101", Level.ERROR)
    assert finding.fact == "vocabulary.data.own-x.special"
    assert finding.span.file == "content/vocabulary.yaml"
    for code in PACKAGED:
        assert "own-x" in message(finding, code) and "special: yes" in help(finding, code)


@pytest.mark.parametrize(
    ("id", "code"),
    [
        ("terveystiedot", "C101"),
        ("halsouppgifter", "C101"),
        ("laakitys", "C101"),
        ("rikokset", "C102"),
        ("hetu", "C103"),
    ],
)
def test_the_id_alone_is_enough_to_ask(id: str, code: str) -> None:
    assert codes(findings_of(site_of("data", {id: {}}))) == [code]


@pytest.mark.parametrize(("dpv", "code"), [("pd:HealthRecord", "C101"), ("pd:CriminalConviction", "C102")])
def test_a_term_of_the_data_privacy_vocabulary_is_enough_to_ask(dpv: str, code: str) -> None:
    assert codes(found("data", {}, {"dpv": dpv})) == [code]
    assert codes(found("data", {}, {"dpv": "pd:OfficialID"})) == []


def test_a_term_of_two_registers_is_asked_about_once(tmp_path: Path) -> None:
    tree = yaml.safe_load(site_of("data", {OWN: {"fi": "Sairauspoissaolot"}}))
    tree["registers"] = {"visitors": {}}
    site = site_with(yaml.safe_dump(tree, allow_unicode=True), tmp_path / "site")
    (finding,) = [one for one in check(load(site), DAY).findings if one.code == "C101"]
    line = (site / finding.span.file).read_text("utf-8").splitlines()[finding.span.line - 1]
    assert OWN in line


def test_a_term_that_no_register_uses_is_not_asked_about() -> None:
    words = "".join(f"  {code}: {{data: {{own-x: Diagnoosit}}}}\n" for code in LANGUAGES)
    assert "C101" not in codes(findings_of(f"vocabulary: {{data: {{own-x: {{}}}}}}\nwords:\n{words}"))


def test_a_standard_term_in_other_words_is_asked_about_at_those_words() -> None:
    (finding,) = findings_of("words: {fi: {data: {organisation: Työnantaja ja ammattiliiton jäsenyys}}}")
    assert (finding.code, finding.span.file) == ("C101", "content/fi/customers.yaml")
    assert (
        findings_of(
            "vocabulary: {data: {organisation: {special: no}}}\n"
            "words: {fi: {data: {organisation: Työnantaja ja ammattiliiton jäsenyys}}}"
        )
        == ()
    )


@pytest.mark.parametrize(
    ("kind", "id", "facts"),
    [
        ("data", "health-data", "{special: no}"),
        ("data", "criminal-convictions", "{criminal: no}"),
        ("data", "personal-identity-code", "{identity-code: no}"),
        ("people", "children", "{children: no}"),
        ("people", "employees", "{working-life: no}"),
        ("people", "business-contacts", "{represents-organisation: no}"),
        ("sources", "authorities", "{general: no}"),
        ("purposes", "phone-and-postal-marketing", "{direct-marketing: never}"),
    ],
)
def test_what_the_law_makes_of_a_known_term_is_not_denied(kind: str, id: str, facts: str) -> None:
    overlay = yaml.safe_load(site_of(kind, {id: {}}))
    overlay["vocabulary"] = {kind: {id: yaml.safe_load(facts.replace("no}", "'no'}"))}}
    for words in overlay["words"].values():
        del words[kind]
    assert "C107" in codes(findings_of(yaml.safe_dump(overlay, allow_unicode=True)))


@pytest.mark.parametrize(
    ("facts", "is_denied"),
    [("{archives: yes}", True), ("{number: 1/2000}", True), ("{section: '2:10'}", False), ("{}", False)],
)
def test_a_known_act_stays_that_act(facts: str, is_denied: bool) -> None:
    assert ("C107" in codes(findings_of(f"vocabulary: {{laws: {{accounting-act: {facts}}}}}"))) is is_denied


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("data", "email"),
        ("people", "members"),
        ("events", "call-held"),
        ("criteria", "while-member"),
        ("purposes", "credit-checks"),
        ("cookie-purposes", "chat"),
        ("marketing-channels", "post"),
        ("identifications", "birth-date"),
    ],
)
def test_a_copy_of_a_known_term_leads_to_its_id(kind: str, id: str) -> None:
    names_of_known = {code: Words(code, (standard(code),)).find(kind, id) or "" for code in LANGUAGES}
    of_copy = [one for one in found(kind, names_of_known) if one.code == "C109"]
    # The base uses some of the vocabulary's ids itself: of a thing beside them a copy may be another.
    assert [dict(one.arguments)["known"] for one in of_copy] == ([] if id == "email" else [id])


def test_an_id_with_a_slip_and_without_words_leads_to_the_known_one() -> None:
    overlay = yaml.safe_load(site_of("data", {"custmer-number": {}}))
    for words in overlay["words"].values():
        del words["data"]
    (slip,) = [one for one in findings_of(yaml.safe_dump(overlay, allow_unicode=True)) if one.code == "C109"]
    assert dict(slip.arguments) == {"term": "custmer-number", "known": "customer-number"}


@pytest.mark.parametrize(
    ("kind", "says", "code", "changes"),
    [
        ("data", "Annetut suostumukset", "C092", {"newsletter": ["email"]}),
        ("data", "Suoramarkkinointikiellot", "C093", {"electronic-direct-marketing": ["email", "order-contents"]}),
    ],
)
def test_a_record_in_own_words_is_a_record(kind: str, says: str, code: str, changes: dict[str, list[str]]) -> None:
    def overlay(name: str) -> str:
        tree = yaml.safe_load(site_of(kind, {OWN: {"fi": name}}))
        tree["purposes"] |= {id: {"data": data} for id, data in changes.items()}
        tree["sources"]["own-activity"] = {"data": ["invoices"]}
        return yaml.safe_dump(tree, allow_unicode=True)

    assert code in codes(findings_of(overlay("Muu tieto")))
    assert code not in codes(findings_of(overlay(says)))


def test_an_identifier_in_own_words_is_one() -> None:
    def overlay(name: str) -> str:
        tree = yaml.safe_load(site_of("data", {OWN: {"fi": name}}))
        used = ["order-contents", OWN]
        others = ("bookkeeping", "newsletter", "electronic-direct-marketing", "visitor-statistics")
        tree["purposes"] = {"orders": {"data": used, "required-data": ["order-contents"]}, **dict.fromkeys(others, "")}
        return yaml.safe_dump(tree, allow_unicode=True)

    assert "N617" in codes(findings_of(overlay("Muu tieto")))
    assert "N617" not in codes(findings_of(overlay("Jäsennumero")))


def test_own_words_for_the_address_of_a_device_are_no_name() -> None:
    def overlay(name: str) -> str:
        tree = yaml.safe_load(site_of("data", {OWN: {"fi": name}}))
        statistics = {"data": ["pages-visited", OWN], "identifiable": ""}
        tree["purposes"] = {"visitor-statistics": statistics}
        return yaml.safe_dump(tree, allow_unicode=True)

    assert "N620" not in codes(findings_of(overlay("Muu tieto")))
    assert "N620" in codes(findings_of(overlay("IP-osoite")))


def test_an_act_with_the_number_of_a_repealed_one_is_found_where_it_is_declared() -> None:
    (finding,) = found("laws", {}, {"number": "523/1999", "section": "24"})
    assert (finding.code, finding.fact, finding.span.file) == (
        "L001",
        "vocabulary.laws.own-x.number",
        "content/vocabulary.yaml",
    )
    assert found("laws", {}, {"number": "524/1999", "section": "24"}) == ()


def test_a_camera_and_a_chat_in_own_words_are_known() -> None:
    cameras = yaml.safe_load(site_of("purposes", {OWN: {"fi": "Kameravalvonta myymälässä"}}))
    cameras["controller"] = {"large-scale-monitoring": ""}
    assert "C075" in codes(findings_of(yaml.safe_dump(cameras, allow_unicode=True)))
    assert "C091" in codes(found("purposes", {"sv": "Chatt med kundtjänsten"}))
    assert "C091" not in codes(found("purposes", {"sv": "Samtal med kundtjänsten"}))


def test_only_the_beginning_of_a_text_is_searched() -> None:
    assert word_of("special", "fi", f"{'x' * (LONGEST - 20)} diagnoosit") == "diagnoosit"
    assert word_of("special", "fi", f"{'x' * LONGEST} diagnoosit") is None


def test_own_words_for_the_choice_of_cookies_are_the_choice() -> None:
    def overlay(name: str) -> str:
        tree = yaml.safe_load(site_of("cookie-purposes", {OWN: {"fi": name}}))
        tree["cookies"]["choice"] = ""
        return yaml.safe_dump(tree, allow_unicode=True)

    assert "N805" in codes(findings_of(overlay("Muu syy")))
    assert "N805" not in codes(findings_of(overlay("Evästevalinnan muistaminen")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mark", "code"), [("special", "C101"), ("criminal", "C102"), ("identity_code", "C103")])
def test_the_names_of_the_vocabulary_show_what_it_marks(mark: str, code: str, language: str) -> None:
    """No standard name shows a nature that its thing has not; few that have it show it not."""
    words, entries = Words(language, (standard(language),)), standard_vocabulary().data
    worded = {f"own-{at}-x": {language: words.find("data", id) or ""} for at, id in enumerate(entries)}
    findings = [one for one in findings_of(site_of("data", worded)) if one.code == code]
    asked = {id for own, id in zip(worded, entries, strict=True) if any(names(one, own) for one in findings)}
    marked = {id for id, entry in entries.items() if getattr(entry, mark)}
    assert asked <= marked
    assert marked - asked <= {"referrals", "prescriptions", "wellbeing-measurements"}


ALIKE = {
    "data": 40,
    "people": 40,
    "criteria": 40,
    "events": 40,
    "purposes": 40,
    "cookie-purposes": 40,
    "marketing-channels": 40,
    "identifications": 1,
}
"""The kinds of which a term is compared with a known one of the same facts and words, and how many share a site."""

STANDARD_TEXT = frozenset({"archiving"})
"""Purposes of which the text of the package makes a claim that own words need not make."""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ALIKE)
def test_an_own_term_like_a_known_one_has_the_same_findings(kind: str) -> None:
    known = getattr(standard_vocabulary(), kind.replace("-", "_"))
    base = {*("name", "delivery-address", "email", "phone", "order-contents"), "customers", "newsletter-subscribers"}
    base |= {
        "site-visitors",
        "orders",
        "bookkeeping",
        "newsletter",
        "electronic-direct-marketing",
        "visitor-statistics",
    }
    ids = [id for id in known if id not in base | STANDARD_TEXT]
    for start in range(0, len(ids), ALIKE[kind]):
        some = ids[start : start + ALIKE[kind]]
        of_known = findings_of(_with_known(kind, some))
        worded = {f"own-{at}-x": _names(kind, id) for at, id in enumerate(some)}
        facts = {own: _facts(known[id]) for own, id in zip(worded, some, strict=True)}
        of_own = findings_of(site_of(kind, worded, facts))
        for own, id in zip(worded, some, strict=True):
            expected = {one.code for one in of_known if kind == "identifications" or names(one, id)}
            assert {one.code for one in of_own if kind == "identifications" or names(one, own)} - {"C109"} == expected


def _with_known(kind: str, ids: list[str]) -> str:
    """The same site with the vocabulary's own terms."""
    tree = yaml.safe_load(site_of(kind, {id: {} for id in ids}))
    for words in tree["words"].values():
        words.pop(kind)
    tree.get("vocabulary", {}).pop(kind, None)
    if not tree.get("vocabulary"):
        tree.pop("vocabulary", None)
    return yaml.safe_dump(tree, allow_unicode=True)


def _names(kind: str, id: str) -> dict[str, str]:
    return {language: Words(language, (standard(language),)).find(kind, id) or id for language in LANGUAGES}


def _facts(term: Facts) -> dict[str, object]:
    """What the vocabulary states of a term, as an owner writes it."""
    stated = term.model_dump(exclude={"dpv", "source", "verified", "keep"}, exclude_defaults=True)
    return {name.replace("_", "-"): _written(value) for name, value in stated.items()}


def _written(value: object) -> object:
    if isinstance(value, tuple | list):
        return [str(each) for each in value]
    return "yes" if value is True else str(value)
