"""Comments, docstrings, names and documentation do without the words that `CONTRIBUTING.md` says to avoid."""

import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from verify.two_sites import ROOT

AVOIDED = re.compile(
    r"(?<![\w-])(?:told(?! apart)|laid(?! down)|mend(?:s|ed|ing)?|strays?|so many|whoever|as it is one"
    r"|held against|the law wants|hears?|(?:page|file|module) is quiet|quiet page"
    r"|(?:module|function|class|field|value|file|rule|test)s? (?:hears?|tells?|wants?|speaks?))(?![\w-])",
    re.IGNORECASE,
)
"""Keys of the model such as `told-before-use` have hyphens and do not match; "told apart" and "laid down" are idioms."""

NOT_YET = ("notice/document", "notice/load")
"""Folders that were not rewritten yet; an entry without a match is to be removed."""

GENERATED = ("docs/rules", "docs/keys", "docs/words-to-review.md")
"""Pages made from messages and rules, whose text is for owners."""

EXAMPLES = {"CONTRIBUTING.md", "tests/test_plain_words.py"}
"""Files that quote the avoided words."""

NAMES = {"laid", "laid_faults"}
"""Helpers of tests that are still to be renamed."""

DATA_NAMES = re.compile(
    r"changes_told\w*|told_before_use|risks_told|authority_told|told_in_advance|told_to_come_back"
    r"|recipient_told_differently"
)
"""Keys of the model and names of rules, which owners write in YAML and in waivers."""


def files() -> list[Path]:
    """Every file of code and documentation."""
    tops = [ROOT / top for top in ("notice", "tests", "docs", "templates")]
    found = [path for top in tops for path in top.rglob("*") if path.suffix in (".py", ".md", ".css", ".typ", ".html")]
    return sorted([*found, *ROOT.glob("*.md")])


def is_below(path: str, tops: tuple[str, ...]) -> bool:
    return any(path == top or path.startswith(f"{top}/") for top in tops)


def avoided(path: Path) -> Iterator[str]:
    """The avoided words in the file: in its text, or in the comments, docstrings and names of Python code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from AVOIDED.findall(" ".join(text.split()))
        return
    if not AVOIDED.search(" ".join(text.replace("_", " ").split())):
        return  # tokenizing is slow
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_docstring = token.type == tokenize.STRING and before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        if token.type == tokenize.COMMENT or is_docstring:
            yield from AVOIDED.findall(" ".join(token.string.split()))
        elif token.type == tokenize.NAME and token.string not in NAMES and not DATA_NAMES.fullmatch(token.string):
            yield from AVOIDED.findall(token.string.replace("_", " "))
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = token.type


@cache
def matches() -> dict[str, list[str]]:
    """The avoided words by file."""
    by_path = {path.relative_to(ROOT).as_posix(): path for path in files()}
    read = {name: path for name, path in by_path.items() if name not in EXAMPLES and not is_below(name, GENERATED)}
    return {name: words for name, path in read.items() if (words := list(avoided(path)))}


def test_no_file_has_a_word_to_avoid() -> None:
    assert len(files()) > 400
    assert {path: words for path, words in matches().items() if not is_below(path, NOT_YET)} == {}


def test_every_folder_not_rewritten_yet_has_such_a_word() -> None:
    remaining = matches()
    assert [top for top in NOT_YET if not any(is_below(path, (top,)) for path in remaining)] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('"""Whoever asks is\ntold."""\n', ["Whoever", "told"]),
        ("def f():\n    told = 1  # so many\n", ["told", "so many"]),
        ('def f():\n    """The function tells why."""\n', ["function tells"]),
        ('def f():\n    x = "told"\n    return {"changes-told-by": changes_told_by}\n', []),
        ('"""Told apart by what is laid down in law."""\n', []),
    ],
)
def test_words_are_found_in_comments_docstrings_and_names_only(code: str, words: list[str], tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text(code, encoding="utf-8")
    assert list(avoided(file)) == words
