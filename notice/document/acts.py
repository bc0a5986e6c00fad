"""Acts as each language cites them: the name, the number, and the place in the act."""

from dataclasses import replace

from notice.document.parts import FactText
from notice.document.writer import Writer
from notice.findings import dotted
from notice.law.pinpoints import NATIONAL, OF_THE_EU, Pinpoint
from notice.model.purpose import LawReference, Laws

PARTS = (*NATIONAL, *OF_THE_EU)
"""The parts of a pinpoint, each under a key of its own."""


def law_named(writer: Writer, law: LawReference, *fact: str, usual_place: bool = True) -> FactText:
    """An act as it is cited: its name, its number, and the place in it where one is stated or usual.

    The usual place is that of what the act requires; where it limits a right (`usual_place=False`) is elsewhere.
    """
    # A law written without a list has a path one step shorter than the one at which it is read.
    places = [fact, fact[:-1]] if fact[-1] == "0" else [fact]
    open = [part for part in ("act", *PARTS) if any((*place, part) in writer.notice.unknown for place in places)]
    stated = [part for part in PARTS if part in law.pinpoint.parts or _is_stated(writer, places, part)]
    parts = ["", ".act", *(f".{part}" for part in PARTS if part in stated or part in open)]
    facts = " ".join(dict.fromkeys(dotted(place) + part for place in places for part in parts))
    if law.act is None:
        return replace(writer.unknown(), fact=facts)
    known = writer.notice.vocabulary.laws.get(law.act)
    name = writer.word("laws", law.act, "name", needed_by=fact)
    number = known.number if known and known.number else ""
    number = f" {number}" if number.startswith("(") else f" ({number})" if number else ""
    pinpoint = law.pinpoint or (known.pinpoint if known and usual_place else law.pinpoint)
    act = f"{name}{number}"
    if {*open} - {"act"}:
        return FactText(f"{act}, {writer.unknown().text}", facts)
    return FactText(_in_act(writer, act, pinpointed(writer, pinpoint)), facts)


def _in_act(writer: Writer, act: str, cited: str) -> str:
    """The act and the place in it, in the order of the language."""
    return writer.word("citation", "of-act").replace("{act}", act).replace("{cited}", cited) if cited else act


def laws_named(writer: Writer, laws: Laws | None, *fact: str, usual_place: bool = True) -> tuple[FactText, ...]:
    """Each act as it is cited; the words for "not stated yet" where it is not known which."""
    if writer.notice.is_unknown(*fact):
        return (writer.unknown(*fact),)
    cited = enumerate(laws or ())
    return tuple(law_named(writer, law, *fact, str(index), usual_place=usual_place) for index, law in cited)


def pinpointed(writer: Writer, place: Pinpoint) -> str:
    """The place in the language's words; "" where none is named."""
    if not place:
        return ""
    if place.article:
        return _filled(writer, _of_the_eu(place), place)
    if not place.section:
        return _filled(writer, "chapter", place)
    if place.chapter and not (place.subsection or place.item or place.is_range):
        return _filled(writer, "chapter-section", place)
    cited = _filled(writer, _national(place), place)
    return _filled(writer, "in-chapter", place).replace("{cited}", cited) if place.chapter else cited


def _of_the_eu(place: Pinpoint) -> str:
    """The id of the pattern for an article."""
    if place.point:
        return "eu-point" if place.paragraph else "eu-article-point"
    return "eu-paragraph" if place.paragraph else "eu-article"


def _national(place: Pinpoint) -> str:
    """The id of the pattern for a section, without its chapter."""
    if place.item:
        return "item" if place.subsection else "section-item"
    if place.subsection:
        return "subsection"
    return "sections" if place.is_range else "section"


def _filled(writer: Writer, pattern: str, place: Pinpoint) -> str:
    text = writer.word("citation", pattern)
    for name, part in place.parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text


def _is_stated(writer: Writer, places: list[tuple[str, ...]], part: str) -> bool:
    """Whether the owner wrote the part under a key of its own, and not within another."""
    return any((*place, part) in writer.notice.spans for place in places)
