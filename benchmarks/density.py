"""How dense the code is to read: ``python -m benchmarks.density [PATH…]``.

One row for each file or folder of Python, `src/entente` unless others are named:

lines of code
    Lines that are not blank, not only a comment and not part of a docstring.
median function
    The median length of a function, from its ``def`` to its last line, without its docstrings.
    Methods and nested functions are functions; decorators are not part of them.
branches per line
    The cyclomatic complexity of all functions over their length as above; a nested function counts
    once, as part of the outer one. The complexity is one for each function and for each ``if``,
    ``elif``, ``for``, ``while``, ``except``, ``assert``, ``case``, conditional expression, ``for``
    of a comprehension, ``and`` and ``or``. Not counted: ``else``, ``with``, ``lambda``, comparisons,
    and the ``if`` of a comprehension.
comments %
    Lines with a comment, after code too, among all lines.
docstrings %
    Lines of docstrings among all lines. Every string that is a statement of its own is a docstring,
    such as one below a constant.

The files have to be in the syntax of the Python that runs this.
"""

from __future__ import annotations

import argparse
import ast
import tokenize
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from statistics import median

from attrs import frozen

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (
    *FUNCTIONS,
    *(ast.If, ast.IfExp, ast.match_case, ast.ExceptHandler, ast.Assert),
    *(ast.For, ast.AsyncFor, ast.While, ast.comprehension),
)


@frozen
class Density:
    """The figures of some sources, each as the module's docstring defines it."""

    files: int
    code: int
    function: float
    branches: float
    comments: float
    docstrings: float


def branches(node: ast.AST) -> int:
    """Return what one node of the syntax adds to the complexity."""
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    return int(isinstance(node, BRANCHES))


def outer_functions(tree: ast.AST) -> Iterator[ast.stmt]:
    """Find the functions that are in no other function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, FUNCTIONS):
            yield node
        else:
            yield from outer_functions(node)


def lines_of(node: ast.stmt) -> set[int]:
    """Number the lines that a statement covers."""
    return set(range(node.lineno, (node.end_lineno or node.lineno) + 1))


def docstring_lines(tree: ast.AST) -> set[int]:
    """Number the lines of the strings that are statements of their own."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in lines_of(node)
    }


def measure(sources: Iterable[str]) -> Density:
    """Count in the text of some files, taken together."""
    files = lines = code = comments = docstrings = decisions = in_functions = 0
    lengths: list[int] = []
    for source in sources:
        tree = ast.parse(source)
        prose = docstring_lines(tree)
        tokens = tokenize.generate_tokens(StringIO(source).readline)
        remarks = [token for token in tokens if token.type == tokenize.COMMENT]
        alone = {
            token.start[0]
            for token in remarks
            if token.line.lstrip().startswith("#")
        }
        written = {
            number
            for number, line in enumerate(StringIO(source), start=1)
            if line.strip()
        }
        outer = list(outer_functions(tree))

        files += 1
        lines += sum(1 for _ in StringIO(source))
        code += len(written - alone - prose)
        comments += len(remarks)
        docstrings += len(prose)
        decisions += sum(
            branches(node) for function in outer for node in ast.walk(function)
        )
        in_functions += sum(
            len(lines_of(function) - prose) for function in outer
        )
        lengths += [
            len(lines_of(node) - prose)
            for node in ast.walk(tree)
            if isinstance(node, FUNCTIONS)
        ]
    return Density(
        files=files,
        code=code,
        function=median(lengths or [0]),
        branches=decisions / max(in_functions, 1),
        comments=100 * comments / max(lines, 1),
        docstrings=100 * docstrings / max(lines, 1),
    )


def read(file: Path) -> str:
    """Read a file in the encoding that it declares."""
    with tokenize.open(file) as opened:
        return opened.read()


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.density", description="Measure Python code."
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path("src/entente")],
        metavar="PATH",
    )
    paths: list[Path] = parser.parse_args(arguments).paths
    print(
        "files  lines of code  median function  branches per line  comments %  docstrings %  path"
    )
    for path in paths:
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        if not files:
            parser.error(f"there is no Python file in {path}")
        found = measure(read(file) for file in files)
        print(
            f"{found.files:5}  {found.code:13}  {found.function:15g}  {found.branches:17.2f}"
            f"  {found.comments:10.1f}  {found.docstrings:12.1f}  {path}"
        )


if __name__ == "__main__":
    main()
