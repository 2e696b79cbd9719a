"""What happened to a commitment: what is declared, what is assessed, and whether it was kept.

Nothing here is stored; it is worked out from reports and dates, by the rules of `_rules`. Reports by
parties to a commitment and reports by anybody else are read apart and never merged. There are two
clocks: ``on``, the day for which an answer holds, and ``as_known``, the day as of which it was known.
A report that came later changes no answer about an earlier ``as_known``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter

from attrs import evolve, field, frozen

from entente.answers._case import Case, Heard, Side, case_of, promisors
from entente.answers._explanation import Explanation, explain
from entente.answers._facts import names_in
from entente.answers._rules import has_lapsed
from entente.answers._times import deadline_of, not_before_made
from entente.answers._verdict import (
    cases_of,
    judge,
    judge_occurrences,
    of_all,
    turning_days,
)
from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Report
from entente.records._vocabulary import Schedule
from entente.values._period import Period, PeriodLike, definite_day


@frozen(kw_only=True)
class CommitmentStatus:
    """The status of a commitment: three readings, kept apart.

    `declared` is the latest report by a party to it, `assessed` the latest by anyone else, each
    None if there is none. `deadlines` are all that were ever set, the one in force last. `schedule`
    is the verdict, None unless a day was asked for. If several promised, `by_party` has the status
    of each.
    """

    declared: Report | None
    assessed: Report | None
    deadlines: tuple[Period, ...]
    schedule: Schedule | None
    by_party: Mapping[str, CommitmentStatus] = field(factory=dict, hash=False)
    _asked: _Inquiry | None = field(
        default=None, repr=False, eq=False, alias="_asked"
    )

    @property
    def due(self) -> Period | None:
        """The deadline in force."""
        return self.deadlines[-1] if self.deadlines else None

    def explain(self, *, named: bool = False) -> Explanation:
        """Return why the verdict is what it is: the rule that applied, and all that bears on it.

        In its texts other records have their ids, or if it is `named` their names.

        Raises `entente.errors.QueryError` if no day was asked for: without one there is no verdict.

        >>> import entente
        >>> dossier = entente.example("channel-2020-2024")
        >>> print(dossier.status("customs-talks-in-april", on="2024-06-01").explain())
        customs-talks-in-april on 1 June 2024: overdue
          because its time is over, and nobody reports it done
          deadline: April 2024 (“in April”) [release-2024-03-05, lines 11-13]
        """
        if self._asked is None:
            raise QueryError(
                "there is no verdict to explain without a day; ask for the status `on` one"
            )
        return self._asked.explain(named=named)

    @property
    def occurrences(self) -> Mapping[datetime.date, Schedule]:
        """The verdict for each day on which a recurring duty fell due, and for the next one.

        It is empty for what does not recur, begins on no definite day, or was asked for no day.

        >>> from entente import Commitment, Dossier
        >>> talks = Commitment(id="talks", summary="Meet.", by=("GB",), runs="2024-01-31/..",
        ...                    recurrence="FREQ=YEARLY")
        >>> found = Dossier([talks]).status("talks", on="2024-03-01").occurrences
        >>> {str(day): word.value for day, word in found.items()}
        {'2024-01-31': 'overdue', '2025-01-31': 'not_due'}
        """
        return {} if self._asked is None else self._asked.occurrences()

    @property
    def behind(self) -> tuple[str, ...]:
        """Those who promised it and are certainly behind."""
        return tuple(
            party
            for party, status in self.by_party.items()
            if status.schedule in (Schedule.OVERDUE, Schedule.BREACHED)
        )


def commitment_status(
    commitment: Commitment,
    index: RecordIndex,
    *,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    of: str | None = None,
) -> CommitmentStatus:
    """Return the status of a commitment on a day, as it was known on a day.

    Without `on` all reports count, without `as_known` all that have come. With `of` it is what that
    party did: what it declared itself, and what anybody else said of it. Raises
    `entente.errors.QueryError` if either day is not a definite one.
    """
    return standing(
        commitment, index, _ordinal(on), _ordinal(as_known), of
    ).status()


def deadline_in_force(
    commitment: Commitment, index: RecordIndex
) -> Period | None:
    """Return the last day of the deadline in force, once all that was reported is known."""
    if all(report.due is None for report in commitment.reports):
        return deadline_of(commitment, index)
    due = standing(commitment, index, None, None).status().due
    return due if due is None or due.in_words_only else due.deadline


def standing(
    commitment: Commitment,
    index: RecordIndex,
    day: int | None,
    known_on: int | None,
    of: str | None = None,
) -> Standing:
    """Return how a commitment stands, as `commitment_status` says, with both days as ordinals."""
    return Standing(_History.of(commitment, index, of), day, known_on)


def history(
    commitment: Commitment,
    index: RecordIndex,
    of: str | None = None,
    also: Iterable[int] = (),
) -> Iterator[tuple[int, Standing]]:
    """List the days, as ordinals, on which the status of a commitment may change, with how it stands.

    The first is the first day of the calendar. Between two of them nothing changes. What recurs
    changes with each day of its rule, and these are listed only if they are among those of `also`.
    With `of` it is the status of what that party did.
    """
    found = _History.of(commitment, index, of)
    for day in sorted(found.turning_days().union(also)):
        yield day, Standing(found, day, None)


def report_sides(
    commitment: Commitment,
    index: RecordIndex,
    *,
    on: PeriodLike | None = None,
    as_known: PeriodLike | None = None,
    of: str | None = None,
) -> list[tuple[Report, Side]]:
    """List the reports that count in `commitment_status`, each with its side.

    They are in the order of the file. With `of` they are those on what that party did.
    """
    found = _History.of(commitment, index, of)
    counted = counted_in(found.heard, _ordinal(on), _ordinal(as_known))
    return [(each.report, each.side) for each in counted]


def _ordinal(day: PeriodLike | None) -> int | None:
    return None if day is None else definite_day(day).toordinal()


# Not in slots: what is said of several together is read only where it is asked for.
@frozen(eq=False, slots=False)
class _History:
    """All that was reported on what one party did, or on what all did together.

    Several promisors have one case if nothing tells them apart.
    """

    commitment: Commitment
    index: RecordIndex
    cases: Sequence[Case]
    asked_of: str | None

    @classmethod
    def of(
        cls, commitment: Commitment, index: RecordIndex, of: str | None
    ) -> _History:
        """Return the history of what one party did, or of what all did."""
        if of is not None:
            cases: Sequence[Case] = (case_of(commitment, index, of, of=of),)
        else:
            cases = cases_of(commitment, index)
        return cls(commitment, index, cases, of)

    @cached_property
    def heard(self) -> Sequence[Heard]:
        """The reports that count, each with its side: of several promisors, those on all of them."""
        if len(self.cases) == 1:
            return self.cases[0].heard
        return case_of(self.commitment, self.index, None).heard

    def by_party(self) -> Iterator[tuple[str, _History]]:
        """Yield what each of several promisors did."""
        if self.asked_of is not None:
            return
        parties = promisors(self.commitment, self.index)
        if len(parties) < 2:
            return
        cases = self.cases
        if len(cases) == 1:
            cases = (*cases,) * len(parties)
        for party, case in zip(parties, cases, strict=True):
            yield party, evolve(self, cases=(case,), asked_of=party)

    def turning_days(self) -> set[int]:
        """Return the days on which the status may change."""
        return {
            day
            for case in self.cases
            for day in turning_days(case, self.index)
        }


@frozen(eq=False)
class Standing:
    """How a commitment stands on a day, as known on a day: each reading is worked out once it is asked for.

    Most questions are about one of them, and few about each party.
    """

    _history: _History
    _day: int | None
    _known_on: int | None

    @property
    def declared(self) -> Report | None:
        """The latest report by a party to it."""
        return _latest(self._counted(), "declared")

    @property
    def assessed(self) -> Report | None:
        """The latest report by anyone else."""
        return _latest(self._counted(), "assessed")

    @property
    def schedule(self) -> Schedule | None:
        """The verdict, None without a day."""
        history, day = self._history, self._day
        if day is None:
            return None
        return of_all(
            judge(case, history.index, day, self._known_on).word
            for case in history.cases
        )

    @property
    def deadlines(self) -> tuple[Period, ...]:
        """All deadlines that were ever set, the one in force last."""
        history = self._history
        return tuple(
            not_before_made(each, history.commitment)
            for each in _deadlines(history.cases, self._day, self._known_on)
        )

    def status(self) -> CommitmentStatus:
        """Return all of it."""
        history, day, known_on = self._history, self._day, self._known_on
        by_party = {
            party: Standing(of_party, day, known_on).status()
            for party, of_party in history.by_party()
        }
        words = [each.schedule for each in by_party.values() if each.schedule]
        return CommitmentStatus(
            declared=self.declared,
            assessed=self.assessed,
            deadlines=self.deadlines,
            schedule=of_all(words) if words else self.schedule,
            by_party=by_party,
            _asked=None if day is None else _Inquiry(history, day, known_on),
        )

    def _counted(self) -> list[Heard]:
        return counted_in(self._history.heard, self._day, self._known_on)


@frozen(eq=False)
class _Inquiry:
    """What a status was asked for, to ask more of it."""

    history: _History
    day: int
    known_on: int | None

    def explain(self, *, named: bool) -> Explanation:
        history = self.history
        return explain(
            history.cases,
            history.index,
            self.day,
            self.known_on,
            of=history.asked_of,
            name_of=names_in(history.index) if named else str,
        )

    def occurrences(self) -> dict[datetime.date, Schedule]:
        each = [
            judge_occurrences(
                case, self.history.index, self.day, self.known_on
            )
            for case in self.history.cases
        ]
        return {
            datetime.date.fromordinal(due): of_all(
                words[due] for words in each if due in words
            )
            for due in sorted(set(chain.from_iterable(each)))
        }


def counted_in(
    heard: Sequence[Heard], day: int | None, known_on: int | None
) -> list[Heard]:
    """Return the reports that certainly hold on a day and were certainly known on a day."""
    return [
        each
        for each in heard
        if not each.is_alternative
        and (day is None or each.dated[-1][1] <= day)
        and (known_on is None or (each.known or each.dated)[-1][1] <= known_on)
    ]


def _latest(counted: Sequence[Heard], side: Side) -> Report | None:
    """Return the latest report of a side.

    Where vague dates leave open which of two came later, the one further down the file is shown:
    reports are only ever added. No verdict goes by that.
    """
    of_side = [each for each in counted if each.side == side]
    if len(of_side) == 1:
        return of_side[0].report
    for one in reversed(of_side):
        if not any(_precedes(one, other) for other in of_side):
            return one.report
    return None


def _precedes(one: Heard, other: Heard) -> bool:
    return one.dated[-1][1] < other.dated[0][0]


def _deadlines(
    cases: Sequence[Case], day: int | None, known_on: int | None
) -> list[Period]:
    """Return all deadlines that were set by a day, the one in force last."""
    first = cases[0].due
    if not any(case.heard for case in cases):
        return [] if first is None else [first]
    moves = {
        id(each.report): (each.dated[-1][1], each.report.due)
        for case in cases
        for each in counted_in(case.heard, day, known_on)
        if each.own and each.report.due is not None
    }
    found = [] if first is None else [first]
    due = first
    for moved_on, moved_to in sorted(moves.values(), key=itemgetter(0)):
        found.append(moved_to)
        if not has_lapsed(moved_on, due):
            due = moved_to
    others = [each for each in found if each is not due]
    return others if due is None else [*others, due]
