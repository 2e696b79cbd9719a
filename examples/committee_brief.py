"""A brief for a committee: what was promised, by whom and how firmly, and what became of it.

Prints the brief as Markdown. If a file is named it is written there, as a page of HTML with charts,
to be read on a screen or printed out; charts need the extra ``charts``::

    python examples/committee_brief.py brief.html
"""

import sys
from pathlib import Path

import entente
from entente import views

dossier = entente.example("uk-france")
brief = views.brief(
    dossier,
    on="2024-12-31",
    title="The talks in Paris of January 2024, and what became of them",
)

if len(sys.argv) > 1:
    Path(sys.argv[1]).write_text(brief.to_html(), encoding="utf-8")
else:
    print(brief.to_markdown())
