"""Open pages in Chromium and record console messages and requests; only requests to this machine are allowed."""

import importlib.util
import os
import pathlib
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from judges.folder import absent, package

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

_AXE = ("axe-core", "axe.min.js")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing() -> str | None:
    """Why no page can be opened, or None."""
    if importlib.util.find_spec("playwright") is None:
        return "browser: the Python package playwright is not installed"
    return None if chromium() else "browser: no chromium on this machine (NOTICE_CHROMIUM may name one)"


def missing_axe() -> str | None:
    """Why no page can be checked for accessibility, or None."""
    return missing() or absent("axe-core", *_AXE)


def chromium() -> str | None:
    """The browser to use: NOTICE_CHROMIUM, or the first one found."""
    named = os.environ.get("NOTICE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass(frozen=True)
class Visit:
    """An open page: its console messages, and every requested address, its own included."""

    page: "Page"
    console: list[str]
    requests: list[str]

    def scroll_width(self) -> int:
        """The page's width in CSS pixels; wider than the window means scrolling sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth"))

    def strangers(self) -> list[str]:
        """The requested addresses on other hosts."""
        host = urlsplit(self.page.url).netloc
        return [address for address in self.requests if urlsplit(address).netloc != host]

    def barriers(self) -> list[str]:
        """Violations of WCAG or good practice found by axe-core, as `rule: help: the elements`."""
        self.page.evaluate(package(*_AXE).read_text("utf-8") + ";0")
        found = self.page.evaluate("axe.run().then(r => [r.passes.length, r.violations])")
        passes, violations = found
        if not passes:
            raise AssertionError("axe-core looked at nothing")
        return [
            f"{one['id']}: {one['help']}: {', '.join(str(node['target']) for node in one['nodes'])}"
            for one in violations
        ]


@contextmanager
def opened() -> "Iterator[Browser]":
    """Chromium, started with a new and empty profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: "Browser", address: str, width: int = 1280, *, dark: bool = False) -> Iterator[Visit]:
    """The page at `address`, loaded, in a window `width` CSS pixels wide."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    try:
        page = context.new_page()
        seen = Visit(page, [], [])
        page.on("console", lambda message: seen.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.console.append(f"error: {error}"))
        page.on("request", lambda request: seen.requests.append(request.url))
        context.route("**/*", _only_here)
        page.goto(address, wait_until="load")
        yield seen
    finally:
        context.close()


def _only_here(route: "Route") -> None:
    """Allow requests to this machine only."""
    if urlsplit(route.request.url).hostname in (None, "127.0.0.1"):
        route.continue_()
    else:
        route.abort()


@contextmanager
def served(folder: pathlib.Path) -> Iterator[str]:
    """Serve `folder` to this machine only; the address, without a slash at its end."""
    handler = partial(_SilentServer, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class _SilentServer(SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, format: str, *given: object) -> None:
        """Write nothing."""
