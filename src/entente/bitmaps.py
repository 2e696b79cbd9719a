"""Sets of places in a row of records, as the bits of one whole number.

Such a set takes a bit a record, and two of them are joined or intersected at the speed of the memory.
A `Timeline` holds such a set for each day: which places are in it at the end of that day.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Final, TypeVar

T = TypeVar("T")

_TRUTH: Final = bytes.maketrans(b"01", b"\0\1")
_PLACES: Final = tuple(tuple(place for place in range(8) if byte >> place & 1) for byte in range(256))
_FEW: Final = 40
_SOME: Final = 9
"""One item in so many is few, or some: then only the pieces of the set, or the bytes, that have one are looked at."""
_PIECE: Final = 128


def bits_of(places: Iterable[int], size: int) -> int:
    """Return the set of some places, which are below `size`.

    >>> bin(bits_of([0, 3, 3], 4))
    '0b1001'
    """
    bits = bytearray(size // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _flipped(places: Iterable[int], size: int) -> int:
    """Return the set of the places that are listed an odd number of times."""
    bits = bytearray(size // 8 + 1)
    for place in places:
        bits[place >> 3] ^= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def taken(items: Sequence[T], bits: int) -> tuple[T, ...]:
    """Return the items at the places of a set, in their order.

    >>> taken("abcdef", bits_of([0, 3], 6))
    ('a', 'd')
    """
    count = bits.bit_count()
    if count * _SOME > len(items):
        digits = format(bits, f"0{len(items)}b")[::-1]
        return tuple(compress(items, digits.encode().translate(_TRUTH)))
    data = bits.to_bytes(len(items) // 8 + 1, "little")
    if count * _FEW > len(items):
        held = compress(range(len(data)), data)
        return tuple([items[byte * 8 + place] for byte in held for place in _PLACES[data[byte]]])
    found: list[T] = []
    for start in range(0, len(data), _PIECE):
        piece = int.from_bytes(data[start : start + _PIECE], "little")
        while piece:
            lowest = piece & -piece
            found.append(items[start * 8 + lowest.bit_length() - 1])
            piece ^= lowest
    return tuple(found)


class Timeline:
    """A set of places that changes from day to day.

    It is made of the changes, in any order: the days, as ordinals, and places of which each enters or
    leaves the set on its day. The set is kept as it stands after every so many of them, so that it is
    near for any day.

    >>> timeline = Timeline(days=[20, 10, 30], places=[1, 0, 0], size=2)
    >>> [bin(timeline.at(day)) for day in (9, 10, 25, 30)]
    ['0b0', '0b1', '0b11', '0b10']
    """

    def __init__(self, *, days: Sequence[int], places: Sequence[int], size: int) -> None:
        # One number for both sorts fast, and is nothing that Python's collector looks through.
        ordered = sorted(day << 32 | place for day, place in zip(days, places, strict=True))
        self._size = size
        self._days = array("i", (each >> 32 for each in ordered))
        self._places = array("I", (each & 0xFFFFFFFF for each in ordered))
        self._step = max(64, len(ordered) // 512)
        self._kept = [0]
        for start in range(0, len(ordered), self._step):
            changed = _flipped(self._places[start : start + self._step], size)
            self._kept.append(self._kept[-1] ^ changed)

    def at(self, day: int) -> int:
        """Return the set as it is at the end of a day."""
        end = bisect_right(self._days, day)
        nearest = min(round(end / self._step), len(self._kept) - 1)
        first, last = sorted((end, nearest * self._step))
        return self._kept[nearest] ^ _flipped(self._places[first:last], self._size)
