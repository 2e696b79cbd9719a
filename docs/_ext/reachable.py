"""Mends in the pages that Sphinx and its theme write what stands in the way of a screen reader."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

MENDS = (
    # A heading has a level, and two landmarks of a kind have names.
    ('role="heading">', 'role="heading" aria-level="2">'),
    (
        '<aside class="sidebar-drawer">',
        '<aside class="sidebar-drawer" aria-label="All pages">',
    ),
    ('<aside class="toc-drawer', '<aside aria-label="This page" class="toc-drawer'),
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
    """Write the parameters of a signature as lines: they are no list of definitions."""
    text = signature[0]
    for old, new in LINES:
        text = text.replace(old, new)
    return text


def mend(app: Sphinx, error: Exception | None) -> None:
    """Mend every page; one that is mended already stays as it is."""
    if error is None and app.builder.format == "html":
        for page in Path(app.outdir).rglob("*.html"):
            written = text = page.read_text(encoding="utf-8")
            for old, new in MENDS:
                text = text if new in text else text.replace(old, new)
            text = SIGNATURE.sub(as_lines, text)
            if text != written:
                page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("build-finished", mend)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
