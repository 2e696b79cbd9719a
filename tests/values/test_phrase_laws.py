"""What holds of all date phrases, compared with another library where it can read them."""

from __future__ import annotations

import datetime
import os
import sys
from typing import Any

import pytest
from dateutil import parser
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given, settings, strategies as st

from entente.errors import PeriodError
from entente.values._conventions import CONVENTIONS
from entente.values._period import Period
from entente.values._phrases import MAX_LENGTH
from read_phrases import READ, SAID
from refused_phrases import REFUSED

FUZZ = settings(
    max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
)

MODERN = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


def read(words: str, said: object = SAID, **given: Any) -> Period:
    return Period.from_words(words, said=said, **given)  # type: ignore[arg-type]


# --- another library as an oracle ----------------------------------------------------------------


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
    assert parser.parse(words).date() == day
    assert read(words).day == day


@given(MODERN, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"]))
def test_days_in_numbers_are_read_if_both_orders_agree(
    day: datetime.date, form: str
) -> None:
    """A day in numbers is read if dateutil reads it alike with the day or the month first."""
    words = day.strftime(form)
    by_order = {
        parser.parse(words, dayfirst=day_first).date()
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
    length = relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
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
    this_year = parser.parse(
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
    try:
        found = read(words, said)
    except PeriodError as error:
        assert "write the year" in error.reason
    else:
        assert found == read(words, said, look="ahead")
        assert found.day is not None
        assert said <= found.day <= said + relativedelta(years=1)


# --- deadlines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phrase",
    [
        "4 March 2024",
        "March 2024",
        "2024",
        "the spring of 2024",
        "winter 2024/25",
        "the first half of 2025",
        "Q2 2025",
        "FY 2024",
        "the 2020s",
        "next month",
        "this year",
    ],
)
def test_deadlines_meet_where_they_should(phrase: str) -> None:
    """Before, throughout and after one date leave no day out and share none."""
    one_day = datetime.timedelta(days=1)
    whole = read(f"throughout {phrase}", country="US")
    before = read(f"before {phrase}", country="US", look="ahead")
    after = read(f"after {phrase}", country="US")
    by = read(f"by {phrase}", country="US", look="ahead")
    assert whole.earliest
    assert whole.latest
    assert before.latest == whole.earliest - one_day
    assert after.earliest == whole.latest + one_day
    assert by.latest == whole.latest
    assert before.earliest is by.earliest is after.latest is None
    from_then = read(f"not before {phrase}", country="US")
    assert from_then.earliest == whole.earliest


# --- totality and effort -------------------------------------------------------------------------


WORDS = sorted(
    {
        word
        for words in (*READ, *REFUSED)
        for word in words.replace("-", " - ").split()
    }
)

FRAGMENTS = [
    *("early ", "from to ", "1 day after ", "by the end of ", "2 or ", "the "),
    *(
        "a hundred and ",
        "twenty-one ",
        "1 ",
        "1-",
        "- ",
        "(",
        ") (tbc) ",
        "of ",
    ),
    *(
        "year-end ",
        "the week of ",
        "around ",
        "in the course of ",
        "night of 3-",
    ),
    *(
        "at the latest ",
        "to date ",
        "or later ",
        "working days ",
        "the months ahead ",
    ),
]
"""Pieces of the grammar that lead from one phrase into another, or keep an expression going."""


@FUZZ
@given(
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)
    | st.sampled_from([*READ])
    | st.text(max_size=60),
    st.dates(),
    st.sampled_from([None, "US", "GB", "AU"]),
    st.sampled_from([None, "back", "ahead"]),
)
@example("early " * 33, datetime.date(2024, 1, 30), None, None)
@example("from " + "to " * 60, datetime.date(2024, 1, 30), None, None)
@example("1 day after " * 16, datetime.date(2024, 1, 30), None, None)
def test_reading_is_total(
    words: str, said: datetime.date, country: str | None, look: str | None
) -> None:
    """Any words on any day give a period, or an error that shows them."""
    try:
        period = read(words, said, country=country, look=look)
    except PeriodError as error:
        caught = error
    else:
        assert Period(str(period)).edtf == str(period)
        return
    assert caught.text == words
    assert caught.reason


def steps(words: str) -> int:
    """Return how many calls it takes to read a phrase."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(words, country="US")
    except PeriodError:
        pass
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize("end", ["", "2024", "march", "x"])
def test_effort_does_not_grow_faster_than_the_text(
    fragment: str, end: str
) -> None:
    """As a text doubles to the greatest length, the steps of reading it at most double."""
    texts = [
        (fragment * MAX_LENGTH)[: length - len(end)] + end
        for length in (MAX_LENGTH // 4, MAX_LENGTH // 2, MAX_LENGTH)
    ]
    for text in texts:
        steps(text)  # expressions are compiled when first tried
    quarter, half, whole = map(steps, texts)
    assert half <= 2 * quarter
    assert whole <= 2 * half


def test_the_usual_conventions_are_no_reading_of_their_own() -> None:
    """The conventions that hold without others read every phrase alike."""
    for words, text in READ.items():
        assert read(words, conventions=CONVENTIONS).edtf == text
