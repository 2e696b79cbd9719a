"""Sets of positions in a row of records: lists while they are few, bitmaps while they are many.

A bitmap takes one bit for each record. As one whole number (`bits`) it is joined and
intersected at the speed of the memory; as bytes (`Bitmap`) it is asked for single positions.
To take records from a bitmap all of it has to be read, so a small set is quicker as a list.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, compress
from operator import or_
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")

Bitmap: TypeAlias = bytes | bytearray
"""A bit for each position; the lowest bit of the first byte is that of the first."""

FEW: Final = 16
"""A set with one of so many records is few: taken from a list, not from a bitmap.

Timed with 10,000 and 100,000 records: one list at hand is quicker at any size, but four lists to
merge first take about as long as the bits at one in 16, and longer above.
"""

NARROW: Final = 64
"""If one of two sets holds one of so many records, the other is asked for these alone.

Timed with 10,000 and 100,000 records against a set of half of them: at one in 64 both ways take
the same time, and at one in 16 the bits take half as long.
"""

EVERY: Final = -1
"""The bits of all positions, however many there are."""


class Check(NamedTuple):
    """A test that records at some positions have yet to pass."""

    bits: int
    """The positions, or `EVERY`."""
    test: Callable[[Any], bool]


BitAddress: TypeAlias = tuple[int, int, int]
"""A position, the number of its byte in a bitmap, and its bit in that byte.

