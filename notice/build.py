"""The build pipeline: load, check, compose, render, verify, publish."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from notice.artifacts import Artifact, Kind
from notice.check import Checked, check
from notice.document.parts import DocumentInfo
from notice.errors import CannotRun
from notice.findings import Finding, Level
from notice.load import load
from notice.outputs.site import renderer
from notice.outputs.site_map import site_map
from notice.produce import Product, produce
from notice.publish import prepare, publish
from notice.rules import RULES
from notice.spool import Spool
from notice.verify import anchors_of, anchors_of_notices, verify

BLOCKS_RELEASE = frozenset(rule.code for rule in RULES if rule.blocks_release)
"""The rules whose findings a draft may have and a release must not."""


@dataclass(frozen=True)
class Outcome:
    """The result of a build: the check, all findings, the published paths and documents (none if it was refused).

    `refused` are the texts of rendered pages that verification refused, by path: they are not on disk. `left` is the
    path of the previous site, if it could not be deleted.
    """

    checked: Checked
    findings: tuple[Finding, ...]
    published: tuple[str, ...] = ()
    documents: tuple[DocumentInfo, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    left: Path | None = None

    @property
    def is_draft(self) -> bool:
        """True while a fact waits for its owner: the site carries the draft mark."""
        return any(notice.is_draft for notice in self.checked.loaded.notices)

    @property
    def is_example(self) -> bool:
        """True for a site marked as an invented example: every page has that mark."""
        return bool(self.checked.loaded.site.example)


class _Refused(Exception):
    """Verification reported a finding: the files written so far are discarded."""


def build(
    folder: Path,
    out: Path,
    day: date,
    *,
    release: bool = False,
    html_only: bool = False,
    refuses: Callable[[Finding], bool] = lambda _: False,
    on_progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Build the site in `folder` into `out`: all of it, or nothing.

    It is refused for errors of the check or of the verification, for unconfirmed or unknown facts in a `release`, and
    for what `refuses` selects. `on_progress` is called with the path of each artifact. Raises `CannotRun` when there
    is no site, and what rendering, `prepare` and `publish` raise.
    A site that a killed build displaced is put back before this build can be refused.
    """
    prepare(out, folder)
    with Spool() as spool:
        checked = check(load(folder), day, spool.keep)
        findings = tuple(_refused(finding) if release else finding for finding in checked.findings)

        def refused(some: Iterable[Finding]) -> bool:
            return any(finding.level is Level.ERROR or refuses(finding) for finding in some)

        if not checked.loaded.notices and not refused(findings):
            raise CannotRun("no-registers", folder=folder.resolve())
        if refused(findings):
            return Outcome(checked, findings)

        site = site_map(checked.loaded.site, spool.documents, checked.loaded.logo)
        make = renderer(site, _templates(folder), html_only=html_only)
        flaws: list[Finding] = []
        flawed: dict[str, str] = {}
        published: list[str] = []

        def artifacts() -> Iterator[Artifact]:
            shared = tuple(make.shared())
            notices = anchors_of_notices(site, html_only=html_only)
            own = produce(spool, make, {**notices, **anchors_of(shared, site)})
            for product in chain([Product(shared, verify(shared, site, elsewhere=notices))], own):
                flaws.extend(product.flaws)
                flawed.update(_texts(product))
                for artifact in product.artifacts:
                    on_progress(artifact.path)
                    published.append(artifact.path)
                    yield artifact
            if refused(flaws):
                raise _Refused

        try:
            left = publish(artifacts(), out)
        except _Refused:
            return Outcome(checked, (*findings, *sorted(flaws)), refused=flawed)
        documents = tuple(document for of_language in site.documents.values() for document in of_language)
        return Outcome(checked, (*findings, *sorted(flaws)), tuple(published), documents, left=left)


def _templates(folder: Path) -> Path | None:
    """The site's own templates, None if it has none."""
    own = folder / "templates"
    return own if own.is_dir() else None


def _refused(finding: Finding) -> Finding:
    """Raise an unconfirmed or unknown fact to an error, for a release."""
    return replace(finding, level=Level.ERROR) if finding.code in BLOCKS_RELEASE else finding


def _texts(product: Product) -> dict[str, str]:
    """The texts of the files with findings, to show their places."""
    flawed = {flaw.span.file for flaw in product.flaws}
    files = [artifact for artifact in product.artifacts if artifact.path in flawed]
    return {file.path: file.body.decode() if file.kind in (Kind.PAGE, Kind.FRAGMENT) else "" for file in files}
