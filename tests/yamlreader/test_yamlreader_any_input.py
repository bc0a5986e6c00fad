"""Every input gives a tree, or an error with a place inside the file."""

import re
import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from notice.findings import Level
from notice.yamlreader import Tree, read, reader
from notice.yamlreader.source import INVISIBLE

SIGNS = "a\n\t:[]{},\"'#>%\\\rå😀\u00a0\ufeff\0~@"
PIECES = st.sampled_from(
    [
        *SIGNS,
        *[
            "b: ",
            "- ",
            "  ",
            "&x ",
            "*x",
            "!t ",
            "<<: ",
            "? ",
            ">\n",
            "---\n",
            "...\n",
            "\r\n",
            "null",
            "\\x",
        ],
    ],
)
LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]).filter(
    lambda letter: not INVISIBLE.search(f"a{letter}")
)


def composed(text: str) -> str:
    """Letters and marks in the one form in which they are read."""
    return unicodedata.normalize("NFC", text)


KEYS = st.text(LETTERS, max_size=12).map(composed).filter(str.strip)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.text(LETTERS | st.sampled_from("\n\t"), max_size=20).map(composed),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


def assert_read_or_reported(source: bytes) -> None:
    found = read(source, "f.yaml")
    assert found.places or any(finding.level is Level.ERROR for finding in found.findings)
    lines = re.split(r"\r\n|\r|\n", source.decode("utf-8-sig", errors="replace"))
    spans = [finding.span for finding in found.findings]
    for span in [*spans, *(place.value for place in found.places.values())]:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        assert span.end_column <= len(lines[span.end_line - 1]) + 1
    assert list(found.findings) == sorted(found.findings)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe")
@example(b"\x00")
def test_any_bytes_are_read_or_reported(source: bytes) -> None:
    assert_read_or_reported(source)


@given(st.text(max_size=200))
def test_any_text_is_read_or_reported(text: str) -> None:
    assert_read_or_reported(text.encode("utf-8", errors="surrogatepass"))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_anything_like_yaml_is_read_or_reported(text: str) -> None:
    assert_read_or_reported(text.encode())


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_slower_parser_tells_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "LOADER", yaml.SafeLoader)
        assert_read_or_reported(text.encode())


@given(TREES, st.booleans())
def test_what_is_written_is_read_back(tree: Tree, flow: bool) -> None:
    """Any nesting of text, lists and mappings, written with quoted text, is read back unchanged."""
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=True, default_flow_style=flow)
    found = read(text.encode(), "f.yaml")
    assert not found.findings
    assert found.tree == tree
