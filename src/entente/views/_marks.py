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
class Kind:
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

BARS: Final[Mapping[str, Kind]] = {
    "possible": Kind("possible", "░", _RANGE, "pale"),
    "due time": Kind("time in which it is due", "┈", _RANGE, "due pale"),
    "certain": Kind("certain", "█", _RANGE, "solid"),
    "done": Kind("done", "█", _RANGE, "done"),
    "going": Kind("going on, or not due yet", "▓", _RANGE, "going"),
    "behind": Kind("not done, or given up", "▒", _RANGE, "behind"),
    "open": Kind("not told, or without a deadline", "░", _RANGE, "pale"),
    "own": Kind("records on the theme itself", "█", _RANGE, "solid"),
    "narrower": Kind("records on narrower themes", "░", _RANGE, "pale"),
}
"""What is drawn from a start to an end, in this order: what is sure lies over what is not."""

COUNTS: Final = ("done", "going", "behind", "open", "own", "narrower")
"""Which bars stand for a number, and say it if they have room."""

POINTS: Final[Mapping[str, Kind]] = {
    "meeting": Kind("meeting", "◆", "diamond", "meeting", "◇"),
    "cancelled": Kind("meeting cancelled", "✕", _CROSS, "due"),
    "agreement": Kind("agreement", "■", "square", "agreement", "□"),
    "made": Kind("promise made", "●", "circle", "made", "○"),
    "declared": Kind("report by a party", "▲", "triangle-up", "report", "△"),
    "assessed": Kind("report by others", "▼", "triangle-down", "report", "▽"),
    "due": Kind("due", "┃", _BAR, "due", "╎"),
    "due by": Kind("due at any time until then", "┫", _BAR_WITH_ARROW, "due", "┤"),
    "amount": Kind("amount, or a bound of it", "●", "circle", "made", "○"),
    "or less": Kind("no lower bound", "◀", _LEFT, "edge"),
    "or more": Kind("no upper bound", "▶", _RIGHT, "edge"),
    "goes on": Kind("no end is set", "▶", _RIGHT, "edge"),
    "goes back": Kind("no beginning is set", "◀", _LEFT, "edge"),
    "unknown": Kind("nothing is known of this end", "?", _QUERY, "ink"),
    "earlier": Kind("before what is shown", "‹", "M0.4,-0.8L-0.4,0L0.4,0.8", "ink"),
    "later": Kind("after what is shown", "›", "M-0.4,-0.8L0.4,0L-0.4,0.8", "ink"),
}
"""What is drawn at one place."""

KINDS: Final[Mapping[str, Kind]] = {**BARS, **POINTS}


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
        kind = KINDS[self.kind]
        return (self.hollow and kind.hollow) or kind.glyph


def point(kind: str, at: float, *, hollow: bool = False, text: str = "") -> Mark:
    """Return a mark at one place."""
    return Mark(kind=kind, start=at, end=at, hollow=hollow, text=text)


@frozen(kw_only=True)
class Row:
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
class Rule:
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
    def hollow(self) -> str:
        """What is to be said of marks that are hollow."""
        return (
            "hollow: not sure, or on one day between the two"
            if self.is_time
            else "hollow: about so much, or a bound that is not reached"
        )

    def placed(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """Cut marks to what the axis shows, and say where one goes on beyond it."""
        for mark in marks:
            if -math.inf < mark.end < self.low:
                yield point("earlier", self.low, text=self.written(mark.end))
            elif self.high < mark.start < math.inf:
                yield point("later", self.high, text=self.written(mark.start))
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

    def written(self, place: float) -> str:
        """Write a place on the axis as a reader knows it."""
        return day_at(place).isoformat() if self.is_time else f"{place:,.10g}"


def used(marks: Iterable[Mark]) -> list[str]:
    """Return the kinds of some marks, in the order of the legend."""
    kinds = {mark.kind for mark in marks}
    return [kind for kind in KINDS if kind in kinds]


def day_at(place: float) -> datetime.date:
    """Return the day that has an ordinal, or the first or the last that there is."""
    return datetime.date.fromordinal(
        min(max(int(place), 1), datetime.date.max.toordinal())
    )


def axis_of_days(rows: Iterable[Row], rules: Iterable[Rule]) -> Axis:
    """Return the axis that shows rows in time.

    Where one gap without any mark takes more than half of it, the side with fewer marks is left out:
    a treaty of 1904 must not press all of 2024 into one dot.
    """
    ends = (end for row in rows for mark in row.marks for end in (mark.start, mark.end))
    places = sorted(filter(math.isfinite, [*ends, *(rule.at for rule in rules)]))
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
    rows: Iterable[Row], rules: Iterable[Rule], unit: str, *, whole: bool = False
) -> Axis:
    """Return the axis that shows rows by amounts of a unit, from nothing on."""
    ends = (end for row in rows for mark in row.marks for end in (mark.start, mark.end))
    places = [0.0, *filter(math.isfinite, [*ends, *(rule.at for rule in rules)])]
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
