"""Findings as Markdown: a table for a comment on a pull request, or for the summary of a step."""

import re

from notice.findings import Finding, Level, Waived
from notice.languages import written_date
from notice.reports.report import Report
from notice.reports.texts import help, label, law, sentence, summary

LARGEST = 1_000_000
"""The most bytes: GitHub allows 1 MiB for a step's summary; the rest is left for other tools."""

_BACKTICKS = re.compile("`{2,}")
_MARKUP = re.compile(r"[\\|\[\]]")

SIGNS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.INFO: "ℹ️"}


def render(report: Report) -> str:
    """A heading with the counts, and one row for each finding up to `LARGEST`; the omitted ones are counted."""
    totals = summary(
        report.findings,
        report.notices,
        written_date(report.day, report.language),
        waived=len(report.waived),
        known=report.known,
        language=report.language,
    )
    head = f"### notice\n\n{totals}\n"
    rows = [_row(finding, report) for finding in report.findings]
    rows += [_row(one.finding, report, one) for one in report.shown_waived]
    if not rows:
        return head
    words = [label(report.language, "column", key) for key in ("level", "rule", "place", "what", "law")]
    head += f"\n| {' | '.join(words)} |\n|{' --- |' * len(words)}\n"
    kept = _as_many_as_fit(rows, LARGEST - len(head.encode()))
    left = f"\n{label(report.language, 'left-out')}: {len(rows) - len(kept)}\n" if len(kept) < len(rows) else ""
    return head + "".join(kept) + left


def _as_many_as_fit(rows: list[str], room: int) -> list[str]:
    kept = []
    for row in rows:
        room -= len(row.encode())
        if room < 200:
            break
        kept.append(row)
    return kept


def _row(finding: Finding, report: Report, waived: Waived | None = None) -> str:
    level = label(report.language, "waived" if waived else str(finding.level))
    sign = "" if waived else f"{SIGNS[finding.level]} "
    more = f"{waived.reason} ({waived.until})" if waived else help(finding, report.language)
    what = "<br>".join(_cell(text) for text in (sentence(finding, report.language), more) if text)
    cells = [
        f"{sign}{level}",
        f"{finding.code} {finding.name}",
        f"`{_code(report.path(finding.span.file)).replace('`', '′')}:{finding.span.line}`",
        what,
        _cell(law(finding, report.language)),
    ]
    return f"| {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    """The text as one cell: no bar that would end it, no HTML, no link or picture; code in backticks stays code."""
    pieces = _BACKTICKS.sub("`", " ".join(text.split())).split("`")
    # Code spans are the pieces with odd indexes; an unclosed one is text after a backtick.
    open_end = len(pieces) % 2 == 0
    last = len(pieces) - 1
    made = [
        _code(piece) if at % 2 and not (open_end and at == last) else _plain(piece) for at, piece in enumerate(pieces)
    ]
    return "\\`".join(("`".join(made[:-1]), made[-1])) if open_end else "`".join(made)


def _code(text: str) -> str:
    """Escape text for a code span in a table: GitHub ends the cell at a bar even there."""
    plain = _without_html(text)
    return plain.replace("\\", "\\\\").replace("|", "\\|") if "|" in plain else plain


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _without_html(text))


def _without_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
