"""Who held which office and when: careers, lines of holders, cabinets, and who came and went."""

from __future__ import annotations

import csv
import datetime
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, strategies as st

import entente
from entente import (
    Dossier,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Severity,
    Tenure,
)
from entente.answers._offices import Holding, OfficeChange
from entente.errors import EntenteError, UnknownIdError
from entente.evidence import CitationState
from entente.strategies import ministers

IMPORTER = Path(__file__).resolve().parents[2] / "examples" / "import_ministers.py"


def person(id: str, *tenures: tuple[str, str], acting: bool = False) -> Minister:
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
    """The Home and Foreign Secretaries of some years, a renamed office, and one of another state."""
    return Dossier(
        [
            Party(
                id="home-office", name="Home Office", kind=PartyKind.BODY, part_of="GB"
            ),
            Office(id="home-secretary", title="Home Secretary", party="home-office"),
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
                id="interior-minister", title="Minister of the Interior", party="FR"
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
            person("trevelyan", ("development-secretary", "2020-02-13/2020-09-02")),
            person("lynda", ("overseas-minister", "1989/1997-05")),
            person("darmanin", ("interior-minister", "2020-07-06/2024-09-21")),
            person("retailleau", ("interior-minister", "2024-09/..")),
        ]
    )


def ids(found: tuple[Minister, ...]) -> list[str]:
    """Return the ids of ministers."""
    return [minister.id for minister in found]


def lines(found: tuple[Holding, ...]) -> list[str]:
    """Write holdings as ``"minister office period"``."""
    return [
        f"{each.minister.id} {each.office.id} {each.tenure.period}" for each in found
    ]


# --- the four questions ---------------------------------------------------------------------------


def test_a_persons_offices_are_a_career(dossier: Dossier) -> None:
    """Asked for a minister, the tenures come in their order."""
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


def test_an_offices_holders_are_a_line(dossier: Dossier) -> None:
    """Asked for an office, they come by the first day of the tenure."""
    assert lines(dossier.holdings(office="home-secretary")) == [
        "braverman home-secretary 2022-10-25/2023-11-13",
        "cleverly home-secretary 2023-11-13/2024-07-05",
    ]


def test_a_cabinet_is_that_of_a_party_with_its_bodies(dossier: Dossier) -> None:
    """All who held an office of a party on a day, those of its ministries among them, and no others."""
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


