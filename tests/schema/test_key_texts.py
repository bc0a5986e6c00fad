"""Every key of the model, and no other, is described in every language."""

import re
from collections.abc import Mapping

import pytest
import yaml

from notice.languages import LANGUAGES
from notice.law.provisions import PROVISIONS
from notice.model.fields import Facts
from notice.model.shapes import fields
from notice.model.waiver import Waiver, Waivers
from notice.schema.outlines import outlines
from notice.schema.page import page
from notice.schema.texts import (
    example,
    form,
    form_name,
    models,
    neutral,
    own_fields,
    provisions,
    title,
    what_it_is,
    worded,
)

KEYS = [(model, key) for model in models() for key in own_fields(model)]
OTHERS = {"reference", "forms", "titles", "editor"}


def test_the_models_are_those_of_all_files() -> None:
    assert len(KEYS) > 200
    assert len(models()) > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_described_and_no_other(language: str) -> None:
    described = {
        (model, key) for model, texts in worded(language).items() if model not in OTHERS for key in texts
    }  # fmt: skip
    assert described == {(model.__name__, key) for model, key in KEYS}
    assert set(worded(language)["titles"]) == {model.__name__ for model in models()}


def test_every_key_has_an_example_and_no_other() -> None:
    assert {(model, key) for model, facts in neutral().items() for key in facts} == {
        (model.__name__, key) for model, key in KEYS
    }
    assert [
        key
        for facts in neutral().values()
        for key, fact in facts.items()
        if not set(fact) <= {"example", "law", "beside"}
    ] == []


def test_outlines_have_keys_of_their_mappings() -> None:
    by_name = {model.__name__: model for model in models()}
    assert outlines()
    for name, of_model in outlines().items():
        for outline in of_model:
            assert unknown(by_name[name], outline) == []


def unknown(model: type[Facts], outline: Mapping[str, object]) -> list[str]:
    """The keys of an outline that are none of the model's, or have no mapping below them though the outline has."""
    found = []
    for key, value in outline.items():
        field = fields(model).get(key)
        if field is None or (isinstance(value, Mapping) and field.shape.mapping is None):
            found.append(key)
        elif isinstance(value, Mapping) and field.shape.mapping:
            found += unknown(field.shape.mapping, value)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_that_only_an_editor_shows_are_those_of_every_language(language: str) -> None:
    texts, english = worded(language)["editor"], worded("en")["editor"]
    assert {*texts} == {*english}
    for name, text in texts.items():
        assert re.findall(r"{\w+}", str(text)) == re.findall(r"{\w+}", str(english[name])), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_of_a_key_are_sentences_and_a_form_that_fits(language: str) -> None:
    for model, key in KEYS:
        description, written = what_it_is(language, model, key), form(language, model, key)
        assert description[0].isupper() or description[0] == "`", (model, key)
        assert description.endswith(".") and "|" not in description, (model, key)
        assert written and not written.endswith(".") and "{" not in written, (model, key)
        for text in (description, written, title(language, model)):
            assert text == text.strip() and "  " not in text and text.count("`") % 2 == 0, (model, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_used_and_worded(language: str) -> None:
    own = {(model, key) for model, key in KEYS if isinstance(worded(language)[model.__name__][key], dict)}
    used = {form_name(fields(model)[key]) for model, key in KEYS if (model, key) not in own}
    assert used | {"or-none"} == set(worded(language)["forms"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_in_a_description_is_the_same_in_every_language(language: str) -> None:
    for model, key in KEYS:
        assert codes(what_it_is(language, model, key)) == codes(what_it_is("en", model, key)), (model, key)


def codes(text: str) -> set[str]:
    return set(text.split("`")[1::2])


def test_every_example_can_be_read() -> None:
    for model, key in KEYS:
        tree = yaml.load(example(model, key), Loader=yaml.BaseLoader)
        read = model.model_validate(emptied(tree)).model_dump()
        assert read[fields(model)[key].name] not in (None, {}), (model, key)


def emptied(tree: object) -> object:
    if isinstance(tree, dict):
        return {key: emptied(value) for key, value in tree.items()}
    return None if tree == "" else tree


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_of_a_key_is_known_and_can_be_cited(language: str) -> None:
    for model, key in KEYS:
        cited = neutral()[model.__name__][key].get("law", [])
        assert isinstance(cited, list), (model, key)
        assert set(cited) <= set(PROVISIONS), (model, key)
        assert all(text and "{" not in text for text in provisions(language, model, key)), (model, key)


def test_a_key_of_an_extended_mapping_is_described_where_it_is_declared() -> None:
    from notice.model.controller import Contact, Controller

    assert what_it_is("en", Controller, "email") == what_it_is("en", Contact, "email")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_a_table_for_every_mapping_and_a_row_for_every_key(language: str) -> None:
    text = page(language)
    assert text.count("\n## ") == len(models()) - 1
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) == len(KEYS) - len(own_fields(Waivers))
    assert {line.count("|") for line in rows} == {6}
    assert title(language, Waiver) in text
