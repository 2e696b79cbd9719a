"""The questions in SQL, for the two engines that speak it."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.queries.columns import SHAPES
from benchmarks.queries.questions import Question, Ranges


def tables() -> Iterator[tuple[str, str]]:
    """List the name of each table and the statement that makes it."""
    for name, columns in SHAPES.items():
        yield (
            name,
            f"CREATE TABLE {name} ({', '.join(f'{column} INTEGER' for column in columns)})",
        )


def statement(question: Question) -> tuple[str, list[int]]:
    """Return a question in SQL, and its values."""
    selects: list[str] = []
    values: list[int] = []
    if question.themes:
        within, numbers = _within("theme", question.themes)
        selects.append(
            f"SELECT row FROM dated WHERE {within} AND earliest <= ? AND latest >= ?"
        )
        values += (*numbers, question.window[1], question.window[0])
    if question.parties:
        within, numbers = _within("party", question.parties)
        words = ", ".join("?" * len(question.statuses))
        selects.append(
            f"SELECT row FROM said WHERE {within} AND status IN ({words}) AND start <= ? AND stop > ?"
        )
        values += (*numbers, *question.statuses, question.day, question.day)
    if question.overdue:
        selects.append("SELECT row FROM overdue WHERE start <= ? AND stop > ?")
        values += (question.day, question.day)
    if len(selects) == 1:
        return selects[0].replace("SELECT", "SELECT DISTINCT", 1), values
    return " INTERSECT ".join(selects), values


def _within(column: str, ranges: Ranges) -> tuple[str, list[int]]:
    either = " OR ".join(f"{column} BETWEEN ? AND ?" for _ in ranges)
    return f"({either})", [number for each in ranges for number in each]
