"""Periods as values: equality, ends, order, and arithmetic on years."""

from __future__ import annotations

import copy
import datetime
import itertools
import pickle
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, given, strategies as st

from dates import (
    D,
    periods,
)
from entente import Truth
from entente.errors import PeriodError
from entente.values import _edtf as notation
from entente.values._period import Period

# The object


@given(periods())
def test_text_is_kept_as_written(period: Period) -> None:
    """A period's text is the text it was made of, and reads back to an equal period."""
    again = Period(str(period))
    assert again == period
    assert str(again) == period.edtf
    assert hash(again) == hash(period)
    assert eval(repr(period), {"Period": Period}) == period  # noqa: S307


@given(periods())
def test_bounds_are_in_order(period: Period) -> None:
    """A bound is missing exactly at an open or unknown end, and the earliest is not after the latest."""
    assert (period.earliest is None) is (
        period.is_open_start or period.is_unknown_start
    )
    assert (period.latest is None) is (
        period.is_open_end or period.is_unknown_end
    )
    if period.earliest and period.latest:
        assert period.earliest <= period.latest


@given(periods())
def test_ends_are_periods(period: Period) -> None:
    """A span's ends are dates that bound it; a date is both of its ends."""
    if not period.is_span:
        assert period.start is period
        assert period.end is period
        return
    assert (period.start is None) is (period.earliest is None)
    assert (period.end is None) is (period.latest is None)
    assert "/".join(
        "" if unknown else ".." if end is None else str(end)
        for end, unknown in (
            (period.start, period.is_unknown_start),
            (period.end, period.is_unknown_end),
        )
    ) == str(period)


def test_words_of_the_source_take_no_part_in_equality() -> None:
    """`stated` is kept, shown and left out of comparison."""
    spring = Period("2024-21", stated="in the spring")
    assert spring == Period("2024-21")
    assert len({spring, Period("2024-21")}) == 1
    assert repr(spring) == "Period('2024-21', stated='in the spring')"
    assert repr(Period("2024-21")) == "Period('2024-21')"


@pytest.mark.parametrize(
    "other", ["2024-01-30", datetime.date(2024, 1, 30), 2024, None, ()]
)
def test_a_period_equals_periods_alone(other: object) -> None:
    """`==` never raises, and a text or a date is no period, whatever it means."""
    day = Period("2024-01-30")
    assert (day == other) is False
    assert (day != other) is True
    assert day == Period(datetime.date(2024, 1, 30))


def test_the_sources_words_may_be_all_there_is() -> None:
    """Words alone make a date of which nothing is known, and which is shown by them."""
    promptly = Period(stated="promptly")
    assert promptly.in_words_only
    assert promptly == Period("XXXX-XX-XX", stated="promptly")
    assert repr(promptly) == "Period(stated='promptly')"
    assert str(promptly) == "XXXX-XX-XX"
    assert pickle.loads(pickle.dumps(promptly)).in_words_only  # noqa: S301
    assert not Period("XXXX-XX-XX").in_words_only
    assert not Period("2024", stated="promptly").in_words_only
    assert repr(Period("XXXX-XX-XX")) == "Period('XXXX-XX-XX')"


@given(periods())
def test_of_words_alone_no_order_is_known(window: Period) -> None:
    """They may be before, after and within any time that leaves out a day before and after it."""
    promptly = Period(stated="promptly")
    earliest, latest = window.earliest or D.min, window.latest or D.max
    assume(D.min < earliest and latest < D.max)
    for relation in (
        promptly.before,
        promptly.after,
        promptly.within,
        promptly.overlaps,
    ):
        assert relation(window) is Truth.MAYBE


def test_a_period_needs_a_date_or_words() -> None:
    """Without both the error says what to write, and words alone have no day until which they go on."""
    with pytest.raises(TypeError) as caught:
        Period()
    assert str(caught.value) == (
        "a period needs a date, as in Period('2024-03'), or the source's words alone, as in"
        " Period(stated='promptly')"
    )
    with pytest.raises(PeriodError) as refused:
        Period(stated="promptly", as_of="2024-01-30")
    assert str(refused.value) == (
        "'XXXX-XX-XX' is not a date: `as_of` is for a span whose end is unknown, such as 2023-05/"
    )


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2024-01-30", "[2024-01-30..]"),
        ("2024-01?", "[2024-01?..]"),
        ("[2024-03,2024-05]", "[2024-03..]"),
        ("2024-03/2024-05", "[2024-03..]"),
        ("[..2024-05]", "XXXX-XX-XX"),
        ("/2024-05", "XXXX-XX-XX"),
        ("../..", "XXXX-XX-XX"),
    ],
)
def test_words_alone_are_not_before_they_were_said(
    said: str, edtf: str
) -> None:
    """They mean a day from then on, unless nobody knows when they were said; other dates stay."""
    later = Period(stated="promptly").not_before(said)
    assert (later.edtf, later.stated) == (edtf, "promptly")
    for date in (Period("2020", stated="promptly"), Period("XXXX-XX-XX")):
        assert date.not_before(said) is date


