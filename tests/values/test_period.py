"""What a `Period` reads, refuses and tells about itself."""

from __future__ import annotations

import copy
import datetime
import itertools
import math
import os
import pickle
import warnings
from pathlib import Path
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, example, given, settings, strategies as st

from entente import EntenteError, Truth
from entente._text import shorten
from entente.errors import PeriodError
from entente.values import _edtf as notation
from entente.values._conventions import FISCAL_YEARS
from entente.values._edtf import Precision
from entente.values._period import Period

FUZZ = settings(max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "2000")))

D = datetime.date


# Strategies


@st.composite
def level_0(draw: st.DrawFn) -> str:
    day = draw(st.dates()).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))]


@st.composite
def level_1(draw: st.DrawFn) -> str:
    day = draw(st.dates(max_value=D(9998, 12, 31))).isoformat()
    season = draw(st.integers(21, 24))
    forms = [
        day[:4], day[:7], day, f"{day[:4]}-{season}", f"{day[:4]}-XX", f"{day[:7]}-XX", f"{day[:4]}-XX-XX",
    ]  # fmt: skip
    if day[:3] != "000":
        forms.append(f"{day[:3]}X")
    if day[:2] != "00":
        forms.append(f"{day[:2]}XX")
    return draw(st.sampled_from(forms)) + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def level_2(draw: st.DrawFn) -> str:
    """Any digits masked, any component signed on either side, any part of a year."""
    day = draw(st.dates(max_value=D(9998, 12, 31))).isoformat()
    masked = "".join(
        sign if sign == "-" or draw(st.integers(0, 3)) else "X" for sign in day
    )
    parts = masked.split("-")[: draw(st.integers(1, 3))]
    if len(parts) == 2 and draw(st.booleans()):
        parts[1] = str(draw(st.integers(21, 41)))
    signs = st.sampled_from(["", "", "", "?", "~", "%"])
    return "-".join(draw(signs) + part + draw(signs) for part in parts)


single_dates = level_0() | level_1() | level_2()
ends = single_dates | st.sampled_from(["..", ""])
texts = single_dates | st.tuples(ends, ends).map("/".join)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    return readable(draw(texts))


def attempt(text: str) -> Period | PeriodError:
    try:
        return Period(text)
    except PeriodError as error:
        return error


def readable(text: str) -> Period:
    """Return the period that a text gives; a text that gives none is no case of the test."""
    answer = attempt(text)
    assume(isinstance(answer, Period))
    assert isinstance(answer, Period)
    return answer


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
    assert (period.latest is None) is (period.is_open_end or period.is_unknown_end)
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


def test_spellings_stay_distinct() -> None:
    """Two texts for the same days are two periods: equality says nothing that the source did not."""
    assert Period("2024-XX") != Period("2024")
    assert Period("2024-33") != Period("2024-01/2024-03")
    assert Period("2024-21") != Period("2024-25")


def test_it_is_made_of_dates_too() -> None:
    """A date gives its day, and a date-time the day it has on its own clock."""
    zone = datetime.timezone(datetime.timedelta(hours=14))
    assert Period(D(2024, 1, 30)) == Period("2024-01-30")
    assert Period(datetime.datetime(2024, 1, 30, 23, 59, tzinfo=zone)) == Period(
        "2024-01-30"
    )
    assert str(Period("2024-01-30T23:59:59-11:00")) == "2024-01-30"


def test_of_leaves_a_period_alone() -> None:
    """`of` makes a period of whatever stands for one, and returns one as it is."""
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
    with pytest.raises(TypeError, match="stated is the source's words, not int"):
        Period("2024", stated=2024)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="positional argument"):
        Period("2024", "in 2024")  # type: ignore[call-arg]


