"""The notation of dates: from EDTF text to the days that it allows.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019. `read` takes a text apart once and
answers a `Shape`: two points, each with its possible days as runs of proleptic Gregorian
ordinals (`datetime.date.toordinal`). Nothing here compares one date with another;
`entente.values._period` does.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum, StrEnum
from typing import NoReturn, TypeAlias

from attrs import frozen

from entente.errors import PeriodError

Run: TypeAlias = tuple[int, int]
"""First and last day of an unbroken row of days, as ordinals."""
Runs: TypeAlias = tuple[Run, ...]
"""Days as ordered runs that neither touch nor overlap."""
Mask: TypeAlias = tuple[str, str, str]
"""Year, month and day with ``X`` for each digit that is left out."""

FIRST_DAY = datetime.date.min.toordinal()
LAST_DAY = datetime.date.max.toordinal()
BEFORE_ALL = FIRST_DAY - 1
"""Stands for "without beginning"."""
AFTER_ALL = LAST_DAY + 1
"""Stands for "without end"."""

MAX_LENGTH = 64
"""No date or span that can be read is longer."""


class Precision(StrEnum):
    """The unit to which a date is known, from fine to coarse.

    >>> Precision("month")
    <Precision.MONTH: 'month'>
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    """Three months, such as spring."""
    QUARTER = "quarter"
    """Three months, counted from January."""
    QUADRIMESTER = "quadrimester"
    """Four months: a third of a year."""
    SEMESTER = "semester"
    """Six months: a half of a year."""
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    UNSPECIFIED = "unspecified"
    """No digit is given, or no end."""


COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}

# How many months a unit lasts; a day is none.
_MONTHS = {
    Precision.DAY: 0,
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.QUADRIMESTER: 4,
    Precision.SEMESTER: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1_200,
    Precision.MILLENNIUM: 12_000,
    Precision.UNSPECIFIED: 120_000,
}


@frozen
class _Part:
    """A part of a year: the month it begins in, how many months it lasts, and its kind."""

    month: int
    length: int
    precision: Precision


def _parts(
    first_code: int, first_months: Iterable[int], length: int, kind: Precision
) -> dict[str, _Part]:
    return {
        f"{first_code + offset:02d}": _Part(month, length, kind)
        for offset, month in enumerate(first_months)
    }


PARTS_OF_YEAR = {
    **_parts(1, range(1, 13), 1, Precision.MONTH),
    **_parts(21, (3, 6, 9, 12), 3, Precision.SEASON),
    **_parts(25, (3, 6, 9, 12), 3, Precision.SEASON),
    **_parts(29, (9, 12, 3, 6), 3, Precision.SEASON),
    **_parts(33, (1, 4, 7, 10), 3, Precision.QUARTER),
    **_parts(37, (1, 5, 9), 4, Precision.QUADRIMESTER),
    **_parts(40, (1, 7), 6, Precision.SEMESTER),
}
"""What the two digits after a year mean: months, and the seasons and parts of ISO 8601-2.

Seasons are the meteorological ones. Those that begin in December end with the February of the
next year.
"""
_WHOLE_YEAR = _Part(1, 12, Precision.YEAR)

_PRECISION_OF_YEAR = (
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.UNSPECIFIED,
)  # by the number of digits left out at its end


class End(Enum):
    """What stands at a point of a span."""

    DATE = "date"
    OPEN = "open"
    UNKNOWN = "unknown"


@frozen(eq=False)
class Point:
    """A date, or one end of a span.

    `first` and `last` bound the days that the text allows, before any widening.
    `mask` is what must match where digits left out make gaps between them; `slack` is the unit by
    which an approximate date may be off.
    """

    text: str
    first: int
    last: int
    precision: Precision
    kind: End = End.DATE
    uncertain: bool = False
    slack: Precision | None = None
    mask: Mask | None = None

    @property
    def days(self) -> Runs:
        """The days that the text allows."""
        return _matching_days(self.mask) if self.mask else ((self.first, self.last),)

    @property
    def reach(self) -> Runs:
        """The days that are possible: `days`, widened by one unit at each side where approximate."""
        if self.slack is None:
            return self.days
        return _widened(self.days, self.slack)


