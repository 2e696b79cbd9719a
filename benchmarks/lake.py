"""Many dossiers as tables: how long they take to write, and how long DuckDB takes to answer.

A few dossiers of 10,000 commitments are made and written one after another. The others are copies of
these under names of their own, since what they hold makes no difference to an engine::

    python -m benchmarks.lake 10M --distinct 10 --memory 1200MB

The folder is removed afterwards, unless it is to be kept.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, TypeVar

import ibis
import pyarrow
from attrs import frozen
from pyarrow import parquet

from benchmarks.generate import SEED, make, size_of
from entente import exports

T = TypeVar("T")

A_DOSSIER: Final = 10_000
"""How many commitments a dossier has."""

QUESTIONS: Final[dict[str, dict[str, Any]]] = {
    "theme and party": {"theme": "asylum", "by": "FR"},
    "must have been made in a month": {"made": "2024-03", "certain": True},
    "overdue on a day": {"schedule": "overdue", "on": "2024-12-31"},
    "firm, and declared completed": {"firm": True, "declared": "completed"},
    "who acted for a party, then": {
        "by": "GB",
        "certain": True,
        "made": "2020/2024",
        "theme": "energy",
    },
}
"""What is asked about all commitments, by what it asks for."""


@frozen
class Answered:
    """What an answer took, in seconds: the first time, and the median of three more."""

    records: int
    first: float
    warm: float


def write(folder: Path, distinct: int) -> float:
    """Write some distinct dossiers, one after another; return the seconds of the library alone."""
    seconds = 0.0
    for number in range(distinct):
        dossier = make(A_DOSSIER, seed=SEED + number).dossier
        begun = time.perf_counter()
        exports.write([(_name(number), dossier)], folder, "parquet")
        seconds += time.perf_counter() - begun
    return seconds


def repeat(folder: Path, distinct: int, all_of_them: int) -> None:
    """Copy the folders of dossiers under other names, until there are so many."""
    sources = itertools.cycle(range(distinct))
    for number in range(distinct, all_of_them):
        into = folder / _name(number)
        into.mkdir()
        for file in (folder / _name(next(sources))).glob("*.parquet"):
            table = parquet.ParquetFile(file).read()
            named = pyarrow.array(
                [into.name] * table.num_rows, pyarrow.string()
            )
            field = table.schema.field("dossier")
            parquet.write_table(
                table.set_column(0, field, named), into / file.name
            )


def ask(folder: Path, memory: str) -> tuple[float, dict[str, Answered]]:
    """Put the questions to DuckDB; return the seconds that opening took, and what each answer took."""
    connection = ibis.duckdb.connect(
        memory_limit=memory, temp_directory=f"{folder}.tmp"
    )
    lake, opened = _timed(lambda: exports.open(connection, folder))
    answers = {}
    for name, asked in QUESTIONS.items():
        # The query is made anew each time, as a user would.
        def fetch(asked: dict[str, Any] = asked) -> int:
            found = lake.where("commitments", **asked).select("dossier", "id")
            # An answer may be larger than what the engine may take.
            batches = found.to_pyarrow_batches()
            return sum(batch.num_rows for batch in batches)

        records, first = _timed(fetch)
        warm = [_timed(fetch)[1] for _ in range(3)]
        answers[name] = Answered(records, first, statistics.median(warm))
    return opened, answers


def _name(number: int) -> str:
    return f"dossier-{number:05}"


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    found = call()
    return found, time.perf_counter() - begun


def _alone(call: Callable[..., T], *given: Any) -> tuple[T, float]:
    """Call in a process of its own; return what it returns, and the megabytes that it held at most."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = pool.submit(call, *given).result()
        peak = pool.submit(_peak).result()
    return found, peak


def _peak() -> float:
    # Linux counts kibibytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _bytes(folder: Path) -> int:
    return sum(
        file.stat().st_size for file in folder.rglob("*") if file.is_file()
    )


def measure(
    folder: Path, size: int, distinct: int, memory: str
) -> Iterator[str]:
    """Yield what was measured, line by line."""
    wanted = max(size // A_DOSSIER, 1)
    distinct = min(distinct, wanted)
    seconds, peak = _alone(write, folder, distinct)
    yield (
        f"write: {seconds / distinct:.1f} s a dossier of {A_DOSSIER:,} commitments, {distinct} of them;"
        f" {peak:,.0f} MB at most"
    )
    _, copied = _timed(lambda: repeat(folder, distinct, wanted))
    yield f"copies: {wanted - distinct:,} in {copied:,.0f} s"
    yield f"disk: {_bytes(folder) / 1e9:.2f} GB for {wanted * A_DOSSIER:,} commitments"
    (opened, answers), peak = _alone(ask, folder, memory)
    yield f"open: {opened:.1f} s; DuckDB limited to {memory}, {os.cpu_count()} cores; {peak:,.0f} MB at most"
    for name, each in answers.items():
        yield f"{name}: {each.records:,} commitments, first {each.first:.2f} s, warm {each.warm:.2f} s"


def main() -> None:
    """Measure at the size that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "size", type=size_of, help="how many commitments: 100k, 1M, 10M"
    )
    parser.add_argument(
        "--distinct",
        type=int,
        default=10,
        help="how many dossiers the library writes, before they are copied",
    )
    parser.add_argument(
        "--memory", default="1200MB", help="how much DuckDB may take"
    )
    parser.add_argument(
        "--into", type=Path, help="a folder to write to, which is kept"
    )
    asked = parser.parse_args()
    folder = asked.into or Path(tempfile.mkdtemp(prefix="entente-lake-"))
    try:
        for line in measure(folder, asked.size, asked.distinct, asked.memory):
            print(line, flush=True)
    finally:
        if asked.into is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
