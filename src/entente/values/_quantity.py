"""Amounts that are known within bounds.

A source says "over 250 people", "between ten and twelve ships", "about 40". A `Quantity` keeps
that and no more: a bound stays a bound, in comparisons and in arithmetic.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, final

from attrs import frozen

from entente.errors import QuantityError, UnitError
from entente.values._amounts import (
    OUT_OF_RANGE,
    check_amount,
    format_amount,
    read_amount,
    read_unit,
)
from entente.values._interval import Interval, exact_number
from entente.values._truth import Truth
from entente.values._units import CURRENCIES, PERCENT

_HUNDRED = Decimal(100)


@final
@frozen(init=False, repr=False, order=False, weakref_slot=False)
class Quantity:
    """An amount of some unit, known within bounds.

    The notation is a number (``500 people``, ``= 500 people``), a bound (``> 250 people``,
    ``>= 72.2e6 EUR``, ``< 5 %``, ``<= 3``), two bounds (``> 250 <= 500 people``), a range that
    includes both ends (``10..12 ships``), or ``..`` where nothing is known. ``~`` before any of these
    marks it as approximate. Thousands may be separated as in ``45,774`` or ``45_774``.

    The unit is the source's noun, unchanged; ``%``; ``percentage point``; an ISO 4217 currency
    code; or nothing. A noun is counted, so a negative number of it is an error, unless the word
    ``change`` marks it as a change: ``change -16,337 people``.

    Two amounts are equal (``==``) if they say the same; `equals` asks whether they are the same
    amount. ``<``, ``<=``, ``>`` and ``>=`` answer a `Truth` for amounts that are known
    independently of each other, always ``MAYBE`` if one is approximate.

    ``+`` and ``-`` take an amount of the same unit, and ``*`` and ``/`` an int or a Decimal. ``&``
    combines two things that are known of one amount. ``round`` makes an amount that it changes
    approximate. In place of a second amount, a text will do. Results hold every amount that is
    possible: a bound that needs more than 28 digits moves outward, by one in the last of them, and
    is open.

    Raises `QuantityError` if the text is not an amount, and `UnitError` if units do not match.

    >>> arrests = Quantity("> 250 people")
    >>> arrests.low, arrests.low_open, arrests.high, arrests.unit
    (Decimal('250'), True, None, 'people')
    >>> arrests > "250 people", arrests > "300 people", arrests <= "100 people"
    (<Truth.YES>, <Truth.MAYBE>, <Truth.NO>)
    >>> Quantity("1,000.50 GBP") == Quantity("1000.5 GBP")
    True
    """

    _interval: Interval
    unit: str
    """What is counted or measured, or an empty text for a bare number."""
    approximate: bool
    """Whether the source says "about"; how far it may be off is not known."""

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise _not_a_text(text)
        # attrs names its own constructor __attrs_init__ where a class writes one; pyright does not
        # know that name.
        interval, unit, approximate = read_amount(text)
        self.__attrs_init__(interval, unit, approximate)  # pyright: ignore[reportAttributeAccessIssue]

    @classmethod
    def _make(
        cls, interval: Interval, unit: str = "", *, approximate: bool = False
    ) -> Quantity:
        """Return the amount with these fields, without reading a text."""
        made = cls.__new__(cls)
        made.__attrs_init__(interval, unit, approximate)  # pyright: ignore[reportAttributeAccessIssue]
        return made

    @classmethod
    def of(cls, value: QuantityLike) -> Quantity:
        """Return `value`, read if it is a text.

        >>> Quantity.of("10..12 ships")
        Quantity('10..12 ships')
        """
        return value if isinstance(value, Quantity) else cls(value)

    @classmethod
    def exactly(
        cls, value: int | Decimal, unit: str = "", *, approximate: bool = False
    ) -> Quantity:
        """Return the amount that is `value`.

        Raises `QuantityError` for a value or unit that the notation cannot hold, and TypeError for
        a float, which is not exact.

        >>> Quantity.exactly(500, "people")
        Quantity('500 people')
        """
        return cls.between(value, value, unit, approximate=approximate)

    @classmethod
    def between(
        cls,
        low: int | Decimal | None,
        high: int | Decimal | None,
        unit: str = "",
        *,
        low_open: bool = False,
        high_open: bool = False,
        approximate: bool = False,
    ) -> Quantity:
        """Return the amount that lies between two bounds, either of which may be None.

        A bound is included unless its end is open. Raises as `exactly` does, and `QuantityError`
        if nothing lies between the bounds.

        >>> Quantity.between(10, 12, "ships")
        Quantity('10..12 ships')
        >>> Quantity.between(250, None, "people", low_open=True)
        Quantity('> 250 people')
        """
        interval = Interval(
            low=None if low is None else _need_number(low),
            high=None if high is None else _need_number(high),
            low_open=low_open and low is not None,
            high_open=high_open and high is not None,
        )
        if not isinstance(unit, str):
            raise _not_a_text(unit)
        unit = read_unit(unit)
        bounds = format_amount(interval, "", approximate=False)
        check_amount(interval, unit, text=f"{bounds} {unit}".rstrip())
        return cls._make(interval, unit, approximate=approximate)

    @property
    def low(self) -> Decimal | None:
        """The lower bound, or None if there is none."""
        return self._interval.low

    @property
    def high(self) -> Decimal | None:
        """The upper bound, or None if there is none."""
        return self._interval.high

    @property
    def low_open(self) -> bool:
        """Whether the amount is more than `low`, not `low` itself; False without a lower bound."""
        return self._interval.low_open

    @property
    def high_open(self) -> bool:
        """Whether the amount is less than `high`, not `high` itself; False without an upper bound."""
        return self._interval.high_open

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, and not an approximate one."""
        return self._interval.is_one_number and not self.approximate

    def __str__(self) -> str:
        return format_amount(
            self._interval, self.unit, approximate=self.approximate
        )

    def __repr__(self) -> str:
        return f"Quantity({str(self)!r})"

    def __lt__(self, other: QuantityLike) -> Truth:
        theirs, approximate = self._operand(other)
        if approximate:
            return Truth.MAYBE
        return self._interval.less_than(theirs)

    # The other three follow from "less than": an amount is at most another unless it is more.

    def __gt__(self, other: QuantityLike) -> Truth:
        return Quantity.of(other) < self

    def __le__(self, other: QuantityLike) -> Truth:
        return ~(self > other)

    def __ge__(self, other: QuantityLike) -> Truth:
        return ~(self < other)

    def equals(self, other: QuantityLike) -> Truth:
        """Return whether the two amounts are the same.

        Unlike ``==``, which asks whether both *say* the same. Raises `UnitError` if units differ.

        >>> Quantity("> 250 people").equals("300 people")
        <Truth.MAYBE>
        >>> Quantity("> 250 people").equals("250 people")
        <Truth.NO>
        """
        theirs, approximate = self._operand(other)
        if approximate:
            return Truth.MAYBE
        return self._interval.equals(theirs)

    def __and__(self, other: QuantityLike) -> Quantity:
        theirs, approximate = self._operand(other)
        both = self._interval & theirs
        if both.is_empty:
            raise QuantityError(
                f"{self} & {Quantity.of(other)}", "no amount lies within both"
            )
        return self._make(both, self.unit, approximate=approximate)

    def __add__(self, other: QuantityLike) -> Quantity:
        theirs, approximate = self._operand(other)
        return self._make(
            self._interval + theirs, self.unit, approximate=approximate
        )

    def __sub__(self, other: QuantityLike) -> Quantity:
        theirs, approximate = self._operand(other)
        return self._make(
            self._interval - theirs, self.unit, approximate=approximate
        )

    def __mul__(self, number: int | Decimal) -> Quantity:
        product = self._interval * _need_number(number)
        return self._make(product, self.unit, approximate=self.approximate)

    __rmul__ = __mul__

    def __truediv__(self, number: int | Decimal) -> Quantity:
        divisor = _need_number(number)
        if not divisor:
            raise QuantityError(
                f"{self} / 0", "nothing can be divided by zero"
            )
        quotient = self._interval / Interval.exactly(divisor)
        return self._make(quotient, self.unit, approximate=self.approximate)

    def share_of(self, whole: QuantityLike) -> Quantity:
        """Return how much of `whole` this is, in ``%``.

        Raises `UnitError` if units differ, and `QuantityError` unless `whole` is more than zero.
        If the amount is known never to exceed another, state that first, by ``&``.

        >>> Quantity("> 250 people").share_of("500 people")
        Quantity('> 50 %')
        >>> (Quantity("> 250 people") & "<= 500 people").share_of("500 people")
        Quantity('> 50 <= 100 %')
        """
        divisor, approximate = self._divisor(whole)
        share = self._interval * _HUNDRED / divisor
        return self._make(share, PERCENT, approximate=approximate)

    def change_from(self, baseline: QuantityLike) -> Quantity:
        """Return the relative change from `baseline` to this, in ``%``.

        Raises `UnitError` if units differ, and `QuantityError` unless `baseline` is more than zero.

        >>> Quantity("36 ships").change_from("48 ships")
        Quantity('-25 %')
        >>> round(Quantity("29,437 people").change_from("45,774 people"), 2)
        Quantity('~ -35.69 %')
        """
        divisor, approximate = self._divisor(baseline)
        share = self._interval * _HUNDRED / divisor
        # 36 is 75 % of 48, and so 25 % less.
        change = share - Interval.exactly(_HUNDRED)
        return self._make(change, PERCENT, approximate=approximate)

    def __round__(self, places: int = 0) -> Quantity:
        # Rounded to the nearest, an end no longer bounds the amount, which is then approximate.
        before, after = self._interval, round(self._interval, places)
        moved = (before.low, before.high) != (after.low, after.high)
        return self._make(
            after, self.unit, approximate=self.approximate or moved
        )

    def _operand(self, other: QuantityLike) -> tuple[Interval, bool]:
        """Return the interval of `other`, and whether this or the other is approximate.

        Raises `UnitError` if their units differ.
        """
        other = Quantity.of(other)
        if self.unit != other.unit:
            raise _different_units(self, other)
        approximate = self.approximate or other.approximate
        return other._interval, approximate  # noqa: SLF001 -- of the same class

    def _divisor(self, other: QuantityLike) -> tuple[Interval, bool]:
        """Return what `_operand` does. Raises `QuantityError` unless `other` is positive."""
        divisor, approximate = self._operand(other)
        if not divisor.is_positive:
            raise QuantityError(
                f"{self} / {Quantity.of(other)}",
                "what it is divided by may be zero or less",
            )
        return divisor, approximate


QuantityLike: TypeAlias = Quantity | str
"""What is accepted as an amount: a `Quantity`, or a text in its notation."""


def _different_units(one: Quantity, two: Quantity) -> UnitError:
    units = [
        repr(each.unit) if each.unit else "no unit" for each in (one, two)
    ]
    message = f"{str(one)!r} and {str(two)!r} differ in unit: {units[0]} and {units[1]}"
    if {one.unit, two.unit} <= CURRENCIES:
        message += "; nothing is converted between currencies"
    return UnitError(message)


def _need_number(value: object) -> Decimal:
    """Return a whole or decimal number.

    Raises TypeError if it is not a number or not exact, and `QuantityError` if it is out of range.
    """
    if isinstance(value, float):
        raise TypeError(
            f"{value!r} is not an exact number; write Decimal({str(value)!r})"
        )
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(
            f"{value!r} is not an exact number; an int or a Decimal is"
        )
    number = exact_number(value)
    if number is None:
        raise QuantityError(str(Decimal(value)), OUT_OF_RANGE)
    return number


def _not_a_text(value: object) -> TypeError:
    return TypeError(
        f"an amount is read from a text, not from {value!r}; see Quantity.exactly"
    )