@frozen(eq=False)
class Shape:
    """What a text means: a date is a shape whose two points are the same."""

    text: str
    start: Point
    end: Point

    @property
    def is_span(self) -> bool:
        return self.start is not self.end

    @functools.cached_property
    def hedged(self) -> bool:
        """Whether nothing about it is certain."""
        return any(
            point.uncertain or point.slack is not None
            for point in (self.start, self.end)
        )

    @functools.cached_property
    def moment(self) -> Shape:
        """The date by which it has come.

        That is the date itself, a span's end, or its start if the end is open or unknown. A span
        without any date is its own moment.
        """
        for point in (self.end, self.start):
            if point.kind is End.DATE:
                return Shape(point.text, point, point)
        return self

    @functools.cached_property
    def certain_day(self) -> int:
        """The first day, as an ordinal, on which it has certainly come."""
        return self.moment.start.reach[-1][1]


_OPEN_START = Point("..", BEFORE_ALL, BEFORE_ALL, Precision.UNSPECIFIED, End.OPEN)
_OPEN_END = Point("..", AFTER_ALL, AFTER_ALL, Precision.UNSPECIFIED, End.OPEN)
_UNKNOWN_START = Point("", BEFORE_ALL, LAST_DAY, Precision.UNSPECIFIED, End.UNKNOWN)
_UNKNOWN_END = Point("", FIRST_DAY, AFTER_ALL, Precision.UNSPECIFIED, End.UNKNOWN)

_START_SIGNS = {"": _UNKNOWN_START, "..": _OPEN_START}
_END_SIGNS = {"": _UNKNOWN_END, "..": _OPEN_END}

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DATE = re.compile(
    r"(?P<q0>[?~%]?)(?P<year>[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[0-9X]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[0-9X]{2})(?P<q5>[?~%]?))?)?"
)
# What a date may begin with, as far as it goes: the place where it stops matching is at fault.
_BEGINNING = re.compile(
    r"[?~%]?[0-9X]{0,3}(?:(?<=[0-9X]{3})[0-9X][?~%]?"
    r"(?:-[?~%]?[0-9X]?(?:(?<=[0-9X])[0-9X][?~%]?(?:-[?~%]?[0-9X]?(?:(?<=[0-9X])[0-9X][?~%]?)?)?)?)?)?"
)
_FAR_YEAR = re.compile(
    r"[?~%]?(?:Y-?(?P<digits>[0-9]+)|-[0-9X]{4}|[0-9]{4}(?=S))(?P<exponent>E[0-9]+)?(?P<significant>S[0-9]+)?"
)
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)


@functools.lru_cache(maxsize=16_384)
def read(text: str) -> Shape:
    """Read a date or a span, once per distinct text.

    Raises:
        PeriodError: The text is no EDTF that has a meaning here; says where and why.
    """
    if len(text) > MAX_LENGTH:
        raise PeriodError(
            text, f"it is longer than any date or span ({MAX_LENGTH} characters)"
        )
    if _DAY.fullmatch(text):
        with suppress(ValueError):  # a day that no calendar has is explained below
            ordinal = datetime.date.fromisoformat(text).toordinal()
            point = Point(text, ordinal, ordinal, Precision.DAY)
            return Shape(text, point, point)
    if text[:1] in ("[", "{"):
        noun = "sets" if text[0] == "[" else "lists"
        raise PeriodError(
            text, f"level 2 {noun} of dates are not supported: write each date apart", 0
        )
    if "/" in text:
        return _read_span(text)
    end = len(text)
    if text[10:11] == "T":
        end = 10
        if not _DATE_TIME.fullmatch(text):
            raise PeriodError(
                text,
                "a time is written YYYY-MM-DDThh:mm:ss, with Z, +hh, +hh:mm or nothing after it",
                end,
            )
    point = _read_point(text, 0, end)
    return Shape(point.text, point, point)


