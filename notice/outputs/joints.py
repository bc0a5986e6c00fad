"""Break points in long words: soft hyphens at the joints of compounds, in the HTML of a notice.

Browsers and Typst break Finnish and Swedish compounds inside a part (`toimituso-soite`). A word whose joints are not
known is not broken: a wrong hyphen is worse than none.
"""

import re
from collections.abc import Mapping
from functools import cache

from notice.data import locale, tree

SOFT_HYPHEN = "\u00ad"
WORD_JOINER = "\u2060"

_SHORTEST = 9
"""How many letters a word has at least: a shorter one needs no break."""

_MARKUP = re.compile(r"(<svg\b.*?</svg>|<[^>]*>)", re.DOTALL)
_CHUNK = re.compile(r"[^\s<>]*[^\W\d_][^\s<>]*")
_ADDRESS = re.compile(r"@|/|[^\W_][.][^\W_]")
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_SINGLE_LETTER = re.compile(r"(?<!\w)([^\W\d_]-)(?=[^\W\d_])")


def with_joints(html: str, language: str) -> str:
    """Insert a soft hyphen at each known joint of the words between the tags.

    `e-postadress` gets a word joiner after its hyphen, so that no line ends with `e-`. Addresses of e-mail and web,
    attributes and drawings stay as they are.
    """
    table = _joints(language)
    if not table:
        return html
    pieces = _MARKUP.split(html)
    pieces[::2] = [_CHUNK.sub(lambda chunk: _broken(chunk[0], table), text) for text in pieces[::2]]
    return "".join(pieces)


@cache
def _joints(language: str) -> Mapping[str, tuple[int, ...]]:
    """The beginnings of compounds, each with the places of its joints; none for a language of the site's own."""
    file = locale(language) / "joints.yaml"
    if not file.is_file():
        return {}
    return {entry.replace("|", ""): _places(entry) for entry in tree(file)["joints"].split()}


def _places(entry: str) -> tuple[int, ...]:
    return tuple(match.start() - at for at, match in enumerate(re.finditer(r"\|", entry)))


def _broken(chunk: str, table: Mapping[str, tuple[int, ...]]) -> str:
    if _ADDRESS.search(chunk):
        return chunk
    chunk = _SINGLE_LETTER.sub(rf"\1{WORD_JOINER}", chunk)
    return _WORD.sub(lambda word: _joined(word[0], table), chunk)


def _joined(word: str, table: Mapping[str, tuple[int, ...]]) -> str:
    small = word.lower()
    for end in range(len(small), _SHORTEST - 5, -1):
        places = table.get(small[:end])
        if places:
            return SOFT_HYPHEN.join(word[a:b] for a, b in zip((0, *places), (*places, None), strict=True))
    return word
