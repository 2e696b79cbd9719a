"""pandas, boolean masks."""

from __future__ import annotations

import functools
import operator
from typing import Any

import pandas as pd

from benchmarks.queries.columns import Columns
from benchmarks.queries.questions import Question, Ranges


class Engine:
    """A frame for each table."""

    def __init__(self, columns: Columns) -> None:
        self._frames: dict[str, Any] = {
            name: pd.DataFrame(table) for name, table in columns.tables.items()
        }

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        found: list[Any] = []
        if question.themes:
            dated = self._frames["dated"]
            first, last = question.window
            dates = (dated["earliest"] <= last) & (dated["latest"] >= first)
            found.append(
                dated.loc[
                    _within(dated["theme"], question.themes) & dates, "row"
                ]
            )
        if question.parties:
            said = self._frames["said"]
            words = said["status"].isin(question.statuses)
            parties = _within(said["party"], question.parties)
            found.append(
                said.loc[parties & words & _holds(said, question.day), "row"]
            )
        if question.overdue:
            overdue = self._frames["overdue"]
            found.append(overdue.loc[_holds(overdue, question.day), "row"])
        rows = functools.reduce(
            lambda left, right: left[left.isin(right)], found
        )
        places: list[int] = rows.unique().tolist()
        return places


def _within(column: Any, ranges: Ranges) -> Any:
    return functools.reduce(
        operator.or_, (column.between(*each) for each in ranges)
    )


def _holds(frame: Any, day: int) -> Any:
    return (frame["start"] <= day) & (frame["stop"] > day)
