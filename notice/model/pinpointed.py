"""A citation of an act: its parts, each under a key of its own or all written together as lawyers write them."""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import BeforeValidator, SerializerFunctionWrapHandler, field_serializer, model_validator
from pydantic_core import PydanticCustomError

from notice.law.pinpoints import NATIONAL, OF_THE_EU, Pinpoint, read_article, read_number, read_pinpoint
from notice.model.fields import Facts, Form

_READERS: dict[str, Callable[[str], Pinpoint | None]] = {"section": read_pinpoint, "article": read_article}
"""The keys under which a whole pinpoint may be written, with what reads it."""


def _part(key: str) -> BeforeValidator:
    """A validator for one part, which by then is a number alone; `key` is the message for anything else."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        # Only a whole pinpoint that was read has a range.
        found = read_number(value) or (value if _is_range(value) else None)
        if found is None:
            raise PydanticCustomError(key, "no pinpoint")
        return found

    return BeforeValidator(read)


def _is_range(value: str) -> bool:
    found = read_pinpoint(value)
    return found is not None and found.is_range and found.section == value


_Number = Annotated[str, _part("pinpoint"), Form("number")]


class Pinpointed(Facts):
    """Facts that name a place in an act.

    `chapter`, `section`, `subsection` and `item` are the parts of a Finnish act; `article`, `paragraph` and `point`
    those of an act of the European Union. `section` and `article` may hold the whole pinpoint, as it is written in
    Finnish, Swedish or English; it is taken apart here.
    """

    chapter: _Number | None = None
    section: Annotated[str, _part("pinpoint.section"), Form("section")] | None = None
    subsection: _Number | None = None
    item: _Number | None = None
    article: Annotated[str, _part("pinpoint.article"), Form("article")] | None = None
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
            raise PydanticCustomError("pinpoint.no-section", "no section")
        if (self.paragraph or self.point) and not self.article:
            raise PydanticCustomError("pinpoint.no-article", "no article")
        if self.article and (self.section or self.chapter):
            raise PydanticCustomError("pinpoint.both", "a section and an article")
        if (self.subsection or self.item) and self.pinpoint.is_range:
            raise PydanticCustomError("pinpoint.range", "a part of several sections")
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
