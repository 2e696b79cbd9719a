"""The questions of `where` put to DuckDB: the answers are those of the dossier."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ibis
import pytest
from hypothesis import given

from engine_questions import (
    RICH,
    assert_same_answers,
    questions,
    some_questions,
)
from entente import (
    Commitment,
    Dossier,
    Event,
    Minister,
    Office,
    Period,
    Tenure,
    Theme,
    exports,
)
from entente.asking._criteria import Question
from entente.errors import MissingExtraError, QueryError, UnknownIdError
from law_helpers import LAW


def lake_of(named: Mapping[str, Dossier]) -> exports.Lake:
    """Put the tables of dossiers into DuckDB."""
    connection = ibis.duckdb.connect()
    for name, table in exports.frames(named).items():
        connection.con.register(name, table)
    return exports.open(connection)


@pytest.fixture(scope="module")
def lakes() -> dict[str, exports.Lake]:
    """Each of these in DuckDB."""
    return {name: lake_of({"d": dossier}) for name, dossier in RICH.items()}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", RICH)
def test_each_keyword_is_answered_alike(
    name: str, lakes: dict[str, exports.Lake]
) -> None:
    """DuckDB finds the records that the dossier finds, whichever keyword is asked for, alone or combined."""
    assert_same_answers(RICH[name], lakes[name], some_questions(name))


@pytest.mark.no_cover
@LAW
@given(questions())
def test_questions_to_any_dossier_are_answered_alike(
    drawn: tuple[Dossier, list[tuple[str, Question]]],
) -> None:
    """DuckDB answers as the dossier does, whatever is in it."""
    dossier, asked = drawn
    assert_same_answers(dossier, lake_of({"d": dossier}), asked)


# --- what is asked, and how ------------------------------------------------------------------


@pytest.fixture(scope="module")
def lake(lakes: dict[str, exports.Lake]) -> exports.Lake:
    """The example of the Channel, in DuckDB."""
    return lakes["channel"]


def ids(found: Any) -> tuple[str, ...]:
    """Return the ids of the records that were found."""
    return tuple(found.to_pyarrow()["id"].to_pylist())


CHANNEL = RICH["channel"]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("commitments", {"theme": "small-boats"}),
        ("commitments", {"schedule": "overdue", "on": "2024-12-31"}),
        ("commitments", {"by": "FR", "certain": True}),
        ("commitments", {"by": "FR", "groupings": True}),
        ("commitments", {"declared": "completed"}),
        ("commitments", {"made": "2024"}),
        ("commitments", {"made": "2024-03/2024-05", "certain": True}),
        ("commitments", {"made": "XXXX-12-25"}),
        ("commitments", {"made": "XXXX-12-25", "certain": True}),
        ("commitments", {"firm": True, "firmness": ("agreed", "pledged")}),
        ("meetings", {}),
    ],
)  # fmt: skip
def test_where_is_that_of_the_dossier(
    lake: exports.Lake, kind: str, asked: dict[str, Any]
) -> None:
    """Keywords, terms and answers are those of `where`, in the order of the dossier."""
    expected = getattr(CHANNEL, kind).where(**asked).ids
    assert ids(lake.where(kind, **asked)) == expected


def test_questions_are_combined(lake: exports.Lake) -> None:
    """The criteria of a selection are asked again, whatever they are combined of; groups too."""
    every = CHANNEL.commitments
    boats, firm = every.where(theme="small-boats"), every.where(firm=True)
    groups = every.group_by("agreement")
    for found in (boats & firm, boats | firm, every - boats, *groups.values()):
        assert ids(lake.ask("commitments", found.criteria)) == found.ids
    assert None in groups


@pytest.fixture(scope="module")
def gappy() -> tuple[Dossier, exports.Lake]:
    """Events on dates with gaps, which are open, in doubt, or last."""
    texts: tuple[str | Period, ...] = (
        "[2024-03,2024-05]", "2024-XX-10", "[..2023,2025]", "202X-03/2024-XX-05", "2024-04~", "2023-05/",
        "../2024-03", "0001-01-01", "9999-12-31",
        Period("2023-05/", as_of="2024-04-10"),
    )  # fmt: skip
    dossier = Dossier(
        Event(id=f"e{number}", name=str(text), when=text)
        for number, text in enumerate(texts)
    )
    return dossier, lake_of({"d": dossier})


@pytest.mark.parametrize("certain", [False, True])
@pytest.mark.parametrize(
    "window",
    ["2024-04", "2024-03/2024-05", ("2024-03", "2024-05"), "2024-XX-10", "XXXX-04-10", "../2023", "2024?", "0001-01-01", "9999"],
)  # fmt: skip
def test_dates_with_gaps_are_exact(
    gappy: tuple[Dossier, exports.Lake], window: Any, *, certain: bool
) -> None:
    """What may be and what must be are told by the runs of days of a date."""
    dossier, lake = gappy
    expected = dossier.events.where(when=window, certain=certain).ids
    assert ids(lake.where("events", when=window, certain=certain)) == expected


def test_dossiers_of_a_folder_are_asked_together(tmp_path: Path) -> None:
    """Files of Parquet are asked where they are; an id in two dossiers is two records."""
    one = Dossier(
        [Theme(id="a", label="A"), Theme(id="b", label="B", broader=("a",))]
    )
    two = Dossier([Theme(id="a", label="A"), Theme(id="b", label="B")])
    folder = exports.write(
        {"one": one, "two": two}, tmp_path / "out", "parquet"
    )
    lake = exports.open(ibis.duckdb.connect(), folder)
    found = (
        lake.where("themes", theme="a").select("dossier", "id").to_pyarrow()
    )
    assert [tuple(row.values()) for row in found.to_pylist()] == [
        ("one", "a"), ("one", "b"), ("two", "a"),
    ]  # fmt: skip


def test_a_question_is_one_query(lake: exports.Lake) -> None:
    """The query can be printed before it is run."""
    sql = ibis.to_sql(lake.where("commitments", theme="small-boats", by="FR"))
    assert "SELECT" in sql
    assert "ORDER BY" in sql


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "asked", "error", "message"),
    [
        ("comitments", {}, QueryError, "there is no kind 'comitments'; did you mean 'commitments'?"),
        ("xyzzy", {}, QueryError, "there is no kind 'xyzzy'; there are themes, parties, offices, ministers, sources, events, meetings, agreements, commitments, metrics, statements"),
        ("commitments", {"theme": "smal-boats"}, UnknownIdError, "there is no theme 'smal-boats'; did you mean 'small-boats'?"),
        ("commitments", {"theme": "calais-group"}, UnknownIdError, "'calais-group' is a party, not a theme"),
        ("commitments", {"theme": "FR"}, UnknownIdError, "'FR' is a party, not a theme"),
        ("commitments", {"firmness": "pleged"}, QueryError, "'pleged' is not a firmness; did you mean 'pledged'?"),
        ("statements", {"about": "nothing-like-it-at-all"}, UnknownIdError, "there is no record 'nothing-like-it-at-all'"),
        ("commitments", {"declared": "completed", "as_known": "2024-01-01"}, QueryError, "the tables hold what is known now; ask a dossier what was known on a day"),
    ],
)  # fmt: skip
def test_wrong_questions_are_refused(
    lake: exports.Lake,
    kind: str,
    asked: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    """Ids and words are checked as `where` checks them, and what the tables do not hold is said."""
    with pytest.raises(error) as caught:
        lake.where(kind, **asked)
    assert str(caught.value) == message


def test_a_state_that_nobody_names_is_known(lake: exports.Lake) -> None:
    """Any state may be asked for, and has done nothing here."""
    assert ids(lake.where("commitments", by="NZ")) == ()


def test_a_test_of_your_own_is_no_question(lake: exports.Lake) -> None:
    """What no table can tell is refused, as by `ask`."""
    found = CHANNEL.commitments.filter(lambda each: each.is_firm)
    with pytest.raises(
        QueryError,
        match=r"cannot be asked again; only what where and group_by ask can$",
    ):
        lake.ask("commitments", found.criteria)


def test_recurring_duties_are_known_until_a_day() -> None:
    """A duty that recurs is worked out for some years, and a later day is refused."""
    talks = Commitment(
        id="talks", summary="Meet.", by=("GB",), runs="2024-01-31/..", recurrence="FREQ=YEARLY",
    )  # fmt: skip
    vague = Commitment(
        id="vague", summary="Meet.", by=("GB",), runs="2024/..", recurrence="FREQ=YEARLY",
    )  # fmt: skip
    dossier = Dossier([talks, vague])
    lake = lake_of({"uk": dossier})
    for schedule in ("overdue", "unknown", "not_due"):
        for day in ("2024-01-31", "2024-02-01", "2026-12-31"):
            expected = dossier.commitments.where(schedule=schedule, on=day).ids
            found = lake.where("commitments", schedule=schedule, on=day)
            assert ids(found) == expected
    with pytest.raises(QueryError) as caught:
        lake.where("commitments", schedule="overdue", on="2027-01-01")
    assert str(caught.value) == (
        "2027-01-01 is after 2026-12-31, until which the recurring duties of 'uk' were worked out;"
        " ask the dossier itself"
    )


def test_who_acted_on_a_doubtful_day_is_never_certain() -> None:
    """A minister may have held the office then, and nothing makes it certain."""
    dossier = Dossier(
        [
            Office(id="home", title="Home Secretary", party="GB"),
            Minister(
                id="m",
                name="M",
                tenures=(Tenure(office="home", period="2020/2025"),),
            ),
            Commitment(id="sure", summary="A.", by=("m",), made="2024-03"),
            Commitment(
                id="doubtful", summary="A.", by=("m",), made="2024-03?"
            ),
        ]
    )
    lake = lake_of({"d": dossier})
    assert ids(lake.where("commitments", by="GB")) == ("sure", "doubtful")
    assert ids(lake.where("commitments", by="GB", certain=True)) == ("sure",)


def test_tables_that_there_are_not_are_named(tmp_path: Path) -> None:
    """A folder or an engine without the tables is an error that says which is missing."""
    with pytest.raises(QueryError) as caught:
        exports.open(ibis.duckdb.connect(), tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / 'dossiers.parquet'}: there is no such file; write the tables with format='parquet'"
    )
    with pytest.raises(QueryError) as caught:
        exports.open(ibis.duckdb.connect())
    assert str(caught.value) == (
        "the engine has no table 'dossiers'; write the tables to it, or give the folder of their files"
    )


def test_ibis_is_an_extra(
    lake: exports.Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Ibis the error names the extra."""
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(
        MissingExtraError,
        match=r"^asking an engine needs the extra 'engines': ",
    ):
        lake.where("themes")
