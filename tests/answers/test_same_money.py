"""Records that speak of the same money count once."""

from __future__ import annotations

import pytest

from entente import (
    Act,
    Agreement,
    Amount,
    Commitment,
    Condition,
    Dossier,
    LinkKind,
    Statement,
)
from pledges import amount, pledge, reasons, total_of, whole_of

CONDITION = Condition(text="If it is asked for.")

SAME = ("restates", "copy_of", "version_of", "accelerates", "extends")
INSTEAD = ("supersedes", "amends")
WITHIN = ("implements", "fulfils")
APART = ("follows", "refers_to", "reciprocates")


def test_every_kind_of_link_is_decided() -> None:
    """No link is taken to be of other money by oversight."""
    assert {*SAME, *INSTEAD, *WITHIN, *APART} == {
        kind.value for kind in LinkKind
    }


@pytest.mark.parametrize("kind", APART)
def test_other_links_are_of_other_money(kind: str) -> None:
    """What follows, mentions or answers a promise is a promise of its own."""
    later = pledge("b", "20 USD", links=[f"{kind} a"])
    assert whole_of(pledge("a", "100 USD"), later) == "120 USD"


# --- the same promise ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SAME)
def test_a_promise_that_is_stated_twice_counts_once(kind: str) -> None:
    """The first of its records counts, and the other is listed."""
    total = total_of(
        pledge("b", "100 USD", links=[f"{kind} a"]), pledge("a", "100 USD")
    )
    assert str(total.whole) == "100 USD"
    assert [each.commitment for each in total.counted] == ["a"]
    assert reasons(total.left_out) == [
        "b 100 USD: it is the same money as in a"
    ]


@pytest.mark.parametrize("kind", SAME)
def test_a_restatement_counts_if_it_alone_has_the_amount(kind: str) -> None:
    """The promise is the same, and only one record says how much."""
    total = total_of(pledge("a"), pledge("b", "100 USD", links=[f"{kind} a"]))
    assert str(total.whole) == "100 USD"
    assert [each.commitment for each in total.counted] == ["b"]
    assert total.left_out == ()


def test_statements_that_differ_are_not_counted() -> None:
    """Neither is guessed, nor is a third that agrees with one of them."""
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b", "200 USD", links=["restates a"]),
        pledge("c", "100 USD", links=["restates a"]),
    )
    assert total.whole is None
    assert reasons(total.left_out) == [
        "a 100 USD: a, b, c state different amounts of one promise",
        "b 200 USD: a, b, c state different amounts of one promise",
        "c 100 USD: a, b, c state different amounts of one promise",
    ]


def test_statements_that_go_together_bound_each_other() -> None:
    """More than 250, restated as at most 300, lies between; a note says so."""
    total = total_of(
        pledge("a", "> 250 USD"),
        pledge("b", "<= 300 USD", links=["restates a"]),
    )
    assert str(total.whole) == "> 250 <= 300 USD"
    (promise,) = total.counted
    assert promise.notes == ("it is what a, b say together",)
    assert [each.commitment for each in total.left_out] == ["b"]


def test_a_restatement_in_another_currency_is_listed() -> None:
    """The original counts in its own currency."""
    total = total_of(
        pledge("a", "100 USD"), pledge("b", "90 EUR", links=["restates a"])
    )
    assert str(total.whole) == "100 USD"
    assert reasons(total.left_out) == [
        "b 90 EUR: it is in EUR, and nothing is converted"
    ]


def test_chains_and_diamonds_count_once() -> None:
    """However many ways lead from a restatement to its original."""
    assert (
        whole_of(
            pledge("a", "100 USD"),
            pledge("b", "100 USD", links=["restates a"]),
            pledge("c", "100 USD", links=["restates a"]),
            pledge("d", "100 USD", links=["restates b", "restates c"]),
            pledge("e", "100 USD", links=["restates d", "restates a"]),
        )
        == "100 USD"
    )


def test_a_restatement_of_several_promises_is_none_of_them() -> None:
    """The promises count apart, and their common restatement does not."""
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b", "200 USD"),
        pledge("c", "300 USD", links=["restates a", "restates b"]),
        pledge("d", "300 USD", links=["restates c"]),
    )
    assert str(total.whole) == "300 USD"
    assert reasons(total.left_out) == [
        "c 300 USD: it is the same money as in a, b",
        "d 300 USD: it is the same money as in a, b",
    ]