def test_it_is_immutable_and_unordered() -> None:
    """A period can be neither changed nor sorted."""
    period = Period("2024")
    with pytest.raises(FrozenInstanceError):
        period.edtf = "2025"  # type: ignore[misc]
    with pytest.raises(
        TypeError, match="not supported between instances of 'Period' and 'Period'"
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


def test_a_text_is_parsed_once() -> None:
    """Equal texts share what was read."""
    assert notation.read("2024-03") is notation.read(f"{2024}-03")


# What it knows


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-02-29", D(2024, 2, 29), D(2024, 2, 29), "day"),
        ("2023-02", D(2023, 2, 1), D(2023, 2, 28), "month"),
        ("2024", D(2024, 1, 1), D(2024, 12, 31), "year"),
        ("0001", D(1, 1, 1), D(1, 12, 31), "year"),
        ("9999", D(9999, 1, 1), D(9999, 12, 31), "year"),
        ("2024-21", D(2024, 3, 1), D(2024, 5, 31), "season"),
        ("2024-22", D(2024, 6, 1), D(2024, 8, 31), "season"),
        ("2024-23", D(2024, 9, 1), D(2024, 11, 30), "season"),
        ("2024-24", D(2024, 12, 1), D(2025, 2, 28), "season"),
        ("2023-24", D(2023, 12, 1), D(2024, 2, 29), "season"),
        ("2024-25", D(2024, 3, 1), D(2024, 5, 31), "season"),
        ("2024-28", D(2024, 12, 1), D(2025, 2, 28), "season"),
        ("2024-29", D(2024, 9, 1), D(2024, 11, 30), "season"),
        ("2024-30", D(2024, 12, 1), D(2025, 2, 28), "season"),
        ("2024-31", D(2024, 3, 1), D(2024, 5, 31), "season"),
        ("2024-32", D(2024, 6, 1), D(2024, 8, 31), "season"),
        ("9999-32", D(9999, 6, 1), D(9999, 8, 31), "season"),
        ("2024-33", D(2024, 1, 1), D(2024, 3, 31), "quarter"),
        ("9999-36", D(9999, 10, 1), D(9999, 12, 31), "quarter"),
        ("2024-37", D(2024, 1, 1), D(2024, 4, 30), "quadrimester"),
        ("2024-39", D(2024, 9, 1), D(2024, 12, 31), "quadrimester"),
        ("2024-40", D(2024, 1, 1), D(2024, 6, 30), "semester"),
        ("2024-41", D(2024, 7, 1), D(2024, 12, 31), "semester"),
        ("201X", D(2010, 1, 1), D(2019, 12, 31), "decade"),
        ("20XX", D(2000, 1, 1), D(2099, 12, 31), "century"),
        ("2XXX", D(2000, 1, 1), D(2999, 12, 31), "millennium"),
        ("XXXX", D(1, 1, 1), D(9999, 12, 31), "unspecified"),
        ("000X", D(1, 1, 1), D(9, 12, 31), "decade"),
        ("2004-XX", D(2004, 1, 1), D(2004, 12, 31), "year"),
        ("1985-04-XX", D(1985, 4, 1), D(1985, 4, 30), "month"),
        ("1985-XX-XX", D(1985, 1, 1), D(1985, 12, 31), "year"),
        ("156X-12-25", D(1560, 12, 25), D(1569, 12, 25), "day"),
        ("15XX-12-XX", D(1500, 12, 1), D(1599, 12, 31), "month"),
        ("2004-1X", D(2004, 10, 1), D(2004, 12, 31), "month"),
        ("2004-1X-05", D(2004, 10, 5), D(2004, 12, 5), "day"),
        ("2023-02-XX", D(2023, 2, 1), D(2023, 2, 28), "month"),
        ("2023-XX-31", D(2023, 1, 31), D(2023, 12, 31), "day"),
        ("XXXX-02-29", D(4, 2, 29), D(9996, 2, 29), "day"),
        ("1X32-X1-X2", D(1032, 1, 2), D(1932, 11, 22), "day"),
        ("201X-24", D(2010, 12, 1), D(2020, 2, 29), "season"),
        ("999X-24", D(9990, 12, 1), D(9999, 2, 28), "season"),
        ("2023-05/..", D(2023, 5, 1), None, "month"),
        ("../2024-12-31", None, D(2024, 12, 31), "day"),
        ("2023/2024-03-01", D(2023, 1, 1), D(2024, 3, 1), "year"),
        ("201X/2024-01", D(2010, 1, 1), D(2024, 1, 31), "decade"),
        ("2024-06-11/2024-06", D(2024, 6, 11), D(2024, 6, 30), "month"),
        ("2023/", D(2023, 1, 1), None, "year"),
        ("/2023-04", None, D(2023, 4, 30), "month"),
        ("../..", None, None, "unspecified"),
        ("2023-03~", D(2023, 3, 1), D(2023, 3, 31), "month"),
    ],
)
def test_bounds_and_precision(
    text: str,
    earliest: datetime.date | None,
    latest: datetime.date | None,
    precision: str,
) -> None:
    """Each form has the bounds of its text, signs aside, and the unit of its finest digit."""
    period = Period(text)
    assert (period.earliest, period.latest, period.precision) == (
        earliest,
        latest,
        Precision(precision),
    )


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2024", False, False),
        ("2024?", True, False),
        ("2024~", False, True),
        ("2024%", True, True),
        ("2004-06~-11", False, True),
        ("2004-?06-11", True, False),
        ("?2004-06-~11", True, True),
        ("%2001", True, True),
        ("2024?/2025", True, False),
        ("2024/~2025", False, True),
        ("../2025%", True, True),
    ],
)
def test_signs_of_doubt(text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001
    """A sign anywhere in the text counts for the whole of it."""
    assert (Period(text).uncertain, Period(text).approximate) == (
        uncertain,
        approximate,
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2024", []),
        ("2023/2024", ["span"]),
        ("../2024", ["span", "open_start"]),
        ("2024/..", ["span", "open_end"]),
        ("/2024", ["span", "unknown_start"]),
        ("2024/", ["span", "unknown_end"]),
        ("/..", ["span", "unknown_start", "open_end"]),
        ("../", ["span", "open_start", "unknown_end"]),
    ],
)
def test_kinds_of_ends(text: str, kinds: list[str]) -> None:
    """Open and unknown ends are told apart, and a date has neither."""
    all_kinds = ["span", "open_start", "open_end", "unknown_start", "unknown_end"]
    assert [kind for kind in all_kinds if getattr(Period(text), f"is_{kind}")] == [
        kind for kind in all_kinds if kind in kinds
    ]


