"""Findings in the terminal: a golden text for each form, and the summary."""

from collections.abc import Mapping
from datetime import date

from notice.findings import Finding, Level, Span
from notice.reports import Report, render
from notice.reports.report import Paint, plain
from notice.reports.texts import summary

REGISTER = "content/registers/customers.yaml"
SOURCE = """\
purposes:
  orders:
    basis: contrct
    keep: {for: 3 years}
"""


def finding(
    span: Span, mark: str = "", help: str = "", cites: tuple[str, ...] = (), level: Level = Level.ERROR
) -> Finding:
    return Finding(span, "N202", "purpose-without-legal-basis", level, "“orders” has no legal basis", mark, help, cites)


def report(
    findings: list[Finding], sources: Mapping[str, str], folder: str = "", paint: Paint = plain, format: str = "text"
) -> str:
    shown = Report(tuple(findings), sources, date.min, 1, shown=lambda file: f"{folder}{file}", paint=paint)
    return render(format, shown)


def report_text(*findings: Finding) -> str:
    full = report(list(findings), {REGISTER: SOURCE}, "demo/", format="full")
    assert report(list(findings), {REGISTER: SOURCE}, "demo/") == full
    return full


def test_a_finding_shows_its_place_its_lines_what_to_write_and_the_law() -> None:
    one = finding(
        Span(REGISTER, 3, 12, 3, 19),
        "did you mean `contract`?",
        "write a basis",
        ("GDPR Art. 6(1)", "GDPR Art. 13(1)(c)"),
    )
    assert report_text(one) == (
        "error[N202] purpose-without-legal-basis: “orders” has no legal basis\n"
        " --> demo/content/registers/customers.yaml:3:12\n"
        "  |\n"
        "2 |   orders:\n"
        "3 |     basis: contrct\n"
        "  |            ^^^^^^^ did you mean `contract`?\n"
        "  help: write a basis\n"
        "   law: GDPR Art. 6(1), GDPR Art. 13(1)(c)\n"
        "   why: notice explain N202\n"
    )


def test_a_finding_on_the_first_line_has_no_line_before_and_needs_no_help_or_law() -> None:
    assert report_text(finding(Span(REGISTER, 1, 1, 1, 9), level=Level.WARNING)) == (
        "warning[N202] purpose-without-legal-basis: “orders” has no legal basis\n"
        " --> demo/content/registers/customers.yaml:1:1\n"
        "  |\n"
        "1 | purposes:\n"
        "  | ^^^^^^^^\n"
        "   why: notice explain N202\n"
    )


def test_a_stretch_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    lines = report_text(finding(Span(REGISTER, 2, 3, 4, 25))).splitlines()
    assert lines[4:6] == ["2 |   orders:", "  |   ^^^^^^^"]


def test_a_place_in_a_file_that_was_not_read_has_no_lines() -> None:
    assert report_text(finding(Span("content/controller.yaml"), help="write the file")) == (
        "error[N202] purpose-without-legal-basis: “orders” has no legal basis\n"
        " --> demo/content/controller.yaml:1:1\n"
        "  help: write the file\n"
        "   why: notice explain N202\n"
    )


def test_the_frame_is_as_wide_as_the_number_of_the_line() -> None:
    source = "\n" * 98 + "a: b\nc: d\n"
    one = finding(Span(REGISTER, 100, 1, 100, 2))
    assert report([one], {REGISTER: source}).splitlines()[1:6] == [
        f"   --> {REGISTER}:100:1",
        "    |",
        " 99 | a: b",
        "100 | c: d",
        "    | ^",
    ]


def test_a_blank_line_stands_between_two_findings_and_colours_change_no_word() -> None:
    two = [finding(Span(REGISTER, 1, 1, 1, 9)), finding(Span(REGISTER, 3, 12, 3, 19), "no", "h", ("GDPR Art. 6",))]
    unpainted = report(two, {REGISTER: SOURCE})
    assert unpainted.count("\n\n") == 1
    painted = report(two, {REGISTER: SOURCE}, paint=lambda text, _: f"‹{text}›")
    assert painted != unpainted
    assert painted.replace("‹", "").replace("›", "") == unpainted


def test_errors_come_first_and_texts_that_findings_share_once() -> None:
    warning = finding(Span(REGISTER, 1, 1, 1, 9), help="write", cites=("GDPR Art. 6",), level=Level.WARNING)
    first = finding(Span(REGISTER, 3, 12, 3, 19), help="write a basis", cites=("GDPR Art. 6",))
    second = finding(Span(REGISTER, 4, 11, 4, 25), help="write a basis", cites=("GDPR Art. 6",))
    blocks = report([warning, first, second], {REGISTER: SOURCE}).split("\n\n")
    assert [block.partition("[")[0] for block in blocks] == ["error", "error", "warning"]
    assert [block.count("help: ") for block in blocks] == [1, 0, 1]
    assert [block.count("notice explain") for block in blocks] == [1, 0, 0]
    full = report([warning, first, second], {REGISTER: SOURCE}, format="full")
    assert (full.count("help: "), full.count("notice explain")) == (3, 3)
    assert full.startswith("warning")


def test_the_summary_counts_and_names_the_day_of_the_law() -> None:
    error, warning = finding(Span("a")), finding(Span("a"), level=Level.WARNING)
    day = "22 November 2026"
    assert summary([], 1, day) == "Found no errors and no warnings in 1 notice, by the law of 22 November 2026."
    assert (
        summary([error, warning, warning], 2, day)
        == "Found 1 error and 2 warnings in 2 notices, by the law of 22 November 2026."
    )
