"""The site's own templates, tried by a check: every page is rendered with them and verified, and no file is written."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from notice.check import Checked, check
from notice.document.composed import ComposedNotice
from notice.errors import CannotRun, CannotTypeset, NoticeError, TemplateFault
from notice.findings import Finding, Level, Span
from notice.load import load
from notice.load.findings import fault
from notice.outputs.site import renderer
from notice.outputs.site_map import SiteMap, site_map
from notice.outputs.templates import FOLDER, template_names
from notice.produce import produce
from notice.spool import Spool
from notice.verify import anchors_of, anchors_of_notices, verify

TYPESET = "notice.typ"

_MOST = 5
"""The most rules that one finding names."""


def check_with_templates(folder: Path, day: date) -> Checked:
    """The check of a site with a finding for each of its own templates that a build would refuse.

    Pages of all notices are rendered; with an own template of the PDF, the PDFs of the first notice are typeset too.
    """
    with Spool() as spool:
        checked = check(load(folder), day, spool.keep)
        if not checked.loaded.notices or any(one.level is Level.ERROR for one in checked.findings):
            return checked
        flaws = tuple(_flaws(folder, checked, spool))
        return replace(checked, findings=tuple(sorted((*checked.findings, *flaws))))


def _flaws(folder: Path, checked: Checked, spool: Spool) -> Iterator[Finding]:
    templates = folder / FOLDER
    own = tuple(name for name in template_names() if (templates / name).is_file())
    if not own:
        return
    site = site_map(checked.loaded.site, spool.documents, checked.loaded.logo)
    pages = tuple(name for name in own if name != TYPESET)
    try:
        if pages and (flaws := tuple(_verified(site, spool, templates))):
            yield from _attributed(site, spool, templates, pages, flaws)
        elif TYPESET in own and (flaws := tuple(_verified(site, islice(spool, 1), templates, html_only=False))):
            yield _flawed(TYPESET, flaws)
    except TemplateFault as error:
        yield _broken(error, Span(error.file, error.line))
    except CannotRun as error:  # it names a template that there is not
        yield _broken(error, Span(f"{FOLDER}/{own[0]}"))
    except CannotTypeset as error:
        yield _broken(error, Span(f"{FOLDER}/{TYPESET}"))


def _verified(
    site: SiteMap, notices: Iterable[ComposedNotice], templates: Path, *, html_only: bool = True
) -> Iterator[Finding]:
    """What is wrong with the site's files, made with the templates: those that notices share, then each notice's."""
    make = renderer(site, templates, html_only=html_only)
    anchors = anchors_of_notices(site, html_only=html_only)
    shared = tuple(make.shared())
    products = produce(notices, make, {**anchors, **anchors_of(shared, site)})
    flaws = chain(verify(shared, site, elsewhere=anchors), (one for product in products for one in product.flaws))
    return (one for one in flaws if one.level is Level.ERROR)


def _attributed(
    site: SiteMap, spool: Spool, templates: Path, own: tuple[str, ...], flaws: tuple[Finding, ...]
) -> Iterator[Finding]:
    """A finding for each template that alone breaks a page; where none does, one for the first of them."""
    blamed = [
        (name, found) for name in own if (found := tuple(islice(_verified_with(site, spool, templates, name), 9)))
    ]
    for name, found in blamed or [(own[0], flaws)]:
        yield _flawed(name, found)


def _verified_with(site: SiteMap, spool: Spool, templates: Path, name: str) -> Iterator[Finding]:
    """What is wrong when one of the own templates is used beside the package's."""
    with tempfile.TemporaryDirectory(prefix="notice-") as folder:
        alone = Path(folder, FOLDER, name)
        alone.parent.mkdir(parents=True)
        shutil.copyfile(templates / name, alone)
        try:
            yield from _verified(site, spool, Path(folder, FOLDER))
        except TemplateFault:
            return  # it includes another of the site's own


def _broken(error: NoticeError, span: Span) -> Finding:
    """The finding for what stopped the rendering; an error that has no message of its own is its cause."""
    id, arguments = ".".join(error.clause.path[1:]), dict[str, Any](error.clause.arguments)
    if id == "template.fault":
        return fault("Y027", span, "broken", file=span.file, why=arguments["why"])
    if id == "template.endless":
        return fault("Y027", span, "endless", file=span.file)
    return fault("Y027", span, "refused", cause=id, **arguments)


def _flawed(name: str, flaws: tuple[Finding, ...]) -> Finding:
    codes = tuple(dict.fromkeys(one.code for one in flaws))[:_MOST]
    file = f"{FOLDER}/{name}"
    return fault("Y027", Span(file), "breaks-pages", file=file, codes=codes)
