"""The pages around the notices: languages, lists, links, and nothing loaded from elsewhere."""

import posixpath
import re
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from outputs.pages.page_specimen import ADDRESS, SLUGS, document, neighbours

from notice.artifacts import Artifact, Kind
from notice.document import SECTIONS
from notice.outputs.pages import (
    PdfLink,
    language_choice,
    language_index,
    main_html,
    not_found,
    page,
    stylesheet,
)
from notice.outputs.site_map import SiteMap
from notice.outputs.templates import environment
from notice.outputs.web import favicon, headers, robots, sitemap

ENV = environment(None)


def site(address: str | None = None) -> dict[str, Artifact]:
    around = neighbours(address)
    made = [favicon(None), stylesheet(None), language_choice(around, ENV), not_found(around, ENV)]
    for language in around.documents:
        made.append(language_index(language, around, ENV))
        one = document(language)
        made.append(page(one, main_html(one, ENV), around, ENV, PdfLink(f"{one.slug}.pdf", 2, 84_000)))
        made.append(Artifact(one.pdf_path, b"%PDF", Kind.PDF))
    return {one.path: one for one in made}


def pages(address: str | None = None) -> dict[str, BeautifulSoup]:
    found = {path: one for path, one in site(address).items() if path.endswith(".html")}
    return {path: BeautifulSoup(one.body, "html.parser") for path, one in found.items()}


def lead(path: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href)))


def test_the_site_has_its_pages_where_visitors_look_for_them() -> None:
    assert {"index.html", "404.html", "style.css", "fi/index.html", "fi/asiakasrekisteri/index.html"} <= set(site())


def test_every_link_inside_the_site_is_relative_and_leads_to_a_file() -> None:
    files, followed = set(site()), 0
    for path, tree in pages().items():
        for element in tree.select("a[href], link[href]"):
            href = str(element["href"])
            if href.startswith(("#", "mailto:", "tel:")):
                continue
            assert not urlsplit(href).scheme and not href.startswith("/"), (path, href)
            assert lead(path, href.partition("#")[0]) in files, (path, href)
            followed += 1
    assert followed > 20


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs() -> None:
    for address in (None, ADDRESS):
        for path, tree in pages(address).items():
            assert not tree.select("script, style, iframe, object, embed, form, img, base"), path
            names = {name for element in tree.find_all(True) for name in element.attrs}
            assert "lang" in names
            assert not {name for name in names if name == "style" or name.startswith("on")}, path
            sheets = [str(one["href"]) for one in tree.select("link[rel=stylesheet]")]
            assert len(sheets) == 1 and not urlsplit(sheets[0]).netloc, path
            policy = tree.select_one("meta[http-equiv=Content-Security-Policy]")
            assert policy and str(policy["content"]).startswith("default-src 'none'"), path
    assert not re.search(r"url\(|@import", stylesheet(None).body.decode())


def test_every_page_says_its_language_its_title_and_how_wide_it_is() -> None:
    for path, tree in pages().items():
        assert tree.html and tree.html["lang"] == (path[:2] if "/" in path else "fi")
        assert tree.title and tree.title.get_text().strip()
        assert tree.select("meta[name=viewport]") and tree.select("meta[name=referrer][content=no-referrer]")
        assert len(tree.select("main")) == len(tree.select("h1")) == 1


def test_the_switcher_leads_to_the_same_notice_in_each_language() -> None:
    tree = pages()["fi/asiakasrekisteri/index.html"]
    links = {str(one["lang"]): one for one in tree.select("nav.languages ul.to-top a")}
    assert list(links) == list(SLUGS)
    for language, link in links.items():
        assert link["hreflang"] == language
        assert link["href"] == f"../../{language}/{SLUGS[language]}/index.html"
        assert ("aria-current" in link.attrs) == (language == "fi")
    assert [one.get_text() for one in links.values()] == ["Suomi", "Svenska", "English"]


def test_a_notice_that_a_language_lacks_is_replaced_by_that_languages_list() -> None:
    around = neighbours()
    fi, sv = around.documents["fi"], around.documents["sv"]
    others = tuple(type(one)(**{**vars(one), "notice": "another"}) for one in sv)
    made = page(fi[0], "<main></main>", SiteMap({"fi": fi, "sv": others}, "fi"), ENV, None)
    assert b'href="../../sv/index.html"' in made.body


