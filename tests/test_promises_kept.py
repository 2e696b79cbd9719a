"""The embedded dossier of six promises answers what became of each, on any day and as known on any day."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Final, TypeVar

import pytest

import entente
from entente import (
    Agreement,
    AgreementState,
    Basis,
    Commitment,
    Dossier,
    Duration,
    Firmness,
    LinkKind,
    Meeting,
    MeetingState,
    Period,
    Place,
    Record,
    ReportedStatus,
    Severity,
    Source,
)
from entente.records._walk import citations

R = TypeVar("R", bound=Record)

PRESIDENTS: Final = "presidents-to-meet-in-europe"
FENTANYL: Final = "fentanyl-committee-to-meet-again"
COUNCIL: Final = "atlantic-council-to-meet"
CALAIS: Final = "convene-calais-group"
SUPPLIES: Final = "disrupt-boat-supplies"
TARIFFS: Final = "suspend-tariffs"
LONGER: Final = "suspend-tariffs-longer"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier as it ships with the library."""
    return entente.example("promises-kept")


def get(kind: type[R], dossier: Dossier, id: str) -> R:
    """Return the record of that id, which must be of that kind."""
    record = dossier[id]
    assert isinstance(record, kind)
    return record


# --- on days before, between and after -----------------------------------------------------------

VERDICTS: Final = (
    # Presidents: at the end of October 2021, and they met on the 29th.
    (PRESIDENTS, "2021-09-22", "not_due"),
    (PRESIDENTS, "2021-09-30", "not_due"),
    (PRESIDENTS, "2021-10-01", "due"),
    (PRESIDENTS, "2021-10-28", "due"),
    (PRESIDENTS, "2021-10-29", "met_on_time"),
    (PRESIDENTS, "2021-10-31", "met_on_time"),
    (PRESIDENTS, "2021-11-01", "met_on_time"),
    # Fentanyl: this summer, and they met on 25 July 2023.
    (FENTANYL, "2023-05-31", "not_due"),
    (FENTANYL, "2023-06-01", "due"),
    (FENTANYL, "2023-07-24", "due"),
    (FENTANYL, "2023-07-25", "met_on_time"),
    (FENTANYL, "2023-08-31", "met_on_time"),
    (FENTANYL, "2023-09-01", "met_on_time"),
    # Council: within twelve months of 8 June 2023, and it met on 21 May 2024.
    (COUNCIL, "2023-06-08", "not_due"),
    (COUNCIL, "2024-05-20", "not_due"),
    (COUNCIL, "2024-05-21", "met_on_time"),
    (COUNCIL, "2024-06-08", "met_on_time"),
    (COUNCIL, "2024-06-09", "met_on_time"),
    # Calais Group: in the spring, and it met on 4 March 2024.
    (CALAIS, "2024-01-30", "not_due"),
    (CALAIS, "2024-02-29", "not_due"),
    (CALAIS, "2024-03-01", "due"),
    (CALAIS, "2024-03-03", "due"),
    (CALAIS, "2024-03-04", "met_on_time"),
    (CALAIS, "2024-05-31", "met_on_time"),
    (CALAIS, "2024-06-01", "met_on_time"),
    # Boat supplies: no time was set.
    (SUPPLIES, "2024-01-30", "no_deadline"),
    (SUPPLIES, "2024-03-03", "no_deadline"),
    (SUPPLIES, "2024-03-04", "no_deadline"),
    (SUPPLIES, "2026-01-01", "no_deadline"),
    # Tariffs: 90 days from 14 May 2025, which the extension found to have run their course.
    (TARIFFS, "2025-05-13", "not_due"),
    (TARIFFS, "2025-05-14", "not_due"),
    (TARIFFS, "2025-08-11", "not_due"),
    (TARIFFS, "2025-08-12", "met_on_time"),
    (TARIFFS, "2025-08-13", "met_on_time"),
    # The extension lasts for a time, and is due on no day.
    (LONGER, "2025-08-12", "running"),
    (LONGER, "2025-11-11", "over"),
)


