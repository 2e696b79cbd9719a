"""Sets of places are sets."""

from __future__ import annotations

from hypothesis import given, strategies as st

from entente.bitmaps import Timeline, bits_of, taken

SIZES = st.integers(1, 3_000)


@st.composite
def rows(draw: st.DrawFn) -> tuple[int, list[int]]:
    """A number of records, and places among them, few or many."""
    size = draw(SIZES)
    step = draw(st.integers(1, 40) | st.integers(100, 3_000))
    return size, draw(st.lists(st.integers(0, size - 1), max_size=50)) + list(range(0, size, step))


@given(rows())
def test_what_is_taken_stands_at_the_places(row: tuple[int, list[int]]) -> None:
    """The items at the places come out once each, in their order, be they few or many."""
    size, places = row
    assert taken(range(size), bits_of(places, size)) == tuple(sorted(set(places)))


@given(rows(), rows())
def test_sets_are_joined_and_intersected(one: tuple[int, list[int]], other: tuple[int, list[int]]) -> None:
    """Or and and of whole numbers are those of the sets."""
    size = max(one[0], other[0])
    left, right = bits_of(one[1], size), bits_of(other[1], size)
    assert left | right == bits_of({*one[1], *other[1]}, size)
    assert left & right == bits_of({*one[1]} & {*other[1]}, size)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 9)), max_size=400), st.integers(0, 41))
def test_a_timeline_is_what_entered_and_did_not_leave(changes: list[tuple[int, int]], day: int) -> None:
    """On each day those are in the set that changed an odd number of times until then."""
    timeline = Timeline(days=[each for each, _ in changes], places=[place for _, place in changes], size=10)
    counts = [sum(each <= day and place == which for each, which in changes) for place in range(10)]
    assert taken(range(10), timeline.at(day)) == tuple(place for place in range(10) if counts[place] % 2)
