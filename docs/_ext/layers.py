"""The directive ``layers``: a drawing of the house, made when the page is built, of what its files say.

The floors are those that ``tests/test_layers.py`` holds the imports to; what a module is for is the
first line of its docstring, and what it stands on is what it imports.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import entente

SOURCE = Path(entente.__file__).parent
TEST = Path(__file__).resolve().parents[2] / "tests" / "test_layers.py"


def floors() -> list[list[str]]:
    """Read the floors from the test, roof first, without the modules that there are not."""
    for node in ast.parse(TEST.read_text(encoding="utf-8")).body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id="LAYERS"), value=ast.expr() as layers
            ):
                rising = (
                    [name for name in floor if file_of(name).exists()]
                    for floor in ast.literal_eval(layers)
                )
                return [floor for floor in rising if floor][::-1]
    raise LookupError(f"{TEST} names no LAYERS")


def file_of(module: str) -> Path:
    """Return the file in which a module says what it is for."""
    folder = SOURCE / module
    return folder / "__init__.py" if folder.is_dir() else SOURCE / f"{module}.py"


def stands_on(module: str) -> list[str]:
    """Return the modules of the house that one imports."""
    files = (
        (SOURCE / module).rglob("*.py")
        if (SOURCE / module).is_dir()
        else [file_of(module)]
    )
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    named = re.findall(r"^from entente\.(\w+)[\w.]* import", code, re.MULTILINE)
    for names in re.findall(r"^from entente import (.+)$", code, re.MULTILINE):
        named += names.split(", ")
    return sorted({name for name in named if file_of(name).exists()} - {module})


def drawn(module: str) -> Iterator[str]:
    """Draw a module as a box."""
    purpose = (
        ast.get_docstring(ast.parse(file_of(module).read_text(encoding="utf-8"))) or ""
    ).splitlines()[0]
    told = re.sub("``(.+?)``", r"<code>\1</code>", html.escape(purpose))
    yield f"<div class='module'><strong><code>{module}</code></strong> <span>{told}</span>"
    if below := stands_on(module):
        yield f"<small>on {', '.join(below)}</small>"
    yield "</div>"


class Layers(SphinxDirective):
    """Draws the house as a list of floors, from the roof to the ground."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        for file in (TEST, *SOURCE.rglob("*.py")):
            self.env.note_dependency(file)
        boxes = (
            "".join(part for module in floor for part in drawn(module))
            for floor in floors()
        )
        rows = "".join(f"<li>{row}</li>" for row in boxes)
        return [
            nodes.raw(
                "",
                f"<ol class='layers' aria-label='Layers, from the roof to the ground'>{rows}</ol>",
                format="html",
            )
        ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("layers", Layers)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
