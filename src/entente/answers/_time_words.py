"""When a commitment is due and how long it runs, in words.

A date in words only is printed as the source's words, in quotation marks, and a time that is counted
from another record says what it is counted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from entente.answers._times import due_of, not_before_made, runs_of
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._parts import Anchor
from entente.records._wording import (
    NameOf,
    anchor_text,
    counted_text,
    date_text,
    short_date,
)
from entente.values._period import Period


@frozen
class WordedTime:
    """A time in words, and its date if more is known of it than the source's words.

    It `waits` if it is counted from a date that is not on record.
    """

    text: str
    date: Period | None
    waits: bool = False


def worded_due(
    commitment: Commitment, index: RecordIndex, name_of: NameOf = str
) -> WordedTime | None:
    """Return the date by which a commitment was first due, in words."""
    return _worded(
        due_of(commitment, index),
        commitment.due,
        commitment.due_from,
        commitment,
        name_of,
    )


def worded_runs(
    commitment: Commitment, index: RecordIndex, name_of: NameOf = str
) -> WordedTime | None:
    """Return the time for which a commitment runs, in words."""
    return _worded(
        runs_of(commitment, index),
        commitment.runs,
        commitment.runs_from,
        commitment,
        name_of,
    )


def worded_deadlines(
    commitment: Commitment,
    deadlines: Sequence[Period],
    index: RecordIndex,
    name_of: NameOf = str,
) -> tuple[WordedTime, ...]:
    """Return the deadlines of a commitment in words, in the order of its status."""
    due = due_of(commitment, index)
    first = None if due is None else not_before_made(due, commitment)
    worded = worded_due(commitment, index, name_of)
    reported = [report.due for report in commitment.reports]
    return tuple(
        worded
        if each == first and worded is not None
        else _in_words(each, reported, commitment)
        or WordedTime(date_text(each), each)
        for each in deadlines
    )


def _in_words(
    found: Period, given: Iterable[Period | None], commitment: Commitment
) -> WordedTime | None:
    """Return a time of which only the words are known, if it is one of those that are given.

    Such a time may have been worked out to be not before the commitment was made.
    """
    for each in given:
        if each is None or not each.in_words_only:
            continue
        not_before = not_before_made(each, commitment)
        if found.stated == each.stated and found in (each, not_before):
            return WordedTime(date_text(each), None)
    return None


def _worded(
    found: Period | None,
    given: Period | None,
    anchor: Anchor | None,
    commitment: Commitment,
    name_of: NameOf,
) -> WordedTime | None:
    """Return a time in words, with what it is counted from unless it is given as a date."""
    if found is None:
        return None
    stated = _in_words(found, (given,), commitment)
    if stated is not None:
        return evolve(stated, waits=anchor is not None)
    is_given = given is not None and not given.in_words_only
    if anchor is None or is_given:
        return WordedTime(date_text(found), found)
    words = Period(stated=anchor_text(anchor))
    waits = _in_words(found, (words,), commitment) is not None
    if anchor.stated is not None:
        quoted = words if waits else evolve(found, stated=anchor.stated)
        text = date_text(quoted)
    else:
        counted = counted_text(anchor, name_of)
        if given is not None:
            # Only its words are given, and only they may say what it is.
            counted = f"{date_text(given)}, {counted}"
        text = counted if waits else f"{short_date(found)} ({counted})"
    return WordedTime(text, None if waits else found, waits=waits)
