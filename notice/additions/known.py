"""Find the id of the vocabulary that a name means: an id, a name in any language, a firm's own name."""

from notice.derive.known_names import KnownNames, is_known
from notice.load.ids import slugify
from notice.load.vocabulary import Term, normalise
from notice.model.vocabulary import Vocabulary


def meant(text: str, kind: str, terms: tuple[Term, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The ids of the kind (a field of `Vocabulary`) that the text names; several where a company has several services.

    `terms` are those of the kind, with their names.
    """
    known = getattr(vocabulary, kind)
    for id in (text.strip(), slugify(text)):
        if id in known:
            return (id,)
    names = KnownNames(vocabulary)
    by_firm = {"recipients": names.recipients, "sources": names.sources}.get(kind)
    if by_firm and (found := by_firm(text)):
        return found
    plain = normalise(text)
    called = (term.id for term in terms if plain in {normalise(name) for name in _called(term)})
    return tuple(dict.fromkeys(called))


def is_type(id: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Whether the id is a type of recipient or source, so that a thing of that type may have an id of its own."""
    if kind == "recipients":
        return not is_known(vocabulary.recipients.get(id))
    return kind == "sources" and not vocabulary.sources[id].unique


def _called(term: Term) -> tuple[str, ...]:
    return (*filter(None, term.names.values()), *filter(None, (term.facts.get("name"), term.facts.get("named"))))
