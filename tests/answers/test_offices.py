"""Who held which office and when: careers, holders, cabinets and changes."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import entente
from entente import (
    Citation,
    Dossier,
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
from entente.answers._offices import Holding, OfficeChange
from entente.errors import EntenteError, UnknownIdError
from entente.strategies import ministers, periods


def person(
    id: str, *tenures: tuple[str, str], acting: bool = False
) -> Minister:
    """Make a minister with tenures, each an office and a time."""
    return Minister(
        id=id,
        name=id.title(),
        tenures=tuple(
            Tenure(office=office, period=period, acting=acting)
            for office, period in tenures
        ),
    )


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Make a dossier of British and French ministers, with a renamed office."""
    return Dossier(
        [
            Party(
                id="home-office",
                name="Home Office",
                kind=PartyKind.BODY,
                part_of=(Membership(party="GB"),),
            ),
            Office(
                id="home-secretary",
                title="Home Secretary",
                party="home-office",
            ),
            Office(
                id="foreign-secretary",
                title="Foreign, Commonwealth and Development Secretary",
                party="GB",
                succeeds=("old-foreign-secretary", "development-secretary"),
            ),
            Office(
                id="old-foreign-secretary",
                title="Foreign and Commonwealth Secretary",
                party="GB",
            ),
            Office(
                id="development-secretary",
                title="International Development Secretary",
                party="GB",
                succeeds=("overseas-minister",),
            ),
            Office(
                id="overseas-minister",
                title="Minister for Overseas Development",
                party="GB",
            ),
            Office(
                id="interior-minister",
                title="Minister of the Interior",
                party="FR",
            ),
            person("braverman", ("home-secretary", "2022-10-25/2023-11-13")),
            person(
                "cleverly",
                ("foreign-secretary", "2022-09-06/2023-11-13"),
                ("home-secretary", "2023-11-13/2024-07-05"),
            ),
            person("cameron", ("foreign-secretary", "2023-11-13/2024-07-05")),
            person(
                "raab",
                ("old-foreign-secretary", "2019-07-24/2020-09-02"),
                ("foreign-secretary", "2020-09-02/2021-09-15"),
            ),
            person(
                "trevelyan", ("development-secretary", "2020-02-13/2020-09-02")
            ),
            person("lynda", ("overseas-minister", "1989/1997-05")),
            person("darmanin", ("interior-minister", "2020-07-06/2024-09-21")),
            person("retailleau", ("interior-minister", "2024-09/..")),
        ]
    )


def ids(found: tuple[Minister, ...]) -> list[str]:
    """Return the ids of ministers."""
    return [minister.id for minister in found]


def lines(found: tuple[Holding, ...]) -> list[str]:
    """Format holdings as ``"minister office period"``."""
    return [
        f"{each.minister.id} {each.office.id} {each.tenure.period}"
        for each in found
    ]


# --- careers, holders, cabinets and changes ----------------------------------


def test_a_minister_has_a_career(dossier: Dossier) -> None:
    """The holdings of a minister come in the order of time."""
    assert lines(dossier.holdings(minister="cleverly")) == [
        "cleverly foreign-secretary 2022-09-06/2023-11-13",
        "cleverly home-secretary 2023-11-13/2024-07-05",
    ]
    (first, _) = dossier.holdings(minister="cleverly")
    minister = dossier.ministers["cleverly"]
    assert first == Holding(
        minister=minister,
        office=dossier.offices["foreign-secretary"],
        tenure=minister.tenures[0],
    )


def test_an_office_has_a_line_of_holders(dossier: Dossier) -> None:
    """The holdings of an office come by the first day of each tenure."""
    assert lines(dossier.holdings(office="home-secretary")) == [
        "braverman home-secretary 2022-10-25/2023-11-13",
        "cleverly home-secretary 2023-11-13/2024-07-05",
    ]


def test_a_cabinet_includes_the_bodies_of_a_party(
    dossier: Dossier,
) -> None:
    """The holdings of a party include those of its ministries and no others."""
    assert lines(dossier.holdings(party="GB", on="2024-01-30")) == [
        "cleverly home-secretary 2023-11-13/2024-07-05",
        "cameron foreign-secretary 2023-11-13/2024-07-05",
    ]
    assert lines(dossier.holdings(party="home-office", on="2024-01-30")) == [
        "cleverly home-secretary 2023-11-13/2024-07-05"
    ]
    assert lines(dossier.holdings(party="FR", on="2024-01-30")) == [
        "darmanin interior-minister 2020-07-06/2024-09-21"
    ]
    assert dossier.holdings(party="DE") == ()


