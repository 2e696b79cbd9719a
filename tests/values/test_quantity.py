"""Amounts that are known within bounds."""

from __future__ import annotations

import copy
import decimal
import operator
import os
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings, strategies as st

from entente.errors import QuantityError, UndecidedError, UnitError
from entente.values._quantity import MAX_LENGTH, Quantity
from entente.values._truth import Truth
from entente.values._units import CURRENCIES, MAX_UNIT_LENGTH

FUZZ_EXAMPLES = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "2000"))

UNITS = ("people", "small boats", "% of GDP", "%", "percentage point", "EUR", "")
SIGNED_UNITS = ("% of GDP", "%", "percentage point", "EUR", "")

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
) -> Quantity:
    """Amounts of every shape, often with ends in common."""
    low, high = sorted((draw(numbers), draw(numbers)))
    if unit is None:
        unit = draw(st.sampled_from(UNITS if low >= 0 else SIGNED_UNITS))
    open_ends = {"low_open": draw(st.booleans()), "high_open": draw(st.booleans())}
    bounded = [draw(st.booleans()) or draw(st.booleans()) for _ in range(2)]
    if all(bounded) and low == high:
        open_ends = {}
    return Quantity.between(
        low if bounded[0] else None,
        high if bounded[1] else None,
        unit,
        **open_ends,
        approximate=may_be_approximate and draw(st.booleans()),
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


def points(amount: Quantity, beside: Quantity | None = None) -> list[Fraction]:
    """Values that the amount may have, at, next to and far from its ends and those of another.

    Two steps beside an end let the values of two amounts that are open there pass one another.
    """
    both = (amount, beside or amount)
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


# --- reading and writing


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("500 people", ("500", "500", False, False, False, "people")),
        ("= 500 people", ("500", "500", False, False, False, "people")),
        ("> 250 people", ("250", None, True, False, False, "people")),
        (">= 72.2e6 EUR", ("72200000", None, False, False, False, "EUR")),
        ("< 5 %", (None, "5", False, True, False, "%")),
        ("<= 3", (None, "3", False, False, False, "")),
        ("~ 40", ("40", "40", False, False, True, "")),
        ("~ > 250 people", ("250", None, True, False, True, "people")),
        ("10..12 ships", ("10", "12", False, False, False, "ships")),
        ("-5..-3 %", ("-5", "-3", False, False, False, "%")),
        ("> 250 <= 500 people", ("250", "500", True, False, False, "people")),
        ("<= 500 > 250 people", ("250", "500", True, False, False, "people")),
        (".. people", (None, None, False, False, False, "people")),
        ("-36 %", ("-36", "-36", False, False, False, "%")),
        ("−36 %", ("-36", "-36", False, False, False, "%")),
        ("+36 %", ("36", "36", False, False, False, "%")),
        ("1_000", ("1000", "1000", False, False, False, "")),
        ("1_234_567", ("1234567", "1234567", False, False, False, "")),
        ("123,456", ("123456", "123456", False, False, False, "")),
        ("1,234,567.5 GBP", ("1234567.5", "1234567.5", False, False, False, "GBP")),
        ("change -16,337 people", ("-16337", "-16337", False, False, False, "people")),
        ("2 % of GDP", ("2", "2", False, False, False, "% of GDP")),
        (
            "5 homicides per 100000 people",
            ("5", "5", False, False, False, "homicides per 100000 people"),
        ),
        (
            "2 chaînes d’approvisionnement",
            ("2", "2", False, False, False, "chaînes d’approvisionnement"),
        ),
        ("5 NATO", ("5", "5", False, False, False, "NATO")),
        ("1e-3", ("0.001", "0.001", False, False, False, "")),
        ("1E−3", ("0.001", "0.001", False, False, False, "")),
        ("0e999999999999", ("0", "0", False, False, False, "")),
        ("-0 people", ("0", "0", False, False, False, "people")),
    ],
)
def test_reads(
    text: str, said: tuple[str | None, str | None, bool, bool, bool, str]
) -> None:
    """A text gives its bounds, whether they are open, whether it is approximate, and its unit."""
    amount = Quantity(text)
    low, high, low_open, high_open, approximate, unit = said
    assert amount.low == (None if low is None else Decimal(low))
    assert amount.high == (None if high is None else Decimal(high))
    assert (amount.low_open, amount.high_open) == (low_open, high_open)
    assert (amount.approximate, amount.unit) == (approximate, unit)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("=500 people", "500 people"),
        ("  >250\tsmall \n boats ", "> 250 small boats"),
        (">250<=500 people", "> 250 <= 500 people"),
        (">= 250 <= 500 people", "250..500 people"),
        ("5..5", "5"),
        ("36%", "36 %"),
        ("36\u00a0%", "36 %"),
        ("36 per cent", "36 %"),
        ("36 Percent of seats", "36 % of seats"),
        ("3 percentage points", "3 percentage point"),
        ("3 Percentage Point", "3 percentage point"),
        ("1.50 GBP", "1.5 GBP"),
        ("72.2e6 EUR", "72200000 EUR"),
        ("1e27", "1" + "0" * 27),
        ("1e28", "1e+28"),
        ("1e99", "1e+99"),
        ("1e-7", "0.0000001"),
        ("1e-8", "1e-8"),
        ("1.5e-125", "1.5e-125"),
        ("-0", "0"),
        ("change 5 people", "5 people"),
        ("change ~ -5..3 people", "change ~ -5..3 people"),
        (".. EUR", ".. EUR"),
    ],
)
def test_writes_one_canonical_form(text: str, canonical: str) -> None:
    """However an amount is typed, it is written in one way, which reads back to the same."""
    assert str(Quantity(text)) == canonical
    assert repr(Quantity(text)) == f"Quantity({canonical!r})"
    assert str(Quantity(canonical)) == canonical


