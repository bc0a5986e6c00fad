"""The pages of the site: each notice, the list of each language, the choice of language, and the page not found."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from notice import languages
from notice.artifacts import Artifact
from notice.document import Document
from notice.document.data import DataSection
from notice.document.parts import Said
from notice.load.logo import Logo
from notice.outputs.templates import render, template_text
from notice.outputs.web import POLICY

if TYPE_CHECKING:
    import jinja2


@dataclass(frozen=True)
class Neighbours:
    """The whole site, as far as one page links to it.

    `documents` are all notices by language, languages and notices in the site's order, each language with at least
    one. `address` is where the site is published, or None where that is not known. `sheets` are the style sheets of
    every page in order, `logo` is the owner's.
    """

    documents: Mapping[str, tuple[Document, ...]]
    default_language: str
    address: str | None = None
    sheets: tuple[str, ...] = ("style.css",)
    logo: Logo | None = None

    @property
    def are_listed(self) -> bool:
        """True where search engines may list the pages, by an address that is known: examples are not for an index."""
        return bool(self.address) and not any(one.example for every in self.documents.values() for one in every)

    def other(self, document: Document, language: str) -> Document | None:
        """The same notice in another language."""
        return next((one for one in self.documents[language] if one.notice == document.notice), None)

    def absolute(self, path: str) -> str:
        """The whole address of a path in the site; "" where the site's own is not known."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""


@dataclass(frozen=True, slots=True)
class Way:
    """A page of the same kind in one language: its relative `href`, its absolute address (or ""), the words there."""

    language: str
    name: str
    href: str
    absolute: str
    here: bool
    ui: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PaperLink:
    """The PDF of a notice: its relative address, how many pages it has, and its size in bytes."""

    href: str
    pages: int
    size: int

    def told(self, document: Document) -> str:
        """What a visitor should know before fetching it: `10 sivua, 84 kt`."""
        count = languages.plural(self.pages, document.language)
        pages = document.ui["pdf-page" if count == "one" else "pdf-pages"].replace("{amount}", str(self.pages))
        return f"{pages}, {languages.written_size(self.size, document.language)}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A notice in the list of a language: the page, and the people whom it concerns."""

    document: Document
    href: str
    people: tuple[Said, ...]


def main_html(document: Document, env: "jinja2.Environment") -> str:
    """The notice itself, the `<main>` element: the page shows it, the PDF typesets it."""
    return render(env, "main.html", {"document": document, "ui": document.ui}).strip()


def page(
    document: Document, main: str, neighbours: Neighbours, env: "jinja2.Environment", paper: PaperLink | None
) -> Artifact:
    """The whole page around `main`; `paper` is its PDF, None where there is none."""
    from markupsafe import Markup

    paths = {
        language: same.page_path if (same := neighbours.other(document, language)) else f"{language}/index.html"
        for language in neighbours.documents
    }
    values = _frame(neighbours, document.language, "../../", paths) | {
        "document": document,
        "anchors": _anchors(document, neighbours),
        "main": Markup(main),
        "pdf": paper.href if paper else None,
        "pdf_size": paper.told(document) if paper else "",
        "ui": document.ui,
    }
    return Artifact(document.page_path, render(env, "page.html", values).encode())


def language_index(language: str, neighbours: Neighbours, env: "jinja2.Environment") -> Artifact:
    """The list of all notices in one language, each with the people whom it concerns."""
    documents = neighbours.documents[language]
    paths = {other: f"{other}/index.html" for other in neighbours.documents}
    listed = [Listed(one, f"{one.slug}/index.html", _people(one)) for one in documents]
    values = _frame(neighbours, language, "../", paths) | {
        "controller": documents[0].controller,
        "notices": listed,
        "by_people": _by_people(listed) if len(listed) > 1 else {},
        "ui": documents[0].ui,
    }
    return Artifact(f"{language}/index.html", render(env, "language-index.html", values).encode())


def language_choice(neighbours: Neighbours, env: "jinja2.Environment") -> Artifact:
    """The page at the root of the site, where a visitor chooses a language: said in all of them, without a script."""
    values = _in_all_languages(neighbours, "")
    return Artifact("index.html", render(env, "language-choice.html", values).encode())


def not_found(neighbours: Neighbours, env: "jinja2.Environment") -> Artifact:
    """The page for an address that leads nowhere, in all languages.

    It is shown at any depth, so its links begin at the host's root. Where the site's address is not known they are
    relative, and lead right only for a missing page beside it.
    """
    root = urlsplit(neighbours.absolute("")).path if neighbours.address else ""
    return Artifact("404.html", render(env, "404.html", _in_all_languages(neighbours, root)).encode())


def stylesheet(site_templates: Path | None) -> Artifact:
    """The one style sheet of all pages."""
    return Artifact("style.css", template_text("style.css", site_templates).encode())


def _in_all_languages(neighbours: Neighbours, root: str) -> dict[str, object]:
    language = neighbours.default_language
    paths = {other: f"{other}/index.html" for other in neighbours.documents}
    values = _frame(neighbours, language, root, paths)
    return values | {"controller": neighbours.documents[language][0].controller}


def _frame(neighbours: Neighbours, language: str, root: str, paths: Mapping[str, str]) -> dict[str, object]:
    """What every page needs: its language, the way to the site's root, the same page in all languages.

    Links name `index.html`, so that they work from a disk too; addresses that others see do not.
    """
    ways = [
        Way(
            language=other,
            name=_own_name(other),
            href=root + path,
            absolute=neighbours.absolute(path.removesuffix("index.html")),
            here=other == language,
            ui=neighbours.documents[other][0].ui,
        )
        for other, path in paths.items()
    ]
    return {
        "language": language,
        "root": root,
        "ways": ways,
        "site": neighbours.absolute(""),
        "policy": POLICY,
        "sheets": neighbours.sheets,
        "logo": neighbours.logo,
    }


def _anchors(document: Document, neighbours: Neighbours) -> tuple[str, ...]:
    """The sections that the notice has in every language, after "" for the page's top."""
    every = [same for language in neighbours.documents if (same := neighbours.other(document, language))]
    shared = set.intersection(*({section.id for section in one.sections} for one in every))
    return ("", *(section.id for section in document.sections if section.id in shared))


def _own_name(language: str) -> str:
    name = languages.own_name(language)
    return name[:1].upper() + name[1:]


def _by_people(listed: list[Listed]) -> dict[str, list[Listed]]:
    """The notices that concern each group of people, in the order in which the notices name them."""
    found: dict[str, list[Listed]] = {}
    for one in listed:
        for group in one.people:
            found.setdefault(group.text, []).append(one)
    return found


def _people(document: Document) -> tuple[Said, ...]:
    return next((one.people for one in document.sections if isinstance(one, DataSection)), ())
