"""Where records with an answer stand: what is worked out once so that a question needs no scan.

Each class answers one kind of keyword of `entente.query` with the places of records in a row.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from itertools import chain
from typing import Final, TypeAlias

from attrs import define, field, frozen

from entente.bitmaps import Timeline, bits_of
from entente.edtf import LAST_DAY
from entente.period import Period, hull
from entente.status import Standing


@frozen(eq=False, repr=False)
class Hits:
    """The places of the records that fit for certain, and of those that have to be looked at."""

    sure: int
    doubtful: int = 0


@define(eq=False, repr=False)
class Postings:
    """The places of records by what each of them says: ids, words, or yes and no."""

    size: int
    places: dict[Hashable, array[int]] = field(factory=dict)
    _found: dict[frozenset[Hashable], int] = field(factory=dict)

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
        if wanted not in self._found:
            if len(self._found) >= _LATELY:
                self._found.clear()
            listed = chain.from_iterable(self.places[each] for each in wanted if each in self.places)
            self._found[wanted] = bits_of(listed, self.size)
        return Hits(self._found[wanted])


_LATELY: Final = 256


class Spans:
    """The places of records by the days that a date or a span of each may cover.

    Where that has gaps, or where a record has several, the record has to be looked at.
    """

    def __init__(self, periods: Iterable[Iterable[Period | None]], size: int) -> None:
        hulls: dict[str, tuple[int, int, bool]] = {}
        firsts, after, places, doubtful = (array("i") for _ in range(4))
        for place, listed in enumerate(periods):
            given = [period for period in listed if period is not None]
            single = given[0] if len(given) == 1 else None
            if single is not None and single.edtf not in hulls:
                hulls[single.edtf] = hull(single)
            if single is not None and hulls[single.edtf][2]:
                first, last, _ = hulls[single.edtf]
                firsts.append(first)
                after.append(last + 1)
                places.append(place)
            elif given:
                doubtful.append(place)
        self._begun = Timeline(days=firsts, places=places, size=size)
        self._over = Timeline(days=after, places=places, size=size)
        self._doubtful = bits_of(doubtful, size)

    def find(self, windows: Iterable[Period], *, certain: bool) -> Hits:
        """Return the records that may share a day with a window; that one `certain`ly does has to be looked at."""
        sure = doubtful = 0
        for window in windows:
            first, last, whole = hull(window)
            # What is over before the window begins has begun before it ends.
            found = self._begun.at(last) ^ self._over.at(first)
            if whole and not certain:
                sure |= found
            else:
                doubtful |= found
        return Hits(sure, (doubtful | self._doubtful) & ~sure)


Course: TypeAlias = Iterable[tuple[int, Standing]]


class Courses:
    """The places of commitments by the words for how they stand, on each day."""

    def __init__(
        self, courses: Iterable[Course], words: Callable[[Standing], Iterable[StrEnum | None]], size: int
    ) -> None:
        self._size = size
        self._timelines: dict[object, Timeline] = {}
        self._changes: dict[object, tuple[array[int], array[int]]] = {}
        for place, course in enumerate(courses):
            was = frozenset[object]()
            for day, found in course:
                now = frozenset(words(found))
                for word in was ^ now:
                    days, places = self._changes.setdefault(word, (array("i"), array("i")))
                    days.append(day)
                    places.append(place)
                was = now

    def find(self, wanted: Iterable[object], day: int) -> Hits:
        """Return the commitments that stand as any of the words says on a day."""
        found = 0
        for word in wanted:
            if word in self._changes:
                days, places = self._changes.pop(word)
                self._timelines[word] = Timeline(days=days, places=places, size=self._size)
            if word in self._timelines:
                found |= self._timelines[word].at(min(day, LAST_DAY))
        return Hits(found)
