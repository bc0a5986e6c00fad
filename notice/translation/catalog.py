"""Exchange words with translators as a bilingual PO file, through Babel.

`msgctxt` is the file and the path of a word, `msgid` its text in the source language, `msgstr` its translation;
`fuzzy` marks a translation of an older text.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from notice.errors import CannotRun
from notice.messages import text
from notice.translation.kinds import kind_of
from notice.translation.needed import Entry
from notice.translation.record import Record, State
from notice.yamlreader.source import INVISIBLE

PLACEHOLDER = re.compile(r"\{[a-z-]+\}")

_HEADER = """\
msgid ""
msgstr ""
"Language: {target}\\n"
"X-Source-Language: {source}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: notice\\n"

"""

GENERATOR = b"X-Generator: notice"
"""What a PO file made here has in its header."""

LARGEST = 16 << 20
"""The largest PO file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an entry of a PO file is not taken, by the line of its `msgid`; `message` is the id of a text."""

    line: int
    message: str
    key: str
    detail: str = ""


@dataclass(frozen=True)
class Translated:
    """A PO file as read: texts by entry, the source text of each, and which entries a translator marked `fuzzy`.

    For `refused` nothing may be written; `skipped` are entries of words that the site does not need.
    """

    texts: Mapping[Entry, str]
    sources: Mapping[Entry, str]
    refused: tuple[Problem, ...]
    skipped: tuple[Problem, ...]


def exported(entries: Iterable[Entry], record: Record, source: str, target: str, language: str = "en") -> bytes:
    """The words as a PO file: the same bytes for the same words.

    A comment says what a word is, in the `language`.
    """
    catalog = Catalog(charset="utf-8")
    for entry in entries:
        flags = ["fuzzy"] if record.state(entry) is State.STALE else []
        kind = kind_of(entry.path, entry.source)
        comments = [text(language, "cli", "po-kinds", kind)] if kind else []
        message = Message(entry.source, entry.target or "", flags=flags, auto_comments=comments, context=entry.key)
        message.flags.discard("python-format")  # Babel finds it in “10 % of”
        catalog[entry.source] = message
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True)
    return _HEADER.format(source=source, target=target).encode() + body.getvalue()


def languages_in(body: bytes, file: object) -> tuple[str, str]:
    """The source and the target language of a PO file, without a region.

    Raises `CannotRun` where its header does not name them.
    """
    found = [re.search(rb'^"%s: ([a-z]+)[\w-]*\\n"' % name, body, re.MULTILINE) for name in (_SOURCE, _TARGET)]
    if not all(found):
        raise CannotRun("words-po-header", file=file)
    source, target = (one[1].decode("ascii") for one in found if one)
    return source, target


_SOURCE, _TARGET = b"X-Source-Language", b"Language"


def translated(body: bytes, entries: Iterable[Entry], file: object) -> Translated:
    """The translations in a PO file. Raises `CannotRun` for a file that Babel cannot read."""
    try:
        catalog = read_po(BytesIO(body.removeprefix(BOM_UTF8)), charset="utf-8", abort_invalid=True)
    except PoFileError as error:
        raise CannotRun("words-po", file=file, line=(error.lineno or 0) + 1) from error
    except (UnicodeDecodeError, ValueError, LookupError) as error:
        raise CannotRun("words-po", file=file, line=1) from error
    by_key = {entry.key: entry for entry in entries}
    texts: dict[Entry, str] = {}
    sources: dict[Entry, str] = {}
    refused: list[Problem] = []
    skipped: list[Problem] = []
    for message in catalog:
        if not message.id or not message.string:
            continue
        key, line = str(message.context or ""), message.lineno or 1
        entry = by_key.get(key)
        if isinstance(message.id, tuple | list) or isinstance(message.string, tuple | list):
            refused.append(Problem(line, "po-plural", key))
        elif entry is None:
            skipped.append(Problem(line, "po-unknown", key))
        elif found := _flaws(message.id, message.string, line, key):
            refused += found
        else:
            texts[entry] = message.string
            sources[entry] = "" if message.fuzzy else message.id
    return Translated(texts, sources, tuple(refused), tuple(skipped))


def _flaws(source: str, text: str, line: int, key: str) -> list[Problem]:
    """Placeholders that are lost or made up, and characters that no words file may have."""
    wanted, present = PLACEHOLDER.findall(source), PLACEHOLDER.findall(text)
    problems = [Problem(line, "po-lost", key, one) for one in dict.fromkeys(wanted) if one not in present]
    problems += [Problem(line, "po-made-up", key, one) for one in dict.fromkeys(present) if one not in wanted]
    invisible = INVISIBLE.search(text) or re.search("\r", text)
    if invisible:
        problems.append(Problem(line, "po-invisible", key, f"U+{ord(invisible[0]):04X}"))
    return problems
