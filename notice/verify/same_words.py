"""Says where a PDF differs from the page that it was made from."""

import difflib
import itertools
from collections.abc import Iterator, Sequence

from notice.verify.blocks import Block, PdfReading, primary
from notice.verify.page_blocks import page_blocks


def same_words(main: str, reading: PdfReading, language: str = "") -> list[str]:
    """Compare a page's `<main>` with its PDF, block by block in order: role, text, language of every stretch.

    `language` is the page's own, the PDF's when it is left out and `<main>` has no `lang`.
    Returns one sentence for each difference, none when both say the same. Not compared: the table of contents
    with its heading, and what runs at the head and foot of the pages.
    """
    page = [_comparable(each) for each in page_blocks(main, language or reading.language)]
    paper = [_comparable(each) for each in _without_contents(reading.blocks)]
    found: list[str] = []
    for _, start, end, at, until in difflib.SequenceMatcher(None, page, paper, autojunk=False).get_opcodes():
        found.extend(_differences(page[start:end], paper[at:until]))
    return found


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without tables of contents and the headings directly before them."""
    kept: list[Block] = []
    for each in blocks:
        if each.role != "TOC":
            kept.append(each)
        elif kept and kept[-1].role.startswith("H"):
            kept.pop()
    return kept


def _comparable(each: Block) -> Block:
    """The block as far as both sides can tell.

    A page says `fi` where its PDF says `fi-FI`. After a hyphen at the end of a line, PDFium tells no space:
    `asiakas- ja` and `asiakas-ja` look the same to it.
    """
    parts = tuple((primary(lang), text.replace("- ", "-")) for lang, text in each.parts)
    return Block(each.role, each.text.replace("- ", "-"), primary(each.lang), parts)


def _differences(page: Sequence[Block], paper: Sequence[Block]) -> Iterator[str]:
    for mine, other in itertools.zip_longest(page, paper):
        if mine == other:
            continue
        if other is None:
            yield f"the PDF lacks {_named(mine)}"
        elif mine is None:
            yield f"only the PDF has {_named(other)}"
        elif mine.text != other.text:
            start = max(0, _alike(mine.text, other.text) - 20)
            yield f"the page says {_named(mine, start)} where the PDF says {_named(other, start)}"
        elif mine.role != other.role:
            yield f"“{_short(mine.text)}” is {mine.role} on the page and {other.role} in the PDF"
        else:
            yield f"“{_short(mine.text)}” is in {_languages(mine)} on the page and in {_languages(other)} in the PDF"


def _alike(mine: str, other: str) -> int:
    """How many characters two texts have in common at the start."""
    return next((at for at, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b), min(len(mine), len(other)))


def _named(each: Block, start: int = 0) -> str:
    return f"{each.role} “{_short(each.text, start)}”"


def _short(text: str, start: int = 0) -> str:
    """Some 60 characters from `start`."""
    rest = text[start:]
    return ("…" if start else "") + (rest if len(rest) <= 60 else rest[:59] + "…")


def _languages(each: Block) -> str:
    return ", ".join([each.lang, *(f"{lang} (“{_short(text)}”)" for lang, text in each.parts)])
