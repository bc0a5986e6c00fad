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
RESEARCHING = (
    "{basis: public-task, law: {act: data-protection-act, section: 4}, people: [customers], data: [name], "
    "recipients: none, keep: {for: 1 year, after: last-order}, required: not-asked}"
)
SCIENCE = f"purposes: {{scientific-research: {RESEARCHING}}}\n"
STATISTICS = f"purposes: {{official-statistics: {RESEARCHING}}}\n"
JUDGED = ("N622", "N624")
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


OPEN = "purposes: {orders: {research: unknown, law: unknown}}\n"
OWN = (
    "vocabulary: {purposes: {own-purpose: {}}}\n"
    "purposes: {own-purpose: {basis: public-task, law: %s, %s people: [customers], data: [name], recipients: none, "
    "keep: {for: 1 year, after: last-order}, required: not-asked}}\n"
)
LAW = "{act: archives-act, section: 8}"
OTHER = "{act: accounting-act, section: 2:10}"


@pytest.mark.parametrize(
    ("purposes", "section", "expected"),
    [
        (ARCHIVING, "31", ("N624", "research")),
        (ARCHIVING, "32", None),
        (ARCHIVING, "31–32", None),
        (RESEARCH, "32", ("N624", "archiving")),
        (RESEARCH, "31", None),
        ("", "31 § 1 mom.", ("N624", "research")),
        ("", "31–32", ("N624", "research-or-archiving")),
        ("", "34", None),
        # What is not known may make it right
        (OPEN, "31", ("N622", "no-research")),
        (OPEN, "32", ("N622", "no-archiving")),
        (OWN % (OTHER, ""), "31", ("N622", "no-research")),
        (OWN % (OTHER, "research: no,"), "31", ("N624", "research")),
        (OWN % (OTHER, "research: yes,"), "31", None),
        (OWN % (OTHER, ""), "32", ("N622", "no-archiving")),
        (OWN % (LAW, ""), "32", None),
        (SCIENCE, "31 § 1 mom.", None),
        (SCIENCE, "31 § 2 mom.", ("N622", "other-subsection")),
        (STATISTICS, "31 § 1 mom.", ("N622", "other-subsection")),
        (STATISTICS, "31 § 2 mom.", None),
    ],
)
def test_a_section_needs_a_purpose_of_its_kind(
    purposes: str, section: str, expected: tuple[str, str] | None, tmp_path: Path
) -> None:
    codes = found(purposes + LIMIT % ("access", "narrowed", section), tmp_path / "site")
    assert [(one.code, one.key) for one in codes if one.code in JUDGED] == ([expected] if expected else [])


STATED = "limited-rights: {%s: {extent: excluded, law: %s, purposes: %s}}\nresearch: {plan: yes, responsible: yes}\n"
RESEARCH_ACT, ARCHIVES = "{act: data-protection-act, section: 31}", "{act: data-protection-act, section: 32}"
RESEARCH_OF_GDPR = "{act: gdpr, article: 17(3)(d)}"


@pytest.mark.parametrize(
    ("purposes", "right", "law", "stated", "expected"),
    [
        ("", "access", RESEARCH_ACT, "[orders]", [("N624", "research")]),
        (RESEARCH, "access", RESEARCH_ACT, "[visitor-statistics]", []),
        (RESEARCH, "access", RESEARCH_ACT, "[visitor-statistics, orders]", [("N624", "research")]),
        (RESEARCH, "access", RESEARCH_ACT, "[orders, newsletter]", [("N624", "research")] * 2),
        (OPEN, "access", RESEARCH_ACT, "[orders]", [("N622", "open-purpose")]),
        (ARCHIVING, "access", ARCHIVES, "[archiving]", []),
        (ARCHIVING, "access", ARCHIVES, "[archiving, orders]", [("N624", "archiving")]),
        (OWN % (OTHER, ""), "access", ARCHIVES, "[own-purpose]", [("N622", "open-purpose")]),
        ("", "erasure", RESEARCH_OF_GDPR, "[orders]", [("N624", "research-or-archiving")]),
        (RESEARCH, "erasure", RESEARCH_OF_GDPR, "[visitor-statistics]", []),
        # Another law may limit the right for these purposes
        ("", "access", f"[{RESEARCH_ACT}, {{act: openness-act, section: 11}}]", "[orders]", []),
        ("", "access", RESEARCH_ACT, "unknown", []),
    ],
)
def test_a_stated_purpose_is_of_the_kind_of_the_law(
    purposes: str, right: str, law: str, stated: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    codes = found(purposes + STATED % (right, law, stated), tmp_path / "site")
    assert [(one.code, one.key) for one in codes if one.code in JUDGED] == expected


ERASURE = "limited-rights: {erasure: {extent: narrowed, law: {act: gdpr, article: %s}}}\n"


@pytest.mark.parametrize(
    ("purposes", "article", "expected"),
    [
        ("", "17(3)(d)", [("N624", "research-or-archiving")]),
        (OPEN, "17(3)(d)", [("N622", "no-research-or-archiving")]),
        (RESEARCH, "17(3)(d)", []),
        (ARCHIVING, "17(3)(d)", []),
        ("", "17(3)(e)", []),
        ("", "17(3)(b)", []),
    ],
)
def test_erasure_has_a_limit_for_research_and_archiving(
    purposes: str, article: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    codes = found(purposes + ERASURE % article, tmp_path / "site")
    assert [(one.code, one.key) for one in codes if one.code in JUDGED] == expected


NAME = {"fi": "Arkistointi", "sv": "Arkivering", "en": "Archiving"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_names_the_purposes_that_it_concerns(language: str, tmp_path: Path) -> None:
    built = pages(ARCHIVING + LIMIT % ("access", "narrowed", "32"), tmp_path)
    label = {"fi": "Rajoitus koskee vain", "sv": "Begränsningen gäller bara", "en": "The limit concerns only"}[language]
    assert f"{label} {NAME[language]}" in built.texts[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_of_erasure_names_the_purposes_that_it_concerns(language: str, tmp_path: Path) -> None:
    built = pages(ARCHIVING + ERASURE % "17(3)(d)", tmp_path)
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
