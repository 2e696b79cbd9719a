"""What the playground does with what a reader wrote: read the dossier, check it, ask it.

It runs in the reader's browser, under Pyodide; and in the tests, under any Python.
"""

from __future__ import annotations

import ast
import json
import traceback
from contextlib import redirect_stdout
from io import StringIO
from pprint import pformat
from typing import Any

import entente
from entente.errors import LoadError

QUESTION = "the question"
"""The file that a question calls itself in errors."""


def answer(text: str, question: str) -> str:
    """Return as JSON the problems of a dossier in TOML, and what it answers to a question in Python.

    `problems` holds a line for each; `html`, `text` or `error` is what came of the question. A dossier
    that does not load is not asked: then there is none of the three.
    """
    try:
        dossier = entente.loads(text, format="toml")
    except LoadError as error:
        return json.dumps({"problems": [str(problem) for problem in error.problems]})
    problems = [
        f"{problem.severity}: {problem} [{problem.rule}]"
        for problem in entente.check(dossier)
    ]
    names: dict[str, Any] = {name: getattr(entente, name) for name in entente.__all__}
    return json.dumps(
        {"problems": problems}
        | _asked(question, names | {"entente": entente, "dossier": dossier})
    )


def _asked(question: str, names: dict[str, Any]) -> dict[str, str]:
    """Run Python and return what it printed and what its last line is worth, or the error it ended in."""
    with redirect_stdout(StringIO()) as printed:
        try:
            value = _worth(question, names)
            if hasattr(value, "_repr_html_") and not printed.getvalue():
                return {"html": value._repr_html_()}
            shown = "" if value is None else pformat(value, width=100, sort_dicts=False)
        except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever it is, the reader is told
            return {"error": printed.getvalue() + _told(error)}
    return {"text": printed.getvalue() + shown}


def _worth(question: str, names: dict[str, Any]) -> object:
    match ast.parse(question, QUESTION).body:
        case [*before, ast.Expr(last)]:
            exec(compile(ast.Module(before, []), QUESTION, "exec"), names)  # noqa: S102 -- the reader's own
            return eval(compile(ast.Expression(last), QUESTION, "eval"), names)  # noqa: S307
        case body:
            exec(compile(ast.Module(body, []), QUESTION, "exec"), names)  # noqa: S102
            return None


def _told(error: BaseException) -> str:
    """Say what went wrong, and in which line of the question."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"line {frame.lineno}: " for frame in frames if frame.filename == QUESTION]
    return "".join([*lines[-1:], *traceback.format_exception_only(error)]).strip()
