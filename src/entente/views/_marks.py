"""What a view is made of: rows, each with the facts that are told and the marks that are drawn.

Nothing here knows how to draw. A mark lies on an axis of days, by their ordinals, or of amounts; where
there is no bound, it reaches to infinity.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen


@frozen
class MarkStyle:
    """What the marks of a kind look like in a text and in a chart, and what the legend says of them.

    `shape` is one of Vega's or an SVG path, `colour` the name of a colour in the palettes, `hollow`
    the glyph of what is not sure.
    """

    words: str
    glyph: str
    shape: str
    colour: str
    hollow: str = ""


_RANGE: Final = "M-1.4,-0.6L1.4,-0.6L1.4,0.6L-1.4,0.6Z"
_BAR: Final = "M-0.2,-1.2L0.2,-1.2L0.2,1.2L-0.2,1.2Z"
_BAR_WITH_ARROW: Final = (
    "M-0.2,-1.2L0.2,-1.2L0.2,1.2L-0.2,1.2L-0.2,0.5L-1.6,0L-0.2,-0.5Z"
)
_CROSS: Final = "M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7"
_RIGHT: Final = "M0,-1.1L1.8,0L0,1.1Z"
_LEFT: Final = "M0,-1.1L-1.8,0L0,1.1Z"
_QUERY: Final = "M-0.4,-0.5C-0.4,-1.2,0.5,-1.2,0.5,-0.5C0.5,0,0,0,0,0.5M0,0.8L0,1"

BARS: Final[Mapping[str, MarkStyle]] = {
    "possible": MarkStyle("possible", "░", _RANGE, "pale"),
    "due time": MarkStyle("time in which it is due", "┈", _RANGE, "due pale"),
    "certain": MarkStyle("certain", "█", _RANGE, "solid"),
    "done": MarkStyle("done", "█", _RANGE, "done"),
    "going": MarkStyle("going on, or not due yet", "▓", _RANGE, "going"),
    "behind": MarkStyle("not done, or given up", "▒", _RANGE, "behind"),
    "open": MarkStyle("not told, or without a deadline", "░", _RANGE, "pale"),
    "own": MarkStyle("records on the theme itself", "█", _RANGE, "solid"),
    "narrower": MarkStyle("records on narrower themes", "░", _RANGE, "pale"),
}
"""What is drawn from a start to an end, in this order: what is sure lies over what is not."""

COUNTS: Final = ("done", "going", "behind", "open", "own", "narrower")
"""Which bars stand for a number, and say it if they have room."""

POINTS: Final[Mapping[str, MarkStyle]] = {
    "meeting": MarkStyle("meeting", "◆", "diamond", "meeting", "◇"),
    "cancelled": MarkStyle("meeting cancelled", "✕", _CROSS, "due"),
    "agreement": MarkStyle("agreement", "■", "square", "agreement", "□"),
    "made": MarkStyle("promise made", "●", "circle", "made", "○"),
    "declared": MarkStyle("report by a party", "▲", "triangle-up", "report", "△"),
    "assessed": MarkStyle("report by others", "▼", "triangle-down", "report", "▽"),
    "due": MarkStyle("due", "┃", _BAR, "due", "╎"),
    "due by": MarkStyle("due at any time until then", "┫", _BAR_WITH_ARROW, "due", "┤"),
    "amount": MarkStyle("amount, or a bound of it", "●", "circle", "made", "○"),
    "or less": MarkStyle("no lower bound", "◀", _LEFT, "edge"),
    "or more": MarkStyle("no upper bound", "▶", _RIGHT, "edge"),
    "goes on": MarkStyle("no end is set", "▶", _RIGHT, "edge"),
    "goes back": MarkStyle("no beginning is set", "◀", _LEFT, "edge"),
    "unknown": MarkStyle("nothing is known of this end", "?", _QUERY, "ink"),
    "earlier": MarkStyle(
        "before what is shown", "‹", "M0.4,-0.8L-0.4,0L0.4,0.8", "ink"
    ),
    "later": MarkStyle("after what is shown", "›", "M-0.4,-0.8L0.4,0L-0.4,0.8", "ink"),
}
"""What is drawn at one place."""

STYLES: Final[Mapping[str, MarkStyle]] = {**BARS, **POINTS}


@frozen(kw_only=True)
class Mark:
    """Something drawn in a row from `start` to `end`, which are the same for a point.

    `hollow` is what is not sure; `text` stands beside it.
    """

    kind: str
    start: float
    end: float
    hollow: bool = False
    text: str = ""

    @property
    def glyph(self) -> str:
        """The letter that stands for it in a text."""
        kind = STYLES[self.kind]
        return (self.hollow and kind.hollow) or kind.glyph


def point(kind: str, at: float, *, hollow: bool = False, text: str = "") -> Mark:
    """Return a mark at one place."""
    return Mark(kind=kind, start=at, end=at, hollow=hollow, text=text)


@frozen(kw_only=True)
class ViewRow:
    """One line of a view: a label, what is told of it by name, and what is drawn of it.

    Rows that share a `group` stand below its name, and a row `depth` steps below another to its right.
    `aside` is said beside the drawing, in few words.
    """

    label: str
    facts: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    group: str = ""
    depth: int = 0
    aside: str = ""


@frozen(kw_only=True)
class ReferenceLine:
    """A line through all rows, such as the day for which a view holds, or a target."""

    at: float
    label: str


@frozen(kw_only=True)
class Axis:
    """What the marks lie on, from `low` to `high`: days, or amounts of a `unit`, which may be `whole` only."""

    low: float
    high: float
    is_time: bool = True
    unit: str = ""
    whole: bool = False

    @property
    def hollow_meaning(self) -> str:
        """What is to be said of marks that are hollow."""
        return (
            "hollow: not sure, or on one day between the two"
            if self.is_time
            else "hollow: about so much, or a bound that is not reached"
        )

    def clip(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """Cut marks to what the axis shows, and say where one goes on beyond it."""
        for mark in marks:
            if -math.inf < mark.end < self.low:
                yield point("earlier", self.low, text=self.label_at(mark.end))
            elif self.high < mark.start < math.inf:
                yield point("later", self.high, text=self.label_at(mark.start))
            else:
                start, end = (
                    min(max(place, self.low), self.high)
                    for place in (mark.start, mark.end)
                )
                yield evolve(mark, start=start, end=end)
                if -math.inf < mark.start < self.low:
                    yield point("earlier", self.low)
                if self.high < mark.end < math.inf:
                    yield point("later", self.high)

    def steps(self) -> Iterator[float]:
        """Yield after how much a place may be written: 1, 2 or 5 times a power of ten, the least first."""
        least = math.floor(math.log10(self.high - self.low)) - 1
        powers = itertools.count(max(least, 0) if self.whole else least)
        return (count * 10.0**power for power in powers for count in (1, 2, 5))

    def label_at(self, place: float) -> str:
        """Write a place on the axis as a reader knows it."""
        return day_at(place).isoformat() if self.is_time else f"{place:,.10g}"


def used_kinds(marks: Iterable[Mark]) -> list[str]:
    """Return the kinds of some marks, in the order of the legend."""
    kinds = {mark.kind for mark in marks}
    return [kind for kind in STYLES if kind in kinds]


def day_at(place: float) -> datetime.date:
    """Return the day that has an ordinal, or the first or the last that there is."""
    return datetime.date.fromordinal(
        min(max(int(place), 1), datetime.date.max.toordinal())
    )


def axis_of_days(
    rows: Iterable[ViewRow], reference_lines: Iterable[ReferenceLine]
) -> Axis:
    """Return the axis that shows rows in time.

    Where one gap without any mark takes more than half of it, the side with fewer marks is left out:
    a treaty of 1904 must not press all of 2024 into one dot.
    """
    ends = (end for row in rows for mark in row.marks for end in (mark.start, mark.end))
    places = sorted(
        filter(math.isfinite, [*ends, *(line.at for line in reference_lines)])
    )
    if not places:
        places = [datetime.date(2000, 1, 1).toordinal()]
    while True:
        gap, at = max(
            (right - left, at)
            for at, (left, right) in enumerate(pairwise([*places, places[-1]]), 1)
        )
        if gap <= max((places[-1] - places[0]) / 2, _DECADE):
            break
        places = min(places[:at], places[at:], key=lambda side: -len(side))
    margin = max((places[-1] - places[0]) * 0.03, 32)  # so that a month begins within
    return Axis(low=max(places[0] - margin, 1), high=places[-1] + margin)


def axis_of_amounts(
    rows: Iterable[ViewRow],
    reference_lines: Iterable[ReferenceLine],
    unit: str,
    *,
    whole: bool = False,
) -> Axis:
    """Return the axis that shows rows by amounts of a unit, from nothing on."""
    ends = (end for row in rows for mark in row.marks for end in (mark.start, mark.end))
    places = [
        0.0,
        *filter(math.isfinite, [*ends, *(line.at for line in reference_lines)]),
    ]
    low, high = min(places), max(places)
    margin = 0 if whole and high else (high - low) * 0.06 or 1
    return Axis(
        low=low - margin * (low < 0),
        high=high + margin * (high > 0 or low == 0),
        is_time=False,
        unit=unit,
        whole=whole,
    )


_DECADE: Final = 3653
