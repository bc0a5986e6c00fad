"""The owner's longer words: paragraphs, lists, links and emphasis are rendered, other markup is refused."""

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from notice.prose import is_safe_link, prose, prose_faults
from notice.prose.subset import ALLOWED


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", ""),
        ("One line, 5 % & more.", "<p>One line, 5 % &amp; more.</p>"),
        ("Plain words (again).", "<p>Plain words (again).</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("*a* **b** _c_", "<p><em>a</em> <strong>b</strong> <em>c</em></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("[us](https://example.fi/a?b=1&c=2)", '<p><a href="https://example.fi/a?b=1&amp;c=2">us</a></p>'),
        ("[mail](mailto:a@example.fi)", '<p><a href="mailto:a@example.fi">mail</a></p>'),
        ("5 < 6 and a<b", "<p>5 &lt; 6 and a&lt;b</p>"),
        ("6&nbsp;kk", "<p>6&nbsp;kk</p>"),
        ("5 &lt; 6 &amp; 7 &gt; 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
        ("[a] " * 40, "<p>" + ("[a] " * 40).strip() + "</p>"),
        ("Väli – 12:30, 10 €", "<p>Väli – 12:30, 10 €</p>"),
    ],
)
def test_what_is_allowed_is_rendered_without_a_fault(markdown: str, expected: str) -> None:
    assert (str(prose(markdown)), prose_faults(markdown)) == (expected, ())


@pytest.mark.parametrize(
    ("markdown", "fault"),
    [
        ("a <b>c</b>", "raw-html"),
        ("<div>\nx\n</div>", "raw-html"),
        ("<script>alert(1)</script>", "raw-html"),
        ("x <!-- y --> z", "raw-html"),
        ("<br>", "raw-html"),
        ("<?php x ?>", "raw-html"),
        ('<a href="https://example.fi">x</a>', "raw-html"),
        ("[x](javascript:alert(1))", "unsafe-link"),
        ("[x](JaVaScRiPt:alert(1))", "unsafe-link"),
        ("[x](data:text/html,x)", "unsafe-link"),
        ("[x](//evil.example.com)", "unsafe-link"),
        ("[x](javascript&colon;alert(1))", "unsafe-link"),
        ("[x](&#106;avascript:alert(1))", "unsafe-link"),
        ("[x](&amp;#106;avascript:alert(1))", "unsafe-link"),
        ("[x]()", "unsafe-link"),
        ("[x][1]\n\n[1]: vbscript:x", "element"),
        ("[t]: https://example.fi", "element"),
        ("a\n[t]: https://example.fi 'b'", "element"),
        ("[x](https://[)", "unsafe-link"),
        ("[x](https:)", "unsafe-link"),
        ("[x](https:///a)", "unsafe-link"),
        ("# Heading", "element"),
        ("Heading\n===", "element"),
        ("![x](https://example.com/x.png)", "element"),
        ("`code`", "element"),
        ("a\n\n    code", "element"),
        ("a\n\n---\n\nb", "element"),
        ("> quoted", "element"),
        ("<https://example.fi/>", "element"),
        ("<a@example.fi>", "element"),
        ("evä&#115;teet", "reference"),
        ("evä&#x73;teet", "reference"),
        ("evä&shy;steet", "reference"),
        ("evä&#8203;steet", "reference"),
        ("evä&zwnj;steet", "reference"),
        ("&auml;lä", "reference"),
        ("&#128512;", "reference"),
        ("- " * 8 + "a", "too-deep"),
        ("a" * 10_001, "too-long"),
        ("[" * 24 + "a", "open-signs"),
        ("[a](b " * 21, "open-signs"),
        ("<a b='" * 21, "open-signs"),
        ("a\n---\n" * 21, "open-signs"),
    ],
)
def test_what_is_refused_is_named_and_its_markup_does_not_pass(markdown: str, fault: str) -> None:
    assert prose_faults(markdown) == (fault,)
    assert foreign(str(prose(markdown))) == []


def test_refused_words_still_show_their_text() -> None:
    assert str(prose("# Title\n\na <b>c</b> [d](javascript:e) `f` <https://g.example.fi/>")) == (
        "<p>Title</p>\n<p>a &lt;b&gt;c&lt;/b&gt; d f https://g.example.fi/</p>"
    )


def test_all_faults_are_reported_at_once() -> None:
    assert prose_faults("# a\n\n<b>b</b> [c](data:x)") == ("element", "raw-html", "unsafe-link")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.fi", True),
        ("HTTP://example.fi", True),
        ("https://[::1]/", False),
        ("mailto:a@example.fi", True),
        ("mailto:", False),
        ("https://", False),
        ("https:example.fi", False),
        ("https://[", False),
        ("https://a b.fi", False),
        ("https://example.fi/a b", False),
        ("https://example.fi\\@example.com", False),
        ("tel:+358401234567", True),
        ("#a", True),
        ("../ehdot/", False),
        ("", False),
        ("ftp://example.fi", False),
        (" javascript:x", False),
        ("java\nscript:x", False),
        ("\x01javascript:x", False),
        ("/\\evil.example.com", False),
        ("file:///etc/hosts", False),
    ],
)
def test_a_link_is_safe_only_by_its_scheme_or_on_the_page(address: str, safe: bool) -> None:
    assert is_safe_link(address) is safe


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("12. heinäkuuta 2020 annettu seloste", "<p>12. heinäkuuta 2020 annettu seloste</p>"),
        ("1. tammikuuta", "<p>1. tammikuuta</p>"),
        ("3. a\n4. b", "<p>3. a\n4. b</p>"),
        ("1. a\n3. b", "<p>1. a\n3. b</p>"),
        ("1. a\n1. b", "<p>1. a\n1. b</p>"),
        ("01. a\n02. b", "<p>01. a\n02. b</p>"),
        ("1. a\n\n2. b", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"),
        ("1. a\n2. b\n\n7. c", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>7. c</p>"),
        ("1. a\n\nx\n\n2. b", "<p>1. a</p>\n<p>x</p>\n<p>2. b</p>"),
        ("- a\n- 5. b", "<ul>\n<li>a</li>\n<li>5. b</li>\n</ul>"),
        ("x\n\n12. heinäkuuta", "<p>x</p>\n<p>12. heinäkuuta</p>"),
    ],
)
def test_a_number_that_counts_no_list_stays_in_the_text(markdown: str, expected: str) -> None:
    assert (str(prose(markdown)), prose_faults(markdown)) == (expected, ())


