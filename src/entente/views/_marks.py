"""The content of a view: rows with their facts and marks, reference lines and an axis.

`_text` and `_spec` draw it. Positions on an axis are floats: ordinals of days
(`datetime.date.toordinal`), or amounts in the unit of the axis. A mark without a bound reaches to
infinity.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Final

from attrs import evolve, frozen

from entente.records._wording import day_text


@frozen
class MarkStyle:
    """How one kind of mark looks in text and in charts, and its `words` in the legend.

    `glyph` is its letter in text, and `hollow` that of an uncertain one. `shape` is a name that
    Vega knows or an SVG path, `colour` a name in the palettes of `_spec`.
    """

    words: str
    glyph: str
    shape: str
    colour: str
    hollow: str = ""


# SVG paths around the position of a mark; Vega scales them so that 2 units are its width.
_BOX: Final = (
    "M-1.4,-0.6L1.4,-0.6L1.4,0.6L-1.4,0.6Z"  # a bar, in the legend only
)
_POST: Final = "M-0.2,-1.2L0.2,-1.2L0.2,1.2L-0.2,1.2Z"
_POST_WITH_ARROW: Final = (  # the arrow points back: until then
    "M-0.2,-1.2L0.2,-1.2L0.2,1.2L-0.2,1.2L-0.2,0.5L-1.6,0L-0.2,-0.5Z"
)
_CROSS: Final = "M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7"
_RIGHT: Final = "M0,-1.1L1.8,0L0,1.1Z"
_LEFT: Final = "M0,-1.1L-1.8,0L0,1.1Z"
_HOOK_LEFT: Final = "M0.4,-0.8L-0.4,0L0.4,0.8"
_HOOK_RIGHT: Final = "M-0.4,-0.8L0.4,0L-0.4,0.8"
_QUESTION: Final = (
    "M-0.4,-0.5C-0.4,-1.2,0.5,-1.2,0.5,-0.5C0.5,0,0,0,0,0.5M0,0.8L0,1"
)

BARS: Final[Mapping[str, MarkStyle]] = {
    # Days, and ranges of amounts
    "possible": MarkStyle("possible", "░", _BOX, "pale"),
    "due time": MarkStyle("due in this period", "┈", _BOX, "due pale"),
    "certain": MarkStyle("certain", "█", _BOX, "solid"),
    # Numbers of commitments
    "done": MarkStyle("done", "█", _BOX, "done"),
    "going": MarkStyle("in progress, or not due yet", "▓", _BOX, "going"),
    "behind": MarkStyle("not done, abandoned or broken", "▒", _BOX, "behind"),
    "open": MarkStyle("not reported, or no deadline", "░", _BOX, "pale"),
    # Numbers of promises between two parties
    "firm": MarkStyle("firm promises", "█", _BOX, "done"),
    "weak": MarkStyle("weaker items", "░", _BOX, "pale"),
    # Numbers of records on a theme
    "own": MarkStyle("records on the theme itself", "█", _BOX, "solid"),
    "narrower": MarkStyle("records on narrower themes", "░", _BOX, "pale"),
}
"""The kinds of mark that reach from a start to an end. Later ones are drawn over earlier ones."""

COUNTS: Final = ("done", "going", "behind", "open", "own", "narrower")
"""The bars that show a number. Its text is left out where it does not fit into the bar."""

POINTS: Final[Mapping[str, MarkStyle]] = {
    "meeting": MarkStyle("meeting", "◆", "diamond", "meeting", "◇"),
    "cancelled": MarkStyle("meeting cancelled", "✕", _CROSS, "due"),
    "agreement": MarkStyle("agreement", "■", "square", "agreement", "□"),
    # Commitments, and the reports on them
    "made": MarkStyle("promise made", "●", "circle", "made", "○"),
    "declared": MarkStyle(
        "report by a party", "▲", "triangle-up", "report", "△"
    ),
    "assessed": MarkStyle(
        "report by others", "▼", "triangle-down", "report", "▽"
    ),
    "due": MarkStyle("due", "┃", _POST, "due", "╎"),
    "due by": MarkStyle("due by this day", "┫", _POST_WITH_ARROW, "due", "┤"),
    # Amounts, which never share an axis with days
    "amount": MarkStyle("amount, or a bound", "●", "circle", "made", "○"),
    "or less": MarkStyle("no lower bound", "◀", _LEFT, "edge"),
    "or more": MarkStyle("no upper bound", "▶", _RIGHT, "edge"),
    # Ends of periods
    "goes on": MarkStyle("no end is set", "▶", _RIGHT, "edge"),
    "goes back": MarkStyle("no beginning is set", "◀", _LEFT, "edge"),
    "unknown": MarkStyle("unknown date", "?", _QUESTION, "ink"),
    # Edges of the axis
    "earlier": MarkStyle("before the period shown", "‹", _HOOK_LEFT, "ink"),
    "later": MarkStyle("after the period shown", "›", _HOOK_RIGHT, "ink"),
}
"""The kinds of mark at one position, in the order of the legend."""

STYLES: Final[Mapping[str, MarkStyle]] = {**BARS, **POINTS}
"""All kinds of mark."""

ORDER: Final = tuple(STYLES)
"""The kinds of mark in the order of the legend, in which they are also drawn."""


# Why a mark is hollow.
UNCERTAIN: Final = "uncertain, or one day between the two"
PLANNED: Final = "proposed, planned or sought"
REPLACED: Final = "a deadline that was moved"
INEXACT: Final = "approximate, or a bound not reached"


@frozen(kw_only=True)
class Mark:
    """One sign in a row, from `start` to `end`, which are equal for a point.

    `hollow` gives the reasons for which it is drawn hollow, in the words of the legend; without one it
    is filled. `text` is written in or next to it.
    """

    kind: str
    start: float
    end: float
    hollow: tuple[str, ...] = ()
    text: str = ""

    @property
    def glyph(self) -> str:
        """Its letter in text."""
        style = STYLES[self.kind]
        # Some kinds are never hollow, or look the same.
        if self.hollow and style.hollow:
            return style.hollow
        return style.glyph


def point(
    kind: str, at: float, *, hollow: tuple[str, ...] = (), text: str = ""
) -> Mark:
    """Return a mark at one position."""
    return Mark(kind=kind, start=at, end=at, hollow=hollow, text=text)


@frozen(kw_only=True)
class ViewRow:
    """One row of a view: a label, named facts for the table, and marks to draw.

    Rows with the same `group` follow its heading; `depth` indents a row below its parent in a tree.
    `aside` is a short summary next to the drawing.
    """

    label: str
    facts: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    group: str = ""
    depth: int = 0
    aside: str = ""


@frozen(kw_only=True)
class ReferenceLine:
    """A line across all rows, such as the day that a view describes, or a target."""

    at: float
    label: str


@frozen
class Column:
    """A column of an axis: its name, and a shorter one where that has no room."""

    name: str
    code: str

    @property
    def key(self) -> str:
        """What its short name stands for; empty if that is the beginning of its name."""
        is_clear = self.name.startswith(self.code)
        return "" if is_clear else f"{self.code}: {self.name}"


@frozen(kw_only=True)
class Axis:
    """The scale from `low` to `high`: of days, or of amounts in `unit`.

    A `whole` axis has labels at whole numbers only. One with `columns` has no scale: each column is one
    unit wide, and the first begins at zero.
    """

    low: float
    high: float
    is_time: bool = True
    unit: str = ""
    whole: bool = False
    columns: tuple[Column, ...] = ()

    def shows(self, position: float) -> bool:
        """Return whether a position lies within the axis."""
        return self.low <= position <= self.high

    def clip(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """Yield the marks of a row cut to the axis, as `clipped` does."""
        for mark, _ in self.clipped(marks):
            yield mark

    def clipped(
        self, marks: Iterable[Mark]
    ) -> Iterator[tuple[Mark, tuple[Mark, ...]]]:
        """Yield the marks of a row cut to the axis, each with the whole marks that it is drawn for.

        One sign at an edge is for all that lies beyond, with the dates or amounts of marks wholly outside.
        """
        before: list[Mark] = []
        after: list[Mark] = []
        for mark in marks:
            # An infinite end has an arrow of its own.
            is_before = -math.inf < mark.end < self.low
            is_after = self.high < mark.start < math.inf
            if is_before or -math.inf < mark.start < self.low:
                before.append(mark)
            if is_after or self.high < mark.end < math.inf:
                after.append(mark)
            if not is_before and not is_after:
                start = min(max(mark.start, self.low), self.high)
                end = min(max(mark.end, self.low), self.high)
                yield evolve(mark, start=start, end=end), (mark,)
        if before:
            ends = {self.last_of(each) for each in before}
            text = self._beyond(each for each in ends if each < self.low)
            yield point("earlier", self.low, text=text), tuple(before)
        if after:
            starts = {each.start for each in after}
            text = self._beyond(each for each in starts if each > self.high)
            yield point("later", self.high, text=text), tuple(after)

    def last_of(self, mark: Mark) -> float:
        """Return the last position of a mark: a bar of days ends where the day after begins."""
        return mark.end - 1 if self.is_time and mark.kind in BARS else mark.end

    def _beyond(self, positions: Iterable[float]) -> str:
        """Return the dates or amounts at some positions; of more than two, the first and how many more."""
        labels = [self.label_at(each) for each in sorted(positions)]
        if len(labels) > 2:
            return f"{labels[0]} and {len(labels) - 1} more"
        return ", ".join(labels)

    def label_steps(self) -> Iterator[float]:
        """Yield distances between labels, the least first: 1, 2 or 5 times a power of ten."""
        # Steps below a hundredth of the axis would make more labels than it has room for.
        exponent = math.floor(math.log10(self.high - self.low)) - 1
        if self.whole:
            exponent = max(exponent, 0)
        while True:
            for count in (1, 2, 5):
                yield count * 10.0**exponent
            exponent += 1

    def label_at(self, position: float) -> str:
        """Return the date or the amount at a position."""
        if self.is_time:
            return day_text(day_at(position))
        return f"{position:,.15g}"


def used_kinds(marks: Iterable[Mark]) -> list[str]:
    """Return the kinds of some marks, in the order of the legend."""
    kinds = {mark.kind for mark in marks}
    return sorted(kinds, key=ORDER.index)


def hollow_meanings(marks: Iterable[Mark]) -> list[str]:
    """Return the words of the legend for hollow marks, each reason once.

    If there are several, each names the kinds of mark that are hollow for it.
    """
    kinds: dict[str, set[str]] = {}
    for mark in marks:
        for reason in mark.hollow:
            kinds.setdefault(reason, set()).add(mark.kind)
    if len(kinds) == 1:
        return [f"hollow: {reason}" for reason in kinds]
    return [
        f"hollow ({_kind_words(found)}): {reason}"
        for reason, found in kinds.items()
    ]


def _kind_words(kinds: Iterable[str]) -> str:
    ordered = sorted(kinds, key=ORDER.index)
    return ", ".join(STYLES[kind].words for kind in ordered)


def axis_of_columns(columns: Iterable[Column]) -> Axis:
    """Return an axis of columns; without any it has the room of one."""
    found = tuple(columns)
    return Axis(low=0, high=max(len(found), 1), is_time=False, columns=found)


def day_at(position: float) -> datetime.date:
    """Return the day at a position, or the first or last that Python has."""
    # An axis has a margin, which may go beyond the years 1 to 9999.
    ordinal = min(max(int(position), 1), datetime.date.max.toordinal())
    return datetime.date.fromordinal(ordinal)


_SOME_DAY: Final = datetime.date(2000, 1, 1).toordinal()
"""The middle of an axis that has nothing to show."""

_DECADE: Final = 3653
"""In days. Gaps up to this long are always shown."""

_OVER_A_MONTH: Final = 32
"""In days: margins are at least so wide, so that the axis has a label for some month."""

_MARGIN_OF_DAYS: Final = 0.03
_MARGIN_OF_AMOUNTS: Final = 0.06


def axis_of_days(
    rows: Iterable[ViewRow], reference_lines: Iterable[ReferenceLine]
) -> Axis:
    """Return an axis for rows in time, without wide gaps at its ends.

    A treaty of 1904 must not squeeze all of 2024 into one dot.
    """
    days = _longest_part(sorted(_finite_positions(rows, reference_lines)))
    first, last = (days[0], days[-1]) if days else (_SOME_DAY, _SOME_DAY)
    margin = max((last - first) * _MARGIN_OF_DAYS, _OVER_A_MONTH)
    return Axis(low=max(first - margin, 1), high=last + margin)


def _longest_part(days: list[float]) -> list[float]:
    """Cut sorted days at each gap that takes more than half of the axis, and keep the larger side.

    >>> _longest_part([695_000, 738_700, 738_900, 739_000])
    [738700, 738900, 739000]
    """
    while len(days) > 1:
        gaps = [
            (right - left, at)
            for at, (left, right) in enumerate(pairwise(days), 1)
        ]
        widest, cut = max(gaps)
        if widest <= max((days[-1] - days[0]) / 2, _DECADE):
            break
        before, after = days[:cut], days[cut:]
        days = after if len(after) > len(before) else before
    return days


def axis_of_amounts(
    rows: Iterable[ViewRow],
    reference_lines: Iterable[ReferenceLine],
    unit: str,
    *,
    whole: bool = False,
) -> Axis:
    """Return an axis for rows of amounts in `unit`, which includes zero."""
    amounts = [0.0, *_finite_positions(rows, reference_lines)]
    low, high = min(amounts), max(amounts)
    margin = (high - low) * _MARGIN_OF_AMOUNTS
    if margin == 0:
        # All is zero, or too small for a share of it to be a float.
        margin = 1.0
    elif whole:
        # Bars of counts begin at zero and fill the axis.
        margin = 0.0
    # Zero is always on the axis, so `low` is at most zero and `high` at least.
    only_below = low < 0 and high == 0
    return Axis(
        low=low - margin if low < 0 else low,
        high=high if only_below else high + margin,
        is_time=False,
        unit=unit,
        whole=whole,
    )


def _finite_positions(
    rows: Iterable[ViewRow], reference_lines: Iterable[ReferenceLine]
) -> Iterator[float]:
    """Yield where marks begin and end, and where lines are, but no infinity."""
    marks = chain.from_iterable(row.marks for row in rows)
    ends = chain.from_iterable((mark.start, mark.end) for mark in marks)
    yield from filter(math.isfinite, ends)
    yield from (line.at for line in reference_lines)
