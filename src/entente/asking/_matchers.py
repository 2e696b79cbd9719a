"""A keyword with the values that were asked for, as a test that a record passes or not."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
)
from typing import Any, Final

from attrs import frozen

from entente.answers._case import promises
from entente.answers._status import standing
from entente.asking._criteria import Criterion
from entente.asking._keywords import (
    Actors,
    Answers,
    Dates,
    Keyword,
    Times,
    WordsOfParty,
)
from entente.records._index import RecordIndex, lasted
from entente.values._period import (
    Period,
    PeriodLike,
    definite_day,
    overlaps_any,
)


@frozen
class Clock:
    """The two days of a question about status: the day asked about, and that of the knowledge.

    `of` is the party whose doing is asked about, None for that of all.
    """

    on: Period | None = None
    as_known: Period | None = None
    of: str | None = None

    @property
    def day(self) -> int | None:
        """The day asked about, as an ordinal."""
        return _ordinal(self.on)

    @property
    def horizon(self) -> int | None:
        """The day of the knowledge, as an ordinal."""
        return _ordinal(self.as_known)


TIMELESS: Final = Clock()
"""The clock of questions that name no day."""


def read_clock(
    on: PeriodLike | None,
    as_known: PeriodLike | None,
    of: str | None = None,
) -> Clock:
    """Return a clock; raises `QueryError` if either is not a definite day."""
    if on is None and as_known is None and of is None:
        return TIMELESS
    return Clock(_definite(on), _definite(as_known), of)


def _definite(day: PeriodLike | None) -> Period | None:
    return None if day is None else Period(definite_day(day))


def _ordinal(day: Period | None) -> int | None:
    return None if day is None else definite_day(day).toordinal()


def answers_on(keyword: Keyword, index: RecordIndex, clock: Clock) -> Answers:
    """Return what records answer to a keyword, by the clock if that matters."""
    if isinstance(keyword, Times):
        return dates_of(keyword, index)
    answers = keyword.answers
    if isinstance(keyword, WordsOfParty):
        words_of = keyword.words_of
        return lambda record: words_of(record, clock.of, index)
    if not keyword.of_status:
        return answers
    # The days are read once, not once for each record.
    day, horizon, of = clock.day, clock.horizon, clock.of
    if of is None:
        return lambda commitment: answers(
            standing(commitment, index, day, horizon)
        )
    # Who did not promise a thing is not behind with it.
    return lambda commitment: (
        answers(standing(commitment, index, day, horizon, of))
        if promises(commitment, of, index)
        else ()
    )


def dates_of(keyword: Dates, index: RecordIndex) -> Answers:
    """Return the dates of records that a question for a date is compared with."""
    if not isinstance(keyword, Times):
        return keyword.compared
    work_out = keyword.work_out
    return lambda record: (work_out(record, index),)


def actors_on(keyword: Actors, index: RecordIndex) -> Answers:
    """Return what records answer to a keyword, with the offices that ministers among it may have held."""
    answers = keyword.answers

    def with_offices(record: Any) -> tuple[Any, ...]:
        named = answers(record)
        held = [
            office
            for id in named
            for office in index.offices_of(id, on=record.made)
        ]
        return (*named, *held) if held else named

    return with_offices


@frozen(eq=False)
class Matcher:
    """A criterion, and the keyword and records that give it its meaning."""

    criterion: Criterion
    keyword: Keyword
    clock: Clock
    _index: RecordIndex

    @classmethod
    def read(
        cls,
        name: str,
        keyword: Keyword,
        value: object,
        index: RecordIndex,
        clock: Clock,
        *,
        certain: bool,
        groupings: bool = False,
    ) -> Matcher:
        """Return a filter; raises `QueryError` or `UnknownIdError` for a value without sense."""
        values = keyword.read(value)
        for id in values if keyword.kinds else ():
            index.require(str(id), keyword.kinds)
        # One question may ask for a theme and a status; the days belong to the status alone.
        its_clock = TIMELESS
        if keyword.of_status:
            its_clock = clock
        elif keyword.takes_party:
            its_clock = Clock(of=clock.of)
        criterion = Criterion(
            name,
            values,
            certain,
            its_clock.on,
            its_clock.as_known,
            its_clock.of,
            groupings and isinstance(keyword, Actors),
        )
        return cls(criterion, keyword, its_clock, index)

    @property
    def windows(self) -> list[Period]:
        """The dates asked for."""
        return [
            each for each in self.criterion.values if isinstance(each, Period)
        ]

    @property
    def fitting(self) -> Collection[Hashable]:
        """The answers that fit: the values, and for ids all that lies below them."""
        values = self.criterion.values
        if not self.keyword.kinds:
            return values
        first, *others = [self._index.below(str(id)) for id in values]
        return first.union(*others) if others else first

    @property
    def test(self) -> Callable[[Any], bool]:
        """The test whether a record fits."""
        if isinstance(self.keyword, Dates):
            return _shares_a_day(
                dates_of(self.keyword, self._index),
                self.windows,
                certain=self.criterion.certain,
            )
        fitting = frozenset(self.fitting)
        if isinstance(self.keyword, Actors):
            return self._acts(fitting)
        answers = answers_on(self.keyword, self._index, self.clock)
        return lambda record: not fitting.isdisjoint(answers(record))

    def _acts(self, fitting: Collection[Hashable]) -> Callable[[Any], bool]:
        """Return the test whether one of the parties that fit acts, itself or by somebody then."""
        answers, certain = self.keyword.answers, self.criterion.certain

        def acts(record: Any) -> bool:
            named = answers(record)
            return any(id in fitting for id in named) or lasted(
                self._times(named, fitting), record.made, certain=certain
            )

        return acts

    def _times(
        self, named: Iterable[str], fitting: Collection[Hashable]
    ) -> Iterator[Period | None]:
        """Yield the times for which one that is named acted for a party that fits, or had it as a member.

        They count together: who went from one office of a state to another always acted for it.
        """
        index = self._index
        for id in named:
            for office, period in index.tenures_of(id):
                if office in fitting:
                    yield period
            if self.criterion.groupings:
                for asked in self.criterion.values:
                    yield from index.memberships(str(asked), id)


def _shares_a_day(
    answers: Answers, windows: list[Period], *, certain: bool
) -> Callable[[Any], bool]:
    # There are far fewer dates than records, and few that are as of a day.
    known: dict[str | Period, bool] = {}

    def shares(period: Period) -> bool:
        found = overlaps_any(period, windows)
        return found.certain if certain else found.possible

    def fits(record: object) -> bool:
        for period in answers(record):
            if period is None:
                continue
            key = period.edtf if period.as_of is None else period
            if key not in known:
                known[key] = shares(period)
            if known[key]:
                return True
        return False

    return fits
