"""The line that leads to a schema is put before a file's bytes, and no other byte changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.schema.modelines import modeline, schema_of, with_modeline, with_modelines
from notice.yamlreader import read

FILE = "content/registers/customers.yaml"
LINE = b"# yaml-language-server: $schema=../../.notice/schema/register.json"


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("content/site.yaml", "site.json"),
        ("content/controller.yaml", "controller.json"),
        ("content/vocabulary.yaml", "vocabulary.json"),
        ("content/waivers.yaml", "waivers.json"),
        ("content/registers/customers.yaml", "register.json"),
        ("content/fi/customers.yaml", "words-fi.json"),
        ("content/fi/site.yaml", "words-fi.json"),
        ("content/other.yaml", None),
        ("content/logo.svg", None),
        ("docs/site.yaml", None),
    ],
)
def test_every_kind_of_file_has_its_schema(file: str, schema: str | None) -> None:
    assert schema_of(file) == schema
    line = modeline(file)
    up = "../" * file.count("/")
    assert line == (schema and f"# yaml-language-server: $schema={up}.notice/schema/{schema}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", LINE + b"\n"),
        (b"people: [a]\n", LINE + b"\npeople: [a]\n"),
        (b"# note\r\npeople: [a]\r\n", LINE + b"\r\n# note\r\npeople: [a]\r\n"),
        (b"\xef\xbb\xbfpeople: [a]", b"\xef\xbb\xbf" + LINE + b"\npeople: [a]"),
        (b"---\npeople: [a]", LINE + b"\n---\npeople: [a]"),
    ],
)
def test_the_line_goes_first_with_the_files_own_line_end(before: bytes, after: bytes) -> None:
    assert with_modeline(before, FILE) == after
    assert with_modeline(after, FILE) == after


@pytest.mark.parametrize(
    "body",
    [
        b"# yaml-language-server: $schema=mine.json\npeople: [a]\n",
        b"\n# A note\n# $schema: mine.json\npeople: [a]\n",
        "people: [ä]\n".encode("latin-1"),
        "people: [a]\n".encode("utf-16"),
    ],
)
def test_a_file_with_a_schema_of_its_own_or_without_text_stays_as_it_is(body: bytes) -> None:
    assert with_modeline(body, FILE) == body


def test_a_line_below_the_facts_names_no_schema() -> None:
    body = b"people: [a]\n# yaml-language-server: $schema=mine.json\n"
    assert with_modeline(body, FILE) == LINE + b"\n" + body


def test_a_file_without_a_schema_stays_as_it_is() -> None:
    assert with_modelines({"README.md": "a", FILE: "a"}) == {"README.md": "a", FILE: f"{LINE.decode()}\na"}


@given(st.one_of(st.binary(max_size=60), st.text("\n\r#: abä$\ufeff[]-", max_size=60).map(str.encode)))
def test_no_other_byte_changes_and_the_facts_stay_the_same(body: bytes) -> None:
    made = with_modeline(body, FILE)
    mark = b"\xef\xbb\xbf" if body.startswith(b"\xef\xbb\xbf") else b""
    assert made == body or (made.startswith(mark + LINE) and made.endswith(body.removeprefix(mark)))
    assert len(made) in {len(body), *(len(body) + len(LINE) + end for end in (1, 2))}
    assert with_modeline(made, FILE) == made
    before, after = read(body, FILE), read(made, FILE)
    assert bool(before.findings) == bool(after.findings)
    assert before.tree == after.tree
