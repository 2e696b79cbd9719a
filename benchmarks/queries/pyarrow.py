"""pyarrow, compute kernels over tables."""

from __future__ import annotations

import functools
from typing import Any

import pyarrow as pa
from pyarrow import compute

from benchmarks.queries.columns import Columns
from benchmarks.queries.questions import Question, Ranges

pc: Any = compute  # its kernels are made when it is imported, so no type checker knows them


class Engine:
    """A table of Arrow for each table."""

    def __init__(self, columns: Columns) -> None:
        self._tables: dict[str, Any] = {
            name: pa.table(dict(table))
            for name, table in columns.tables.items()
        }

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        found: list[Any] = []
        if question.themes:
            dated = self._tables["dated"]
            first, last = question.window
            dates = pc.and_(
                pc.less_equal(dated["earliest"], last),
                pc.greater_equal(dated["latest"], first),
            )
            found.append(
                dated["row"].filter(
                    pc.and_(_within(dated["theme"], question.themes), dates)
                )
            )
        if question.parties:
            said = self._tables["said"]
            words = pc.is_in(
                said["status"],
                value_set=pa.array(question.statuses, pa.int32()),
            )
            who = pc.and_(_within(said["party"], question.parties), words)
            found.append(
                said["row"].filter(pc.and_(who, _holds(said, question.day)))
            )
        if question.overdue:
            overdue = self._tables["overdue"]
            found.append(overdue["row"].filter(_holds(overdue, question.day)))
        rows = functools.reduce(
            lambda left, right: left.filter(
                pc.is_in(left, value_set=right.combine_chunks())
            ),
            found,
        )
        places: list[int] = (
            pc.unique(rows).to_numpy(zero_copy_only=False).tolist()
        )
        return places


def _within(column: Any, ranges: Ranges) -> Any:
    masks = [
        pc.and_(pc.greater_equal(column, first), pc.less_equal(column, last))
        for first, last in ranges
    ]
    return functools.reduce(pc.or_, masks)


def _holds(table: Any, day: int) -> Any:
    return pc.and_(
        pc.less_equal(table["start"], day), pc.greater(table["stop"], day)
    )
