"""Who is measured at answering: one module for each engine, over the same flattened columns."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Protocol

from attrs import frozen

from benchmarks.queries.columns import Columns
from benchmarks.queries.questions import Question


class Answers(Protocol):
    """An engine that has taken in the columns."""

    def rows(self, question: Question) -> list[int]:
        """Return the places of the commitments that answer a question, in any order."""
        ...


@frozen
class Engine:
    """An engine that answers queries: the name of its module, a label, and a note on its setup."""

    name: str
    label: str
    note: str
    distributions: tuple[str, ...]

    def over(self, columns: Columns) -> Answers:
        """Take in the columns."""
        module: Any = import_module(f"benchmarks.queries.{self.name}")
        answers: Answers = module.Engine(columns)
        return answers


ENGINES: Final = (
    Engine(
        "sqlite",
        "sqlite",
        "In memory, with a covering index for each query.",
        (),
    ),
    Engine("duckdb", "duckdb", "In memory.", ("duckdb",)),
    Engine("polars", "polars", "Lazy frames.", ("polars",)),
    Engine("pandas", "pandas", "Boolean masks.", ("pandas",)),
    Engine("pyarrow", "pyarrow", "Compute kernels over tables.", ("pyarrow",)),
    Engine("numpy", "numpy", "Boolean masks over arrays.", ("numpy",)),
)

ENGINES_BY_NAME: Final = {engine.name: engine for engine in ENGINES}
