"""All that bears on the verdict on a promise: reports, deadlines, conditions, and other records.

A `Case` is made once, for one of those who promised. It is what a verdict is worked out from and
what an explanation shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal, TypeAlias, cast

from attrs import evolve, frozen

from entente.answers._days import (
    EVER,
    NEVER,
    Runs,
    SomeDays,
    apart,
    common,
    days_of,
    latest,
    within,
)
from entente.answers._remarks import Why
from entente.answers._reports import (
    days_in_office,
    reporters,
    roots,
    speaks_for,
    voices,
    voices_of,
)
from entente.answers._targets import days_of as days_observed, progress
from entente.answers._times import due_of, runs_of
from entente.records._index import RecordIndex
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Party,
    Record,
)
from entente.records._parts import (
    Condition,
    Observation,
    Report,
    Target,
)
from entente.records._vocabulary import (
    CommitmentKind,
    LinkKind,
    MeetingState,
    ReportedStatus,
)
from entente.values._period import Period
from entente.values._truth import Truth

Side: TypeAlias = Literal["declared", "assessed"]
"""Declared by a party to the commitment, or assessed by anybody else."""


@frozen(eq=False)
class Heard:
    """A report that bears on a case.

    `reporters` are those whose word it is. It is `own` if it is the word of whoever promised, who
    alone may move or lift a deadline. It is `certain` to judge this promisor, or only may, and
    `exact` if it speaks of this one and not of several together. An alternative is another way to
    read the report before it: a minister may have left office by then.

    `dated` are the days on which what it says may have come to be so, `days` those of them on which
    this reading is right, `known` those on which it may have become known, if these are others.
    """

    report: Report
    side: Side
    reporters: tuple[str, ...]
    own: bool
    dated: Runs
    days: Runs
    known: Runs | None
    certain: bool = True
    exact: bool = True
    is_alternative: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it certainly counts, and its dates are one day each."""
        is_sure = self.certain and not self.is_alternative
        return is_sure and all(
            runs[0][0] == runs[-1][1]
            for runs in (self.days, self.known or self.days)
        )


@frozen(eq=False)
class Coming:
    """When something else came that bears on a case: the days that are possible.

    It may never have come at all unless it is `certain`. `record` is where that is written. If it is
    that a promise is done, `promise` is that promise, which has to be judged first. `reason` says
    why it never comes, if nothing can show that it has.
    """

    record: Record | None
    days: Runs = ()
    certain: bool = True
    reason: Why | None = None
    promise: Commitment | None = None


# Not in slots: what is cached is looked up on every verdict.
@frozen(eq=False, slots=False)
class Case:
    """What bears on the promise of one promisor, or of nobody in particular.

    `kept_by` are records that fulfil it, `parts` the parts of which it is the whole, `replaced_by`
    those that supersede it, and `conditions` those on which it depends, each with when it came.
    """

    commitment: Commitment
    promisor: str | None
    due: Period | None
    runs: Period | None
    heard: tuple[Heard, ...]
    kept_by: tuple[Coming, ...] = ()
    parts: tuple[Commitment, ...] = ()
    replaced_by: tuple[Coming, ...] = ()
    conditions: tuple[tuple[Condition, Coming], ...] = ()

    @cached_property
    def awaited(self) -> tuple[Coming, ...]:
        """All other records that bear on it."""
        return (
            *self.kept_by,
            *self.replaced_by,
            *[coming for _, coming in self.conditions],
            *map(done, self.parts),
        )

    @cached_property
    def dates(self) -> tuple[Runs, ...]:
        """The dates of all that bears on it, but for other promises, which have to be judged."""
        dates = [each.days for each in self.heard]
        dates += [each.days for each in self.awaited]
        return tuple([each for each in dates if each])

    @property
    def promises(self) -> Iterator[Commitment]:
        """The other promises that bear on it by being done."""
        for each in self.awaited:
            if each.promise is not None:
                yield each.promise

    @cached_property
    def is_plain(self) -> bool:
        """Whether all that bears on it has one day, as for most promises: then there is one world."""
        return (
            not self.awaited
            and self.commitment.recurrence is None
            and all(each.is_plain for each in self.heard)
        )

    @property
    def deadlines(self) -> Iterator[Period]:
        """All deadlines that anybody ever set."""
        if self.due is not None:
            yield self.due
        for heard in self.heard:
            if heard.report.due is not None:
                yield heard.report.due


# --- who promised ------------------------------------------------------------------------------


def promisors(commitment: Commitment, index: RecordIndex) -> tuple[str, ...]:
    """Return those who promised: the parties for which they acted, or a minister out of office."""
    # Most promises are of one party.
    if len(commitment.by) == 1 and isinstance(index[commitment.by[0]], Party):
        return commitment.by
    found = [
        party
        for id in commitment.by
        for party in tuple(voices(id, commitment.made, index)) or (id,)
    ]
    return tuple(dict.fromkeys(found))


