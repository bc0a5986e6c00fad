"""Whatever a page says, both of its fragments say it: no notice is refused for its words."""

import html
import itertools
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from notice.outputs.fragments.plain import plain_html
from notice.outputs.fragments.styled import styled_html
from notice.verify.fragments import words_of
from notice.verify.linear import linear_text
from notice.verify.page import page_blocks

TEXT = st.text(
    st.one_of(
        st.sampled_from(" \u00ad\u200b\u2060\u00a0<>&\"';.:–-/#a1ä\n"),
        st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")),
    ),
    max_size=12,
).map(lambda text: html.escape(text, quote=False))
LINKS = st.sampled_from(["https://example.com/x", "https://example.com", "mailto:a@example.com", "#rights"])


def within(tag: str, inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return inside.map(lambda text: f"<{tag}>{text}</{tag}>")


def several(inside: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(inside, min_size=1, max_size=most).map("".join)


INLINE = several(
    st.one_of(
        TEXT,
        within("strong", TEXT),
        within("em", TEXT),
        TEXT.map(lambda text: f'<span lang="sv">{text}</span>'),
        st.tuples(LINKS, TEXT).map(lambda link: f'<a href="{link[0]}">{link[1]}</a>'),
        st.just("<br>"),
    )
)
ITEMS = within("ul", several(within("li", INLINE)))
FLOW = st.one_of(INLINE, within("p", INLINE), ITEMS, within("address", INLINE))
ROW = st.tuples(INLINE, FLOW, INLINE).map(lambda row: f"<th>{row[0]}</th><td>{row[1]}</td><td>{row[2]}</td>")
TABLE = st.tuples(TEXT, TEXT, TEXT, several(within("tr", ROW))).map(
    lambda parts: (
        f"<table><thead><tr><th>{parts[0]}</th><th>{parts[1]}</th><th>{parts[2]}</th></tr></thead>"
        f"<tbody>{parts[3]}</tbody></table>"
    )
)
ROWS = within("dl", several(st.tuples(INLINE, FLOW).map(lambda row: f"<div><dt>{row[0]}</dt><dd>{row[1]}</dd></div>")))
BLOCK = st.one_of(FLOW, TABLE, ROWS, within("h2", INLINE), within("section", FLOW), within("div", several(FLOW)))
MAIN = several(BLOCK, 5).map(lambda blocks: f"<main>{blocks}</main>")


@given(MAIN)
@settings(max_examples=300)
def test_the_plain_fragment_says_every_word_in_order(main: str) -> None:
    plain = plain_html(main, "fi", 2)
    assert words_of(html.unescape(re.sub("<[^>]*>", "", plain))) == words_of(linear_text(main)), plain


@given(MAIN)
@settings(max_examples=100)
def test_the_styled_fragment_has_the_same_texts(main: str) -> None:
    styled = styled_html(main, "fi", 2, "notice-fi-x-", "")
    pairs = itertools.zip_longest(page_blocks(main, "fi"), page_blocks(styled, "fi"))
    assert [(one, other) for one, other in pairs if one is None or other is None or one.text != other.text] == []
