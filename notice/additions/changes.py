"""From a request to the changed files, in memory; the site is loaded with them, and compared with the one before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notice.additions.checked import changed_facts, is_within, new_faults
from notice.additions.edits import TERMS, Edit, edits, has_words, is_shared_recipient
from notice.additions.known import is_type, meant
from notice.additions.request import Request
from notice.errors import CannotRun, Clause, by_system
from notice.files import Unopened, read_file
from notice.findings import FactPath, Finding
from notice.load import Loaded, load
from notice.load.ids import is_id, slugify
from notice.load.search import nearest_terms, search
from notice.messages import hint, refusal
from notice.model.site import Notice
from notice.yamlreader import read
from notice.yamlreader.growth import NoPlace
from notice.yamlreader.source import LARGEST

LISTED = frozenset({"recipients", "data"})
"""The kinds that purposes list by id."""


class NotAdded(CannotRun):
    """Nothing was added; `paste` is the YAML to write by hand, by file."""

    def __init__(self, message: str, paste: Iterable[Edit], **arguments: object) -> None:
        super().__init__("add", **arguments)
        self.clause = Clause(("errors", "add", message), arguments)
        self.paste: dict[str, list[str]] = {}
        for edit in paste:
            self.paste.setdefault(edit.file, []).append(edit.paste)


@dataclass(frozen=True)
class Addition:
    """What is added: the files before and after, by path (b"" for one that is made), and the thing that it is.

    `open` are the keys that wait for the owner, `unworded` the languages whose words are still empty. `is_unlisted`
    holds for a recipient that no purpose names, `is_shared` for one whose facts the site's vocabulary states; `missing`
    is the recipient that a cookie names and the register lacks.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    id: str
    like: str
    notice: Notice
    open: tuple[str, ...]
    unworded: tuple[str, ...]
    is_unlisted: bool
    missing: str = ""
    is_shared: bool = False


def added(folder: Path, request: Request) -> Addition:
    """The addition to the site. Raises `CannotRun` for what is not known, `NotAdded` where no place can be found."""
    before = load(folder)
    notice = _register(before, request.register)
    for language in request.names:
        if language not in notice.languages:
            raise CannotRun("add.language", name=language, known=notice.languages)
    id, like = _id(folder, request, notice)
    request = _with_lists(request, notice)
    wanted = list(edits(request, id, like, notice))
    if not wanted:
        raise CannotRun("add.in-vocabulary", name=id, known=tuple(notice.register.purposes or ()))
    old, new = _files(folder, wanted, bool(request.facts))
    after = load(folder, new)
    _compare(before, after, wanted, notice)
    thing = next((edit for edit in wanted if edit.key == id and not edit.is_words), None)
    is_new = id not in (getattr(notice.register, request.kind, None) or {})
    facts = thing.value if thing and is_new and isinstance(thing.value, dict) else {}
    empty = {edit.file.split("/")[1] for edit in wanted if edit.is_words and not edit.is_worded}
    return Addition(
        before=old,
        after=new,
        id=id,
        like=like,
        notice=notice,
        open=tuple(key for key, value in facts.items() if value == "unknown"),
        unworded=tuple(language for language in notice.languages if language in empty),
        is_unlisted=request.kind == "recipients" and not _is_listed(id, after, notice.id),
        missing=_missing_provider(request, id, before, notice),
        is_shared=is_shared_recipient(request.kind, id, notice),
    )


def _register(loaded: Loaded, wanted: str) -> Notice:
    """The register that is meant: the only one, or the one that is named."""
    ids = [notice.id for notice in loaded.notices]
    if not ids:
        raise CannotRun("add.no-register")
    if wanted and wanted not in ids:
        raise CannotRun("add.register", name=wanted, hint=hint(wanted, ids))
    if not wanted and len(ids) > 1:
        raise CannotRun("add.which-register", known=ids)
    return loaded.notices[ids.index(wanted) if wanted else 0]


def _id(folder: Path, request: Request, notice: Notice) -> tuple[str, str]:
    """The id of the new thing, and the known id that it is or is like; "" for one that is like none."""
    kind = request.kind.replace("_", "-")
    ids = meant(request.name, request.kind, notice.vocabulary, folder)
    if len(ids) > 1:
        raise CannotRun("add.several", name=request.name, known=ids)
    like = ids[0] if ids else ""
    if not request.id:
        if not like:
            hits = search(request.name, kind, folder) or nearest_terms(request.name, kind, folder)
            near = [one.id for one in hits[:3]]
            own = slugify(request.name) or "own-id"
            raise CannotRun(f"add.not-known.{'near' if near else 'none'}", name=request.name, known=near, id=own)
        return like, like
    if like and request.id != like and not is_type(like, request.kind, notice.vocabulary):
        raise CannotRun("add.known", name=request.name, id=like)
    if not is_id(request.id, kind):
        raise CannotRun("add.id", id=request.id)
    if request.id != like and request.id in getattr(notice.vocabulary, request.kind):
        raise CannotRun("add.taken", id=request.id)
    return request.id, like


