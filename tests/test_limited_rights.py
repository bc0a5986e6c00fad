"""Every right that an act may limit is printed with its limit and its act; limits of other rights are findings."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from rules.overlay import site_with
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from verify.two_sites import contexts, rendered, verified

from notice.artifacts import Artifact
from notice.check import Checked, check
from notice.findings import Level
from notice.law.rights import LIMITABLE, Right
from notice.load import load
from notice.rules import RULES

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 22)
RIGHTS: tuple[Right, ...] = get_args(Right)
EXTENTS = ("excluded", "narrowed")
PAIRS = [(right, extent) for right in RIGHTS for extent in EXTENTS]

LAW = "{act: openness-act, section: 6 § 1 mom. 4 kohta}"
LIMIT = "limited-rights: {{{right}: {{extent: {extent}, law: {law}}}}}\n"
CITED = {
    "fi": "(621/1999), 6 §:n 1 momentin 4 kohta",
    "sv": "6 § 1 mom. 4 punkten i offentlighetslagen (621/1999)",
    "en": "(621/1999), section 6, subsection 1, paragraph 4",
}

EVERY_RIGHT = """
automated-decisions: {credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}}
purposes: {orders: {impact-assessment: 2026-10-01}}
words:
  fi: {automated-decisions: {credit: {name: Luottopäätös, logic: b, significance: c, consequences: d}}}
  sv: {automated-decisions: {credit: {name: Kreditbeslut, logic: b, significance: c, consequences: d}}}
  en: {automated-decisions: {credit: {name: Credit decision, logic: b, significance: c, consequences: d}}}
"""
"""Applied to the firm's register, every right arises."""

FEW_RIGHTS = """
purposes: {orders: , newsletter: , electronic-direct-marketing: , visitor-statistics: }
sources: {browser: , customer: {data: [name]}}
cookies: none
cookie-consent:
people: [customers]
recipients: {parcel-carrier: , payment-provider: , hosting-provider: , newsletter-service: }
words:
  fi: {purposes: {electronic-direct-marketing: , orders: }}
  sv: {purposes: {electronic-direct-marketing: , orders: }}
  en: {purposes: {electronic-direct-marketing: , orders: }}
"""
"""With bookkeeping alone neither portability, objection, withdrawal nor a right on decisions arises."""

REGISTERS = {"every right": EVERY_RIGHT, "few rights": FEW_RIGHTS}


def built(example: str, folder: Path, *, html_only: bool = True) -> tuple[Checked, list[Artifact]]:
    """The site checked, and its artifacts where the check finds no error."""
    done = check(load(site_with(example, folder / "site")), DAY)
    errors = [one for one in done.findings if one.level is Level.ERROR]
    return done, [] if errors else rendered(done, html_only=html_only)


def limited(register: str, right: str, extent: str, law: str = LAW) -> str:
    return REGISTERS[register] + LIMIT.format(right=right, extent=extent, law=law)


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize(("right", "extent"), PAIRS)
def test_a_limited_right_is_printed_or_a_finding(register: str, right: Right, extent: str, tmp_path: Path) -> None:
    done, artifacts = built(limited(register, right, extent), tmp_path)
    errors = [one for one in done.findings if one.level is Level.ERROR]
    if right not in LIMITABLE:
        assert [(one.code, one.fact) for one in errors] == [("N618", f"limited-rights.{right}")]
        assert errors[0].span.file.endswith("customers.yaml")
        assert errors[0].span.line > 1
        return
    assert errors == []
    assert verified(artifacts, contexts(done)) == ()


def of(artifacts: list[Artifact], language: str) -> HTMLParser:
    page = next(one for one in artifacts if one.path.startswith(f"{language}/") and one.path.count("/") == 2)
    return HTMLParser(page.body)


@pytest.mark.parametrize("extent", EXTENTS)
@pytest.mark.parametrize("right", LIMITABLE)
@pytest.mark.parametrize("register", REGISTERS)
def test_the_page_names_the_law_of_each_limit(register: str, right: Right, extent: str, tmp_path: Path) -> None:
    _, artifacts = built(limited(register, right, extent), tmp_path)
    for language, cited in CITED.items():
        texts = {one.attributes["data-fact"]: one.text() for one in of(artifacts, language).css("[data-fact]")}
        law = next(text for fact, text in texts.items() if fact and f"limited-rights.{right}.law.section" in fact)
        assert cited in " ".join(law.replace("\xad", "").split())
        assert any(fact and f"limited-rights.{right}.extent" in fact for fact in texts)


@pytest.mark.parametrize("language", CITED)
@pytest.mark.parametrize("right", ["objection", "objection-to-marketing"])
def test_a_narrowed_objection_is_limited_in_its_own_block(right: str, language: str, tmp_path: Path) -> None:
    _, artifacts = built(limited("every right", right, "narrowed"), tmp_path)
    block = of(artifacts, language).css_first(f"section#objection #right-{right}")
    assert block is not None
    entry = block if block.tag == "article" else block.parent
    assert entry is not None
    assert CITED[language] in " ".join(entry.text().replace("\xad", "").split())


@pytest.mark.parametrize(
    ("register", "right", "extent"),
    [
        ("every right", "objection", "narrowed"),
        ("every right", "access", "narrowed"),
        ("few rights", "notification", "narrowed"),
        ("few rights", "portability", "narrowed"),
        ("few rights", "information", "excluded"),
    ],
)
def test_the_pdf_says_it_too(register: str, right: str, extent: str, tmp_path: Path) -> None:
    done, artifacts = built(limited(register, right, extent), tmp_path, html_only=False)
    assert any(one.path.endswith(".pdf") for one in artifacts)
    assert verified(artifacts, contexts(done)) == ()


