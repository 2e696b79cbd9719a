"""polars, lazy frames."""

from __future__ import annotations

import functools
import operator

import polars as pl

from benchmarks.queries.columns import Columns
from benchmarks.queries.questions import Question, Ranges


class Engine:
    """A frame for each table."""

    def __init__(self, columns: Columns) -> None:
        self._frames = {
            name: pl.DataFrame(dict(table)).lazy()
            for name, table in columns.tables.items()
        }

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        found: list[pl.LazyFrame] = []
        if question.themes:
            first, last = question.window
            dates = (pl.col("earliest") <= last) & (pl.col("latest") >= first)
            found.append(
                self._where("dated", _within("theme", question.themes) & dates)
            )
        if question.parties:
            words = pl.col("status").is_in(question.statuses)
            said = (
                _within("party", question.parties)
                & words
                & _holds(question.day)
            )
            found.append(self._where("said", said))
        if question.overdue:
            found.append(self._where("overdue", _holds(question.day)))
        rows = functools.reduce(
            lambda left, right: left.join(right, on="row", how="semi"), found
        )
        return rows.unique().collect()["row"].to_list()

    def _where(self, table: str, condition: pl.Expr) -> pl.LazyFrame:
        return self._frames[table].filter(condition).select("row")


def _within(column: str, ranges: Ranges) -> pl.Expr:
    return functools.reduce(
        operator.or_, (pl.col(column).is_between(*each) for each in ranges)
    )


def _holds(day: int) -> pl.Expr:
    return (pl.col("start") <= day) & (pl.col("stop") > day)
