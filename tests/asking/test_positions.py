"""Sets of positions are sets, in whichever form they are kept."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from typing import TypeAlias

import pytest
from hypothesis import given, strategies as st

from entente.asking._indexes import Postings
from entente.asking._positions import (
    EVERY,
    Check,
    PositionList,
    Positions,
    bits_of,
    make_bitmap,
    take,
    toggle,
    union,
)
from entente.asking._timeline import Stage, Timeline

SIZES = st.integers(1, 1_500)


def positions_below(size: int) -> st.SearchStrategy[set[int]]:
    """Few positions, or every n-th of them."""
    some = st.lists(st.integers(0, size - 1), max_size=50).map(set)
    steps = st.integers(1, 40) | st.integers(100, 1_500)
    return some | st.builds(
        lambda found, step: found | set(range(0, size, step)), some, steps
    )


@st.composite
def rows(draw: st.DrawFn) -> tuple[int, set[int], set[int]]:
    """A number of records, and two sets of positions among them."""
    size = draw(SIZES)
    return size, draw(positions_below(size)), draw(positions_below(size))


def as_list(size: int, members: set[int]) -> Positions:
    """Keep a set as a list."""
    return PositionList(size, sorted(members))


def as_bits(size: int, members: set[int]) -> Positions:
    """Keep a set as bits: two sets that are not narrow give such a one."""
    every = PositionList(size, range(size))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente.asking._positions.NARROW", math.inf)
        return (
            PositionList(size, sorted(members)) & every
            if members
            else every & PositionList(size, [])
        )


def as_stage(size: int, members: set[int]) -> Positions:
    """Keep a set as the stage of a timeline."""
    timeline = Timeline(
        days=[1] * len(members), positions=sorted(members), size=size
    )
    return timeline.on(1)


def as_union(size: int, members: set[int]) -> Positions:
    """Keep a set as two that overlap."""
    ordered = sorted(members)
    cut = len(ordered) // 2
    left, right = ordered[: cut + 1], ordered[cut:]
    return PositionList(size, left) | PositionList(size, right)


Form: TypeAlias = Callable[[int, set[int]], Positions]
FORMS: list[Form] = [as_list, as_bits, as_stage, as_union]


@pytest.mark.parametrize("form", FORMS)
@given(rows())
def test_each_form_holds_the_same_set(
    form: Form, row: tuple[int, set[int], set[int]]
) -> None:
    """A set lists its members in order, once each, has their bits, and no more than `most`."""
    size, members, _ = row
    found = form(size, members)
    assert list(found) == sorted(members)
    assert found.as_bits() == bits_of(make_bitmap(members, size))
    assert len(members) <= found.most


@pytest.mark.parametrize(
    "narrow", [0, math.inf, 64], ids=["list", "bits", "as it is"]
)
@given(left=st.sampled_from(FORMS), right=st.sampled_from(FORMS), row=rows())
def test_and_or_are_those_of_sets(
    left: Form,
    right: Form,
    narrow: float,
    row: tuple[int, set[int], set[int]],
) -> None:
    """Intersection and union are those of sets, whichever way they are worked out."""
    size, one, other = row
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente.asking._positions.NARROW", narrow)
        sets = left(size, one), right(size, other)
        assert list(sets[0] & sets[1]) == sorted(one & other)
        assert list(sets[0] | sets[1]) == sorted(one | other)


@pytest.mark.parametrize("few", [0, math.inf], ids=["list", "bits"])
@given(row=rows())
def test_records_are_taken_that_pass_the_checks(
    few: float, row: tuple[int, set[int], set[int]]
) -> None:
    """The items at the positions come in order; a check drops those of its positions that fail."""
    size, members, unsure = row
    checks = (
        Check(EVERY, lambda item: item % 3 != 0),
        Check(
            bits_of(make_bitmap(unsure, size)),
            lambda item: item % 5 != 0 or item not in unsure,
        ),
    )
    found = PositionList(size, sorted(members), checks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente.asking._positions.FEW", few)
        passing = [
            each
            for each in sorted(members)
            if each % 3 != 0 and not (each % 5 == 0 and each in unsure)
        ]
        assert found.take(range(size)) == tuple(passing)


@given(rows())
def test_items_are_taken_by_bits(row: tuple[int, set[int], set[int]]) -> None:
    """The items at the positions come once each, in order, be they few or many."""
    size, members, _ = row
    bits = bits_of(make_bitmap(members, size))
    assert take(range(size), bits) == tuple(sorted(members))


def test_the_union_of_one_set_is_that_set() -> None:
    """A question with one value costs no union; one with none finds nothing."""
    alone = PositionList(9, [1])
    assert union(9, [alone]) is alone
    assert list(union(9, [])) == []


def test_checks_go_with_the_sets() -> None:
    """Intersection and union keep the checks of both sides."""
    one, other = Check(1, bool), Check(2, bool)
    left, right = (
        PositionList(9, [1], (one,)),
        PositionList(9, [1, 2], (other,)),
    )
    assert set((left & right).checks) == {one, other}
    assert set((left | right).checks) == {one, other}


@given(st.lists(st.integers(0, 99), max_size=60))
def test_a_position_that_is_listed_twice_is_not_in_a_bitmap(
    listed: list[int],
) -> None:
    """A bitmap holds what is listed an odd number of times, since a change undone is none."""
    odd = sorted({each for each in listed if listed.count(each) % 2})
    assert list(take(range(100), bits_of(make_bitmap(listed, 100)))) == odd
    assert list(toggle(array("I"), listed)) == odd


@given(st.sets(st.integers(0, 99)), st.lists(st.integers(0, 99), max_size=60))
def test_changes_enter_and_leave(
    members: set[int], changes: list[int]
) -> None:
    """A position that changes an odd number of times enters the set, or leaves it."""
    odd = {each for each in changes if changes.count(each) % 2}
    assert list(toggle(array("I", sorted(members)), changes)) == sorted(
        members ^ odd
    )


CHANGE = st.tuples(st.integers(1, 40), st.integers(0, 9))
CHANGES = st.lists(CHANGE, max_size=400) | st.lists(
    CHANGE, min_size=150, max_size=400
)
"""Few changes, or so many that the set is kept in between."""


@pytest.mark.parametrize("spread", [1, 7, 100], ids=["many", "some", "few"])
@given(changes=CHANGES, day=st.integers(0, 41))
def test_a_timeline_holds_what_entered_and_did_not_leave(
    spread: int, changes: list[tuple[int, int]], day: int
) -> None:
    """On each day the set holds what changed an odd number of times until then."""
    size = 10 * spread
    timeline = Timeline(
        days=[each for each, _ in changes],
        positions=[position * spread for _, position in changes],
        size=size,
    )
    counts = [
        sum(each <= day and position == which for each, which in changes)
        for position in range(10)
    ]
    expected = [
        position * spread for position in range(10) if counts[position] % 2
    ]
    stage = timeline.on(day)
    assert isinstance(stage, Stage)
    assert list(stage) == expected
    assert list(take(range(size), stage.as_bits())) == expected
    assert len(expected) <= stage.most <= len(changes)
    assert timeline.count_until(day) == sum(counts)


def test_a_record_that_answers_twice_is_posted_once() -> None:
    """Postings hold each position once for an answer, however often the record gives it."""
    assert Postings.of([["a", "a", "b"], ["a"]], 2).lists["a"] == array(
        "I", [0, 1]
    )