def promises(commitment: Commitment, party: str, index: RecordIndex) -> bool:
    """Tell whether a party promised something, by itself, by a body of it, or as one that is judged.

    What a grouping promised its members did not promise, unless a report judges them by it.
    """
    named = [*promisors(commitment, index)]
    named += [report.of for report in commitment.reports if report.of]
    return any(_is_same(party, each, index) for each in named)


def _is_same(party: str, other: str, index: RecordIndex) -> bool:
    return party in index.below(other) or other in index.below(party)


# --- what bears on it --------------------------------------------------------------------------


def sides(
    commitment: Commitment, index: RecordIndex, of: str | None = None
) -> list[tuple[Report, Side]]:
    """Return the reports on a commitment, or on what one party did, each with its side.

    On what all did together, a report that judges one of several says nothing.
    """
    # On what France did, the word of the United Kingdom is that of somebody else.
    parties = _parties_to(commitment, index) if of is None else {of}
    found: list[tuple[Report, Side]] = []
    for report in commitment.reports:
        if not _bears(report, commitment, index, of):
            continue
        is_declared = speaks_for(report, parties, index)
        found.append((report, "declared" if is_declared else "assessed"))
    return found


def _parties_to(commitment: Commitment, index: RecordIndex) -> set[str]:
    """Return the parties that promise, receive, pay or do the work, by themselves or by an office."""
    named = (
        *commitment.by,
        *commitment.to,
        *commitment.funded_by,
        *commitment.implemented_by,
    )
    return set(voices_of(named, commitment.made, index))


def _bears(
    report: Report, commitment: Commitment, index: RecordIndex, of: str | None
) -> bool:
    if report.of is None:
        return True
    judged = promisors(commitment, index) if of is None else (of,)
    return len(judged) == 1 and _is_same(report.of, judged[0], index)


def case_of(
    commitment: Commitment,
    index: RecordIndex,
    promisor: str | None,
    *,
    of: str | None = None,
) -> Case:
    """Return what bears on the promise of one promisor, each report with its side.

    The side is that of a report on what all did, or with `of` on what that party did.
    """
    links = index.links_to(commitment.id)
    return Case(
        commitment=commitment,
        promisor=promisor,
        due=due_of(commitment, index),
        runs=runs_of(commitment, index),
        heard=tuple(_heard(commitment, index, promisor, of)),
        kept_by=tuple(
            _kept_on(record)
            for link, record in links
            if link.kind is LinkKind.FULFILS
        ),
        parts=tuple(
            part
            for part in index.parts(commitment.id)
            if isinstance(part, Commitment)
        ),
        replaced_by=tuple(
            Coming(record, _days(record.made))
            for link, record in links
            if link.kind is LinkKind.SUPERSEDES
            and isinstance(record, Commitment)
            and (promisor is None or promises(record, promisor, index))
        ),
        conditions=tuple(
            (condition, _came(condition, index))
            for condition in commitment.conditions
        ),
    )


def _heard(
    commitment: Commitment,
    index: RecordIndex,
    promisor: str | None,
    of: str | None,
) -> Iterator[Heard]:
    if not commitment.reports:
        return
    is_shared = (
        promisor is not None
        and commitment.kind is not CommitmentKind.PROCESS
        and len(promisors(commitment, index)) > 1
    )
    for report, side in sides(commitment, index, of):
        dated, known = days_of_report(report)
        own = promisor is not None and speaks_for(report, (promisor,), index)
        heard = Heard(
            report=report,
            side=side,
            reporters=reporters(report, index),
            own=own,
            dated=dated,
            days=dated,
            known=known,
            exact=own or report.of is not None or not is_shared,
        )
        readings = _readings(heard, index)
        # Most reports are of what one promised, by somebody who certainly speaks for whom it seems.
        if not is_shared and len(readings) == 1:
            yield readings[0]
            continue
        judging = [
            (each, not is_shared or _judges(each, commitment, index, promisor))
            for each in readings
        ]
        # If it says nothing of this one by one reading, it may say nothing.
        is_sure = all(judges is True for _, judges in judging)
        is_alternative = False
        for each, judges in judging:
            if judges is not None:
                yield evolve(
                    each,
                    certain=is_sure,
                    exact=each.own or report.of is not None or not is_shared,
                    is_alternative=is_alternative,
                )
                is_alternative = True


def _readings(heard: Heard, index: RecordIndex) -> tuple[Heard, ...]:
    """Return a report read for whom its author may speak: a minister for a party, or for nobody else."""
    by = heard.report.by
    held = days_in_office(by, index)
    if held is None:
        return (heard,)
    possible, sure = held
    inside, outside = common(heard.dated, possible), apart(heard.dated, sure)
    insider = evolve(heard, days=inside)
    outsider = evolve(
        heard, side="assessed", reporters=(by,), own=False, days=outside
    )
    return tuple(each for each in (insider, outsider) if each.days)


