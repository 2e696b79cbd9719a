"""A dossier: all records together, none of which names another that is not there."""

from __future__ import annotations

import copy
import datetime
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from attrs import fields_dict
from attrs.exceptions import FrozenInstanceError

import entente
from entente import (
    Act,
    Agreement,
    Commitment,
    Condition,
    Dossier,
    Event,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Office,
    Participation,
    Party,
    PartyKind,
    Record,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
)
from entente._coherence import _DIRECTED_FIELDS
from entente.errors import (
    DossierError,
    EntenteError,
    QueryError,
    RecordError,
    UnknownIdError,
)
from entente.records._model import KINDS

MIGRATION = Theme(id="migration", label="Migration")
BOATS = Theme(id="boats", label="Boats", broader=("migration",))
HOME = Office(id="home", title="Home Secretary", party="GB")
PATROL = Commitment(
    id="patrol", summary="Patrol more.", by=("FR",), themes=("boats",)
)
DOSSIER = Dossier([PATROL, HOME, BOATS, MIGRATION])


def said_of(*records: Record) -> list[str]:
    """Return all that is said of records that make no dossier."""
    with pytest.raises(DossierError) as caught:
        Dossier(records)
    return [str(problem) for problem in caught.value.problems]


# --- what it holds -------------------------------------------------------------------------------


def test_records_stand_by_kind_in_the_order_given() -> None:
    """Kinds come in the order of the files; within a kind records keep theirs."""
    assert [record.id for record in DOSSIER.records] == [
        "boats",
        "migration",
        "home",
        "patrol",
    ]
    assert Dossier((BOATS, PATROL, MIGRATION, HOME)) == DOSSIER
    assert Dossier([MIGRATION, BOATS, HOME, PATROL]) != DOSSIER


def test_a_dossier_is_a_value() -> None:
    """It does not change, can be hashed, and comes back from a copy or a pickle as it was, asked or not."""
    assert DOSSIER.commitments.where(theme="migration").ids == ("patrol",)
    for twin in (
        copy.copy(DOSSIER),
        copy.deepcopy(DOSSIER),
        pickle.loads(pickle.dumps(DOSSIER)),  # noqa: S301
    ):
        assert twin == DOSSIER
        assert hash(twin) == hash(DOSSIER)
        assert twin.commitments.where(theme="migration").ids == ("patrol",)
    with pytest.raises(FrozenInstanceError):
        DOSSIER.records = ()  # type: ignore[misc]


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_its_selection(name: str) -> None:
    """A selection holds all records of its kind, and those alone."""
    records: list[Record] = [
        MIGRATION,
        Party(id="calais", name="Calais Group", kind=PartyKind.GROUPING),
        Office(id="home", title="Home Secretary", party="calais"),
        Minister(id="cleverly", name="James Cleverly"),
        Source(id="readout", title="Readout", kind=SourceKind.READOUT),
        Event(id="games", name="Games"),
        Meeting(id="paris", name="Paris", state=MeetingState.HELD),
        Agreement(id="treaty", name="Treaty"),
        Commitment(id="patrol", summary="Patrol more."),
        Metric(id="arrivals", name="Arrivals", unit="people"),
        Statement(
            id="praise",
            summary="Well done.",
            act=Act.PRAISE,
            speakers=("home",),
        ),
    ]
    selection = getattr(Dossier(reversed(records)), name)
    assert type(selection).__name__.lower() == name
    assert [type(record) for record in selection] == [KINDS[name]]
    assert list(getattr(Dossier(), name)) == []


def test_states_need_no_declaration() -> None:
    """A state that a record names is a party of the dossier; one that none names can be had all the same."""
    assert [
        (party.id, party.name, party.kind) for party in DOSSIER.parties
    ] == [
        ("FR", "France", PartyKind.STATE),
        (
            "GB",
            "United Kingdom of Great Britain and Northern Ireland",
            PartyKind.STATE,
        ),
    ]
    european = DOSSIER["EU"]
    assert isinstance(european, Party)
    assert (european.name, european.kind) == (
        "European Union",
        PartyKind.INTERNATIONAL_ORGANISATION,
    )
    assert "FR" in DOSSIER
    assert "EU" in DOSSIER
    assert not any(isinstance(record, Party) for record in DOSSIER.records)


