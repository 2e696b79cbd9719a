"""The questions that are put to all, chosen so that they are answered by a few, some or many.

Each is made of up to three conditions: on a theme and made within some days; by a party that has
declared a status; overdue. A question holds them in the library's words and in numbers.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from benchmarks.queries.columns import STATUSES, Columns, Table

Ranges: TypeAlias = tuple[tuple[int, int], ...]
Mask: TypeAlias = NDArray[np.bool_]

SHARES: Final = {"few": 0.001, "some": 0.05, "many": 0.5}
"""The part of all commitments that an answer is meant to have; what it has is told in the results."""

START: Final = datetime.date(2005, 6, 1)
END: Final = datetime.date(2025, 12, 31)
"""The first and the last day on which what is asked for may have been made."""

A_BROAD_THEME: Final = 10
"""How many themes below it make a theme a broad one."""

DAY: Final = datetime.date(2022, 6, 30)
"""The day for which declared statuses are asked."""


@frozen
class Question:
    """What is asked: `keywords` for `Commitments.where`, and the same in numbers."""

    name: str
    level: str
    keywords: dict[str, Any]
    themes: Ranges = ()
    window: tuple[int, int] = (0, 0)
    parties: Ranges = ()
    statuses: tuple[int, ...] = ()
    overdue: bool = False
    day: int = 0

    @property
    def key(self) -> str:
        """What the results are kept by."""
        return f"{self.name}, {self.level}"


def questions(columns: Columns) -> list[Question]:
    """Choose the questions for a dossier: four, each at the three levels of `SHARES`."""
    dated = {level: _dated(columns, level) for level in SHARES}
    said = {level: _said(columns, level) for level in SHARES}
    overdue = {level: _overdue(columns, level) for level in SHARES}
    # A conjunction of rare things is empty: few of all are found with conditions that some meet.
    joined = {
        "few": (dated["some"], said["many"]),
        "some": (dated["many"], said["some"]),
        "many": (dated["many"], said["many"]),
    }
    every = {level: _all(level, *pair) for level, pair in joined.items()}
    return [
        found[level]
        for found in (dated, said, overdue, every)
        for level in SHARES
    ]


def share(columns: Columns, question: Question) -> float:
    """Return the part of all commitments that answers a question."""
    return float(expected(columns, question).mean())


def expected(columns: Columns, question: Question) -> Mask:
    """Say of each commitment whether it answers a question: by plain masks, one condition after another."""
    found = np.ones(columns.size, dtype=np.bool_)
    for table, mask in conditions(columns, question):
        hit = np.zeros(columns.size, dtype=np.bool_)
        hit[columns.tables[table]["row"][mask]] = True
        found &= hit
    return found


def conditions(
    columns: Columns, question: Question
) -> Iterator[tuple[str, Mask]]:
    """List the tables that a question needs, each with the mask of the rows that fit."""
    if question.themes:
        table = columns.tables["dated"]
        first, last = question.window
        yield (
            "dated",
            within(table["theme"], question.themes)
            & (table["earliest"] <= last)
            & (table["latest"] >= first),
        )
    if question.parties:
        table = columns.tables["said"]
        wanted = within(table["party"], question.parties)
        yield (
            "said",
            wanted
            & np.isin(table["status"], question.statuses)
            & _holds(table, question.day),
        )
    if question.overdue:
        yield "overdue", _holds(columns.tables["overdue"], question.day)


def within(column: NDArray[np.int32], ranges: Ranges) -> Mask:
    """Say of each number whether it lies in one of some ranges."""
    found = np.zeros(len(column), dtype=np.bool_)
    for first, last in ranges:
        found |= (column >= first) & (column <= last)
    return found


def _holds(table: Table, day: int) -> Mask:
    mask: Mask = (table["start"] <= day) & (table["stop"] > day)
    return mask


# --- choosing ------------------------------------------------------------------------------------


def _nearest(
    columns: Columns, wanted: float, options: Iterable[Question]
) -> Question:
    """Return the option whose answer comes nearest to the share that is wanted."""
    return min(
        options,
        key=lambda each: abs(np.log((share(columns, each) + 1e-9) / wanted)),
    )


def _dated(columns: Columns, level: str) -> Question:
    """Choose a theme that has somewhat more than is wanted, and then the days that leave what is wanted."""
    ids = _by_share(columns, "dated", "theme", columns.themes)
    broad = [
        id
        for id in ids
        if columns.themes[id][1] - columns.themes[id][0] > A_BROAD_THEME
    ]
    many = level == "many"
    options = (
        [tuple(broad[:count]) for count in range(1, len(broad) + 1)]
        if many
        else [(id,) for id in ids]
    )
    first, last = START.toordinal(), END.toordinal()
    empty = Question("theme and date", level, {})
    theme = _nearest(
        columns,
        SHARES[level] * (1.2 if many else 2),
        (
            _with_themes(empty, columns, each, (first, last))
            for each in options
        ),
    )
    spans = range(180, last - first + 1, 90)
    return _nearest(
        columns,
        SHARES[level],
        (
            _with_themes(
                theme, columns, theme.keywords["theme"], (first, first + days)
            )
            for days in spans
        ),
    )


def _with_themes(
    question: Question,
    columns: Columns,
    ids: tuple[str, ...],
    window: tuple[int, int],
) -> Question:
    made = "/".join(str(datetime.date.fromordinal(day)) for day in window)
    ranges = tuple(columns.themes[id] for id in ids)
    return evolve(
        question,
        keywords={"theme": ids, "made": made},
        themes=ranges,
        window=window,
    )


def _said(columns: Columns, level: str) -> Question:
    states = [
        id
        for id in _by_share(columns, "said", "party", columns.parties)
        if id.isupper()
    ]
    words = _statuses_by_share(columns)
    single = [
        ((state,), (status,))
        for state, status in itertools.product(states, words)
    ]
    joined = [
        (tuple(states[:count]), tuple(words[:many]))
        for count in range(1, 13)
        for many in range(1, len(words))
    ]
    return _nearest(
        columns,
        SHARES[level],
        (
            _with_parties(columns, level, *pair)
            for pair in (joined if level == "many" else single)
        ),
    )


def _with_parties(
    columns: Columns,
    level: str,
    ids: tuple[str, ...],
    statuses: tuple[int, ...],
) -> Question:
    return Question(
        "party and status",
        level,
        {
            "by": ids,
            "declared": tuple(STATUSES[code].value for code in statuses),
            "on": str(DAY),
        },
        parties=tuple(columns.parties[id] for id in ids),
        statuses=statuses,
        day=DAY.toordinal(),
    )


def _overdue(columns: Columns, level: str) -> Question:
    days = (
        datetime.date(year, month, 1)
        for year in range(2005, 2030)
        for month in range(1, 13, 3)
    )
    return _nearest(
        columns,
        SHARES[level],
        (
            Question(
                "overdue",
                level,
                {"schedule": "overdue", "on": str(day)},
                overdue=True,
                day=day.toordinal(),
            )
            for day in days
        ),
    )


def _all(level: str, dated: Question, said: Question) -> Question:
    """Join both questions, and overdue on the same day."""
    keywords = {**dated.keywords, **said.keywords, "schedule": "overdue"}
    return Question(
        "all of these",
        level,
        keywords,
        themes=dated.themes,
        window=dated.window,
        parties=said.parties,
        statuses=said.statuses,
        overdue=True,
        day=said.day,
    )


def _by_share(
    columns: Columns,
    table: str,
    column: str,
    ranges: dict[str, tuple[int, int]],
) -> list[str]:
    """Return ids, those that most commitments name first; what lies below one counts for it."""
    numbers = columns.tables[table][column]
    counts = {
        id: int(((numbers >= first) & (numbers <= last)).sum())
        for id, (first, last) in ranges.items()
    }
    return sorted(
        (id for id in counts if counts[id]),
        key=counts.__getitem__,
        reverse=True,
    )


def _statuses_by_share(columns: Columns) -> list[int]:
    counts = np.bincount(
        columns.tables["said"]["status"], minlength=len(STATUSES)
    )
    return [int(code) for code in np.argsort(-counts) if counts[code]]
