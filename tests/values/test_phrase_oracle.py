"""Date phrases, compared with what python-dateutil makes of them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from entente.errors import PeriodError
from entente.values._period import Period
from read_phrases import SAID

pytestmark = pytest.mark.no_cover

dateutil_parser = pytest.importorskip("dateutil.parser")
relativedelta = pytest.importorskip("dateutil.relativedelta").relativedelta

MODERN = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


def read(words: str, said: object = SAID, **given: Any) -> Period:
    return Period.from_words(words, said=said, **given)  # type: ignore[arg-type]


@given(
    MODERN,
    st.sampled_from(
        [
            "%d %B %Y",
            "%B %d, %Y",
            "%d %b %Y",
            "%b. %d, %Y",
            "%A %d %B %Y",
            "%A, %B %d, %Y",
            "%a, %d %b %Y",
            "%a %d %b. %Y",
            "%Y-%m-%d",
            "%Y/%m/%d",
        ]
    ),
)
def test_days_are_read_as_dateutil_reads_them(
    day: datetime.date, form: str
) -> None:
    """A day with its year is the day that dateutil reads, in every form in use."""
    words = day.strftime(form)
    assert dateutil_parser.parse(words).date() == day
    assert read(words).day == day


@given(MODERN, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"]))
def test_days_in_numbers_are_read_if_both_orders_agree(
    day: datetime.date, form: str
) -> None:
    """A day in numbers is read if dateutil reads it alike with the day or the month first."""
    words = day.strftime(form)
    by_order = {
        dateutil_parser.parse(words, dayfirst=day_first).date()
        for day_first in (True, False)
    }
    if len(by_order) == 1:
        assert read(words).day in by_order
    else:
        with pytest.raises(PeriodError, match="which number is the month"):
            read(words)


@given(
    MODERN,
    st.integers(1, 120),
    st.sampled_from(["day", "week", "month", "year"]),
)
def test_lengths_are_counted_as_dateutil_counts_them(
    day: datetime.date, count: int, unit: str
) -> None:
    """So many months after a day are what dateutil adds and subtracts."""
    length = relativedelta(**{f"{unit}s": count})
    named = day.strftime("%d %B %Y")
    assert read(f"{count} {unit}s after {named}").day == day + length
    assert read(f"{count} {unit}s before {named}").day == day - length
    within = read(f"within {count} {unit}s of {named}")
    assert (within.earliest, within.latest) == (day, day + length)


@given(MODERN, MODERN, st.sampled_from(["back", "ahead"]))
def test_a_day_without_a_year_is_read_on_the_side_that_is_named(
    day: datetime.date, said: datetime.date, look: str
) -> None:
    """With `look` the same day of the last or next year is taken, which dateutil names too."""
    assume((day.month, day.day) != (2, 29))
    found = read(day.strftime("%d %B"), said, look=look).day
    this_year = dateutil_parser.parse(
        day.strftime("%d %B"),
        default=datetime.datetime(said.year, 1, 1),  # noqa: DTZ001
    ).date()
    if look == "back" and this_year > said:
        this_year -= relativedelta(years=1)
    if look == "ahead" and this_year < said:
        this_year += relativedelta(years=1)
    assert found == this_year


@given(MODERN, MODERN)
def test_without_it_the_same_day_is_read_or_both_are_shown(
    day: datetime.date, said: datetime.date
) -> None:
    """Without `look`, a day is the next one or refused; never one that is long over."""
    words = day.strftime("%d %B")
    ahead = read(words, said, look="ahead").day
    assert ahead
    try:
        found = read(words, said).day
    except PeriodError:
        days_since = said - (ahead - relativedelta(years=1))
        assert ahead - said > datetime.timedelta(31) or days_since.days < 335
    else:
        assert found == ahead
        assert found - said < datetime.timedelta(184)
