"""Intervals of decimal numbers: bounds that are closed, open or missing, and their arithmetic.

What is calculated from intervals holds every number that any choice of their members may give. A
bound that needs more than `PRECISION` digits moves outward, by one in the last digit, and is open.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DecimalException,
    Inexact,
)
from typing import NamedTuple, TypeAlias

from attrs import frozen

from entente.values._truth import Truth

PRECISION = 28
"""How many significant digits a number may have."""

MAX_EXPONENT = 99
"""The greatest power of ten that a number may reach."""

_ZERO = Decimal(0)


def _context(rounding: str, *traps: type[DecimalException]) -> Context:
    # All of its settings are given here: Python takes what is left out from the caller's defaults.
    return Context(
        prec=PRECISION,
        rounding=rounding,
        Emin=-MAX_EXPONENT,
        Emax=MAX_EXPONENT,
        capitals=1,
        clamp=0,
        flags=[],
        traps=list(traps),
    )


# Only these contexts are used, never the global one, whose precision and traps belong to the
# caller. Their flags are never read, so threads may share them.
_EXACT = _context(ROUND_HALF_EVEN, Inexact)
_NEAREST = _context(ROUND_HALF_EVEN)
_DOWNWARD = _context(ROUND_FLOOR)
_UPWARD = _context(ROUND_CEILING)

_Operation: TypeAlias = Callable[[Context, Decimal, Decimal], Decimal]


class _Endpoint(NamedTuple):
    """One end of an interval: infinite, and open, where there is no bound."""

    value: Decimal
    is_open: bool


_WITHOUT_LOW = _Endpoint(Decimal("-Infinity"), is_open=True)
_WITHOUT_HIGH = _Endpoint(Decimal("Infinity"), is_open=True)


@frozen(order=False, weakref_slot=False)
class Interval:
    """All numbers between two bounds, either of which may be missing.

    Give bounds as `exact_number` returns them, and an end as open only where it has a bound.

    >>> ten_to_twelve = Interval(Decimal(10), Decimal(12))
    >>> over_three = Interval(Decimal(3), None, low_open=True)
    >>> ten_to_twelve - over_three
    Interval(low=None, high=Decimal('9'), low_open=False, high_open=True)
    >>> over_three.less_than(ten_to_twelve)
    <Truth.MAYBE>
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """Return the interval that holds one number."""
        return cls(value, value)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies between the bounds."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return self.low_open or self.high_open
        return self.low > self.high

    @property
    def is_one_number(self) -> bool:
        """Whether it holds one number only."""
        return self.low is not None and self.low == self.high

    @property
    def is_closed(self) -> bool:
        """Whether it has both bounds, and they belong to it."""
        return not any(end.is_open for end in _endpoints(self))

    @property
    def is_positive(self) -> bool:
        """Whether every number in it is more than zero."""
        # As a tuple, an endpoint that is open at zero is greater than one that is closed there.
        low, _ = _endpoints(self)
        return low > _Endpoint(_ZERO, is_open=False)

    @property
    def has_negative_bound(self) -> bool:
        """Whether one of its bounds is less than zero."""
        bounds = [
            bound for bound in (self.low, self.high) if bound is not None
        ]
        return min(bounds, default=_ZERO) < 0

    def less_than(self, other: Interval) -> Truth:
        """Return whether a number in this one is less than a number in the other."""
        our_low, our_high = _endpoints(self)
        their_low, their_high = _endpoints(other)
        if our_high.value == their_low.value:
            certain = our_high.is_open or their_low.is_open
        else:
            certain = our_high.value < their_low.value
        return Truth.of(
            certain=certain, possible=our_low.value < their_high.value
        )

    def equals(self, other: Interval) -> Truth:
        """Return whether a number in this one is the same as a number in the other."""
        return Truth.of(
            certain=self.is_one_number and self == other,
            possible=not (self & other).is_empty,
        )

    def __and__(self, other: Interval) -> Interval:
        # Of equal endpoints the open one is narrower: as a tuple it is the greater.
        our_low, our_high = _endpoints(self)
        their_low, their_high = _endpoints(other)
        high = min(our_high, their_high, key=_rank_of_high)
        return _between(max(our_low, their_low), high)

    def __add__(self, other: Interval) -> Interval:
        return _combine(Context.add, self, other)

    def __sub__(self, other: Interval) -> Interval:
        return _combine(Context.subtract, self, other)

    def __mul__(self, factor: Decimal) -> Interval:
        if factor == 0:
            return Interval.exactly(_ZERO)  # even where there is no bound
        return _combine(Context.multiply, self, Interval.exactly(factor))

    def __truediv__(self, divisor: Interval) -> Interval:
        """Divide by an interval that lies wholly on one side of zero."""
        return _combine(Context.divide, self, divisor)

    def __round__(self, places: int = 0) -> Interval:
        """Round both bounds to the nearest; where they meet, the result is that number."""
        low, high = _rounded(self.low, places), _rounded(self.high, places)
        if low is not None and low == high:
            return Interval.exactly(low)
        return Interval(low, high, self.low_open, self.high_open)