def test_who_came_and_went_between_two_days(dossier: Dossier) -> None:
    """Both days are included; who moved from one office to another did both."""
    found = dossier.changes("2023-11-13", "2024-07-05", party="GB")
    assert [
        (str(each.on), each.entered, each.holding.minister.id) for each in found
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
    """It has the holding, and says on which day of it somebody came or went."""
    (first, *_) = dossier.changes("2020-07-06", datetime.date(2020, 7, 6), party="FR")
    assert first == OfficeChange(
        holding=dossier.holdings(minister="darmanin")[0],
        entered=True,
        on=Period("2020-07-06"),
    )


# --- on a day -------------------------------------------------------------------------------------


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
    """Who leaves and who comes both held it on that day, for certain."""
    assert ids(dossier.holders("home-secretary", on=on)) == holders
    assert ids(dossier.holders("home-secretary", on=on, certain=True)) == holders


def test_a_time_may_have_several_holders(dossier: Dossier) -> None:
    """Asked for a year, all who held it in the year."""
    assert ids(
        dossier.holders("home-secretary", on="2023-01-01/2023-12-31", certain=True)
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
def test_a_vague_entry_may_hold_the_office(
    dossier: Dossier, on: str, may: list[str], must: list[str]
) -> None:
    """Who came some time in September may hold it all month, and must from its last day on."""
    assert ids(dossier.holders("interior-minister", on=on)) == may
    assert ids(dossier.holders("interior-minister", on=on, certain=True)) == must


def test_an_acting_holder_is_kept_beside_the_other() -> None:
    """Somebody on leave holds the office still, and who acts holds it too and says so."""
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
    assert ids(dossier.holders("science", on="2023-06-01")) == ["donelan", "smith"]


def test_one_person_who_held_it_twice_is_one_holder() -> None:
    """Two tenures of one minister are two holdings and one holder."""
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


def test_an_office_at_a_meeting_is_resolved_at_the_meetings_date() -> None:
    """The Prime Minister of the summit of March 2023 held the office then, whenever the document came."""
    readout = entente.example("uk-france")
    summit = readout.meetings["leaders-summit-2023"]
    assert summit.when is not None
    assert ids(readout.holders("uk-prime-minister", on=summit.when)) == ["rishi-sunak"]
    assert ids(readout.holders("uk-home-secretary", on=summit.when)) == []


# --- renamed offices ------------------------------------------------------------------------------


def test_an_office_means_only_itself_by_default(dossier: Dossier) -> None:
    """Before it was made, nobody held it."""
    assert ids(dossier.holders("foreign-secretary", on="2020-09-01")) == []


def test_predecessors_are_followed_one_after_another(dossier: Dossier) -> None:
    """With its predecessors an office includes those that it succeeded, and those that they did."""
    assert lines(dossier.holdings(office="foreign-secretary", predecessors=True)) == [
        "lynda overseas-minister 1989/1997-05",
        "raab old-foreign-secretary 2019-07-24/2020-09-02",
        "trevelyan development-secretary 2020-02-13/2020-09-02",
        "raab foreign-secretary 2020-09-02/2021-09-15",
        "cleverly foreign-secretary 2022-09-06/2023-11-13",
        "cameron foreign-secretary 2023-11-13/2024-07-05",
    ]
    assert ids(
        dossier.holders("foreign-secretary", on="2020-09-01", predecessors=True)
    ) == [
        "raab",
        "trevelyan",
    ]
    assert ids(
        dossier.holders("foreign-secretary", on="2020-09-02", predecessors=True)
    ) == [
        "raab",
        "trevelyan",
    ]


def test_successors_are_not_followed(dossier: Dossier) -> None:
    """What came after an office is not that office."""
    assert lines(
        dossier.holdings(office="old-foreign-secretary", predecessors=True)
    ) == ["raab old-foreign-secretary 2019-07-24/2020-09-02"]


def test_an_office_that_two_ways_lead_to_is_there_once() -> None:
    """Split and joined again, its holders are not counted twice."""
    dossier = Dossier(
        [
            Office(id="whole", title="Whole", party="GB"),
            Office(id="left", title="Left", party="GB", succeeds=("whole",)),
            Office(id="right", title="Right", party="GB", succeeds=("whole",)),
            Office(id="again", title="Again", party="GB", succeeds=("left", "right")),
            person("first", ("whole", "2000/2001")),
        ]
    )
    assert lines(dossier.holdings(office="again", predecessors=True)) == [
        "first whole 2000/2001"
    ]


# --- all at once ----------------------------------------------------------------------------------


def test_without_a_question_all_holdings_come_by_their_first_day(
    dossier: Dossier,
) -> None:
    """Nothing is left out, and the earliest is first."""
    found = dossier.holdings()
    assert (
        len(found) == sum(len(minister.tenures) for minister in dossier.ministers) == 10
    )
    keys = [each.tenure.period.sort_key for each in found]
    assert keys == sorted(keys)


def test_questions_narrow(dossier: Dossier) -> None:
    """A minister, an office, a party and a day may be asked for together."""
    assert lines(dossier.holdings(minister="cleverly", office="home-secretary")) == [
        "cleverly home-secretary 2023-11-13/2024-07-05"
    ]
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
def test_an_id_that_is_not_known_is_an_error(
    dossier: Dossier, question: dict[str, str], message: str
) -> None:
    """A mistyped id never gives an empty answer."""
    with pytest.raises(UnknownIdError) as caught:
        dossier.holdings(**question)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_holders_and_changes_know_their_ids_too(dossier: Dossier) -> None:
    """The holders and changes of unknown ids are errors too."""
    with pytest.raises(UnknownIdError, match="there is no office 'home'"):
        dossier.holders("home", on="2024-01-30")
    with pytest.raises(UnknownIdError, match="there is no party 'UK'; write 'GB'"):
        dossier.changes("2023-11-13", "2024-07-05", party="UK")


# --- who came and went ----------------------------------------------------------------------------


def moves(period: str, start: str, end: str) -> list[tuple[bool, str]]:
    """Return the changes that one tenure brings between two days."""
    dossier = Dossier(
        [Office(id="home", title="Home", party="GB"), person("one", ("home", period))]
    )
    return [(each.entered, str(each.on)) for each in dossier.changes(start, end)]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2024-01-01/2024-12-31", []),
        ("2024-03-01/2024-12-31", [(True, "2024-03-01")]),
        ("2024-01-01/2024-05-31", [(False, "2024-05-31")]),
        ("2024-03-02/2024-05-30", [(True, "2024-03-02"), (False, "2024-05-30")]),
        ("2024-03-15/..", [(True, "2024-03-15")]),
        ("../2024-03-15", [(False, "2024-03-15")]),
        ("2024-03-15/", [(True, "2024-03-15")]),
        ("2024/2025", [(True, "2024")]),
        ("2024-02/2024-06", []),
        ("2024-04-01", [(True, "2024-04-01")]),
        ("../..", []),
    ],
)
def test_a_change_may_have_been_between_two_days(
    period: str, found: list[tuple[bool, str]]
) -> None:
    """A change that may lie between 1 March and 31 May is listed, as vague as it is known."""
    assert moves(period, "2024-03-01", "2024-05-31") == found


