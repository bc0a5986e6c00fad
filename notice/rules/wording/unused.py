"""T004: unused words, with the id that was probably meant."""

from collections.abc import Iterator, Sequence

from notice.findings import FactPath, Fix, Level, Span, Violation, dotted, near, nearest, safe, unsafe, violation_at
from notice.load.slips import correction, replacement
from notice.model.names import is_own_form
from notice.rules.rule import RuleContext, rule
from notice.words import Layer, Words


@rule("T004", level=Level.WARNING)
def word_unused(context: RuleContext) -> Iterator[Violation]:
    """Every word that the owner wrote is used; one that is not has a wrong id, or is left from something removed.

    Where an id was renamed, its words still have the old one: the finding names the new id that lacks them.
    A word in `content/<language>/site.yaml` is used as soon as one notice looks it up. While a fact cannot be
    read or is `unknown`, no word that it may need is called unused. `notice check --fix` deletes none of these words:
    they are the owner's. `--unsafe-fixes` moves the words to the new id, or deletes them.

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
        things = frozenset(map(_thing, asked)) if unused else frozenset()
        for path, layer in unused:
            yield _violation(path, layer, _new_id(path, [word for word, _ in unused], asked, words), things)


def _violation(path: FactPath, layer: Layer, new_id: str | None, things: frozenset[FactPath]) -> Violation:
    span = layer.spans.get(path, Span(layer.file))
    if new_id:
        suggestion = near(dotted((path[0], new_id, *_thing(path)[2:])))
        key = layer.keys.get(path[:2])
        edit = replacement(key, path[1], new_id) if key else None
        fix = unsafe(edit) if edit else None
        return violation_at(span, "id-renamed", suggestion, fix=fix, word=dotted(path), old=path[1], new=new_id)
    meant = nearest(dotted(_thing(path)), _alike(path, things))
    if not meant:
        return violation_at(span, word=dotted(path))
    return violation_at(span, suggestion=near(meant), fix=_renamed(path, meant.split("."), layer), word=dotted(path))


def _renamed(path: FactPath, meant: Sequence[str], layer: Layer) -> Fix:
    """The fix of the only step in which the paths differ, if it is a typing error and the right key is not in use."""
    steps = [at for at, (own, other) in enumerate(zip(path, meant, strict=False)) if own != other]
    if len(steps) != 1:
        return Fix()
    at = steps[0]
    key = layer.keys.get(path[: at + 1])
    edit = correction(key, path[at], [meant[at]]) if key and tuple(meant[: at + 1]) not in layer.spans else None
    return safe(edit) if edit else Fix()


def _new_id(path: FactPath, unused: list[FactPath], asked: frozenset[FactPath], words: Words) -> str | None:
    """The only id of the same kind that lacks every unused word below the id of `path`.

    A form of a name is lacked by none: where a language has none of its own, the fact is printed.
    """
    if len(path) < 2 or is_own_form(path):
        return None
    tails = {_thing(other)[2:] for other in unused if other[:2] == path[:2]}
    lacking = (
        {
            other[1]
            for other in asked
            if len(other) > 1 and other[0] == path[0] and _tail(other) == tail and not words.find(*other)
        }
        for tail in tails
    )
    candidates = set.intersection(*lacking)
    return candidates.pop() if len(candidates) == 1 else None


def _tail(path: FactPath) -> FactPath:
    return path[2:-1] if path[-1] == "name" else path[2:]


def _is_asked(path: FactPath, asked: frozenset[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)


def _alike(path: FactPath, things: frozenset[FactPath]) -> list[str]:
    """The words looked up under the same first key, at the depth of the path."""
    return sorted(dotted(thing) for thing in things if thing[0] == path[0] and len(thing) == len(_thing(path)))


def _thing(path: FactPath) -> FactPath:
    """The path without a final `name`, which is optional."""
    return path[:-1] if len(path) > 1 and path[-1] == "name" else path


RULES = (word_unused,)
