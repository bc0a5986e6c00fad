"""The message catalogue: the texts of findings and of the command line, by language and id.

`locales/<language>/messages/` has one file for each family of rules, with each rule's `title`, `duty` (in English
the first sentence of its page), and its messages: `message`, `mark`, `help`. A rule with several messages has
each under a key of its own; a key may be a group with further keys below it. A text that a message lacks is looked up
in its group, then in the rule. There is no fallback to another language.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from notice.data import locale, tree, tree_of_folder
from notice.errors import Clause, Untold
from notice.files import Unopened
from notice.findings import Arguments, Finding, nearest, texts

PARTS = ("message", "mark", "help")
"""The texts of one message."""

CODE = re.compile(r"[A-Z]\d{3}")
"""The code of a rule; its letter, with one digit for N and two for C, is the name of the file of its texts."""

FILES = {
    **{name: name for name in ("cli", "commands", "errors", "init", "law", "reasons", "serve")},
    **dict.fromkeys(("options", "metavars"), "commands"),
    "answers": "answers",
    **dict.fromkeys(("sections", "examples"), "help"),
}
"""The file of the texts under each key that is no rule's code; those of all others are in `labels`."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def catalogue(language: str) -> Mapping[str, object]:
    """Every text of a language: the rules by code, labels, and what commands print."""
    return tree_of_folder(locale(language) / "messages")


@cache
def texts_of(language: str, name: str) -> Mapping[str, object]:
    """The texts of one file; empty if the language has no such file."""
    file = locale(language) / "messages" / f"{name}.yaml"
    return tree(file) if file.is_file() else {}


def _texts(language: str, key: str) -> Mapping[str, object]:
    """The texts of the file that has the key: a rule's code, `cli`, `law`, `reasons`, or a kind of label."""
    if CODE.fullmatch(key):
        return texts_of(language, key[: {"N": 2, "C": 3}.get(key[0], 1)])
    return texts_of(language, FILES.get(key, "labels"))


def find(language: str, *path: str) -> str | None:
    """The text at the path; None where the language has none there."""
    found = _find(_texts(language, path[0]), path)
    return found if isinstance(found, str) else None


def text(language: str, *path: str, **arguments: object) -> str:
    """The text at the path, its placeholders filled. Raises `Untold` if the language lacks it."""
    found = find(language, *path)
    if found is None:
        raise Untold(f"{'.'.join(path)} is not worded in {language}")
    return filled(found, texts(arguments))


def worded(clause: Clause, language: str) -> str:
    """The text of a clause, those in its arguments first."""
    given = {name: worded(one, language) if isinstance(one, Clause) else one for name, one in clause.arguments.items()}
    found = _nearest_text(_texts(language, clause.path[0]), clause.path)
    if found is None:
        raise Untold(f"{'.'.join(clause.path)} is not worded in {language}")
    return filled(found, texts(given))


def refusal(unopened: Unopened, part: str = "message") -> Clause:
    """What a file is that is not opened, or with `help` what to do about it."""
    return Clause(("Y024", *unopened.key.split("."), part), {"file": unopened.file, **unopened.arguments})


def hint(word: str, known: Sequence[str]) -> Clause:
    """The known word that may be meant, or all of them."""
    meant = nearest(word, known)
    return Clause(("errors", "meant"), {"meant": meant}) if meant else Clause(("errors", "known"), {"known": known})


def meant_or_listed(meant: str | None, command: str) -> Clause:
    """The word that may be meant, or the command that lists all."""
    return (
        Clause(("errors", "meant"), {"meant": meant}) if meant else Clause(("errors", "listed"), {"command": command})
    )


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


def reason(value: str, language: str) -> str:
    """A clause that says why an address cannot be used, by its key; the character that it names follows the key."""
    key, _, sign = value.partition(" ")
    return text(language, "reasons", key, sign=sign)


def rule_help(code: str, language: str) -> str:
    """The help that all messages of a rule share, "" where each message has its own; placeholders become `…`."""
    words = _find(_texts(language, code), (code, "help"))
    return PLACEHOLDER.sub("…", words) if isinstance(words, str) else ""


def filled(text: str, arguments: Arguments) -> str:
    """The text with its placeholders replaced; other braces, as in an example of YAML, are kept."""
    values = dict(arguments)
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def _part(finding: Finding, language: str, part: str) -> str:
    """A text of the finding's message, or of the group that it belongs to."""
    words = _nearest(finding, language, part)
    if words is None:
        raise Untold(f"{finding.code}.{finding.key}.{part} is not worded in {language}")
    return filled(words, _arguments(finding, language))


def _nearest(finding: Finding, language: str, part: str) -> str | None:
    """The text under the finding's key, else that of the group around it, else the rule's own."""
    steps = (finding.code, *finding.key.split(".")) if finding.key else (finding.code,)
    return _nearest_text(_texts(language, finding.code), (*steps, part))


def _nearest_text(words: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    """The text at the path, else the text of the same part in the groups around it."""
    for length in range(len(path) - 1, 0, -1):
        found = _find(words, (*path[:length], path[-1]))
        if isinstance(found, str):
            return found
    return None


def _arguments(finding: Finding, language: str) -> Arguments:
    """The finding's arguments; `reason`, the key of a clause, and `cause`, the id of an error, are worded."""

    def argument(name: str, value: str) -> str:
        if name == "reason":
            return reason(value, language)
        return _cause(value, finding.arguments, language) if name == "cause" else value

    return tuple((name, argument(name, value)) for name, value in finding.arguments)


def _cause(id: str, arguments: Arguments, language: str) -> str:
    """The text of an error with the arguments, without its final full stop."""
    return worded(Clause(("errors", *id.split(".")), dict(arguments)), language).removesuffix(".")


def _find(tree: object, path: tuple[str, ...]) -> object:
    for step in path:
        tree = tree.get(step) if isinstance(tree, Mapping) else None
    return tree
