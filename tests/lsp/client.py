"""An editor of few words: speaks the protocol with a server in a process of its own, over its standard streams."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 120
"""Seconds to wait for what must come; only a broken server takes so long."""

COMMAND = (sys.executable, "-m", "tonelint", "lsp")

ANSWERS = {"window/showDocument": {"success": True}}
"""What the editor answers when the server asks; to everything else, nothing."""


class Editor:
    """A client with one folder open.

    Args:
        folder: the root of its workspace.
        capabilities: what it says it can do.
        command: what starts the server.
    """

    def __init__(
        self, folder: Path, capabilities: dict[str, Any] | None = None, command: tuple[str, ...] = COMMAND
    ) -> None:
        self.folder = folder
        self.received: list[dict[str, Any]] = []
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self._incoming: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._errors: list[bytes] = []
        self._number = 0
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._read, self._read_errors)]
        for thread in self._threads:
            thread.start()
        root = {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities or {}}
        self.server = self.ask("initialize", root)
        self.tell("initialized", {})

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self.vanish()

    def uri(self, name: str) -> str:
        """The URI of a file in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language_id: str = "") -> str:
        """Open a file, or a URI with a scheme of its own, with a text; returns its URI."""
        uri = name if ":" in name else self.uri(name)
        item = {"uri": uri, "languageId": language_id, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        """Change a file."""
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next diagnostics of a file, of a certain version of it where one is given."""

        def is_wanted(message: dict[str, Any]) -> bool:
            params = message.get("params", {})
            is_of_file = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return is_of_file and version in {None, params.get("version")}

        shown: list[dict[str, Any]] = self.await_message(is_wanted)["params"]["diagnostics"]
        return shown

    def actions(self, uri: str, place: dict[str, Any], *only: str) -> list[dict[str, Any]]:
        """What is offered at a place."""
        context = {"diagnostics": [], **({"only": only} if only else {})}
        params = {"textDocument": {"uri": uri}, "range": place, "context": context}
        offered: list[dict[str, Any]] = self.ask("textDocument/codeAction", params)
        return offered

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object = None) -> Any:
        """Send a request; returns its result."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self.await_message(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def await_message(self, is_wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message that is wanted; requests of the server on the way are answered."""
        while message := self._incoming.get(timeout=PATIENCE):
            self.received.append(message)
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": ANSWERS.get(message["method"])})
            if is_wanted(message):
                return message
        raise AssertionError(self.errors().decode())

    def leave(self) -> int:
        """Shut the server down; returns its exit code."""
        self.ask("shutdown")
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def vanish(self) -> int:
        """Go without a word; returns the server's exit code."""
        assert self.process.stdin
        self.process.stdin.close()
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()

    def errors(self) -> bytes:
        """What the server, which has ended, wrote on standard error."""
        self._threads[1].join(PATIENCE)
        return b"".join(self._errors)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> None:
        """Take in messages; whatever else is on standard output breaks the protocol, and so ends it."""
        assert self.process.stdout
        while line := self.process.stdout.readline():
            headers = {}
            while line.strip():
                name, _, value = line.decode().partition(":")
                headers[name.lower()] = value
                line = self.process.stdout.readline()
            if "content-length" not in headers:
                break
            self._incoming.put(json.loads(self.process.stdout.read(int(headers["content-length"]))))
        self._incoming.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr
        while line := self.process.stderr.readline():
            self._errors.append(line)
