"""Amounts as values: building, comparing, and their units."""

from __future__ import annotations

import copy
import functools
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given

from amounts import (
    COMPARISONS,
    OUT_OF_RANGE,
    known,
    points,
    quantities,
)
from entente.errors import QuantityError, UndecidedError, UnitError
from entente.values._quantity import Quantity
from entente.values._truth import Truth


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
                for text in (
                    "1.50 EUR",
                    "1.5 EUR",
                    "=15e-1 EUR",
                    "1.5..1.5 EUR",
                )
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
    assert copy.deepcopy(amount) == amount
    assert pickle.loads(pickle.dumps(amount)) == amount  # noqa: S301


# --- building in code


def test_builds_by_keyword() -> None:
    """Code can name bounds instead of writing a text."""
    assert Quantity.exactly(500, "people") == Quantity("500 people")
    assert Quantity.exactly(
        Decimal("1.50"), "GBP", approximate=True
    ) == Quantity("~ 1.5 GBP")
    assert Quantity.exactly(500) == Quantity("500")
    assert Quantity.between(10, 12, "ships") == Quantity("10..12 ships")
    assert Quantity.between(250, 500, "people", low_open=True) == Quantity(
        "> 250 <= 500 people"
    )
    assert Quantity.between(None, 5, "percent", high_open=True) == Quantity(
        "< 5 %"
    )
    assert Quantity.between(
        None, None, low_open=True, high_open=True
    ) == Quantity("..")


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
        (
            Quantity("5"),
            "Quantity('5') is not an exact number; an int or a Decimal is",
        ),
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
    """A bare number is not an amount, nor a unit, in construction or in comparison."""
    message = (
        "an amount is read from a text, not from 500; see Quantity.exactly"
    )
    uses: tuple[Callable[..., object], ...] = (
        Quantity,
        Quantity.of,
        functools.partial(Quantity.exactly, 5),
        Quantity("5").__lt__,
        Quantity("5").__and__,
    )
    for use in uses:
        with pytest.raises(TypeError) as caught:
            use(500)
        assert str(caught.value) == message


@given(known(), known())
def test_comparisons_are_for_all_and_for_some(
    left: Quantity, right: Quantity
) -> None:
    """Yes is for every pair of values, no for none and maybe for some, as enumeration shows."""
    pairs = list(product(points(left, right), points(right, left)))
    for compare in COMPARISONS:
        found = {compare(a, b) for a, b in pairs}
        assert compare(left, right) is Truth.of(
            possible=True in found, certain=found == {True}
        )
    same = {a == b for a, b in pairs}
    assert left.equals(right) is Truth.of(
        possible=True in same, certain=same == {True}
    )


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
    """Either side of a comparison may be a text."""
    amount = Quantity("> 250 people")
    for text, answer in (
        ("250 people", Truth.YES),
        ("300 people", Truth.MAYBE),
    ):
        assert (amount > text) is answer
        assert (text < amount) is answer


def test_undecided_comparison_is_no_condition() -> None:
    """An `if` on a comparison that may go either way raises, and so does sorting."""
    amounts = [Quantity("> 250 people"), Quantity("300 people")]
    with pytest.raises(UndecidedError):
        sorted(amounts)
    assert sorted([Quantity("5"), Quantity("< 3")]) == [
        Quantity("< 3"),
        Quantity("5"),
    ]


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
    [
        ("5 people", "5 ships"),
        ("36 %", "36 % of GDP"),
        ("5", "5 EUR"),
        ("5 ships", "change 20 %"),
        ("5 ships", "2 percentage points"),
    ],
)
def test_units_do_not_mix(
    use: Callable[..., object], left: str, right: str
) -> None:
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
        (
            "5 people",
            "5",
            "'5 people' and '5' differ in unit: 'people' and no unit",
        ),
        (
            "5 GBP",
            "> 6 EUR",
            "'5 GBP' and '> 6 EUR' differ in unit: 'GBP' and 'EUR'; nothing is converted between currencies",
        ),
        (
            "5 money",
            "6 USD",
            "'5 money' and '6 USD' differ in unit: 'money' and 'USD'; nothing is converted between currencies, and 'money' may be of any",
        ),
        (
            "5 people",
            "6 money",
            "'5 people' and '6 money' differ in unit: 'people' and 'money'",
        ),
    ],
)
def test_unit_error_names_both(left: str, right: str, message: str) -> None:
    """The error names both amounts and their units, and that currencies are not converted."""
    with pytest.raises(UnitError) as caught:
        Quantity(left) + right
    assert str(caught.value) == message
