"""Reads finished files again and says what is wrong with them; it trusts nothing of the code that made them."""

from collections.abc import Iterable, Mapping

from notice.artifacts import Artifact, Kind
from notice.document import ComposedNotice
from notice.findings import Finding
from notice.outputs.site_map import SiteMap
from notice.verify import drafts, limits, papers, quiet, rights
from notice.verify import site as whole
from notice.verify.built import Anchors, Built, SiteRule
from notice.verify.page import read_page

RULES: tuple[SiteRule, ...] = (*rights.RULES, *limits.RULES, *whole.RULES, *quiet.RULES, *drafts.RULES, *papers.RULES)
"""Every rule over the finished site."""


def verify(
    artifacts: Iterable[Artifact],
    site: SiteMap,
    notices: tuple[ComposedNotice, ...] = (),
    elsewhere: Anchors | None = None,
) -> tuple[Finding, ...]:
    """The findings in the files of `notices`, or in files that notices share; none means that they may be published.

    `elsewhere` are the other files of the site by path.
    """
    files: dict[str, Artifact] = {}
    duplicates = set()
    for artifact in artifacts:
        if artifact.path in files:
            duplicates.add(artifact.path)
        files[artifact.path] = artifact
    built = Built(files, site, notices, elsewhere or {}, tuple(sorted(duplicates)))
    return tuple(sorted({finding for rule in RULES for finding in rule.flaws(built)}))


def anchors_of_notices(site: SiteMap, *, html_only: bool) -> Anchors:
    """The files of every notice by path, each page with its sections' anchors."""
    every = [document for documents in site.documents.values() for document in documents]
    pages = {document.page_path: frozenset(document.anchors) for document in every}
    return pages if html_only else pages | {document.pdf_path: frozenset() for document in every}


def anchors_of(artifacts: Iterable[Artifact]) -> Mapping[str, frozenset[str]]:
    """Finished files by path, each page with its anchors."""
    return {
        artifact.path: frozenset(read_page(artifact.path, artifact.body).ids if artifact.kind is Kind.PAGE else ())
        for artifact in artifacts
    }
