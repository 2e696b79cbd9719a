"""Rules about the times for which offices are held, and memberships last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.checks._problems import problem
from entente.errors import Location, Problem
from entente.records._model import Minister, Party, Record
from entente.records._parts import Membership, Tenure
from entente.values._period import Period

# --- one time by itself --------------------------------------------------------------------------


def held_for_ever(dossier: Dossier) -> Iterator[Problem]:
    """Find tenures and memberships that have no end at all, in place of one that is unknown."""
    for record, path, period in _lasting(dossier):
        if not period.is_open_end:
            continue
        unknown = period.edtf.removesuffix("..")
        hint = f"write {unknown} if the end is only unknown"
        # A span needs one end at least.
        if period.start is None:
            hint = "write when it began, and leave the end empty"
        yield problem(
            record,
            f"{period} has no end, and so lasts for ever",
            *path,
            hint=hint,
        )


def held_for_a_day(dossier: Dossier) -> Iterator[Problem]:
    """Find tenures and memberships of one day in a year or a month, in place of a span."""
    for record, path, period in _lasting(dossier):
        # On one definite day somebody may have been seen in office.
        is_day = period.is_span or period.day is not None
        if is_day or period.in_words_only:
            continue
        hint = "write when it began and when it ended, as in 2023/2024-05"
        if not period.edtf.startswith("["):
            hint = (
                f"write {period}/ if it began then, and {period}/{period}"
                " if it ended then, too"
            )
        yield problem(
            record, f"{period} means one day of that time", *path, hint=hint
        )


def _lasting(dossier: Dossier) -> Iterator[tuple[Record, Location, Period]]:
    """Yield the time of each tenure and membership, with its record and where it is."""
    for record in dossier.records:
        fields: dict[str, Sequence[Tenure | Membership]] = {}
        if isinstance(record, Minister):
            fields = {"tenures": record.tenures}
        elif isinstance(record, Party):
            fields = {"part_of": record.part_of, "members": record.members}
        for name, lasting in fields.items():
            for position, part in enumerate(lasting):
                if part.period is not None:
                    yield record, (name, position, "period"), part.period


# --- two times in one office ---------------------------------------------------------------------

_HANDOVER: Final = 31
"""For how many days two people may hold an office at once before it is worth a question."""


@frozen
class _Held:
    """A tenure, with the first and the last day on which its office was certainly held, if any."""

    minister: Minister
    position: int
    tenure: Tenure
    first: datetime.date
    last: datetime.date

    @cached_property
    def has_no_known_end(self) -> bool:
        return self.tenure.period.end is None

    @property
    def is_in_doubt(self) -> bool:
        """Whether there is no day on which the office was certainly held."""
        return self.first > self.last

    def days_with(self, other: _Held) -> int:
        """Return on how many days both were certainly held."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return (last - first).days + 1


_Doubling: TypeAlias = tuple[_Held, str, str]
"""The later of two tenures, what is wrong with it, and a cure."""


def overlapping_tenures(dossier: Dossier) -> Iterator[Problem]:
    """Find tenures of one office that overlap, of one minister or of two who are not acting."""
    by_office: dict[str, list[_Held]] = {}
    for held in _tenures(dossier):
        by_office.setdefault(held.tenure.office, []).append(held)
    for tenures in by_office.values():
        tenures.sort(key=lambda held: (held.first, held.last))
        for held, message, hint in (
            *_overlaps_of_one(tenures),
            *_overlaps_of_two(tenures),
        ):
            yield problem(
                held.minister,
                f"{held.tenure.office!r} {held.tenure.period}, {message}",
                "tenures",
                held.position,
                "period",
                hint=hint,
            )


def _tenures(dossier: Dossier) -> Iterator[_Held]:
    """Yield all tenures, minister by minister."""
    index = index_of(dossier)
    for minister in dossier.ministers:
        for position, tenure in enumerate(minister.tenures):
            period = index.time_of(tenure, minister)
            first, last = _certain_days(period)
            yield _Held(minister, position, tenure, first, last)


def _certain_days(period: Period) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a time certainly has; of none, the last is earlier."""
    none = datetime.date.max, datetime.date.min
    if period.uncertain or period.approximate:
        return none
    first, last = none
    if period.is_open_start:
        first = datetime.date.min
    elif period.start is not None:
        first = period.start.latest or first
    if period.is_open_end:
        last = datetime.date.max
    elif period.end is None:
        last = period.as_of or last
    else:
        last = period.end.earliest or last
    return first, last


def _overlaps_of_one(tenures: Sequence[_Held]) -> Iterator[_Doubling]:
    """Yield the tenures of an office that its minister holds by another tenure already."""
    by_minister: dict[str, list[_Held]] = {}
    for later in tenures:
        # Tenures are sorted by their first days: those that are over come no more.
        own = by_minister[later.minister.id] = [
            each
            for each in by_minister.get(later.minister.id, ())
            if each.has_no_known_end
            or each.is_in_doubt
            or each.last >= later.first
        ]
        for earlier in own:
            if later.tenure.period == earlier.tenure.period:
                message = f"and so is tenure {earlier.position}"
                yield later, message, "leave one of them out"
                break
            # A second term may begin on the day on which the first one ends.
            if later.days_with(earlier) > 1 or _never_ended(earlier, later):
                message = (
                    f"but tenure {earlier.position} is {earlier.tenure.period}"
                )
                yield later, message, "say when the earlier one ended"
                break
        own.append(later)


def _overlaps_of_two(tenures: Sequence[_Held]) -> list[_Doubling]:
    """List the tenures of an office that another minister holds for long, or without a known end.

    An office of which several pairs with known ends overlap is shared by its holders, as those of
    whips are, and in order.
    """
    found: list[_Doubling] = []
    with_known_ends = 0
    # Tenures are sorted by their first days: those that are over come no more.
    going_on: list[_Held] = []
    for later in tenures:
        if later.tenure.acting:
            continue
        going_on = [
            each
            for each in going_on
            if each.has_no_known_end or each.last >= later.first
        ]
        for earlier in going_on:
            if earlier.minister.id == later.minister.id:
                continue
            lasts = later.days_with(earlier) > _HANDOVER
            if not lasts and not _never_ended(earlier, later):
                continue
            message = (
                f"but {earlier.minister.id!r} holds it {earlier.tenure.period}"
            )
            found.append((later, message, _CURE_FOR_TWO))
            if not (earlier.has_no_known_end or later.has_no_known_end):
                with_known_ends += 1
            break
        going_on.append(later)
    return found if with_known_ends <= 1 else []


_CURE_FOR_TWO: Final = (
    "say when the earlier one ended, or write acting = true for one of them"
)


def _never_ended(earlier: _Held, later: _Held) -> bool:
    """Say whether nobody knows when either of two tenures ended."""
    return earlier.has_no_known_end and later.has_no_known_end