def test_alternates_are_absolute_whole_and_mutual() -> None:
    expected = {language: f"{ADDRESS}/{language}/{slug}/" for language, slug in SLUGS.items()}
    for language, slug in SLUGS.items():
        tree = pages(ADDRESS)[f"{language}/{slug}/index.html"]
        links = {str(one["hreflang"]): one["href"] for one in tree.select("link[rel=alternate]:not([type])")}
        assert links == expected | {"x-default": f"{ADDRESS}/"}
        canonical = tree.select_one("link[rel=canonical]")
        assert canonical and canonical["href"] == expected[language]


def test_without_an_address_no_page_names_one() -> None:
    for tree in pages(None).values():
        assert not tree.select("link[rel=canonical], link[hreflang]:not([type])")


def test_the_pdf_is_offered_where_there_is_one() -> None:
    around = neighbours()
    one = document("fi")
    main = main_html(one, ENV)
    with_pdf = BeautifulSoup(
        page(one, main, around, ENV, PdfLink("asiakasrekisteri.pdf", 2, 84_000)).body, "html.parser"
    )
    assert [link["href"] for link in with_pdf.select("a[type='application/pdf']")] == ["asiakasrekisteri.pdf"]
    assert not with_pdf.select("main a[type='application/pdf']")
    assert b"pdf" not in page(one, main, around, ENV, None).body


def test_a_languages_list_names_each_notice_and_whom_it_concerns() -> None:
    tree = pages()["sv/index.html"]
    entries = tree.select("ul.notices > li")
    assert len(entries) == 1
    text = entries[0].get_text()
    assert "Customer register" in text and "customers" in text and "visitors" in text and "Draft" in text


def test_the_first_page_offers_every_language_in_its_own_words() -> None:
    tree = pages()["index.html"]
    assert [str(one["href"]) for one in tree.select("ul.choice a")] == [f"{code}/index.html" for code in SLUGS]
    for language in SLUGS:
        assert f"choose-language in {language}" in tree.select_one(f"h1 [lang={language}]").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("address", "sheet"),
    [(None, "style.css"), (ADDRESS, "/tietosuoja/style.css"), ("https://example.fi", "/style.css")],
)
def test_the_page_not_found_is_in_all_languages_at_any_depth(address: str | None, sheet: str) -> None:
    tree = pages(address)["404.html"]
    assert tree.select_one("link[rel=stylesheet]")["href"] == sheet  # type: ignore[index]
    assert [str(one["lang"]) for one in tree.select("main section")] == list(SLUGS)
    assert tree.select("meta[name=robots][content=noindex]")


def test_the_same_documents_give_the_same_bytes() -> None:
    assert site(ADDRESS) == site(ADDRESS)


def test_the_map_names_every_page_in_every_language_with_the_others() -> None:
    """A draft is not in it: its page is `noindex`."""
    text = sitemap(neighbours(ADDRESS)).body.decode()
    root = ElementTree.fromstring(text)
    places = [one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert places[:3] == [f"{ADDRESS.rstrip('/')}/{code}/" for code in SLUGS]
    links = [one.get("hreflang") for one in root.iter("{http://www.w3.org/1999/xhtml}link")]
    assert links[:3] == list(SLUGS)


def test_robots_are_shown_the_map_where_there_is_one() -> None:
    assert robots(neighbours(None)).body == b"User-agent: *\nAllow: /\n"
    assert robots(neighbours(ADDRESS)).body.decode().endswith("/sitemap.xml\n")


def test_the_headers_hold_the_policy_of_the_pages_and_more() -> None:
    lines = headers().body.decode().splitlines()
    [policy] = [line for line in lines if "Content-Security-Policy" in line]
    tree = pages()["index.html"]
    stated = tree.select_one("meta[http-equiv=Content-Security-Policy]")
    assert stated and str(stated["content"]) in policy
    assert "frame-ancestors 'none'" in policy
    assert not any("unsafe" in line for line in lines)


def test_the_style_sheet_shows_the_links_of_every_section() -> None:
    """Each section of a notice has its rule; without one, the language switch would disappear there."""
    sections = {one.__name__ for one in SECTIONS}
    shown = set(re.findall(r"\.to-([a-z]+)", stylesheet(None).body.decode())) - {"top"}
    assert len(sections) > 15
    assert shown == sections
