"""Facts that the owner's vocabulary states of recipients, sources and cookies, for every register that uses them."""

from collections.abc import Iterator, Mapping

from notice.findings import FactPath, Finding, Span
from notice.law.authorities import AUTHORITIES
from notice.load.facts import Part
from notice.load.findings import fault
from notice.load.references import unknown_id
from notice.model.cursor import references
from notice.model.register import Register
from notice.model.site import Waiting
from notice.model.vocabulary import Vocabulary
from notice.yamlreader import Reading

SHARED = ("recipients", "sources", "cookies")
"""The kinds of which the vocabulary may state what a register could state."""

SETTLED_LATER = (*SHARED, "controllers")
"""The kinds whose facts may be `unknown`; any other term says what a word means."""


def shared_places(own: Part[Vocabulary]) -> Mapping[FactPath, Span]:
    """Where the vocabulary states shared facts, by the paths that they have in a register."""
    return {path[1:]: span for path, span in own.spans.items() if len(path) > 2 and path[1] in SHARED}


def term_places(reading: Reading) -> Mapping[FactPath, Span]:
    """The ids of the terms that the owner's vocabulary states, by kind and id."""
    return {path: place.key for path, place in reading.places.items() if len(path) == 2 and place.key}


def own_ids(own: Vocabulary, standard: Vocabulary) -> frozenset[tuple[str, str]]:
    """The kinds and ids that the owner alone declares."""
    return frozenset(
        (kind, id) for kind in type(own).model_fields for id in getattr(own, kind) if id not in getattr(standard, kind)
    )


def unsettled_terms(own: Part[Vocabulary]) -> list[Finding]:
    """A finding for every `unknown` of a term: it says what a word means, which cannot be found out later."""
    return [fault("Y006", own.spans[path], "term") for path in sorted(own.unknown) if path[1:2] not in _LATER]


_LATER = frozenset((kind,) for kind in SETTLED_LATER)


def unknown_ids_of_terms(own: Part[Vocabulary], vocabulary: Vocabulary) -> Iterator[tuple[FactPath, Finding]]:
    """The path of every id that the facts of a shared thing name and nothing declares, with its finding."""
    for path, id, refers in references(own.facts, ("vocabulary",)):
        if path[1] not in SETTLED_LATER or refers.kind == "purposes":
            continue
        ids = frozenset(getattr(vocabulary, refers.kind)).union(refers.also)
        ids |= frozenset(AUTHORITIES) if refers.kind == "authorities" else frozenset()
        if id not in ids:
            yield path, unknown_id(own.spans.get(path) or own.spans[path[:-1]], id, refers.kind, ids)


def unknown_controller(register: Part[Register], vocabulary: Vocabulary) -> Iterator[tuple[FactPath, Finding]]:
    """The path and the finding of a controller that the register names and nothing declares."""
    named = register.facts.controller and register.facts.controller.body
    if named and named not in vocabulary.controllers:
        path = ("controller", "body")
        span = register.spans.get(path) or register.spans["controller",]
        yield path, unknown_id(span, named, "controllers", frozenset(vocabulary.controllers))


def open_facts(
    own: Part[Vocabulary], register: Part[Register], vocabulary: Vocabulary
) -> tuple[frozenset[FactPath], tuple[Waiting, ...]]:
    """The shared facts of the register's things that are `unknown`, and which of them wait for the owner."""
    used = set(_used(register.facts, vocabulary))
    open = {path[1:] for path in own.unknown if path[1:3] in used}
    unknown = frozenset(path for path in open if path not in register.spans)
    return unknown, tuple(Waiting(path, "") for path in sorted(unknown))


def _used(register: Register, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """The kinds and ids of the things that a register uses."""
    for kind in SHARED:
        yield from ((kind, id) for id in getattr(register, kind) or ())
    for _, id, refers in references(register):
        yield refers.kind, id
    for id in register.cookies or ():
        for _, other, refers in references(vocabulary.cookies.get(id)):
            yield refers.kind, other