def test_bounds_are_plain_numbers() -> None:
    """Bounds show no exponent at ordinary sizes and no zeros that were not needed."""
    assert repr(Quantity("5.00e2 people").low) == "Decimal('500')"
    assert repr(Quantity("> 1.50").low) == "Decimal('1.5')"


@given(quantities() | quantities(numbers=wide_numbers))
def test_text_reads_back(amount: Quantity) -> None:
    """What `str` and `repr` write reads back to an equal amount."""
    assert Quantity(str(amount)) == amount
    assert eval(repr(amount)) == amount  # noqa: S307
    assert str(Quantity(str(amount))) == str(amount)


@given(quantities(numbers=wide_numbers), quantities(numbers=wide_numbers))
def test_text_of_results_reads_back(left: Quantity, right: Quantity) -> None:
    """What arithmetic gives, however large or fine, reads back as well."""
    left = Quantity(str(left).replace("percentage point", "%"))
    for result in (
        left + left,
        left - left,
        left * Decimal("1e90"),
        left / 7,
        round(left, 3),
        round(left, -99),
    ):
        assert Quantity(str(result)) == result
    assert (left == right) == (str(left) == str(right))


@given(quantities(), quantities())
def test_equality_is_by_value(left: Quantity, right: Quantity) -> None:
    """Equal amounts hash alike and are written alike, and only they."""
    assert (left == right) is (str(left) == str(right))
    if left == right:
        assert hash(left) == hash(right)


def test_spelling_takes_no_part_in_equality() -> None:
    """Separators, zeros, exponents and signs are ways of writing."""
    assert Quantity("1,000 people") == Quantity("1000 people")
    assert (
        len(
            {
                Quantity(text)
                for text in ("1.50 EUR", "1.5 EUR", "=15e-1 EUR", "1.5..1.5 EUR")
            }
        )
        == 1
    )
    assert Quantity("> 5") != Quantity(">= 5")
    assert Quantity("5") != Quantity("~ 5")
    assert Quantity("5 ship") != Quantity("5 ships")


def test_is_frozen_slotted_and_copies() -> None:
    """An amount cannot be changed, has no room for more, and survives copying and pickling."""
    amount = Quantity("> 250 people")
    with pytest.raises(AttributeError):
        amount.low = Decimal(1)  # type: ignore[misc]
    assert not hasattr(amount, "__dict__")
    assert copy.deepcopy(amount) == amount == pickle.loads(pickle.dumps(amount))  # noqa: S301


# --- what cannot be read