def test_a_sum_counts_if_it_alone_says_how_much_one_of_them_is() -> None:
    """The others are in it, with their parts."""
    records = [
        pledge("a", "100 USD"),
        pledge("b"),
        pledge("c", "20 USD", part_of="b"),
        pledge("s", "250 USD", links=["restates a", "restates b"]),
        pledge("t", "250 USD", links=["restates b", "restates a"]),
    ]
    total = total_of(*records)
    assert str(total.whole) == "250 USD"
    assert reasons(total.left_out) == [
        "a 100 USD: it is in what s promises",
        "c 20 USD: it is in what s promises",
        "t 250 USD: it is the same money as in s",
    ]
    assert whole_of(*reversed(records)) == "250 USD"


@pytest.mark.parametrize("other", [["150 USD"], []])
def test_a_sum_that_its_promises_do_not_add_up_to_is_not_counted(
    other: list[str],
) -> None:
    """Neither it nor these are guessed."""
    stated = "300 USD" if other else "90 USD"
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b", *other),
        pledge("s", stated, links=["restates a", "restates b"]),
        pledge("c", "5 USD", part_of="a"),
    )
    assert str(total.whole) == "5 USD"
    reason = f"s states another sum of {'a, b' if other else 'a'}"
    assert {each.reason for each in total.left_out} == {reason}
    assert len(total.left_out) == (3 if other else 2)


def test_about_may_be_any_sum() -> None:
    """No difference is certain then."""
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b", "~ 150 USD"),
        pledge("s", "260 USD", links=["restates a", "restates b"]),
    )
    assert str(total.whole) == "~ 250 USD"


def test_a_part_of_another_is_no_further_money_in_a_sum() -> None:
    """Who restates a whole and its part states the whole."""
    records = [
        pledge("a", "100 USD"),
        pledge("b", "30 USD", part_of="a"),
        pledge("s", "100 USD", links=["restates a", "restates b"]),
    ]
    assert whole_of(*records) == "100 USD"


def test_a_sum_may_be_the_whole_of_what_it_restates() -> None:
    """Then it counts, as any whole does; and it may be a part of one of them."""
    above = pledge("s", "250 USD", links=["restates a", "restates b"])
    parts = [pledge(id, "125 USD", part_of="s") for id in "ab"]
    assert whole_of(above, *parts) == "250 USD"
    links = ["restates a", "restates b"]
    below = pledge("s", "250 USD", links=links, part_of="a")
    total = total_of(pledge("a", "200 USD"), pledge("b"), below)
    assert str(total.whole) == "200 USD"
    assert reasons(total.left_out) == [
        "s 250 USD: it is more than what a promises, of which it is a part"
    ]
    assert whole_of(pledge("a"), pledge("b", "70 USD"), below) == "250 USD"


def test_a_sum_of_a_sum_restates_all_that_is_in_it() -> None:
    """The widest sum counts, and the narrower ones are in it."""
    records = [
        pledge("a", "100 USD"),
        pledge("b"),
        pledge("c"),
        pledge("s", "250 USD", links=["restates a", "restates b"]),
        pledge("t", "300 USD", links=["restates s", "restates c"]),
    ]
    total = total_of(*records)
    assert str(total.whole) == "300 USD"
    assert reasons(total.left_out) == [
        "a 100 USD: it is in what s promises",
        "s 250 USD: it is in what t promises",
    ]


def test_sums_that_overlap_are_not_counted() -> None:
    """Nobody can say how much of one is in the other."""
    records = [
        pledge("a", "100 USD"),
        pledge("b"),
        pledge("c"),
        pledge("s", "250 USD", links=["restates a", "restates b"]),
        pledge("t", "300 USD", links=["restates a", "restates c"]),
    ]
    total = total_of(*records)
    assert str(total.whole) == "100 USD"
    assert reasons(total.left_out) == [
        "s 250 USD: t and it are sums that have something in common",
        "t 300 USD: s and it are sums that have something in common",
    ]


