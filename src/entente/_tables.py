"""Tables of text, for a terminal and for a notebook."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate, takewhile
from typing import Final, TypeAlias
from unicodedata import combining, east_asian_width

from entente._safe import html_text, single_line

WIDTH: Final = 110
"""The greatest width of a table, in columns of a terminal."""

# The last column keeps this width even where the others leave it less.
_NARROWEST: Final = 12

_GAP: Final = "  "

Rows = Sequence[Sequence[str]]


def as_text(
    headers: Sequence[str],
    rows: Rows,
    *,
    width: int = WIDTH,
    wordy: Collection[str] = (),
    spare: Sequence[str] = (),
) -> str:
    """Lay out rows below their headers; the last column is cut to keep to `width`.

    Columns named in `wordy` are cut too, between words, if they need more than their share of the
    room; a single word, such as a date, is kept, and so is a number with its unit. Those named in
    `spare` are left out, one after the other, of a table that would be too wide even so.

    >>> rows = [("a", "Patrol more."), ("bcd", "Share what is known.")]
    >>> print(as_text(("id", "summary"), rows, width=20))
    id   summary
    ───  ───────────────
    a    Patrol more.
    bcd  Share what is…
    """
    shown = _fitting(_columns_in(headers, rows), width, wordy, spare)
    *others, last = map(_width_of, shown)
    room = width - sum(others) - len(_GAP) * len(others)
    widths = [*others, min(last, max(room, _least_of_last(shown)))]
    underline = ["─" * each for each in widths]
    head, *body = zip(*shown, strict=True)
    return "\n".join(
        _GAP.join(map(fit, line, widths)).rstrip()
        for line in (head, underline, *body)
    )


def left_out(
    headers: Sequence[str],
    rows: Rows,
    *,
    width: int = WIDTH,
    wordy: Collection[str] = (),
    spare: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the headers that `as_text` leaves out.

    >>> left_out(("id", "by", "summary"), [("a", "Ministers", "Patrol.")], width=20, spare=("by",))
    ('by',)
    """
    shown = _fitting(_columns_in(headers, rows), width, wordy, spare)
    kept = {column[0] for column in shown}
    return tuple(
        header for header in spare if header in headers and header not in kept
    )


def _columns_in(headers: Sequence[str], rows: Rows) -> _Columns:
    lines = [[single_line(cell) for cell in row] for row in (headers, *rows)]
    return list(zip(*lines, strict=True))


def _fitting(
    columns: _Columns,
    width: int,
    wordy: Collection[str],
    spare: Sequence[str],
) -> _Columns:
    """Return columns cut to keep to a width, without those of `spare` if they would not."""
    shown = _cut_wordy(columns, width, wordy)
    for header in spare:
        if _least_width(shown) > width:
            columns = [each for each in columns if each[0] != header]
            shown = _cut_wordy(columns, width, wordy)
    return shown


_Columns: TypeAlias = Sequence[Sequence[str]]
"""The columns of a table, each with its header first."""


def _width_of(column: Sequence[str]) -> int:
    return max(map(display_width, column))


def _least_of_last(columns: _Columns) -> int:
    """Return the least width to which the last column is cut."""
    return max(len(columns[-1][0]), _NARROWEST)


def _least_width(columns: _Columns) -> int:
    """Return the width of a table whose last column is cut as far as it may be."""
    *others, last = map(_width_of, columns)
    last = min(last, _least_of_last(columns))
    return sum(others) + last + len(_GAP) * len(others)


def _cut_wordy(
    columns: _Columns, width: int, wordy: Collection[str]
) -> _Columns:
    """Cut columns of words so that these and the last share the room that the others leave."""
    *others, last = columns
    fixed = [_width_of(each) for each in others if each[0] not in wordy]
    needs = [_width_of(each) for each in others if each[0] in wordy]
    room = width - sum(fixed) - len(_GAP) * len(others)
    share = max(_share([*needs, _width_of(last)], room), _NARROWEST)
    return [
        [_cut_between_words(cell, share) for cell in each]
        if each[0] in wordy
        else each
        for each in others
    ] + [last]


def _share(needs: Sequence[int], room: int) -> int:
    """Return the width to which columns are cut so that together they have room.

    A column that needs less than its share leaves the rest to the others.

    >>> _share([12, 22, 200], 50), _share([5, 10, 20], 50)
    (19, 20)
    """
    share = 0
    for served, need in enumerate(sorted(needs)):
        share = min(need, room // (len(needs) - served))
        room -= share
    return share


def _cut_between_words(text: str, width: int) -> str:
    """Cut a text of several words after the last that fits; the first is always kept.

    A number is kept with its unit, and the space before the ellipsis shows that no word is cut.

    >>> _cut_between_words("50000000 GBP over 2023/2026", 12)
    '50000000 GBP …'
    """
    words = re.split("(?<![0-9]) ", text)
    if display_width(text) <= width or len(words) == 1:
        return text
    beginnings = accumulate(words, "{} {}".format)
    fitting = takewhile(
        lambda beginning: display_width(f"{beginning} …") <= width, beginnings
    )
    *_, kept = (words[0], *fitting)
    return f"{kept} …"


def as_html(headers: Sequence[str], rows: Rows, *, caption: str) -> str:
    """Return an HTML table with every text escaped.

    >>> as_html(("id",), [("<b>",)], caption="1 theme").partition("<tbody>")[2]
    '<tr><td style="text-align:left">&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(
        f'<th scope="col" style="text-align:left">{html_text(header)}</th>'
        for header in headers
    )
    body = "".join(map(_html_row, rows))
    return (
        f"<table><caption>{html_text(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _html_row(row: Sequence[str]) -> str:
    cells = [f"<td{_cell_style(cell)}>{html_text(cell)}</td>" for cell in row]
    return f"<tr>{''.join(cells)}</tr>"


# A hyphen or a space is a place to break a line, so a date would come apart.
_DATE: Final = re.compile(
    r"\[?(?:\.\.)?\d{4}-\d\d.{0,24}"  # 2024-03 “in the spring”
    r"|(?=.*\d)(?=.* ).{1,18}"  # 30 September 2024, and 20 drones
)


def _cell_style(text: str) -> str:
    """Return the style of a cell: at the left, since notebooks have cells at the right.

    Dates are not broken, nor are amounts that are no longer.
    """
    whole = ";white-space:nowrap" if _DATE.fullmatch(text) else ""
    return f' style="text-align:left{whole}"'


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
