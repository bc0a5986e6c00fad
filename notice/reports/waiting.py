"""What waits for the owner, as a table by file: the line, the fact, and what to answer."""

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

from notice.findings import Finding
from notice.reports.answers import answer
from notice.reports.report import Report
from notice.reports.texts import label
from notice.visible import columns

UNKNOWN, PROPOSED = "D002", "D001"
"""The rules on facts that are unknown and on those that are only proposed."""

FIRST = ("content/site.yaml", "content/controller.yaml", "content/vocabulary.yaml")
"""The files that are answered before those of registers."""

LEAST, MOST = 24, 44
"""The least columns for answers, and the most for facts: a longer one has a line of its own."""

REASON_LINES = 2
"""The most lines of a reason in a terminal; the file has the whole of it, under `confirm`."""


def is_waiting(finding: Finding) -> bool:
    """Whether the finding is on a fact that is unknown or only proposed."""
    return finding.code in (UNKNOWN, PROPOSED)


def table(report: Report) -> Iterator[str]:
    """One block with all that waits, in the order in which an owner answers; nothing where nothing waits."""
    rows = sorted(filter(is_waiting, report.findings), key=lambda one: (_turn(one.span.file, report.sources), one))
    if not rows:
        return
    head = label(report.language, "waiting", "head")
    lines = [f"{report.paint(head, str(rows[0].level))}: {len(rows)}"]
    lines += _wrapped(label(report.language, "waiting", "how"), report.width)
    for file, group in groupby(rows, key=lambda one: one.span.file):
        lines += ["", report.paint(report.shown(file), "place"), *_of_file(list(group), report)]
    more = label(report.language, "waiting", "more")
    yield "\n".join([*lines, "", f"{more}: --output-format full"]) + "\n"


def _turn(file: str, sources: Mapping[str, str]) -> int:
    """The place of a file in the order: the site, the controller, the vocabulary, then registers as they were read."""
    order = [*FIRST, *(one for one in sources if one not in FIRST)]
    return order.index(file) if file in order else len(order)


def _of_file(rows: list[Finding], report: Report) -> Iterator[str]:
    """The rows of one file: line, fact, answer."""
    facts = [_fact(row) for row in rows]
    number = max(len(str(row.span.line)) for row in rows)
    most = min(MOST, max(LEAST, (report.width - number) * 2 // 5)) if report.width else MOST
    wide = min(most, max(map(columns, facts)))
    for row, fact in zip(rows, facts, strict=True):
        is_apart = columns(fact) > wide
        margin = number + 6 + (0 if is_apart and report.width else wide)
        answers = _answer(row, report, report.width and max(report.width - margin, LEAST))
        start = f"  {report.paint(str(row.span.line).rjust(number), 'frame')}  {fact}"
        yield start if is_apart else f"{start}{' ' * (wide - columns(fact))}  {answers.pop(0)}"
        yield from (f"{' ' * margin}{line}" for line in answers)


def _fact(finding: Finding) -> str:
    """The path of the fact in its own file."""
    return dict(finding.arguments).get("fact") or finding.fact


def _answer(finding: Finding, report: Report, width: int) -> list[str]:
    """The lines of what to write, or of the reason for which the fact is proposed."""
    if finding.code == UNKNOWN:
        return _wrapped(answer(finding.fact, report.language), width)
    confirm = label(report.language, "waiting", "confirm")
    first, *others = _wrapped(f"{confirm} – {dict(finding.arguments).get('why', '')}", width, REASON_LINES)
    return [f"{report.paint(confirm, 'info')}{first.removeprefix(confirm)}", *others]


def _wrapped(text: str, width: int, most: int | None = None) -> list[str]:
    """The lines of the text, `most` of them at most; one where the width is 0."""
    if not width:
        return [text]
    wrapper = textwrap.TextWrapper(
        width, break_long_words=False, break_on_hyphens=False, max_lines=most, placeholder=" …"
    )
    return wrapper.wrap(text) or [""]
