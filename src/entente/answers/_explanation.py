"""Why a verdict is what it is: every deadline, report, condition and record that bears on it.

An explanation is made from the same case and the same rules as the verdict.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from entente._safe import html_text, single_line
from entente._text import either, join_words, words_of
from entente.answers._case import Case, Coming, Heard, Side, done
from entente.answers._days import EVER
from entente.answers._remarks import Remark, Why
from entente.answers._rules import (
    World,
    deadlines,
)
from entente.answers._time_words import WordedTime, worded_due, worded_runs
from entente.answers._verdict import (
    Verdict,
    done_by_all,
    judge,
    of_all,
    turning_days,
    worlds_of,
)
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Anchor, Citation, Condition, Report
from entente.records._rule_words import rule_text
from entente.records._vocabulary import (
    CommitmentKind,
    LinkKind,
    ReportedStatus,
    Schedule,
)
from entente.records._wording import (
    NameOf,
    condition_text,
    date_text,
    day_text,
    passages_text,
)
from entente.values import _edtf as edtf
from entente.values._period import Period
from entente.values._truth import Truth

Bearing: TypeAlias = Literal[
    "deadline", "runs", "recurrence", "report", "condition", "record"
]
"""What a ground is: a deadline, the time for which the promise runs, the rule by which it recurs, a
report, a condition, or another record."""


@frozen(kw_only=True)
class DutyDays:
    """The rule of a duty, the day on which it last fell due before another, and the next from that one on."""

    rule: str
    last: datetime.date | None
    next: datetime.date | None


@frozen(kw_only=True)
class Ground:
    """One thing that bears on a verdict, in words, with the passages that say so.

    Its `kind` is ``deadline``, ``runs``, ``recurrence``, ``report``, ``condition`` or ``record``. It is
    `taken` into account, or set aside for the reason in `why`; MAYBE if that depends on how
    vague dates turn out, or on what a report means. `record` is the id of another record, such as the
    meeting that kept a promise.

    The same as values, for whoever words it otherwise: `date` is a deadline or a time, None if it is
    counted from a date that is not on record; `of` is the report with the `side` that it was read
    for, the condition, what a time is counted from, the days of a duty that recurs, or what another
    record does to the promise, of which a part has no word.

    >>> import entente
    >>> dossier = entente.example("promises-kept")
    >>> status = dossier.status("atlantic-council-to-meet", on="2024-06-01", as_known="2024-02-15")
    >>> report = status.explain().grounds[1]
    >>> report.kind, report.taken, report.why
    ('report', <Truth.NO>, 'it was not known yet')
    """

    kind: Bearing
    text: str
    taken: Truth
    remark: Remark | None = None
    date: Period | None = None
    of: Report | Condition | Anchor | DutyDays | LinkKind | None = None
    side: Side | None = None
    record: str | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def why(self) -> str | None:
        """Why it is taken into account, or not, or only perhaps."""
        return None if self.remark is None else str(self.remark)

    def __str__(self) -> str:
        text = f"{self.kind}: {self.text}"
        if self.why is not None:
            text += f" ({self.why})"
        passages = passages_text(self.citations)
        return f"{text} [{passages}]" if passages else text


@frozen(kw_only=True)
class Explanation:
    """Why a promise has a verdict on a day. Printed, it is a text of a few lines.

    `reasons` are the rules that applied. If the verdict is unknown because different ones are possible,
    the first reason says so, and `possible` are these. `grounds` are all that bears on it, also what
    was set aside. `changes_on` is the next day on which the verdict would change if nothing else
    became known, and `changes_to` to what; None if it would stay. The days of a duty that recurs are
    not looked at for that, whether it is this promise or one on which this promise depends.
    `by_party` has an explanation for each of several who promised; what is so of all of them in the
    same way is that of the whole, too.

    >>> import entente
    >>> dossier = entente.example("promises-kept")
    >>> status = dossier.status("atlantic-council-to-meet", on="2024-06-01", as_known="2024-02-15")
    >>> why = status.explain()
    >>> why.schedule.value, why.reasons
    ('not_due', ('its time has not begun',))
    >>> str(why.changes_on), why.changes_to.value
    ('2024-06-08', 'due')
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
        who = "" if self.party is None else f" for {self.party}"
        known = (
            ""
            if self.as_known is None
            else f", as known on {day_text(self.as_known)}"
        )
        head = f"{self.commitment}{who} on {day_text(self.on)}{known}"
        # No text of a record may look like a line of the explanation.
        return "\n".join(map(single_line, _lines(self, head)))

    def _repr_html_(self) -> str:
        return (
            f'<pre style="white-space:pre-wrap">{html_text(str(self))}</pre>'
        )


