"""Every reader of an owner's files takes time in proportion to the file: logos, words, addresses, facts, templates."""

from collections.abc import Callable
from pathlib import Path

import pytest
from growth import LINEAR, TIMES, growth
from load.pictures import SIGNATURE, chunk, header, png
from rules.overlay import STARTER
from verify.two_sites import DAY

from notice.check import check
from notice.languages import LANGUAGES
from notice.links import link_fault, mail_fault, web_fault
from notice.links.loads import loads_of_style, loads_of_xml
from notice.links.phones import telephone_fault
from notice.load import load
from notice.load.findings import PictureFault
from notice.load.png import png_size
from notice.load.svg import svg_size
from notice.placeholders import placeholders
from notice.prose import LONGEST, UNPARSED, prose, prose_faults
from notice.rules.wording.patterns import hits
from notice.yamlreader.nodes import MOST_VALUES

pytestmark = pytest.mark.slow

Reader = Callable[[str], object]


def picture(read: Callable[[bytes], object]) -> Callable[[bytes], object]:
    """The reader, for which a refusal is an answer."""

    def reading(body: bytes) -> object:
        try:
            return read(body)
        except PictureFault as fault:
            return fault

    return reading


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3">{}</svg>'
DRAWINGS = {
    "elements": lambda size: SVG.format("<path d='M0 0'/>" * (size // 16)),
    "one long path": lambda size: SVG.format(f"<path d='M0 0{' L1 1' * (size // 5)}'/>"),
    "nested groups": lambda size: SVG.format("<g>" * (size // 7) + "</g>" * (size // 7)),
    "attributes": lambda size: SVG.format("<path " + "".join(f"a{n}='b' " for n in range(size // 9)) + "/>"),
    "comments": lambda size: SVG.format("<!-- -->" * (size // 8)),
    "a style": lambda size: SVG.format(f"<path style='{'fill:#fff;' * (size // 10)}'/>"),
    "text": lambda size: SVG.format("a" * size),
    "unclosed": lambda size: SVG.format("<g>" * (size // 3)).removesuffix("</svg>"),
    "entities": lambda size: SVG.format("&amp;" * (size // 5)),
}


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_an_svg_is_read_in_linear_time(drawing: Callable[[int], str]) -> None:
    def reading(size: int) -> Callable[[], object]:
        body = drawing(size).encode()
        return lambda: picture(svg_size)(body)

    assert growth(reading, 40_000) < LINEAR


PICTURES = {
    "chunks": lambda size: png(extra=chunk(b"tEXt", b"") * (size // 12)),
    "one large chunk": lambda size: png(extra=chunk(b"tEXt", b"a" * size)),
    "pieces of data": lambda size: SIGNATURE + header(9, 9) + chunk(b"IDAT", b"") * (size // 12),
    "rubbish": lambda size: SIGNATURE + b"IDAT" * (size // 4),
}


@pytest.mark.parametrize("made", PICTURES.values(), ids=PICTURES)
def test_a_png_is_read_in_linear_time(made: Callable[[int], bytes]) -> None:
    def reading(size: int) -> Callable[[], object]:
        body = made(size)
        return lambda: picture(png_size)(body)

    assert growth(reading, 100_000) < LINEAR


TEXTS = {
    "letters": "a",
    "words": "a ",
    "brackets": "[",
    "links": "[a](b) ",
    "half links": "[a](",
    "stars": "*a",
    "underscores": "_a_ ",
    "backticks": "`",
    "entities": "&amp;",
    "tags": "<a",
    "lists": "- a\n",
    "quotes": "> a\n",
    "ats": "a@",
    "dots": "a.",
    "percents": "%41",
    "slashes": "https://a/",
    "digits": "1 2",
    "braces": "{{a",
    "capitals": "TODO ",
    "xs": "xx-",
    "urls": "url(a",
    "images": "![",
    "sections": "<![CDATA[",
    "attributes": "<a b='",
    "lines of signs": "---\n",
    "links in words": "a](",
    "quotations": "“a b c” ",
    "numbered": "1. a\n",
    "references": "&#65;",
    "definitions": "[a]: b\n\n",
    "code": "`a` ",
    "tables": "|a|b|\n|-|-|\n",
    "headings": "# a\n",
    "comments": "<!-- ",
}

READERS: dict[str, Reader] = {
    "prose": prose,
    "rules of words": lambda text: [hits(language, text) for language in LANGUAGES],
    "placeholders": placeholders,
    "mail": mail_fault,
    "web": web_fault,
    "telephone": telephone_fault,
    "link": link_fault,
    "style": lambda text: list(loads_of_style(text)),
    "xml": lambda text: list(loads_of_xml(text)),
}


def growth_of(name: str, piece: str) -> float:
    """The growth of a reader with texts of a piece; that of Markdown up to the longest text that is parsed."""

    def reading(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: READERS[name](text)

    return growth(reading, LONGEST // TIMES if name in ("prose", "rules of words") else 4_000)


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", READERS)
def test_words_and_addresses_are_read_in_linear_time(name: str, piece: str) -> None:
    assert growth_of(name, piece) < LINEAR


@pytest.mark.parametrize("text", ["[" * 3000 + "]" * 3000, "[a](b](" * 900, "a" * (LONGEST + 1), "<a b='" * 900])
def test_a_text_that_would_take_long_is_not_parsed_but_found(text: str) -> None:
    assert set(prose_faults(text)) <= set(UNPARSED) != set()
    assert prose_faults(text) != ()


def test_a_text_as_long_as_a_text_may_be_takes_no_longer_than_its_length_in_brackets() -> None:
    assert growth_of("prose", "[") < LINEAR


REGISTER, CONTROLLER, WORDS = "content/registers/customers.yaml", "content/controller.yaml", "content/fi/customers.yaml"
TERMS, WAIVERS = "content/vocabulary.yaml", "content/waivers.yaml"
FILES = {
    "unknown keys": (REGISTER, "", "key-{}: a\n"),
    "bad dates": (REGISTER, "history:\n", "- {}.1.2020\n"),
    "unknown items": (REGISTER, "people:\n", "- unknown # {}\n"),
    "unknown people": (REGISTER, "people:\n", "- someone-{}\n"),
    "purposes": (REGISTER, "purposes:\n", "  p{}: {{basis: contract}}\n"),
    "misspelt keys of purposes": (REGISTER, "purposes:\n", "  p{}: {{bassis: contract}}\n"),
    "sources": (REGISTER, "sources:\n", "  s{}: {{data: [name]}}\n"),
    "cookies": (REGISTER, "cookies:\n", "  c{}: {{name: n{}}}\n"),
    "recipients": (REGISTER, "recipients:\n", "  r{}: {{named: Google Oy}}\n"),
    "paths to confirm": (REGISTER, "confirm:\n", "  purposes.p{}: a\n"),
    "unknown keys of the controller": (CONTROLLER, "", "key-{}: a\n"),
    "unused words": (WORDS, "texts:\n", "  t{}: sana {}\n"),
    "unused words below one id": (WORDS, "purposes:\n  orders:\n", "    w{}: sana\n"),
    "placeholders": (WORDS, "texts:\n", "  t{}: TODO TODO TODO TODO\n"),
    "own terms": (TERMS, "data:\n", "  d{}: {{}}\n"),
    "waivers": (WAIVERS, "", "- {{rule: N504, reason: a{}, until: 2026-12-31}}\n"),
    "registers": ("content/site.yaml", "registers:\n", "- r{}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "head", "line"), FILES.values(), ids=FILES)
def test_a_check_takes_time_in_proportion_to_its_files(file: str, head: str, line: str) -> None:
    """Up to as many values as a file may have."""
    values = 1 + line.count("}}") * line.count(": ") + line.count("[")
    most = (MOST_VALUES - 10) // values

    def checking(number: int) -> Callable[[], object]:
        body = head + "".join(line.format(at, at) for at in range(number))
        return lambda: check(load(STARTER, {file: body.encode()}), DAY)

    assert growth(checking, most // TIMES) < LINEAR
    longest = (head + "".join(line.format(at, at) for at in range(most))).encode()
    assert "Y012" not in {one.code for one in load(STARTER, {file: longest}).findings}


def test_a_measure_of_growth_shows_what_is_quadratic() -> None:
    def squared(size: int) -> Callable[[], object]:
        return lambda: [one for one in range(size) for _ in range(size)]

    assert growth(squared, 700) > LINEAR
    assert Path(STARTER).is_dir()
