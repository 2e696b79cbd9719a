"""Sets of places are sets."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from entente.asking._bitmaps import Timeline, bitmap, held, marks, number, taken

SIZES = st.integers(1, 3_000)


@st.composite
def rows(draw: st.DrawFn) -> tuple[int, set[int]]:
    """A number of records, and places among them, few or many."""
    size = draw(SIZES)
    step = draw(st.integers(1, 40) | st.integers(100, 3_000))
    return size, {
        *draw(st.lists(st.integers(0, size - 1), max_size=50)),
        *range(0, size, step),
    }


@given(rows())
def test_what_is_taken_stands_at_the_places(row: tuple[int, set[int]]) -> None:
    """The items at the places come out once each, in their order, be they few or many."""
    size, places = row
    assert taken(range(size), number(bitmap(places, size))) == tuple(sorted(places))


@given(rows(), rows())
def test_sets_are_joined_and_intersected(
    one: tuple[int, set[int]], other: tuple[int, set[int]]
) -> None:
    """Or and and of whole numbers are those of the sets, and to look places up in a bitmap is to intersect them."""
    size = max(one[0], other[0])
    left, right = (number(bitmap(places, size)) for _, places in (one, other))
    assert left | right == number(bitmap(one[1] | other[1], size))
    assert left & right == number(bitmap(one[1] & other[1], size))
    assert held(marks(sorted(one[1])), bitmap(other[1], size)) == sorted(
        one[1] & other[1]
    )


@given(st.lists(st.integers(0, 99), max_size=60))
def test_a_place_that_is_listed_twice_is_not_in_the_set(places: list[int]) -> None:
    """A bitmap holds what is listed an odd number of times, since a change there and back is none."""
    odd = sorted({place for place in places if places.count(place) % 2})
    assert list(taken(range(100), number(bitmap(places, 100)))) == odd


CHANGE = st.tuples(st.integers(1, 40), st.integers(0, 9))
CHANGES = st.lists(CHANGE, max_size=400) | st.lists(CHANGE, min_size=150, max_size=400)
"""Few changes, or so many that the set is kept as it stands in between."""


@pytest.mark.parametrize("spread", [1, 7, 100], ids=["many", "some", "few"])
@given(changes=CHANGES, day=st.integers(0, 41))
def test_a_timeline_is_what_entered_and_did_not_leave(
    spread: int, changes: list[tuple[int, int]], day: int
) -> None:
    """On each day those are in the set that changed an odd number of times until then, however many others there are."""
    size = 10 * spread
    timeline = Timeline(
        days=[each for each, _ in changes],
        places=[place * spread for _, place in changes],
        size=size,
    )
    counts = [
        sum(each <= day and place == which for each, which in changes)
        for place in range(10)
    ]
    expected = [place * spread for place in range(10) if counts[place] % 2]
    stage = timeline.on(day)
    assert list(stage.places) == expected
    assert list(taken(range(size), number(stage.bitmap))) == expected
    assert len(expected) <= stage.most <= len(changes)
    assert timeline.count_until(day) == sum(counts)
