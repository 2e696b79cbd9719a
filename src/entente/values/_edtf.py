"""The notation of dates: from EDTF text to the days that it allows.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019. `read` takes a text apart once and
returns a `Shape`: two points, each with its possible days as runs of proleptic Gregorian
ordinals (`datetime.date.toordinal`). A date, and a set of dates, is one point. Comparing one date
with another is the task of `entente.values._period`.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from typing import NoReturn, TypeAlias

from attrs import evolve, field, frozen

from entente._word_lists import WordList
from entente.errors import PeriodError

Run: TypeAlias = tuple[int, int]
"""First and last of consecutive days, as ordinals."""
Runs: TypeAlias = tuple[Run, ...]
"""Days as runs in order, which neither touch nor overlap."""
Mask: TypeAlias = tuple[str, str, str]
"""Year, month and day, with ``X`` for each digit that is not given."""

FIRST_DAY = datetime.date.min.toordinal()
LAST_DAY = datetime.date.max.toordinal()
BEFORE_ALL = FIRST_DAY - 1
"""Used in place of a day for "without beginning"."""
AFTER_ALL = LAST_DAY + 1
"""Used in place of a day for "without end"."""

MAX_LENGTH = 64
"""The greatest length of a date or span, in characters."""
MAX_SET_LENGTH = 500
"""The greatest length of a set of dates: about forty days that are named one by one."""


class Precision(WordList):
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
class PartOfYear:
    """A part of a year: the month it begins in, how many months it lasts, and its kind."""

    month: int
    length: int
    precision: Precision

    @property
    def crosses_new_year(self) -> bool:
        """Whether it ends in the next year, as a winter does."""
        return self.month + self.length > 13


def _parts(
    first_code: int, first_months: Iterable[int], length: int, kind: Precision
) -> dict[str, PartOfYear]:
    return {
        f"{first_code + offset:02d}": PartOfYear(month, length, kind)
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
_WHOLE_YEAR = PartOfYear(1, 12, Precision.YEAR)
_MONTH_CODES = frozenset(f"{month:02d}" for month in range(1, 13))

# The precision of a year, by how many digits are missing at its end.
_PRECISION_OF_YEAR = (
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.UNSPECIFIED,
)


class End(Enum):
    """Whether a span has a date at one end, no end, or an end that is unknown."""

    DATE = "date"
    OPEN = "open"
    UNKNOWN = "unknown"


@frozen(eq=False)
class Point:
    """A date, or one end of a span.

    `first` and `last` bound the days that the text allows, as ordinals, before any widening. `mask`
    is given where missing digits leave gaps between those days. `slack` is the unit by which an
    approximate date may be off.
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
        if self.mask is None:
            return ((self.first, self.last),)
        return _matching_days(self.mask)

    @property
    def reach(self) -> Runs:
        """The days that are possible: `days`, and one unit more at each side if approximate."""
        if self.slack is None:
            return self.days
        return _widened(self.days, self.slack)

    @property
    def hedged(self) -> bool:
        """Whether the source marks it as uncertain or approximate."""
        return self.uncertain or self.slack is not None


@frozen(eq=False)
class OneOf(Point):
    """A date that is one of several, such as ``[2024-03,2024-05]`` or ``[..2024]``.

    `members` are those dates in order. One that is a range, ``2005..2006``, has two points, of
    which the first or the second may be open. `first` is then before the calendar, or `last`
    after it.
    """

    members: tuple[Shape, ...] = field(kw_only=True)

    @property
    def days(self) -> Runs:
        """The days that any member allows."""
        return _days_of_members(self)

    @property
    def reach(self) -> Runs:
        """The days that are possible for any member."""
        return _reach_of_members(self)

    @property
    def latest_member(self) -> Point:
        """The member that ends last, or the end of it if it is a range.

        If any member is in doubt, so is which of them is the last.
        """
        ends = [member.end for member in self.members]
        latest = max(ends, key=lambda end: end.reach[-1][1])
        if self.hedged and not latest.hedged:
            return evolve(latest, text=f"{latest.text}?", uncertain=True)
        return latest


@frozen(eq=False)
class BegunBy(Point):
    """The start of a span that had begun by a day: the days of `whole` up to `limit`."""

    whole: Point = field(kw_only=True)
    limit: int = field(kw_only=True)

    @property
    def days(self) -> Runs:
        """The days that the text allows, up to the limit."""
        return _up_to(self.limit, self.whole.days)

    @property
    def reach(self) -> Runs:
        """The days that are possible, up to the limit."""
        return _up_to(self.limit, self.whole.reach)


