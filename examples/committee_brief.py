"""A brief for a committee: commitments, who made them and how firmly, and their status.

Prints Markdown. With the name of a file, writes a page of HTML with charts to it, to read on a screen
or print; charts need the extra ``charts``::

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
    title="The Paris talks of January 2024: commitments and their status",
)

if len(sys.argv) > 1:
    Path(sys.argv[1]).write_text(brief.to_html(), encoding="utf-8")
else:
    print(brief.to_markdown())
