"""Offices in real data: 3,500 appointments of the Institute for Government."""

from __future__ import annotations

import csv
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

import entente
from entente import (
    Dossier,
    Severity,
)
from entente.evidence import CitationState

IMPORTER = (
    Path(__file__).resolve().parents[2] / "examples" / "import_ministers.py"
)


HOME_SECRETARY = "secretary-of-state-for-the-home-department"


@pytest.fixture(scope="module")
def table(shared: Path) -> Path:
    """Return the folder of the Institute for Government's files."""
    folder = shared / "data" / "ifg-ministers"
    if not folder.is_dir():
        pytest.skip("the Institute for Government's files are not here")
    return folder


@pytest.fixture(scope="module")
def imported(table: Path) -> Dossier:
    """Import those files as the example does."""
    script = runpy.run_path(str(IMPORTER))
    return cast("Dossier", script["dossier_of"](script["read_folder"](table)))


@pytest.fixture(scope="module")
def appointments(table: Path) -> tuple[Mapping[str, str], ...]:
    """Return the rows of the table of appointments."""
    with (table / "appointment.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        return tuple(csv.DictReader(file))


def test_every_appointment_is_imported(
    imported: Dossier, appointments: tuple[Mapping[str, str], ...]
) -> None:
    """Each row becomes a tenure, each person a minister, each post an office."""
    assert len(appointments) > 3500
    assert len(imported.holdings()) == len(appointments)
    assert len(imported.ministers) == 1149
    assert len(imported.offices) == 926


def test_the_import_has_no_errors(imported: Dossier) -> None:
    """The rules report no errors, only names that two departments share, and posts held by two."""
    found = entente.check(imported)
    assert [
        problem for problem in found if problem.severity is Severity.ERROR
    ] == []
    assert {problem.rule for problem in found} <= {
        "alias-claimed-twice",
        "overlapping-tenures",
    }


def test_few_posts_are_held_by_two(imported: Dossier) -> None:
    """Posts that are shared, as those of whips, are in order; one Attorney General ends too late."""
    found = entente.check(imported, rules="overlapping-tenures")
    assert len(found) < 30
    assert [
        problem.message
        for problem in found
        if problem.record == "lord-mayhew-of-twysden"
    ] == [
        "'attorney-general' 1987-06-13/1992-04-11, but 'michael-havers' holds it 1979-05-05/1987-10-26"
    ]


def test_every_tenure_cites_its_row(imported: Dossier, table: Path) -> None:
    """Each tenure cites its line, and every citation verifies."""
    text = (table / "appointment.csv").read_text(encoding="utf-8")
    found = entente.verify(imported, sources={"ifg-ministers": text})
    assert len(found) == len(imported.holdings())
    assert {finding.state for finding in found} == {CitationState.OK}


def test_the_home_secretary_at_the_paris_talks(imported: Dossier) -> None:
    """On 30 January 2024 the only Home Secretary was James Cleverly."""
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
    """On real handover days the earlier tenure comes first."""
    holders = imported.holders(HOME_SECRETARY, on=on, certain=True)
    assert [holder.name for holder in holders] == names


@pytest.mark.parametrize(
    "on",
    ["1983-06-15", "1997-05-03", "2010-05-12", "2024-01-30", "2025-09-05"],
)
def test_holdings_agree_with_the_table(
    imported: Dossier, appointments: tuple[Mapping[str, str], ...], on: str
) -> None:
    """The number of holdings on a day is the number of matching rows."""
    begun = [row for row in appointments if row["start_date"] <= on]
    doubtful = [
        row for row in begun if "" < row["end_date"] < row["start_date"]
    ]
    sure = [
        row
        for row in begun
        if row not in doubtful
        and (not row["end_date"] or on <= row["end_date"])
    ]
    assert len(imported.holdings(on=on, certain=True)) == len(sure)
    assert len(imported.holdings(on=on)) == len(sure) + len(doubtful)


def test_backward_rows_have_an_unknown_end(
    imported: Dossier,
) -> None:
    """An end before the start is imported as unknown, with the original in the note."""
    doubtful = [
        each.tenure
        for each in imported.holdings()
        if each.period.is_unknown_end and each.period.as_of is None
    ]
    assert [str(tenure.period) for tenure in doubtful] == [
        "2025-09-01/",
        "2025-09-06/",
    ]
    for tenure in doubtful:
        assert (tenure.note or "").startswith(
            "the table ends it on 2025-05-14, before it begins"
        )


def test_acting_ministers_and_leave_are_imported(imported: Dossier) -> None:
    """Chloe Smith acted while Michelle Donelan, on leave, kept the office."""
    found = imported.holdings(
        office="secretary-of-state-for-science-innovation-and-technology",
        on="2023-06-01",
    )
    assert [(each.minister.name, each.tenure.acting) for each in found] == [
        ("Michelle Donelan", False),
        ("Chloe Smith", True),
    ]
    assert (
        "on leave from 2023-04-28 to 2023-07-20, reason given: maternity leave"
        in (found[0].tenure.note or "")
    )
    assert sum(each.tenure.acting for each in imported.holdings()) == 11


def test_a_person_with_several_names_is_one_minister(
    imported: Dossier,
) -> None:
    """David Cameron and Lord Cameron are one minister, whose names have their times."""
    cameron = imported.ministers["lord-cameron-of-chipping-norton"]
    assert cameron.name == "Lord Cameron of Chipping Norton"
    assert [(each.name, str(each.period)) for each in cameron.names] == [
        ("David Cameron", "/2023-11-13"),
        ("Lord Cameron of Chipping Norton", "2023-11-13/"),
    ]
    assert cameron.aliases == ()
    assert [
        each.office.title for each in imported.holdings(minister=cameron.id)
    ] == [
        "Prime Minister",
        "Secretary of State for Foreign, Commonwealth and Development Affairs",
    ]
    assert imported.ministers["therese-coffey"].aliases == ("Therese Coffey",)


def test_renamed_departments_are_followed(imported: Dossier) -> None:
    """The Health Secretary's line goes back through two renamed departments."""
    line = imported.holdings(
        office="secretary-of-state-for-health-and-social-care",
        predecessors=True,
    )
    assert list(dict.fromkeys(each.office.id for each in line)) == [
        "secretary-of-state-for-social-services",
        "secretary-of-state-for-health",
        "secretary-of-state-for-health-and-social-care",
    ]


def test_departments_have_their_time_and_their_predecessors(
    imported: Dossier,
) -> None:
    """The Foreign, Commonwealth and Development Office began in 2020, out of two others."""
    office = imported.parties["foreign-commonwealth-and-development-office"]
    assert (str(office.existed), office.succeeds) == (
        "2020-09-02/",
        (
            "foreign-and-commonwealth-office",
            "department-for-international-development",
        ),
    )
    assert imported.parties["home-office"].existed is None
    was_there = imported.parties.where(existed="2001", certain=True)
    assert "department-of-health" in was_there.ids


def test_losing_functions_makes_no_successor(
    imported: Dossier,
) -> None:
    """The Home Office gave up functions in 2007 and 2010 but has no successor."""
    assert imported.offices.where(succeeds=HOME_SECRETARY).ids == ()


def test_the_british_ministers_of_a_day(imported: Dossier) -> None:
    """The holdings of the United Kingdom include all its departments."""
    cabinet = imported.holdings(party="GB", on="2024-01-30")
    assert len(cabinet) == len(imported.holdings(on="2024-01-30")) == 142
    home = imported.holdings(party="home-office", on="2024-01-30")
    assert "James Cleverly" in [each.minister.name for each in home]


def test_the_reshuffle_of_13_november_2023(imported: Dossier) -> None:
    """In the reshuffle Cleverly moved, Braverman left and Cameron arrived."""
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
    assert [each.entered for each in found] == sorted(
        each.entered for each in found
    )


def test_the_import_is_the_same_after_saving(imported: Dossier) -> None:
    """The imported dossier is equal after writing and reading."""
    assert entente.loads(entente.dumps(imported)) == imported
