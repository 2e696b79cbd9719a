"""The directive ``in-every-format``: a piece of a dossier's file, written in TOML and shown in every format."""

from __future__ import annotations

import tomllib

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from entente import formats

NAMES = {"toml": "TOML", "yaml": "YAML", "json": "JSON"}


class InEveryFormat(SphinxDirective):
    """Shows its content, which is TOML, with a tab for each format; all tabs of a page turn together."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Write the tabs in Markdown, and read them."""
        written = "\n".join(self.content)
        data = tomllib.loads(written)
        texts = {
            "toml": written,
            **{name: formats.write(data, name).strip() for name in ("yaml", "json")},
        }
        tabs = (
            f":::{{tab-item}} {NAMES[name]}\n:sync: {name}\n```{name}\n{text}\n```\n:::\n"
            for name, text in texts.items()
        )
        return self.parse_text_to_nodes(
            "::::{tab-set}\n:sync-group: format\n" + "".join(tabs) + "::::\n"
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("in-every-format", InEveryFormat)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
