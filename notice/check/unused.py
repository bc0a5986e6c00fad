"""Which words of a site can be called unused: none whose fact could not be read, or that another notice uses."""

from collections.abc import Collection, Mapping

from notice.findings import Finding, Level, Span
from notice.load import SITE, TERMS, Loaded
from notice.rules.wording.unused import word_unused

OF_ALL_NOTICES = frozenset({SITE, TERMS, "content/controller.yaml"})
"""The files whose facts every notice uses."""


def settled(found: Mapping[str, set[Finding]], loaded: Loaded) -> set[Finding]:
    """All findings of the notices, without those on unused words that are not settled.

    `found` is what the rules find in each notice whose register could be read. While a fact of a notice cannot be
    read, the word that it would use is not known. A word of the whole site is unused where no notice asks for it.
    """
    everything = set[Finding]().union(*found.values())
    unused = {one for one in everything if one.code == word_unused.code}
    certain = [{one.span: one for one in of_one & unused} for id, of_one in found.items() if is_read(id, loaded)]
    own = {one for of_one in certain for one in of_one.values() if not _is_of_site(one.span)}
    shared = [{span for span in of_one if _is_of_site(span)} for of_one in certain]
    nowhere = set.intersection(*shared) if shared and len(certain) == len(loaded.notices) else set()
    return (everything - unused) | own | {certain[0][span] for span in nowhere}


def is_read(id: str, loaded: Loaded) -> bool:
    """True when every fact that the notice is made of could be read."""
    return not unread(loaded.findings) & {*OF_ALL_NOTICES, f"content/registers/{id}.yaml"}


def unread(findings: Collection[Finding]) -> set[str]:
    """The files of which something could not be read."""
    return {one.span.file for one in findings if one.code.startswith("Y") and one.level is Level.ERROR}


def _is_of_site(span: Span) -> bool:
    return span.file.endswith("/site.yaml")
