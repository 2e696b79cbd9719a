"""Laws of statuses and schedules: both answer as a plain scan does."""

from __future__ import annotations

import datetime
import itertools
from bisect import bisect_left

import pytest
from hypothesis import example, given

from entente import Dossier, Period
from entente.records._model import Commitment, Minister, Office, Source
from entente.records._parts import Report
from entente.records._vocabulary import PartyKind, ReportedStatus, Schedule
from entente.strategies import dossiers
from law_helpers import LAW, by_id, within
from plain_scan import FAMILY, lies_under, selections

pytestmark = pytest.mark.no_cover

# --- what has become of commitments


def days(period: Period) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date may be; what its source doubts may be any day."""
    least, most = datetime.date.min, datetime.date.max
    if period.uncertain or period.in_words_only:
        return least, most
    first, last = period.earliest or least, period.latest or most
    if not period.approximate:
        return first, last

    def begins_by(ordinal: int) -> bool:
        day = datetime.date.fromordinal(ordinal)
        return period.overlaps(f"{least}/{day}").possible

    def ends_before(ordinal: int) -> bool:
        day = datetime.date.fromordinal(ordinal)
        return not period.overlaps(f"{day}/{most}").possible

    start = 1 + bisect_left(range(1, first.toordinal()), True, key=begins_by)
    later = range(last.toordinal() + 1, most.toordinal() + 1)
    end = last.toordinal() + bisect_left(later, True, key=ends_before)
    return datetime.date.fromordinal(start), datetime.date.fromordinal(end)


def days_of_report(report: Report) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a report may be of: what was known by a day was so by that day."""
    first, last = days(report.on)
    known = last if report.known is None else days(report.known)[1]
    if not first <= known < last:
        return first, last
    if report.on.uncertain or report.on.in_words_only:
        return first, known

    def no_day_is_left(after: int) -> bool:
        rest = (after + 1, known.toordinal())
        start, end = map(datetime.date.fromordinal, rest)
        return start > end or not report.on.overlaps(f"{start}/{end}").possible

    choices = range(first.toordinal(), known.toordinal() + 1)
    return first, datetime.date.fromordinal(
        choices[bisect_left(choices, True, key=no_day_is_left)]
    )


def has_come(last: datetime.date, day: datetime.date | None) -> bool:
    """Say whether what comes by a last day has surely come by a day."""
    return day is None or last <= day


def belongs(dossier: Dossier, party: str, whole: str, on: Period) -> bool:
    """Say whether a party is another or a body of it, or may then have been a member of a grouping."""
    return lies_under(dossier, party, whole) or any(
        lies_under(dossier, group.id, whole)
        and lies_under(dossier, party, each.party)
        for group in dossier.parties
        if group.kind is PartyKind.GROUPING
        for each in group.members
        if each.period is None or each.period.overlaps(on).possible
    )


def speaks_for(dossier: Dossier, id: str, on: Period | None) -> set[str]:
    """Return the parties for which a party, an office, a minister or a document speaks on a date."""
    match by_id(dossier.records).get(id):
        case Office(party=party):
            return {party}
        case Source(issued_by=parties):
            return set(parties)
        case Minister(tenures=tenures):
            offices = [
                each.office
                for each in tenures
                if on is None or each.period.overlaps(on).possible
            ]
            return {dossier.offices[office].party for office in offices}
        case _:
            return {id}


def latest(
    dossier: Dossier,
    commitment: Commitment,
    on: datetime.date | None,
    known: datetime.date | None,
) -> dict[str, ReportedStatus]:
    """Return the latest status reported by the parties to a commitment, and that by others."""
    parties = {
        party
        for id in (
            *commitment.by,
            *commitment.to,
            *commitment.funded_by,
            *commitment.implemented_by,
        )
        for party in speaks_for(dossier, id, commitment.made)
    }
    promisors = list(
        dict.fromkeys(
            party
            for id in commitment.by
            for party in speaks_for(dossier, id, commitment.made) or {id}
        )
    )
    sides: dict[str, list[Report]] = {}
    for report in commitment.reports:
        # What one of several did says nothing of all, and what somebody else did says nothing.
        if report.of is not None and not (
            len(promisors) == 1
            and (
                lies_under(dossier, report.of, promisors[0])
                or lies_under(dossier, promisors[0], report.of)
            )
        ):
            continue
        if not (
            has_come(days_of_report(report)[1], on)
            and has_come(
                days(report.known)[1]
                if report.known
                else days_of_report(report)[1],
                known,
            )
        ):
            continue
        ours = any(
            belongs(dossier, speaker, party, report.on)
            or belongs(dossier, party, speaker, report.on)
            for speaker in speaks_for(dossier, report.by, report.on)
            for party in parties
        )
        sides.setdefault("declared" if ours else "assessed", []).append(report)
    last = {}
    for side, reports in sides.items():
        for report in reports:
            _, end = days_of_report(report)
            if not any(end < days_of_report(other)[0] for other in reports):
                last[side] = report.status
    return last


def days_of(dossier: Dossier) -> list[datetime.date | None]:
    """Return days on which the reports of a dossier come or have not come yet, and None for any day."""
    ends = [
        period.latest
        for report in within(dossier.records, Report)
        for period in within(report, Period)
    ]
    days = [
        day for day in ends if day is not None and day > datetime.date.min
    ][:4]
    return [None, *days, *(day - datetime.timedelta(1) for day in days)]


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_statuses_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """A status finds the commitments last reported with it, by both clocks."""
    commitments = selections(dossier)["commitments"]
    for on, known in (
        itertools.product(days_of(dossier), repeat=2) if commitments else ()
    ):
        told = {
            each.id: latest(dossier, each, on, known) for each in commitments
        }
        for status in {
            status for each in told.values() for status in each.values()
        } | {ReportedStatus.WITHDRAWN}:
            for side in ("declared", "assessed"):
                expected = tuple(
                    id for id in told if told[id].get(side) is status
                )
                assert (
                    commitments.where(
                        **{side: status}, on=on, as_known=known
                    ).ids
                    == expected
                )
            either = tuple(id for id in told if status in told[id].values())
            assert (
                commitments.where(status=status, on=on, as_known=known).ids
                == either
            )


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_schedules_part_the_commitments(dossier: Dossier) -> None:
    """On any day each commitment has one schedule, the one that its status gives."""
    commitments = dossier.commitments
    for on in filter(None, days_of(dossier)):
        found = {
            schedule: commitments.where(schedule=schedule, on=on).ids
            for schedule in Schedule
        }
        for schedule, ids in found.items():
            assert ids == tuple(
                each.id
                for each in commitments
                if dossier.status(each, on=on).schedule is schedule
            )
        assert sorted(itertools.chain(*found.values())) == sorted(
            commitments.ids
        )