NUMBERS_ARE_WRITTEN = (
    "the point is the decimal sign, and thousands are separated by a comma or an underscore"
    " into groups of three, as in 1,000.5"
)
NUMBER_EXPECTED = "a number is expected here, in the digits 0 to 9"
OUT_OF_RANGE = (
    "a number has at most 28 digits, is smaller than 1e100 and no finer than 1e-126"
)
SECOND_NUMBER = "a second number stands where the unit should be; thousands are written as 45,774, a range as 10..12"
WRITE_THE_CODE = (
    "a currency is written as its ISO 4217 code after the number, as in 500 GBP"
)


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("", NUMBER_EXPECTED, 0),
        ("people", NUMBER_EXPECTED, 0),
        ("over 250 people", NUMBER_EXPECTED, 0),
        (">", NUMBER_EXPECTED, 1),
        ("> people", NUMBER_EXPECTED, 2),
        ("10..", NUMBER_EXPECTED, 4),
        ("~ ~ 5", NUMBER_EXPECTED, 2),
        ("= > 5", NUMBER_EXPECTED, 2),
        ("NaN", NUMBER_EXPECTED, 0),
        ("-Infinity", NUMBER_EXPECTED, 0),
        ("٣ people", NUMBER_EXPECTED, 0),
        (".5", NUMBER_EXPECTED, 0),
        ("1.000,5", NUMBERS_ARE_WRITTEN, 5),
        ("1.000.000", NUMBERS_ARE_WRITTEN, 5),
        ("1,5 %", NUMBERS_ARE_WRITTEN, 0),
        ("> 0,500", NUMBERS_ARE_WRITTEN, 2),
        ("1,000_000", NUMBERS_ARE_WRITTEN, 0),
        *(
            (text, NUMBERS_ARE_WRITTEN, 0)
            for text in ("1_0", "1_00", "1_0000", "1,0000", "1234,567", "1234_567")
        ),
        ("5.", NUMBERS_ARE_WRITTEN, 1),
        ("£500", WRITE_THE_CODE, 0),
        ("500 €", WRITE_THE_CODE, 4),
        ("1e999999999", OUT_OF_RANGE, 0),
        ("1e-999999999", OUT_OF_RANGE, 0),
        ("1e100", OUT_OF_RANGE, 0),
        ("1e-127", OUT_OF_RANGE, 0),
        ("> 1" + "0" * 100, OUT_OF_RANGE, 2),
        ("12345678901234567890123456789", OUT_OF_RANGE, 0),
        ("45 774 people", SECOND_NUMBER, 3),
        ("5 people 6", SECOND_NUMBER, 2),
        ("10 ships..12 ships", SECOND_NUMBER, 3),
        ("..5", SECOND_NUMBER, 2),
        ("5²", SECOND_NUMBER, 1),
        ("5½ ships", "a unit begins with a letter or %, not with '½'", 1),
        ("5 - 6 ships", "a unit begins with a letter or %, not with '-'", 2),
        ("250+ people", "a unit begins with a letter or %, not with '+'", 3),
        ("5 > 3", "a unit begins with a letter or %, not with '>'", 2),
        ("1O0 people", "a space is expected around the unit 'O0'", 1),
        ("500XAF", "a space is expected around the unit 'XAF'", 3),
        ("36 %of seats", "a space is expected around the unit '%of'", 3),
        *(
            (
                f"2 {word} people",
                f"'{word}' belongs to the number: write 5e{power} for 5 {word}",
                2,
            )
            for word, power in (
                ("hundred", 2),
                ("Thousands", 3),
                ("million", 6),
                ("mn", 6),
                ("billion", 9),
                ("bn", 9),
                ("trillion", 12),
            )
        ),
        *(
            (
                f"10 {word} more people",
                f"'{word}' does not begin a unit: write a range as 10..12, a bound as >= 250",
                3,
            )
            for word in ("and", "minus", "of", "or", "plus", "To")
        ),
        ("5 people=", "'=' does not stand in a unit", 8),
        ("~ 5 men~women~", "'~' does not stand in a unit", 7),
        ("5 a\x00b", "'\\x00' does not stand in a unit", 3),
        ("5 m٣", "'٣' does not stand in a unit", 3),
        ("5 GPB", "'GPB' is not a currency of ISO 4217; did you mean 'GBP'?", 2),
        (
            "5 QQQ",
            "'QQQ' is not a currency of ISO 4217; a noun is not written in three capitals",
            2,
        ),
        ("5 " + "x" * 101, "a unit has at most 100 characters", 2),
        ("5" + " " * 200, "it is longer than 200 characters", 200),
        ("> 5 > 6", "there is a second lower bound", 4),
        ("< 5 <= 6", "there is a second upper bound", 4),
        ("12..10", "there is nothing between its bounds", None),
        ("> 5 <= 5", "there is nothing between its bounds", None),
        (
            "-5 people",
            "a number of 'people' cannot be negative; if it is a change, write 'change' before it",
            None,
        ),
        (
            "< -5 ships",
            "a number of 'ships' cannot be negative; if it is a change, write 'change' before it",
            None,
        ),
    ],
)
def test_refuses(text: str, reason: str, position: int | None) -> None:
    """What is not an amount is refused with the text, the reason and the place."""
    with pytest.raises(QuantityError) as caught:
        Quantity(text)
    assert caught.value.text == text
    assert caught.value.reason == reason
    assert caught.value.position == position


