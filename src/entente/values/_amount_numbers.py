"""Numbers and currencies among the words of an amount."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

import attrs
from attrs import frozen

from entente.values import _amount_vocabulary as vocabulary
from entente.values._amount_tokens import TokenReader
from entente.values._currencies import CURRENCIES
from entente.values._magnitudes import ALSO_NOUNS, AMBIGUOUS, LONG_OR_SHORT
from entente.values._shared_currencies import NAMES, SHARED_NAMES
from entente.values._units import MONEY

# How numbers are written: a pattern, the separator of thousands, and the decimal sign. Each number
# fits at most one row.
_NUMERALS = (
    # 1250, 1250.5, 0.125
    (r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", ",", "."),
    # 1,250,000.5
    (r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", ",", "."),
    # 12,50,000, as in India
    (r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?", ",", "."),
    # 1.250.000, 1.250,5
    (r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?", ".", ","),
    (r"[1-9][0-9]{0,2}\.[0-9]{3},[0-9]+", ".", ","),
    # 1'250'000.5, as in Switzerland
    (r"[1-9][0-9]{0,2}(?:'[0-9]{3})+(?:\.[0-9]+)?", "'", "."),
    # 1,5 and 1,25; 1,250 is a thousand and 250
    (r"(?:0|[1-9][0-9]*),[0-9]{1,2}", ".", ","),
    (r"0,[0-9]{3,}", ".", ","),
    # 1 250 000.5, 1 250 000,5
    (r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]{1,2})?", " ", "."),
    (r"[1-9][0-9]{0,2}(?: [0-9]{3})+,[0-9]{1,2}", " ", ","),
)
_POINT_BEFORE_THREE = r"[1-9][0-9]{0,2}\.[0-9]{3}"
_COMMA_BEFORE_THREE = r"[1-9][0-9]{0,2},[0-9]{3}"
_TWO_NUMBERS = "{!r} can be read in two ways: write {} or {}"
# 1950 and 2030 may be years, which nobody writes as 1,950.
_YEAR_LIKE = r"(?:19|20)[0-9]{2}|2100"

_WHOLE_NUMBERS = frozenset((*vocabulary.ONES, *vocabulary.TENS))
_NUMERATORS = {**vocabulary.ONES, "a": 1, "an": 1}
_AFTER_ARTICLES = frozenset((*vocabulary.MAGNITUDES, *vocabulary.DENOMINATORS))
_MONEY = frozenset((*NAMES, *SHARED_NAMES))

# "billions de dollars", "billions d'euros"
_ROMANCE_OF = r"d[ei]|d'.*"

WRITTEN_OUT = 1_000
"""A number that is so great has its thousands written out, as in "500,000 to 1 million"."""

_DIGITS = {
    name: value for name, value in vocabulary.ONES.items() if 0 < value < 10
}
_OF_A = frozenset(("of a", "of an", "a", "an", "of one", "- a -"))
_IN = frozenset(("in", "in every", "out of every"))
TIMES = frozenset(
    (
        *vocabulary.DURATION_LETTERS,
        "hours",
        "minutes",
        "seconds",
        "decades",
        "quarters",
    )
)


@frozen
class Number:
    """A number as it was read.

    `scale` is the magnitude that has been multiplied in, or 1; `letter` is the magnitude if it was
    a letter, as in 5m. One half is a share, and so is the chance "one in five".
    """

    value: Fraction
    text: str = ""
    scale: int = 1
    letter: str = ""
    is_share: bool = False
    is_chance: bool = False

    @property
    def may_be_year(self) -> bool:
        """Whether it is written as a year is, such as 2024."""
        is_like_year = re.fullmatch(_YEAR_LIKE, self.text) is not None
        return is_like_year and self.scale == 1


class NumberReader(TokenReader):
    """A reader of numbers; `country` decides whose dollars are meant."""

    def __init__(self, words: str, *, country: str | None) -> None:
        super().__init__(words)
        self.country = country

    def read_number(self) -> Number:
        """Read a fraction, or a number in digits or words with its magnitude."""
        fraction = self.read_fraction()
        if fraction is not None:
            return fraction
        if self.token(0).is_number:
            return self.read_digits()
        return self.read_words()

    def read_digits(self) -> Number:
        """Read "1,250", "2½", "72.2 million" or "72.2m"."""
        text = self.text()
        self.position += 1
        value = self.digits_value(text) + self.read_added_fraction()
        magnitude = self.take_joined(vocabulary.MAGNITUDES)
        if magnitude is None:
            return self.with_letter(Number(value, text))
        # The comma of "12,500 Mio." may be decimal.
        is_english = self.key(-1) in vocabulary.ENGLISH_MAGNITUDES
        if re.fullmatch(_COMMA_BEFORE_THREE, text) and not is_english:
            self.refuse(
                _TWO_NUMBERS.format(
                    text, text.replace(",", "."), text.replace(",", "")
                )
            )
        return Number(value * magnitude, text, scale=magnitude)

    def with_letter(self, number: Number) -> Number:
        """Read "m" after a number, and "g" or "mia" only if it is money."""
        letter = self.text()
        meanings = AMBIGUOUS.get(self.key())
        if meanings is not None and self.money_length(1):
            self.refuse(
                f"{letter!r} belongs to the number: it is {meanings}; write the number out"
            )
        factor = vocabulary.MONEY_MAGNITUDES.get(self.key())
        if factor is None:
            return number
        # A letter that begins a name is joined to the rest of it, as in "31 M1 tanks".
        is_name = self.is_glued(1) and not self.is_glued()
        is_letter = self.key() in vocabulary.LETTERS and not is_name
        # "Rs 500 cr", but not "€5 t"
        is_after_money = (
            self.key(-2) in _MONEY or self.text(-2) in CURRENCIES
        ) and self.key() not in ALSO_NOUNS
        if not (is_letter or is_after_money or self.money_length(1)):
            return number
        self.position += 1
        return attrs.evolve(
            number, value=number.value * factor, scale=factor, letter=letter
        )

    def read_added_fraction(self) -> Fraction:
        """Read what follows a whole number in "2½" and "one and a half"."""
        fraction = self.take(vocabulary.ADDED_FRACTIONS)
        return Fraction(0) if fraction is None else fraction

    def digits_value(self, text: str) -> Fraction:
        """Return the value of digits, unless their separators can be read in two ways."""
        if re.fullmatch(_POINT_BEFORE_THREE, text):
            self.refuse(
                _TWO_NUMBERS.format(text, f"{text}0", text.replace(".", ""))
            )
        for pattern, separator, point in _NUMERALS:
            if re.fullmatch(pattern, text):
                digits = text.replace(separator, "").replace(point, ".")
                return Fraction(digits)
        return self.refuse(
            f"{text!r} is not a number; write thousands as 45,774 and decimals as 0.5"
        )

    def read_words(self) -> Number:
        """Read number words: "two hundred and fifty thousand", "one and a half million"."""
        group, scale = self.read_group()
        added = self.read_added_fraction()
        magnitude = self.take_joined(vocabulary.MAGNITUDES) or 1
        value = (group + added) * magnitude
        # "two million three hundred", but not "one and a half million three hundred"
        if not added:
            value += self.read_lower_groups(magnitude)
        return Number(value, scale=max(magnitude, scale))

    def read_group(self) -> tuple[int, int]:
        """Read number words below a thousand; return the hundred as a scale if they end in it.

        "one hundred and two" is 102, but in "between one hundred and two hundred" the "and" joins
        two numbers.
        """
        value = self.read_below_hundred()
        if value is None:
            self.refuse_number()
        if not self.skip({"hundred"}):
            return value, 1
        start = self.position
        self.skip({"and"})
        # "two hundred one-bedroom homes"
        rest = None
        if not self.is_adjective():
            rest = self.read_below_hundred()
        if rest is None or self.key() == "hundred":
            self.position = start
            return value * 100, 100
        return value * 100 + rest, 1

    def read_below_hundred(self) -> int | None:
        """Read number words from zero to 99, or the article of "a hundred" as one."""
        is_article = self.key() in {"a", "an"}
        if is_article and self.key(1) in vocabulary.MAGNITUDES:
            self.position += 1
            return 1
        tens = self.take(vocabulary.TENS)
        if tens is None:
            return self.take(vocabulary.ONES)
        # "twenty-five", or "twenty"
        ones = self.take_joined(_DIGITS)
        return tens if ones is None else tens + ones

    def read_lower_groups(self, limit: int) -> int:
        """Read what follows a magnitude: "two thousand three hundred", "a million and twenty"."""
        total = 0
        while limit >= WRITTEN_OUT:
            start = self.position
            self.skip({"and"})
            if self.key() not in _WHOLE_NUMBERS or self.is_adjective():
                self.position = start
                break
            value, _ = self.read_group()
            magnitude = self.take_joined(vocabulary.MAGNITUDES) or 1
            if magnitude >= limit:
                # "between one thousand and two thousand": a number of its own
                self.position = start
                break
            total += value * magnitude
            limit = magnitude
        return total

    def is_adjective(self) -> bool:
        """Return whether a word is joined to a noun: "zero-emission buses", "two-bedroom homes"."""
        joint = (self.key(1), self.is_glued(1), self.is_glued(2))
        is_number = self.key(2) in vocabulary.NUMBER_WORDS
        return joint == ("-", True, True) and not is_number

    def read_fraction(self) -> Number | None:
        """Read "half", "three quarters", "half a million" and "a quarter of a billion"."""
        start = self.position
        value = self.take(vocabulary.FRACTIONS)
        if value is None:
            value = self.read_quotient()
        if value is None:
            self.position = start
            return None
        end = self.position
        self.skip(_OF_A)
        magnitude = self.take(vocabulary.MAGNITUDES)
        if magnitude is not None:
            return Number(value * magnitude, scale=magnitude)
        if self.longest(vocabulary.PERCENT_NAMES):
            return Number(value)
        self.position = end
        return Number(value, is_share=True)

    def read_quotient(self) -> Fraction | None:
        """Read "a third" or "three-quarters", but not "two quarters", which may be six months."""
        numerator = self.take(_NUMERATORS)
        denominator = self.take_joined(vocabulary.DENOMINATORS)
        if numerator is None or denominator is None:
            return None
        value = Fraction(numerator, denominator)
        may_be_months = denominator == 4 and value.denominator < 4
        if not 0 < value < 1 or may_be_months:
            self.refuse(
                "it is no part of a whole; write it as a decimal number"
            )
        return value

    def read_chance(self, number: Number) -> Number:
        """Read "one in five" as a share."""
        # "in", "out of every"
        opening = self.longest(_IN)
        if not opening or not self.starts_number(opening):
            return number
        self.position += opening
        whole = self.read_number().value
        # "one in five years" is no share of the years.
        is_share = whole in vocabulary.CHANCES and 0 < number.value < whole
        if not is_share or self.key() in TIMES:
            self.refuse(
                "'in' may give a share or a time; write a share as '20 %', and the time apart"
            )
        return Number(number.value / whole, is_share=True, is_chance=True)

    def read_currency(self) -> str:
        """Return a code, a name that several currencies share, or nothing."""
        # "5 billions d'euros" are not five thousand million.
        magnitude = self.key(-1)
        is_romance = re.fullmatch(_ROMANCE_OF, self.key()) is not None
        if magnitude in LONG_OR_SHORT and is_romance:
            self.refuse(
                f"{magnitude!r} is not the same in English and in other languages; write the number out"
            )
        length = self.money_length(0)
        name = self.phrase(length)
        # Codes keep their capitals.
        if self.text() in CURRENCIES:
            name = self.text()
        self.position += length
        return NAMES.get(name, name)

    def currency(self, before: str, after: str) -> str:
        """Return the code of a currency that is named before a number, after it, or both."""
        names = {before, after} - {""}
        if len(names) < 2:
            return self.code_of("".join(names))
        # "$500 USD"
        if after not in SHARED_NAMES.get(before, {}).values():
            self.refuse("it has two currencies; write one of them")
        return after

    def code_of(self, name: str) -> str:
        """Return the code that a name has in the country, such as CAD for "dollars" in Canada."""
        codes = SHARED_NAMES.get(name)
        if codes is None:
            return name
        code = codes.get(self.country or "")
        if code is not None:
            return code
        country, code = next(iter(codes.items()))
        return self.refuse(
            f"which currency {name!r} is depends on the country; write the code, as in '500 {code}',"
            f" give the country, as in country={country!r}, or write '500 {MONEY}' if the source leaves it open"
        )

    def money_length(self, offset: int) -> int:
        """Return how many words the currency has that comes next, or zero."""
        if self.text(offset) in CURRENCIES:
            return 1
        return self.longest(_MONEY, offset)

    def starts_number(self, offset: int = 0) -> bool:
        """Return whether a number comes next, or a currency and a number."""
        offset += self.money_length(offset)
        # "a hundred", "a third"
        if self.key(offset) in {"a", "an"}:
            return self.key(offset + 1) in _AFTER_ARTICLES
        is_word = self.key(offset) in vocabulary.NUMBER_WORDS
        return is_word or self.token(offset).is_number

    def refuse_number(self) -> NoReturn:
        """Refuse what is found in place of a number, with a reason of its own if there is one."""
        if self.is_end():
            self.refuse(
                "a number is missing; write it in digits, as in '500 people'"
            )
        word = self.text()
        reason = self.take(vocabulary.NOT_NUMBERS)
        self.refuse(
            reason
            or f"a number is expected before {word!r}; write it in digits, as in '500 people'"
        )

    def refuse_year(self, number: Number) -> NoReturn:
        with_comma = f"{int(number.value):,}"
        self.refuse(
            f"{number.text!r} may be a year; write an amount as {with_comma}"
        )