def test_a_sum_of_what_was_replaced_is_not_counted() -> None:
    """What takes the place of a promise may be more or less than that."""
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b"),
        pledge("s", "250 USD", links=["restates a", "restates b"]),
        pledge("z", "120 USD", links=["supersedes a"]),
    )
    assert str(total.whole) == "120 USD"
    assert reasons(total.left_out) == [
        "a 100 USD: z takes its place",
        "s 250 USD: z takes the place of what it restates",
    ]


def test_what_takes_the_place_of_a_sum_does_so_for_all_in_it() -> None:
    """Whether or not the sum itself has an amount."""
    for stated in (["250 USD"], []):
        records = [
            pledge("a", "100 USD"),
            pledge("b", "150 USD"),
            pledge("s", *stated, links=["restates a", "restates b"]),
            pledge("z", "300 USD", links=["supersedes s"]),
        ]
        assert whole_of(*records) == "300 USD"


def test_a_restatement_of_several_counts_if_none_of_them_has_an_amount() -> (
    None
):
    """It alone says how much they come to."""
    several = pledge("c", "300 USD", links=["restates a", "restates b"])
    assert whole_of(pledge("a"), pledge("b"), several) == "300 USD"


def test_a_restatement_may_restate_what_is_no_promise() -> None:
    """Then it is a promise of its own."""
    said = Statement(
        id="said", summary="Said.", act=Act.PRAISE, speakers=("GB",)
    )
    later = pledge("a", "100 USD", links=["restates said"])
    other = pledge("b", "20 USD", links=["implements deal"])
    deal = Agreement(id="deal", name="Deal")
    dossier = Dossier([said, deal, later, other])
    assert str(dossier.commitments.total("USD").whole) == "120 USD"


# --- what was not asked for ----------------------------------------------------------------------


def among(dossier: Dossier, *ids: str) -> str:
    """Add up some commitments of a dossier."""
    chosen = dossier.commitments.filter(lambda each: each.id in ids)
    return str(chosen.total("USD").whole)


def test_only_what_was_asked_for_counts() -> None:
    """A restatement counts if its original is not among the commitments, and counts once."""
    dossier = Dossier(
        [
            pledge("a", "100 USD"),
            pledge("b", "100 USD", links=["restates a"]),
            pledge("c", "100 USD", links=["restates a"]),
            pledge("d", "100 USD", links=["restates c"]),
        ]
    )
    assert among(dossier, "b") == "100 USD"
    assert among(dossier, "b", "c") == "100 USD"
    assert among(dossier, "a", "d") == "100 USD"
    assert among(dossier) == "None"


def test_links_lead_over_what_was_not_asked_for() -> None:
    """The last of three takes the place of the first, and the whole of a whole includes a part."""
    dossier = Dossier(
        [
            pledge("a", "100 USD"),
            pledge("b", "200 USD", links=["supersedes a"]),
            pledge("c", "300 USD", links=["restates b"]),
            pledge("d", part_of="a"),
            pledge("e", "5 USD", part_of="d"),
        ]
    )
    assert among(dossier, "a", "c") == "300 USD"
    assert among(dossier, "a", "e") == "100 USD"
    assert among(dossier, "e") == "5 USD"
    assert among(dossier, "c", "e") == "300 USD"


# --- in the place of another ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", INSTEAD)
def test_a_later_promise_takes_the_place_of_an_earlier(kind: str) -> None:
    """The later one counts if it states an amount, and the earlier one is listed."""
    total = total_of(
        pledge("a", "100 USD"), pledge("b", "50 USD", links=[f"{kind} a"])
    )
    assert str(total.whole) == "50 USD"
    assert reasons(total.left_out) == ["a 100 USD: b takes its place"]


@pytest.mark.parametrize("kind", INSTEAD)
def test_without_an_amount_of_the_later_one_the_earlier_counts(
    kind: str,
) -> None:
    """A change of something else leaves the amount as it was."""
    later = pledge("b", "7 people", links=[f"{kind} a"])
    assert whole_of(pledge("a", "100 USD"), later) == "100 USD"


