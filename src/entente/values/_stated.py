"""Whether a date can be what the source's own words, kept beside it, mean."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from itertools import product

from attrs import evolve

from entente.errors import PeriodError
from entente.values._conventions import CONVENTIONS
from entente.values._period import Period, deadline_of
from entente.values._phrases import read
from entente.values._truth import Truth

# What is a convention is no ground for a contradiction: "the coming months" may be many, and
# the summer that of either hemisphere.
_NORTH = evolve(
    CONVENTIONS,
    coming_days=60,
    coming_weeks=26,
    coming_months=24,
    coming_years=20,
)
_SOUTH = evolve(_NORTH, spring="29", summer="30", autumn="31", winter="32")


def contradicting(
    period: Period,
    days: Collection[datetime.date],
    *,
    is_deadline: bool = False,
) -> Period | None:
    """Return what the words of a period mean if the period certainly cannot be that, else None.

    `days` are those on which the words may have been said. Words that no rule reads, on each of
    these days, contradict nothing. Of a deadline the last day counts: what is due "by the end of
    2024" is not due in June.

    >>> contradicting(Period("2025-12", stated="by the end of 2024"), ())
    Period('[..2024-12-31]')
    >>> june = Period("2024-06", stated="by the end of 2024")
    >>> contradicting(june, ()), contradicting(june, (), is_deadline=True)
    (None, Period('[..2024-12-31]'))
    """
    words = period.stated or ""
    readings = _read_on_any(words, (None,))
    # "By the end of 2024" needs no day, "over the next five years" does.
    is_relative = not readings
    if is_relative:
        readings = _read_on_any(words, days)
    for reading in readings:
        apart = _is_apart(reading, period, compare_ends=not is_relative)
        if is_deadline and not apart:
            apart = _are_due_apart(reading, period)
        if not apart:
            return None
    return readings[0] if readings else None


def _read_on_any(
    words: str, days: Collection[datetime.date | None]
) -> list[Period]:
    """Return what words mean on each day and in each hemisphere, or nothing if one is unclear."""
    readings: list[Period] = []
    for day, conventions in product(days, (_NORTH, _SOUTH)):
        try:
            read_text = read(words, said=day, conventions=conventions).text
            readings.append(Period(read_text))
        except PeriodError:
            # On that day and in that place they may mean something else.
            return []
    return readings


def _are_due_apart(one: Period, other: Period) -> bool:
    """Return whether two deadlines certainly end at different times."""
    # How far "the coming months" reach is a convention.
    if one.approximate or one.uncertain:
        return False
    ends = deadline_of(one).overlaps(deadline_of(other))
    return ends is Truth.NO


def _is_apart(one: Period, other: Period, *, compare_ends: bool) -> bool:
    """Return whether two periods certainly have no completion in common.

    The ends of two spans are compared only where the words name them; "over the next five years"
    may be the next five of the calendar.
    """
    if _never_meet(one, other):
        return True
    are_spans = one.is_span and other.is_span
    if not compare_ends or not are_spans:
        return False
    starts_differ = _never_meet(one.start, other.start)
    ends_differ = _never_meet(one.end, other.end)
    return starts_differ or ends_differ


def _never_meet(one: Period | None, other: Period | None) -> bool:
    # An end that is open or unknown may be any day.
    if one is None or other is None:
        return False
    return one.overlaps(other) is Truth.NO
