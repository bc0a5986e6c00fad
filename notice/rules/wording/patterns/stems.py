"""Literal strings that every match of a pattern contains, to rule out most texts without a regular expression.

Compiling hundreds of expressions would take longer than all other checks of a small site together.
"""

from collections.abc import Iterator

_OPTIONAL = ("?", "*", "{")


def stems(find: str) -> tuple[str, ...]:
    """Strings of which every match of the expression contains at least one; () if there are none.

    `rekisteriselost\\w+` has `rekisteriselost`, `(?:mm|esim)\\.` has `mm` and `esim`.
    """
    required: list[str] = []
    for branch in _branches(find):
        best = max(_candidates(branch), key=lambda candidate: min(map(len, candidate)), default=())
        if not best:
            return ()
        required += best
    return tuple(required)


def _candidates(branch: str) -> Iterator[tuple[str, ...]]:
    """The strings required by the branch: a run of letters, or one run for each alternative of a group."""
    run, at = "", 0
    while at < len(branch):
        end = _end(branch, at)
        may_lack = branch[end : end + 1] in _OPTIONAL
        item = branch[at:end]
        letter = item[-1] if len(item) == 1 or (item[0] == "\\" and not item[1].isalnum()) else ""
        if letter and letter != " " and not may_lack:
            run += letter
        else:
            if run:
                yield (run,)
            run = ""
            if item.startswith("(?:") and not may_lack and (inner := stems(item[3:-1])):
                yield inner
        at = end + _length_of_quantifier(branch, end)
    if run:
        yield (run,)


def _length_of_quantifier(branch: str, at: int) -> int:
    start = at
    if branch[at : at + 1] == "{":
        at = branch.index("}", at) + 1
    while branch[at : at + 1] in {"?", "*", "+"}:
        at += 1
    return at - start


def _end(text: str, at: int) -> int:
    """The end of the item that begins here: an escaped letter, a class, a group, or one letter."""
    if text[at] == "\\":
        return at + 2
    if text[at] == "[":
        return text.index("]", at + 2) + 1
    if text[at] != "(":
        return at + 1
    end = at + 1
    while text[end] != ")":
        end = _end(text, end)
    return end + 1


def _branches(find: str) -> list[str]:
    """The alternatives separated by `|` outside groups."""
    branches, at, start = [], 0, 0
    while at < len(find):
        if find[at] == "|":
            branches.append(find[start:at])
            start = at + 1
        at = _end(find, at)
    return [*branches, find[start:]]
