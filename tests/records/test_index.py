"""The index of records: what lies below a party, who is in a grouping, and which offices were held when."""

from __future__ import annotations

import pytest

from entente import (
    Citation,
    Membership,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Source,
    SourceKind,
    Tenure,
)
from entente.records._index import (
    RecordIndex,
    lasted,
    speaks_for_its_whole,
)

OWN_VOICES = (
    PartyKind.SUBNATIONAL_GOVERNMENT,
    PartyKind.ARMED_GROUP,
    PartyKind.COMPANY,
    PartyKind.NON_GOVERNMENTAL_ORGANISATION,
    PartyKind.POLITICAL_PARTY,
)


def part(
    id: str,
    *wholes: str,
    kind: PartyKind = PartyKind.BODY,
    independent: bool = False,
) -> Party:
    """Make a party that is part of others."""
    return Party(
        id=id,
        name=id.title(),
        kind=kind,
        independent=independent,
        part_of=tuple(Membership(party=whole) for whole in wholes),
    )


@pytest.mark.parametrize("kind", PartyKind)
def test_some_kinds_of_party_never_speak_for_a_state(kind: PartyKind) -> None:
    """A region, a company or a party speaks for itself, and so does any body that is independent."""
    assert speaks_for_its_whole(part("a", "FR", kind=kind)) is (
        kind not in OWN_VOICES
    )
    alone = part("a", "FR", kind=kind, independent=True)
    assert not speaks_for_its_whole(alone)


def test_what_has_its_own_voice_is_not_below_its_whole() -> None:
    """Neither it nor its own bodies and offices; they are below it."""
    index = RecordIndex(
        [
            part("ministry", "FR"),
            part("police", "ministry"),
            part("court", "FR", independent=True),
            part("registry", "court"),
            part("region", "FR", kind=PartyKind.SUBNATIONAL_GOVERNMENT),
            part("joint-centre", "GB", "FR"),
            Office(id="prefect", title="Prefect", party="police"),
            Office(id="judge", title="Judge", party="court"),
        ]
    )
    assert index.below("FR") == {
        "FR",
        "ministry",
        "police",
        "prefect",
        "joint-centre",
    }
    assert index.below("GB") == {"GB", "joint-centre"}
    assert index.below("court") == {"court", "registry", "judge"}
    assert index.below("region") == {"region"}


LEAGUE = RecordIndex(
    [
        part("ministry", "FR"),
        part("court", "FR", independent=True),
        Party(
            id="league",
            name="League",
            kind=PartyKind.GROUPING,
            members=(
                Membership(party="FR"),
                Membership(party="DE", period="2020-03/2024-05"),
                Membership(
                    party="IT",
                    period="2020/",
                    citations=(Citation(source="list"),),
                ),
            ),
        ),
        Party(
            id="council",
            name="Council",
            kind=PartyKind.BODY,
            part_of=(Membership(party="league"),),
            members=(Membership(party="CH"),),
        ),
        Source(
            id="list",
            title="List of members",
            kind=SourceKind.REFERENCE,
            published="2023-01-01",
        ),
    ]
)


@pytest.mark.parametrize(
    ("party", "on", "possible", "certain"),
    [
        ("FR", "1900", True, True),
        ("FR", None, True, True),
        ("ministry", "2024", True, True),
        ("court", "2024", False, False),
        ("CH", "2024", True, True),
        ("US", "2024", False, False),
        ("DE", None, True, False),
        ("DE", "2019", False, False),
        ("DE", "2020-03-15", True, False),
        ("DE", "2021-01-01", True, True),
        ("DE", "2021", True, True),
        ("DE", "2024-05-31", True, False),
        ("DE", "[2024-04..2024-07]", True, False),
        ("DE", "[2021..2023]", True, True),
        ("DE", "[..2021]", True, False),
        ("DE", "[2021..]", True, False),
        ("DE", "2021?", True, False),
        ("DE", "2021~", True, False),
        ("IT", "2022-12-31", True, True),
        ("IT", "2023-06", True, False),
    ],
)
def test_membership_goes_by_its_time(
    party: str, on: str | None, *, possible: bool, certain: bool
) -> None:
    """A membership may have lasted on a date; it must have if it surely did on every day that is meant."""
    date = None if on is None else Period(on)
    for sure, expected in ((False, possible), (True, certain)):
        assert (
            LEAGUE.is_member(party, "league", on=date, certain=sure)
            is expected
        )
        assert (
            LEAGUE.belongs_to(party, "league", on=date, certain=sure)
            is expected
        )


