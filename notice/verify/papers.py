"""B, the PDF: it says what the page says, in the same order, and claims the standards that it keeps."""

from collections.abc import Iterator

from notice.verify.built import Built, Flaw, site_rule
from notice.verify.structure import same_words

CLAIMS = {"PDF/UA-1", "PDF/A-3A"}
"""ISO 14289-1 and ISO 19005-3, level A."""

ATTACHMENT = "notice.json"


@site_rule("B011")
def pdf_differs(built: Built) -> Iterator[Flaw]:
    """The PDF holds the page's headings, texts, lists and tables, in order and in the right language.

    Fails with::

        <p>Words that no PDF has.</p>
    """
    for _, document, page in built.documents():
        paper = built.papers.get(document.pdf_path)
        if paper:
            for difference in same_words(page.main, paper, document.language)[:5]:
                yield Flaw(document.pdf_path, f"The PDF and the page differ: {difference}")


@site_rule("B012")
def pdf_without_claims(built: Built) -> Iterator[Flaw]:
    """A PDF is an accessible and archivable one: PDF/UA-1 and PDF/A-3a, with a title and the facts attached.

    Fails without::

        notice.json
    """
    for _, document, _ in built.documents():
        paper = built.papers.get(document.pdf_path)
        if paper is None:
            continue
        if not set(paper.claims) >= CLAIMS or not paper.title:
            yield Flaw(document.pdf_path, f"The PDF claims only: {', '.join(paper.claims) or 'nothing'}")
        if not paper.attachments.get(ATTACHMENT):
            yield Flaw(document.pdf_path, f"The PDF does not hold its facts, `{ATTACHMENT}`")


RULES = (pdf_differs, pdf_without_claims)
