"""Sets of places in a row of records: bitmaps while they are many, and lists in order while they are few.

A bitmap takes a bit a record. In a `Bitmap`, which is bytes, single places are looked up; as one whole
number, which is called ``bits``, it is joined and intersected at the speed of the memory. To take the
records at its places out of a row, all of it has to be gone through, so of a small set the list is quicker.

A `Timeline` holds such a set for each day: which places are in it at the end of that day.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final, TypeAlias, TypeVar

from attrs import evolve, frozen

T = TypeVar("T")

Bitmap: TypeAlias = bytes | bytearray
"""A bit for each place, the first of them in the first byte's lowest."""

Mark: TypeAlias = tuple[int, int, int]
"""A place, and where it stands in a bitmap: in which byte, and that bit alone."""

_TRUTH: Final = bytes.maketrans(b"01", b"\0\1")
_PLACES: Final = tuple(
    tuple(place for place in range(8) if byte >> place & 1) for byte in range(256)
)
_FEW: Final = 40
_SOME: Final = 9
"""One item in so many is few, or some: then only the pieces of the set, or the bytes, that have one are looked at."""
_PIECE: Final = 128
_LISTED: Final = 16
"""A set with one place in so many is kept as a list, too, which then takes at most twice the bitmap's memory."""


def bitmap(places: Iterable[int], size: int) -> bytearray:
    """Return the set of the places, below `size`, that are listed an odd number of times.

    >>> bin(bitmap([0, 3], 4)[0]), bin(bitmap([0, 3, 3], 4)[0])
    ('0b1001', '0b1')
    """
    made = bytearray(size // 8 + 1)
    _flip(made, places)
    return made


def _flip(bitmap: bytearray, places: Iterable[int]) -> None:
    for place in places:
        bitmap[place >> 3] ^= 1 << (place & 7)


def number(bitmap: Bitmap) -> int:
    """Return a bitmap as one whole number.

    >>> bin(number(bitmap([0, 3], 4)) & number(bitmap([1, 3], 4)))
    '0b1000'
    """
    return int.from_bytes(bitmap, "little")


def marks(places: Iterable[int]) -> list[Mark]:
    """Return where some places stand in a bitmap.

    >>> marks([3, 9])
    [(3, 0, 8), (9, 1, 2)]
    """
    return [(place, place >> 3, 1 << (place & 7)) for place in places]


def held(marks: Iterable[Mark], bitmap: Bitmap) -> list[int]:
    """Return those of some places that are in a bitmap.

    >>> held(marks([3, 9]), bitmap([0, 9], 16))
    [9]
    """
    return [place for place, byte, bit in marks if bitmap[byte] & bit]


def taken(items: Sequence[T], bits: int) -> tuple[T, ...]:
    """Return the items at the places that the bits of a number stand for, in their order.

    >>> taken("abcdef", number(bitmap([0, 3], 6)))
    ('a', 'd')
    """
    count = bits.bit_count()
    if count * _SOME > len(items):
        digits = format(bits, f"0{len(items)}b")[::-1]
        return tuple(compress(items, digits.encode().translate(_TRUTH)))
    data = bits.to_bytes(len(items) // 8 + 1, "little")
    if count * _FEW > len(items):
        starts = compress(range(0, len(data) * 8, 8), data)
        filled = data.translate(None, b"\0")
        return tuple(
            [
                items[start + place]
                for start, byte in zip(starts, filled, strict=True)
                for place in _PLACES[byte]
            ]
        )
    found: list[T] = []
    for start in range(0, len(data), _PIECE):
        piece = number(data[start : start + _PIECE])
        while piece:
            lowest = piece & -piece
            found.append(items[start * 8 + lowest.bit_length() - 1])
            piece ^= lowest
    return tuple(found)


@frozen(eq=False, repr=False)
class Stage:
    """The set of a `Timeline` as it is at the end of a day: one that was kept, and what has changed since or will.

    `few` lists the places of the one that was kept, if they are few, and `count` is how many they are.
    """

    size: int
    kept: bytes
    count: int
    few: array[int] | None
    changes: Sequence[int] = ()

    @property
    def most(self) -> int:
        """How many places there are at the most."""
        return self.count + len(self.changes)

    @property
    def bitmap(self) -> bytearray:
        """The places as a bitmap."""
        bitmap = bytearray(self.kept)
        _flip(bitmap, self.changes)
        return bitmap

    @property
    def places(self) -> Sequence[int]:
        """The places, in order."""
        if self.few is None:
            return taken(range(self.size), number(self.bitmap))
        return _changed(self.few, self.changes)


class Timeline:
    """A set of places that changes from day to day.

    It is made of the changes, in any order: the days, as ordinals, and places of which each enters or
    leaves the set on its day. The set is kept as it stands after every so many of them, so that it is
    near for any day.

    >>> timeline = Timeline(days=[20, 10, 30], places=[1, 0, 0], size=2)
    >>> [list(timeline.on(day).places) for day in (9, 10, 25, 30)]
    [[], [0], [0, 1], [1]]
    """

    def __init__(
        self, *, days: Sequence[int], places: Sequence[int], size: int
    ) -> None:
        # One number for both sorts fast, and is nothing that Python's collector looks through.
        ordered = sorted(
            day << 32 | place for day, place in zip(days, places, strict=True)
        )
        self._days = array("i", (each >> 32 for each in ordered))
        self._places = array("I", (each & 0xFFFFFFFF for each in ordered))
        self._step = max(64, len(ordered) // 512)
        stage = Stage(size, bytes(size // 8 + 1), 0, array("I"))
        self._stages = [stage]
        for start in range(0, len(ordered), self._step):
            stage = _settled(
                evolve(stage, changes=self._places[start : start + self._step])
            )
            self._stages.append(stage)

    def count_until(self, day: int) -> int:
        """Return how many changes there were until the end of a day."""
        return bisect_right(self._days, day)

    def on(self, day: int) -> Stage:
        """Return the set as it is at the end of a day."""
        end = self.count_until(day)
        nearest = min(round(end / self._step), len(self._stages) - 1)
        stage, at = self._stages[nearest], nearest * self._step
        changes = self._places[end:at] if end < at else self._places[at:end]
        return Stage(stage.size, stage.kept, stage.count, stage.few, changes)


def _settled(stage: Stage) -> Stage:
    """Return a stage to which nothing is to be done any more."""
    bitmap = stage.bitmap
    count = number(bitmap).bit_count()
    few = array("I", stage.places) if count * _LISTED <= stage.size else None
    return Stage(stage.size, bytes(bitmap), count, few)


def _changed(places: array[int], changes: Iterable[int]) -> array[int]:
    """Return places, in order, with those added or left out that are listed an odd number of times."""
    odd: set[int] = set()
    for place in changes:
        odd ^= {place}
    found, at = array("I"), 0
    for place in sorted(odd):
        end = bisect_left(places, place, at)
        found += places[at:end]
        if end < len(places) and places[end] == place:
            at = end + 1
        else:
            at = end
            found.append(place)
    return found + places[at:]
