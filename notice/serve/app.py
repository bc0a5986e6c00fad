"""The web application of the preview: the site's files, the overlay with its events, and the rules' pages."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from notice.artifacts import Kind
from notice.document.parts import DocumentInfo
from notice.messages import text, worded
from notice.outputs.web import HEADERS, POLICY
from notice.serve.guard import OnlyThisMachine
from notice.serve.overlay import OWN, Overlay, errors_key, injected, own_file
from notice.serve.rendering import Page, Rendering
from notice.serve.session import Session, defect

PATIENCE = 2.0
"""How long the first requests wait for the first check, in seconds; then the page says that there is none yet."""

MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""The media type of a file, by its suffix; plain text for any other."""


def application(session: Session, overlay: Overlay) -> OnlyThisMachine:
    """The application; it reads the session and writes nothing."""
    views = _Views(session, overlay)
    routes = [
        Route(f"{OWN}events", views.events),
        Route(f"{OWN}state", views.state),
        Route(f"{OWN}rules/{{code}}", views.rule),
        Route(f"{OWN}{{name}}", views.own),
        Route("/{path:path}", views.file),
    ]
    return OnlyThisMachine(Starlette(routes=routes, exception_handlers={Exception: views.defect}))


@dataclass(frozen=True)
class _Seen:
    """What is at a path: its page, the bytes that are shown, and the page's key, which changes with it."""

    page: Page
    body: bytes
    kind: Kind
    path: str

    @property
    def key(self) -> str:
        return sha256(self.body).hexdigest()[:16]


@dataclass(frozen=True)
class _Views:
    session: Session
    overlay: Overlay

    async def file(self, request: Request) -> Response:
        """A file of the site; a page with the overlay."""
        await self._first_state()
        path = request.path_params["path"]
        rendering = self.session.rendering
        if path and not path.endswith("/") and await run_in_threadpool(_is_folder, rendering, path):
            return RedirectResponse(f"/{quote(path)}/", headers=_headers())
        seen = await run_in_threadpool(self._seen, rendering, path)
        status = 200 if seen.page.artifact else 500 if seen.page.stopped else 404
        media = MEDIA.get(PurePosixPath(seen.path).suffix.lower(), "text/plain; charset=utf-8")
        if seen.kind is not Kind.PAGE:
            return Response(seen.body, status, _headers(), media)
        nonce = secrets.token_urlsafe(16)
        body = injected(seen.body, self._script(seen.key, nonce))
        return Response(body, status, _headers(f"script-src 'nonce-{nonce}'"), MEDIA[".html"])

    async def state(self, request: Request) -> Response:
        """The overlay over the page at `path`, and the page's key."""
        await self._first_state()
        rendering, path = self.session.rendering, request.query_params.get("path", "/").removeprefix("/")
        return JSONResponse(await run_in_threadpool(self._state, rendering, path), headers=_headers())

    async def events(self, request: Request) -> Response:
        """The numbers of the states as server-sent events, the present one first."""
        path = _file_of(request.query_params.get("path", "/").removeprefix("/"))

        async def lines() -> AsyncIterator[str]:
            yield "retry: 500\n\n"
            async for number in self.session.numbers(path):
                yield f"data: {number}\n\n"

        return StreamingResponse(lines(), headers=_headers(), media_type="text/event-stream")

    async def rule(self, request: Request) -> Response:
        """The explanation of a rule."""
        page = await run_in_threadpool(self.overlay.explanation, request.path_params["code"])
        if page is None:
            raise HTTPException(404)
        return Response(page, headers=_headers(), media_type=MEDIA[".html"])

    async def own(self, request: Request) -> Response:
        """A file of the overlay."""
        name = request.path_params["name"]
        if name not in ("overlay.js", "overlay.css", "own.css"):
            raise HTTPException(404)
        return Response(own_file(name), headers=_headers(), media_type=MEDIA[PurePosixPath(name).suffix])

    async def defect(self, request: Request, error: Exception) -> Response:
        """The answer where the program fails; the overlay shows it."""
        del request
        sentence = worded(defect(error), self.overlay.language)
        return Response(sentence, 500, _headers(), "text/plain; charset=utf-8")

    async def _first_state(self) -> None:
        try:
            await asyncio.wait_for(self.session.first.wait(), PATIENCE)
        except TimeoutError:
            return  # a large site: the page says so, and is reloaded

    def _state(self, rendering: Rendering, path: str) -> dict[str, object]:
        seen = self._seen(rendering, path)
        state = rendering.state
        errors = errors_key(state, seen.page)
        return {
            "page": seen.key,
            "html": self.overlay.fragment(state, seen.page, rendering.register_at(seen.path)),
            "status": self.overlay.status(state, seen.page),
            "level": "error" if errors else "warning" if self.overlay.is_open(state) else "good",
            "errors": errors,
        }

    def _seen(self, rendering: Rendering, path: str) -> _Seen:
        file = _file_of(path)
        page = rendering.file(file)
        if page.artifact:
            return _Seen(page, page.artifact.body, page.artifact.kind, file)
        if page.stopped and file.endswith(".pdf"):
            return _Seen(page, worded(page.stopped, self.overlay.language).encode(), Kind.TEXT, f"{file}.txt")
        return _Seen(page, self.overlay.missing(rendering.state, _documents(rendering)), Kind.PAGE, f"{file}.html")

    def _script(self, key: str, nonce: str) -> str:
        language = self.overlay.language
        words = {id: text(language, "serve", id) for id in ("name", "copied", "lost")}
        return (
            f'<script src="{OWN}overlay.js" nonce="{nonce}" data-page="{key}" data-language="{language}" '
            f'data-words="{escape(json.dumps(words, ensure_ascii=False))}"></script>\n'
        )


def _file_of(path: str) -> str:
    """The file that an address means: the `index.html` of a folder."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def _is_folder(rendering: Rendering, path: str) -> bool:
    """True where a page is at the path with a slash, and no file without it."""
    return rendering.file(path).artifact is None and rendering.file(f"{path}/index.html").artifact is not None


def _documents(rendering: Rendering) -> list[DocumentInfo]:
    return [document for shown in rendering.state.shown.values() for document in shown.documents]


def _headers(policy: str = "") -> dict[str, str]:
    """The headers of a published site, its policy with an addition; and nothing is stored."""
    full = "; ".join(part for part in (POLICY, policy, "frame-ancestors 'none'") if part)
    return {**HEADERS, "Content-Security-Policy": full, "Cache-Control": "no-store"}