@pytest.mark.parametrize(("id", "on", "schedule"), VERDICTS)
def test_how_each_stood_to_its_deadline(
    dossier: Dossier, id: str, on: str, schedule: str
) -> None:
    """On days before, between and after, and on the first and last day, each stands as it stood."""
    assert dossier.status(id, on=on).schedule == schedule
    assert id in dossier.commitments.where(schedule=schedule, on=on).ids


@pytest.mark.parametrize(
    ("id", "eve", "due", "over"),
    [
        (PRESIDENTS, "2021-10-28", "2021-10-31", "2021-11-01"),
        (FENTANYL, "2023-07-24", "2023-08-31", "2023-09-01"),
        (COUNCIL, "2024-05-20", "2024-06-08", "2024-06-09"),
        (CALAIS, "2024-03-03", "2024-05-31", "2024-06-01"),
        (TARIFFS, "2025-08-11", "2025-08-12", "2025-08-13"),
    ],
)
def test_what_was_known_on_the_eve(
    dossier: Dossier, id: str, eve: str, due: str, over: str
) -> None:
    """Whoever knew no more than on the day before it was kept has it due to the last day, then overdue."""
    before = dossier.status(id, on=due, as_known=eve)
    assert (before.declared, before.assessed, before.schedule) == (
        None,
        None,
        "due",
    )
    assert dossier.status(id, on=over, as_known=eve).schedule == "overdue"
    (report,) = get(Commitment, dossier, id).reports
    after = dossier.status(id, on=over, as_known=str(report.on))
    assert (after.declared, after.assessed, after.schedule) == (
        report,
        None,
        "met_on_time",
    )


@pytest.mark.parametrize(
    ("id", "on", "by", "status"),
    [
        (
            PRESIDENTS,
            "2021-10-29",
            "us-france-statement-2021-10-29",
            ReportedStatus.COMPLETED,
        ),
        (
            FENTANYL,
            "2023-07-25",
            "fentanyl-committee-2023-07-25",
            ReportedStatus.COMPLETED,
        ),
        (
            COUNCIL,
            "2024-05-21",
            "council-statement-2024-05-21",
            ReportedStatus.COMPLETED,
        ),
        (
            CALAIS,
            "2024-03-04",
            "calais-group-notice-2024-03-04",
            ReportedStatus.COMPLETED,
        ),
        (
            SUPPLIES,
            "2024-03-04",
            "calais-group-notice-2024-03-04",
            ReportedStatus.IN_PROGRESS,
        ),
        (
            TARIFFS,
            "2025-08-12",
            "us-china-statement-2025-08",
            ReportedStatus.COMPLETED,
        ),
    ],
)
def test_who_says_so(
    dossier: Dossier, id: str, on: str, by: str, status: ReportedStatus
) -> None:
    """Each was reported once, by its own parties; nobody else has assessed it."""
    standing = dossier.status(id)
    assert standing.declared is not None
    assert (
        standing.declared.on,
        standing.declared.by,
        standing.declared.status,
    ) == (
        Period(on),
        by,
        status,
    )
    assert standing.assessed is None
    assert dossier.commitments.where(declared=status, on=on, as_known=on)[
        id
    ].reports == (standing.declared,)


def test_nothing_is_assessed(dossier: Dossier) -> None:
    """Of none of the seven has anybody but its parties reported."""
    assert dossier.commitments.count_by("assessed") == {None: 7}
    assert dossier.commitments.count_by("declared") == {
        "completed": 5,
        "in_progress": 1,
        None: 1,
    }


# --- the deadlines --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "edtf", "stated", "said"),
    [
        (PRESIDENTS, "2021-10", "at the end of October", "2021-09-22"),
        (FENTANYL, "2023-22", "this summer", "2023-04-30"),
        (
            COUNCIL,
            "[2023-06-08..2024-06-08]",
            "within the next twelve months",
            "2023-06-08",
        ),
        (CALAIS, "2024-21", "in the spring", "2024-01-30"),
    ],
)
def test_deadlines_are_as_vague_as_the_words(
    dossier: Dossier, id: str, edtf: str, stated: str, said: str
) -> None:
    """Each is what the library reads in the source's words, which it keeps."""
    due = get(Commitment, dossier, id).due
    assert due is not None
    assert (due.edtf, due.stated) == (edtf, stated)
    assert Period.from_words(stated, said=said) == due
    assert dossier.status(id).deadlines == (due,)