@given(periods())
def test_a_definite_day_is_told_from_all_else(period: Period) -> None:
    """`day` is there exactly where the text leaves one day and no doubt of it."""
    if period.day is None:
        assert (
            period.is_span
            or period.uncertain
            or period.approximate
            or period.earliest != period.latest
        )
    else:
        assert notation.read(period.edtf).start.days == ((period.day.toordinal(),) * 2,)
        assert Period(period.day).within(period) is Truth.YES


@given(st.lists(periods()))
def test_periods_can_be_listed_in_order(some: list[Period]) -> None:
    """The key lists periods by the bounds of their text, and an open end lies beyond all others."""
    listed = sorted(some, key=lambda period: period.sort_key)
    for one, two in itertools.pairwise(listed):
        assert (one.earliest or D.min) <= (two.earliest or D.min)
        if one.earliest == two.earliest:
            assert (one.latest or D.max) <= (two.latest or D.max)


@settings(max_examples=200)
@given(st.from_regex(r"\A20[012][0-9X]-[01X][0-9X]-[0-3X][0-9X]\Z"))
@example("202X-02-3X")
def test_masked_digits_match_days_one_by_one(text: str) -> None:
    """The days of a date with digits left out are those whose digits fit, and no others."""
    days = [
        day
        for day in THREE_DECADES
        if all(a in ("X", b) for a, b in zip(text, day, strict=True))
    ]
    if not days:
        with pytest.raises(PeriodError):
            Period(text)
        return
    runs = notation.read(text).start.days
    found = [
        D.fromordinal(day).isoformat()
        for first, last in runs
        for day in range(first, last + 1)
    ]
    assert found == days
    assert (str(Period(text).earliest), str(Period(text).latest)) == (days[0], days[-1])
    assert all(left[1] + 1 < right[0] for left, right in itertools.pairwise(runs))


THREE_DECADES = [
    D.fromordinal(day).isoformat()
    for day in range(D(2000, 1, 1).toordinal(), D(2030, 1, 1).toordinal())
]


# What it refuses