def test_message_is_one_sentence() -> None:
    """An error reads as a sentence and counts characters from one."""
    with pytest.raises(QuantityError) as caught:
        Quantity("45 774 people")
    assert (
        str(caught.value)
        == f"'45 774 people' is not an amount: {SECOND_NUMBER} (at character 4)"
    )


def amount_or_error(text: str) -> Quantity | QuantityError:
    try:
        return Quantity(text)
    except QuantityError as error:
        return error


@settings(max_examples=FUZZ_EXAMPLES)
@given(
    st.text()
    | st.text("0123456789.,_eE+-−<>=~% \t£٣abcdeurEUR", max_size=30)
    | st.lists(
        st.sampled_from(
            (
                "change",
                "~",
                ">",
                ">=",
                "<",
                "..",
                "5",
                "-1,000",
                "2e9",
                "people",
                "EUR",
                " ",
                "%",
            )
        )
    ).map("".join)
)
def test_reading_is_total(text: str) -> None:
    """Any text is an amount that reads back, or a `QuantityError` with a place inside the text."""
    outcome = amount_or_error(text)
    if isinstance(outcome, Quantity):
        assert Quantity(str(outcome)) == outcome
    else:
        assert outcome.text == text
        assert outcome.position is None or 0 <= outcome.position <= len(text)
        assert str(outcome)


@pytest.mark.parametrize(
    "part", ["1,000", "1_", "9", " ", "> 5 ", "e", "..", "-", "a ", "%", "1e9"]
)
def test_long_texts_cost_little(part: str) -> None:
    """A text of a million characters is refused, or read, without being looked through again."""
    with pytest.raises(QuantityError, match="longer than"):
        Quantity(part * 1_000_000)


def test_longest_amount_reads_back() -> None:
    """The longest unit and the longest numbers fit together into a text that can be read."""
    unit = "x" * MAX_UNIT_LENGTH
    low, high = Decimal(f"-1.{'2' * 27}e-98"), Decimal(f"1.{'2' * 27}e-98")
    longest = Quantity.between(0, high, unit) - Quantity.between(
        0, -low, unit, low_open=True, approximate=True
    )
    assert len(str(longest)) <= MAX_LENGTH
    assert Quantity(str(longest)) == longest
    assert Quantity(str(longest).ljust(MAX_LENGTH)) == longest


def test_currencies_are_codes() -> None:
    """The table of currencies holds codes alone, those in use and those lately withdrawn."""
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)
    assert {"GBP", "EUR", "XCG", "ZWG", "HRK"} <= CURRENCIES
    assert not {"XXX", "XTS", "UKP"} & CURRENCIES
    assert all(str(Quantity(f"5 {code}")) == f"5 {code}" for code in CURRENCIES)


# --- building in code


def test_builds_by_keyword() -> None:
    """Code can name bounds instead of writing a text."""
    assert Quantity.exactly(500, "people") == Quantity("500 people")
    assert Quantity.exactly(Decimal("1.50"), "GBP", approximate=True) == Quantity(
        "~ 1.5 GBP"
    )
    assert Quantity.exactly(500) == Quantity("500")
    assert Quantity.between(10, 12, "ships") == Quantity("10..12 ships")
    assert Quantity.between(250, 500, "people", low_open=True) == Quantity(
        "> 250 <= 500 people"
    )
    assert Quantity.between(None, 5, "percent", high_open=True) == Quantity("< 5 %")
    assert Quantity.between(None, None, low_open=True, high_open=True) == Quantity("..")


