"""Findings as text for people: the place, the lines with the spot marked, what to write, the law behind it."""

from collections.abc import Callable, Iterable, Mapping

from notice.findings import Finding, Level

Paint = Callable[[str, str], str]
"""Colours a text by the name of a style: `error`, `warning`, `info`, `place`, `frame`, `mark`."""


def plain(text: str, style: str) -> str:
    """No colour at all."""
    del style
    return text


def report(
    findings: Iterable[Finding], sources: Mapping[str, str], shown: Callable[[str], str], paint: Paint = plain
) -> str:
    """All findings, a blank line between two. `sources` are the texts of the files; `shown` how a path is printed."""
    return "\n".join(_one(finding, sources, shown, paint) for finding in findings)


def _one(finding: Finding, sources: Mapping[str, str], shown: Callable[[str], str], paint: Paint) -> str:
    span = finding.span
    head = paint(f"{finding.level}[{finding.code}]", str(finding.level))
    width = len(str(span.line))
    lines = [f"{head} {finding.name}: {finding.message}"]
    lines.append(f"{' ' * width}{paint('-->', 'frame')} {shown(span.file)}:{span.line}:{span.column}")
    lines += _frame(finding, sources.get(span.file, "").splitlines(), width, paint)
    for label, told in (("help", finding.help), (" law", ", ".join(finding.cites))):
        if told:
            lines.append(f"{' ' * width} {paint(label, 'frame')}: {told}")
    lines.append(f"{' ' * width} {paint(' why', 'frame')}: notice explain {finding.code}")
    return "\n".join(lines) + "\n"


def _frame(finding: Finding, source: list[str], width: int, paint: Paint) -> list[str]:
    """The line before, the line itself, and the mark under its place; nothing where the file has no such line."""
    span = finding.span
    if not 0 < span.line <= len(source):
        return []
    bar = paint("|", "frame")
    frame = [f"{' ' * width} {bar}"]
    before = span.line - 1
    if before > 0 and source[before - 1].strip():
        frame.append(f"{str(before).rjust(width)} {bar} {source[before - 1]}")
    line = source[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    carets = "^" * max(1, end - span.column)
    mark = paint(f"{carets} {finding.mark}".rstrip(), str(finding.level))
    return [*frame, f"{span.line} {bar} {line}", f"{' ' * width} {bar} {' ' * (span.column - 1)}{mark}"]


def summary(findings: Iterable[Finding], notices: int, day: str) -> str:
    """One sentence: how many of what, in how many notices, by the law of which day."""
    counted = list(findings)
    told = [
        _count(sum(finding.level is level for finding in counted), str(level)) for level in (Level.ERROR, Level.WARNING)
    ]
    return f"Found {told[0]} and {told[1]} in {_count(notices, 'notice')}, by the law of {day}."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
