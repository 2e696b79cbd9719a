"""The notebook runs, and shows what stands in it. Run as a script, this file renews what it shows."""

from __future__ import annotations

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).resolve().parent.parent / "examples" / "first_look.ipynb"


def shown(cell: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """Run a cell, and return what it prints and its last value, as a notebook keeps them."""
    body = ast.parse(cell).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), NOTEBOOK, "exec"), names)  # noqa: S102
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), NOTEBOOK, "eval"), names)  # noqa: S307
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


def renewed() -> str:
    """Return the notebook with what its cells show now, as Jupyter writes it."""
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for count, cell in enumerate(cells, 1):
        cell["outputs"] = shown("".join(cell["source"]), names, count)
        cell["execution_count"] = count
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def test_the_notebook_shows_what_its_cells_show() -> None:
    """Every cell runs, one after another, and what stands below it is what it shows."""
    assert NOTEBOOK.read_text(encoding="utf-8") == renewed(), (
        f"to renew it, run {Path(__file__).name}"
    )


def test_the_notebook_holds_something_worth_seeing() -> None:
    """Tables come as tables, answers as answers, and no cell is without one."""
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    outputs = [
        output for cell in notebook["cells"] for output in cell.get("outputs", ())
    ]
    assert sum("text/html" in output.get("data", {}) for output in outputs) == 4
    assert all(
        cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"
    )
    assert "<Truth.MAYBE>" in json.dumps(outputs)


if __name__ == "__main__":
    NOTEBOOK.write_text(renewed(), encoding="utf-8")
