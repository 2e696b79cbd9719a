"""Indexes that answer queries without scanning.

There is one class for each way in which a keyword is answered. Its `find` returns the positions
of the records that fit a filter, with the checks that they have yet to pass.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, Final, Protocol, TypeAlias

from attrs import define, field

from entente.answers._status import Standing, history, standing
from entente.asking._keywords import Actors, Dates, Keyword, WordsOfParty
from entente.asking._matchers import (
    TIMELESS,
    Matcher,
    actors_on,
    answers_on,
    dates_of,
)
from entente.asking._positions import (
    EVERY,
    BitAddress,
    Bitmap,
    Check,
    PositionList,
    Positions,
    bits_of,
    make_bitmap,
    merge,
    union,
)
from entente.asking._timeline import Timeline
from entente.records._index import RecordIndex
from entente.records._model import Commitment, Minister
from entente.values._edtf import AFTER_ALL, BEFORE_ALL
from entente.values._period import Period, hull


class Finder(Protocol):
    """An index over the answers of some records."""

    def find(self, asked: Matcher) -> Positions | None:
        """Return the positions of the records that fit, or None if only a scan can tell."""
        ...


def index_answers(
    keyword: Keyword, records: Sequence[Any], index: RecordIndex
) -> Finder:
    """Return an index over what records answer to a keyword."""
    if isinstance(keyword, Dates):
        answers = dates_of(keyword, index)
        return IntervalIndex.of(map(answers, records), len(records))
    if keyword.of_status:
        return StatusIndex(records, index, keyword.answers)
    if isinstance(keyword, WordsOfParty):
        answers = answers_on(keyword, index, TIMELESS)
        return Postings.of(map(answers, records), len(records))
    if isinstance(keyword, Actors):
        answers = actors_on(keyword, index)
        made = Postings.of(map(answers, records), len(records))
        ministers = index.positions(Minister).keys()
        made.is_dated = not ministers.isdisjoint(made.lists)
        return made
    return Postings.of(map(keyword.answers, records), len(records))


# --- ids, words, yes and no --------------------------------------------------------------

_REMEMBERED: Final = 32
"""How many answers `Postings` remembers: the same few are asked for again and again."""


@define(eq=False, repr=False)
class Postings:
    """The positions of records by each of their answers."""

    size: int
    lists: dict[Hashable, array[int]] = field(factory=dict)
    is_dated: bool = False
    """Whether some answers depend on the date of the record, as those of a minister do."""
    _remembered: dict[frozenset[Hashable], Positions] = field(factory=dict)

    @classmethod
    def of(cls, answers: Iterable[Iterable[Hashable]], size: int) -> Postings:
        """Return the postings of records, whose answers are given in their order."""
        made = cls(size)
        for position, given in enumerate(answers):
            for answer in dict.fromkeys(given):
                made.lists.setdefault(answer, array("I")).append(position)
        return made

    def find(self, asked: Matcher) -> Positions | None:
        """Return the positions of the records with any answer that fits.

        Who was in a grouping, what a minister did for certain, and what one party did takes a scan.
        """
        is_in_doubt = self.is_dated and asked.criterion.certain
        is_of_one = asked.criterion.of is not None
        if asked.criterion.groupings or is_in_doubt or is_of_one:
            return None
        wanted = frozenset(asked.fitting)
        found = self._remembered.get(wanted)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            lists = [self.lists[each] for each in wanted if each in self.lists]
            found = self._remembered[wanted] = _Posted(self.size, lists)
        return found


class _Posted(Positions):
    """The positions in any of some lists, each form of which is made once."""

    def __init__(self, size: int, lists: Sequence[array[int]]) -> None:
        super().__init__(size, sum(map(len, lists)))
        self._lists = lists

    def as_list(self) -> Sequence[int]:
        """Return the positions in order."""
        return self._listed

    def as_bitmap(self) -> Bitmap:
        """Return the positions as a bitmap."""
        return self._bitmap

    def as_bits(self) -> int:
        """Return the positions as bits."""
        return self._bits

    def addresses(self) -> list[BitAddress]:
        """Return the positions with their bytes and bits in any bitmap."""
        return self._addresses

    @cached_property
    def _listed(self) -> Sequence[int]:
        return array("I", merge(self._lists))

    @cached_property
    def _bitmap(self) -> Bitmap:
        return make_bitmap({*chain.from_iterable(self._lists)}, self.size)

    @cached_property
    def _bits(self) -> int:
        return super().as_bits()

    @cached_property
    def _addresses(self) -> list[BitAddress]:
        return super().addresses()


# --- dates -------------------------------------------------------------------------------


@define(eq=False, repr=False)
class IntervalIndex:
    """The positions of records by the days that a date or span of each may cover.

    `firsts` and `lasts` are those days, as ordinals. Two timelines say which intervals have
    `begun` and which are `over`. A record that has several dates, or one with gaps between its
    days, is `unsure`: it always has to be checked.
    """

    size: int
    firsts: list[int]
    lasts: list[int]
    begun: Timeline
    over: Timeline
    unsure: int
    unsure_count: int

    @classmethod
    def of(
        cls, answers: Iterable[Iterable[Period | None]], size: int
    ) -> IntervalIndex:
        """Return the index over the dates and spans of records, given in their order."""
        hulls: dict[str, tuple[int, int, bool]] = {}
        # A record without a date covers no day at all.
        firsts, lasts = [AFTER_ALL] * size, [BEFORE_ALL - 1] * size
        days, days_after, positions, unsure = (array("i") for _ in range(4))
        for position, given in enumerate(answers):
            periods = [period for period in given if period is not None]
            if not periods:
                continue
            edtf = periods[0].edtf
            if edtf not in hulls:
                hulls[edtf] = hull(periods[0])
            first, last, is_whole = hulls[edtf]
            if len(periods) > 1 or not is_whole:
                firsts[position], lasts[position] = BEFORE_ALL, AFTER_ALL
                unsure.append(position)
                continue
            firsts[position], lasts[position] = first, last
            days.append(first)
            days_after.append(last + 1)
            positions.append(position)
        return cls(
            size,
            firsts,
            lasts,
            begun=Timeline(days=days, positions=positions, size=size),
            over=Timeline(days=days_after, positions=positions, size=size),
            unsure=bits_of(make_bitmap(unsure, size)),
            unsure_count=len(unsure),
        )

    def find(self, asked: Matcher) -> Positions:
        """Return the positions of the records that may share a day with a window.

        Whether a record certainly does is checked on the record itself.
        """
        hulls = [hull(window) for window in asked.windows]
        is_exact = all(is_whole for _, _, is_whole in hulls)
        unsure = (
            EVERY if asked.criterion.certain or not is_exact else self.unsure
        )
        checks = (Check(unsure, asked.test),) if unsure else ()
        windows = [
            _Window(self, first, last, checks) for first, last, _ in hulls
        ]
        return union(self.size, windows, checks)


class _Window(Positions):
    """The positions of the records whose interval meets a window of days."""

    def __init__(
        self,
        of: IntervalIndex,
        first: int,
        last: int,
        checks: tuple[Check, ...],
    ) -> None:
        begun, over = of.begun.count_until(last), of.over.count_until(first)
        super().__init__(of.size, begun - over + of.unsure_count, checks)
        self._of = of
        self._first = first
        self._last = last

    def as_bits(self) -> int:
        """Return the positions as bits."""
        begun = self._of.begun.on(self._last).as_bits()
        over = self._of.over.on(self._first).as_bits()
        # What is over before the window begins has begun before it ends, so this is a
        # difference of sets.
        return self._of.unsure | (begun ^ over)

    def intersect(self, few: Positions) -> Sequence[int]:
        """Return the positions of `few` whose interval meets the window."""
        firsts, lasts, first, last = (
            self._of.firsts,
            self._of.lasts,
            self._first,
            self._last,
        )
        return [
            position
            for position in few.as_list()
            if firsts[position] <= last and lasts[position] >= first
        ]


# --- status on a day ---------------------------------------------------------------------

_Changes: TypeAlias = "tuple[array[int], array[int]]"
"""Days, and positions that enter or leave a set on each."""

_Recurring: TypeAlias = "list[tuple[int, frozenset[Hashable]]]"
"""Positions, each with the words for how the commitment there stands."""

_DAYS_KEPT: Final = 8
"""For how many days the standing of what recurs is kept."""


class StatusIndex:
    """The positions of commitments by the words for their status, on each day."""

    def __init__(
        self,
        commitments: Sequence[Commitment],
        index: RecordIndex,
        words: Callable[[Standing], Iterable[Hashable]],
    ) -> None:
        self._size = len(commitments)
        # A word's timeline takes the place of its changes when it is first asked for.
        self._words: dict[Hashable, Timeline | _Changes] = {}
        changes: dict[Hashable, _Changes] = {}
        # What recurs changes on each of its days, of which there may be thousands: it is judged for
        # each day that is asked about.
        self._recurring: list[tuple[int, Commitment]] = []
        self._recurring_on: dict[int, _Recurring] = {}
        self._of, self._words_of = index, words
        for position, commitment in enumerate(commitments):
            if commitment.recurrence is not None:
                self._recurring.append((position, commitment))
                continue
            before = frozenset[Hashable]()
            for day, stood in history(commitment, index):
                after = frozenset(words(stood))
                # A word that stays from one day to the next is no change.
                for word in before ^ after:
                    days, positions = changes.setdefault(
                        word, (array("i"), array("i"))
                    )
                    days.append(day)
                    positions.append(position)
                before = after
        self._words.update(changes)

    def find(self, asked: Matcher) -> Positions | None:
        """Return the positions of the commitments that have any of the words on the day.

        The index knows one clock: what was known on a day, or without one, and what one party did,
        takes a scan.
        """
        day = asked.clock.day
        has_more = (
            asked.clock.as_known is not None or asked.clock.of is not None
        )
        if day is None or has_more:
            return None
        wanted = [word for word in asked.fitting if word in self._words]
        recurring = [
            position
            for position, words in self._standings(day)
            if not words.isdisjoint(asked.fitting)
        ]
        found: list[Positions] = [PositionList(self._size, recurring)]
        found += [self._timeline(word).on(day) for word in wanted]
        return union(self._size, found)

    def _standings(self, day: int) -> _Recurring:
        """Return the words for what recurs on a day, which are kept for the days asked about last."""
        found = self._recurring_on.get(day)
        if found is None:
            found = [
                (
                    position,
                    frozenset(
                        self._words_of(standing(each, self._of, day, None))
                    ),
                )
                for position, each in self._recurring
            ]
            if len(self._recurring_on) >= _DAYS_KEPT:
                self._recurring_on.clear()
            self._recurring_on[day] = found
        return found

    def _timeline(self, word: Hashable) -> Timeline:
        found = self._words[word]
        if isinstance(found, tuple):
            # Two threads may both make the timeline; either one is right.
            days, positions = found
            found = Timeline(days=days, positions=positions, size=self._size)
            self._words[word] = found
        return found
