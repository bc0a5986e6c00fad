"""T: words that nothing uses, and where they were meant to stand."""

from collections.abc import Iterator
from difflib import get_close_matches

from notice.findings import FactPath, Fix, Level, Span, dotted, safe, unsafe
from notice.load.slips import correction, replacement
from notice.rules.rule import Fault, RuleContext, rule
from notice.words import Layer, Words

LEAVE = "take it out, or correct its id"


@rule("T004", level=Level.WARNING)
def word_unused(context: RuleContext) -> Iterator[Fault]:
    """Every word that the owner wrote is used; one that is not has a wrong id, or is left from something removed.

    Where an id was renamed, its words still have the old one: the finding names the new id that lacks them.
    A word in `content/<language>/site.yaml` is used as soon as one notice asks for it. While a fact cannot be read
    or is `unknown`, no word that it may need is called unused. `notice check --fix` takes no word out: it is the
    owner's. `--unsafe-fixes` moves the words to the new id, or takes them out.

    Fails::

        words:
          fi: {purposes: {oders: Tilaukset}}

    Passes::

        words:
          fi: {purposes: {orders: Tilausten käsittely}}
    """
    for language, words in context.words.items():
        asked = context.composed[language].asked
        unused = [
            (path, layer)
            for path, _, layer in words.owned
            if not _is_asked(path, asked) and not context.notice.is_unknown(*path)
        ]
        for path, layer in unused:
            yield _fault(path, layer, _new_id(path, [one for one, _ in unused], asked, words), asked)


def _fault(path: FactPath, layer: Layer, new_id: str | None, asked: frozenset[FactPath]) -> Fault:
    near = get_close_matches(dotted(_thing(path)), _alike(path, asked), 1)
    message, help = f"Nothing uses the word `{dotted(path)}`", LEAVE
    fix = Fix()
    meant = dotted((path[0], new_id, *_thing(path)[2:])) if new_id else near[0] if near else ""
    if new_id:
        help = f"`{new_id}` lacks it: write that id instead of `{path[1]}` to move the words there, or take them out"
        key = layer.keys.get(path[:2])
        edit = replacement(key, path[1], new_id) if key else None
        fix = unsafe(edit) if edit else fix
    elif near:
        fix = _renamed(path, tuple(near[0].split(".")), layer)
    span = layer.spans.get(path, Span(layer.file))
    return Fault((), message, f"did you mean `{meant}`?" if meant else "", help, span, fix)


def _renamed(path: FactPath, near: FactPath, layer: Layer) -> Fix:
    """The fix of the one step in which the two paths differ, if it is a slip and the right one is free."""
    steps = [at for at, (one, other) in enumerate(zip(path, near, strict=False)) if one != other]
    if len(steps) != 1:
        return Fix()
    at = steps[0]
    key = layer.keys.get(path[: at + 1])
    edit = correction(key, path[at], [near[at]]) if key and near[: at + 1] not in layer.spans else None
    return safe(edit) if edit else Fix()


def _new_id(path: FactPath, unused: list[FactPath], asked: frozenset[FactPath], words: Words) -> str | None:
    """The one id of the same kind that lacks every word that stands unused below the id of `path`."""
    if len(path) < 2:
        return None
    tails = {_thing(one)[2:] for one in unused if one[:2] == path[:2]}
    lacking = (
        {one[1] for one in asked if len(one) > 1 and one[0] == path[0] and _tail(one) == tail and not words.find(*one)}
        for tail in tails
    )
    candidates = set.intersection(*lacking)
    return candidates.pop() if len(candidates) == 1 else None


def _tail(path: FactPath) -> FactPath:
    return path[2:-1] if path[-1] == "name" else path[2:]


def _is_asked(path: FactPath, asked: frozenset[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)


def _alike(path: FactPath, asked: frozenset[FactPath]) -> list[str]:
    """The words asked for that stand under the same first id, as deep as the path."""
    things = {_thing(one) for one in asked}
    return sorted(dotted(one) for one in things if one[0] == path[0] and len(one) == len(_thing(path)))


def _thing(path: FactPath) -> FactPath:
    """The path of the thing, where the word is its name."""
    return path[:-1] if len(path) > 1 and path[-1] == "name" else path


RULES = (word_unused,)
