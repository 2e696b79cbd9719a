"""Gives pages the words that newcomers search for, as entries of the index, which the search puts first."""

from __future__ import annotations

from typing import ClassVar, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform

WORDS: Final = {
    "tutorial/from-notice-to-dossier": "tutorial, quick start, example",
    "playground/index": "playground, demo, browser, online",
    "glossary": "glossary, definition",
    "how-to/install": "install, pip, setup, extras, wheel, python version",
    "how-to/start-a-tracker": "start, new dossier, create",
    "how-to/draft-records": "draft, extract",
    "how-to/cite-a-text": "quote, quotation, citation, source, copyright",
    "how-to/write-with-completion": "schema, JSON Schema, editor, VS Code",
    "how-to/write-vague-dates": "date, deadline, season, spring, EDTF",
    "how-to/record-amounts": "money, currency, euro, dollar, percentage",
    "how-to/record-what-a-promise-depends-on": "condition, funding",
    "how-to/record-a-treaty": "treaty, ratification, reservation",
    "how-to/recurring-duties": "recurring, yearly, annual, RRULE",
    "how-to/import-tables": "import, CSV, spreadsheet, Popolo, Wikidata",
    "how-to/import-a-list-of-ministers": "minister, cabinet, office",
    "how-to/fill-with-a-language-model": "language model, LLM, AI, prompt",
    "how-to/change-and-save": "save, edit, comments",
    "how-to/when-a-file-does-not-load": "error, LoadError, validation",
    "how-to/filter-by-theme-or-date": "filter, query, search, theme",
    "how-to/chart-a-timeline": "chart, brief, Word, docx, notebook",
    "how-to/gallery": "chart, picture, plot, graph, timeline",
    "how-to/track-many-promisors": "G7, G20, group, several parties",
    "how-to/work-with-large-dossiers": "large, memory, slow",
    "how-to/use-from-pandas-or-polars": "pandas, polars, data frame",
    "how-to/test-your-own-code": "test, Hypothesis, pytest",
    "how-to/publish-a-tracker-site": "website, site, HTML, publish, French",
    "how-to/export-tables": "Excel, CSV, database, SQL, SQLite, Parquet",
    "how-to/subscribe-to-a-calendar": "calendar, ICS, deadline, reminder",
    "how-to/follow-by-feed": "feed, RSS, Atom, news",
    "how-to/share-as-linked-data": "RDF, JSON-LD, SPARQL, SKOS",
    "how-to/outgrow-a-machine": "DuckDB, Spark, PostgreSQL, big data",
    "how-to/keep-a-tracker-in-git": "git, history, version, email",
    "how-to/check-a-tracker-in-ci": "CI, GitHub, lint, pre-commit",
    "explanation/uncertain-dates": "date, deadline, French, fiscal year",
    "explanation/bounded-amounts": "money, French, bound, unit",
    "explanation/what-became-of-it": "overdue, status, verdict, kept, broken",
    "reference/records": "file format, TOML, YAML, JSON, key, field",
    "reference/command-line": "command line, shell, terminal",
    "reference/api/index": "API",
}
"""The words of each page, with commas between them."""


class Enter(SphinxTransform):
    """Enters the words of a page, before Sphinx collects the index."""

    default_priority = 700
    kind: ClassVar = "single"

    def apply(self) -> None:
        """Put the entries below the title."""
        listed = WORDS.get(self.env.docname)
        if listed is None:
            return
        section = next(self.document.findall(nodes.section))
        entries = [
            (self.kind, word, "", "main", None) for word in listed.split(", ")
        ]
        section.insert(1, addnodes.index(entries=entries))


def refuse_unknown(app: Sphinx, env: BuildEnvironment) -> None:
    """Refuse words for a page that there is not."""
    unknown = WORDS.keys() - env.found_docs
    if unknown:
        raise ConfigError(f"no such pages: {', '.join(sorted(unknown))}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_transform(Enter)
    app.connect("env-updated", refuse_unknown)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
