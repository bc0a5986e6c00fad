"""List the words that a site needs in a language, each with its text in the source language and its translation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from notice.derive import Derived, derive
from notice.document import compose
from notice.errors import CannotRun
from notice.findings import FactPath, dotted
from notice.font import lacking
from notice.languages import LANGUAGES, is_known, own_name
from notice.load import Loaded
from notice.load.ids import is_language
from notice.load.source_files import SourceFiles, words_of
from notice.messages import hint
from notice.model.names import is_own_form
from notice.model.site import Notice
from notice.rules.cues import cues
from notice.words import Layer, Words, standard

BY_CLDR = frozenset({"countries", "durations"})
"""The kinds of standard words that replace CLDR's where a language of the package needs it."""

SITE = "site.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word by its file below `content/<language>/` and its path; `target` is None where it is not translated."""

    file: str
    path: FactPath
    source: str
    target: str | None

    @property
    def key(self) -> str:
        """The file and the path: `customers.yaml:purposes.orders.text`."""
        return f"{self.file}:{dotted(self.path)}"


def source_language(loaded: Loaded, target: str, wanted: str = "") -> str:
    """The language to translate from: the one `wanted`, else English for a language that the package lacks, else the
    site's default. Raises `CannotRun` for a language that cannot be used."""
    own = languages_of(loaded)
    default = loaded.site.default_language
    if wanted and wanted not in own:
        raise CannotRun("words-source", name=wanted, known=hint("", own))
    chosen = wanted or ("en" if target not in LANGUAGES and "en" in own else default if default in own else own[0])
    if not is_language(target) or not is_known(target):
        raise CannotRun("words-language", name=target)
    if lacking(own_name(target)):
        raise CannotRun("words-script", name=own_name(target))
    if chosen == target:
        raise CannotRun("words-same", name=target)
    return chosen


def languages_of(loaded: Loaded) -> tuple[str, ...]:
    """The languages of the site. Raises `CannotRun` where it has none, or a register that cannot be read."""
    registers = loaded.notices
    if not registers or not registers[0].languages or any(() in one.invalid for one in registers):
        raise CannotRun("words-unread")
    return loaded.notices[0].languages


def entries(loaded: Loaded, folder: Path, source: str, target: str) -> tuple[Entry, ...]:
    """The words that `target` needs, file by file, in the order of the source.

    The owner's words in the source language go into files of the same names, and the standard words that the target
    lacks into `site.yaml`. Raises `CannotRun` where words of either language cannot be read.
    """
    files = SourceFiles(folder)
    found: dict[tuple[str, FactPath], Entry] = {}
    required: dict[FactPath, tuple[Words, Words]] = {}
    for notice in loaded.notices:
        words = {code: words_of(code, notice.id, files) for code in (source, target)}
        for code, one in words.items():
            if one.broken or any(layer.broken for layer in one.layers):
                raise CannotRun("words-broken", target=code)
        derived = derive(notice)
        asked = {path for path in compose(notice, derived, words[source]).asked if words[source].find(*path)}
        for path, text, layer in words[source].owned:
            if text.strip() and _is_asked(path, asked) and not _is_later(path, layer, words[source]):
                file = layer.file.rpartition("/")[2]
                translated = _translation(words[target], file, path)
                if translated is None and _is_stated(path, notice, derived, target):
                    continue
                found.setdefault((file, path), Entry(file, path, text, translated))
        if target not in LANGUAGES:
            stand_in = Words(target, words[source].layers[:-1])
            missing = compose(notice, derived, stand_in).missing
            optional = {path for path in asked if path[0] not in BY_CLDR and not stand_in.find(*path)}
            required |= dict.fromkeys((*missing, *optional), (words[source], words[target]))
    every = (*found.values(), *_standard(required, source, {path for file, path in found if file == SITE}))
    return tuple(_named(entry, every) for entry in every)


def _named(entry: Entry, every: tuple[Entry, ...]) -> Entry:
    """The entry of a thing's name under `name` where the file has further words of the thing."""
    length = len(entry.path)
    has_more = any(
        other.file == entry.file and len(other.path) > length and other.path[:length] == entry.path for other in every
    )
    return replace(entry, path=(*entry.path, "name")) if has_more else entry


def _standard(
    required: Mapping[FactPath, tuple[Words, Words]], source: str, owned: Iterable[FactPath]
) -> Iterator[Entry]:
    """The standard words required, in the order of the package's files."""
    order = {path: at for at, path in enumerate(standard(source if source in LANGUAGES else "en").flat)}
    done = set(owned)
    for asked in sorted(required, key=lambda path: (order.get(path, len(order)), path)):
        path = asked[:-1] if asked[-1] == "name" and len(asked) > 1 else asked
        from_words, to_words = required[asked]
        text = from_words.find(*asked)
        if text and path not in done:
            done.add(path)
            yield Entry(SITE, path, text, to_words.find(*asked))


def _is_stated(path: FactPath, notice: Notice, derived: Derived, target: str) -> bool:
    """Whether the target's page prints the fact itself, by rule T022: a name that is not of another language.

    A language that the package lacks has no names of its own to compare with: its translator is asked.
    """
    if target not in LANGUAGES or not is_own_form(path):
        return False
    name = _name(path, notice, derived).lower()
    marks = cues("bodies")
    if target in marks and re.search(marks[target], name):
        return True
    return not any(re.search(mark, name) for code, mark in marks.items() if code != target)


def _name(path: FactPath, notice: Notice, derived: Derived) -> str:
    """The proper name that the facts have at the path of a word; "" for an address and for a name of other things."""
    if path[0] == "controller":
        names = {"name": notice.controller.name, "trade-name": notice.controller.trade_name}
        return names.get(path[-1]) or ""
    if path[-1] != "named":
        return ""
    recipient, source = derived.recipients.get(path[1]), derived.sources.get(path[1])
    thing = recipient if path[0] == "recipients" else source if path[0] == "sources" else None
    return (thing.named or "") if thing else ""


def _translation(words: Words, file: str, path: FactPath) -> str | None:
    """The owner's own word of the file, or what the language has for it otherwise."""
    own = next((layer for layer in words.layers if layer.file.rpartition("/")[2] == file and layer.file), Layer({}))
    return own.flat.get(path) or words.find(*path)


def _is_later(path: FactPath, layer: Layer, words: Words) -> bool:
    """Whether the register's own file has the word too, so that the site's is not printed in this notice."""
    return layer is not words.layers[0] and words.find_in_register(*path) is not None


def _is_asked(path: FactPath, asked: set[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)
