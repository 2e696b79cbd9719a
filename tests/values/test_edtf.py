"""The notation of dates: what is read, with which days, and what is refused."""

from __future__ import annotations

import datetime
import itertools
import math
import os
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings, strategies as st

from dates import (
    D,
    attempt,
    level_0,
    level_1,
    readable,
    texts,
)
from entente import EntenteError
from entente._text import shorten
from entente.errors import PeriodError
from entente.values import _edtf as notation
from entente.values._edtf import Precision
from entente.values._period import Period
from law_helpers import times

FUZZ = settings(
    max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
)


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
        ("[..2024-05-31]", None, D(2024, 5, 31), "day"),
        ("[..2024-05]", None, D(2024, 5, 31), "month"),
        ("[2027..]", D(2027, 1, 1), None, "year"),
        ("[2005..2006]", D(2005, 1, 1), D(2006, 12, 31), "year"),
        ("[2024-03,2024-05]", D(2024, 3, 1), D(2024, 5, 31), "month"),
        ("[2024-03-04,2024-05]", D(2024, 3, 4), D(2024, 5, 31), "month"),
        ("[2024-01-30..2024-07~]", D(2024, 1, 30), D(2024, 7, 31), "month"),
        ("[..2024-03,2025,2027-24..]", None, None, "year"),
        ("[XXXX-12-25,2024-24]", D(1, 12, 25), D(9999, 12, 25), "season"),
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
    """Open and unknown ends are distinguished, and a date has neither."""
    all_kinds = [
        "span",
        "open_start",
        "open_end",
        "unknown_start",
        "unknown_end",
    ]
    assert [
        kind for kind in all_kinds if getattr(Period(text), f"is_{kind}")
    ] == [kind for kind in all_kinds if kind in kinds]


@pytest.mark.no_cover
@times(8)
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
    assert (str(Period(text).earliest), str(Period(text).latest)) == (
        days[0],
        days[-1],
    )
    assert all(
        left[1] + 1 < right[0] for left, right in itertools.pairwise(runs)
    )


THREE_DECADES = [
    D.fromordinal(day).isoformat()
    for day in range(D(2000, 1, 1).toordinal(), D(2030, 1, 1).toordinal())
]

# What it refuses

CURES = {
    "set": "a set is one day: it is no end of a span, and holds no span; one day of two years is [2024..2025]",
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
        ("[]", "a date is missing here (at character 2)"),
        ("[2024,]", "a date is missing here (at character 7)"),
        ("[2024,2025", "a set ends with ']' (at character 11)"),
        ("[2024, 2025]", "white space is not allowed in it (at character 7)"),
        ("[..]", "'..' needs a date: write [..2024] or [2024..] (at character 2)"),
        ("[2025..2024]", "it runs backward: '2025' does not begin before '2024' ends; swap the two (at character 2)"),
        ("[2023..,2024..]", "'2023..' and '2024..' overlap; leave one out"),
        ("[..2024,..2023]", "'..2023' and '..2024' overlap; leave one out"),
        ("[2024/2025]", "{set} (at character 6)"),
        ("[2024]/2025", "{set} (at character 7)"),
        ("2024/[2025]", "{set} (at character 6)"),
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
        str(caught.value)
        == f"{shorten(text)} is not a date: {message.format(**CURES)}"
    )
    assert caught.value.text == text
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, EntenteError)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("[2024-05,2024-03]", "[2024-03,2024-05]"),
        ("[2024,2024]", "2024"),
        ("[2024]", "2024"),
        ("[2024..2024]", "2024"),
        ("[2024?]", "2024?"),
        ("[2024?,2024]", "[2024,2024?]"),
        ("[2024..,..2021,2023]", "[..2021,2023,2024..]"),
        ("[2023..2025,2024]", "[2023..2025,2024]"),
    ],
)
def test_sets_have_one_text(text: str, canonical: str) -> None:
    """The members of a set are put in order, and one that is alone is that date."""
    assert Period(text).edtf == canonical
    assert Period(text) == Period(canonical)
    assert hash(Period(text)) == hash(Period(canonical))
    assert not Period(text).is_span


def test_the_days_of_a_set_are_those_of_its_members() -> None:
    """The text allows the days of each member, and "about" reaches one unit further."""
    march, may = notation.read("2024-03").start, notation.read("2024-05").start
    either = notation.read("[2024-03,2024-05]").start
    assert either.days == either.reach == march.days + may.days
    about = notation.read("[2024-03,2024-05~]").start
    assert about.days == either.days
    june = notation.read("2024-06").start
    assert about.reach == ((march.first, june.last),)


def test_the_start_of_a_span_that_went_on_is_not_after_that_day() -> None:
    """Of a vague start the days up to the one on which the span was seen are left."""
    start = notation.read_as_of("2024/", D(2024, 6, 15)).start
    first, last = D(2024, 1, 1).toordinal(), D(2024, 6, 15).toordinal()
    assert start.days == start.reach == ((first, last),)


def test_long_sets_are_refused() -> None:
    """A set may be longer than a date, but has a greatest length."""
    days = [
        f"2024-{month:02d}-{day:02d}"
        for month in (1, 3)
        for day in range(1, 24)
    ]
    assert Period(f"[{','.join(days[:40])}]").latest == D(2024, 3, 17)
    with pytest.raises(
        PeriodError, match=r"longer than any set \(500 characters\)"
    ):
        Period(f"[{','.join(days)}]")


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
    """A whole date with a whole time is read as its day."""
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


@pytest.mark.no_cover
@FUZZ
@given(
    mutations()
    | st.text(st.sampled_from(SIGNS), max_size=40)
    | st.text(max_size=80)
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


# Oracles


with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # pyparsing warns about the grammar of edtf
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


@pytest.mark.no_cover
@times(6)
@given(
    level_0()
    | level_1()
    | st.tuples(level_1() | st.just(".."), level_1() | st.just("..")).map(
        "/".join
    )
)
def test_levels_0_and_1_have_the_bounds_that_edtf_finds(text: str) -> None:
    """The package `edtf` finds the same bounds, but for the differences that are listed."""
    assume(not differs_from_edtf_on_purpose(text))
    period = readable(text)
    oracle = edtf.parse_edtf(text)
    assert (
        str(period.earliest) if period.earliest else None
    ) == bound_by_edtf(oracle.lower_strict())
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


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("[201X..2015-01-01]", "2010-01-01", "2015-01-01"),
        ("[2015-06..201X]", "2015-06-01", "2019-12-31"),
        ("[201X..2012,2015]", "2010-01-01", "2015-12-31"),
    ],
)
def test_a_range_of_a_set_is_bounded_by_both_its_ends(
    text: str, earliest: str, latest: str
) -> None:
    """A first date that may be later than the last one, as it is written, makes the set no longer."""
    period = Period(text)
    assert (str(period.earliest), str(period.latest)) == (earliest, latest)
