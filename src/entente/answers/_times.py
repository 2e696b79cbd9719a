"""When a commitment is due and how long it runs, also where that is counted from another record."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Final, TypeGuard

from entente.errors import PeriodError
from entente.records._index import RecordIndex
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Party,
    Record,
    Source,
)
from entente.records._parts import Anchor
from entente.records._vocabulary import AnchorDate
from entente.records._wording import anchor_text
from entente.values._counting import date_around
from entente.values._duration import Duration
from entente.values._period import Period, day_of_span

_OWN_DATES: Final[Mapping[type[Record], AnchorDate]] = {
    Agreement: AnchorDate.IN_FORCE,
    Commitment: AnchorDate.MADE,
    Event: AnchorDate.WHEN,
    Meeting: AnchorDate.WHEN,
    Source: AnchorDate.PUBLISHED,
}
"""The date of each kind of record from which a time is counted if an anchor names no other."""


def due_of(commitment: Commitment, index: RecordIndex) -> Period | None:
    """Return the date by which a commitment was first due.

    A time that is counted from another record is worked out once that record has its date; until
    then it is a date in words only.
    """
    anchor = commitment.due_from
    if anchor is None or _is_known(commitment.due):
        return commitment.due
    date = anchored(anchor, index)
    if date is not None:
        return date
    return commitment.due or Period(stated=anchor_text(anchor))


def deadline_of(commitment: Commitment, index: RecordIndex) -> Period | None:
    """Return the last day by which a commitment was first due.

    "By 2030" is due in 2030, not on any day before. What was promised in words only, such as
    "promptly", is not due before it was promised.
    """
    due = due_of(commitment, index)
    if due is None:
        return None
    last = not_before_made(due, commitment)
    # Words alone have no last day, and are kept.
    return last if last.in_words_only else last.deadline


def not_before_made(date: Period, commitment: Commitment) -> Period:
    """Return a date in words only as not before the commitment was made, if that is known."""
    made = commitment.made
    return date if made is None else date.not_before(made)


def runs_of(commitment: Commitment, index: RecordIndex) -> Period | None:
    """Return the time for which a commitment runs, as far as it can be worked out.

    A start may be counted from another record, and an end from the start. If the end is unknown,
    the time has an `as_of` if its source gives one.
    """
    anchor = commitment.runs_from
    runs = commitment.runs
    start = None if runs is None else runs.start
    if anchor is not None and not _is_known(runs):
        runs, start = _runs_since(anchor, runs, index)
    if commitment.duration is not None and start is not None:
        runs = _with_length(runs, start, commitment.duration)
    if runs is None:
        return None
    since = not_before_made(runs, commitment)
    return index.as_cited(since, commitment.citations)


def _runs_since(
    anchor: Anchor, runs: Period | None, index: RecordIndex
) -> tuple[Period, Period | None]:
    """Return the time that starts with an anchor, and the date of its start if that is known."""
    start = anchored(anchor, index)
    # A date that is one of a set cannot be the start of a span.
    first = None if start is None else date_around(start)
    if first is None:
        return runs or Period(stated=anchor_text(anchor)), start
    return Period(f"{first.edtf}/", stated=anchor.stated), start


def _with_length(
    runs: Period | None, start: Period, length: Duration
) -> Period | None:
    """Return a time of a length from its start, unless it has an end or none can be worked out."""
    has_end = runs is not None and runs.is_span and not runs.is_unknown_end
    if has_end or not _is_known(start):
        return runs
    with suppress(PeriodError):
        return length.starting(start)
    return runs


def existence_of(party: Party, index: RecordIndex) -> Period | None:
    """Return the time for which a party existed, with an `as_of` if its source gives one."""
    if party.existed is None:
        return None
    return index.as_cited(party.existed, party.citations)


def anchored(anchor: Anchor, index: RecordIndex) -> Period | None:
    """Return the date that an anchor means, or None while its record has no such date.

    None is returned too for a date outside the calendar.
    """
    record = index[anchor.record]
    field = anchor.date or _OWN_DATES[type(record)]
    date: Period | None = getattr(record, field.value, None)
    if date is None or date.in_words_only:
        return None
    found = _base_in(date, field, anchor)
    if found is None:
        return None
    with suppress(PeriodError):
        return Period(_counted(anchor, found).edtf, stated=anchor.stated)
    return None


def _counted(anchor: Anchor, date: Period) -> Period:
    """Return the date that lies as long after another, or before it, as an anchor says."""
    if anchor.after is not None:
        return anchor.after.after(date)
    if anchor.before is not None:
        return anchor.before.before(date)
    return date


def _base_in(date: Period, field: AnchorDate, anchor: Anchor) -> Period | None:
    """Return the day from which an anchor counts, None if a span does not say it.

    What takes several days, as a meeting does, has an "after" when it is over, a "before" until it
    begins, and any of its days for "at". Of all else that lasts, such as the force of a treaty, the
    field means the first day.
    """
    if not date.is_span:
        return date
    if field is not AnchorDate.WHEN or anchor.before is not None:
        return date.start
    if anchor.after is not None:
        return date.end
    return day_of_span(date)


def _is_known(date: Period | None) -> TypeGuard[Period]:
    """Tell whether more is known of a date than the source's words."""
    return date is not None and not date.in_words_only
