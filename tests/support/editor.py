"""An editor without a window: it opens a file with a language server, and asks what the server shows.

The servers are npm packages, in the folder in which `yaml_judge` looks for its own.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from yaml_judge import HERE, MODULES, NODE


@frozen
class Server:
    """A language server: the package that it is in, its arguments for Node.js, and its settings."""

    package: str
    arguments: Sequence[str]
    settings: Mapping[str, Any]

    @property
    def is_at_hand(self) -> bool:
        """Whether Node.js and the package are here."""
        return NODE is not None and (MODULES / self.package).is_dir()


SERVERS: Final = {
    "toml": Server(
        "@taplo/lsp",
        (str(HERE / "taplo_server.mjs"), str(MODULES.parent)),
        {"evenBetterToml": {"schema": {"enabled": True, "catalogs": []}}},
    ),
    "yaml": Server(
        "yaml-language-server",
        (
            str(MODULES / "yaml-language-server/bin/yaml-language-server"),
            "--stdio",
        ),
        {
            "yaml": {
                "completion": True,
                "hover": True,
                "schemaStore": {"enable": False},
                "validate": True,
            }
        },
    ),
}

# What the editor says that it can do.
_ABILITIES: Final = {
    "textDocument": {
        "completion": {
            "completionItem": {"documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {"configuration": True},
}


class Editor:
    """A file that is open in an editor."""

    def __init__(self, file: Path, format: str) -> None:
        server = SERVERS[format]
        self._settings = server.settings
        self._text = file.read_text(encoding="utf-8")
        self._uri = file.as_uri()
        self._asked = 0
        self._process = subprocess.Popen(  # noqa: S603 -- a server of our own choice
            [str(NODE), *server.arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        folder = file.parent.as_uri()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder,
                "capabilities": _ABILITIES,
                "workspaceFolders": [{"uri": folder, "name": "tracker"}],
            },
        )
        self._tell("initialized", {})
        self._tell(
            "workspace/didChangeConfiguration", {"settings": self._settings}
        )
        opened = {
            "uri": self._uri,
            "languageId": format,
            "version": 1,
            "text": self._text,
        }
        self._tell("textDocument/didOpen", {"textDocument": opened})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def faults(self) -> list[tuple[int, str]]:
        """Wait for the faults that are marked, and return the line and message of each."""
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]["diagnostics"]
                if found:
                    return [
                        (each["range"]["start"]["line"] + 1, each["message"])
                        for each in found
                    ]

    def completions(self, behind: str) -> dict[str, str]:
        """Return what is offered behind some words of the text, each with its meaning."""
        answer = self._ask_at("completion", behind)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {
            item["label"].strip('"'): _words(item.get("documentation", ""))
            for item in items
        }

    def hover(self, behind: str) -> str:
        """Return what is shown of the word in which some words of the text end."""
        return _words(self._ask_at("hover", behind)["contents"])

    def _ask_at(self, what: str, behind: str) -> Any:
        before = self._text[: self._text.index(behind)] + behind
        *lines, last = before.split("\n")
        return self._ask(
            f"textDocument/{what}",
            {
                "textDocument": {"uri": self._uri},
                "position": {"line": len(lines), "character": len(last)},
            },
        )

    def _ask(self, method: str, params: object) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        head = f"Content-Length: {len(body)}\r\n\r\n".encode()
        self._process.stdin.write(head + body)
        self._process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """Return the next message of the server, after answering it if it is a question."""
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "the server has ended"
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, question: Mapping[str, Any]) -> object:
        if question["method"] != "workspace/configuration":
            return None
        return [
            self._settings.get(item["section"])
            for item in question["params"]["items"]
        ]


def _words(documentation: Any) -> str:
    text = (
        documentation["value"]
        if isinstance(documentation, dict)
        else documentation
    )
    return str(text)
