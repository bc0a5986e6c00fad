"""The input of every format: the findings, the text of their files, and how paths are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from notice.findings import Finding, Level, Waived
from notice.visible import visible

if TYPE_CHECKING:
    from notice.rules.rule import Rule

Paint = Callable[[str, str], str]
"""Colours a text by the name of a style: `error`, `warning`, `info`, `frame`."""


def plain(text: str, style: str) -> str:
    """Leave the text without colour."""
    del style
    return text


@dataclass(frozen=True)
class Report:
    """The result of one run.

    `sources` are the texts of the files that were read, by path relative to the site. `shown` is how people read a
    path, `path` how machines do: relative to the repository, with forward slashes. `rules` is the whole catalogue.
    `waived` are shown with `show_waived`, and always counted; `known` counts the findings of the baseline.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    day: date
    notices: int
    shown: Callable[[str], str] = str
    path: Callable[[str], str] = str
    rules: tuple["Rule", ...] = ()
    waived: tuple[Waived, ...] = ()
    show_waived: bool = False
    known: int = 0
    language: str = "en"
    paint: Paint = plain

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
