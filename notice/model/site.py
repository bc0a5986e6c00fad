"""A site with its look, and one notice of it, as everything above reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from notice.files import is_reserved
from notice.findings import FactPath, Span
from notice.languages import LANGUAGES
from notice.model.controller import Controller
from notice.model.defaults import Defaults
from notice.model.fields import Facts, Form, Named, Reasons, YesNo
from notice.model.register import Register
from notice.model.texts import SiteAddress
from notice.model.vocabulary import Vocabulary

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LOGO = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.(svg|png)")
_ASSET = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+\.(css|svg|png|jpg|jpeg|webp|avif|ico|woff2)")


def _read_colour(value: object) -> object:
    if isinstance(value, str) and not _COLOUR.fullmatch(value.strip()):
        raise PydanticCustomError("colour", "no colour")
    return value.strip().lower() if isinstance(value, str) else value


def _read_logo(value: object) -> object:
    if isinstance(value, str) and (not _LOGO.fullmatch(value.strip()) or any(map(is_reserved, value.split("/")))):
        raise PydanticCustomError("logo", "no path of a picture")
    return value


def _read_asset(value: object) -> object:
    if isinstance(value, str) and not _ASSET.fullmatch(value.strip()):
        raise PydanticCustomError("asset", "no path of an asset")
    return value


Colour = Annotated[str, BeforeValidator(_read_colour), Form("colour", _COLOUR.pattern)]
"""A colour of sRGB, `#rrggbb` in small letters."""

Logo = Annotated[str, BeforeValidator(_read_logo), Form("logo", _LOGO.pattern)]
"""The path of a picture below `content/`, SVG or PNG."""


Asset = Annotated[str, BeforeValidator(_read_asset), Form("asset", _ASSET.pattern)]
"""The path of a style sheet, a picture or a font on the host of the site, from the host's root: `/app.css`."""


class Theme(Facts):
    """The look of pages and PDFs. `font` is the package's own, or `system` for whatever the visitor's machine has."""

    accent: Colour | None = None
    logo: Logo | None = None
    font: Literal["source-sans", "system"] | None = None


if TYPE_CHECKING:
    LanguageCode = str
else:
    LanguageCode = Literal[tuple(LANGUAGES)]
"""The code of a language that the package ships."""

SectionId = Literal[
    "objection",
    "controller",
    "purposes",
    "sources",
    "recipients",
    "cookies",
    "automation",
    "safeguards",
    "rights",
    "complaint",
    "changes",
]
"""The sections whose order an owner may choose; the summary is always first."""


class Layout(Facts):
    """The order of the sections of notices, and whether drawings and safeguards are shown."""

    sections: tuple[SectionId, ...] | None = None
    drawings: YesNo | None = None
    safeguards: YesNo | None = None


