"""The amount words of documents, read into the notation of amounts.

`read` turns "up to €72.2 million" into ``<= 72200000 EUR``. It refuses rather than guesses: words
are taken from left to right, each by a table of `entente.values._amount_vocabulary`, and what no
table has is an error.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs
from attrs import frozen

from entente.errors import QuantityError
from entente.values import _amount_vocabulary as vocabulary
from entente.values._amount_numbers import (
    TIMES,
    WRITTEN_OUT,
    Number,
    NumberReader,
)
from entente.values._amounts import (
    MAX_LENGTH,
    OUT_OF_RANGE,
    format_amount,
    read_amount,
    read_as_compared,
)
from entente.values._currencies import CURRENCIES
from entente.values._duration import Duration
from entente.values._interval import Interval, exact_number
from entente.values._units import (
    PERCENT,
    is_counted,
    is_in_points,
    is_percentage,
)

_YEAR = r"[12][0-9]{3}"

_SCALES = "it is unclear whether both of its numbers are thousands, millions or the like; write both out"
_OTHER_SIDE = {
    **dict.fromkeys(vocabulary.LOWER_SIGNS, vocabulary.UPPER_SIGNS),
    **dict.fromkeys(vocabulary.UPPER_SIGNS, vocabulary.LOWER_SIGNS),
}
_JOINTS = frozenset("-/&'")
"""Signs that join the words of a compound, such as "start-up"."""

# Signs that no unit has, and those of a compound where they join nothing, as in "500-strong".
_NOT_IN_NOUNS = r"[^\w\s.,&'°/-]|_|,(?![0-9])|(?<!\S)[-/']|[-/](?!\S)"

# "10,000" and "10-12", but not "155mm"
_DIGITS_ALONE = r"[0-9][0-9.,/-]*"

# "people-strong", and the "e6" of 5e6
_SUFFIXED = r"\S*-(?:strong|fold)|[eE][0-9]+"


# "300 MW", "300 MW of capacity", "5 t CO2"
_AFTER_MEASURES = r"$|(?:of|per) |CO2"
_ARTICLES = frozenset(("a", "an"))
_LINKS = frozenset(("-", "to", "or"))
# Changes of which the words say the direction, unlike those of "a further 100".
_ROSE_OR_FELL = frozenset(("+", "-", "rose", "fell"))
_HUNDRED = Fraction(100)
_FROM_ZERO = Interval(Decimal(0), None)
_LONGEST_TERM = 10_000

_SIGNS_AFTER = {**vocabulary.AFTER, **vocabulary.COMPARED}
_CERTAIN_TERMS = vocabulary.OVER_A_PERIOD | vocabulary.EVERY
_LEFT_OVER = {**vocabulary.NOT_IN_UNITS, **vocabulary.NOT_UNITS}
# What "above", "below" or no such word makes of a time that is compared with.
_COMPARISONS = {
    "+": ("sign", "+"),
    "-": ("sign", "-"),
    None: ("baseline", ""),
}


def read(words: str, *, country: str | None = None) -> str:
    """Return the amount that `words` mean, in the notation of amounts.

    `country` decides whose dollars, crowns or rupees are meant. Raises `QuantityError` if a word is
    not understood, or if the words may be read in two ways.

    >>> read("over half of the 500 officers")
    '> 250 <= 500 officers'
    """
    return read_as_compared(
        words, lambda compared: _read(compared, country=country)
    )


def _read(words: str, *, country: str | None) -> str:
    if len(words) > MAX_LENGTH:
        raise QuantityError(
            words, f"it is longer than {MAX_LENGTH} characters"
        )
    text = _AmountWordReader(words, country=country).read()
    try:
        read_amount(text)
    except QuantityError as error:
        raise QuantityError(words, error.reason) from None
    return text


@frozen
class _Figure:
    """A number with the unit beside it, if that is money or a percentage."""

    number: Number
    unit: str = ""
    is_unit_first: bool = False

    @property
    def value(self) -> Fraction:
        return self.number.value

    @property
    def is_count(self) -> bool:
        """Whether it is not a share, a percentage or money."""
        return self.unit == "" and not self.number.is_share

    def with_unit(self, unit: str) -> _Figure:
        return attrs.evolve(self, unit=unit)


def _is_measured(unit: str) -> bool:
    """Return whether a unit is money, a percentage or points, and not a noun."""
    return unit != "" and not is_counted(unit)


def _amount(end: _Figure, whole: _Figure | None) -> Fraction:
    """Return the number in its unit: a share in per cent, a part of a whole in that of the whole."""
    total = _HUNDRED if whole is None else whole.value
    if end.number.is_share:
        return end.value * total
    if end.unit == PERCENT:
        return end.value * total / _HUNDRED
    return end.value


class _AmountWordReader(NumberReader):
    """A reader of amounts, and what it has understood so far.

    `marks` holds a sign for each of "bound", "approximation" and "change".
    """

    def __init__(self, words: str, *, country: str | None) -> None:
        super().__init__(words, country=country)
        self.marks: dict[str, str] = {}
        self.second_bound = ""
        self.has_article = False
        self.is_counted = False
        self.rate = ""

    def read(self) -> str:
        self.read_marks(vocabulary.BEFORE)
        self.read_article()
        ends = self.read_ends()
        self.read_marks(vocabulary.AFTER)
        # Unlike "2 °C above", which a fall is below too, "cut by" says that it went one way.
        has_moved = self.marks.get("change") in _ROSE_OR_FELL
        whole = self.read_whole(ends[-1])
        unit = self.read_unit(ends[-1], whole)
        while self.read_tail(unit):
            pass
        self.check_end()
        self.check_letters(unit, ends)
        self.check_years(unit, ends)
        self.check_change(unit)
        interval = self.interval(ends, whole)
        if has_moved:
            # "Cut by up to 30 %" is no rise.
            interval = interval & _FROM_ZERO
        if self.marks.get("change") in {"-", "fell"}:
            interval = Interval.exactly(Decimal(0)) - interval
        return format_amount(
            interval,
            unit,
            approximate="approximation" in self.marks,
            is_change="change" in self.marks or is_in_points(unit),
            per=Duration(self.rate) if self.rate else None,
        )

    def read_marks(self, table: Mapping[str, str]) -> None:
        """Read "up to", "a rise of about" and the like."""
        if self.longest(vocabulary.LEVELS_OR_CHANGES):
            self.refuse(vocabulary.LEVEL_OR_CHANGE)
        sign = self.take(table)
        while sign is not None:
            self.mark(sign)
            sign = self.take(table)

    def mark(self, sign: str) -> None:
        """Keep a sign, if it changes what the number means and there is none of its kind."""
        kind = vocabulary.MARKS.get(sign)
        if kind is None:
            return
        if kind in self.marks:
            self.refuse(f"it has a second {kind}; write one of them")
        self.marks[kind] = sign
        self.check_level()

    def check_level(self) -> None:
        """Refuse "below 3 % down" and "fell 3 % or below", which may end at 3 % or change by it."""
        if not {"bound", "change"} <= self.marks.keys():
            return
        opening = {token.key for token in self.tokens[:2]}
        is_below = not opening.isdisjoint(vocabulary.LEVELS)
        if is_below and self.key(-1) in {"up", "down"}:
            self.refuse(vocabulary.LEVEL_OR_CHANGE)
        if self.key(-2) == "or" and self.key(-1) in vocabulary.PLACES:
            self.refuse(vocabulary.LEVEL_OR_CHANGE)

    def read_article(self) -> None:
        """Read the article of "a 36 % reduction", which has to end in such a noun."""
        if self.key() not in _ARTICLES or not self.starts_number(1):
            return
        # "a half" is one number.
        if self.key(1) not in vocabulary.FRACTIONS:
            self.position += 1
            self.has_article = True

    def read_ends(self) -> tuple[_Figure, ...]:
        """Read one number, or the two of a range or of two bounds."""
        # "between 10 and 12"
        if self.skip(vocabulary.BETWEEN):
            if self.skip(vocabulary.APPROXIMATIONS):
                self.mark("~")
            low = self.read_end()
            if not self.skip({"and"}):
                self.refuse(
                    "'between' takes two numbers joined by 'and', as in 'between 10 and 12'"
                )
            return self.in_one_unit(low, self.read_end())
        # "hundreds of", or a number
        least = self.take(vocabulary.AT_LEAST)
        low = self.read_end() if least is None else self.read_vague(least)
        # "at least 10 but no more than 20", "more than 250, at most 500"
        if "bound" in self.marks and self.key() in {"and", "but", ","}:
            return self.read_second_bound(low)
        # "10-12", "10 to 12", "one or two"
        if self.key() in _LINKS and self.starts_number(1):
            return self.read_second_end(low)
        return (low,)

    def read_second_end(self, low: _Figure) -> tuple[_Figure, _Figure]:
        """Read the rest of "10-12", "10 to 12" or "one or two"."""
        link = self.key()
        self.position += 1
        # "A rise of 5 to 10 %" may be a rise of 5, to a level of 10.
        if link == "to" and self.marks.get("change") in _ROSE_OR_FELL:
            self.refuse(vocabulary.RANGE_OR_LEVELS)
        low, high = self.in_one_unit(low, self.read_end())
        if link == "or" and high.value - low.value != high.number.scale:
            self.refuse(
                "it names two amounts; read them one by one, or write a range as '10..12'"
            )
        return low, high

    def read_vague(self, least: int) -> _Figure:
        """Read the rest of "hundreds of euros" as a lower bound."""
        self.mark(">=")
        self.skip({"of"})
        unit = self.currency(self.read_currency(), "")
        return _Figure(Number(Fraction(least)), unit)

    def read_second_bound(self, first: _Figure) -> tuple[_Figure, ...]:
        """Read "at least 10 but no more than 20" after its first number."""
        start = self.position
        self.position += 1
        sign = self.take(vocabulary.BEFORE)
        if sign is None or sign not in _OTHER_SIDE[self.marks["bound"]]:
            self.position = start
            return (first,)
        self.second_bound = sign
        second = self.read_end()
        if second.number.scale != first.number.scale:
            self.refuse(_SCALES)
        unit = self.common_unit(first, second)
        return first.with_unit(unit), second.with_unit(unit)

    def in_one_unit(
        self, low: _Figure, high: _Figure
    ) -> tuple[_Figure, _Figure]:
        """Return the ends of a range in the scale and the unit that they share."""
        if "bound" in self.marks:
            self.refuse(
                "it has a bound and a range; write one of them, as in '>= 10' or '10..12'"
            )
        if low.number.is_share != high.number.is_share:
            self.refuse(
                "one of its numbers is a share and the other is not; write both in one unit"
            )
        low = self.in_same_scale(low, high)
        # "100-200,000 people" may begin at 100,000.
        if low.value < WRITTEN_OUT and low.value * WRITTEN_OUT < high.value:
            self.refuse(_SCALES)
        if low.value >= high.value:
            self.refuse(
                "its second number is not more than its first; write a range upward, as in '10..12'"
            )
        unit = self.common_unit(low, high)
        return low.with_unit(unit), high.with_unit(unit)

    def in_same_scale(self, low: _Figure, high: _Figure) -> _Figure:
        """Return the low end of "5 to 10 million" in millions.

        In "$500,000 to $1 million" only one reading runs upward. "$5 to $10 million" has two.
        """
        scale = high.number.scale
        # "5 million to 10 million", "500 thousand to 1 million"
        if low.number.scale == scale or 1 < low.number.scale < scale:
            return low
        # "5 to 10 million", but not "$5 to $10 million"
        scaled = low.value * scale
        if low.number.scale == 1 and scaled < high.value:
            if low.unit and high.unit:
                self.refuse(_SCALES)
            number = attrs.evolve(low.number, value=scaled, scale=scale)
            return attrs.evolve(low, number=number)
        # "500,000 to 1 million"
        if WRITTEN_OUT <= low.value < high.value:
            return low
        return self.refuse(_SCALES)

    def common_unit(self, one: _Figure, two: _Figure) -> str:
        """Return the unit of "10 to 12 %" or "$5 to 10", which is written with one number."""
        if one.unit in {"", two.unit}:
            return two.unit
        # "$5 to 10", but not "5 dollars to 10"
        if two.unit == "" and one.is_unit_first:
            return one.unit
        return self.refuse(
            "its two numbers have different units; write both in one unit"
        )

    def read_end(self) -> _Figure:
        """Read a number, with its currency or percentage."""
        before = self.read_currency()
        number = self.read_number()
        if not before:
            number = self.read_chance(number)
        percent = self.take_joined(vocabulary.PERCENT_NAMES)
        if percent and before:
            self.refuse("it has two units; write one of them")
        unit = percent
        if unit is None:
            unit = self.currency(before, self.read_currency())
        if number.is_share and unit:
            self.refuse(
                "a share of a unit is not read; write it as a decimal number, as in '0.5 %'"
            )
        return _Figure(number, unit, is_unit_first=before != "")

    def read_whole(self, part: _Figure) -> _Figure | None:
        """Read "of the 500" after a part of it."""
        if part.unit not in {"", PERCENT}:
            return None
        # "half the 500", but not "250 the 500"
        openings = vocabulary.WHOLES
        if part.number.is_share and not part.number.is_chance:
            openings = vocabulary.WHOLES_OF_SHARES
        length = self.longest(openings)
        if length == 0 or not self.starts_number(length):
            return None
        self.position += length
        whole = self.read_end()
        if whole.number.may_be_year:
            self.refuse_year(whole.number)
        may_be_part = whole.is_count and part.value <= whole.value
        if part.is_count and not may_be_part:
            self.refuse(
                "its part is not one of the whole; write the part alone"
            )
        return whole

    def read_unit(self, end: _Figure, whole: _Figure | None) -> str:
        """Read the unit: money or a percentage, which are known by now, or a noun."""
        # the euros of "10 % of €5m"
        if whole is not None and whole.unit:
            return whole.unit
        # the officers of "half of the 500 officers"
        if whole is not None:
            return self.read_noun()
        # the seats of "36 % of seats", the people of "one in five people"
        if end.unit == PERCENT or end.number.is_share:
            return self.read_share_unit(end.number)
        # the officers of "500 more officers"
        if not end.unit:
            return self.read_counted()
        # "50 euros per tonne", but not "50 euros per year"
        if self.key() == "per" and not self.read_tail(end.unit):
            return f"{end.unit} {self.read_noun()}"
        return end.unit

    def read_counted(self) -> str:
        """Read the noun that is counted, with "more" or "fewer" before it."""
        self.is_counted = True
        reason = self.take(vocabulary.NOT_UNITS)
        if reason is not None:
            self.refuse(reason)
        self.read_added()
        noun = self.read_noun()
        self.check_first_word(noun)
        if self.tokens[0].key == "over" and noun.lower() in TIMES:
            self.refuse(
                "it may be a time or more than that time; write '> 3 years', or the time with its amount"
            )
        return noun

    def read_share_unit(self, number: Number) -> str:
        """Read what a percentage is of: "half the officers", "one in five people"."""
        if self.skip({"of"}):
            return f"{PERCENT} of {self.read_noun('of')}"
        # "half the officers", but not "50 % the officers"
        opening = self.key()
        if number.is_share and self.skip({"the", "all"}):
            return f"{PERCENT} of {opening} {self.read_noun(opening)}"
        # "one in five people", but not "half people"
        noun = ""
        if number.is_chance:
            noun = self.read_noun()
        return f"{PERCENT} of {noun}" if noun else PERCENT

    def read_added(self) -> None:
        """Read "more" in "100 more officers", if it cannot be part of "more efficient boilers"."""
        sign = self.take(vocabulary.ADDED)
        if sign is None:
            return
        # "500 more senior officers" may be 500 in all, who are more senior.
        is_gradable = self.key().endswith(vocabulary.GRADABLE_ENDINGS)
        if self.key(-1) == "more" and is_gradable and self.key(1):
            self.refuse(
                f"{self.text(-1)!r} may belong to {self.text()!r}; write 'change' before a number"
                " that is added"
            )
        self.mark(sign)

    def read_noun(self, opening: str = "") -> str:
        """Read words up to a rate, a bound or a comparison, and keep them as they are written."""
        start = self.position
        while not self.is_end() and not self.is_tail():
            self.position += 1
        tokens = self.tokens[start : self.position]
        noun = "".join(token.spaced for token in tokens).strip()
        self.check_noun(opening, noun)
        return noun

    def check_noun(self, opening: str, noun: str) -> None:
        """Refuse what says more than what is counted, or is a second number."""
        wrong = re.search(_NOT_IN_NOUNS, noun)
        if wrong is not None:
            self.refuse(
                f"{wrong[0]!r} cannot be part of a unit; write the amount alone"
            )
        for before, word in itertools.pairwise((opening, *noun.split())):
            # "homicides per 100,000 people"
            if before != "per":
                self.check_noun_word(word)
            # "ministers of the interior", but not "500 ships the navy has"
            if word == "the" and before not in {"of", "and"}:
                self.refuse(vocabulary.LIMITS.format(word=word))
        self.check_last_word(noun.lower())

    def check_last_word(self, noun: str) -> None:
        """Refuse a word at the end that says more: "500 people died", "500 officers short"."""
        word = noun.rpartition(" ")[2]
        reason = vocabulary.NEVER_LAST.get(word)
        for pattern, meaning in vocabulary.ENDINGS.items():
            if reason is None and re.fullmatch(pattern, noun):
                reason = meaning
        if reason is not None and word not in vocabulary.MAY_BE_LAST:
            self.refuse(reason.format(word=word))

    def check_noun_word(self, word: str) -> None:
        """Refuse a word that no unit has, such as "until", or a second number."""
        reason = vocabulary.NOT_IN_UNITS.get(word.lower().replace(".", ""))
        if re.fullmatch(_DIGITS_ALONE, word):
            reason = vocabulary.SECOND
        elif re.fullmatch(_SUFFIXED, word):
            reason = vocabulary.LIMITS
        elif re.fullmatch(vocabulary.RATE_WORDS, word.lower()):
            reason = vocabulary.PER_TIME
        if reason is not None:
            self.refuse(reason.format(word=word))

    def check_first_word(self, noun: str) -> None:
        """Refuse "300 MW reactors", which are not 300, and "5p", which may be pence or pages."""
        first, _, rest = noun.partition(" ")
        is_measure = first.lower() in vocabulary.COMPOUNDING
        if is_measure and not re.match(_AFTER_MEASURES, rest):
            self.refuse(
                f"{first!r} may belong to the number or to {rest!r}; write how many there are, as in"
                f" '5 reactors', or the measure, as in '300 MW'"
            )
        # "b/d" begins with a letter that may be barrels or a billion.
        name = first.partition("/")[0]
        if len(name) == 1 and name not in vocabulary.ONE_LETTER_UNITS:
            self.refuse(f"{first!r} is not a unit; write its name")

    def read_tail(self, unit: str) -> bool:
        """Read a rate, a bound or a comparison; return whether there was one."""
        tail = self.next_tail(unit)
        if tail is None:
            return False
        kind, value = tail
        if kind == "rate":
            if self.rate:
                self.refuse("it has two rates; write one of them")
            self.rate = value
        elif kind == "baseline" and "change" not in self.marks:
            self.refuse(
                "it is compared with another time; write a change as 'change 500 people', and a level"
                " alone"
            )
        elif kind == "noun":
            self.has_article = False
        self.mark(value)
        return True

    def is_tail(self) -> bool:
        """Return whether a rate, a bound or a comparison comes next."""
        if self.is_glued() and self.key(-1) in _JOINTS:
            return False
        start = self.position
        tail = self.next_tail("")
        self.position = start
        return tail is not None

    def next_tail(self, unit: str) -> tuple[str, str] | None:
        """Step over a tail and return its kind and value, without a mark."""
        # "500 or more", "500 fewer"
        sign = self.take(_SIGNS_AFTER)
        if sign is not None:
            return "sign", sign
        # "A 36 % reduction" is a change, and "a 500 people reduction" is refused.
        noun = None
        if _is_measured(unit):
            noun = self.take(vocabulary.CHANGE_NOUNS)
        if noun is not None:
            return "noun", noun
        rate = self.read_rate(unit)
        if rate:
            return "rate", rate
        # "Below" makes a change only before a time: "below 1990 levels", not "below target".
        start = self.position
        level = self.take(vocabulary.LEVELS)
        if self.read_baseline():
            return _COMPARISONS[level]
        self.position = start
        return None

    def read_baseline(self) -> bool:
        """Read "compared with 1990 levels", "than in 2022" or "last year"."""
        start = self.position
        self.skip(vocabulary.BASELINE_LINKS)
        if self.skip(vocabulary.BASELINES):
            return True
        self.skip({"the", "its", "their"})
        if re.fullmatch(_YEAR, self.text()):
            self.position += 1
            self.skip({"level", "levels", "baseline"})
            return True
        self.position = start
        return False

    def read_rate(self, unit: str) -> str:
        """Return the duration of "a year", "every two months" or "over three years", or nothing."""
        start = self.position
        # "a year", "quarterly"
        rate = self.take(vocabulary.RATES)
        if rate is None:
            rate = self.read_term(unit)
        if not rate:
            self.position = start
        return rate

    def read_term(self, unit: str) -> str:
        """Read "every two years" and "over three years" as a rate."""
        if self.skip(_CERTAIN_TERMS):
            return self.read_duration()
        if not self.skip(vocabulary.OVER):
            return ""
        duration = self.read_duration()
        # Money has no age.
        if duration and not _is_measured(unit):
            self.check_age(duration)
        return duration

    def read_duration(self) -> str:
        """Read "three years" or "three-year period", and return it in the notation of durations."""
        has_article = self.skip({"a", "the"})
        if not self.starts_number():
            return ""
        number = self.read_number().value
        letter = self.take_joined(vocabulary.DURATION_LETTERS)
        is_complete = self.skip({"period"}) == has_article
        is_whole = number in range(1, _LONGEST_TERM)
        if letter is None or not is_complete or not is_whole:
            return ""
        return f"P{number}{letter}"

    def check_age(self, duration: str) -> None:
        """Refuse "loans over five years", which may be an age."""
        years = 0
        if duration.endswith("Y"):
            years = int(duration[1:-1])
        read = {token.key for token in self.tokens[: self.position]}
        is_spread = not vocabulary.SPREAD_NOUNS.isdisjoint(read)
        is_time = self.is_counted and is_spread
        if not is_time or years > vocabulary.MAX_TERM:
            self.refuse(
                f"it may be an age or a time; write a time as in '500 people per {duration}'"
            )

    def check_end(self) -> None:
        """Refuse words that are left, and an article without its noun."""
        if not self.is_end():
            reason = _LEFT_OVER.get(self.key(), vocabulary.NOT_OF_AMOUNT)
            self.refuse(reason.format(word=self.text()))
        if self.has_article:
            self.refuse(
                "the article belongs to a noun that is not read; write the amount alone, as in '5 %'"
            )

    def check_letters(self, unit: str, ends: tuple[_Figure, ...]) -> None:
        """Refuse "5m people", where the letter may be a magnitude or a unit."""
        currency, _, _ = unit.partition(" ")
        letters = "".join(end.number.letter for end in ends)
        if letters and currency not in CURRENCIES:
            self.refuse(
                f"{letters[-1]!r} may be a magnitude or a unit; write the number out,"
                f" as in {ends[-1].value}"
            )

    def check_years(self, unit: str, ends: tuple[_Figure, ...]) -> None:
        """Refuse "2024 elections", unless a bound shows that it is a number of them."""
        is_amount = unit != "" and len(self.marks) > 0
        if is_amount or _is_measured(unit):
            return
        years = [end.number for end in ends if end.number.may_be_year]
        if years:
            self.refuse_year(years[0])

    def check_change(self, unit: str) -> None:
        """Refuse changes that may be of another kind."""
        change = self.marks.get("change")
        # A further 5 % of 20 % is 21 % or 25 %.
        if change == "further" and is_percentage(unit):
            self.refuse(
                "it may add a percentage or percentage points; write 'change 5 %' or '5 percentage point'"
            )
        if change in {"rose", "fell"} and is_counted(unit):
            self.refuse(
                f"{unit!r} may be what a verb acts on; write a change with 'by', as in 'fell by 500 people'"
            )

    def interval(
        self, ends: tuple[_Figure, ...], whole: _Figure | None
    ) -> Interval:
        """Return the interval between the bounds, which a part has in its whole."""
        low, high = _amount(ends[0], whole), _amount(ends[-1], whole)
        bound = self.marks.get("bound")
        if bound is None:
            return self.bounded(">=", low) & self.bounded("<=", high)
        interval = self.bounded(bound, low)
        # "over 250 but under 500"; "over half of the 500", which are the most there can be
        if self.second_bound:
            return interval & self.bounded(self.second_bound, high)
        if whole is not None and bound in vocabulary.LOWER_SIGNS:
            return interval & self.bounded("<=", whole.value)
        return interval

    def bounded(self, sign: str, value: Fraction) -> Interval:
        """Return the numbers on one side of a value; a third of 100 lies between two decimals."""
        numerator = exact_number(Decimal(value.numerator))
        denominator = exact_number(Decimal(value.denominator))
        if numerator is None or denominator is None:
            self.refuse(OUT_OF_RANGE)
        number = Interval.exactly(numerator) / Interval.exactly(denominator)
        is_open = len(sign) == 1
        if sign in vocabulary.LOWER_SIGNS:
            return Interval(
                number.low, None, low_open=is_open or number.low_open
            )
        return Interval(
            None, number.high, high_open=is_open or number.high_open
        )
