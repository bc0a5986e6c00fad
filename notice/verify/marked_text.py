"""Extract the text of a PDF by marked-content id (MCID), the number to which the structure tree refers."""

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

# The character that PDFium returns for a hyphen at the end of a line.
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
        """The text under a mark, as pairs of language and text; `lang` is that of the enclosing element."""
        return [(own or lang, text) for own, text in self.marks.get((page, mark), [])]


def read_marked_text(pdf: bytes) -> MarkedText:
    """Read all pages; raises `pypdfium2.PdfiumError` for a file that is not a PDF."""
    marks: dict[tuple[int, int], list[tuple[str, str]]] = {}
    running = []
    reader = _Reader()
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in range(len(document)):
                unmarked = []
                for mark, lang, text in reader.texts(document[number]):
                    if mark >= 0:
                        marks.setdefault((number, mark), []).append((lang, text))
                    else:
                        unmarked.append(text)
                running.append(" ".join(" ".join(unmarked).split()))
        finally:
            document.close()
    return MarkedText(marks, tuple(running))


class _Reader:
    """Reads the text objects of pages; its buffers, large enough for nearly all texts and marks, are reused."""

    def __init__(self) -> None:
        self._bytes = (ctypes.c_ubyte * 512)()
        self._signs = ctypes.create_string_buffer(4096)

    def texts(self, page: pypdfium2.PdfPage) -> Iterator[tuple[int, str, str]]:
        """Each text object in painting order: its mark's number or -1, its own language or "", its text."""
        words = page.get_textpage()
        for at in range(pdfium.FPDFPage_CountObjects(page)):
            each = pdfium.FPDFPage_GetObject(page, at)
            if pdfium.FPDFPageObj_GetType(each) != _TEXT_OBJECT:
                continue
            marks = [pdfium.FPDFPageObj_GetMark(each, i) for i in range(pdfium.FPDFPageObj_CountMarks(each))]
            text = self._parameter(marks, b"ActualText") or self._text(each, words)
            yield pdfium.FPDFPageObj_GetMarkedContentID(each), self._parameter(marks, b"Lang"), _whole_words(text)
        words.close()

    def _parameter(self, marks: Sequence[Any], key: bytes) -> str:
        """The parameter `key` of the innermost mark that has it, "" when there is none.

        Read as bytes: PDFium's own string API mistakes UTF-16 for single bytes.
        """
        for mark in reversed(marks):
            size = ctypes.c_ulong()
            buffer = self._bytes
            if not pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, len(buffer), size) or not size.value:
                continue
            if size.value > len(buffer):
                buffer = (ctypes.c_ubyte * size.value)()
                pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, len(buffer), size)
            raw = bytes(buffer[: size.value])
            return raw[2:].decode("utf-16-be") if raw.startswith(codecs.BOM_UTF16_BE) else raw.decode("latin-1")
        return ""

    def _text(self, each: Any, words: pypdfium2.PdfTextPage) -> str:
        buffer = self._signs
        size = pdfium.FPDFTextObj_GetText(each, words, _as_signs(buffer), len(buffer))
        if size > len(buffer):
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(each, words, _as_signs(buffer), size)
        # PDFium returns no text for a single space at the end of a line.
        return buffer.raw[: size - 2].decode("utf-16-le") or " "


def _whole_words(text: str) -> str:
    """Remove the hyphens of line breaks: soft hyphens, and a line's last hyphen when it is a text object of its own.

    A hyphen of the word itself is in the word's text object; PDFium returns the same character for it at a line's end.
    """
    if text in (_LINE_END_HYPHEN, _SOFT_HYPHEN):
        return ""
    return text.replace(_LINE_END_HYPHEN, "-")


def _as_signs(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
