"""Who held which office, and when.

The questions are those of the Institute for Government's ministers database: a person's offices, an
office's holders, all holders of a party on a day, and who came and went between two days.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Minister, Office, Tenure
from entente.values._period import Period, PeriodLike
from entente.values._truth import Truth


@frozen(kw_only=True)
class Holding:
    """A minister in an office, for a time."""

    minister: Minister
    office: Office
    tenure: Tenure


@frozen(kw_only=True)
class OfficeChange:
    """A minister who entered or left an office; `on` is the first or the last day, as vague as it is known."""

    holding: Holding
    entered: bool
    on: Period


def holdings(
    index: RecordIndex,
    *,
    minister: str | None = None,
    office: str | None = None,
    party: str | None = None,
    on: PeriodLike | None = None,
    certain: bool = False,
    predecessors: bool = False,
) -> tuple[Holding, ...]:
    """Return who held which office, by the first day that the tenure may have begun.

    Narrowed to a `minister`, an `office`, the offices of a `party` and its bodies, and to tenures
    that may share a day with `on`, or with `certain` must. With `predecessors` an office stands for
    those that it succeeded, too. Raises `entente.errors.UnknownIdError` for an id that is not known.
    """
    for id, kind in ((minister, "minister"), (office, "office"), (party, "party")):
        if id is not None:
            index.require(id, (kind,))
    if office is None:
        offices = [office.id for office in index.of_kind(Office)]
    else:
        offices = _line(index, office) if predecessors else [office]
    window = None if on is None else Period.of(on)
    theirs = None if party is None else index.below(party)
    found = [
        holding
        for id in offices
        for holding in _holdings(index, id)
        if (minister is None or holding.minister.id == minister)
        and (theirs is None or id in theirs)
        and (
            window is None
            or _fits(holding.tenure.period.overlaps(window), certain=certain)
        )
    ]
    return tuple(sorted(found, key=lambda holding: holding.tenure.period.sort_key))


def changes(
    index: RecordIndex, *, start: PeriodLike, end: PeriodLike, party: str | None = None
) -> tuple[OfficeChange, ...]:
    """Return who may have entered or left an office from one day to another, both included, in order."""
    ends = Period.of(start), Period.of(end)
    for each in ends:
        if each.is_span:
            raise QueryError(f"{str(each)!r} is not one date; changes lie between two")
    window = Period(f"{ends[0]}/{ends[1]}")
    found: list[OfficeChange] = []
    for holding in holdings(index, party=party):
        period = holding.tenure.period
        for on, entered in (
            (period.start, True),
            (period.end if period.is_span else None, False),
        ):
            if on is not None and on.overlaps(window).possible:
                found.append(OfficeChange(holding=holding, entered=entered, on=on))
    return tuple(sorted(found, key=lambda change: change.on.sort_key))


def _fits(answer: Truth, *, certain: bool) -> bool:
    return answer.certain if certain else answer.possible


def _holdings(index: RecordIndex, id: str) -> Iterator[Holding]:
    office = index[id]
    if isinstance(office, Office):
        for minister, tenure in index.tenures(id):
            yield Holding(minister=minister, office=office, tenure=tenure)


def _line(index: RecordIndex, office: str) -> list[str]:
    """Return an office and all that it succeeded, one after another."""
    found: dict[str, None] = {}
    ahead = [office]
    while ahead:
        id = ahead.pop(0)
        record = index[id]
        if id not in found and isinstance(record, Office):
            found[id] = None
            ahead.extend(record.succeeds)
    return list(found)
