"""The texts of findings and of the command line, by language and id: one catalogue, filled in at the edge.

`locales/<language>/messages/` has one file for each family of rules, with each rule's `title`, `duty` (in English
the first sentence of its page), and its messages: `message`, `mark`, `help`. A rule with several messages has
each under a key of its own; a key may be a group with further keys below it. A text that a message lacks is that of
its group, else that of the rule. Nothing is borrowed from another language.
"""

import re
from collections.abc import Mapping
from functools import cache

from notice.data import locale, tree_of_folder
from notice.errors import Untold
from notice.findings import Arguments, Finding

PARTS = ("message", "mark", "help")
"""The texts of one message."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@cache
def catalogue(language: str) -> Mapping[str, object]:
    """Every text of a language: the rules by code, and the parts of the command line."""
    return tree_of_folder(locale(language) / "messages")


def text(language: str, *path: str, **arguments: str) -> str:
    """The text at the path, its placeholders filled. Raises `Untold` where the language lacks it."""
    found = _find(catalogue(language), path)
    if not isinstance(found, str):
        raise Untold(f"{'.'.join(path)} is not worded in {language}")
    return filled(found, tuple(arguments.items()))


def message(finding: Finding, language: str) -> str:
    """What is wrong, in one sentence."""
    return _part(finding, language, "message")


def mark(finding: Finding, language: str) -> str:
    """What is printed under the marked text: the suggestion, or the message's own mark; "" where there is neither."""
    own = _nearest(finding, language, "mark")
    if own is not None and finding.suggestion.kind != "near":
        return filled(own, _arguments(finding, language))
    if not finding.suggestion.kind:
        return ""
    return text(language, "suggestions", finding.suggestion.kind, text=finding.suggestion.text)


def help(finding: Finding, language: str) -> str:
    """What to write instead."""
    return _part(finding, language, "help")


def rule_help(code: str, language: str) -> str:
    """What a rule's findings have in common in what to write; "" where each of its messages has its own help."""
    found = _find(catalogue(language), (code, "help"))
    return found if isinstance(found, str) else ""


def filled(text: str, arguments: Arguments) -> str:
    """The text with its placeholders replaced; braces that are no placeholder, as in an example of YAML, stay."""
    values = dict(arguments)
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def reason(value: str, language: str) -> str:
    """A clause that says why something cannot be used, by its key; a sign that is named there follows the key."""
    key, _, sign = value.partition(" ")
    return text(language, "reasons", key, sign=sign)


def _part(finding: Finding, language: str, part: str) -> str:
    """A text of the finding's message, or of the group that it belongs to."""
    found = _nearest(finding, language, part)
    if found is None:
        raise Untold(f"{finding.code}.{finding.key}.{part} is not worded in {language}")
    return filled(found, _arguments(finding, language))


def _nearest(finding: Finding, language: str, part: str) -> str | None:
    """The text under the finding's key, else that of the group around it, else the rule's own."""
    steps = (finding.code, *finding.key.split(".")) if finding.key else (finding.code,)
    for length in range(len(steps), 0, -1):
        found = _find(catalogue(language), (*steps[:length], part))
        if isinstance(found, str):
            return found
    return None


def _arguments(finding: Finding, language: str) -> Arguments:
    """The values of the placeholders; that of `reason` is a key of `reasons`."""
    return tuple((name, reason(value, language) if name == "reason" else value) for name, value in finding.arguments)


def _find(tree: object, path: tuple[str, ...]) -> object:
    for step in path:
        tree = tree.get(step) if isinstance(tree, Mapping) else None
    return tree
