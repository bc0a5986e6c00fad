"""Limits of rights by the nature of the purpose: section 31 of Act 1050/2018 for research, section 32 for archiving."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages
from rules.overlay import found

from notice.messages import help

ARCHIVING = """
purposes:
  archiving:
    basis: public-task
    law: {act: archives-act, section: 8}
    people: [customers]
    data: [name]
    recipients: none
    keep: {criterion: permanently-archived, law: {act: archives-act, section: 8}}
    required: not-asked
"""
RESEARCH = "purposes: {visitor-statistics: {research: yes}}\n"
LIMIT = (
    "limited-rights: {%s: {extent: %s, law: {act: data-protection-act, section: %s}}}\n"
    "research: {plan: yes, responsible: yes}\n"
)


@pytest.mark.parametrize(
    ("example", "proposed"),
    [
        (RESEARCH, "act: data-protection-act, section: 31}"),
        (ARCHIVING, "act: data-protection-act, section: 32}"),
        (
            "purposes: {bookkeeping: {law: whistleblower-protection-act, keep: {law: }}}",
            "act: whistleblower-protection-act, section: 31}",
        ),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_that_fits_the_purpose_is_proposed(
    example: str, proposed: str, language: str, tmp_path: Path
) -> None:
    [one] = [one for one in found(example, tmp_path / "site") if one.code == "N621"]
    assert proposed in help(one, language)


@pytest.mark.parametrize(
    ("purposes", "section", "key"),
    [
        (ARCHIVING, "31", "no-research"),
        (ARCHIVING, "32", None),
        (ARCHIVING, "31–32", None),
        (RESEARCH, "32", "no-archiving"),
        (RESEARCH, "31", None),
        ("", "31 § 1 mom.", "no-research"),
        ("", "34", None),
    ],
)
def test_a_section_needs_a_purpose_of_its_kind(purposes: str, section: str, key: str | None, tmp_path: Path) -> None:
    codes = found(purposes + LIMIT % ("access", "narrowed", section), tmp_path / "site")
    assert [one.key for one in codes if one.code == "N622"] == ([key] if key else [])


NAME = {"fi": "Arkistointi", "sv": "Arkivering", "en": "Archiving"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_names_the_purposes_that_it_concerns(language: str, tmp_path: Path) -> None:
    built = pages(ARCHIVING + LIMIT % ("access", "narrowed", "32"), tmp_path)
    label = {"fi": "Rajoitus koskee vain", "sv": "Begränsningen gäller bara", "en": "The limit concerns only"}[language]
    assert f"{label} {NAME[language]}" in built.texts[language]


def test_a_right_that_archiving_excludes_is_kept_by_other_purposes(tmp_path: Path) -> None:
    built = pages(ARCHIVING + LIMIT % ("restriction", "excluded", "32"), tmp_path)
    assert built.said("en", "limited-rights.restriction.extent")
    assert "The limit concerns only Archiving" in built.texts["en"]
    absent = built.texts["en"].find("Rights that you do not have here")
    assert built.said("en", "rights.restriction") != []
    assert absent == -1 or "Right to restriction" not in built.texts["en"][absent:]


def test_a_limit_of_another_act_concerns_the_whole_notice(tmp_path: Path) -> None:
    built = pages(ARCHIVING + LIMIT % ("access", "narrowed", "34"), tmp_path)
    assert "The limit concerns only" not in built.texts["en"]