CURES = {
    "months": "months are 01 to 12, seasons and other parts of a year 21 to 41",
    "digits": "write the digits that are known, as in 195X",
    "time": "a time is written YYYY-MM-DDThh:mm:ss, with Z, +hh, +hh:mm or nothing after it",
    "forms": "write YYYY, YYYY-MM or YYYY-MM-DD",
    "lengths": "a year has four digits, a month and a day have two",
}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is empty"),
        ("2023-13", "there is no month 13: {months} (at character 6)"),
        ("2023-00", "there is no month 00: {months} (at character 6)"),
        ("2023-42-01", "there is no month 42: {months} (at character 6)"),
        ("2023-02-30", "there is no day 30: 2023-02 has 28 days (at character 9)"),
        ("2023-02-00", "there is no day 00: 2023-02 has 28 days (at character 9)"),
        ("2023/2023-02-30", "there is no day 30: 2023-02 has 28 days (at character 14)"),
        ("2023-21-05", "a season has no numbered days (at character 9)"),
        ("2023-33-05", "a quarter has no numbered days (at character 9)"),
        ("0000", "year 0 is out of range: years run from 0001 to 9999 (at character 1)"),
        ("-2004", "it is out of range: years run from 0001 to 9999 (at character 1)"),
        ("?-2004-06", "it is out of range: years run from 0001 to 9999 (at character 1)"),
        ("Y170000002", "it is out of range: years run from 0001 to 9999 (at character 1)"),
        ("2004/Y-170000002", "it is out of range: years run from 0001 to 9999 (at character 6)"),
        ("Y2006", "'Y' is only for years of more than four digits (at character 1)"),
        ("9999-24", "this season ends in year 10000: years run to 9999 (at character 1)"),
        ("Y17E8", "level 2 years with an exponent are not supported: years run from 0001 to 9999 (at character 1)"),
        ("1950S2", "level 2 years with significant digits are not supported: {digits} (at character 1)"),
        ("[1667,1668]", "level 2 sets of dates are not supported: write each date apart (at character 1)"),
        ("{1667,1668}", "level 2 lists of dates are not supported: write each date apart (at character 1)"),
        ("2024/2023", "it runs backward: '2024' does not begin before '2023' ends; swap the two"),
        ("2012-24/2012-21", "it runs backward: '2012-24' does not begin before '2012-21' ends; swap the two"),
        ("/", "a span needs an end: write '../' or '/..' where neither is known (at character 1)"),
        ("2012/2013/2014", "a span has one '/' only (at character 10)"),
        ("2012///2014", "a span has one '/' only (at character 6)"),
        ("2023-02-3X", "no day of the years 0001 to 9999 matches it (at character 1)"),
        ("2024/2025-2X", "no day of the years 0001 to 9999 matches it (at character 6)"),
        ("XXX1-02-29", "no day of the years 0001 to 9999 matches it (at character 1)"),
        ("2023-1", "it ends too soon: {lengths} (at character 7)"),
        ("202", "it ends too soon: {lengths} (at character 4)"),
        ("2023-", "it ends too soon: {lengths} (at character 6)"),
        ("2023-1-05", "'-' is not expected here: {forms} (at character 7)"),
        ("20240130", "'0' is not expected here: {forms} (at character 5)"),
        ("2004?~", "'~' is not expected here: {forms} (at character 6)"),
        ("soon", "'s' is not expected here: {forms} (at character 1)"),
        ("2023/20x4", "'x' is not expected here: {forms} (at character 8)"),
        (" 2023", "white space is not allowed in it (at character 1)"),
        ("2023-01\n", "white space is not allowed in it (at character 8)"),
        ("2023-٠١", "'٠' is not one of the digits 0 to 9 (at character 6)"),
        ("2024-01-30T10:00", "{time} (at character 11)"),
        ("2024-01-3XT10:00:00", "{time} (at character 11)"),
        ("2024-01-30T10:00:00/2025", "'T' is not expected here: {forms} (at character 11)"),
        ("1" * 65, "it is longer than any date or span (64 characters)"),
    ],
)  # fmt: skip
def test_refusals_say_where_and_why(text: str, message: str) -> None:
    """A text that is no date is refused with its reason, its place and, mostly, the cure."""
    with pytest.raises(PeriodError) as caught:
        Period(text)
    assert (
        str(caught.value) == f"{shorten(text)} is not a date: {message.format(**CURES)}"
    )
    assert caught.value.text == text
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, EntenteError)


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-30T10:00:00",
        "2024-01-30T10:00:00Z",
        "2024-01-30T23:59:59+02",
        "2024-01-30T00:00:00-05:30",
    ],
)
def test_date_times_give_their_day(text: str) -> None:
    """A whole date with a whole time stands for its day."""
    assert str(Period(text)) == "2024-01-30"


