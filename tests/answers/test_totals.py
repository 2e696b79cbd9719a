"""Totals: how much commitments promise together, by party."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

import pytest
from attrs import frozen
from hypothesis import given, strategies as st

from entente import (
    Amount,
    AmountRole,
    Commitment,
    Condition,
    Dossier,
    Firmness,
    Quantity,
)
from entente.answers import Total
from entente.answers._totals import PromiseRole
from entente.errors import QueryError
from pledges import amount, pledge, total_of, whole_of

CONDITION = Condition(text="If it is asked for.")


def shares(total: Total) -> dict[str | None, str]:
    """Return the sums of a total by party, as texts."""
    return {party: str(sum) for party, sum in total.by_party.items()}


# --- sums ----------------------------------------------------------------------------------------


def test_amounts_are_added_with_their_bounds() -> None:
    """An open end, a missing bound and "about" stay what they are."""
    assert whole_of(pledge("a", "5 USD"), pledge("b", "> 2 USD")) == "> 7 USD"
    assert whole_of(pledge("a", "5 USD"), pledge("b", "<= 2 USD")) == (
        "5..7 USD"
    )
    assert whole_of(pledge("a", "5 USD"), pledge("b", "~ 2 USD")) == "~ 7 USD"
    assert whole_of(pledge("a", "0.1 USD"), pledge("b", "0.2 USD")) == (
        "0.3 USD"
    )


def test_a_sum_of_nothing_is_none() -> None:
    """Where no amount can be added up, there is no sum, not one of zero."""
    total = total_of(pledge("a"), pledge("b", "5 EUR"))
    assert total.whole is None
    assert total.by_party == {}
    assert total.counted == ()
    assert Dossier().commitments.total("USD").whole is None


def test_all_of_a_selection_count() -> None:
    """Also those that are not firm; `where` narrows what is added up."""
    dossier = Dossier([pledge("a", "5 USD", by=("FR",))])
    assert str(dossier.commitments.total("USD").whole) == "5 USD"
    firm = dossier.commitments.where(firm=True)
    assert firm.total("USD").whole is None


def test_a_unit_has_one_spelling() -> None:
    """The unit of the total is the one of its amounts."""
    total = total_of(pledge("a", "5 USD"), unit=" USD ")
    assert total.unit == "USD"
    assert str(total.whole) == "5 USD"


# --- parties -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["by", "to", "funded_by", "implemented_by"])
def test_sums_are_by_the_parties_of_a_role(role: PromiseRole) -> None:
    """Each party has its own sum, and what names nobody comes last."""
    fields: list[dict[str, Any]] = [{}, {role: ("FR",)}, {role: ("GB",)}]
    fields.append({role: ("FR", "FR")})
    promises = [
        pledge(f"promise-{count}", f"{count + 1} USD", **each)
        for count, each in enumerate(fields)
    ]
    total = Dossier(promises).commitments.total("USD", role=role)
    assert shares(total) == {"FR": "6 USD", "GB": "3 USD", None: "1 USD"}
    assert list(total.by_party)[-1] is None
    assert str(total.whole) == "10 USD"


def test_several_parties_may_share_in_any_way() -> None:
    """Each has anything from nothing to all of it; the whole counts once."""
    both = pledge("a", "> 10 <= 20 USD", funded_by=("FR", "GB"))
    total = total_of(both, pledge("b", "5 USD", funded_by=("GB",)))
    assert shares(total) == {"FR": "0..20 USD", "GB": "5..25 USD"}
    assert str(total.whole) == "> 15 <= 25 USD"


def test_the_records_with_the_amount_say_who_pays() -> None:
    """If these name nobody, the other records of the promise do."""
    first = pledge("a", funded_by=("FR",))
    silent = pledge("b", "5 USD", links=["restates a"])
    assert shares(total_of(first, silent)) == {"FR": "5 USD"}
    naming = pledge("b", "5 USD", links=["restates a"], funded_by=("GB",))
    assert shares(total_of(first, naming)) == {"GB": "5 USD"}
    third = pledge("c", "5 USD", links=["restates b"], funded_by=("DE",))
    assert shares(total_of(first, naming, third)) == {
        "GB": "0..5 USD",
        "DE": "0..5 USD",
    }


# --- conditions and duties that recur ------------------------------------------------------------


def test_a_conditional_promise_may_come_to_nothing() -> None:
    """It counts from nothing to its amount, and says so."""
    total = total_of(
        pledge("a", "100 USD"), pledge("b", "20 USD", conditions=(CONDITION,))
    )
    assert str(total.whole) == "100..120 USD"
    assert [(each.commitment, each.notes) for each in total.counted] == [
        ("a", ()),
        ("b", ("it is conditional, and may come to nothing",)),
    ]


def test_a_condition_of_one_record_is_that_of_the_promise() -> None:
    """A short restatement leaves it out, and a part has that of its whole."""
    first = pledge("a", "20 USD", conditions=(CONDITION,))
    again = pledge("b", "20 USD", links=["restates a"])
    assert whole_of(first, again) == "0..20 USD"
    whole = pledge("a", conditions=(CONDITION,))
    assert whole_of(whole, pledge("b", "20 USD", part_of="a")) == "0..20 USD"


RECURS = "it recurs, and nobody says if the amount is for each time or for all"


@pytest.mark.parametrize(
    ("fields", "whole"),
    [
        ({"recurrence": "FREQ=YEARLY"}, ">= 20 USD"),
        (
            {"conditions": (Condition(text="On request.", recurs=True),)},
            ">= 0 USD",
        ),
    ],
)
def test_an_amount_of_a_duty_that_recurs_is_the_least_that_it_is(
    fields: dict[str, Any], whole: str
) -> None:
    """Nobody says if it is for each time or for all, nor how often it is done; a note says so."""
    total = total_of(pledge("a", "20 USD", **fields))
    assert str(total.whole) == whole
    (promise,) = total.counted
    assert RECURS in promise.notes
    again = pledge("b", links=["restates a"], **fields)
    assert whole_of(pledge("a", "20 USD"), again) == whole


@pytest.mark.parametrize(
    ("stated", "whole"),
    [
        (amount("20 USD per P1Y", over="2024/2026"), "60 USD"),
        (amount("60 USD", duration="P3Y"), "60 USD"),
    ],
)
def test_an_amount_for_a_time_is_for_all_that_recurs_in_it(
    stated: Amount, whole: str
) -> None:
    """However often it is done in that time; and if one record says so, it is known."""
    total = total_of(pledge("a", stated, recurrence="FREQ=YEARLY"))
    assert str(total.whole) == whole
    assert total.counted[0].notes == ()
    again = pledge("b", "60 USD", links=["restates a"])
    silent = pledge("c", links=["restates a"], recurrence="FREQ=YEARLY")
    assert whole_of(pledge("a", stated), again, silent) == whole


# --- questions that cannot be asked --------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ("usd", "'usd' is not a unit; write USD"),
        ("$", "'$' is not a unit; write USD, CAD or AUD"),
        (
            "XYZ",
            "'XYZ' is not a unit: 'XYZ' is not a currency of ISO 4217; a noun is not written in three capitals",
        ),
        ("", "'' is not a unit; write 'USD'"),
        (3, "3 is not a unit; write 'USD'"),
        (
            "people per P1Y",
            "'people per P1Y' is a rate; ask for 'people', and a rate counts where its time is given",
        ),
        ("%", "'%' is a unit of shares or changes, which are not added up"),
        (
            "percentage points",
            "'percentage points' is a unit of shares or changes, which are not added up",
        ),
        (
            "money",
            "'money' is money of a currency that is left open, and may be of several; ask for one",
        ),
    ],
)
def test_a_unit_must_be_one_that_can_be_added_up(
    unit: str, message: str
) -> None:
    """Any other is refused, with what to write."""
    with pytest.raises(QueryError) as caught:
        Dossier().commitments.total(unit)
    assert str(caught.value) == message


def test_a_role_must_be_one_of_four() -> None:
    """A mistyped role is refused, with the list."""
    role = cast("PromiseRole", "founded_by")
    with pytest.raises(QueryError) as caught:
        Dossier().commitments.total("USD", role=role)
    assert str(caught.value) == (
        "'founded_by' is not a role in a total; write by, to, funded_by or implemented_by"
    )


# --- showing -------------------------------------------------------------------------------------


def shown() -> Total:
    """Make a total with a row of each sort."""
    return total_of(
        pledge("a", "100 USD", funded_by=("US",)),
        pledge("b", "> 50 USD", links=["restates a"]),
        pledge("c", "70 USD", conditions=(CONDITION,)),
        pledge(
            "d",
            Amount(times="2", of="the <aid>"),
            amount("3 USD", "quota"),
        ),
    )


def test_a_total_is_printed_as_tables() -> None:
    """What is promised, what to know of it, and what is not counted."""
    assert repr(shown()) == (
        "Amounts in USD:\n"
        "funded by     commitments  amount\n"
        "────────────  ───────────  ──────────────\n"
        "US            1            100 USD\n"
        "nobody named  1            0 to 70 USD\n"
        "all           2            100 to 170 USD\n"
        "\n"
        "Notes:\n"
        "commitment  counted as   because\n"
        "──────────  ───────────  ──────────────────────────────────────────\n"
        "c           0 to 70 USD  it is conditional, and may come to nothing\n"
        "\n"
        "Not counted:\n"
        "commitment  role   amount            because\n"
        "──────────  ─────  ────────────────  ─────────────────────────────────────────────────\n"
        "b           total  more than 50 USD  it is the same money as in a\n"
        "d           total  twice the <aid>   it is a factor, and says no amount in USD\n"
        "d           quota  3 USD             a quota is what may be done, not what is promised"
    )  # fmt: skip


def test_what_nobody_promised_is_said_to_be_in_a_total() -> None:
    """What is surely no firm promise has a note; a record that says it more firmly takes that away."""
    notes = {
        each.commitment: each.notes
        for each in total_of(
            pledge("asked", "7 USD", firmness=Firmness.CALLED_FOR),
            pledge("untold", "7 USD"),
            pledge("meant", "7 USD", firmness=Firmness.INTENDED),
            pledge("hoped", "7 USD", firmness=Firmness.ASPIRED),
            pledge(
                "vowed",
                "7 USD",
                firmness=Firmness.PLEDGED,
                links=["restates hoped"],
            ),
        ).counted
    }
    assert notes == {
        "asked": ("it is called for, and not promised",),
        "untold": (),
        "meant": (),
        "hoped": (),
    }


def test_a_total_without_amounts_says_none() -> None:
    """It is one row, and no further table."""
    assert repr(Dossier().commitments.total("USD", role="by")) == (
        "Amounts in USD:\n"
        "by   commitments  amount\n"
        "───  ───────────  ──────\n"
        "all  0            none"
    )  # fmt: skip


def test_a_notebook_shows_the_same_tables() -> None:
    """Each has its caption, and every text is escaped."""
    html = shown()._repr_html_()
    captions = [
        part.split("</caption>")[0] for part in html.split("<caption>")[1:]
    ]
    assert captions == ["Amounts in USD", "Notes", "Not counted"]
    assert ">more than 50 USD</td>" in html


# --- laws ----------------------------------------------------------------------------------------
#
# A promise is drawn first, and then records that state it: restatements of it and of each other,
# what it replaced, what is a part of it. Whatever these are, the sum is that of the promises.

FUNDERS = ("DE", "FR", "GB")


@frozen(kw_only=True)
class Promise:
    """A promise of ``low`` to ``high``, before anybody writes records of it."""

    low: int
    high: int
    is_conditional: bool
    funders: tuple[str, ...]

    def amounts(self) -> set[int]:
        """Return all that may be paid: whole numbers only, which include both ends."""
        paid = set(range(self.low, self.high + 1))
        if self.is_conditional:
            paid |= {part for all_of in paid for part in range(all_of + 1)}
        return paid

    def share(self, party: str | None) -> set[int]:
        """Return all that a party may pay, by every way to split what is paid among the funders."""
        if party not in (self.funders or (None,)):
            return {0}
        if len(self.funders) < 2:
            return self.amounts()
        return {
            part for all_of in self.amounts() for part in range(all_of + 1)
        }


@st.composite
def stated_promises(
    draw: st.DrawFn, name: str
) -> tuple[Promise, list[tuple[Commitment, bool]]]:
    """Draw a promise, and records of it, each with whether it is asked about."""
    low, span = draw(st.integers(0, 4)), draw(st.integers(0, 3))
    role = draw(st.sampled_from(["total", "additional", "cap"]))
    truth = Promise(
        low=0 if role == "cap" else low,
        high=low + span,
        is_conditional=draw(st.booleans()),
        funders=draw(
            st.lists(st.sampled_from(FUNDERS), unique=True).map(tuple)
        ),
    )
    text = f"{low + span}" if role == "cap" else f"{low}..{low + span}"
    stated = amount(f"{text} USD", role)
    records: list[tuple[Commitment, bool]] = []
    ids: list[str] = []

    def write(id: str, **fields: Any) -> None:
        asked = fields.pop("asked", None)
        asked = draw(st.booleans()) if asked is None else asked
        records.append(
            (pledge(id, *fields.pop("amounts", ()), **fields), asked)
        )

    # What it replaced, at once or by way of a record without an amount.
    replaced: list[str] = []
    if role != "additional" and draw(st.booleans()):
        write(f"{name}-old", amounts=("90 USD",), funded_by=("US",))
        replaced = [f"{name}-old"]
        if draw(st.booleans()):
            kind = draw(st.sampled_from(["supersedes", "amends", "restates"]))
            write(f"{name}-mid", links=[f"{kind} {name}-old"])
            replaced = [f"{name}-mid"]
    # The records of the promise; one of them at least is asked about and has the amount.
    count = draw(st.integers(1, 4))
    sure = draw(st.integers(0, count - 1))
    for position in range(count):
        id = f"{name}-{position}"
        links = [
            f"{draw(st.sampled_from(['supersedes', 'amends']))} {each}"
            for each in replaced
            if position == 0
        ]
        if ids:
            same = ["restates", "copy_of", "version_of"]
            if role != "additional":
                same += ["accelerates", "extends"]
            links = [
                f"{draw(st.sampled_from(same))} {each}"
                for each in draw(
                    st.lists(st.sampled_from(ids), min_size=1, unique=True)
                )
            ]
        is_sure = position == sure
        has_amount = is_sure or draw(st.booleans())
        write(
            id,
            amounts=(stated,) if has_amount else (),
            links=links,
            funded_by=truth.funders if is_sure or draw(st.booleans()) else (),
            conditions=(CONDITION,)
            if truth.is_conditional and is_sure
            else (),
            asked=True if is_sure else None,
        )
        ids.append(id)
    # What is within its money.
    for position in range(draw(st.integers(0, 2))):
        above = draw(st.sampled_from(ids))
        by = draw(st.sampled_from(["part_of", "implements", "fulfils"]))
        fields: dict[str, Any] = (
            {"part_of": above}
            if by == "part_of"
            else {"links": [f"{by} {above}"]}
        )
        write(f"{name}-in-{position}", amounts=("1 USD",), **fields)
        ids.append(f"{name}-in-{position}")
    return truth, records


def sums(sets: Iterable[set[int]]) -> set[int]:
    """Return every sum of one number of each set."""
    found = {0}
    for each in sets:
        found = {one + other for one in found for other in each}
    return found


def assert_reaches(sum: Quantity | None, possible: set[int]) -> None:
    """Say that a sum holds every possible one, and that both of its ends are possible."""
    assert sum is not None
    assert (sum.low, sum.high) == (
        Decimal(min(possible)),
        Decimal(max(possible)),
    )
    assert [sum.low_open, sum.high_open, sum.approximate] == [False] * 3


@given(st.data())
def test_the_sum_is_that_of_the_promises(data: st.DataObject) -> None:
    """However often each is restated, replaced or broken down, and whichever records are asked about."""
    names = [f"p{each}" for each in range(data.draw(st.integers(1, 3)))]
    drawn = [data.draw(stated_promises(name)) for name in names]
    promises = [truth for truth, _ in drawn]
    written = [each for _, records in drawn for each in records]
    if len(drawn) > 1 and data.draw(st.booleans()):
        # One record restates all of them in a sum, and stands for none.
        low = sum(each.low for each in promises)
        high = sum(each.high for each in promises)
        lasts = [
            sum(each.id[3:].isdecimal() for each, _ in records) - 1
            for _, records in drawn
        ]
        stated = pledge(
            "sum",
            f"{low}..{high} USD",
            links=[
                f"restates {name}-{data.draw(st.integers(0, last))}"
                for name, last in zip(names, lasts, strict=True)
            ],
        )
        written.append((stated, data.draw(st.booleans())))
    records = data.draw(st.permutations(written))
    asked = {each.id for each, is_asked in records if is_asked}
    dossier = Dossier([each for each, _ in records])
    chosen = dossier.commitments.filter(lambda each: each.id in asked)
    total = chosen.total("USD")
    assert_reaches(total.whole, sums(each.amounts() for each in promises))
    named = {party for each in promises for party in each.funders or (None,)}
    assert set(total.by_party) == named
    for party, share in total.by_party.items():
        assert_reaches(share, sums(each.share(party) for each in promises))
    assert len(total.counted) == len(promises)


AMOUNTS = st.builds(
    Amount,
    value=st.sampled_from(
        [
            "5 USD", "> 2 USD", "<= 3 USD", "~ 4 USD", ".. USD", "-1 USD", "5 EUR", "5 money", "30 %",
            "7 people", "2 USD per P1Y", "change 5 USD",
        ]
    ),
    role=st.sampled_from(AmountRole),
    over=st.sampled_from([None, "2023", "2024", "2023/2024", "2024?"]),
    duration=st.sampled_from([None, "P1Y", "P6M"]),
)  # fmt: skip

LINKS = st.sampled_from(
    ["restates", "extends", "accelerates", "supersedes", "amends", "implements", "refers_to", "copy_of"]
)  # fmt: skip


@st.composite
def any_pledges(draw: st.DrawFn) -> list[Commitment]:
    """Draw commitments with any amounts, that lead to earlier ones in any way."""
    drawn: list[Commitment] = []
    for position in range(draw(st.integers(1, 6))):
        ids = [each.id for each in drawn]
        targets = draw(st.sets(st.sampled_from(ids))) if ids else set()
        drawn.append(
            pledge(
                f"c{position}",
                *draw(st.lists(AMOUNTS, max_size=3)),
                links=[f"{draw(LINKS)} {each}" for each in sorted(targets)],
                part_of=draw(st.sampled_from([None, *ids])),
                funded_by=draw(st.sampled_from([(), ("FR",), ("FR", "GB")])),
                conditions=draw(st.sampled_from([(), (CONDITION,)])),
            )
        )
    return drawn


def is_of_the_question(each: Amount) -> bool:
    """Say whether an amount may belong to a sum of dollars."""
    assert each.value is not None
    if each.value.unit == "%":
        return each.role.value not in {
            "quota",
            "kept",
            "rate",
            "before",
            "equivalent",
        }
    return each.value.unit in {"USD", "EUR", "money"}


@given(any_pledges())
def test_every_amount_is_counted_or_listed(records: list[Commitment]) -> None:
    """Each once, with a reason if it is listed, and the sum is that of what counts."""
    total = Dossier(records).commitments.total("USD")
    found = [
        (each.commitment, id(stated))
        for each in total.counted
        for stated in each.amounts
    ]
    found += [(each.commitment, id(each.amount)) for each in total.left_out]
    stated = [
        (each.id, id(amount))
        for each in records
        for amount in each.amounts
        if is_of_the_question(amount)
    ]
    assert sorted(found) == sorted(stated)
    assert all(each.reason for each in total.left_out)
    if not total.counted:
        assert total.whole is None
        return
    first, *others = [each.value for each in total.counted]
    for value in others:
        first += value
    assert total.whole == first


@given(any_pledges(), st.randoms())
def test_the_order_of_records_changes_no_sum(
    records: list[Commitment], random: Any
) -> None:
    """The order of a file says nothing about promises."""
    shuffled = list(records)
    random.shuffle(shuffled)
    one, other = total_of(*records), total_of(*shuffled)
    assert (one.whole, one.by_party) == (other.whole, other.by_party)
