"""B, the PDF: the same words as on the page, in the same order, and the standards that it claims."""

import difflib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from notice.findings import Violation
from notice.verify.built import Built, site_rule
from notice.verify.readings import Block, PdfReading, primary

CLAIMS = {"PDF/UA-1", "PDF/A-3A"}
"""ISO 14289-1 and ISO 19005-3, level A."""

ATTACHMENT = "notice.json"

MOST = 5
"""The most differences reported per PDF."""


@site_rule("B011")
def pdf_differs(built: Built) -> Iterator[Violation]:
    """The PDF holds the page's headings, texts, lists and tables, in order and in the right language.

    Fails with::

        <p>Words that no PDF has.</p>
    """
    for _, document, _ in built.documents():
        pdf = built.pdfs.get(document.pdf_path)
        if pdf:
            for difference in differences(built.blocks(document), pdf)[:MOST]:
                yield built.place(document.pdf_path).violation(difference.kind, **dict(difference.arguments))


@site_rule("B012")
def pdf_without_claims(built: Built) -> Iterator[Violation]:
    """A PDF is an accessible and archivable one: PDF/UA-1 and PDF/A-3a, with a title and the facts attached.

    Fails without::

        notice.json
    """
    for _, document, _ in built.documents():
        pdf = built.pdfs.get(document.pdf_path)
        if pdf is None:
            continue
        place = built.place(document.pdf_path)
        if missing := sorted(CLAIMS - {*pdf.claims}):
            yield place.violation("no-claim", standards=missing)
        if not pdf.title:
            yield place.violation("no-title")
        if not pdf.attachments.get(ATTACHMENT):
            yield place.violation("no-facts", file=ATTACHMENT)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a page and its PDF: its kind, which is a message key of B011, with the arguments."""

    kind: Literal["only-on-page", "only-in-pdf", "other-words", "other-role", "other-language"]
    arguments: tuple[tuple[str, str], ...]


def differences(page: Sequence[Block], pdf: PdfReading) -> list[Difference]:
    """Compare a page's blocks with its PDF, in order: role, text, language of every stretch.

    Not compared: the table of contents with its heading, and the headers and footers of the pages.
    """
    on_page = [_comparable(block) for block in page]
    in_pdf = [_comparable(block) for block in _without_contents(pdf.blocks)]
    result: list[Difference] = []
    for _, start, end, at, until in difflib.SequenceMatcher(None, on_page, in_pdf, autojunk=False).get_opcodes():
        result.extend(_differences(on_page[start:end], in_pdf[at:until]))
    return result


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without tables of contents and the headings directly before them."""
    kept: list[Block] = []
    for block in blocks:
        if block.role != "TOC":
            kept.append(block)
        elif kept and kept[-1].role.startswith("H"):
            kept.pop()
    return kept


def _comparable(block: Block) -> Block:
    """Reduce the block to what both formats can express.

    A page has `fi` where its PDF has `fi-FI`. After a hyphen at the end of a line, PDFium returns no space:
    `asiakas- ja` and `asiakas-ja` compare as equal.
    """
    parts = tuple((primary(lang), text.replace("- ", "-")) for lang, text in block.parts)
    return Block(block.role, block.text.replace("- ", "-"), primary(block.lang), parts)


def _differences(on_page: Sequence[Block], in_pdf: Sequence[Block]) -> Iterator[Difference]:
    for page, pdf in itertools.zip_longest(on_page, in_pdf):
        if page == pdf:
            continue
        if pdf is None:
            yield Difference("only-on-page", (("role", page.role), ("text", _short(page.text))))
        elif page is None:
            yield Difference("only-in-pdf", (("role", pdf.role), ("text", _short(pdf.text))))
        elif page.text != pdf.text:
            start = max(0, _alike(page.text, pdf.text) - 20)
            texts = (("page_text", _short(page.text, start)), ("pdf_text", _short(pdf.text, start)))
            yield Difference("other-words", (("page_role", page.role), ("pdf_role", pdf.role), *texts))
        elif page.role != pdf.role:
            roles = (("page_role", page.role), ("pdf_role", pdf.role))
            yield Difference("other-role", (("text", _short(page.text)), *roles))
        else:
            languages = (("page_languages", _languages(page)), ("pdf_languages", _languages(pdf)))
            yield Difference("other-language", (("text", _short(page.text)), *languages))


def _alike(page: str, pdf: str) -> int:
    """The number of characters that two texts have in common at the start."""
    return next((at for at, (a, b) in enumerate(zip(page, pdf, strict=False)) if a != b), min(len(page), len(pdf)))


def _short(text: str, start: int = 0) -> str:
    """At most 60 characters from `start`."""
    rest = text[start:]
    return ("…" if start else "") + (rest if len(rest) <= 60 else rest[:59] + "…")


def _languages(block: Block) -> str:
    return ", ".join([block.lang, *(f"{lang} (“{_short(text)}”)" for lang, text in block.parts)])


RULES = (pdf_differs, pdf_without_claims)