def _judges(
    heard: Heard,
    commitment: Commitment,
    index: RecordIndex,
    promisor: str | None,
) -> bool | None:
    """Tell whether a report certainly judges one of several promisors; None if it does not at all.

    What one of them says without saying of whom, it says of itself. That it is done may be meant of
    all.
    """
    report = heard.report
    if report.of is not None or heard.own:
        return True
    others = {
        root
        for each in promisors(commitment, index)
        if each != promisor
        for root in roots(each, index, commitment.made)
    }
    if others.isdisjoint(heard.reporters):
        return True
    return False if report.status is ReportedStatus.COMPLETED else None


def days_of_report(report: Report) -> tuple[Runs, Runs | None]:
    """Return the days on which what is reported may have come, and those on which it was known.

    What is known by a day was done by that day.
    """
    days = days_of(report.on)
    if report.known is None:
        return days, None
    known = days_of(report.known)
    return within(days, days[0][0], known[-1][1]) or days, known


# --- when something else came ------------------------------------------------------------------


def done(promise: Commitment) -> Coming:
    """Return when a promise is done, which has to be judged."""
    return Coming(promise, promise=promise)


def _days(date: Period | None) -> Runs:
    return EVER if date is None else days_of(date)


def _kept_on(record: Record) -> Coming:
    """Return when a record that fulfils a promise came."""
    match record:
        case Commitment():
            return done(record)
        case Meeting() | Event():
            return _held_on(record)
        case Agreement():
            return _made_on(record)
        case _:
            return Coming(
                record,
                certain=False,
                reason=Why.DOES_NOT_SAY_WHEN,
            )


def _held_on(record: Meeting | Event) -> Coming:
    if isinstance(record, Meeting):
        if record.state is MeetingState.HELD:
            return Coming(record, _days(record.when))
        reason = _NOT_HELD[record.state]
        return Coming(record, certain=False, reason=reason)
    if record.when is None:
        return Coming(record, certain=False, reason=Why.WITHOUT_DATE_YET)
    return Coming(record, days_of(record.when))


_NOT_HELD: Final = {
    MeetingState.PROPOSED: Why.PROPOSED,
    MeetingState.PLANNED: Why.PLANNED,
    MeetingState.CANCELLED: Why.CANCELLED,
}


def _made_on(agreement: Agreement) -> Coming:
    """Return when an agreement was made: signed, adopted, announced, or in force."""
    in_force = agreement.in_force
    dates = [
        agreement.adopted,
        agreement.announced,
        agreement.signed,
        None if in_force is None else in_force.start,
    ]
    days = [run for date in dates if date for run in days_of(date)]
    if not days:
        return Coming(agreement, certain=False, reason=Why.WITHOUT_DATE)
    return Coming(agreement, tuple(sorted(set(days))))


def _came(condition: Condition, index: RecordIndex) -> Coming:
    """Return when what a condition waits for came."""
    if condition.waits_for is None:
        return Coming(None, certain=False, reason=Why.NO_RECORD)
    record = index[condition.waits_for]
    match record:
        case Commitment():
            return done(record)
        case Meeting() | Event():
            return _held_on(record)
        case Agreement():
            return _in_force_on(record)
        case _:
            # There is no fifth kind of record for which a condition may wait.
            return _target_met_on(cast("Metric", record))


def _in_force_on(agreement: Agreement) -> Coming:
    start = None if agreement.in_force is None else agreement.in_force.start
    if start is None:
        return Coming(agreement, certain=False, reason=Why.NOT_KNOWN_IN_FORCE)
    return Coming(agreement, days_of(start))


def _target_met_on(metric: Metric) -> Coming:
    """Return when a metric had met each of its targets, going by the end of an observation."""
    each = [_days_met(metric, target) for target in metric.targets]
    if not each or NEVER in each:
        return Coming(metric, certain=False, reason=Why.NO_OBSERVATION)
    found = latest(each)
    days = sorted(day for day in found if day is not None)
    return Coming(
        metric,
        tuple((day, day) for day in days),
        certain=None not in found,
    )


def _days_met(metric: Metric, target: Target) -> SomeDays:
    """Return the days on which a target may have been met first; None if it may never have been.

    Of figures for the same time that contradict each other any may be right.
    """
    answers = [
        answer
        for answer in progress(metric)
        if answer.target == target and answer.observation is not None
    ]
    met = {answer.observation: answer.met for answer in answers}
    sure: int | None = None
    perhaps: set[int] = set()
    for answer in answers:
        observation = cast("Observation", answer.observation)
        days = days_observed(observation)
        if days is None or met[observation] is Truth.NO:
            continue
        day = days[-1].toordinal()
        same_time = (observation, *answer.conflicts)
        if all(met[each] is Truth.YES for each in same_time):
            sure = day if sure is None else min(sure, day)
        else:
            perhaps.add(day)
    before = {day for day in perhaps if sure is None or day < sure}
    return frozenset({*before, sure})
