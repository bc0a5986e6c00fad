"""The texts of findings: the same messages and placeholders in every language, and each is used by its rule."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

import notice
from notice import links
from notice.cli.catalogue import catalogue as every_rule
from notice.languages import LANGUAGES
from notice.messages import PARTS, PLACEHOLDER, catalogue
from notice.rules.rule import Rule
from notice.rules.wording.patterns import patterns
from notice.verify.built import SiteRule
from notice.verify.pdfs import Difference

CODE = re.compile(r"[A-Z]\d{3}")
PACKAGE = Path(notice.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]

Texts = dict[str, str]


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
    for code in rules_of("en"):
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


def test_every_message_that_a_rule_gives_is_worded_and_every_one_that_is_worded_is_given() -> None:
    """Keys and placeholders in the source of each module of rules."""
    by_module: dict[ModuleType, list[Rule]] = {}
    for rule in every_rule():
        function = rule.look if isinstance(rule, SiteRule) else rule.check
        module = inspect.getmodule(function) if function else None
        if module is not None and messages_of(rule.code, "en"):
            by_module.setdefault(module, []).append(rule)
    assert by_module
    for module, rules in by_module.items():
        given = dict(_given(module))
        worded: dict[str, set[frozenset[str]]] = {}
        for rule in rules:
            for key, texts in messages_of(rule.code, "en").items():
                worded.setdefault(key, set()).add(frozenset(PLACEHOLDER.findall(" ".join(texts.values()))))
        assert set(given) <= set(worded), (module.__name__, set(given) - set(worded))
        for key, arguments in given.items():
            assert any(placeholders <= arguments for placeholders in worded[key]), (module.__name__, key)


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


def _given(module: ModuleType) -> Iterator[tuple[str, frozenset[str]]]:
    """Every message key in the source, with the names of its arguments."""
    gathered: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "violation_at":
            at = node.args[1] if len(node.args) > 1 else ast.Constant("")
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"edits", "path", "suggestion"}
            if isinstance(at, ast.Constant):
                gathered.setdefault(str(at.value), set()).update(names)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in ("violation", "missing"):
            first = node.args[0] if node.args else None
            if first is not None and not isinstance(first, ast.Constant):
                continue  # a key from another function: covered by the examples of the rules
            key = first.value if isinstance(first, ast.Constant) else ""
            names = {keyword.arg for keyword in node.keywords if keyword.arg and keyword.arg != "edits"}
            gathered.setdefault(str(key), set()).update(names)
    yield from ((key, frozenset(names)) for key, names in gathered.items())


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
