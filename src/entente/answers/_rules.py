"""The rules of verdicts, once every date is known.

A `World` is one way in which the dates may turn out. In a world each report and each other record
that bears on a promise has come on one day, or has not come yet. The rules are asked in this order:

1. Was it broken?
2. Is it done, and by when was it due?
3. Was it lifted before it was missed?
4. Does it wait for a condition?
5. What does its kind, or the calendar, say?

`docs/explanation/what-became-of-it.md` explains them; change the page first.
"""

from __future__ import annotations

import datetime
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
    Set as AbstractSet,
)
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from entente.answers._case import Case, Heard
from entente.answers._days import NEVER, SomeDays
from entente.records._vocabulary import (
    CommitmentKind,
    ReportedStatus,
    Schedule,
)
from entente.values import _edtf as edtf
from entente.values._period import Period


class Reason(Enum):
    """Why a verdict is what it is: the rule that applied, in a sentence."""

    BROKEN = "it is reported as broken, and nobody denies that"
    BREACH_DENIED = "it is reported as broken, and somebody denies that"
    DONE_DISPUTED = "one says that it is done, and another that it is not"
    DONE_IN_TIME = "it was done by the last day of its time"
    DONE_LATE = "it was done after the last day of its time"
    DONE_ON_UNSURE_DEADLINE = (
        "it is done, and nobody can say by when it was due"
    )
    DONE_BEFORE_IT_BOUND = (
        "it was done late, and what it depended on had not come in time"
    )
    LIFTED = (
        "whoever promised gave it up, or replaced it, while there was time"
    )
    WAITS = "what it depends on has not come, as far as the record shows"
    CAME_LATE = (
        "its time is over, and what it depended on had not come in time"
    )
    NO_DEADLINE = "it has no deadline"
    IN_WORDS = (
        "its deadline is in words only, and nobody can say when it is over"
    )
    IN_DOUBT = "its deadline is in doubt"
    NOT_BEGUN = "its time has not begun"
    IN_TIME = "there is still time"
    OVER = "its time is over, and nobody reports it done"
    RUNS = "the time for which it runs has begun, and is not over"
    RAN_OUT = "the time for which it ran is over"
    ENDS_SOME_DAY = "it has no deadline, and nobody says how long it lasts"
    RUNS_IN_DOUBT = "nobody can say whether it runs"
    KEPT = "nobody reports that it was broken"
    NOT_COUNTED = (
        "its days cannot be counted, since it begins on no definite day"
    )
    MAYBE_LATE = "it may have been done late, or for the time after"
    DATES = "it depends on how vague dates turn out, or on whom a report means"
    TOO_MANY_WORLDS = "its dates may turn out in too many ways to try"


class Outcome(NamedTuple):
    """A verdict in one world, the rule behind it, and the days on which it may have been done.

    If it may not be done, None is among these.
    """

    word: Schedule
    rule: Reason
    done: SomeDays = NEVER


@frozen(eq=False)
class World:
    """One way in which the dates may turn out, until a day.

    `reports` are those that have come, `kept` the days on which something fulfilled the promise,
    `replaced` those on which another took its place. `bound` is the day by which all that it
    depends on had come, None if that has not. `occurrences` are the days of a recurring duty until
    the next one, None if they cannot be counted; after the day `sure_until` it may be over.
    """

    case: Case
    reports: Sequence[tuple[int, Heard]]
    kept: Sequence[int] = ()
    replaced: Sequence[int] = ()
    bound: int | None = edtf.FIRST_DAY
    occurrences: Sequence[int] | None = None
    sure_until: int = edtf.LAST_DAY


