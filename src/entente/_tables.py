"""Rows of text as a table: for a terminal, and for a notebook."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import accumulate
from typing import Final
from unicodedata import combining, east_asian_width

WIDTH: Final = 110
"""How many columns of a terminal a table takes at most."""

Rows = Sequence[Sequence[str]]


def as_text(headers: Sequence[str], rows: Rows, *, width: int = WIDTH) -> str:
    """Lay rows out below their headers, the last column cut where the line would be too long.

    >>> print(as_text(("id", "summary"), [("a", "Patrol more."), ("bcd", "Share what is known.")], width=20))
    id   summary
    ───  ───────────────
    a    Patrol more.
    bcd  Share what is…
    """
    lines = [[single_line(cell) for cell in row] for row in (headers, *rows)]
    widths = [max(map(display_width, column)) for column in zip(*lines, strict=True)]
    room = width - sum(widths[:-1]) - 2 * (len(widths) - 1)
    widths[-1] = min(widths[-1], max(room, len(headers[-1]), 12))
    lines.insert(1, ["─" * each for each in widths])
    return "\n".join(
        "  ".join(
            fit(cell, each) for cell, each in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def as_html(headers: Sequence[str], rows: Rows, *, caption: str) -> str:
    """Return an HTML table in which every text is escaped.

    >>> as_html(("id",), [("<b>",)], caption="1 theme")
    '<table><caption>1 theme</caption><thead><tr><th scope="col">id</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f'<th scope="col">{html.escape(header)}</th>' for header in headers)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def single_line(text: str) -> str:
    """Make a text one line that moves no cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> display_width("Paris"), display_width("巴黎")
    (5, 4)
    """
    return sum(map(_width, text))


def _width(letter: str) -> int:
    return 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1


def fit(text: str, width: int) -> str:
    """Cut a text to some columns of a terminal, or fill it up with spaces.

    >>> fit("Patrol more.", 8), fit("Paris", 8)
    ('Patrol… ', 'Paris   ')
    """
    if display_width(text) > width:
        room = accumulate(_width(letter) for letter in text)
        text = (
            "".join(
                letter for letter, used in zip(text, room, strict=True) if used < width
            ).rstrip()
            + "…"
        )
    return text + " " * (width - display_width(text))
