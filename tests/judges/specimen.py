"""A small PDF that conforms to both standards, to show that a judge passes a valid file."""

import importlib.resources
import tempfile
from functools import cache

TEXT = """
#set document(title: "Specimen", author: "Example Oy", date: datetime(year: 2026, month: 1, day: 1))
#set text(lang: "en", font: "Source Sans 3")
#heading(level: 1)[Specimen]
See #link("https://www.example.fi/")[our page].
#figure(kind: table, supplement: none, numbering: none, caption: [Periods],
  table(columns: 2, table.header[What][How long], [Orders], [3 years]))
- one
- two
"""


@cache
def pdf() -> bytes:
    """The file; the same bytes each time."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(importlib.resources.files("fontpkg_source_sans_3") / "files")],
    )
    with tempfile.TemporaryDirectory() as empty:
        made = typst.Compiler(input=TEXT.encode(), root=empty, font_paths=fonts).compile(
            format="pdf", pdf_standards=["a-3a", "ua-1"]
        )
    assert isinstance(made, bytes)
    return made
