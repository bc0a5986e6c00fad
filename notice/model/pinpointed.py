"""A citation of an act: its parts, each under a key of its own or all written together as lawyers write them."""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import BeforeValidator, SerializerFunctionWrapHandler, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from notice.law.pinpoints import NATIONAL, OF_THE_EU, Pinpoint, read_article, read_number, read_pinpoint
from notice.model.fields import Facts, Form

_SECTION = (
    "write it as the act is cited: `10`, `10 a §`, `2:10`, `6 § 1 mom. 4 kohta`, `2 kap. 10 §`, `section 6(1)(4)` "
    "or `31–32 §`"
)
_ARTICLE = "write it as the act is cited: `6`, `6(1)(c)`, `6 artiklan 1 kohdan c alakohta` or `artikel 6.1 c`"
_READERS: dict[str, Callable[[str], Pinpoint | None]] = {"section": read_pinpoint, "article": read_article}
"""The keys under which a whole pinpoint may be written, with what reads it."""


def _part(help: str) -> BeforeValidator:
    """A validator for one part, which by then is a number alone."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        # Only a whole pinpoint that was read has a range.
        found = read_number(value) or (value if _is_range(value) else None)
        if found is None:
            raise PydanticCustomError("pinpoint", help)
        return found

    return BeforeValidator(read)


def _is_range(value: str) -> bool:
    found = read_pinpoint(value)
    return found is not None and found.is_range and found.section == value


_Number = Annotated[str, _part("write its number alone, such as `2` or `10 a`"), Form("number")]


class Pinpointed(Facts):
    """Facts that name a place in an act.

    `chapter`, `section`, `subsection` and `item` are the parts of a Finnish act; `article`, `paragraph` and `point`
    those of an act of the European Union. `section` and `article` may hold the whole pinpoint, as it is written in
    Finnish, Swedish or English; it is taken apart here.
    """

    chapter: _Number | None = None
    section: Annotated[str, _part(_SECTION), Form("section")] | None = None
    subsection: _Number | None = None
    item: _Number | None = None
    article: Annotated[str, _part(_ARTICLE), Form("article")] | None = None
    paragraph: _Number | None = None
    point: _Number | None = None

    @property
    def pinpoint(self) -> Pinpoint:
        """The place in the act; false where none is named."""
        return Pinpoint(**{part: getattr(self, part) or "" for part in (*NATIONAL, *OF_THE_EU)})

    @model_validator(mode="before")
    @classmethod
    def _taken_apart(cls, value: object) -> object:
        """Give each part of a whole pinpoint its own key; what cannot be read is left for its field to refuse."""
        if not isinstance(value, dict):
            return value
        for key, read in _READERS.items():
            written = value.get(key)
            found = read(written) if isinstance(written, str) else None
            if found and not _contradicted(found, value, key):
                value = {name: one for name, one in value.items() if name != key} | found.parts
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse parts that lead nowhere: an item of no section, a section and an article."""
        if (self.subsection or self.item) and not self.section:
            raise PydanticCustomError("pinpoint", "write the `section` that it is in too")
        if (self.paragraph or self.point) and not self.article:
            raise PydanticCustomError("pinpoint", "write the `article` that it is in too")
        if self.article and (self.section or self.chapter):
            raise PydanticCustomError(
                "pinpoint", "write the section of a Finnish act, or the article of an act of the EU"
            )
        if (self.subsection or self.item) and self.pinpoint.is_range:
            raise PydanticCustomError(
                "pinpoint", "write several sections as `31–32 §`, or one of them with its subsection"
            )
        return self

    @field_serializer("section", mode="wrap", when_used="json")
    def _with_chapter(self, section: str | None, write: SerializerFunctionWrapHandler) -> object:
        """The section with its chapter, `2:10`, as the facts for machines have always had it."""
        return f"{self.chapter}:{section}" if self.chapter and section else write(section)


def _contradicted(found: Pinpoint, value: dict[str, object], key: str) -> bool:
    """Whether a key beside the pinpoint states one of its parts otherwise."""
    parts = {name: part for name, part in found.parts.items() if name != key}
    stated = {name: read_number(str(value[name])) for name in parts if value.get(name) is not None}
    return any(stated[name] != parts[name] for name in stated)
