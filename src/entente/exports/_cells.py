"""How the value of a field becomes cells: one, or several where a value says more than one thing.

A date becomes its EDTF text, its words, and the first and last day of its start and of its end; an
amount its text, its bounds and its unit; a word its place in its list, too. The name of each column
begins with that of the field.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, Final

from attrs import Attribute, frozen

from entente.exports._described import CellType, CellValue, DataColumn, DataRow
from entente.files._meanings import MEANINGS
from entente.files._quick._fields import holds_parts, inner_type, is_listed
from entente.records._fields import form_of
from entente.records._forms import ONE_DAY
from entente.records._parts import Range
from entente.values._duration import Duration
from entente.values._edtf import (
    FIRST_DAY,
    LAST_DAY,
    Run,
    Shape,
    read,
    read_as_of,
)
from entente.values._period import Period, certain_days
from entente.values._quantity import Quantity

BETWEEN: Final = "; "
"""What stands between the items of a list in one cell; no id has it in it."""


@frozen(eq=False)
class FieldCells:
    """The columns of a field, and what makes their cells of its value."""

    columns: tuple[DataColumn, ...]
    of: Callable[[Any], DataRow]


def cells_of(cls: type, attribute: Attribute[Any]) -> FieldCells | None:
    """Return how a field becomes cells; None if it holds parts, which have tables of their own."""
    if holds_parts(attribute):
        return None
    name, inner = attribute.name, inner_type(attribute)
    about = MEANINGS.get(f"{cls.__name__}.{name}", MEANINGS.get(name, ""))
    if is_listed(attribute):
        return _listed(name, about)
    if issubclass(inner, StrEnum):
        return _word(name, about or f"The {name}.", inner)
    if inner is Period:
        return _date(name, about, may_last=form_of(attribute) is not ONE_DAY)
    if inner in _OF_CLASS:
        return _OF_CLASS[inner](name, about)
    type = CellType.BOOLEAN if inner is bool else CellType.TEXT
    return _one(name, type, about, lambda value: value)


def _one(
    name: str, type: CellType, about: str, of: Callable[[Any], CellValue]
) -> FieldCells:
    return FieldCells(
        (DataColumn(name, type, about),),
        lambda value: (None if value is None else of(value),),
    )


def _several(
    columns: tuple[DataColumn, ...], of: Callable[[Any], DataRow]
) -> FieldCells:
    """Return cells all of which are empty where there is no value."""
    empty = (None,) * len(columns)
    return FieldCells(
        columns, lambda value: empty if value is None else of(value)
    )


def _listed(name: str, about: str) -> FieldCells:
    shown = f"{about} All of them, with {BETWEEN!r} between them."
    return FieldCells(
        (DataColumn(name, CellType.TEXT, shown),),
        lambda values: (BETWEEN.join(values) or None,),
    )


def _word(name: str, about: str, words: type[StrEnum]) -> FieldCells:
    ranks = {word: rank for rank, word in enumerate(words)}
    columns = (
        DataColumn(
            name, CellType.TEXT, about, tuple(word.value for word in words)
        ),
        DataColumn(
            f"{name}_rank",
            CellType.INTEGER,
            f"The place of `{name}` in the list of its words, from 0.",
        ),
    )
    return _several(columns, lambda word: (word.value, ranks[word]))


# --- dates ---------------------------------------------------------------------------------------


def _date(name: str, about: str, *, may_last: bool) -> FieldCells:
    def column(suffix: str, type: CellType, about: str) -> DataColumn:
        return DataColumn(f"{name}_{suffix}", type, about)

    as_of = column(
        "as_of",
        CellType.DATE,
        f"The day until which `{name}` went on for certain, if its end is unknown.",
    )
    columns = (
        DataColumn(name, CellType.EDTF, f"{about} In EDTF (ISO 8601-2)."),
        column("stated", CellType.TEXT, f"The source's words for `{name}`."),
        *((as_of,) if may_last else ()),
        column(
            "start_first",
            CellType.DATE,
            f"The first day on which `{name}` may begin.",
        ),
        column(
            "start_last",
            CellType.DATE,
            f"The last day on which `{name}` may begin.",
        ),
        column(
            "end_first",
            CellType.DATE,
            f"The first day that may be the last of `{name}`.",
        ),
        column(
            "end_last",
            CellType.DATE,
            f"The last day that may be the last of `{name}`.",
        ),
        column(
            "start_open",
            CellType.BOOLEAN,
            f"Whether nothing bounds the start of `{name}`: `{name}_start_first` is empty.",
        ),
        column(
            "end_open",
            CellType.BOOLEAN,
            f"Whether nothing bounds the end of `{name}`: `{name}_end_last` is empty.",
        ),
        column(
            "in_doubt",
            CellType.BOOLEAN,
            f"Whether `{name}` is uncertain or approximate, so that nothing about it is certain.",
        ),
    )

    def cells(period: Period) -> DataRow:
        shape = shape_of(period)
        last_seen = (period.as_of,) if may_last else ()
        return (
            period.edtf,
            period.stated,
            *last_seen,
            *_four_cells(shape),
            shape.start.first < FIRST_DAY,
            shape.end.last > LAST_DAY,
            shape.hedged,
        )

    return _several(columns, cells)


def shape_of(period: Period) -> Shape:
    """Return what a period means: its two ends."""
    if period.as_of is None:
        return read(period.edtf)
    return read_as_of(period.edtf, period.as_of)


def four_days(shape: Shape) -> tuple[int, int, int, int]:
    """Return the first and last day of a start, and those of an end, as ordinals."""
    start, end = shape.start.reach, shape.end.reach
    return start[0][0], start[-1][1], end[0][0], end[-1][1]


def _four_cells(shape: Shape) -> DataRow:
    """Return these days as cells, which are empty where nothing bounds them."""
    start, end = shape.start, shape.end
    bounds = (start.first, start.last, end.first, end.last)
    return tuple(
        day_or_none(day) if FIRST_DAY <= bound <= LAST_DAY else None
        for day, bound in zip(four_days(shape), bounds, strict=True)
    )


def has_gaps(shape: Shape) -> bool:
    """Say whether four days do not say all: some days between them are not possible."""
    return len(shape.start.reach) > 1 or len(shape.end.reach) > 1


def runs_of_ends(shape: Shape) -> dict[str, tuple[Run, ...]]:
    """Return the runs of days on which a period may begin, and on which it may end."""
    return {"start": shape.start.reach, "end": shape.end.reach}


def pieces_of_days(
    on: Period | None, times: Iterable[Period]
) -> list[Run | None]:
    """Return the days that a date may be, cut where any of some times surely begins or ends.

    Each time then covers a piece as a whole or not at all. A date of which nothing is certain is one
    piece, None.
    """
    if on is None or on.earliest is None or on.latest is None:
        return [None]
    shape = shape_of(on)
    if shape.hedged:
        return [None]
    cuts = {
        cut
        for first, last in map(certain_days, times)
        for cut in (first, last + 1)
    }
    pieces: list[Run | None] = []
    for first, last in shape.start.reach:
        inner = sorted(cut for cut in cuts if first < cut <= last)
        firsts = [first, *inner]
        lasts = [*[cut - 1 for cut in inner], last]
        pieces += zip(firsts, lasts, strict=True)
    return pieces


def lasts_through(period: Period, piece: Run) -> bool:
    """Say whether a period surely lasts on all days of a piece."""
    first, last = certain_days(period)
    return first <= piece[0] and piece[1] <= last


def day_or_none(ordinal: int) -> datetime.date | None:
    """Return a day of the calendar; None for what lies before or after all days."""
    if FIRST_DAY <= ordinal <= LAST_DAY:
        return datetime.date.fromordinal(ordinal)
    return None


def date_key(period: Period) -> str:
    """Return the text that tells a date from others: its EDTF, and what it is as of."""
    as_of = "" if period.as_of is None else f" as of {period.as_of}"
    return f"{period.edtf}{as_of}"


# --- amounts, lengths of time, runs of lines -----------------------------------------------------


def _amount(name: str, about: str) -> FieldCells:
    rounded = f"Rounded where a number of 64 bits has to; `{name}` is exact."
    columns = (
        DataColumn(name, CellType.TEXT, f"{about} The exact amount."),
        DataColumn(
            f"{name}_low",
            CellType.NUMBER,
            f"The lower bound, empty if there is none. {rounded}",
        ),
        DataColumn(
            f"{name}_low_open",
            CellType.BOOLEAN,
            "Whether it is more than the lower bound, and not the bound itself.",
        ),
        DataColumn(
            f"{name}_high",
            CellType.NUMBER,
            f"The upper bound, empty if there is none. {rounded}",
        ),
        DataColumn(
            f"{name}_high_open",
            CellType.BOOLEAN,
            "Whether it is less than the upper bound, and not the bound itself.",
        ),
        DataColumn(
            f"{name}_unit",
            CellType.TEXT,
            "What is counted or measured; empty for a bare number.",
        ),
        DataColumn(
            f"{name}_per",
            CellType.TEXT,
            "The time for which a rate holds, as an ISO 8601 duration.",
        ),
        DataColumn(
            f"{name}_approximate",
            CellType.BOOLEAN,
            'Whether the source says "about".',
        ),
        DataColumn(
            f"{name}_is_change",
            CellType.BOOLEAN,
            "Whether it says how much there was more or less, not how much there was.",
        ),
    )

    def cells(amount: Quantity) -> DataRow:
        low, high = amount.low, amount.high
        return (
            str(amount),
            None if low is None else float(low),
            amount.low_open,
            None if high is None else float(high),
            amount.high_open,
            amount.unit or None,
            None if amount.per is None else str(amount.per),
            amount.approximate,
            amount.is_change,
        )

    return _several(columns, cells)


def _duration(name: str, about: str) -> FieldCells:
    columns = (
        DataColumn(name, CellType.TEXT, f"{about} As an ISO 8601 duration."),
        DataColumn(
            f"{name}_months", CellType.INTEGER, f"The months in `{name}`."
        ),
        DataColumn(
            f"{name}_days",
            CellType.INTEGER,
            f"The days in `{name}`, beside its months.",
        ),
    )
    return _several(
        columns, lambda length: (str(length), length.months, length.days)
    )


def _range(name: str, about: str) -> FieldCells:
    columns = (
        DataColumn(f"{name}_first", CellType.INTEGER, f"{about} The first."),
        DataColumn(f"{name}_last", CellType.INTEGER, f"{about} The last."),
    )
    return _several(columns, lambda run: (run.first, run.last))


_OF_CLASS: Final[dict[type, Callable[[str, str], FieldCells]]] = {
    Quantity: _amount,
    Duration: _duration,
    Range: _range,
}
