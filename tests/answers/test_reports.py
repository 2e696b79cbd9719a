"""Whose word a report is, and which report is the latest."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from attrs import evolve

from entente import (
    Commitment,
    Dossier,
    Membership,
    Minister,
    Party,
    PartyKind,
    Tenure,
    Theme,
)
from entente.answers._status import CommitmentStatus, commitment_status
from entente.records._index import RecordIndex
from promises import (
    AUTHORS,
    promise,
    report,
    schedule_of,
    status_of,
)

# --- whose word it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "by",
    [
        "GB",
        "home-office",
        "border-force",
        "home-secretary",
        "prime-minister",
        "cleverly",
        "british-readout",
        "home-office-notice",
        "joint-statement",
    ],
)
def test_a_party_speaks_through_its_own(by: str) -> None:
    """A state's report is its own word, and so is that of its bodies, offices, ministers and documents."""
    reported = report("2024-03-04", "completed", by)
    found = status_of(promise(reported))
    assert (found.declared, found.assessed) == (reported, None)


@pytest.mark.parametrize(
    "by",
    [
        "FR",
        "fr-interior",
        "fr-president",
        "macron",
        "french-readout",
        "watchdog",
        "audit",
    ],
)
def test_anybody_else_assesses(by: str) -> None:
    """The word of another state, its bodies and documents, or of a watchdog is an assessment."""
    reported = report("2024-03-04", "completed", by)
    found = status_of(promise(reported))
    assert (found.declared, found.assessed) == (None, reported)


@pytest.mark.parametrize(
    "commitment",
    [
        Commitment(id="promise", summary="Keep it.", by=("FR",)),
        Commitment(id="promise", summary="Keep it.", to=("FR",)),
        Commitment(id="promise", summary="Keep it.", funded_by=("FR",)),
        Commitment(id="promise", summary="Keep it.", implemented_by=("FR",)),
    ],
    ids=["by", "to", "funded_by", "implemented_by"],
)
def test_every_role_makes_a_party(commitment: Commitment) -> None:
    """Whoever commits, is served, pays or does the work is a party to a commitment."""
    reported = report("2024-03-04", "completed", "fr-interior")
    assert (
        status_of(evolve(commitment, reports=(reported,))).declared == reported
    )


def test_who_announces_is_no_party() -> None:
    """Announcing another's promise does not make a state a party to it."""
    reported = report("2024-03-04", "completed", "FR")
    assert (
        status_of(evolve(promise(reported), announced_by=("FR",))).assessed
        == reported
    )


@pytest.mark.parametrize(
    "by",
    ["GB", "home-office", "border-force", "british-readout", "home-secretary"],
)
def test_a_body_that_promised_is_spoken_for_by_what_it_belongs_to(
    by: str,
) -> None:
    """The state reports as a party on what its ministry promised, and so do the ministry's own bodies."""
    reported = report("2024-03-04", "completed", by)
    assert (
        status_of(promise(reported, by=("home-office",))).declared == reported
    )


def test_a_sister_of_the_body_that_promised_is_another() -> None:
    """One body of a state assesses what another body of the same state promised."""
    reported = report("2024-03-04", "completed", "watchdog")
    sister = Party(
        id="treasury",
        name="Treasury",
        kind=PartyKind.BODY,
        part_of=(Membership(party="GB"),),
    )
    commitment = promise(evolve(reported, by="treasury"), by=("home-office",))
    assert (
        Dossier([*AUTHORS, sister, commitment]).status("promise").assessed
        is not None
    )


@pytest.mark.parametrize(
    "apart",
    [
        {"kind": PartyKind.BODY, "independent": True},
        {"kind": PartyKind.SUBNATIONAL_GOVERNMENT},
        {"kind": PartyKind.ARMED_GROUP},
        {"kind": PartyKind.COMPANY},
        {"kind": PartyKind.NON_GOVERNMENTAL_ORGANISATION},
        {"kind": PartyKind.POLITICAL_PARTY},
    ],
    ids=lambda apart: apart["kind"].value,
)
def test_what_has_a_voice_of_its_own_assesses(apart: dict[str, Any]) -> None:
    """The word of a court, a region or a company of a state is not that of the state, nor the other way round."""
    body = Party(
        id="board",
        name="Board",
        part_of=(Membership(party="GB"),),
        **apart,
    )
    reported = report("2024-03-04", "completed", "board")
    of_state = Dossier([*AUTHORS, body, promise(reported)])
    assert of_state.status("promise").assessed == reported
    by_state = evolve(reported, by="GB")
    of_board = Dossier([*AUTHORS, body, promise(by_state, by=("board",))])
    assert of_board.status("promise").assessed == by_state
    own = Dossier([*AUTHORS, body, promise(reported, by=("board",))])
    assert own.status("promise").declared == reported


@pytest.mark.parametrize(
    ("by", "reading"), [("cleverly", "declared"), ("macron", "assessed")]
)
def test_who_promises_by_a_minister_is_the_party_of_the_office(
    by: str, reading: str
) -> None:
    """The state of the office that a minister held when the promise was made is a party to it."""
    reported = report("2024-03-04", "completed", "GB")
    commitment = evolve(promise(reported, by=(by,)), made="2024-01-30")
    assert getattr(status_of(commitment), reading) == reported
    office = evolve(commitment, by=("prime-minister",))
    assert status_of(office).declared == reported


