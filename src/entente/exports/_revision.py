"""When what a dossier holds became known, and how much it holds: what an export has for a clock.

A calendar and a feed say when they changed. The library reads no clock, so they say it by the data.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import fields

from entente._dossier import Dossier, index_of
from entente.errors import QueryError
from entente.records._forms import ID
from entente.records._index import RecordIndex
from entente.records._model import (
    Commitment,
    Meeting,
    Record,
    Source,
    Statement,
)
from entente.records._parts import Citation, Observation, Report
from entente.records._vocabulary import MeetingState
from entente.records._walk import parts
from entente.values._period import Period, PeriodLike, definite_day

NOTHING_DATED: Final = datetime.date(1970, 1, 1)
"""The day that stands for none, where a format demands one: the first of the clocks of computers."""


def checked_name(name: str) -> str:
    """Return the name of a dossier, by which others tell its records from those of other dossiers.

    Raises `QueryError` if it is not written as an id is.

    >>> checked_name("UK and France")
    Traceback (most recent call last):
        ...
    entente.errors.QueryError: name: 'UK and France' is not an id; write 'uk-and-france'
    """
    fault = ID.fault(name)
    if fault is not None:
        reason, hint = fault
        raise QueryError(f"name: {reason}; {hint}")
    return name


def day_known(
    dossier: Dossier, on: PeriodLike | None = None
) -> datetime.date | None:
    """Return a day, by default the last on which anything of a dossier became known; None if none has one.

    >>> import entente
    >>> str(day_known(entente.example("promises-kept")))
    '2025-08-31'
    """
    if on is not None:
        return definite_day(on)
    return last_day(dossier.records, index_of(dossier))


def last_day(
    records: Iterable[Record], index: RecordIndex
) -> datetime.date | None:
    """Return the last day on which anything of some records became known, a vague one at its last."""
    days = [
        date.latest
        for record in records
        for date in _dates_known(record, index)
        if has_year(date)
    ]
    return max(filter(None, days), default=None)


def has_year(date: Period) -> bool:
    """Tell whether anything is known of the year of a date.

    >>> has_year(Period("20XX")), has_year(Period("XXXX-12-25")), has_year(Period(stated="soon"))
    (True, False, False)
    """
    first, last = date.sort_key
    return first.year > datetime.MINYEAR or last.year < datetime.MAXYEAR


def _dates_known(record: Record, index: RecordIndex) -> Iterator[Period]:
    """List when a record and its parts became known, as far as they say so.

    What was only foreseen or asked for is not among them, such as a deadline.
    """
    for _, part in parts(record):
        date = None
        match part:
            case Report():
                date = part.known or part.on
            case Citation():
                source = index[part.source]
                date = getattr(source, "published", None)
            case Source():
                date = part.published
            case Observation():
                date = part.as_of
            case Statement():
                date = part.said
            case Commitment():
                date = part.made
            case Meeting(state=MeetingState.HELD):
                date = part.when
            case _:
                continue
        if date is not None:
            yield date


def size_of(records: Iterable[Record]) -> int:
    """Return how much some records say: how many fields are set, each value of a list counting.

    Records are added to. So a later state of a dossier has a greater number, as a calendar wants it
    of a later revision.

    >>> from entente import Theme
    >>> size_of([Theme(id="boats", label="Boats")])
    2
    """
    return sum(_count(part) for record in records for _, part in parts(record))


def _count(part: object) -> int:
    cls: type = type(part)
    count = 0
    for attribute in fields(cls):
        value = getattr(part, attribute.name)
        if value != attribute.default:
            count += len(value) if isinstance(value, tuple) else 1
    return count


def bearing_on(record: Record, index: RecordIndex) -> list[Record]:
    """Return a record, and all others on which what is said of it depends.

    Of a commitment these are the records from which its times are counted and for which it waits,
    those that link to it, such as what fulfils it, and its parts.
    """
    found = {record.id: record}
    ahead = [record]
    while ahead:
        each = ahead.pop()
        if not isinstance(each, Commitment):
            continue
        anchors = [each.due_from, each.runs_from]
        ids = [anchor.record for anchor in anchors if anchor is not None]
        ids += [
            condition.waits_for
            for condition in each.conditions
            if condition.waits_for is not None
        ]
        near = [index[id] for id in ids]
        near += [linking for _, linking in index.links_to(each.id)]
        near += index.parts(each.id)
        for other in near:
            if other.id not in found:
                found[other.id] = other
                ahead.append(other)
    return list(found.values())
