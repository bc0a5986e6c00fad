"""Pinpoints: parse the place in an act from the forms in which lawyers cite it.

A Finnish act has chapters, sections, subsections and items; an act of the European Union has articles, paragraphs and
points. The parts are parsed from Finnish, Swedish and English; their words for printing are in `locales/`.
"""

import re
from dataclasses import dataclass, fields

NATIONAL = ("chapter", "section", "subsection", "item")
"""The parts of a pinpoint in a Finnish act, from the outermost."""

OF_THE_EU = ("article", "paragraph", "point")
"""The parts of a pinpoint in an act of the European Union, from the outermost."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """One place in an act; an empty part is not named. A `section` may be a range, such as `31–32`."""

    chapter: str = ""
    section: str = ""
    subsection: str = ""
    item: str = ""
    article: str = ""
    paragraph: str = ""
    point: str = ""

    def __bool__(self) -> bool:
        """True where any part is named."""
        return bool(self.parts)

    @property
    def parts(self) -> dict[str, str]:
        """The named parts by name."""
        parts = {part.name: str(getattr(self, part.name)) for part in fields(self)}
        return {name: value for name, value in parts.items() if value}

    @property
    def is_range(self) -> bool:
        """True for several sections in a row."""
        return "–" in self.section


_NUMBER = r"[1-9]\d{0,3}(?:[ ]?[a-z](?![a-zåäö]))?"
_LETTER = rf"(?:{_NUMBER}|[a-z])"
_EU_NUMBER = r"[1-9]\d{0,3}[a-z]?(?![a-z])"
_POINT = r"(?:[a-z]{1,2}|[1-9]\d?)"
_RANGE = rf"{_NUMBER}(?:[ ]?(?:[-–]|(?:ja|och|and)[ ])[ ]?{_NUMBER})?"
_SIGN = r"(?:[ ]?§(?::n)?)?"

_FORMS = {
    # 10 · 2:10 · 10 a § · 6 §:n 1 momentin 4 kohta · 2 luku 10 § 1 mom. · 2 kap. 10 § 1 mom. 4 punkten
    "section": rf"(?:(?P<chapter>{_NUMBER})(?::|[ ](?:luku|luvun|kap\.?)[ ]))?(?:§[ ]?)?(?P<section>{_RANGE}){_SIGN}"
    rf"(?:[ ](?P<subsection>{_NUMBER})[ ](?:mom\.?|momentti|momentin|momentet))?"
    rf"(?:[ ](?P<item>{_NUMBER})[ ](?:kohta|punkten|punkt))?",
    # section 6 · chapter 2, section 10, subsection 1, paragraph 4
    "section in English": rf"(?:chapter[ ](?P<chapter>{_NUMBER}),?[ ])?sections?[ ](?P<section>{_RANGE})"
    rf"(?:,?[ ]subsection[ ](?P<subsection>{_NUMBER}))?(?:,?[ ](?:paragraph|item)[ ](?P<item>{_NUMBER}))?",
    # 6(1)(4) · 2:10(1) · section 6(1)(4)
    "section in brackets": rf"(?:section[ ])?(?:(?P<chapter>{_NUMBER}):)?(?P<section>{_NUMBER}){_SIGN}[ ]?"
    rf"\((?P<subsection>{_NUMBER})\)(?:\((?P<item>{_LETTER})\))?",
    # 2 luku · 2 kap. · chapter 2
    "chapter": rf"(?P<chapter>{_NUMBER})[ ](?:luku|kap\.?)|chapter[ ](?P<chapter_too>{_NUMBER})",
    # 6 artikla · 6 artiklan 1 kohdan c alakohta
    "article in Finnish": rf"(?P<article>{_EU_NUMBER})[ ](?:artikla|artiklan|art\.?)(?:[ ](?P<paragraph>{_EU_NUMBER})"
    rf"[ ](?:kohta|kohdan))?(?:[ ](?P<point>{_POINT})[ ](?:alakohta|alak\.?))?",
    # artikel 6.1 c
    "article in Swedish": rf"(?:artikel|art\.?)[ ](?P<article>{_EU_NUMBER})(?:\.(?P<paragraph>{_EU_NUMBER}))?"
    rf"(?:[ ](?P<point>{_POINT}))?",
    # Article 6(1)(c)
    "article in English": rf"(?:article|art\.?)[ ](?P<article>{_EU_NUMBER})(?:\((?P<paragraph>{_EU_NUMBER})\))?"
    rf"(?:\((?P<point>{_POINT})\))?",
}
_BARE_ARTICLE = re.compile(
    rf"(?P<article>{_EU_NUMBER})(?:(?:\.(?P<paragraph>{_EU_NUMBER})|\((?P<paragraph_too>{_EU_NUMBER})\))"
    rf"(?:[ ](?P<point>{_POINT})|\((?P<point_too>{_POINT})\))?)?"
)
_PATTERNS = tuple(re.compile(form) for form in _FORMS.values())
_RANGE_PARTS = re.compile(rf"({_NUMBER})[ ]?(-|–|ja|och|and)[ ]?({_NUMBER})")


def read_pinpoint(written: str) -> Pinpoint | None:
    """Parse the place in an act from any form of the three languages; None if it is not one.

    A bare number is a section.
    """
    text = _plain(written)
    return next((pinpoint for pattern in _PATTERNS if (pinpoint := _read(pattern, text))), None)


def read_article(written: str) -> Pinpoint | None:
    """The place in an act of the European Union; a bare number is an article: `6(1)(c)` or `6.1 c`."""
    pinpoint = _read(_BARE_ARTICLE, _plain(written)) or read_pinpoint(written)
    return pinpoint if pinpoint and pinpoint.article else None


def read_number(written: str) -> str | None:
    """Normalise the number of one part, such as `10 a`; None if it is not a number."""
    text = _plain(written)
    return _spaced(text) if re.fullmatch(_LETTER, text) else None


def _plain(written: str) -> str:
    return " ".join(written.replace("\N{NO-BREAK SPACE}", " ").split()).lower()


def _read(pattern: re.Pattern[str], text: str) -> Pinpoint | None:
    match = pattern.fullmatch(text)
    if match is None:
        return None
    parts = {name.removesuffix("_too"): _spaced(part) for name, part in match.groupdict().items() if part}
    section = _section(parts.pop("section", ""))
    if section is None or ("–" in section and parts.keys() - {"chapter"}):
        return None
    return Pinpoint(section=section, **parts)


def _section(written: str) -> str | None:
    """The section's number, a range with its dash; None for a pair that is not a range, such as `31 ja 40`."""
    match = _RANGE_PARTS.fullmatch(written)
    if match is None:
        return written
    first, joined, last = match.groups()
    start, end = (int(re.sub(r"\D", "", number)) for number in (first, last))
    rises = (start, first) < (end, last)
    is_range = rises if joined in ("-", "–") else rises and end - start <= 1
    return f"{_spaced(first)}–{_spaced(last)}" if is_range else None


def _spaced(number: str) -> str:
    """Separate a number's letter by a space: `10a` becomes `10 a`."""
    return re.sub(r"(\d) ?([a-z])\b", r"\1 \2", number)
