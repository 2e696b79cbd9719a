"""The notation of amounts: from text to an interval and a unit, and back.

`read_amount` takes a text apart from left to right, once: ``change``, ``~``, a number or bounds,
and the unit, which is the rest. `format_amount` writes the one canonical form.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from attrs import define

from entente._text import did_you_mean
from entente.errors import QuantityError
from entente.values._interval import (
    MAX_EXPONENT,
    PRECISION,
    UNBOUNDED,
    Interval,
    exact_number,
)
from entente.values._units import (
    CURRENCIES,
    CURRENCY_CODE,
    MAX_UNIT_LENGTH,
    PERCENT,
    canonical_unit,
    is_counted,
)

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
_SECOND_NUMBER = (
    "there is a second number where the unit should be;"
    " write thousands as 45,774, a range as 10..12"
)
_WRITE_THE_CODE = "a currency is written as its ISO 4217 code after the number, as in 500 GBP"

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

_COMPARISON = re.compile(">=|<=|>|<")
_SIDES = {">": "lower", "<": "upper"}

# The sign of a bound, by whether its end is open.
_LOW_SIGNS = {False: ">=", True: ">"}
_HIGH_SIGNS = {False: "<=", True: "<"}

# Digits within a unit are most often half of a number, as in "45 774 people". They are part of
# the unit in "homicides per 100000 people".
_SECOND = re.compile(r"(?<!per) [0-9]|\.\.")

# Signs of the notation, and digits of other scripts, which some readers take for letters.
_NEVER_IN_UNIT = re.compile(r"[<>=~]|(?![0-9])\d")

# The power of ten of words that belong to the number, such as "million".
_POWERS = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
}
_JOINING_WORDS = {"and", "minus", "of", "or", "plus", "to"}

_NO_BOUND = (None, False)


def read_amount(text: str) -> tuple[Interval, str, bool]:
    """Return the interval, the unit and whether the amount is approximate.

    Raises `QuantityError` if the text is not an amount.
    """
    if len(text) > MAX_LENGTH:
        reason = f"it is longer than {MAX_LENGTH} characters"
        raise QuantityError(text, reason, MAX_LENGTH)
    reader = _AmountReader(text)
    is_change = reader.take("change")
    approximate = reader.take("~")
    interval = reader.read_interval()
    unit = reader.read_unit()
    check_amount(interval, unit, text=text, is_change=is_change)
    return interval, unit, approximate


def read_unit(text: str) -> str:
    """Return the one spelling of a unit. Raises `QuantityError` if the text is not a unit."""
    return _AmountReader(text).read_unit()


def check_amount(
    interval: Interval, unit: str, *, text: str, is_change: bool = False
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


def format_amount(interval: Interval, unit: str, *, approximate: bool) -> str:
    """Write an amount in its canonical form, which reads back to the same amount."""
    parts: list[str] = []
    if interval.has_negative_bound and is_counted(unit):
        parts.append("change")
    if approximate:
        parts.append("~")
    parts.append(_format_interval(interval))
    if unit:
        parts.append(unit)
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
    return format(bound, "f" if is_ordinary else "e")


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
        return Interval.exactly(low)

    def read_bounds(self) -> Interval:
        """Read one bound or both, in either order: ``> 250 <= 500``."""
        bounds: dict[str, tuple[Decimal, bool]] = {}
        while sign := _COMPARISON.match(self.text, self.position):
            side = _SIDES[sign[0][0]]
            if side in bounds:
                raise self.error(f"there is a second {side} bound")
            self.position = sign.end()
            bounds[side] = self.read_number(), len(sign[0]) == 1
            self.skip_space()
        low, low_open = bounds.get("lower", _NO_BOUND)
        high, high_open = bounds.get("upper", _NO_BOUND)
        return Interval(low, high, low_open, high_open)

    def read_number(self) -> Decimal:
        self.skip_space()
        found = _NUMBER.match(self.text, self.position)
        if found is None:
            is_sign = self.is_currency_sign()
            raise self.error(_WRITE_THE_CODE if is_sign else _NUMBER_EXPECTED)
        if not _GROUPED.fullmatch(found[1]):
            raise self.error(_WRONG_SEPARATORS)
        value = exact_number(found[0].translate(_TO_PYTHON))
        if value is None:
            raise self.error(OUT_OF_RANGE)
        self.position = found.end()
        return value

    def read_unit(self) -> str:
        """Read the rest, which is the unit, and return its one spelling."""
        self.skip_space()
        words = self.text[self.position :].split()
        if not words:
            return ""
        unit = " ".join(words)
        self.check_start(words[0])
        if len(unit) > MAX_UNIT_LENGTH:
            raise self.error(
                f"a unit has at most {MAX_UNIT_LENGTH} characters"
            )
        self.check_first_word(words[0])
        self.check_unit(unit)
        return canonical_unit(unit)

    def check_start(self, word: str) -> None:
        """Raise if a unit cannot begin here, with this word."""
        first = word[0]
        before = self.text[self.position - 1 : self.position]
        follows_space = not before.strip()
        if first.isalpha() and follows_space:
            return
        if word == PERCENT:
            return  # "36%" needs no space
        if first.isalpha() or first == PERCENT:
            raise self.error(f"a space is expected around the unit {word!r}")
        # What is not a unit is most often the rest of a number in another notation.
        if first in ",_." and not follows_space:
            raise self.error(_WRONG_SEPARATORS)
        if first.isdigit():
            raise self.error(_SECOND_NUMBER)
        if self.is_currency_sign():
            raise self.error(_WRITE_THE_CODE)
        raise self.error(
            f"a unit begins with a letter or %, not with {first!r}"
        )

    def check_first_word(self, word: str) -> None:
        """Raise if the word belongs to the number and not to the unit."""
        word_folded = word.casefold()
        if power := _POWERS.get(word_folded.removesuffix("s")):
            raise self.error(
                f"{word!r} belongs to the number: write 5e{power} for 5 {word}"
            )
        if word_folded in _JOINING_WORDS:
            raise self.error(
                f"{word!r} does not begin a unit: write a range as 10..12, a bound as >= 250"
            )

    def check_unit(self, unit: str) -> None:
        """Raise if the words are not a unit."""
        if _SECOND.search(unit):
            raise self.error(_SECOND_NUMBER)
        if not unit.isprintable() or _NEVER_IN_UNIT.search(unit):
            raise self.wrong_character(unit)
        if CURRENCY_CODE.fullmatch(unit) and unit not in CURRENCIES:
            raise self.unknown_currency(unit)

    def wrong_character(self, unit: str) -> QuantityError:
        wrong = [
            sign
            for sign in unit
            if not sign.isprintable() or _NEVER_IN_UNIT.match(sign)
        ]
        position = self.text.index(wrong[0], self.position)
        reason = f"{wrong[0]!r} cannot be part of a unit"
        return QuantityError(self.text, reason, position)

    def unknown_currency(self, code: str) -> QuantityError:
        # Letters that changed places, as in GPB, are the likeliest mistake.
        turned = [
            known for known in CURRENCIES if sorted(known) == sorted(code)
        ]
        question = did_you_mean(code, turned or CURRENCIES)
        hint = question or "a noun is not written in three capitals"
        return self.error(f"{code!r} is not a currency of ISO 4217; {hint}")

    def is_currency_sign(self) -> bool:
        """Return whether the next character is one such as £ or €."""
        next_character = self.text[self.position : self.position + 1]
        return (
            next_character != ""
            and unicodedata.category(next_character) == "Sc"
        )

    def error(self, reason: str) -> QuantityError:
        return QuantityError(self.text, reason, self.position)