@pytest.mark.parametrize(
    ("on", "reading", "other"),
    [
        ("2023-11-12", "assessed", "declared"),
        ("2023-11-13", "declared", "assessed"),
        ("2024-07-05", "declared", "assessed"),
        ("2024-07-06", "assessed", "declared"),
    ],
)
def test_a_minister_speaks_for_a_party_while_in_office(
    on: str, reading: str, other: str
) -> None:
    """Before and after the tenure a minister's word is that of somebody else."""
    reported = report(on, "completed", "cleverly")
    found = status_of(promise(reported))
    assert (getattr(found, reading), getattr(found, other)) == (reported, None)


GROUPING = Party(
    id="circle",
    name="Circle",
    kind=PartyKind.GROUPING,
    members=(
        Membership(party="GB"),
        Membership(party="DE", period="2020/2022"),
    ),
)


@pytest.mark.parametrize("by", ["GB", "home-office", "circle"])
def test_a_grouping_speaks_through_its_members(by: str) -> None:
    """A grouping and its members report as parties on what the grouping promised."""
    reported = report("2024-03-04", "completed", by)
    found = Dossier(
        [*AUTHORS, GROUPING, promise(reported, by=("circle",))]
    ).status("promise")
    assert (found.declared, found.assessed) == (reported, None)


def test_a_member_reports_on_itself_through_its_grouping() -> None:
    """A report by a grouping on a promise of its member is not independent."""
    reported = report("2024-03-04", "completed", "circle")
    assert (
        Dossier([*AUTHORS, GROUPING, promise(reported)])
        .status("promise")
        .declared
        == reported
    )


@pytest.mark.parametrize("by", ["FR", "DE"])
def test_who_is_no_member_assesses_a_grouping(by: str) -> None:
    """Others assess what a grouping promised, and so does a member who left before the report."""
    reported = report("2024-03-04", "completed", by)
    found = Dossier(
        [*AUTHORS, GROUPING, promise(reported, by=("circle",))]
    ).status("promise")
    assert (found.declared, found.assessed) == (None, reported)


def test_the_two_readings_are_never_merged() -> None:
    """Each keeps its own latest report, whichever came last of all."""
    ours, theirs = (
        report("2024-03-01", "completed"),
        report("2024-06-01", "no_evidence", "watchdog"),
    )
    earlier = (
        report("2024-02-01", "in_progress"),
        report("2024-02-02", "not_started", "FR"),
    )
    found = status_of(promise(*earlier, ours, theirs))
    assert (found.declared, found.assessed) == (ours, theirs)
    assert status_of(promise(theirs, ours, *earlier)) == found


def test_who_can_speak_for_nobody_is_somebody_else() -> None:
    """In an index made by hand, records that cannot be authors speak for no party."""
    holder = Minister(
        id="holder",
        name="Holder",
        tenures=(Tenure(office="theme", period="2024"),),
    )
    index = RecordIndex([Theme(id="theme", label="Theme"), holder, promise()])
    for by in ("theme", "holder"):
        reported = report("2024-03-04", "completed", by)
        assert commitment_status(promise(reported), index).assessed == reported


# --- the latest of each side ----------------------------------------------------------------------


def test_without_reports_nothing_is_known() -> None:
    """A promise without reports has neither reading, nor a deadline, nor a schedule."""
    assert status_of(promise()) == CommitmentStatus(
        declared=None, assessed=None, deadlines=(), schedule=None
    )
    assert status_of(promise()).due is None


def test_the_latest_report_counts_wherever_it_is_in_the_file() -> None:
    """Reports are read by the day for which they hold, not by their position in the file."""
    first, last = (
        report("2024-01-01", "in_progress"),
        report("2024-05-01", "suspended"),
    )
    assert status_of(promise(last, first)).declared == last


def test_of_two_on_one_day_the_later_in_the_file_counts() -> None:
    """As reports are only ever added, the one further down is the newer one."""
    first, last = (
        report("2024-01-01", "completed"),
        report("2024-01-01", "in_progress"),
    )
    assert status_of(promise(first, last)).declared == last
    assert status_of(promise(last, first)).declared == first


def test_where_vague_days_leave_the_order_open_the_later_in_the_file_is_shown() -> (
    None
):
    """Under way some time in 2024, and done on 1 June: which came first is open, and so is the verdict."""
    under_way, done = (
        report("2024", "in_progress"),
        report("2024-06-01", "completed"),
    )
    assert status_of(promise(under_way, done)).declared == done
    assert schedule_of("2024-12", "2025-06-01", under_way, done) == "unknown"


def test_a_report_counts_from_its_own_day() -> None:
    """On the day before it nothing is known of it; on the day it counts."""
    reported = report("2024-03-04", "completed")
    commitment = promise(reported)
    assert status_of(commitment, on="2024-03-03").declared is None
    assert status_of(commitment, on="2024-03-04").declared == reported


@pytest.mark.parametrize(
    ("period", "comes"),
    [
        ("2024-03", "2024-03-31"),
        ("2024-21", "2024-05-31"),
        ("[2024-01-01..2024-03-04]", "2024-03-04"),
        ("[..2024-03-04]", "2024-03-04"),
        ("[2024-01,2024-03]", "2024-03-31"),
    ],
)
def test_a_vague_report_counts_when_it_has_certainly_come(
    period: str, comes: str
) -> None:
    """A month has come on its last day, and a set on the last day of its last member."""
    commitment = promise(report(period, "completed"))
    day = datetime.date.fromisoformat(comes)
    eve = (day - datetime.timedelta(days=1)).isoformat()
    assert status_of(commitment, on=eve).declared is None
    assert status_of(commitment, on=comes).declared is not None


def test_a_report_without_a_last_day_has_never_certainly_come() -> None:
    """One day from 2024 on may be any day that is still to come."""
    commitment = promise(report("[2024..]", "in_progress"))
    assert status_of(commitment, on="2090-01-01").declared is None
    assert status_of(commitment).declared is not None
