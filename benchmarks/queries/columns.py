"""A dossier's commitments as columns of whole numbers, as other engines like them best.

Themes and parties are numbered so that all that lies below one is a range of numbers; days are
ordinals; what was declared and what is overdue are intervals of days, the end not included. All of it
is asked of the library through its public interface, once for each day on which an answer may change.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from entente import (
    Commitment,
    Dossier,
    Party,
    Period,
    ReportedStatus,
    Schedule,
    Theme,
)

Column: TypeAlias = NDArray[np.int32]
Table: TypeAlias = dict[str, Column]

NEVER: Final = datetime.date.max.toordinal()
STATUSES: Final = list(ReportedStatus)

SHAPES: Final = {
    "dated": ("theme", "earliest", "latest", "row"),
    "said": ("party", "status", "start", "stop", "row"),
    "overdue": ("start", "stop", "row"),
}
"""The tables and their columns: `row` is the place of the commitment in the dossier."""


@frozen
class Columns:
    """The tables of `SHAPES`, and the ranges of numbers that stand for themes and parties."""

    size: int
    tables: dict[str, Table]
    themes: dict[str, tuple[int, int]]
    parties: dict[str, tuple[int, int]]


def numbered(records: Iterable[Theme | Party]) -> dict[str, tuple[int, int]]:
    """Number records from above to below; return for each its own number and the last one below it.

    >>> numbered([Theme(id="a", label="A"), Theme(id="b", label="B"), Theme(id="c", label="C", broader=("a",))])
    {'c': (1, 1), 'a': (0, 1), 'b': (2, 2)}
    """
    below: dict[str | None, list[str]] = {}
    for record in records:
        above = (
            next((whole.party for whole in record.part_of), None)
            if isinstance(record, Party)
            else next(iter(record.broader), None)
        )
        below.setdefault(above, []).append(record.id)
    ranges: dict[str, tuple[int, int]] = {}
    count = 0

    def number(id: str) -> None:
        nonlocal count
        first = count
        count += 1
        for each in below.get(id, ()):
            number(each)
        ranges[id] = first, count - 1

    for top in below.get(None, ()):
        number(top)
    return ranges


@functools.cache
def reach(period: Period) -> tuple[int, int]:
    """Return the first and the last day that a period may share with another.

    >>> [str(datetime.date.fromordinal(day)) for day in reach(Period("2024-02~"))]
    ['2024-01-01', '2024-03-31']
    """
    first = 1 if period.earliest is None else period.earliest.toordinal()
    last = NEVER if period.latest is None else period.latest.toordinal()
    if not period.approximate:
        return first, last
    # What is about then may be a little earlier or later; how much is for the library to say.
    while period.overlaps(datetime.date.fromordinal(first - 1)).possible:
        first -= 1
    while period.overlaps(datetime.date.fromordinal(last + 1)).possible:
        last += 1
    return first, last


def flattened(
    dossier: Dossier, tick: Callable[[], object] = lambda: None
) -> Columns:
    """Ask a dossier for all that the columns hold; `tick` is called for each commitment."""
    themes, parties = numbered(dossier.themes), numbered(dossier.parties)
    rows: dict[str, list[tuple[int, ...]]] = {name: [] for name in SHAPES}
    for row, commitment in enumerate(dossier.commitments):
        if commitment.made is not None:
            first, last = reach(commitment.made)
            rows["dated"] += (
                (themes[theme][0], first, last, row)
                for theme in commitment.themes
            )
        for status, start, stop in intervals(dossier, commitment):
            if status is None:
                rows["overdue"].append((start, stop, row))
            else:
                rows["said"] += (
                    (
                        parties[party][0],
                        STATUSES.index(status),
                        start,
                        stop,
                        row,
                    )
                    for party in commitment.by
                )
        tick()
    tables = {
        name: dict(
            zip(columns, _transposed(rows[name], len(columns)), strict=True)
        )
        for name, columns in SHAPES.items()
    }
    return Columns(len(dossier.commitments), tables, themes, parties)


def _transposed(rows: list[tuple[int, ...]], width: int) -> list[Column]:
    table = np.array(rows, dtype=np.int32).reshape(len(rows), width)
    return [np.ascontiguousarray(column) for column in table.T]


def intervals(
    dossier: Dossier, commitment: Commitment
) -> Iterator[tuple[ReportedStatus | None, int, int]]:
    """List from which day to before which day a status is declared, and None for being overdue."""
    parts = dossier.lineage(commitment).parts
    days = sorted(
        {day for each in (commitment, *parts) for day in _changes(each)}
    )
    open_: dict[ReportedStatus | None, int] = {}
    for day in days:
        found = dossier.status(commitment, on=datetime.date.fromordinal(day))
        holds: set[ReportedStatus | None] = (
            {found.declared.status} if found.declared else set()
        )
        if found.schedule is Schedule.OVERDUE:
            holds.add(None)
        for status in open_.keys() - holds:
            yield status, open_.pop(status), day
        for status in holds - open_.keys():
            open_[status] = day
    for status, start in open_.items():
        yield status, start, NEVER


def _changes(commitment: Commitment) -> Iterator[int]:
    """List the days on which anything about a commitment may change, apart from what its parts do to it."""
    periods = [commitment.due]
    for report in commitment.reports:
        periods += (report.on, report.due)
    for period in periods:
        if period is not None:
            first, last = reach(period)
            yield from (first, last, min(last + 1, NEVER))


# --- files ---------------------------------------------------------------------------------------


def save(columns: Columns, path: Path) -> None:
    """Write columns to a file."""
    arrays: dict[str, Any] = {
        f"{table}.{name}": column
        for table, found in columns.tables.items()
        for name, column in found.items()
    }
    for kind, ranges in (
        ("themes", columns.themes),
        ("parties", columns.parties),
    ):
        arrays[f"{kind}.id"] = np.array(list(ranges))
        arrays[f"{kind}.range"] = np.array(
            list(ranges.values()), dtype=np.int32
        )
    np.savez(path, size=np.int32(columns.size), **arrays)


def load(path: Path) -> Columns:
    """Read columns from a file."""
    with np.load(path) as arrays:
        tables = {
            table: {name: arrays[f"{table}.{name}"] for name in names}
            for table, names in SHAPES.items()
        }
        themes, parties = (
            {
                str(id): (int(first), int(last))
                for id, (first, last) in zip(
                    arrays[f"{kind}.id"], arrays[f"{kind}.range"], strict=True
                )
            }
            for kind in ("themes", "parties")
        )
        return Columns(int(arrays["size"]), tables, themes, parties)
