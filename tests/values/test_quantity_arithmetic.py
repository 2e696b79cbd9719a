"""Arithmetic with amounts: results hold every possible value, and no more."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, strategies as st

from amounts import (
    HUGE,
    TINY,
    holds,
    known,
    points,
    positive,
    quantities,
    small_numbers,
    wide_numbers,
)
from entente.errors import QuantityError
from entente.values._quantity import Quantity
from entente.values._truth import Truth


@given(known(), known())
def test_sums_hold_all_sums_and_no_more(
    left: Quantity, right: Quantity
) -> None:
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
        amount * factor,
        [value * exact for value in points(amount)],
        TINY * abs(exact),
    )
    assert factor * amount == amount * factor
    if factor:
        spread = [value / exact for value in points(amount)]
        assert_hull(
            amount / factor, spread, TINY / abs(exact) + Fraction(1, 10**20)
        )


@given(known(), positive)
def test_shares_hold_all_shares_and_no_more(
    part: Quantity, whole: Quantity
) -> None:
    """A share holds that of any two values, and its ends are reached or approached."""
    shares = [100 * a / b for a, b in product(points(part), points(whole))]
    result = part.share_of(whole)
    assert result.unit == "%"
    assert_hull(result, shares, Fraction(1, 10))
    change = part.change_from(whole)
    assert change.unit == "%"
    assert_hull(change, [share - 100 for share in shares], Fraction(1, 10))


def assert_hull(
    result: Quantity, values: list[Fraction], slack: Fraction
) -> None:
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


@given(
    known(numbers=wide_numbers),
    known(numbers=wide_numbers),
    st.integers(1, 10**9),
)
def test_rounding_is_outward(
    left: Quantity, right: Quantity, divisor: int
) -> None:
    """However fine or far apart the numbers, no possible result is lost; one too large has no bound."""
    total, part = left + right, left / divisor
    for side in ("low", "high"):
        ours, theirs = getattr(left, side), getattr(right, side)
        for end, exact in (
            (
                getattr(total, side),
                None
                if None in {ours, theirs}
                else Fraction(ours) + Fraction(theirs),
            ),
            (
                getattr(part, side),
                None if ours is None else Fraction(ours) / divisor,
            ),
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
    assert (
        (change > "change -35.6910 %")
        is (change < "change -35.69 %")
        is Truth.YES
    )
    assert round(change, 2) == Quantity("change ~ -35.69 %")
    assert Quantity("36 ships").change_from("48 ships") == Quantity(
        "change -25 %"
    )
    assert Quantity("> 250 people").change_from("200..250 people") == Quantity(
        "change > 0 %"
    )
    assert Quantity("5 ships").change_from("> 10 ships") == Quantity(
        "change > -100 < -50 %"
    )
    assert Quantity("0 ships").change_from("> 10 ships") == Quantity(
        "change -100 %"
    )


def test_differences_of_levels_are_changes() -> None:
    """A difference may be negative; it is written as a change that reads back."""
    fall = Quantity("29,437 people") - "45,774 people"
    assert str(fall) == "change -16337 people"
    assert Quantity(str(fall)) == fall
    assert fall + "45,774 people" == Quantity("29437 people")
    assert str(Quantity("< 5 people") - "3 people") == "change < 2 people"


def test_unknown_is_closed_under_arithmetic() -> None:
    """Two bounds may say nothing of a difference, and that can be written and calculated with."""
    unknown = Quantity("> 250 people") - "> 100 people"
    assert unknown == Quantity("change .. people")
    assert unknown + unknown == unknown * 2 == unknown / -3 == unknown
    assert unknown * 0 == Quantity("change 0 people")


@given(known(), known())
def test_intersection_is_what_both_hold(
    left: Quantity, right: Quantity
) -> None:
    """`&` holds what both hold, in either order, and is refused where that is nothing."""
    if left.equals(right) is Truth.NO:
        with pytest.raises(QuantityError):
            left & right
        return
    both = left & right
    assert both == right & left
    for value in {*points(left), *points(right)}:
        assert holds(both, value) is (
            holds(left, value) and holds(right, value)
        )


@given(quantities(""), quantities(""))
def test_approximate_stays_approximate(
    left: Quantity, right: Quantity
) -> None:
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
        ("-35.6940", 2, "~ -35.69"),
        ("2.5", 0, "~ 2"),
        ("12 ships", 0, "12 ships"),
        ("12,345 ships", -3, "~ 12000 ships"),
        ("> 33.3330 <= 100 %", 1, "~ > 33.3 <= 100 %"),
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
    size = abs(number)

    def results() -> list[str]:
        sums = [
            amount + amount,
            amount * size,
            amount / 7,
            amount * Decimal("1e97"),
        ]
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
        patch.setitem(
            decimal.DefaultContext.flags, decimal.Inexact, value=True
        )
        assert results() == expected


def test_sums_up_from_a_start() -> None:
    """`sum` works from an amount of nothing in the right unit."""
    parts = [
        Quantity("10..12 ships"),
        Quantity("> 3 ships"),
        Quantity("1 ships"),
    ]
    assert sum(parts, Quantity("0 ships")) == Quantity("> 14 ships")


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
def test_impossible_sums(
    calculate: Callable[[], Quantity], message: str
) -> None:
    """A division by what may be zero, and two things that cannot both be known, are refused."""
    with pytest.raises(QuantityError) as caught:
        calculate()
    assert str(caught.value) == message
