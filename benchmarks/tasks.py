"""What is measured, each in a process that does nothing else; see `benchmarks.worker`.

A task takes what JSON can hold and returns what it measured by name: seconds, or bytes. What is not
asked about is done beforehand, and a first small dossier is read and written before anything is timed, so that no
library pays for what it does only once.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import numpy as np
import psutil

import entente
from benchmarks import scale
from benchmarks.contenders import BY_NAME
from benchmarks.generate import Files
from benchmarks.queries import ENGINES_BY_NAME, columns as flat
from benchmarks.queries.questions import DAY, Question, expected, questions
from benchmarks.schema import plain, remember
from entente import Commitment, Dossier, Period, Schedule

V = TypeVar("V")

Measured: TypeAlias = dict[str, Any]

WARM = 200
"""The size of the dossier that is read before anything is timed."""

ENOUGH = 5_000
"""How many commitments are read in one process at least; smaller dossiers are read several times."""


# --- instruments ---------------------------------------------------------------------------------


def timed(call: Callable[[], V]) -> tuple[float, V]:
    """Call a function; return how long it took, and what it returned."""
    start = time.perf_counter()
    value = call()
    return time.perf_counter() - start, value


@contextmanager
def collector(mode: str) -> Iterator[None]:
    """Leave the collector as it is, or pause it, and begin with nothing to collect."""
    gc.collect()
    if mode == "paused":
        gc.disable()
    yield
    gc.enable()


def resident() -> int:
    """Return how many bytes of memory the process holds."""
    return int(psutil.Process(os.getpid()).memory_info().rss)


def text_of(size: int, folder: str) -> str:
    """Return the text of a dossier that was made before."""
    return Files.of(size, Path(folder)).dossier.read_text(encoding="utf-8")


def dossier_of(size: int, folder: str) -> Dossier:
    """Return a dossier with the collector paused and then told to forget what there is.

    Queries are not to pay for walks over millions of records that some other library's rows set off.
    """
    with collector("paused"):
        dossier = entente.loads(text_of(size, folder))
        gc.freeze()
    return dossier


# --- reading and writing -------------------------------------------------------------------------


def load(*, who: str, size: int, mode: str, folder: str, fresh: bool = False) -> Measured:
    """Read a dossier and write it again; return the times, and the memory that it holds.

    Its dates and amounts have been read once before, by everybody, unless it is to be done `fresh`:
    how fast they are parsed is a matter of this library, and others' users may need no such values.
    """
    module: Any = BY_NAME[who].module()
    writes = [name for name in ("dump", "dump_indented") if hasattr(module, name)]
    warm = module.load(text_of(WARM, folder))
    for write in writes:
        getattr(module, write)(warm)
    del warm
    if not fresh:
        remember(json.loads(Files.of(size, Path(folder)).values.read_text(encoding="utf-8")))
    gc.collect()
    before = resident()
    times: dict[str, list[float]] = {"load": [], **{write: [] for write in writes}}
    memory = 0
    for _ in range(1 if fresh else max(1, ENOUGH // size)):
        dossier = None
        text = text_of(size, folder)
        with collector(mode):
            seconds, dossier = timed(lambda text=text: module.load(text))  # type: ignore[misc]
        times["load"].append(seconds)
        del text
        gc.collect()
        memory = resident() - before
        for write in writes:
            with collector(mode):
                seconds, written = timed(lambda write=write, dossier=dossier: getattr(module, write)(dossier))  # type: ignore[misc]
            times[write].append(seconds)
            del written
    return {"memory": memory, **{name: statistics.median(found) for name, found in times.items()}}


def check(*, who: str, size: int, folder: str) -> Measured:
    """See that a contender reads the records that the text holds, and writes them again; measure nothing."""
    module: Any = BY_NAME[who].module()
    text = text_of(size, folder)
    data = json.loads(text)
    dossier = module.load(text)
    if plain(dossier) != data:
        raise AssertionError(f"{who} reads other records")
    for write in ("dump", "dump_indented"):
        if hasattr(module, write) and json.loads(getattr(module, write)(dossier)) != data:
            raise AssertionError(f"{who} writes other records with {write}")
    return {}


def other(*, who: str, folder: str) -> Measured:
    """Read records of another make, for scale; return the time for one."""
    read, record = scale.RECORDS[who]()
    for _ in range(20):
        read(record)
    times = [timed(lambda: read(record))[0] for _ in range(500)]
    return {"record": statistics.median(times)}


# --- queries -------------------------------------------------------------------------------------


def flatten(*, size: int, folder: str) -> Measured:
    """Make the columns of a dossier, unless they are there; measure nothing."""
    path = Files.of(size, Path(folder)).columns
    if not path.exists():
        fresh = path.with_suffix(".part.npz")
        flat.save(flat.flattened(dossier_of(size, folder)), fresh)
        fresh.replace(path)
    return {}


def query(*, who: str, size: int, folder: str) -> Measured:
    """Put all questions, after a first time, and return how long each takes till its records are there.

    Everybody's answers are compared with what plain masks say before they are timed.
    """
    columns = flat.load(Files.of(size, Path(folder)).columns)
    dossier = dossier_of(size, folder)
    commitments = list(dossier.commitments)
    answer: Callable[[Question], list[Commitment]]
    if who == "ours":
        built = 0.0

        def answer(question: Question) -> list[Commitment]:
            return dossier.commitments.where(**question.keywords)  # type: ignore[return-value]
    else:
        built, engine = timed(lambda: ENGINES_BY_NAME[who].over(columns))

        def answer(question: Question) -> list[Commitment]:
            return [commitments[row] for row in engine.rows(question)]

    found: Measured = {"build": built, "shares": {}}
    for question in questions(columns):
        wanted = expected(columns, question)
        ids = {commitments[row].id for row in np.flatnonzero(wanted)}
        given = [each.id for each in answer(question)]
        if len(given) != len(ids) or set(given) != ids:
            raise AssertionError(f"{who} answers otherwise: {question.key}")
        found["shares"][question.key] = float(wanted.mean())
        found[question.key] = steady(lambda question=question: answer(question))  # type: ignore[misc]
    return found


def steady(call: Callable[[], object], *, seconds: float = 0.2) -> float:
    """Call a function again and again for a while; return the median of its times."""
    times: list[float] = []
    while len(times) < 3 or (sum(times) < seconds and len(times) < 500):
        times.append(timed(call)[0])
    return statistics.median(times)


def first(*, way: str, name: str, size: int, folder: str) -> Measured:
    """Put one question to a dossier of which nothing was asked before; return the time.

    `way` is ``"where"``, or ``"scan"`` for a comprehension over the commitments, as one would write it
    without `where`.
    """
    columns = flat.load(Files.of(size, Path(folder)).columns)
    question = next(each for each in questions(columns) if (each.name, each.level) == (name, "some"))
    wanted = int(expected(columns, question).sum())
    asked = question.keywords
    dossier = dossier_of(size, folder)
    ways: dict[str, Callable[[], object]] = {
        "where": lambda: dossier.commitments.where(**asked),
        "scan": lambda: SCANS[name](dossier, asked),
    }
    seconds, found = timed(ways[way])
    if len(found) != wanted:  # type: ignore[arg-type]
        raise AssertionError(f"{way} answers otherwise: {name}")
    return {"first": seconds}


def _by_theme(dossier: Dossier, asked: dict[str, Any]) -> list[Commitment]:
    below = frozenset(dossier.themes.where(theme=asked["theme"]).ids)
    window = Period(asked["made"])
    return [
        each
        for each in dossier.commitments
        if not below.isdisjoint(each.themes) and each.made is not None and each.made.overlaps(window).possible
    ]


def _by_party(dossier: Dossier, asked: dict[str, Any]) -> list[Commitment]:
    below = frozenset(dossier.parties.where(party=asked["by"]).ids)
    return [
        each
        for each in dossier.commitments
        if not below.isdisjoint(each.by)
        and (declared := dossier.status(each, on=asked["on"]).declared) is not None
        and declared.status in asked["declared"]
    ]


def _by_schedule(dossier: Dossier, asked: dict[str, Any]) -> list[Commitment]:
    return [
        each
        for each in dossier.commitments
        if dossier.status(each, on=asked["on"]).schedule is Schedule.OVERDUE
    ]


SCANS = {"theme and date": _by_theme, "party and status": _by_party, "overdue": _by_schedule}


# --- growth --------------------------------------------------------------------------------------


def growth(*, size: int, folder: str) -> Measured:
    """Return how long the first questions, the checks and the verification of all citations take."""
    texts = json.loads(Files.of(size, Path(folder)).texts.read_text(encoding="utf-8"))
    dossier = dossier_of(size, folder)
    asked: tuple[dict[str, Any], ...] = (
        {"theme": "energy", "made": "2015"},
        {"by": "FR", "declared": "completed", "on": str(DAY)},
        {"schedule": "overdue", "on": "2010-01-01"},
    )
    index, _ = timed(lambda: [dossier.commitments.where(**each) for each in asked])
    checks, _ = timed(lambda: entente.check(dossier))
    verification, _ = timed(lambda: entente.verify(dossier, sources=texts))
    return {"index": index, "check": checks, "verify": verification}
