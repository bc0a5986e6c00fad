"""A place in an act, printed as each language cites it: by section, subsection and item, or by article."""

from notice.document.say import Say
from notice.law.pinpoints import Pinpoint


def pinpointed(say: Say, place: Pinpoint) -> str:
    """The place in the language's words; "" where none is named."""
    if not place:
        return ""
    if place.article:
        return _filled(say, _of_the_eu(place), place)
    if not place.section:
        return _filled(say, "chapter", place)
    if place.chapter and not (place.subsection or place.item or place.is_range):
        return _filled(say, "chapter-section", place)
    cited = _filled(say, _national(place), place)
    return _filled(say, "in-chapter", place).replace("{cited}", cited) if place.chapter else cited


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


def _filled(say: Say, pattern: str, place: Pinpoint) -> str:
    text = say.word("citation", pattern)
    for name, part in place.parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text
