"""Meetings, agreements and commitments in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from entente._dossier import Dossier, index_of
from entente.answers._agreements import agreement_state
from entente.answers._status import CommitmentStatus, commitment_status, report_sides
from entente.asking._selections import Agreements, Commitments, Meetings
from entente.records._index import RecordIndex
from entente.records._model import Agreement, Commitment, Meeting, Report
from entente.records._vocabulary import MeetingState
from entente.values._period import Period, PeriodLike, definite_day
from entente.views._marks import Mark, ReferenceLine, ViewRow, axis_of_days, day_at
from entente.views._periods import date_text, deadline_marks, period_marks
from entente.views._view import View
from entente.views._words import (
    clock_note,
    count_text,
    join_words,
    tally_text,
    words_of,
)


def timeline(
    *of: Dossier | Meetings | Agreements | Commitments,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    title: str = "What was met, agreed and promised",
) -> View:
    """Show meetings, agreements and commitments in time, in the order of their first days.

    A dossier stands for all of them. What is vague is drawn vague: pale where it may have been, solid
    where it certainly was, with an arrow where no end is set. `on` is the day for which the schedule
    of a commitment and the state of an agreement are told, `as_known` the day as of which they were
    known; without `on` all reports count and no schedule is told. What has no date is listed below.

    Raises `entente.errors.QueryError` if either is not a definite day.

    >>> import entente
    >>> dossier = entente.example("promises-kept")
    >>> print(timeline(dossier.commitments.where(theme="illegal-migration"), on="2024-04-01"))
    What was met, agreed and promised
    <BLANKLINE>
                                         2024-01   2024-02   2024-03    2024-04   2024-05   2024-2024-07
    Convene the interior ministers of…             ●         ┈▲┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┃
      id: convene-calais-group · kind: commitment · made: 2024-01-30 · due: 2024-21 “in the spring”
      declared: completed 2024-03-04 · assessed: none · schedule: met on time
    Cooperate anew to disrupt the sup…             ●          ▲         ┊
      id: disrupt-boat-supplies · kind: commitment · made: 2024-01-30 · declared: in progress 2024-03-04
      assessed: none · schedule: no deadline
    <BLANKLINE>
    ┈ time in which it is due   ● promise made   ▲ report by a party   ┃ due   ┊ 2024-04-01
    On 2024-04-01, by all that is known.
    """
    shown = [(record, index) for each in of for record, index in _records(each)]
    rows = [(record, _row(record, index, on, as_known)) for record, index in shown]
    dated = sorted((row for _, row in rows if row.marks), key=_first_day)
    undated = [row.label for _, row in rows if not row.marks]
    reference_lines = (
        ()
        if on is None
        else (
            ReferenceLine(at=definite_day(on).toordinal(), label=f"{definite_day(on)}"),
        )
    )
    axis = axis_of_days(dated, reference_lines)
    kinds = [record for record, _ in rows]
    counts = [
        count_text(sum(type(record) is kind for record in kinds), kind.__name__.lower())
        for kind in (Meeting, Agreement, Commitment)
        if kind in map(type, kinds)
    ]
    schedules = [
        value for row in dated for name, value in row.facts if name == "schedule"
    ]
    return View(
        title=title,
        description=f"A timeline of {join_words(counts) or 'nothing'}"
        + (f", shown from {day_at(axis.low)} to {day_at(axis.high)}" if dated else "")
        + (f"; of the commitments {tally_text(schedules)}." if schedules else "."),
        rows=tuple(dated),
        axis=axis,
        reference_lines=reference_lines,
        notes=(
            clock_note(on, as_known),
            *([f"Without a date: {'; '.join(undated)}"] if undated else []),
        ),
    )


def _records(
    of: Dossier | Meetings | Agreements | Commitments,
) -> Iterator[tuple[Meeting | Agreement | Commitment, RecordIndex]]:
    if isinstance(of, Dossier):
        for selection in (of.meetings, of.agreements, of.commitments):
            yield from ((record, index_of(of)) for record in selection)
    else:
        yield from ((record, of._index) for record in of)  # noqa: SLF001 -- a selection answers from it


def _first_day(row: ViewRow) -> tuple[float, float]:
    first = min(row.marks, key=lambda mark: (mark.start, mark.end))
    return first.start, first.end


def _row(
    record: Meeting | Agreement | Commitment,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> ViewRow:
    match record:
        case Meeting():
            return _meeting(record)
        case Agreement():
            return _agreement(record, index, on)
        case _:
            return _commitment(record, index, on, as_known)


def _meeting(meeting: Meeting) -> ViewRow:
    kind = "cancelled" if meeting.state is MeetingState.CANCELLED else "meeting"
    is_plan = meeting.state in (MeetingState.PROPOSED, MeetingState.PLANNED)
    marks = (
        () if meeting.when is None else period_marks(meeting.when, kind, hollow=is_plan)
    )
    return ViewRow(
        label=meeting.name,
        facts=(
            ("id", meeting.id),
            ("kind", "meeting"),
            ("state", meeting.state.value),
            ("when", date_text(meeting.when)),
        ),
        marks=tuple(marks),
        aside=meeting.state.value,
    )


_STEPS: Final = ("sought", "announced", "signed", "provisional", "in_force", "ended")


def _agreement(
    agreement: Agreement, index: RecordIndex, on: PeriodLike | None
) -> ViewRow:
    steps: list[tuple[str, Period]] = [
        (step, period)
        for step in _STEPS
        if (period := getattr(agreement, step)) is not None
    ]
    state = "" if on is None else words_of(agreement_state(agreement, index, on=on))
    latest = steps[-1][0] if steps else ""
    return ViewRow(
        label=agreement.name,
        facts=(
            ("id", agreement.id),
            ("kind", "agreement"),
            ("state", state),
            (
                "when",
                ", ".join(
                    f"{words_of(step)} {date_text(period)}" for step, period in steps
                ),
            ),
        ),
        marks=tuple(
            mark
            for step, period in steps
            for mark in period_marks(
                period, "agreement", hollow=step in ("sought", "announced")
            )
        ),
        aside=f"state {state}" if state == "unknown" else state or words_of(latest),
    )


def _commitment(
    commitment: Commitment,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> ViewRow:
    found = commitment_status(commitment, index, on=on, as_known=as_known)
    schedule = "" if found.schedule is None else words_of(found.schedule)
    sides = [
        (name, report)
        for name, report in (("declared", found.declared), ("assessed", found.assessed))
    ]
    said = [
        f"{name} {words_of(report.status)}"
        for name, report in sides
        if report is not None
    ] or ["no report"]
    return ViewRow(
        label=commitment.summary,
        facts=(
            ("id", commitment.id),
            ("kind", "commitment"),
            ("made", date_text(commitment.made)),
            ("runs", date_text(commitment.runs)),
            ("due", ", then ".join(map(date_text, found.deadlines))),
            *((name, _reported(report)) for name, report in sides),
            ("schedule", schedule),
        ),
        marks=tuple(_commitment_marks(commitment, found, index, on, as_known)),
        aside=", ".join((*said, *([schedule] if schedule else []))),
    )


def _reported(report: Report | None) -> str:
    return (
        "none"
        if report is None
        else f"{words_of(report.status)} {date_text(report.on)}"
    )


def _commitment_marks(
    commitment: Commitment,
    found: CommitmentStatus,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> Iterator[Mark]:
    if commitment.runs is not None:
        yield from period_marks(commitment.runs)
    if commitment.made is not None:
        yield from period_marks(commitment.made, "made")
    for due in found.deadlines[:-1]:
        yield from deadline_marks(due, hollow=True)
    if found.due is not None:
        yield from deadline_marks(found.due)
    for report, side in report_sides(commitment, index, on=on, as_known=as_known):
        yield from period_marks(report.on, side)