def test_of_reads_texts_and_passes_amounts() -> None:
    """`of` takes either form and leaves an amount as it is."""
    amount = Quantity("5 ships")
    assert Quantity.of(amount) is amount
    assert Quantity.of("5 ships") == amount


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (
            lambda: Quantity.between(12, 10, "ships"),
            "'12..10 ships' is not an amount: there is nothing between its bounds",
        ),
        (
            lambda: Quantity.between(5, 5, low_open=True),
            "'> 5 <= 5' is not an amount: there is nothing between its bounds",
        ),
        (
            lambda: Quantity.exactly(-5, "people"),
            (
                "'-5 people' is not an amount: a number of 'people' cannot be negative;"
                " if it is a change, write 'change' before it"
            ),
        ),
        (
            lambda: Quantity.exactly(5, "..7 people"),
            "'..7 people' is not an amount: a unit begins with a letter or %, not with '.' (at character 1)",
        ),
        (
            lambda: Quantity.exactly(Decimal("NaN")),
            f"'NaN' is not an amount: {OUT_OF_RANGE}",
        ),
        (
            lambda: Quantity.exactly(Decimal("-Infinity")),
            f"'-Infinity' is not an amount: {OUT_OF_RANGE}",
        ),
        (
            lambda: Quantity.exactly(10**5000),
            f"'1{'0' * 37}…{'0' * 39}' is not an amount: {OUT_OF_RANGE}",
        ),
    ],
)
def test_building_refuses_what_reading_does(
    build: Callable[[], Quantity], message: str
) -> None:
    """Bounds and units given in code are held to the same rules as a text."""
    with pytest.raises(QuantityError) as caught:
        build()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.1, "0.1 is not an exact number; write Decimal('0.1')"),
        (True, "True is not an exact number; an int or a Decimal is"),
        ("5", "'5' is not an exact number; an int or a Decimal is"),
        (Quantity("5"), "Quantity('5') is not an exact number; an int or a Decimal is"),
    ],
)
def test_numbers_are_exact(value: object, message: str) -> None:
    """A float, a boolean or what is no number is refused as a bound, a factor and a divisor."""
    amount = Quantity("5 ships")
    uses: tuple[Callable[..., object], ...] = (
        Quantity.exactly,
        amount.__mul__,
        amount.__rmul__,
        amount.__truediv__,
    )
    for use in uses:
        with pytest.raises(TypeError) as caught:
            use(value)
        assert str(caught.value) == message


def test_amounts_are_read_from_texts() -> None:
    """A bare number is no amount, in construction or in comparison."""
    message = "an amount is read from a text, not from 500; see Quantity.exactly"
    uses: tuple[Callable[..., object], ...] = (
        Quantity,
        Quantity.of,
        Quantity("5").__lt__,
        Quantity("5").__and__,
    )
    for use in uses:
        with pytest.raises(TypeError) as caught:
            use(500)
        assert str(caught.value) == message


# --- comparing


COMPARISONS: tuple[Callable[..., object], ...] = (
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
)


@given(known(), known())
def test_comparisons_are_for_all_and_for_some(left: Quantity, right: Quantity) -> None:
    """Yes is for every pair of values, no for none and maybe for some, as enumeration shows."""
    pairs = list(product(points(left, right), points(right, left)))
    for compare in COMPARISONS:
        found = {compare(a, b) for a, b in pairs}
        assert compare(left, right) is Truth.of(
            possible=True in found, certain=found == {True}
        )
    same = {a == b for a, b in pairs}
    assert left.equals(right) is Truth.of(possible=True in same, certain=same == {True})


@given(known(), known())
def test_comparisons_agree(left: Quantity, right: Quantity) -> None:
    """Opposite questions have opposite answers, and turned about they have the same."""
    assert (left < right) is (right > left) is ~(left >= right)
    assert (left <= right) is (right >= left) is ~(left > right)
    assert left.equals(right) is right.equals(left)
    # Of less, equal and greater one is so, and only one.
    answers = [left < right, left.equals(right), left > right]
    assert sum(answer.certain for answer in answers) <= 1
    assert any(answer.possible for answer in answers)
    assert any(answer.certain for answer in answers) == (
        sum(answer.possible for answer in answers) == 1
    )


@given(known(), known(), known())
def test_certain_order_is_transitive(
    first: Quantity, second: Quantity, third: Quantity
) -> None:
    """What is certainly less than what is certainly less is less."""
    if (first < second).certain and (second < third).certain:
        assert (first < third).certain


@given(known(), known(), known())
def test_knowing_more_keeps_what_is_certain(
    amount: Quantity, more: Quantity, other: Quantity
) -> None:
    """A narrower amount never turns a yes or a no about."""
    assume(amount.equals(more).possible)
    narrower = amount & more
    for compare in COMPARISONS:
        if (answer := compare(amount, other)) is not Truth.MAYBE:
            assert compare(narrower, other) is answer


def test_compares_with_texts() -> None:
    """A text can stand on either side of a comparison."""
    amount = Quantity("> 250 people")
    for text, answer in (("250 people", Truth.YES), ("300 people", Truth.MAYBE)):
        assert (amount > text) is answer
        assert (text < amount) is answer


