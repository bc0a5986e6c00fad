"""Every cited act is printed with its pinpoint in the form of each language, or the pinpoint is a finding."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from texts import help, whole_words
from verify.two_sites import contexts, rendered, verified

from notice.check import Checked, check
from notice.findings import Level
from notice.load import load

DAY = date(2026, 11, 22)

HOLDERS = {
    "purposes.bookkeeping.law": "purposes: {{bookkeeping: {{law: {law}}}}}",
    "purposes.bookkeeping.keep.law": "purposes: {{bookkeeping: {{keep: {{law: {law}}}}}}}",
    "purposes.orders.condition.law": "purposes: {{orders: {{condition: {{ground: health-care, law: {law}}}}}}}",
    "purposes.orders.criminal-data.law": "purposes: {{orders: {{criminal-data: {{law: {law}}}}}}}",
    "purposes.orders.identity-code.law": "purposes: {{orders: {{identity-code: {{ground: law, law: {law}}}}}}}",
    "sources.trade-register.law": "sources: {{trade-register: {{law: {law}}}}}",
    "limited-rights.restriction.law": "limited-rights: {{restriction: {{extent: narrowed, law: {law}}}}}",
}
"""Each fact of a register that cites an act, by its path; decisions have one more, which needs its own words."""

WHOLE = "{act: accounting-act, section: 2 luku 10 § 1 mom. 4 kohta}"
PARTS = "{act: accounting-act, chapter: 2, section: 10, subsection: 1, item: 4}"
CITED = {
    "fi": "kirjanpitolaki (1336/1997), 2 luvun 10 §:n 1 momentin 4 kohta",
    "sv": "2 kap. 10 § 1 mom. 4 punkten i bokföringslagen (1336/1997)",
    "en": "Accounting Act (1336/1997), chapter 2, section 10, subsection 1, paragraph 4",
}


def checked(example: str, folder: Path) -> Checked:
    return check(load(site_with(example, folder / "site")), DAY)


def places(done: Checked) -> list[tuple[str, str]]:
    return [(one.code, one.fact) for one in done.findings if one.level is Level.ERROR]


@pytest.mark.parametrize("law", [WHOLE, PARTS], ids=["as cited", "in parts"])
@pytest.mark.parametrize("path", HOLDERS)
def test_each_language_prints_the_place_in_its_own_way(path: str, law: str, tmp_path: Path) -> None:
    done = checked(HOLDERS[path].format(law=law), tmp_path)
    artifacts = rendered(done)
    assert [flaw for flaw in verified(artifacts, contexts(done)) if flaw.code == "B003"] == []
    for language, cited in CITED.items():
        page = next(one for one in artifacts if one.path.startswith(f"{language}/") and one.path.count("/") == 2)
        texts = [
            one.text()
            for one in HTMLParser(whole_words(page.body.decode())).css("[data-fact]")
            if path in str(one.attributes)
        ]
        assert any(cited in " ".join(text.split()) for text in texts)


@pytest.mark.parametrize("path", HOLDERS)
@pytest.mark.parametrize("section", ["6:1:4", "first", "6.1", "31 ja 40 §"])
def test_a_section_that_is_none_is_found_at_its_place(path: str, section: str, tmp_path: Path) -> None:
    done = checked(HOLDERS[path].format(law=f'{{act: accounting-act, section: "{section}"}}'), tmp_path)
    [found] = [one for one in done.findings if one.code == "Y006"]
    assert found.fact == f"{path}.section"
    assert "`6 § 1 mom. 4 kohta`" in help(found)


@pytest.mark.parametrize(
    ("law", "at", "code"),
    [
        ("{act: accounting-act, item: 4}", "", "Y006"),
        ("{act: gdpr, point: c}", "", "Y006"),
        ("{act: accounting-act, section: 6, article: 4}", "", "Y006"),
        ("{act: accounting-act, section: 2:10, chapter: 3}", ".section", "Y006"),
        ("{act: accounting-act, section: 6, subsection: first}", ".subsection", "Y006"),
        ("{act: gdpr, article: first}", ".article", "Y006"),
        ("{act: gdpr, section: 6}", "", "N208"),
        ("{act: accounting-act, article: 6}", "", "N208"),
    ],
)
def test_parts_that_lead_nowhere_are_found(law: str, at: str, code: str, tmp_path: Path) -> None:
    path = "limited-rights.restriction.law"
    assert (code, f"{path}{at}") in places(checked(HOLDERS[path].format(law=law), tmp_path))


def test_an_act_of_the_eu_is_cited_by_its_article(tmp_path: Path) -> None:
    done = checked(HOLDERS["purposes.bookkeeping.law"].format(law="{act: gdpr, article: 6(1)(c)}"), tmp_path)
    pages = [
        whole_words(one.body.decode())
        for one in rendered(done)
        if one.path.count("/") == 2 and one.path.endswith(".html")
    ]
    cited = [
        "yleinen tietosuoja-asetus (EU) 2016/679, 6 artiklan 1 kohdan c alakohta",
        "artikel 6.1 c i allmänna dataskyddsförordningen (EU) 2016/679",
        "General Data Protection Regulation (EU) 2016/679, Article 6(1)(c)",
    ]
    assert all(any(one in page for page in pages) for one in cited)


def test_the_usual_section_of_an_own_act_has_parts_too(tmp_path: Path) -> None:
    folder = site_with(HOLDERS["purposes.bookkeeping.law"].format(law="esimerkkilaki"), tmp_path / "site")
    terms = "laws: {esimerkkilaki: {number: 1/2000, section: 3 § 2 mom.}}\n"
    (folder / "content/vocabulary.yaml").write_text(terms, encoding="utf-8")
    for language in CITED:
        file = folder / f"content/{language}/customers.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "laws: {esimerkkilaki: Esimerkki}\n", encoding="utf-8")
    done = check(load(folder), DAY)
    assert places(done) == []
    pages = [
        whole_words(one.body.decode())
        for one in rendered(done)
        if one.path.count("/") == 2 and one.path.endswith(".html")
    ]
    cited = [
        "Esimerkki (1/2000), 3 §:n 2 momentti",
        "3 § 2 mom. i Esimerkki (1/2000)",
        "Esimerkki (1/2000), section 3, subsection 2",
    ]
    assert all(any(one in page for page in pages) for one in cited)
