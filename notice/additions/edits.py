"""Which files an addition changes, and how: insertions of facts, own ids and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from notice.additions.request import Request, model_of
from notice.additions.things import UNKNOWN, like_kind, open_facts
from notice.findings import FactPath
from notice.model.register import Register
from notice.model.shapes import fields
from notice.model.site import Notice
from notice.yamlreader import Tree
from notice.yamlreader.insertion import with_entry, with_item
from notice.yamlreader.notation import entry

TERMS = "content/vocabulary.yaml"

REGISTER_KEYS = tuple(fields(Register))
"""The keys of a register in the order in which they are written."""


@dataclass(frozen=True)
class Edit:
    """One insertion into a file: an entry `key: value` of the mapping at `path`, or an `item` of the list there."""

    file: str
    path: FactPath
    key: str = ""
    value: Tree = None
    item: str = ""
    flow: bool = True

    def applied(self, body: bytes) -> bytes:
        """The file with the insertion. Raises `NoPlace`."""
        order = REGISTER_KEYS if self.file.startswith("content/registers/") else ()
        if self.item:
            return with_item(body, self.file, self.path, self.item, order=order)
        return with_entry(body, self.file, self.path, self.key, self.value, order=order, flow=self.flow)

    @property
    def is_words(self) -> bool:
        """Whether it is an insertion into the words of a language."""
        return self.file != TERMS and not self.file.startswith("content/registers/")

    @property
    def is_worded(self) -> bool:
        """Whether no word of it is empty."""
        return all(self.value.values()) if isinstance(self.value, dict) else bool(self.value)

    @property
    def paste(self) -> str:
        """The YAML to write by hand."""
        keys = (*self.path, self.key) if self.key else self.path
        value: Tree = self.value if self.key else [self.item]
        return "\n".join(entry(keys, value, "", "  ", flow=self.flow))


def facts_of_thing(request: Request, id: str, like: str, notice: Notice) -> dict[str, Tree]:
    """The facts of the new thing in the order of the model; `like` is the known id whose kind it is of, or ""."""
    kind = request.kind
    stated: dict[str, Tree] = {}
    stated |= like_kind(kind, like, notice.vocabulary) if like != id else {}
    if not like and request.name != id and kind in ("recipients", "sources", "cookies"):
        stated["name" if kind == "cookies" else "named"] = request.name
    stated |= request.facts
    wanted = {*open_facts(kind, like or id, notice.vocabulary), *open_facts(kind, id, notice.vocabulary)}
    wanted -= {path[2] for path in notice.shared if path[:2] == (kind, id) and len(path) > 2}
    return {key: stated.get(key, UNKNOWN) for key in fields(model_of(kind)) if key in wanted or key in stated}


def is_shared_recipient(kind: str, id: str, notice: Notice) -> bool:
    """Whether it is a recipient whose facts the site's vocabulary states, so that purposes need only name it."""
    return kind == "recipients" and (kind, id) in notice.shared


def edits(request: Request, id: str, like: str, notice: Notice) -> Iterator[Edit]:
    """Every insertion: the thing, the lists that name it, and the words of an own id in each language."""
    register = f"content/registers/{notice.id}.yaml"
    is_own = like != id
    if request.kind != "data":
        facts: dict[str, Tree] = facts_of_thing(request, id, like, notice)
        if facts or not is_shared_recipient(request.kind, id, notice):
            yield Edit(register, (request.kind,), id, facts, flow=request.kind != "purposes")
    elif is_own or request.facts:
        yield Edit(TERMS, ("data",), id, dict(request.facts))
    for purpose in request.purposes:
        yield Edit(register, ("purposes", purpose, request.kind), item=id)
    for source in request.sources:
        yield Edit(register, ("sources", source, "data"), item=id)
    if request.kind != "cookies":
        yield from _words(request, id, like, notice)


def _words(request: Request, id: str, like: str, notice: Notice) -> Iterator[Edit]:
    """The names that were given; an own id has its place in every language, empty where T001 finds the word missing.

    The name of a firm is the same in every language.
    """
    is_own = like != id
    file = "site" if request.kind == "data" else notice.id
    firm = request.name if request.kind == "recipients" and is_own and not like and request.name != id else None
    for language in notice.languages:
        name: Tree = request.names.get(language) or firm
        if is_own or name:
            words: Tree = {"name": name, "text": None} if is_own and request.kind == "purposes" else name
            yield Edit(f"content/{language}/{file}.yaml", (request.kind,), id, words, flow=False)


def has_words(edit: Edit, tree: Tree) -> bool:
    """Whether the file has words at the place already, which are the owner's and stay, or a place for those to come."""
    here: Tree = tree
    for step in (*edit.path, edit.key):
        if not isinstance(here, Mapping) or step not in here:
            return False
        here = here[step]
    return here is not None or not edit.value
