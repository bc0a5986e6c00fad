"""Typeset a tree and a template with Typst, as PDF/UA-1 and PDF/A-3a.

Typst downloads missing packages and has no option to forbid it. Therefore a template that could name one is refused
before Typst reads it: `import`, `include`, `eval`, which runs a text as code, and `std` as a value, which gives access
to `eval` under another name.
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
            raise CannotTypeset(_reason(error.message, error.hints, data)) from error
        except BaseException as error:
            # A panic of the engine is not an `Exception`, and its type cannot be imported.
            if type(error).__name__ != "PanicException":
                raise
            raise CannotTypeset(f"the PDF engine failed: {error}") from error
    if warnings:
        raise CannotTypeset(_reason(warnings[0].message, warnings[0].hints, data))
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
            raise CannotTypeset(
                f"templates/notice.typ:{number}: `{word}` has no place here. The PDF's template is one file, and no "
                "package is fetched from the net: write what it needs into the file itself."
            )


@functools.cache
def _fonts() -> typst.Fonts:
    """The one font family of the PDF, from its package; no fallback font, since the glyphs are part of the bytes."""
    folder = importlib.resources.files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _reason(message: str, hints: Sequence[str], data: Json) -> str:
    lacking = _LACKING.search(message)
    if lacking is None:
        return "the PDF engine refused the page: " + "; ".join((message, *hints))
    text = _unquoted(lacking[1])
    names = ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in text)
    place = next((string for string in _strings(data) if text in string), text)
    at = place.find(text)
    around = place[max(0, at - 30) : at + 30]
    return f"the PDF's font has no sign for “{text}” ({names}), in “{around}”: write it in letters"


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
