"""How commitments stand from day to day: worked out once, for the script to look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from entente.answers._status import Standing, history
from entente.asking._selections import assessed_word, declared_word
from entente.exports._answers import recurring_until, turns_of_rule
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.values._edtf import LAST_DAY

StandingWords: TypeAlias = tuple[
    Schedule | None, ReportedStatus | None, ReportedStatus | None
]
"""The verdict, and what the parties declare and others assess."""


class Standings:
    """How the commitments of a dossier stand on any day, as known on a day or from all that is on record."""

    def __init__(self, index: RecordIndex, known_on: int | None) -> None:
        self._index = index
        self._known_on = known_on
        self.until = recurring_until(index)

    def of(
        self, commitment: Commitment
    ) -> Iterator[tuple[int, StandingWords | None]]:
        """Yield the days, as ordinals, from which a commitment stands otherwise, and how.

        The first is the first day of the calendar. None means that it is not worked out from there on,
        as for a duty that recurs after the day `until`.
        """
        recurs = commitment.recurrence is not None
        turns = (
            turns_of_rule(commitment, self._index, self.until)
            if recurs
            else []
        )
        last = self.until if recurs else LAST_DAY
        before: StandingWords | None = None
        for day, standing in history(commitment, self._index, None, turns):
            if day > last:
                break
            words = _words(evolve(standing, known_on=self._known_on))
            if words != before:
                yield day, words
            before = words
        if recurs:
            yield last + 1, None


def _words(standing: Standing) -> StandingWords:
    return standing.schedule, declared_word(standing), assessed_word(standing)
