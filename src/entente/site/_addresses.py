"""Where each page of a site is, and the relative links between them."""

from __future__ import annotations

from typing import Final

from entente.records._model import KIND_NAMES, Record

FRONT: Final = "index.html"
"""The page that the site opens with."""

PER_PAGE: Final = 100
"""How many rows a list has on a page."""


def page_of(record: Record) -> str:
    """Return the page of a record, from the top of the site.

    >>> from entente import Theme
    >>> page_of(Theme(id="small-boats", label="Small boats"))
    'themes/small-boats/index.html'
    """
    return f"{KIND_NAMES[type(record)]}/{record.id}/index.html"


def page_of_list(kind: str) -> str:
    """Return the first page of the list of a kind, from the top of the site.

    >>> page_of_list("themes")
    'themes/index.html'
    """
    return f"{kind}/index.html"


def link(page: str, to: str) -> str:
    """Return the link from a page to another or to a file.

    >>> link("themes/small-boats/index.html", "index.html")
    '../../index.html'
    >>> link("index.html", "themes/index.html#top")
    'themes/index.html#top'
    """
    return "../" * page.count("/") + to


def permalink(address: str, page: str) -> str:
    """Return the address of a page on the web.

    >>> permalink("https://example.org/tracker", "themes/index.html")
    'https://example.org/tracker/themes/'
    """
    return f"{address.rstrip('/')}/{page.removesuffix('index.html')}"
