"""Types of what is read from finished files: a page, a PDF, and the words of both as comparable blocks."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Zero-width characters: optional and forbidden line breaks, and soft hyphens.
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of words.

    `role` is its PDF structure type: `H1` … `H6`, `P`, `LBody` (the text of a list item or a description), `Lbl` (a
    term, or an item's number), `TH`, `TD`, `Caption`, `Figure` (whose text is its alternative), or `TOC` for a whole
    table of contents, whose text is empty.
    `lang` is a BCP 47 tag; `parts` are spans of the text in other languages, as pairs of tag and text.
    """

    role: str
    text: str
    lang: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PdfReading:
    """The metadata of a PDF, and its words as a screen reader reads them.

    `language` is a BCP 47 tag; `blocks` are in the order of the structure tree; `attachments` are by name;
    `claims` are as written in the metadata, `PDF/UA-1` and `PDF/A-3A`;
    `running` holds for each page the text outside the structure: headers, footers, repeated rows of tables.
    """

    language: str
    title: str
    blocks: tuple[Block, ...]
    attachments: Mapping[str, bytes]
    pages: int
    claims: tuple[str, ...]
    running: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    `sections` are the words of each section of `<main>` by its id, `boxed` the sections with a frame.
    `facts` are the words of each fact, `headed` those in a heading alone.
    `texts` are the words of each element that states facts or contains no other, after those facts (or "").
    `draft` and `example` are the words of the two marks. `links` are the addresses of its `<a>` and `<link>`, `loads`
    those that it fetches, `ids` its anchors in order, and `scripts` the scripts, event handlers, frames and
    redirections that it should not have.
    """

    path: str
    language: str
    title: str
    main: str
    sections: dict[str, str]
    boxed: frozenset[str]
    facts: dict[str, str]
    texts: tuple[tuple[str, str], ...]
    draft: str
    example: str
    headed: dict[str, str]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    ids: tuple[str, ...]
    scripts: tuple[str, ...]


def block(role: str, pieces: Iterable[tuple[str, str]], around: str) -> Block:
    """Make a block from pairs of language and text; its own language is `around` if any piece is in that language.

    White space is collapsed to single spaces; a piece of white space alone belongs to the piece before.
    """
    stretches: list[tuple[str, str]] = []
    for lang, text in pieces:
        if stretches and (primary(lang) == primary(stretches[-1][0]) or not text.strip()):
            stretches[-1] = (stretches[-1][0], stretches[-1][1] + text)
        else:
            stretches.append((lang, text))
    seen = [(lang, _single_spaced(text)) for lang, text in stretches if text.strip()]
    langs = [lang for lang, _ in seen]
    main = next((lang for lang in langs if primary(lang) == primary(around)), langs[0] if langs else around)
    parts = tuple((lang, text) for lang, text in seen if primary(lang) != primary(main))
    return Block(role, _single_spaced("".join(text for _, text in stretches)), main, parts)


def primary(lang: str) -> str:
    """The language of a BCP 47 tag without its country: `fi` of `fi-FI`."""
    return lang.partition("-")[0].lower()


def _single_spaced(text: str) -> str:
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())