def test_ninety_days_are_counted_from_14_may(dossier: Dossier) -> None:
    """The first 90 days end on the day from which the other 90 run, and those on 10 November."""
    promises = [get(Commitment, dossier, id) for id in (TARIFFS, LONGER)]
    assert {each.duration for each in promises} == {Duration("P90D")}
    first, second = (each.runs for each in promises)
    assert first is not None
    assert second is not None
    assert (first.edtf, second.edtf) == (
        "2025-05-14/2025-08-12",
        "2025-08-12/2025-11-10",
    )
    for runs in (first, second):
        assert runs.stated == "90 days"
        assert runs.earliest is not None
        assert runs.latest is not None
        assert (runs.latest - runs.earliest).days == 90
    due = get(Commitment, dossier, TARIFFS).due
    assert due == Period("[2025-05-14..2025-08-12]")
    assert due.latest == first.latest
    assert get(Commitment, dossier, LONGER).due is None


def test_a_vague_deadline_says_why(dossier: Dossier) -> None:
    """Where more than one reading is possible, the citation tells which was taken."""
    notes = {
        id: get(Commitment, dossier, id).citations[0].note or ""
        for id in (PRESIDENTS, COUNCIL, CALAIS)
    }
    assert "the deadline is the month" in notes[PRESIDENTS]
    assert "counted from the day of the declaration" in notes[COUNCIL]
    assert "The spring is the meteorological one" in notes[CALAIS]


# --- lineage and links ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "meeting", "when", "places"),
    [
        (
            PRESIDENTS,
            "rome-2021-10-29",
            "2021-10-29",
            (Place(name="Rome", country="IT"),),
        ),
        (FENTANYL, "fentanyl-committee-summer-2023", "2023-07-25", ()),
        (COUNCIL, "atlantic-council-2024-05-21", "2024-05-21", ()),
        (
            CALAIS,
            "calais-group-2024-03-04",
            "2024-03-04",
            (Place(name="Brussels", country="BE"),),
        ),
    ],
)
def test_the_meeting_fulfils_the_promise_to_meet(
    dossier: Dossier,
    id: str,
    meeting: str,
    when: str,
    places: tuple[Place, ...],
) -> None:
    """It came after the promise, was held, and lies within the deadline."""
    (step,) = dossier.lineage(id).after
    assert (step.kind, step.source, step.target) == (
        LinkKind.FULFILS,
        meeting,
        id,
    )
    held = get(Meeting, dossier, meeting)
    assert step.record is held
    assert (held.state, held.when, held.places) == (
        MeetingState.HELD,
        Period(when),
        places,
    )
    due = get(Commitment, dossier, id).due
    assert due is not None
    assert held.when is not None
    assert held.when.within(due).certain
    assert dossier.lineage(id).before == ()


def test_the_customs_partnership_came_of_the_paris_talks(
    dossier: Dossier,
) -> None:
    """An agreement announced on 4 March 2024 is a means to what was endorsed on 30 January."""
    (step,) = dossier.lineage(SUPPLIES).after
    partnership = get(Agreement, dossier, "boat-supply-customs-partnership")
    assert (step.kind, step.record) == (LinkKind.IMPLEMENTS, partnership)
    assert dossier.lineage(SUPPLIES).before == ()
    assert (partnership.parties, partnership.form) == ((), None)
    states = [
        dossier.agreement_state(partnership, on=day)
        for day in ("2024-03-03", "2024-03-04", "2025-01-01")
    ]
    assert states == [
        AgreementState.UNKNOWN,
        AgreementState.ANNOUNCED,
        AgreementState.ANNOUNCED,
    ]


def test_the_second_ninety_days_extend_the_first(dossier: Dossier) -> None:
    """The extension is a promise of its own, and the first keeps its deadline."""
    (step,) = dossier.lineage(TARIFFS).after
    assert (step.kind, step.source, step.target, step.record.id) == (
        "extends",
        LONGER,
        TARIFFS,
        LONGER,
    )
    assert [step.record.id for step in dossier.lineage(LONGER).before] == [
        TARIFFS
    ]
    assert LONGER in dossier.commitments.where(new=True).ids


