"""Every reader of an owner's files takes time in proportion to the file: logos, words, addresses, facts, templates."""

from collections.abc import Callable
from pathlib import Path

import pytest
from growth import LINEAR, growth
from load.pictures import SIGNATURE, chunk, header, png
from rules.overlay import STARTER
from verify.two_sites import DAY

from notice.check import check
from notice.links import link_fault, mail_fault, web_fault
from notice.links.loads import loads_of_style, loads_of_xml
from notice.links.phones import telephone_fault
from notice.load import load
from notice.load.findings import PictureFault
from notice.load.png import png_size
from notice.load.svg import svg_size
from notice.placeholders import placeholders
from notice.prose import prose

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
}

READERS: dict[str, Reader] = {
    "prose": prose,
    "placeholders": placeholders.__wrapped__,
    "mail": mail_fault,
    "web": web_fault,
    "telephone": telephone_fault,
    "link": link_fault,
    "style": lambda text: list(loads_of_style(text)),
    "xml": lambda text: list(loads_of_xml(text)),
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", READERS)
def test_words_and_addresses_are_read_in_linear_time(name: str, piece: str) -> None:
    def reading(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: READERS[name](text)

    assert growth(reading, 4_000) < LINEAR


REGISTER, CONTROLLER, WORDS = "content/registers/customers.yaml", "content/controller.yaml", "content/fi/customers.yaml"
FILES = {
    "unknown keys": (REGISTER, lambda number: f"key-{number}: a\n"),
    "bad dates": (REGISTER, lambda number: ("history:\n" if not number else "") + f"- {number}.1.2020\n"),
    "unknown people": (REGISTER, lambda number: ("people:\n" if not number else "") + f"- someone-{number}\n"),
    "purposes": (REGISTER, lambda number: ("purposes:\n" if not number else "") + f"  p{number}: {{basis: contract}}\n"),
    "sources": (REGISTER, lambda number: ("sources:\n" if not number else "") + f"  s{number}: {{data: [name]}}\n"),
    "cookies": (REGISTER, lambda number: ("cookies:\n" if not number else "") + f"  c{number}: {{name: n{number}}}\n"),
    "unknown keys of the controller": (CONTROLLER, lambda number: f"key-{number}: a\n"),
    "unused words": (WORDS, lambda number: ("texts:\n" if not number else "") + f"  t{number}: sana {number}\n"),
    "unused words below one id": (
        WORDS,
        lambda number: ("purposes:\n  orders:\n" if not number else "") + f"    w{number}: sana\n",
    ),
    "own terms": ("content/vocabulary.yaml", lambda number: ("data:\n" if not number else "") + f"  d{number}: {{}}\n"),
    "waivers": (
        "content/waivers.yaml",
        lambda number: f"- {{rule: N504, reason: a{number}, until: 2026-12-31}}\n",
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("file", "line"), FILES.values(), ids=FILES)
def test_a_check_takes_time_in_proportion_to_its_files(file: str, line: Callable[[int], str]) -> None:
    def checking(number: int) -> Callable[[], object]:
        body = "".join(map(line, range(number))).encode()
        return lambda: check(load(STARTER, {file: body}), DAY)

    assert growth(checking, 150) < LINEAR


def test_a_measure_of_growth_shows_what_is_quadratic() -> None:
    def squared(size: int) -> Callable[[], object]:
        return lambda: [one for one in range(size) for _ in range(size)]

    assert growth(squared, 700) > LINEAR
    assert Path(STARTER).is_dir()
