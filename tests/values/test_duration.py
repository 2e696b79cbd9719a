"""Durations: what is read and refused, equality, and how often one fits between two days."""

from __future__ import annotations

import copy
import datetime
import pickle
import re

import pytest
from hypothesis import assume, given, strategies as st

from entente import Duration
from entente.errors import DurationError

numbers = st.one_of(st.none(), st.integers(0, 400))


def independently_read(text: str) -> tuple[int, int]:
    """Return the months and days of a duration, letter by letter."""
    worth = {"Y": (12, 0), "M": (1, 0), "W": (0, 7), "D": (0, 1)}
    months = days = 0
    for number, letter in re.findall(r"(\d+)(\w)", text):
        months += int(number) * worth[letter][0]
        days += int(number) * worth[letter][1]
    return months, days


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Durations with any of their parts, in order."""
    parts = [(draw(numbers), letter) for letter in "YMWD"]
    return "P" + "".join(
        f"{number}{letter}" for number, letter in parts if number is not None
    )


@given(texts())
def test_reads_what_an_independent_reader_reads(text: str) -> None:
    """A text means its months and days, unless they are none."""
    months, days = independently_read(text)
    if (months, days) == (0, 0):
        with pytest.raises(DurationError):
            Duration(text)
        return
    duration = Duration(text)
    assert (duration.months, duration.days) == (months, days)
    assert Duration(str(duration)) == duration
    assert eval(repr(duration)) == duration  # noqa: S307


@given(texts(), texts())
def test_equal_durations_have_one_text(left: str, right: str) -> None:
    """Two durations are equal exactly if their months and days are, and then they are written alike."""
    try:
        one, two = Duration(left), Duration(right)
    except DurationError:
        return
    same = independently_read(left) == independently_read(right)
    assert (one == two) is (str(one) == str(two)) is same
    assert not same or hash(one) == hash(two)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("P12M", "P1Y"),
        ("P18M", "P1Y6M"),
        ("P2W", "P14D"),
        ("P1Y0M", "P1Y"),
        ("P30D", "P30D"),
        ("P1M", "P1M"),
        ("P1Y2M3W4D", "P1Y2M25D"),
        ("P9999Y", "P9999Y"),
        ("P3652059D", "P3652059D"),
    ],
)
def test_writes_one_canonical_form(text: str, canonical: str) -> None:
    """Months make years and weeks are days, but days never make months."""
    assert str(Duration(text)) == canonical
    assert Duration.of(text) == Duration(canonical)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *(
            (
                text,
                "write P, then whole years, months, weeks and days, as in P4Y, P1Y6M, P2W, P90D",
            )
            for text in (
                "",
                "1Y",
                "p1y",
                "P1.5Y",
                "P-1Y",
                "-P1Y",
                "P1D1Y",
                "P1 Y",
                "a year",
                "P1T",
                "P12345678D",
                "P١Y",
            )
        ),
        *(
            (
                text,
                (
                    "it is one length, without bounds; where the source says only 'several years', leave it out"
                    " and keep the words, in `stated` of a date, in a note or as an amount, such as '> 1 year'"
                ),
            )
            for text in ("> P1Y", ">=P1Y", "~P1Y", "P1Y..P2Y", "P1Y?", "≤ P6M")
        ),
        *(
            (text, "it is longer than nothing, as in P1D")
            for text in ("P", "P0D")
        ),
        *(
            (
                text,
                "it has no hours, minutes or seconds; write whole days, as in P1D",
            )
            for text in ("PT36H", "P1DT12H")
        ),
        *(
            (text, "it is at most 9999 years long")
            for text in ("P10000Y", "P3652060D", "P9999Y1M")
        ),
    ],
)
def test_refuses(text: str, reason: str) -> None:
    """What is not a duration is refused with how to write one."""
    with pytest.raises(DurationError) as caught:
        Duration(text)
    assert str(caught.value) == f"{text!r} is not a duration: {reason}"


def test_is_a_frozen_value() -> None:
    """A duration cannot be changed, has no room for more, and survives copying and pickling."""
    duration = Duration("P1Y6M")
    with pytest.raises(AttributeError):
        duration.days = 3  # type: ignore[misc]
    assert not hasattr(duration, "__dict__")
    assert copy.deepcopy(duration) == duration
    assert pickle.loads(pickle.dumps(duration)) == duration  # noqa: S301
    assert Duration.of(duration) is duration
    with pytest.raises(
        TypeError, match="a duration is read from a text, not from 5"
    ):
        Duration(5)  # type: ignore[arg-type]


@given(
    st.dates(max_value=datetime.date(9000, 1, 1)),
    st.integers(1, 30),
    st.integers(1, 40),
    st.booleans(),
)
def test_counts_what_was_added(
    first: datetime.date,
    size: int,
    count: int,
    in_months: bool,  # noqa: FBT001
) -> None:
    """Days from the first to the day before the last addition are that number of durations."""
    unit = "M" if in_months else "D"
    duration = Duration(f"P{size}{unit}")
    after = first + datetime.timedelta(days=size * count)
    if in_months:
        months = first.year * 12 + first.month - 1 + size * count
        # No month after that of 31 January ends on 30 February.
        assume(first.day <= 28)
        after = first.replace(year=months // 12, month=months % 12 + 1)
    last = after - datetime.timedelta(days=1)
    assert duration.count_between(first, last) == count


@pytest.mark.parametrize(
    ("duration", "first", "last", "count"),
    [
        ("P1Y", "2023-01-01", "2023-12-31", 1),
        ("P1Y", "2022-04-06", "2024-04-05", 2),
        ("P1Y", "2023-01-01", "2023-12-30", None),
        ("P1Y", "2023-01-01", "2023-06-30", None),
        ("P1Y", "2023-01-02", "2023-01-01", None),
        ("P1M", "2024-02-01", "2024-02-29", 1),
        ("P1M", "2024-01-31", "2024-02-29", None),
        ("P1M", "9999-01-01", "9999-12-31", 12),
        ("P1D", "2024-01-30", "2024-01-30", 1),
        ("P1W", "2024-01-01", "2024-01-14", 2),
        ("P1W", "2024-01-01", "2024-01-15", None),
        ("P1M10D", "2024-01-01", "2024-02-10", None),
    ],
)
def test_counts_whole_durations_only(
    duration: str, first: str, last: str, count: int | None
) -> None:
    """Both days count; a rest, or a duration of months and days together, gives no number."""
    days = map(datetime.date.fromisoformat, (first, last))
    assert Duration(duration).count_between(*days) == count