def test_a_body_belongs_to_its_whole_and_is_no_member() -> None:
    """To be part of a state or a grouping is not to be a member of it."""
    assert LEAGUE.belongs_to("ministry", "FR", certain=True)
    assert not LEAGUE.is_member("ministry", "FR")
    assert LEAGUE.belongs_to("league", "league")
    assert not LEAGUE.is_member("council", "league")
    assert not LEAGUE.belongs_to("court", "FR")


@pytest.mark.parametrize(
    ("on", "possible", "certain"),
    [
        (None, ("interior", "home"), ()),
        ("2019", (), ()),
        ("2022", ("interior",), ("interior",)),
        ("2024-05", ("interior", "home"), ()),
        ("2024-05-15", ("interior", "home"), ("interior", "home")),
        ("2024-06", ("home",), ("home",)),
        ("[2023..2025]", ("interior", "home"), ()),
    ],
)
def test_a_minister_holds_offices_at_a_time(
    on: str | None, possible: tuple[str, ...], certain: tuple[str, ...]
) -> None:
    """On the day of a handover both are held; where a date is vague, each may be and none has to be."""
    minister = Minister(
        id="mover",
        name="A. Mover",
        tenures=(
            Tenure(office="interior", period="2020-01-01/2024-05-15"),
            Tenure(office="home", period="2024-05-15/.."),
        ),
    )
    index = RecordIndex([minister])
    date = None if on is None else Period(on)
    assert index.offices_of("mover", on=date) == possible
    assert certain == tuple(
        office
        for office, period in index.tenures_of("mover")
        if lasted([period], date, certain=True)
    )
    assert index.offices_of("nobody", on=date) == ()
    assert list(index.tenures_of("nobody")) == []


@pytest.mark.parametrize(
    ("times", "on", "certain"),
    [
        (["2020/2024-03-14", "2024-03-15/.."], "2024-03", True),
        (["2024-03-15/..", "2020/2024-03-14"], "2024-03", True),
        (["2020/2024-03-13", "2024-03-15/.."], "2024-03", False),
        (["2020/2024-03-13", "2024-03-15/.."], "2024-03-1X", False),
        (["2020/2024-03-13", "2024-03-15/.."], "2024-03-2X", True),
        (["2020/2024-03", "2024-03/.."], "2024-03", False),
        (["2020/2024-03-14?", "2024-03-15/.."], "2024-03", False),
        (["2020/2024-03-20", "2024-03-01/2024-03-31"], "2024-03", True),
        (["2020/2024-03-14", "2024-03-15/.."], "2024-03?", False),
        (["2020/2024-03-14", "2024-03-15/.."], "[2024-03..]", False),
        (["2020/2024-03-14", None], None, True),
        (["2020/2024-03-14"], None, False),
        ([], "2024", False),
    ],
)
def test_what_follows_on_itself_lasted_all_the_time(
    times: list[str | None], on: str | None, *, certain: bool
) -> None:
    """Who left one office on the day before the next began was in one of them all the time."""
    periods = [None if each is None else Period(each) for each in times]
    date = None if on is None else Period(on)
    assert lasted(periods, date, certain=True) is certain


def test_a_tenure_goes_on_as_its_source_says() -> None:
    """An end that is unknown lies after the day of the source."""
    index = RecordIndex(
        [
            Minister(
                id="mover",
                name="A. Mover",
                tenures=(Tenure(office="home", period="2020/"),),
                citations=(Citation(source="list"),),
            ),
            Source(
                id="list",
                title="List",
                kind=SourceKind.REFERENCE,
                published="2023-01-01",
            ),
        ]
    )
    for on, certain in (("2022-12-31", True), ("2023-06-01", False)):
        date = Period(on)
        assert index.offices_of("mover", on=date) == ("home",)
        [(_, period)] = index.tenures_of("mover")
        assert lasted([period], date, certain=True) is certain
