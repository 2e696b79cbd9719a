"""Dossiers to run commands on, and a runner that captures what they print."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from attrs import field, frozen

from entente._cli import main
from entente.evidence import fingerprint

CLEAN, PROBLEMS, USAGE, UNWRITTEN = 0, 1, 2, 3

TEXT = "The ministers met.\nThey agreed to patrol more.\nThey agreed to meet again.\n"

TRACKER = f"""\
entente = 1

[[themes]]
id = "boats"
label = "Boats"

[[themes]]
id = "unused"
label = "Unused"

[[sources]]
id = "readout"
title = "Readout"
kind = "readout"

[[commitments]]
id = "patrol"  # the first
summary = "Patrol more."
by = ["FR"]
firmness = "agreed"
themes = ["boats"]
made = "2024-03"
due = "2023"
citations = [{{ source = "readout", lines = "2", fingerprint = "{fingerprint("They agreed to patrol more.")}" }}]

[[commitments]]
id = "share"
summary = "Share what is known."
by = ["GB"]
themes = ["boats"]
made = "2025"
"""

IN_ORDER = TRACKER.replace('due = "2023"', 'due = "2025"')

OVERDUE = "commitments[0].due (patrol): due 2023, but only made 2024-03"

BROKEN = """\
entente = 1
[[themes]]
id = "boats"
lable = "Boats"
"""


@frozen
class Run:
    """The output of a command, and its exit code.

    The `summary`, which follows on standard error, is apart: only the tests of it compare it.
    """

    code: int
    out: str
    err: str
    summary: str = field(default="", eq=False)


@frozen
class Runner:
    """Runs commands and captures what they print."""

    capsys: pytest.CaptureFixture[str]
    summaries: list[str] = field(factory=list)

    def __call__(self, *arguments: str | Path) -> Run:
        """Run a command with these arguments."""
        self.summaries.clear()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(str(stopped.code))
        out, err = self.capsys.readouterr()
        return Run(code, out, err, "\n".join(self.summaries))


def write(file: Path, text: str) -> Path:
    """Write a file as it is given, and return it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def given(
    monkeypatch: pytest.MonkeyPatch, data: str | bytes, encoding: str = "utf-8"
) -> None:
    """Replace standard input by data that the system takes for text in `encoding`."""
    raw = data.encode() if isinstance(data, str) else data
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding=encoding)
    )


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make standard output look like a terminal."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
