"""The days on which something may have come, as far as its date says.

Verdicts are worked out for every way in which vague dates may turn out. Most of these ways do not
differ: between two days on which anything changes, one day is as good as another. `picks` chooses
days that stand for all the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, TypeAlias

from entente.values import _edtf as edtf
from entente.values._period import Period

Runs = edtf.Runs

EVER: Final[Runs] = ((edtf.FIRST_DAY, edtf.LAST_DAY),)
"""All days of the calendar."""


def days_of(date: Period) -> Runs:
    """Return the days, as ordinals, on which what has a date may have come.

    A date that its source doubts (``2024?``) may be any day, and so may one in words only. Of a span
    it is any of its days. A date with many gaps, such as every Christmas, is read without them.

    >>> from datetime import date
    >>> [(first, last)] = days_of(Period("2024-02"))
    >>> str(date.fromordinal(first)), str(date.fromordinal(last))
    ('2024-02-01', '2024-02-29')
    """
    return _days_of(date.edtf)


_MANY_GAPS: Final = 12
"""The gaps of a day of some month count; a date has no more that matter."""


# Histories of many commitments ask for the same dates again and again.
@lru_cache(maxsize=4096)
def _days_of(text: str) -> Runs:
    shape = edtf.read(text)
    if shape.start.uncertain or shape.end.uncertain:
        return EVER
    first, last = shape.start.reach[0][0], shape.end.reach[-1][1]
    if shape.is_span or len(shape.start.reach) > _MANY_GAPS:
        return within(((first, last),), *EVER[0])
    return within(shape.start.reach, *EVER[0])


def days_sure(span: Period) -> Runs:
    """Return the days on which what lasts for a span surely lasts, none if its source doubts it."""
    shape = edtf.read(span.edtf)
    first, last = shape.start.reach[-1][1], shape.end.reach[0][0]
    if span.as_of is not None:
        last = span.as_of.toordinal()
    if shape.hedged or first > last:
        return ()
    return within(((first, last),), *EVER[0])


def common(days: Runs, others: Runs) -> Runs:
    """Return the days that are among others.

    >>> common(((1, 4), (8, 9)), ((3, 8),))
    ((3, 4), (8, 8))
    """
    return tuple(run for each in others for run in within(days, *each))


def apart(days: Runs, others: Runs) -> Runs:
    """Return the days that are not among others.

    >>> apart(((1, 9),), ((3, 4), (8, 9)))
    ((1, 2), (5, 7))
    """
    for first, last in others:
        days = (
            *within(days, edtf.FIRST_DAY, first - 1),
            *within(days, last + 1, edtf.LAST_DAY),
        )
    return tuple(sorted(days))


SomeDays: TypeAlias = frozenset[int | None]
"""Days on which something may have come; None if it may not have come at all."""

NEVER: Final[SomeDays] = frozenset({None})
"""That something has not come on any day."""


def latest(each: Iterable[SomeDays]) -> SomeDays:
    """Return the days on which the last of several things may have come.

    >>> sorted(latest([frozenset({1, 5}), frozenset({3})]))
    [3, 5]
    """
    found: SomeDays = frozenset({edtf.FIRST_DAY})
    for days in each:
        found = frozenset(
            None if one is None or other is None else max(one, other)
            for one, other in product(found, days)
        )
    return found


def within(days: Runs, first: int, last: int) -> Runs:
    """Return the days that are not before a first one and not after a last one.

    >>> within(((1, 4), (8, 9)), 3, 8)
    ((3, 4), (8, 8))
    """
    return tuple(
        (max(start, first), min(end, last))
        for start, end in days
        if start <= last and end >= first
    )


def picks(
    days: Runs, cuts: Sequence[int], others: Sequence[Runs]
) -> list[int]:
    """Return days that stand for all of some days.

    `cuts` are the last days, in order, before something changes. Of the days between two cuts, which
    do not differ, the first ones are taken: as many as there are vague dates, of all the `others`,
    whose order may matter there.

    >>> picks(((1, 9),), [3, 20], [((1, 9),), ((1, 3),)])
    [1, 2, 4]
    """
    found: list[int] = []
    for first, last in days:
        start = first
        inner = cuts[bisect_left(cuts, first) : bisect_left(cuts, last)]
        for cut in (*inner, last):
            many = max(1, sum(_covers(each, start) for each in others))
            found.extend(range(start, min(start + many, cut + 1)))
            start = cut + 1
    return found


def _covers(days: Runs, day: int) -> bool:
    return any(first <= day <= last for first, last in days)