def _lines(explanation: Explanation, head: str) -> Iterator[str]:
    yield f"{head}: {words_of(explanation.schedule)}"
    yield from (f"  {reason}" for reason in because(explanation))
    for ground in explanation.grounds:
        yield f"  {ground}"
    if (
        explanation.changes_on is not None
        and explanation.changes_to is not None
    ):
        word = words_of(explanation.changes_to)
        day = day_text(explanation.changes_on)
        yield f"  from {day} on the verdict would be {word}"
    for party, one in explanation.by_party.items():
        # What is so of all of them in the same way is said once.
        if one == evolve(explanation, party=party, by_party={}):
            return
        yield from (f"  {line}" for line in _lines(one, f"for {party}"))


def because(explanation: Explanation) -> Iterator[str]:
    """Yield the rules that applied, and the verdicts that are possible if it is unknown."""
    first, *others = explanation.reasons
    yield f"because {first}"
    for reason in others:
        yield f"{'perhaps' if explanation.possible else 'or because'} {reason}"
    if explanation.possible:
        words = either([words_of(each) for each in explanation.possible])
        yield f"so the verdict may be {words}"


def explain(
    cases: Sequence[Case],
    index: RecordIndex,
    day: int,
    known_on: int | None,
    *,
    of: str | None,
    name_of: NameOf,
) -> Explanation:
    """Return why a verdict is what it is, for one promisor or for several.

    `of` is the party that was asked about.
    """
    each = [_explain(case, index, day, known_on, name_of) for case in cases]
    if len(each) == 1:
        return evolve(each[0], party=of)
    by_party = {str(one.party): one for one in each}
    first = each[0]
    if all(evolve(one, party=first.party) == first for one in each):
        return evolve(first, party=of, by_party=by_party)
    word = of_all(one.schedule for one in each)
    parties = [str(one.party) for one in each if one.schedule is word]
    named = (
        "all who promised"
        if len(parties) == len(each)
        else join_words([name_of(party) for party in parties])
    )
    changes_on, changes_to = _next_change(cases, index, day, known_on, word)
    return Explanation(
        commitment=first.commitment,
        on=first.on,
        as_known=first.as_known,
        party=of,
        schedule=word,
        reasons=(f"that is so of {named}",),
        changes_on=changes_on,
        changes_to=changes_to,
        by_party=by_party,
    )


def _explain(
    case: Case,
    index: RecordIndex,
    day: int,
    known_on: int | None,
    name_of: NameOf,
) -> Explanation:
    verdict = judge(case, index, day, known_on, whole=True)
    changes_on, changes_to = _next_change(
        (case,), index, day, known_on, verdict.word
    )
    moment = _Moment(case, index, day, known_on, name_of)
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
        grounds=(
            *_deadlines(moment, verdict),
            *_runs(moment),
            *_recurrence(moment),
            *[
                _of_report(each, moment)
                for each in case.heard
                if not each.is_alternative
            ],
            *_conditions(moment),
            *_records(moment),
        ),
        changes_on=changes_on,
        changes_to=changes_to,
    )


def _next_change(
    cases: Sequence[Case],
    index: RecordIndex,
    day: int,
    known_on: int | None,
    now: Schedule,
) -> tuple[datetime.date, Schedule] | tuple[None, None]:
    """Return the next day on which a verdict changes, and to what."""
    days = {
        each
        for case in cases
        for each in turning_days(case, index)
        # The last day of the calendar is no day on which anything changes.
        if day < each < edtf.LAST_DAY
    }
    for each in sorted(days):
        word = of_all(
            judge(case, index, each, known_on).word for case in cases
        )
        if word is not now:
            return datetime.date.fromordinal(each), word
    return None, None


# --- what bears on it --------------------------------------------------------------------------