def test_changes_include_both_days(dossier: Dossier) -> None:
    """Changes on the first and last day count; a move is a departure and an arrival."""
    found = dossier.changes("2023-11-13", "2024-07-05", party="GB")
    assert [
        (str(each.on), each.entered, each.holding.minister.id)
        for each in found
    ] == [
        ("2023-11-13", False, "cleverly"),
        ("2023-11-13", False, "braverman"),
        ("2023-11-13", True, "cleverly"),
        ("2023-11-13", True, "cameron"),
        ("2024-07-05", False, "cleverly"),
        ("2024-07-05", False, "cameron"),
    ]
    assert dossier.changes("2023-11-14", "2024-07-04", party="GB") == ()


def test_a_change_is_one_end_of_a_holding(dossier: Dossier) -> None:
    """A change names the holding, the day, and whether the minister arrived or left."""
    (first, *_) = dossier.changes(
        "2020-07-06", datetime.date(2020, 7, 6), party="FR"
    )
    assert first == OfficeChange(
        holding=dossier.holdings(minister="darmanin")[0],
        entered=True,
        on=Period("2020-07-06"),
    )


# --- holders on a day --------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "holders"),
    [
        ("2022-10-24", []),
        ("2022-10-25", ["braverman"]),
        ("2023-11-12", ["braverman"]),
        ("2023-11-13", ["braverman", "cleverly"]),
        ("2023-11-14", ["cleverly"]),
        ("2024-01-30", ["cleverly"]),
        ("2024-07-05", ["cleverly"]),
        ("2024-07-06", []),
    ],
)
def test_a_handover_day_has_two_holders(
    dossier: Dossier, on: str, holders: list[str]
) -> None:
    """On the day of a handover both ministers certainly hold the office."""
    assert ids(dossier.holders("home-secretary", on=on)) == holders
    assert (
        ids(dossier.holders("home-secretary", on=on, certain=True)) == holders
    )


def test_a_year_has_all_its_holders(dossier: Dossier) -> None:
    """The holders in a year are all who held the office during it."""
    assert ids(
        dossier.holders(
            "home-secretary", on="2023-01-01/2023-12-31", certain=True
        )
    ) == [
        "braverman",
        "cleverly",
    ]
    assert ids(dossier.holders("home-secretary", on="2023", certain=True)) == [
        "braverman",
        "cleverly",
    ]


@pytest.mark.parametrize(
    ("on", "may", "must"),
    [
        ("2024-08-31", ["darmanin"], ["darmanin"]),
        ("2024-09-01", ["darmanin", "retailleau"], ["darmanin"]),
        ("2024-09-29", ["retailleau"], []),
        ("2024-09-30", ["retailleau"], ["retailleau"]),
        ("2026-01-01", ["retailleau"], ["retailleau"]),
    ],
)
def test_a_vague_tenure_begins_possibly_then_certainly(
    dossier: Dossier, on: str, may: list[str], must: list[str]
) -> None:
    """A tenure that begins in September is possible all month and certain from its end."""
    assert ids(dossier.holders("interior-minister", on=on)) == may
    assert (
        ids(dossier.holders("interior-minister", on=on, certain=True)) == must
    )


def test_an_acting_holder_joins_the_holder_on_leave() -> None:
    """A minister on leave and the acting one both hold the office."""
    dossier = Dossier(
        [
            Office(id="science", title="Science Secretary", party="GB"),
            person("donelan", ("science", "2023-02-07/2024-07-05")),
            person("smith", ("science", "2023-04-28/2023-07-20"), acting=True),
        ]
    )
    found = dossier.holdings(office="science", on="2023-06-01")
    assert [(each.minister.id, each.tenure.acting) for each in found] == [
        ("donelan", False),
        ("smith", True),
    ]
    assert ids(dossier.holders("science", on="2023-06-01")) == [
        "donelan",
        "smith",
    ]


def test_two_tenures_of_one_minister_are_one_holder() -> None:
    """A minister who held an office twice has two holdings but is listed once."""
    dossier = Dossier(
        [
            Office(id="home", title="Home Secretary", party="GB"),
            person(
                "suella",
                ("home", "2022-09-06/2022-10-19"),
                ("home", "2022-10-25/2023-11-13"),
            ),
        ]
    )
    assert ids(dossier.holders("home", on="2022")) == ["suella"]
    assert len(dossier.holdings(office="home", on="2022")) == 2


