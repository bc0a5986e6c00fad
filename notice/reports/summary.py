"""The sentence that sums a run up: how many of what, in how many notices, by the law of which day."""

from collections.abc import Iterable

from notice.findings import Finding, Level
from notice.reports.telling import label


def summary(
    findings: Iterable[Finding], notices: int, day: str, *, waived: int = 0, known: int = 0, language: str = "en"
) -> str:
    """One sentence in English; in the other languages numbers after labels, for they inflect what is counted."""
    counted = list(findings)
    numbers = {str(level): sum(finding.level is level for finding in counted) for level in Level}
    if language != "en":
        return _labelled(numbers, notices, day, waived, known, language)
    told = [_count(numbers["error"], "error"), _count(numbers["warning"], "warning")]
    more = [f"{_count(numbers['info'], 'remark')}"] if numbers["info"] else []
    aside = [f"{waived} waived"] * bool(waived) + [f"{known} known from the baseline"] * bool(known)
    listed = " and ".join(told) if not more else ", ".join(told) + f" and {more[0]}"
    rest = f" Not counted: {', '.join(aside)}." if aside else ""
    return f"Found {listed} in {_count(notices, 'notice')}, by the law of {day}.{rest}"


def _labelled(numbers: dict[str, int], notices: int, day: str, waived: int, known: int, language: str) -> str:
    aside = (("infos", numbers["info"]), ("waivers", waived), ("known", known))
    told = [("errors", numbers["error"]), ("warnings", numbers["warning"])]
    told += [*(row for row in aside if row[1]), ("notices", notices)]
    parts = [f"{label(language, 'counted', key)}: {number}" for key, number in told]
    return ". ".join([*parts, f"{label(language, 'counted', 'day')}: {day}"]) + "."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
