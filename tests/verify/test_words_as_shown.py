"""The rule on Markdown and the templates agree on which words are Markdown, and which are shown as written."""

import re

import pytest
from verify.two_sites import SITES, contexts_of

from notice.derive import derive
from notice.document import compose
from notice.findings import dotted
from notice.outputs.pages import main_html
from notice.outputs.templates import environment
from notice.rules.wording.markdown import is_prose
from notice.words import Words

EMPHASIS = re.compile(r"<em>(:[^<]+:)</em>")
STARS = re.compile(r"\*(:[^*<]+:)\*")


class Starred(Words):
    """Words that return every word with its path appended as Markdown emphasis."""

    def find(self, *path: str) -> str | None:
        """The word, followed by its path."""
        word = super().find(*path)
        return f"{word} *:{dotted(path)}:*" if word else None


@pytest.mark.parametrize("name", SITES)
def test_a_word_is_markdown_where_the_rule_takes_it_for_markdown(name: str) -> None:
    case = contexts_of(name)[0]
    words = Starred("en", case.words["en"].layers)
    page = main_html(compose(case.notice, derive(case.notice), words).document, environment(None))
    read = {tuple(path.strip(":").split(".")) for path in EMPHASIS.findall(page)}
    shown = {tuple(path.strip(":").split(".")) for path in STARS.findall(page)}
    assert len(read) > 10 and len(shown) > 100
    assert {path for path in read if not is_prose(path)} == set()
    assert {path for path in shown if is_prose(path)} == set()