UNBOUNDED = Interval(None, None)
"""All numbers."""


def exact_number(value: str | int | Decimal) -> Decimal | None:
    """Return the number, or None if it is not finite or needs more digits than there are.

    >>> exact_number("1.50"), exact_number("5e2"), exact_number("1e100")
    (Decimal('1.5'), Decimal('500'), None)
    """
    try:
        number = _EXACT.create_decimal(value)
    except Inexact:
        return None
    return _canonical(number) if number.is_finite() else None


def _canonical(number: Decimal) -> Decimal:
    """Return the one form of a number: 1.50 as 1.5, 5E+2 as 500, -0 as 0."""
    number = number.normalize(_NEAREST)
    if number.adjusted() >= PRECISION:
        return number
    # The exponent of a sum is the lower of the two, so that adding zero leaves none above zero.
    return _NEAREST.add(number, _ZERO)


def _rounded(bound: Decimal | None, places: int) -> Decimal | None:
    if bound is None:
        return None
    unit = Decimal(1).scaleb(-places, _NEAREST)
    rounded = _NEAREST.quantize(bound, unit)
    # A number with no digit at that place gives NaN: it needs no rounding.
    return _canonical(rounded) if rounded.is_finite() else bound


def _endpoints(interval: Interval) -> tuple[_Endpoint, _Endpoint]:
    low, high = _WITHOUT_LOW, _WITHOUT_HIGH
    if interval.low is not None:
        low = _Endpoint(interval.low, interval.low_open)
    if interval.high is not None:
        high = _Endpoint(interval.high, interval.high_open)
    return low, high


def _between(low: _Endpoint, high: _Endpoint) -> Interval:
    has_low, has_high = low.value.is_finite(), high.value.is_finite()
    return Interval(
        low=_canonical(low.value) if has_low else None,
        high=_canonical(high.value) if has_high else None,
        low_open=has_low and low.is_open,
        high_open=has_high and high.is_open,
    )


def _rank_of_high(end: _Endpoint) -> tuple[Decimal, bool]:
    """Return what upper ends are ordered by: at the same value, an open one is lower."""
    return end.value, not end.is_open


def _combine(
    operation: _Operation, left: Interval, right: Interval
) -> Interval:
    """Return the narrowest interval that holds every result of an operation.

    Each operation only rises or only falls with either number, so its extremes are found where
    an endpoint meets an endpoint: ``10..12`` minus ``3..4`` lies between 10 - 4 and 12 - 3.
    """
    lows: list[_Endpoint] = []
    highs: list[_Endpoint] = []
    for one, two in itertools.product(_endpoints(left), _endpoints(right)):
        low, high = _at_corner(operation, one, two)
        # Infinity against infinity, or zero by zero, has no value; other corners reach as far.
        if not low.value.is_nan():
            lows.append(low)
            highs.append(high)
    return _between(min(lows), max(highs, key=_rank_of_high))


def _at_corner(
    operation: _Operation, left: _Endpoint, right: _Endpoint
) -> tuple[_Endpoint, _Endpoint]:
    """Return the result of two endpoints, rounded down and rounded up."""
    numbers = left.value, right.value
    try:
        value = operation(_EXACT, *numbers)
    except Inexact:
        down, up = operation(_DOWNWARD, *numbers), operation(_UPWARD, *numbers)
        return _Endpoint(down, is_open=True), _Endpoint(up, is_open=True)
    # Zero over any number is zero, so the divisor need not reach its end.
    divides_zero = operation is Context.divide and left.value == 0
    is_open = left.is_open or (right.is_open and not divides_zero)
    return _Endpoint(value, is_open), _Endpoint(value, is_open)
