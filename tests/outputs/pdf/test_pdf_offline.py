"""The PDF engine opens no connection: a template that would make it download a package is refused, at its line."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rules.overlay import site_with
from texts import refusing
from verify.two_sites import DAY, ROOT

from notice.build import build
from notice.errors import CannotTypeset
from notice.outputs.pdf.typeset import refuse_imports

PACKAGE = '"@preview/example:0.1.0"'
FETCHING = [
    f"#import {PACKAGE}: *",
    f"#include {PACKAGE}",
    f"#{{import/* */{PACKAGE}}}",
    f"#let at = {PACKAGE}\n#import at: *",
    '#import "@pre" + "view/example:0.1.0": *',
    '#import "\\u{40}preview/example:0.1.0": *',
    '#eval("import \\"@preview/example:0.1.0\\"")',
    '#std.eval("import \\"@preview/example:0.1.0\\"")',
    '#let run = eval\n#run("import \\"@preview/example:0.1.0\\"")',
    '#dictionary(std).at("ev" + "al")("import \\"@preview/example:0.1.0\\"")',
    f"#show heading: it => {{ include {PACKAGE} }}\n= A",
]

TYPESET = """
import sys
from datetime import date
from notice.errors import CannotTypeset
from notice.outputs.pdf.typeset import typeset
try:
    typeset({}, b"{}", {}, sys.argv[1], date(2026, 11, 22))
except CannotTypeset as refused:
    print(refused)
"""
ENGINE = "import sys, typst; typst.compile({'main.typ': sys.argv[1].encode()}, package_cache_path=sys.argv[2])"


class Trap:
    """A proxy on this machine that counts connections and answers none."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.asked: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def environment(self) -> dict[str, str]:
        address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        names = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
        return {"PYTHONPATH": str(ROOT), **dict.fromkeys(names, address)}

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                self.asked.append(connection.recv(200))


@pytest.fixture
def trap() -> Iterator[Trap]:
    made = Trap()
    with made.socket:
        yield made


def fresh(trap: Trap, code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=trap.environment(), capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("template", FETCHING)
def test_a_template_that_would_fetch_a_package_is_refused_before_anybody_is_asked(trap: Trap, template: str) -> None:
    said = fresh(trap, TYPESET, template)
    assert "templates/notice.typ:" in said
    assert "pdf.brings-in" in said
    assert trap.asked == []


@pytest.mark.parametrize("template", FETCHING)
def test_without_the_refusal_the_engine_asks_the_net(trap: Trap, template: str, tmp_path: Path) -> None:
    assert "failed to download" in fresh(trap, ENGINE, template, str(tmp_path))
    assert b"packages.typst.org" in trap.asked[0]


def test_the_refusal_names_the_line() -> None:
    with refusing(CannotTypeset, r"notice\.typ:3: `import`"):
        refuse_imports("// import nothing\n#let important = 1\n  #import calc: min\n")
    with refusing(CannotTypeset, r"notice\.typ:2: `import`"):
        refuse_imports('// a comment\u2028#import "@preview/example:0.1.0"')


@pytest.mark.parametrize(
    "template", ["// we import nothing", "#let important = 1", "#calc.min(1, 2)", "#std.text[a]", "#let re-import = 1"]
)
def test_what_only_looks_like_it_is_left_alone(template: str) -> None:
    refuse_imports(template)


def test_a_build_with_such_a_template_says_so_and_publishes_nothing(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    (site / "templates").mkdir()
    own = (ROOT / "templates/notice.typ").read_text(encoding="utf-8")
    (site / "templates/notice.typ").write_text(f"#import {PACKAGE}: *\n{own}", encoding="utf-8")
    with refusing(CannotTypeset, r"templates/notice\.typ:1"):
        build(site, tmp_path / "out", DAY)
    assert not (tmp_path / "out").exists()
