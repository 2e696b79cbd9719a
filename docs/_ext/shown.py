"""The directive ``shown``: the value of an expression, computed when the page is built.

    :::{shown} The promises on small boats
    entente.example("uk-france").commitments.where(theme="small-boats")
    :::

A view is shown as a chart, in the light or dark mode of the page, with its figures below. Anything
else is shown as in a notebook.
"""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import entente
import entente.views

WIDTHS = {"wide": 952, "narrow": 360}
"""The widths of the pictures of a view in pixels: for a page that has room, and for a phone."""


def markup(value: Any) -> str:
    """Return a value as HTML."""
    if not hasattr(value, "to_svg"):
        return f'<div class="scrolls">{value._repr_html_()}</div>'
    pictures = ""
    for ground in ("light", "dark"):
        drawn = "".join(
            f'<div class="scrolls shown-{shape}">{value.to_svg(dark=ground == "dark", width=width)}</div>'
            for shape, width in WIDTHS.items()
        )
        pictures += f'<div class="only-{ground}">{drawn}</div>'
    figures = f'<details><summary>Figures</summary><div class="scrolls">{value.table()}</div></details>'
    return pictures + figures


class Shown(SphinxDirective):
    """Shows the value of its content; its argument is the caption."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    names: ClassVar[dict[str, object]] = {"entente": entente}

    def run(self) -> list[nodes.Node]:
        """Evaluate the content and put its display into a figure."""
        value = eval("\n".join(self.content), dict(self.names))  # noqa: S307 -- the pages are ours
        figure = nodes.figure(
            "", nodes.raw("", markup(value), format="html"), classes=["shown"]
        )
        if self.arguments:
            figure += nodes.caption(
                "", "", *self.parse_inline(self.arguments[0])[0]
            )
        return [figure]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("shown", Shown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
