"""Configuration of the docs site: Sphinx, Furo and MyST, built from this checkout without a network.

``python -m sphinx -n -W --keep-going docs docs/_build/html`` builds it. Unknown names and pages that
nothing links to are errors.
"""

from __future__ import annotations

import sys
from importlib.metadata import version as installed
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS / "_ext"))

project = "entente"
author = "The entente maintainers"
copyright = f"2026, {author}"
release = version = installed("entente-dossier")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
    *sorted(ours.stem for ours in (DOCS / "_ext").glob("*.py")),
]
exclude_patterns = ["_build", "**/README.md"]

# Single backticks in a docstring mark a name, which becomes a link.
default_role = "py:obj"
# Selections are generic in the kind of record. A type variable has no entry of its own.
nitpick_ignore_regex = [
    ("py:class", r"entente\.asking\._\w+\.R"),
    ("py:class", r"(?:entente\.drafting\._passages\.)?Draftable_co"),
    # Types of Arrow and Ibis, whose pages these docs cannot look up.
    ("py:class", r"pyarrow\.Table|Table|BaseBackend"),
    # What only the library passes on.
    ("py:class", r"(entente\.records\._index\.)?RecordIndex|DataRow"),
    ("py:class", r"Path"),  # in the fields of settings, which attrs names
    ("py:class", r"Fields"),  # the rows of what was imported, for messages
    ("py:class", r"PromiseRole"),  # four words, which the docs of `total` name
    # Six words and two, which the docs of `Ground` name, and the sentences of remarks.
    ("py:class", r"Bearing|Side|Why"),
]
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 90
toc_object_entries_show_parents = "hide"

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 4
# Only what follows a prompt is copied, or the whole block if it has none.
copybutton_prompt_text = r">>> |\.\.\. ?|\$ "
copybutton_prompt_is_regexp = True
copybutton_copy_empty_lines = False

html_theme = "furo"
html_title = "entente"
html_favicon = "_static/entente.svg"
html_logo = "_static/entente.svg"
html_static_path = ["_static"]
html_css_files = ["entente.css"]
html_js_files = ["scrolling.js"]
html_search_scorer = str(DOCS / "scorer.js")
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#1b4f8a",
        "color-brand-content": "#1b4f8a",
        "color-code-background": "#f4f6f8",
    },
    "dark_css_variables": {
        "color-brand-primary": "#9cc3f0",
        "color-brand-content": "#9cc3f0",
    },
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
