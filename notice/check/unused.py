"""Leave out findings on unused words whose fact could not be read, or that another notice of the site uses."""

from collections.abc import Collection, Mapping

from notice.findings import Finding, Level, Span
from notice.load import SITE, TERMS, Loaded
from notice.rules.wording.unused import word_unused

OF_ALL_NOTICES = frozenset({SITE, TERMS, "content/controller.yaml"})
"""The files whose facts every notice uses."""


def settled(found: Mapping[str, set[Finding]], loaded: Loaded) -> set[Finding]:
    """All findings of the notices, without those on unused words that are not certain.

    `found` are the findings of the rules in each notice whose register could be read. While a fact of a notice cannot
    be read, the words that it would use are not known. A word of the whole site is unused where no notice looks it up.
    """
    findings = set[Finding]().union(*found.values())
    unused = {finding for finding in findings if finding.code == word_unused.code}
    certain = [
        {finding.span: finding for finding in of_notice & unused}
        for id, of_notice in found.items()
        if is_read(id, loaded)
    ]
    own = {finding for by_span in certain for finding in by_span.values() if not _is_of_site(finding.span)}
    shared = [{span for span in by_span if _is_of_site(span)} for by_span in certain]
    nowhere = set.intersection(*shared) if shared and len(certain) == len(loaded.notices) else set()
    return (findings - unused) | own | {certain[0][span] for span in nowhere}


def is_read(id: str, loaded: Loaded) -> bool:
    """Whether every fact of the notice could be read."""
    return not unread(loaded.findings) & {*OF_ALL_NOTICES, f"content/registers/{id}.yaml"}


def unread(findings: Collection[Finding]) -> set[str]:
    """The files of which something could not be read."""
    return {fault.span.file for fault in findings if fault.code.startswith("Y") and fault.level is Level.ERROR}


def _is_of_site(span: Span) -> bool:
    return span.file.endswith("/site.yaml")