@frozen(eq=False)
class _Moment:
    """A case on a day, as it was known on a day, and what gives the words for an id."""

    case: Case
    index: RecordIndex
    day: int
    known_on: int | None
    name_of: NameOf

    def worlds_with(self, reports: Sequence[Heard]) -> Sequence[World]:
        """Return the worlds that differ if nothing bears on the case but these reports.

        There is none if they would be too many.
        """
        counted = {id(each.report) for each in reports}
        bare = evolve(
            self.case,
            # An alternative follows the report of which it is another reading.
            heard=tuple(
                each for each in self.case.heard if id(each.report) in counted
            ),
            kept_by=(),
            parts=(),
            replaced_by=(),
            conditions=(),
        )
        return worlds_of(bare, self.index, self.day, self.known_on)

    def is_doubtful(self, heard: Heard) -> bool:
        """Tell whether a report may be the word of somebody else, a minister out of office."""
        return any(
            each.is_alternative and each.report is heard.report
            for each in self.case.heard
        )


_Weight: TypeAlias = "tuple[Truth, Remark | None]"
"""Whether something is taken into account, and why not or not for certain."""


# --- deadlines and times -----------------------------------------------------------------------


def _deadlines(moment: _Moment, verdict: Verdict) -> Iterator[Ground]:
    """Yield each deadline that was set by then, in the order in which they were set."""
    commitment = moment.case.commitment
    found = list(_deadlines_set(moment, verdict))
    for ground in found:
        if commitment.recurrence is not None:
            yield evolve(ground, taken=Truth.NO, remark=Remark(Why.RECURS))
        elif len(found) == 1 and ground.taken is Truth.YES:
            yield evolve(ground, remark=None)
        else:
            yield ground


def _deadlines_set(moment: _Moment, verdict: Verdict) -> Iterator[Ground]:
    case = moment.case
    # What is done was due by the deadline of that day, whatever was set later.
    until = max(moment.day if each is None else each for each in verdict.done)
    moves = _moves(moment)
    worlds = moment.worlds_with([heard for heard, _ in moves])
    first = worded_due(case.commitment, moment.index, moment.name_of)
    if first is not None:
        taken = _in_force(case.due, worlds, until)
        anchor = case.commitment.due_from
        yield Ground(
            kind="deadline",
            text=_time_text(first),
            taken=taken,
            remark=Remark(_FORCE[taken]),
            date=first.date or case.commitment.due,
            of=anchor,
            record=None if anchor is None else anchor.record,
            citations=case.commitment.citations,
        )
    for heard, due in moves:
        taken = _in_force(due, worlds, until)
        why = _FORCE[taken]
        if taken is Truth.NO and heard.dated[0][0] > until:
            why = Why.SET_AFTER_IT_WAS_DONE
        if taken is Truth.NO and _is_too_late(heard, worlds):
            why = Why.SET_TOO_LATE
        yield Ground(
            kind="deadline",
            text=date_text(due),
            taken=taken,
            remark=Remark(why),
            date=due,
            citations=heard.report.citations,
        )


_FORCE: Final = {
    Truth.YES: Why.IN_FORCE,
    Truth.MAYBE: Why.PERHAPS_IN_FORCE,
    Truth.NO: Why.MOVED,
}


def _moves(moment: _Moment) -> list[tuple[Heard, Period]]:
    """Return the reports by which whoever promised set a deadline by then, the earliest first."""
    found = [
        (heard, heard.report.due)
        for heard in moment.case.heard
        if heard.own
        and heard.report.due is not None
        and _has_come(heard, moment)[0] is not Truth.NO
    ]
    return sorted(found, key=lambda each: each[0].dated[0][0])


def _in_force(due: Period | None, worlds: Sequence[World], day: int) -> Truth:
    in_force = [deadlines(world, day) for world in worlds]
    # Worlds that are too many to try leave it open.
    if not in_force:
        return Truth.MAYBE
    return Truth.of(
        possible=any(due in each for each in in_force),
        certain=all(each == [due] for each in in_force),
    )


def _is_too_late(heard: Heard, worlds: Sequence[World]) -> bool:
    """Tell whether the deadline before was over in every world when a report set another."""
    return bool(worlds) and all(
        heard.report.due not in deadlines(world, moved_on)
        for world in worlds
        for moved_on, each in world.reports
        if each is heard
    )


def _time_text(time: WordedTime) -> str:
    if time.waits:
        return f"{time.text}, which waits for a date that is not on record"
    return time.text


