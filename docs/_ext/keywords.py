"""The directive ``keywords``: what `where` asks of each kind of record, as the library itself has it."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import entente
from entente._text import either, with_article
from entente.asking._keywords import Ids, Keyword, Words
from entente.records._model import KINDS


def legal(keyword: Keyword) -> str:
    """Return what may be given for a keyword, as Markdown."""
    if isinstance(keyword, Words):
        return ", ".join(f"`{word}`" for word in keyword.words)
    if isinstance(keyword, Ids):
        return f"the id of {either([with_article(kind) for kind in keyword.kinds])}"
    return {
        "date": "a date or span, such as `2024-03`",
        "text": "a text, as it is written",
        "yes or no": "`True`, `False`",
    }[keyword.takes]


def beside(keyword: Keyword) -> str:
    """Return what else may be given with a keyword."""
    if not keyword.of_status:
        return "; also `of`" if keyword.takes_party else ""
    on = "with a day `on`, and" if keyword.needs_day else "also `on`,"
    return f"; {on} `as_known`, `of`"


class Keywords(SphinxDirective):
    """Shows the keywords of each kind of record, with its legal words."""

    def run(self) -> list[nodes.Node]:
        """Write the tables as Markdown and parse them."""
        lines: list[str] = []
        dossier = entente.Dossier()
        for kind in KINDS:
            selection = type(getattr(dossier, kind))
            lines += ["", f"## {kind.capitalize()}", ""]
            lines += ["| keyword | takes |", "|---|---|"]
            lines += [
                f"| `{name}` | {legal(keyword)}{beside(keyword)} |"
                for name, keyword in selection.where.keywords.items()
            ]
        return self.parse_text_to_nodes(
            "\n".join(lines), allow_section_headings=True
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("keywords", Keywords)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
