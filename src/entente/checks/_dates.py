"""Rules about the order of dates, and about the words beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from attrs import frozen

from entente._dossier import Dossier
from entente._text import either, with_article
from entente.checks._problems import problem
from entente.errors import Location, Problem, Severity
from entente.records._index import kind_of
from entente.records._model import Agreement, Commitment, Record
from entente.records._parts import Adherence, Anchor, Report
from entente.records._vocabulary import (
    AnchorDate,
    ConsentKind,
    MeetingState,
    ReportedStatus,
)
from entente.records._walk import citations, parts, worded_dates
from entente.values._period import Period
from entente.values._stated import contradicting


def _surely_before(first: Period | None, second: Period | None) -> bool:
    """Say whether both dates are known, and the first is certainly the earlier one."""
    if first is None or second is None:
        return False
    return first.before(second).certain


def due_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments that are due before they were made."""
    for commitment in dossier.commitments:
        due, made = commitment.due, commitment.made
        if _surely_before(due, made):
            yield problem(
                commitment,
                f"due {due}, but only made {made}",
                "due",
                severity=Severity.ERROR,
            )


def report_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find reports on commitments that had not been made yet."""
    for commitment in dossier.commitments:
        for position, report in enumerate(commitment.reports):
            if _surely_before(report.on, commitment.made):
                yield problem(
                    commitment,
                    f"reported on {report.on}, but only made {commitment.made}",
                    "reports",
                    position,
                    "on",
                    severity=Severity.ERROR,
                )


_PROGRESS: Final = {
    ReportedStatus.ANNOUNCED: 0,
    ReportedStatus.NOT_STARTED: 1,
    ReportedStatus.IN_PROGRESS: 2,
    ReportedStatus.SUBSTANTIAL: 3,
    ReportedStatus.COMPLETED: 4,
}
"""How far each status has come. The others, such as withdrawn, are off this road."""

# Whoever carries on after one of these contradicts it.
_ENDED: Final = frozenset(
    {ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED}
)


def reports_going_backward(dossier: Dossier) -> Iterator[Problem]:
    """Find reports of less progress than the same reporter reported before."""
    for commitment, position, earlier, later in _successive_reports(
        dossier,
        same_reporter=True,
    ):
        before = _PROGRESS.get(earlier.status)
        after = _PROGRESS.get(later.status)
        if before is None or after is None:
            continue
        if after < before:
            message = (
                f"{later.status} on {later.on},"
                f" but {earlier.status} on {earlier.on} by the same reporter"
            )
            yield problem(commitment, message, "reports", position)


def report_after_withdrawal(dossier: Dossier) -> Iterator[Problem]:
    """Find reports that continue commitments which were withdrawn or superseded before."""
    for commitment, position, earlier, later in _successive_reports(dossier):
        if earlier.status in _ENDED and later.status not in _ENDED:
            message = f"{later.status} on {later.on}, but {earlier.status} on {earlier.on}"
            yield problem(commitment, message, "reports", position)


def _successive_reports(
    dossier: Dossier,
    *,
    same_reporter: bool = False,
) -> Iterator[tuple[Commitment, int, Report, Report]]:
    """Yield commitments with the position of a report, the report just before it, and itself.

    With `same_reporter`, reports by others are passed over. Vague dates may leave the order of
    reports in doubt, so several may be just before one.
    """
    for commitment in dossier.commitments:
        for position, later in enumerate(commitment.reports):
            before = [
                each
                for each in commitment.reports
                if _surely_before(each.on, later.on)
            ]
            if same_reporter:
                before = [
                    each
                    for each in before
                    if (each.by, each.of) == (later.by, later.of)
                ]
            for earlier in before:
                # Of the reports before this one, only those count that no other comes after:
                # a step back is found once, where it happens.
                if not any(
                    _surely_before(earlier.on, each.on) for each in before
                ):
                    yield commitment, position, earlier, later


@frozen
class _DatedStep:
    """A step of an agreement: where its date is, its name, and its date."""

    path: Location
    name: str
    date: Period


_ORDER: Final = {
    ConsentKind.SIGNED.value: 0,
    ConsentKind.RATIFIED.value: 1,
    ConsentKind.ACCEPTED.value: 1,
    ConsentKind.APPROVED.value: 1,
    ConsentKind.ACCEDED.value: 1,
    ConsentKind.IN_FORCE.value: 2,
    "ended": 3,
}
"""The steps that come one after another. Others, such as a withdrawal, may come at any time."""


def step_out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """Find steps of agreements that are certainly before one that has to come first."""
    for agreement in dossier.agreements:
        roads = [_common_steps(agreement)]
        # Each party may have dates of its own.
        roads += map(_own_steps, count(), agreement.adherences)
        for steps in roads:
            for early, first in _out_of_order(steps):
                yield problem(
                    agreement,
                    f"{_dated(early)}, but only {_dated(first)}",
                    *early.path,
                )


def _common_steps(agreement: Agreement) -> list[_DatedStep]:
    """Return the steps of an agreement as a whole."""
    dates = {
        "signed": agreement.signed,
        "in_force": agreement.in_force,
        "ended": agreement.ended,
    }
    return [
        _DatedStep((name,), name, date)
        for name, date in dates.items()
        if date is not None
    ]


def _own_steps(position: int, adherence: Adherence) -> list[_DatedStep]:
    """Return the steps that a party took, and not those that are only expected of it."""
    return [
        _DatedStep(
            ("adherences", position, "steps", at, "on"), step.kind, step.on
        )
        for at, step in enumerate(adherence.steps)
        if step.kind in _ORDER and step.on is not None and not step.expected
    ]


def _out_of_order(
    steps: Sequence[_DatedStep],
) -> Iterator[tuple[_DatedStep, _DatedStep]]:
    """Yield each step that is too early, with one that has to come before it."""
    for step in steps:
        for stage in range(_ORDER[step.name]):
            before = [each for each in steps if _ORDER[each.name] == stage]
            # A party may have left and come back: one ratification that may be earlier will do.
            if before and all(_began_before(step, each) for each in before):
                yield step, before[0]
                break


def _began_before(step: _DatedStep, other: _DatedStep) -> bool:
    """Say whether a step, or the start of one that lasts, is certainly before another."""
    return _surely_before(
        step.date.start or step.date, other.date.start or other.date
    )


def _dated(step: _DatedStep) -> str:
    return f"{step.name.replace('_', ' ')} {step.date}"


def anchor_without_date(dossier: Dossier) -> Iterator[Problem]:
    """Find times that are counted from a date which no record of that kind has."""
    for commitment in dossier.commitments:
        for path, anchor in parts(commitment):
            if not isinstance(anchor, Anchor) or anchor.date is None:
                continue
            record = dossier[anchor.record]
            if hasattr(record, anchor.date.value):
                continue
            known = [each for each in AnchorDate if hasattr(record, each)]
            yield problem(
                commitment,
                f"{record.id!r} is {with_article(kind_of(record))},"
                f" which has no date {anchor.date.value!r}",
                *path,
                "date",
                severity=Severity.ERROR,
                hint=f"write {either([repr(each.value) for each in known])}",
            )


def held_after_source(dossier: Dossier) -> Iterator[Problem]:
    """Find meetings recorded as held that all their dated sources precede."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        cited = [
            dossier.sources[citation.source]
            for _, citation in citations(meeting)
        ]
        dated = [source for source in cited if source.published is not None]
        too_early = [
            source
            for source in dated
            if _surely_before(source.published, meeting.when)
        ]
        # One source that may be later is enough: it can report that the meeting was held.
        if too_early and too_early == dated:
            first = too_early[0]
            yield problem(
                meeting,
                f"held {meeting.when}, after {first.id!r} was published,"
                f" {first.published}",
                "when",
                severity=Severity.ERROR,
            )


