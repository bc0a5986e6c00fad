"""Previews for the tests: the application over a session in this process, and the command in a process of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from starlette.testclient import TestClient
from verify.two_sites import ROOT

from notice.serve.app import application
from notice.serve.overlay import Overlay
from notice.serve.session import Session

DAY = date(2026, 11, 22)
HERE = "http://127.0.0.1:8000"


@dataclass(frozen=True)
class Preview:
    """A session that checks when it is asked to, and a client of its application."""

    session: Session
    client: TestClient

    def state(self, path: str = "/") -> dict[str, str]:
        """The overlay's state over the page at the path."""
        answer = self.client.get("/_notice/state", params={"path": path})
        assert answer.status_code == 200
        found = answer.json()
        assert isinstance(found, dict)
        return found

    def page(self, path: str) -> str:
        """The page at the path, without the overlay's script, whose policy changes with each answer."""
        text = self.client.get(path).text
        return re.sub(r"<script[^>]*></script>\n", "", text)


def preview(folder: Path, language: str = "en", editor: str = "") -> Preview:
    """The preview of a site, checked once."""
    session = Session(folder, DAY)
    session.check()
    app = application(session, Overlay(folder, language, editor=editor))
    return Preview(session, TestClient(app, base_url=HERE))


@dataclass(frozen=True)
class Running:
    """The command `notice serve` in a process of its own, and the address that it printed."""

    process: "subprocess.Popen[str]"
    address: str

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C: the exit code, and what was printed from then on."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Running]:
    """The command, until the end of the block."""
    command = [sys.executable, "-m", "notice", "serve", str(folder), "--port", "0", "--as-of", str(DAY), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "NOTICE_LANGUAGE": "en"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=folder, env=environment
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", first)
        assert found, first
        yield Running(process, found[0])
    finally:
        with suppress(OSError):
            process.kill()
        process.communicate()
