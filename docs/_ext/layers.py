"""The directive ``layers``: a diagram of the library's packages, drawn from its files at each build.

The order of the layers is the one that ``tests/test_layers.py`` enforces. The first line of a
docstring says what a package or module is for; its imports say what it builds on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from pathlib import Path
from re import sub

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import entente

SOURCE = Path(entente.__file__).parent
TEST = Path(__file__).resolve().parents[2] / "tests" / "test_layers.py"


def read_layers() -> list[tuple[str, ...]]:
    """Read the layers from the test and return them from top to bottom."""
    for node in ast.parse(TEST.read_text(encoding="utf-8")).body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id="LAYERS"), value=ast.expr() as value
            ):
                return list(reversed(ast.literal_eval(value)))
    raise LookupError(f"{TEST} does not define LAYERS")


def files_of(name: str) -> list[Path]:
    """Return the files of a package or module, the one with its own docstring first."""
    folder = SOURCE / name
    if folder.is_dir():
        front = folder / "__init__.py"
        return [front, *sorted(set(folder.rglob("*.py")) - {front})]
    return [SOURCE / f"{name}.py"]


def first_line(file: Path) -> str:
    """Return the first line of a file's docstring as HTML."""
    docstring = (
        ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    )
    line = docstring.partition("\n")[0]
    return sub("(`+)(.+?)\\1", r"<code>\2</code>", escape(line))


def dotted_name(file: Path, package: str) -> str:
    """Return the name of a module within its package, such as ``_quick._fields``."""
    steps = file.relative_to(SOURCE / package).with_suffix("").parts
    return ".".join(step for step in steps if step != "__init__")


def imports_of(name: str) -> list[str]:
    """Return the other packages and modules of the library that one imports."""
    found: set[str] = set()
    for file in files_of(name):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                path = node.module.split(".")
                if path[0] != "entente":
                    continue
                found.update(path[1:2] or [alias.name for alias in node.names])
    return sorted(found - {name})


def draw(name: str) -> Iterator[str]:
    """Draw a package or module as a box, with a list of the package's modules to unfold."""
    front, *modules = files_of(name)
    yield f"<div class='module'><strong><code>{name}</code></strong> "
    yield f"<span>{first_line(front)}</span>"
    if lower := imports_of(name):
        yield f"<small>imports {', '.join(lower)}</small>"
    if modules:
        yield f"<details><summary>Modules of {name}</summary><ul>"
        for file in modules:
            yield f"<li><code>{dotted_name(file, name)}</code> {first_line(file)}</li>"
        yield "</ul></details>"
    yield "</div>"


class Layers(SphinxDirective):
    """Draws the layers as a list, from top to bottom."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        for file in (TEST, *SOURCE.rglob("*.py")):
            self.env.note_dependency(file)
        rows: list[str] = []
        for layer in read_layers():
            boxes = (part for name in layer for part in draw(name))
            rows.append(f"<li>{''.join(boxes)}</li>")
        label = "Layers, from top to bottom"
        text = f"<ol class='layers' aria-label='{label}'>{''.join(rows)}</ol>"
        return [nodes.raw("", text, format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("layers", Layers)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
