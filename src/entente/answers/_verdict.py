"""Verdicts on a promise: what holds in every way in which vague dates may turn out.

The rules speak of one world, in which all dates are known. A verdict is definite if it is the same in
all worlds, and else `unknown`. Worlds that make no difference are not tried twice: see
`entente.answers._days.picks`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, product
from math import prod
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

from attrs import evolve, field, frozen

from entente.answers._case import (
    Case,
    Coming,
    Heard,
    case_of,
    done,
    promisors,
)
from entente.answers._days import EVER, NEVER, Runs, SomeDays, latest, picks
from entente.answers._occurrences import occurrences
from entente.answers._reports import may_change_office
from entente.answers._rules import (
    Outcome,
    Reason,
    World,
    occurrences_in,
    outcomes,
)
from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._vocabulary import CommitmentKind, Schedule
from entente.values import _edtf as edtf
from entente.values._period import Period

MANY_WORLDS: Final = 4096
"""From so many worlds on nothing is tried, and the verdict is unknown."""

MANY_IN_A_ROW: Final = 30
"""So many promises may depend on each other in a row; of what is behind them nothing is known."""

MANY_ON_THE_WAY: Final = 2_000
"""So many promises are judged on the way to a verdict, beside those on which it depends itself."""

Options: TypeAlias = Sequence[int | None]


@frozen(eq=False)
class Verdict:
    """The verdict on a promise by a day, and what it rests on.

    `rules` are those that applied, in any world; `possible` the words that they gave; `done` the
    days on which it may have been done.
    """

    word: Schedule
    rules: tuple[Reason, ...]
    possible: tuple[Schedule, ...]
    done: SomeDays


# The same promise is asked about for many days, and each promise that waits for it asks again.
_CASES: Final[WeakKeyDictionary[RecordIndex, dict[str, tuple[Case, ...]]]] = (
    WeakKeyDictionary()
)


def cases_of(commitment: Commitment, index: RecordIndex) -> tuple[Case, ...]:
    """Return what bears on a promise, for each of those who promised; once if it is the same for all."""
    known = _CASES.setdefault(index, {})
    found = known.get(commitment.id)
    # Whoever asks may have changed the promise since.
    if found is None or found[0].commitment is not commitment:
        known[commitment.id] = found = tuple(_cases_of(commitment, index))
    return found


def _cases_of(commitment: Commitment, index: RecordIndex) -> Iterator[Case]:
    by = promisors(commitment, index)
    if len(by) < 2:
        yield case_of(commitment, index, by[0] if by else None)
        return
    # Nothing tells those apart who promised, as for most promises.
    if not commitment.reports and not index.links_to(commitment.id):
        by = by[:1]
    for each in by:
        yield case_of(commitment, index, each, of=each)


@frozen
class _Asked:
    """What is asked: by which day, as known on which, and on the way to which other verdict.

    `waiting` are the promises whose verdict waits for this one; none of them is asked again. `cuts`
    and `vague` are the days and the vague dates that matter to them. `judged` counts the promises that
    were judged on the way.
    """

    day: int
    known_on: int | None
    waiting: frozenset[str] = frozenset()
    cuts: frozenset[int] = frozenset()
    vague: tuple[Runs, ...] = ()
    judged: Iterator[int] = field(factory=count, eq=False)

    @property
    def horizon(self) -> int:
        """The last day of which anything can be known."""
        if self.known_on is None:
            return self.day
        return min(self.day, self.known_on)


def judge(
    case: Case,
    index: RecordIndex,
    day: int,
    known_on: int | None,
    *,
    whole: bool = False,
) -> Verdict:
    """Return the verdict on a promise by a day, as it was known on a day.

    With `whole` every world is looked at, also once it is clear that they differ.
    """
    return _judge(case, index, _Asked(day, known_on), whole=whole)


def _judge(
    case: Case, index: RecordIndex, asked: _Asked, *, whole: bool
) -> Verdict:
    worlds = _worlds(case, index, asked)
    if worlds is None:
        return Verdict(
            Schedule.UNKNOWN, (Reason.TOO_MANY_WORLDS,), (), _ANY_DAY
        )
    found: set[Outcome] = set()
    for world in worlds:
        found.update(outcomes(world, asked.day))
        # Two words are enough to know that nobody knows.
        if not whole and len({each.word for each in found}) > 1:
            return Verdict(Schedule.UNKNOWN, (Reason.DATES,), (), _ANY_DAY)
    # Of most promises all that bears on them is known.
    if len(found) == 1:
        (only,) = found
        return Verdict(only.word, (only.rule,), (only.word,), only.done)
    # In the order of their lists, so that the answer is the same each time.
    words = tuple(
        word for word in Schedule if any(each.word is word for each in found)
    )
    rules = tuple(
        rule for rule in Reason if any(each.rule is rule for each in found)
    )
    done = frozenset(chain.from_iterable(each.done for each in found))
    if len(words) > 1:
        return Verdict(Schedule.UNKNOWN, (Reason.DATES, *rules), words, done)
    return Verdict(next(iter(words)), rules, words, done)


_ANY_DAY: Final[SomeDays] = frozenset({None, edtf.FIRST_DAY})
"""That something may be done, on any day, or not."""


# --- several who promised ----------------------------------------------------------------------

_WORST_FIRST: Final = (
    Schedule.BREACHED,
    Schedule.OVERDUE,
    Schedule.UNKNOWN,
    Schedule.DUE,
    Schedule.NOT_DUE,
    Schedule.CONDITIONAL,
    Schedule.RUNNING,
    Schedule.KEPT_SO_FAR,
    Schedule.NO_DEADLINE,
    Schedule.OVER,
    Schedule.MET_LATE,
    Schedule.MET_ON_TIME,
    Schedule.LIFTED,
)
"""What several promised is kept once each has kept it: the first of these that is true of any."""


def of_all(words: Iterable[Schedule]) -> Schedule:
    """Return the verdict on what several promised, by the verdicts on each.

    >>> of_all([Schedule.MET_ON_TIME, Schedule.DUE]).value
    'due'
    """
    return min(words, key=_WORST_FIRST.index)


def done_by_all(
    commitment: Commitment, index: RecordIndex, day: int, known_on: int | None
) -> SomeDays:
    """Return the days on which all who promised may have done it."""
    return _done_by_all(commitment, index, _Asked(day, known_on))


def _done_by_all(
    commitment: Commitment, index: RecordIndex, asked: _Asked
) -> SomeDays:
    # A promise may be part of what it waits for only by mistake; then it is not done by itself.
    if commitment.id in asked.waiting:
        return NEVER
    depth = len(asked.waiting)
    if depth > MANY_IN_A_ROW or (
        depth > 1 and next(asked.judged) > MANY_ON_THE_WAY
    ):
        return _ANY_DAY
    ahead = evolve(asked, waiting=asked.waiting | {commitment.id})
    return latest(
        _judge(case, index, ahead, whole=True).done
        for case in cases_of(commitment, index)
    )


# --- worlds ------------------------------------------------------------------------------------


def judge_occurrences(
    case: Case, index: RecordIndex, day: int, known_on: int | None
) -> dict[int, Schedule]:
    """Return the verdict for each day until a day on which a duty falls due, and for the next one."""
    found: dict[int, set[Schedule | None]] = {}
    worlds = worlds_of(case, index, day, known_on)
    each = [dict(occurrences_in(world, day)) for world in worlds]
    for due in set(chain.from_iterable(each)):
        # In a world in which the duty was given up before, it has no verdict for that day.
        found[due] = {words.get(due) for words in each}
    return {
        due: next(iter(words)) or Schedule.UNKNOWN
        if len(words) == 1
        else Schedule.UNKNOWN
        for due, words in found.items()
    }


def worlds_of(
    case: Case, index: RecordIndex, day: int, known_on: int | None
) -> tuple[World, ...]:
    """Return the ways in which the dates may turn out that may differ; none if they are too many."""
    return tuple(_worlds(case, index, _Asked(day, known_on)) or ())


def _worlds(
    case: Case, index: RecordIndex, asked: _Asked
) -> Iterator[World] | None:
    """Return the ways in which the dates may turn out that may differ; None if they are too many."""
    if case.is_plain:
        return iter((World(case, _plain_reports(case, asked)),))
    # What nobody can know yet makes no world more, or it would change what was said before.
    heard = tuple(each for each in case.heard if _may_have_come(each, asked))
    if len(heard) < len(case.heard):
        case = evolve(case, heard=heard)
    due_days, sure_until = _due_days(case, index, asked.day)
    vague = [days for days in case.dates if days[0][0] < days[-1][1]]
    vague += asked.vague
    cuts = {
        *asked.cuts,
        *_cuts(case),
        *(due_days or ()),
        asked.day,
        asked.horizon,
    }
    # Another promise has to know which days matter here, and then its days matter too.
    ahead = evolve(asked, cuts=frozenset(cuts), vague=tuple(vague))
    done_on = {
        promise.id: _done_by_all(promise, index, ahead)
        for promise in case.promises
    }
    for day in _known(chain.from_iterable(done_on.values())):
        cuts |= {day - 1, day}
    ordered = sorted(cuts) if vague else []

    def options_of(coming: Coming) -> Options:
        days: Iterable[int | None]
        if coming.promise is None:
            days = picks(coming.days, ordered, vague)
        else:
            days = done_on[coming.promise.id]
        return _until(days, asked.horizon, certain=coming.certain)

    reports = _options_of_reports(case, ordered, vague, asked)
    kept = [options_of(each) for each in case.kept_by]
    if case.parts:
        # A whole is done once each of its parts is.
        parts = [options_of(done(part)) for part in case.parts]
        kept.append(list(latest(map(frozenset, parts))))
    replaced = [options_of(each) for each in case.replaced_by]
    bound = [options_of(each) for _, each in case.conditions]
    if prod(map(len, (*reports, *kept, *replaced, *bound))) > MANY_WORLDS:
        return None
    return (
        World(
            case,
            reports=[each for each in reported if each is not None],
            kept=_known(kept_on),
            replaced=_known(replaced_on),
            bound=None
            if None in bound_on
            else max(_known(bound_on), default=edtf.FIRST_DAY),
            occurrences=due_days,
            sure_until=sure_until,
        )
        for reported, kept_on, replaced_on, bound_on in product(
            [each for each in product(*reports) if _agree(each, index)],
            product(*kept),
            product(*replaced),
            product(*bound),
        )
    )


def _may_have_come(heard: Heard, asked: _Asked) -> bool:
    known = heard.known or heard.dated
    return heard.dated[0][0] <= asked.day and (
        asked.known_on is None or known[0][0] <= asked.known_on
    )


def _plain_reports(case: Case, asked: _Asked) -> list[tuple[int, Heard]]:
    return [
        (each.days[0][0], each)
        for each in case.heard
        if each.days[0][0] <= asked.day
        and (
            asked.known_on is None
            or (each.known or each.days)[0][0] <= asked.known_on
        )
    ]


_Came: TypeAlias = "tuple[int, Heard] | None"
"""A report and the day on which what it says came to be so, or None if it does not count by then."""


def _options_of_reports(
    case: Case,
    cuts: Sequence[int],
    vague: Sequence[Runs],
    asked: _Asked,
) -> list[list[_Came]]:
    """Return for each report in how many ways it may count."""
    options: list[list[_Came]] = []
    for heard in case.heard:
        days = _options_of_report(
            heard, cuts, vague, asked.day, asked.known_on
        )
        ways: list[_Came] = [
            None if day is None else (day, heard) for day in days
        ]
        if heard.is_alternative:
            options[-1] = list(dict.fromkeys((*options[-1], *ways)))
        else:
            options.append(ways)
    return options


def _agree(reported: Sequence[_Came], index: RecordIndex) -> bool:
    """Tell whether no minister is in office by one report and out of it by another, as cannot be."""
    came = [each for each in reported if each is not None]
    if not any(heard.is_alternative for _, heard in came):
        return True
    return not any(
        one.report.by == other.report.by
        and one.reporters != (one.report.by,)
        and other.reporters == (other.report.by,)
        and not may_change_office(one.report.by, day, other_day, index)
        for (day, one), (other_day, other) in product(came, repeat=2)
    )


def _known(days: Iterable[int | None]) -> list[int]:
    return [day for day in days if day is not None]


def turning_days(case: Case, index: RecordIndex) -> set[int]:
    """Return the days, as ordinals, on which a verdict may change.

    A duty that recurs changes with each of its days, which are not listed.
    """
    days, vague = _turning_days(case, index)
    # So many vague dates make too many worlds to try.
    vague = min(vague, MANY_WORLDS.bit_length())
    if vague > 1:
        # Two vague dates may come in either order once both orders have room before the day.
        days = {
            day + shift for day in days for shift in range(-vague, vague + 1)
        }
    return {edtf.FIRST_DAY, edtf.LAST_DAY} | {
        day for day in days if edtf.FIRST_DAY <= day <= edtf.LAST_DAY
    }


def _turning_days(case: Case, index: RecordIndex) -> tuple[set[int], int]:
    """Return these days, and how many vague dates there are, of all promises that bear on it."""
    days: set[int] = set()
    vague = 0
    seen = {case.commitment.id}
    ahead = [case]
    while ahead:
        each = ahead.pop()
        days.update(_turns_of(each))
        vague += sum(runs[0][0] < runs[-1][1] for runs in each.dates)
        for promise in each.promises:
            if promise.id not in seen:
                seen.add(promise.id)
                ahead.extend(cases_of(promise, index))
    return days, vague


def _turns_of(case: Case) -> Iterator[int]:
    """Yield the days on which something that bears on a case itself begins or is over."""
    for runs in case.dates:
        # What may be of any day has come by the last day of the calendar, and not before.
        for first, last in runs if runs != EVER else ():
            yield from (first, last)
    for due in case.deadlines:
        point = edtf.read(due.edtf).deadline
        reach = point.reach
        yield from (point.first, point.last + 1)
        yield from (reach[0][0], reach[-1][1] + 1)
    if case.runs is not None:
        yield from _turns_of_span(case.runs)


def _turns_of_span(runs: Period) -> Iterator[int]:
    """Yield the days on which what lasts for a time may begin, has begun, may be over, and is over."""
    shape = edtf.read(runs.edtf)
    start, end = shape.start.reach, shape.end.reach
    yield from (start[0][0], start[-1][1], end[0][0] + 1, end[-1][1] + 1)
    # What began may be over on the next day, if nobody knows when it ends.
    yield max(end[0][0], start[0][0]) + 1
    if runs.as_of is not None:
        yield runs.as_of.toordinal() + 1


def _cuts(case: Case) -> Iterator[int]:
    """Yield the last days before something changes: a date begins, is over, or is missed."""
    for days in case.dates:
        for first, last in days:
            yield first - 1
            yield last
    for due in case.deadlines:
        point = edtf.read(due.edtf).deadline
        yield point.reach[0][0] - 1
        yield point.last


_SOON: Final = (1, 10, 100)
"""In so many years the next day of a rule is looked for."""


def _due_days(
    case: Case, index: RecordIndex, day: int
) -> tuple[list[int] | None, int]:
    """Return the days on which a duty recurs, until the next one, and the last that is sure.

    They are None if it begins on no definite day.
    """
    commitment = case.commitment
    is_prohibition = commitment.kind is CommitmentKind.PROHIBITION
    if commitment.recurrence is None or is_prohibition:
        return None, edtf.LAST_DAY
    year = datetime.date.fromordinal(day).year
    found: list[int] = []
    sure: list[int] = []
    for years in _SOON:
        until = f"../{min(year + years, 9999):04}"
        try:
            found, sure = (
                [
                    each.toordinal()
                    for each in occurrences(
                        commitment, index, between=until, certain=certain
                    )
                ]
                for certain in (False, True)
            )
        except QueryError:
            return None, edtf.LAST_DAY
        if found and found[-1] >= day:
            break
    return found, max(sure, default=edtf.FIRST_DAY)


def _until(
    days: Iterable[int | None], horizon: int, *, certain: bool
) -> Options:
    """Return the days until a last one, and None if it may not have come by then."""
    found: set[int | None] = {
        each if each is not None and each <= horizon else None for each in days
    }
    if not certain or not found:
        found.add(None)
    return list(found)


def _options_of_report(
    heard: Heard,
    cuts: Sequence[int],
    vague: Sequence[Runs],
    day: int,
    known_on: int | None,
) -> Options:
    """Return the days on which a report may have come to hold, None if it may not count by then."""
    found: set[int | None] = set() if heard.certain else {None}
    for each in picks(heard.days, cuts, vague):
        if each > day:
            found.add(None)
            continue
        found.update(
            each if is_known else None
            for is_known in _may_be_known(heard, each, known_on)
        )
    return list(found)


def _may_be_known(
    heard: Heard, day: int, known_on: int | None
) -> Iterator[bool]:
    """Yield whether what came on a day may have been known by another, and whether it may not."""
    if known_on is None:
        yield True
    elif heard.known is None:
        # A report that does not say when it became known was known on the day for which it holds.
        yield day <= known_on
    else:
        first, last = heard.known[0][0], heard.known[-1][1]
        # It was not known before it was so, unless its two dates contradict each other.
        first = max(first, day) if day <= last else first
        if first <= known_on:
            yield True
        if last > known_on:
            yield False