def outcomes(world: World, day: int) -> Iterator[Outcome]:
    """Yield the verdict in a world by a day; more than one if what is reported leaves it open."""
    commitment = world.case.commitment
    is_prohibition = commitment.kind is CommitmentKind.PROHIBITION
    is_recurring = commitment.recurrence is not None and not is_prohibition
    # Of many promises nothing is reported.
    if not (world.reports or world.kept or is_recurring):
        yield from _open(world, day)
        return
    words = _words(_exact(world.reports))
    done, is_disputed = _done(world.kept, words)
    broken = _broken(words, is_prohibition=is_prohibition)
    if broken is Schedule.BREACHED:
        yield Outcome(broken, Reason.BROKEN)
    elif broken is not None:
        yield Outcome(broken, Reason.BREACH_DENIED, done | NEVER)
    elif is_recurring:
        yield from _recurring(world, day)
    elif is_disputed:
        yield Outcome(Schedule.UNKNOWN, Reason.DONE_DISPUTED, done | NEVER)
    elif done:
        yield from _when_done(world, done, day)
    else:
        yield from _open(world, day)


# --- what each reporter says -------------------------------------------------------------------

_ACTS: Final = frozenset(
    {
        ReportedStatus.MODIFIED,
        ReportedStatus.WITHDRAWN,
        ReportedStatus.SUPERSEDED,
    }
)
"""What somebody does to a promise, which does not say whether it is done."""

_GIVEN_UP: Final = frozenset(
    {ReportedStatus.WITHDRAWN, ReportedStatus.SUPERSEDED}
)

_CHANGES: Final = _GIVEN_UP | {ReportedStatus.MODIFIED}

_LAST_OF_A_DAY: Final = {
    ReportedStatus.MODIFIED: 1,
    ReportedStatus.WITHDRAWN: 1,
    ReportedStatus.SUPERSEDED: 1,
    ReportedStatus.COMPLETED: 2,
}
"""In the course of one day a thing is begun first, then given up, then done."""

_Dated: TypeAlias = "tuple[int, ReportedStatus]"


def in_order(reports: Sequence[tuple[int, Heard]]) -> list[_Dated]:
    """Return what some reports say, in the order in which it came to be so."""
    dated = [(day, heard.report.status) for day, heard in reports]
    return sorted(
        dated, key=lambda each: (each[0], _LAST_OF_A_DAY.get(each[1], 0))
    )


@frozen(eq=False)
class _Word:
    """What one reporter says: all that it observed, in the order in which it came to be so."""

    observed: Sequence[_Dated]

    @property
    def status(self) -> ReportedStatus:
        """The last that it observed."""
        return self.observed[-1][1]

    @property
    def day(self) -> int:
        """The day of its last observation."""
        return self.observed[-1][0]

    def days_of(self, *statuses: ReportedStatus) -> set[int]:
        """Return the days of which it says one of some things."""
        return {day for day, status in self.observed if status in statuses}

    @property
    def run(self) -> list[int]:
        """The days of its last reports of completion, with no other word in between."""
        done = self.days_of(ReportedStatus.COMPLETED)
        days: list[int] = []
        for day, status in reversed(self.observed):
            if status is ReportedStatus.COMPLETED:
                days.append(day)
            # What was broken on the day on which it was done may have been so before or after.
            elif status is not ReportedStatus.BREACHED or day not in done:
                break
        return days[::-1]

    def breach(self, *, is_prohibition: bool) -> int | None:
        """Return the last day of which it says that the promise was broken, if that still holds.

        What was forbidden and done stays done. Any other promise can still be kept.
        """
        days = self.days_of(ReportedStatus.BREACHED)
        if not days:
            return None
        last = max(days)
        if last == self.day:
            return last
        kept = self.days_of(ReportedStatus.COMPLETED)
        is_taken_back = any(day > last for day in kept)
        return last if is_prohibition and not is_taken_back else None

    def is_torn(self, day: int) -> bool:
        """Tell whether it says several things of one day."""
        return (
            len({status for each, status in self.observed if each == day}) > 1
        )


_OPPOSITES: Final = frozenset(
    {ReportedStatus.COMPLETED, ReportedStatus.BREACHED}
)


