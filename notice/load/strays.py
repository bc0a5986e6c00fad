"""What `content/` holds or lacks as a whole: files that nothing reads, a site without languages or registers."""

from collections.abc import Iterator

from notice.findings import Finding, Level, Span
from notice.load.facts import Part
from notice.load.shelf import Shelf
from notice.model.site import Site


def unread_files(shelf: Shelf) -> Iterator[Finding]:
    """A finding for every YAML file below `content/` that is no part of the site."""
    content = shelf.folder / "content"
    for path in sorted((*content.rglob("*.yaml"), *content.rglob("*.yml"))):
        file = path.relative_to(shelf.folder).as_posix()
        if file not in shelf.sources:
            yield Finding(
                span=Span(file),
                code="Y018",
                name="file-unread",
                level=Level.WARNING,
                message=f"`{file}` is no part of the site",
                help="name its register under `registers:` in `content/site.yaml`, or mend the file's name",
            )


def incomplete_site(site: Part[Site]) -> Iterator[Finding]:
    """A finding where `site.yaml` names no languages, no registers, or a default language that it does not have."""
    if () in site.spoilt or ("site",) in site.spoilt:
        return
    facts = site.facts
    for key, value in (("languages", facts.languages), ("registers", facts.registers)):
        if not value and ("site", key) not in site.spoilt:
            yield _incomplete(site, key, f"The site names no {key}", f"write them: `{key}: [{_example(key)}]`")
    for index, id in enumerate(facts.registers or ()):
        if id in (facts.registers or ())[:index]:
            yield _incomplete(site, "registers", f"The register “{id}” is named twice", "take one of them out")
    if facts.default_language and facts.languages and facts.default_language not in facts.languages:
        message = f"The site has no language “{facts.default_language}”"
        yield _incomplete(site, "default-language", message, f"write one of: {', '.join(facts.languages)}")


def _example(key: str) -> str:
    return "fi, sv, en" if key == "languages" else "customers"


def _incomplete(site: Part[Site], key: str, message: str, help: str) -> Finding:
    span = site.spans.get(("site", key), site.spans["site",])
    return Finding(span=span, code="Y019", name="site-incomplete", level=Level.ERROR, message=message, help=help)
