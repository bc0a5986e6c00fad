"""Validate the ids that owners make up and the codes of languages, and suggest the one that was meant."""

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from notice.files import is_reserved
from notice.findings import FactPath, Finding, Span, near, write
from notice.languages import LANGUAGES, is_known, language_name
from notice.load.facts import Part
from notice.load.findings import fault
from notice.load.source_files import SourceFiles
from notice.model.site import Site
from notice.yamlreader import Reading
from notice.yamlreader.source import shown

OF_REGISTER = frozenset(
    {"purposes", "recipients", "sources", "cookies", "joint-controllers", "automated-decisions"}
)  # fmt: skip
"""The keys of a register whose entries are the owner's own ids."""

_FIT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIT_COOKIE = re.compile(r"[A-Za-z0-9_*-]+")

Refused = tuple[FactPath, Finding]
"""The path of what cannot be used, and the finding that says so."""


def unfit_keys(reading: Reading, kinds: frozenset[str]) -> Iterator[Refused]:
    """A finding at every key directly below one of `kinds` that cannot be an id."""
    for path, place in reading.places.items():
        if len(path) == 2 and path[0] in kinds and place.key is not None and not is_id(path[1], path[0]):
            yield path, _unfit(place.key, path[1])


def register_ids(site: Part[Site]) -> tuple[tuple[str, ...], list[Refused]]:
    """The registers whose files may be looked for, each once, and what is wrong with the other ids."""
    unfit: list[Refused] = [
        (("site", "registers", str(index)), _unfit(_place(site, index), id))
        for index, id in enumerate(site.facts.registers or ())
        if not is_register(id)
    ]
    return tuple(dict.fromkeys(id for id in site.facts.registers or () if is_register(id))), unfit


def slugify(text: str) -> str:
    """The text as an id, the nearest that there is: `Tilausten hoito` becomes `tilausten-hoito`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_id(id: str, kind: str) -> bool:
    """True for a text that can be the id of a thing of the kind, as the YAML names it."""
    return bool((_FIT_COOKIE if kind == "cookies" else _FIT).fullmatch(id))


def is_register(id: str) -> bool:
    """`site` is the name of the files that hold the whole site's words; Windows has no file of a reserved name."""
    return id != "site" and not is_reserved(id) and bool(_FIT.fullmatch(id))


def _place(site: Part[Site], index: int) -> Span:
    return site.spans.get(("site", "registers", str(index)), site.spans["site", "registers"])


def _unfit(span: Span, id: str) -> Finding:
    if id == "site":
        return fault("Y020", span, "site")
    if is_reserved(id):
        return fault("Y020", span, "device", id=id)
    nearest = slugify(id)
    if not nearest:
        return fault("Y020", span, "letters.none", id=shown(id))
    return fault("Y020", span, "letters", write(nearest), id=shown(id))


OF_COUNTRIES = {"ee": "et", "se": "sv"}
"""Languages whose codes are those of countries: Ewe for Estonia, Northern Sámi for Sweden; with the country's own."""

_SUBTAG = re.compile(r"[a-z]{2,3}")


def site_languages(site: Part[Site], files: SourceFiles) -> tuple[tuple[str, ...], list[Refused]]:
    """The languages that notices can be written in, each once, and a finding for every other that is named."""
    named = site.facts.languages or ()
    written = frozenset(code for code in (*LANGUAGES, *named) if _is_written(code) and _has_words(code, site, files))
    known = tuple(dict.fromkeys(code for code in named if code in written))
    wrong: list[Refused] = []
    for index, code in enumerate(named):
        if code not in known:
            path = ("site", "languages", str(index))
            span = site.spans.get(path, site.spans["site", "languages"])
            others = written.difference(named)
            wrong.append((path, _without_words(span, code, others) if _is_written(code) else no_language(span, code)))
    return known, wrong


def is_language(code: str) -> bool:
    """True for the code of a language that has a name, whether or not notices can be written in it."""
    return bool(_SUBTAG.fullmatch(code)) and language_name(code, "en") != code


def no_language(span: Span, code: str) -> Finding:
    """The finding for a code that is no language's, with the one that was meant."""
    meant = _meant(code)
    return fault("Y007", span, "language", near(meant) if meant else None, id=shown(code))


def _has_words(code: str, site: Part[Site], files: SourceFiles) -> bool:
    """True where the package has words of the language, or a file of the site has some or is unreadable."""
    if code in LANGUAGES:
        return True
    names = ("site", *(site.facts.registers or ()))
    read = [files.reading(f"content/{code}/{name}.yaml", optional=True) for name in names]
    return any(one.tree or one.findings for one in read)


def _without_words(span: Span, code: str, others: Set[str]) -> Finding:
    """The finding for a language without words; `others` are languages with words that the site does not name.

    A country's code was perhaps meant for its language.
    """
    meant = OF_COUNTRIES.get(code)
    if meant is None or meant not in others:
        return fault("Y014", span, "words", language=code)
    return fault("Y014", span, f"words.{code}", near(meant), language=code)


def _is_written(code: str) -> bool:
    """True where CLDR has dates and lists of the language, and its name in itself."""
    return is_language(code) and is_known(code) and language_name(code, code) != code


def _meant(text: str) -> str | None:
    """The code that is written otherwise, `FI` or `en_GB`, or whose name the text is."""
    first = re.split(r"[-_]", text.strip().lower())[0]
    return first if is_language(first) else _by_name().get(text.strip().lower())


@lru_cache
def _by_name() -> dict[str, str]:
    """The two-letter codes by their names in the package's languages."""
    codes = ["".join(pair) for pair in product(ascii_lowercase, repeat=2)]
    return {language_name(code, one).lower(): code for code in codes for one in LANGUAGES if is_language(code)}
