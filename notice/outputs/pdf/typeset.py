"""Typeset a tree and a template with Typst, as PDF/UA-1 and PDF/A-3a.

Typst fetches a package that it lacks from the net, and has no option that forbids it. Therefore a template that could
name one is refused before Typst reads it: `import`, `include`, `eval`, which runs a text as code, and `std` as a value,
from which `eval` could be taken under another name.
Row headers are marked afterwards: Typst does not write them.
"""

import ast
import datetime
import functools
import importlib.resources
import io
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf
import typst

from notice.errors import CannotTypeset
from notice.outputs.pdf.tree import Json, RowHeaders

_BRINGS_IN = re.compile(r"(?<![\w-])(?:(import|include|eval)(?![\w-])|(std)(?![\w-]|\.[a-z]))")
_LACKING = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')


def typeset(
    data: Mapping[str, Json], facts: bytes, pictures: Mapping[str, bytes], template: str, date: datetime.date
) -> bytes:
    """Set `data` with the Typst source `template`, which reads `data.json` and attaches `notice.json`, the facts.

    `pictures` are files that `data` names, SVG or PNG.

    Nothing outside the arguments is read: no system font, no file, no clock, no package from the net.
    Raises `CannotTypeset` for every error and warning of Typst.
    """
    refuse_imports(template)
    # Data in a file, not in `sys_inputs`, which would rebuild Typst's library and invalidate its cache.
    files = {
        "main.typ": template.encode(),
        "data.json": json.dumps(data, ensure_ascii=False, sort_keys=True).encode(),
        "notice.json": facts,
        **{name: body for name, body in pictures.items() if not name.endswith(".png")},
    }
    # Typst reads other files from its root, by default the working folder: a temporary folder confines it.
    # Binary pictures are written there, because the dict of files accepts only text.
    with tempfile.TemporaryDirectory(prefix="notice-") as root:
        for name in pictures.keys() - files.keys():
            Path(root, name).write_bytes(pictures[name])
        # The stubs of typst lack the documented dict of files.
        compiler = typst.Compiler(files, root=root, font_paths=_fonts())  # type: ignore[type-var]
        try:
            body, warnings = compiler.compile_with_warnings(  # type: ignore[type-var]
                input=files,
                format="pdf",
                pdf_standards=["a-3a", "ua-1"],
                timestamp=datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC),
            )
        except typst.TypstError as error:
            raise _refusal(error.message, error.hints, data) from error
        except BaseException as error:
            # A panic of the engine is not an `Exception`, and its type cannot be imported.
            if type(error).__name__ != "PanicException":
                raise
            raise CannotTypeset("pdf.failed", why=error) from error
    if warnings:
        raise _refusal(warnings[0].message, warnings[0].hints, data)
    assert isinstance(body, bytes)
    return body


@functools.lru_cache(maxsize=8)
def refuse_imports(template: str) -> None:
    """Raise `CannotTypeset`, with the line, for a template that imports something; comment lines are skipped."""
    # `splitlines` splits at more characters than Typst does, so no code can hide in a comment line.
    for number, line in enumerate(template.splitlines(), 1):
        match = None if line.lstrip().startswith("//") else _BRINGS_IN.search(line)
        if match:
            word = match[1] or match[2]
            raise CannotTypeset("pdf.brings-in", place=f"templates/notice.typ:{number}", word=word)


@functools.cache
def _fonts() -> typst.Fonts:
    """The one font family of the PDF, from its package; no fallback font, since the glyphs are part of the bytes."""
    folder = importlib.resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _refusal(message: str, hints: Sequence[str], data: Json) -> CannotTypeset:
    lacking = _LACKING.search(message)
    if lacking is None:
        return CannotTypeset("pdf.refused", why="; ".join((message, *hints)))
    text = _unquoted(lacking[1])
    names = ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in text)
    place = next((string for string in _strings(data) if text in string), text)
    at = place.find(text)
    around = place[max(0, at - 30) : at + 30]
    return CannotTypeset("pdf.no-glyph", text=text, names=names, around=around)


def _unquoted(literal: str) -> str:
    """The text of a Typst string literal, whose escapes differ from Python's only in `\\u{…}`."""
    return str(ast.literal_eval(re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: f"\\U{int(code[1], 16):08x}", literal)))


def _strings(value: Json) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [string for inner in value.values() for string in _strings(inner)]
    if isinstance(value, Sequence):
        return [string for inner in value for string in _strings(inner)]
    return []


def add_row_headers(pdf: bytes, tables: Sequence[RowHeaders]) -> bytes:
    """Mark the row headers of every table, in the page's order, and pack the file; same bytes in, same bytes out.

    Each further cell of the row names its header, and the header its name (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7).
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        root = file.Root.StructTreeRoot
        names: dict[str, pikepdf.Object] = {}
        for number, (table, flags) in enumerate(zip(_elements(root, "/Table"), tables, strict=True)):
            rows = _elements(table, "/TR", outside="/THead")
            for at, (row, heads) in enumerate(zip(rows, flags, strict=True)):
                names |= _mark(list(_elements(row, "/TD")), heads, f"row-{number}-{at}")
        if names:
            _name(file, root, names)
        packed = io.BytesIO()
        file.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _mark(cells: Sequence[pikepdf.Object], heads: Sequence[bool], name: str) -> dict[str, pikepdf.Object]:
    """Mark one row; returns its headers by their new names."""
    headers = {f"{name}-{at}": cell for at, (cell, header) in enumerate(zip(cells, heads, strict=True)) if header}
    for cell in cells:
        table = next(each for each in cell.A if each.O == "/Table")
        columns = list(table.get("/Headers", pikepdf.Array()))
        if cell in headers.values():
            table.Scope = pikepdf.Name.Row
            continue
        table.Headers = pikepdf.Array([*columns, *(pikepdf.String(header) for header in headers)])
    for header, cell in headers.items():
        cell.S = pikepdf.Name.TH
        cell.ID = pikepdf.String(header)
    return headers


def _name(file: pikepdf.Pdf, root: pikepdf.Object, names: dict[str, pikepdf.Object]) -> None:
    """Enter the headers into the tree of names, where readers look them up."""
    if "/IDTree" not in root:
        root.IDTree = file.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array()))
    tree = pikepdf.NameTree(root.IDTree)
    for name, cell in names.items():
        tree[name] = cell


def _elements(element: pikepdf.Object, role: str, outside: str = "") -> Iterator[pikepdf.Object]:
    """The nearest elements with this role below an element, in order, but none below the role `outside`."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        own = str(kid.S)
        if own == role:
            yield kid
        elif own != outside:
            yield from _elements(kid, role, outside)
