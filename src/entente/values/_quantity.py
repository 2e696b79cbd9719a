"""Amounts that are known within bounds.

A source says "over 250 people", "between ten and twelve ships", "about 40". `Quantity` keeps what
was said and no more: a bound stays a bound, and what follows from it is worked out by interval
arithmetic, with open and closed ends kept. Comparisons answer a `Truth`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    Inexact,
)
from typing import NamedTuple, TypeAlias, final

from attrs import define, frozen

from entente._text import did_you_mean
from entente.errors import QuantityError, UnitError
from entente.values._truth import Truth
from entente.values._units import (
    CURRENCIES,
    CURRENCY_CODE,
    MAX_UNIT_LENGTH,
    PERCENT,
    PERCENTAGE_POINT,
    is_counted,
)

MAX_LENGTH = 200
"""The longest text that is read as an amount, in characters."""

PRECISION = 28
"""How many significant digits a number may have; what needs more is rounded outward."""

MAX_EXPONENT = 99
"""The greatest power of ten that a number may reach."""

_NUMBER = re.compile(
    r"([+\-−]?)([0-9]+(?:[,_][0-9]+)*)((?:\.[0-9]+)?(?:[eE][+\-−]?[0-9]+)?)"
)
_GROUPED = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:_[0-9]{3})+)")
_SECOND = re.compile(r"(?<!per) [0-9]|\.\.")

_SPELLINGS = {
    "percentage points": PERCENTAGE_POINT,
    "percentage point": PERCENTAGE_POINT,
    "per cent": PERCENT,
    "percent": PERCENT,
}
_POWERS = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
}
_JOINING = {"and", "minus", "of", "or", "plus", "to"}

_NUMBER_EXPECTED = "a number is expected here, in the digits 0 to 9"
_NUMBERS_ARE_WRITTEN = (
    "the point is the decimal sign, and thousands are separated by a comma or an underscore"
    " into groups of three, as in 1,000.5"
)
_OUT_OF_RANGE = (
    f"a number has at most {PRECISION} digits, is smaller than 1e{MAX_EXPONENT + 1}"
    f" and no finer than 1e-{MAX_EXPONENT + PRECISION - 1}"
)
_SECOND_NUMBER = "a second number stands where the unit should be; thousands are written as 45,774, a range as 10..12"
_WRITE_THE_CODE = (
    "a currency is written as its ISO 4217 code after the number, as in 500 GBP"
)


class _End(NamedTuple):
    """One end of an interval, infinite (and open) where there is no bound."""

    value: Decimal
    open: bool


_NO_LOW = _End(Decimal("-Infinity"), open=True)
_NO_HIGH = _End(Decimal("Infinity"), open=True)

_Operation: TypeAlias = Callable[[Context, Decimal, Decimal], Decimal]


@final
@frozen(init=False, repr=False, order=False)
class Quantity:
    """An amount, known within bounds, of some unit.

    The notation is a number (``500 people``, ``= 500 people``), a bound (``> 250 people``,
    ``>= 72.2e6 EUR``, ``< 5 %``, ``<= 3``), two of them (``> 250 <= 500 people``), a range with both
    ends in it (``10..12 ships``), or ``..`` where nothing is known. ``~`` before any of these says that
    it is approximate. Thousands may be separated as in ``45,774`` or ``45_774``.

    The unit is the source's noun, kept as it is written; ``%``; ``percentage point``; an ISO 4217
    currency code; or nothing. A noun is counted, so no negative number of it is read, unless the
    word ``change`` says that it is meant: ``change -16,337 people``.

    Two amounts are equal (``==``) when they say the same; whether what they speak of is the same
    amount is asked by `equals`. ``<``, ``<=``, ``>`` and ``>=`` answer a `Truth` for amounts that
    are known independently of each other, always ``MAYBE`` where one is approximate.

    ``+`` and ``-`` take an amount of the same unit and ``*`` and ``/`` an int or a Decimal; ``&`` puts
    together two things that are known of one amount; ``round`` makes what it moves approximate.
    Where a second amount is asked for, a text will do. Results hold every amount that is possible:
    an end that needs more than 28 digits moves outward, by one in the last of them, and is open.

    Raises `QuantityError` if the text is not an amount, and `UnitError` if units do not go together.

    >>> arrests = Quantity("> 250 people")
    >>> arrests.low, arrests.low_open, arrests.high, arrests.unit
    (Decimal('250'), True, None, 'people')
    >>> arrests > "250 people", arrests > "300 people", arrests <= "100 people"
    (<Truth.YES>, <Truth.MAYBE>, <Truth.NO>)
    >>> Quantity("1,000.50 GBP") == Quantity("1000.5 GBP")
    True
    """

    low: Decimal | None
    """The lower bound, or None if there is none."""
    high: Decimal | None
    """The upper bound, or None if there is none."""
    low_open: bool
    """Whether the amount is more than `low` and not `low` itself; False without a lower bound."""
    high_open: bool
    """Whether the amount is less than `high` and not `high` itself; False without an upper bound."""
    approximate: bool
    """Whether the source says "about"; how far it may be off is not known."""
    unit: str
    """What is counted or measured, or an empty text for a bare number."""

    def __init__(self, text: str) -> None:
        least, most, unit, approximate = _Reader(_need_text(text)).read()
        _fill(self, least, most, unit, approximate=approximate)

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

        An end belongs to the amount unless it is said to be open. Raises as `exactly` does, and
        `QuantityError` if nothing lies between the bounds.

        >>> Quantity.between(10, 12, "ships")
        Quantity('10..12 ships')
        >>> Quantity.between(250, None, "people", low_open=True)
        Quantity('> 250 people')
        """
        least = _NO_LOW if low is None else _End(_need_number(low), low_open)
        most = _NO_HIGH if high is None else _End(_need_number(high), high_open)
        unit = _Reader(_need_text(unit)).unit()
        _check(least, most, unit, said=f"{_written(least, most)} {unit}".rstrip())
        return _make(least, most, unit, approximate=approximate)

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, and not an approximate one."""
        return self.low is not None and self.low == self.high and not self.approximate

    def __str__(self) -> str:
        least, most = _ends(self)
        change = "change" if is_counted(self.unit) and _is_negative(least, most) else ""
        parts = (
            change,
            "~" if self.approximate else "",
            _written(least, most),
            self.unit,
        )
        return " ".join(part for part in parts if part)

    def __repr__(self) -> str:
        return f"Quantity({str(self)!r})"

    def __lt__(self, other: QuantityLike) -> Truth:
        other = self._alike(other)
        if self.approximate or other.approximate:
            return Truth.MAYBE
        (our_least, our_most), (their_least, their_most) = _ends(self), _ends(other)
        apart = our_most.open or their_least.open
        return Truth.of(
            certain=our_most.value < their_least.value
            or (our_most.value == their_least.value and apart),
            possible=our_least.value < their_most.value,
        )

    def __gt__(self, other: QuantityLike) -> Truth:
        return Quantity.of(other) < self

    def __le__(self, other: QuantityLike) -> Truth:
        return ~(self > other)

    def __ge__(self, other: QuantityLike) -> Truth:
        return ~(self < other)

    def equals(self, other: QuantityLike) -> Truth:
        """Answer whether the two amounts are the same.

        Unlike ``==``, which asks whether both *say* the same. Raises `UnitError` if units differ.

        >>> Quantity("> 250 people").equals("300 people")
        <Truth.MAYBE>
        >>> Quantity("> 250 people").equals("250 people")
        <Truth.NO>
        """
        other = self._alike(other)
        if self.approximate or other.approximate:
            return Truth.MAYBE
        return Truth.of(
            certain=self.is_exact and self == other,
            possible=not _is_empty(*_overlap(self, other)),
        )

    def __and__(self, other: QuantityLike) -> Quantity:
        other = self._alike(other)
        least, most = _overlap(self, other)
        if _is_empty(least, most):
            raise QuantityError(f"{self} & {other}", "no amount lies within both")
        return _make(
            least, most, self.unit, approximate=self.approximate or other.approximate
        )

    def __add__(self, other: QuantityLike) -> Quantity:
        return _combine(Context.add, self, self._alike(other), self.unit)

    def __sub__(self, other: QuantityLike) -> Quantity:
        return _combine(Context.subtract, self, self._alike(other), self.unit)

    def __mul__(self, number: int | Decimal) -> Quantity:
        factor = _need_number(number)
        if not factor:
            return _make(*_point(factor), self.unit, approximate=self.approximate)
        return _combine(Context.multiply, self, _make(*_point(factor)), self.unit)

    __rmul__ = __mul__

    def __truediv__(self, number: int | Decimal) -> Quantity:
        divisor = _need_number(number)
        if not divisor:
            raise QuantityError(f"{self} / 0", "nothing can be divided by zero")
        return _combine(Context.divide, self, _make(*_point(divisor)), self.unit)

    def share_of(self, whole: QuantityLike) -> Quantity:
        """Return how much of `whole` this is, in ``%``.

        Raises `UnitError` if units differ, and `QuantityError` unless `whole` is more than zero.
        Where the amount is known never to exceed some other, say so first, by ``&``.

        >>> Quantity("> 250 people").share_of("500 people")
        Quantity('> 50 %')
        >>> (Quantity("> 250 people") & "<= 500 people").share_of("500 people")
        Quantity('> 50 <= 100 %')
        """
        return _combine(_share, self, self._divisor(whole), PERCENT)

    def change_from(self, baseline: QuantityLike) -> Quantity:
        """Return the relative change from `baseline` to this, in ``%``.

        Raises `UnitError` if units differ, and `QuantityError` unless `baseline` is more than zero.

        >>> Quantity("36 ships").change_from("48 ships")
        Quantity('-25 %')
        >>> round(Quantity("29,437 people").change_from("45,774 people"), 2)
        Quantity('~ -35.69 %')
        """
        return _combine(_change, self, self._divisor(baseline), PERCENT)

    def __round__(self, places: int = 0) -> Quantity:
        # Rounded to the nearest, an end no longer bounds the amount, which is then approximate.
        before = _ends(self)
        least, most = (_End(_rounded(end.value, places), end.open) for end in before)
        moved = (least.value, most.value) != (before[0].value, before[1].value)
        if least.value == most.value:
            least, most = _point(least.value)
        return _make(least, most, self.unit, approximate=self.approximate or moved)

    def _alike(self, other: QuantityLike) -> Quantity:
        """Return `other`, which must have the same unit."""
        other = Quantity.of(other)
        if self.unit != other.unit:
            ours, theirs = (
                repr(each.unit) if each.unit else "no unit" for each in (self, other)
            )
            currencies = {self.unit, other.unit} <= CURRENCIES
            cure = "; nothing is converted between currencies" if currencies else ""
            raise UnitError(
                f"{str(self)!r} and {str(other)!r} differ in unit: {ours} and {theirs}{cure}"
            )
        return other

    def _divisor(self, other: QuantityLike) -> Quantity:
        """Return `other`, which must have the same unit and be more than zero."""
        other = self._alike(other)
        if (
            other.low is None
            or other.low < 0
            or (other.low == 0 and not other.low_open)
        ):
            raise QuantityError(
                f"{self} / {other}", "what it is divided by may be zero or less"
            )
        return other


QuantityLike: TypeAlias = Quantity | str
"""What stands for an amount: a `Quantity`, or a text in its notation."""


@define
class _Reader:
    """Reads a text from left to right, once; `at` is how far it has come."""

    text: str
    at: int = 0

    def read(self) -> tuple[_End, _End, str, bool]:
        if len(self.text) > MAX_LENGTH:
            raise self.error(f"it is longer than {MAX_LENGTH} characters", MAX_LENGTH)
        change = self.take("change")
        approximate = self.take("~")
        least, most = self.bounds()
        unit = self.unit()
        _check(least, most, unit, said=self.text, change=bool(change))
        return least, most, unit, bool(approximate)

    def bounds(self) -> tuple[_End, _End]:
        bounds: dict[str, _End] = {}
        while sign := self.take(">=", "<=", ">", "<"):
            if sign[0] in bounds:
                side = "lower" if sign[0] == ">" else "upper"
                raise self.error(f"there is a second {side} bound", self.at - len(sign))
            bounds[sign[0]] = _End(self.number(), open=len(sign) == 1)
        if bounds:
            return bounds.get(">", _NO_LOW), bounds.get("<", _NO_HIGH)
        if self.take("="):
            return _point(self.number())
        if self.take(".."):
            return _NO_LOW, _NO_HIGH
        low = self.number()
        high = self.number() if self.take("..") else low
        return _End(low, open=False), _End(high, open=False)

    def number(self) -> Decimal:
        self.skip_space()
        found = _NUMBER.match(self.text, self.at)
        if found is None:
            raise self.error(
                _NUMBER_EXPECTED if self.category() != "Sc" else _WRITE_THE_CODE
            )
        sign, whole, rest = found.groups()
        if not _GROUPED.fullmatch(whole):
            raise self.error(_NUMBERS_ARE_WRITTEN)
        value = _representable(
            (sign + re.sub("[,_]", "", whole) + rest).replace("−", "-")
        )
        if value is None:
            raise self.error(_OUT_OF_RANGE)
        self.at = found.end()
        return value

    def unit(self) -> str:
        """Read the rest, which is the unit, and return its one spelling."""
        self.skip_space()
        unit = " ".join(self.text[self.at :].split())
        if not unit:
            return ""
        self.check_start(unit)
        self.check_words(unit)
        for spelling, kept in _SPELLINGS.items():
            if f"{unit} ".casefold().startswith(f"{spelling} "):
                return kept + unit[len(spelling) :]
        return unit

    def check_start(self, unit: str) -> None:
        """Raise if what follows the number does not begin a unit."""
        first, word = unit[0], unit.split(maxsplit=1)[0]
        adjacent = self.at > 0 and not self.text[self.at - 1].isspace()
        if adjacent and first in ",_.":
            raise self.error(_NUMBERS_ARE_WRITTEN)
        if self.category() == "Sc":
            raise self.error(_WRITE_THE_CODE)
        if first.isdigit():
            raise self.error(_SECOND_NUMBER)
        if not (first.isalpha() or first == PERCENT):
            raise self.error(f"a unit begins with a letter or %, not with {first!r}")
        if (adjacent and first != PERCENT) or (first == PERCENT != word):
            raise self.error(f"a space is expected around the unit {word!r}")

    def check_words(self, unit: str) -> None:
        """Raise if the words are no unit, most often because they belong to the number."""
        word = unit.split(maxsplit=1)[0]
        if len(unit) > MAX_UNIT_LENGTH:
            raise self.error(f"a unit has at most {MAX_UNIT_LENGTH} characters")
        if power := _POWERS.get(word.casefold().removesuffix("s")):
            raise self.error(
                f"{word!r} belongs to the number: write 5e{power} for 5 {word}"
            )
        if word.casefold() in _JOINING:
            raise self.error(
                f"{word!r} does not begin a unit: write a range as 10..12, a bound as >= 250"
            )
        if _SECOND.search(unit):
            raise self.error(_SECOND_NUMBER)
        if wrong := next((each for each in unit if not _stands_in_unit(each)), None):
            raise self.error(
                f"{wrong!r} does not stand in a unit", self.text.index(wrong, self.at)
            )
        if CURRENCY_CODE.fullmatch(unit) and unit not in CURRENCIES:
            turned = [code for code in CURRENCIES if sorted(code) == sorted(unit)]
            question = (
                did_you_mean(unit, turned or CURRENCIES)
                or "a noun is not written in three capitals"
            )
            raise self.error(f"{unit!r} is not a currency of ISO 4217; {question}")

    def take(self, *signs: str) -> str:
        """Step over the first of `signs` that stands here and return it, or an empty text."""
        self.skip_space()
        found = next(
            (sign for sign in signs if self.text.startswith(sign, self.at)), ""
        )
        self.at += len(found)
        return found

    def skip_space(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def category(self) -> str:
        """Return the Unicode category of the character that stands here, or an empty text at the end."""
        return (
            unicodedata.category(self.text[self.at]) if self.at < len(self.text) else ""
        )

    def error(self, reason: str, position: int | None = None) -> QuantityError:
        return QuantityError(
            self.text, reason, self.at if position is None else position
        )


def _stands_in_unit(character: str) -> bool:
    # A digit of another script passes for a letter with some readers; it is refused everywhere.
    foreign = character.isdecimal() and not character.isascii()
    return character.isprintable() and character not in "<>=~" and not foreign


def _check(
    least: _End, most: _End, unit: str, *, said: str, change: bool = False
) -> None:
    """Raise unless something lies between the ends, and no count is below zero."""
    if _is_empty(least, most):
        raise QuantityError(said, "there is nothing between its bounds")
    if is_counted(unit) and _is_negative(least, most) and not change:
        raise QuantityError(
            said,
            f"a number of {unit!r} cannot be negative; if it is a change, write 'change' before it",
        )


def _is_empty(least: _End, most: _End) -> bool:
    return least.value > most.value or (
        least.value == most.value and (least.open or most.open)
    )


def _is_negative(least: _End, most: _End) -> bool:
    return any(end.value.is_finite() and end.value < 0 for end in (least, most))


def _ends(quantity: Quantity) -> tuple[_End, _End]:
    low, high = quantity.low, quantity.high
    return (
        _NO_LOW if low is None else _End(low, quantity.low_open),
        _NO_HIGH if high is None else _End(high, quantity.high_open),
    )


def _overlap(left: Quantity, right: Quantity) -> tuple[_End, _End]:
    leasts, mosts = zip(_ends(left), _ends(right), strict=True)
    return max(leasts), min(mosts, key=lambda end: (end.value, not end.open))


def _point(value: Decimal) -> tuple[_End, _End]:
    return _End(value, open=False), _End(value, open=False)


def _context(rounding: str) -> Context:
    # Never the global context: a caller's precision or traps must not change what is true.
    return Context(
        PRECISION, rounding, -MAX_EXPONENT, MAX_EXPONENT, clamp=0, flags=[], traps=[]
    )


def _combine(
    operation: _Operation, left: Quantity, right: Quantity, unit: str
) -> Quantity:
    """Return all that the operation may give; as it is monotone in each operand, corners bound it."""
    corners = list(itertools.product(_ends(left), _ends(right)))
    least = min(_at(operation, corners, ROUND_FLOOR))
    most = max(
        _at(operation, corners, ROUND_CEILING),
        key=lambda end: (end.value, not end.open),
    )
    return _make(least, most, unit, approximate=left.approximate or right.approximate)


def _at(
    operation: _Operation, corners: Iterable[tuple[_End, _End]], rounding: str
) -> Iterable[_End]:
    """Yield what the operation gives at each corner, rounded outward where it cannot be exact."""
    for left, right in corners:
        context = _context(rounding)
        value = operation(context, left.value, right.value)
        # Nothing, shared by any number, is nothing: such a corner is reached at an open end as well.
        reached = not left.open and (
            not right.open or (not left.value and operation in _DIVISIONS)
        )
        # Infinity against infinity has no value; the other corners then reach as far.
        if not value.is_nan():
            yield _End(value, open=not reached or bool(context.flags[Inexact]))


def _share(context: Context, part: Decimal, whole: Decimal) -> Decimal:
    return context.divide(context.multiply(part, Decimal(100)), whole)


def _change(context: Context, value: Decimal, baseline: Decimal) -> Decimal:
    return context.subtract(_share(context, value, baseline), Decimal(100))


_DIVISIONS = (_share, _change)


def _rounded(value: Decimal, places: int) -> Decimal:
    context = _context(ROUND_HALF_EVEN)
    rounded = context.quantize(value, Decimal(1).scaleb(-places, context))
    # Not finite where the value has no such place: then it needs no rounding.
    return rounded if rounded.is_finite() else value


def _representable(written: str | int | Decimal) -> Decimal | None:
    """Return the number if it is finite and can be held exactly, or None."""
    context = _context(ROUND_HALF_EVEN)
    value = context.create_decimal(written)
    return None if context.flags[Inexact] or not value.is_finite() else value


def _need_number(value: object) -> Decimal:
    """Return a whole or decimal number; raise TypeError for what is not exact or no number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        cure = (
            f"write Decimal({str(value)!r})"
            if isinstance(value, float)
            else "an int or a Decimal is"
        )
        raise TypeError(f"{value!r} is not an exact number; {cure}")
    number = _representable(value)
    if number is None:
        raise QuantityError(str(Decimal(value)), _OUT_OF_RANGE)
    return number