UNKNOWN = (
    "unknown",
    "{extent: unknown, law: accounting-act}",
    "{extent: narrowed, law: unknown}",
    "{extent: excluded, law: {act: accounting-act, section: unknown}}",
    "{extent: unknown, law: unknown}",
)


@pytest.mark.parametrize("right", LIMITABLE)
@pytest.mark.parametrize("register", REGISTERS)
def test_what_is_not_known_of_a_limit_is_said_to_be_open(register: str, right: Right, tmp_path: Path) -> None:
    for number, limit in enumerate(UNKNOWN):
        done, artifacts = built(f"{REGISTERS[register]}limited-rights: {{{right}: {limit}}}\n", tmp_path / str(number))
        assert [one for one in done.findings if one.level is Level.ERROR] == []
        assert verified(artifacts, contexts(done)) == ()


def test_all_limits_may_be_unknown_at_once(tmp_path: Path) -> None:
    done, artifacts = built(EVERY_RIGHT + "limited-rights: unknown\n", tmp_path)
    assert artifacts
    assert verified(artifacts, contexts(done)) == ()


RESEARCH = """
purposes:
  scientific-research:
    basis: {basis}
    people: [customers]
    data: [name, {data}]
    recipients: none
    keep: {{until: end-of-research}}
    required: voluntary
    {more}
sources: {{customer: {{data: [name, delivery-address, email, phone, order-contents, health-data]}}}}
limited-rights: {{{right}: {{extent: narrowed, law: {law}}}}}
research: {research}
"""


def n618(tmp_path: Path, **facts: str) -> list[str]:
    """The places of the findings of N618 for a register of research."""
    filled = {
        "basis": "consent",
        "data": "email",
        "more": "withdraw: [email]",
        "right": "access",
        "law": "{act: data-protection-act, section: 31}",
        "research": "{plan: yes, responsible: yes}",
    } | facts
    done, _ = built(RESEARCH.format(**filled), tmp_path)
    return [one.fact for one in done.findings if one.code == "N618"]


def test_research_limits_a_right_with_a_plan_and_a_responsible_person(tmp_path: Path) -> None:
    assert n618(tmp_path / "1") == []
    assert n618(tmp_path / "2", research="{plan: yes}") == ["research.responsible"]


def test_statistics_need_no_research_plan(tmp_path: Path) -> None:
    assert n618(tmp_path / "1", law="{act: data-protection-act, section: 31 § 2 mom.}", research="") == []
    assert n618(tmp_path / "2", law="{act: data-protection-act, section: 31 § 1 mom.}", research="") != []


SENSITIVE = {"data": "health-data", "more": "withdraw: [email]\n    condition: explicit-consent"}


@pytest.mark.parametrize("answer", ["assessment-sent", "code-of-conduct"])
def test_sensitive_data_need_an_assessment_or_a_code_of_conduct(answer: str, tmp_path: Path) -> None:
    both = "plan: yes, responsible: yes"
    assert n618(tmp_path / "1", research=f"{{{both}}}", **SENSITIVE) == ["research.assessment-sent"]
    assert n618(tmp_path / "2", research=f"{{{both}, {answer}: yes}}", **SENSITIVE) == []
    assert n618(tmp_path / "3", research=f"{{{both}, {answer}: no}}", **SENSITIVE) == ["research.assessment-sent"]


@pytest.mark.parametrize(
    ("section", "right", "reaches"),
    [
        ("31", "access", True),
        ("31", "rectification", True),
        ("31", "objection", True),
        ("31", "erasure", False),
        ("31", "portability", False),
        ("31–32 §", "portability", True),
        ("32", "notification", True),
        ("32", "erasure", False),
        ("33", "information", True),
        ("33", "access", False),
        ("34 § 1 mom. 2 kohta", "access", True),
        ("34", "restriction", False),
        ("27", "erasure", True),
    ],
)
def test_a_section_limits_the_rights_that_it_names(section: str, right: str, reaches: bool, tmp_path: Path) -> None:
    found = n618(tmp_path, right=right, law=f"{{act: data-protection-act, section: {section}}}")
    assert found == ([] if reaches else [f"limited-rights.{right}.law"])


def test_no_deadline_of_thirty_days_is_stated() -> None:
    page = next(one.page for one in RULES if one.code == "N618")
    assert "before the processing begins" in " ".join(page.split())
    assert "30 days" not in page


@pytest.mark.parametrize(("basis", "more"), [("consent", "withdraw: [email]"), ("contract", "means: both")])
def test_research_can_be_objected_to_on_any_basis(basis: str, more: str, tmp_path: Path) -> None:
    facts = {"basis": basis, "more": more, "data": "email", "right": "access", "law": LAW, "research": ""}
    _, artifacts = built(RESEARCH.format(**facts), tmp_path)
    for language, label in {
        "fi": "Tutkimus ja tilastot",
        "sv": "Forskning och statistik",
        "en": "Research and",
    }.items():
        block = of(artifacts, language).css_first("section#objection")
        assert block is not None
        assert label in block.text()


def test_article_21_6_takes_the_objection_to_research_away(tmp_path: Path) -> None:
    facts = {"basis": "consent", "more": "withdraw: [email]", "data": "email", "research": "", "right": "objection"}
    example = RESEARCH.format(law="{act: gdpr, article: 21(6)}", **facts).replace("narrowed", "excluded")
    done, artifacts = built(example, tmp_path)
    assert verified(artifacts, contexts(done)) == ()
    citations = {
        "fi": "(EU) 2016/679, 21 artiklan 6 kohta",
        "sv": "artikel 21.6 i allmänna",
        "en": "(EU) 2016/679, Article 21(6)",
    }
    for language, cited in citations.items():
        rights = of(artifacts, language).css_first("section#rights")
        assert rights is not None
        assert cited in " ".join(rights.text().split())