def _with_lists(request: Request, notice: Notice) -> Request:
    """The request with the purposes whose lists will name the thing: those that are named, or the only one."""
    known = {"purpose": list(notice.register.purposes or ()), "source": list(notice.register.sources or ())}
    for key, named in (("purpose", request.purposes), ("source", request.sources)):
        for one in named:
            if one not in known[key]:
                raise CannotRun(f"add.{key}", name=one, hint=hint(one, known[key]))
    purposes = request.purposes
    if request.kind in LISTED and not purposes and len(known["purpose"]) == 1:
        purposes = tuple(known["purpose"])
    if request.kind == "data" and not purposes:
        raise CannotRun("add.which-purpose", known=known["purpose"])
    return Request(**{**vars(request), "purposes": purposes})


def _files(folder: Path, wanted: Sequence[Edit], has_facts: bool) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files before and after the insertions.

    A thing that is there already may still be new to some of the lists, unless facts of it were given.
    """
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    there: NotAdded | None = None
    for edit in wanted:
        body = after.get(edit.file)
        if body is None:
            body = before[edit.file] = _read(folder, edit.file)
        if edit.is_words and has_words(edit, read(body, edit.file).tree):
            continue
        try:
            after[edit.file] = edit.applied(body)
        except NoPlace as refused:
            place, fact = f"{edit.file}:{refused.span.line}", ".".join(edit.path)
            if refused.reason != "stated":
                raise NotAdded(refused.reason, wanted, place=place, fact=fact) from refused
            there = there or NotAdded("stated", [], place=place, id=edit.key or edit.item)
            if edit.key and has_facts:
                raise there from refused
        except ValueError as error:
            raise CannotRun("add.text", text=str(error)) from error
    changed = {file: body for file, body in after.items() if body != before[file]}
    if there and not changed:
        raise there
    return {file: before[file] for file in changed}, changed


def _read(folder: Path, file: str) -> bytes:
    """The bytes of a file of the site; none for one that does not exist."""
    try:
        return read_file(folder, file, LARGEST)
    except FileNotFoundError:
        return b""
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=folder / file, why=by_system(error)) from error


def _compare(before: Loaded, after: Loaded, wanted: Sequence[Edit], notice: Notice) -> None:
    """Raise `NotAdded` unless the facts of the thing are new, the lists have it beside what they had, and no more."""
    if faults := new_faults(before, after):
        raise NotAdded("fault", wanted, **_fault(faults[0]))
    own = f"content/registers/{notice.id}.yaml"
    intended: set[FactPath] = {
        (notice.id, *edit.path, *([edit.key] if edit.key else [])) for edit in wanted if edit.file == own
    }
    for path in changed_facts(before, after):
        if not is_within(path, intended):
            raise NotAdded("inherited", wanted, fact=".".join(path[1:]), register=path[0])
    new = next(one for one in after.notices if one.id == notice.id)
    for edit in wanted:
        if edit.item and edit.file == own:
            old_items, items = _list(notice, edit.path), _list(new, edit.path)
            if set(items) != {*old_items, edit.item}:
                raise NotAdded("inherited", wanted, fact=".".join(edit.path), register=notice.id)


def _fault(finding: Finding) -> dict[str, object]:
    path = (finding.code, *filter(None, finding.key.split(".")), "message")
    place = f"{finding.span.file}:{finding.span.line}"
    return {"what": Clause(path, dict(finding.arguments)), "place": place, "code": finding.code}


def _list(notice: Notice, path: FactPath) -> tuple[str, ...]:
    kind, id, key = path
    thing = (getattr(notice.register, kind) or {}).get(id)
    return tuple(getattr(thing, key, None) or ())


def _is_listed(id: str, loaded: Loaded, register: str) -> bool:
    """Whether a purpose of the register names the recipient."""
    purposes = next(one for one in loaded.notices if one.id == register).register.purposes or {}
    return any(id in (purpose.recipients or ()) for purpose in purposes.values())


def _missing_provider(request: Request, id: str, loaded: Loaded, notice: Notice) -> str:
    """The provider of a known cookie that is no recipient yet: neither of the register nor of the whole site."""
    cookie = notice.vocabulary.cookies.get(id) if request.kind == "cookies" else None
    stated = request.facts.get("provider") or (cookie.provider if cookie else None)
    if not isinstance(stated, str) or stated in ("controller", "unknown"):
        return ""
    is_listed = stated in (notice.register.recipients or {}) or _is_listed(stated, loaded, notice.id)
    return "" if is_listed or stated in _shared_recipients(loaded) else stated


def _shared_recipients(loaded: Loaded) -> Collection[str]:
    """The ids of the recipients that the site's own vocabulary states."""
    terms = loaded.trees.get(TERMS)
    shared = terms.get("recipients") if isinstance(terms, dict) else None
    return shared if isinstance(shared, dict) else ()
