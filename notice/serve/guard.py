"""Only this machine: requests with a foreign Host, and those that a foreign page makes, are refused."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names of this machine: with another one, a page of a stranger's could read the preview (DNS rebinding)."""


class OnlyThisMachine:
    """The application within, for requests of this machine's own pages and address bar."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it: 421 for a foreign Host, 403 for a foreign page."""
        headers = Headers(scope=scope)
        app = self._app
        if not is_local(headers.get("host", "")):
            app = PlainTextResponse("Misdirected Request", 421)
        elif headers.get("sec-fetch-site") in ("cross-site", "same-site") and (
            headers.get("sec-fetch-mode") != "navigate" or headers.get("sec-fetch-dest") != "document"
        ):
            app = PlainTextResponse("Forbidden", 403)
        await app(scope, receive, send)


def is_local(host: str) -> bool:
    """True for a Host that names this machine, with any port or none."""
    name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    name = name if colon else host
    return name.lower() in LOCAL and (not colon or (port.isascii() and port.isdigit()))
