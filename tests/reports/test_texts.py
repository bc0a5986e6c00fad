"""Findings in the owner's language: every provision is cited in it, without any English."""

import pytest
from reports.specimen_report import BASIS, KEEP, report

from notice.errors import Untold
from notice.findings import Finding
from notice.law.provisions import PROVISIONS
from notice.reports import render
from notice.reports.texts import law, sentence


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "GDPR Art. 13(2)(a), Act 917/2014 s. 205"),
        (
            "fi",
            "tietosuoja-asetuksen 13 artiklan 2 kohdan a alakohta; laki sähköisen viestinnän palveluista (917/2014), 205 §",
        ),
        (
            "sv",
            "artikel 13.2 a i dataskyddsförordningen; lagen om tjänster inom elektronisk kommunikation (917/2014), 205 §",
        ),
    ],
)
def test_the_law_is_cited_as_the_language_cites_it(language: str, written: str) -> None:
    assert law(KEEP, language) == written


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_provision_can_be_cited(language: str) -> None:
    cites = tuple(map(str, PROVISIONS.values()))
    text = law(Finding(KEEP.span, "D002", "a", KEEP.level, "", cites=cites), language)
    assert len(text.split("; ")) == len(cites) > 100
    assert "{" not in text and "Art." not in text and "Act " not in text


def test_a_finding_in_finnish_from_its_level_to_the_sentence_at_the_end() -> None:
    assert render("text", report([BASIS], language="fi")) == (
        "virhe[Y006] Arvoa ei voi lukea: purposes.orders.basis\n"
        " --> content/registers/customers.yaml:3:12\n"
        "  |\n"
        "2 |   orders:\n"
        "3 |     basis: contrct\n"
        "  |            ^^^^^^^ tarkoititko `contract`?\n"
        "       ohje: kirjoita päivä muodossa 2026-11-22, aika muodossa 3 years, maa kahden kirjaimen tunnuksena,"
        " pykälä muodossa 2 luku 10 § 1 mom. 4 kohta; muuten yksi avaimen tunnetuista sanoista\n"
        "    korjaus: notice check --fix\n"
        "  perustelu: notice explain Y006\n"
    )


def test_a_rule_without_words_is_a_defect_and_never_printed_in_english() -> None:
    unworded = Finding(BASIS.span, "Z999", "unworded", BASIS.level, "English")
    assert sentence(unworded, "en") == "English"
    with pytest.raises(Untold):
        sentence(unworded, "sv")
