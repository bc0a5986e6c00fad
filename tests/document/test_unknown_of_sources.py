"""What is unknown of a source is said once in its row, whatever else of it is known."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

UNKNOWN = "not yet stated"
KEYS = ("kind", "named", "public", "many", "data")
ALL = "sources: {trade-register: {" + ", ".join(f"{key}: unknown" for key in KEYS) + "}}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_facts_of_a_source_are_said_once(language: str, tmp_path: Path) -> None:
    built = pages(ALL, tmp_path)
    said = {tuple(built.said(language, f"sources.trade-register.{key}")) for key in KEYS}
    assert len(said) == 1
    assert [len(texts) for texts in said] == [1]


def test_the_vocabulary_does_not_answer_what_the_owner_does_not_know(tmp_path: Path) -> None:
    assert pages(ALL, tmp_path).said("en", "sources.trade-register.public") == [UNKNOWN]


def test_what_is_known_of_it_is_said_first(tmp_path: Path) -> None:
    built = pages("sources: {trade-register: {named: unknown}}", tmp_path)
    row = built.texts["en"]
    assert built.said("en", "sources.trade-register.named") == [UNKNOWN]
    assert row.index("organisation") < row.index(UNKNOWN)


def test_a_public_source_is_called_public_once(tmp_path: Path) -> None:
    built = pages("sources: {trade-register: {kind: public, public: yes}}", tmp_path)
    assert built.said("en", "sources.trade-register.kind") == built.said("en", "sources.trade-register.public")
    assert built.texts["en"].count("publicly accessible") == 1