def _need_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(
            f"an amount is read from a text, not from {value!r}; see Quantity.exactly"
        )
    return value


def _digits(value: Decimal) -> str:
    """Return the one way in which a number is written, without an exponent at ordinary sizes."""
    if not value:
        return "0"
    value = value.normalize(_context(ROUND_HALF_EVEN))
    return format(value, "f" if -8 < value.adjusted() < PRECISION else "e")


def _written(least: _End, most: _End) -> str:
    low, high = (
        _digits(end.value) if end.value.is_finite() else "" for end in (least, most)
    )
    if not low and not high:
        return ".."
    if least == most:
        return low
    if low and high and not least.open and not most.open:
        return f"{low}..{high}"
    lower = f"{'>' if least.open else '>='} {low}" if low else ""
    upper = f"{'<' if most.open else '<='} {high}" if high else ""
    return f"{lower} {upper}".strip()


def _make(
    least: _End, most: _End, unit: str = "", *, approximate: bool = False
) -> Quantity:
    made = object.__new__(Quantity)
    _fill(made, least, most, unit, approximate=approximate)
    return made


def _fill(
    quantity: Quantity, least: _End, most: _End, unit: str, *, approximate: bool
) -> None:
    # What says the same is stored the same: 1.50 as 1.5, and where there is no end, none is open.
    low, high = (
        Decimal(_digits(end.value)) if end.value.is_finite() else None
        for end in (least, most)
    )
    values = {
        "low": low,
        "high": high,
        "low_open": least.open and low is not None,
        "high_open": most.open and high is not None,
        "approximate": approximate,
        "unit": unit,
    }
    for name, value in values.items():
        object.__setattr__(quantity, name, value)
