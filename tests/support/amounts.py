"""Amounts for tests: strategies, the values that an amount may have, and comparisons."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from entente.values._quantity import Quantity

UNITS = (
    "people",
    "small boats",
    "% of GDP",
    "%",
    "percentage point",
    "EUR",
    "°C",
    "",
)

RATES = (None, None, None, "P1Y", "P1Y6M", "P90D")

SIGNED_UNITS = ("% of GDP", "%", "percentage point", "EUR", "°C", "")

small_numbers = st.integers(-60, 60).map(lambda number: Decimal(number) / 4)

wide_numbers = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**27), 10**27),
    st.integers(-90, 70),
)


@st.composite
def quantities(
    draw: st.DrawFn,
    unit: str | None = None,
    numbers: st.SearchStrategy[Decimal] = small_numbers,
    *,
    may_be_approximate: bool = True,
    is_change: bool | None = None,
    per: str | None = None,
) -> Quantity:
    """Amounts of every shape, often with ends in common.

    Without a unit, they are of any unit, kind and rate.
    """
    low, high = sorted((draw(numbers), draw(numbers)))
    if unit is None:
        is_change = draw(st.booleans()) if is_change is None else is_change
        is_signed = low < 0 and not is_change
        unit = draw(st.sampled_from(SIGNED_UNITS if is_signed else UNITS))
        per = draw(st.sampled_from(RATES))
    open_ends = {
        "low_open": draw(st.booleans()),
        "high_open": draw(st.booleans()),
    }
    bounded = [draw(st.booleans()) or draw(st.booleans()) for _ in range(2)]
    if all(bounded) and low == high:
        open_ends = {}
    return Quantity.between(
        low if bounded[0] else None,
        high if bounded[1] else None,
        unit,
        **open_ends,
        approximate=may_be_approximate and draw(st.booleans()),
        is_change=bool(is_change),
        per=per,
    )


def known(
    unit: str = "", numbers: st.SearchStrategy[Decimal] = small_numbers
) -> st.SearchStrategy[Quantity]:
    """Amounts that are not approximate, of one unit."""
    return quantities(unit, numbers, may_be_approximate=False)


positive = known(
    numbers=st.integers(1, 60).map(lambda number: Decimal(number) / 4)
).filter(lambda amount: amount.low is not None)

TINY = Fraction(1, 10**6)

HUGE = Fraction(10**9)


def holds(amount: Quantity, value: Fraction) -> bool:
    """Whether the amount may be `value`: the meaning of an interval, said once more and apart."""
    above = (
        amount.low is None
        or value > amount.low
        or (value == amount.low and not amount.low_open)
    )
    below = (
        amount.high is None
        or value < amount.high
        or (value == amount.high and not amount.high_open)
    )
    return above and below


def points(amount: Quantity, other: Quantity | None = None) -> list[Fraction]:
    """Values that the amount may have, at, next to and far from its ends and those of another.

    Two steps next to an end let the values of two amounts that are open there pass one another.
    """
    both = (amount, other or amount)
    ends = {
        Fraction(end)
        for each in both
        for end in (each.low, each.high)
        if end is not None
    }
    ends = ends or {Fraction(0)}
    steps = (-HUGE, -2 * TINY, -TINY, Fraction(0), TINY, 2 * TINY, HUGE)
    values = {end + step for end, step in product(ends, steps)} | {
        sum(ends, Fraction(0)) / len(ends)
    }
    return [value for value in values if holds(amount, value)]


OUT_OF_RANGE = "a number has at most 28 digits, is smaller than 1e100 and no finer than 1e-126"

COMPARISONS: tuple[Callable[..., object], ...] = (
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
)
