"""The PDF of a notice: its page, typeset as one file that is both PDF/UA-1 and PDF/A-3a.

- `walk` makes a tree of the page's HTML; an element it does not know is an error, never a loss.
  `runs`, `terms`, `tables`, `anchors` and `contents` are its parts with rules of their own.
- `typeset` sets the tree with Typst in the look of `templates/notice.typ`.
- `row_headers` makes headers of the first cells of rows, which Typst cannot.
"""

import datetime
import re
from dataclasses import dataclass

from notice.load.logo import Logo
from notice.outputs.drawings.svg import ACCENT
from notice.outputs.pdf.tree import Json
from notice.outputs.pdf.walk import walk

# The document date of a notice that has none: PDF/A needs a date, and today's would change the bytes every day.
# It is the day from which Regulation (EU) 2016/679 applies, Article 99(2).
NO_DATE = datetime.date(2018, 5, 25)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a PDF needs beyond the page's sections; every word is already in the notice's language.

    `language` is a primary subtag of BCP 47 (`fi`), `region` its country (`FI`) or None.
    `header` and `footer` run on every page; the page's number is added to the footer in digits, `1 / 4`.
    `contents` is the heading of the table of contents, empty for a PDF without one.
    `draft` is the mark that every page of a draft or an example carries, empty when the notice is final.
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


def pages_of(paper: bytes) -> int:
    """How many pages a PDF has."""
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(paper)) as file:
        return len(file.pages)


def pdf(main: str, paper: Paper, facts: bytes, template: str) -> bytes:
    """Typeset the page's `<main>` element; the same arguments give the same bytes on every day and machine.

    `main` is HTML, `facts` the JSON that the file carries as `notice.json`, `template` the source of `notice.typ`.
    Raises `CannotTypeset` for HTML that the walk does not know, for a character that the font lacks,
    and for whatever Typst refuses or warns of.
    """
    # Typst and pikepdf are loaded here: commands that make no PDF start without them.
    from notice.outputs.pdf.row_headers import add_row_headers
    from notice.outputs.pdf.typeset import typeset

    page = walk(main, paper.language, paper.contents)
    date = paper.date or NO_DATE
    data: dict[str, Json] = {
        "language": paper.language,
        "region": paper.region,
        "document": {
            "title": paper.title,
            "author": paper.author,
            "description": paper.description,
            "keywords": paper.keywords,
            "date": {"year": date.year, "month": date.month, "day": date.day},
        },
        "running": {"header": paper.header, "footer": paper.footer, "draft": paper.draft},
        "facts": paper.facts_description,
        "accent": paper.accent or ACCENT,
        "logo": {"file": paper.logo.name} if paper.logo else None,
        "blocks": page.blocks,
    }
    accent = (paper.accent or ACCENT).encode()
    drawings = {name: _weighted(svg.replace(ACCENT.encode(), accent)) for name, svg in page.drawings.items()}
    pictures = {**drawings, **({paper.logo.name: paper.logo.body} if paper.logo else {})}
    return add_row_headers(typeset(data, facts, pictures, template, date), page.row_headers)


def _weighted(svg: bytes) -> bytes:
    """The drawing with its weights said by the font's axis as well: the engine takes 400 for the font's thinnest."""
    return re.sub(rb'font-weight="(\d+)"', rb"""font-weight="\1" style="font-variation-settings: 'wght' \1\"""", svg)
