"""The text of a PDF by its marks: what PDFium reads under each number that the structure tree refers to."""

import codecs
import ctypes
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

# PDFium may not be called from two threads at once.
_ONE_AT_A_TIME = threading.Lock()

# What PDFium makes of a hyphen at the end of a line.
_LINE_END_HYPHEN = "\x02"
_SOFT_HYPHEN = "\u00ad"

_TEXT_OBJECT = pdfium.FPDF_PAGEOBJ_TEXT


@dataclass(frozen=True, slots=True)
class MarkedText:
    """`marks` holds pieces of text, each after its language if it has one, by page and mark number;
    `running` holds each page's text without a number."""

    marks: dict[tuple[int, int], list[tuple[str, str]]]
    running: tuple[str, ...]

    def pieces(self, page: int, mark: int, lang: str) -> list[tuple[str, str]]:
        """The text under a mark, in pieces after their languages; `lang` is that of the element around."""
        return [(own or lang, text) for own, text in self.marks.get((page, mark), [])]


def read_marked_text(pdf: bytes) -> MarkedText:
    """Read all pages; raises `pypdfium2.PdfiumError` for what is no PDF."""
    marks: dict[tuple[int, int], list[tuple[str, str]]] = {}
    running = []
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in range(len(document)):
                unmarked = []
                for mark, lang, text in _page_texts(document[number]):
                    if mark >= 0:
                        marks.setdefault((number, mark), []).append((lang, text))
                    else:
                        unmarked.append(text)
                running.append(" ".join(" ".join(unmarked).split()))
        finally:
            document.close()
    return MarkedText(marks, tuple(running))


def _page_texts(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str, str]]:
    """Each text object in painting order: its mark's number or -1, its own language or nothing, its text."""
    words = page.get_textpage()
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        each = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(each) != _TEXT_OBJECT:
            continue
        marks = [pdfium.FPDFPageObj_GetMark(each, i) for i in range(pdfium.FPDFPageObj_CountMarks(each))]
        text = _parameter(marks, b"ActualText") or _text(each, words)
        yield pdfium.FPDFPageObj_GetMarkedContentID(each), _parameter(marks, b"Lang"), _whole_words(text)
    words.close()


def _whole_words(text: str) -> str:
    """The text without the hyphens that only lines need: soft ones, and a line's last when it stands by itself.

    A hyphen of the word's own stands with its word, and PDFium gives it the same sign at the end of a line.
    """
    if text in (_LINE_END_HYPHEN, _SOFT_HYPHEN):
        return ""
    return text.replace(_LINE_END_HYPHEN, "-")


def _parameter(marks: Sequence[Any], key: bytes) -> str:
    """The innermost mark's parameter of that name, nothing when there is none.

    Read as bytes: PDFium's own reading of strings takes UTF-16 for single bytes.
    """
    for mark in reversed(marks):
        size = ctypes.c_ulong()
        buffer = _BYTES
        if not pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, len(buffer), size) or not size.value:
            continue
        if size.value > len(buffer):
            buffer = (ctypes.c_ubyte * size.value)()
            pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, len(buffer), size)
        raw = bytes(buffer[: size.value])
        return raw[2:].decode("utf-16-be") if raw.startswith(codecs.BOM_UTF16_BE) else raw.decode("latin-1")
    return ""


def _text(each: Any, words: pypdfium2.PdfTextPage) -> str:
    buffer = _SIGNS
    size = pdfium.FPDFTextObj_GetText(each, words, _as_signs(buffer), len(buffer))
    if size > len(buffer):
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFTextObj_GetText(each, words, _as_signs(buffer), size)
    # Of a space that stands alone at the end of a line PDFium says nothing.
    return buffer.raw[: size - 2].decode("utf-16-le") or " "


def _as_signs(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))


# Room for what PDFium says, used again and again under the lock: nearly all texts and marks fit.
_BYTES = (ctypes.c_ubyte * 512)()
_SIGNS = ctypes.create_string_buffer(4096)