def _up_to(limit: int, runs: Runs) -> Runs:
    return tuple(
        (first, min(last, limit)) for first, last in runs if first <= limit
    )


@frozen(eq=False)
class Shape:
    """The meaning of a text: two points, which are the same one if it is a date."""

    text: str
    start: Point
    end: Point

    @property
    def is_span(self) -> bool:
        return self.start is not self.end

    @functools.cached_property
    def hedged(self) -> bool:
        """Whether nothing about it is certain."""
        return self.start.hedged or self.end.hedged

    @functools.cached_property
    def deadline(self) -> Point:
        """The point that counts where it is a deadline: the last that is possible."""
        if isinstance(self.end, OneOf):
            return self.end.latest_member
        return self.end


_OPEN_START = Point(
    "..", BEFORE_ALL, BEFORE_ALL, Precision.UNSPECIFIED, End.OPEN
)
_OPEN_END = Point("..", AFTER_ALL, AFTER_ALL, Precision.UNSPECIFIED, End.OPEN)
_UNKNOWN_START = Point(
    "", BEFORE_ALL, LAST_DAY, Precision.UNSPECIFIED, End.UNKNOWN
)
_UNKNOWN_END = Point(
    "", FIRST_DAY, AFTER_ALL, Precision.UNSPECIFIED, End.UNKNOWN
)

_START_SIGNS = {"": _UNKNOWN_START, "..": _OPEN_START}
_END_SIGNS = {"": _UNKNOWN_END, "..": _OPEN_END}

# Most texts are one day: they need none of what follows.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

# A year, and perhaps a month (or another part of the year) and a day. X is a missing digit. Each
# component may have a sign on either side: ? for uncertain, ~ for approximate, % for both.
_DATE = re.compile(
    r"(?P<q0>[?~%]?)(?P<year>[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[0-9X]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[0-9X]{2})(?P<q5>[?~%]?))?)?"
)
_UNCERTAIN = frozenset("?%")
_APPROXIMATE = frozenset("~%")

# The same, character by character, to find out where a text that is not a date goes wrong.
_SIGN, _DIGIT = "[?~%]?", "[0-9X]"
_STEPS = (
    *(_SIGN, _DIGIT, _DIGIT, _DIGIT, _DIGIT, _SIGN),
    *("-", _SIGN, _DIGIT, _DIGIT, _SIGN),
    *("-", _SIGN, _DIGIT, _DIGIT, _SIGN),
)

# Years of level 2 that a calendar of the years 1 to 9999 does not have: Y170000002, -0044, Y17E8,
# and 1950S2, a year with two significant digits.
_FAR_YEAR = re.compile(
    r"[?~%]?(?:Y-?(?P<digits>[0-9]+)|-[0-9X]{4}|[0-9]{4}(?=S))"
    r"(?P<exponent>E[0-9]+)?(?P<significant>S[0-9]+)?"
)

# A day and a time of day, with or without a difference from UTC.
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)


