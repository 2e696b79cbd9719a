"""Lengths of time in years, months, weeks and days, such as that of a rate."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TypeAlias, final

from attrs import field, frozen

from entente.errors import DurationError
from entente.values._counting import Stride, moved_period, span_from
from entente.values._period import Period, PeriodLike

MAX_MONTHS = 9_999 * 12
MAX_DAYS = 3_652_059
"""The longest duration: the years that a date may have, and their days."""

# Seven digits are enough for every number up to the longest duration.
DURATION_TEXT = re.compile(
    r"P(?:([0-9]{1,7})Y)?(?:([0-9]{1,7})M)?(?:([0-9]{1,7})W)?(?:([0-9]{1,7})D)?"
)

# "PT12H" and "P1DT12H", in which M would be minutes
_WITH_TIME_OF_DAY = re.compile("P[^T]*T[0-9]+[HMS]")
_NO_TIME_OF_DAY = (
    "it has no hours, minutes or seconds; write whole days, as in P1D"
)
# "> P1Y", "P1Y..P2Y", "~P1Y", "P1Y?"
_BOUNDED = re.compile(r"\s*(?:[<>~≥≤]|P[0-9YMWD]+\s*(?:\.\.|[?/]))")
_ONE_LENGTH = (
    "it is one length, without bounds; where the source says only 'several years', leave it out"
    " and keep the words, in `stated` of a date, in a note or as an amount, such as '> 1 year'"
)
_NOT_A_DURATION = "write P, then whole years, months, weeks and days, as in P4Y, P1Y6M, P2W, P90D"


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
        if isinstance(value, Duration):
            return value
        return cls(value)

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        parts = [(years, "Y"), (months, "M"), (self.days, "D")]
        shown = [f"{count}{unit}" for count, unit in parts if count]
        return f"P{''.join(shown)}"

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"

    def words(self, locale: str = "en") -> str:
        """Return it in plain words, for people to read: in English, or French with ``"fr"``.

        Raises `QueryError` if the language is not spoken here.

        >>> Duration("P18M").words(), Duration("P90D").words(), Duration("P18M").words("fr")
        ('1 year and 6 months', '90 days', '1 an et 6 mois')
        """
        from entente.values._spoken import duration_words  # noqa: PLC0415 -- few programs need the words

        return duration_words(self.months, self.days, locale)

    def count_between(
        self, first: datetime.date, last: datetime.date
    ) -> int | None:
        """Return how many of this duration the days from `first` to `last` are.

        Both days count. Returns None if it is no whole number of them.

        >>> start, end = datetime.date(2022, 4, 1), datetime.date(2024, 3, 31)
        >>> Duration("P1Y").count_between(start, end), Duration("P1W").count_between(start, end)
        (2, None)
        """
        # Several of "a month and ten days" end on different days, by the order of adding them.
        if self.months and self.days:
            return None
        if self.months:
            covered, length = _months_between(first, last), self.months
        else:
            covered, length = (last - first).days + 1, self.days
        count, rest = divmod(covered, length)
        if count < 1 or rest > 0:
            return None
        return count

    def after(self, date: PeriodLike) -> Period:
        """Return the date that lies so long after another.

        Months are added first, then days. A day that the month does not have becomes its last, as
        in the rules of the EU on periods (Regulation 1182/71) and those of XML Schema. A vague date
        gives all the dates that it may lead to; months moved by whole months stay months. The
        source's words are left out, as they do not mean the result.

        Raises `PeriodError` if it is a span, which has two ends, or if the result is outside the
        years 0001 to 9999.

        >>> half_a_year = Duration("P6M")
        >>> half_a_year.after("2024-01-30"), half_a_year.after("2024-08-31"), half_a_year.after("2024-03?")
        (Period('2024-07-30'), Period('2025-02-28'), Period('2024-09?'))
        >>> half_a_year.after("[..2024-05]"), half_a_year.after("2024"), Duration("P10D").after("2024-02")
        (Period('[..2024-11]'), Period('[2024-07..2025-06]'), Period('[2024-02-11..2024-03-10]'))
        """
        return moved_period(
            Period.of(date), Stride(self.months, self.days, f"{self} after it")
        )

    def before(self, date: PeriodLike) -> Period:
        """Return the date that lies so long before another, by the rules of `after`.

        >>> Duration("P90D").before("2024-03-30"), Duration("P1M").before("2024-03-31")
        (Period('2023-12-31'), Period('2024-02-29'))
        """
        return moved_period(
            Period.of(date),
            Stride(-self.months, -self.days, f"{self} before it"),
        )

    def starting(self, date: PeriodLike) -> Period:
        """Return the span that starts with a date and lasts so long, from its first day to its last.

        The first day counts, so that four years from 30 January end on 29 January. A vague date
        gives an end that is as vague, or vaguer: as no set can be the end of a span, it is the
        narrowest single date of the notation that may be all of these days.

        Raises `PeriodError` as `after` does, and for a set that is open at either side.

        >>> Duration("P4Y").starting("2024-01-30"), Duration("P2M").starting("2023-12-31")
        (Period('2024-01-30/2028-01-29'), Period('2023-12-31/2024-02-29'))
        >>> Duration("P6M").starting("2024-02")
        Period('2024-02/2024-22')
        """
        return span_from(
            Period.of(date), Stride(self.months, self.days, f"{self} from it")
        )


DurationLike: TypeAlias = Duration | str
"""What is accepted as a duration: a `Duration`, or a text in its notation."""


def _months_between(first: datetime.date, last: datetime.date) -> int:
    """Return how many months the days from one to another fill, or 0 if they are not whole."""
    months = (last.year - first.year) * 12 + last.month - first.month
    _, length_of_month = calendar.monthrange(last.year, last.month)
    if first.day == 1 and last.day == length_of_month:
        return months + 1
    # A month that begins on the 6th ends on the 5th.
    return months if last.day == first.day - 1 else 0


def _read(text: str) -> tuple[int, int]:
    """Return the months and the days of a duration. Raises `DurationError` if it is none."""
    found = DURATION_TEXT.fullmatch(text)
    if found is None:
        raise DurationError(text, _explain(text))
    years, months, weeks, days = map(int, found.groups(default="0"))
    all_months = years * 12 + months
    all_days = weeks * 7 + days
    if all_months + all_days == 0:
        raise DurationError(text, "it is longer than nothing, as in P1D")
    if all_months > MAX_MONTHS or all_days > MAX_DAYS:
        raise DurationError(text, "it is at most 9999 years long")
    return all_months, all_days


def _explain(text: str) -> str:
    """Explain why a text is not a duration."""
    if _WITH_TIME_OF_DAY.match(text):
        return _NO_TIME_OF_DAY
    return _ONE_LENGTH if _BOUNDED.match(text) else _NOT_A_DURATION
