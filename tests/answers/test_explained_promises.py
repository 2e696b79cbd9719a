"""Explanations of drawn promises: their facts bear the verdict, and what they set aside does not."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from functools import cache
from typing import Final

import pytest
from attrs import evolve

from drawn_promises import Drawing
from entente import (
    Agreement,
    Commitment,
    Dossier,
    Event,
    Meeting,
    Record,
    Schedule,
    Truth,
)
from entente.answers import Explanation, Ground

pytestmark = pytest.mark.no_cover

CASES: Final = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "120"))
"""How many explanations are looked at."""


@cache
def explanations() -> list[tuple[Dossier, Commitment, Explanation]]:
    """Draw promises, and explain the verdict on each of those who promised."""
    found: list[tuple[Dossier, Commitment, Explanation]] = []
    seed = 0
    while len(found) < CASES:
        drawing = Drawing(seed)
        dossier = Dossier(drawing.records())
        for promise in dossier.commitments:
            on, as_known = drawing.question()
            for party in promise.by:
                status = dossier.status(
                    promise.id, on=on, as_known=as_known, of=party
                )
                found.append((dossier, promise, status.explain()))
        seed += 1
    return found


# The words that each rule of the page gives.
WORDS_OF: Final = {
    "it is reported as broken, and nobody denies that": {"breached"},
    "it is reported as broken, and somebody denies that": {"unknown"},
    "one says that it is done, and another that it is not": {"unknown"},
    "it was done by the last day of its time": {"met_on_time"},
    "it was done after the last day of its time": {"met_late"},
    "it is done, and nobody can say by when it was due": {"unknown"},
    "it was done late, and what it depended on had not come in time": {
        "unknown"
    },
    "whoever promised gave it up, or replaced it, while there was time": {
        "lifted"
    },
    "what it depends on has not come, as far as the record shows": {
        "conditional"
    },
    "its time is over, and what it depended on had not come in time": {
        "unknown"
    },
    "it has no deadline": {"no_deadline"},
    "its deadline is in words only, and nobody can say when it is over": {
        "unknown"
    },
    "its deadline is in doubt": {"unknown"},
    "its time has not begun": {"not_due"},
    "there is still time": {"due"},
    "its time is over, and nobody reports it done": {"overdue"},
    "the time for which it runs has begun, and is not over": {"running"},
    "the time for which it ran is over": {"over"},
    "it has no deadline, and nobody says how long it lasts": {"no_deadline"},
    "nobody can say whether it runs": {"unknown"},
    "nobody reports that it was broken": {"kept_so_far"},
    "its days cannot be counted, since it begins on no definite day": {
        "unknown"
    },
    "it may have been done late, or for the time after": {"unknown"},
    "it depends on how vague dates turn out, or on whom a report means": {
        "unknown"
    },
    "its dates may turn out in too many ways to try": {"unknown"},
}


def test_the_reasons_give_the_verdict() -> None:
    """Each reason is a rule with a word of its own; where several words are possible, it is unknown."""
    for _, _, explanation in explanations():
        words = set.union(*(WORDS_OF[each] for each in explanation.reasons))
        if explanation.possible:
            assert explanation.schedule is Schedule.UNKNOWN
            possible = {word.value for word in explanation.possible}
            assert possible <= words | {"unknown"}
        else:
            assert {explanation.schedule.value} == words


def certain(explanation: Explanation, kind: str, word: str = "") -> bool:
    """Tell whether a ground of a kind that begins with a word is certainly taken into account."""
    return any(
        each.taken is Truth.YES
        for each in explanation.grounds
        if each.kind == kind and each.text.startswith(word)
    )


def last_days(explanation: Explanation) -> list[datetime.date | None]:
    """Return the last day of each deadline that certainly holds."""
    return [
        each.date.deadline.latest
        for each in explanation.grounds
        if each.kind == "deadline"
        and each.taken is Truth.YES
        and each.date is not None
    ]


def missing_fact(explanation: Explanation) -> bool:
    """Tell whether the facts of an explanation do not bear its verdict."""
    records = [each for each in explanation.grounds if each.kind == "record"]
    match explanation.schedule:
        case Schedule.BREACHED:
            return not certain(explanation, "report", "breached")
        case Schedule.MET_ON_TIME | Schedule.MET_LATE:
            # Of several vague reports each may be the one, if all give the same verdict.
            return not (
                any(
                    each.text.startswith("completed")
                    and each.taken is not Truth.NO
                    for each in explanation.grounds
                    if each.kind == "report"
                )
                or any(each.taken is not Truth.NO for each in records)
            )
        case Schedule.LIFTED:
            ends = ("withdrawn", "superseded", "modified")
            return not (
                any(certain(explanation, "report", each) for each in ends)
                or any("supersedes it" in each.text for each in records)
            )
        case Schedule.CONDITIONAL:
            return certain(explanation, "condition") and all(
                each.taken is Truth.YES
                for each in explanation.grounds
                if each.kind == "condition"
            )
        case Schedule.OVERDUE:
            days = last_days(explanation)
            is_over = any(
                day is not None and day < explanation.on for day in days
            )
            return not (is_over or certain(explanation, "recurrence"))
        case Schedule.DUE | Schedule.NOT_DUE:
            kinds = ("deadline", "runs", "recurrence")
            return not any(
                each.kind in kinds and each.taken is not Truth.NO
                for each in explanation.grounds
            )
        case Schedule.RUNNING | Schedule.OVER:
            return not certain(explanation, "runs")
        case _:
            return False


def test_no_verdict_goes_beyond_the_facts_that_it_shows() -> None:
    """Nobody is late without a deadline that is over, or has broken a promise without a report that says so."""
    counted: Counter[Schedule] = Counter()
    for _, promise, explanation in explanations():
        counted.update([explanation.schedule])
        assert not missing_fact(explanation), f"{promise}\n{explanation}"
    assert len(counted) > len(Schedule) / 2


def without_set_aside(
    dossier: Dossier, promise: Commitment, explanation: Explanation
) -> Dossier | None:
    """Return the dossier without the reports and links that are set aside; None if they cannot be told."""
    reports = of_kind(explanation, "report")
    if len(reports) != len(promise.reports):
        return None
    kept = tuple(
        report
        for report, ground in zip(promise.reports, reports, strict=True)
        if ground.taken is not Truth.NO
    )
    gone = {
        each.record
        for each in of_kind(explanation, "record")
        if each.taken is Truth.NO and "is a part of it" not in each.text
    }
    changed: list[Record] = [
        evolve(
            record,
            links=tuple(
                link for link in record.links if link.target != promise.id
            ),
        )
        for record in dossier.records
        if record.id in gone
        and isinstance(record, Commitment | Meeting | Event | Agreement)
    ]
    return dossier.with_records(evolve(promise, reports=kept), *changed)


def of_kind(explanation: Explanation, kind: str) -> list[Ground]:
    """Return the grounds of a kind, in their order."""
    return [each for each in explanation.grounds if each.kind == kind]


def test_what_is_set_aside_changes_no_verdict() -> None:
    """Without the reports and records that do not count the verdict is the same."""
    compared = 0
    for dossier, promise, explanation in explanations():
        less = without_set_aside(dossier, promise, explanation)
        if less is None or less == dossier:
            continue
        compared += 1
        again = less.status(
            promise.id,
            on=explanation.on,
            as_known=explanation.as_known,
            of=explanation.party,
        )
        assert again.schedule is explanation.schedule, (
            f"{promise}\n{explanation}\n{again.explain()}"
        )
    assert compared > CASES / 10
