"""The plain fragment is read in the page's order with all tags taken away."""

import html
import re
from itertools import pairwise

import pytest
from outputs.fragments.embedded_site import SITES, files_of, folders, parsed, text_of

from notice.outputs.fragments.plain import plain_html

EVERY = [(name, folder) for name in SITES for folder in folders(name)]
EACH = pytest.mark.parametrize(("name", "folder"), EVERY)


def without_tags(text: str) -> str:
    """What a shop that flattens its policies keeps."""
    return html.unescape(re.sub("<[^>]*>", "", text))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def body(main: str) -> str:
    return plain_html(f"<main>{main}</main>", "fi", 2).removeprefix('<div lang="fi">\n').removesuffix("</div>\n")


def test_there_are_fragments_to_read() -> None:
    assert len(EVERY) == 6


@EACH
def test_no_word_of_the_page_is_lost_or_joined_to_another(name: str, folder: str) -> None:
    """Tables are compared as a set of words: the plain fragment repeats the heads of their columns."""
    main = parsed(text_of(name, f"{folder}index.html")).main
    assert main is not None
    for unsaid in main.select("nav, figure"):
        unsaid.decompose()
    flat = words(without_tags(text_of(name, f"{folder}plain.html")))
    on_page = words(main.get_text(" "))
    headings = {word for one in main.select("h3") for word in words(one.get_text(" "))}
    assert len(flat) > 500
    assert set(on_page) - set(flat) <= headings
    for table in main.select("table"):
        table.decompose()
    remaining = iter(flat)
    lost = [word for word in words(main.get_text(" ")) if word not in headings and word not in remaining]
    assert lost == []


@EACH
def test_it_has_no_style_class_or_id_and_begins_with_h2(name: str, folder: str) -> None:
    tree = parsed(text_of(name, f"{folder}plain.html"))
    assert {key for one in tree.find_all(True) for key in one.attrs} <= {"href", "lang"}
    assert not tree.select("style, script, svg, table, nav, h1")
    assert [one.name for one in tree.select("h1, h2, h3, h4, h5, h6")][:2] == ["h2", "h3"]


@EACH
def test_it_is_smaller_than_a_shop_takes(name: str, folder: str) -> None:
    assert 5_000 < len(files_of(name)[f"{folder}plain.html"].body) < 64_000


@pytest.mark.parametrize(("level", "expected"), [("h1", 1), ("h2", 2), ("h3", 3)])
def test_headings_begin_at_the_level_that_the_owner_chose(level: str, expected: int) -> None:
    for file in ("plain.html", "fragment.html"):
        tree = parsed(text_of("base", f"{folders('base')[0]}{file}", level))
        levels = [int(one.name[1]) for one in tree.find_all(re.compile("^h[1-6]$"))]
        assert levels[0] == min(levels) == expected
        assert levels.count(expected) == 1
        assert max(levels) <= 6
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        ("<p>a<br>b</p>", "<p>a<br>\nb</p>\n"),
        ("<address>Katu 1<br>00100 Helsinki</address>", "<p>Katu 1, 00100 Helsinki</p>\n"),
        ("<dl><div><dt>Kuka</dt><dd>Me</dd></div></dl>", "<p><strong>Kuka:</strong> Me</p>\n"),
        ("<dl><dt>Kuka?</dt><dd><ul><li>a</li><li>b</li></ul></dd></dl>", "<p><strong>Kuka?</strong> a; b</p>\n"),
        ("<dl><dt>A</dt><dd><p>b</p><p>c</p></dd></dl>", "<p><strong>A:</strong></p>\n<p>b</p>\n<p>c</p>\n"),
        ("<ul><li>a</li><li>b.</li><li>c</li></ul>", "<ul>\n<li>a;</li>\n<li>b.</li>\n<li>c.</li>\n</ul>\n"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
            "<p><strong>A: 1</strong></p>\n<ul>\n<li>B: 2.</li>\n</ul>\n",
        ),
        ('<p><a href="https://example.com/x">lue</a></p>', None),
        ('<p><a href="https://example.com">example.com</a></p>', None),
        ('<p><a href="#rights">oikeudet</a></p>', "<p>oikeudet</p>\n"),
        ("<p>tieto\u00adsuoja</p>", "<p>tietosuoja</p>\n"),
        ("<h3>Kuva</h3><figure><svg><text>x</text></svg></figure><h3>Muu</h3>", "<h4>Muu</h4>\n"),
        ("<section>irti <em>b</em><p>c</p></section>", "<p>irti <em>b</em></p>\n<p>c</p>\n"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>\n"),
        ('<p>a <span lang="sv">b</span></p>', '<p>a <span lang="sv">b</span></p>\n'),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", None),
    ],
)
def test_each_kind_of_element_is_written_plainly(main: str, expected: str | None) -> None:
    if expected is not None:
        assert body(main) == expected
    assert words(without_tags(body(main)))
    assert not re.search(r"\w<(?:li|p|td|ul)", body(main)), "a block begins on a line of its own"


def test_the_address_of_a_link_follows_it_unless_its_text_is_the_address() -> None:
    assert without_tags(body('<p><a href="https://example.com/x">lue</a></p>')) == "lue (https://example.com/x)\n"
    assert without_tags(body('<p><a href="https://example.com">example.com</a></p>')) == "example.com\n"
