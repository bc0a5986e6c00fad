"""The review as a Word document: a table for each section, each text marked with its language for spelling checkers."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from notice.languages import own_name
from notice.review.lines import Aligned
from notice.review.page import heads
from notice.review.review import Review, ReviewedSection
from notice.review.tags import tag

MADE = datetime(2000, 1, 1)
"""The time in the file's properties: of no run, so that the same review is the same bytes."""

FACTS_WIDTH, WIDTH = 42, 273
"""The widths of the column of facts and of the whole table, in millimetres."""

BLACK, GREY, BROWN = RGBColor(0x1B, 0x1B, 0x1B), RGBColor(0x44, 0x44, 0x44), RGBColor(0x7A, 0x3E, 0x00)


def word(review: Review, labels: Mapping[str, str], laws: Mapping[str, str], language: str) -> bytes:
    """The document; `labels` and `laws`, the citations by section, are in the `language` of the run."""
    made = Document()
    first = review.document_in(language)
    title = f"{labels['title']}: {first.title}"
    _set_up(made, title, language)
    _add(made.add_heading(level=1), title, language)
    for line in (labels["intro"], *heads(review, labels, language)):
        _add(made.add_paragraph(), line, language)
    for section in review.sections:
        _section(made, section, review, labels, laws[section.id], language)
    if review.replaced:
        _replaced(made, review, labels, language)
    _sign(made, review, labels, language)
    body = BytesIO()
    made.save(body)
    return _without_times(body)


def _set_up(made: Any, title: str, language: str) -> None:
    """A4 landscape, a small font, and the properties that readers of the file show."""
    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(12)
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Calibri", Pt(9)
    for level in (1, 2):
        made.styles[f"Heading {level}"].font.color.rgb = BLACK
    made.styles["Normal"].paragraph_format.space_after = Pt(2)
    _mark(made.styles["Normal"].element.get_or_add_rPr(), language)
    properties = made.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "notice", "", tag(language)
    properties.created = properties.modified = MADE


def _section(
    made: Any, section: ReviewedSection, review: Review, labels: Mapping[str, str], law: str, language: str
) -> None:
    code, title = section.title_in(language)
    _add(made.add_heading(level=2), title, code)
    if law:
        _add(made.add_paragraph(), f"{labels['answers']}: {law}", language)
    codes = review.languages
    table = _table(made, [(labels["fact"], language), *((own_name(code), code) for code in codes)])
    cells = _added(table).cells
    _add(cells[0].paragraphs[0], labels["heading"], language)
    for cell, code in zip(cells[1:], codes, strict=True):
        _add(cell.paragraphs[0], section.titles.get(code, ""), code, bold=True)
    for row in section.rows:
        _row(table, row, review, labels, language)


def _row(table: Any, row: Aligned, review: Review, labels: Mapping[str, str], language: str) -> None:
    cells = _added(table).cells
    _add(cells[0].paragraphs[0], "\n".join(row.shown_facts) or "–", "", size=7, colour=GREY)
    for cell, code in zip(cells[1:], review.languages, strict=True):
        line, paragraph = row.lines.get(code), cell.paragraphs[0]
        if line is None:
            _add(paragraph, labels["none"], language, colour=BROWN)
            continue
        if line.label:
            _add(paragraph, line.label, code, bold=True)
            paragraph = cell.add_paragraph() if line.text else paragraph
        for text in line.text.split("\n") if line.text else ():
            _add(paragraph, text, code)
            paragraph = cell.add_paragraph() if text != line.text.split("\n")[-1] else paragraph
        for path in review.replaced_in(line.words, code):
            _add(cell.add_paragraph(), f"{labels['own']}: {path}", language, size=7, colour=BROWN)


def _replaced(made: Any, review: Review, labels: Mapping[str, str], language: str) -> None:
    _add(made.add_heading(level=2), labels["replaced"], language)
    table = _table(made, [(labels[key], language) for key in ("fact-word", "language", "own", "standard")])
    for one in review.replaced:
        cells = _added(table).cells
        _add(cells[0].paragraphs[0], one.word, "", size=7, colour=GREY)
        _add(cells[1].paragraphs[0], own_name(one.language), one.language)
        _add(cells[2].paragraphs[0], one.own, one.language)
        _add(cells[3].paragraphs[0], one.standard, one.language)


def _sign(made: Any, review: Review, labels: Mapping[str, str], language: str) -> None:
    _add(made.add_heading(level=2), labels["sign"], language)
    _add(made.add_paragraph(), f"{labels['sign-text']} {review.version}", language)
    table = _table(made, [(labels[key], language) for key in ("language", "name", "date", "signature", "remarks")])
    for code in review.languages:
        row = _added(table)
        row.height = Mm(12)
        _add(row.cells[0].paragraphs[0], own_name(code), code)


def _table(made: Any, heads: Sequence[tuple[str, str]]) -> Any:
    """A table with its head, which is repeated on each page; each head with its language."""
    table = made.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    widths = [FACTS_WIDTH, *[(WIDTH - FACTS_WIDTH) / (len(heads) - 1)] * (len(heads) - 1)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, (head, language), width in zip(table.rows[0].cells, heads, widths, strict=True):
        cell.width = Mm(width)
        _add(cell.paragraphs[0], head, language, bold=True)
    _flag(table.rows[0], "w:tblHeader")
    return table


def _added(table: Any) -> Any:
    """A new row, which no page break splits."""
    row = table.add_row()
    _flag(row, "w:cantSplit")
    return row


def _flag(row: Any, name: str) -> None:
    flag = OxmlElement(name)
    flag.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(flag)


def _add(
    paragraph: Any, text: str, language: str, *, bold: bool = False, size: int = 0, colour: RGBColor | None = None
) -> None:
    """Add a run in the language; "" for paths and ids, which no dictionary has."""
    run = paragraph.add_run("".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    _mark(run._r.get_or_add_rPr(), language)


def _mark(properties: Any, language: str) -> None:
    """Mark the language of a run or a style, or that spelling is not checked."""
    if not language:
        properties.append(OxmlElement("w:noProof"))
        return
    mark = properties.find(qn("w:lang"))
    if mark is None:
        mark = OxmlElement("w:lang")
        properties.append(mark)
    mark.set(qn("w:val"), tag(language))


def _without_times(body: BytesIO) -> bytes:
    """The file with one time for all its parts: the same review is the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(body) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    return made.getvalue()
