"""The texts of commands, errors and comments: the same in every language, each used, none missing."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

import notice
from notice.cli import COMMANDS, main
from notice.cli.worded import MODULES, ROOT
from notice.data import locale, tree
from notice.errors import SYSTEM
from notice.languages import LANGUAGES
from notice.messages import CODE, PLACEHOLDER, catalogue, texts_of

PACKAGE = Path(notice.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]

NOT_SAID = {
    "deprecated",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Positional arguments",
    "Value must be an iterable.",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
    "Did you mean to pass '--{name}'?",
    "(dynamic)",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "unknown error",
    "Could not open file {filename!r}: {message}",
    "Invalid start character for option ({option})",
    "file",
    "directory",
    "path",
    "Choice({choices})",
    "{value!r} does not match the format {format}.",
    "{value!r} does not match the formats {formats}.",
    "{value} is not in the range {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "{value!r} is not a valid {number_type}.",
    "{value!r} is not a valid UUID.",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "%(prog)s, version %(version)s",
    "Show the version and exit.",
    "Show this message and exit.",
}
"""What click says of types, prompts and wrong declarations that no command here has."""


def leaves(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    else:
        yield ".".join(path), str(node)


def texts_beside_rules(language: str) -> dict[str, str]:
    own = {key: node for key, node in catalogue(language).items() if not CODE.fullmatch(key)}
    clicks = texts_of(language, "click")
    return dict(leaves({key: node for key, node in own.items() if key not in clicks}))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_texts_of_english_with_their_placeholders(language: str) -> None:
    """But for the words of citations and counts, which English makes otherwise."""
    english, other = texts_beside_rules("en"), texts_beside_rules(language)
    assert len(english) > 200
    assert set(english) <= set(other)
    assert all(key.startswith("labels.counted.") for key in set(other) - set(english))
    for key, text in english.items():
        assert set(PLACEHOLDER.findall(other[key])) == set(PLACEHOLDER.findall(text)), key
        if key.startswith(("cli.", "errors.", "commands.", "options.")):
            assert text.endswith(".") == other[key].endswith("."), key


def constants() -> tuple[set[str], list[re.Pattern[str]]]:
    """The texts in the source, and patterns for those that are put together."""
    found: set[str] = set()
    joined: list[re.Pattern[str]] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in node.values]
                if any(part.endswith("-fix") for part in parts):
                    joined.append(re.compile("".join(parts)))
    return found, joined


def test_every_text_of_commands_and_errors_is_used() -> None:
    found, joined = constants()
    unused = []
    for key in texts_beside_rules("en"):
        kind, _, rest = key.partition(".")
        if kind not in ("cli", "errors") or rest.startswith("system."):
            continue
        steps = rest.split(".")
        if rest not in found and not all(step in found or (len(steps) > 1 and step == steps[0]) for step in steps):
            unused += [key] * (not any(pattern.fullmatch(rest) for pattern in joined))
    assert unused == []


def test_every_error_that_is_raised_is_worded() -> None:
    worded = texts_beside_rules("en")
    raised: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name in ("CannotRun", "AnotherBuild", "FolderNotOurs", "CannotTypeset") and isinstance(node, ast.Call):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    key = f"errors.{first.value}"
                    raised.add(key)
                    given = {keyword.arg for keyword in node.keywords}
                    assert key in worded, key
                    assert set(PLACEHOLDER.findall(worded[key])) <= given, key
    assert len(raised) > 40


def test_every_refusal_of_the_system_is_worded() -> None:
    named = {key.rpartition(".")[2] for key in texts_beside_rules("en") if key.startswith("errors.system.")}
    assert named == {*SYSTEM, "other"}


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(main)
    yield ROOT, main
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name}-{inner}", one) for inner, one in command.commands.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help_and_no_help_is_left_over(language: str) -> None:
    worded = texts_beside_rules(language)
    needed = {"options.help"}
    metavars = set()
    for id, command in commands():
        needed |= {f"commands.{id}.line"} | ({f"commands.{id}.more"} & set(worded))
        for param in command.params:
            if getattr(param, "count", False):
                needed.add(f"options.{max(param.opts, key=len).lstrip('-')}")
                continue
            metavars |= set(re.findall("[A-Z]{2,}", str(param.make_metavar(click.Context(command)))))
            if isinstance(param, click.Option) and param.is_flag:
                metavars.discard("BOOLEAN")
            if isinstance(param, click.Option):
                name = max(param.opts, key=len).lstrip("-")
                own = f"commands.{id}.options.{name}"
                needed.add(own if own in worded else f"options.{name}")
    given = {key for key in worded if key.startswith(("commands.", "options."))}
    assert needed == given
    assert {*metavars, "OPTIONS", "COMMAND", "ARGS"} == {key.partition(".")[2] for key in worded if "metavars." in key}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_help_fits_two_lines_of_a_terminal(language: str) -> None:
    worded = texts_beside_rules(language)
    lines = {key: text for key, text in worded.items() if key.endswith(".line") and ROOT not in key}
    assert len(lines) > 10
    assert {key: text for key, text in lines.items() if len(text) > 2 * 64} == {}


def said_by_click() -> set[str]:
    found: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                texts = (one.value for one in node.args if isinstance(one, ast.Constant))
                found |= {text for text in texts if isinstance(text, str)}
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_click_is_translated(language: str) -> None:
    said = said_by_click()
    assert len(said) > 40
    translated = texts_of(language, "click")
    assert said - NOT_SAID == set(translated)
    assert said >= NOT_SAID
    for message, text in translated.items():
        assert set(re.findall(r"\{(\w+)", str(text))) <= set(re.findall(r"\{(\w+)", message)), message


def test_every_comment_of_new_files_is_worded_and_used() -> None:
    used: set[str] = set()
    for folder in ("starter", "presets"):
        for file in (PACKAGE / folder).rglob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            used |= set(re.findall(r"^ *# \{([a-z-]+)\}$", text, re.MULTILINE))
            if file.parent.name not in ("fi", "sv", "en"):
                assert re.findall(r"^ *# [^{].*$", text, re.MULTILINE) == [], file
    assert len(used) > 40
    for language in LANGUAGES:
        comments = tree(locale(language) / "comments.yaml")
        assert set(comments) == used
        assert all(text.strip() for text in comments.values())
