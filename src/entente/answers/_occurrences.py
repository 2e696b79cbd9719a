"""On which days a recurring duty falls due, by its recurrence rule.

python-dateutil lists the days that the BYMONTH, BYYEARDAY, BYMONTHDAY and BYDAY of a rule choose in
every year, month or week of its frequency. What is left is done here, by the letter of RFC 5545:
dateutil takes a BYWEEKNO without BYDAY for all seven days, finds no day for BYDAY=MO,1FR, and counts
BYSETPOS in a first week from its middle.
"""

from __future__ import annotations

import calendar
import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import dropwhile, groupby, islice, takewhile
from typing import Final, TypeAlias

from attrs import evolve, frozen

from entente.answers._times import runs_of
from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._recurrence import (
    DAILY,
    FREQUENCIES,
    MONTHLY,
    MOST_IN_MONTH,
    MOST_IN_YEAR,
    WEEKLY,
    YEARLY,
    RecurrenceRule,
    read_rule,
)
from entente.values._edtf import FIRST_DAY, LAST_DAY, Runs
from entente.values._period import Period, PeriodLike, possible_days

Between: TypeAlias = PeriodLike | tuple[PeriodLike, PeriodLike]
"""The days that are asked about: a period, or the first and the last date, both included."""


@frozen(kw_only=True)
class Occurrences:
    """The days on which a commitment falls due, or why they are unknown."""

    commitment: Commitment
    days: tuple[datetime.date, ...] = ()
    unknown: str | None = None


def occurrences(
    commitment: Commitment,
    index: RecordIndex,
    *,
    between: Between,
    certain: bool = False,
) -> tuple[datetime.date, ...]:
    """Return the days on which a recurring commitment falls due, in order.

    See `entente.asking.Commitments.occurrences`. Raises `QueryError` if the commitment has no
    ``recurrence`` or begins on no definite day, or if nothing ends the days: not the rule, not
    ``runs`` and not the window. To list every day until the year 9999 takes some seconds.

    >>> talks = Commitment(id="talks", summary="Meet every month.", runs="2024-01-31/..",
    ...                    recurrence="FREQ=MONTHLY")
    >>> [str(day) for day in occurrences(talks, RecordIndex(()), between=("2024-01", "2024-07"))]
    ['2024-01-31', '2024-03-31', '2024-05-31', '2024-07-31']
    """
    return _days(commitment, index, _period(between), certain=certain)


def occurrences_of(
    commitments: Iterable[Commitment],
    index: RecordIndex,
    between: Between,
    *,
    certain: bool = False,
) -> tuple[Occurrences, ...]:
    """Return the days of each commitment with a `recurrence`, or why they are unknown."""
    window = _period(between)
    found = []
    for commitment in commitments:
        if commitment.recurrence is None:
            continue
        days: tuple[datetime.date, ...] = ()
        unknown = None
        try:
            days = _days(commitment, index, window, certain=certain)
        except QueryError as error:
            unknown = str(error)
        found.append(
            Occurrences(commitment=commitment, days=days, unknown=unknown)
        )
    return tuple(found)


def _period(between: Between) -> Period:
    """Return the window as one period."""
    if not isinstance(between, tuple):
        return Period.of(between)
    start, end = map(Period.of, between)
    for date in (start, end):
        if date.is_span:
            raise QueryError(
                f"{str(date)!r} is not one date; the days lie between two"
            )
    return Period(f"{start}/{end}")


def _days(
    commitment: Commitment,
    index: RecordIndex,
    window: Period,
    *,
    certain: bool,
) -> tuple[datetime.date, ...]:
    id, text = commitment.id, commitment.recurrence
    if text is None:
        raise QueryError(
            f"{id!r} does not recur; write how often in `recurrence`, such as 'FREQ=YEARLY'"
        )
    rule = read_rule(text)
    runs = runs_of(commitment, index)
    runs, start = _with_first_day(id, runs)
    wanted = possible_days(window)
    last = min(possible_days(runs)[-1][1], wanted[-1][1])
    ends = rule.count is not None or rule.until is not None
    if last > LAST_DAY and not ends:
        raise QueryError(
            f"{id!r} recurs without end; write when the window ends, such as '2024/2025'"
        )
    last_day = datetime.date.fromordinal(min(last, LAST_DAY))
    days = tuple(_days_of_rule(rule, start, last_day))
    in_window = _within(days, wanted)
    if not certain:
        return in_window

    def may_be_over(day: datetime.date) -> bool:
        is_duty, is_asked = runs.overlaps(day), Period(day).overlaps(window)
        return not (is_duty.certain and is_asked.certain)

    # Once it may be over, it may be over on all later days.
    return in_window[: bisect_left(in_window, True, key=may_be_over)]


