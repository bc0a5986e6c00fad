"""Ids that name something: each must be in the vocabulary, or among the register's own things."""

from collections.abc import Iterator, Mapping

from notice.findings import FactPath, Finding
from notice.law.authorities import AUTHORITIES
from notice.load.advice import unknown_id
from notice.load.spoken import is_language, no_language
from notice.model.site import Notice
from notice.model.walk import references


def unknown_ids(notice: Notice) -> Iterator[tuple[FactPath, Finding]]:
    """The path of every id that names nothing, and a finding with the nearest that does."""
    known = _known(notice)
    for path, id, refers in (*references(notice.register), *references(notice.controller, ("controller",))):
        ids = known[refers.kind].union(refers.also)
        if id not in ids:
            yield path, unknown_id(notice.span(*path), id, refers.kind, ids)
    requests = notice.controller.requests
    for index, code in enumerate((requests and requests.languages) or ()):
        if not is_language(code):
            path = ("controller", "requests", "languages", str(index))
            yield path, no_language(notice.span(*path), code)


def _known(notice: Notice) -> Mapping[str, frozenset[str]]:
    """The ids of every kind: the vocabulary's and the register's own recipients, the register's purposes."""
    vocabulary, register = notice.vocabulary, notice.register
    known = {kind: frozenset(getattr(vocabulary, kind)) for kind in type(vocabulary).model_fields}
    known["recipients"] |= frozenset(register.recipients or ())
    known["purposes"] = frozenset(register.purposes or ())
    known["authorities"] |= frozenset(AUTHORITIES)
    return known
