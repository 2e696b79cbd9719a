"""Tables of text, for a terminal and for a notebook."""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import accumulate
from typing import Final
from unicodedata import combining, east_asian_width

WIDTH: Final = 110
"""The greatest width of a table, in columns of a terminal."""

# The last column keeps this width even where the others leave it less.
_NARROWEST: Final = 12

_GAP: Final = "  "

Rows = Sequence[Sequence[str]]


def as_text(headers: Sequence[str], rows: Rows, *, width: int = WIDTH) -> str:
    """Lay out rows below their headers; the last column is cut to keep to `width`.

    >>> rows = [("a", "Patrol more."), ("bcd", "Share what is known.")]
    >>> print(as_text(("id", "summary"), rows, width=20))
    id   summary
    ───  ───────────────
    a    Patrol more.
    bcd  Share what is…
    """
    lines = [[single_line(cell) for cell in row] for row in (headers, *rows)]
    widths = [
        max(map(display_width, column)) for column in zip(*lines, strict=True)
    ]
    *others, last = widths
    room = width - sum(others) - len(_GAP) * len(others)
    widths[-1] = min(last, max(room, len(headers[-1]), _NARROWEST))
    lines.insert(1, ["─" * each for each in widths])
    return "\n".join(
        _GAP.join(map(fit, line, widths)).rstrip() for line in lines
    )


def as_html(headers: Sequence[str], rows: Rows, *, caption: str) -> str:
    """Return an HTML table with every text escaped.

    >>> as_html(("id",), [("<b>",)], caption="1 theme").partition("<tbody>")[2]
    '<tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(
        f'<th scope="col">{html.escape(header)}</th>' for header in headers
    )
    body = "".join(map(_html_row, rows))
    return (
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _html_row(row: Sequence[str]) -> str:
    cells = [f"<td>{html.escape(cell)}</td>" for cell in row]
    return f"<tr>{''.join(cells)}</tr>"


def single_line(text: str) -> str:
    """Replace what could move the cursor, such as line breaks and escapes, by spaces."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def display_width(text: str) -> int:
    """Return the width of a text in columns of a terminal.

    >>> display_width("Paris"), display_width("巴黎")
    (5, 4)
    """
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    # A combining accent is drawn over the letter before it.
    if combining(letter):
        return 0
    # W is wide and F full-width, as in Chinese, Japanese and Korean.
    return 2 if east_asian_width(letter) in "WF" else 1


def fit(text: str, width: int) -> str:
    """Cut or pad a text to a width in columns of a terminal.

    >>> fit("Patrol more.", 8), fit("Paris", 8)
    ('Patrol… ', 'Paris   ')
    """
    if display_width(text) > width:
        text = _cut(text, width)
    return text + " " * (width - display_width(text))


def _cut(text: str, width: int) -> str:
    """Cut a text so that it ends within a width, with an ellipsis of one column."""
    widths = accumulate(map(_letter_width, text))
    kept = [
        letter
        for letter, used in zip(text, widths, strict=True)
        if used < width
    ]
    return "".join(kept).rstrip() + "…"