def _exact(
    reports: Sequence[tuple[int, Heard]],
) -> Sequence[tuple[int, Heard]]:
    """Leave out what was said of several together if there is a word on the one.

    That all are on their way says nothing of one that is done. That all are done does.
    """
    observed = [each for _, each in reports if each.report.status not in _ACTS]
    # Of most promises there is one promisor, and all is said of that one.
    if all(each.exact for each in observed) or not any(
        each.exact for each in observed
    ):
        return reports
    return [
        (day, heard)
        for day, heard in reports
        if heard.exact or heard.report.status in _OPPOSITES
    ]


def _words(reports: Sequence[tuple[int, Heard]]) -> Mapping[str, _Word]:
    """Return what each reporter says of whether it is done, by reporter."""
    by_reporter: dict[str, list[tuple[int, Heard]]] = {}
    for day, heard in reports:
        if heard.report.status not in _ACTS:
            for reporter in heard.reporters:
                by_reporter.setdefault(reporter, []).append((day, heard))
    return {
        reporter: _Word(in_order(given))
        for reporter, given in by_reporter.items()
    }


# --- 1. broken ---------------------------------------------------------------------------------


def _broken(
    words: Mapping[str, _Word], *, is_prohibition: bool
) -> Schedule | None:
    """Return whether a promise was broken, unknown if somebody denies that."""
    found = {
        reporter: day
        for reporter, word in words.items()
        if (day := word.breach(is_prohibition=is_prohibition)) is not None
    }
    if not found:
        return None
    last = max(found.values())
    is_denied = any(
        word.is_torn(found[reporter])
        if reporter in found
        else word.day >= last
        for reporter, word in words.items()
    )
    return Schedule.UNKNOWN if is_denied else Schedule.BREACHED


# --- 2. done -----------------------------------------------------------------------------------


def _done(
    kept: Sequence[int], words: Mapping[str, _Word]
) -> tuple[frozenset[int], bool]:
    """Return the days on which it may have been done, and whether somebody denies that it is."""
    claims = {
        reporter: word.run
        for reporter, word in words.items()
        if word.status is ReportedStatus.COMPLETED
    }
    if not claims and not kept:
        return frozenset(), False
    last = max([*kept, *[run[-1] for run in claims.values()]])
    is_denied = any(
        word.day >= last
        for reporter, word in words.items()
        if reporter not in claims
    )
    days = set(kept)
    for reporter, run in claims.items():
        # Its own words in between would end the run, but for a breach of one of its days.
        doubts = words[reporter].days_of(ReportedStatus.BREACHED)
        for other, word in words.items():
            if other != reporter:
                doubts |= word.days_of(*_NOT_COMPLETED)
        days.update(_dates_of(run, doubts))
    return frozenset(days), is_denied


_NOT_COMPLETED: Final = tuple(
    each for each in ReportedStatus if each is not ReportedStatus.COMPLETED
)


def _dates_of(run: Sequence[int], doubts: AbstractSet[int]) -> Iterator[int]:
    """Yield the days on which something was done, of those on which it was reported as done.

    That is the first of them. If somebody said in between, or of either day, that it was not done, it
    may be the next one too.
    """
    yield run[0]
    for before, after in pairwise(run):
        if any(before <= doubt <= after for doubt in doubts):
            yield after


def _when_done(
    world: World, done: frozenset[int], day: int
) -> Iterator[Outcome]:
    """Yield whether it was done in time, for each day on which it may have been done."""
    for done_on in sorted(done):
        for due in deadlines(world, done_on):
            found = _met(world, _against(done_on, due), due, day)
            yield found._replace(done=done)


