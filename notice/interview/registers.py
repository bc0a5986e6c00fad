"""The presets by their names in each language, and which of them an owner means."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from notice.data import locale, tree
from notice.errors import CannotRun
from notice.files import is_reserved
from notice.findings import nearest
from notice.interview.answers import Chosen
from notice.interview.readers import Misread, read_text
from notice.languages import LANGUAGES
from notice.presets import preset_text, presets
from notice.visible import is_seen

ALIKE = 0.75
"""How much alike a misspelt name is at least."""

LONGEST_LIST = 10_000
"""The most characters of a list of registers: some have hundreds."""

_APART = re.compile(r"\s*[,;]\s*")


@cache
def named_presets(language: str) -> Mapping[str, tuple[str, str]]:
    """The name and the description of each preset, in the order of the names."""
    words = {id: tree(locale(language) / "presets" / f"{id}.yaml") for id in presets()}
    return {id: (one["name"], one["description"]) for id, one in sorted(words.items(), key=lambda row: row[1]["name"])}


def read_registers(typed: str, language: str) -> tuple[Chosen, ...] | None:
    """The presets that were typed: by their number in the list of the language, their name or their id.

    `PRESET=ID` gives a register an id of its own, so that a preset can be chosen several times; a name becomes an id.
    """
    answer = read_text(typed, LONGEST_LIST)
    if answer is None:
        return None
    parts = [part for part in _APART.split(answer) if part]
    return _each_once([_chosen(part, language) for part in parts]) or None


def chosen_by_id(given: Iterable[str]) -> tuple[Chosen, ...] | None:
    """The presets of options, each an exact id, or `PRESET=ID`; None for no option."""
    chosen = []
    for one in given:
        preset, sign, own = one.partition("=")
        id = _slug(own) if sign else preset
        if not is_fit(id) or not is_seen(own):
            raise CannotRun("register-id", id=own)
        preset_text(preset)
        chosen.append(Chosen(preset, id, own.strip()))
    return tuple(dict.fromkeys(chosen)) or None


def is_fit(id: str) -> bool:
    """Whether a register can have the id: `site` is the name of the files with the words of the whole site."""
    return bool(id) and id != "site" and not is_reserved(id)


def _chosen(part: str, language: str) -> Chosen:
    name, sign, own = part.partition("=")
    preset = _preset(name.strip(), language)
    id = _slug(own) if sign else preset
    if not is_fit(id):
        raise Misread("register-id", typed=own)
    return Chosen(preset, id, own.strip())


def _each_once(chosen: list[Chosen]) -> tuple[Chosen, ...]:
    ids: dict[str, Chosen] = {}
    for one in dict.fromkeys(chosen):
        if one.id in ids:
            raise Misread("register-twice", typed=one.id)
        ids[one.id] = one
    return tuple(ids.values())


def _preset(name: str, language: str) -> str:
    listed = tuple(named_presets(language))
    if name.isdecimal():
        if not 0 < int(name) <= len(listed):
            raise Misread("register-number", typed=name, most=len(listed))
        return listed[int(name) - 1]
    names = {_plain(each): id for id in listed for each in (id, *_names(id))}
    wanted = _plain(name)
    holding = {id for each, id in names.items() if len(wanted) > 2 and wanted in each}
    if wanted not in names and len(holding) == 1:
        return holding.pop()
    meant = wanted if wanted in names else nearest(wanted, names, ALIKE)
    if meant is None:
        raise Misread("register", typed=name)
    return names[meant]


def _names(id: str) -> list[str]:
    """What a preset is called in each language, on the page and in its address."""
    words = [tree(locale(language) / "presets" / f"{id}.yaml") for language in LANGUAGES]
    return [one[key] for one in words for key in ("name", "slug")]


def _plain(text: str) -> str:
    return _ascii(text).replace("-", " ")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _ascii(text)).strip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text.strip()).encode("ascii", "ignore").decode().lower()
