"""Dates that are counted from others, compared with what each of their days leads to."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from dates import D
from entente import Duration, Period, Precision
from entente.errors import PeriodError
from entente.strategies import periods
from entente.values._period import possible_days

# Few enough days to go through, and far from both ends of the calendar.
DATES = periods(
    min_value=D(2019, 1, 1), max_value=D(2030, 12, 31), spans=False
)
MONTHS = ["P1M", "P6M", "P1Y", "P4Y", "P10Y", "P13M"]
DAYS = ["P1D", "P10D", "P2W", "P400D"]
durations = st.sampled_from([*MONTHS, *DAYS, "P1M1D", "P1Y6M10D"]).map(
    Duration
)


def days_of(date: Period | None) -> set[datetime.date]:
    """Return the days that a date may be."""
    assert date is not None
    return {
        datetime.date.fromordinal(day)
        for first, last in possible_days(date)
        for day in range(first, last + 1)
    }


def is_doubted(period: Period) -> bool:
    return period.uncertain or period.approximate


def length_of_month(day: datetime.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def counted(
    day: datetime.date, duration: Duration, sign: int
) -> datetime.date:
    """Return the day so far away, with days of the month tried from the one that is wanted down."""
    year, month = divmod(
        day.year * 12 + day.month - 1 + sign * duration.months, 12
    )
    number = day.day
    while number > calendar.monthrange(year, month + 1)[1]:
        number -= 1
    then = datetime.date(year, month + 1, number)
    return then + sign * datetime.timedelta(days=duration.days)


def last_day(first: datetime.date, duration: Duration) -> datetime.date:
    """Return the day before the same day of a later month, or else the last of that month."""
    first_of_month = counted(first.replace(day=1), Duration("P1D"), 0)
    month = counted(first_of_month, duration, 1) - datetime.timedelta(
        days=duration.days
    )
    number = min(first.day - 1, length_of_month(month))
    return month + datetime.timedelta(days=number - 1 + duration.days)


DIRECTIONS = pytest.mark.parametrize(
    ("move", "sign"), [(Duration.after, 1), (Duration.before, -1)]
)
Move = Callable[[Duration, Period], Period]


# A date after or before another


@DIRECTIONS
@given(DATES, durations)
def test_what_any_day_leads_to_is_possible(
    move: Move, sign: int, date: Period, duration: Duration
) -> None:
    """A moved date may be all that its days lead to, begins and ends with these, and keeps its doubt."""
    moved = move(duration, date)
    found = {counted(day, duration, sign) for day in days_of(date)}
    possible = days_of(moved)
    assert found <= possible
    assert min(possible) == min(found)
    last, last_found = max(possible), max(found)
    if duration.days or date.precision is Precision.DAY:
        assert last == last_found
    else:
        # Whole months stay whole: February, which has no 30th, leads to all of August.
        whole_month = last_found.replace(day=length_of_month(last_found))
        assert last in (last_found, whole_month)
    assert is_doubted(moved) is is_doubted(date)
    assert moved.stated is None


@DIRECTIONS
@given(DATES, st.sampled_from(DAYS).map(Duration))
def test_days_move_by_days_exactly(
    move: Move, sign: int, date: Period, duration: Duration
) -> None:
    """Counted in days, each day leads to another, and a moved date may be these and no others."""
    if len(possible_days(date)) < 20:
        assert days_of(move(duration, date)) == {
            counted(day, duration, sign) for day in days_of(date)
        }


@DIRECTIONS
@given(st.dates(D(2000, 1, 1), D(2100, 1, 1)), durations)
def test_a_day_leads_to_a_day(
    move: Move, sign: int, day: datetime.date, duration: Duration
) -> None:
    """From one definite day a duration leads to one definite day."""
    assert move(duration, Period(day)) == Period(counted(day, duration, sign))


@DIRECTIONS
@given(DATES.filter(lambda date: date.precision is Precision.MONTH))
def test_years_keep_the_months(move: Move, sign: int, date: Period) -> None:
    """A year away from a date lie the same months of another year."""
    by_years = Duration("P1Y")
    moved = {
        (day.year - sign, day.month) for day in days_of(move(by_years, date))
    }
    assert moved == {(day.year, day.month) for day in days_of(date)}


@pytest.mark.parametrize(
    ("duration", "date", "after", "before"),
    [
        # the last day of the month in place of one that it does not have
        ("P6M", "2024-08-31", "2025-02-28", "2024-02-29"),
        ("P1Y", "2024-02-29", "2025-02-28", "2023-02-28"),
        ("P1M10D", "2024-01-31", "2024-03-10", "2023-12-21"),
        # as vague as they were
        ("P6M", "2024-02", "2024-08", "2023-08"),
        ("P1Y", "2024-21", "2025-21", "2023-21"),
        ("P6M", "2024-21", "[2024-09..2024-11]", "[2023-09..2023-11]"),
        ("P6M", "2024", "[2024-07..2025-06]", "[2023-07..2024-06]"),
        ("P10Y", "202X", "[2030..2039]", "[2010..2019]"),
        ("P10D", "2024-02", "[2024-02-11..2024-03-10]", "[2024-01-22..2024-02-19]"),
        ("P1Y", "2024-02-X9", "[2025-02-09,2025-02-19,2025-02-28]", "[2023-02-09,2023-02-19,2023-02-28]"),
        # too many days apart for a set
        ("P6M", "202X-XX-10", "[2020-07-10..2030-06-10]", "[2019-07-10..2029-06-10]"),
        # as doubtful
        ("P6M", "2024-02?", "2024-08?", "2023-08?"),
        ("P6M", "2024-01-30~", "2024-07-30~", "2023-07-30~"),
        ("P6M", "2024-02~-11", "2024-08~-11", "2023-08~-11"),
        ("P6M", "2024%", "[2024%-07..2025%-06]", "[2023%-07..2024%-06]"),
        ("P1Y", "2024-21~", "2025-21~", "2023-21~"),
        # where ~ would mean other days
        ("P6M", "2024-02-29~", "[2024-08-28?..2024-09-01?]", "[2023-08-28?..2023-09-01?]"),
        ("P6M", "2024-21~", "[2024-06?..2025-02?]", "[2023-06?..2024-02?]"),
        # each date of a set by itself; open sides stay open
        ("P6M", "[2024-01-30..2024-02-29]", "[2024-07-30..2024-08-29]", "[2023-07-30..2023-08-29]"),
        ("P6M", "[2024-03,2024-05?]", "[2024-09,2024-11?]", "[2023-09,2023-11?]"),
        ("P6M", "[2024,2026-03-01]", "[2024-07..2025-06,2026-09-01]", "[2023-07..2024-06,2025-09-01]"),
        ("P6M", "[..2024-05~]", "[..2024-11~]", "[..2023-11~]"),
        ("P6M", "[2027..]", "[2027-07..]", "[2026-07..]"),
        # of which nothing is known
        ("P6M", "XXXX-XX-XX", "XXXX-XX-XX", "XXXX-XX-XX"),
    ],
)  # fmt: skip
def test_dates_by_example(
    duration: str, date: str, after: str, before: str
) -> None:
    """Dates are moved as the guide explains, and written as briefly as may be."""
    assert Duration(duration).after(date) == Period(after)
    assert Duration(duration).before(date) == Period(before)


def test_words_alone_lead_to_a_date_that_nobody_knows() -> None:
    """The words of the source do not mean what comes after them, and are left out."""
    later = Duration("P6M").after(Period(stated="promptly"))
    assert repr(later) == "Period('XXXX-XX-XX')"


# A span from its first day


@given(DATES, durations)
def test_what_starts_on_any_day_may_end_on_its_last(
    date: Period, duration: Duration
) -> None:
    """A span may start on each day of a date and end on the last that follows, and keeps the doubt."""
    span = duration.starting(date)
    assert span.is_span
    assert days_of(date) <= days_of(span.start)
    assert {last_day(day, duration) for day in days_of(date)} <= days_of(
        span.end
    )
    assert is_doubted(span) is is_doubted(date)


@given(st.dates(D(2000, 1, 1), D(2100, 1, 1)), durations)
def test_a_span_from_a_day_ends_on_a_day(
    day: datetime.date, duration: Duration
) -> None:
    """From one definite day a span ends on a definite day, and covers the duration once."""
    last = last_day(day, duration)
    assert duration.starting(day) == Period(f"{day}/{last}")
    is_of_one_unit = not (duration.months and duration.days)
    if is_of_one_unit and day.day <= 28:
        assert duration.count_between(day, last) == 1


@pytest.mark.parametrize(
    ("duration", "start", "span"),
    [
        ("P4Y", "2024-01-30", "2024-01-30/2028-01-29"),
        ("P1Y", "2024-01-01", "2024-01-01/2024-12-31"),
        ("P90D", "2025-08-12", "2025-08-12/2025-11-09"),
        ("P1D", "9999-12-31", "9999-12-31/9999-12-31"),
        # February has no 30th and no 31st.
        ("P2M", "2023-12-31", "2023-12-31/2024-02-29"),
        ("P2M", "2024-12-30", "2024-12-30/2025-02-28"),
        # from 31 July to 28 August, from 31 December to 30 January, in 2027 or 2028
        ("P6M", "2024-02", "2024-02/2024-22"),
        ("P6M", "2024-07", "2024-07/2024-24"),
        ("P4Y", "2024", "2024/202X"),
        ("P6M", "2024-02-1X", "2024-02-1X/2024-08"),
        ("P6M", "2024-01-30~", "2024-01-30~/2024-07?"),
        # no set can be the end of a span
        ("P1M", "[2024-01-30..2024-03-02]", "2024-33/2024-37"),
        ("P1M", "[2024-03,2024-05?]", "2024-21?/2024-40?"),
    ],
)  # fmt: skip
def test_spans_by_example(duration: str, start: str, span: str) -> None:
    """The first day counts; a vague start gives the narrowest end that the notation has."""
    assert Duration(duration).starting(start) == Period(span)


# What is refused


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (lambda: Duration("P6M").after("2024/2025"), "'2024/2025' is not a date: it is a span; count from its `start` or its `end`"),
        (lambda: Duration("P6M").starting("2024/"), "'2024/' is not a date: it is a span; count from its `start` or its `end`"),
        (lambda: Duration("P6M").after("9999-12"), "'9999-12' is not a date: P6M after it is outside the years 0001 to 9999"),
        (lambda: Duration("P1D").before("0001-01-01"), "'0001-01-01' is not a date: P1D before it is outside the years 0001 to 9999"),
        (lambda: Duration("P1D").after("[2024..9999]"), "'[2024..9999]' is not a date: P1D after it is outside the years 0001 to 9999"),
        (lambda: Duration("P6M").starting("9999-12"), "'9999-12' is not a date: P6M from it is outside the years 0001 to 9999"),
        *(
            (lambda date=date: Duration("P6M").starting(date), f"{date!r} is not a date: a span cannot start with it, as it has no first or no last day")
            for date in ("[2027..]", "[..2027]", "XXXX-XX-XX")
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused(
    result: Callable[[], Period], message: str
) -> None:
    """A span has two ends to count from, a set may have none, and the calendar has ten thousand years."""
    with pytest.raises(PeriodError) as caught:
        result()
    assert str(caught.value) == message
