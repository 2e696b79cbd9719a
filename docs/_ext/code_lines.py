"""Marks blocks whose columns belong under each other, such as tables; the lines of all others may wrap."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

DRAWN = frozenset("─│━█◆▒░")
"""Letters of which tables and pictures are drawn."""


def mark(app: Sphinx, document: nodes.document) -> None:
    """Give each block that is drawn a class of its own, which the style sheet knows."""
    for block in document.findall(nodes.FixedTextElement):
        if not DRAWN.isdisjoint(block.astext()):
            block["classes"].append("drawn")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("doctree-read", mark)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
