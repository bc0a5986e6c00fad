"""Read a finished PDF back as a screen reader would: the words of its structure tree in order."""

import io
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

from notice.verify.marked_text import MarkedText, read_marked_text
from notice.verify.readings import Block, PdfReading, block

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
