"""Typst: from a tree and a template to the bytes of a PDF that is PDF/UA-1 and PDF/A-3a.

Typst fetches a package that it lacks from the net, and has no option that forbids it. Therefore a template that could
name one is refused before Typst reads it: `import`, `include`, `eval`, which runs a text as code, and `std` as a value,
from which `eval` could be taken under another name.
"""

import ast
import datetime
import functools
import importlib.resources
import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import typst

from notice.errors import CannotTypeset
from notice.outputs.pdf.tree import Json

_BRINGS_IN = re.compile(r"(?<![\w-])(?:(import|include|eval)(?![\w-])|(std)(?![\w-]|\.[a-z]))")
_LACKING = re.compile(r'the text `("(?:[^"\\]|\\.)*")` could not be displayed')


def typeset(
    data: Mapping[str, Json], facts: bytes, pictures: Mapping[str, bytes], template: str, date: datetime.date
) -> bytes:
    """Set `data` with the Typst source `template`, which reads `data.json` and attaches `notice.json`, the facts.

    `pictures` are files that `data` names, SVG or PNG.

    Nothing outside the arguments is read: no system font, no file, no clock, no package from the net.
    Raises `CannotTypeset` for anything that Typst refuses or warns of.
    """
    refuse_imports(template)
    # Data in a file, not in `sys_inputs`: those rebuild Typst's library and void its cache between notices.
    files = {
        "main.typ": template.encode(),
        "data.json": json.dumps(data, ensure_ascii=False, sort_keys=True).encode(),
        "notice.json": facts,
        **{name: body for name, body in pictures.items() if not name.endswith(".png")},
    }
    # Typst reads files that it lacks from its root, by default the working folder: a folder of its own keeps it
    # inside. It holds the pictures that are no text, which the dict of files refuses.
    with tempfile.TemporaryDirectory(prefix="notice-") as root:
        for name in pictures.keys() - files.keys():
            Path(root, name).write_bytes(pictures[name])
        # The stubs of typst lack the dict of files that its documentation offers.
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
            # A panic of the engine is no `Exception`, and its type has no name to import.
            if type(error).__name__ != "PanicException":
                raise
            raise CannotTypeset("pdf.failed", why=error) from error
    if warnings:
        raise _refusal(warnings[0].message, warnings[0].hints, data)
    assert isinstance(body, bytes)
    return body


@functools.lru_cache(maxsize=8)
def refuse_imports(template: str) -> None:
    """Raise `CannotTypeset`, with the line, for a template that brings something in; lines of comment are skipped."""
    # `splitlines` ends a line at more characters than Typst does: none hides code behind the sign of a comment.
    for number, line in enumerate(template.splitlines(), 1):
        found = None if line.lstrip().startswith("//") else _BRINGS_IN.search(line)
        if found:
            word = found[1] or found[2]
            raise CannotTypeset("pdf.brings-in", place=f"templates/notice.typ:{number}", word=word)


@functools.cache
def _fonts() -> typst.Fonts:
    """The one family of the PDF, from its package; the glyphs are part of the bytes, so no other font may step in."""
    folder = importlib.resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _refusal(message: str, hints: Sequence[str], data: Json) -> CannotTypeset:
    lacking = _LACKING.search(message)
    if lacking is None:
        return CannotTypeset("pdf.refused", why="; ".join((message, *hints)))
    text = _unquoted(lacking[1])
    names = ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in text)
    place = next((found for found in _strings(data) if text in found), text)
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
        return [found for inner in value.values() for found in _strings(inner)]
    if isinstance(value, Sequence):
        return [found for inner in value for found in _strings(inner)]
    return []