def _read_span(text: str) -> Shape:
    head, _, tail = text.partition("/")
    if "/" in tail:
        raise PeriodError(
            text, "a span has one '/' only", text.index("/", len(head) + 1)
        )
    if not head and not tail:
        raise PeriodError(
            text, "a span needs an end: write '../' or '/..' where neither is known", 0
        )
    start = _START_SIGNS.get(head) or _read_point(text, 0, len(head))
    end = _END_SIGNS.get(tail) or _read_point(text, len(head) + 1, len(text))
    if start.first > end.last:
        raise PeriodError(
            text,
            f"it runs backward: {head!r} does not begin before {tail!r} ends; swap the two",
        )
    return Shape(text, start, end)


def _read_point(text: str, begin: int, end: int) -> Point:
    """Read the date that stands in ``text[begin:end]``."""
    match = _DATE.fullmatch(text, begin, end)
    if match is None:
        _explain(text, begin, end)
    year, month, day = match.group("year", "month", "day")
    if year == "0000":
        raise PeriodError(
            text,
            "year 0 is out of range: years run from 0001 to 9999",
            match.start("year"),
        )
    part = PARTS_OF_YEAR.get(month) if month else None
    if part is None and month and "X" not in month:
        raise PeriodError(
            text,
            f"there is no month {month}: months are 01 to 12, seasons and other parts of a year 21 to 41",
            match.start("month"),
        )
    if part and day and part.precision is not Precision.MONTH:
        raise PeriodError(
            text, f"a {part.precision} has no numbered days", match.start("day")
        )
    mask = None
    if "X" in match[0]:
        mask = (year, month or "XX", day or "XX")
        first, last = _bounds_of_mask(text, begin, mask)
        # Digits left out at the end alone leave no gap between the days.
        mask = mask if "X" in "".join(mask).rstrip("X") else None
    else:
        first, last = _bounds(text, match, part)
    precision = _precision(year, month, day)
    signs = match.group("q0", "q1", "q2", "q3", "q4", "q5")
    if not any(signs):
        return Point(match[0], first, last, precision, mask=mask)
    written = [
        (signs[0] + signs[1], _precision(year, None, None)),
        ((signs[2] or "") + (signs[3] or ""), _precision(year, month, None)),
        ((signs[4] or "") + (signs[5] or ""), precision),
    ]
    return Point(
        match[0],
        first,
        last,
        precision,
        uncertain=any("?" in signs or "%" in signs for signs, _ in written),
        slack=max(
            (unit for signs, unit in written if "~" in signs or "%" in signs),
            key=COARSENESS.__getitem__,
            default=None,
        ),
        mask=mask,
    )


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    """Return the unit of the finest component that has a digit."""
    if day and day != "XX":
        return Precision.DAY
    if month and month != "XX":
        return (
            PARTS_OF_YEAR[month].precision
            if month in PARTS_OF_YEAR
            else Precision.MONTH
        )
    return _PRECISION_OF_YEAR[len(year) - len(year.rstrip("X"))]


def _bounds(text: str, match: re.Match[str], part: _Part | None) -> Run:
    """Return the first and last day of a date in which every digit is given."""
    year = int(match["year"])
    if part is None:
        return _block(year, 1, 12)
    if match["day"] is None:
        if year == datetime.MAXYEAR and part.month + part.length > 13:
            raise PeriodError(
                text,
                f"this {part.precision} ends in year 10000: years run to 9999",
                match.start("year"),
            )
        return _block(year, part.month, part.length)
    day = int(match["day"])
    length = calendar.monthrange(year, part.month)[1]
    if not 1 <= day <= length:
        reason = f"there is no day {match['day']}: {match['year']}-{match['month']} has {length} days"
        raise PeriodError(text, reason, match.start("day"))
    ordinal = datetime.date(year, part.month, day).toordinal()
    return ordinal, ordinal


def _block(year: int, month: int, length: int) -> Run:
    """Return the first and last day of `length` months."""
    index = year * 12 + month - 1
    return _month_start(index), _month_start(index + length) - 1


def _month_start(index: int) -> int:
    """Return the first day of a month, counted from January of year 0."""
    year, month = divmod(index, 12)
    return (
        AFTER_ALL
        if year > datetime.MAXYEAR
        else datetime.date(year, month + 1, 1).toordinal()
    )


def _bounds_of_mask(text: str, begin: int, mask: Mask) -> Run:
    """Return the first and last day that match, without looking at those between."""
    earliest = next(_blocks(mask), None)
    latest = next(_blocks(mask, backward=True), None)
    if earliest is None or latest is None:
        raise PeriodError(text, "no day of the years 0001 to 9999 matches it", begin)
    return earliest[0], latest[1]