def _met(
    world: World, word: Schedule, due: Period | None, day: int
) -> Outcome:
    """Return whether what was done was done in time, by how its day compares with the deadline."""
    match word:
        case Schedule.NOT_DUE | Schedule.DUE:
            return Outcome(Schedule.MET_ON_TIME, Reason.DONE_IN_TIME)
        case Schedule.OVERDUE if _bound_in_time(world, due):
            return Outcome(Schedule.MET_LATE, Reason.DONE_LATE)
        case Schedule.OVERDUE:
            return Outcome(Schedule.UNKNOWN, Reason.DONE_BEFORE_IT_BOUND)
        case Schedule.UNKNOWN:
            return Outcome(Schedule.UNKNOWN, Reason.DONE_ON_UNSURE_DEADLINE)
        case _:
            # Without a deadline nothing is in time or late.
            return _without_deadline(world, day)


def _bound_in_time(world: World, due: Period | None) -> bool:
    """Tell whether all that it depends on had come while there was time."""
    if world.bound is None:
        return False
    return _against(world.bound, due) is not Schedule.OVERDUE


# --- 3. to 5. not done -------------------------------------------------------------------------


def _open(world: World, day: int) -> Iterator[Outcome]:
    """Yield what is to be said of a promise that is not done, or that has no deadline."""
    for lifted in _lifted_on(world):
        if lifted is None:
            yield from _by_kind(world, day)
            continue
        for due in deadlines(world, lifted):
            word = _against(lifted, due)
            if word is Schedule.OVERDUE:
                yield from _by_kind(world, day)
            elif word is Schedule.UNKNOWN:
                yield Outcome(Schedule.UNKNOWN, Reason.IN_DOUBT)
            else:
                yield Outcome(Schedule.LIFTED, Reason.LIFTED)


def _lifted_on(world: World) -> set[int | None]:
    """Return the day on which whoever promised gave it up, or replaced it, None if that is not so.

    Both are possible if it was given up and changed on one day.
    """
    own = in_order([each for each in world.reports if each[1].own])
    replaced = min(world.replaced, default=None)
    if not own or own[-1][1] not in _CHANGES:
        return {replaced}
    last_day = own[-1][0]
    ends = {status for day, status in own if day == last_day} & _CHANGES
    if ends == {ReportedStatus.MODIFIED}:
        return {replaced}
    given_up = last_day
    for day, status in reversed(own):
        is_end = day == last_day and status is ReportedStatus.MODIFIED
        if status not in _GIVEN_UP and not is_end:
            break
        given_up = day
    days: set[int | None] = {
        given_up if replaced is None else min(given_up, replaced)
    }
    if ReportedStatus.MODIFIED in ends:
        days.add(replaced)
    return days


def _by_kind(world: World, day: int) -> Iterator[Outcome]:
    if world.bound is None:
        yield Outcome(Schedule.CONDITIONAL, Reason.WAITS)
        return
    for due in deadlines(world, day):
        yield _by_calendar(world, due, day)


def _without_deadline(world: World, day: int) -> Outcome:
    """Return whether what has no deadline runs, and of what is forbidden whether it was kept."""
    runs = world.case.runs
    if world.case.commitment.kind is CommitmentKind.PROHIBITION:
        found = _running(runs, day)
        if found.word in (Schedule.RUNNING, Schedule.NO_DEADLINE):
            return Outcome(Schedule.KEPT_SO_FAR, Reason.KEPT)
        return found
    if runs is None:
        return Outcome(Schedule.NO_DEADLINE, Reason.NO_DEADLINE)
    return _running(runs, day)


def _by_calendar(world: World, due: Period | None, day: int) -> Outcome:
    word = _against(day, due)
    match word:
        case Schedule.NO_DEADLINE:
            return _without_deadline(world, day)
        case Schedule.UNKNOWN if due is not None and due.in_words_only:
            return Outcome(word, Reason.IN_WORDS)
        case Schedule.OVERDUE if not _bound_in_time(world, due):
            return Outcome(Schedule.UNKNOWN, Reason.CAME_LATE)
        case _:
            return Outcome(word, _BY_CALENDAR[word])


