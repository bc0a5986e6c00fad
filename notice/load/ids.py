"""The form of ids that owners make up, which are used in file names and in paths of facts."""

import re
import unicodedata
from collections.abc import Iterator

from notice.files import is_reserved
from notice.findings import FactPath, Finding, Span, write
from notice.load.facts import Part
from notice.load.findings import fault
from notice.model.site import Site
from notice.yamlreader import Reading
from notice.yamlreader.source import shown

OF_REGISTER = frozenset(
    {"purposes", "recipients", "sources", "cookies", "joint-controllers", "automated-decisions"}
)  # fmt: skip
"""The keys of a register below which the owner's own ids stand."""

_FIT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIT_COOKIE = re.compile(r"[A-Za-z0-9_*-]+")

Refused = tuple[FactPath, Finding]
"""The path of what cannot be used, and the finding that says so."""


def unfit_keys(reading: Reading, kinds: frozenset[str]) -> Iterator[Refused]:
    """A finding at every key directly below one of `kinds` that cannot be an id."""
    for path, place in reading.places.items():
        if len(path) == 2 and path[0] in kinds and place.key is not None and not _is_fit(path[1], path[0]):
            yield path, _unfit(place.key, path[1])


def register_ids(site: Part[Site]) -> tuple[tuple[str, ...], list[Refused]]:
    """The registers whose files may be looked for, each once, and what is wrong with the other ids."""
    unfit: list[Refused] = [
        (("site", "registers", str(index)), _unfit(_place(site, index), id))
        for index, id in enumerate(site.facts.registers or ())
        if not is_register(id)
    ]
    return tuple(dict.fromkeys(id for id in site.facts.registers or () if is_register(id))), unfit


def fitting(text: str) -> str:
    """The text as an id, the nearest that there is: `Tilausten hoito` becomes `tilausten-hoito`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _is_fit(id: str, kind: str) -> bool:
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
    nearest = fitting(id)
    if not nearest:
        return fault("Y020", span, "letters.none", id=shown(id))
    return fault("Y020", span, "letters", write(nearest), id=shown(id))
