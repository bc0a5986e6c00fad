"""The state of a preview: the findings of the moment, and for each notice the last version without an error."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from notice.derive import derive
from notice.document import compose
from notice.document.composed import ComposedNotice
from notice.document.parts import DocumentInfo
from notice.errors import Clause
from notice.findings import Finding, Level
from notice.load import Loaded
from notice.load.logo import Logo
from notice.model.site import Notice, Site
from notice.outputs.site_map import SiteMap, site_map


@dataclass(frozen=True)
class Shown:
    """One notice without an error, as it is shown: with the site as it was loaded then, and its documents."""

    notice: Notice
    loaded: Loaded
    documents: tuple[DocumentInfo, ...]

    def composed(self, *languages: str) -> ComposedNotice:
        """The notice composed in some of its languages, or in all of them."""
        derived = derive(self.notice)
        codes = languages or tuple(document.language for document in self.documents)
        words = {code: self.loaded.words[self.notice.id, code] for code in codes}
        documents = {code: compose(self.notice, derived, one).document for code, one in words.items()}
        return ComposedNotice(self.notice, derived, documents)


@dataclass(frozen=True)
class State:
    """One state of a preview; `number` counts them.

    `registers` are the ids that the site lists, `sources` the texts of the files with findings. `shown` are the notices
    that can be rendered, in the site's order; `site` and `logo` are those of the last load without an error in a file
    that notices share. `stopped` is why nothing could be loaded. `is_partial` while only some notices were checked
    since the last save.
    """

    number: int
    day: date
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    registers: tuple[str, ...] = ()
    shown: Mapping[str, Shown] = field(default_factory=dict)
    site: Site | None = None
    logo: Logo | None = None
    stopped: Clause | None = None
    is_partial: bool = False

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which a build would be refused."""
        return tuple(finding for finding in self.findings if finding.level is Level.ERROR)

    def map_of_shown(self) -> SiteMap | None:
        """The map of the notices that are shown; None while there are none."""
        documents = [document for shown in self.shown.values() for document in shown.documents]
        if self.site is None or not documents:
            return None
        languages = tuple(code for code in self.site.languages or () if any(one.language == code for one in documents))
        default = self.site.default_language if self.site.default_language in languages else None
        site = self.site.model_copy(update={"languages": languages, "default_language": default})
        return site_map(site, documents, self.logo) if languages else None


def register_of(file: str, registers: Iterable[str]) -> str | None:
    """The register that a file belongs to, by the id of one; None for a file that registers share."""
    steps = file.split("/")
    if len(steps) != 3 or steps[0] != "content" or not steps[2].endswith(".yaml"):
        return None
    id = steps[2].removesuffix(".yaml")
    return id if id in registers else None


def faulty_registers(findings: Iterable[Finding], registers: Iterable[str]) -> frozenset[str] | None:
    """The registers with an error; None where one is in a file that they share."""
    ids = frozenset(registers)
    found = {register_of(finding.span.file, ids) for finding in findings if finding.level is Level.ERROR}
    return None if None in found else frozenset(id for id in found if id is not None)
