"""What `content/` holds or lacks as a whole: files that nothing reads, a site without languages or registers."""

from collections.abc import Collection, Iterator

from notice.findings import Finding, Span
from notice.load.facts import Part
from notice.load.faults import fault
from notice.load.shelf import Shelf
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
    content = shelf.folder / "content"
    for path in sorted((*content.rglob("*.yaml"), *content.rglob("*.yml"))):
        file = path.relative_to(shelf.folder).as_posix()
        if file not in shelf.sources:
            folder = path.parent.name
            help = "name its register under `registers:` in `content/site.yaml`, or mend the file's name"
            if folder not in languages and is_language(folder):
                help = f"name `{folder}` under `languages:` in `content/site.yaml`, or take the folder away"
            yield fault("Y018", Span(file), f"`{file}` is no part of the site", help=help)


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
    """True when what `site.yaml` says of the key, or all that it says, could not be read."""
    return any(path[:2] in (("site",), ("site", key)) for path in site.spoilt)


def _example(key: str) -> str:
    return "fi, sv, en" if key == "languages" else "customers"


def _incomplete(site: Part[Site], key: str, message: str, help: str) -> Finding:
    return fault("Y019", site.spans.get(("site", key), site.spans["site",]), message, help=help)
