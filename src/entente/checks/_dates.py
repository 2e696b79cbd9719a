"""Rules about the order of dates, and about the words beside them."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, count
from operator import itemgetter
from typing import Final

from attrs import define, field, frozen

from entente._dossier import Dossier, index_of
from entente._text import either, shorten, with_article
from entente.answers._reports import speakers
from entente.answers._times import due_of, runs_of
from entente.checks._problems import problem
from entente.errors import Location, Problem, Severity
from entente.records._index import RecordIndex, kind_of
from entente.records._model import Agreement, Commitment, Record, Source
from entente.records._parts import Adherence, Anchor, Report
from entente.records._vocabulary import (
    AnchorDate,
    ConsentKind,
    Firmness,
    MeetingState,
    ReportedStatus,
)
from entente.records._walk import citations, parts, worded_dates
from entente.values._period import Period, reach
from entente.values._stated import contradicting


def _surely_before(first: Period | None, second: Period | None) -> bool:
    """Say whether both dates are known, and the first is certainly the earlier one."""
    if first is None or second is None:
        return False
    return first.before(second).certain


def due_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments that are due, or that are over, before they were made."""
    index = index_of(dossier)
    for commitment in dossier.commitments:
        times = {"due": due_of(commitment, index)}
        # What a source tells as done was over before the source mentioned it.
        if not _is_only_mentioned(commitment):
            times["runs"] = runs_of(commitment, index)
        for name, time in times.items():
            if _surely_before(time, commitment.made):
                yield problem(
                    commitment,
                    f"{name} {time}, but only made {commitment.made}",
                    _field_of(commitment, name),
                    severity=Severity.ERROR,
                )


def _field_of(commitment: Commitment, name: str) -> str:
    """Return the field that holds a time, be it a date or counted from another record."""
    date: Period | None = getattr(commitment, name)
    is_counted = date is None or date.in_words_only
    return f"{name}_from" if is_counted else name


_MENTIONING: Final = frozenset(
    {None, Firmness.DISCUSSED, Firmness.WELCOMED, Firmness.ENDORSED}
)
"""How firm it is where a source speaks of what may be under way, or done, already."""


def _is_only_mentioned(commitment: Commitment) -> bool:
    """Say whether nobody starts anything on the day on which a commitment was made."""
    return commitment.firmness in _MENTIONING


def report_before_made(dossier: Dossier) -> Iterator[Problem]:
    """Find reports on promises that had not been made yet."""
    for commitment in dossier.commitments:
        # What goes on, or is done already, may have been reported on before.
        if commitment.continuing or _is_only_mentioned(commitment):
            continue
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


_DECISIONS: Final = frozenset(
    {
        ReportedStatus.MODIFIED,
        ReportedStatus.SUSPENDED,
        ReportedStatus.WITHDRAWN,
        ReportedStatus.SUPERSEDED,
    }
)
"""What may be made known before the day from which it holds."""


def known_too_early(dossier: Dossier) -> Iterator[Problem]:
    """Find reports that were known before what they report, or before their sources."""
    for commitment in dossier.commitments:
        for position, report in enumerate(commitment.reports):
            found = _explain_too_early(dossier, report)
            if found is not None:
                message, severity = found
                yield problem(
                    commitment,
                    f"known {report.known}, but {message}",
                    "reports",
                    position,
                    "known",
                    severity=severity,
                )


def _explain_too_early(
    dossier: Dossier, report: Report
) -> tuple[str, Severity] | None:
    """Explain why a report was not known when it says; return None if it may have been."""
    is_announced = report.status in _DECISIONS
    if _surely_before(report.known, report.on) and not is_announced:
        return f"{report.status} only on {report.on}", Severity.ERROR
    sources = _sources_of(dossier, report)
    if sources and all(
        _surely_before(report.known, source.published) for source in sources
    ):
        source = sources[0]
        # It may have been known from another document, which is not cited.
        return (
            f"{source.id!r} was only published {source.published}",
            Severity.WARNING,
        )
    return None


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
    """Find reports of less progress than the same party reported before."""
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
                f" but {earlier.status} on {earlier.on} by"
                f" {_reporter_before(earlier, later)}"
            )
            yield problem(commitment, message, "reports", position)