def test_holders_are_found_for_the_date_of_a_meeting() -> None:
    """The holder at a meeting is the one of its date, not of the document."""
    readout = entente.example("uk-france")
    summit = readout.meetings["leaders-summit-2023"]
    assert summit.when is not None
    assert ids(readout.holders("uk-prime-minister", on=summit.when)) == [
        "rishi-sunak"
    ]
    assert ids(readout.holders("uk-home-secretary", on=summit.when)) == []


# --- renamed offices ---------------------------------------------------------


def test_predecessors_are_not_followed_by_default(dossier: Dossier) -> None:
    """A new office has no holders before it was created."""
    assert ids(dossier.holders("foreign-secretary", on="2020-09-01")) == []


def test_predecessors_are_followed_all_the_way(dossier: Dossier) -> None:
    """With `predecessors` an office includes the whole chain of earlier ones."""
    assert lines(
        dossier.holdings(office="foreign-secretary", predecessors=True)
    ) == [
        "lynda overseas-minister 1989/1997-05",
        "raab old-foreign-secretary 2019-07-24/2020-09-02",
        "trevelyan development-secretary 2020-02-13/2020-09-02",
        "raab foreign-secretary 2020-09-02/2021-09-15",
        "cleverly foreign-secretary 2022-09-06/2023-11-13",
        "cameron foreign-secretary 2023-11-13/2024-07-05",
    ]
    assert ids(
        dossier.holders(
            "foreign-secretary", on="2020-09-01", predecessors=True
        )
    ) == [
        "raab",
        "trevelyan",
    ]
    assert ids(
        dossier.holders(
            "foreign-secretary", on="2020-09-02", predecessors=True
        )
    ) == [
        "raab",
        "trevelyan",
    ]


def test_successors_are_not_followed(dossier: Dossier) -> None:
    """An office never includes its successors."""
    assert lines(
        dossier.holdings(office="old-foreign-secretary", predecessors=True)
    ) == ["raab old-foreign-secretary 2019-07-24/2020-09-02"]


def test_an_office_reached_twice_counts_once() -> None:
    """Holders of an office that was split and rejoined are not counted twice."""
    dossier = Dossier(
        [
            Office(id="whole", title="Whole", party="GB"),
            Office(id="left", title="Left", party="GB", succeeds=("whole",)),
            Office(id="right", title="Right", party="GB", succeeds=("whole",)),
            Office(
                id="again",
                title="Again",
                party="GB",
                succeeds=("left", "right"),
            ),
            person("first", ("whole", "2000/2001")),
        ]
    )
    assert lines(dossier.holdings(office="again", predecessors=True)) == [
        "first whole 2000/2001"
    ]


# --- arguments ---------------------------------------------------------------


def test_all_holdings_come_by_their_first_day(
    dossier: Dossier,
) -> None:
    """Without arguments, every holding is returned, earliest first."""
    found = dossier.holdings()
    assert (
        len(found)
        == sum(len(minister.tenures) for minister in dossier.ministers)
        == 10
    )
    keys = [each.tenure.period.sort_key for each in found]
    assert keys == sorted(keys)


def test_arguments_narrow_together(dossier: Dossier) -> None:
    """A minister, an office, a party and a day may be combined."""
    assert lines(
        dossier.holdings(minister="cleverly", office="home-secretary")
    ) == ["cleverly home-secretary 2023-11-13/2024-07-05"]
    assert lines(dossier.holdings(minister="cleverly", on="2023-01-01")) == [
        "cleverly foreign-secretary 2022-09-06/2023-11-13"
    ]
    assert dossier.holdings(minister="cleverly", party="FR") == ()
    assert dossier.holdings(minister="cameron", office="home-secretary") == ()


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            {"office": "home-secretry"},
            "there is no office 'home-secretry'; did you mean 'home-secretary'?",
        ),
        (
            {"minister": "clevrly"},
            "there is no minister 'clevrly'; did you mean 'cleverly'?",
        ),
        ({"party": "UK"}, "there is no party 'UK'; write 'GB'"),
        ({"office": "cleverly"}, "'cleverly' is a minister, not an office"),
    ],
)
def test_an_unknown_id_of_holdings_is_an_error(
    dossier: Dossier, question: dict[str, str], message: str
) -> None:
    """A mistyped id raises an error rather than give an empty answer."""
    with pytest.raises(UnknownIdError) as caught:
        dossier.holdings(**question)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_an_unknown_id_of_holders_or_changes_is_an_error(
    dossier: Dossier,
) -> None:
    """`holders` and `changes` raise the same error for an unknown id."""
    with pytest.raises(UnknownIdError, match="there is no office 'home'"):
        dossier.holders("home", on="2024-01-30")
    with pytest.raises(
        UnknownIdError, match="there is no party 'UK'; write 'GB'"
    ):
        dossier.changes("2023-11-13", "2024-07-05", party="UK")