def test_a_state_may_be_declared() -> None:
    """What a dossier says of a state stands in the place of what is known without it."""
    france = Party(id="FR", name="French Republic", kind=PartyKind.STATE)
    dossier = DOSSIER.with_records(france)
    assert dossier["FR"] is france
    assert dossier.parties.ids == ("FR", "GB")


def test_any_record_is_had_by_its_id() -> None:
    """An id leads to its record, of whatever kind."""
    assert DOSSIER["boats"] is BOATS
    assert DOSSIER["home"] is HOME
    assert "boats" in DOSSIER
    assert "boat" not in DOSSIER
    assert 5 not in DOSSIER


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("boat", "there is no record 'boat'; did you mean 'boats'?"),
        ("zebra", "there is no record 'zebra'"),
        ("UK", "there is no record 'UK'; write 'GB'"),
        (5, "there is no record 5"),
        (None, "there is no record None"),
    ],
)
def test_an_unknown_id_is_an_error(id: Any, said: str) -> None:
    """The id that was probably meant is named; no answer is made up."""
    with pytest.raises(UnknownIdError) as caught:
        DOSSIER[id]
    assert str(caught.value) == said


def test_a_dossier_says_what_it_holds() -> None:
    """Printed, it counts its records by kind."""
    assert repr(
        Dossier(
            [MIGRATION, BOATS, PATROL, Commitment(id="pay", summary="Pay.")]
        )
    ) == ("<Dossier: 2 themes, 2 commitments>")
    assert repr(Dossier()) == "<Dossier: empty>"


def test_one_record_is_not_called_several() -> None:
    """One of a kind is counted in the singular."""
    assert repr(Dossier([MIGRATION])) == "<Dossier: 1 theme>"
    assert (
        repr(
            Dossier(
                [Party(id="calais", name="Calais", kind=PartyKind.GROUPING)]
            )
        )
        == "<Dossier: 1 party>"
    )


@pytest.mark.parametrize(
    "stranger", ["boats", None, 5, Condition(text="Once paid.")]
)
def test_only_records_make_a_dossier(stranger: Any) -> None:
    """What is no record is refused with an error of ours."""
    with pytest.raises(RecordError, match="is not a record"):
        Dossier([stranger])
    with pytest.raises(RecordError, match="is not a record"):
        DOSSIER.with_records(stranger)


# --- what keeps records from being one -----------------------------------------------------------


def test_all_faults_are_told_at_once() -> None:
    """Ids given twice, ids that name nothing, and circles are told together, each with its place."""
    assert said_of(
        Theme(id="a", label="A", broader=("b", "c")),
        Theme(id="b", label="B", broader=("a",)),
        Event(id="games", name="Games", hosts=("UK",)),
        Event(id="games", name="Games again"),
        Commitment(
            id="patrol",
            summary="Patrol.",
            meeting="paris",
            part_of="patrols",
            by=("games", "EU"),
        ),
    ) == [
        "events[1].id (games): 'games' is already the id of another event (first at events[0].id); give every record an id of its own",
        "themes[0].broader[1] (a): there is no theme 'c'",
        "events[0].hosts[0] (games): there is no party 'UK'; write 'GB'",
        "commitments[0].by[0] (patrol): 'games' is an event, not a party, office or minister",
        "commitments[0].meeting (patrol): there is no meeting 'paris'",
        "commitments[0].part_of (patrol): there is no commitment 'patrols'; did you mean 'patrol'?",
        "themes[1].broader[0] (b): broader leads back to the record itself: a → b → a; take one step out",
    ]


