"""duckdb in memory."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from benchmarks.queries.columns import SHAPES, Columns
from benchmarks.queries.questions import Question
from benchmarks.queries.sql import statement


class Engine:
    """A database in memory."""

    def __init__(self, columns: Columns) -> None:
        self._database = duckdb.connect()
        for name in SHAPES:
            self._database.register("given", pa.table(columns.tables[name]))
            self._database.execute(
                f"CREATE TABLE {name} AS SELECT * FROM given"
            )
            self._database.unregister("given")

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        found: list[int] = (
            self._database.execute(*statement(question))
            .fetchnumpy()["row"]
            .tolist()
        )
        return found
