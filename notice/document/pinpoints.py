"""A place in an act, printed as each language cites it: by section, subsection and item, or by article."""

from notice.document.writer import Writer
from notice.law.pinpoints import Pinpoint


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
