"""A view in plain text: what is drawn in letters, and below each row what is told of it."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from entente._tables import columns, fill, flat
from entente.views._marks import (
    BARS,
    COUNTS,
    POINTS,
    STYLES,
    Axis,
    Mark,
    ReferenceLine,
    ViewRow,
    day_at,
    used_kinds,
)

WIDTH: Final = 100
"""How many columns a view takes, where no single word is longer."""

_LABEL: Final = 36
_STRIP: Final = WIDTH - _LABEL


def text_lines(
    rows: Sequence[ViewRow], axis: Axis, reference_lines: Sequence[ReferenceLine]
) -> Iterator[str]:
    """Yield the lines of a view: the axis, each row, and what the signs mean."""
    yield " " * _LABEL + _scale(axis)
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            yield from ("", *wrap([flat(group)], ""))
        yield (
            fill(_label(row), _LABEL - 2) + "  " + _strip(row, axis, reference_lines)
        ).rstrip()
        yield from wrap(
            [f"{name}: {flat(value)}" for name, value in row.facts if value], "  "
        )
    yield ""
    yield from wrap(_legend(rows, axis, reference_lines), "", between="   ")


def _label(row: ViewRow) -> str:
    return ("  " * (row.depth - 1) + "└ " if row.depth else "") + flat(row.label)


def wrap(pieces: Iterable[str], indent: str, *, between: str = " · ") -> Iterator[str]:
    """Lay pieces of text out on lines of at most `WIDTH` columns, and break within a piece only if it must be."""
    line = indent
    for piece in pieces:
        joined = indent + piece if line == indent else line + between + piece
        if columns(joined) <= WIDTH:
            line = joined
            continue
        if line != indent:
            yield line
        line = indent
        for word in piece.split(" "):
            joined = line + word if line == indent else f"{line} {word}"
            if columns(joined) > WIDTH and line != indent:
                yield line
                joined = f"{indent}{word}"
            line = joined
    if line != indent:
        yield line


def _strip(row: ViewRow, axis: Axis, reference_lines: Sequence[ReferenceLine]) -> str:
    """Draw the marks of a row: bars first, then points, each in a place of its own and in their order."""
    cells = [" "] * _STRIP
    for line in reference_lines:
        if axis.low <= line.at <= axis.high:
            cells[_column(axis, line.at)] = "┊"
    placed = sorted(axis.clip(row.marks), key=lambda mark: _ORDER.index(mark.kind))
    for mark in (each for each in placed if each.kind in BARS):
        last = max(_column(axis, mark.start), _column(axis, mark.end) - 1)
        for at in range(_column(axis, mark.start), last + 1):
            cells[at] = mark.glyph
    taken: set[int] = set()
    for mark in sorted(
        (each for each in placed if each.kind in POINTS), key=lambda each: each.start
    ):
        at = _free(taken, _column(axis, mark.start))
        taken.add(at)
        cells[at] = mark.glyph
    for mark in placed:
        _say(mark, cells, taken, axis)
    return "".join(cells)


_ORDER: Final = tuple(STYLES)


def _free(taken: set[int], wanted: int) -> int:
    """Return the nearest place that is not taken, to the right if there are two."""
    return min(
        set(range(_STRIP)) - taken,
        key=lambda at: (abs(at - wanted), -at),
        default=wanted,
    )


def _say(mark: Mark, cells: list[str], taken: set[int], axis: Axis) -> None:
    """Write a mark's text in its bar, after it or before it, where there is room."""
    text, first, last = (
        flat(mark.text),
        _column(axis, mark.start),
        _column(axis, mark.end),
    )
    inside = (
        [(first + last - len(text)) // 2]
        if mark.kind in BARS and last - first > len(text) + 1
        else []
    )
    for start in (
        inside if mark.kind in COUNTS else (*inside, last + 1, first - len(text))
    ):
        places = range(start, start + len(text))
        if text and start >= 0 and places.stop <= _STRIP and taken.isdisjoint(places):
            cells[start : places.stop] = text
            taken.update(places)
            return


def _column(axis: Axis, place: float) -> int:
    return round((place - axis.low) / (axis.high - axis.low) * (_STRIP - 1))


def _scale(axis: Axis) -> str:
    """Write above the strip as many places of the axis as have room."""
    ticks = (
        (_months(axis, step) for step in _MONTHS)
        if axis.is_time
        else (_amounts(axis, size) for size in axis.steps())
    )
    cells = [" "] * _STRIP
    for place, label in next(
        found for found in ticks if found and _has_room(axis, found)
    ):
        at = min(_column(axis, place), _STRIP - len(label))
        cells[at : at + len(label)] = label
    return "".join(cells).rstrip()


def _has_room(axis: Axis, ticks: Sequence[tuple[float, str]]) -> bool:
    places = [_column(axis, place) for place, _ in ticks]
    return all(
        right - left > len(label)
        for (left, right), (_, label) in zip(pairwise(places), ticks, strict=False)
    )


_MONTHS: Final = (
    1,
    3,
    6,
    *(12 * count * scale for scale in (1, 10, 100, 1000) for count in (1, 2, 5)),
)
"""After how many months a place of the axis is written, the most frequent first."""


def _months(axis: Axis, step: int) -> list[tuple[float, str]]:
    first, last = day_at(axis.low), day_at(axis.high)
    start, stop = first.year * 12 + first.month - 1, last.year * 12 + last.month
    if stop - start > step * _STRIP:
        return []
    days = [
        datetime.date(at // 12, at % 12 + 1, 1)
        for at in range(-(-start // step) * step, stop, step)
    ]
    return [
        (day.toordinal(), day.isoformat()[: 7 if step < 12 else 4])
        for day in days
        if day >= first
    ]


def _amounts(axis: Axis, size: float) -> list[tuple[float, str]]:
    places = range(math.ceil(axis.low / size), math.floor(axis.high / size) + 1)
    return [(place * size, axis.label_at(place * size)) for place in places]


def _legend(
    rows: Sequence[ViewRow], axis: Axis, reference_lines: Sequence[ReferenceLine]
) -> Iterator[str]:
    marks = [mark for row in rows for mark in axis.clip(row.marks)]
    for kind in used_kinds(marks):
        yield f"{STYLES[kind].glyph} {STYLES[kind].words}"
    if any(mark.hollow for mark in marks):
        yield axis.hollow_meaning
    yield from (f"┊ {flat(line.label)}" for line in reference_lines if line.label)