# Few dates leave digits out, but one that does may stand for half a million runs.
@functools.lru_cache(maxsize=16)
def _matching_days(mask: Mask) -> Runs:
    return _merged(_blocks(mask))


def _blocks(mask: Mask, *, backward: bool = False) -> Iterator[Run]:
    """Yield the blocks of days that match, in order of time or against it."""
    year_mask, month_mask, day_mask = mask
    if month_mask == day_mask == "XX":
        parts = [_WHOLE_YEAR]
    else:
        codes = _matching(month_mask, backward=backward)
        parts = [
            PARTS_OF_YEAR[code]
            for code in codes
            if code in PARTS_OF_YEAR and (int(code) <= 12 or code == month_mask)
        ]
    days = (
        None
        if day_mask == "XX"
        else [int(day) for day in _matching(day_mask, backward=backward)]
    )
    for year in map(int, _matching(year_mask, backward=backward)):
        if year == 0:
            continue
        for part in parts:
            if year == datetime.MAXYEAR and part.month + part.length > 13:
                continue
            first, last = _block(year, part.month, part.length)
            if days is None:
                yield first, last
                continue
            for day in days:
                if 1 <= day <= last - first + 1:
                    yield first + day - 1, first + day - 1


def _matching(pattern: str, *, backward: bool) -> Iterator[str]:
    """Yield the numbers that a pattern such as ``1X`` stands for."""
    digits = "9876543210" if backward else "0123456789"
    for choice in itertools.product(
        *(digits if sign == "X" else sign for sign in pattern)
    ):
        yield "".join(choice)


def _merged(blocks: Iterable[Run]) -> Runs:
    """Join ordered blocks that touch or overlap."""
    runs: list[Run] = []
    for first, last in blocks:
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return tuple(runs)


def _widened(days: Runs, unit: Precision) -> Runs:
    """Add one unit at each side of each run, as far as the calendar goes."""
    months = _MONTHS[unit]
    if months == 0:
        return _merged(
            (max(first - 1, FIRST_DAY), min(last + 1, LAST_DAY)) for first, last in days
        )
    return _merged(
        (_shifted(first, -months), _shifted(last + 1, months) - 1)
        for first, last in days
    )


def _shifted(day: int, months: int) -> int:
    """Return the same day of another month, or the last one of a shorter month."""
    if day == AFTER_ALL:
        return day
    date = datetime.date.fromordinal(day)
    index = date.year * 12 + date.month - 1 + months
    if index < 12:
        return FIRST_DAY
    if index >= (datetime.MAXYEAR + 1) * 12:
        return AFTER_ALL
    return min(_month_start(index) + date.day - 1, _month_start(index + 1) - 1)


def _explain(text: str, begin: int, end: int) -> NoReturn:
    """Say why ``text[begin:end]`` is no date."""
    part = text[begin:end]
    if not part:
        raise PeriodError(text, "it is empty")
    if far := _FAR_YEAR.match(part):
        raise PeriodError(text, _reason_of_far_year(far), begin)
    reached = _BEGINNING.match(text, begin, end)
    position = reached.end() if reached else begin
    if position == end:
        raise PeriodError(
            text,
            "it ends too soon: a year has four digits, a month and a day have two",
            end,
        )
    sign = text[position]
    if sign.isspace():
        reason = "white space has no place in it"
    elif sign.isdecimal() and not sign.isascii():
        reason = f"{sign!r} is not one of the digits 0 to 9"
    else:
        reason = f"{sign!r} is not expected here: write YYYY, YYYY-MM or YYYY-MM-DD"
    raise PeriodError(text, reason, position)


def _reason_of_far_year(year: re.Match[str]) -> str:
    if year["exponent"]:
        return "level 2 years with an exponent are not supported: years run from 0001 to 9999"
    if year["significant"]:
        return "level 2 years with significant digits are not supported: write the digits that are known, as in 195X"
    if year["digits"] and len(year["digits"]) <= 4:
        return "'Y' stands before years of more than four digits only"
    return "it is out of range: years run from 0001 to 9999"
