"""The site's data for one page: titles and addresses of all notices, style sheets, logo."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notice.document.parts import DocumentInfo
from notice.load.logo import Logo
from notice.model.site import Asset, Site, Theme
from notice.outputs.theme import theme_style


@dataclass(frozen=True)
class SiteMap:
    """The site's data for one page.

    `documents` are all notices by language, languages and notices in the site's order, each language with at least
    one. `address` is where the site is published, None where that is unknown. `sheets` are the style sheets of
    every page in order; `theme` and `logo` are the owner's. `embed` is the level of the title's heading in fragments,
    0 where none are made; `assets` are the owner's files on the same host that pages may load.
    """

    documents: Mapping[str, tuple[DocumentInfo, ...]]
    default_language: str
    address: str | None = None
    sheets: tuple[str, ...] = ("style.css",)
    theme: Theme | None = None
    logo: Logo | None = None
    embed: int = 0
    assets: tuple[Asset, ...] = ()
    _by_notice: Mapping[tuple[str, str], DocumentInfo] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_notice = {
            (document.notice, code): document for code, documents in self.documents.items() for document in documents
        }
        object.__setattr__(self, "_by_notice", by_notice)

    @property
    def are_listed(self) -> bool:
        """Whether search engines may list the pages: at a known address, not for an example, nor a lone draft."""
        documents = [document for in_language in self.documents.values() for document in in_language]
        hidden = any(document.example for document in documents) or (self.alone is not None and self.alone.draft)
        return bool(self.address) and not hidden

    @property
    def alone(self) -> DocumentInfo | None:
        """The document of a site with one notice in one language; None for any other site."""
        documents = [document for in_language in self.documents.values() for document in in_language]
        return documents[0] if len(documents) == 1 else None

    def pages_of(self, document: DocumentInfo) -> tuple[str, ...]:
        """The paths of all pages that show the document, its own first."""
        return (document.page_path, *self.copies(document))

    def copies(self, document: DocumentInfo) -> tuple[str, ...]:
        """The other pages that show the document: those that would be lists of one notice, and a choice of one."""
        return ("index.html", f"{document.language}/index.html") if self.alone else ()

    def in_language(self, document: DocumentInfo, language: str) -> DocumentInfo | None:
        """The same notice in another language."""
        return self._by_notice.get((document.notice, language))

    def absolute(self, path: str) -> str:
        """The whole address of a path in the site; "" where the site's own is unknown."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""


def site_map(site: Site, documents: Iterable[DocumentInfo], logo: Logo | None) -> SiteMap:
    """The map of a site with these documents."""
    listed = tuple(documents)
    by_language = {
        code: tuple(document for document in listed if document.language == code) for code in site.languages or ()
    }
    own_font = site.theme is None or site.theme.font != "system"
    sheets = (*(("font.css",) if own_font else ()), "style.css", *(("theme.css",) if theme_style(site.theme) else ()))
    default = site.default_language or next(iter(by_language))
    embed = int(site.embed[1:]) if site.embed else 0
    return SiteMap(by_language, default, site.address, sheets, site.theme, logo, embed, site.assets or ())