def test_changes_may_be_asked_of_vague_days() -> None:
    """A month includes all its days."""
    assert moves("2024-03-31/2024-12-31", "2024-02", "2024-03") == [
        (True, "2024-03-31")
    ]


@pytest.mark.parametrize(("start", "end"), [("2023/2024", "2025"), ("2023", "../2025")])
def test_changes_lie_between_two_dates(dossier: Dossier, start: str, end: str) -> None:
    """A span is refused as either end, and the error names it."""
    with pytest.raises(EntenteError) as caught:
        dossier.changes(start, end)
    given = next(each for each in (start, end) if "/" in each)
    assert str(caught.value).startswith(f"{given!r} is not ")


def test_changes_do_not_run_backward(dossier: Dossier) -> None:
    """The earlier day comes first."""
    with pytest.raises(EntenteError, match="it runs backward"):
        dossier.changes("2025", "2024")


# --- laws -----------------------------------------------------------------------------------------

HOME = Office(id="home", title="Home", party="GB")


@given(
    ministers(known=[HOME]),
    st.dates(datetime.date(2014, 1, 1), datetime.date(2035, 12, 31)),
)
def test_who_must_hold_an_office_may_hold_it(
    minister: Minister, on: datetime.date
) -> None:
    """The certain holders are among the possible ones, and all of them are holdings."""
    dossier = Dossier([HOME, minister])
    may = dossier.holdings(office="home", on=on)
    must = dossier.holdings(office="home", on=on, certain=True)
    assert set(must) <= set(may) <= set(dossier.holdings())
    assert len(dossier.holdings()) == len(minister.tenures)


# --- the real data: 3,500 appointments ------------------------------------------------------------


@pytest.fixture(scope="module")
def table(shared: Path) -> Path:
    """The folder of the Institute for Government's files."""
    folder = shared / "data" / "ifg-ministers"
    if not folder.is_dir():
        pytest.skip("the Institute for Government's files are not here")
    return folder


@pytest.fixture(scope="module")
def imported(table: Path) -> Dossier:
    """The dossier that the example makes of them."""
    script = runpy.run_path(str(IMPORTER))
    return cast("Dossier", script["dossier_of"](script["read_folder"](table)))


