"""The PDF of a notice: its page, typeset as one file that is both PDF/UA-1 and PDF/A-3a.

- `walk` converts the page's HTML to a tree; an unknown element is an error, so that nothing is lost.
  `runs` converts lines of text, `tables` tables and lists of terms; `pagination` keeps blocks together.
- `typeset` typesets the tree with Typst and the template `templates/notice.typ`.
- `row_headers` marks the cells that head rows, which Typst cannot.
"""

import datetime
import io
import re
from dataclasses import dataclass

from notice.load.logo import Logo
from notice.outputs.drawings.svg import ACCENT
from notice.outputs.pdf.tree import Json
from notice.outputs.pdf.walk import walk

# The document date of a notice without one: PDF/A needs a date, and today's would change the bytes every day.
# It is the day from which Regulation (EU) 2016/679 applies, Article 99(2).
NO_DATE = datetime.date(2018, 5, 25)


@dataclass(frozen=True, slots=True)
class PdfMetadata:
    """The metadata, header and footer of a PDF; every word is already in the notice's language.

    `language` is a primary subtag of BCP 47 (`fi`), `region` its country (`FI`) or None.
    `header` and `footer` are on every page; the page's number is added to the footer in digits, `1 / 4`.
    `contents` is the heading of the table of contents, empty for a PDF without one.
    `draft` is the mark on every page of a draft or an example, empty when the notice is final.
    `accent` is the owner's colour, `#rrggbb`, and `logo` the picture above the title, where there are any.
    """

    language: str
    region: str | None
    title: str
    author: str
    description: str
    keywords: tuple[str, ...]
    date: datetime.date | None
    header: str
    footer: str
    contents: str
    draft: str
    facts_description: str
    accent: str | None = None
    logo: Logo | None = None


def pages_of(body: bytes) -> int:
    """The number of pages of a PDF."""
    import pikepdf  # here: a build without PDFs imports none of the PDF libraries

    with pikepdf.open(io.BytesIO(body)) as file:
        return len(file.pages)


def pdf(main: str, metadata: PdfMetadata, facts: bytes, template: str) -> bytes:
    """Typeset the page's `<main>` element; the same arguments give the same bytes on every day and machine.

    `main` is HTML, `facts` the JSON to attach as `notice.json`, `template` the source of `notice.typ`.
    Raises `CannotTypeset` for an unknown element, for a character that the font lacks,
    and for every error and warning of Typst.
    """
    # Here: a build without PDFs loads neither Typst nor pikepdf.
    from notice.outputs.pdf.typeset import add_row_headers, typeset

    page = walk(main, metadata.language, metadata.contents)
    date = metadata.date or NO_DATE
    data: dict[str, Json] = {
        "language": metadata.language,
        "region": metadata.region,
        "document": {
            "title": metadata.title,
            "author": metadata.author,
            "description": metadata.description,
            "keywords": metadata.keywords,
            "date": {"year": date.year, "month": date.month, "day": date.day},
        },
        "running": {"header": metadata.header, "footer": metadata.footer, "draft": metadata.draft},
        "facts": metadata.facts_description,
        "accent": metadata.accent or ACCENT,
        "logo": {"file": metadata.logo.name} if metadata.logo else None,
        "blocks": page.blocks,
    }
    accent = (metadata.accent or ACCENT).encode()
    drawings = {name: _weighted(svg.replace(ACCENT.encode(), accent)) for name, svg in page.drawings.items()}
    pictures = {**drawings, **({metadata.logo.name: metadata.logo.body} if metadata.logo else {})}
    return add_row_headers(typeset(data, facts, pictures, template, date), page.row_headers)


def _weighted(svg: bytes) -> bytes:
    """Add the font's weight axis to the drawing: Typst treats weight 400 as the font's thinnest."""
    return re.sub(rb'font-weight="(\d+)"', rb"""font-weight="\1" style="font-variation-settings: 'wght' \1\"""", svg)