@functools.lru_cache(maxsize=16_384)
def read(text: str) -> Shape:
    """Read a date or a span, once per distinct text.

    Raises `PeriodError` if the text is not EDTF, or is EDTF that is not supported.
    """
    if text[:1] == "[":
        return _read_set(text)
    if len(text) > MAX_LENGTH:
        raise PeriodError(
            text,
            f"it is longer than any date or span ({MAX_LENGTH} characters)",
        )
    if _DAY.fullmatch(text):
        with suppress(
            ValueError
        ):  # such as 30 February, which is explained below
            ordinal = datetime.date.fromisoformat(text).toordinal()
            point = Point(text, ordinal, ordinal, Precision.DAY)
            return Shape(text, point, point)
    if text[:1] == "{":
        raise PeriodError(
            text,
            "level 2 lists of dates are not supported: write each date apart",
            0,
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


@functools.lru_cache(maxsize=4_096)
def read_as_of(text: str, as_of: datetime.date) -> Shape:
    """Read a span whose end is unknown, and which went on on a day."""
    shape = read(text)
    day = as_of.toordinal()
    whole = shape.start
    start = BegunBy(
        whole.text,
        whole.first,
        min(whole.last, day),
        whole.precision,
        whole.kind,
        whole.uncertain,
        whole.slack,
        whole=whole,
        limit=day,
    )
    return Shape(text, start, evolve(shape.end, first=day))


def _read_span(text: str) -> Shape:
    head, _, tail = text.partition("/")
    if "/" in tail:
        raise PeriodError(
            text, "a span has one '/' only", text.index("/", len(head) + 1)
        )
    if not head and not tail:
        raise PeriodError(
            text,
            "a span needs an end: write '../' or '/..' where neither is known",
            0,
        )
    if "[" in text:
        raise PeriodError(text, _SET_IN_SPAN, text.index("["))
    start = _START_SIGNS.get(head) or _read_point(text, 0, len(head))
    end = _END_SIGNS.get(tail) or _read_point(text, len(head) + 1, len(text))
    if start.first > end.last:
        raise PeriodError(
            text,
            f"it runs backward: {head!r} does not begin before {tail!r} ends; swap the two",
        )
    return Shape(text, start, end)


_SET_IN_SPAN = (
    "a set is one day: it is no end of a span, and holds no span;"
    " one day of two years is [2024..2025]"
)


def _read_set(text: str) -> Shape:
    """Read a date that is one of several, in square brackets."""
    if len(text) > MAX_SET_LENGTH:
        reason = f"it is longer than any set ({MAX_SET_LENGTH} characters)"
        raise PeriodError(text, reason)
    if "/" in text:
        raise PeriodError(text, _SET_IN_SPAN, text.index("/"))
    if not text.endswith("]"):
        raise PeriodError(text, "a set ends with ']'", len(text))

    members: dict[str, Shape] = {}
    begin = 1
    for item in text[1:-1].split(","):
        member = _read_member(text, begin, begin + len(item))
        members[member.text] = member
        begin += len(item) + 1
    in_order = sorted(members.values(), key=_order_of_member)
    _refuse_second_open_end(text, in_order)

    only = in_order[0]
    if len(in_order) == 1 and not only.is_span:
        return only  # one of a single date is that date
    point = _joined_members(in_order)
    return Shape(point.text, point, point)


def _read_member(text: str, begin: int, end: int) -> Shape:
    """Read one date of a set, or a range of them: ``2005..2006``, ``..2024``, ``2027..``."""
    head, dots, tail = text[begin:end].partition("..")
    if not head and not dots:
        raise PeriodError(text, "a date is missing here", begin)
    if not dots:
        point = _read_point(text, begin, end)
        return Shape(point.text, point, point)
    if not head and not tail:
        reason = "'..' needs a date: write [..2024] or [2024..]"
        raise PeriodError(text, reason, begin)
    first, last = _OPEN_START, _OPEN_END
    if head:
        first = _read_point(text, begin, begin + len(head))
    if tail:
        last = _read_point(text, end - len(tail), end)
    if first.first > last.last:
        raise PeriodError(
            text,
            f"it runs backward: {head!r} does not begin before {tail!r} ends; swap the two",
            begin,
        )
    # Two dates with a gap need not be the same one: 2024-XX-10 is May at one end, July at the other.
    if head == tail and first.mask is None:
        return Shape(head, first, first)
    return Shape(f"{head}..{tail}", first, last)


def _order_of_member(member: Shape) -> tuple[bool, int, int, str]:
    # EDTF has '..' only at the beginning and at the end of a set.
    is_endless = member.end.kind is End.OPEN
    # By their text where their days are the same: 2024 and 2024?
    return is_endless, member.start.first, member.end.last, member.text


def _refuse_second_open_end(text: str, members: list[Shape]) -> None:
    without_start = [each for each in members if each.start.kind is End.OPEN]
    without_end = [each for each in members if each.end.kind is End.OPEN]
    for endless in (without_start, without_end):
        if len(endless) > 1:
            raise PeriodError(
                text,
                f"{endless[0].text!r} and {endless[1].text!r} overlap; leave one out",
            )


def _joined_members(members: list[Shape]) -> OneOf:
    ends = [end for member in members for end in (member.start, member.end)]
    dates = [end for end in ends if end.kind is End.DATE]
    slacks = [date.slack for date in dates if date.slack is not None]
    return OneOf(
        "[" + ",".join(member.text for member in members) + "]",
        # A range whose first date is vague begins no later than it ends.
        min(member.start.first for member in members),
        max(member.end.last for member in members),
        _coarsest(date.precision for date in dates),
        uncertain=any(date.uncertain for date in dates),
        slack=_coarsest(slacks) if slacks else None,
        members=tuple(members),
    )


def _coarsest(precisions: Iterable[Precision]) -> Precision:
    return max(precisions, key=COARSENESS.__getitem__)


# Few texts in a dossier are sets, but each is compared with many dates.
@functools.lru_cache(maxsize=256)
def _days_of_members(point: OneOf) -> Runs:
    return _days_between(
        (each.is_span, each.start.days, each.end.days)
        for each in point.members
    )


@functools.lru_cache(maxsize=256)
def _reach_of_members(point: OneOf) -> Runs:
    return _days_between(
        (each.is_span, each.start.reach, each.end.reach)
        for each in point.members
    )


def _days_between(members: Iterable[tuple[bool, Runs, Runs]]) -> Runs:
    """Return the days of dates, and of ranges from their start to their end."""
    runs: list[Run] = []
    for is_range, start, end in members:
        if is_range:
            # One day is meant, so an open range ends with the calendar.
            first, last = (
                max(start[0][0], FIRST_DAY),
                min(end[-1][1], LAST_DAY),
            )
            runs.append((first, last))
        else:
            runs.extend(start)
    return merged(sorted(runs))


def _read_point(text: str, begin: int, end: int) -> Point:
    """Read the date ``text[begin:end]``."""
    match = _DATE.fullmatch(text, begin, end)
    if match is None:
        _explain(text, begin, end)
    if match["year"] == "0000":
        reason = "year 0 is out of range: years run from 0001 to 9999"
        raise PeriodError(text, reason, match.start("year"))
    part = _named_part(text, match)
    mask = (match["year"], match["month"] or "XX", match["day"] or "XX")
    if "X" in match[0]:
        first, last = _bounds_of_mask(text, begin, mask)
    else:
        first, last = _bounds(text, match, part)
    uncertain, slack = _qualification(match, mask)
    # Where digits are missing at the end only, there are no gaps: 201X, but not 201X-05.
    has_gaps = "X" in "".join(mask).rstrip("X")
    return Point(
        match[0],
        first,
        last,
        _precision(*mask),
        uncertain=uncertain,
        slack=slack,
        mask=mask if has_gaps else None,
    )


def _named_part(text: str, match: re.Match[str]) -> PartOfYear | None:
    """Return the part of the year that a date names, or None where digits of it are missing."""
    code = match["month"]
    if code is None or "X" in code:
        return None
    part = PARTS_OF_YEAR.get(code)
    if part is None:
        raise PeriodError(
            text,
            f"there is no month {code}: months are 01 to 12, seasons and other parts of a year 21 to 41",
            match.start("month"),
        )
    if match["day"] is not None and part.precision is not Precision.MONTH:
        raise PeriodError(
            text,
            f"a {part.precision} has no numbered days",
            match.start("day"),
        )
    return part


def _qualification(
    match: re.Match[str], mask: Mask
) -> tuple[bool, Precision | None]:
    """Return whether a date is uncertain, and the unit by which it may be off, if any.

    A sign speaks of the component next to it: ``2004-~06`` may be off by a month. Of several
    units the coarsest counts.
    """
    signs = match.group("q0", "q1", "q2", "q3", "q4", "q5")
    if not any(signs):
        return False, None
    uncertain = not _UNCERTAIN.isdisjoint(signs)
    year, month, _ = mask
    by_component = (
        (signs[:2], _precision(year)),
        (signs[2:4], _precision(year, month)),
        (signs[4:], _precision(*mask)),
    )
    for around_component, unit in by_component:
        if not _APPROXIMATE.isdisjoint(around_component):
            return uncertain, unit
    return uncertain, None


def _precision(year: str, month: str = "XX", day: str = "XX") -> Precision:
    """Return the unit of the finest component that has a digit."""
    if day != "XX":
        return Precision.DAY
    if month in PARTS_OF_YEAR:
        return PARTS_OF_YEAR[month].precision
    if month != "XX":
        return Precision.MONTH
    missing_digits = len(year) - len(year.rstrip("X"))
    return _PRECISION_OF_YEAR[missing_digits]


def _bounds(text: str, match: re.Match[str], part: PartOfYear | None) -> Run:
    """Return the first and last day of a date in which every digit is given."""
    year = int(match["year"])
    if part is None:
        return _block(year, _WHOLE_YEAR)
    if match["day"] is None:
        if year == datetime.MAXYEAR and part.crosses_new_year:
            reason = (
                f"this {part.precision} ends in year 10000: years run to 9999"
            )
            raise PeriodError(text, reason, match.start("year"))
        return _block(year, part)
    day = int(match["day"])
    length = calendar.monthrange(year, part.month)[1]
    if not 1 <= day <= length:
        month = match["year"] + "-" + match["month"]
        reason = f"there is no day {match['day']}: {month} has {length} days"
        raise PeriodError(text, reason, match.start("day"))
    ordinal = datetime.date(year, part.month, day).toordinal()
    return ordinal, ordinal


def _block(year: int, part: PartOfYear) -> Run:
    """Return the first and last day of a part of a year."""
    index = year * 12 + part.month - 1
    return _month_start(index), _month_start(index + part.length) - 1


def _month_start(index: int) -> int:
    """Return the first day of a month, counted from January of year 0."""
    year, month = divmod(index, 12)
    if year > datetime.MAXYEAR:
        return AFTER_ALL
    return datetime.date(year, month + 1, 1).toordinal()


def _bounds_of_mask(text: str, begin: int, mask: Mask) -> Run:
    """Return the first and last day that match, without looking at those between."""
    earliest = next(_blocks(mask), None)
    latest = next(_blocks(mask, backward=True), None)
    if earliest is None or latest is None:
        raise PeriodError(
            text, "no day of the years 0001 to 9999 matches it", begin
        )
    return earliest[0], latest[1]


# Dates with missing digits are few, but one may have half a million runs: XXXX-XX-1X.
@functools.lru_cache(maxsize=16)
def _matching_days(mask: Mask) -> Runs:
    return merged(_blocks(mask))


def _blocks(mask: Mask, *, backward: bool = False) -> Iterator[Run]:
    """Yield the blocks of days that match, in order of time or against it.

    ``201X-05`` gives ten Mays, ``2010-0X-31`` the last day of each long month from January to
    August.
    """
    year_mask, _, day_mask = mask
    parts = _matching_parts(mask, backward=backward)
    days = [int(day) for day in _matching(day_mask, backward=backward)]
    for year in map(int, _matching(year_mask, backward=backward)):
        for part in parts:
            # Neither the year 0 nor a winter that ends in the year 10000 is in the calendar.
            if year == 0 or (
                year == datetime.MAXYEAR and part.crosses_new_year
            ):
                continue
            block = _block(year, part)
            if day_mask == "XX":
                yield block
            else:
                yield from _single_days(block, days)


def _single_days(month: Run, days: Iterable[int]) -> Iterator[Run]:
    """Yield those of the numbered days that a month has."""
    first, last = month
    length = last - first + 1
    for day in days:
        if 1 <= day <= length:
            ordinal = first + day - 1
            yield ordinal, ordinal


def _matching_parts(mask: Mask, *, backward: bool) -> list[PartOfYear]:
    """Return the whole year, the part of the year that is named, or the months that match."""
    _, month_mask, day_mask = mask
    if month_mask == day_mask == "XX":
        return [_WHOLE_YEAR]
    if "X" not in month_mask:
        return [PARTS_OF_YEAR[month_mask]]
    codes = _matching(month_mask, backward=backward)
    return [PARTS_OF_YEAR[code] for code in codes if code in _MONTH_CODES]


def _matching(pattern: str, *, backward: bool) -> Iterator[str]:
    """Yield the numbers that match a pattern such as ``1X``."""
    digits = "9876543210" if backward else "0123456789"
    choices = [digits if sign == "X" else sign for sign in pattern]
    return map("".join, itertools.product(*choices))


def merged(blocks: Iterable[Run]) -> Runs:
    """Join blocks that touch or overlap; they come in the order of their first days."""
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
    if months == 0:  # the unit is a day
        return merged(
            (max(first - 1, FIRST_DAY), min(last + 1, LAST_DAY))
            for first, last in days
        )
    return merged(
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
    """Raise the error that says why ``text[begin:end]`` is not a date."""
    part = text[begin:end]
    if not part:
        raise PeriodError(text, "it is empty")
    if far := _FAR_YEAR.match(part):
        raise PeriodError(text, _reason_of_far_year(far), begin)
    position = _first_unexpected(text, begin, end)
    if position == end:
        reason = "it ends too soon: a year has four digits, a month and a day have two"
        raise PeriodError(text, reason, end)
    sign = text[position]
    if sign.isspace():
        reason = "white space is not allowed in it"
    elif sign.isdecimal() and not sign.isascii():
        reason = f"{sign!r} is not one of the digits 0 to 9"
    else:
        reason = (
            f"{sign!r} is not expected here: write YYYY, YYYY-MM or YYYY-MM-DD"
        )
    raise PeriodError(text, reason, position)


def _first_unexpected(text: str, begin: int, end: int) -> int:
    """Return the position up to which a text could be a date."""
    position = begin
    for step in _STEPS:
        found = re.compile(step).match(text, position, end)
        if found is None:
            break
        position = found.end()
    return position


def _reason_of_far_year(year: re.Match[str]) -> str:
    if year["exponent"]:
        return "level 2 years with an exponent are not supported: years run from 0001 to 9999"
    if year["significant"]:
        return "level 2 years with significant digits are not supported: write the digits that are known, as in 195X"
    if year["digits"] and len(year["digits"]) <= 4:
        return "'Y' is only for years of more than four digits"
    return "it is out of range: years run from 0001 to 9999"
