"""How much one commitment promises in a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, strategies as st

from entente import (
    Amount,
    AmountCombination,
    AmountForm,
    AmountRole,
    Duration,
    Scope,
    ScopeKind,
)
from entente.answers._promised import (
    Promised,
    _times_in,
    are_apart,
    common,
    promised,
    up_to,
)
from entente.values import Quantity
from pledges import amount, pledge, reasons

UNCLEAR = "the promise states several, and not how they go together"
CONTRADICTED = "the amounts that the promise states contradict each other"


def of(*amounts: str | Amount, unit: str = "USD") -> Promised:
    """Return what a commitment with these amounts promises."""
    return promised(pledge("aid", *amounts), unit)


def value(*amounts: str | Amount, unit: str = "USD") -> str:
    """Return what a commitment with these amounts promises, as a text."""
    return str(of(*amounts, unit=unit).value)


# --- one amount ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role", "counted"),
    [
        ("100 USD", "total", "100 USD"),
        ("> 100 <= 200 USD", "total", "> 100 <= 200 USD"),
        ("~ 100 USD", "total", "~ 100 USD"),
        ("100 USD", "additional", "100 USD"),
        ("<= 100 USD", "total", "0..100 USD"),
        (".. USD", "total", ">= 0 USD"),
        ("100 USD", "cap", "0..100 USD"),
        ("< 100 USD", "cap", ">= 0 < 100 USD"),
        ("~ 100 USD", "cap", "~ 0..100 USD"),
        ("> 100 USD", "cap", ">= 0 USD"),
        ("100 USD", "floor", ">= 100 USD"),
        ("> 100 USD", "floor", "> 100 USD"),
        ("100..200 USD", "floor", ">= 100 USD"),
        ("~ 100 USD", "floor", "~ >= 100 USD"),
        ("<= 100 USD", "floor", ">= 0 USD"),
    ],
)
def test_an_amount_counts_by_its_role(
    text: str, role: str, counted: str
) -> None:
    """A total and an addition count as they are, a cap from nothing, a floor without an end."""
    found = of(amount(text, role))
    assert str(found.value) == counted
    assert found.amounts == (amount(text, role),)
    assert found.left_out == ()


def test_people_are_added_up_like_money() -> None:
    """Any noun is a unit; other nouns and money are other questions, and are not listed."""
    found = of("500 people", "12 ships", "5 USD", unit="people")
    assert str(found.value) == "500 people"
    assert found.left_out == ()


def test_people_are_no_part_of_a_sum_of_money() -> None:
    """Amounts that are no money are not listed where money is asked for."""
    tariff = amount("10 %", "rate"), amount("15 %", "before")
    found = of("500 people", ".. people", *tariff, unit="USD")
    assert found.value is None
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("left", "reason"),
    [
        (amount("5 EUR"), "it is in EUR, and nothing is converted"),
        (
            amount("5 USD in grants"),
            "it is in USD in grants, and nothing is converted",
        ),
        (amount("5 money"), "the source leaves the currency open"),
        (
            amount("5 USD", "quota"),
            "a quota is what may be done, not what is promised",
        ),
        (
            amount("5 USD", "kept"),
            "it is what stays as it was, not what is promised",
        ),
        (amount("5 USD", "share"), "it is a share of something else"),
        (
            amount("5 USD", "rate"),
            "it is a rate that applies, not what is promised",
        ),
        (amount("5 USD", "before"), "it is what applied before"),
        (
            amount("5 USD", "equivalent"),
            "it is an equivalent: equivalents=True counts it",
        ),
        (
            amount("30 %", "share"),
            "it is a share, and says no amount in USD",
        ),
        (amount("30 %"), "it is a share, and says no amount in USD"),
        (
            Amount(times="2", of="the aid"),
            "it is a factor, and says no amount in USD",
        ),
        (
            amount("change 5 USD", "additional"),
            "it is a change, and does not say how much there will be",
        ),
        (
            amount("change 50 %"),
            "it is a change, and does not say how much there will be",
        ),
        (
            amount("5 EUR", "equivalent"),
            "it is the same amount in another currency",
        ),
        (amount("-5..5 USD"), "it may be less than nothing"),
        (amount("< -5 USD"), "it is less than nothing"),
        (amount("< 0 USD"), "it is less than nothing"),
        (
            amount("< 0 USD per P1Y", over="2023/2025"),
            "it is less than nothing",
        ),
        (
            amount("5 USD per P1Y"),
            "it is a rate, and its amount has no `over` or `duration` of a whole number of years",
        ),
    ],
)
def test_what_cannot_be_added_up_is_listed(left: Amount, reason: str) -> None:
    """Each such amount has a reason, and the rest of the promise counts."""
    found = promised(pledge("aid", left, "7 USD"), "USD")
    assert str(found.value) == "7 USD"
    assert [each.commitment for each in found.left_out] == ["aid"]
    assert [each.amount for each in found.left_out] == [left]
    assert [each.reason for each in found.left_out] == [reason]


# --- rates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time", "counted"),
    [
        ("5 USD per P1Y", {"over": "2023/2025"}, "15 USD"),
        ("5 USD per P1Y", {"over": "2023-04-01/2025-03-31"}, "10 USD"),
        ("5 USD per P1M", {"over": "2024"}, "60 USD"),
        ("> 5 USD per P1Y", {"duration": "P3Y"}, "> 15 USD"),
        ("~ 5..6 USD per P6M", {"duration": "P1Y"}, "~ 10..12 USD"),
        ("5 USD per P1W", {"duration": "P28D"}, "20 USD"),
        ("5 USD per P1Y", {"over": "2023/2024-06"}, "None"),
        ("5 USD per P1Y", {"over": "2023/.."}, "None"),
        ("5 USD per P1Y", {"over": "2023~"}, "None"),
        ("5 USD per P1Y", {"duration": "P6M"}, "None"),
        ("5 USD per P1M", {"duration": "P30D"}, "None"),
        ("5 USD per P1W", {"duration": "P1M"}, "None"),
    ],
)
def test_a_rate_counts_for_a_whole_number_of_its_times(
    text: str, time: dict[str, Any], counted: str
) -> None:
    """It is multiplied by the number of times in its own time, and is listed if that is not whole."""
    assert value(amount(text, **time)) == counted


def test_caps_and_floors_may_be_rates() -> None:
    """No more than 5 a year is no more than 15 in three years."""
    assert value(amount("5 USD per P1Y", "cap", duration="P3Y")) == "0..15 USD"
    assert (
        value(amount("5 USD per P1Y", "floor", over="2023/2025"))
        == ">= 15 USD"
    )


@pytest.mark.parametrize(
    ("whole", "part", "count"),
    [
        ("P1Y", "P1Y", 1),
        ("P1Y1D", "P1Y", None),
        ("P2Y2D", "P1Y1D", 2),
        ("P6M", "P1Y", 0),
        ("P1Y", "P1D", None),
    ],
)
def test_durations_are_counted_in_durations(
    whole: str, part: str, count: int | None
) -> None:
    """Months are never counted in days, nor days in months."""
    found = _times_in(Duration(whole), Duration(part))
    assert found == (count or None)


# --- several amounts -----------------------------------------------------------------------------


def test_an_addition_is_added_to_the_total() -> None:
    """What comes on top is added, however often it is said."""
    further = amount("20..30 USD", "additional")
    assert value("100 USD", further) == "120..130 USD"
    assert value(further, further) == "40..60 USD"
    assert value(amount("50 USD", "cap"), further) == "20..80 USD"


def test_a_cap_and_a_floor_bound_what_is_promised() -> None:
    """Together they say between what it lies, openness included."""
    floor, cap = amount("> 10 USD", "floor"), amount("50 USD", "cap")
    found = of(floor, cap)
    assert str(found.value) == "> 10 <= 50 USD"
    assert set(found.amounts) == {floor, cap}


def test_a_floor_above_the_cap_is_not_counted() -> None:
    """Neither is guessed, and both are listed."""
    found = of(amount("60 USD", "floor"), amount("50 USD", "cap"))
    assert found.value is None
    assert reasons(found.left_out) == [
        f"aid 60 USD: {CONTRADICTED}",
        f"aid 50 USD: {CONTRADICTED}",
    ]


def test_the_whole_is_no_less_than_the_floor_of_a_part() -> None:
    """At least 10 this year and at most 50 in all are 10 to 50 in all."""
    cap = amount("50 USD", "cap", over="2023/2025")
    found = of(amount("10 USD", "floor", over="2023"), cap)
    assert str(found.value) == "10..50 USD"
    assert found.amounts == (cap,)
    assert reasons(found.left_out) == [
        "aid 10 USD: it is in the 50 USD of the same promise"
    ]


def test_a_cap_of_a_part_says_nothing_of_the_whole() -> None:
    """No more than 50 this year does not bound what comes later."""
    floor = amount("10 USD", "floor", over="2023/2025")
    cap = amount("50 USD", "cap", over="2023")
    assert value(floor, cap) == ">= 10 USD"
    assert value(amount("100 USD", over="2023/2025"), cap) == "100 USD"


def test_a_total_of_a_part_does_not_settle_the_whole() -> None:
    """A hundred this year, and at most 500 in all, are 100 to 500 in all."""
    total, cap = amount("100 USD", over="2023"), amount("500 USD", "cap")
    assert value(total, cap) == "100..500 USD"
    about = amount("~ 100 USD", over="2023")
    assert value(about, cap) == "0..500 USD"


def test_a_total_counts_within_its_bounds() -> None:
    """A cap or a floor of what is stated adds nothing, and may say more of it."""
    cap = amount("200 USD", "cap")
    found = of("100 USD", cap, amount("50 USD", "floor"))
    assert str(found.value) == "100 USD"
    assert len(found.amounts) == 3
    assert value(">= 10 USD", cap) == "10..200 USD"
    assert value("<= 100 USD", amount("20 USD", "floor")) == "20..100 USD"
    assert value("100 USD", amount("~ 200 USD", "cap")) == "100 USD"
    assert value("~ 100 USD", cap) == "~ 100 USD"


def test_bounds_for_one_time_in_two_spellings_go_together() -> None:
    """A year and its months are the same time."""
    floor = amount("10 USD", "floor", over="2023")
    cap = amount("50 USD", "cap", over="2023-01/2023-12")
    assert value(floor, cap) == "10..50 USD"


def test_totals_for_times_that_do_not_overlap_are_added() -> None:
    """An amount for each of three years is the sum of the three."""
    years = [
        amount("141 EUR", over="2023-04-01/2024-03-31"),
        amount("191 EUR", over="2024-04-01/2025-03-31"),
        amount("209 EUR", over="2025-04-01/2026-03-31"),
    ]
    found = of(*years, unit="EUR")
    assert str(found.value) == "541 EUR"
    assert found.amounts == tuple(years)


@pytest.mark.parametrize("over", ["2023-04-01/2026-03-31", None])
def test_the_whole_counts_and_not_its_years(over: str | None) -> None:
    """A total for all of the time, or for no time in particular, has the others in it."""
    found = of(
        amount("141 EUR", over="2023-04-01/2024-03-31"),
        amount("541 EUR", over=over),
        unit="EUR",
    )
    assert str(found.value) == "541 EUR"
    assert reasons(found.left_out) == [
        "aid 141 EUR: it is in the 541 EUR of the same promise"
    ]


ROADS = Scope(kind=ScopeKind.SERVICES, text="Roads")
SCHOOLS = Scope(kind=ScopeKind.SERVICES, text="Schools")


@pytest.mark.parametrize(
    "amounts",
    [
        [amount("100 USD"), amount("200 USD")],
        [amount("100 USD"), amount("100 USD")],
        [amount("100 USD", over="2023"), amount("200 USD", over="2023")],
        [
            amount("100 USD", over="2023"),
            amount("200 USD", over="2023-01/2023-12"),
        ],
        [amount("100 USD", "cap"), amount("200 USD", "cap")],
        [
            amount("100 USD", scope=(ROADS,)),
            amount("200 USD", scope=(ROADS,)),
        ],
    ],
)
def test_several_amounts_for_the_same_are_not_counted(
    amounts: list[Amount],
) -> None:
    """Nobody can say whether one is in the other, and neither is guessed."""
    found = of(*amounts)
    assert found.value is None
    assert [(each.amount, each.reason) for each in found.left_out] == [
        (each, UNCLEAR) for each in amounts
    ]


@pytest.mark.parametrize(
    "amounts",
    [
        [amount("30 USD"), amount("20 USD", "cap")],
        [amount("30 USD"), amount("40 USD", "floor")],
        [amount("100 USD"), amount("400 USD", over="2023")],
        [amount("100 USD", over="2023/2025"), amount("200 USD", over="2023")],
        [
            amount("40 USD"),
            amount("30 USD", over="2024"),
            amount("20 USD", over="2025"),
        ],
        [
            amount("40 USD"),
            amount("5 USD", over="2024", form=AmountForm.GRANT),
            amount("30 USD", over="2024"),
            amount("20 USD", over="2025"),
        ],
        [
            amount("100 USD", "cap"),
            amount("60 USD", over="2024"),
            amount("70 USD", over="2025"),
        ],
        [amount("100 USD"), amount("101 USD", form=AmountForm.LOAN)],
    ],
)
def test_amounts_that_contradict_each_other_are_not_counted(
    amounts: list[Amount],
) -> None:
    """A total outside its bounds, or parts that are more than their whole: none is guessed."""
    found = of(*amounts)
    assert found.value is None
    assert {each.reason for each in found.left_out} == {CONTRADICTED}
    assert sorted(map(repr, amounts)) == sorted(
        repr(each.amount) for each in found.left_out
    )


def test_beside_parts_that_contradict_a_whole_the_rest_is_the_least() -> None:
    """What is for another time counts, and a part of two wholes is listed once."""
    grant = amount("50 USD", over="2023", form=AmountForm.GRANT)
    found = of(
        amount("40 USD", over="2023"),
        grant,
        amount("200 USD", form=AmountForm.GRANT),
        amount("7 USD", over="2024", form=AmountForm.LOAN),
    )
    assert str(found.value) == ">= 207 USD"
    assert reasons(found.left_out) == [
        f"aid 40 USD: {CONTRADICTED}",
        f"aid 50 USD: {CONTRADICTED}",
    ]


def test_parts_that_contradict_each_other_leave_the_whole_as_it_is() -> None:
    """The whole counts, and they are listed with the reason."""
    found = of(
        "100 USD",
        amount("30 USD", over="2023"),
        amount("50 USD", over="2023", form=AmountForm.GRANT),
        amount("20 USD", over="2024"),
    )
    assert str(found.value) == "100 USD"
    assert reasons(found.left_out) == [
        f"aid 30 USD: {CONTRADICTED}",
        f"aid 50 USD: {CONTRADICTED}",
        "aid 20 USD: it is in the 100 USD of the same promise",
    ]


def test_a_part_of_what_is_unclear_is_the_least_that_it_is() -> None:
    """Of 47 or 50, nobody can say which, 15 at least are promised."""
    grant = amount("15 USD", form=AmountForm.GRANT)
    found = of("47 USD", "50 USD", grant)
    assert str(found.value) == ">= 15 USD"
    assert found.amounts == (grant,)
    assert reasons(found.left_out) == [
        f"aid 47 USD: {UNCLEAR}",
        f"aid 50 USD: {UNCLEAR}",
    ]


def test_wholes_that_do_not_overlap_are_added() -> None:
    """Each has its own parts in it."""
    found = of(
        amount("100 USD", over="2024/2025"),
        amount("50 USD", over="2024"),
        amount("30 USD", over="2026"),
    )
    assert str(found.value) == "130 USD"
    assert reasons(found.left_out) == [
        "aid 50 USD: it is in the 100 USD of the same promise"
    ]


def test_beside_what_is_unclear_the_rest_is_the_least() -> None:
    """What is said of another time counts, and more is promised."""
    found = of(
        amount("100 USD", over="2023"),
        amount("200 USD", over="2023"),
        amount("50 USD", over="2024"),
    )
    assert str(found.value) == ">= 50 USD"
    assert len(found.left_out) == 2
    listed = [each.amount for each in found.left_out]
    assert value("300 USD", *found.amounts, *listed) == "300 USD"
    further = amount("7 USD", "additional")
    assert value(further, *listed) == ">= 7 USD"


@pytest.mark.parametrize(
    "amounts",
    [
        [
            amount("100 USD", over="2023/2024"),
            amount("200 USD", over="2024/2025"),
        ],
        [amount("100 USD", over="2023~"), amount("200 USD", over="2024")],
        [amount("100 USD", over="2023"), amount("200 USD", duration="P1Y")],
        [
            amount("100 USD", scope=(ROADS,)),
            amount("200 USD", scope=(SCHOOLS,)),
        ],
        [
            amount("100 USD", "additional", over="2023"),
            amount("200 USD", "additional"),
        ],
        [
            amount("100 USD", "additional", over="2023"),
            amount("200 USD", "additional", over="2023/2025"),
        ],
    ],
)
def test_amounts_that_may_overlap_are_bounded(amounts: list[Amount]) -> None:
    """Together they are as much as the largest at least, and all of them at most."""
    found = of(*amounts)
    assert str(found.value) == "200..300 USD"
    assert found.amounts == tuple(amounts)


def test_amounts_that_may_overlap_keep_their_open_ends() -> None:
    """So do they that are approximate."""
    roads = amount("> 10 < 20 USD", scope=(ROADS,))
    assert value(roads, amount("10 USD", scope=(SCHOOLS,))) == "> 10 < 30 USD"
    about = amount("~ 10 USD", scope=(SCHOOLS,))
    assert value(roads, about) == "~ > 10 < 30 USD"


def test_amounts_in_different_forms_are_added() -> None:
    """A grant is no loan, and a total without a form has both in it."""
    grant = amount("100 USD", form=AmountForm.GRANT)
    loan = amount("400 USD", form=AmountForm.LOAN)
    assert value(grant, loan) == "500 USD"
    assert value(grant, loan, "500 USD") == "500 USD"
    assert value(grant, "500 USD") == "500 USD"


def test_a_total_for_all_has_what_is_for_a_part_in_it() -> None:
    """An amount for the roads is in the amount for everything."""
    roads = amount("100 USD", scope=(ROADS,))
    found = of(roads, "500 USD")
    assert str(found.value) == "500 USD"
    assert reasons(found.left_out) == [
        "aid 100 USD: it is in the 500 USD of the same promise"
    ]
    both = amount("30 USD", scope=(ROADS,), over="2023")
    assert value(roads, both) == "100 USD"


def test_additions_for_times_that_do_not_overlap_are_added() -> None:
    """Further amounts for this year and for the next are different money."""
    this = amount("100 USD", "additional", over="2023")
    following = amount("200 USD", "additional", over="2024")
    assert value(this, following) == "300 USD"


# --- what the amounts are ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amounts", "is_on_top", "states_anew"),
    [
        ([], False, False),
        ([amount("5 people")], False, False),
        ([Amount(times="2")], False, False),
        ([amount("5 %", "share")], False, False),
        ([amount("5 USD")], False, True),
        ([amount("5 EUR")], False, True),
        ([amount("5 USD", "quota")], False, False),
        ([amount("5 EUR", "kept")], False, False),
        ([amount("change 5 USD")], False, False),
        ([amount("change 5 %")], False, False),
        ([amount("change 5 USD", "additional")], False, False),
        (
            [amount("5 USD", "kept"), amount("5 USD", "additional")],
            True,
            False,
        ),
        ([amount("5 USD", "additional")], True, False),
        ([amount("5 USD", "additional"), amount("5 USD")], False, True),
        ([amount("5 USD", "equivalent")], False, False),
        ([amount("5 USD", "before")], False, False),
        (
            [amount("5 USD", "additional"), amount("4 EUR", "equivalent")],
            True,
            False,
        ),
        (
            [amount("5 USD"), amount("4 EUR", "equivalent")],
            False,
            True,
        ),
    ],
)
def test_a_promise_is_on_top_or_states_its_amount_anew(
    amounts: list[Amount], *, is_on_top: bool, states_anew: bool
) -> None:
    """Other units, and all that goes with another amount, say neither."""
    found = of(*amounts)
    assert (found.is_on_top, found.states_anew) == (is_on_top, states_anew)


def test_times_are_apart_only_if_that_is_certain() -> None:
    """A time that is not given, or in doubt, may be the same."""
    this = amount("1 USD", over="2023")
    assert are_apart(this, amount("1 USD", over="2024"))
    assert are_apart(amount("1 USD", over="2024"), this)
    assert not are_apart(this, this)
    assert not are_apart(this, amount("1 USD"))
    assert not are_apart(amount("1 USD"), this)
    assert not are_apart(this, amount("1 USD", over="2024?"))


def test_a_part_of_an_amount_may_be_nothing() -> None:
    """It ends where the amount does, openness and doubt included."""
    assert up_to(Quantity("> 3 < 5 USD")) == Quantity(">= 0 < 5 USD")
    assert up_to(Quantity("~ 5 USD")) == Quantity("~ 0..5 USD")
    assert up_to(Quantity("> 5 USD")) == Quantity(">= 0 USD")


def test_statements_of_one_amount_are_combined() -> None:
    """What holds for all of them is known; if nothing does, they differ."""
    texts = ("> 250 USD", "300..400 USD", "<= 350 USD")
    assert common([Quantity(text) for text in texts]) == Quantity(
        "300..350 USD"
    )
    assert common([Quantity("~ 40 USD"), Quantity("45 USD")]) is None


def test_every_role_of_amounts_is_decided() -> None:
    """No role is taken for a total by oversight."""
    decided = {
        "total", "additional", "cap", "floor", "quota", "kept", "share",
        "rate", "before", "equivalent",
    }  # fmt: skip
    assert {role.value for role in AmountRole} == decided


# --- laws ----------------------------------------------------------------------------------------
#
# What is paid is drawn first: so much in each of three years, as a grant or a loan, for roads or
# schools. Then amounts are written that describe it, each for some of it. What these come to holds
# the sum of all that is paid.

YEARS = {
    None: (2023, 2024, 2025),
    "2023": (2023,),
    "2024": (2024,),
    "2025": (2025,),
    "2023/2024": (2023, 2024),
    "2024/2025": (2024, 2025),
    "2023-01/2023-12": (2023,),
}
FORMS = tuple(AmountForm)[:2]
PAID = tuple(product((2023, 2024, 2025), FORMS, (ROADS, SCHOOLS)))


@st.composite
def described(draw: st.DrawFn) -> tuple[int, list[Amount]]:
    """Draw a sum that is paid, and amounts that describe it."""
    meant_for = draw(
        st.lists(
            st.tuples(
                st.sampled_from(list(YEARS)),
                st.sampled_from([None, None, *FORMS]),
                st.sampled_from([None, None, ROADS, SCHOOLS]),
            ),
            min_size=1,
            max_size=4,
        )
    )

    def is_for(
        each: tuple[str | None, AmountForm | None, Scope | None],
        payment: tuple[int, AmountForm, Scope],
    ) -> bool:
        over, form, scope = each
        year, *details = payment
        alike = zip((form, scope), details, strict=True)
        return year in YEARS[over] and all(
            one in {None, other} for one, other in alike
        )

    sizes = st.sampled_from([0, 0, 1, 2, 5])
    paid: dict[object, int] = {
        payment: draw(sizes)
        for payment in PAID
        if any(is_for(each, payment) for each in meant_for)
    }
    amounts: list[Amount] = []
    for each in meant_for:
        size = sum(
            paid[payment]
            for payment in PAID
            if payment in paid and is_for(each, payment)
        )
        below = draw(st.integers(0, size))
        above = size + draw(st.integers(1, 3))
        text, role = draw(
            st.sampled_from(
                [
                    (f"{size}", "total"),
                    (f"{size}", "cap"),
                    (f"{size}", "floor"),
                    (f"{above}", "cap"),
                    (f"< {above}", "cap"),
                    (f"{below}", "floor"),
                    (f">= {below}", "total"),
                    (f"< {above}", "total"),
                    (f"{below}..{above}", "total"),
                ]
            )
        )
        over, form, scope = each
        covered = () if scope is None else (scope,)
        amounts.append(
            amount(f"{text} USD", role, over=over, form=form, scope=covered)
        )
    for size in draw(st.lists(st.integers(0, 3), max_size=2)):
        amounts.append(amount(f"{size} USD", "additional"))
        paid["on top", len(amounts)] = size
    return sum(paid.values()), amounts


@given(described())
def test_what_amounts_come_to_holds_what_is_paid(
    drawn: tuple[int, list[Amount]],
) -> None:
    """A true description contradicts nothing, and no sum is above or below the truth for certain."""
    paid, amounts = drawn
    found = of(*amounts)
    assert CONTRADICTED not in {each.reason for each in found.left_out}
    if found.value is not None:
        assert found.value.equals(f"{paid} USD").possible
    else:
        assert found.left_out


@given(described(), st.randoms())
def test_the_order_of_amounts_changes_no_sum(
    drawn: tuple[int, list[Amount]], random: Any
) -> None:
    """The order in which a record lists its amounts says nothing."""
    _, amounts = drawn
    shuffled = list(amounts)
    random.shuffle(shuffled)
    assert of(*shuffled).value == of(*amounts).value


# --- amounts that are combined -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "amounts", "counted"),
    [
        ("sum", ["3 USD", "4 USD"], "7 USD"),
        ("higher", ["3 USD", "4 USD"], "4 USD"),
        ("lower", ["3 USD", "4 USD"], "3 USD"),
        ("higher", ["> 3 <= 5 USD", "2..4 USD"], "> 3 <= 5 USD"),
        ("lower", ["> 3 <= 5 USD", "2..4 USD"], "2..4 USD"),
        ("higher", ["3..5 USD", "> 3 < 5 USD"], "> 3 <= 5 USD"),
        ("lower", ["3..5 USD", "> 3 < 5 USD"], ">= 3 < 5 USD"),
        ("higher", ["<= 5 USD", ">= 2 USD"], ">= 2 USD"),
        ("lower", ["<= 5 USD", ">= 2 USD"], "0..5 USD"),
        ("lower", [">= 3 USD", ">= 2 USD"], ">= 2 USD"),
        ("higher", ["~ 3 USD", "4 USD"], "~ 4 USD"),
        # What nobody knows is the more, or the less.
        ("higher", ["3 USD", "4 %"], ">= 3 USD"),
        ("lower", ["3 USD", "4 %"], "0..3 USD"),
        ("lower", ["3 USD", "5 EUR"], "0..3 USD"),
        ("sum", ["3 USD", "5 EUR"], "3 USD"),
        ("higher", ["4 %", "5 %"], "None"),
    ],
)  # fmt: skip
def test_amounts_that_are_combined_count_as_one(
    word: str, amounts: list[str], counted: str
) -> None:
    """They are the sum, the highest or the lowest, within what is known of each."""
    together = [
        amount(each, combined=AmountCombination(word)) for each in amounts
    ]
    assert value(*together) == counted
    assert value(*reversed(together)) == counted


def test_what_is_combined_stands_beside_the_rest() -> None:
    """It is one amount of the promise, with the role of the first of its own."""
    lower = {"combined": AmountCombination.LOWER}
    both = [amount("3 USD", "cap", **lower), amount("5 USD", "cap", **lower)]
    assert value(*both) == "0..3 USD"
    assert value("2 USD", *both) == "2 USD"
    assert reasons(of("4 USD", *both).left_out) == [
        f"aid {each}: {CONTRADICTED}" for each in ("4 USD", "3 USD", "5 USD")
    ]
    more = [amount(each, "additional", **lower) for each in ("3 USD", "5 USD")]
    found = of("10 USD", *more)
    assert (str(found.value), found.amounts) == (
        "13 USD",
        (amount("10 USD"), *more),
    )


@given(st.data())
def test_every_way_in_which_amounts_may_turn_out_is_in_what_they_come_to(
    data: st.DataObject,
) -> None:
    """Whatever each amount is, the highest, lowest or sum of them is possible, and no bound is too wide."""
    figures = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(sorted)
    bounds = data.draw(st.lists(figures, min_size=1, max_size=3))
    word = data.draw(st.sampled_from(AmountCombination))
    work_out: dict[AmountCombination, Callable[[Iterable[int]], int]] = {
        AmountCombination.SUM: sum,
        AmountCombination.HIGHER: max,
        AmountCombination.LOWER: min,
    }
    ways = [
        work_out[word](way)
        for way in product(*[range(low, high + 1) for low, high in bounds])
    ]
    found = of(
        *[amount(f"{low}..{high} USD", combined=word) for low, high in bounds]
    ).value
    assert found == Quantity(f"{min(ways)}..{max(ways)} USD")


# --- equivalents ---------------------------------------------------------------------------------


def test_an_equivalent_counts_if_asked_for() -> None:
    """The source gives it in this unit; in another one it stays the same amount once more."""
    stated = (
        "720 GBP",
        amount("1126 USD", "equivalent"),
        amount("9 EUR", "equivalent"),
    )
    asked = promised(pledge("aid", *stated), "USD", equivalents=True)
    assert (str(asked.value), asked.states_anew) == ("1126 USD", True)
    assert reasons(asked.left_out) == [
        "aid 720 GBP: it is in GBP, and nothing is converted",
        "aid 9 EUR: it is the same amount in another currency",
    ]
    found = of(*stated)
    assert found.value is None
    assert reasons(found.left_out)[1] == (
        "aid 1126 USD: it is an equivalent: equivalents=True counts it"
    )


def test_the_equivalent_of_what_comes_on_top_is_on_top() -> None:
    """It says nothing anew beside the amount that it is the same as."""
    stated = (amount("5 EUR", "additional"), amount("6 USD", "equivalent"))
    asked = promised(pledge("aid", *stated), "USD", equivalents=True)
    assert (str(asked.value), asked.is_on_top, asked.states_anew) == (
        "6 USD",
        True,
        False,
    )