def test_undecided_comparison_is_no_condition() -> None:
    """An `if` on a comparison that may go either way raises, and so does sorting."""
    amounts = [Quantity("> 250 people"), Quantity("300 people")]
    with pytest.raises(UndecidedError):
        sorted(amounts)
    assert sorted([Quantity("5"), Quantity("< 3")]) == [Quantity("< 3"), Quantity("5")]


@given(quantities(""), known())
def test_nothing_is_certain_of_what_is_approximate(
    amount: Quantity, other: Quantity
) -> None:
    """How far "about" may be off is not known, so every comparison with it is maybe."""
    about = Quantity(f"~ {str(amount).removeprefix('~ ')}")
    for compare in COMPARISONS:
        assert {compare(about, other), compare(other, about)} == {Truth.MAYBE}
    assert {about.equals(other), other.equals(about), about.equals(about)} == {
        Truth.MAYBE
    }


def test_is_exact() -> None:
    """One number is exact; a bound, a range, and an approximate number are not."""
    assert Quantity("5 ships").is_exact
    assert not any(
        Quantity(text).is_exact for text in ("> 5", "< 5", "4..5", "~ 5", "..")
    )


# --- calculating


@given(known(), known())
def test_sums_hold_all_sums_and_no_more(left: Quantity, right: Quantity) -> None:
    """A sum or difference holds what any two values give, and its ends are reached or approached."""
    pairs = list(product(points(left), points(right)))
    assert_hull(left + right, [a + b for a, b in pairs], TINY * 2)
    assert_hull(left - right, [a - b for a, b in pairs], TINY * 2)


@given(known(), small_numbers)
def test_multiples_hold_all_multiples_and_no_more(
    amount: Quantity, factor: Decimal
) -> None:
    """A multiple holds that of every value; none at all of anything is nothing."""
    exact = Fraction(factor)
    assert_hull(
        amount * factor, [value * exact for value in points(amount)], TINY * abs(exact)
    )
    assert factor * amount == amount * factor
    if factor:
        spread = [value / exact for value in points(amount)]
        assert_hull(amount / factor, spread, TINY / abs(exact) + Fraction(1, 10**20))


@given(known(), positive)
def test_shares_hold_all_shares_and_no_more(part: Quantity, whole: Quantity) -> None:
    """A share holds that of any two values, and its ends are reached or approached."""
    shares = [100 * a / b for a, b in product(points(part), points(whole))]
    result = part.share_of(whole)
    assert result.unit == "%"
    assert_hull(result, shares, Fraction(1, 10))
    change = part.change_from(whole)
    assert change.unit == "%"
    assert_hull(change, [share - 100 for share in shares], Fraction(1, 10))


def assert_hull(result: Quantity, values: list[Fraction], slack: Fraction) -> None:
    """Check that the result holds the values, and ends where they do.

    The values reach to within `slack` of an open end; a closed end must be among them.
    """
    assert all(holds(result, value) for value in values)
    for end, is_open, nearest in (
        (result.low, result.low_open, min(values)),
        (result.high, result.high_open, max(values)),
    ):
        if end is None:
            assert abs(nearest) >= HUGE / 1000
        elif is_open:
            assert 0 < abs(nearest - Fraction(end)) <= slack
        else:
            assert nearest == Fraction(end)


@given(known(numbers=wide_numbers), known(numbers=wide_numbers), st.integers(1, 10**9))
def test_rounding_is_outward(left: Quantity, right: Quantity, divisor: int) -> None:
    """However fine or far apart the numbers, no possible result is lost; one too large has no bound."""
    total, part = left + right, left / divisor
    for side in ("low", "high"):
        ours, theirs = getattr(left, side), getattr(right, side)
        for end, exact in (
            (
                getattr(total, side),
                None if None in {ours, theirs} else Fraction(ours) + Fraction(theirs),
            ),
            (getattr(part, side), None if ours is None else Fraction(ours) / divisor),
        ):
            if end is None:
                assert exact is None or abs(exact) >= 10**99
                continue
            assert exact is not None
            error = Fraction(end) - exact
            assert error <= 0 if side == "low" else error >= 0
            assert abs(error) <= max(abs(exact) / 10**27, Fraction(1, 10**126))


def test_thirds_are_kept_within_their_last_digit() -> None:
    """A result with no end to its digits is an open interval that is one unit of the last of them wide."""
    third = Quantity("1 ship").share_of("3 ship")
    assert (
        str(third)
        == "> 33.33333333333333333333333333 < 33.33333333333333333333333334 %"
    )
    assert (third * 3).equals("100 %") is Truth.MAYBE
    assert str(Quantity("1") / 4) == "0.25"


