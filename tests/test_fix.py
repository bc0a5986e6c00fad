"""A misspelling is corrected or left alone; all other bytes are unchanged."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rules.overlay import STARTER

from notice.fix import fix

REGISTER = "content/registers/customers.yaml"
SOURCE = (STARTER / REGISTER).read_text(encoding="utf-8")
WORDS = [found.span() for found in re.finditer(r"(?m)(?<![#\w.:/-])[a-z][a-z-]{4,}(?![\w.:/-]*[:/]\w)", SOURCE)]
"""The places of keys and ids in the register of the invented firm."""
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copytree(STARTER, tmp_path_factory.mktemp("fix") / "site")


@st.composite
def misspellings(draw: st.DrawFn) -> tuple[int, int, str]:
    """The place of a word, and the word with two letters exchanged, one omitted, or one doubled."""
    start, end = draw(st.sampled_from(WORDS))
    word = SOURCE[start:end]
    at = draw(st.integers(1, len(word) - 2))
    odd = draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            ]
        )
    )
    assume(odd != word)
    return start, end, odd


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(misspellings())
def test_a_fix_of_a_misspelling_changes_that_word_alone(site: Path, drawn: tuple[int, int, str]) -> None:
    start, end, odd = drawn
    broken = SOURCE[:start] + odd + SOURCE[end:]
    (site / REGISTER).write_bytes(broken.encode())
    done = fix(site, DAY, lambda finding: finding.span.file == REGISTER)
    after = done.after.get(REGISTER, broken.encode()).decode()
    assert after.startswith(SOURCE[:start])
    assert after.endswith(SOURCE[end:])
    if after != broken:
        assert REGISTER in done.counts
        assert done.before[REGISTER].decode() == broken


@pytest.mark.slow
def test_most_misspellings_are_put_right(site: Path) -> None:
    """One for each word of the register: two letters exchanged in its middle."""
    right = 0
    for start, end in WORDS[::6]:
        word, at = SOURCE[start:end], (end - start) // 2
        broken = SOURCE[: start + at] + word[at : at + 2][::-1] + SOURCE[start + at + 2 :]
        (site / REGISTER).write_bytes(broken.encode())
        done = fix(site, DAY, lambda finding: finding.span.file == REGISTER)
        right += done.after.get(REGISTER, broken.encode()) == SOURCE.encode()
    assert len(WORDS[::6]) > 10
    assert right > len(WORDS[::6]) * 0.5
