"""What has become of a commitment or an agreement, worked out from what is dated.

Nothing here is stored. Of the reports on a commitment those of its parties and those of anybody
else are read apart and never merged. There are two clocks: ``on``, the day for which an answer
holds, and ``as_known``, the day as of which it was known; a report that came later changes no answer
about an earlier ``as_known``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import frozen

from entente.records._index import Index
from entente.records._model import Commitment, Minister, Office, Party, Report, Source
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values import _edtf as edtf
from entente.values._period import Period, PeriodLike, definite_day


@frozen(kw_only=True)
class CommitmentStatus:
    """How a commitment stands: three readings, kept apart.

    `declared` is the latest report by a party to it, `assessed` the latest by anyone else, each None
    if there is none. `deadlines` are all that were ever set, the one in force last. `schedule` is
    None unless it was asked for a day.
    """

    declared: Report | None
    assessed: Report | None
    deadlines: tuple[Period, ...]
    schedule: Schedule | None

    @property
    def due(self) -> Period | None:
        """The deadline in force."""
        return self.deadlines[-1] if self.deadlines else None


def commitment_status(
    commitment: Commitment,
    index: Index,
    *,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
) -> CommitmentStatus:
    """Return how a commitment stands on a day, as it was known on a day.

    Without `on` all reports count, without `as_known` all that have come. Raises
    `entente.errors.QueryError` if either is not a definite day.
    """
    day, horizon = (
        None if each is None else definite_day(each).toordinal()
        for each in (on, as_known)
    )
    return stand(commitment, index, day, horizon)


def stand(
    commitment: Commitment, index: Index, day: int | None, horizon: int | None
) -> CommitmentStatus:
    """Return how a commitment stands, as `standing` does, with both days as ordinals."""
    return _standing(commitment, _sides(commitment, index), day, horizon)


def course(
    commitment: Commitment, index: Index
) -> Iterator[tuple[int, CommitmentStatus]]:
    """List how a commitment stands from day to day: each day from which it may stand otherwise, as an ordinal.

    The first is the first day of all; between two of them nothing changes.
    """
    sides = _sides(commitment, index)
    turns = {edtf.FIRST_DAY, *(_come(report.on) for report, _ in sides)}
    for due in (commitment.due, *(report.due for report, _ in sides)):
        point = None if due is None else edtf.read(due.edtf).end
        if point is not None and point.kind is edtf.End.DATE:
            turns |= {
                point.first,
                point.last + 1,
                point.reach[0][0],
                point.reach[-1][1] + 1,
            }
    for day in sorted(
        turn for turn in turns if edtf.FIRST_DAY <= turn <= edtf.LAST_DAY
    ):
        yield day, _standing(commitment, sides, day, None)


_Sides: TypeAlias = Sequence[tuple[Report, bool]]
"""The reports on a commitment, each with the answer whether a party to it gave it."""


def _sides(commitment: Commitment, index: Index) -> _Sides:
    return [
        (report, _is_party(report, commitment, index)) for report in commitment.reports
    ]


def _standing(
    commitment: Commitment, sides: _Sides, day: int | None, horizon: int | None
) -> CommitmentStatus:
    have_come = [
        (report, is_ours)
        for report, is_ours in sides
        if (day is None or _come(report.on) <= day)
        and (horizon is None or _come(report.known or report.on) <= horizon)
    ]
    ours = [report for report, is_ours in have_come if is_ours]
    theirs = [report for report, is_ours in have_come if not is_ours]
    # A deadline is moved by those who promised, not by those who watch them.
    moved = [report for report in ours if report.due is not None]
    in_force = _latest(moved)
    ever_set = (
        commitment.due,
        *(report.due for report in moved if report is not in_force),
        None if in_force is None else in_force.due,
    )
    deadlines = tuple(due for due in ever_set if due is not None)
    declared, assessed = _latest(ours), _latest(theirs)
    schedule = None
    if day is not None:
        latest = [report for report in (declared, assessed) if report is not None]
        schedule = _schedule(
            deadlines[-1] if deadlines else None, (ours, theirs), latest, day
        )
    return CommitmentStatus(
        declared=declared, assessed=assessed, deadlines=deadlines, schedule=schedule
    )


def _latest(reports: Sequence[Report]) -> Report | None:
    """Return the last of the reports after which for certain none comes."""
    if len(reports) <= 1:
        return reports[0] if reports else None
    open_ = (
        report
        for report in reports
        if not any(_precedes(report, other) for other in reports)
    )
    return next(reversed(list(open_)), None)


def _moment(report: Report) -> edtf.Shape:
    """Return the date by which what is reported has come."""
    return edtf.read(report.on.edtf).moment


def _precedes(report: Report, other: Report) -> bool:
    """Say whether a report is for certain of an earlier time than another."""
    one, two = _moment(report), _moment(other)
    return (
        not (one.hedged or two.hedged) and one.end.reach[-1][1] < two.start.reach[0][0]
    )


def _come(period: Period) -> int:
    """Return the ordinal of the day on which a period has certainly come."""
    return edtf.read(period.edtf).certain_day


def _is_party(report: Report, commitment: Commitment, index: Index) -> bool:
    """Say whether a report is by a party to the commitment, or by a body, a member or the whole of one."""
    parties = {
        *commitment.by,
        *commitment.to,
        *commitment.funded_by,
        *commitment.implemented_by,
    }
    return any(
        speaker in parties
        or index.belongs(speaker, party, on=report.on)
        or index.belongs(party, speaker, on=report.on)
        for speaker in speakers(report, index)
        for party in parties
    )


def speakers(report: Report, index: Index) -> Iterator[str]:
    """List the parties for which the author of a report speaks, none if no party is known.

    >>> from entente import Dossier, SourceKind
    >>> notice = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE, issued_by=("GB", "FR"))
    >>> report = Report(on="2024-03-04", by="notice", status=ReportedStatus.COMPLETED)
    >>> list(speakers(report, Dossier([notice]).index))
    ['GB', 'FR']
    """
    author = index.get(report.by)
    match author:
        case Party():
            yield author.id
        case Office():
            yield author.party
        case Source():
            yield from author.issued_by
        case Minister():
            for tenure in author.tenures:
                office = index.get(tenure.office)
                if (
                    isinstance(office, Office)
                    and tenure.period.overlaps(report.on).possible
                ):
                    yield office.party
        case _:
            pass


# --- deadlines -----------------------------------------------------------------------------------


def _schedule(
    due: Period | None,
    sides: tuple[Sequence[Report], Sequence[Report]],
    latest: Sequence[Report],
    day: int,
) -> Schedule:
    deadline = None if due is None else edtf.read(due.edtf).end
    if (
        deadline is None
        or deadline.kind is edtf.End.OPEN
        or any(report.status in _OVER for report in latest)
    ):
        return Schedule.NO_DEADLINE
    if deadline.kind is edtf.End.UNKNOWN:
        return Schedule.UNKNOWN
    timing = _timing(deadline, _day(day))
    done = [report for report in latest if report.status is ReportedStatus.COMPLETED]
    if not done:
        return timing
    if any(_disputes(report, done) for report in latest):
        # One side says that it is done and the other that it is not: only a deadline to come is sure.
        return (
            timing if timing in (Schedule.NOT_DUE, Schedule.DUE) else Schedule.UNKNOWN
        )
    completions = sorted(
        (_completion(side, last) for side in sides for last in done if last in side),
        key=_order,
    )
    if any(_disputes(report, completions[:1]) for side in sides for report in side):
        verdicts = {_MET[_timing(deadline, _moment(each))] for each in completions}
        return verdicts.pop() if len(verdicts) == 1 else Schedule.UNKNOWN
    return _MET[_timing(deadline, _moment(completions[0]))]


_OVER: Final = (ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED)
_MET: Final = {
    Schedule.NOT_DUE: Schedule.MET_ON_TIME,
    Schedule.DUE: Schedule.MET_ON_TIME,
    Schedule.OVERDUE: Schedule.MET_LATE,
    Schedule.UNKNOWN: Schedule.UNKNOWN,
}


def _disputes(report: Report, done: Sequence[Report]) -> bool:
    """Say whether a report denies what others say is done; what was said before it was done does not."""
    return report.status is not ReportedStatus.COMPLETED and not any(
        _precedes(report, other) for other in done
    )


def _order(report: Report) -> tuple[int, int]:
    moment = _moment(report)
    return moment.start.first, moment.end.last


def _completion(reports: Sequence[Report], last: Report) -> Report:
    """Return the report with which one side first said that it was done, and has said so since."""
    first = last
    for report in sorted(reports, key=_order, reverse=True):
        if report.status is not ReportedStatus.COMPLETED:
            break
        first = report
    return first


def _timing(deadline: edtf.Point, moment: edtf.Shape) -> Schedule:
    """Say how a moment stands to a deadline, which is the whole time for which a thing was promised.

    What is promised for the spring is done in time on any day of it, so the spring's own vagueness is
    no doubt. That of ``2024?`` or ``2024~`` is: what nobody is sure of is never surely over.
    """
    if deadline.uncertain or deadline.slack is not None:
        early = moment.end.reach[-1][1] < deadline.reach[0][0]
        return Schedule.NOT_DUE if early else Schedule.UNKNOWN
    if moment.start.reach[-1][1] > deadline.last:
        late = moment.start.reach[0][0] > deadline.last and not moment.hedged
        return Schedule.OVERDUE if late else Schedule.UNKNOWN
    return Schedule.NOT_DUE if moment.end.reach[0][0] < deadline.first else Schedule.DUE


@lru_cache(maxsize=4096)
def _day(ordinal: int) -> edtf.Shape:
    return edtf.read(datetime.date.fromordinal(ordinal).isoformat())
