"""Intervals as sets of numbers; `test_quantity_arithmetic` has the laws of their arithmetic."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from amounts import wide_numbers
from entente.values._interval import UNBOUNDED, Interval, exact_number

bounds = st.sampled_from([Decimal(number) for number in (-2, -1, 0, 1, 2)])
MEMBERS = [Decimal(number) / 4 for number in range(-18, 19)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals that may be empty, with ends between -2 and 2."""
    low, high = draw(st.none() | bounds), draw(st.none() | bounds)
    return Interval(
        low,
        high,
        low_open=low is not None and draw(st.booleans()),
        high_open=high is not None and draw(st.booleans()),
    )


def members(interval: Interval) -> list[Decimal]:
    """Return those of `MEMBERS` that lie in an interval."""
    at_low = [interval.low] if interval.low_open else []
    at_high = [interval.high] if interval.high_open else []
    return [
        number
        for number in MEMBERS
        if (interval.low is None or interval.low <= number)
        and (interval.high is None or number <= interval.high)
        and number not in at_low + at_high
    ]


@given(intervals())
def test_properties_describe_the_members(interval: Interval) -> None:
    """An interval knows whether it has members, only one, and only positive ones."""
    found = members(interval)
    assert interval.is_empty is (not found)
    if found:
        assert interval.is_one_number is (len(found) == 1)
        assert interval.is_positive is (min(found) > 0)


@given(intervals(), intervals())
def test_intersection_has_the_members_of_both(
    one: Interval, two: Interval
) -> None:
    """What lies in both intervals lies in their intersection, and nothing else does."""
    both = [number for number in members(one) if number in members(two)]
    assert members(one & two) == both
    assert (one & two).is_empty is (not both)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.50", "Decimal('1.5')"),
        ("-0", "Decimal('0')"),
        ("0e999", "Decimal('0')"),
        ("5e2", "Decimal('500')"),
        ("1e27", f"Decimal('1{'0' * 27}')"),
        ("10e27", "Decimal('1E+28')"),
        ("1e100", "None"),
        ("NaN", "None"),
        ("Infinity", "None"),
        (
            "0.1234567890123456789012345678",
            "Decimal('0.1234567890123456789012345678')",
        ),
        ("1.1234567890123456789012345678", "None"),
    ],
)
def test_exact_numbers_have_one_form(text: str, number: str) -> None:
    """A number has no zeros or exponent that it can do without, and is never rounded."""
    assert repr(exact_number(text)) == number


@given(wide_numbers)
def test_zero_times_anything_is_zero(factor: Decimal) -> None:
    """No bound is needed to know what zero times a number is."""
    zero = Interval.exactly(Decimal(0))
    assert UNBOUNDED * Decimal(0) == zero
    assert zero * factor == zero
