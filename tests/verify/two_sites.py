"""Two whole sites, rendered once for every test that reads them: the invented firm's and Kalvokeskus.fi's."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

from notice.artifacts import Artifact
from notice.check import Checked, check, rule_context
from notice.document.composed import ComposedNotice
from notice.findings import Finding
from notice.load import load
from notice.load.logo import Logo
from notice.outputs.site import renderer
from notice.outputs.site_map import SiteMap, site_map
from notice.rules.rule import RuleContext
from notice.verify import verify
from notice.verify.built import Built

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)

SITES = {"starter": ROOT / "notice" / "starter", "kalvokeskus": ROOT}
"""The folder of each site by its name here."""


@cache
def checked(name: str) -> Checked:
    """The site, loaded and checked."""
    return check(load(SITES[name]), DAY)


@cache
def files(name: str, *, html_only: bool = False) -> tuple[Artifact, ...]:
    """Every file of the site, not yet verified."""
    return tuple(rendered(checked(name), html_only=html_only))


@cache
def contexts_of(name: str) -> tuple[RuleContext, ...]:
    """The rule context of each notice of the site."""
    return contexts(checked(name))


def contexts(checked: Checked) -> tuple[RuleContext, ...]:
    """The rule context of each notice of a checked site."""
    return tuple(rule_context(checked.loaded, notice, checked.day) for notice in checked.loaded.notices)


def composed(cases: Iterable[RuleContext]) -> tuple[ComposedNotice, ...]:
    """The notices with their documents, as input of rendering and verification."""
    return tuple(map(as_composed, cases))


def as_composed(context: RuleContext) -> ComposedNotice:
    """One notice with its documents, as input of rendering and verification."""
    documents = {code: composed.document for code, composed in context.composed.items()}
    return ComposedNotice(context.notice, context.derived, documents)


def mapped(notices: tuple[ComposedNotice, ...], logo: Logo | None = None) -> SiteMap:
    """The map of a site with these notices."""
    return site_map(
        notices[0].notice.site, [document.info for one in notices for document in one.documents.values()], logo
    )


def rendered(checked: Checked, *, html_only: bool = True) -> list[Artifact]:
    """The files of a checked site, made of all its notices in all their languages."""
    return rendered_notices(composed(contexts(checked)), checked, html_only=html_only)


def rendered_notices(
    notices: tuple[ComposedNotice, ...], checked: Checked, *, html_only: bool = True
) -> list[Artifact]:
    """The files of a site with these notices."""
    make = renderer(mapped(notices, checked.loaded.logo), None, html_only=html_only)
    with ThreadPoolExecutor() as pool:
        own = [artifact for one in notices for artifact in make.finish(make.start(one, pool))]
    return [*own, *make.shared()]


def read(artifacts: Iterable[Artifact], cases: tuple[RuleContext, ...]) -> Built:
    """The files of a whole site, read back."""
    return Built({one.path: one for one in artifacts}, mapped(composed(cases)), composed(cases))


def verified(artifacts: Iterable[Artifact], cases: tuple[RuleContext, ...]) -> tuple[Finding, ...]:
    """The findings in the files of a whole site."""
    return verify(artifacts, mapped(composed(cases)), composed(cases))


def body(name: str, path: str) -> bytes:
    """One file of the site."""
    return next(one.body for one in files(name) if one.path == path)


def notice_paths(name: str) -> list[tuple[str, str, str]]:
    """For each notice in each language: the language, its page and its PDF."""
    documents = [one.document for case in contexts_of(name) for one in case.composed.values()]
    return [(one.language, one.page_path, one.pdf_path) for one in documents]