LINES = st.lists(
    st.sampled_from(["1. a", "2. b", "3. c", "12. d", "- e", "- 4. f", "  1. g", "  2. h", "  7. i", "  - j", "", "k"]),
    max_size=9,
).map("\n".join)


@given(LINES)
@example("- a\n\n  - b\n\n  1. c")
@example("1. a\n2. b\n\n  1. g\n\n  7. i")
def test_no_number_is_ever_lost(markdown: str) -> None:
    tree = BeautifulSoup(str(prose(markdown)), "html.parser")
    for listed in tree.find_all("ol"):
        for number, item in enumerate(listed.find_all("li", recursive=False), 1):
            item.insert(0, f"{number}. ")
    shown = re.findall(r"\d+", tree.get_text(" "))
    assert sorted(shown) == sorted(re.findall(r"\d+", markdown))
    assert all(item.parent is not None and item.parent.name in ("ol", "ul") for item in tree.find_all("li"))
    assert list(tree.select("ol > :not(li), ul > :not(li)")) == []


SIGNS = st.text(st.sampled_from("ab <>/&;:#*_`~[]()!\"'=-+.1\\\n\t\x02\x03|"), max_size=60)
PIECES = st.lists(
    st.sampled_from(
        ["<", ">", "<b>", "</b>", "<script>", "<!--", "-->", "[x](", ")", "javascript:", "data:", "&colon;", "&#58;",
         "JaVaScRiPt:", "//evil", "![", "](", "\n\n", "    ", "- ", "1. ", "# ", "> ", "`", "```", "*", "_", "\\",
         "&lt;", "\x02", "\x03", "klzzwxh:0000", "wzxhzdk:0", "[1]: ", "[1]", "<https://", "a", " ", "onclick="]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(SIGNS | PIECES | st.text(max_size=60))
@example("\x02wzxhzdk:0\x03<b>")
@example("[<b>](x)")
@example("[x](<javascript:y>)")
def test_no_words_whatever_bring_in_another_element_attribute_or_scheme(markdown: str) -> None:
    assert foreign(str(prose(markdown))) == []


@given(st.text(st.sampled_from("ab ä1-.,:!?()/'\"%€–_*"), max_size=40))
@example("1. a")
@example("---")
@example("- a")
def test_words_without_faults_keep_their_every_letter(markdown: str) -> None:
    shown = BeautifulSoup(str(prose(markdown)), "html.parser").get_text()
    letters = re.sub(r"[\W\d_]", "", markdown)
    assert re.sub(r"[\W\d_]", "", shown) == letters


@given(
    st.sampled_from(["javascript:", "data:", "JaVaScRiPt:", "vbscript:", "//", "file:"]),
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
)
def test_an_unsafe_link_is_always_reported(scheme: str, rest: str) -> None:
    assert "unsafe-link" in prose_faults(f"see [here]({scheme}{rest})")


@given(
    st.sampled_from(["b", "div", "script", "img", "span", "p", "table"]), st.from_regex(r"[a-z ]{0,8}", fullmatch=True)
)
def test_raw_html_is_always_reported(tag: str, text: str) -> None:
    assert "raw-html" in prose_faults(f"see <{tag}>{text}</{tag}> there")


def foreign(rendered: str) -> list[str]:
    """The elements, attributes, link targets and comments that are not allowed."""
    tree = BeautifulSoup(rendered, "html.parser")
    wrong = [one.name for one in tree.find_all(True) if one.name not in ALLOWED]
    wrong += [name for one in tree.find_all(True) for name in one.attrs if (one.name, name) != ("a", "href")]
    wrong += [str(one["href"]) for one in tree.select("a[href]") if not is_safe_link(html.unescape(str(one["href"])))]
    return wrong + re.findall(r"<[!?]", rendered)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kerromme:\n- yksi\n- kaksi", "<p>Kerromme:</p>\n<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>"),
        ("Vi berättar: \n* ett\n* två", "<p>Vi berättar:</p>\n<ul>\n<li>ett</li>\n<li>två</li>\n</ul>"),
        ("We tell:\n1. one\n2. two", "<p>We tell:</p>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
        ("A line\n- and a dash", "<p>A line\n- and a dash</p>"),
        ("At 12:\n30 we close", "<p>At 12:\n30 we close</p>"),
        ("Days:\n12. heinäkuuta", "<p>Days:\n12. heinäkuuta</p>"),
        ("A:\n-dash", "<p>A:\n-dash</p>"),
    ],
)
def test_a_list_may_follow_a_colon_without_an_empty_line(text: str, html: str) -> None:
    assert prose(text) == html
    assert prose_faults(text) == ()