class Site(Facts):
    """Where the notices are published, in which languages, and which registers in which order.

    `example` marks a site whose organisation and facts are invented. `defaults` are facts of all registers.
    `embed` is the level of the title in fragments for other pages, None where none are made. `assets` are files of the
    owner's website that own templates may load.
    Answers to questions: `linked_from_every_page` of the owner's own website, `apart_from_terms` and other texts.
    """

    address: SiteAddress | None = None
    languages: Named | None = None
    default_language: str | None = None
    registers: Named | None = None
    example: YesNo | None = None
    theme: Theme | None = None
    layout: Layout | None = None
    embed: Literal["h1", "h2", "h3"] | None = None
    assets: tuple[Asset, ...] | None = None
    defaults: Defaults | None = None
    findings_language: LanguageCode | None = None
    linked_from_every_page: YesNo | None = None
    apart_from_terms: YesNo | None = None
    confirm: Reasons = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fact that waits for its owner: its path, and the reason given (empty when the fact is not known)."""

    path: FactPath
    reason: str


@dataclass(frozen=True, slots=True)
class Invented:
    """A value that cannot be a real controller's: a sample fact of the starter, or an address on a reserved domain.

    `text` is the part of the owner's text that shows it, from `start` in that text. `path` is that of the fact or, with
    its `language`, of the word; `span` is the place of the whole value.
    """

    kind: Literal["sample", "domain"]
    text: str
    start: int
    path: FactPath
    span: Span
    language: str = ""


@dataclass(frozen=True, slots=True)
class WordsAt:
    """Where a language's words give its own form of facts: below `path`; `in_register` in the register's file alone."""

    path: FactPath
    in_register: bool = False


@dataclass(frozen=True, eq=False)
class Notice:
    """Everything that is known of one register's notice.

    Facts of the register have their own path, `("purposes", "orders", "keep")`; those of the controller and of
    the site begin with `"controller"` and `"site"`, words with their language. `spans` are their places: the
    value's, or the key's for a mapping or a list. `unknown` holds the facts that the owner does not know yet,
    `invalid` those that could not be read or whose key is misspelt: each has a finding, and no rule reports it as
    missing.
    `controller` is the register's: what the register does not state of it is the site's, `site_controller`.
    `shared` are the places in the owner's vocabulary of facts of recipients, sources and cookies, by the paths that
    they would have in the register; `own_ids` are the kinds and ids that the owner alone declares, and `terms` the
    places of all terms that the vocabulary of the owner states, by kind and id. `words_at` are, by
    key of the controller (`requests.form` too), the places of the words of its proper names.
    `invented` are the values that no real controller has; an example site may have them, and lists none.
    Notices are compared by identity; `notice.derive.Derived` computes what follows from one.
    """

    id: str
    site: Site
    controller: Controller
    register: Register
    vocabulary: Vocabulary
    languages: tuple[str, ...]
    spans: Mapping[FactPath, Span]
    unknown: frozenset[FactPath]
    invalid: frozenset[FactPath]
    waiting: tuple[Waiting, ...]
    invented: tuple[Invented, ...] = ()
    site_controller: Controller = field(default_factory=Controller)
    shared: Mapping[FactPath, Span] = field(default_factory=dict)
    own_ids: frozenset[tuple[str, str]] = frozenset()
    terms: Mapping[FactPath, Span] = field(default_factory=dict)
    words_at: Mapping[str, WordsAt] = field(default_factory=dict)

    @property
    def is_draft(self) -> bool:
        """True while a fact is unknown, only proposed, or still a sample: no release is built of it."""
        return bool(self.waiting or self.invented)

    def is_unknown(self, *path: str) -> bool:
        """True when the owner wrote `unknown` for the fact, or for something that holds it."""
        return _holds(self.unknown, path)

    def is_silent(self, *path: str) -> bool:
        """For a fact without a value: True when it is neither `unknown`, nor unreadable, nor under a misspelt key."""
        return not (_holds(self.unknown, path) or _holds(self.invalid, path))

    def is_read(self, *path: str) -> bool:
        """True when nothing at the path, around it or within it was refused."""
        return not (_holds(self.invalid, path) or any(one[: len(path)] == path for one in self.invalid))

    def span(self, *path: str) -> Span:
        """The place of the fact; for a missing one, that of the nearest mapping or list that would contain it."""
        spans = self.shared if self._is_shared(path) else self.spans
        for length in range(len(path), 0, -1):
            if path[:length] in spans:
                return spans[path[:length]]
        return self.spans[()]

    def _is_shared(self, path: FactPath) -> bool:
        """True for a fact that the register does not state, of a thing of which the vocabulary states more."""
        thing = path[:2]
        if thing not in self.shared or path in self.spans:
            return False
        here = any(one[:2] == thing and len(one) == 3 and one[2] != "data" for one in self.spans)
        return path in self.shared or not (here or path[2:3] == ("data",))

    @property
    def date(self) -> date | None:
        """The notice's own date: the newest entry of its history."""
        return max(self.register.history) if self.register.history else None

    @property
    def version(self) -> int:
        """The ordinal of the newest entry of the history, from 1."""
        return len(self.register.history or ()) or 1


def _holds(paths: frozenset[FactPath], path: FactPath) -> bool:
    return bool(paths) and any(path[:length] in paths for length in range(1, len(path) + 1))
