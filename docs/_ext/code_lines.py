"""Marks blocks whose columns belong under each other, such as tables; the lines of all others may wrap."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx

DRAWN = frozenset("─│━┃┈┊█◆▒░●▲")
"""Letters of which tables and pictures are drawn."""

PROMPT = re.compile(r"^(>>>|\.\.\.)? *")
GAP = re.compile(r"\S {3,}\S")


def is_drawn(text: str) -> bool:
    """Return whether a block is a table or a picture: by its letters, or by gaps in three lines."""
    gaps = [
        line for line in text.splitlines() if GAP.search(PROMPT.sub("", line))
    ]
    return not DRAWN.isdisjoint(text) or len(gaps) > 2


def mark(app: Sphinx, document: nodes.document) -> None:
    """Give each block that is drawn a class of its own, which the style sheet knows."""
    for block in document.findall(nodes.FixedTextElement):
        if is_drawn(block.astext()):
            block["classes"].append("drawn")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("doctree-read", mark)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
