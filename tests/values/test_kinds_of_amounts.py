"""Levels, changes and rates: what may be calculated and compared with what."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given

from amounts import COMPARISONS, holds, known, points, quantities
from entente import Duration, Quantity
from entente.errors import DurationError, QuantityError, UnitError

BOTH_ALIKE: tuple[Callable[..., object], ...] = (
    *COMPARISONS,
    Quantity.equals,
    operator.and_,
    Quantity.share_of,
    Quantity.change_from,
)


# --- levels and changes


def test_a_change_is_no_level() -> None:
    """An amount of a change says something else than the same amount of a level."""
    assert Quantity("change 500 people") != Quantity("500 people")
    assert Quantity("change -36 %") != Quantity("-36 %")
    assert Quantity("change -36 %").is_change
    assert not Quantity("-36 %").is_change
    assert Quantity("2 percentage points").is_change


@pytest.mark.parametrize("use", BOTH_ALIKE)
def test_kinds_do_not_mix(use: Callable[..., object]) -> None:
    """A level and a change are not compared, and the error says which is which."""
    with pytest.raises(UnitError) as caught:
        use(Quantity("500 people"), Quantity("change 20 people"))
    assert str(caught.value) in {
        "'500 people' and 'change 20 people' differ in kind: a level and a change",
        "'change 20 people' and '500 people' differ in kind: a change and a level",
    }


@pytest.mark.parametrize(
    ("calculate", "result"),
    [
        (lambda: Quantity("7 %") - "5 %", "2 percentage point"),
        (lambda: Quantity("5 %") + "2 percentage points", "7 %"),
        (lambda: Quantity("2 percentage points") + "5 %", "7 %"),
        (lambda: Quantity("7 %") - "2 percentage points", "5 %"),
        (
            lambda: Quantity("2 % of GDP") - "1.5 % of GDP",
            "0.5 percentage point of GDP",
        ),
        (lambda: Quantity("2 pp") - "3 pp", "-1 percentage point"),
        (lambda: Quantity("2 pp") * 2, "4 percentage point"),
        (lambda: Quantity("5 %") + "7 %", "12 %"),
        (lambda: Quantity("50 people") - "40 people", "change 10 people"),
        (lambda: Quantity("50 people") + "change -10 people", "40 people"),
        (lambda: Quantity("change -10 people") + "50 people", "40 people"),
        (lambda: Quantity("50 people") - "change -10 people", "60 people"),
        (lambda: Quantity("50 people") + "40 people", "90 people"),
        (
            lambda: Quantity("change 5 people") - "change 7 people",
            "change -2 people",
        ),
        (lambda: Quantity("5 EUR") - "7 EUR", "change -2 EUR"),
        (lambda: Quantity("5 EUR") + "change -7 EUR", "-2 EUR"),
        (
            lambda: Quantity("3..10 people") + "change -5 people",
            "<= 5 people",
        ),
        (lambda: Quantity("< 5 people") * -2, ".. people"),
        (lambda: Quantity("change 5 people") * -2, "change -10 people"),
        (
            lambda: Quantity("36 ships").change_from("48 ships"),
            "change -25 %",
        ),
        (lambda: Quantity("7.5 %").change_from("5 %"), "change 50 %"),
        (lambda: Quantity("12 ships").share_of("48 ships"), "25 %"),
    ],
)
def test_results_have_the_right_kind(
    calculate: Callable[[], Quantity], result: str
) -> None:
    """Levels differ by a change, a level changed is a level, and changes add up to a change."""
    assert calculate() == Quantity(result)


@pytest.mark.parametrize(
    ("calculate", "message"),
    [
        (
            lambda: Quantity("change 20 people") - "500 people",
            "'change 20 people' and '500 people' differ in kind: a change and a level",
        ),
        (
            lambda: Quantity("5 %") + "change 20 %",
            (
                "'5 %' and 'change 20 %' differ in kind: a level and a relative change;"
                " percentage points can be added to a percentage"
            ),
        ),
        (
            lambda: Quantity("change 20 %") + "5 %",
            (
                "'5 %' and 'change 20 %' differ in kind: a level and a relative change;"
                " percentage points can be added to a percentage"
            ),
        ),
        (
            lambda: Quantity("500 people") + "change 20 %",
            "'500 people' and 'change 20 %' differ in unit: 'people' and '%'",
        ),
        (
            lambda: Quantity("change 5 people").share_of("change 7 people"),
            "'change 5 people' and 'change 7 people' are changes; only a level is a share of another",
        ),
        (
            lambda: Quantity("5 people per P1Y") + "5 people",
            "'5 people per P1Y' and '5 people' differ in rate: per P1Y and no rate",
        ),
        (
            lambda: Quantity("5 people") - "change 5 people per P1M",
            "'5 people' and 'change 5 people per P1M' differ in rate: no rate and per P1M",
        ),
    ],
)
def test_what_does_not_go_together_says_why(
    calculate: Callable[[], Quantity], message: str
) -> None:
    """The error names both amounts, and what each of them is."""
    with pytest.raises(UnitError) as caught:
        calculate()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "calculate",
    [
        lambda: Quantity("3 people") + "change -5 people",
        lambda: Quantity("3 people") - "change > 5 people",
        lambda: Quantity("3 people") * -1,
        lambda: Quantity("3 people") / -1,
    ],
)
def test_a_level_of_a_noun_never_falls_below_zero(
    calculate: Callable[[], Quantity],
) -> None:
    """A change that would make it negative is refused."""
    with pytest.raises(
        QuantityError, match="a number of 'people' cannot be negative"
    ):
        calculate()


@given(known("EUR"), quantities("EUR", is_change=True))
def test_a_change_leads_from_one_level_to_another(
    level: Quantity, change: Quantity
) -> None:
    """Adding and subtracting a change hold every result, and end in a level."""
    assume(not change.approximate)
    for result, operation in (
        (level + change, operator.add),
        (level - change, operator.sub),
    ):
        assert not result.is_change
        pairs = product(points(level), points(change))
        assert all(holds(result, operation(a, b)) for a, b in pairs)
    assert change + level == level + change


@given(quantities(), quantities())
def test_arithmetic_is_decided_by_kind(
    left: Quantity, right: Quantity
) -> None:
    """Of one unit and rate, every sum has the kind of its parts, or there is an error."""
    right = Quantity.between(
        right.low,
        right.high,
        left.unit,
        low_open=right.low_open,
        high_open=right.high_open,
        is_change=True,
        per=left.per,
    )
    if left.is_change:
        assert (left + right).is_change
        assert (left - right).is_change
        return
    assert (left - left).is_change
    assert not (left + left).is_change
    with pytest.raises(UnitError, match="differ in"):
        right - left
    if left.unit.startswith("%"):
        with pytest.raises(UnitError, match="differ in kind"):
            left + right


@given(quantities())
def test_rounding_and_scaling_keep_kind_and_rate(amount: Quantity) -> None:
    """What changes an amount's size changes nothing else."""
    for result in (amount * 2, amount / 3, round(amount, 1), amount & amount):
        assert (result.unit, result.is_change, result.per) == (
            amount.unit,
            amount.is_change,
            amount.per,
        )


