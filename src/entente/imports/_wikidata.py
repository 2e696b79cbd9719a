"""Dates as Wikidata writes them: a point in time, how precise it is, and its calendar."""

from __future__ import annotations

import datetime
import re
from typing import Final

from entente._text import shorten
from entente.errors import PeriodError
from entente.values._period import Period

_GREGORIAN: Final = "Q1985727"
_JULIAN: Final = "Q1985786"

_TIME: Final = re.compile(
    r"([+-])0*([0-9]{1,11})-([0-9]{2})-([0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
    re.ASCII,
)

_MILLENNIUM, _CENTURY, _DECADE, _YEAR, _MONTH, _DAY, _SECOND = (
    6, 7, 8, 9, 10, 11, 14
)  # fmt: skip

_LAST_YEAR: Final = 9999


def wikidata_date(
    time: str, precision: int, calendar: str = _GREGORIAN
) -> Period:
    """Return the date that a value of Wikidata means, as vague as it is there.

    `precision` is Wikidata's number: 14 to 11 for a day, as no dossier holds hours, 10 for a month, 9 for a
    year, 8 for a decade, 7 for a century, 6 for a millennium. `calendar` is the address or the id of the
    calendar model. A day of the Julian calendar is converted to the Gregorian.

    Centuries and millennia are counted from 1, as Wikidata shows them: the 19th is 1801 to 1900.

    Raises `PeriodError` if it is not such a date, is less precise than a millennium, is before the
    year 1 or after 9999, or is Julian and not a whole day.

    >>> wikidata_date("+2004-03-00T00:00:00Z", 10)
    Period('2004-03')
    >>> wikidata_date("+1990-00-00T00:00:00Z", 8)
    Period('199X')
    >>> wikidata_date("+1918-01-31T00:00:00Z", 11, "Q1985786")
    Period('1918-02-13')
    """
    match = _TIME.fullmatch(time)
    if match is None:
        raise PeriodError(time, 'Wikidata writes "+2004-03-00T00:00:00Z"')
    sign, digits, month, day = match.groups()
    year = int(digits)
    if sign == "-" or not 1 <= year <= _LAST_YEAR:
        raise PeriodError(time, "a dossier holds the years 1 to 9999")
    if not _MILLENNIUM <= precision <= _SECOND:
        raise PeriodError(
            time, f"the precision {precision} is none from 6 to 14"
        )
    model = calendar.rpartition("/")[2]
    if model not in (_GREGORIAN, _JULIAN):
        raise PeriodError(time, f"the calendar {shorten(calendar)} is unknown")
    if model == _JULIAN:
        if precision < _DAY:
            raise PeriodError(
                time,
                "the date is Julian and not a whole day, so that its first and last day are not known",
            )
        return _from_julian(time, year, int(month), int(day))
    return Period(_notation(year, month, day, precision))


def _notation(year: int, month: str, day: str, precision: int) -> str:
    """Return a Gregorian date in EDTF."""
    if precision >= _DAY:
        return f"{year:04}-{month}-{day}"
    if precision == _MONTH:
        return f"{year:04}-{month}"
    if precision == _YEAR:
        return f"{year:04}"
    if precision == _DECADE:
        return f"{year // 10:03}X"
    # Counted from 1, a century ends with the year that is a multiple of 100: no mask means that.
    length = 100 if precision == _CENTURY else 1000
    start = (year - 1) // length * length + 1
    end = min(start + length - 1, _LAST_YEAR)
    return f"[{start:04}..{end:04}]"


def _from_julian(time: str, year: int, month: int, day: int) -> Period:
    """Return the Gregorian day of a Julian one, by their Julian day numbers."""
    leap = year % 4 == 0
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= len(lengths) or not 1 <= day <= lengths[month - 1]:
        raise PeriodError(time, "the Julian calendar has no such day")
    before = (year - 1) * 365 + (year - 1) // 4 + sum(lengths[: month - 1])
    # Gregorian days are counted from 1 January 1, which was 3 January in the Julian calendar.
    ordinal = before + day - 2
    if not 1 <= ordinal <= datetime.date.max.toordinal():
        raise PeriodError(time, "a dossier holds the years 1 to 9999")
    return Period(datetime.date.fromordinal(ordinal).isoformat())
