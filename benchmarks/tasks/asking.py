"""Asking: the same questions, put to a dossier and to engines that were given its columns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.generate import Files
from benchmarks.queries import ENGINES_BY_NAME, columns as flat
from benchmarks.queries.questions import Question, expected, questions
from benchmarks.tasks.instruments import Measured, dossier_of, timed
from entente import Commitment, Dossier, Period, Schedule

WARM: Final = 5
"""How often a question is put before it is timed."""


def flatten(*, size: int, folder: str) -> Measured:
    """Make the columns of a dossier, unless they are there; measure nothing."""
    path = Files.of(size, Path(folder)).columns
    if not path.exists():
        fresh = path.with_suffix(".part.npz")
        flat.save(flat.flattened(dossier_of(size, folder)), fresh)
        fresh.replace(path)
    return {}


def query(*, who: str, size: int, folder: str) -> Measured:
    """Put all questions and return how long each takes till its records are there.

    Everybody may prepare what it likes while it is asked the same a few times. Its answers are compared
    with what plain masks say before they are timed.
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
        for _ in range(WARM):
            answer(question)
        given = [each.id for each in answer(question)]
        if len(given) != len(ids) or set(given) != ids:
            raise AssertionError(f"{who} answers otherwise: {question.key}")
        found["shares"][question.key] = float(wanted.mean())
        found[question.key] = steady(
            lambda question=question: answer(question)
        )  # type: ignore[misc]
    return found


def steady(call: Callable[[], object], *, seconds: float = 0.2) -> float:
    """Call a function again and again for a while; return the median of its times."""
    times: list[float] = []
    while len(times) < 3 or (sum(times) < seconds and len(times) < 500):
        times.append(timed(call, time.perf_counter)[0])
    return statistics.median(times)


def first(*, way: str, name: str, size: int, folder: str) -> Measured:
    """Put one question to a dossier of which nothing was asked before; return the time.

    `way` is ``"where"``, or ``"scan"`` for a comprehension over the commitments, as one would write it
    without `where`.
    """
    columns = flat.load(Files.of(size, Path(folder)).columns)
    question = next(
        each
        for each in questions(columns)
        if (each.name, each.level) == (name, "some")
    )
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
        if not below.isdisjoint(each.themes)
        and each.made is not None
        and each.made.overlaps(window).possible
    ]


def _by_party(dossier: Dossier, asked: dict[str, Any]) -> list[Commitment]:
    below = frozenset(dossier.parties.where(party=asked["by"]).ids)
    return [
        each
        for each in dossier.commitments
        if not below.isdisjoint(each.by)
        and (declared := dossier.status(each, on=asked["on"]).declared)
        is not None
        and declared.status in asked["declared"]
    ]


def _by_schedule(dossier: Dossier, asked: dict[str, Any]) -> list[Commitment]:
    return [
        each
        for each in dossier.commitments
        if dossier.status(each, on=asked["on"]).schedule is Schedule.OVERDUE
    ]


SCANS: Final = {
    "theme and date": _by_theme,
    "party and status": _by_party,
    "overdue": _by_schedule,
}
