"""How a period is drawn: what is certain of it solid, what is possible pale, and an open end as an arrow."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator

from entente.values._period import Period
from entente.views._marks import Mark, point


def period_marks(
    period: Period, kind: str = "", *, hollow: bool = False
) -> Iterator[Mark]:
    """Draw a period, with points of a kind if there is one.

    A date is a point if its day is known, and if not a pale bar between two hollow points. A span is
    solid where each day of it is certain, and pale where its start or its end may lie; the point stands
    at its start. Of what the source doubts, or puts as "about", nothing is certain.

    >>> [(mark.kind, mark.hollow) for mark in period_marks(Period("2024-21"), "made")]
    [('possible', False), ('made', True), ('made', True)]
    >>> [mark.kind for mark in period_marks(Period("2024/.."))]
    ['possible', 'certain', 'goes on']
    """
    first, last = _first(period), _last(period)
    if period.is_span:
        yield from _span(period)
        if kind and first != -math.inf:
            vague = period.start is None or period.start.day is None
            yield point(kind, first, hollow=hollow or vague)
    elif not kind:
        bar = "possible" if first != last or period.day is None else "certain"
        yield Mark(kind=bar, start=first, end=last + 1, text=doubt_signs(period))
    elif first == last:
        yield point(
            kind, first, hollow=hollow or period.day is None, text=doubt_signs(period)
        )
    else:
        yield Mark(kind="possible", start=first, end=last + 1)
        yield point(kind, first, hollow=True)
        yield point(kind, last, hollow=True, text=doubt_signs(period))


def deadline_marks(period: Period, *, hollow: bool = False) -> Iterator[Mark]:
    """Draw a deadline: its last day, and the time in which a thing is due where that is more than a day.

    >>> [mark.kind for mark in deadline_marks(Period("2024-21"))], [mark.kind for mark in deadline_marks(Period("../2024"))]
    (['due time', 'due'], ['due time', 'due by'])
    """
    first, last = _first(period), _last(period)
    begins = (
        _first(period.end) if first == -math.inf and period.end is not None else first
    )
    if begins != last:
        yield Mark(kind="due time", start=begins, end=last + 1)
    if last == math.inf:
        yield from _ends(period)
    else:
        kind = "due by" if first == -math.inf else "due"
        yield point(
            kind,
            last,
            hollow=hollow or bool(doubt_signs(period)),
            text=doubt_signs(period),
        )


def doubt_signs(period: Period) -> str:
    """Return the signs of what the source doubts, or puts as "about".

    >>> doubt_signs(Period("2023?")), doubt_signs(Period("2023~")), doubt_signs(Period("2023"))
    ('?', '~', '')
    """
    return "?" * period.uncertain + "~" * period.approximate


def date_text(period: Period | None) -> str:
    """Write a period, with the words of its source.

    >>> date_text(Period("2024-21", stated="in the spring")), date_text(None)
    ('2024-21 “in the spring”', '')
    """
    if period is None:
        return ""
    return str(period) if period.stated is None else f"{period} “{period.stated}”"


def _span(period: Period) -> Iterator[Mark]:
    start, end = period.start, period.end
    sure_from = _last(start) if start is not None else -math.inf
    sure_to = _first(end) + 1 if end is not None else math.inf
    whole = _first(period), _last(period) + 1
    is_known = not (
        period.is_unknown_start or period.is_unknown_end or doubt_signs(period)
    )
    is_sure = is_known and sure_from < sure_to
    if not is_sure or whole != (sure_from, sure_to):
        yield Mark(
            kind="possible", start=whole[0], end=whole[1], text=doubt_signs(period)
        )
    if is_sure:
        yield Mark(kind="certain", start=sure_from, end=sure_to)
    yield from _ends(period)


def _ends(period: Period) -> Iterator[Mark]:
    """Mark the ends that are open or unknown."""
    if period.is_open_start:
        yield point("goes back", -math.inf)
    if period.is_unknown_start:
        yield point("unknown", -math.inf)
    if period.is_open_end:
        yield point("goes on", math.inf)
    if period.is_unknown_end:
        yield point("unknown", math.inf)


def _first(period: Period) -> float:
    return _ordinal(period.earliest, -math.inf)


def _last(period: Period) -> float:
    return _ordinal(period.latest, math.inf)


def _ordinal(day: datetime.date | None, otherwise: float) -> float:
    return otherwise if day is None else day.toordinal()
