"""What the acts that were read say of each right: which section limits it, how far, and for which purposes."""

from itertools import product
from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages
from rules.overlay import found

from notice.findings import Level
from notice.law.rights import LIMITABLE, LIMITS

REPORTS = """
purposes:
  whistleblowing:
    basis: legal-obligation
    law: {act: whistleblower-protection-act, section: 10}
    people: [customers]
    data: [name]
    recipients: none
    keep: {for: 5 years, after: report-received, law: whistleblower-protection-act}
    required: not-asked
"""
ARCHIVED_RESEARCH = "  orders: {research: yes, keep: {end: archived, law: archives-act}}\n"
LIMIT = "limited-rights: {%s: {extent: %s, law: {act: %s, section: %s}%s}}\n"
RESTRICTION = "restriction: {extent: excluded, law: {act: whistleblower-protection-act, section: 31}}"


def keys(example: str, folder: Path, code: str) -> list[str]:
    return [one.key for one in found(example, folder / "site") if one.code == code]


@pytest.mark.parametrize(
    ("act", "right", "extent", "section", "key"),
    [
        ("whistleblower-protection-act", "restriction", "excluded", "31", None),
        ("whistleblower-protection-act", "restriction", "narrowed", "31", "not-narrowed"),
        ("whistleblower-protection-act", "access", "narrowed", "31", None),
        ("whistleblower-protection-act", "access", "excluded", "31 § 2 mom.", "not-excluded"),
        ("whistleblower-protection-act", "erasure", "narrowed", "31", "other-section"),
        ("whistleblower-protection-act", "objection", "excluded", "31", "other-section"),
        ("whistleblower-protection-act", "access", "narrowed", "29", "no-such-section"),
        ("data-protection-act", "access", "excluded", "29", "no-such-section"),
        ("data-protection-act", "access", "excluded", "27", None),
        ("data-protection-act", "information", "narrowed", "33", None),
        ("data-protection-act", "erasure", "narrowed", "34", "other-section"),
        ("data-protection-act", "access", "narrowed", "33–34", None),
        # An act that was not read is the owner's to know
        ("openness-act", "erasure", "excluded", "29", None),
    ],
)
def test_a_section_limits_what_it_says(
    act: str, right: str, extent: str, section: str, key: str | None, tmp_path: Path
) -> None:
    assert keys(REPORTS + LIMIT % (right, extent, act, section, ""), tmp_path, "N618") == ([key] if key else [])


def test_every_right_of_the_table_can_be_limited() -> None:
    rights = {right for sections in LIMITS.values() for section in sections.values() for right in section}
    assert rights == set(LIMITABLE)


@pytest.mark.slow
@pytest.mark.parametrize("act", LIMITS)
def test_each_section_with_each_right_is_printed_or_found(act: str, tmp_path: Path) -> None:
    printed = 0
    for number, (section, right, extent) in enumerate(product(LIMITS[act], LIMITABLE, ("excluded", "narrowed"))):
        limit = LIMIT % (right, extent, act, section, ", purposes: [orders]")
        built = pages(
            REPORTS + ARCHIVED_RESEARCH + "research: {plan: yes, responsible: yes}\n" + limit, tmp_path / str(number)
        )
        allowed = extent in LIMITS[act][section].get(right, ())
        assert allowed is not any(one.level is Level.ERROR for one in built.findings)
        if allowed:
            printed += 1
            assert all(built.said(code, f"limited-rights.{right}.extent") for code in LANGUAGES)
            assert all(built.said(code, f"limited-rights.{right}.purposes.0") for code in LANGUAGES)
    assert printed >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_act_on_reports_leaves_the_right_to_other_purposes(language: str, tmp_path: Path) -> None:
    built = pages(f"{REPORTS}limited-rights: {{{RESTRICTION}}}", tmp_path)
    assert built.codes() == set()
    label = {"fi": "Rajoitus koskee vain", "sv": "Begränsningen gäller bara", "en": "The limit concerns only"}
    assert label[language] in built.texts[language]
    assert built.said(language, "rights.restriction")


@pytest.mark.parametrize(
    ("example", "codes"),
    [
        (f"limited-rights: {{{RESTRICTION}}}", {"N622"}),
        (f"limited-rights: {{{RESTRICTION[:-1]}, purposes: [orders]}}}}", set()),
        (REPORTS + f"limited-rights: {{{RESTRICTION}}}", set()),
        (LIMIT % ("access", "excluded", "data-protection-act", 27, ""), {"N622"}),
        (LIMIT % ("access", "excluded", "data-protection-act", 27, ", purposes: [orders]"), set()),
        (REPORTS + "limited-rights: none", {"N621"}),
        (REPORTS + LIMIT % ("access", "narrowed", "whistleblower-protection-act", 31, ""), {"N621"}),
        (REPORTS + "limited-rights: {restriction: unknown}", {"D002"}),
        (REPORTS + "limited-rights: unknown", {"D002"}),
        (REPORTS, {"N621"}),
    ],
)
def test_what_the_act_on_reports_takes_away_is_stated(example: str, codes: set[str], tmp_path: Path) -> None:
    assert pages(example, tmp_path).codes() == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_may_concern_some_purposes(language: str, tmp_path: Path) -> None:
    limit = LIMIT % ("access", "narrowed", "data-protection-act", 34, ", purposes: [orders, newsletter]")
    built = pages(limit, tmp_path, pdf=True)
    assert built.codes() == set()
    said = {
        "fi": "Laki rajaa tätä oikeutta osassa",
        "sv": "En lag begränsar denna rätt vid en del",
        "en": "The law restricts this right for part",
    }
    assert said[language] in built.texts[language]
    assert len(built.said(language, "limited-rights.access.purposes.1")) == 1


@pytest.mark.parametrize(
    ("right", "purposes", "denied"),
    [
        ("objection", "[electronic-direct-marketing]", "No processing in this notice is based on legitimate"),
        (
            "portability",
            "[orders, newsletter, visitor-statistics]",
            "No data in this notice are processed by automated",
        ),
    ],
)
def test_the_limit_of_every_purpose_with_a_right_does_not_deny_those_purposes(
    right: str, purposes: str, denied: str, tmp_path: Path
) -> None:
    built = pages(LIMIT % (right, "excluded", "openness-act", 11, f", purposes: {purposes}"), tmp_path)
    assert built.codes() == set()
    assert denied not in built.texts["en"]
    assert built.said("en", f"limited-rights.{right}.purposes.0")


@pytest.mark.parametrize(
    ("law", "asked"),
    [
        ("data-protection-act", True),
        ("accounting-act", True),
        ("{act: openness-act, section: 11}", False),
        ("{act: gdpr, article: 15(4)}", False),
        ("gdpr", True),
        ("{act: openness-act, section: unknown}", False),
        ("unknown", False),
        ("[{act: openness-act, section: 11}, accounting-act]", True),
    ],
)
def test_the_section_of_a_limit_is_asked_and_never_guessed(law: str, asked: bool, tmp_path: Path) -> None:
    built = pages(f"limited-rights: {{portability: {{extent: narrowed, law: {law}}}}}", tmp_path)
    assert ("N623" in built.codes()) is asked
    assert "(1336/1997), chapter 2, section 10 Right" not in built.texts["en"]
    for said in built.said("en", "limited-rights.portability.law"):
        assert "(1336/1997), chapter" not in said
