"""What happened to a commitment: what is declared, what is assessed, and whether it is on schedule.

Nothing here is stored; it is worked out from reports and dates. Reports by parties to a commitment
and reports by anybody else are read apart and never merged. There are two clocks: ``on``, the day
for which an answer holds, and ``as_known``, the day as of which it was known. A report that came
later changes no answer about an earlier ``as_known``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from attrs import frozen

from entente.answers._reports import is_by_party, latest, voices
from entente.answers._schedule import schedule_on
from entente.answers._times import due_of, not_before_made
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Report
from entente.records._vocabulary import Schedule
from entente.values import _edtf as edtf
from entente.values._period import Period, PeriodLike, definite_day

Side: TypeAlias = Literal["declared", "assessed"]
"""Declared by a party to the commitment, or assessed by anybody else."""


@frozen(kw_only=True)
class CommitmentStatus:
    """The status of a commitment: three readings, kept apart.

    `declared` is the latest report by a party to it, `assessed` the latest by anyone else, each
    None if there is none. `deadlines` are all that were ever set, the one in force last. `schedule`
    is None unless a day was asked for.
    """

    declared: Report | None
    assessed: Report | None
    deadlines: tuple[Period, ...]
    schedule: Schedule | None

    @property
    def due(self) -> Period | None:
        """The deadline in force."""
        if not self.deadlines:
            return None
        return self.deadlines[-1]


def commitment_status(
    commitment: Commitment,
    index: RecordIndex,
    *,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    of: str | None = None,
) -> CommitmentStatus:
    """Return the status of a commitment on a day, as it was known on a day.

    Without `on` all reports count, without `as_known` all that have come. With `of` it is what that
    party did: what it declared itself, and what anybody else said of it. Raises
    `entente.errors.QueryError` if either day is not a definite one.
    """
    return status_at(commitment, index, _ordinal(on), _ordinal(as_known), of)


def status_at(
    commitment: Commitment,
    index: RecordIndex,
    day: int | None,
    known_on: int | None,
    of: str | None = None,
) -> CommitmentStatus:
    """Return the same as `commitment_status`, with both days as ordinals."""
    sides = _sides(commitment, index, of)
    due = due_of(commitment, index)
    return _status(commitment, due, sides, day, known_on)


def status_history(
    commitment: Commitment, index: RecordIndex
) -> Iterator[tuple[int, CommitmentStatus]]:
    """List the days, as ordinals, on which the status of a commitment may change, with the status.

    The first is the first day of the calendar. Between two of them nothing changes.
    """
    sides = _sides(commitment, index)
    due = due_of(commitment, index)
    for day in _turning_days(commitment, due):
        yield day, _status(commitment, due, sides, day, None)


def report_sides(
    commitment: Commitment,
    index: RecordIndex,
    *,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
) -> list[tuple[Report, Side]]:
    """List the reports that count in `commitment_status`, each with its side.

    They are in the order of the file.
    """
    day, known_on = _ordinal(on), _ordinal(as_known)
    return _reported(_sides(commitment, index), day, known_on)


def _ordinal(day: PeriodLike | None) -> int | None:
    if day is None:
        return None
    return definite_day(day).toordinal()


def _sides(
    commitment: Commitment, index: RecordIndex, of: str | None = None
) -> list[tuple[Report, Side]]:
    """Return the reports on a commitment, or on what one party did, each with its side."""
    # Most commitments have no report, and are passed by here at once.
    if not commitment.reports:
        return []
    # On what France did, the word of the United Kingdom is that of somebody else.
    parties = _parties_to(commitment, index) if of is None else {of}
    return [
        (
            report,
            "declared" if is_by_party(report, parties, index) else "assessed",
        )
        for report in commitment.reports
        if _judges(report, commitment, index, of)
    ]


def _parties_to(commitment: Commitment, index: RecordIndex) -> set[str]:
    """Return the parties that promise, receive, pay or do the work, by themselves or by an office."""
    named = {
        *commitment.by,
        *commitment.to,
        *commitment.funded_by,
        *commitment.implemented_by,
    }
    return {
        party for id in named for party in voices(id, commitment.made, index)
    }


def _judges(
    report: Report, commitment: Commitment, index: RecordIndex, of: str | None
) -> bool:
    """Say whether a report judges what a party did, or without one what all did.

    A report on one of several promisors says nothing of the others.
    """
    if report.of is None:
        return True
    if of is None:
        return commitment.by == (report.of,)
    return report.of in index.below(of) or of in index.below(report.of)


def _reported(
    sides: Sequence[tuple[Report, Side]], day: int | None, known_on: int | None
) -> list[tuple[Report, Side]]:
    """Keep the reports that certainly hold on a day and were certainly known on a day."""
    reported = []
    for report, side in sides:
        if day is not None and _certain_day(report.on) > day:
            continue
        # A report that does not say when it became known was known on the day for which it holds.
        known = report.known or report.on
        if known_on is not None and _certain_day(known) > known_on:
            continue
        reported.append((report, side))
    return reported


def _certain_day(period: Period) -> int:
    """Return the first day, as an ordinal, on which a period has certainly come."""
    return edtf.read(period.edtf).certain_day


def _status(
    commitment: Commitment,
    first_due: Period | None,
    sides: Sequence[tuple[Report, Side]],
    day: int | None,
    known_on: int | None,
) -> CommitmentStatus:
    reported = _reported(sides, day, known_on)
    by_parties = [report for report, side in reported if side == "declared"]
    by_others = [report for report, side in reported if side == "assessed"]
    declared, assessed = latest(by_parties), latest(by_others)

    deadlines = _deadlines(first_due, by_parties)
    due = deadlines[-1] if deadlines else None
    schedule = None
    if day is not None:
        schedule = schedule_on(
            day, due, (by_parties, declared), (by_others, assessed)
        )
    return CommitmentStatus(
        declared=declared,
        assessed=assessed,
        deadlines=tuple(
            [not_before_made(each, commitment) for each in deadlines]
        ),
        schedule=schedule,
    )


def _deadlines(
    first_due: Period | None, by_parties: Sequence[Report]
) -> tuple[Period, ...]:
    """Return all deadlines that were set, the one in force last.

    A deadline is moved by those who promised, not by those who watch them.
    """
    moves = [report for report in by_parties if report.due is not None]
    in_force = latest(moves)

    # Wherever the report that set it is in the file, the deadline in force comes last.
    ever_set = [first_due]
    ever_set += [report.due for report in moves if report is not in_force]
    if in_force is not None:
        ever_set.append(in_force.due)
    return tuple([due for due in ever_set if due is not None])


def _turning_days(
    commitment: Commitment, first_due: Period | None
) -> list[int]:
    """Return the days, as ordinals and in order, on which the status of a commitment may change.

    These are the days on which a report comes, and those on which a deadline begins or is over.
    """
    days = {edtf.FIRST_DAY}
    deadlines = [first_due]
    for report in commitment.reports:
        days.add(_certain_day(report.on))
        deadlines.append(report.due)

    for due in deadlines:
        if due is None:
            continue
        point = edtf.read(due.edtf).deadline
        days.update((point.first, point.last + 1))
        # An approximate deadline may begin earlier and end later than its text says.
        reach = point.reach
        days.update((reach[0][0], reach[-1][1] + 1))
    # An end that is open or unknown lies outside the calendar, and changes nothing.
    return sorted(
        day for day in days if edtf.FIRST_DAY <= day <= edtf.LAST_DAY
    )