def test_a_problem_names_its_rule() -> None:
    """Each kind of fault has a rule, by which a program may tell them apart."""
    with pytest.raises(DossierError) as caught:
        Dossier(
            [
                Theme(id="a", label="A", broader=("a", "b")),
                BOATS,
                Theme(id="boats", label="Ships"),
            ]
        )
    assert {problem.rule for problem in caught.value.problems} == {
        "duplicate-id",
        "unknown-id",
        "circle",
    }


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (
            (
                Party(
                    id="a",
                    name="A",
                    kind=PartyKind.BODY,
                    part_of=(Membership(party="a"),),
                ),
            ),
            "parties[0].part_of[0].party (a): part_of leads back to the record itself: a → a; take one step out",
        ),
        (
            (
                Office(id="a", title="A", party="GB", succeeds=("b",)),
                Office(id="b", title="B", party="GB", succeeds=("c",)),
                Office(id="c", title="C", party="GB", succeeds=("b",)),
            ),
            "offices[2].succeeds[0] (c): succeeds leads back to the record itself: b → c → b; take one step out",
        ),
        (
            (
                Agreement(id="a", name="A", part_of="b"),
                Agreement(id="b", name="B", part_of="a"),
            ),
            "agreements[1].part_of (b): part_of leads back to the record itself: a → b → a; take one step out",
        ),
        (
            (
                Commitment(
                    id="a",
                    summary="A.",
                    links=(Link(kind=LinkKind.EXTENDS, target="b"),),
                ),
                Agreement(
                    id="b",
                    name="B",
                    links=(Link(kind=LinkKind.AMENDS, target="a"),),
                ),
            ),
            (
                "commitments[0].links[0].target (a): links leads back to the record itself: b → a → b; "
                "take one step out"
            ),
        ),
    ],
)
def test_nothing_leads_back_to_itself(
    records: tuple[Record, ...], said: str
) -> None:
    """Parts, successions and links run one way; the step that closes a circle is reported."""
    assert said_of(*records) == [said]


@pytest.mark.parametrize("name", _DIRECTED_FIELDS)
def test_no_kind_with_a_directed_field_is_forgotten(name: str) -> None:
    """Circles are looked for in every kind of record that has the field."""
    kinds = {kind for kind in KINDS.values() if name in fields_dict(kind)}
    assert set(_DIRECTED_FIELDS[name]) == kinds


@pytest.mark.parametrize("kind", LinkKind)
def test_only_what_is_mutual_may_lead_back(kind: LinkKind) -> None:
    """Two promises may be given in return for each other, and two records may mention each other."""
    pair = (
        Commitment(id="a", summary="A.", links=(Link(kind=kind, target="b"),)),
        Event(id="b", name="B", links=(Link(kind=kind, target="a"),)),
    )
    if kind in (LinkKind.RECIPROCATES, LinkKind.REFERS_TO):
        assert Dossier(pair).lineage("a").before[0].target == "b"
        return
    assert said_of(*pair) == [
        (
            "commitments[0].links[0].target (a): links leads back to the record itself: b → a → b; "
            "take one step out"
        )
    ]


def test_many_ways_may_lead_to_one_record() -> None:
    """A theme below two others that are below a third closes no circle."""
    diamond = Dossier(
        [
            Theme(id="top", label="Top"),
            Theme(id="left", label="Left", broader=("top",)),
            Theme(id="right", label="Right", broader=("top",)),
            Theme(
                id="bottom", label="Bottom", broader=("left", "right", "left")
            ),
        ]
    )
    assert len(diamond.themes.where(theme="top")) == 4


LONG = 100_000


def chain(*, closed: bool) -> list[Theme]:
    """Return themes each below the one before it; closed, the first is below the last."""
    first = Theme(
        id="t0", label="T", broader=(f"t{LONG - 1}",) if closed else ()
    )
    return [
        first,
        *(
            Theme(id=f"t{place}", label="T", broader=(f"t{place - 1}",))
            for place in range(1, LONG)
        ),
    ]


def test_a_long_chain_is_no_circle() -> None:
    """A hundred thousand themes, each below the last, do not exhaust the stack."""
    dossier = Dossier(chain(closed=False))
    assert len(dossier.themes.where(theme="t0")) == LONG


def test_a_long_circle_is_reported_in_a_line() -> None:
    """A circle of a hundred thousand themes is found, and its message stays short."""
    [said] = said_of(*chain(closed=True))
    assert "broader leads back to the record itself: t0 → " in said
    assert len(said) < 500


