"""Texts of any characters that a words file may have."""

import unicodedata

from hypothesis import strategies as st

from notice.yamlreader.source import INVISIBLE


def _fit(text: str) -> str:
    """The text without what no words file may have; in the form in which letters are read."""
    for _ in range(3):  # what is left may be invisible beside other neighbours
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\r", "")))
    return text if text.strip() else "x"


TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.text("aäöß \n\t\"\\#:|>,.~%s{}[]'-&*!@`"),
    st.lists(st.text("abc ä:#"), max_size=4).map("\n".join),
).map(_fit)
