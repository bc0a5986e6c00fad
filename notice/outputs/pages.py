"""The pages of the site: each notice, the list of each language, the choice of language, and the page not found."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup

from notice import languages
from notice.artifacts import Artifact, Kind
from notice.document.parts import Document, DocumentInfo, FactText
from notice.links.loads import is_outward
from notice.outputs.joints import with_joints
from notice.outputs.site_map import SiteMap
from notice.outputs.templates import render, template_text
from notice.outputs.web import POLICY

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r"""(\s(?:href|src)=["'])([^"']*)(["'])""")

MANY = 20
"""The most notices that one list shows at once: more are listed by letter, and their groups are closed at first."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A link to the same page in one language: relative `href`, absolute address (or ""), and the words around it.

    Templates get them as `ways`; `here` marks the page itself.
    """

    language: str
    name: str
    href: str
    absolute: str
    here: bool
    ui: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PdfLink:
    """The PDF of a notice: its relative address, its number of pages, and its size in bytes; 0 while it is not made."""

    href: str
    pages: int = 0
    size: int = 0

    def size_text(self, document: DocumentInfo) -> str:
        """The size in words, shown beside the link: `10 sivua, 84 kt`; "" while it is not known."""
        if not self.size:
            return ""
        count = languages.plural(self.pages, document.language)
        pages = document.ui["pdf-page" if count == "one" else "pdf-pages"].replace("{amount}", str(self.pages))
        return f"{pages}, {languages.written_size(self.size, document.language)}"


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry in a language's list of notices: the page, and the people whom it concerns."""

    document: DocumentInfo
    href: str
    people: tuple[FactText, ...]


def main_html(document: Document, env: jinja2.Environment) -> str:
    """Render the notice itself, the `<main>` element, for the page and the PDF."""
    main = render(env, "main.html", {"document": document, "ui": document.ui}).strip()
    return with_joints(main, document.language)


def page(document: DocumentInfo, main: str, site: SiteMap, env: jinja2.Environment, pdf: PdfLink | None) -> Artifact:
    """Render the whole page around `main`; `pdf` is its PDF, None if there is none."""
    paths = {
        language: same.page_path if (same := site.in_language(document, language)) else f"{language}/index.html"
        for language in site.documents
    }
    values = _frame(site, document.language, "../../", paths) | {
        "document": document,
        "anchors": _anchors(document, site),
        "main": Markup(main),
        "pdf": pdf.href if pdf else None,
        "pdf_size": pdf.size_text(document) if pdf else "",
        "ui": document.ui,
    }
    return Artifact(document.page_path, render(env, "page.html", values).encode(), Kind.PAGE)


def copied(page: Artifact, path: str) -> Artifact:
    """The same page at another path of the site: its relative links lead where they led."""

    def moved(tag: re.Match[str]) -> str:
        return _LINK.sub(lambda link: f"{link[1]}{_rebased(link[2], page.path, path)}{link[3]}", tag[0])

    return replace(page, path=path, body=_TAG.sub(moved, page.body.decode()).encode())


def _rebased(href: str, old: str, new: str) -> str:
    if not href or href.startswith(("#", "/")) or is_outward(href):
        return href
    file, mark, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(old), file))
    return posixpath.relpath(target, posixpath.dirname(new) or ".") + mark + anchor


def language_index(language: str, site: SiteMap, env: jinja2.Environment) -> Artifact:
    """The list of all notices in one language, each with the people whom it concerns.

    Many notices are listed by letter, and several controllers each with its notices.
    """
    documents = site.documents[language]
    paths = {other: f"{other}/index.html" for other in site.documents}
    entries = [IndexEntry(document, f"{document.slug}/index.html", document.people) for document in documents]
    values = _frame(site, language, "../", paths) | {
        "controller": documents[0].publisher,
        "notices": entries,
        "many": len(entries) > MANY,
        "by_people": _by_people(entries, language) if len(entries) > 1 else {},
        "by_controller": _by_controller(entries),
        "by_letter": _by_letter(entries, language) if len(entries) > MANY else {},
        "ui": documents[0].ui,
    }
    return Artifact(f"{language}/index.html", render(env, "language-index.html", values).encode(), Kind.PAGE)


