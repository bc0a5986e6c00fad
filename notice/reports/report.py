"""What every format is made of: findings and their fingerprints, files, how paths are written, JSON as text."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Protocol

from notice.findings import Finding, Level, Span, Waived
from notice.visible import visible, visible_in_json

Paint = Callable[[str, str], str]
"""Colours a text by the name of a style: `error`, `warning`, `info`, `frame`, `place`."""


def plain(text: str, style: str) -> str:
    """Leave the text without colour."""
    del style
    return text


class DescribedRule(Protocol):
    """What a report says of a rule."""

    @property
    def code(self) -> str:
        """Such as `N504`."""

    @property
    def name(self) -> str:
        """Such as `retention-incomplete`."""

    @property
    def level(self) -> Level:
        """How much its findings weigh."""

    @property
    def page(self) -> str:
        """The page that `notice explain` prints."""

    @property
    def cites(self) -> tuple[object, ...]:
        """Its provisions and decisions, each with its text by `str`."""


@dataclass(frozen=True)
class Report:
    """The result of one run.

    `sources` are the texts of the files that were read, by path relative to the site. `shown` is how people read a
    path, `path` how machines do: relative to the repository, with forward slashes. `rules` is the whole catalogue.
    `waived` are shown with `show_waived`, and always counted; `known` counts the findings of the baseline.
    `width` is the number of the terminal's columns, 0 where lines are not wrapped.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    day: date
    notices: int
    shown: Callable[[str], str] = str
    path: Callable[[str], str] = str
    rules: tuple[DescribedRule, ...] = ()
    waived: tuple[Waived, ...] = ()
    show_waived: bool = False
    known: int = 0
    language: str = "en"
    paint: Paint = plain
    width: int = 0

    @property
    def shown_waived(self) -> tuple[Waived, ...]:
        """The waived findings that are shown."""
        return self.waived if self.show_waived else ()

    def count(self, level: Level) -> int:
        """How many findings count at the level."""
        return sum(finding.level is level for finding in self.findings)

    def for_people(self) -> "Report":
        """The same report with invisible characters escaped in the owner's texts and in paths, but not in `sources`."""
        return replace(
            self,
            findings=tuple(_visible(finding) for finding in self.findings),
            waived=tuple(
                replace(
                    waived, finding=_visible(waived.finding), reason=visible(waived.reason), until=visible(waived.until)
                )
                for waived in self.waived
            ),
            shown=lambda file: visible(self.shown(file)),
            path=lambda file: visible(self.path(file)),
        )


def _visible(finding: Finding) -> Finding:
    return replace(
        finding,
        message=visible(finding.message),
        mark=visible(finding.mark),
        help=visible(finding.help),
        fact=visible(finding.fact),
        arguments=tuple((name, visible(value)) for name, value in finding.arguments),
        suggestion=replace(finding.suggestion, text=visible(finding.suggestion.text)),
    )


_QUOTED = re.compile(r"“([^”]*)”|`([^`]*)`")


def fingerprints(
    findings: Iterable[Finding], sources: Mapping[str, str], path: Callable[[str], str] = str
) -> list[str]:
    """A fingerprint for each finding, in order; no two are the same.

    It hashes the code, the path, the fact's place in the YAML, the marked text and the arguments of the message,
    never a line or the message's own words: it survives what moves lines, and a better wording.
    Findings that agree in all of that are counted.
    """
    seen: dict[str, int] = {}
    found = []
    for finding in findings:
        quoted = [first or second for first, second in _QUOTED.findall(finding.message)]
        quoted += [value for _, value in finding.arguments]
        parts = (finding.code, path(finding.span.file), finding.fact, _marked(finding.span, sources), *quoted)
        base = "\0".join(" ".join(part.split()) for part in parts)
        seen[base] = seen.get(base, 0) + 1
        found.append(sha256(f"{base}\0{seen[base]}".encode(errors="surrogatepass")).hexdigest())
    return found


def _marked(span: Span, sources: Mapping[str, str]) -> str:
    """The text of the stretch; a key alone stands for something longer, whose content may change."""
    lines = sources.get(span.file, "").splitlines()[span.line - 1 : span.end_line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1] if len(lines) == span.end_line - span.line + 1 else lines[-1]
    lines[0] = lines[0][span.column - 1 :]
    return " ".join(lines)


def dumped(tree: object) -> str:
    """The tree, indented, with a line end."""
    return visible_in_json(json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"
