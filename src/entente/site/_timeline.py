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
from entente.site._words import Wording
from entente.values._edtf import FIRST_DAY, LAST_DAY
from entente.values._period import Period, possible_days

MOST: Final = 24
"""How many dates a timeline has: of more, the latest."""

_LANES_APART: Final = 7.0
"""Marks that are closer than so many percent lie on different lanes."""

_WIDEST: Final = 94.0
_LEFT: Final = 3.0
_SHORTEST: Final = 30
"""The fewest days of a timeline, one of which is the first of a month."""

_FEW_DAYS: Final = 92
_YEAR: Final = 12
_STEPS: Final = (
    *(1, 2, 3, 6),
    *(
        count * _YEAR * power
        for power in (1, 10, 100, 1000)
        for count in (1, 2, 5)
    ),
)
"""Months between two labels."""

_MOST_YEARS: Final = 6
_MOST_NAMED: Final = 3
"""How many labels there are: names of months are longer than years."""

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
    """A year, month or day at its place in percent."""

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
    span = max(most - least, _SHORTEST)

    def place(day: int) -> float:
        share = min(max(day - least, 0), span) / span
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
        ticks=tuple(
            Tick(x=place(day), text=text)
            for day, text in tick_labels(least, least + span, tracker.wording)
        ),
        today=place(today),
        today_text=tracker.wording.day(tracker.on),
        height=_TOP + len(ends) * _LANE + 20,
    )


def tick_labels(
    least: int, most: int, wording: Wording
) -> list[tuple[int, str]]:
    """Return days with labels: some years that are round numbers, months, or days if few months pass."""
    most = min(most, LAST_DAY)
    if most - least < _FEW_DAYS:
        every = map(datetime.date.fromordinal, range(least, most + 1))
        days = [each for each in every if each.day in {1, 15}]
        if len(days) <= _MOST_NAMED:
            return [(each.toordinal(), wording.day(each)) for each in days]
    step, months = next(
        (step, months)
        for step in _STEPS
        for months in [_months(least, most, step)]
        if len(months) <= (_MOST_NAMED if step < _YEAR else _MOST_YEARS)
    )
    firsts = [datetime.date(at // 12, at % 12 + 1, 1) for at in months]
    return [
        (
            each.toordinal(),
            wording.date(Period(each.isoformat()[:7]))
            if step < _YEAR
            else str(each.year),
        )
        for each in firsts
    ]


def _months(least: int, most: int, step: int) -> range:
    """Return each `step`-th month that begins within some days, counted from the year 0."""
    first, last = map(datetime.date.fromordinal, (least, most))
    start = first.year * 12 + first.month - (first.day == 1)
    stop = last.year * 12 + last.month
    return range(-(-start // step) * step, stop, step)
