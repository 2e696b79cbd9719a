"""Where records with an answer stand: what is worked out once so that a question needs no scan.

Each class answers one kind of keyword of `entente.asking._query` with `Hits`: the places of the records that may
fit, worked out no further than they are asked for. All hits have

- ``most``, how many there are at the most;
- ``doubtful``, the bits of those where it takes a look at the record to tell whether it fits;
- ``places``, in order, and ``marks``, which say where these stand in a bitmap: not to be asked for if
  they are many;
- ``bits``, the places as the bits of a number;
- ``among(marks)``, which returns which of some places are among these, in their order.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import StrEnum
from functools import cached_property, reduce
from itertools import chain
from operator import or_
from typing import Final, TypeAlias

from attrs import define, field, frozen

from entente.answers._status import CommitmentStatus
from entente.asking._bitmaps import (
    Bitmap,
    Mark,
    Stage,
    Timeline,
    bitmap,
    held,
    marks,
    number,
    taken,
)
from entente.values._edtf import AFTER_ALL, BEFORE_ALL
from entente.values._period import Period, hull

ALL: Final = -1
"""The bits of all places, however many there are."""

Places: TypeAlias = Sequence[int]


# --- what records say ----------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class _Said:
    """The places of the records that say any of some things, which are listed for each of these."""

    _lists: Sequence[array[int]]
    _size: int
    doubtful: int = 0

    @cached_property
    def most(self) -> int:
        return sum(map(len, self._lists))

    @cached_property
    def places(self) -> Places:
        return array("I", _joined(self._lists))

    @cached_property
    def marks(self) -> Sequence[Mark]:
        return marks(self.places)

    @cached_property
    def bits(self) -> int:
        return number(self._bitmap)

    @cached_property
    def _bitmap(self) -> Bitmap:
        return bitmap({*chain.from_iterable(self._lists)}, self._size)

    def among(self, marks: Sequence[Mark]) -> Places:
        return held(marks, self._bitmap)


@define(eq=False, repr=False)
class Postings:
    """The places of records by what each of them says: ids, words, or yes and no."""

    size: int
    places: dict[Hashable, array[int]] = field(factory=dict)
    _found: dict[frozenset[Hashable], _Said] = field(factory=dict)

    @classmethod
    def of(cls, answers: Iterable[Iterable[Hashable]], size: int) -> Postings:
        """Return where each answer stands, from the answers of all records in their order."""
        made = cls(size)
        for place, said in enumerate(answers):
            for each in said:
                made.places.setdefault(each, array("I")).append(place)
        return made

    def find(self, wanted: frozenset[Hashable]) -> Hits:
        """Return the records that say any of what is wanted; what was wanted lately is kept."""
        found = self._found.get(wanted)
        if found is None:
            if len(self._found) >= _LATELY:
                self._found.clear()
            lists = [self.places[each] for each in wanted if each in self.places]
            found = self._found[wanted] = _Said(lists, self.size)
        return found


_LATELY: Final = 32


# --- the days that they may cover ----------------------------------------------------------------


@define(eq=False, repr=False)
class Spans:
    """The places of records by the days that a date or a span of each may cover.

    Where that has gaps, or where a record has several, the record has to be looked at.
    """

    size: int
    firsts: list[int]
    lasts: list[int]
    begun: Timeline
    over: Timeline
    doubtful: int

    @classmethod
    def of(cls, periods: Iterable[Iterable[Period | None]], size: int) -> Spans:
        """Return which days each record may cover, from the dates and spans of all records in their order."""
        hulls: dict[str, tuple[int, int, bool]] = {}
        firsts, lasts = [AFTER_ALL] * size, [BEFORE_ALL - 1] * size  # of no day at all
        days, after, places, doubtful = (array("i") for _ in range(4))
        for place, listed in enumerate(periods):
            given = [period for period in listed if period is not None]
            single = given[0] if len(given) == 1 else None
            if single is not None and single.edtf not in hulls:
                hulls[single.edtf] = hull(single)
            if single is not None and hulls[single.edtf][2]:
                firsts[place], lasts[place], _ = hulls[single.edtf]
                days.append(firsts[place])
                after.append(lasts[place] + 1)
                places.append(place)
            elif given:
                firsts[place], lasts[place] = BEFORE_ALL, AFTER_ALL
                doubtful.append(place)
        begun, over = (
            Timeline(days=each, places=places, size=size) for each in (days, after)
        )
        return cls(size, firsts, lasts, begun, over, number(bitmap(doubtful, size)))

    def find(self, windows: Iterable[Period], *, certain: bool) -> Hits:
        """Return the records that may share a day with a window; that one `certain`ly does has to be looked at."""
        hulls = [hull(window) for window in windows]
        sure = not certain and all(whole for _, _, whole in hulls)
        return _Sharing(self, hulls, self.doubtful if sure else ALL)


@frozen(eq=False, repr=False)
class _Sharing:
    """The places of the records that may share a day with any of some windows."""

    _spans: Spans
    _windows: Sequence[tuple[int, int, bool]]
    doubtful: int

    @property
    def most(self) -> int:
        begun, over = self._spans.begun, self._spans.over
        counts = [
            begun.count_until(last) - over.count_until(first)
            for first, last, _ in self._windows
        ]
        return sum(counts) + self._spans.doubtful.bit_count()

    @property
    def places(self) -> Places:
        return taken(range(self._spans.size), self.bits)

    @property
    def marks(self) -> Sequence[Mark]:
        return marks(self.places)

    @property
    def bits(self) -> int:
        found = self._spans.doubtful
        for first, last, _ in self._windows:
            # What is over before the window begins has begun before it ends.
            found |= number(self._spans.begun.on(last).bitmap) ^ number(
                self._spans.over.on(first).bitmap
            )
        return found

    def among(self, marks: Sequence[Mark]) -> Places:
        firsts, lasts = self._spans.firsts, self._spans.lasts
        return _joined(
            [
                [
                    place
                    for place, _, _ in marks
                    if firsts[place] <= last and lasts[place] >= first
                ]
                for first, last, _ in self._windows
            ]
        )


# --- how they stand on a day ---------------------------------------------------------------------


Course: TypeAlias = Iterable[tuple[int, CommitmentStatus]]


class Courses:
    """The places of commitments by the words for how they stand, on each day."""

    def __init__(
        self,
        courses: Iterable[Course],
        words: Callable[[CommitmentStatus], Iterable[StrEnum | None]],
        size: int,
    ) -> None:
        self._size = size
        changes: dict[object, tuple[array[int], array[int]]] = {}
        for place, course in enumerate(courses):
            was = frozenset[object]()
            for day, found in course:
                now = frozenset(words(found))
                for word in was ^ now:
                    days, places = changes.setdefault(word, (array("i"), array("i")))
                    days.append(day)
                    places.append(place)
                was = now
        # A timeline is made of a word's changes when the word is first asked for, and takes their place.
        self._words: dict[object, Timeline | tuple[array[int], array[int]]] = {
            **changes
        }

    def find(self, wanted: Iterable[object], day: int) -> Hits:
        """Return the commitments that stand as any of the words says on a day."""
        timelines = [self._timeline(word) for word in wanted if word in self._words]
        return _OnDay([timeline.on(day) for timeline in timelines])

    def _timeline(self, word: object) -> Timeline:
        found = self._words[word]
        if isinstance(found, tuple):
            days, places = found
            found = self._words[word] = Timeline(
                days=days, places=places, size=self._size
            )
        return found


@frozen(eq=False, repr=False)
class _OnDay:
    """The places of the commitments that stand as any of some words says."""

    _stages: Sequence[Stage]
    doubtful: int = 0

    @property
    def most(self) -> int:
        return sum([stage.most for stage in self._stages])

    @property
    def places(self) -> Places:
        return _joined([stage.places for stage in self._stages])

    @property
    def marks(self) -> Sequence[Mark]:
        return marks(self.places)

    @property
    def bits(self) -> int:
        return reduce(or_, [number(stage.bitmap) for stage in self._stages], 0)

    def among(self, marks: Sequence[Mark]) -> Places:
        return _joined([held(marks, stage.bitmap) for stage in self._stages])


def _joined(lists: Sequence[Places]) -> Places:
    """Return the places of all lists, in order."""
    return lists[0] if len(lists) == 1 else sorted({*chain.from_iterable(lists)})


Hits: TypeAlias = _Said | _Sharing | _OnDay
"""What was found for a keyword; see the beginning of this file."""
