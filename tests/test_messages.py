"""The texts of findings: the same messages and placeholders in every language, and each is used by its rule."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest
from rules.rule_source import constants, wrong_keys, wrong_messages

import notice
from notice import links
from notice.check import placeholders
from notice.cli.catalogue import catalogue as every_rule
from notice.languages import LANGUAGES
from notice.messages import PARTS, PLACEHOLDER, catalogue
from notice.rules.wording import matcher
from notice.rules.wording.patterns import patterns
from notice.verify.built import SiteRule
from notice.verify.pdfs import Difference

CODE = re.compile(r"[A-Z]\d{3}")
PACKAGE = Path(notice.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]

Texts = dict[str, str]


@cache
def rules_of(language: str) -> dict[str, dict[str, object]]:
    return {code: texts for code, texts in catalogue(language).items() if CODE.fullmatch(code)}  # type: ignore[misc]


def messages_of(code: str, language: str) -> dict[str, Texts]:
    """The messages of a rule by key, "" for the only one, with the texts of the groups around them."""
    return dict(_messages(rules_of(language).get(code, {}), "", {}))


def _messages(texts: dict[str, object], key: str, around: Texts) -> Iterator[tuple[str, Texts]]:
    own = around | {part: text for part, text in texts.items() if part in PARTS and isinstance(text, str)}
    is_group = any(isinstance(inner, dict) for inner in texts.values())
    if "message" in own and not (is_group and "help" not in own):
        yield key, own
    for step, inner in texts.items():
        if isinstance(inner, dict):
            yield from _messages(inner, f"{key}.{step}" if key else step, own)


@pytest.mark.parametrize("language", OTHERS)
def test_every_rule_has_its_title_and_duty(language: str) -> None:
    texts = rules_of(language)
    assert set(texts) == {rule.code for rule in every_rule()}
    for code, parts in texts.items():
        assert str(parts["duty"]).endswith("."), code
        assert not str(parts["title"]).endswith("."), code


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_messages_of_english_with_their_placeholders(language: str) -> None:
    for code in [*rules_of("en"), *rules_of(language)]:
        english, other = messages_of(code, "en"), messages_of(code, language)
        assert list(other) == list(english), code
        for key, texts in english.items():
            assert set(other[key]) == set(texts), (code, key)
            wanted = {part: set(PLACEHOLDER.findall(text)) for part, text in texts.items()}
            found = {part: set(PLACEHOLDER.findall(text)) for part, text in other[key].items()}
            assert found == wanted, (code, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_a_help_of_its_own_or_its_rules(language: str) -> None:
    for code in rules_of(language):
        for key, parts in messages_of(code, language).items():
            assert "help" in parts, (code, key)
            assert not parts["message"].endswith("."), (code, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert all(text.strip() for text in _leaves(catalogue(language)))


@cache
def modules_of_rules() -> dict[ModuleType, dict[str, dict[str, Texts]]]:
    """The modules of rules, each with the messages of its rules by the rules' functions."""
    found: dict[ModuleType, dict[str, dict[str, Texts]]] = {}
    for rule in every_rule():
        function = rule.look if isinstance(rule, SiteRule) else rule.check
        module = inspect.getmodule(function) if function else None
        if function is not None and module is not None:
            found.setdefault(module, {})[function.__name__] = messages_of(rule.code, "en")
    return found


@pytest.mark.parametrize("module", modules_of_rules(), ids=lambda module: module.__name__.removeprefix("notice."))
def test_the_messages_that_rules_give_are_those_that_are_worded(module: ModuleType) -> None:
    """Key by key and placeholder by placeholder, with the line of each call that fits no message of its rule."""
    source = ast.parse(inspect.getsource(module))
    assert wrong_messages(source, modules_of_rules()[module], given_for_all_rules()) == []


def test_the_keys_by_which_the_code_reads_facts_are_those_of_the_models() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    reading = {path: source for path, source in sources.items() if "notice.model.keys" in source}
    assert len(reading) > 30
    wrong = {path.relative_to(PACKAGE).as_posix(): wrong_keys(ast.parse(source)) for path, source in reading.items()}
    assert {path: found for path, found in wrong.items() if found} == {}


def given_for_all_rules() -> set[str]:
    """Keys of messages that the matcher of words and the check of placeholders give for rules elsewhere."""
    return constants(ast.parse(inspect.getsource(matcher))) | constants(ast.parse(inspect.getsource(placeholders)))


def test_every_kind_of_difference_between_a_page_and_its_pdf_is_worded() -> None:
    kinds = get_args(get_type_hints(Difference)["kind"])
    assert len(kinds) > 4
    assert set(kinds) == set(messages_of("B011", "en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_a_rule_has_its_message(language: str) -> None:
    """A pattern with a text to write instead has the message for it, as all patterns of its code do."""
    for code, found in patterns(language).items():
        messages = messages_of(code.partition("-")[0], language)
        writes = {bool(pattern.write) for pattern in found}
        assert len(writes) == 1, code
        keys = {"endless-words"} if code == "C086" else {"other-words" if writes == {True} else ""}
        assert keys <= set(messages), code
        for key in keys:
            assert set(PLACEHOLDER.findall(" ".join(messages[key].values()))) <= {"words", "write"}, code


def test_every_message_of_the_reading_is_worded() -> None:
    """The keys in calls of `fault` and `report`, and the error types of the model."""
    given = {("Y006", key) for key in _own_errors()}
    for path in [*(PACKAGE / "yamlreader").glob("*.py"), *(PACKAGE / "load").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and {"fault", "report"} & {
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            }:
                texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if texts and CODE.fullmatch(texts[0]):
                    given.update((texts[0], key) for key in texts[1:])
    assert len(given) > 60
    assert {(code, key) for code, key in given if key and key not in messages_of(code, "en")} == set()


def _own_errors() -> Iterator[str]:
    for path in (PACKAGE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("PydanticCustomError", "_part"):
                yield from (str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_rule_is_a_part_of_a_message_or_the_rules_title_or_duty(language: str) -> None:
    of_rule = () if language == "en" else ("title", "duty")
    names = {
        (code, name) for code, texts in rules_of(language).items() for name in _names(texts) if name not in of_rule
    }
    assert {name for _, name in names} == set(PARTS), [one for one in names if one[1] not in PARTS]


def _names(texts: dict[str, object]) -> Iterator[str]:
    """The last key of every text."""
    for name, text in texts.items():
        if isinstance(text, dict):
            yield from _names(text)
        else:
            yield name


def _leaves(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [leaf for value in tree.values() for leaf in _leaves(value)]
    return [str(tree)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_against_an_address_is_worded(language: str) -> None:
    """The keys are those that the modules of `links/` return: constants, except the character after `letter`."""
    returned = {
        match[1]
        for module in sorted(Path(links.__file__).parent.glob("*.py"))
        for match in re.finditer(
            r"""(?:return|else) f?"([a-z]+(?:-[a-z]+)*)(?:"$| U)""", module.read_text("utf-8"), re.M
        )
    }
    worded = catalogue(language)["reasons"]
    assert isinstance(worded, dict)
    assert returned == set(worded)
