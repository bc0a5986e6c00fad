"""Site-level checks: unreferenced files, missing languages or registers, unsafe templates."""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from notice.files import LARGEST_TEMPLATE, Unopened, check_file, printable, read_file, walk
from notice.findings import Finding, Span
from notice.load.facts import Part
from notice.load.findings import fault, unsafe_file
from notice.load.ids import is_language
from notice.load.source_files import SourceFiles, unreadable
from notice.model.site import Site


def unread_files(
    files: SourceFiles, site: Part[Site], languages: Collection[str], registers: Collection[str]
) -> Iterator[Finding]:
    """A finding for every YAML file below `content/` that is no part of the site.

    `languages` and `registers` are those that could be used. Nothing is said while `site.yaml` names others too:
    which files are theirs is not known.
    """
    named = (*(site.facts.languages or ()), *(site.facts.registers or ()))
    if _is_invalid(site, "languages") or _is_invalid(site, "registers") or {*named} != {*languages, *registers}:
        return
    try:
        entries = list(walk(files.folder, "content"))
    except Unopened:
        return  # every file of the site has this finding already
    read = _resolved(files)
    for entry in entries:
        file = printable(entry.file)
        if entry.error is not None:
            yield unreadable(file, entry.error)
        elif file.endswith((".yaml", ".yml")) and not _is_read(entry.file, files, read):
            yield _stray(entry.file, languages)


TEXTS = (".css", ".html", ".svg", ".typ")
"""The endings of templates that are text."""


def unfit_templates(folder: Path) -> Iterator[Finding]:
    """A finding for every entry of `templates/` that is no file inside the site, cannot be opened, or is no text."""
    try:
        entries = list(walk(folder, "templates"))
    except Unopened as refused:
        yield unsafe_file(refused)
        return
    for entry in entries:
        try:
            if entry.error is not None:
                raise entry.error
            if entry.is_folder:
                continue
            if entry.file.endswith(TEXTS):
                yield from _undecoded(entry.file, read_file(folder, entry.file, LARGEST_TEMPLATE))
            else:
                check_file(folder, entry.file, LARGEST_TEMPLATE)
        except Unopened as refused:
            yield unsafe_file(refused)
        except OSError as error:
            yield unreadable(printable(entry.file), error)


def _undecoded(file: str, body: bytes) -> Iterator[Finding]:
    """A finding for a template that is not UTF-8, at the line of the first byte that is none."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        yield fault(
            "Y027", Span(printable(file), line), "not-utf-8", file=printable(file), byte=f"0x{body[error.start]:02X}"
        )


def incomplete_site(site: Part[Site], languages: Collection[str]) -> Iterator[Finding]:
    """A finding where `site.yaml` names no languages, no registers, one twice, or a default that it does not have."""
    if ("site",) in site.invalid:
        return
    facts = site.facts
    for key, value in (("languages", facts.languages), ("registers", facts.registers)):
        if not value and not _is_invalid(site, key):
            yield _incomplete(site, key, f"no-{key}")
        for index, id in enumerate(value or ()):
            if id in (value or ())[:index]:
                yield _incomplete(site, key, f"twice.{key}", id=id)
    complete = set(facts.languages or ()) == set(languages)
    if facts.default_language and languages and complete and facts.default_language not in languages:
        default = facts.default_language
        yield _incomplete(site, "default-language", "default", language=default, languages=languages)


def _resolved(files: SourceFiles) -> frozenset[Path]:
    """Where the files that were read lie: one can have two names, by a link inside the site."""
    return frozenset((files.folder / file).resolve() for file in files.sources)


def _is_read(file: str, files: SourceFiles, read: Collection[Path]) -> bool:
    return file in files.asked or (files.folder / file).resolve() in read


def _stray(file: str, languages: Collection[str]) -> Finding:
    """The finding for a file that is no part of the site."""
    name, folder = printable(file), PurePosixPath(file).parent.name
    if name != file:
        return fault("Y018", Span(name), "file.not-utf-8", file=name)
    if folder not in languages and is_language(folder):
        return fault("Y018", Span(name), "file.language", file=name, language=folder)
    return fault("Y018", Span(name), "file", file=name)


def _is_invalid(site: Part[Site], key: str) -> bool:
    """True when what `site.yaml` says of the key, or all that it says, could not be read."""
    return any(path[:2] in (("site",), ("site", key)) for path in site.invalid)


def _incomplete(site: Part[Site], key: str, message: str, **arguments: Any) -> Finding:
    return fault("Y019", site.spans.get(("site", key), site.spans["site",]), message, **arguments)
