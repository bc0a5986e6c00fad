"""What `content/` holds or lacks as a whole: files that nothing reads, a site without languages or registers."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from notice.findings import Finding, Span
from notice.load.facts import Part
from notice.load.faults import fault
from notice.load.shelf import Shelf
from notice.load.spoken import is_language
from notice.model.site import Site


def unread_files(shelf: Shelf, site: Part[Site], languages: Collection[str]) -> Iterator[Finding]:
    """A finding for every YAML file below `content/` that is no part of the site.

    Nothing is said of files whose language or register `site.yaml` names in a way that could not be used.
    """
    if ("site",) in site.spoilt:
        return
    content = shelf.folder / "content"
    unused = set(site.facts.registers or ())
    complete = set(site.facts.languages or ()) == set(languages) and ("site", "languages") not in site.spoilt
    for path in sorted((*content.rglob("*.yaml"), *content.rglob("*.yml"))):
        file = PurePosixPath(path.relative_to(shelf.folder).as_posix())
        folder = file.parts[1] if len(file.parts) == 3 else ""
        if str(file) in shelf.sources or (file.stem in unused and folder == "registers"):
            continue
        if folder not in languages and is_language(folder):
            if complete:
                yield _unread(file, f"name `{folder}` under `languages:` in `content/site.yaml`, or remove the folder")
            continue
        yield _unread(file, "name its register under `registers:` in `content/site.yaml`, or mend the file's name")


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


def _is_spoilt(site: Part[Site], key: str) -> bool:
    return any(path[:2] == ("site", key) for path in site.spoilt)


def _example(key: str) -> str:
    return "fi, sv, en" if key == "languages" else "customers"


def _unread(file: PurePosixPath, help: str) -> Finding:
    return fault("Y018", Span(str(file)), f"`{file}` is no part of the site", help=help)


def _incomplete(site: Part[Site], key: str, message: str, help: str) -> Finding:
    return fault("Y019", site.spans.get(("site", key), site.spans["site",]), message, help=help)
