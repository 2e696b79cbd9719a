"""Who held which office, and when.

The questions are those of the Institute for Government's ministers database: a person's offices, an
office's holders, all holders of a party on a day, and who came and went between two days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final
from weakref import WeakKeyDictionary

from attrs import Factory, field, frozen

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Minister, Office
from entente.records._parts import Tenure
from entente.values import _edtf as edtf
from entente.values._period import Period, PeriodLike


@frozen(kw_only=True)
class Holding:
    """A minister in an office, for a time.

    `period` is that of the `tenure`. If its end is unknown and it has no ``as_of``, that is the day
    on which the source that it cites was published.
    """

    minister: Minister
    office: Office
    tenure: Tenure
    period: Period = field(
        default=Factory(lambda self: self.tenure.period, takes_self=True)
    )


@frozen(kw_only=True)
class OfficeChange:
    """A minister who entered or left an office; `on` is the first or last day, vague or not."""

    holding: Holding
    entered: bool
    on: Period


def holdings_of(
    offices: Iterable[Office], index: RecordIndex, on: Period | None = None
) -> list[Holding]:
    """List who held some offices, office by office; with `on`, all who may have held them then."""
    lines = _LINES.setdefault(index, {})
    found: list[Holding] = []
    for office in offices:
        if office.id not in lines:
            lines[office.id] = _Line.of(office, index)
        line = lines[office.id]
        found += line.holdings if on is None else line.during(on)
    return found


@frozen(eq=False)
class _Line:
    """Who held an office, so that those of one time are found without looking at all others.

    `firsts` are the first days of the tenures at the widest, in order, `places` whose they are, and
    `untils` the last day at the widest of all that began so far.
    """

    holdings: tuple[Holding, ...]
    firsts: tuple[int, ...]
    places: tuple[int, ...]
    untils: tuple[int, ...]

    @classmethod
    def of(cls, office: Office, index: RecordIndex) -> _Line:
        """Return the line of an office."""
        holdings = tuple(
            Holding(
                minister=minister,
                office=office,
                tenure=tenure,
                period=index.time_of(tenure, minister),
            )
            for minister, tenure in index.tenures(office.id)
        )
        rows = sorted(
            (*_widest(holding.period), place)
            for place, holding in enumerate(holdings)
        )
        return cls(
            holdings,
            firsts=tuple(first for first, _, _ in rows),
            places=tuple(place for _, _, place in rows),
            untils=tuple(accumulate((last for _, last, _ in rows), max)),
        )

    def during(self, on: Period) -> list[Holding]:
        """Return the holdings that may share a day with a period, in the order of the records."""
        first, last = _widest(on)
        found = []
        for row in reversed(range(bisect_right(self.firsts, last))):
            if self.untils[row] < first:
                break
            found.append(self.places[row])
        near = [self.holdings[place] for place in sorted(found)]
        return [each for each in near if each.period.overlaps(on).possible]


# Checks ask for the holder of an office at each of its uses.
_LINES: Final[WeakKeyDictionary[RecordIndex, dict[str, _Line]]] = (
    WeakKeyDictionary()
)


def _widest(period: Period) -> tuple[int, int]:
    """Return the first and the last day that a period may have, as ordinals."""
    shape = edtf.read(period.edtf)
    return (
        min(shape.start.first, shape.start.reach[0][0]),
        max(shape.end.last, shape.end.reach[-1][1]),
    )


def with_predecessors(office: Office, index: RecordIndex) -> list[Office]:
    """Return an office and all that it succeeded, nearest first."""
    found: dict[str, Office] = {}
    ahead = deque([office])
    while ahead:
        each = ahead.popleft()
        # Offices that were split and joined again are reached by several ways.
        if each.id in found:
            continue
        found[each.id] = each
        earlier = [index[id] for id in each.succeeds]
        ahead.extend(
            record for record in earlier if isinstance(record, Office)
        )
    return list(found.values())


def changes(
    holdings: Iterable[Holding], start: PeriodLike, end: PeriodLike
) -> tuple[OfficeChange, ...]:
    """Return who may have entered or left an office between two days, both included, in order."""
    window = Period(f"{_single_date(start)}/{_single_date(end)}")
    ever = [change for holding in holdings for change in _changes_of(holding)]
    found = [change for change in ever if change.on.overlaps(window).possible]
    return tuple(sorted(found, key=lambda change: change.on.sort_key))


def _single_date(value: PeriodLike) -> Period:
    date = Period.of(value)
    if date.is_span:
        raise QueryError(
            f"{str(date)!r} is not one date; changes lie between two"
        )
    return date


def _changes_of(holding: Holding) -> Iterator[OfficeChange]:
    """List when a minister entered an office, and when they left it, where that is known."""
    period = holding.period
    if period.start is not None:
        yield OfficeChange(holding=holding, entered=True, on=period.start)
    # A single date is one on which the office was held. When the minister left is not known.
    if period.is_span and period.end is not None:
        yield OfficeChange(holding=holding, entered=False, on=period.end)