def _with_first_day(
    id: str, runs: Period | None
) -> tuple[Period, datetime.date]:
    """Return the time for which a commitment runs, and its first day."""
    hint = "write its first day in `runs`, such as '2024-01-30/..'"
    if runs is None:
        raise QueryError(f"{id!r} does not say when it begins; {hint}")
    day = None if runs.start is None else runs.start.day
    if day is None:
        shown = runs.stated if runs.in_words_only else str(runs)
        raise QueryError(
            f"{id!r} runs {shown!r}, which begins on no definite day; {hint}"
        )
    return runs, day


def _within(
    days: Sequence[datetime.date], wanted: Runs
) -> tuple[datetime.date, ...]:
    """Return those of some days that lie in runs of days; both are in order."""
    found: list[datetime.date] = []
    for first, last in wanted:
        begin = bisect_left(days, first, key=datetime.date.toordinal)
        end = bisect_right(days, last, key=datetime.date.toordinal)
        found += days[begin:end]
    return tuple(found)


# --- the days of a rule --------------------------------------------------------------------------


_LONGEST_SPAN: Final = 53 * 7
"""The days of the longest year of whole weeks."""


def _days_of_rule(
    rule: RecurrenceRule, start: datetime.date, last: datetime.date
) -> Iterator[datetime.date]:
    """Yield the days of a rule from its first day to a last one."""
    rule = _completed(rule, start)
    # BYSETPOS may count from the end of the year, month or week that the last day is in.
    enough = last.toordinal() + _LONGEST_SPAN
    days: Iterator[datetime.date] = takewhile(
        lambda day: day.toordinal() <= enough,
        _chosen_daily(rule, start, min(enough, LAST_DAY))
        if rule.frequency == DAILY
        else _chosen_days(rule, start),
    )
    if rule.weeks:
        days = _in_weeks(days, rule, start)
    if rule.positions:
        days = _at_positions(days, rule)
    days = dropwhile(lambda day: day < start, days)
    end = last if rule.until is None else min(last, rule.until)
    return islice(takewhile(lambda day: day <= end, days), rule.count)


def _completed(rule: RecurrenceRule, start: datetime.date) -> RecurrenceRule:
    """Return a rule with what it takes from its first day: a weekday, or a day and its month."""
    if rule.weekdays or rule.month_days or rule.year_days:
        return rule
    if rule.frequency == WEEKLY or rule.weeks:
        return evolve(rule, weekdays=((0, start.weekday()),))
    if rule.frequency == MONTHLY:
        return evolve(rule, month_days=(start.day,))
    if rule.frequency == YEARLY:
        months = rule.months or (start.month,)
        return evolve(rule, months=months, month_days=(start.day,))
    return rule


def _chosen_daily(
    rule: RecurrenceRule, start: datetime.date, last: int
) -> Iterator[datetime.date]:
    """Yield the days of a daily rule from its first day to a last one, without regard to BYSETPOS.

    If none is chosen, as every seventh day from a Monday is no Tuesday, dateutil would look at each
    day until the year 9999.
    """
    weekdays = {day for _, day in rule.weekdays} or set(range(7))
    months = set(rule.months) or set(range(1, 13))
    for ordinal in range(start.toordinal(), last + 1, rule.interval):
        day = datetime.date.fromordinal(ordinal)
        if day.weekday() not in weekdays or day.month not in months:
            continue
        _, length = calendar.monthrange(day.year, day.month)
        # The last day of a month is -1.
        numbers = {day.day, day.day - length - 1}
        if not rule.month_days or not numbers.isdisjoint(rule.month_days):
            yield day


