"""Why a verdict is what it is: every deadline, report, condition and record that bears on it.

An explanation is made from the same case and the same rules as the verdict. It works nothing out
again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from entente._text import words_of
from entente.answers._case import Case, Coming, Heard, done
from entente.answers._rules import has_lapsed, is_given_up
from entente.answers._verdict import (
    Verdict,
    done_by_all,
    judge,
    of_all,
    turning_days,
)
from entente.records._index import RecordIndex
from entente.records._parts import Citation
from entente.records._vocabulary import Schedule
from entente.records._wording import condition_text, counted_text, date_text
from entente.values._truth import Truth

Bearing: TypeAlias = Literal["deadline", "report", "condition", "record"]


@frozen(kw_only=True)
class Ground:
    """One thing that bears on a verdict, in words, with the passages that say so.

    It is `taken` into account, or set aside for the reason in `why`; MAYBE if that depends on how
    vague dates turn out. `record` is the id of another record, such as the meeting that kept a promise.
    """

    kind: Bearing
    text: str
    taken: Truth
    why: str | None = None
    record: str | None = None
    citations: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Explanation:
    """Why a promise has a verdict on a day. Printed, it is a text of a few lines.

    `reasons` are the rules that applied; if the verdict is unknown because dates are vague,
    `possible` are the words that they may come to. `grounds` are all that bears on it, also what was
    set aside. `changes_on` is the next day on which the verdict would change if nothing else became
    known, and `changes_to` to what; None if it would stay. `by_party` has an explanation for each
    of several who promised.
    """

    commitment: str
    on: datetime.date
    as_known: datetime.date | None
    party: str | None
    schedule: Schedule
    reasons: tuple[str, ...]
    possible: tuple[Schedule, ...] = ()
    grounds: tuple[Ground, ...] = ()
    changes_on: datetime.date | None = None
    changes_to: Schedule | None = None
    by_party: Mapping[str, Explanation] = field(factory=dict, hash=False)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        each = tuple(self.by_party.values())
        # What is so of all of them in the same way is said once.
        if each and all(
            evolve(one, party=None) == evolve(each[0], party=None)
            for one in each
        ):
            yield from evolve(each[0], party=None)._lines()
            return
        known = (
            "" if self.as_known is None else f", as known on {self.as_known}"
        )
        who = "" if self.party is None else f", {self.party}"
        yield f"{self.commitment}{who}: {words_of(self.schedule)} on {self.on}{known}"
        for reason in self.reasons:
            yield f"  because {reason}"
        if self.possible:
            words = " or ".join(map(words_of, self.possible))
            yield f"  it may be {words}"
        for ground in self.grounds:
            yield f"  {_ground_text(ground)}"
        if self.changes_on is not None and self.changes_to is not None:
            word = words_of(self.changes_to)
            yield f"  from {self.changes_on} on it would be {word}"
        for explanation in each:
            yield from (f"  {line}" for line in explanation._lines())


def _ground_text(ground: Ground) -> str:
    text = f"{ground.kind}: {ground.text}"
    if ground.why is not None:
        text += f" ({ground.why})"
    passages = dict.fromkeys(map(_passage, ground.citations))
    return f"{text} [{'; '.join(passages)}]" if passages else text


def _passage(citation: Citation) -> str:
    places = [
        f"{name} {place}"
        for name, place in (
            ("paragraph", citation.paragraphs),
            ("line", citation.lines),
            ("character", citation.characters),
        )
        if place is not None
    ]
    return ", ".join([citation.source, *places[:1]])


def explain(
    cases: Sequence[Case], index: RecordIndex, day: int, known_on: int | None
) -> dict[str | None, Explanation]:
    """Return the explanation for each of those who promised, by party."""
    return {
        case.promisor: _explain(case, index, day, known_on) for case in cases
    }


def of_several(each: Mapping[str | None, Explanation]) -> Explanation:
    """Return the explanation of what several promised: that of each of them."""
    by_party = {str(party): one for party, one in each.items()}
    one = next(iter(by_party.values()))
    word = of_all(one.schedule for one in by_party.values())
    parties = [
        party for party, one in by_party.items() if one.schedule is word
    ]
    named = (
        "all of them" if len(parties) == len(by_party) else ", ".join(parties)
    )
    return Explanation(
        commitment=one.commitment,
        on=one.on,
        as_known=one.as_known,
        party=None,
        schedule=word,
        reasons=(f"that is so of {named}",),
        by_party=by_party,
    )


def _explain(
    case: Case, index: RecordIndex, day: int, known_on: int | None
) -> Explanation:
    verdict = judge(case, index, day, known_on, whole=True)
    change = _next_change(case, index, day, known_on, verdict)
    grounds = (
        *_deadlines(case, day, known_on),
        *[
            _of_report(each, case, day, known_on)
            for each in case.heard
            if not each.is_alternative
        ],
        *_conditions(case, index, day, known_on),
        *_records(case, index, day, known_on),
    )
    return Explanation(
        commitment=case.commitment.id,
        on=datetime.date.fromordinal(day),
        as_known=None
        if known_on is None
        else datetime.date.fromordinal(known_on),
        party=case.promisor,
        schedule=verdict.word,
        reasons=tuple(rule.value for rule in verdict.rules),
        possible=verdict.possible if len(verdict.possible) > 1 else (),
        grounds=grounds,
        changes_on=None if change is None else change[0],
        changes_to=None if change is None else change[1],
    )


def _next_change(
    case: Case,
    index: RecordIndex,
    day: int,
    known_on: int | None,
    verdict: Verdict,
) -> tuple[datetime.date, Schedule] | None:
    for each in sorted(turning_days(case, index)):
        if each <= day:
            continue
        word = judge(case, index, each, known_on).word
        if word is not verdict.word:
            return datetime.date.fromordinal(each), word
    return None


# --- what bears on it --------------------------------------------------------------------------


def _deadlines(case: Case, day: int, known_on: int | None) -> Iterator[Ground]:
    commitment = case.commitment
    if case.due is None:
        return
    text = date_text(case.due)
    if commitment.due_from is not None and case.due is not commitment.due:
        text += f", {counted_text(commitment.due_from)}"
    yield Ground(
        kind="deadline",
        text=text,
        taken=Truth.YES,
        citations=commitment.citations,
    )


_SET_ASIDE: Final = Truth.NO
_OPEN: Final = Truth.MAYBE


def _of_report(
    heard: Heard, case: Case, day: int, known_on: int | None
) -> Ground:
    report = heard.report
    text = f"{words_of(report.status)} {date_text(report.on)} by {report.by}"
    if report.of is not None:
        text += f", of {report.of}"
    if report.due is not None:
        text += f", new deadline {date_text(report.due)}"
    taken, why = _weigh(heard, case, day, known_on)
    return Ground(
        kind="report",
        text=f"{text}, {heard.side}",
        taken=taken,
        why=why,
        citations=report.citations,
    )


def _weigh(
    heard: Heard, case: Case, day: int, known_on: int | None
) -> tuple[Truth, str | None]:
    """Return whether a report is taken into account, and why not or not for certain."""
    known = heard.known or heard.days
    first, last = heard.days[0][0], heard.days[-1][1]
    if first > day:
        return _SET_ASIDE, "it is of a later day"
    if known_on is not None and known[0][0] > known_on:
        return _SET_ASIDE, "it was not known yet"
    if is_given_up(heard.report) and not heard.own:
        return _SET_ASIDE, "only those who promised can give it up"
    if last > day:
        return _OPEN, "it may be of a later day"
    if known_on is not None and known[-1][1] > known_on:
        return _OPEN, "it may not have been known yet"
    if not heard.certain:
        return _OPEN, f"it does not say whether {case.promisor} has done it"
    if heard.report.due is not None:
        return _weigh_move(heard, case)
    return Truth.YES, None


def _weigh_move(heard: Heard, case: Case) -> tuple[Truth, str | None]:
    if not heard.own:
        return Truth.YES, "only those who promised can move the deadline"
    earlier = [
        each
        for each in case.heard
        if each.own
        and each.report.due is not None
        and each.days[-1][1] < heard.days[0][0]
    ]
    due = case.due
    for each in sorted(earlier, key=lambda one: one.days[0][0]):
        if not has_lapsed(each.days[0][0], due):
            due = each.report.due
    if has_lapsed(heard.days[0][0], due):
        return Truth.YES, "the deadline before it was over, and stays"
    return Truth.YES, None


def _conditions(
    case: Case, index: RecordIndex, day: int, known_on: int | None
) -> Iterator[Ground]:
    for condition, coming in case.conditions:
        taken, why = _came(coming, index, day, known_on)
        yield Ground(
            kind="condition",
            text=condition_text(condition),
            taken=taken,
            why=why,
            record=condition.waits_for,
            citations=condition.citations,
        )


def _records(
    case: Case, index: RecordIndex, day: int, known_on: int | None
) -> Iterator[Ground]:
    bearing = [
        *[("fulfils it", each) for each in case.kept_by],
        *[("supersedes it", each) for each in case.replaced_by],
        *[("is a part of it", done(each)) for each in case.parts],
    ]
    for does, coming in bearing:
        taken, why = _came(coming, index, day, known_on)
        record = coming.record
        if record is None:
            continue
        yield Ground(
            kind="record",
            text=f"{record.id} {does}",
            taken=taken,
            why=why,
            record=record.id,
            citations=record.citations,
        )


def _came(
    coming: Coming, index: RecordIndex, day: int, known_on: int | None
) -> tuple[Truth, str | None]:
    """Return whether something came by a day, and if not for certain, why."""
    if coming.reason is not None:
        return Truth.NO, coming.reason
    horizon = day if known_on is None else min(day, known_on)
    if coming.promise is not None:
        days = done_by_all(coming.promise, index, day, known_on)
        came = {each is not None and each <= horizon for each in days}
    else:
        came = {each <= horizon for run in coming.days for each in run}
    if not coming.certain:
        came.add(False)
    if came == {True}:
        return Truth.YES, None
    if came == {False}:
        return Truth.NO, "it has not come by then"
    return Truth.MAYBE, "it may not have come by then"