def _runs(moment: _Moment) -> Iterator[Ground]:
    """Yield the time for which the promise runs, which counts if no deadline does."""
    case, commitment = moment.case, moment.case.commitment
    runs = worded_runs(commitment, moment.index, moment.name_of)
    if runs is None:
        return
    anchor = commitment.runs_from
    is_due = (
        commitment.kind is not CommitmentKind.PROHIBITION
        and commitment.recurrence is None
        and any(_has_last_day(due) for due in case.deadlines)
    )
    yield Ground(
        kind="runs",
        text=_time_text(runs),
        taken=Truth.NO if is_due else Truth.YES,
        remark=Remark(Why.HAS_DEADLINE) if is_due else None,
        date=runs.date or commitment.runs,
        of=anchor,
        record=None if anchor is None else anchor.record,
        citations=commitment.citations,
    )


def _has_last_day(due: Period) -> bool:
    return edtf.read(due.edtf).deadline.kind is not edtf.End.OPEN


def _recurrence(moment: _Moment) -> Iterator[Ground]:
    """Yield the rule by which a duty recurs, with the days before and after."""
    commitment = moment.case.commitment
    if commitment.recurrence is None:
        return
    (world,) = moment.worlds_with(())
    days = world.occurrences or ()
    past = [each for each in days if each < moment.day]
    ahead = [each for each in days if each >= moment.day]
    last = _day(past[-1]) if past else None
    following = _day(ahead[0]) if ahead else None
    texts = [rule_text(commitment.recurrence)]
    if last is not None:
        texts.append(f"last due on {day_text(last)}")
    if following is not None:
        texts.append(f"next due on {day_text(following)}")
    yield Ground(
        kind="recurrence",
        text=", ".join(texts),
        taken=Truth.YES,
        of=DutyDays(rule=commitment.recurrence, last=last, next=following),
        citations=commitment.citations,
    )


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)


# --- reports -----------------------------------------------------------------------------------


def _of_report(heard: Heard, moment: _Moment) -> Ground:
    report = heard.report
    texts = [
        words_of(report.status),
        date_text(report.on),
        f"{heard.side} by {moment.name_of(report.by)}",
    ]
    if report.of is not None:
        texts.append(f"about {moment.name_of(report.of)}")
    if report.due is not None:
        texts.append(f"new deadline: {date_text(report.due)}")
    if report.known is not None:
        texts.append(f"known since {date_text(report.known)}")
    taken, remark = _weigh(heard, moment)
    return Ground(
        kind="report",
        text=", ".join(texts),
        taken=taken,
        remark=remark,
        of=report,
        side=heard.side,
        citations=report.citations,
    )


def _weigh(heard: Heard, moment: _Moment) -> _Weight:
    """Return whether a report is taken into account, and why not or not for certain."""
    come = _has_come(heard, moment)
    if come[0] is Truth.NO:
        return come
    promisor = moment.case.promisor
    outweighed = _is_outweighed(heard, moment)
    if not heard.own and heard.report.status in _CHANGES:
        return Truth.NO, Remark(_CHANGES[heard.report.status])
    if outweighed is Truth.YES:
        return Truth.NO, Remark(Why.ONE_ALONE, promisor)
    if come[0] is Truth.MAYBE:
        return come
    if outweighed is Truth.MAYBE:
        return Truth.MAYBE, Remark(Why.PERHAPS_ONE_ALONE, promisor)
    if not heard.certain:
        return Truth.MAYBE, Remark(Why.NOT_SAID_OF_WHOM, promisor)
    if heard.report.status in _CHANGES and moment.is_doubtful(heard):
        return Truth.MAYBE, _out_of_office(heard)
    return Truth.YES, _move_aside(heard, moment)


_CHANGES: Final = {
    ReportedStatus.MODIFIED: Why.NOT_THEIRS_TO_CHANGE,
    ReportedStatus.WITHDRAWN: Why.NOT_THEIRS_TO_GIVE_UP,
    ReportedStatus.SUPERSEDED: Why.NOT_THEIRS_TO_REPLACE,
}


def _out_of_office(heard: Heard) -> Remark:
    return Remark(Why.PERHAPS_OUT_OF_OFFICE, heard.report.by)


def _move_aside(heard: Heard, moment: _Moment) -> Remark | None:
    """Return why the deadline that a report sets does not count, if it sets one."""
    if heard.report.due is None:
        return None
    if not heard.own:
        return Remark(Why.NOT_THEIRS_TO_MOVE)
    moves = [each for each, _ in _moves(moment)]
    if _is_too_late(heard, moment.worlds_with(moves)):
        return Remark(Why.DEADLINE_STAYS)
    if moment.is_doubtful(heard):
        return _out_of_office(heard)
    return None


