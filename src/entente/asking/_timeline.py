"""A set of positions that changes from day to day."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from entente.asking._positions import (
    Bitmap,
    Positions,
    bits_of,
    flip,
    make_bitmap,
    toggle,
)

LISTED: Final = 16
"""A set with one of so many positions is kept as a list too.

The list then takes at most twice the memory of the bitmap.
"""


class Stage(Positions):
    """The set of a `Timeline` at the end of a day: a set that was kept, and changes to it.

    `few` lists the positions of the kept set, if they are few; `count` is their number.
    """

    def __init__(
        self,
        size: int,
        kept: Bitmap,
        few: array[int] | None,
        count: int,
        changes: Sequence[int] = (),
    ) -> None:
        super().__init__(size, count + len(changes))
        self.kept = kept
        self.few = few
        self.count = count
        self._changes = changes

    def changed_by(self, changes: Sequence[int]) -> Stage:
        """Return the stage after some changes, or before them."""
        return Stage(self.size, self.kept, self.few, self.count, changes)

    def as_bitmap(self) -> bytearray:
        """Return the positions as a bitmap."""
        changed = bytearray(self.kept)
        flip(changed, self._changes)
        return changed

    def as_list(self) -> Sequence[int]:
        """Return the positions in order."""
        if self.few is None:
            return super().as_list()
        return toggle(self.few, self._changes)


class Timeline:
    """A set of positions that changes from day to day.

    It is made of changes in any order: days, as ordinals, and positions, each of which enters
    or leaves the set on its day. The set is kept after every so many changes, so a stage near
    any day is at hand.

    >>> timeline = Timeline(days=[20, 10, 30], positions=[1, 0, 0], size=2)
    >>> [list(timeline.on(day)) for day in (9, 10, 25, 30)]
    [[], [0], [0, 1], [1]]
    """

    def __init__(
        self, *, days: Sequence[int], positions: Sequence[int], size: int
    ) -> None:
        # A day and a position in one number sort fast, and arrays of numbers hold nothing
        # that the garbage collector has to look through.
        changes = zip(days, positions, strict=True)
        ordered = sorted(day << 32 | position for day, position in changes)
        self._days = array("i", (each >> 32 for each in ordered))
        self._positions = array("I", (each & 0xFFFFFFFF for each in ordered))
        # At most 512 stages of a bit a record each; to start from the nearest, at most half
        # a step of changes is made.
        self._step = max(64, len(ordered) // 512)
        stage = Stage(size, make_bitmap((), size), array("I"), 0)
        self._stages = [stage]
        for start in range(0, len(ordered), self._step):
            changed = self._positions[start : start + self._step]
            stage = _kept(stage.changed_by(changed))
            self._stages.append(stage)

    def count_until(self, day: int) -> int:
        """Return how many changes there were until the end of a day."""
        return bisect_right(self._days, day)

    def on(self, day: int) -> Stage:
        """Return the set at the end of a day."""
        end = self.count_until(day)
        # The nearest stage may lie after the day: its changes are undone just as well.
        nearest = min(round(end / self._step), len(self._stages) - 1)
        made = nearest * self._step
        # A change made twice is undone, so going back takes the same changes as going on.
        changes = self._positions[min(end, made) : max(end, made)]
        return self._stages[nearest].changed_by(changes)


def _kept(stage: Stage) -> Stage:
    """Return a stage with its changes made."""
    changed = stage.as_bitmap()
    count = bits_of(changed).bit_count()
    few = array("I", stage.as_list()) if count * LISTED <= stage.size else None
    return Stage(stage.size, bytes(changed), few, count)
