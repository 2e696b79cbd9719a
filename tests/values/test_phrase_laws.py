"""What holds of all date phrases."""

from __future__ import annotations

import datetime
import os
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

from entente.errors import PeriodError
from entente.values._conventions import CONVENTIONS
from entente.values._period import Period
from entente.values._phrases import MAX_LENGTH
from read_phrases import READ, SAID
from refused_phrases import REFUSED

pytestmark = pytest.mark.no_cover

FUZZ = settings(
    max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
)


def read(words: str, said: object = SAID, **given: Any) -> Period:
    return Period.from_words(words, said=said, **given)  # type: ignore[arg-type]


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