def _reporter_before(earlier: Report, later: Report) -> str:
    """Return words for who made the earlier of two reports that count as one reporter's."""
    if earlier.by == later.by:
        return "the same reporter"
    return f"{earlier.by!r}, who speaks for the same party"


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
    reports in doubt, so several may be just before one. Who found no evidence says nothing of how
    far it has come, so such reports are passed over too.
    """
    index = index_of(dossier)
    for commitment in dossier.commitments:
        telling = [
            (
                position,
                report,
                _reporter(report, index) if same_reporter else None,
            )
            for position, report in enumerate(commitment.reports)
            if report.status is not ReportedStatus.NO_EVIDENCE
        ]
        rows = {by: _Row() for _, _, by in telling}
        for position, report, by in telling:
            rows[by].add(position, report)
        for position, later, by in telling:
            for earlier in rows[by].just_before(later):
                yield commitment, position, earlier, later


@define
class _Row:
    """The reports of one reporter in the order of the last days on which they may be.

    A commitment may have thousands, and to compare each with each, and both with all, would take hours.
    """

    _dated: list[tuple[int, int, int, Report]] = field(factory=list)

    def add(self, position: int, report: Report) -> None:
        """Add a report; one whose date is in doubt is certainly before none."""
        days = reach(report.on)
        if days is not None:
            first, last = days
            self._dated.append((last, position, first, report))

    @cached_property
    def _lasts(self) -> list[int]:
        # Positions differ, so reports are not compared.
        self._dated.sort()
        return [last for last, *_ in self._dated]

    @cached_property
    def _latest_firsts(self) -> list[int]:
        """The latest first day of each report and those before it."""
        return list(accumulate((first for _, _, first, _ in self._dated), max))

    def just_before(self, later: Report) -> list[Report]:
        """Return the reports that are certainly before one and before no other that is, as in the file."""
        days = reach(later.on)
        if days is None:
            return []
        end = bisect_left(self._lasts, days[0])
        if not end:
            return []
        # Of the reports before this one, only those count that no other comes after: a step back
        # is found once, where it happens.
        start = bisect_left(self._lasts, self._latest_firsts[end - 1], 0, end)
        nearest = sorted(self._dated[start:end], key=itemgetter(1))
        return [report for *_, report in nearest]


def _reporter(
    report: Report, index: RecordIndex
) -> tuple[frozenset[str], str | None]:
    """Return what tells one reporter from another: for whom they speak, and whose doing they judge.

    Two notices of one government are one reporter.
    """
    parties = frozenset(speakers(report, index))
    return parties or frozenset({report.by}), report.of


@frozen
class _DatedStep:
    """A step of an agreement: where its date is, its name, and its date."""

    path: Location
    name: str
    date: Period


_ORDER: Final = {
    "adopted": 0,
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
        common = _common_steps(agreement)
        # Each party may have dates of its own.
        own = map(_own_steps, count(), agreement.adherences)
        for steps in (common, *(_on_one_road(each, common) for each in own)):
            for early, first in _out_of_order(steps):
                yield problem(
                    agreement,
                    f"{_dated(early)}, but only {_dated(first)}",
                    *early.path,
                )


def _common_steps(agreement: Agreement) -> list[_DatedStep]:
    """Return the steps of an agreement as a whole."""
    dates = {
        "adopted": agreement.adopted,
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


def _on_one_road(
    own: list[_DatedStep], common: list[_DatedStep]
) -> list[_DatedStep]:
    """Return the steps of a party, with those that made the agreement if it has no entry of its own."""
    if any(step.name in _ENTRIES for step in own):
        return own
    return [*(each for each in common if _ORDER[each.name] == 0), *own]


_ENTRIES: Final = (ConsentKind.SIGNED, ConsentKind.ACCEDED)
"""The steps by which a party comes to an agreement by itself."""


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


@frozen
class _Happening:
    """What happened: where a record says so, in which word, when, and by which sources."""

    record: Record
    path: Location
    word: str
    date: Period | None
    sources: Sequence[Source]


def after_its_sources(dossier: Dossier) -> Iterator[Problem]:
    """Find what happened, by the record, only after all its sources were published."""
    for each in _happenings(dossier):
        # One source that may be later is enough: it can tell what happened.
        if each.sources and all(
            _surely_before(source.published, each.date)
            for source in each.sources
        ):
            first = each.sources[0]
            yield problem(
                each.record,
                f"{each.word} {each.date}, after {first.id!r} was published,"
                f" {first.published}",
                *each.path,
                severity=Severity.ERROR,
            )


def _happenings(dossier: Dossier) -> Iterator[_Happening]:
    """Yield what no source can tell before it happens."""
    for meeting in dossier.meetings.where(state=MeetingState.HELD):
        sources = _sources_of(dossier, meeting)
        yield _Happening(meeting, ("when",), "held", meeting.when, sources)
    for agreement in dossier.agreements:
        sources = _sources_of(dossier, agreement)
        for path, word, date in _steps_taken(agreement):
            yield _Happening(agreement, path, word, date, sources)
    for promise in dossier.commitments:
        sources = _sources_of(dossier, promise)
        yield _Happening(promise, ("made",), "made", promise.made, sources)
        for position, report in enumerate(promise.reports):
            # What is decided may have been announced.
            if report.status not in _DECISIONS:
                path = ("reports", position, "on")
                sources = _sources_of(dossier, report)
                yield _Happening(
                    promise, path, report.status, report.on, sources
                )
    for statement in dossier.statements:
        sources = _sources_of(dossier, statement)
        yield _Happening(statement, ("said",), "said", statement.said, sources)


def _steps_taken(
    agreement: Agreement,
) -> Iterator[tuple[Location, str, Period | None]]:
    """Yield the steps towards an agreement; its text may fix the day on which it is in force."""
    yield ("sought",), "sought", agreement.sought
    yield ("announced",), "announced", agreement.announced
    yield ("adopted",), "adopted", agreement.adopted
    yield ("signed",), "signed", agreement.signed
    for position, adherence in enumerate(agreement.adherences):
        for step in _own_steps(position, adherence):
            if step.name != ConsentKind.IN_FORCE:
                yield step.path, step.name, step.date


def _sources_of(dossier: Dossier, part: Record | Report) -> list[Source]:
    """Return the documents that a record or a report rests on, and the one that reports it."""
    ids = [citation.source for _, citation in citations(part)]
    if isinstance(part, Report) and isinstance(dossier[part.by], Source):
        ids.append(part.by)
    return [dossier.sources[id] for id in ids]


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
                    f"{date}, but {shorten(date.stated, 200)} means {meant}",
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
