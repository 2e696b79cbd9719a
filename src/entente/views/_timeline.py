"""`timeline`: meetings, agreements and commitments in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from entente._dossier import Dossier
from entente._text import join_words, words_of
from entente.answers._agreements import agreement_state
from entente.answers._facts import agreement_facts, commitment_facts, names_in
from entente.answers._status import commitment_status, report_sides
from entente.answers._time_words import (
    WordedTime,
    worded_deadlines,
    worded_runs,
)
from entente.asking._selections import Agreements, Commitments, Meetings
from entente.records._index import RecordIndex, kind_of
from entente.records._model import Agreement, Commitment, Meeting
from entente.records._parts import Report
from entente.records._vocabulary import MeetingState
from entente.records._wording import date_text, day_text, participations_text
from entente.values._period import Period, PeriodLike, definite_day
from entente.views._facts import party_reports_text
from entente.views._marks import (
    PLANNED,
    REPLACED,
    Axis,
    Mark,
    ReferenceLine,
    ViewRow,
    axis_of_days,
)
from entente.views._periods import deadline_marks, period_marks
from entente.views._view import View
from entente.views._words import (
    clock_note,
    count_text,
    join_parts,
    tally_text,
)


def timeline(
    *of: Dossier | Meetings | Agreements | Commitments,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    title: str = "Meetings, agreements and commitments",
) -> View:
    """Show meetings, agreements and commitments in time, in the order of their first days.

    A dossier is shown with all three. Vague dates look vague: bars are solid on days that are
    certain, pale on possible ones, and have an arrow where no end is set. A date in words only, such
    as "promptly", is a fact without a mark. Schedules of commitments
    and states of agreements are those on the day `on`, as they were known on the day `as_known`.
    Without `on` all reports count and no schedule is shown. A note lists records without dates.

    Raises `entente.errors.QueryError` if `on` or `as_known` is not a definite day.

    >>> import entente
    >>> dossier = entente.example("promises-kept")
    >>> print(timeline(dossier.commitments.where(theme="illegal-migration"), on="2024-04-01"))
    Meetings, agreements and commitments
    <BLANKLINE>
                                         Jan 2024                       Apr 2024                Jul 2024
    Convene the interior ministers of…             ●         ┈▲┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┃
      id: convene-calais-group · kind: commitment · made: 30 January 2024
      due: spring 2024 (“in the spring”) · declared: completed 4 March 2024 · assessed: none
      schedule: met on time
    Cooperate anew to disrupt the sup…             ●          ▲         ┊
      id: disrupt-boat-supplies · kind: commitment · made: 30 January 2024
      declared: in progress 4 March 2024 · assessed: none · schedule: no deadline
    <BLANKLINE>
    ┈ due in this period   ● promise made   ▲ report by a party   ┃ due   ┊ 1 April 2024
    As of 1 April 2024, from everything on record.
    """
    dated: list[ViewRow] = []
    undated: list[str] = []
    kinds: Counter[str] = Counter()
    for selection in of:
        for record, index in _records(selection):
            row = _row(record, index, on, as_known)
            kinds[kind_of(record)] += 1
            if row.marks:
                dated.append(row)
            else:
                undated.append(_undated_text(row))
    # Records of all kinds in one order, whatever the order of the arguments.
    dated.sort(key=_first_day)
    day = None if on is None else definite_day(on)
    lines = (
        ()
        if day is None
        else (ReferenceLine(at=day.toordinal(), label=day_text(day)),)
    )
    axis = axis_of_days(dated, lines)
    notes = [clock_note(on, as_known)]
    if undated:
        notes.append(f"Without a date: {'; '.join(undated)}")
    return View(
        title=title,
        description=_description(kinds, dated, axis),
        rows=tuple(dated),
        axis=axis,
        reference_lines=lines,
        notes=tuple(notes),
    )


def _records(
    of: Dossier | Meetings | Agreements | Commitments,
) -> Iterator[tuple[Meeting | Agreement | Commitment, RecordIndex]]:
    """Yield records, each with the index of its own dossier."""
    if isinstance(of, Dossier):
        for selection in (of.meetings, of.agreements, of.commitments):
            yield from _records(selection)
    else:
        index = of._index  # noqa: SLF001 -- a selection answers from it
        yield from ((record, index) for record in of)


_KINDS: Final = ("meeting", "agreement", "commitment")


def _description(kinds: Counter[str], rows: list[ViewRow], axis: Axis) -> str:
    """Return the sentence for readers who cannot see the timeline."""
    if not kinds:
        return "An empty timeline."
    counts = [
        count_text(kinds[kind], kind) for kind in _KINDS if kind in kinds
    ]
    text = f"A timeline of {join_words(counts)}"
    if rows:
        first, last = axis.label_at(axis.low), axis.label_at(axis.high)
        text += f", shown from {first} to {last}"
    facts = chain.from_iterable(row.facts for row in rows)
    schedules = [
        value for name, value in facts if name == "schedule" and value
    ]
    if schedules:
        text += f"; schedules: {tally_text(schedules)}"
    conditional = sum(bool(dict(row.facts).get("depends on")) for row in rows)
    if conditional:
        text += f"; {conditional} with conditions"
    return f"{text}."


_FACTS_OF_UNDATED: Final = frozenset(
    {"when", "made", "runs", "due", "lasts", "depends on", "amount", "covers"}
)


def _undated_text(row: ViewRow) -> str:
    """Return a record without a mark in words, with what it depends on and how much it is."""
    facts = [
        f"{name}: {value}"
        for name, value in row.facts
        if name in _FACTS_OF_UNDATED and value
    ]
    return f"{row.label} ({'; '.join(facts)})" if facts else row.label


def _first_day(row: ViewRow) -> tuple[float, float]:
    return min((mark.start, mark.end) for mark in row.marks)


def _row(
    record: Meeting | Agreement | Commitment,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> ViewRow:
    match record:
        case Meeting():
            return _meeting(record, index)
        case Agreement():
            return _agreement(record, index, on)
        case _:
            return _commitment(record, index, on, as_known)


def _meeting(meeting: Meeting, index: RecordIndex) -> ViewRow:
    state = meeting.state
    kind = "cancelled" if state is MeetingState.CANCELLED else "meeting"
    is_plan = state in (MeetingState.PROPOSED, MeetingState.PLANNED)
    marks: Iterable[Mark] = ()
    if meeting.when is not None:
        reasons = (PLANNED,) if is_plan else ()
        marks = period_marks(meeting.when, kind, hollow=reasons)
    return ViewRow(
        label=meeting.name,
        facts=(
            ("id", meeting.id),
            ("kind", "meeting"),
            ("state", state.value),
            ("when", date_text(meeting.when)),
            (
                "taking part",
                participations_text(meeting.participations, names_in(index)),
            ),
        ),
        marks=tuple(marks),
        aside=state.value,
    )


_STEPS: Final = (
    "sought",
    "announced",
    "adopted",
    "signed",
    "provisional",
    "in_force",
    "ended",
)
# A text that is sought or announced is not agreed yet, so these look like plans.
_STEPS_BEFORE_AGREEMENT: Final = ("sought", "announced")


def _agreement(
    agreement: Agreement, index: RecordIndex, on: PeriodLike | None
) -> ViewRow:
    marks: list[Mark] = []
    steps: list[str] = []
    aside = ""
    for step in _STEPS:
        period: Period | None = getattr(agreement, step)
        if period is not None:
            reasons = (PLANNED,) if step in _STEPS_BEFORE_AGREEMENT else ()
            marks += period_marks(period, "agreement", hollow=reasons)
            steps.append(f"{words_of(step)} {date_text(period)}")
            aside = words_of(step)
    for foreseen in agreement.expected:
        if foreseen.on is not None:
            marks += period_marks(foreseen.on, "agreement", hollow=(PLANNED,))
    state = ""
    if on is not None:
        state = words_of(agreement_state(agreement, index, on=on))
        # A bare "unknown" next to the marks could mean anything.
        aside = "state unknown" if state == "unknown" else state
    return ViewRow(
        label=agreement.name,
        facts=(
            ("id", agreement.id),
            ("kind", "agreement"),
            ("state", state),
            ("when", ", ".join(steps)),
            *agreement_facts(agreement, index),
        ),
        marks=tuple(marks),
        aside=join_parts((_conditional(agreement), aside)),
    )


def _commitment(
    commitment: Commitment,
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> ViewRow:
    found = commitment_status(commitment, index, on=on, as_known=as_known)
    name_of = names_in(index)
    runs = worded_runs(commitment, index, name_of)
    deadlines = worded_deadlines(commitment, found.deadlines, index, name_of)
    schedule = "" if found.schedule is None else words_of(found.schedule)
    reports = [
        f"{name} {words_of(report.status)}"
        for name, report in (
            ("declared", found.declared),
            ("assessed", found.assessed),
        )
        if report is not None
    ]
    # What has no mark is said beside the marks.
    due_in_words = [
        f"due {each.text}" for each in deadlines[-1:] if each.date is None
    ]
    return ViewRow(
        label=commitment.summary,
        facts=(
            ("id", commitment.id),
            ("kind", "commitment"),
            ("made", date_text(commitment.made)),
            ("runs", "" if runs is None else runs.text),
            ("due", ", then ".join(each.text for each in deadlines)),
            *commitment_facts(commitment, index),
            ("declared", _report_text(found.declared)),
            ("assessed", _report_text(found.assessed)),
            (
                "each party",
                party_reports_text(commitment, index, on, as_known),
            ),
            ("schedule", schedule),
        ),
        marks=tuple(
            _commitment_marks(commitment, deadlines, index, on, as_known)
        ),
        aside=join_parts(
            (
                # The schedule says it too while the condition is not met.
                "" if schedule == "conditional" else _conditional(commitment),
                *due_in_words,
                *(reports or ["no report"]),
                schedule,
            )
        ),
    )


def _conditional(record: Agreement | Commitment) -> str:
    return "conditional" if record.conditions else ""


def _report_text(report: Report | None) -> str:
    return (
        "none"
        if report is None
        else f"{words_of(report.status)} {date_text(report.on)}"
    )


def _commitment_marks(
    commitment: Commitment,
    deadlines: Sequence[WordedTime],
    index: RecordIndex,
    on: PeriodLike | None,
    as_known: PeriodLike | None,
) -> Iterator[Mark]:
    runs = worded_runs(commitment, index)
    if runs is not None and runs.date is not None:
        yield from period_marks(runs.date)
    if commitment.made is not None:
        yield from period_marks(commitment.made, "made")
    for deadline in deadlines:
        if deadline.date is not None:
            # The deadline in force comes last.
            reasons = () if deadline is deadlines[-1] else (REPLACED,)
            yield from deadline_marks(deadline.date, hollow=reasons)
    for report, side in report_sides(
        commitment, index, on=on, as_known=as_known
    ):
        yield from period_marks(report.on, side)
