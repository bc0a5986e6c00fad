"""The whole road, on one screen: load, check, compose, render, verify, publish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from notice.artifacts import Artifact
from notice.check import Checked, check
from notice.errors import CannotRun
from notice.findings import Finding, Level
from notice.load import load
from notice.outputs.site import Composition, render
from notice.publish import prepare, publish
from notice.rules import RULES
from notice.verify import verify

BLOCKS_RELEASE = frozenset(rule.code for rule in RULES if rule.blocks_release)
"""The rules whose findings a draft may have and a release may not."""


@dataclass(frozen=True)
class Outcome:
    """What a build came to: the check, all findings, and the paths published (none when it was refused).

    `refused` are the texts of pages that were made and refused, by path: they are on no disk. `left` is where the
    site that was there before still is, if it could not be deleted.
    """

    checked: Checked
    findings: tuple[Finding, ...]
    published: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    left: Path | None = None

    @property
    def is_draft(self) -> bool:
        """True while a fact waits for its owner: the site carries the draft mark."""
        return any(notice.is_draft for notice in self.checked.loaded.notices)

    @property
    def is_example(self) -> bool:
        """True for a site that says that it is an invented example: every page carries that mark."""
        return bool(self.checked.loaded.site.example)


def build(
    folder: Path,
    out: Path,
    day: date,
    *,
    release: bool = False,
    html_only: bool = False,
    refuses: Callable[[Finding], bool] = lambda _: False,
    told: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Builds the site in `folder` into `out`: all of it, or nothing.

    Errors of the check or of the verification refuse it, and so does a `release` while a fact waits; `refuses` says
    what else shall. Raises `CannotRun` when there is no site, and what `render`, `prepare` and `publish` raise.
    A site that a killed build displaced is back in its place before anything can refuse this one.
    """
    prepare(out, folder)
    checked = check(load(folder), day)
    findings = tuple(_refused(finding) if release else finding for finding in checked.findings)

    def refused(some: tuple[Finding, ...]) -> bool:
        return any(finding.level is Level.ERROR or refuses(finding) for finding in some)

    if not checked.loaded.notices and not refused(findings):
        raise CannotRun(f"The site in {folder} lists no registers: name them in `content/site.yaml`.")
    if refused(findings):
        return Outcome(checked, findings)
    artifacts = render(
        checked.loaded.site,
        _compositions(checked),
        _templates(folder),
        html_only=html_only,
        told=told,
        logo=checked.loaded.logo,
    )
    flaws = verify(artifacts, checked.cases)
    if refused(flaws):
        return Outcome(checked, (*findings, *flaws), refused=_texts(artifacts, flaws))
    left = publish(artifacts, out)
    return Outcome(checked, (*findings, *flaws), tuple(artifact.path for artifact in artifacts), left=left)


def _compositions(checked: Checked) -> tuple[Composition, ...]:
    return tuple(
        Composition(case.notice, composed.document) for case in checked.cases for composed in case.composed.values()
    )


def _templates(folder: Path) -> Path | None:
    """The site's own templates, where it has any."""
    own = folder / "templates"
    return own if own.is_dir() else None


def _refused(finding: Finding) -> Finding:
    """In a release, what waits is an error."""
    return replace(finding, level=Level.ERROR) if finding.code in BLOCKS_RELEASE else finding


def _texts(artifacts: list[Artifact], flaws: tuple[Finding, ...]) -> dict[str, str]:
    flawed = {flaw.span.file for flaw in flaws}
    bodies = {artifact.path: artifact.body for artifact in artifacts if artifact.path in flawed}
    return {path: body.decode() if path.endswith(".html") else "" for path, body in bodies.items()}
