"""The directive ``in-every-format``: part of a dossier in TOML, shown in each file format."""

from __future__ import annotations

import tomllib

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from entente.files import _formats as formats

NAMES = {"toml": "TOML", "yaml": "YAML", "json": "JSON"}


class InEveryFormat(SphinxDirective):
    """Shows TOML in a tab for each format; choosing a format switches all tabs of the page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Write the tabs as Markdown and parse them."""
        toml = "\n".join(self.content)
        data = tomllib.loads(toml)
        texts = {
            "toml": toml,
            **{
                name: formats.write(data, name).strip()
                for name in ("yaml", "json")
            },
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