def _chosen_days(
    rule: RecurrenceRule, start: datetime.date
) -> Iterator[datetime.date]:
    """Yield what dateutil finds, from the beginning of the year, month or week of the first day.

    It finds the days of whole years, months or weeks, without regard to BYWEEKNO and BYSETPOS.
    """
    from dateutil import rrule as dateutil  # noqa: PLC0415

    frequencies = (dateutil.YEARLY, dateutil.MONTHLY, dateutil.WEEKLY)
    moments = iter(
        dateutil.rrule(
            frequencies[FREQUENCIES.index(rule.frequency)],
            dtstart=_beginning(rule, start),
            # The years of weeks begin and end on other days; see `_in_weeks`.
            interval=1 if rule.weeks else rule.interval,
            wkst=rule.week_start,
            bymonth=rule.months or None,
            byyearday=rule.year_days or None,
            bymonthday=rule.month_days or None,
            byweekday=[
                dateutil.weekday(day, number or None)
                for number, day in _numbered(rule)
            ]
            or None,
        )
    )
    # In the last week of the year 9999 dateutil looks for days beyond it.
    with suppress(ValueError):
        for moment in moments:
            yield moment.date()


def _beginning(rule: RecurrenceRule, start: datetime.date) -> datetime.date:
    """Return the first day of the year, month or week in which a rule begins."""
    if rule.weeks:
        year, _, _ = _week_of(start, rule.week_start)
        # The first week of a year may begin in the year before it.
        return datetime.date(max(year - 1, datetime.MINYEAR), 1, 1)
    if rule.frequency == YEARLY:
        return start.replace(month=1, day=1)
    if rule.frequency == MONTHLY:
        return start.replace(day=1)
    days_into_week = (start.weekday() - rule.week_start) % 7
    first = max(start.toordinal() - days_into_week, FIRST_DAY)
    return datetime.date.fromordinal(first)


def _numbered(rule: RecurrenceRule) -> Iterator[tuple[int, int]]:
    """Yield the weekdays of a rule, those without a number too if any has one.

    "Every Monday and the first Friday" are the first, second, third … Monday and the first Friday.
    """
    if not any(number for number, _ in rule.weekdays):
        yield from rule.weekdays
        return
    most = MOST_IN_MONTH if rule.counts_in_months else MOST_IN_YEAR
    for number, day in rule.weekdays:
        numbers = [number] if number else range(1, most + 1)
        for each in numbers:
            yield each, day


def _in_weeks(
    days: Iterable[datetime.date], rule: RecurrenceRule, start: datetime.date
) -> Iterator[datetime.date]:
    """Keep the days in the numbered weeks of every so many years."""
    first_year, _, _ = _week_of(start, rule.week_start)
    for day in days:
        year, *numbers = _week_of(day, rule.week_start)
        if (year - first_year) % rule.interval == 0 and not set(
            numbers
        ).isdisjoint(rule.weeks):
            yield day


def _week_of(day: datetime.date, week_start: int) -> tuple[int, int, int]:
    """Return the year to which a week belongs, its number, and its number from the year's end.

    >>> _week_of(datetime.date(2024, 12, 30), 0)
    (2025, 1, -52)
    """
    # A week belongs to the year of its middle day: four of its days are in that year, or more.
    days_into_week = (day.weekday() - week_start) % 7
    middle = day.toordinal() - days_into_week + 3
    middle_day = datetime.date.fromordinal(
        max(FIRST_DAY, min(middle, LAST_DAY))
    )
    year = middle_day.year
    new_year = datetime.date(year, 1, 1)
    old_year = datetime.date(year, 12, 31)
    number = 1 + (middle_day - new_year).days // 7
    number_from_end = -1 - (old_year - middle_day).days // 7
    return year, number, number_from_end


def _at_positions(
    days: Iterable[datetime.date], rule: RecurrenceRule
) -> Iterator[datetime.date]:
    """Keep the days that BYSETPOS chooses among those of each year, month, week or day."""

    def span_of(day: datetime.date) -> object:
        if rule.weeks:
            return _week_of(day, rule.week_start)[0]
        if rule.frequency == YEARLY:
            return day.year
        if rule.frequency == MONTHLY:
            return day.year, day.month
        if rule.frequency == WEEKLY:
            # 1 January of the year 1, whose ordinal is 1, was a Monday.
            return (day.toordinal() - 1 - rule.week_start) // 7
        return day

    for _, together in groupby(days, key=span_of):
        among = list(together)
        # From the end -1 is the last, as in Python; from the beginning 1 is the first.
        places = {
            position - 1 if position > 0 else position + len(among)
            for position in rule.positions
        }
        for place in sorted(places):
            if 0 <= place < len(among):
                yield among[place]
