"""How commitments stand from day to day, and their deadlines: worked out once, for the script to look up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from entente.answers._status import Standing, history
from entente.asking._selections import assessed_word, declared_word
from entente.exports._answers import recurring_until, turns_of_rule
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values._edtf import FIRST_DAY, LAST_DAY
from entente.values._period import Period, possible_days

StandingWords: TypeAlias = tuple[
    Schedule | None, ReportedStatus | None, ReportedStatus | None
]
"""The verdict, and what the parties declare and others assess."""


@frozen
class Course:
    """How a commitment stands on any day: what holds, each with the day, as an ordinal, from which it does.

    The first of these days is that of the calendar. There are no words where they are not worked out,
    as for a duty that recurs after the day `until`.
    """

    words: tuple[tuple[int, StandingWords | None], ...]
    deadlines: tuple[tuple[int, Period | None], ...]


class Standings:
    """How the commitments of a dossier stand on any day, as known on a day or from all that is on record."""

    def __init__(self, index: RecordIndex, known_on: int | None) -> None:
        self._index = index
        self._known_on = known_on
        self.until = recurring_until(index)

    def of(self, commitment: Commitment) -> Course:
        """Return how a commitment stands on any day."""
        recurs = commitment.recurrence is not None
        turns = (
            turns_of_rule(commitment, self._index, self.until)
            if recurs
            else []
        )
        standings = [
            (day, evolve(standing, known_on=self._known_on))
            for day, standing in history(commitment, self._index, None, turns)
        ]
        last = self.until if recurs else LAST_DAY
        return Course(
            tuple(_turns_of_words(standings, last)),
            tuple(_turns_of_deadlines(standings, commitment)),
        )


def first_day(commitment: Commitment) -> int:
    """Return the day, as an ordinal, before which a commitment was certainly not yet made.

    It is the first day of the calendar if there is no such day.
    """
    made = commitment.made
    if made is None or made.in_words_only:
        return FIRST_DAY
    first = possible_days(made)[0][0]
    if first <= FIRST_DAY:
        return FIRST_DAY
    day_before = datetime.date.fromordinal(first - 1)
    # Of a date in doubt nothing is certain.
    return first if made.after(day_before).certain else FIRST_DAY


def _turns_of_words(
    standings: Iterable[tuple[int, Standing]], last: int
) -> Iterator[tuple[int, StandingWords | None]]:
    before: StandingWords | None = None
    for day, standing in standings:
        if day > last:
            break
        words = _words(standing)
        if words != before:
            yield day, words
        before = words
    if last < LAST_DAY:
        yield last + 1, None


def _turns_of_deadlines(
    standings: Sequence[tuple[int, Standing]], commitment: Commitment
) -> Iterator[tuple[int, Period | None]]:
    # Most deadlines are never moved.
    if all(report.due is None for report in commitment.reports):
        standings = standings[:1]
    for day, standing in standings:
        yield day, standing.deadlines[-1] if standing.deadlines else None


def _words(standing: Standing) -> StandingWords:
    return standing.schedule, declared_word(standing), assessed_word(standing)
