"""Periods as marks and as words.

Days of a period that are certain are drawn solid, possible ones pale, and an open end as an arrow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from entente.values._period import Period, possible_days
from entente.views._marks import UNCERTAIN, Mark, point
from entente.views._words import join_parts

_MOST_RUNS: Final = 12
"""How many runs of days of a date are drawn apart."""


def period_marks(
    period: Period, kind: str = "", *, hollow: tuple[str, ...] = ()
) -> Iterator[Mark]:
    """Yield the marks of a period: points of a kind, or a bar if none is given.

    A date is a point if its day is known; if not, a pale bar between two hollow points. A span is a
    bar, solid where each of its days is certain, with a point at its start. No day is certain in a
    period that the source doubts or calls approximate. A date in words only is nowhere. `hollow` gives
    reasons beside uncertainty for which its points are hollow.

    >>> [(mark.kind, bool(mark.hollow)) for mark in period_marks(Period("2024-21"), "made")]
    [('possible', False), ('made', True), ('made', True)]
    >>> [mark.kind for mark in period_marks(Period("2024/.."))]
    ['possible', 'certain', 'goes on']
    """
    if period.in_words_only:
        return
    if period.is_span:
        yield from _span_bars(period)
        if kind:
            yield from _start_point(period, kind, hollow=hollow)
    elif kind:
        yield from _date_points(period, kind, hollow=hollow)
    else:
        first, last = _days(period)
        bar = "possible" if period.day is None else "certain"
        yield Mark(
            kind=bar, start=first, end=last + 1, text=doubt_signs(period)
        )


def _date_points(
    period: Period, kind: str, *, hollow: tuple[str, ...]
) -> Iterator[Mark]:
    """Yield a point for a day, and two with a bar between for a longer date."""
    first, last = _days(period)
    doubt = doubt_signs(period)
    runs = possible_days(period)
    if first == last:
        # A doubtful day has an earliest and a latest, but no definite one.
        reasons = hollow if period.day is not None else (*hollow, UNCERTAIN)
        yield point(kind, first, hollow=reasons, text=doubt)
    else:
        # A set may have a few gaps between its dates, an unknown digit very many.
        if 1 < len(runs) <= _MOST_RUNS:
            for begins, ends in runs:
                yield Mark(kind="possible", start=begins, end=ends + 1)
        else:
            yield Mark(kind="possible", start=first, end=last + 1)
        # A set without a first or a last date has an arrow in place of a point.
        if first == -math.inf:
            yield point("goes back", first)
        else:
            yield point(kind, first, hollow=(*hollow, UNCERTAIN))
        if last == math.inf:
            yield point("goes on", last)
        else:
            yield point(kind, last, hollow=(*hollow, UNCERTAIN), text=doubt)


def _start_point(
    period: Period, kind: str, *, hollow: tuple[str, ...]
) -> Iterator[Mark]:
    """Yield a point at the start of a span, hollow if its day is not known."""
    # An open or unknown start has a mark of its own.
    if period.start is not None:
        first, _ = _days(period)
        is_known = period.start.day is not None
        reasons = hollow if is_known else (*hollow, UNCERTAIN)
        yield point(kind, first, hollow=reasons)


def deadline_marks(
    period: Period, *, hollow: tuple[str, ...] = ()
) -> Iterator[Mark]:
    """Yield the marks of a deadline: a bar if it is longer than a day, and a point at its last day.

    >>> [mark.kind for mark in deadline_marks(Period("2024-21"))]
    ['due time', 'due']
    >>> [mark.kind for mark in deadline_marks(Period("[..2024]"))]
    ['due time', 'due by']
    """
    begins, last = _days(period)
    kind = "due"
    if begins == -math.inf:
        # "By 2024" may be met on any day until then; only its vague last date is a bar.
        kind = "due by"
        begins, _ = _days(period.deadline)
    if begins != last:
        yield Mark(kind="due time", start=begins, end=last + 1)
    if last == math.inf:
        yield point("goes on", last)
    else:
        doubt = doubt_signs(period)
        reasons = (*hollow, UNCERTAIN) if doubt else hollow
        yield point(kind, last, hollow=reasons, text=doubt)


def doubt_signs(period: Period) -> str:
    """Return "?" for a period that the source doubts, "~" for an approximate one.

    >>> doubt_signs(Period("2023?")), doubt_signs(Period("2023~")), doubt_signs(Period("2023"))
    ('?', '~', '')
    """
    signs = ""
    if period.uncertain:
        signs += "?"
    if period.approximate:
        signs += "~"
    return signs


def is_vague(period: Period) -> bool:
    """Return whether the day of a date, or of either end of a span, is not known.

    >>> is_vague(Period("2024-21")), is_vague(Period("2024-01-30/2024-02-01"))
    (True, False)
    """
    if not period.is_span:
        return period.day is None
    return any(
        end is None or end.day is None for end in (period.start, period.end)
    )


def allowed_days(period: Period) -> str:
    """Return which days a vague date allows, where its words do not name them.

    Nobody knows how far a date reaches that is approximate or in doubt, so there is no text for it.

    >>> allowed_days(Period("2024-21")), allowed_days(Period("[..2024-12-31]"))
    ('on a day from 1 March to 31 May 2024', '')
    >>> allowed_days(Period("2023-05/..")), allowed_days(Period("2024-01-30/.."))
    ('begins on a day from 1 to 31 May 2023', '')
    >>> allowed_days(Period("2024-XX-15")), allowed_days(Period("2024~"))
    ('on one of 12 days from 15 January to 15 December 2024', '')
    """
    if period.is_span:
        ends = (("begins", period.start), ("ends", period.end))
        days = [(verb, _one_day(end)) for verb, end in ends if end is not None]
        return join_parts(f"{verb} {day}" for verb, day in days if day)
    # A range of days is worded as one: "by the end of 2024".
    return "" if ".." in period.edtf else _one_day(period)


def _one_day(date: Period) -> str:
    first, last = date.sort_key
    if first == last or date.uncertain or date.approximate:
        return ""
    runs = possible_days(date)
    count = sum(ends - begins + 1 for begins, ends in runs)
    one = f"one of {count:,} days" if len(runs) > 1 else "a day"
    return f"on {one} {Period(f'{first}/{last}').words()}"


def _span_bars(period: Period) -> Iterator[Mark]:
    """Yield a pale bar over all possible days, a solid one over the certain, and the open ends.

    For 2023/2025 the pale one is from 2023-01-01, the solid one from 2023-12-31 to 2025-01-01.
    """
    first, last = _days(period)
    # A start that is known only vaguely is over on its last day; an end begins on its first.
    certain_from = (
        -math.inf if period.start is None else _days(period.start)[1]
    )
    certain_to = math.inf if period.end is None else _days(period.end)[0]
    has_unknown_end = period.is_unknown_start or period.is_unknown_end
    if period.as_of is not None:
        # It had begun by then, and had not ended.
        as_of = period.as_of.toordinal()
        certain_from, certain_to = min(certain_from, as_of), as_of
        has_unknown_end = False
    doubt = doubt_signs(period)
    is_certain = (
        not has_unknown_end and not doubt and certain_from <= certain_to
    )
    # Marks end where the day after begins.
    certain = Mark(kind="certain", start=certain_from, end=certain_to + 1)
    possible = Mark(kind="possible", start=first, end=last + 1, text=doubt)
    if not is_certain:
        yield possible
    elif (certain.start, certain.end) == (possible.start, possible.end):
        yield certain
    else:
        yield possible
        yield certain
    yield from _end_points(period)


def _end_points(period: Period) -> Iterator[Mark]:
    """Yield a mark for each end that is open or unknown."""
    if period.is_open_start:
        yield point("goes back", -math.inf)
    if period.is_unknown_start:
        yield point("unknown", -math.inf)
    if period.is_open_end:
        yield point("goes on", math.inf)
    if period.is_unknown_end:
        yield point("unknown", math.inf)


def _days(period: Period) -> tuple[float, float]:
    """Return the ordinals of the first and last possible days, infinite where there is none."""
    first, last = period.earliest, period.latest
    return (
        -math.inf if first is None else first.toordinal(),
        math.inf if last is None else last.toordinal(),
    )