@pytest.mark.parametrize(
    "time",
    [
        "T24:00:00",
        "T10:60:00",
        "T10:00:60",
        "T10:00:00z",
        "T10:00:00+24",
        "T10:00:00+0100",
        "t10:00:00",
        "T",
    ],
)
def test_times_that_are_none_are_refused(time: str) -> None:
    """A clock that no standard knows is refused, not dropped."""
    with pytest.raises(PeriodError):
        Period(f"2024-01-30{time}")


SIGNS = "0123456789X-/.?~%TZYES:+[]{}, \n\u0660\u2013x"


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """Valid texts with a few characters put in, taken out or changed."""
    text = list(draw(texts))
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text[place : place + draw(st.integers(0, 1))] = draw(
            st.text(st.sampled_from(SIGNS), max_size=2)
        )
    return "".join(text)


@FUZZ
@given(
    mutations() | st.text(st.sampled_from(SIGNS), max_size=40) | st.text(max_size=80)
)
@example("1" * 100_000)
@example("/" * 100_000)
@example("XXXX-XX-X1")
def test_reading_is_total(text: str) -> None:
    """Any text gives a period that reads back, or an error that shows the text and a place in it."""
    answer = attempt(text)
    if isinstance(answer, PeriodError):
        assert answer.text == text
        assert answer.reason
        assert answer.position is None or 0 <= answer.position <= len(text)
        assert len(str(answer)) < 400
    else:
        assert len(text) <= notation.MAX_LENGTH
        assert answer.edtf == text or text.startswith(f"{answer.edtf}T")
        assert answer.precision in Precision


def test_long_texts_are_refused_unread() -> None:
    """Beyond the longest date nothing is parsed, so that no text takes more than linear time."""
    longest = "?2004?-?06?-?11?/?2004?-?06?-?12?"
    assert len(longest) <= notation.MAX_LENGTH
    assert Period(longest).is_span
    with pytest.raises(PeriodError, match="longer than any date"):
        Period("2004" + "?" * 61)


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
def test_years_that_cannot_be_moved(text: str, count: int, message: str) -> None:
    """A day that the other year lacks, a year out of range and a masked year are errors."""
    with pytest.raises(PeriodError) as caught:
        Period(text).years_after(count)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("country", "span"),
    [
        ("GB", "2023-04-01/2024-03-31"),
        ("CA", "2023-04-01/2024-03-31"),
        ("IN", "2023-04-01/2024-03-31"),
        ("JP", "2023-04-01/2024-03-31"),
        ("ZA", "2023-04-01/2024-03-31"),
        ("AU", "2023-07-01/2024-06-30"),
        ("NZ", "2023-07-01/2024-06-30"),
        ("US", "2022-10-01/2023-09-30"),
        ("FR", "2023-01-01/2023-12-31"),
    ],
)
def test_fiscal_years(country: str, span: str) -> None:
    """A fiscal year is the span that the government's own number names."""
    assert Period.fiscal_year(2023, country) == Period(span)


@pytest.mark.parametrize("country", FISCAL_YEARS)
def test_fiscal_years_follow_each_other_without_a_gap(country: str) -> None:
    """Each fiscal year is a whole year, and the next one begins on the day after."""
    first, second = Period.fiscal_year(2023, country), Period.fiscal_year(2024, country)
    assert first.latest
    assert second.earliest
    assert first.latest + datetime.timedelta(days=1) == second.earliest
    assert first.years_after(1).earliest == second.earliest


@pytest.mark.parametrize(
    ("year", "country", "reason"),
    [
        (2023, "XX", "the fiscal year of that country is not known here"),
        (1970, "US", "fiscal years are known here from 2000 to 9998"),
        (9999, "GB", "fiscal years are known here from 2000 to 9998"),
    ],
)
def test_fiscal_years_that_are_not_known(year: int, country: str, reason: str) -> None:
    """A country or a time that the table does not cover is an error, never the calendar year."""
    with pytest.raises(PeriodError) as caught:
        Period.fiscal_year(year, country)
    wanted = f"'fiscal year {year} of {country}'"
    assert (
        str(caught.value) == f"{wanted} is not a date: {reason}; give its span instead"
    )