@pytest.mark.parametrize("kind", INSTEAD)
@pytest.mark.parametrize(
    "stated",
    [
        amount("100 USD", "kept"),
        amount("100 USD", "quota"),
        amount("100 EUR", "before"),
        amount("change 20 USD"),
        amount("change 20 %"),
        amount("20 %", "share"),
        Amount(times="2"),
    ],
)
def test_what_goes_with_an_amount_leaves_it_as_it_was(
    kind: str, stated: Amount
) -> None:
    """A later promise that says what is kept, or a change, does not say how much there is now."""
    first, later = (
        pledge("a", "100 USD"),
        pledge("b", stated, links=[f"{kind} a"]),
    )
    total = total_of(first, later)
    assert str(total.whole) == "100 USD"
    assert [each.commitment for each in total.left_out] == ["b"]
    further = amount("20 USD", "additional")
    both = pledge("b", stated, further, links=[f"{kind} a"])
    assert whole_of(first, both) == "120 USD"


@pytest.mark.parametrize(
    ("instead", "reason"),
    [
        ("90 EUR", "it is in EUR, and nothing is converted"),
        ("90 money", "the source leaves the currency open"),
        ("< 0 USD", "it is less than nothing"),
        (
            "9 USD per P1Y",
            "it is a rate, and its amount has no `over` or `duration` of a whole number of years",
        ),
    ],
)
def test_an_amount_that_cannot_be_added_up_still_takes_the_place(
    instead: str, reason: str
) -> None:
    """What was replaced is not promised any more, even if the new amount has no part in the sum."""
    total = total_of(
        pledge("a", "100 USD"), pledge("b", instead, links=["supersedes a"])
    )
    assert total.whole is None
    assert reasons(total.left_out) == [
        "a 100 USD: b takes its place",
        f"b {instead}: {reason}",
    ]


def test_the_last_of_a_chain_counts() -> None:
    """Also if one between them states no amount, or restates another."""
    first = pledge("a", "100 USD")
    again = pledge("again", "100 USD", links=["restates a"])
    second = pledge("b", links=["amends a"])
    third = pledge("c", "200 USD", links=["amends b"])
    fourth = pledge("d", "200 USD", links=["restates c"])
    assert whole_of(first, again, second, third, fourth) == "200 USD"
    assert whole_of(first, again, second) == "100 USD"


def test_two_promises_in_the_place_of_one_both_count() -> None:
    """And one in the place of these two counts alone."""
    first = pledge("a", "100 USD")
    left = pledge("b", "60 USD", links=["supersedes a"])
    right = pledge("c", "70 USD", links=["supersedes a"])
    both = pledge("d", "90 USD", links=["supersedes b", "supersedes c"])
    assert whole_of(first, left, right) == "130 USD"
    assert whole_of(first, left, right, both) == "90 USD"


def test_a_promise_may_go_back_to_the_one_before_the_last() -> None:
    """What restates the first and supersedes the second takes the place of both."""
    total = total_of(
        pledge("a", "100 USD"),
        pledge("b", "200 USD", links=["supersedes a"]),
        pledge("c", "100 USD", links=["supersedes b", "restates a"]),
    )
    assert [each.commitment for each in total.counted] == ["c"]
    assert str(total.whole) == "100 USD"


def test_other_records_do_not_decide_what_a_record_goes_back_to() -> None:
    """A record follows its own links alone, so that the order of a file changes nothing."""
    records = [
        pledge("a", conditions=(CONDITION,)),
        pledge("b"),
        pledge("c", links=["supersedes a", "restates b"]),
        pledge("d", "5 USD", links=["supersedes b", "restates a"]),
    ]
    assert whole_of(*records) == whole_of(*reversed(records)) == "0..5 USD"


def test_what_is_restated_and_amended_is_amended() -> None:
    """A restatement with a change counts in place of the original."""
    later = pledge("b", "120 USD", links=["restates a", "amends a"])
    assert whole_of(pledge("a", "100 USD"), later) == "120 USD"


# --- on top of another ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["accelerates", "extends", *INSTEAD])
def test_what_comes_on_top_is_added(kind: str) -> None:
    """A later promise of a further amount leaves the earlier one as it is."""
    further = amount("20 USD", "additional")
    total = total_of(
        pledge("a", "100 USD"), pledge("b", further, links=[f"{kind} a"])
    )
    assert str(total.whole) == "120 USD"
    assert total.left_out == ()


def test_a_restatement_of_a_further_amount_is_not_added() -> None:
    """To repeat that 20 are added does not add 20 more."""
    further = amount("20 USD", "additional")
    again = pledge("b", further, links=["restates a"])
    assert whole_of(pledge("a", further), again) == "20 USD"