@pytest.fixture(scope="module")
def appointments(table: Path) -> tuple[Mapping[str, str], ...]:
    """The rows of the table of appointments."""
    with (table / "appointment.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


HOME_SECRETARY = "secretary-of-state-for-the-home-department"


def test_every_appointment_is_imported(
    imported: Dossier, appointments: tuple[Mapping[str, str], ...]
) -> None:
    """Each row is one tenure, each person one minister, each post one office; none is lost."""
    assert len(appointments) > 3500
    assert len(imported.holdings()) == len(appointments)
    assert len(imported.ministers) == 1149
    assert len(imported.offices) == 926


def test_the_import_has_no_fault(imported: Dossier) -> None:
    """The rules find no error in it, only names that two departments went by."""
    found = entente.check(imported)
    assert [problem for problem in found if problem.severity is Severity.ERROR] == []
    assert {problem.rule for problem in found} <= {"alias-claimed-twice"}


def test_every_tenure_leads_back_to_its_row(imported: Dossier, table: Path) -> None:
    """The line that it was read from is cited, and found in the file."""
    text = (table / "appointment.csv").read_text(encoding="utf-8")
    found = entente.verify(imported, sources={"ifg-ministers": text})
    assert len(found) == len(imported.holdings())
    assert {finding.state for finding in found} == {CitationState.OK}


def test_the_home_secretary_of_the_paris_talks(imported: Dossier) -> None:
    """On 30 January 2024 it was James Cleverly alone."""
    (holder,) = imported.holders(HOME_SECRETARY, on="2024-01-30", certain=True)
    assert holder.name == "James Cleverly"


@pytest.mark.parametrize(
    ("on", "names"),
    [
        ("2022-10-19", ["Suella Braverman", "Grant Shapps"]),
        ("2022-10-25", ["Grant Shapps", "Suella Braverman"]),
        ("2023-11-13", ["Suella Braverman", "James Cleverly"]),
        ("2024-07-05", ["James Cleverly", "Yvette Cooper"]),
    ],
)
def test_real_handover_days_have_two_holders(
    imported: Dossier, on: str, names: list[str]
) -> None:
    """Who left comes before who came, by the first day of their tenures."""
    holders = imported.holders(HOME_SECRETARY, on=on, certain=True)
    assert [holder.name for holder in holders] == names


@pytest.mark.parametrize(
    "on", ["1983-06-15", "1997-05-03", "2010-05-12", "2024-01-30", "2025-09-05"]
)
def test_holders_are_those_of_the_table(
    imported: Dossier, appointments: tuple[Mapping[str, str], ...], on: str
) -> None:
    """On any day as many hold an office as rows of the table say, counted by hand."""
    begun = [row for row in appointments if row["start_date"] <= on]
    doubtful = [row for row in begun if "" < row["end_date"] < row["start_date"]]
    sure = [
        row
        for row in begun
        if row not in doubtful and (not row["end_date"] or on <= row["end_date"])
    ]
    assert len(imported.holdings(on=on, certain=True)) == len(sure)
    assert len(imported.holdings(on=on)) == len(sure) + len(doubtful)


def test_two_rows_that_run_backward_are_kept_as_doubtful(imported: Dossier) -> None:
    """An end before the beginning is unknown, and the note keeps what the table has."""
    doubtful = [
        each.tenure for each in imported.holdings() if each.tenure.period.is_unknown_end
    ]
    assert [str(tenure.period) for tenure in doubtful] == ["2025-09-01/", "2025-09-06/"]
    for tenure in doubtful:
        assert (tenure.note or "").startswith(
            "the table ends it on 2025-05-14, before it begins"
        )


def test_acting_and_leave_are_kept(imported: Dossier) -> None:
    """Chloe Smith acted while Michelle Donelan was on leave, who held the office all the time."""
    found = imported.holdings(
        office="secretary-of-state-for-science-innovation-and-technology",
        on="2023-06-01",
    )
    assert [(each.minister.name, each.tenure.acting) for each in found] == [
        ("Michelle Donelan", False),
        ("Chloe Smith", True),
    ]
    assert "on leave from 2023-04-28 to 2023-07-20, reason given: maternity leave" in (
        found[0].tenure.note or ""
    )
    assert sum(each.tenure.acting for each in imported.holdings()) == 11


def test_a_person_of_several_names_is_one(imported: Dossier) -> None:
    """David Cameron and Lord Cameron held their offices as one person, who is now a peer."""
    cameron = imported.ministers["lord-cameron-of-chipping-norton"]
    assert (cameron.name, cameron.aliases) == (
        "Lord Cameron of Chipping Norton",
        ("David Cameron",),
    )
    assert cameron.note == "David Cameron until 2023-11-13"
    assert [each.office.title for each in imported.holdings(minister=cameron.id)] == [
        "Prime Minister",
        "Secretary of State for Foreign, Commonwealth and Development Affairs",
    ]
    assert imported.ministers["therese-coffey"].aliases == ("Therese Coffey",)


def test_renamed_departments_are_followed(imported: Dossier) -> None:
    """The Health Secretary's line goes back through the Department of Health to that of Social Security."""
    line = imported.holdings(
        office="secretary-of-state-for-health-and-social-care", predecessors=True
    )
    assert list(dict.fromkeys(each.office.id for each in line)) == [
        "secretary-of-state-for-social-services",
        "secretary-of-state-for-health",
        "secretary-of-state-for-health-and-social-care",
    ]


def test_a_department_that_only_gave_functions_away_has_no_successor(
    imported: Dossier,
) -> None:
    """The Home Office gave functions away in 2007 and 2010, and lives on."""
    assert imported.offices.where(succeeds=HOME_SECRETARY).ids == ()


def test_a_cabinet_of_the_real_data(imported: Dossier) -> None:
    """All ministers of the state, through its departments, are those in office on the day."""
    cabinet = imported.holdings(party="GB", on="2024-01-30")
    assert len(cabinet) == len(imported.holdings(on="2024-01-30")) == 142
    home = imported.holdings(party="home-office", on="2024-01-30")
    assert "James Cleverly" in [each.minister.name for each in home]


def test_the_reshuffle_of_13_november_2023(imported: Dossier) -> None:
    """Cleverly moved, Braverman left, and Cameron came."""
    found = imported.changes("2023-11-13", "2023-11-13", party="GB")
    secretaries = {
        (each.holding.minister.name, each.entered)
        for each in found
        if each.holding.office.id == HOME_SECRETARY
        or "Development Affairs" in each.holding.office.title
    }
    assert secretaries == {
        ("James Cleverly", False),
        ("Suella Braverman", False),
        ("James Cleverly", True),
        ("Lord Cameron of Chipping Norton", True),
    }
    assert [each.entered for each in found] == sorted(each.entered for each in found)


def test_the_import_survives_its_file(imported: Dossier) -> None:
    """What was imported is the same when saved and loaded."""
    assert entente.loads(entente.dumps(imported)) == imported
