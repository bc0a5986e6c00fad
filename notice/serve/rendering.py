"""Render the files of one state on request: no page and no PDF is made before somebody asks for it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

import jinja2

from notice.artifacts import Artifact
from notice.document.composed import ComposedNotice
from notice.errors import Clause, NoticeError
from notice.findings import Finding, Level
from notice.outputs.site import Renderer, renderer
from notice.outputs.templates import FOLDER, environment
from notice.serve.state import Shown, State
from notice.verify import anchors_of, anchors_of_notices, verify
from notice.verify.built import Anchors


@dataclass(frozen=True)
class Page:
    """The file at a path, None where there is none; and what the site's own templates do wrong there.

    `stopped` is why it could not be rendered: `artifact` is then the last one that could.
    """

    artifact: Artifact | None
    flaws: tuple[Finding, ...] = ()
    stopped: Clause | None = None


class Rendering:
    """The files of one state. `last` are the pages rendered so far, of earlier states too."""

    def __init__(
        self,
        state: State,
        folder: Path,
        env: jinja2.Environment | None = None,
        last: dict[str, Artifact] | None = None,
    ) -> None:
        self.state, self._folder = state, folder
        own = folder / FOLDER
        self._templates = own if own.is_dir() else None
        self._env = env
        self._last: dict[str, Artifact] = {} if last is None else last
        self._notices: dict[tuple[str, ...], tuple[dict[str, Artifact], tuple[Finding, ...]]] = {}
        self._pdfs: dict[str, Artifact] = {}
        self._lock = Lock()

    def at(self, state: State) -> "Rendering":
        """The rendering of another state, with the same templates."""
        return Rendering(state, self._folder, self._env, self._last)

    def with_new_templates(self) -> "Rendering":
        """The same state, whose templates are read again."""
        return Rendering(self.state, self._folder, None, self._last)

    def register_at(self, path: str) -> str | None:
        """The register whose notice has a file at the path."""
        found = self._shown_at(path)
        return found.notice.id if found else None

    def file(self, path: str) -> Page:
        """The file at a path, as `fi/customers/index.html`."""
        with self._lock:
            try:
                return self._file(path)
            except NoticeError as error:
                return Page(self._last.get(path), stopped=error.clause)

    def _file(self, path: str) -> Page:
        shown = self._shown_at(path)
        if shown is None:
            self._last.update(self._shared)
            return Page(self._shared.get(path))
        if path.endswith(".pdf"):
            return Page(self._pdf(shown, path))
        files, flaws = self._files_of(shown, path.partition("/")[0])
        self._last.update(files)
        return Page(files.get(path), flaws)

    def _pdf(self, shown: Shown, path: str) -> Artifact | None:
        if path not in self._pdfs and self._renderer:
            composed = shown.composed(path.partition("/")[0])
            for document in composed.documents.values():
                if document.pdf_path == path:
                    self._pdfs[path] = self._renderer.typeset(composed, document)
        return self._pdfs.get(path)

    def _files_of(self, shown: Shown, language: str) -> tuple[dict[str, Artifact], tuple[Finding, ...]]:
        """The files of a notice in one language; in all of them with own templates, whose pages are compared."""
        languages = () if self._templates else (language,)
        key = (shown.notice.id, *languages)
        if key not in self._notices and self._renderer:
            composed = shown.composed(*languages)
            with ThreadPoolExecutor(1) as pool:
                made = tuple(self._renderer.finish(self._renderer.start(composed, pool)))
            self._notices[key] = ({file.path: file for file in made}, tuple(self._flaws(made, composed)))
        return self._notices.get(key, ({}, ()))

    def _flaws(self, made: tuple[Artifact, ...], composed: ComposedNotice) -> Iterator[Finding]:
        """What verification finds; with the package's templates a check without errors leaves nothing to find."""
        if self._templates is None or self._renderer is None:
            return
        found = verify(made, self._renderer.site, (composed,), self._anchors)
        yield from (flaw for flaw in found if flaw.level is Level.ERROR)

    @cached_property
    def _anchors(self) -> Anchors:
        site = self._renderer.site if self._renderer else None
        if site is None:
            return {}
        return {**anchors_of_notices(site, html_only=False), **anchors_of(self._shared.values(), site)}

    @cached_property
    def _renderer(self) -> Renderer | None:
        """The renderer of this state; None while there is nothing to render."""
        site = self.state.map_of_shown()
        if site is None:
            return None
        if self._env is None:
            self._env = environment(self._templates)
        return renderer(site, self._templates, pdfs_later=True, env=self._env)

    @cached_property
    def _shared(self) -> dict[str, Artifact]:
        """The files that notices share, by path."""
        return {file.path: file for file in self._renderer.shared()} if self._renderer else {}

    @cached_property
    def _folders(self) -> dict[str, Shown]:
        """Every notice in each language, by its folder in the site."""
        return {document.folder: shown for shown in self.state.shown.values() for document in shown.documents}

    def _shown_at(self, path: str) -> Shown | None:
        folder, sign, _ = path.rpartition("/")
        return self._folders.get(folder + sign)