def test_spellings_stay_distinct() -> None:
    """Two texts for the same days are two periods: equality says nothing that the source did not."""
    assert Period("2024-XX") != Period("2024")
    assert Period("2024-33") != Period("2024-01/2024-03")
    assert Period("2024-21") != Period("2024-25")


def test_it_is_made_of_dates_too() -> None:
    """A date gives its day, and a date-time the day it has on its own clock."""
    zone = datetime.timezone(datetime.timedelta(hours=14))
    assert Period(D(2024, 1, 30)) == Period("2024-01-30")
    assert Period(
        datetime.datetime(2024, 1, 30, 23, 59, tzinfo=zone)
    ) == Period("2024-01-30")
    assert str(Period("2024-01-30T23:59:59-11:00")) == "2024-01-30"


def test_of_leaves_a_period_alone() -> None:
    """`of` makes a period from a text or a date, and returns a period unchanged."""
    period = Period("2024", stated="this year")
    assert Period.of(period) is period
    assert Period.of("2024") == Period.of(period)
    assert Period.of(D(2024, 1, 1)) == Period("2024-01-01")


@pytest.mark.parametrize(
    "value", [2024, None, 2024.5, b"2024", ["2024"], Period("2024")]
)
def test_other_types_are_refused(value: Any) -> None:
    """What is neither text nor date is a type error, not a guess: TOML's 2024 is a number."""
    with pytest.raises(
        TypeError,
        match=f"^a period is made of EDTF text or a date, not of {type(value).__name__}$",
    ):
        Period(value)


def test_stated_is_text() -> None:
    """The source's words are text or nothing."""
    with pytest.raises(
        TypeError, match="stated is the source's words, not int"
    ):
        Period("2024", stated=2024)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="positional argument"):
        Period("2024", "in 2024")  # type: ignore[call-arg]


def test_it_is_immutable_and_unordered() -> None:
    """A period can be neither changed nor sorted."""
    period = Period("2024")
    with pytest.raises(FrozenInstanceError):
        period.edtf = "2025"  # type: ignore[misc]
    with pytest.raises(
        TypeError,
        match="not supported between instances of 'Period' and 'Period'",
    ):
        _ = period < Period("2025")  # type: ignore[operator]
    assert not hasattr(period, "__dict__")


def test_it_can_be_copied_and_pickled() -> None:
    """A copy is equal and keeps the source's words."""
    period = Period("2024-21", stated="in the spring")
    for again in (
        copy.copy(period),
        copy.deepcopy(period),
        pickle.loads(pickle.dumps(period)),  # noqa: S301
    ):
        assert again == period
        assert again.stated == "in the spring"


@given(periods())
def test_only_a_definite_day_is_a_day(period: Period) -> None:
    """`day` is there exactly where the text leaves one day and no doubt of it."""
    if period.day is None:
        assert (
            period.is_span
            or period.uncertain
            or period.approximate
            or period.earliest != period.latest
        )
    else:
        assert notation.read(period.edtf).start.days == (
            (period.day.toordinal(),) * 2,
        )
        assert Period(period.day).within(period) is Truth.YES


@given(st.lists(periods()))
def test_periods_can_be_listed_in_order(some: list[Period]) -> None:
    """The key lists periods by the bounds of their text, and an open end lies beyond all others."""
    listed = sorted(some, key=lambda period: period.sort_key)
    for one, two in itertools.pairwise(listed):
        assert (one.earliest or D.min) <= (two.earliest or D.min)
        if one.earliest == two.earliest:
            assert (one.latest or D.max) <= (two.latest or D.max)


# Years


@pytest.mark.parametrize(
    ("text", "count", "moved"),
    [
        ("2024", 120, "1904"),
        ("2024-04-08", 120, "1904-04-08"),
        ("2024-02-29", 4, "2020-02-29"),
        ("2024-21?", 10, "2014-21?"),
        ("?2004-06-~11", 4, "?2000-06-~11"),
        ("2024-XX", 1, "2023-XX"),
        ("2023-05/..", 20, "2003-05/.."),
        ("../2024-12-31", -10, "../2034-12-31"),
        ("2023/2024", 100, "1923/1924"),
        ("0120", 119, "0001"),
        ("9999", 9_998, "0001"),
    ],
)
def test_anniversaries_are_arithmetic_on_years(
    text: str, count: int, moved: str
) -> None:
    """Month, day and signs stay, the year moves, and the way back leads home."""
    assert Period(text).years_before(count) == Period(moved)
    assert Period(moved).years_after(count) == Period(text)


