"""Row headers: tag the cells that head a table row as `TH` with Scope Row, which Typst does not write."""

import io
from collections.abc import Iterator, Sequence

import pikepdf

from notice.outputs.pdf.tree import RowHeaders


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
    """Enter the headers into the structure tree's name tree (`/IDTree`)."""
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