# Oracles


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pyparsing warns about the grammar of edtf
    edtf = pytest.importorskip("edtf")


def bound_by_edtf(moment: Any) -> str | None:
    if isinstance(moment, float):
        assert math.isinf(moment)
        return None
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"


def differs_from_edtf_on_purpose(text: str) -> bool:
    """Tell the cases in which the package `edtf` answers otherwise, each with the reason for ours."""
    head, _, tail = text.partition("/")
    return (
        # It ends winter in December; a winter lasts to the end of February.
        "-24" in (head[4:7], tail[4:7])
        # It cannot read a season with a sign, which level 1 allows.
        or any(end[4:6] == "-2" and end[-1] in "?~%" for end in (head, tail))
        # It cannot read many of the spans between dates with digits left out.
        or ("/" in text and "X" in text)
        # It puts an unknown end ten years away; what is unknown has no bound.
        or ("/" in text and "" in (head, tail))
    )


@settings(max_examples=150)
@given(
    level_0()
    | level_1()
    | st.tuples(level_1() | st.just(".."), level_1() | st.just("..")).map("/".join)
)
def test_levels_0_and_1_have_the_bounds_that_edtf_finds(text: str) -> None:
    """The package `edtf` finds the same bounds, but for the differences that are listed."""
    assume(not differs_from_edtf_on_purpose(text))
    period = readable(text)
    oracle = edtf.parse_edtf(text)
    assert (str(period.earliest) if period.earliest else None) == bound_by_edtf(
        oracle.lower_strict()
    )
    assert (str(period.latest) if period.latest else None) == bound_by_edtf(
        oracle.upper_strict()
    )


@pytest.mark.parametrize(
    ("text", "upper"), [("2024-24", "2024-12-31"), ("2023/", "2033-01-01")]
)
def test_differences_from_edtf_are_still_there(text: str, upper: str) -> None:
    """What the list of differences says of the package `edtf` is so."""
    assert bound_by_edtf(edtf.parse_edtf(text).upper_strict()) == upper
    assert str(Period(text).latest) != upper


REFUSED_ON_PURPOSE = {
    "it is out of range: years run from 0001 to 9999",  # as in `datetime`
    "year 0 is out of range: years run from 0001 to 9999",
    "level 2 sets of dates are not supported: write each date apart",
    "level 2 lists of dates are not supported: write each date apart",
    "level 2 years with an exponent are not supported: years run from 0001 to 9999",
    "level 2 years with significant digits are not supported: write the digits that are known, as in 195X",
}
READ_ON_PURPOSE = {
    # A span from 11 June to some day in June: there is a way in which it may turn out.
    "2004-06-11%/2004-%06",
    "2004-06-11%/2004-06~",
}


def test_verdicts_of_other_validators(shared: Path) -> None:
    """Texts collected from other validators are read or refused as those say, with listed exceptions."""
    table = shared / "data" / "edtf" / "edtf_strings.tsv"
    if not table.is_file():
        pytest.skip("the table of EDTF strings is not here")
    seen = {"valid": 0, "invalid": 0}
    excused: set[str] = set()
    for row in table.read_text(encoding="utf-8").split("\n")[1:-1]:
        text, verdict, *_ = row.split("\t")
        answer = attempt(text)
        if verdict == "valid" and isinstance(answer, PeriodError):
            assert answer.reason in REFUSED_ON_PURPOSE, text
            excused.add(answer.reason)
        elif verdict == "invalid" and isinstance(answer, Period):
            assert text in READ_ON_PURPOSE
            excused.add(text)
        seen[verdict] = seen.get(verdict, 0) + 1
    assert seen["valid"] == 206
    assert seen["invalid"] == 73
    assert excused == REFUSED_ON_PURPOSE | READ_ON_PURPOSE


def test_the_sources_words_are_words() -> None:
    """Blank words would be written, and could not be read back."""
    with pytest.raises(PeriodError) as caught:
        Period("2024", stated="  ")
    assert caught.value.text == "  "
    assert caught.value.reason == "the source's words are empty; leave `stated` out"
    with pytest.raises(
        PeriodError, match="hold half of a surrogate pair, which no file can"
    ):
        Period("2024", stated="spring \ud800")