def test_progress_towards_a_target() -> None:
    """Over half of 500 is over 50 %, and at most all of it once the target caps it."""
    arrests = Quantity("> 250 people")
    assert arrests.share_of("500 people") == Quantity("> 50 %")
    assert (arrests & "<= 500 people").share_of("500 people") == Quantity(
        "> 50 <= 100 %"
    )


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("100 people", "> 250 people", "> 0 < 40 %"),
        ("5", "> 0", "> 0 %"),
        ("0", "> 0", "0 %"),
        ("0..5", "> 5", ">= 0 < 100 %"),
        ("> 0", "> 0", "> 0 %"),
        ("-5..0", "> 5", "> -100 <= 0 %"),
        ("-5..5", "> 0 <= 5", ".. %"),
        ("..", "5", ".. %"),
        ("~ 40", "80", "~ 50 %"),
        ("40", "~ 80", "~ 50 %"),
        ("1e99", ">= 0.1", "> 0 %"),
        ("-36 %", "100 %", "-36 %"),
    ],
)
def test_shares(part: str, whole: str, share: str) -> None:
    """Shares of what is unbounded, next to nothing or approximate say what is known and no more."""
    assert Quantity(part).share_of(whole) == Quantity(share)


def test_too_large_a_result_has_no_bound() -> None:
    """A result beyond the greatest number keeps the bound that it surely exceeds, and has none above."""
    share = Quantity("9e99").share_of("9")
    assert share.high is None
    assert (share > "1e99 %") is Truth.YES
    assert (Quantity("-9e99") * 100).low is None


def test_relative_change() -> None:
    """A change is relative to its baseline, kept within bounds, and shown by rounding."""
    change = Quantity("29,437 people").change_from("45,774 people")
    assert (change > "-35.691 %") is (change < "-35.69 %") is Truth.YES
    assert round(change, 2) == Quantity("~ -35.69 %")
    assert Quantity("36 ships").change_from("48 ships") == Quantity("-25 %")
    assert Quantity("> 250 people").change_from("200..250 people") == Quantity("> 0 %")
    assert Quantity("5 ships").change_from("> 10 ships") == Quantity("> -100 < -50 %")
    assert Quantity("0 ships").change_from("> 10 ships") == Quantity("-100 %")


def test_differences_of_counts_are_changes() -> None:
    """A difference may be negative, and is then written as a change that reads back."""
    fall = Quantity("29,437 people") - "45,774 people"
    assert str(fall) == "change -16337 people"
    assert Quantity(str(fall)) == fall
    assert fall + "45,774 people" == Quantity("29437 people")
    assert str(Quantity("< 5 people") - "3 people") == "< 2 people"


def test_unknown_is_closed_under_arithmetic() -> None:
    """Two bounds may say nothing of a difference, and that can be written and calculated with."""
    unknown = Quantity("> 250 people") - "> 100 people"
    assert unknown == Quantity(".. people")
    assert unknown + unknown == unknown * 2 == unknown / -3 == unknown
    assert unknown * 0 == Quantity("0 people")


@given(known(), known())
def test_intersection_is_what_both_hold(left: Quantity, right: Quantity) -> None:
    """`&` holds what both hold, in either order, and is refused where that is nothing."""
    if left.equals(right) is Truth.NO:
        with pytest.raises(QuantityError):
            left & right
        return
    both = left & right
    assert both == right & left
    for value in {*points(left), *points(right)}:
        assert holds(both, value) is (holds(left, value) and holds(right, value))


@given(quantities(""), quantities(""))
def test_approximate_stays_approximate(left: Quantity, right: Quantity) -> None:
    """A result is approximate when any part of it is, and not otherwise."""
    either = left.approximate or right.approximate
    assert (left + right).approximate is (left - right).approximate is either
    assert (
        (left * 3).approximate
        is (left / 3).approximate
        is (left * 0).approximate
        is left.approximate
    )
    whole = Quantity("~ 5") if right.approximate else Quantity("5")
    assert (
        left.share_of(whole).approximate
        is left.change_from(whole).approximate
        is either
    )
    assert (left & left).approximate is left.approximate
    assert (
        (left & "..").approximate
        is (Quantity("..") & left).approximate
        is left.approximate
    )


