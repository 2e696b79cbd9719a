"""The notation of amounts: from text to an interval and a unit, and back.

`read_amount` takes a text apart from left to right, once: ``change``, ``~``, a number or bounds, and
the unit with its rate, which are the rest. `format_amount` writes the one canonical form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple, TypeVar

from attrs import define

from entente._comparing import as_compared
from entente.errors import QuantityError
from entente.values._currencies import CURRENCIES, CURRENCY_NAMES
from entente.values._duration import Duration
from entente.values._interval import (
    MAX_EXPONENT,
    PRECISION,
    UNBOUNDED,
    Interval,
    exact_number,
)
from entente.values._units import (
    MAX_UNIT_LENGTH,
    PERCENT,
    PERCENTAGE_POINT,
    SECOND_NUMBER,
    canonical_unit,
    is_counted,
    is_in_points,
    read_unit,
    write_the_code,
)

_Read = TypeVar("_Read")

MAX_LENGTH = 200
"""The longest text that is read as an amount, in characters."""

OUT_OF_RANGE = (
    f"a number has at most {PRECISION} digits, is smaller than 1e{MAX_EXPONENT + 1}"
    f" and no finer than 1e-{MAX_EXPONENT + PRECISION - 1}"
)
"""Why a number cannot be held exactly."""

_NUMBER_EXPECTED = "a number is expected here, in the digits 0 to 9"
_WRONG_SEPARATORS = (
    "the point is the decimal sign, and thousands are separated by a comma or an underscore"
    " into groups of three, as in 1,000.5"
)
# A sign (the minus sign of typeset text, U+2212, too); a whole part with any separators, which
# are checked apart; a fraction; an exponent.
_NUMBER = re.compile(
    r"[+\-−]?([0-9]+(?:[,_][0-9]+)*)(?:\.[0-9]+)?(?:[eE][+\-−]?[0-9]+)?"
)
# Digits without separators, or in groups of three with the same separator throughout.
_GROUPED = re.compile(
    r"[0-9]+|[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:_[0-9]{3})+)"
)

# What Python's numbers do not have: separators, and the minus sign of typeset text.
_TO_PYTHON = str.maketrans("−", "-", ",_")

# Typeset texts have one sign for two.
_COMPARISON = re.compile(">=|<=|[><≥≤]")
_SIDES = {">": "lower", "≥": "lower", "<": "upper", "≤": "upper"}
_OPEN_SIGNS = frozenset("<>")

# The sign of a bound, by whether its end is open.
_LOW_SIGNS = {False: ">=", True: ">"}
_HIGH_SIGNS = {False: "<=", True: "<"}

# In much of the world a point separates thousands. Only a zero cannot begin such a number.
_TWO_READINGS = re.compile(r"[+\-−]?([1-9][0-9]{0,2})\.([0-9]{3})")
_MORE_OF_A_NUMBER = re.compile(r"[,._][0-9]")

_DASH_AND_NUMBER = re.compile(rf"\s*[-–—‒−‐‑]\s*(?=[0-9])({_NUMBER.pattern})")

_SLASH_AND_NUMBER = re.compile(rf"\s*/\s*(?=[0-9])({_NUMBER.pattern})")

# A fraction that does not come out even is cut after so many digits, down and up.
_FLOOR = Context(prec=3, rounding=ROUND_FLOOR)
_CEILING = Context(prec=3, rounding=ROUND_CEILING)

_NEXT_TO_NUMBER = (PERCENT, PERCENTAGE_POINT)

_NEXT_WORD = re.compile(r"[^\s0-9]+")

_NO_BOUND = (None, False)


class AmountReading(NamedTuple):
    """What a text says of an amount."""

    interval: Interval
    unit: str
    approximate: bool
    is_change: bool
    per: Duration | None


def read_amount(text: str) -> AmountReading:
    """Return what a text says. Raises `QuantityError` if it is not an amount."""
    return read_as_compared(text, _read_amount)


def read_as_compared(text: str, read: Callable[[str], _Read]) -> _Read:
    """Read a text as it is compared; an error is one of the text as it is written."""
    compared = as_compared(text)
    try:
        return read(compared)
    except QuantityError as error:
        if compared == text:
            raise
        # The position would be that in another text.
        raise QuantityError(text, error.reason) from None


def _read_amount(text: str) -> AmountReading:
    if len(text) > MAX_LENGTH:
        reason = f"it is longer than {MAX_LENGTH} characters"
        raise QuantityError(text, reason, MAX_LENGTH)
    reader = _AmountReader(text)
    is_change = reader.take("change")
    approximate = reader.take("~")
    interval = reader.read_interval()
    unit, per = reader.read_unit(
        interval, is_change=is_change, approximate=approximate
    )
    is_change = is_change or is_in_points(unit)
    check_amount(interval, unit, text=text, is_change=is_change)
    return AmountReading(interval, unit, approximate, is_change, per)


def read_unit_text(text: str) -> tuple[str, Duration | None]:
    """Return the one spelling of a unit, and its rate if it has one.

    Raises `QuantityError` if the text is not a unit.
    """
    return read_as_compared(
        text, lambda compared: _AmountReader(compared).read_unit()
    )


def check_amount(
    interval: Interval, unit: str, *, text: str, is_change: bool
) -> None:
    """Raise `QuantityError` if the interval is empty, or is a negative count but not a change."""
    if interval.is_empty:
        raise QuantityError(text, "there is nothing between its bounds")
    if is_change or not is_counted(unit):
        return
    if interval.has_negative_bound:
        raise QuantityError(
            text,
            f"a number of {unit!r} cannot be negative; if it is a change, write 'change' before it",
        )


def format_amount(
    interval: Interval,
    unit: str = "",
    *,
    approximate: bool = False,
    is_change: bool = False,
    per: Duration | None = None,
) -> str:
    """Write an amount in its canonical form, which reads back to the same amount."""
    parts: list[str] = []
    # Percentage points are always a change.
    if is_change and not is_in_points(unit):
        parts.append("change")
    if approximate:
        parts.append("~")
    parts.append(_format_interval(interval))
    if unit:
        parts.append(unit)
    if per is not None:
        parts.append(f"per {per}")
    return " ".join(parts)


def _format_interval(interval: Interval) -> str:
    if interval == UNBOUNDED:
        return ".."
    low, high = _digits(interval.low), _digits(interval.high)
    if interval.is_closed:
        return low if low == high else f"{low}..{high}"
    bounds: list[str] = []
    if low:
        bounds.append(f"{_LOW_SIGNS[interval.low_open]} {low}")
    if high:
        bounds.append(f"{_HIGH_SIGNS[interval.high_open]} {high}")
    return " ".join(bounds)


def _digits(bound: Decimal | None) -> str:
    """Write a number, with an exponent only if it is very large or very small."""
    if bound is None:
        return ""
    is_ordinary = -8 < bound.adjusted() < PRECISION
    digits = format(bound, "f" if is_ordinary else "e")
    # An eighth of nine is 1.1250, as 1.125 could be read as a thousand and more.
    if _TWO_READINGS.fullmatch(digits):
        return f"{digits}0"
    return digits


@define
class _AmountReader:
    """A text and how far it has been read."""

    text: str
    position: int = 0

    def take(self, sign: str) -> bool:
        """Step over white space, and over `sign` if it comes next; return whether it did."""
        self.skip_space()
        if not self.text.startswith(sign, self.position):
            return False
        self.position += len(sign)
        return True

    def skip_space(self) -> None:
        rest = self.text[self.position :]
        self.position += len(rest) - len(rest.lstrip())

    def read_interval(self) -> Interval:
        self.skip_space()
        if _COMPARISON.match(self.text, self.position):
            return self.read_bounds()
        if self.take("="):
            return Interval.exactly(self.read_number())
        if self.take(".."):
            return UNBOUNDED
        low = self.read_number()
        if self.take(".."):
            return Interval(low, self.read_number())
        self.check_dash(low)
        self.check_fraction(low)
        return Interval.exactly(low)

    def check_dash(self, low: Decimal) -> None:
        """Raise if a dash and a second number follow: "2-3 ships"."""
        dash = _DASH_AND_NUMBER.match(self.text, self.position)
        if dash is None:
            return
        high = exact_number(dash[1].translate(_TO_PYTHON))
        example = "2..3"
        if high is not None and low < high:
            example = f"{_digits(low)}..{_digits(high)}"
        raise self.error(
            f"a range is written with two points, as in {example}"
        )

    def check_fraction(self, numerator: Decimal) -> None:
        """Raise if a slash and a second number follow: "1/3"."""
        slash = _SLASH_AND_NUMBER.match(self.text, self.position)
        if slash is None:
            return
        denominator = exact_number(slash[1].translate(_TO_PYTHON))
        example = "0.333..0.334"
        if denominator:
            example = _format_interval(
                Interval(
                    _FLOOR.divide(numerator, denominator),
                    _CEILING.divide(numerator, denominator),
                )
            )
        raise self.error(
            f"a fraction is written as a number or as bounds: write {example}"
        )

    def read_bounds(self) -> Interval:
        """Read one bound or both, in either order: ``> 250 <= 500``."""
        bounds: dict[str, tuple[Decimal, bool]] = {}
        while sign := _COMPARISON.match(self.text, self.position):
            side = _SIDES[sign[0][0]]
            if side in bounds:
                raise self.error(f"there is a second {side} bound")
            self.position = sign.end()
            bounds[side] = self.read_number(), sign[0] in _OPEN_SIGNS
            self.skip_space()
        low, low_open = bounds.get("lower", _NO_BOUND)
        high, high_open = bounds.get("upper", _NO_BOUND)
        return Interval(low, high, low_open, high_open)

    def read_number(self) -> Decimal:
        self.skip_space()
        found = _NUMBER.match(self.text, self.position)
        if found is None:
            raise self.error(self.explain_no_number())
        if not _GROUPED.fullmatch(found[1]):
            raise self.error(_WRONG_SEPARATORS)
        readings = _TWO_READINGS.fullmatch(found[0])
        if readings and not _MORE_OF_A_NUMBER.match(self.text, found.end()):
            whole, decimals = readings.groups()
            raise self.error(
                f"{found[0]!r} can be read in two ways: write {whole}{decimals} or {whole}.{decimals}0"
            )
        value = exact_number(found[0].translate(_TO_PYTHON))
        if value is None:
            raise self.error(OUT_OF_RANGE)
        self.position = found.end()
        return value

    def explain_no_number(self) -> str:
        """Explain why no number can be read here: often its currency is before it."""
        word = _NEXT_WORD.match(self.text, self.position)
        if word is None:
            return _NUMBER_EXPECTED
        # "US$500", "$500" and "EUR 500" begin with a name, a sign and a code.
        for name in (word[0], word[0][0]):
            if name in CURRENCIES or name.casefold() in CURRENCY_NAMES:
                return write_the_code(name)
        return _NUMBER_EXPECTED

    def read_unit(
        self,
        interval: Interval | None = None,
        *,
        is_change: bool = False,
        approximate: bool = False,
    ) -> tuple[str, Duration | None]:
        """Read the rest: return the one spelling of the unit, and the rate.

        What precedes the unit is given so that an error can show the amount as it should be.
        """
        self.skip_space()
        words = self.text[self.position :].split()
        if not words:
            return "", None
        if interval is not None and words[0].startswith("?"):
            raise self.error(self.explain_doubt(interval, is_change=is_change))
        unit = " ".join(words)
        if len(unit) > MAX_UNIT_LENGTH:
            self.check_start(words[0])
            raise self.error(
                f"a unit has at most {MAX_UNIT_LENGTH} characters"
            )
        reading = read_unit(unit)
        # "5m EUR" lacks no space, it has a letter too many.
        if reading.factor is None:
            self.check_start(words[0])
        if reading.fault is None:
            return reading.unit, reading.per
        reason = reading.fault
        if reading.factor is not None:
            number = interval and _multiple(interval, reading.factor)
            meant = "the number out"
            if number is not None:
                meant = format_amount(
                    number,
                    reading.unit,
                    approximate=approximate,
                    is_change=is_change,
                    per=reading.per,
                )
            reason += f": write {meant}{reading.note}"
        position = self.text.index(reading.wrong, self.position)
        raise QuantityError(self.text, reason, position)

    def explain_doubt(self, interval: Interval, *, is_change: bool) -> str:
        """Explain what to write in place of a number with a question mark: "312000? USD"."""
        number = format_amount(interval, approximate=True, is_change=is_change)
        rest = self.text[self.position :].lstrip("? ")
        meant = f"{number} {rest}".rstrip()
        return (
            f"an amount has no '?': write {meant} if the source is not exact,"
            " or the bounds between which it lies, as in 300..320"
        )

    def check_start(self, word: str) -> None:
        """Raise if a unit cannot begin here, with this word."""
        first = word[0]
        before = self.text[self.position - 1 : self.position]
        follows_space = not before.strip()
        if follows_space and (first.isalpha() or "0" <= first <= "9"):
            return
        # "36%" and "20°C" need no space.
        if first == "°" or canonical_unit(word) in _NEXT_TO_NUMBER:
            return
        # The reading of the unit says which code to write for a sign.
        if unicodedata.category(first) == "Sc":
            return
        reason = _explain_start(word, follows_space=follows_space)
        raise self.error(reason)

    def error(self, reason: str) -> QuantityError:
        return QuantityError(self.text, reason, self.position)


def _explain_start(word: str, *, follows_space: bool) -> str:
    """Explain why no unit can begin with this word."""
    first = word[0]
    if first.isalpha() or first == PERCENT:
        return f"a space is expected around the unit {word!r}"
    # What is not a unit is most often the rest of a number in another notation.
    if first in ",_." and not follows_space:
        return _WRONG_SEPARATORS
    if first.isdigit():
        return SECOND_NUMBER
    return f"a unit begins with a letter or %, not with {first!r}"


def _multiple(interval: Interval, factor: int) -> Interval | None:
    """Return a multiple, or None if the numbers get too large to be written."""
    multiple = interval * Decimal(factor)
    # A number that is too large to be written is unbounded.
    ends = (multiple.low is None, multiple.high is None)
    if ends != (interval.low is None, interval.high is None):
        return None
    return multiple