def test_an_extension_for_a_later_time_is_other_money() -> None:
    """The same amount for the next two years doubles it; for the same years it does not."""
    first = pledge("a", amount("5 USD per P1Y", over="2022/2023"))
    later = amount("5 USD per P1Y", over="2024/2025")
    same = amount("5 USD per P1Y", over="2022/2023")
    assert whole_of(first, pledge("b", later, links=["extends a"])) == "20 USD"
    assert whole_of(first, pledge("b", same, links=["extends a"])) == "10 USD"


def test_an_extension_is_held_against_all_records_of_a_promise() -> None:
    """Whichever of them states the time, before or after it, and whichever the link leads to."""
    first = amount("100 USD", over="2024")
    later = amount("100 USD", over="2025")
    earlier = [pledge("a", first), pledge("r", links=["restates a"])]
    swapped = [pledge("a"), pledge("r", first, links=["restates a"])]
    for records in (earlier, swapped):
        for target in "ar":
            link = [f"extends {target}"]
            assert whole_of(*records, pledge("x", later, links=link)) == (
                "200 USD"
            )
            again = pledge("y", later, links=["restates x"])
            silent = pledge("x", links=link)
            assert whole_of(*records, silent, again) == "200 USD"
            same = pledge("x", first, links=link)
            assert whole_of(*records, same) == "100 USD"


@pytest.mark.parametrize("kind", [*INSTEAD, "accelerates"])
def test_an_extension_of_a_change_without_an_amount_is_other_money(
    kind: str,
) -> None:
    """The change leaves the promise with the amount that it had."""
    first = pledge("a", amount("10 USD", over="2024"))
    silent = pledge("m", links=[f"{kind} a"])
    extension = pledge("x", amount("20 USD", over="2025"), links=["extends m"])
    assert whole_of(first, silent, extension) == "30 USD"
    alone = pledge("a")
    assert whole_of(alone, silent, extension) == "20 USD"


def test_a_further_amount_may_be_stated_by_a_restatement() -> None:
    """The record that extends the promise says nothing, and the one that repeats it does."""
    further = amount("20 USD", "additional")
    assert (
        whole_of(
            pledge("a", "100 USD"),
            pledge("b", links=["extends a"]),
            pledge("c", further, links=["restates b"]),
        )
        == "120 USD"
    )


# --- within another ------------------------------------------------------------------------------


def part(id: str, *amounts: str | Amount, by: str = "part_of") -> Commitment:
    """Make what is within the money of a commitment ``a``, by its place or a link."""
    if by == "part_of":
        return pledge(id, *amounts, part_of="a")
    return pledge(id, *amounts, links=[f"{by} a"])


@pytest.mark.parametrize("by", ["part_of", *WITHIN])
def test_a_part_is_in_its_whole(by: str) -> None:
    """Its amount is listed if the whole has one, and counts if the whole has none."""
    parts = part("b", "30 USD", by=by), part("c", "40 USD", by=by)
    total = total_of(pledge("a", "100 USD"), *parts)
    assert str(total.whole) == "100 USD"
    assert reasons(total.left_out) == [
        "b 30 USD: it is in what a promises",
        "c 40 USD: it is in what a promises",
    ]
    assert whole_of(pledge("a"), *parts) == "70 USD"


def test_a_part_that_is_more_than_its_whole_is_listed_as_such() -> None:
    """The whole counts, and the reason is true."""
    total = total_of(pledge("a", "100 USD"), part("b", "400 USD"))
    assert str(total.whole) == "100 USD"
    assert reasons(total.left_out) == [
        "b 400 USD: it is more than what a promises, of which it is a part"
    ]


@pytest.mark.parametrize("kind", WITHIN)
def test_what_implements_a_promise_may_be_in_its_parts(kind: str) -> None:
    """If the whole has no amount, nobody says whether they are the same money."""
    links = [f"{kind} a"]
    records = (
        pledge("a"),
        part("b", "10 USD"),
        pledge("c", "8 USD", links=links),
    )
    total = total_of(*records)
    assert str(total.whole) == "10..18 USD"
    assert [(each.commitment, each.notes) for each in total.counted] == [
        ("b", ()),
        ("c", ("it may be in the parts of what it implements",)),
    ]
    deep = [
        pledge("a"),
        part("b"),
        pledge("b1", "10 USD", part_of="b"),
        pledge("c", links=links),
        pledge("c1", "8 USD", part_of="c"),
    ]
    assert whole_of(*deep) == "10..18 USD"


