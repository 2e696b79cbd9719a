"""The timeline of a record: its dates on a line, as marks with numbers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import evolve, fields, frozen

from entente.records._model import Commitment, Office, Record
from entente.records._parts import (
    Amount,
    Anchor,
    Consent,
    Membership,
    Name,
    Observation,
    Report,
    Target,
    Tenure,
)
from entente.records._walk import parts
from entente.site._tracker import Tracker
from entente.values._edtf import FIRST_DAY, LAST_DAY
from entente.values._period import Period, possible_days

MOST: Final = 24
"""How many dates a timeline has: of more, the latest."""

_LANES_APART: Final = 7.0
"""Marks that are closer than so many percent lie on different lanes."""

_WIDEST: Final = 94.0
_LEFT: Final = 3.0
_LANE: Final = 26
_TOP: Final = 22


@frozen(kw_only=True)
class TimelineDate:
    """A date of a record: what is dated, the date in words, and its first and last possible day."""

    label: str
    text: str
    first: int
    last: int
    is_day: bool
    is_future: bool = False


@frozen(kw_only=True)
class LineMark:
    """A date as drawn: places in percent of the width, `y` in pixels."""

    number: int
    dated: TimelineDate
    x: float
    width: float
    y: int


@frozen(kw_only=True)
class Tick:
    """A year at its place in percent."""

    x: float
    text: str


@frozen(kw_only=True)
class DrawnLine:
    """A timeline, ready to be drawn."""

    marks: tuple[LineMark, ...]
    ticks: tuple[Tick, ...]
    today: float
    today_text: str
    height: int


def timeline_of(record: Record, tracker: Tracker) -> DrawnLine | None:
    """Return the timeline of a record; None if nothing about it is dated."""
    found = sorted(
        _dates(record, tracker),
        key=lambda each: (each.first, each.last, each.label),
    )
    # A treaty and each of its parties have the day of one signature.
    apart = {(each.label, each.first, each.last): each for each in found}
    dated = list(apart.values())[-MOST:]
    return _drawn(dated, tracker) if dated else None


def _dates(record: Record, tracker: Tracker) -> Iterator[TimelineDate]:
    for _, part in parts(record):
        if isinstance(part, Amount | Anchor | Name | Membership):
            continue
        cls: Any = type(part)
        for attribute in fields(cls):
            value = getattr(part, attribute.name)
            if not isinstance(value, Period) or attribute.name in (
                "known",
                "against",
                "as_of",
            ):
                continue
            yield from _dated(
                value, _label(part, attribute.name, tracker), tracker
            )
    if isinstance(record, Office):
        for minister, tenure in tracker.index.tenures(record.id):
            yield from _dated(tenure.period, minister.name, tracker)
    if isinstance(record, Commitment) and record.due_from is not None:
        label = tracker.wording.field("due")
        for due in tracker.status(record).deadlines:
            yield from _dated(due, label, tracker)


def _label(part: object, name: str, tracker: Tracker) -> str:
    wording = tracker.wording
    match part:
        case Report() if name == "due":
            return wording.say("new deadline")
        case Report():
            return wording.say(
                "{name}: {what}",
                name=tracker.name(part.by),
                what=wording.word(part.status),
            )
        case Tenure():
            return tracker.name(part.office)
        case Consent():
            return wording.word(part.kind)
        case Target():
            return wording.say("target")
        case Observation():
            value = part.value or part.change
            return (
                wording.field("observations")
                if value is None
                else wording.quantity(value)
            )
        case _:
            return wording.field(name)


def _dated(
    period: Period, label: str, tracker: Tracker
) -> Iterator[TimelineDate]:
    if period.in_words_only:
        return
    runs = possible_days(period)
    first, last = runs[0][0], runs[-1][1]
    # What has neither end is on no day in particular.
    if first <= FIRST_DAY and last >= LAST_DAY:
        return
    yield TimelineDate(
        label=label,
        text=tracker.period_text(period),
        first=first,
        last=last,
        is_day=period.day is not None,
    )


def _drawn(dated: Sequence[TimelineDate], tracker: Tracker) -> DrawnLine:
    today = tracker.on.toordinal()
    days = [
        day
        for each in dated
        for day in (each.first, each.last)
        if FIRST_DAY < day < LAST_DAY
    ]
    least, most = min([*days, today]), max([*days, today])
    span = max(most - least, 30)

    def place(day: int) -> float:
        share = (min(max(day, least), most) - least) / span
        return round(_LEFT + share * _WIDEST, 2)

    marks = []
    ends: list[float] = []
    for number, each in enumerate(dated, 1):
        x = place(each.first)
        width = round(place(each.last) - x, 2)
        lane = next(
            (at for at, end in enumerate(ends) if end + _LANES_APART <= x),
            len(ends),
        )
        ends[lane : lane + 1] = [x + width]
        marks.append(
            LineMark(
                number=number,
                dated=evolve(each, is_future=each.first > today),
                x=x,
                width=width,
                y=_TOP + lane * _LANE,
            )
        )
    return DrawnLine(
        marks=tuple(marks),
        ticks=tuple(_ticks(least, least + span, place)),
        today=place(today),
        today_text=tracker.wording.day(tracker.on),
        height=_TOP + len(ends) * _LANE + 20,
    )


def _ticks(least: int, most: int, place: Any) -> Iterator[Tick]:
    """Yield the beginnings of at most six years."""
    first = datetime.date.fromordinal(max(least, 1)).year + 1
    last = datetime.date.fromordinal(min(most, LAST_DAY)).year
    step = max(1, -(-(last - first + 1) // 6))
    for year in range(first, last + 1, step):
        yield Tick(
            x=place(datetime.date(year, 1, 1).toordinal()), text=str(year)
        )