_BY_CALENDAR: Final = {
    Schedule.NOT_DUE: Reason.NOT_BEGUN,
    Schedule.DUE: Reason.IN_TIME,
    Schedule.OVERDUE: Reason.OVER,
    Schedule.UNKNOWN: Reason.IN_DOUBT,
}


def _running(runs: Period | None, day: int) -> Outcome:
    """Return whether what lasts for a time runs on a day; without a time it always does."""
    if runs is None:
        return Outcome(Schedule.RUNNING, Reason.RUNS)
    today = Period(datetime.date.fromordinal(day))
    if runs.before(today).certain:
        return Outcome(Schedule.OVER, Reason.RAN_OUT)
    if runs.after(today).certain:
        return Outcome(Schedule.NOT_DUE, Reason.NOT_BEGUN)
    if runs.overlaps(today).certain:
        return Outcome(Schedule.RUNNING, Reason.RUNS)
    # Of what has begun and may have ended on any day, nothing says how long it lasts.
    if (
        runs.is_unknown_end
        and runs.start is not None
        and not runs.start.after(today).possible
    ):
        return Outcome(Schedule.NO_DEADLINE, Reason.ENDS_SOME_DAY)
    return Outcome(Schedule.UNKNOWN, Reason.RUNS_IN_DOUBT)


# --- deadlines ---------------------------------------------------------------------------------


def deadlines(world: World, day: int) -> list[Period | None]:
    """Return the deadlines that may be in force on a day: one, unless it was moved twice that day.

    Whoever promised may move a deadline. Once it is certainly over, it is not moved. What is
    forbidden has none.
    """
    if world.case.commitment.kind is CommitmentKind.PROHIBITION:
        return [None]
    moves: dict[int, list[Period]] = {}
    for moved_on, heard in world.reports:
        due = heard.report.due
        # What is given up is not put off.
        is_given_up = heard.report.status in _GIVEN_UP
        if (
            due is not None
            and heard.own
            and moved_on <= day
            and not is_given_up
        ):
            moves.setdefault(moved_on, []).append(due)
    found: list[Period | None] = [world.case.due]
    for moved_on in sorted(moves):
        after = [
            moved
            for due in found
            for moved in (
                (due,) if has_lapsed(moved_on, due) else moves[moved_on]
            )
        ]
        found = list(dict.fromkeys(after))
    return found


def has_lapsed(day: int, due: Period | None) -> bool:
    """Tell whether a deadline was certainly over before a day."""
    return _against(day, due) is Schedule.OVERDUE


def _against(day: int, due: Period | None) -> Schedule:
    """Compare a day with a deadline, which is the whole time for which something was promised.

    A promise for the spring is kept in time on any day of the spring, so the length of the spring
    is no doubt. ``2024?`` and ``2024~`` are: a time that nobody is sure of is never surely over.
    """
    if due is None:
        return Schedule.NO_DEADLINE
    if due.in_words_only:
        return Schedule.UNKNOWN
    return _compare(day, due.edtf)


@lru_cache(maxsize=4096)
def _compare(day: int, due: str) -> Schedule:
    deadline = edtf.read(due).deadline
    # "Not before 2027" says when it begins, and not by when.
    if deadline.kind is edtf.End.OPEN:
        return Schedule.NO_DEADLINE
    if deadline.hedged or deadline.kind is edtf.End.UNKNOWN:
        if day < deadline.reach[0][0]:
            return Schedule.NOT_DUE
        return Schedule.UNKNOWN
    if day < deadline.first:
        return Schedule.NOT_DUE
    return Schedule.DUE if day <= deadline.last else Schedule.OVERDUE


# --- duties that recur -------------------------------------------------------------------------


def _recurring(world: World, day: int) -> Iterator[Outcome]:
    """Yield how a recurring duty stands: by the last day on which it fell due, unless that was met."""
    found = occurrence_outcomes(world, day)
    for lifted in _lifted_on(world):
        yield _of_last(world, found, day, lifted)