@pytest.mark.parametrize(
    ("text", "places", "rounded"),
    [
        ("-35.694", 2, "~ -35.69"),
        ("2.5", 0, "~ 2"),
        ("12 ships", 0, "12 ships"),
        ("12,345 ships", -3, "~ 12000 ships"),
        ("> 33.333 <= 100 %", 1, "~ > 33.3 <= 100 %"),
        ("> 0.1 < 0.2", 0, "~ 0"),
        ("> 1.25 ships", 1, "~ > 1.2 ships"),
        ("-0.1 %", 0, "~ 0 %"),
        ("1e50", 2, "1e50"),
        ("..", 2, ".."),
    ],
)
def test_rounding_is_approximate(text: str, places: int, rounded: str) -> None:
    """What rounding moves is approximate; what it leaves in place is as it was."""
    assert round(Quantity(text), places) == Quantity(rounded)
    assert round(Quantity("2.5")) == Quantity("~ 2")


CRAMPED = decimal.Context(
    prec=1,
    rounding=decimal.ROUND_UP,
    Emax=1,
    Emin=-1,
    clamp=1,
    traps=[decimal.Inexact, decimal.Rounded],
)


@given(quantities(), small_numbers)
def test_global_context_has_no_say(amount: Quantity, number: Decimal) -> None:
    """A caller's decimal precision, rounding, range and traps change no result, set here or for every new context."""

    def results() -> list[str]:
        sums = [amount + amount, amount * number, amount / 7, amount * Decimal("1e97")]
        return [
            str(each)
            for each in (
                *sums,
                round(amount, 1),
                round(amount, -3),
                Quantity(str(amount)),
            )
        ]

    expected = results()
    with decimal.localcontext(CRAMPED), pytest.MonkeyPatch.context() as patch:
        for name in ("prec", "rounding", "Emax", "Emin", "clamp"):
            patch.setattr(decimal.DefaultContext, name, getattr(CRAMPED, name))
        patch.setitem(decimal.DefaultContext.flags, decimal.Inexact, value=True)
        assert results() == expected


def test_sums_up_from_a_start() -> None:
    """`sum` works from an amount of nothing in the right unit."""
    parts = [Quantity("10..12 ships"), Quantity("> 3 ships"), Quantity("1 ships")]
    assert sum(parts, Quantity("0 ships")) == Quantity("> 14 ships")


# --- units and impossible sums

MIXED: tuple[Callable[..., object], ...] = (
    *COMPARISONS,
    Quantity.equals,
    operator.add,
    operator.sub,
    operator.and_,
    Quantity.share_of,
    Quantity.change_from,
)


@pytest.mark.parametrize("use", MIXED)
@pytest.mark.parametrize(
    ("left", "right"),
    [("5 people", "5 ships"), ("36 %", "36 percentage point"), ("5", "5 EUR")],
)
def test_units_do_not_mix(use: Callable[..., object], left: str, right: str) -> None:
    """Nothing is compared or calculated across units, not even a share with a level."""
    with pytest.raises(UnitError, match="differ in unit"):
        use(Quantity(left), Quantity(right))


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        (
            "500 people",
            "36 %",
            "'500 people' and '36 %' differ in unit: 'people' and '%'",
        ),
        ("5 people", "5", "'5 people' and '5' differ in unit: 'people' and no unit"),
        (
            "5 GBP",
            "> 6 EUR",
            "'5 GBP' and '> 6 EUR' differ in unit: 'GBP' and 'EUR'; nothing is converted between currencies",
        ),
    ],
)
def test_unit_error_names_both(left: str, right: str, message: str) -> None:
    """The error names both amounts and their units, and that currencies are not converted."""
    with pytest.raises(UnitError) as caught:
        Quantity(left) + right
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("calculate", "message"),
    [
        (
            lambda: Quantity("36 people").share_of("0..3 people"),
            "'36 people / 0..3 people' is not an amount: what it is divided by may be zero or less",
        ),
        (
            lambda: Quantity("36 people").change_from("< 3 people"),
            "'36 people / < 3 people' is not an amount: what it is divided by may be zero or less",
        ),
        (
            lambda: Quantity("36 EUR").share_of("> -3 EUR"),
            "'36 EUR / > -3 EUR' is not an amount: what it is divided by may be zero or less",
        ),
        (
            lambda: Quantity("36 people") / 0,
            "'36 people / 0' is not an amount: nothing can be divided by zero",
        ),
        (
            lambda: Quantity("> 5 people") & "<= 5 people",
            "'> 5 people & <= 5 people' is not an amount: no amount lies within both",
        ),
    ],
)
def test_impossible_sums(calculate: Callable[[], Quantity], message: str) -> None:
    """A division by what may be zero, and two things that cannot both be known, are refused."""
    with pytest.raises(QuantityError) as caught:
        calculate()
    assert str(caught.value) == message