def test_what_implements_a_part_is_in_no_other_part() -> None:
    """Nor are two that implement the same, nor parts of one that implements it."""
    links = ["implements b"]
    records = pledge("a"), part("b"), part("c", "10 USD")
    assert whole_of(*records, pledge("d", "8 USD", links=links)) == "18 USD"
    both = [pledge(id, "8 USD", links=["implements a"]) for id in "de"]
    assert whole_of(pledge("a"), *both) == "16 USD"
    inner = pledge("f", "3 USD", part_of="a", links=["implements d"])
    assert whole_of(pledge("a"), both[0], inner) == "8 USD"


def test_a_part_of_a_part_is_in_the_nearest_whole_with_an_amount() -> None:
    """Wholes are looked up from the inside outward."""
    parts = part("b"), pledge("c", "5 USD", part_of="b")
    total = total_of(pledge("a", "100 USD"), *parts)
    assert reasons(total.left_out) == ["c 5 USD: it is in what a promises"]
    nearer = part("b", "30 USD"), pledge("c", "5 USD", part_of="b")
    total = total_of(pledge("a", "100 USD"), *nearer)
    assert reasons(total.left_out) == [
        "b 30 USD: it is in what a promises",
        "c 5 USD: it is in what b promises",
    ]


def test_parts_count_where_the_amount_of_the_whole_does_not() -> None:
    """Where records of the whole differ, or its amount cannot be added up, its parts are what is known."""
    again = pledge("z", "200 USD", links=["restates a"])
    assert whole_of(pledge("a", "100 USD"), again, part("b", "5 USD")) == (
        "5 USD"
    )
    quota = pledge("a", amount("100 USD", "quota"))
    assert whole_of(quota, part("b", "5 USD")) == "5 USD"


def test_what_speaks_of_a_part_is_in_the_whole_too() -> None:
    """A restatement of a part, and what takes the place of one, add nothing to the whole."""
    whole, inner = pledge("a", "100 USD"), part("b", "30 USD")
    again = pledge("c", "30 USD", links=["restates b"])
    instead = pledge("d", "40 USD", links=["amends b"])
    assert whole_of(whole, inner, again, instead) == "100 USD"


def test_a_part_is_in_what_a_record_of_its_whole_promises() -> None:
    """Whether that restates the whole, or the whole takes the place of it without an amount."""
    again = pledge("z", "100 USD", links=["restates a"])
    assert whole_of(pledge("a"), again, part("b", "5 USD")) == "100 USD"
    later = pledge("a", links=["amends y"])
    assert whole_of(pledge("y", "100 USD"), later, part("b", "5 USD")) == (
        "100 USD"
    )


def test_a_part_of_what_was_replaced_is_not_added() -> None:
    """The whole of which it was a part is settled by what took its place."""
    later = pledge("z", "80 USD", links=["supersedes a"])
    total = total_of(pledge("a", "100 USD"), part("b", "5 USD"), later)
    assert str(total.whole) == "80 USD"
    assert reasons(total.left_out) == [
        "a 100 USD: z takes its place",
        "b 5 USD: it is in what a promises",
    ]


def test_a_part_is_in_what_takes_the_place_of_its_whole() -> None:
    """Also if the whole itself stated no amount."""
    later = pledge("z", "80 USD", links=["supersedes a"])
    total = total_of(pledge("a"), part("b", "5 USD"), later)
    assert str(total.whole) == "80 USD"
    assert reasons(total.left_out) == ["b 5 USD: it is in what z promises"]


def test_a_part_may_take_the_place_of_its_whole() -> None:
    """Then it counts alone."""
    later = pledge("b", "5 USD", part_of="a", links=["supersedes a"])
    assert whole_of(pledge("a", "100 USD"), later) == "5 USD"


def test_what_comes_on_top_of_a_part_is_added() -> None:
    """A further amount beside a part is not in the whole."""
    further = pledge("c", amount("7 USD", "additional"), links=["extends b"])
    assert (
        whole_of(pledge("a", "100 USD"), part("b", "30 USD"), further)
        == "107 USD"
    )
