"""The facts that a new thing of a register has: what only the owner knows is `unknown`, what the vocabulary says is not
repeated."""

from collections.abc import Iterator

from notice.derive.known_names import is_known
from notice.law.countries import EEA
from notice.load.vocabulary import facts_of
from notice.model.fields import Facts
from notice.model.register import FROM_ELSEWHERE, SourceKind
from notice.model.vocabulary import Vocabulary

UNKNOWN = "unknown"

KINDS = {"recipient": "recipients", "purpose": "purposes", "cookie": "cookies", "data": "data", "source": "sources"}
"""The kinds of things that are added to a register, by the name of the command; each is a field of `Vocabulary`."""

_OF_PURPOSE = ("basis", "people", "data", "recipients", "keep", "required")
_OF_COOKIE = ("name", "provider", "purpose", "category", "duration", "read-by")
_OF_OWN_RECIPIENT = ("named", "role", "country", "activity")


_SHARED = {"recipients": ("activity", "role", "country"), "sources": ("kind", "public")}
"""The facts that all things of a type have, by the kind."""


def open_facts(kind: str, id: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The keys of a new thing that its owner has to answer, in the order of the model; `kind` is a field of
    `Vocabulary`."""
    known = getattr(vocabulary, kind).get(id)
    if kind == "purposes":
        return _OF_PURPOSE
    if kind == "cookies":
        return tuple(key for key in _OF_COOKIE if not _says(known, key))
    if kind == "recipients":
        return tuple(_of_recipient(id, vocabulary))
    if kind == "sources":
        return tuple(_of_source(id, vocabulary))
    return ()


def like_kind(kind: str, id: str, vocabulary: Vocabulary) -> dict[str, str]:
    """What an own thing has in common with the known type that it is of: a carrier's activity, a source's kind."""
    known = getattr(vocabulary, kind).get(id)
    shared = facts_of(known) if known else {}
    return {key: shared[key] for key in _SHARED.get(kind, ()) if key in shared} | (
        {"public": "no"} if kind == "sources" and known and known.public is False else {}
    )


def _of_recipient(id: str, vocabulary: Vocabulary) -> Iterator[str]:
    known = vocabulary.recipients.get(id)
    if known is None:
        yield from _OF_OWN_RECIPIENT
        return
    firm = is_known(known)
    if not firm and not _says(known, "named"):
        yield "named"
    if not _says(known, "role"):
        yield "role"
    if not _says(known, "country"):
        yield "country"
    if firm and not known.unique and known.usual_role != "controller":
        yield "contract"
    is_abroad = firm and known.country is not None and known.country not in EEA
    if (known.may_transfer or is_abroad) and known.transfers is None:
        yield "transfers"
    if known.asks_joint_control:
        yield "joint-control"


def _of_source(id: str, vocabulary: Vocabulary) -> Iterator[str]:
    known = vocabulary.sources.get(id)
    kind: SourceKind | None = known.kind if known else None
    if kind is None:
        yield "kind"
    elsewhere = kind in FROM_ELSEWHERE
    if known and known.general:
        yield "named"
    if elsewhere and known and known.public is None:
        yield "public"
    yield "data"
    if elsewhere:
        yield "informed"


def _says(known: Facts | None, key: str) -> bool:
    return getattr(known, key.replace("-", "_"), None) is not None
