"""The notation of amounts: what is read, what is written, and what is refused."""

from __future__ import annotations

import os
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from amounts import (
    OUT_OF_RANGE,
    quantities,
    wide_numbers,
)
from entente.errors import QuantityError
from entente.values._amounts import MAX_LENGTH
from entente.values._currencies import CURRENCIES
from entente.values._quantity import Quantity
from entente.values._units import MAX_UNIT_LENGTH

FUZZ_EXAMPLES = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))


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
        (
            "1,234,567.5 GBP",
            ("1234567.5", "1234567.5", False, False, False, "GBP"),
        ),
        (
            "change -16,337 people",
            ("-16337", "-16337", False, False, False, "people"),
        ),
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
        ("change 3 percentage points", "3 percentage point"),
        ("change ~ > 3 percentage points", "~ > 3 percentage point"),
        ("36 pct", "36 %"),
        ("36 pct. of seats", "36 % of seats"),
        ("36 Prozent", "36 %"),
        ("3 p.p.", "3 percentage point"),
        ("3 pp of GDP", "3 percentage point of GDP"),
        ("3 % points", "3 percentage point"),
        ("3 %-points", "3 percentage point"),
        ("change -36 %", "change -36 %"),
        ("change 500 people", "change 500 people"),
        ("≥ 250 people", ">= 250 people"),
        ("≤250", "<= 250"),
        ("≥ 250 ≤ 500 people", "250..500 people"),
        ("-5 °C", "-5 °C"),
        ("1.5°C", "1.5 °C"),
        ("500,000 155mm shells", "500000 155mm shells"),
        ("20 rounds of 155mm ammunition", "20 rounds of 155mm ammunition"),
        ("3 5G licences", "3 5G licences"),
        ("1.1250 people", "1.1250 people"),
        ("0.125 people", "0.125 people"),
        ("1,234.567 people", "1234.567 people"),
        ("1234.567", "1234.567"),
        ("1.125e0", "1.1250"),
        ("1.125e30", "1.125e+30"),
        ("15,000..20,000 people per P1Y", "15000..20000 people per P1Y"),
        ("5 % per P12M", "5 % per P1Y"),
        ("5 per P1Y", "5 per P1Y"),
        ("change -5 EUR per P2W", "change -5 EUR per P14D"),
        (
            "5 homicides per 100000 people per P1Y",
            "5 homicides per 100000 people per P1Y",
        ),
        ("5 deaths per million people", "5 deaths per million people"),
        ("5 deaths per 1 million people", "5 deaths per 1 million people"),
        ("5 km per hour", "5 km per hour"),
        ("5 t CO2", "5 t CO2"),
        ("5 pounds of cocaine", "5 pounds of cocaine"),
        ("5 euro area members", "5 euro area members"),
        ("5 miles", "5 miles"),
        ("1.50 GBP", "1.5 GBP"),
        ("72.2e6 EUR", "72200000 EUR"),
        ("1e27", "1" + "0" * 27),
        ("1e28", "1e+28"),
        ("1e99", "1e+99"),
        ("1e-7", "0.0000001"),
        ("1e-8", "1e-8"),
        ("1.5e-125", "1.5e-125"),
        ("-0", "0"),
        ("change 5 people", "change 5 people"),
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


# --- what cannot be read

NUMBERS_ARE_WRITTEN = (
    "the point is the decimal sign, and thousands are separated by a comma or an underscore"
    " into groups of three, as in 1,000.5"
)

NUMBER_EXPECTED = "a number is expected here, in the digits 0 to 9"

SECOND_NUMBER = (
    "there is a second number where the unit should be;"
    " write thousands as 45,774, a range as 10..12"
)

WRITE_THE_CODE = "a currency is written as its ISO 4217 code after the number, as in 500 GBP"


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
            for text in (
                "1_0",
                "1_00",
                "1_0000",
                "1,0000",
                "1234,567",
                "1234_567",
            )
        ),
        ("5.", NUMBERS_ARE_WRITTEN, 1),
        ("£500", WRITE_THE_CODE, 0),
        ("500 €", "'€' is not a currency code of ISO 4217: write 500 EUR", 4),
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
        (
            "5 - 6 ships",
            "a range is written with two points, as in 5..6",
            2,
        ),
        ("250+ people", "a unit begins with a letter or %, not with '+'", 3),
        ("5 > 3", "a unit begins with a letter or %, not with '>'", 2),
        ("1O0 people", "a space is expected around the unit 'O0'", 1),
        ("500XAF", "a space is expected around the unit 'XAF'", 3),
        ("36 %of seats", "a space is expected around the unit '%of'", 3),
        *(
            (
                f"2 {word} people",
                f"'{word}' belongs to the number: write {2 * 10**power} people",
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
        ("5 people=", "'=' cannot be part of a unit", 8),
        ("~ 5 men~women~", "'~' cannot be part of a unit", 7),
        ("5 a\x00b", "'\\x00' cannot be part of a unit", 3),
        ("5 m٣", "'٣' cannot be part of a unit", 3),
        (
            "5 GPB",
            "'GPB' is not a currency of ISO 4217; did you mean 'GBP'?",
            2,
        ),
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
    "part",
    [
        "1,000",
        "1_",
        "9",
        " ",
        "> 5 ",
        "e",
        "..",
        "-",
        "a ",
        "%",
        "1e9",
        "m ",
        "€",
        "per P1Y ",
        "1.250",
        "change ",
        "万",
        "per year ",
    ],
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
    assert all(
        str(Quantity(f"5 {code}")) == f"5 {code}" for code in CURRENCIES
    )