# --- changes between two days ------------------------------------------------


def moves(period: str, start: str, end: str) -> list[tuple[bool, str]]:
    """Return the changes of one tenure between two days."""
    dossier = Dossier(
        [
            Office(id="home", title="Home", party="GB"),
            person("one", ("home", period)),
        ]
    )
    return [
        (each.entered, str(each.on)) for each in dossier.changes(start, end)
    ]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2024-01-01/2024-12-31", []),
        ("2024-03-01/2024-12-31", [(True, "2024-03-01")]),
        ("2024-01-01/2024-05-31", [(False, "2024-05-31")]),
        (
            "2024-03-02/2024-05-30",
            [(True, "2024-03-02"), (False, "2024-05-30")],
        ),
        ("2024-03-15/..", [(True, "2024-03-15")]),
        ("../2024-03-15", [(False, "2024-03-15")]),
        ("2024-03-15/", [(True, "2024-03-15")]),
        ("2024/2025", [(True, "2024")]),
        ("2024-02/2024-06", []),
        ("2024-04-01", [(True, "2024-04-01")]),
        ("../..", []),
    ],
)
def test_possible_changes_are_listed(
    period: str, found: list[tuple[bool, str]]
) -> None:
    """A change that may lie between the two days is listed with its vague date."""
    assert moves(period, "2024-03-01", "2024-05-31") == found


def test_changes_accept_months() -> None:
    """A month given as either end includes all its days."""
    assert moves("2024-03-31/2024-12-31", "2024-02", "2024-03") == [
        (True, "2024-03-31")
    ]


@pytest.mark.parametrize(
    ("start", "end"), [("2023/2024", "2025"), ("2023", "../2025")]
)
def test_changes_reject_a_span_as_an_end(
    dossier: Dossier, start: str, end: str
) -> None:
    """A span as either end is an error that names it."""
    with pytest.raises(EntenteError) as caught:
        dossier.changes(start, end)
    span = start if "/" in start else end
    assert str(caught.value).startswith(f"{span!r} is not ")


def test_changes_reject_a_backward_range(dossier: Dossier) -> None:
    """An end before the start is an error."""
    with pytest.raises(EntenteError, match="it runs backward"):
        dossier.changes("2025", "2024")


# --- laws --------------------------------------------------------------------


HOME = Office(id="home", title="Home", party="GB")


@given(
    ministers(known=[HOME]),
    st.dates(datetime.date(2014, 1, 1), datetime.date(2035, 12, 31)),
)
def test_certain_holders_are_possible_holders(
    minister: Minister, on: datetime.date
) -> None:
    """Certain holdings are among the possible ones, which are among all holdings."""
    dossier = Dossier([HOME, minister])
    may = dossier.holdings(office="home", on=on)
    must = dossier.holdings(office="home", on=on, certain=True)
    assert set(must) <= set(may) <= set(dossier.holdings())
    assert len(dossier.holdings()) == len(minister.tenures)


@given(
    st.lists(
        ministers(known=[HOME]), max_size=6, unique_by=lambda each: each.id
    ),
    periods(),
)
def test_holders_are_those_whose_tenure_may_share_a_day(
    found: list[Minister], on: Period
) -> None:
    """The answer is that of a look at every tenure, vague ones and those without an end among them."""
    dossier = Dossier([HOME, *found])
    ever = dossier.holdings(office="home")
    assert dossier.holdings(office="home", on=on) == tuple(
        each for each in ever if each.period.overlaps(on).possible
    )


# Tenures whose end is unknown


def president(
    tenure: Tenure, *, published: str | None = None, cited: bool = True
) -> Dossier:
    """Make a dossier of a president, with a source that the record cites or does not."""
    source = Source(
        id="readout",
        title="Readout",
        kind=SourceKind.READOUT,
        published=published,
    )
    citations = (Citation(source="readout"),) if cited else ()
    return Dossier(
        [
            source,
            Office(id="fr-president", title="President", party="FR"),
            Minister(
                id="macron",
                name="Emmanuel Macron",
                tenures=(tenure,),
                citations=citations,
            ),
        ]
    )


