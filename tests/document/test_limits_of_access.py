"""Where an act limits access, the page says what is left of it; the acts that limit rights are asked for."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

ACCESS = "limited-rights: {{access: {{extent: {extent}, law: {{act: {act}, section: {section}}}}}}}"
OMBUDSMAN = {"fi": "tietosuojavaltuutetulle", "sv": "dataombudsmannen", "en": "Data Protection Ombudsman"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("act", "section", "extent"),
    [
        ("data-protection-act", "34", "narrowed"),
        ("data-protection-act", "34", "excluded"),
        ("data-protection-act", "33–34", "narrowed"),
        ("data-protection-act", "34 § 1 mom. 2 kohta", "narrowed"),
        ("whistleblower-protection-act", "31", "narrowed"),
        ("whistleblower-protection-act", "31 § 2 mom.", "narrowed"),
    ],
)
def test_the_reasons_and_the_ombudsmans_part_are_said(
    act: str, section: str, extent: str, language: str, tmp_path: Path
) -> None:
    built = pages(ACCESS.format(extent=extent, act=act, section=section), tmp_path)
    (said,) = built.said(language, "rights.access.remedy")
    assert OMBUDSMAN[language] in said


@pytest.mark.parametrize(("act", "section"), [("accounting-act", "34"), ("archives-act", "31")])
def test_another_act_promises_nothing(act: str, section: str, tmp_path: Path) -> None:
    built = pages(ACCESS.format(extent="narrowed", act=act, section=section), tmp_path)
    assert built.said("en", "rights.access") != []
    assert built.said("en", "rights.access.remedy") == []


ACTED = "purposes: {bookkeeping: {law: whistleblower-protection-act, keep: {law: }}}\n"


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (ACTED, True),
        # The Act takes the right to restriction away: none is not true
        (ACTED + "limited-rights: none", True),
        (ACTED + "limited-rights: unknown", False),
        ("purposes: {visitor-statistics: {research: yes}}", True),
        ("purposes: {visitor-statistics: {research: no}}", False),
        ("{}", False),
    ],
)
def test_limits_are_asked_where_an_act_may_limit_rights(example: str, found: bool, tmp_path: Path) -> None:
    assert ("N621" in pages(example, tmp_path).codes()) is found
