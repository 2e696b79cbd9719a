"""Whether a date can be what the source's own words, kept beside it, mean."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from itertools import product
from typing import Final

from attrs import evolve

from entente.errors import PeriodError
from entente.values._conventions import CONVENTIONS
from entente.values._period import Period
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
        loose = _without_conventions(reading)
        if loose is None:
            return None
        apart = _is_apart(loose, period, compare_ends=not is_relative)
        if is_deadline and not reading.approximate:
            due_apart = _never_meet(loose.deadline, period.deadline)
            apart = apart or due_apart
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


_THIRDS: Final = re.compile(r"-3[7-9]~")
# Astronomers count seasons otherwise, and fiscal years have quarters of their own.
_SEASON_OR_QUARTER: Final = re.compile(
    r"(?<=[0-9X]{4})-(?:2[1-9]|3[0-6])(?=$|[],./])"
)


def _without_conventions(reading: Period) -> Period | None:
    """Return a reading with all that other conventions allow, or None if nobody knows what that is.

    How far "around 2010" reaches is not known; early, mid and late are thirds, give or take one.
    """
    if reading.approximate and not _THIRDS.search(reading.edtf):
        return None
    return Period(_SEASON_OR_QUARTER.sub(r"\g<0>~", reading.edtf))


def _is_apart(one: Period, other: Period, *, compare_ends: bool) -> bool:
    """Return whether two periods certainly have no completion in common.

    The ends of two spans are compared only where the words name them; "over the next five years"
    may be the next five of the calendar.
    """
    if _never_meet(one, other):
        return True
    # "Before the summer" is one day, and not every day since the world began.
    has_no_start = other.is_span and other.start is None
    if has_no_start and not one.is_span:
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
