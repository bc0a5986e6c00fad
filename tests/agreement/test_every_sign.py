"""Every sign that the PDF's font has can be published wherever owners write: a check without errors is a build."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from rules.overlay import site_with

from notice import font
from notice.cli import main
from notice.placeholders import placeholders
from notice.yamlreader.source import INVISIBLE

pytestmark = pytest.mark.slow

MARKDOWN = set("*_`[]<>&#\\|~!")
WORDS_OF_A_PARAGRAPH = 30
OF_A_NAME = 120


def signs() -> list[str]:
    """The signs that a check lets pass, in the order of their numbers."""
    every = (chr(number) for number in sorted(font.characters()) if number > ord(" "))
    return [
        sign
        for sign in every
        if not (font.lacking(sign) or INVISIBLE.search(f"a{sign}") or placeholders(f"a{sign} b"))
        and unicodedata.normalize("NFC", sign) == sign
        and sign not in "\u2028\u2029\u0085"
    ]


def verdicts(example: dict[str, object], folder: Path) -> tuple[int, int, str]:
    site = site_with(yaml.safe_dump(example, allow_unicode=True), folder)
    found = CliRunner().invoke(main, ["check", str(site), "--output-format", "concise"])
    made = CliRunner().invoke(main, ["build", str(site)])
    return found.exit_code, made.exit_code, found.stdout[:500] + made.output[-800:]


def test_in_words(tmp_path: Path) -> None:
    some = [sign for sign in signs() if sign not in MARKDOWN]
    assert len(some) > 1400
    lines = (some[at : at + WORDS_OF_A_PARAGRAPH] for at in range(0, len(some), WORDS_OF_A_PARAGRAPH))
    text = "\n\n".join(f"Merkit {' '.join(f'x{sign}y' for sign in line)}" for line in lines)
    example: dict[str, object] = {"words": {"fi": {"purposes": {"orders": {"text": text}}}}}
    checked, built, said = verdicts(example, tmp_path / "site")
    assert (checked, built) == (0, 0), said


def test_in_facts(tmp_path: Path) -> None:
    some = signs()
    for at in range(0, len(some), 4 * OF_A_NAME):
        parts = ["".join(some[at + OF_A_NAME * part :][:OF_A_NAME]) for part in range(4)]
        example: dict[str, object] = {
            "recipients": {
                id: {"named": f"Kalatukku a{text}b Oy"}
                for id, text in zip(
                    ("parcel-carrier", "payment-provider", "hosting-provider", "accounting-firm"), parts, strict=True
                )
            }
        }
        checked, built, said = verdicts(example, tmp_path / f"site{at}")
        assert (checked, built) == (0, 0), said
