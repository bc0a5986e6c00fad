"""Verification: read finished files back with independent code, and report their faults."""

from collections.abc import Iterable, Iterator

from notice.artifacts import Artifact
from notice.document.composed import ComposedNotice
from notice.document.parts import DocumentInfo
from notice.findings import Finding
from notice.outputs.site_map import SiteMap
from notice.verify import drafts, external_resources, fragments, pdfs, rights
from notice.verify import site as whole
from notice.verify.built import Anchors, Built, SiteRule

RULES: tuple[SiteRule, ...] = (
    *rights.RULES, *whole.RULES, *external_resources.RULES, *drafts.RULES, *pdfs.RULES, *fragments.RULES,
)  # fmt: skip
"""Every rule over the finished site."""


def verify(
    artifacts: Iterable[Artifact],
    site: SiteMap,
    notices: tuple[ComposedNotice, ...] = (),
    elsewhere: Anchors | None = None,
) -> tuple[Finding, ...]:
    """Verify the files of `notices`, or files that notices share; without findings they may be published.

    `elsewhere` are the other files of the site by path.
    """
    built = read(artifacts, site, notices, elsewhere)
    return tuple(sorted({finding for rule in RULES for finding in rule.flaws(built)}))


def read(
    artifacts: Iterable[Artifact],
    site: SiteMap,
    notices: tuple[ComposedNotice, ...] = (),
    elsewhere: Anchors | None = None,
) -> Built:
    """The files of `notices`, or files that notices share, prepared for the rules."""
    files: dict[str, Artifact] = {}
    duplicates = set()
    for artifact in artifacts:
        if artifact.path in files:
            duplicates.add(artifact.path)
        files[artifact.path] = artifact
    return Built(files, site, notices, elsewhere or {}, tuple(sorted(duplicates)))


def anchors_of_notices(site: SiteMap, *, html_only: bool) -> Anchors:
    """The files of every notice by path, each page with its sections' anchors."""
    documents = [document for in_language in site.documents.values() for document in in_language]
    anchors = {path: frozenset(document.anchors) for document in documents for path in site.pages_of(document)}
    files = [path for document in documents for path in _files_beside(document, site, html_only)]
    return anchors | {path: frozenset[str]() for path in files}


def _files_beside(document: DocumentInfo, site: SiteMap, html_only: bool) -> Iterator[str]:
    """The paths of a document's files beside its page."""
    if not html_only:
        yield document.pdf_path
    if site.embed:
        yield from (document.fragment_path, document.plain_path, document.facts_path)


def anchors_of(artifacts: Iterable[Artifact], site: SiteMap) -> Anchors:
    """Finished files by path, each page with its anchors."""
    built = read(artifacts, site)
    return {path: frozenset(built.pages[path].ids if path in built.pages else ()) for path in built.files}