# --- rates


def test_a_rate_is_part_of_an_amount() -> None:
    """It can be given in the text or apart, and takes part in equality."""
    amount = Quantity("15,000..20,000 people per P1Y")
    assert amount.per == Duration("P1Y")
    assert amount.unit == "people"
    assert amount == Quantity("15,000..20,000 people", per="P1Y")
    assert amount == Quantity.between(
        15_000, 20_000, "people", per=Duration("P12M")
    )
    assert amount == Quantity.between(15_000, 20_000, "people per P1Y")
    assert amount != Quantity("15,000..20,000 people")
    assert Quantity.exactly(5, per="P1D") == Quantity("5 per P1D")
    assert Quantity.exactly(-5, "people", is_change=True) == Quantity(
        "change -5 people"
    )


def test_rates_of_one_length_are_calculated_with() -> None:
    """Sums keep the rate, and a share of a rate has none."""
    yearly = Quantity("8 ships per P1Y")
    assert yearly + "2 ships per P12M" == Quantity("10 ships per P1Y")
    assert yearly - "2 ships per P1Y" == Quantity("change 6 ships per P1Y")
    assert yearly.share_of("16 ships per P1Y") == Quantity("50 %")
    assert yearly.change_from("16 ships per P1Y") == Quantity("change -50 %")
    assert yearly * 2 == Quantity("16 ships per P1Y")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Quantity("5 people per P1Y", per="P1Y"),
        lambda: Quantity.exactly(5, "people per P1Y", per="P1M"),
    ],
)
def test_a_rate_is_given_once(build: Callable[[], Quantity]) -> None:
    """A second rate is refused, even if it is the same."""
    with pytest.raises(QuantityError) as caught:
        build()
    assert str(caught.value) == (
        "'5 people per P1Y' is not an amount: it states a rate, and another is given"
    )


def test_a_rate_needs_a_duration() -> None:
    """Anything else is refused as the duration that it is not."""
    with pytest.raises(DurationError, match="'a year' is not a duration"):
        Quantity("5 people", per="a year")


# --- numbers that are written as they can be read


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Quantity("5") / 8, "0.625"),
        (Quantity("9") / 8, "1.1250"),
        (Quantity("9 people") / 8, "1.1250 people"),
        (Quantity("-999,999 EUR") / 1000, "-999.9990 EUR"),
        (Quantity("1,234,567") / 1000, "1234.567"),
        (Quantity.exactly(Decimal("1.250"), "people"), "1.25 people"),
        (Quantity.exactly(Decimal("12.345"), "people"), "12.3450 people"),
        (
            Quantity.between(Decimal("1.125"), Decimal("2.125")),
            "1.1250..2.1250",
        ),
    ],
)
def test_three_decimals_read_back(amount: Quantity, text: str) -> None:
    """A zero at the end shows that a point is the decimal sign."""
    assert str(amount) == text
    assert Quantity(text) == amount