def _of_last(
    world: World,
    found: Sequence[tuple[int, Outcome]] | None,
    day: int,
    lifted: int | None,
) -> Outcome:
    # From the day on which it was given up nothing falls due.
    fell_due = [
        (due, outcome)
        for due, outcome in found or ()
        if lifted is None or due < lifted
    ]
    past = [outcome for due, outcome in fell_due if due < day]
    ahead = [outcome for due, outcome in fell_due if due >= day]
    is_missed = past and past[-1].word in (Schedule.OVERDUE, Schedule.UNKNOWN)
    if lifted is not None and found is not None and not is_missed:
        return Outcome(Schedule.LIFTED, Reason.LIFTED)
    if world.bound is None:
        return Outcome(Schedule.CONDITIONAL, Reason.WAITS)
    if found is None:
        return Outcome(Schedule.UNKNOWN, Reason.NOT_COUNTED)
    if is_missed:
        return past[-1]
    if ahead or past:
        return (ahead or past[-1:])[0]
    return Outcome(Schedule.NO_DEADLINE, Reason.NO_DEADLINE)


def occurrences_in(world: World, day: int) -> Iterator[tuple[int, Schedule]]:
    """Yield each day on which a duty falls due in a world, until it is given up, with its verdict.

    It is given up on the first day that is possible in that world.
    """
    days = [each for each in _lifted_on(world) if each is not None]
    end = min(days, default=edtf.LAST_DAY + 1)
    for due, outcome in occurrence_outcomes(world, day) or ():
        if due < end:
            yield due, outcome.word


def occurrence_outcomes(
    world: World, day: int
) -> list[tuple[int, Outcome]] | None:
    """Return each day until a day on which a recurring duty falls due, and the next, with its outcome.

    A report counts for the time in which what it says came to be so: that since the last such day.
    They are None if they cannot be counted.
    """
    if world.occurrences is None:
        return None
    found = []
    first = edtf.FIRST_DAY
    for due, next_due in pairwise((*world.occurrences, edtf.LAST_DAY)):
        found.append((due, _occurrence(world, first, due, next_due, day)))
        if due >= day:
            break
        first = due + 1
    return found


def _occurrence(
    world: World, first: int, due: int, next_due: int, day: int
) -> Outcome:
    done, is_disputed = _done_between(world, first, due)
    if is_disputed:
        return Outcome(Schedule.UNKNOWN, Reason.DONE_DISPUTED)
    if done:
        return Outcome(Schedule.MET_ON_TIME, Reason.DONE_IN_TIME)
    if day <= due:
        word = Schedule.NOT_DUE if day < due else Schedule.DUE
        return Outcome(word, _BY_CALENDAR[word])
    if _may_be_late(world, due + 1, next_due):
        return Outcome(Schedule.UNKNOWN, Reason.MAYBE_LATE)
    if due > world.sure_until:
        return Outcome(Schedule.UNKNOWN, Reason.RUNS_IN_DOUBT)
    if world.bound is None or world.bound > due:
        return Outcome(Schedule.UNKNOWN, Reason.CAME_LATE)
    return Outcome(Schedule.OVERDUE, Reason.OVER)


def _may_be_late(world: World, first: int, last: int) -> bool:
    """Tell whether anything says that it was done in the time after it fell due."""
    days = [
        day
        for day, heard in world.reports
        if heard.report.status is ReportedStatus.COMPLETED
    ]
    return any(first <= day <= last for day in (*days, *world.kept))


def _done_between(
    world: World, first: int, last: int
) -> tuple[frozenset[int], bool]:
    reports = [each for each in world.reports if first <= each[0] <= last]
    kept = [day for day in world.kept if first <= day <= last]
    return _done(kept, _words(_exact(reports)))