def held(dossier: Dossier, on: str) -> str:
    """Return whether the office was held on a day: certainly, possibly, or not."""
    if dossier.holders("fr-president", on=on, certain=True):
        return "certain"
    return "possible" if dossier.holders("fr-president", on=on) else "no"


SINCE_2017 = Tenure(office="fr-president", period="2017-05-14/")


@pytest.mark.parametrize(
    ("published", "last_certain", "next_day"),
    [
        ("2024-01-30", "2024-01-30", "2024-01-31"),
        ("2024-01", "2024-01-01", "2024-01-02"),
        ("[2024-01-10..2024-01-20]", "2024-01-10", "2024-01-11"),
    ],
)
def test_a_tenure_is_certain_until_its_source_was_published(
    published: str, last_certain: str, next_day: str
) -> None:
    """Who holds an office when a source says so may hold it later, and nobody knows until when."""
    dossier = president(SINCE_2017, published=published)
    assert held(dossier, last_certain) == "certain"
    assert held(dossier, next_day) == "possible"
    assert held(dossier, "2050-01-01") == "possible"
    assert held(dossier, "2017-05-13") == "no"


@pytest.mark.parametrize(
    ("published", "cited"),
    [
        (None, True),
        ("2024-01-30", False),
        ("2024-01-30?", True),
        ("2024-01~", True),
        ("[..2024-01-30]", True),
        ("2016-12-31", True),
        ("2017-05-13", True),
    ],
)
def test_without_a_day_of_its_source_a_tenure_is_possible(
    published: str | None,
    cited: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    """A source that has no certain date, or that came before the tenure, makes nothing certain."""
    dossier = president(SINCE_2017, published=published, cited=cited)
    assert held(dossier, "2017-05-14") == "certain"
    assert held(dossier, "2017-05-15") == "possible"


def test_an_as_of_of_its_own_counts_before_the_source() -> None:
    """A tenure says itself until when it was seen, if that is not when its source came out."""
    tenure = evolve(
        SINCE_2017, period=Period("2017-05-14/", as_of="2022-04-24")
    )
    dossier = president(tenure, published="2024-01-30")
    assert held(dossier, "2022-04-24") == "certain"
    assert held(dossier, "2022-04-25") == "possible"


def test_the_sources_of_the_tenure_count_before_those_of_the_minister() -> (
    None
):
    """What a tenure cites itself says when it was seen, and the latest of several sources counts."""
    tenure = evolve(
        SINCE_2017,
        citations=(Citation(source="early"), Citation(source="late")),
    )
    sources = [
        Source(id=id, title=id, kind=SourceKind.READOUT, published=day)
        for id, day in (("early", "2019-01-01"), ("late", "2021-01-01"))
    ]
    dossier = Dossier(
        [*sources, *president(SINCE_2017, published="2024-01-30").records]
    )
    (minister,) = dossier.ministers
    dossier = dossier.with_records(evolve(minister, tenures=(tenure,)))
    assert held(dossier, "2021-01-01") == "certain"
    assert held(dossier, "2021-01-02") == "possible"
    (holding,) = dossier.holdings(office="fr-president")
    assert holding.period == Period("2017-05-14/", as_of="2021-01-01")
    assert holding.tenure.period == Period("2017-05-14/")


def test_a_source_of_several_tenures_says_nothing_of_each() -> None:
    """What a minister cites is about one tenure; of several nobody knows about which."""
    earlier = Tenure(office="fr-president", period="2010/")
    dossier = president(SINCE_2017, published="2024-01-30")
    (minister,) = dossier.ministers
    tenures = (earlier, SINCE_2017)
    dossier = dossier.with_records(evolve(minister, tenures=tenures))
    assert held(dossier, "2024-01-30") == "possible"


def test_a_tenure_that_may_not_have_begun_is_not_certain() -> None:
    """A notice of 3 May that somebody takes office "from May" does not say that it has happened."""
    tenure = Tenure(office="fr-president", period="2024-05/")
    assert (
        held(president(tenure, published="2024-05-03"), "2024-05-03")
        == "possible"
    )
    assert (
        held(president(tenure, published="2024-05-31"), "2024-05-31")
        == "certain"
    )


def test_nobody_is_certain_to_be_president_in_2050() -> None:
    """The embedded dossiers say of no office that somebody will hold it for ever."""
    for name in ("uk-france", "promises-kept"):
        dossier = entente.example(name)
        assert "fr-president" in dossier.offices.ids
        assert held(dossier, "2050-01-01") == "possible"
