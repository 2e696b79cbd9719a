"""Corrects the HTML of Sphinx and its theme where it hinders screen readers."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

CORRECTIONS = (
    # Headings need a level, and two landmarks of one kind need names.
    ('role="heading">', 'role="heading" aria-level="2">'),
    (
        '<aside class="sidebar-drawer">',
        '<aside class="sidebar-drawer" aria-label="All pages">',
    ),
    (
        '<aside class="toc-drawer',
        '<aside aria-label="This page" class="toc-drawer',
    ),
    ('<div id="search-results">', '<h1>Search</h1><div id="search-results">'),
)
SIGNATURE = re.compile(r'<dt class="sig .*?</dt>', re.DOTALL)
LINES = (
    ("<dl>", '<span class="sig-lines">'),
    ("</dl>", "</span>"),
    ("<dd>", "<span>"),
    ("</dd>", "</span>"),
)


def as_lines(signature: re.Match[str]) -> str:
    """Write the parameters of a signature as lines. Sphinx uses a list of definitions, which they are not."""
    text = signature[0]
    for old, new in LINES:
        text = text.replace(old, new)
    return text


def correct(app: Sphinx, error: Exception | None) -> None:
    """Correct every page. Correcting a page twice changes nothing."""
    if error is None and app.builder.format == "html":
        for page in Path(app.outdir).rglob("*.html"):
            original = text = page.read_text(encoding="utf-8")
            for old, new in CORRECTIONS:
                text = text if new in text else text.replace(old, new)
            text = SIGNATURE.sub(as_lines, text)
            if text != original:
                page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("build-finished", correct)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
