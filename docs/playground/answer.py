"""Answers the playground: reads the reader's dossier, checks it, and runs the question.

This runs in the reader's browser, under Pyodide, and in the tests, under any Python.
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
"""The file name of the question in error messages."""


def answer(text: str, question: str) -> str:
    """Return as JSON the problems of a dossier in TOML, and its answer to a question in Python.

    `problems` has a line for each problem. The answer is `html` or `text`, or an `error`. If the dossier
    does not load, there are only `problems`.
    """
    try:
        dossier = entente.loads(text, format="toml")
    except LoadError as error:
        return json.dumps(
            {"problems": [str(problem) for problem in error.problems]}
        )
    problems = [
        f"{problem.severity}: {problem} [{problem.rule}]"
        for problem in entente.check(dossier)
    ]
    names: dict[str, Any] = {
        name: getattr(entente, name) for name in entente.__all__
    }
    return json.dumps(
        {"problems": problems}
        | _run(question, names | {"entente": entente, "dossier": dossier})
    )


def _run(question: str, names: dict[str, Any]) -> dict[str, str]:
    """Run Python, and return its output with the value of its last line, or with its error."""
    with redirect_stdout(StringIO()) as printed:
        try:
            value = _evaluate(question, names)
            if hasattr(value, "_repr_html_") and not printed.getvalue():
                return {"html": value._repr_html_()}
            shown = (
                ""
                if value is None
                else pformat(value, width=100, sort_dicts=False)
            )
        except (Exception, SystemExit) as error:  # noqa: BLE001 -- the reader sees every error
            return {"error": printed.getvalue() + _describe(error)}
    return {"text": printed.getvalue() + shown}


def _evaluate(question: str, names: dict[str, Any]) -> object:
    match ast.parse(question, QUESTION).body:
        case [*before, ast.Expr(last)]:
            exec(compile(ast.Module(before, []), QUESTION, "exec"), names)  # noqa: S102 -- the reader's own
            return eval(compile(ast.Expression(last), QUESTION, "eval"), names)  # noqa: S307
        case body:
            exec(compile(ast.Module(body, []), QUESTION, "exec"), names)  # noqa: S102
            return None


def _describe(error: BaseException) -> str:
    """Describe an error, with the line of the question that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"line {frame.lineno}: "
        for frame in frames
        if frame.filename == QUESTION
    ]
    return "".join(
        [*lines[-1:], *traceback.format_exception_only(error)]
    ).strip()
