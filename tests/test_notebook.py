"""The notebook of the examples has current outputs. Run this file as a script to renew them."""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

NOTEBOOK = (
    Path(__file__).resolve().parent.parent / "examples" / "first_look.ipynb"
)


def run_cell(
    cell: str, names: dict[str, Any], count: int
) -> list[dict[str, Any]]:
    """Run a cell, and return its outputs in the format of a notebook."""
    body = ast.parse(cell).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), NOTEBOOK, "exec"), names)  # noqa: S102
        if isinstance(last, ast.Expr):
            code = compile(ast.Expression(last.value), NOTEBOOK, "eval")
            value = eval(code, names)  # noqa: S307 -- our own notebook
    outputs: list[dict[str, Any]] = []
    if text := printed.getvalue():
        outputs.append(
            {
                "name": "stdout",
                "output_type": "stream",
                "text": text.splitlines(keepends=True),
            }
        )
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        if hasattr(value, "_repr_html_"):
            data["text/html"] = value._repr_html_().splitlines(keepends=True)
        outputs.append(
            {
                "data": data,
                "execution_count": count,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    return outputs


def renewed_notebook() -> str:
    """Return the notebook with current outputs, formatted as Jupyter does."""
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for count, cell in enumerate(cells, 1):
        cell["outputs"] = run_cell("".join(cell["source"]), names, count)
        cell["execution_count"] = count
    return (
        json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
        + "\n"
    )


def test_the_outputs_of_the_notebook_are_current() -> None:
    """Cells run one after another, and give the outputs that are saved."""
    assert NOTEBOOK.read_text(encoding="utf-8") == renewed_notebook(), (
        f"to renew it, run {Path(__file__).name}"
    )


def test_every_cell_of_the_notebook_has_an_output() -> None:
    """Tables are HTML, and answers are text."""
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    outputs = [
        output
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
    ]
    assert (
        sum("text/html" in output.get("data", {}) for output in outputs) == 4
    )
    assert all(
        cell["outputs"]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    )
    assert "<Truth.MAYBE>" in json.dumps(outputs)


if __name__ == "__main__":
    NOTEBOOK.write_text(renewed_notebook(), encoding="utf-8")