A plain tuple: hundreds are made for a question, and a class takes three times as long.
"""


class Positions:
    """A set of positions in a row of `size` records, worked out no further than needed.

    `most` is an upper bound of its length. `checks` are tests that the records found have yet
    to pass; they are applied last, in `take`.

    A set can be had as a list, as a bitmap and as bits. A subclass gives one of these forms,
    and any other that it makes faster than from the one before.
    """

    def __init__(
        self, size: int, most: int, checks: tuple[Check, ...] = ()
    ) -> None:
        self.size = size
        self.most = most
        self.checks = checks

    def as_list(self) -> Sequence[int]:
        """Return the positions in order; costly if they are many."""
        return take(range(self.size), self.as_bits())

    def as_bitmap(self) -> Bitmap:
        """Return the positions as a bitmap."""
        return make_bitmap(self.as_list(), self.size)

    def as_bits(self) -> int:
        """Return the positions as the bits of a whole number."""
        return bits_of(self.as_bitmap())

    def addresses(self) -> list[BitAddress]:
        """Return the positions with their bytes and bits in any bitmap."""
        return [(each, each >> 3, 1 << (each & 7)) for each in self.as_list()]

    def intersect(self, few: Positions) -> Sequence[int]:
        """Return the positions in a small set that are in this one too, in order."""
        within = self.as_bitmap()
        return [
            each for each, byte, bit in few.addresses() if within[byte] & bit
        ]

    @property
    def is_few(self) -> bool:
        """Whether records are sooner taken from a list than from a bitmap."""
        return self.most * FEW <= self.size

    def __iter__(self) -> Iterator[int]:
        return iter(self.as_list())

    def __and__(self, other: Positions) -> Positions:
        fewer, more = (
            (self, other) if self.most <= other.most else (other, self)
        )
        checks = (*fewer.checks, *more.checks)
        if fewer.most * NARROW <= self.size:
            return PositionList(self.size, more.intersect(fewer), checks)
        return _PositionBits(
            self.size, fewer.most, fewer.as_bits() & more.as_bits(), checks
        )

    def __or__(self, other: Positions) -> Positions:
        return union(self.size, (self, other), (*self.checks, *other.checks))

    def take(self, records: Sequence[T]) -> tuple[T, ...]:
        """Return the records at these positions that pass the checks, in order."""
        if self.is_few:
            found: Iterable[T] = [
                records[position] for position in self.as_list()
            ]
            for check in self.checks:
                found = filter(check.test, found)
            return tuple(found)
        bits = self.as_bits()
        for check in self.checks:
            bits ^= self._failing(records, bits & check.bits, check.test)
        return take(records, bits)

    def _failing(
        self, records: Sequence[T], bits: int, test: Callable[[T], bool]
    ) -> int:
        """Return the bits of the positions whose records fail a test."""
        positions = take(range(self.size), bits)
        wrong = (each for each in positions if not test(records[each]))
        return bits_of(make_bitmap(wrong, self.size))


class PositionList(Positions):
    """Positions that are at hand as a list."""

    def __init__(
        self, size: int, listed: Sequence[int], checks: tuple[Check, ...] = ()
    ) -> None:
        super().__init__(size, len(listed), checks)
        self._listed = listed

    def as_list(self) -> Sequence[int]:
        """Return the positions in order."""
        return self._listed


class _PositionBits(Positions):
    """Positions that are at hand as bits."""

    def __init__(
        self, size: int, most: int, bits: int, checks: tuple[Check, ...]
    ) -> None:
        super().__init__(size, most, checks)
        self._bits = bits

    def as_bits(self) -> int:
        """Return the positions as bits."""
        return self._bits

    def as_bitmap(self) -> Bitmap:
        """Return the positions as a bitmap."""
        return self._bits.to_bytes(self.size // 8 + 1, "little")

    @property
    def is_few(self) -> bool:
        """False: a list would be made from the same bits."""
        return False


class _Union(Positions):
    """The positions in any of several sets."""

    def __init__(
        self, size: int, parts: Sequence[Positions], checks: tuple[Check, ...]
    ) -> None:
        super().__init__(size, sum([part.most for part in parts]), checks)
        self._parts = parts

    def as_list(self) -> Sequence[int]:
        """Return the positions in order."""
        return merge([part.as_list() for part in self._parts])

    def as_bits(self) -> int:
        """Return the positions as bits."""
        return reduce(or_, [part.as_bits() for part in self._parts], 0)

    def intersect(self, few: Positions) -> Sequence[int]:
        """Return the positions of `few` that are in any of the sets."""
        return merge([part.intersect(few) for part in self._parts])


def union(
    size: int, parts: Sequence[Positions], checks: tuple[Check, ...] = ()
) -> Positions:
    """Return the positions in any of some sets, which share the same `checks`."""
    if len(parts) == 1:
        return parts[0]
    return _Union(size, parts, checks)


def merge(lists: Sequence[Sequence[int]]) -> Sequence[int]:
    """Return the positions of several lists once each, in order.

    >>> merge([[1, 5], [2, 5]])
    [1, 2, 5]
    """
    return (
        lists[0] if len(lists) == 1 else sorted({*chain.from_iterable(lists)})
    )


# --- bitmaps -----------------------------------------------------------------------------

_AS_TRUTH: Final = bytes.maketrans(b"01", b"\0\1")

_BITS_OF_BYTE: Final = tuple(
    tuple(place for place in range(8) if byte >> place & 1)
    for byte in range(256)
)

# Timed with 10,000 and 100,000 items: from one item in nine on it is quicker to look only at
# bytes with a bit, and from about one in 64 on only at pieces of 128 bytes.
_DENSE: Final = 9
_SPARSE: Final = 64
_PIECE: Final = 128


def make_bitmap(positions: Iterable[int], size: int) -> bytearray:
    """Return the bitmap of the positions, below `size`, listed an odd number of times.

    >>> bin(make_bitmap([0, 3], 4)[0]), bin(make_bitmap([0, 3, 3], 4)[0])
    ('0b1001', '0b1')
    """
    made = bytearray(size // 8 + 1)
    flip(made, positions)
    return made


def flip(changed: bytearray, positions: Iterable[int]) -> None:
    """Change the bit of each position in a bitmap."""
    for position in positions:
        changed[position >> 3] ^= 1 << (position & 7)


def bits_of(of: Bitmap) -> int:
    """Return a bitmap as one whole number.

    >>> bin(bits_of(make_bitmap([0, 3], 4)) & bits_of(make_bitmap([1, 3], 4)))
    '0b1000'
    """
    return int.from_bytes(of, "little")


def take(items: Sequence[T], bits: int) -> tuple[T, ...]:
    """Return the items at the positions that bits stand for, in order.

    >>> take("abcdef", bits_of(make_bitmap([0, 3], 6)))
    ('a', 'd')
    """
    count = bits.bit_count()
    if count * _DENSE > len(items):
        return _take_dense(items, bits)
    data = bits.to_bytes(len(items) // 8 + 1, "little")
    if count * _SPARSE > len(items):
        return _take_by_bytes(items, data)
    return _take_by_pieces(items, data)


def _take_dense(items: Sequence[T], bits: int) -> tuple[T, ...]:
    digits = format(bits, f"0{len(items)}b")[::-1]
    return tuple(compress(items, digits.encode().translate(_AS_TRUTH)))


def _take_by_bytes(items: Sequence[T], data: bytes) -> tuple[T, ...]:
    starts = compress(range(0, len(data) * 8, 8), data)
    filled = data.translate(None, b"\0")
    return tuple(
        [
            items[start + place]
            for start, byte in zip(starts, filled, strict=True)
            for place in _BITS_OF_BYTE[byte]
        ]
    )


def _take_by_pieces(items: Sequence[T], data: bytes) -> tuple[T, ...]:
    found: list[T] = []
    for start in range(0, len(data), _PIECE):
        piece = bits_of(data[start : start + _PIECE])
        while piece:
            lowest = piece & -piece
            found.append(items[start * 8 + lowest.bit_length() - 1])
            piece ^= lowest
    return tuple(found)


def toggle(positions: array[int], changes: Iterable[int]) -> array[int]:
    """Return ordered positions with each change added, or taken out if it was there.

    A position that is changed twice stays as it was.

    >>> toggle(array("I", [1, 4]), [4, 2, 9, 9])
    array('I', [1, 2])
    """
    odd: set[int] = set()
    for position in changes:
        odd ^= {position}
    # There are few changes and maybe thousands of positions, so runs are copied whole.
    made, copied = array("I"), 0
    for position in sorted(odd):
        end = bisect_left(positions, position, copied)
        made += positions[copied:end]
        copied = end
        if end < len(positions) and positions[end] == position:
            copied += 1
        else:
            made.append(position)
    return made + positions[copied:]
