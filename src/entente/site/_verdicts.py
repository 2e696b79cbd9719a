"""The verdict on a commitment with its reasons, and the reports of both sides, for its page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from entente.answers._case import Side
from entente.answers._explanation import Explanation
from entente.answers._rules import Reason
from entente.answers._status import report_sides
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Report
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.site._facts import Citations, LinkedText, linked
from entente.site._grounds import GroundLine, grounds_of, remark_text
from entente.site._tracker import Tracker
from entente.site._words import REASON


@frozen(kw_only=True)
class Reasoned:
    """A verdict with its reasons, for one party or for all."""

    party: LinkedText | None
    schedule: Schedule
    reasons: tuple[str, ...]
    possible: tuple[Schedule, ...]
    grounds: tuple[GroundLine, ...]
    changes: str | None


@frozen(kw_only=True)
class ReportLine:
    """A report: who says so, on which day, and whether it was known by the day of the site."""

    by: LinkedText
    of: LinkedText | None
    on: str
    known: str | None
    due: str | None
    status: ReportedStatus
    counts: bool
    why_not: str | None
    note: str | None
    cited: tuple[int, ...]


def reasoned(
    commitment: Commitment, tracker: Tracker, citations: Citations
) -> list[Reasoned]:
    """Return the verdict on all who promised, and then on each party for which it differs."""
    explanation = tracker.status(commitment).explain()
    whole = _reasoned(explanation, tracker, citations)
    alone = [
        _reasoned(each, tracker, citations)
        for each in explanation.by_party.values()
    ]
    told = {(each.schedule, each.reasons, each.grounds) for each in alone}
    # What is so of all of them in the same way is said once.
    if told == {(whole.schedule, whole.reasons, whole.grounds)}:
        return [whole]
    return [whole, *alone]


def _reasoned(
    explanation: Explanation, tracker: Tracker, citations: Citations
) -> Reasoned:
    wording = tracker.wording
    changes = None
    if (
        explanation.changes_on is not None
        and explanation.changes_to is not None
    ):
        changes = wording.say(
            "From {day} on the verdict would be “{verdict}” if nothing else became known.",
            day=wording.day(explanation.changes_on),
            verdict=wording.word(explanation.changes_to),
        )
    return Reasoned(
        party=_linked_if_any(explanation.party, tracker),
        schedule=explanation.schedule,
        reasons=_reasons(explanation, tracker),
        possible=explanation.possible,
        grounds=tuple(grounds_of(explanation, tracker, citations)),
        changes=changes,
    )


def _reasons(explanation: Explanation, tracker: Tracker) -> tuple[str, ...]:
    """Return the rules that applied, or of several the parties for which the verdict holds."""
    wording = tracker.wording
    if _RULES.issuperset(explanation.reasons):
        return tuple(wording.say(each, REASON) for each in explanation.reasons)
    parties = [
        tracker.name(party)
        for party, one in explanation.by_party.items()
        if one.schedule is explanation.schedule
    ]
    if len(parties) == len(explanation.by_party):
        return (wording.say("that is so of all who promised"),)
    return (wording.say("that is so of {names}", names=", ".join(parties)),)


_RULES: Final = frozenset(each.value for each in Reason)


def _linked_if_any(id: str | None, tracker: Tracker) -> LinkedText | None:
    return None if id is None else linked(id, tracker)


def reports_of(
    commitment: Commitment, tracker: Tracker, citations: Citations
) -> dict[str, Sequence[ReportLine]]:
    """Return the reports by parties to a commitment, and those by anybody else."""
    sides = _sides(commitment, tracker.index)
    counted = _sides(
        commitment, tracker.index, on=tracker.on, as_known=tracker.as_known
    )
    found: dict[str, list[ReportLine]] = {"declared": [], "assessed": []}
    for report in commitment.reports:
        why_not = None
        if id(report) not in counted:
            why_not = _why_not(report, commitment, tracker)
        line = _report(report, tracker, citations, why_not)
        found[sides[id(report)]].append(line)
    return dict(found)


def _why_not(
    report: Report, commitment: Commitment, tracker: Tracker
) -> str | None:
    """Return why a report does not count, as the explanation of the verdict says."""
    explanation = tracker.status(commitment).explain()
    remarks = [
        ground.remark
        for one in (explanation, *explanation.by_party.values())
        for ground in one.grounds
        if ground.of is report
    ]
    return remark_text(next(filter(None, remarks), None), tracker)


def _sides(
    commitment: Commitment,
    index: RecordIndex,
    on: datetime.date | None = None,
    as_known: datetime.date | None = None,
) -> dict[int, Side]:
    """Return the side of each report that counts, also of those on single parties."""
    judged = dict.fromkeys(report.of for report in commitment.reports)
    return {
        id(report): side
        for of in judged
        for report, side in report_sides(
            commitment, index, on=on, as_known=as_known, of=of
        )
    }


def _report(
    report: Report,
    tracker: Tracker,
    citations: Citations,
    why_not: str | None,
) -> ReportLine:
    wording = tracker.wording
    return ReportLine(
        by=linked(report.by, tracker),
        of=_linked_if_any(report.of, tracker),
        on=wording.period(report.on),
        known=None if report.known is None else wording.period(report.known),
        due=None if report.due is None else wording.period(report.due),
        status=report.status,
        counts=why_not is None,
        why_not=why_not,
        note=report.note,
        cited=citations.numbers(report.citations),
    )
