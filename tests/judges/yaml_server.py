"""Drive yaml-language-server, the server behind the YAML support of editors, over its standard input and output."""

import json
import pathlib
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from judges import node
from judges.folder import absent, package

_SCRIPT = ("yaml-language-server", "bin/yaml-language-server")

_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}
"""The settings of an editor as installed, without the catalogues that the server would fetch from the network."""

_SECONDS = 60
"""How long an answer is waited for."""


def missing() -> str | None:
    """Why the server cannot run, or None."""
    return node.missing("yaml-language-server") or absent("yaml-language-server", *_SCRIPT)


@dataclass
class Editor:
    """An editor with one folder open. Lines and columns count from 1."""

    folder: pathlib.Path
    process: "subprocess.Popen[bytes]"
    _answers: dict[int, "queue.Queue[dict[str, Any]]"] = field(default_factory=dict)
    _diagnostics: "queue.Queue[dict[str, Any]]" = field(default_factory=queue.Queue)
    _version: int = 0

    def open(self, file: str, text: str | None = None) -> list[str]:
        """Open a file, with `text` in place of what is on the disk; its diagnostics as `line:column: message`."""
        path = self.folder / file
        body = path.read_text(encoding="utf-8") if text is None else text
        self._version += 1
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self._version, "text": body}
        self._notify("textDocument/didOpen", {"textDocument": document})
        while True:
            shown = self._diagnostics.get(timeout=_SECONDS)
            if shown["uri"] == path.as_uri():
                break
        return [
            f"{one['range']['start']['line'] + 1}:{one['range']['start']['character'] + 1}: {one['message']}"
            for one in shown["diagnostics"]
        ]

    def hover(self, file: str, line: int, column: int) -> str:
        """What is shown over a place of an open file, as Markdown; "" for nothing."""
        found = self.ask("textDocument/hover", self._place(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    def completions(self, file: str, line: int, column: int) -> list[dict[str, Any]]:
        """What is proposed at a place of an open file, as the protocol has it: `label`, `documentation`, …"""
        found = self.ask("textDocument/completion", self._place(file, line, column))
        return list(found["items"] if isinstance(found, dict) else found or ())

    def ask(self, method: str, params: object) -> Any:
        """The result of a request."""
        number = len(self._answers) + 1
        self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = self._answers[number].get(timeout=_SECONDS)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer.get("result")

    def start(self) -> None:
        """Shake hands as an editor does."""
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "publishDiagnostics": {},
            },
        }
        root = self.folder.as_uri()
        folders = [{"uri": root, "name": "site"}]
        self.ask(
            "initialize",
            {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": capabilities},
        )
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def stop(self) -> None:
        """End the server as an editor does."""
        self.ask("shutdown", None)
        self._notify("exit", None)

    def _place(self, file: str, line: int, column: int) -> dict[str, Any]:
        uri = (self.folder / file).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def _notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = self.process.stdout.readline()
            self._take(json.loads(self.process.stdout.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message)
        elif method == "textDocument/publishDiagnostics":
            self._diagnostics.put(message["params"])
        elif method == "workspace/configuration":
            wanted = [item.get("section") for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [_SETTINGS.get(section) for section in wanted]})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})


@contextmanager
def opened(folder: pathlib.Path) -> Iterator[Editor]:
    """An editor with a folder open, until the end of the block."""
    command = [node.program(), str(package(*_SCRIPT)), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        editor = Editor(folder, process)
        try:
            editor.start()
            yield editor
            editor.stop()
            process.wait(_SECONDS)
        finally:
            process.kill()
