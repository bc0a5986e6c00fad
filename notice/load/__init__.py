"""Load a site from YAML: its notices, their words, and a finding for everything that could not be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from notice.errors import CannotRun
from notice.findings import FactPath, Finding, Span
from notice.load.facts import WAIVERS, Part, part, waivers_of
from notice.load.ids import OF_REGISTER, register_ids, site_languages, unfit_keys
from notice.load.inheritance import controllers_of, defaults_of, with_defaults, with_own_controller, without
from notice.load.logo import Logo, logo_of
from notice.load.references import unknown_ids
from notice.load.samples import in_facts, in_words
from notice.load.shared import (
    open_facts,
    own_ids,
    shared_places,
    term_places,
    unknown_controller,
    unknown_ids_of_terms,
    unsettled_terms,
)
from notice.load.site_files import incomplete_site, unfit_templates, unread_files
from notice.load.source_files import SourceFiles, taken_slugs, words_of
from notice.load.vocabulary import standard_vocabulary, with_own_terms
from notice.model.controller import Controller
from notice.model.register import Register
from notice.model.site import Invented, Notice, Site
from notice.model.vocabulary import Vocabulary
from notice.model.waiver import Waivers
from notice.words import Words
from notice.yamlreader import Place, Tree

SITE, TERMS = "content/site.yaml", "content/vocabulary.yaml"

KINDS = frozenset(str(field.alias) for field in Vocabulary.model_fields.values())
"""The keys of a vocabulary whose entries are ids."""


@dataclass(frozen=True)
class Loaded:
    """A site as read: its notices in the owner's order, the words of each in each language, and the findings.

    `sources` holds every file that was read, by its path relative to the site's folder, for showing its lines;
    `places` are the places of the values in them, and `trees` the contents of each file.
    """

    site: Site
    notices: tuple[Notice, ...]
    words: Mapping[tuple[str, str], Words]
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    places: Mapping[str, Mapping[FactPath, Place]]
    waivers: Part[Waivers]
    trees: Mapping[str, Tree]
    logo: Logo | None = None


def load(
    folder: Path,
    overlay: Mapping[str, bytes] = MappingProxyType({}),
    wanted: Callable[[str], bool] = lambda _: True,
) -> Loaded:
    """Read the site in `folder` (the one that holds `content/`). Raises `CannotRun` when there is no site.

    `overlay` maps relative paths to contents that replace the files on disk. `wanted` is called with the id of each
    register before it is read, and leaves it out where it is false; no file is then reported as unread.
    """
    files = SourceFiles(folder, overlay)
    read = files.reading(SITE, optional=True)
    if not read.places and not read.findings:
        raise CannotRun("no-site", folder=folder.resolve())
    site = part(Site, read, ("site",))
    controller = part(Controller, files.reading("content/controller.yaml"), ("controller",))
    own = part(Vocabulary, files.reading(TERMS, optional=True), ("vocabulary",))
    vocabulary = with_own_terms(standard_vocabulary(), own.facts)
    languages, wrong = site_languages(site, files)
    site = replace(site, invalid=site.invalid.union(path for path, _ in wrong))
    logo, unfit_logo = logo_of(site, folder)
    ids, unfit = register_ids(site)
    unfit += unfit_keys(files.reading(TERMS, optional=True), KINDS)
    # The owner's own terms are then not known, so no id can be called unknown.
    terms_unread = ("vocabulary",) in own.invalid and bool(own.findings or files.reading(TERMS).findings)
    waivers = waivers_of(files.reading(WAIVERS, optional=True))
    findings = [*site.findings, *controller.findings, *own.findings, *waivers.findings]
    findings += (*(found for _, found in wrong), *unsettled_terms(own), *unfit_logo)
    if not terms_unread:
        unknown_of_terms = list(unknown_ids_of_terms(own, vocabulary))
        findings += (found for _, found in unknown_of_terms)
        own = replace(own, invalid=own.invalid.union(path for path, _ in unknown_of_terms))

    terms = term_places(files.reading(TERMS, optional=True))
    site_parts = _SiteParts(site, controller, own, vocabulary, languages, terms)
    of_site = _invented_in_site(site, controller, own)
    notices: list[Notice] = []
    words: dict[tuple[str, str], Words] = {}
    is_whole = True
    for id in ids:
        if not wanted(id):
            is_whole = False
            continue
        reading = files.reading(f"content/registers/{id}.yaml")
        register = part(Register, reading, ())
        notice = site_parts.notice(id, register)
        unknown, odd = (
            [*unknown_controller(register, vocabulary), *unknown_ids(notice)],
            list(unfit_keys(reading, OF_REGISTER)),
        )
        notices.append(replace(notice, invalid=notice.invalid.union(path for path, _ in (*unknown, *odd))))
        findings += register.findings
        unfit += odd if terms_unread else [*unknown, *odd]
        words |= {(id, code): words_of(code, id, files) for code in languages}
        if not _is_example(site):
            worded = in_words(words[id, code] for code in languages)
            notices[-1] = replace(notices[-1], invented=(*of_site, *in_facts(register, ()), *worded))
    findings += (finding for _, finding in unfit)
    findings += (*taken_slugs(words), *files.findings)
    unread = unread_files(files, site, languages, ids) if is_whole else ()
    findings += (*unread, *incomplete_site(site, languages))
    findings += unfit_templates(folder)
    found = tuple(sorted(set(findings)))
    return Loaded(site.facts, tuple(notices), words, found, files.sources, files.places, waivers, files.trees, logo)


def _invented_in_site(site: Part[Site], controller: Part[Controller], own: Part[Vocabulary]) -> tuple[Invented, ...]:
    """The invented values that all notices share; an example site is meant to have them."""
    if _is_example(site):
        return ()
    return (*in_facts(site, ("site",)), *in_facts(controller, ("controller",)), *in_facts(own, ("vocabulary",)))


def _is_example(site: Part[Site]) -> bool:
    """Whether the site says that its facts are invented; a word that cannot be read there has its own finding."""
    return bool(site.facts.example) or ("site", "example") in site.invalid


class _SiteParts:
    """The parts of a site that its notices share."""

    def __init__(
        self,
        site: Part[Site],
        controller: Part[Controller],
        own: Part[Vocabulary],
        vocabulary: Vocabulary,
        languages: tuple[str, ...],
        terms: Mapping[FactPath, Span],
    ) -> None:
        # Nor does a notice need the place of every other register in the site's list.
        listed = {path for path in site.spans if path[:2] == ("site", "registers") and len(path) == 3}
        self._site = without(without(site, {("site", "defaults")}, 2), listed, 3)
        self._controller, self._own = controller, own
        self._vocabulary, self._languages = vocabulary, languages
        self._defaults, self._controllers = defaults_of(site), controllers_of(own)
        self._shared, self._own_ids = shared_places(own), own_ids(own.facts, standard_vocabulary())
        self._terms = terms

    def notice(self, id: str, register: Part[Register]) -> Notice:
        """The notice of one register, with what it takes from the site."""
        full = with_defaults(register, self._defaults)
        controller, full, words_at = with_own_controller(self._controller, full, self._controllers)
        unknown, waiting = open_facts(self._own, full, self._vocabulary)
        parts = (self._site, controller, full)
        spans: dict[FactPath, Span] = {}
        for each in parts:
            spans |= each.spans
        unreadable = frozenset(path[1:] for path in self._own.invalid if len(path) > 2)
        return Notice(
            id=id,
            site=self._site.facts,
            controller=controller.facts,
            register=full.facts,
            vocabulary=self._vocabulary,
            languages=self._languages,
            spans=spans,
            unknown=unknown.union(*(each.unknown for each in parts)),
            invalid=unreadable.union(*(each.invalid for each in parts)),
            waiting=(*(one for each in parts for one in each.waiting), *waiting),
            site_controller=self._controller.facts,
            shared=self._shared,
            own_ids=self._own_ids,
            terms=self._terms,
            words_at=words_at,
        )
