"""An amount in the words of a language."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from entente.values._interval import Interval
from entente.values._spoken._language import Language
from entente.values._spoken._lengths import counts_of, length_words
from entente.values._spoken._signs import SIGNS
from entente.values._units import (
    MONEY,
    PERCENT,
    PERCENTAGE_POINT,
    is_in_points,
    is_money,
    is_percentage,
)

_DECIMALS = 2
"""How many decimals a number of millions may have; with more, all digits are written."""

_MOST_DIGITS = 21
"""How many digits are written out; of a greater or finer number, the power of ten is."""

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class AmountSpeaker:
    """What puts amounts into the words of one language."""

    language: Language

    def words(
        self,
        interval: Interval,
        unit: str,
        *,
        approximate: bool,
        is_change: bool,
        rate: tuple[int, int] | None,
    ) -> str:
        """Return an amount in words; a rate is given as its months and days."""
        spoken = self._kind(
            interval, unit, approximate=approximate, is_change=is_change
        )
        if rate is not None:
            spoken = f"{spoken} {self._rate(*rate)}"
        return spoken

    def _kind(
        self,
        interval: Interval,
        unit: str,
        *,
        approximate: bool,
        is_change: bool,
    ) -> str:
        language = self.language
        if interval.low is None and interval.high is None:
            spoken = self._unknown(unit, is_change=is_change)
            return self._about(spoken) if approximate else spoken
        if not is_change:
            return self._bounds(interval, unit, approximate=approximate)
        frame = language.change
        if _is_rise(interval):
            frame = language.rise
        elif _is_rise(_negative(interval)):
            frame, interval = language.fall, _negative(interval)
        if frame != language.change and interval.low == 0:
            # A rise of up to 5 is none below zero.
            interval = evolve(interval, low=None)
        spoken = self._bounds(
            interval,
            unit,
            approximate=approximate,
            is_change=True,
            may_fall=frame == language.change,
        )
        return language.join_amounts(frame.format(amount=spoken))

    def _bounds(
        self,
        interval: Interval,
        unit: str,
        *,
        approximate: bool,
        is_change: bool = False,
        may_fall: bool = False,
    ) -> str:
        language = self.language
        low, high = interval.low, interval.high
        if low is not None and low == high:
            spoken = self._with_unit(low, unit)
            return self._about(spoken) if approximate else spoken
        # "1 to 2 million" is read as one million and more.
        in_digits = bool(low and not self._number(low)[1])
        if low is not None and high is not None and interval.is_closed:
            least = self._first(low, unit)
            if approximate:
                least = self._about(least)
            most = self._with_unit(high, unit, in_digits=in_digits)
            frame = language.between_amounts if is_change else language.range
            return frame.format(low=least, high=most)
        ends: list[str] = []
        if low is not None:
            first = self._first if high is not None else self._with_unit
            sign = ">" if interval.low_open else ">="
            ends.append(self._bound(sign, first(low, unit), approximate))
        if high is not None:
            sign = "<" if interval.high_open else "<="
            # "A change of up to 5" would leave out the falls.
            if sign == "<=" and (low is not None or may_fall):
                sign = "<= beside"
            spoken = self._with_unit(high, unit, in_digits=in_digits)
            ends.append(self._bound(sign, spoken, approximate and not ends))
        if len(ends) == 1:
            return ends[0]
        return language.both_bounds.format(low=ends[0], high=ends[1])

    def _bound(self, sign: str, amount: str, approximate: bool) -> str:  # noqa: FBT001
        if approximate:
            amount = self._about(amount)
        bound = self.language.bounds[sign].format(amount=amount)
        return self.language.join_amounts(bound)

    def _about(self, amount: str) -> str:
        return self.language.roughly.format(amount=amount)

    # --- numbers and units

    def _number(self, number: Decimal) -> tuple[str, bool]:
        """Return a number, and whether it ends in a word such as million.

        The word is used where all digits are kept.
        """
        for power, (one, more) in self.language.magnitudes.items():
            count = number.scaleb(-power)
            if abs(count) < 1:
                continue
            count = count.normalize()
            exponent = count.as_tuple().exponent
            is_short = isinstance(exponent, int) and exponent >= -_DECIMALS
            if not is_short or abs(count) >= 1000:
                break
            # French counts from two: 1,5 million.
            is_one = abs(count) < 2
            return f"{self._digits(count)} {one if is_one else more}", True
        return self._digits(number), False

    def _digits(self, number: Decimal) -> str:
        power = number.adjusted()
        if number and abs(power) >= _MOST_DIGITS:
            digits = self._digits(number.scaleb(-power))
            return f"{digits} × 10{str(power).translate(_SUPERSCRIPT)}"
        whole, _, rest = f"{number:,f}".partition(".")
        spoken = whole.replace(",", self.language.thousands)
        rest = rest.rstrip("0")
        if not rest:
            return spoken
        # "1.125" may be read as a thousand and more.
        rest = f"{rest}0" if len(rest) == 3 else rest
        return f"{spoken}{self.language.point}{rest}"

    def _first(self, number: Decimal, unit: str) -> str:
        """Return the first of two numbers, with a unit that is a sign."""
        if is_percentage(unit):
            return self._with_unit(number, PERCENT)
        if unit in SIGNS:
            return self._with_unit(number, unit)
        return self._number(number)[0]

    def _with_unit(
        self, number: Decimal, unit: str, *, in_digits: bool = False
    ) -> str:
        language = self.language
        spoken, is_magnitude = self._number(number)
        if in_digits or is_percentage(unit) or is_in_points(unit):
            spoken, is_magnitude = self._digits(number), False
        if not unit:
            return spoken
        if unit == MONEY:
            return language.open_money.format(number=spoken)
        if is_money(unit):
            return language.money(spoken, unit, is_magnitude)
        if is_percentage(unit):
            percent = language.percent.format(number=spoken)
            return percent + unit.removeprefix(PERCENT)
        if is_in_points(unit):
            frame = language.points[not language.is_singular(number)]
            points = frame.format(number=spoken)
            return points + unit.removeprefix(PERCENTAGE_POINT)
        return language.counted(spoken, unit, is_magnitude)

    def _unknown(self, unit: str, *, is_change: bool) -> str:
        language = self.language
        bare = language.bare_change if is_change else language.bare_amount
        if unit == MONEY:
            return language.open_money.format(number=bare)
        if not unit:
            return bare
        if is_percentage(unit):
            spoken = language.unknown_percentage + unit.removeprefix(PERCENT)
            frame = language.change if is_change else "{amount}"
            return language.join_amounts(frame.format(amount=spoken))
        if is_change:
            return language.unknown_change.format(unit=unit)
        if is_money(unit):
            return language.unknown_amount.format(unit=unit)
        return language.join_amounts(language.unknown_number.format(unit=unit))

    # --- rates

    def _rate(self, months: int, days: int) -> str:
        language = self.language
        given = counts_of(months, days)
        if len(given) == 1:
            count, unit = given[0]
            usual = language.a_time.get(f"P{count}{unit}")
            if usual is not None:
                return usual
        length = length_words(language, months, days)
        return language.per.format(length=length)


def _is_rise(interval: Interval) -> bool:
    return (
        interval.low is not None
        and interval.low >= 0
        and interval.high != 0
        # More than zero is a bound of its own, from zero up is none.
        and (interval.high is not None or interval.low > 0)
        and not (interval.low == 0 and interval.low_open)
    )


def _negative(interval: Interval) -> Interval:
    return Interval.exactly(Decimal(0)) - interval
