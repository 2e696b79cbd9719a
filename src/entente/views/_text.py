"""A view as plain text: the marks of each row as letters, its facts below.

A row is drawn in a strip of 64 letters. Bars are drawn first; points move aside for each other, so
that none hides another.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from entente._safe import single_line
from entente._tables import display_width, fit
from entente.values._phrase_words import MONTH_NAMES
from entente.views._marks import (
    BARS,
    COUNTS,
    ORDER,
    POINTS,
    STYLES,
    Axis,
    Column,
    Mark,
    ReferenceLine,
    ViewRow,
    day_at,
    hollow_meanings,
    used_kinds,
)

WIDTH: Final = 100
"""How many columns a view takes. Only a single word that is longer goes beyond."""

_LABEL: Final = 36
_STRIP: Final = WIDTH - _LABEL
"""The columns of the labels, and of the strip of marks next to them."""

_Labels: TypeAlias = list[tuple[float, str]]
"""Labels of an axis, each with its position."""


def text_lines(
    rows: Sequence[ViewRow],
    axis: Axis,
    reference_lines: Sequence[ReferenceLine],
) -> Iterator[str]:
    """Yield the lines of a view: the labels of the axis, each row, and the legend."""
    yield " " * _LABEL + _axis_line(axis)
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield ""
            yield from wrap([single_line(group)], "")
        label = fit(_indented_label(row), _LABEL - 2)
        yield f"{label}  {_strip(row, axis, reference_lines)}".rstrip()
        facts = [
            f"{name}: {single_line(value)}"
            for name, value in row.facts
            if value
        ]
        yield from wrap(facts, "  ")
    yield ""
    # Meanings contain commas, so three spaces keep them apart.
    yield from wrap(_legend(rows, axis, reference_lines), "", between="   ")


def _indented_label(row: ViewRow) -> str:
    if row.depth == 0:
        return single_line(row.label)
    return "  " * (row.depth - 1) + "└ " + single_line(row.label)


def wrap(
    pieces: Iterable[str], indent: str, *, between: str = " · "
) -> Iterator[str]:
    """Yield lines of at most `WIDTH` columns; a piece is broken only if it has no room on one."""
    line = indent
    for piece in pieces:
        joined = indent + piece if line == indent else line + between + piece
        if display_width(joined) <= WIDTH:
            line = joined
            continue
        if line != indent:
            yield line
        *full, line = _broken(piece, indent)
        yield from full
    if line != indent:
        yield line


def _broken(piece: str, indent: str) -> list[str]:
    """Break a piece between words; a word longer than a line has one of its own."""
    lines: list[str] = []
    line = indent
    for word in piece.split(" "):
        joined = line + word if line == indent else f"{line} {word}"
        if display_width(joined) > WIDTH and line != indent:
            lines.append(line)
            joined = f"{indent}{word}"
        line = joined
    return [*lines, line]


def _strip(
    row: ViewRow, axis: Axis, reference_lines: Sequence[ReferenceLine]
) -> str:
    """Return the marks of a row as letters: lines, then bars, then points, then texts.

    This promise was made before the day of the line and is due in the spring after it::

        ●    ┊ ┈┈┈┈┈┈┃
    """
    marks = sorted(
        axis.clip(row.marks), key=lambda mark: ORDER.index(mark.kind)
    )
    bars = [mark for mark in marks if mark.kind in BARS]
    points = [mark for mark in marks if mark.kind in POINTS]
    cells = [" "] * _STRIP
    for line in reference_lines:
        if axis.shows(line.at):
            cells[_column(axis, line.at)] = "┊"
    for bar in bars:
        first = _column(axis, bar.start)
        # A bar ends where its last day does, and is never without a letter.
        last = max(first, _column(axis, bar.end) - 1)
        cells[first : last + 1] = bar.glyph * (last + 1 - first)
    # From left to right, so that what was done in time stays before its deadline.
    taken: set[int] = set()
    for mark in sorted(points, key=lambda mark: mark.start):
        column = _nearest_free(_column(axis, mark.start), taken)
        taken.add(column)
        cells[column] = mark.glyph
    for mark in marks:
        _write_text(mark, cells, taken, axis)
    return "".join(cells)


def _nearest_free(wanted: int, taken: set[int]) -> int:
    """Return the nearest column not taken, to the right of two; `wanted` if all are taken."""
    free = set(range(_STRIP)) - taken
    return min(free, key=lambda at: (abs(at - wanted), -at), default=wanted)


def _write_text(
    mark: Mark, cells: list[str], taken: set[int], axis: Axis
) -> None:
    """Write the text of a mark at the first of its places that is free, if any is."""
    text = single_line(mark.text)
    if not text:
        return
    for start in _text_starts(mark, len(text), axis):
        places = range(start, start + len(text))
        fits = start >= 0 and places.stop <= _STRIP
        if fits and taken.isdisjoint(places):
            cells[start : places.stop] = text
            taken.update(places)
            return


def _text_starts(mark: Mark, length: int, axis: Axis) -> Iterator[int]:
    """Yield where the text of a mark may begin: within a bar, after the mark, before it."""
    first, last = _column(axis, mark.start), _column(axis, mark.end)
    if mark.kind in BARS and last - first > length + 1:
        yield (first + last - length) // 2
    # A number next to its bar would be read as that of the next bar.
    if mark.kind not in COUNTS:
        yield last + 1
        yield first - length


def _column(axis: Axis, position: float) -> int:
    return round((position - axis.low) / (axis.high - axis.low) * (_STRIP - 1))


def _axis_line(axis: Axis) -> str:
    """Return the line above the strips: as many labels of the axis as have room."""
    choices: Iterator[_Labels]
    if axis.columns:
        choices = iter((_column_labels(axis),))
    elif axis.is_time:
        choices = (_month_labels(axis, step) for step in _MONTHS)
    else:
        choices = (_amount_labels(axis, step) for step in axis.label_steps())
    labels = next(choices)
    while not (axis.columns or _has_room(axis, labels)):
        labels = next(choices)
    cells = [" "] * _STRIP
    for position, label in labels:
        column = _label_column(axis, position, label)
        cells[column : column + len(label)] = label
    return "".join(cells).rstrip()


def _has_room(axis: Axis, labels: _Labels) -> bool:
    """Return whether there are labels, with a space between each two."""
    end = -1
    for position, label in labels:
        column = _label_column(axis, position, label)
        if column <= end:
            return False
        end = column + len(label)
    return labels != []


def _label_column(axis: Axis, position: float, label: str) -> int:
    """Return where a label begins: at its position, or before it if the strip would end too soon."""
    return min(_column(axis, position), _STRIP - len(label))


_MONTHS: Final = (
    *(1, 3, 6),
    *(12, 24, 60),
    *(120, 240, 600),
    *(1200, 2400, 6000),
    *(12_000, 24_000, 60_000),
)
"""Distances between labels in months, from one month to 5,000 years."""


def _month_labels(axis: Axis, step: int) -> _Labels:
    """Return labels at the first days of months, `step` months apart."""
    first, last = day_at(axis.low), day_at(axis.high)
    # Months are counted from the year 0, so that steps of a year begin in January.
    start = first.year * 12 + first.month - 1
    stop = last.year * 12 + last.month
    # More labels than columns have no room; an axis of 9,000 years would have 108,000.
    if stop - start > step * _STRIP:
        return []
    months = range(math.ceil(start / step) * step, stop, step)
    days = [datetime.date(at // 12, at % 12 + 1, 1) for at in months]
    return [
        (day.toordinal(), _month_label(day, with_month=step < 12))
        for day in days
        if day >= first
    ]


def _month_label(day: datetime.date, *, with_month: bool) -> str:
    year = f"{day.year:04d}"
    return (
        f"{MONTH_NAMES[day.month - 1][:3].title()} {year}"
        if with_month
        else year
    )


def _column_labels(axis: Axis) -> _Labels:
    """Return the names of columns, or the codes of those whose names have no room."""
    room = _column_room(axis)
    labels: _Labels = []
    for at, column in enumerate(axis.columns):
        shown = column.name if _has_name(column, room) else column.code
        labels.append((at, fit(single_line(shown), room).rstrip()))
    return labels


def _column_room(axis: Axis) -> int:
    return _STRIP // len(axis.columns) - 1


def _has_name(column: Column, room: int) -> bool:
    return display_width(single_line(column.name)) <= room


def _amount_labels(axis: Axis, step: float) -> _Labels:
    """Return labels at multiples of `step`."""
    least, most = math.ceil(axis.low / step), math.floor(axis.high / step)
    amounts = [number * step for number in range(least, most + 1)]
    return [(amount, axis.label_at(amount)) for amount in amounts]


def _legend(
    rows: Sequence[ViewRow],
    axis: Axis,
    reference_lines: Sequence[ReferenceLine],
) -> Iterator[str]:
    marks = list(axis.clip(chain.from_iterable(row.marks for row in rows)))
    for kind in used_kinds(marks):
        yield f"{STYLES[kind].glyph} {STYLES[kind].words}"
    yield from hollow_meanings(marks)
    for line in reference_lines:
        if line.label:
            yield f"┊ {single_line(line.label)}"
    for column in axis.columns:
        if column.key and not _has_name(column, _column_room(axis)):
            yield single_line(column.key)