def test_what_was_promised_in_paris_is_not_firm(dossier: Dossier) -> None:
    """To discuss and to endorse are not to promise; the other five are firm."""
    assert [
        get(Commitment, dossier, id).firmness for id in (CALAIS, SUPPLIES)
    ] == [
        Firmness.DISCUSSED,
        Firmness.ENDORSED,
    ]
    assert dossier.commitments.where(firm=True).ids == (
        PRESIDENTS,
        FENTANYL,
        COUNCIL,
        TARIFFS,
        LONGER,
    )


def test_who_met_in_rome(dossier: Dossier) -> None:
    """Both presidents are named, and held their offices on the day."""
    rome = get(Meeting, dossier, "rome-2021-10-29")
    assert [(each.minister, each.office) for each in rome.participations] == [
        ("joe-biden", "us-president"),
        ("emmanuel-macron", "fr-president"),
    ]
    for each in rome.participations:
        assert each.office is not None
        assert [
            holder.id
            for holder in dossier.holders(each.office, on="2021-10-29")
        ] == [each.minister]


# --- the dossier as a whole -----------------------------------------------------------------------


def test_its_scorecard(dossier: Dossier) -> None:
    """On 1 January 2026 four of the five firm promises were kept in time, by their parties' own word."""
    card = dossier.scorecard(by="firm", on="2026-01-01")
    (row,) = card.rows
    assert (row.group, len(row.commitments), row.vague) == ("yes", 5, 0)
    assert row.declared == {"completed": 4, "none": 1}
    assert row.assessed == {"none": 5}
    assert row.schedule == {"met_on_time": 4, "over": 1}


def test_it_agrees_with_the_readout_in_full(dossier: Dossier) -> None:
    """What it shares with the dossier of the Paris talks, it tells in the same way."""
    whole = entente.example("uk-france")
    for ours, theirs in (
        (CALAIS, CALAIS),
        (SUPPLIES, "boat-supply-disruption"),
    ):
        mine, readout = (
            get(Commitment, dossier, ours),
            get(Commitment, whole, theirs),
        )
        for field in (
            "summary",
            "by",
            "announced_by",
            "firmness",
            "wording",
            "kind",
            "made",
            "due",
        ):
            assert getattr(mine, field) == getattr(readout, field), field
    for id in ("uk-home-secretary", "fr-interior-minister"):
        assert (
            dossier.holders(id, on="2024-01-30")[0].id
            == whole.holders(id, on="2024-01-30")[0].id
        )


def test_nothing_in_it_is_wrong_or_weak(dossier: Dossier) -> None:
    """The rules find no fault; they only ask for metrics, and for the places of the citations."""
    found = entente.check(dossier)
    assert {problem.severity for problem in found} == {Severity.INFO}
    assert {problem.rule for problem in found} == {
        "firm-without-metric",
        "citation-without-place",
    }


def test_every_record_but_the_documents_is_cited(dossier: Dossier) -> None:
    """No record stands without the document that it is known from."""
    assert all(
        record.citations
        for record in dossier.records
        if not isinstance(record, Source)
    )


def test_citations_claim_no_text(dossier: Dossier) -> None:
    """The texts are not at hand: no citation has a place, a quotation or a fingerprint, and each says so."""
    for record in dossier.records:
        for _, place in citations(record):
            assert place.basis is Basis.INFERRED
            assert place.note is not None
            assert (place.lines, place.paragraphs, place.characters) == (
                None,
                None,
                None,
            )
            assert (place.quote, place.fingerprint) == (None, None)


def test_no_address_is_invented(dossier: Dossier) -> None:
    """Documents have a title of ours, a kind and whose account they are; none has an address."""
    for source in dossier.sources:
        assert source.issued_by
        assert (source.address, source.fingerprint) == (None, None)


def test_it_is_written_as_text() -> None:
    """The file begins with words for people, and names the version of the format."""
    file = resources.files("entente") / "dossiers" / "promises-kept.toml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith(
        "# Six promises between governments, and what became of each.\n"
    )
    assert tomllib.loads(text)["entente"] == 1
