"""Dates that are counted from others: six months after a day, and what lasts four years from it.

A vague date gives all the dates that its days may lead to. Each unbroken row of them moves by its
first and its last day; nothing that is possible is lost, and no doubt goes away.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from attrs import frozen

from entente.errors import PeriodError
from entente.values import _edtf as edtf
from entente.values._edtf import (
    FIRST_DAY,
    LAST_DAY,
    PARTS_OF_YEAR,
    End,
    OneOf,
    Point,
    Precision,
    Run,
    Runs,
    Shape,
)
from entente.values._period import Period
from entente.values._phrase_context import ends_of, is_valid, moved

_MOST_ROWS: Final = 19
"""How many rows of days a set is made of, at the most: so many ranges are as long as one may be."""

_LENGTHS: Final = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
_DAY_LENGTH: Final = _LENGTHS[Precision.DAY]


@frozen
class Stride:
    """How far a date is moved: by months, and then by days; ``name`` tells it in messages.

    In a month that is too short the last day takes the place of one that is missing.
    """

    months: int
    days: int
    name: str

    def of_day(self, day: datetime.date) -> datetime.date:
        """Return the day that lies so far away. Raises `OverflowError` outside the calendar."""
        return moved(moved(day, "month", self.months), "day", self.days)

    def of_run(self, run: Run, precision: Precision) -> Run:
        """Return the days to which those of a row lead; whole months stay whole."""
        first, last = map(datetime.date.fromordinal, run)
        if self.days or precision is Precision.DAY:
            last = self.of_day(last)
        else:
            month = self.of_day(last.replace(day=1))
            last = _end_of_month(month)
        return self.of_day(first).toordinal(), last.toordinal()

    def of_runs(self, runs: Runs, precision: Precision) -> Runs:
        """Return the days to which those of several rows lead."""
        if len(runs) > _MOST_ROWS:
            runs = ((runs[0][0], runs[-1][1]),)
        return edtf.merged(self.of_run(run, precision) for run in runs)


def _end_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def moved_period(period: Period, stride: Stride) -> Period:
    """Return a date moved by a stride.

    Raises `PeriodError` for a span, and for a date that would lie outside the calendar.

    >>> moved_period(Period("2024-03?"), Stride(6, 0, "P6M after it"))
    Period('2024-09?')
    """
    point = _point_of(period)
    try:
        if isinstance(point, OneOf):
            members = ",".join(
                _moved_member(each, stride) for each in point.members
            )
            return Period(f"[{members}]")
        return Period(_moved_point(point, stride))
    except OverflowError:
        raise _outside_calendar(period, stride) from None


def _point_of(period: Period) -> Point:
    if period.is_span:
        raise PeriodError(
            period.edtf, "it is a span; count from its `start` or its `end`"
        )
    return edtf.read(period.edtf).start


def _outside_calendar(period: Period, stride: Stride) -> PeriodError:
    return PeriodError(
        period.edtf, f"{stride.name} is outside the years 0001 to 9999"
    )


def _moved_member(member: Shape, stride: Stride) -> str:
    """Return a date of a set, or a range of them, without the brackets of a set."""
    if not member.is_span:
        return _moved_point(member.start, stride).strip("[]")
    ends = ["", ""]
    for side, end in enumerate((member.start, member.end)):
        if end.kind is End.DATE:
            ends[side] = ends_of(_moved_point(end, stride))[side]
    return "..".join(ends)


def _moved_point(point: Point, stride: Stride) -> str:
    # Any day leads to any day.
    if point.precision is Precision.UNSPECIFIED:
        return point.text
    reach = stride.of_runs(point.reach, point.precision)
    for text in _likely_texts(point, stride):
        if edtf.read(text).start.reach == reach:
            return text
    return _text_of(reach, "?" if point.hedged else "")


def _likely_texts(point: Point, stride: Stride) -> Iterator[str]:
    """Yield what looks most like the text of a date, and may not say the same."""
    years, months = divmod(stride.months, 12)
    if not (months or stride.days):
        with suppress(PeriodError):
            yield Period(point.text).years_after(years).edtf
    if point.slack is not None:
        days = stride.of_runs(point.days, point.precision)
        sign = "%" if point.uncertain else "~"
        yield _text_of(days, sign, _LENGTHS.get(point.slack, _DAY_LENGTH))


def _text_of(runs: Runs, sign: str, place: int = _DAY_LENGTH) -> str:
    """Return the date that is one of some days, with a sign of doubt at a place in each."""
    rows = [_text_of_row(run, sign, place) for run in runs]
    if len(rows) == 1 and ".." not in rows[0]:
        return rows[0]
    return f"[{','.join(rows)}]"


def _text_of_row(run: Run, sign: str, place: int) -> str:
    first, last = map(datetime.date.fromordinal, run)
    unit = Precision.DAY
    if first.day == 1 and last == _end_of_month(last):
        is_whole_years = (first.month, last.month) == (1, 12)
        unit = Precision.YEAR if is_whole_years else Precision.MONTH
    shown = [day.isoformat()[: _LENGTHS[unit]] for day in (first, last)]
    signed = [text[:place] + sign + text[place:] for text in shown]
    # As a dict, since both ends may be the same.
    return "..".join(dict.fromkeys(signed))


def date_around(period: Period) -> Period | None:
    """Return a date, or of a set the narrowest date that may be each of its days.

    No set can be an end of a span. Returns None for a set without a first or last day.

    >>> date_around(Period("[2024-03-30..2024-04-02]")), date_around(Period("[2024..]"))
    (Period('2024-21'), None)
    """
    point = _point_of(period)
    if not isinstance(point, OneOf):
        return period
    if point.first < FIRST_DAY or point.last > LAST_DAY:
        return None
    first, last = map(
        datetime.date.fromordinal, (point.reach[0][0], point.reach[-1][1])
    )
    sign = "?" if point.hedged else ""
    return Period(_text_around(first, last) + sign)


def span_from(period: Period, stride: Stride) -> Period:
    """Return the span that starts with a date and ends so far away, the last day included.

    Raises `PeriodError` for a span, for a set without a first or last date, and for a span that
    would end outside the calendar.

    >>> span_from(Period("2024-01-30"), Stride(48, 0, "P4Y from it"))
    Period('2024-01-30/2028-01-29')
    """
    point = _point_of(period)
    start = date_around(period)
    if point.precision is Precision.UNSPECIFIED or start is None:
        raise PeriodError(
            period.edtf,
            "a span cannot start with it, as it has no first or no last day",
        )
    first, last = (
        datetime.date.fromordinal(day)
        for day in (point.reach[0][0], point.reach[-1][1])
    )
    sign = "?" if point.hedged else ""
    try:
        end = _text_around(_last_day(first, stride), _last_day(last, stride))
    except OverflowError:
        raise _outside_calendar(period, stride) from None
    return Period(f"{start.edtf}/{end}{sign}")


def _last_day(first: datetime.date, stride: Stride) -> datetime.date:
    """Return the last of the days that begin with one: a month from the 6th ends on the 5th."""
    after = moved(first, "month", stride.months)
    # Two months from 31 December end with February, which has no 31st.
    is_month_shorter = after.day < first.day
    return moved(after, "day", stride.days - (not is_month_shorter))


def _text_around(first: datetime.date, last: datetime.date) -> str:
    """Return the narrowest date that may be each of two days: no set can be the end of a span.

    >>> _text_around(datetime.date(2024, 7, 31), datetime.date(2024, 8, 28))
    '2024-22'
    """
    year = f"{first.year:04d}"
    parts = [
        f"{first.year - years_back:04d}-{code}"
        for code in PARTS_OF_YEAR
        for years_back in (0, 1)
    ]
    masks = [year[:digits].ljust(4, "X") for digits in (4, 3, 2, 1, 0)]
    # A winter may begin before the calendar, or end after it.
    texts = filter(is_valid, [first.isoformat(), *parts, *masks])
    return next(text for text in texts if _lie_in(text, first, last))


def _lie_in(text: str, first: datetime.date, last: datetime.date) -> bool:
    point = edtf.read(text).start
    return point.first <= first.toordinal() and last.toordinal() <= point.last
