"""T004: unused words, with the id that was probably meant."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from notice.findings import FactPath, Fix, Level, Span, Violation, dotted, near, nearest, safe, unsafe, violation_at
from notice.languages import LANGUAGES
from notice.load.slips import correction, replacement
from notice.model.names import is_own_form
from notice.rules.rule import RuleContext, rule
from notice.words import Layer, Words, standard

MOST_SUGGESTED = 100
"""The most unused words of a language for which a similar one is looked up."""


@rule("T004", level=Level.WARNING)
def word_unused(context: RuleContext) -> Iterator[Violation]:
    """Every word that the owner wrote is used; one that is not has a wrong id, or is left from something removed.

    Where an id was renamed, its words still have the old one: the finding names the new id that lacks them.
    A word in `content/<language>/site.yaml` is used as soon as one notice looks it up. While a fact cannot be
    read or is `unknown`, no word that it may need is called unused; nor is, in a language that the package lacks, a
    standard word that the site translated and no longer needs. `notice check --fix` deletes none of these words: they
    are the owner's. `--unsafe-fixes` moves the words to the new id, or deletes them.

    Fails::

        words:
          fi: {purposes: {oders: Tilaukset}}

    Passes::

        words:
          fi: {purposes: {orders: Tilausten käsittely}}
    """
    off_page = _stated_off_page(context)
    for language, words in context.words.items():
        asked = context.composed[language].asked | off_page
        unused = [
            (path, layer)
            for path, _, layer in words.owned
            if not _is_asked(path, asked) and not context.notice.is_unknown(*path) and not _is_standard(path, language)
        ]
        new_ids = _new_ids([path for path, _ in unused], asked, words)
        alike = _alike(asked)
        for number, (path, layer) in enumerate(unused):
            known = alike.get((path[0], len(_thing(path))), []) if number < MOST_SUGGESTED else []
            yield _violation(path, layer, new_ids.get(path[:2]), known)


def _stated_off_page(context: RuleContext) -> frozenset[FactPath]:
    """The words of ids that the facts use and the page leaves out: they are no slip of the owner's."""
    activities = {one.activity for one in context.derived.recipients.values() if one.activity}
    safeguards = context.notice.register.safeguards or ()
    return frozenset({("activities", id) for id in activities} | {("safeguards", id) for id in safeguards})


def _violation(path: FactPath, layer: Layer, new_id: str | None, known: Sequence[str]) -> Violation:
    span = layer.spans.get(path, Span(layer.file))
    if new_id:
        suggestion = near(dotted((path[0], new_id, *_thing(path)[2:])))
        key = layer.keys.get(path[:2])
        edit = replacement(key, path[1], new_id) if key else None
        fix = unsafe(edit) if edit else None
        return violation_at(span, "id-renamed", suggestion, fix=fix, word=dotted(path), old=path[1], new=new_id)
    meant = nearest(dotted(_thing(path)), known)
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


def _new_ids(unused: Sequence[FactPath], asked: frozenset[FactPath], words: Words) -> dict[FactPath, str]:
    """By kind and id of unused words: the one id of the same kind that lacks all of them.

    A form of a name is lacked by none: where a language has none of its own, the fact is printed.
    """
    lacking: defaultdict[tuple[str, FactPath], set[str]] = defaultdict(set)
    for one in asked:
        if len(one) > 1 and not words.find(*one):
            lacking[one[0], _tail(one)].add(one[1])
    tails: defaultdict[FactPath, set[FactPath]] = defaultdict(set)
    for one in unused:
        if len(one) > 1 and not is_own_form(one):
            tails[one[:2]].add(_thing(one)[2:])
    found = {old: set.intersection(*(lacking[old[0], tail] for tail in its)) for old, its in tails.items()}
    return {old: candidates.pop() for old, candidates in found.items() if len(candidates) == 1}


def _tail(path: FactPath) -> FactPath:
    return path[2:-1] if path[-1] == "name" else path[2:]


def _is_asked(path: FactPath, asked: frozenset[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)


def _is_standard(path: FactPath, language: str) -> bool:
    """Whether the word is the site's own translation of a standard word."""
    return language not in LANGUAGES and path in standard("en").flat


def _alike(asked: frozenset[FactPath]) -> dict[tuple[str, int], list[str]]:
    """The words looked up, by their first key and their depth."""
    alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for one in sorted({_thing(one) for one in asked}):
        alike[one[0], len(one)].append(dotted(one))
    return alike


def _thing(path: FactPath) -> FactPath:
    """The path without a final `name`, which is optional."""
    return path[:-1] if len(path) > 1 and path[-1] == "name" else path


RULES = (word_unused,)
