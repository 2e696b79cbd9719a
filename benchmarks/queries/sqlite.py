"""sqlite in memory, with a covering index for each question."""

from __future__ import annotations

import sqlite3

from benchmarks.queries.columns import SHAPES, Columns
from benchmarks.queries.questions import Question
from benchmarks.queries.sql import statement, tables

INDEXES = (
    "CREATE INDEX by_theme ON dated (theme, earliest, latest, row)",
    "CREATE INDEX by_party ON said (party, status, start, stop, row)",
    "CREATE INDEX by_start ON overdue (start, stop, row)",
    "CREATE INDEX by_stop ON overdue (stop, start, row)",
    "ANALYZE",
)


class Engine:
    """A database in memory."""

    def __init__(self, columns: Columns) -> None:
        self._database = sqlite3.connect(":memory:")
        for name, create in tables():
            self._database.execute(create)
            marks = ", ".join("?" * len(SHAPES[name]))
            arrays = [
                columns.tables[name][column].tolist()
                for column in SHAPES[name]
            ]
            self._database.executemany(
                f"INSERT INTO {name} VALUES ({marks})",
                zip(*arrays, strict=True),
            )
        for index in INDEXES:
            self._database.execute(index)

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        query, values = statement(question)
        # In order: records that were made one after another are found faster one after another.
        return [
            row
            for (row,) in self._database.execute(
                f"{query} ORDER BY row", values
            )
        ]
