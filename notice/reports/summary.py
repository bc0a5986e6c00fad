"""The summary of a run: counts of findings and notices, and the day of the law."""

from collections.abc import Iterable

from notice.findings import Finding, Level
from notice.reports.telling import label


def summary(
    findings: Iterable[Finding], notices: int, day: str, *, waived: int = 0, known: int = 0, language: str = "en"
) -> str:
    """One sentence in English; labels with numbers in the other languages, which would inflect the nouns."""
    counted = list(findings)
    numbers = {str(level): sum(finding.level is level for finding in counted) for level in Level}
    if language != "en":
        return _labelled(numbers, notices, day, waived, known, language)
    counts = [_count(numbers["error"], "error"), _count(numbers["warning"], "warning")]
    more = [f"{_count(numbers['info'], 'remark')}"] if numbers["info"] else []
    aside = [f"{waived} waived"] * bool(waived) + [f"{known} known from the baseline"] * bool(known)
    listed = " and ".join(counts) if not more else ", ".join(counts) + f" and {more[0]}"
    rest = f" Not counted: {', '.join(aside)}." if aside else ""
    return f"Found {listed} in {_count(notices, 'notice')}, by the law of {day}.{rest}"


def _labelled(numbers: dict[str, int], notices: int, day: str, waived: int, known: int, language: str) -> str:
    aside = (("infos", numbers["info"]), ("waivers", waived), ("known", known))
    counts = [("errors", numbers["error"]), ("warnings", numbers["warning"])]
    counts += [*(row for row in aside if row[1]), ("notices", notices)]
    parts = [f"{label(language, 'counted', key)}: {number}" for key, number in counts]
    return ". ".join([*parts, f"{label(language, 'counted', 'day')}: {day}"]) + "."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
