"""The directive ``shown``: what a notebook would show of an expression, made when the page is built.

    :::{shown} The promises on small boats
    entente.example("uk-france").commitments.where(theme="small-boats")
    :::

A picture (``_repr_svg_``) comes before a table (``_repr_html_``); text that begins with ``<svg`` is
shown as it is. A picture becomes part of the page, so it takes its colours from the page's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import entente

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def markup(value: object) -> str:
    """Return a value as a notebook would show it."""
    for name in ("_repr_svg_", "_repr_html_"):
        if hasattr(value, name):
            return str(getattr(value, name)())
    if str(value).startswith("<svg"):
        return str(value)
    raise TypeError(f"{type(value).__name__} has neither _repr_svg_ nor _repr_html_")


class Shown(SphinxDirective):
    """Shows what its content is worth; its argument is the caption."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    names: ClassVar[dict[str, object]] = {"entente": entente}

    def run(self) -> list[nodes.Node]:
        """Evaluate the content, and put what it shows into a figure."""
        value = eval("\n".join(self.content), dict(self.names))  # noqa: S307 -- the pages are ours
        body = nodes.raw("", f'<div class="scrolls" tabindex="0">{markup(value)}</div>', format="html")
        figure = nodes.figure("", body, classes=["shown"])
        if self.arguments:
            figure += nodes.caption("", "", *self.parse_inline(self.arguments[0])[0])
        return [figure]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("shown", Shown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
