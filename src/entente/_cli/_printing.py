"""Printing problems: for people, as JSON, and for the log of a workflow."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Final

from attrs import asdict

from entente._safe import escaped_data, workflow_command
from entente.errors import Problem, Severity, format_location

_COLOURS: Final = {
    Severity.ERROR: "31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
}

_GITHUB_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def _print_text(problems: Sequence[Problem]) -> None:
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        severity = problem.severity.value
        if coloured:
            severity = f"\x1b[{_COLOURS[problem.severity]}m{severity}\x1b[0m"
        print(severity, problem, f"[{problem.rule}]")


def _print_json(problems: Sequence[Problem]) -> None:
    rows = [
        asdict(problem) | {"path": format_location(problem.path)}
        for problem in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    print(escaped_data(text, "json"))


def _print_github(problems: Sequence[Problem]) -> None:
    """Print workflow commands, which GitHub shows at the lines of a pull request."""
    for problem in problems:
        properties = {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        message = problem.message
        if problem.path:
            message = f"{format_location(problem.path)}: {message}"
        if problem.hint:
            message = f"{message}; {problem.hint}"
        command = _GITHUB_COMMANDS[problem.severity]
        print(workflow_command(command, properties, message))


PRINTERS: Final[dict[str, Callable[[Sequence[Problem]], None]]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
"""How problems are printed, by the name of the format."""
