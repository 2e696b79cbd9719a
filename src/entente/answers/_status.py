"""What happened to a commitment: what is declared, what is assessed, and whether it is on schedule.

Nothing here is stored; it is worked out from reports and dates. Reports by parties to a commitment
and reports by anybody else are read apart and never merged. There are two clocks: ``on``, the day
for which an answer holds, and ``as_known``, the day as of which it was known. A report that came
later changes no answer about an earlier ``as_known``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from itertools import chain
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from entente.answers._reports import is_by_party, latest, voices
from entente.answers._schedule import schedule_on
from entente.answers._times import due_of, not_before_made
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Report
from entente.records._vocabulary import ReportedStatus, Schedule
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
    return _history_of(commitment, index, of).status(day, known_on)


def status_history(
    commitment: Commitment, index: RecordIndex
) -> Iterator[tuple[int, CommitmentStatus]]:
    """List the days, as ordinals, on which the status of a commitment may change, with the status.

    The first is the first day of the calendar. Between two of them nothing changes.
    """
    history = _history_of(commitment, index)
    for day in _turning_days(commitment, history.first_due):
        yield day, history.status(day, None)


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


@frozen
class _History:
    """All that was reported on what one party did, or on what all did together.

    `promisors` are the histories of the single parties where reports judge them one by one.
    """

    commitment: Commitment
    first_due: Period | None
    sides: Sequence[tuple[Report, Side]]
    of: str | None
    promisors: tuple[_History, ...] = ()

    def status(
        self, day: int | None, known_on: int | None
    ) -> CommitmentStatus:
        """Return the status on a day, as known on a day."""
        reported = _reported(self.sides, day, known_on)
        if self.of is not None:
            reported = _most_exact(reported)
        found = _status(self.commitment, self.first_due, reported, day)
        if found.schedule is None or not self.promisors:
            return found
        each = {
            promisor.status(day, known_on).schedule
            for promisor in self.promisors
        }
        return evolve(found, schedule=_of_all(found.schedule, each))


def _history_of(
    commitment: Commitment, index: RecordIndex, of: str | None = None
) -> _History:
    promisors: tuple[_History, ...] = ()
    is_shared = of is None and len(commitment.by) > 1
    if is_shared and any(report.of for report in commitment.reports):
        parties = [
            tuple(voices(id, commitment.made, index)) for id in commitment.by
        ]
        # Of a minister who held no office nobody knows for whom the promise was made, so the
        # others are not all.
        if all(parties):
            promisors = tuple(
                _history_of(commitment, index, party)
                for party in chain.from_iterable(parties)
            )
    return _History(
        commitment,
        due_of(commitment, index),
        _sides(commitment, index, of),
        of,
        promisors,
    )


def _most_exact(
    reported: list[tuple[Report, Side]],
) -> list[tuple[Report, Side]]:
    """Leave out what was said of all together if there is a word on the one party.

    That all are on their way says nothing of one that is done; that all are done does.
    """
    if all(report.of is None for report, _ in reported):
        return reported
    return [
        (report, side)
        for report, side in reported
        if report.of is not None or report.status is ReportedStatus.COMPLETED
    ]


def _of_all(found: Schedule, each: AbstractSet[Schedule | None]) -> Schedule:
    """Return the schedule of what several promised, by what is known of each of them.

    It is met once each has done its part, and late if one was late. While all may have, it is not
    certainly overdue.
    """
    if found in _DECIDED:
        return found
    if each <= {Schedule.MET_ON_TIME}:
        return Schedule.MET_ON_TIME
    if each <= _MET:
        return Schedule.MET_LATE
    if found is Schedule.OVERDUE and each <= {*_MET, Schedule.UNKNOWN}:
        return Schedule.UNKNOWN
    return found


_MET: Final = frozenset({Schedule.MET_ON_TIME, Schedule.MET_LATE})

_DECIDED: Final = _MET | {Schedule.BREACHED}
"""What a report on all of them together has settled."""


def promises(commitment: Commitment, party: str, index: RecordIndex) -> bool:
    """Tell whether a party promised something, by itself, by a body of it, or as one that is judged.

    What a grouping promised its members did not promise, unless a report judges them by it.
    """
    named = [
        voice
        for id in commitment.by
        for voice in voices(id, commitment.made, index)
    ]
    named += [report.of for report in commitment.reports if report.of]
    return any(
        party in index.below(each) or each in index.below(party)
        for each in named
    )


def _status(
    commitment: Commitment,
    first_due: Period | None,
    reported: Sequence[tuple[Report, Side]],
    day: int | None,
) -> CommitmentStatus:
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