def date_against_its_words(dossier: Dossier) -> Iterator[Problem]:
    """Find dates that cannot be what the source's words, kept beside them, mean."""
    for record in dossier.records:
        for path, date in worded_dates(record):
            # The words are all that there is.
            if date.in_words_only:
                continue
            days: list[datetime.date] = []
            # The words of a report or a tenure were said on a day of its own.
            if len(path) == 1:
                days = _days_of_saying(dossier, record, besides=path[0])
            meant = contradicting(date, days, is_deadline=path[-1] == "due")
            if meant is not None:
                yield problem(
                    record,
                    f"{date}, but {date.stated!r} means {meant}",
                    *path,
                    hint="correct the date or the words",
                )


_LAGS: Final = (0, 1, 3, 7, 14, 31)
"""How many days may lie between what was said and the publication of the source."""


def _days_of_saying(
    dossier: Dossier, record: Record, *, besides: str | int
) -> list[datetime.date]:
    """Return the days on which a record's words may have been said; none if one is unknown."""
    made = record.made if isinstance(record, Commitment) else None
    # A date is not read against itself.
    said = [] if made is None or besides == "made" else [made.day]
    published = [
        None if day is None else day.day
        for day in (
            dossier.sources[citation.source].published
            for citation in record.citations
        )
    ]
    # A readout may be published some weeks after the meeting.
    said += [
        None if day is None else day - datetime.timedelta(days=lag)
        for lag in _LAGS
        for day in published
    ]
    days = [day for day in said if day is not None]
    return days if len(days) == len(said) else []
