"""What has become of a commitment or an agreement, worked out from what is dated.

Nothing here is stored. Of the reports on a commitment those of its parties and those of anybody
else are read apart and never merged. There are two clocks: ``on``, the day for which an answer
holds, and ``known``, the day as of which it was known; a report that came later changes no answer
about an earlier ``known``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from attrs import frozen

from entente.errors import QueryError
from entente.index import Index
from entente.model import Adherence, Agreement, Commitment, Minister, Office, Party, Report, Source
from entente.period import Period, PeriodLike
from entente.vocabulary import AgreementState, LinkKind, Schedule, Status


@frozen(kw_only=True)
class Standing:
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


def standing(
    commitment: Commitment,
    index: Index,
    *,
    on: PeriodLike | None = None,
    known: PeriodLike | None = None,
) -> Standing:
    """Return how a commitment stands on a day, as it was known on a day.

    Without `on` all reports count, without `known` all that have come. Raises
    `entente.errors.QueryError` if either is not a definite day.
    """
    day, horizon = as_day(on), as_day(known)
    reports = [
        report
        for report in sorted(
            commitment.reports, key=lambda report: _since(report.on).latest or datetime.date.max
        )
        if _has_come(report.on, day) and _has_come(report.known or report.on, horizon)
    ]
    ours = [report for report in reports if _is_party(report, commitment, index)]
    theirs = [report for report in reports if report not in ours]
    declared, assessed = (each[-1] if each else None for each in (ours, theirs))
    deadlines = tuple(due for due in (commitment.due, *(report.due for report in reports)) if due is not None)
    return Standing(
        declared=declared,
        assessed=assessed,
        deadlines=deadlines,
        schedule=None
        if day is None
        else _schedule(deadlines, [each for each in (declared, assessed) if each], reports, day),
    )


def as_day(value: PeriodLike | None) -> Period | None:
    """Return a definite day as a period, None for None; raises `entente.errors.QueryError` for anything vaguer.

    >>> as_day("2024-01-30")
    Period('2024-01-30')
    """
    if value is None:
        return None
    day = Period.of(value)
    if day.day is None:
        raise QueryError(f"{str(day)!r} is not a definite day; write one, such as '2024-01-30'")
    return day


def _since(period: Period) -> Period:
    """Return the time by which a period has come: a date itself, a span's end, or its start if it is open."""
    return period.end or period.start or period


def _has_come(period: Period, day: Period | None) -> bool:
    return day is None or not _since(period).after(day).possible


def _is_party(report: Report, commitment: Commitment, index: Index) -> bool:
    """Say whether a report is by a party to the commitment, one of its bodies, or the party that it is a body of."""
    parties = {*commitment.by, *commitment.to, *commitment.funded_by, *commitment.implemented_by}
    return any(
        speaker in index.below(party) or party in index.below(speaker)
        for speaker in _speakers(report, index)
        for party in parties
    )


def _speakers(report: Report, index: Index) -> Iterator[str]:
    """List the parties for which the author of a report speaks."""
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
                office = index.records[tenure.office]
                if isinstance(office, Office) and tenure.period.overlaps(report.on).possible:
                    yield office.party
        case _:
            pass


# --- deadlines -----------------------------------------------------------------------------------


def _schedule(
    deadlines: tuple[Period, ...], latest: list[Report], reports: Iterable[Report], day: Period
) -> Schedule:
    if not deadlines or any(report.status in (Status.WITHDRAWN, Status.SUPERSEDED) for report in latest):
        return Schedule.NO_DEADLINE
    due = deadlines[-1]
    if due.is_open_end:
        return Schedule.NO_DEADLINE
    if due.end is None:
        return Schedule.UNKNOWN
    done = [report for report in latest if report.status is Status.COMPLETED]
    if not done:
        return _timing(due.end, day)
    if len(done) < len(latest):
        # One side says that it is done and the other that it is not: only a deadline to come is sure.
        timing = _timing(due.end, day)
        return timing if timing in (Schedule.NOT_DUE, Schedule.DUE) else Schedule.UNKNOWN
    first = next(report for report in reports if report.status is Status.COMPLETED)
    return {
        Schedule.NOT_DUE: Schedule.MET_ON_TIME,
        Schedule.DUE: Schedule.MET_ON_TIME,
        Schedule.OVERDUE: Schedule.MET_LATE,
        Schedule.UNKNOWN: Schedule.UNKNOWN,
    }[_timing(due.end, _since(first.on))]


def _timing(due: Period, moment: Period) -> Schedule:
    """Say how a moment stands to a deadline, which is the whole time for which a thing was promised.

    What is promised for the spring is done in time on any day of it, so the spring's own vagueness is
    no doubt; that of ``2024?`` or ``2024~`` is.
    """
    if not (due.uncertain or due.approximate):
        overdue = moment.after(Period(due.latest)) if due.latest else None
        if overdue is not None and overdue.certain:
            return Schedule.OVERDUE
        if overdue is None or overdue.possible:
            return Schedule.UNKNOWN
        begun = due.earliest is not None and not moment.before(Period(due.earliest)).possible
        return Schedule.DUE if begun else Schedule.NOT_DUE
    may_be = [
        verdict
        for verdict, answer in (
            (Schedule.NOT_DUE, moment.before(due)),
            (Schedule.DUE, moment.overlaps(due)),
            (Schedule.OVERDUE, moment.after(due)),
        )
        if answer.possible
    ]
    return may_be[0] if len(may_be) == 1 else Schedule.UNKNOWN


# --- agreements ----------------------------------------------------------------------------------


def agreement_state(
    agreement: Agreement, index: Index, *, on: PeriodLike, party: str | None = None
) -> AgreementState:
    """Return how far an agreement has come on a day, for all or for one party whose dates are its own.

    The furthest step counts that the day has certainly reached: an agreement in force before it was
    signed is in force. Raises `entente.errors.QueryError` if `on` is not a definite day.
    """
    day = as_day(on)
    own = next((each for each in agreement.adherences if each.party == party), None)

    def reached(step: str) -> bool:
        dates: tuple[Agreement | Adherence, ...] = (agreement,) if own is None else (own, agreement)
        stated = next(
            (date for date in (getattr(each, step, None) for each in dates) if date is not None), None
        )
        return stated is not None and not (stated.start or stated).after(day).possible

    superseding = (
        other
        for link, other in index.linking(agreement.id)
        if link.kind is LinkKind.SUPERSEDES
        and isinstance(other, Agreement)
        and agreement_state(other, index, on=on) is AgreementState.IN_FORCE
    )
    if any(True for _ in superseding):
        return AgreementState.SUPERSEDED
    for state in reversed(AgreementState):
        if state not in (AgreementState.UNKNOWN, AgreementState.SUPERSEDED) and reached(state.value):
            return state
    return AgreementState.UNKNOWN
