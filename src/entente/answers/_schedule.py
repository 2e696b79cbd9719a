"""How a commitment keeps to its deadline: not due, due, overdue, met, or unknown."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from entente.answers._reports import moment_of, precedes
from entente.records._parts import Report
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values import _edtf as edtf
from entente.values._period import Period

ReportsOfSide: TypeAlias = tuple[Sequence[Report], Report | None]
"""The reports of one side, in the order of the file, and the latest of them."""

_GIVEN_UP: Final = (ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED)

_ONCE_COMPLETED: Final = {
    Schedule.NOT_DUE: Schedule.MET_ON_TIME,
    Schedule.DUE: Schedule.MET_ON_TIME,
    Schedule.OVERDUE: Schedule.MET_LATE,
    Schedule.UNKNOWN: Schedule.UNKNOWN,
}
"""What a completion is, by how its date compares with the deadline."""


def schedule_on(
    day: int,
    due: Period | None,
    declared: ReportsOfSide,
    assessed: ReportsOfSide,
) -> Schedule:
    """Return how a commitment keeps to a deadline on a day.

    `day` is an ordinal, and the reports are those that had come by then.
    """
    last_words = [last for _, last in (declared, assessed) if last is not None]
    broken = [
        each for each in last_words if each.status is ReportedStatus.BREACHED
    ]
    if broken:
        # Also what has no deadline can be broken, such as a prohibition.
        is_denied = any(_denies(report, broken) for report in last_words)
        return Schedule.UNKNOWN if is_denied else Schedule.BREACHED
    if due is None:
        return Schedule.NO_DEADLINE
    # What either side reports as withdrawn or replaced can be neither on time nor late.
    if any(report.status in _GIVEN_UP for report in last_words):
        return Schedule.NO_DEADLINE
    # Nobody can say when "promptly" is over.
    if due.in_words_only:
        return Schedule.UNKNOWN
    deadline = edtf.read(due.edtf).deadline
    # "Not before 2027" says when it begins, and not by when.
    if deadline.kind is edtf.End.OPEN:
        return Schedule.NO_DEADLINE

    by_calendar = _compare(_shape_of_day(day), deadline)
    done = [
        each for each in last_words if each.status is ReportedStatus.COMPLETED
    ]
    if not done:
        return by_calendar
    if any(_denies(report, done) for report in last_words):
        # One side says that it is done, the other that it is not. While there is time left, the
        # calendar is right for both; after that, "overdue" would take sides, and so would "met".
        if by_calendar is Schedule.OVERDUE:
            return Schedule.UNKNOWN
        return by_calendar
    return _when_completed(deadline, declared, assessed)


def _compare(moment: edtf.Shape, deadline: edtf.Point) -> Schedule:
    """Compare a moment with a deadline, the whole time for which something was promised.

    A promise for the spring is kept in time on any day of the spring, so the length of the spring
    is no doubt. ``2024?`` and ``2024~`` are: a time that nobody is sure of is never surely over.
    """
    if deadline.uncertain or deadline.slack is not None:
        latest = moment.end.reach[-1][1]
        if latest < deadline.reach[0][0]:
            return Schedule.NOT_DUE
        return Schedule.UNKNOWN

    # A vague moment, such as the month of a completion, has an earliest and a latest day.
    possible = moment.start.reach
    earliest, latest = possible[0][0], possible[-1][1]
    if latest <= deadline.last:
        may_be_ahead = moment.end.reach[0][0] < deadline.first
        return Schedule.NOT_DUE if may_be_ahead else Schedule.DUE
    if earliest > deadline.last and not moment.hedged:
        return Schedule.OVERDUE
    return Schedule.UNKNOWN


def _denies(report: Report, others: Sequence[Report]) -> bool:
    """Say whether a report denies what others say, which all report the same status.

    "In progress" in February does not deny "completed" in March: a report that is certainly earlier
    than one of the others denies nothing.
    """
    if report.status is others[0].status:
        return False
    is_earlier = any(precedes(report, other) for other in others)
    return not is_earlier


def _when_completed(
    deadline: edtf.Point, declared: ReportsOfSide, assessed: ReportsOfSide
) -> Schedule:
    """Return whether a commitment was met on time, if no side denies that it is done now."""
    completions = []
    for reports, last in (declared, assessed):
        if last is not None and last.status is ReportedStatus.COMPLETED:
            completions.append(_first_completion(reports, last))
    completions.sort(key=_by_date)

    # The first to say "completed" dates the completion, unless somebody denied it at that time:
    # completed in March by a party, still in progress in July and completed in September by a
    # watchdog. Then either date may be right, and the answer has to be the same for both.
    first = completions[:1]
    all_reports = (*declared[0], *assessed[0])
    in_dispute = any(_denies(report, first) for report in all_reports)
    candidates = completions if in_dispute else first
    verdicts = {
        _ONCE_COMPLETED[_compare(moment_of(completion), deadline)]
        for completion in candidates
    }
    return verdicts.pop() if len(verdicts) == 1 else Schedule.UNKNOWN


def _first_completion(reports: Sequence[Report], last: Report) -> Report:
    """Return the first of the completions in a row with which the reports of a side end."""
    first = last
    for report in sorted(reports, key=_by_date, reverse=True):
        if report.status is not ReportedStatus.COMPLETED:
            break
        first = report
    return first


def _by_date(report: Report) -> tuple[int, int]:
    moment = moment_of(report)
    return moment.start.first, moment.end.last


@lru_cache(maxsize=4096)
def _shape_of_day(ordinal: int) -> edtf.Shape:
    # Histories of many commitments ask for the same days again and again.
    return edtf.read(datetime.date.fromordinal(ordinal).isoformat())
