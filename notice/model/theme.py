"""The look of pages and PDFs: an accent, a logo, a font. No notice states these facts."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from notice.files import is_reserved
from notice.model.fields import Facts, Form

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LOGO = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.(svg|png)")


def _read_colour(value: object) -> object:
    if isinstance(value, str) and not _COLOUR.fullmatch(value.strip()):
        raise PydanticCustomError("colour", "no colour")
    return value.strip().lower() if isinstance(value, str) else value


def _read_logo(value: object) -> object:
    if isinstance(value, str) and (not _LOGO.fullmatch(value.strip()) or any(map(is_reserved, value.split("/")))):
        raise PydanticCustomError("logo", "no path of a picture")
    return value


Colour = Annotated[str, BeforeValidator(_read_colour), Form("colour", _COLOUR.pattern)]
"""A colour of sRGB, `#rrggbb` in small letters."""

Logo = Annotated[str, BeforeValidator(_read_logo), Form("logo", _LOGO.pattern)]
"""The path of a picture below `content/`, SVG or PNG."""


class Theme(Facts):
    """The look of pages and PDFs. `font` is the package's own, or `system` for whatever the visitor's machine has."""

    accent: Colour | None = None
    logo: Logo | None = None
    font: Literal["source-sans", "system"] | None = None
