"""Names and offices that many had in turn are compared with few, and what is found is the same."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, strategies as st

from entente import Dossier, Minister, Office, Party, Period, Tenure, check
from entente.records._vocabulary import PartyKind

TIMES = st.sampled_from(
    [
        "2020/2021",
        "2021/2022",
        "2022/2023",
        "2020/2022",
        "2021/",
        "2022/..",
        "../2021",
        "2021?/2022",
        "2020~/2021",
        "2021-06/2022-02",
        "2023/2023",
    ]
).map(Period)


def may_meet(one: Period | None, other: Period | None) -> bool:
    """Say whether two times may share a day; what has no time may always."""
    return one is None or other is None or one.overlaps(other).possible


@given(st.lists(st.none() | TIMES, max_size=6))
def test_a_name_is_claimed_twice_where_two_may_have_it_at_once(
    times: list[Period | None],
) -> None:
    """A party is found if one before it may have had its name at the same time; the first is named."""
    parties = [
        Party(
            id=f"p{place}",
            name="The Office",
            kind=PartyKind.BODY,
            existed=time,
        )
        for place, time in enumerate(times)
    ]
    expected: dict[str, str] = {}
    for earlier, later in combinations(parties, 2):
        if may_meet(earlier.existed, later.existed):
            expected.setdefault(later.id, earlier.id)
    found = check(Dossier(parties), rules="alias-claimed-twice")
    assert {each.record: each.message for each in found} == {
        later: f"goes by 'The Office', and so does {earlier!r}"
        for later, earlier in expected.items()
    }


@given(st.lists(TIMES, min_size=1, max_size=6))
def test_a_minister_holds_an_office_twice_where_two_tenures_meet(
    times: list[Period],
) -> None:
    """Each pair of tenures that is found alone is found among others, or one of its tenures is."""
    office = Office(id="o", title="Office", party="FR")

    def found(chosen: list[Period]) -> set[int]:
        tenures = tuple(Tenure(office="o", period=time) for time in chosen)
        minister = Minister(id="m", name="M", tenures=tenures)
        problems = check(
            Dossier([office, minister]), rules="overlapping-tenures"
        )
        return {int(each.path[3]) for each in problems}

    all_found = found(times)
    pairs = {
        pair
        for pair in combinations(range(len(times)), 2)
        if found([times[place] for place in pair])
    }
    assert all(not all_found.isdisjoint(pair) for pair in pairs)
    assert bool(pairs) == bool(all_found)


def test_hundreds_had_an_office_and_its_name_in_turn() -> None:
    """Nothing is found in a chain of bodies of one name, nor in a minister's many terms."""
    years = [f"{year}-01-01/{year}-12-31" for year in range(1000, 2000)]
    bodies = [
        Party(
            id=f"p{place}",
            name="The Office",
            kind=PartyKind.BODY,
            existed=year,
        )
        for place, year in enumerate(years)
    ]
    office = Office(id="o", title="Office", party="FR")
    tenures = tuple(Tenure(office="o", period=year) for year in years)
    minister = Minister(id="m", name="M", tenures=tenures)
    rules = ("alias-claimed-twice", "overlapping-tenures")
    assert not check(Dossier([*bodies, office, minister]), rules=rules)