def test_of_many_dangling_ids_the_first_get_suggestions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A dossier that lost a list is refused whole, and suggestions end after some steps."""
    monkeypatch.setattr("entente._coherence._MOST_STEPS", 20_000)
    records = [
        Theme(id=f"theme-{number}", label="T", broader=(f"thme-{number}",))
        for number in range(300)
    ]
    messages = said_of(*records)
    assert len(messages) == 300
    hinted = ["did you mean" in each for each in messages]
    assert hinted.index(False) == sum(hinted)
    # Each takes a step for each theme, and some more.
    assert 20 < sum(hinted) < 20_000 / 300


# --- other dossiers made of one ------------------------------------------------------------------


def test_with_adds_and_replaces() -> None:
    """New records join the others of their kind, a changed one stands where the old one stood."""
    changed = Theme(id="boats", label="Small boats")
    grown = DOSSIER.with_records(Theme(id="trade", label="Trade"), changed)
    assert grown.themes.ids == ("boats", "migration", "trade")
    assert grown["boats"] is changed
    assert DOSSIER["boats"] is BOATS
    assert DOSSIER.with_records() == DOSSIER


def test_with_refuses_one_id_twice() -> None:
    """Of two records with one id neither is dropped in silence."""
    with pytest.raises(DossierError) as caught:
        DOSSIER.with_records(
            Theme(id="trade", label="A"), Theme(id="trade", label="B")
        )
    assert str(caught.value) == (
        "1 problem\n"
        "  id (trade): 'trade' is already the id of another theme; give every record an id of its own"
    )


def test_with_does_not_replace_a_record_of_another_kind() -> None:
    """A promise is not lost to a theme that happens to have its id; the error says what to do."""
    with pytest.raises(DossierError) as caught:
        DOSSIER.with_records(
            Theme(id="patrol", label="Patrols"),
            Commitment(id="boats", summary="Send boats."),
            Theme(id="trade", label="Trade"),
        )
    assert str(caught.value) == (
        "2 problems\n"
        "  (boats): 'boats' is the id of a theme, which a commitment cannot replace; "
        "take the theme out first, by without('boats'), or give the commitment an id of its own\n"
        "  (patrol): 'patrol' is the id of a commitment, which a theme cannot replace; "
        "take the commitment out first, by without('patrol'), or give the theme an id of its own"
    )
    assert {problem.rule for problem in caught.value.problems} == {
        "duplicate-id"
    }
    patrols = Theme(id="patrol", label="Patrols")
    assert DOSSIER.without("patrol").with_records(patrols)["patrol"] is patrols


def test_with_refuses_what_makes_no_dossier() -> None:
    """What is added is checked against what is there."""
    with pytest.raises(
        DossierError, match=r"there is no theme 'boat'; did you mean 'boats'\?"
    ):
        DOSSIER.with_records(
            Commitment(id="pay", summary="Pay.", themes=("boat",))
        )


def test_without_takes_records_out() -> None:
    """What nothing names can be taken out, and the rest stays in order."""
    assert [
        record.id for record in DOSSIER.without("patrol", "home").records
    ] == [
        "boats",
        "migration",
    ]
    assert DOSSIER.without() == DOSSIER


@pytest.mark.parametrize(
    ("ids", "error", "said"),
    [
        (
            ("migration",),
            DossierError,
            "1 problem\n  themes[0].broader[0] (boats): there is no theme 'migration'",
        ),
        (
            ("boat",),
            UnknownIdError,
            "there is no record 'boat'; did you mean 'boats'?",
        ),
    ],
)
def test_without_refuses_what_others_name_and_what_is_not_there(
    ids: tuple[str, ...], error: type[Exception], said: str
) -> None:
    """A record that another names stays, and a mistyped id is no reason to do nothing."""
    with pytest.raises(error) as caught:
        DOSSIER.without(*ids)
    assert str(caught.value) == said


def test_merge_holds_the_records_of_both() -> None:
    """What is in both stands once, as long as it is equal."""
    other = Dossier(
        [MIGRATION, Theme(id="trade", label="Trade", broader=("migration",))]
    )
    merged = DOSSIER.merge(other)
    assert merged.themes.ids == ("boats", "migration", "trade")
    assert DOSSIER.merge(Dossier()) == DOSSIER == Dossier().merge(DOSSIER)


def test_merge_refuses_two_accounts_of_one_record() -> None:
    """Of two different records with one id neither is chosen; all such are told at once."""
    other = Dossier(
        [
            Theme(id="migration", label="Movement"),
            Theme(id="boats", label="Ships"),
        ]
    )
    with pytest.raises(DossierError) as caught:
        DOSSIER.merge(other)
    assert str(caught.value) == (
        "2 problems\n"
        "  (migration): the two dossiers hold different records 'migration'; "
        "settle which one is right, or rename one\n"
        "  (boats): the two dossiers hold different records 'boats'; "
        "settle which one is right, or rename one"
    )
    assert {problem.rule for problem in caught.value.problems} == {
        "duplicate-id"
    }


def test_merge_refuses_one_id_of_two_kinds() -> None:
    """Of two records of two kinds neither can be right for the other; one needs another id."""
    other = Dossier([Commitment(id="boats", summary="Send boats.")])
    with pytest.raises(DossierError) as caught:
        DOSSIER.merge(other)
    assert str(caught.value) == (
        "1 problem\n"
        "  (boats): 'boats' is a theme in one dossier and a commitment in the other; rename one"
    )


def test_a_part_that_is_whole_has_all_that_it_names() -> None:
    """The records that are asked for bring those that they name, and those that these name."""
    theme = Theme(id="rescue", label="Rescue", broader=("boats",))
    dossier = DOSSIER.with_records(theme)
    part = dossier.only_with([theme])
    assert [record.id for record in part.records] == [
        record.id
        for record in dossier.records
        if record.id in ("rescue", "boats", "migration")
    ]
    assert dossier.only_with([]) == Dossier()
    assert dossier.only_with(dossier.themes) == dossier.only_with([theme])


def test_a_part_has_only_what_the_dossier_holds() -> None:
    """A record that is not there, or is there in another state, is not put in or changed in silence."""
    with pytest.raises(UnknownIdError) as unknown:
        DOSSIER.only_with([Theme(id="boat", label="Boat")])
    assert (
        str(unknown.value)
        == "there is no record 'boat'; did you mean 'boats'?"
    )
    with pytest.raises(QueryError) as other:
        DOSSIER.only_with([Theme(id="boats", label="Ships")])
    assert (
        str(other.value)
        == "this dossier holds another 'boats'; take the records from it"
    )


# --- holders -------------------------------------------------------------------------------------

HOLDERS = Dossier(
    [
        HOME,
        Office(id="deputy", title="Deputy", party="GB"),
        Minister(
            id="braverman",
            name="Suella Braverman",
            tenures=(Tenure(office="home", period="2022-10-25/2023-11-13"),),
        ),
        Minister(
            id="cleverly",
            name="James Cleverly",
            tenures=(
                Tenure(office="home", period="2023-11-13/2024-07-05"),
                Tenure(office="deputy", period="2020/.."),
            ),
        ),
        Minister(
            id="caretaker",
            name="A Caretaker",
            tenures=(Tenure(office="home", period="2024-07", acting=True),),
        ),
        Minister(
            id="doubted",
            name="D Doubted",
            tenures=(Tenure(office="home", period="2022-10-01?"),),
        ),
        Minister(id="nobody", name="N Nobody"),
    ]
)


@pytest.mark.parametrize(
    ("on", "possible", "certain"),
    [
        ("2023-06", ("braverman",), ("braverman",)),
        ("2023-11-13", ("braverman", "cleverly"), ("braverman", "cleverly")),
        ("2023-11-14", ("cleverly",), ("cleverly",)),
        (datetime.date(2024, 1, 30), ("cleverly",), ("cleverly",)),
        ("2024-07-04", ("cleverly", "caretaker"), ("cleverly",)),
        ("2024-07", ("cleverly", "caretaker"), ("cleverly", "caretaker")),
        ("2024-07-31", ("caretaker",), ()),
        ("2022-10-01", ("doubted",), ()),
        ("1999", (), ()),
    ],
)
def test_the_holders_of_an_office_on_a_day(
    on: Any, possible: tuple[str, ...], certain: tuple[str, ...]
) -> None:
    """On a day of handing over there are two; a vague or doubted tenure may be, and is not sure to be."""
    assert (
        tuple(minister.id for minister in HOLDERS.holders("home", on=on))
        == possible
    )
    assert (
        tuple(
            minister.id
            for minister in HOLDERS.holders("home", on=on, certain=True)
        )
        == certain
    )


def test_the_holders_are_those_of_the_office_that_is_asked_for() -> None:
    """Another office of the same minister does not count."""
    assert [
        minister.id for minister in HOLDERS.holders("deputy", on="2023-06")
    ] == ["cleverly"]


@pytest.mark.parametrize(
    ("office", "said"),
    [
        ("hom", "there is no office 'hom'; did you mean 'home'?"),
        ("cleverly", "'cleverly' is a minister, not an office"),
        ("GB", "'GB' is a party, not an office"),
    ],
)
def test_the_holders_of_no_office_are_an_error(office: str, said: str) -> None:
    """An office that is not there has no empty list of holders."""
    with pytest.raises(UnknownIdError) as caught:
        HOLDERS.holders(office, on="2024")
    assert str(caught.value) == said


def test_an_office_may_take_part_without_its_holder() -> None:
    """A participation names a post; who held it then is asked of the dossier."""
    meeting = Meeting(
        id="paris",
        name="Paris",
        state=MeetingState.HELD,
        when="2024-01-30",
        participations=(Participation(office="home"),),
    )
    dossier = HOLDERS.with_records(meeting)
    [present] = dossier.meetings["paris"].participations
    assert present.office is not None
    assert dossier.meetings["paris"].when is not None
    assert [
        minister.id
        for minister in dossier.holders(present.office, on="2024-01-30")
    ] == ["cleverly"]


def test_a_state_is_in_every_dossier_and_cannot_be_taken_out() -> None:
    """`in` agrees with `[]`, and what has no record is not removed in silence."""
    dossier = Dossier([Theme(id="a", label="A")])
    assert "FR" in dossier
    assert dossier["FR"].id == "FR"
    assert "a" in dossier
    assert "b" not in dossier
    assert 5 not in dossier
    with pytest.raises(
        UnknownIdError,
        match="'FR' is a state that needs no declaration, and has no record here",
    ):
        dossier.without("FR")
    with pytest.raises(UnknownIdError, match="there is no record 'b'"):
        dossier.without("b")


# --- no way around the checks --------------------------------------------------------------------

DANGLING = Commitment(id="promise", summary="Keep it.", by=("nobody",))
WAYS: dict[str, Callable[[], object]] = {
    "entente.Dossier": lambda: Dossier([DANGLING]),
    "entente.Dossier.with_records": lambda: DOSSIER.with_records(DANGLING),
    "entente.Dossier.without": lambda: DOSSIER.without("migration"),
    "entente.Dossier.only_with": lambda: DOSSIER.only_with([DANGLING]),
    "entente.Dossier.merge": lambda: DOSSIER.merge(
        Dossier([attrs.evolve(BOATS, label="Other")])
    ),
    "entente.loads": lambda: entente.loads(
        '{"entente": 1, "commitments": '
        '[{"id": "a", "summary": "A", "by": ["nobody"]}]}'
    ),
    "entente.load": lambda: entente.load("no-such-file.toml"),
    "entente.example": lambda: entente.example("no-such-example"),
    "attrs.evolve": lambda: attrs.evolve(DOSSIER, records=(DANGLING,)),
}
"""Every public way to a dossier, with records that are none."""


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_a_dossier_checks_its_records(way: str) -> None:
    """No public call makes a dossier that `loads(dumps(…))` would refuse."""
    with pytest.raises(EntenteError):
        WAYS[way]()


def test_there_is_no_other_way_to_a_dossier() -> None:
    """The calls above are all that are public and return a dossier."""
    returning = {
        f"entente.{name}"
        for name in entente.__all__
        if inspect.isfunction(call := getattr(entente, name))
        and call.__annotations__.get("return") in ("Dossier", Dossier)
    }
    methods = {
        f"entente.Dossier.{name}"
        for name, method in vars(Dossier).items()
        if not name.startswith("_")
        and getattr(method, "__annotations__", {}).get("return") == "Dossier"
    }
    assert {"entente.Dossier", *returning, *methods, "attrs.evolve"} == {*WAYS}


def test_what_is_no_text_is_no_id() -> None:
    """An office that is asked for by something other than its id is not known."""
    with pytest.raises(UnknownIdError) as caught:
        Dossier().holders(5, on="2024")  # type: ignore[arg-type]
    assert str(caught.value) == "there is no office 5"
