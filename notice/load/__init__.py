"""From the YAML of a site to its notices: facts, words, and a finding for all that could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from notice.errors import CannotRun
from notice.findings import FactPath, Finding, Level, Span
from notice.languages import is_known
from notice.load.facts import Part, part
from notice.load.references import unknown_ids
from notice.load.shelf import Shelf
from notice.load.strays import incomplete_site, unread_files
from notice.load.terms import standard_vocabulary, with_own_terms
from notice.load.wording import words_of
from notice.model.controller import Controller
from notice.model.register import Register
from notice.model.site import Notice, Site, Waiting
from notice.model.vocabulary import Vocabulary
from notice.words import Words


@dataclass(frozen=True)
class Loaded:
    """A site as read: its notices in the owner's order, the words of each in each language, and the findings.

    `sources` holds every file that was read, by its path relative to the site's folder, for showing its lines.
    """

    site: Site
    notices: tuple[Notice, ...]
    words: Mapping[tuple[str, str], Words]
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]


def load(folder: Path) -> Loaded:
    """Reads the site in `folder` (the one that holds `content/`). Raises `CannotRun` when there is no site."""
    if not (folder / "content" / "site.yaml").is_file():
        raise CannotRun(f"There is no `content/site.yaml` in {folder}. Make a site with `notice init DIR`.")
    shelf = Shelf(folder)
    site = part(Site, shelf.reading("content/site.yaml"), ("site",))
    controller = part(Controller, shelf.reading("content/controller.yaml"), ("controller",))
    own = part(Vocabulary, shelf.reading("content/vocabulary.yaml", optional=True), ("vocabulary",))
    vocabulary = with_own_terms(standard_vocabulary(), own.facts)
    languages, wrong = _languages(site)
    findings = [*site.findings, *controller.findings, *own.findings, *wrong]

    notices, words = [], {}
    for id in site.facts.registers or ():
        register = part(Register, shelf.reading(f"content/registers/{id}.yaml"), ())
        notice = _notice(id, site, controller, register, vocabulary, languages)
        notices.append(notice)
        findings += register.findings + tuple(unknown_ids(notice))
        for code in languages:
            words[id, code] = words_of(code, id, shelf)
    findings += (*shelf.findings, *unread_files(shelf), *incomplete_site(site))
    return Loaded(site.facts, tuple(notices), words, tuple(sorted(set(findings))), shelf.sources)


def _notice(
    id: str,
    site: Part[Site],
    controller: Part[Controller],
    register: Part[Register],
    vocabulary: Vocabulary,
    languages: tuple[str, ...],
) -> Notice:
    parts = (site, controller, register)
    spans: dict[FactPath, Span] = {}
    waiting: list[Waiting] = []
    for one in parts:
        spans |= one.spans
        waiting += one.waiting
    return Notice(
        id=id,
        site=site.facts,
        controller=controller.facts,
        register=register.facts,
        vocabulary=vocabulary,
        languages=languages,
        spans=spans,
        unknown=frozenset().union(*(one.unknown for one in parts)),
        spoilt=frozenset().union(*(one.spoilt for one in parts)),
        waiting=tuple(waiting),
    )


def _languages(site: Part[Site]) -> tuple[tuple[str, ...], list[Finding]]:
    wanted = site.facts.languages or ()
    known = tuple(code for code in wanted if is_known(code))
    wrong = [
        Finding(
            span=site.spans.get(("site", "languages", str(index)), site.spans["site", "languages"]),
            code="Y007",
            name="unknown-id",
            level=Level.ERROR,
            message=f"“{code}” is no language",
            help="write the language's two-letter code, such as `fi`, `sv` or `en`",
        )
        for index, code in enumerate(wanted)
        if code not in known
    ]
    return known, wrong
