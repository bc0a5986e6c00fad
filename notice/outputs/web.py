"""The files for browsers, hosts and search engines: headers, the site map, rules for robots, fonts, icon and logo."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from notice.artifacts import Artifact, Kind
from notice.load.logo import Logo
from notice.outputs.site_map import SiteMap
from notice.outputs.templates import template_bytes

POLICY = (
    "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy: load style, pictures and fonts of the same site, and nothing else. `connect-src` lets
tools that examine the page read the site's own files; a page without a script connects to nothing."""

HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""The headers of every file, for hosts that read `_headers`; `frame-ancestors` has no effect in a page itself."""

_FONTS = {
    "font.css": Kind.STYLE,
    "fonts/source-sans-3-latin.woff2": Kind.FONT,
    "fonts/source-sans-3-latin-ext.woff2": Kind.FONT,
    "fonts/OFL.txt": Kind.TEXT,
}


def headers() -> Artifact:
    """`_headers`, in the form that Netlify and Cloudflare Pages read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines += ["/fonts/*", "  Cache-Control: public, max-age=31536000, immutable"]
    return Artifact("_headers", ("\n".join(lines) + "\n").encode(), Kind.TEXT)


def robots(site: SiteMap) -> Artifact:
    """`robots.txt`: everything may be read; drafts and examples are marked `noindex` on the page."""
    lines = ["User-agent: *", "Allow: /"]
    if site.are_listed:
        lines.append(f"Sitemap: {site.absolute('sitemap.xml')}")
    return Artifact("robots.txt", ("\n".join(lines) + "\n").encode(), Kind.TEXT)


def sitemap(site: SiteMap) -> Artifact:
    """`sitemap.xml`: every notice in every language with its alternates; the date is the notice's own."""
    urls = "".join(_urls(site))
    opening = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    return Artifact("sitemap.xml", f"{opening}{urls}</urlset>\n".encode(), Kind.XML)


def fonts(site_templates: Path | None) -> Iterator[Artifact]:
    """The font's files with their licence, and the style sheet that loads them."""
    for name, kind in _FONTS.items():
        yield Artifact(name, template_bytes(name, site_templates), kind)


def favicon(site_templates: Path | None) -> Artifact:
    """The icon in the browser's tab."""
    return Artifact("favicon.svg", template_bytes("favicon.svg", site_templates), Kind.XML)


def logo(picture: Logo) -> Artifact:
    """The owner's logo, a drawing or a picture."""
    return Artifact(picture.name, picture.body, Kind.XML if picture.name.endswith(".svg") else Kind.PICTURE)


def _urls(site: SiteMap) -> Iterator[str]:
    notices = dict.fromkeys(document.notice for documents in site.documents.values() for document in documents)
    lists = {} if site.alone else {language: f"{language}/" for language in site.documents}
    yield from _entries(site, lists, "")
    for notice in notices:
        same = {
            language: document.folder
            for language, documents in site.documents.items()
            for document in documents
            if document.notice == notice and not document.draft
        }
        dates = {document.date for all_ in site.documents.values() for document in all_ if document.notice == notice}
        newest = max((date for date in dates if date), default=None)
        yield from _entries(site, same, newest.isoformat() if newest else "")


def _entries(site: SiteMap, paths: dict[str, str], changed: str) -> Iterator[str]:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(site.absolute(path))}/>'
        for language, path in paths.items()
    )
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    for path in paths.values():
        yield f"<url><loc>{escape(site.absolute(path))}</loc>{date}{links}</url>\n"
