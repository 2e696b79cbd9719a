"""numpy, boolean masks over arrays: what the expected answers are worked out with, too."""

from __future__ import annotations

import numpy as np

from benchmarks.queries.columns import Columns
from benchmarks.queries.questions import Question, expected


class Engine:
    """The columns as they are."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def rows(self, question: Question) -> list[int]:
        """Answer a question."""
        found: list[int] = np.flatnonzero(
            expected(self._columns, question)
        ).tolist()
        return found
