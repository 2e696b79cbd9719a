"""Amounts that are known within bounds.

A source says "over 250 people", "between ten and twelve ships", "about 40". A `Quantity` keeps
that and no more: a bound stays a bound, in comparisons and in arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias, final

from attrs import frozen

from entente.errors import QuantityError, UnitError
from entente.values._amounts import (
    OUT_OF_RANGE,
    check_amount,
    format_amount,
    read_amount,
    read_unit_text,
)
from entente.values._duration import Duration, DurationLike
from entente.values._interval import Interval, exact_number
from entente.values._truth import Truth
from entente.values._units import (
    MONEY,
    PERCENT,
    PERCENTAGE_POINT,
    is_counted,
    is_in_points,
    is_money,
    is_percentage,
)

_HUNDRED = Decimal(100)


@final
@frozen(init=False, repr=False, order=False, weakref_slot=False)
class Quantity:
    """An amount of some unit, known within bounds.

    The notation is a number (``500 people``, ``= 500 people``), a bound (``> 250 people``,
    ``>= 72.2e6 EUR``, ``< 5 %``, ``<= 3``), two bounds (``> 250 <= 500 people``), a range that
    includes both ends (``10..12 ships``), or ``..`` where nothing is known. ``~`` before any of these
    marks it as approximate. Thousands may be separated as in ``45,774`` or ``45_774``.

    The unit is the source's noun, unchanged but for what no reader can see, such as a soft hyphen or
    an accent that is a character of its own; ``%``; ``percentage point``; an ISO 4217 currency code,
    or ``money`` where the source leaves the currency open; or nothing. A rate follows it as a
    `Duration`: ``500 people per P1Y``, which `per` says too.

    An amount is a level, unless the word ``change`` marks it as a change: ``change -16,337 people``,
    ``change -36 %``. Percentage points are a change without the word. A noun is counted, so a level
    of it below zero is an error.

    Two amounts are equal (``==``) if they say the same; `equals` asks whether they are the same
    amount. ``<``, ``<=``, ``>`` and ``>=`` answer a `Truth` for amounts that are known
    independently of each other, always ``MAYBE`` if one is approximate.

    ``+`` and ``-`` take an amount of the same unit, and ``*`` and ``/`` an int or a Decimal. A level
    less a level is a change (of two percentages, in percentage points), and a level changed is a
    level; nothing else takes a level and a change together. ``&``
    combines two things that are known of one amount. ``round`` makes an amount that it changes
    approximate. In place of a second amount, a text will do. Results hold every amount that is
    possible: a bound that needs more than 28 digits moves outward, by one in the last of them, and
    is open.

    Raises `QuantityError` if the text is not an amount, and `UnitError` if units, rates or kinds do
    not match.

    >>> arrests = Quantity("> 250 people")
    >>> arrests.low, arrests.low_open, arrests.high, arrests.unit
    (Decimal('250'), True, None, 'people')
    >>> arrests > "250 people", arrests > "300 people", arrests <= "100 people"
    (<Truth.YES>, <Truth.MAYBE>, <Truth.NO>)
    >>> Quantity("1,000.50 GBP") == Quantity("1000.5 GBP")
    True
    >>> Quantity("45,774 people") - "29,437 people", Quantity("7 %") - "5 %"
    (Quantity('change 16337 people'), Quantity('2 percentage point'))
    """

    _interval: Interval
    unit: str
    """What is counted or measured, or an empty text for a bare number."""
    approximate: bool
    """Whether the source says "about"; how far it may be off is not known."""

    is_change: bool
    """Whether it says how much there was more or less, and not how much there was."""
    per: Duration | None
    """The time for which a rate holds, as in ``500 people per P1Y``."""

    def __init__(self, text: str, *, per: DurationLike | None = None) -> None:
        if not isinstance(text, str):
            raise _not_a_text(text)
        amount = read_amount(text)
        if per is not None:
            amount = amount._replace(per=_only_rate(text, amount.per, per))
        # attrs names its own constructor __attrs_init__ where a class writes one; pyright does not
        # know that name.
        self.__attrs_init__(*amount)  # pyright: ignore[reportAttributeAccessIssue]

    @classmethod
    def _make(
        cls,
        interval: Interval,
        unit: str,
        *,
        approximate: bool,
        is_change: bool,
        per: Duration | None,
    ) -> Quantity:
        """Return the amount with these fields, without reading a text."""
        made = cls.__new__(cls)
        made.__attrs_init__(interval, unit, approximate, is_change, per)  # pyright: ignore[reportAttributeAccessIssue]
        return made

    def _with(self, interval: Interval, *, approximate: bool) -> Quantity:
        """Return an amount of the same unit, rate and kind."""
        return self._make(
            interval,
            self.unit,
            approximate=approximate,
            is_change=self.is_change,
            per=self.per,
        )

    @classmethod
    def of(cls, value: QuantityLike) -> Quantity:
        """Return `value`, read if it is a text.

        >>> Quantity.of("10..12 ships")
        Quantity('10..12 ships')
        """
        return value if isinstance(value, Quantity) else cls(value)

    @classmethod
    def from_words(cls, words: str, *, country: str | None = None) -> Quantity:
        """Read the words of a document: "up to €72.2 million", "one in five", "a further 100 officers".

        A bound stays a bound, "about" is approximate, "a fall of" and "a further" make a change, and
        "a year" a rate. `country`, as an ISO 3166-1 alpha-2 code, says whose dollars, crowns or rupees
        are meant. The page *Amounts with bounds* lists every rule.

        Raises `QuantityError` if a word is not understood, or if the words may be read in two ways.

        >>> Quantity.from_words("over half of the 500 officers")
        Quantity('> 250 <= 500 officers')
        >>> Quantity.from_words("$500m", country="US")
        Quantity('500000000 USD')
        >>> Quantity.from_words("541m euros over three years")
        Quantity('541000000 EUR per P3Y')
        >>> Quantity.from_words("several ships")
        Traceback (most recent call last):
            ...
        entente.errors.QuantityError: 'several ships' is not an amount: it gives no number; write \
