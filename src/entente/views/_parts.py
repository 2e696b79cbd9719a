"""Pictures in parts that each have room on a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from entente.views._marks import ViewRow
from entente.views._view import View

LINES_OF_A_SHEET: Final = 18
"""How many lines of a picture a sheet of A4 across has room for, with a legend and a heading."""


def parts_of(view: View, lines: int = LINES_OF_A_SHEET) -> tuple[View, ...]:
    """Return a view in parts of at most so many lines, all on the same axis.

    The title of each says which it is, and only the first has the description of the whole. A group
    stays in one part if there is room for it.
    """
    parts = list(_packed(_units(view.rows, lines), lines))
    if len(parts) < 2:
        return (view,)
    return tuple(
        evolve(
            view,
            title=f"{view.title} ({number} of {len(parts)})",
            description=view.description
            if number == 1
            else f"Part {number} of {len(parts)}.",
            rows=rows,
        )
        for number, rows in enumerate(parts, 1)
    )


def _units(
    rows: Iterable[ViewRow], lines: int
) -> Iterator[tuple[ViewRow, ...]]:
    """Yield the rows that stay together: a group that has room, or a single row."""
    for group, members in groupby(rows, key=lambda row: row.group):
        unit = tuple(members)
        if group and len(unit) < lines:
            yield unit
        else:
            yield from ((row,) for row in unit)


def _packed(
    units: Iterable[Sequence[ViewRow]], lines: int
) -> Iterator[tuple[ViewRow, ...]]:
    """Yield as many units as have room together, one time after another."""
    part: tuple[ViewRow, ...] = ()
    for unit in units:
        together = (*part, *unit)
        if part and _line_count(together) > lines:
            yield part
            together = tuple(unit)
        part = together
    if part:
        yield part


def _line_count(rows: Sequence[ViewRow]) -> int:
    """Return how many lines rows take, with one for the name of each group."""
    names = [group for group, _ in groupby(rows, key=lambda row: row.group)]
    return len(rows) + sum(map(bool, names))
