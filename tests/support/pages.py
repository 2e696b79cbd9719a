"""Reads HTML pages, for tests that examine them."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import Final

from entente._safe import html_text

EVIL: Final = "<script>alert(1)</script>&\"'"
"""A text that must be escaped wherever it is shown."""


def seen(text: str) -> str:
    """Return a text as it is read on a page, where controls are shown as escapes."""
    return unescape(html_text(text))


_VOID: Final = frozenset({"meta", "br", "col", "hr", "img", "link"})


class Page(HTMLParser):
    """The elements of a piece of HTML in order, and its text. All elements must be closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, f"{self._open} are not closed"

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