def _has_come(heard: Heard, moment: _Moment) -> _Weight:
    """Return whether what is reported was so by then and known by then, and if not, why."""
    days = (heard.dated[0][0], heard.dated[-1][1])
    known = days
    if heard.known is not None:
        known = (heard.known[0][0], heard.known[-1][1])
        # It was not known before it was so, unless its two dates contradict each other.
        if known[0] < days[0] <= known[1]:
            known = (days[0], known[1])
    return _by_then(days, known, moment)


def _by_then(
    days: tuple[int, int], known: tuple[int, int], moment: _Moment
) -> _Weight:
    """Compare the first and last day of something, and of when it was known, with a moment."""
    known_on = edtf.LAST_DAY if moment.known_on is None else moment.known_on
    if days[0] > moment.day:
        return Truth.NO, Remark(Why.LATER)
    if known[0] > known_on:
        return Truth.NO, Remark(Why.NOT_KNOWN_YET)
    if days[1] > moment.day:
        return Truth.MAYBE, Remark(Why.PERHAPS_LATER)
    if known[1] > known_on:
        return Truth.MAYBE, Remark(Why.PERHAPS_NOT_KNOWN_YET)
    return Truth.YES, None


_ALWAYS_TAKEN: Final = frozenset(
    {ReportedStatus.COMPLETED, ReportedStatus.BREACHED}
)
"""What is so of all is so of each of them."""


def _is_outweighed(heard: Heard, moment: _Moment) -> Truth:
    """Tell whether a report on several says nothing, since there is one on this promisor alone."""
    if heard.exact or heard.report.status in _ALWAYS_TAKEN:
        return Truth.NO
    exact = [
        (each, _has_come(each, moment)[0])
        for each in moment.case.heard
        if each.exact and each.report.status not in _CHANGES
    ]
    return Truth.of(
        possible=any(come.possible for _, come in exact),
        certain=any(
            come.certain
            and (each.report.of is not None or not moment.is_doubtful(each))
            for each, come in exact
        ),
    )


# --- conditions and other records --------------------------------------------------------------


def _conditions(moment: _Moment) -> Iterator[Ground]:
    for condition, coming in moment.case.conditions:
        taken, remark = _came(coming, moment)
        if taken is Truth.YES:
            remark = Remark(Why.MET)
        yield Ground(
            kind="condition",
            text=condition_text(condition, moment.name_of),
            taken=taken,
            remark=remark,
            of=condition,
            record=condition.waits_for,
            citations=condition.citations,
        )


def _records(moment: _Moment) -> Iterator[Ground]:
    case = moment.case
    bearing = [
        *[(LinkKind.FULFILS, each) for each in case.kept_by],
        *[(LinkKind.SUPERSEDES, each) for each in case.replaced_by],
        *[(None, done(each)) for each in case.parts],
    ]
    named = [
        (each.record, link, each)
        for link, each in bearing
        if each.record is not None
    ]
    for record, link, coming in named:
        taken, remark = _came(coming, moment)
        yield Ground(
            kind="record",
            text=f"{moment.name_of(record.id)} {_DOES[link]}",
            taken=taken,
            remark=remark,
            of=link,
            record=record.id,
            citations=record.citations,
        )


_DOES: Final = {
    LinkKind.FULFILS: "fulfils it",
    LinkKind.SUPERSEDES: "supersedes it",
    None: "is a part of it",
}


def _came(coming: Coming, moment: _Moment) -> _Weight:
    """Return whether something came by then, and if not for certain, why."""
    if coming.reason is not None:
        return Truth.NO, Remark(coming.reason)
    if coming.promise is not None:
        return _was_done(coming.promise, moment)
    if coming.days == EVER:
        return Truth.MAYBE, Remark(Why.DAY_NOT_KNOWN)
    days = (coming.days[0][0], coming.days[-1][1])
    taken, remark = _by_then(days, days, moment)
    if taken is Truth.YES and not coming.certain:
        return Truth.MAYBE, Remark(Why.FIGURES_IN_DOUBT)
    return taken, remark


def _was_done(promise: Commitment, moment: _Moment) -> _Weight:
    days = done_by_all(promise, moment.index, moment.day, moment.known_on)
    if None not in days:
        return Truth.YES, None
    if len(days) == 1:
        return Truth.NO, Remark(Why.NOT_DONE)
    return Truth.MAYBE, Remark(Why.PERHAPS_NOT_DONE)