def language_choice(site: SiteMap, env: jinja2.Environment) -> Artifact:
    """The page at the root of the site, where a visitor chooses a language: in all of them, without a script."""
    values = _in_all_languages(site, "")
    return Artifact("index.html", render(env, "language-choice.html", values).encode(), Kind.PAGE)


def not_found(site: SiteMap, env: jinja2.Environment) -> Artifact:
    """The page for an address without a page, in all languages.

    It is shown at any depth, so its links begin at the host's root. Where the site's address is unknown they are
    relative, and right only for a missing page beside it.
    """
    root = urlsplit(site.absolute("")).path if site.address else ""
    return Artifact("404.html", render(env, "404.html", _in_all_languages(site, root)).encode(), Kind.PAGE)


def stylesheet(site_templates: Path | None) -> Artifact:
    """The one style sheet of all pages."""
    return Artifact("style.css", template_text("style.css", site_templates).encode(), Kind.STYLE)


def _in_all_languages(site: SiteMap, root: str) -> dict[str, object]:
    language = site.default_language
    paths = {other: f"{other}/index.html" for other in site.documents}
    values = _frame(site, language, root, paths)
    return values | {"controller": site.documents[language][0].publisher}


def _frame(site: SiteMap, language: str, root: str, paths: Mapping[str, str]) -> dict[str, object]:
    """The template values of every page: language, path to the site's root, the same page in all languages.

    Relative links name `index.html`, so that they work from a disk too; absolute addresses do not.
    """
    alternates = [
        Alternate(
            language=other,
            name=_own_name(other),
            href=root + path,
            absolute=site.absolute(path.removesuffix("index.html")),
            here=other == language,
            ui=site.documents[other][0].ui,
        )
        for other, path in paths.items()
    ]
    return {
        "language": language,
        "root": root,
        "ways": alternates,
        "site": site.absolute(""),
        "policy": POLICY,
        "sheets": site.sheets,
        "logo": site.logo,
        "alone": site.alone,
    }


def _anchors(document: DocumentInfo, site: SiteMap) -> tuple[str, ...]:
    """The sections that the notice has in every language, after "" for the page's top."""
    in_languages = [same for language in site.documents if (same := site.in_language(document, language))]
    shared = set.intersection(*(set(same.anchors) for same in in_languages))
    return ("", *(anchor for anchor in document.anchors if anchor in shared))


def _own_name(language: str) -> str:
    name = languages.own_name(language)
    return name[:1].upper() + name[1:]


def _by_controller(entries: list[IndexEntry]) -> dict[str, list[IndexEntry]]:
    """The notices of each controller, in the order of the list; none where all have the same."""
    found: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        found.setdefault(entry.document.controller, []).append(entry)
    return found if len(found) > 1 else {}


def _by_letter(entries: list[IndexEntry], language: str) -> dict[str, list[IndexEntry]]:
    """The notices in alphabetical order, by the first letter of their titles."""
    found: dict[str, list[IndexEntry]] = {}
    for entry in sorted(entries, key=lambda one: languages.alphabetical(one.document.title, language)):
        found.setdefault(entry.document.title[:1].upper(), []).append(entry)
    return found


def _by_people(entries: list[IndexEntry], language: str) -> dict[str, list[IndexEntry]]:
    """The notices that concern each group of people: as the notices name them, of many in alphabetical order."""
    by_people: dict[str, list[IndexEntry]] = {}
    for entry in entries:
        for group in entry.people:
            by_people.setdefault(group.text, []).append(entry)
    if len(entries) > MANY:
        return {
            group: by_people[group] for group in sorted(by_people, key=partial(languages.alphabetical, code=language))
        }
    return by_people