'.. people' if nothing is known, or a bound such as '>= 2 people'
        """
        from entente.values._amount_words import read  # noqa: PLC0415 -- few programs read words

        return cls(read(words, country=country))

    @classmethod
    def exactly(
        cls,
        value: int | Decimal,
        unit: str = "",
        *,
        approximate: bool = False,
        is_change: bool = False,
        per: DurationLike | None = None,
    ) -> Quantity:
        """Return the amount that is `value`.

        Raises `QuantityError` for a value or unit that the notation cannot hold, and TypeError for
        a float, which is not exact.

        >>> Quantity.exactly(500, "people")
        Quantity('500 people')
        """
        return cls.between(
            value,
            value,
            unit,
            approximate=approximate,
            is_change=is_change,
            per=per,
        )

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
        is_change: bool = False,
        per: DurationLike | None = None,
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
        noun, rate = read_unit_text(unit)
        text = format_amount(interval, noun, per=rate)
        is_change = is_change or is_in_points(noun)
        check_amount(interval, noun, text=text, is_change=is_change)
        return cls._make(
            interval,
            noun,
            approximate=approximate,
            is_change=is_change,
            per=rate if per is None else _only_rate(text, rate, per),
        )

    def words(self, locale: str = "en") -> str:
        """Return it in plain words, for people to read: in English, or French with ``"fr"``.

        No digit is lost: millions and billions are used where they are exact, and all digits are
        written elsewhere. A currency has its sign if no other has the same, else its code. The unit
        stays the source's noun, in its language.

        `from_words` reads English words again, to the same amount, where they are in use; an apostrophe
        in a unit becomes the straight one. Words for people only, which it refuses, are those of

        - amounts of which nothing is known, and levels below zero,
        - changes that may be a rise or a fall, or neither,
        - ``money`` of a currency that is left open,
        - two bounds in different magnitudes, such as millions and billions,
        - rates for a time of several units, such as a month and ten days,
        - units that `from_words` refuses after any number.

        Raises `QueryError` if the language is not spoken here.

        >>> Quantity("> 250 <= 500 people").words(), Quantity("<= 72.2e6 EUR").words()
        ('more than 250, at most 500 people', 'up to €72.2 million')
        >>> Quantity("<= 72.2e6 EUR").words("fr"), Quantity("~ 40 ships").words("fr")
        ('jusqu’à 72,2 millions d’euros', 'environ 40 ships')
        """
        from entente.values._spoken import amount_words as spoken_words  # noqa: PLC0415 -- few programs need the words

        rate = None if self.per is None else (self.per.months, self.per.days)
        return spoken_words(
            self._interval,
            self.unit,
            approximate=self.approximate,
            is_change=self.is_change,
            rate=rate,
            locale=locale,
        )

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
    def is_money(self) -> bool:
        """Whether it is in a currency of ISO 4217, or in ``money`` of a currency that is left open.

        >>> [Quantity(text).is_money for text in ("5 USD", "5 money", "5 USD per tonne", "5 people")]
        [True, True, False, False]
        """
        return is_money(self.unit)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, and not an approximate one."""
        return self._interval.is_one_number and not self.approximate

    def __str__(self) -> str:
        return format_amount(
            self._interval,
            self.unit,
            approximate=self.approximate,
            is_change=self.is_change,
            per=self.per,
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
        return self._with(both, approximate=approximate)

    def __add__(self, other: QuantityLike) -> Quantity:
        other = Quantity.of(other)
        if self.is_change is other.is_change:
            theirs, approximate = self._operand(other)
            return self._with(self._interval + theirs, approximate=approximate)
        level, change = (other, self) if self.is_change else (self, other)
        return level._changed(change, Interval.__add__)

    def __sub__(self, other: QuantityLike) -> Quantity:
        other = Quantity.of(other)
        if not self.is_change and other.is_change:
            return self._changed(other, Interval.__sub__)
        theirs, approximate = self._operand(other)
        unit = self.unit
        # Percentages differ by percentage points, shares of GDP by percentage points of GDP.
        if is_percentage(unit) and not self.is_change:
            unit = PERCENTAGE_POINT + unit.removeprefix(PERCENT)
        return self._make(
            self._interval - theirs,
            unit,
            approximate=approximate,
            is_change=True,
            per=self.per,
        )

    def _changed(
        self,
        change: Quantity,
        operation: Callable[[Interval, Interval], Interval],
    ) -> Quantity:
        """Return this level with a change added or subtracted.

        Raises `UnitError` unless the change is in the same unit: in percentage points for ``%``.
        """
        unit = self.unit
        if is_percentage(unit):
            unit = PERCENTAGE_POINT + unit.removeprefix(PERCENT)
        if (unit, self.per) != (change.unit, change.per):
            raise _cannot_change(self, change)
        interval = operation(self._interval, change._interval)
        return self._with(
            _possible_level(interval, self.unit),
            approximate=self.approximate or change.approximate,
        )

    def __mul__(self, number: int | Decimal) -> Quantity:
        return self._with_multiple(self._interval * _need_number(number))

    __rmul__ = __mul__

    def __truediv__(self, number: int | Decimal) -> Quantity:
        divisor = _need_number(number)
        if not divisor:
            raise QuantityError(
                f"{self} / 0", "nothing can be divided by zero"
            )
        return self._with_multiple(self._interval / Interval.exactly(divisor))

    def _with_multiple(self, interval: Interval) -> Quantity:
        if not self.is_change:
            interval = _possible_level(interval, self.unit)
        return self._with(interval, approximate=self.approximate)

    def share_of(self, whole: QuantityLike) -> Quantity:
        """Return how much of `whole` this is, in ``%``.

        Raises `UnitError` unless both are levels of one unit, and `QuantityError` unless `whole` is
        more than zero.
        If the amount is known never to exceed another, state that first, by ``&``.

        >>> Quantity("> 250 people").share_of("500 people")
        Quantity('> 50 %')
        >>> (Quantity("> 250 people") & "<= 500 people").share_of("500 people")
        Quantity('> 50 <= 100 %')
        """
        divisor, approximate = self._divisor(whole)
        return self._make(
            self._interval * _HUNDRED / divisor,
            PERCENT,
            approximate=approximate,
            is_change=False,
            per=None,
        )

    def change_from(self, baseline: QuantityLike) -> Quantity:
        """Return the relative change from `baseline` to this, in ``%``.

        Raises `UnitError` unless both are levels of one unit, and `QuantityError` unless `baseline`
        is more than zero.

        >>> Quantity("36 ships").change_from("48 ships")
        Quantity('change -25 %')
        >>> round(Quantity("29,437 people").change_from("45,774 people"), 2)
        Quantity('change ~ -35.69 %')
        """
        divisor, approximate = self._divisor(baseline)
        share = self._interval * _HUNDRED / divisor
        # 36 is 75 % of 48, and so 25 % less.
        change = share - Interval.exactly(_HUNDRED)
        return self._make(
            change,
            PERCENT,
            approximate=approximate,
            is_change=True,
            per=None,
        )

    def __round__(self, places: int = 0) -> Quantity:
        # Rounded to the nearest, an end no longer bounds the amount, which is then approximate.
        before, after = self._interval, round(self._interval, places)
        moved = (before.low, before.high) != (after.low, after.high)
        return self._with(after, approximate=self.approximate or moved)

    def _operand(self, other: QuantityLike) -> tuple[Interval, bool]:
        """Return the interval of `other`, and whether this or the other is approximate.

        Raises `UnitError` if they differ in unit, rate or kind.
        """
        other = Quantity.of(other)
        # Comparing field by field is faster than comparing tuples of them.
        is_alike = self.unit == other.unit and self.per == other.per
        if not is_alike or self.is_change is not other.is_change:
            raise _differ(self, other)
        approximate = self.approximate or other.approximate
        return other._interval, approximate  # noqa: SLF001 -- of the same class

    def _divisor(self, other: QuantityLike) -> tuple[Interval, bool]:
        """Return what `_operand` does. Raises `QuantityError` unless `other` is positive."""
        divisor, approximate = self._operand(other)
        if self.is_change:
            raise UnitError(
                f"{str(self)!r} and {str(Quantity.of(other))!r} are changes; only a level is a share of another"
            )
        if not divisor.is_positive:
            raise QuantityError(
                f"{self} / {Quantity.of(other)}",
                "what it is divided by may be zero or less",
            )
        return divisor, approximate


QuantityLike: TypeAlias = Quantity | str
"""What is accepted as an amount: a `Quantity`, or a text in its notation."""


def read_change(text: str) -> Quantity:
    """Return an amount of a text that is known to be about a change: ``-36 %`` is ``change -36 %``.

    A noun needs the word, since "500 people" in the place of a change is more likely a slip.
    """
    amount = read_amount(text)
    if amount.unit == PERCENT:
        amount = amount._replace(is_change=True)
    return Quantity._make(
        amount.interval,
        amount.unit,
        approximate=amount.approximate,
        is_change=amount.is_change,
        per=amount.per,
    )


def _possible_level(interval: Interval, unit: str) -> Interval:
    """Return what is possible of an interval in a level.

    Three people and a change of -5..1 people are no more than four: nothing else is known, since a
    level of a noun has no bound below zero. Raises `QuantityError` if all of it is below zero.
    """
    if not is_counted(unit) or not interval.has_negative_bound:
        return interval
    if interval.high is not None and interval.high < 0:
        raise QuantityError(
            format_amount(interval, unit),
            f"a number of {unit!r} cannot be negative",
        )
    return Interval(None, interval.high, high_open=interval.high_open)


def _only_rate(
    text: str, stated: Duration | None, given: DurationLike
) -> Duration:
    if stated is not None:
        raise QuantityError(text, "it states a rate, and another is given")
    return Duration.of(given)


def _differ(one: Quantity, two: Quantity) -> UnitError:
    """Return the error that two amounts differ in unit, kind or rate."""
    both = f"{str(one)!r} and {str(two)!r}"
    if one.unit != two.unit:
        units = [
            repr(each.unit) if each.unit else "no unit" for each in (one, two)
        ]
        message = f"{both} differ in unit: {units[0]} and {units[1]}"
        if one.is_money and two.is_money:
            message += "; nothing is converted between currencies"
            if MONEY in (one.unit, two.unit):
                message += f", and {MONEY!r} may be of any"
        return UnitError(message)
    if one.is_change is not two.is_change:
        kinds = [
            "a change" if each.is_change else "a level" for each in (one, two)
        ]
        return UnitError(f"{both} differ in kind: {kinds[0]} and {kinds[1]}")
    return _differ_in_rate(one, two)


def _differ_in_rate(one: Quantity, two: Quantity) -> UnitError:
    rates = [
        "no rate" if each.per is None else f"per {each.per}"
        for each in (one, two)
    ]
    return UnitError(
        f"{str(one)!r} and {str(two)!r} differ in rate: {rates[0]} and {rates[1]}"
    )


def _cannot_change(level: Quantity, change: Quantity) -> UnitError:
    """Return the error that a change cannot be added to a level."""
    if is_percentage(level.unit) and level.unit == change.unit:
        return UnitError(
            f"{str(level)!r} and {str(change)!r} differ in kind: a level and a relative change;"
            " percentage points can be added to a percentage"
        )
    if level.per != change.per and level.unit == change.unit:
        return _differ_in_rate(level, change)
    return _differ(level, change)


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
