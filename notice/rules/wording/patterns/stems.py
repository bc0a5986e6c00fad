"""Literal strings that every match of a pattern contains, to rule out most texts without a regular expression.

Compiling hundreds of expressions would take longer than all other checks of a small site together.
"""

import re
from functools import lru_cache

_TOKEN = re.compile(r"\\.|\[\^?.[^]]*\]|\(\?<?[:=!]|[()|?*+ .^$]|\{[^}]*\}|[^\\\[()|?*+{ .^$]+")
_MAY_LACK = frozenset("?*{")
_SIGNS = frozenset("([{)?*+ .^$")

_FIRST_WORD = re.compile(r"(?:\\b)?([^\W_]{3,})(?![?*{\w])")
_FIRST_GROUP = re.compile(r"\(\?:((?:[\w |-]|\\w[*+])+)\)(?![?*{])")

Strings = tuple[str, ...]
"""Alternatives: a match contains at least one of these strings."""


@lru_cache(maxsize=4096)
def needed(find: str) -> tuple[Strings, ...]:
    """The strings required by the expression: every match contains one of each tuple; the longest come first.

    `rekisteriselost\\w+` requires `rekisteriselost`, `(?:mm|esim)\\. muu` requires `mm` or `esim`, and `muu`.
    """
    tokens = _TOKEN.findall(find)
    candidates, at = _branch(tokens, 0)
    if at == len(tokens):
        return tuple(sorted(dict.fromkeys(candidates), key=_shortest, reverse=True))
    strings, _ = _group(tokens, 0)
    return (strings,) if strings else ()


def opening(find: str) -> Strings:
    """Strings of which every match contains one, read from the beginning of the expression alone where it says enough.

    That takes a tenth of the time of `needed`, and rules out most expressions. No alternatives outside of a group.
    """
    if first := _FIRST_WORD.match(find):
        return (first[1],)
    if group := _FIRST_GROUP.match(find):
        beginnings = tuple(alternative.partition("\\")[0] for alternative in group[1].split("|"))
        strings = tuple(max(words.split(), key=len, default="") for words in beginnings)
        if all(strings):
            return strings
    return stems(find)


def stems(find: str) -> Strings:
    """The required strings that are longest, of which every match contains at least one; () if there are none."""
    return _best(list(needed(find)))


def _group(tokens: list[str], at: int) -> tuple[Strings, int]:
    """The strings required by the alternatives from here to the end of the group, and the place of that end."""
    found: list[str] = []
    is_certain = True
    while True:
        candidates, at = _branch(tokens, at)
        best = _best(candidates)
        found += best
        is_certain = is_certain and bool(best)
        if at == len(tokens) or tokens[at] == ")":
            return tuple(found) if is_certain else (), at
        at += 1


def _branch(tokens: list[str], at: int) -> tuple[list[Strings], int]:
    """The strings required by one alternative: runs of letters, or one run for each alternative of a group."""
    found: list[Strings] = []
    run = ""
    while at < len(tokens) and tokens[at] not in "|)":
        token = tokens[at]
        inner: Strings = ()
        if token[0] == "(":
            inner, at = _group(tokens, at + 1)
        at += 1
        follows = tokens[at][0] if at < len(tokens) else ""
        letters = _letters(token)
        run += letters[:-1] if follows in _MAY_LACK else letters
        if run and (not letters or follows in _MAY_LACK or follows == "+"):
            found.append((run,))
            run = ""
        if inner and token == "(?:" and follows not in _MAY_LACK:
            found.append(inner)
    return [*found, (run,)] if run else found, at


def _letters(token: str) -> str:
    """The letters that the token matches literally; "" for a class, a group or an operator."""
    if token[0] == "\\":
        return "" if token[1].isalnum() else token[1]
    return "" if token[0] in _SIGNS else token


def _best(candidates: list[Strings]) -> Strings:
    """The candidate whose shortest string is longest, or the first of equals."""
    return max(candidates, key=_shortest, default=())


def _shortest(strings: Strings) -> int:
    return min(map(len, strings))
