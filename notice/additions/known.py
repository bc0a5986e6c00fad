"""Find the id of the vocabulary that a name means: an id, a firm's own name, any word for the thing in any language."""

from pathlib import Path

from notice.derive.known_names import KnownNames, is_known
from notice.load.ids import slugify
from notice.load.search import EXACT, ranked
from notice.model.vocabulary import Vocabulary


def meant(text: str, kind: str, vocabulary: Vocabulary, site: Path) -> tuple[str, ...]:
    """The ids of the kind (a field of `Vocabulary`) that the text names; several for a firm with several services."""
    known = getattr(vocabulary, kind)
    for id in (text.strip(), slugify(text)):
        if id in known:
            return (id,)
    names = KnownNames(vocabulary)
    by_firm = {"recipients": names.recipients, "sources": names.sources}.get(kind)
    if by_firm and (found := by_firm(text)):
        return found
    hits = ranked(text, kind.replace("_", "-"), site)
    return tuple(term.id for score, term in hits if score == EXACT)


def is_type(id: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Whether the id is a type of recipient or source, so that a thing of that type may have an id of its own."""
    if kind == "recipients":
        return not is_known(vocabulary.recipients.get(id))
    return kind == "sources" and not vocabulary.sources[id].unique
