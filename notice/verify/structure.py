"""Reads a finished PDF back as a screen reader would: the words of its structure tree in order, by their marks."""

import codecs
import ctypes
import io
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from notice.verify.readings import Block, PdfReading, block

# PDFium may not be called from two threads at once.
_ONE_AT_A_TIME = threading.Lock()

# The sign that PDFium gives for a hyphen at the end of a line.
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
    """Reads the text objects of pages; its buffers, large enough for nearly all texts and marks, are used again."""

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
        """The innermost mark's parameter of that name, "" when there is none.

        Read as bytes: PDFium's own reading of strings takes UTF-16 for single bytes.
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
        # For a space that is alone at the end of a line PDFium gives no text.
        return buffer.raw[: size - 2].decode("utf-16-le") or " "


def _whole_words(text: str) -> str:
    """The text without the hyphens that only lines need: soft ones, and a line's last when it is an object by itself.

    A hyphen of the word's own is in one object with its word, and PDFium gives it the same sign at the end of a line.
    """
    if text in (_LINE_END_HYPHEN, _SOFT_HYPHEN):
        return ""
    return text.replace(_LINE_END_HYPHEN, "-")


def _as_signs(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))


# The XMP names under which a file claims its standard, ISO 14289-1 clause 5 and ISO 19005-3 clause 6.6.4.
_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"

_INLINE = ("Span", "Strong", "Em", "Link", "Quote", "Reference", "Code")


def read_structure(pdf: bytes) -> PdfReading:
    """Read a tagged PDF; one without structure has no blocks. Raises `pikepdf.PdfError` for any other file."""
    marked = read_marked_text(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        language = str(file.Root.get("/Lang", ""))
        walk = _Walk(file, marked)
        if "/StructTreeRoot" in file.Root:
            walk.element(file.Root.StructTreeRoot, language)
        return PdfReading(
            language=language,
            title=str(file.docinfo.get("/Title", "")),
            blocks=walk.blocks(language),
            attachments={name: spec.get_file().read_bytes() for name, spec in file.attachments.items()},
            pages=len(file.pages),
            claims=_claims(file),
            running=marked.running,
        )


class _Walk:
    """Collects the words of a structure tree: every element with a role of its own starts a block."""

    def __init__(self, file: pikepdf.Pdf, marked: MarkedText) -> None:
        self._marked = marked
        tree = file.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        self._roles = {str(name): str(role) for name, role in tree.get("/RoleMap", {}).items()}
        self._pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        self._found: list[tuple[str, list[tuple[str, str]]]] = []

    def blocks(self, language: str) -> tuple[Block, ...]:
        """The blocks with words, and tables of contents."""
        blocks = [block(role, pieces, language) for role, pieces in self._found]
        return tuple(block for block in blocks if block.text or block.role == "TOC")

    def element(self, element: pikepdf.Object, lang: str, page: int = 0, bullets: bool = False) -> None:
        """Collect the words of an element, in order."""
        role = self._role(element)
        lang = str(element.get("/Lang", lang))
        page = self._pages[element.Pg.objgen] if "/Pg" in element else page
        if role == "Lbl" and bullets:
            return
        if role not in _INLINE:
            # Words in an element that should have none keep its role, and so differ from every page.
            self._found.append((role, []))
        if role == "TOC":
            return
        if role == "Figure":
            # A drawing is read by its alternative text; the text in it is part of the picture.
            self._found[-1][1].append((lang, str(element.get("/Alt", ""))))
            return
        bullets = _has_bullets(element) if role == "L" else bullets
        mine = self._found[-1][1]
        for kid in _each(element.get("/K")):
            if isinstance(kid, int):
                mine += self._marked.pieces(page, kid, lang)
            elif "/MCID" in kid:
                own = self._pages[kid.Pg.objgen] if "/Pg" in kid else page
                mine += self._marked.pieces(own, int(kid.MCID), lang)
            elif "/S" in kid:
                self.element(kid, lang, page, bullets)

    def _role(self, element: pikepdf.Object) -> str:
        """The standard role of an element, by the file's map of its own names."""
        name = str(element.get("/S", "/StructTreeRoot"))
        return self._roles.get(name, name).removeprefix("/")


def _has_bullets(element: pikepdf.Object) -> bool:
    """Whether a list's labels are symbols only, ISO 32000-1 table 347; numbers and terms are words."""
    for each in _each(element.get("/A")):
        if not isinstance(each, int) and "/ListNumbering" in each:
            return str(each.ListNumbering) in ("/Disc", "/Circle", "/Square")
    return False


def _each(value: object) -> Iterator[int | pikepdf.Object]:
    """The entries of an array, or a single value; references to annotations are left out."""
    for each in value if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(each, int | pikepdf.Dictionary):
            yield each


def _claims(file: pikepdf.Pdf) -> tuple[str, ...]:
    if "/Metadata" not in file.Root:
        return ()
    properties: dict[str, str] = {}
    for element in ElementTree.fromstring(file.Root.Metadata.read_bytes()).iter():
        properties |= element.attrib
        properties[element.tag] = (element.text or "").strip()
    claims = []
    if _PDFUA + "part" in properties:
        claims.append("PDF/UA-" + properties[_PDFUA + "part"])
    if _PDFA + "part" in properties:
        claims.append("PDF/A-" + properties[_PDFA + "part"] + properties.get(_PDFA + "conformance", ""))
    return tuple(claims)
