"""Where the parts of a chart are, in pixels, and how much text has room there.

Widths of letters are guesses, so that a picture is the same with the fonts of any machine.
"""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from attrs import frozen

from entente._safe import document_line
from entente._tables import display_width
from entente.views._marks import ViewRow

WIDTH: Final = 952
"""The width of a picture on a page that has room for it."""

NARROW: Final = 390
"""The width of a picture on a phone."""

_STACKED_BELOW: Final = 640
"""Pictures less wide than this have labels above their marks."""

_LEAST: Final = 240
_MARGIN: Final = 12
_LEGEND_COLUMN: Final = 183  # the least that a meaning takes
_NOTE_LETTER: Final = 6
_TITLE_SIZE: Final = 16
_HEADING_SIZE: Final = 13  # bold letters are wider


@frozen(kw_only=True)
class Widths:
    """The widths of a picture: of the labels left of the plot, the plot, and the asides right of it.

    Labels and asides of a `stacked` picture have lines of their own, above the marks and below.
    """

    labels: int
    plot: int
    asides: int
    line: int
    stacked: bool

    @classmethod
    def of(cls, width: int) -> Widths:
        """Return the layout of a picture. Raises ValueError if nothing could be read in it."""
        if width < _LEAST:
            raise ValueError(
                f"a picture is at least {_LEAST} pixels wide, not {width}"
            )
        if width < _STACKED_BELOW:
            plot = width - 2 * _MARGIN
            return cls(labels=0, plot=plot, asides=0, line=19, stacked=True)
        labels, asides = round(0.315 * width), round(0.22 * width)
        plot = width - labels - asides - _MARGIN
        return cls(
            labels=labels, plot=plot, asides=asides, line=24, stacked=False
        )

    @property
    def left(self) -> int:
        """The room left of the plot."""
        return self.labels + _MARGIN

    @property
    def right(self) -> int:
        """The room right of the plot."""
        return self.asides or _MARGIN

    @property
    def text_width(self) -> int:
        """The room for a line across the whole picture."""
        return self.labels + self.plot + max(self.asides - 40, 0)

    @property
    def legend_columns(self) -> int:
        """How many meanings the legend has next to each other."""
        return max(self.text_width // _LEGEND_COLUMN, 1)

    @property
    def legend_column(self) -> int:
        """The width of each of these."""
        return self.text_width // self.legend_columns

    def label_width(self, indent: int) -> int:
        """The room for the label of a row with an indent."""
        return (self.plot if self.stacked else self.labels - 12) - indent

    def note_lines(self, notes: Iterable[str]) -> list[str]:
        """Break notes into lines."""
        letters = int(self.text_width / _NOTE_LETTER)
        lines: list[str] = []
        for note in notes:
            lines += textwrap.wrap(document_line(note), letters)
        return lines

    def title_lines(self, title: str) -> list[str]:
        """Break a title into two lines at most."""
        return in_lines(title, self.text_width, _TITLE_SIZE, most=2)

    @property
    def heading_width(self) -> int:
        """The room for the name of a group."""
        return self.labels + self.plot


@frozen
class Placed:
    """Where rows and headings are: the lines of labels, marks and asides, from the top."""

    rows: tuple[tuple[int, ViewRow], ...]
    headings: tuple[tuple[int, str], ...]
    count: int
    stacked: bool

    def label_line(self, line: int) -> int:
        """Return the line of the label of the row whose marks are on a line."""
        return line - 1 if self.stacked else line

    def aside_line(self, line: int) -> int:
        """Return the line of the aside of the row whose marks are on a line."""
        return line + 1 if self.stacked else line


def placed(rows: Sequence[ViewRow], layout: Widths) -> Placed:
    """Return where rows are; the name of a group is above its first row, in two lines at most."""
    stacked = layout.stacked
    lines: list[tuple[int, ViewRow]] = []
    headings: list[tuple[int, str]] = []
    line = 0
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            for words in in_lines(
                group, layout.heading_width, _HEADING_SIZE, most=2
            ):
                headings.append((line, words))
                line += 1
        lines.append((line + stacked, row))
        line += _lines_of(row, stacked=stacked)
    return Placed(tuple(lines), tuple(headings), max(line, 1), stacked)


def _lines_of(row: ViewRow, *, stacked: bool) -> int:
    """Return how many lines a row takes: a stacked one its label, marks and aside."""
    return 2 + (row.aside != "") if stacked else 1


def in_lines(
    text: str, width: float, size: float = 12, *, most: int
) -> list[str]:
    """Break a text between words into lines of a width, and cut what is too long for that.

    A number stays with the word after it.

    >>> in_lines("5 in progress, 1 announced", 90, most=2)
    ['5 in progress,', '1 announced']
    """
    lines: list[str] = []
    for word in re.split(r"(?<!\d) | (?!\w)", document_line(text)):
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and (
            len(lines) == most or text_width(longer, size) <= width
        ):
            lines[-1] = longer
        else:
            lines.append(word)
    return [cut(line, width, size) for line in lines]


def cut(text: str, width: float, size: float = 12) -> str:
    """Cut a text to about `width` pixels at a font size, with an ellipsis."""
    text = document_line(text)
    ends = list(_ends(text, size))
    if not ends or ends[-1] <= width:
        return text
    # An ellipsis is as wide as the font is high.
    kept = bisect_right(ends, width - size)
    return text[:kept].rstrip() + "…"


def text_width(text: str, size: float = 12) -> float:
    """Return about how many pixels wide a text is at a font size."""
    return sum(map(_relative_width, text)) * size


def _ends(text: str, size: float) -> Iterator[float]:
    """Yield about where each letter of a text ends."""
    return accumulate(_relative_width(letter) * size for letter in text)


_LETTER_WIDTHS: Final = {
    **dict.fromkeys("fijlrtI.,:;'|!()[] ", 0.3),
    **dict.fromkeys("mwMW@%", 0.85),
}


def _relative_width(letter: str) -> float:
    """Guess how wide a letter is, as a share of its size."""
    if letter in _LETTER_WIDTHS:
        return _LETTER_WIDTHS[letter]
    if letter.isupper():
        return 0.68
    # Letters of East Asia are square.
    return 1.0 if display_width(letter) > 1 else 0.55
