"""The first line of a file that leads an editor to its schema: `# yaml-language-server: $schema=…`."""

import re
from collections.abc import Iterator, Mapping

FOLDER = ".notice/schema"
"""The folder of a site in which its schemas are."""

_SCHEMAS: Mapping[str, str] = {
    r"content/(site|controller|vocabulary|waivers)\.yaml": r"\1.json",
    r"content/registers/[^/]+\.yaml": "register.json",
    r"content/([^/]+)/[^/]+\.yaml": r"words-\1.json",
}
"""The schema of each kind of file, by the file's path in the site."""

_LEADS = re.compile(r"#.*\$schema\s*[:=]")
_LINE_END = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


def schema_of(file: str) -> str | None:
    """The name of the schema of a file of the site; None for a file that has none."""
    for pattern, name in _SCHEMAS.items():
        if found := re.fullmatch(pattern, file):
            return found.expand(name)
    return None


def modeline(file: str) -> str | None:
    """The line that leads from a file of the site to its schema; None for a file that has none."""
    name = schema_of(file)
    return name and f"# yaml-language-server: $schema={'../' * file.count('/')}{FOLDER}/{name}"


def with_modeline(body: bytes, file: str) -> bytes:
    """The bytes of a file with the line before them, after a byte order mark and with the file's own line end.

    They are unchanged where the file has such a line for any schema, has no schema of ours, or is no UTF-8.
    """
    line = modeline(file)
    if line is None or _is_led(body):
        return body
    mark = _BOM if body.startswith(_BOM) else b""
    end = _LINE_END.search(body)
    return mark + line.encode() + (end[0] if end else b"\n") + body.removeprefix(mark)


def with_modelines(made: Mapping[str, str]) -> dict[str, str]:
    """New files, by their paths in the site, each with its line."""
    return {file: with_modeline(text.encode(), file).decode() for file, text in made.items()}


def _is_led(body: bytes) -> bool:
    """Whether the comments at the beginning name a schema, or the bytes cannot be read as text."""
    try:
        text = body.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return True
    return "\0" in text or any(_LEADS.match(line) for line in _comments(text))


def _comments(text: str) -> Iterator[str]:
    """The comments before the first line that is none."""
    for line in re.split(r"\r\n|\n|\r", text):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            return
        yield stripped
