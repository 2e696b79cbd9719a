"""Lengths of time in years, months, weeks and days, such as that of a rate."""

from __future__ import annotations

import datetime
import re
from typing import TypeAlias, final

from attrs import field, frozen

from entente.errors import DurationError

MAX_MONTHS = 9_999 * 12
MAX_DAYS = 3_652_059
"""The longest duration: the years that a date may have, and their days."""

# Seven digits are enough for every number up to the longest duration.
_DURATION = re.compile(
    r"P(?:([0-9]{1,7})Y)?(?:([0-9]{1,7})M)?(?:([0-9]{1,7})W)?(?:([0-9]{1,7})D)?"
)

_TIME_OF_DAY = re.compile("[0-9]+[HMS]")


@final
@frozen(init=False, repr=False, order=False, weakref_slot=False)
class Duration:
    """A length of time, in the notation of ISO 8601: ``P4Y``, ``P1Y6M``, ``P2W``, ``P90D``.

    Numbers are whole. A year is twelve months and a week is seven days, so ``P12M`` equals ``P1Y``,
    and ``P2W`` equals ``P14D``. Months differ in length: ``P1M`` equals no number of days.

    Raises `DurationError` if the text is not a duration.

    >>> Duration("P18M")
    Duration('P1Y6M')
    >>> Duration("P2W") == Duration("P14D"), Duration("P1M") == Duration("P30D")
    (True, False)
    """

    months: int = field(init=False)
    """The months, of which each year has twelve."""
    days: int = field(init=False)
    """The days, of which each week has seven."""

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(
                f"a duration is read from a text, not from {text!r}"
            )
        months, days = _read(text)
        # The attributes of a frozen class are set as attrs sets them.
        object.__setattr__(self, "months", months)
        object.__setattr__(self, "days", days)

    @classmethod
    def of(cls, value: DurationLike) -> Duration:
        """Return `value`, read if it is a text.

        >>> Duration.of("P90D")
        Duration('P90D')
        """
        return value if isinstance(value, Duration) else cls(value)

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        parts = [(years, "Y"), (months, "M"), (self.days, "D")]
        shown = [f"{count}{unit}" for count, unit in parts if count]
        return f"P{''.join(shown)}"

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"

    def count_between(
        self, first: datetime.date, last: datetime.date
    ) -> int | None:
        """Return how many of this duration the days from `first` to `last` are.

        Both days count. Returns None if it is no whole number of them.

        >>> start, end = datetime.date(2022, 4, 1), datetime.date(2024, 3, 31)
        >>> Duration("P1Y").count_between(start, end), Duration("P1W").count_between(start, end)
        (2, None)
        """
        if not self.days:
            covered, length = _months_between(first, last), self.months
        elif not self.months:
            covered, length = (last - first).days + 1, self.days
        else:
            # Several of "a month and ten days" end on different days, by the order of adding them.
            return None
        if covered is None or covered < 1 or covered % length:
            return None
        return covered // length


DurationLike: TypeAlias = Duration | str
"""What is accepted as a duration: a `Duration`, or a text in its notation."""


def _months_between(first: datetime.date, last: datetime.date) -> int | None:
    """Return the number of months from one day to another, or None if it is not whole."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if first.day > 1:
        # A month that begins on the 6th ends on the 5th.
        return months if last.day == first.day - 1 else None
    next_day = last.toordinal() + 1
    ends_month = (
        last == datetime.date.max
        or datetime.date.fromordinal(next_day).day == 1
    )
    return months + 1 if ends_month else None


def _read(text: str) -> tuple[int, int]:
    """Return the months and the days of a duration. Raises `DurationError` if it is none."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise DurationError(text, _explain(text))
    years, months, weeks, days = (
        int(number or 0) for number in found.groups()
    )
    all_months, all_days = years * 12 + months, weeks * 7 + days
    if not all_months and not all_days:
        raise DurationError(text, "it is longer than nothing, as in P1D")
    if all_months > MAX_MONTHS or all_days > MAX_DAYS:
        raise DurationError(text, "it is at most 9999 years long")
    return all_months, all_days


def _explain(text: str) -> str:
    time = text.partition("T")[2]
    if text.startswith("P") and _TIME_OF_DAY.match(time):
        return (
            "it has no hours, minutes or seconds; write whole days, as in P1D"
        )
    return "write P, then whole years, months, weeks and days, as in P4Y, P1Y6M, P2W, P90D"