@pytest.mark.parametrize(
    ("text", "count", "message"),
    [
        (
            "2024-02-29",
            1,
            "'2025-02-29' is not a date: there is no day 29: 2025-02 has 28 days (at character 9)",
        ),
        (
            "2024",
            9_000,
            "'2024' is not a date: +9000 years lead outside the years 0001 to 9999 (at character 1)",
        ),
        (
            "2024",
            -2_024,
            "'2024' is not a date: -2024 years lead outside the years 0001 to 9999 (at character 1)",
        ),
        (
            "201X",
            10,
            "'201X' is not a date: no years can be added to a year with digits left out (at character 1)",
        ),
    ],
)
def test_years_that_cannot_be_moved(
    text: str, count: int, message: str
) -> None:
    """A day that the other year lacks, a year out of range and a masked year are errors."""
    with pytest.raises(PeriodError) as caught:
        Period(text).years_after(count)
    assert str(caught.value) == message


def test_the_sources_words_are_words() -> None:
    """Blank words would be written, and could not be read back."""
    with pytest.raises(PeriodError) as caught:
        Period("2024", stated="  ")
    assert caught.value.text == "  "
    assert (
        caught.value.reason
        == "the source's words are empty; leave `stated` out"
    )
    with pytest.raises(
        PeriodError, match="hold half of a surrogate pair, which no file can"
    ):
        Period("2024", stated="spring \ud800")


# Spans that went on


def test_as_of_says_until_when_a_span_is_certain() -> None:
    """Until the day on which it was seen going on a span is certain, and possible after it."""
    arrests = Period("2023-05/", as_of="2024-01-30")
    assert arrests.overlaps("2024-01-30") is Truth.YES
    assert arrests.overlaps("2023-06") is Truth.YES
    assert arrests.overlaps("2024-01-31") is Truth.MAYBE
    assert arrests.overlaps("2030") is Truth.MAYBE
    assert arrests.overlaps("2023-04") is Truth.NO
    assert arrests.before("2024-01-30") is Truth.NO
    assert Period("2023-05/").overlaps("2024-01-30") is Truth.MAYBE
    assert Period("2023-05/..").overlaps("2030") is Truth.YES


def test_a_span_had_begun_by_its_as_of() -> None:
    """What was going on on a day in June did not begin in July."""
    seen = Period("2024/", as_of="2024-06-15")
    assert seen.overlaps("2024-06-15") is Truth.YES
    assert seen.overlaps("2024-06-14") is Truth.MAYBE
    masked = Period("2024-XX-10/", as_of="2024-06-15")
    assert masked.overlaps("2024-06-10/2024-06-15") is Truth.YES
    assert masked.overlaps("2024-06-09") is Truth.MAYBE


def test_as_of_is_part_of_what_a_period_says() -> None:
    """Two spans that were seen on different days are not the same, and both are shown in full."""
    seen = Period("2023-05/", as_of=D(2024, 1, 30), stated="since May")
    assert seen != Period("2023-05/")
    assert seen == Period("2023-05/").going_on("2024-01-30")
    assert hash(seen) == hash(Period("2023-05/", as_of="2024-01-30"))
    assert repr(seen) == (
        "Period('2023-05/', as_of='2024-01-30', stated='since May')"
    )
    assert str(seen) == "2023-05/"
    assert pickle.loads(pickle.dumps(seen)).as_of == D(2024, 1, 30)  # noqa: S301
    assert seen.going_on("2024-02-01").stated == "since May"


@pytest.mark.parametrize(
    ("edtf", "as_of", "message"),
    [
        ("2023-05/..", "2024-01-30", "'2023-05/..' is not a date: `as_of` is for a span whose end is unknown, such as 2023-05/"),
        ("2023-05", "2024-01-30", "'2023-05' is not a date: `as_of` is for a span whose end is unknown, such as 2023-05/"),
        ("2023-05/", "2024-01", "'2024-01' is not a date: `as_of` is one definite day, such as 2024-01-30"),
        ("2023-05/", "2023-04-30", "'2023-05/' is not a date: it begins after 2023-04-30, its `as_of`"),
    ],
)  # fmt: skip
def test_as_of_has_to_fit_the_span(
    edtf: str, as_of: str, message: str
) -> None:
    """Only a span that had begun, and whose end is unknown, may have been going on on a day."""
    with pytest.raises(PeriodError) as caught:
        Period(edtf, as_of=as_of)
    assert str(caught.value) == message


def test_an_approximate_date_reaches_the_end_of_the_calendar() -> None:
    """The year after 9998 is the last; what may be of that year may be of no later one."""
    assert Period("9998~").overlaps("9999").possible
    assert Period("9998~").after("9999-12-31") is Truth.NO
