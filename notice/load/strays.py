"""What `content/` holds or lacks as a whole: files that nothing reads, a site without languages or registers."""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from notice.files import LARGEST_TEMPLATE, Unopened, check_file, printable, walk
from notice.findings import Finding, Span
from notice.load.facts import Part
from notice.load.faults import fault, unsafe_file
from notice.load.shelf import Shelf, unreadable
from notice.load.spoken import is_language
from notice.model.site import Site


def unread_files(
    shelf: Shelf, site: Part[Site], languages: Collection[str], registers: Collection[str]
) -> Iterator[Finding]:
    """A finding for every YAML file below `content/` that is no part of the site.

    `languages` and `registers` are those that could be used. Nothing is said while `site.yaml` names others too:
    which files are theirs is not known.
    """
    named = (*(site.facts.languages or ()), *(site.facts.registers or ()))
    if _is_spoilt(site, "languages") or _is_spoilt(site, "registers") or {*named} != {*languages, *registers}:
        return
    try:
        entries = list(walk(shelf.folder, "content"))
    except Unopened:
        return  # every file of the site has this finding already
    read = _resolved(shelf)
    for entry in entries:
        file = printable(entry.file)
        if entry.error is not None:
            yield unreadable(file, entry.error)
        elif file.endswith((".yaml", ".yml")) and not _is_read(entry.file, shelf, read):
            yield fault("Y018", Span(file), f"`{file}` is no part of the site", help=_of_stray(entry.file, languages))


def unfit_templates(folder: Path) -> Iterator[Finding]:
    """A finding for every entry of `templates/` that is no file inside the site, or that cannot be opened."""
    try:
        entries = list(walk(folder, "templates"))
    except Unopened as refused:
        yield unsafe_file(refused)
        return
    for entry in entries:
        try:
            if entry.error is not None:
                raise entry.error
            if not entry.is_folder:
                check_file(folder, entry.file, LARGEST_TEMPLATE)
        except Unopened as refused:
            yield unsafe_file(refused)
        except OSError as error:
            yield unreadable(printable(entry.file), error)


def incomplete_site(site: Part[Site], languages: Collection[str]) -> Iterator[Finding]:
    """A finding where `site.yaml` names no languages, no registers, one twice, or a default that it does not have."""
    if ("site",) in site.spoilt:
        return
    facts = site.facts
    for key, noun, value in (("languages", "language", facts.languages), ("registers", "register", facts.registers)):
        if not value and not _is_spoilt(site, key):
            yield _incomplete(site, key, f"The site names no {key}", f"write them: `{key}: [{_example(key)}]`")
        for index, id in enumerate(value or ()):
            if id in (value or ())[:index]:
                yield _incomplete(site, key, f"The {noun} “{id}” is named twice", "take one of them out")
    complete = set(facts.languages or ()) == set(languages)
    if facts.default_language and languages and complete and facts.default_language not in languages:
        message = f"The site has no language “{facts.default_language}”"
        yield _incomplete(site, "default-language", message, f"write one of: {', '.join(languages)}")


def _resolved(shelf: Shelf) -> frozenset[Path]:
    """Where the files that were read lie: one can have two names, by a link inside the site."""
    return frozenset((shelf.folder / file).resolve() for file in shelf.sources)


def _is_read(file: str, shelf: Shelf, read: Collection[Path]) -> bool:
    return file in shelf.asked or (shelf.folder / file).resolve() in read


def _of_stray(file: str, languages: Collection[str]) -> str:
    """What to do about a file that is no part of the site."""
    folder = PurePosixPath(file).parent.name
    if printable(file) != file:
        return "its name is not UTF-8: give the file a name of small letters a–z, digits and hyphens"
    if folder not in languages and is_language(folder):
        return f"name `{folder}` under `languages:` in `content/site.yaml`, or take the folder away"
    return "name its register under `registers:` in `content/site.yaml`, or mend the file's name"


def _is_spoilt(site: Part[Site], key: str) -> bool:
    """True when what `site.yaml` says of the key, or all that it says, could not be read."""
    return any(path[:2] in (("site",), ("site", key)) for path in site.spoilt)


def _example(key: str) -> str:
    return "fi, sv, en" if key == "languages" else "customers"


def _incomplete(site: Part[Site], key: str, message: str, help: str) -> Finding:
    return fault("Y019", site.spans.get(("site", key), site.spans["site",]), message, help=help)
