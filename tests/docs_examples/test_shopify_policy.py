"""The script that writes the policy of a shop, against a server on this machine that answers as the shop would."""

import importlib.util
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "docs/examples/shopify_policy.py"
BODY = '<div lang="fi">\n<h2>Tietosuojaseloste: Asiakasrekisteri “ä”</h2>\n</div>\n'
TOKEN = {"access_token": "a-token", "scope": "write_legal_policies", "expires_in": 86399}
UPDATED = {"shopPolicy": {"url": "https://shop.example/policies/privacy-policy", "body": BODY}, "userErrors": []}
TOO_BIG = {"shopPolicy": None, "userErrors": [{"field": ["body"], "message": "Body is too big"}]}


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shopify_policy", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def shop(answer: dict[str, Any], status: int = 200) -> Iterator[tuple[str, list[tuple[str, dict[str, str], Any]]]]:
    """A server that gives a token, then the answer; its address, and the requests that it got."""
    asked: list[tuple[str, dict[str, str], Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, dict(self.headers), content))
            is_token = self.path.endswith("access_token")
            self.send_response(200 if is_token else status)
            self.end_headers()
            self.wfile.write(json.dumps(TOKEN if is_token else answer).encode())

        def log_message(self, format: str, *given: object) -> None:
            """Write nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()
        thread.join()


def test_the_fragment_becomes_the_privacy_policy() -> None:
    with shop({"data": {"shopPolicyUpdate": UPDATED}}) as (address, asked):
        url = script().update(address, "an-id", "a-secret", BODY)
    assert url == "https://shop.example/policies/privacy-policy"
    (first, _, grant), (second, headers, call) = asked
    assert first == "/admin/oauth/access_token"
    assert grant == {"grant_type": "client_credentials", "client_id": "an-id", "client_secret": "a-secret"}
    assert second == "/admin/api/2026-10/graphql.json"
    assert {name.lower(): value for name, value in headers.items()}["x-shopify-access-token"] == "a-token"
    assert call["variables"] == {"policy": {"type": "PRIVACY_POLICY", "body": BODY}}
    assert "shopPolicyUpdate(shopPolicy: $policy)" in call["query"] and "$policy: ShopPolicyInput!" in call["query"]


@pytest.mark.parametrize(
    ("answer", "status", "expected"),
    [
        ({"data": {"shopPolicyUpdate": TOO_BIG}}, 200, "Body is too big"),
        ({"errors": [{"message": "Access denied"}]}, 200, "Access denied"),
        ({"errors": "Not Found"}, 404, "404"),
    ],
)
def test_what_the_shop_refuses_fails_with_its_reason(answer: dict[str, Any], status: int, expected: str) -> None:
    with shop(answer, status) as (address, _), pytest.raises((ValueError, OSError), match=expected):
        script().update(address, "an-id", "a-secret", BODY)


def test_a_missing_secret_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("SHOPIFY_SHOP", raising=False)
    assert script().main("plain.html") == 1
    assert "SHOPIFY_SHOP" in capsys.readouterr().err


def test_a_shop_that_cannot_be_reached_is_no_traceback() -> None:
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        script().update("http://127.0.0.1:1", "an-id", "a-secret", BODY)
