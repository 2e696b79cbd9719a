"""`course`: how many promises were kept, broken and open, month by month."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Final

from entente._dossier import Dossier
from entente._text import words_of
from entente.asking._scorecard import scorecard
from entente.asking._selections import Commitments
from entente.errors import QueryError
from entente.records._wording import day_text
from entente.values._period import Period, PeriodLike, definite_day
from entente.views._marks import Mark, ViewRow, axis_of_amounts
from entente.views._scorecard import KINDS_OF_BAR
from entente.views._view import View
from entente.views._words import count_text


def course(
    of: Dossier | Commitments,
    *,
    on: PeriodLike,
    since: PeriodLike | None = None,
    firm: bool = True,
    title: str = "Kept, broken and open over time",
) -> View:
    """Show the schedules of promises at the end of each month until the day `on`.

    A row has the counts of `entente.Dossier.scorecard` by schedule on its day, from all that is on
    record today: what is reported late counts from when it was true. The first month is that of the
    first promise, or of the day `since`; where there would be more than 24 rows there is one for each
    quarter, or each year, and where there would be more than 60 of these one for each 2, 5, 10 or more
    years. Unless `firm` is False, only firm promises count.

    Raises `entente.errors.QueryError` if `on` or `since` is not a definite day, or `since` is later.

    >>> import entente
    >>> print(course(entente.example("promises-kept"), on="2024-06-01", since="2024-04-01"))
    Kept, broken and open over time
    <BLANKLINE>
                                        0                    1                    2                    3
    30 April 2024                       ██████████████2 met on time███████████████▓▓▓▓▓▓1 not due▓▓▓▓▓▓
      met on time: 2 · not due: 1
    31 May 2024                         █████████████████████████3 met on time█████████████████████████
      met on time: 3
    1 June 2024                         █████████████████████████3 met on time█████████████████████████
      met on time: 3
    <BLANKLINE>
    █ done   ▓ in progress, or not due yet
    Schedules on each day, from everything on record. A promise counts from when it was made, and once
    however often it is repeated.
    """
    commitments = of.commitments if isinstance(of, Dossier) else of
    last = definite_day(on)
    first = (
        _first_day(commitments, last) if since is None else definite_day(since)
    )
    if first > last:
        raise QueryError(f"since {first} is later than the day {last}")
    rows = [_row(commitments, day, firm=firm) for day in _days(first, last)]
    noun = "firm promise" if firm else "commitment"
    said = dict(rows[-1].facts)
    totals = ", ".join(f"{text} {name}" for name, text in said.items() if text)
    return View(
        title=title,
        description=(
            f"The schedules of {noun}s on {count_text(len(rows), 'day')} from"
            f" {rows[0].label} to {rows[-1].label}. On the last: {totals or 'none made'}."
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(rows, (), f"{noun}s", whole=True),
        notes=(_NOTE,),
    )


_NOTE: Final = (
    "Schedules on each day, from everything on record. A promise counts from"
    " when it was made, and once however often it is repeated."
)

_MOST_ROWS: Final = 24
_MOST_YEARS: Final = 60
_STEPS: Final = (1, 3)
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
"""Months and years between two rows."""


def _first_day(commitments: Commitments, last: datetime.date) -> datetime.date:
    """Return the first day on which one of them may have been made, or the last day if there is none."""
    days = [
        each.made.earliest
        for each in commitments
        if each.made is not None and each.made.earliest is not None
    ]
    return min((*days, last))


def _days(
    first: datetime.date, last: datetime.date
) -> Iterator[datetime.date]:
    """Yield the last days of months before a day, then that day itself."""
    start = first.year * 12 + first.month
    stop = last.year * 12 + last.month
    choices = [(step, _MOST_ROWS) for step in _STEPS]
    choices += [(12 * years, _MOST_YEARS) for years in _YEARS]
    step = next(step for step, most in choices if (stop - start) / step < most)
    for month in range(-(-start // step) * step, stop, step):
        # The day before the first of the month that follows.
        following = datetime.date(month // 12, month % 12 + 1, 1)
        yield following - datetime.timedelta(days=1)
    yield last


def _row(
    commitments: Commitments, day: datetime.date, *, firm: bool
) -> ViewRow:
    card = scorecard(commitments, by="firmness", on=Period(day), firm=firm)
    # A promise has one firmness, so it is in one row of the card.
    counts: Counter[str] = Counter()
    for row in card:
        counts.update(row.schedule)
    marks: list[Mark] = []
    facts: list[tuple[str, str]] = []
    end = 0
    for kind, words in KINDS_OF_BAR.items():
        for word in words:
            number = counts.get(word, 0)
            if number:
                text = f"{number} {words_of(word)}"
                start, end = end, end + number
                marks.append(Mark(kind=kind, start=start, end=end, text=text))
                facts.append((words_of(word), str(number)))
    summary = ", ".join(mark.text for mark in marks)
    return ViewRow(
        label=day_text(day),
        facts=tuple(facts),
        marks=tuple(marks),
        aside=summary or "none made",
    )
