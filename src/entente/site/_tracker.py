"""A dossier on a day, as the pages of a site show it: verdicts, names, who names whom."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.answers._status import CommitmentStatus, commitment_status
from entente.records._index import RecordIndex
from entente.records._model import KINDS, Commitment, Record, Source
from entente.records._vocabulary import Schedule
from entente.records._walk import references
from entente.records._wording import anchor_text
from entente.site._settings import Settings
from entente.site._standings import Course, Standings, first_day
from entente.site._words import Wording
from entente.values._period import Period

_Held = TypeVar("_Held")


@frozen(eq=False, slots=False, kw_only=True)
class Tracker:
    """A dossier on a day, in the words of a language."""

    dossier: Dossier
    on: datetime.date
    as_known: datetime.date | None
    settings: Settings
    wording: Wording

    @cached_property
    def index(self) -> RecordIndex:
        """The index of the dossier."""
        return index_of(self.dossier)

    @cached_property
    def title(self) -> str:
        """The title of the site."""
        return self.settings.title or self.wording.say("What was promised")

    @cached_property
    def records(self) -> Mapping[str, Sequence[Record]]:
        """The records of each kind, by the name of the kind, also the states that are only named."""
        return {kind: tuple(getattr(self.dossier, kind)) for kind in KINDS}

    @cached_property
    def courses(self) -> Mapping[str, Course]:
        """How each commitment stands from which day on, by its id."""
        known_on = None if self.as_known is None else self.as_known.toordinal()
        found = Standings(self.index, known_on)
        return {each.id: found.of(each) for each in self.dossier.commitments}

    def verdict(self, commitment: Commitment) -> Schedule:
        """Return the verdict on a commitment on the day."""
        words = self._on_the_day(self.courses[commitment.id].words)
        # Past the day until which duties that recur are worked out, it is asked for alone.
        if words is None or words[0] is None:
            words = (self.status(commitment).schedule, None, None)
        return words[0] or Schedule.UNKNOWN

    def verdict_on(self, commitment: Commitment, party: str) -> Schedule:
        """Return the verdict on a party's own part of a commitment on the day."""
        own = self._by_party.get(commitment.id, {}).get(party)
        return own or self.verdict(commitment)

    @cached_property
    def _by_party(self) -> Mapping[str, Mapping[str, Schedule | None]]:
        """The verdicts on each of several who promised, by the id of the promise."""
        return {
            each.id: {
                party: status.schedule
                for party, status in self.status(each).by_party.items()
            }
            for each in self.promises
            if len(each.by) > 1
        }

    def due(self, commitment: Commitment) -> Period | None:
        """Return the deadline in force on the day."""
        return self._on_the_day(self.courses[commitment.id].deadlines)

    def is_made(self, commitment: Commitment) -> bool:
        """Say whether a commitment may have been made by the day."""
        return first_day(commitment) <= self.on.toordinal()

    def _on_the_day(self, turns: Sequence[tuple[int, _Held]]) -> _Held:
        """Return what holds on the day."""
        place = bisect_right(turns, self.on.toordinal(), key=_day) - 1
        return turns[place][1]

    def status(self, commitment: Commitment) -> CommitmentStatus:
        """Return the status of a commitment on the day."""
        return commitment_status(
            commitment, self.index, on=self.on, as_known=self.as_known
        )

    @cached_property
    def promises(self) -> Sequence[Commitment]:
        """The firm commitments that may have been made by the day."""
        return [
            each
            for each in self.dossier.commitments
            if each.is_firm and self.is_made(each)
        ]

    @cached_property
    def naming(self) -> Mapping[str, Sequence[Record]]:
        """The records that name a record other than as a source, by its id, each once."""
        found: dict[str, dict[str, Record]] = defaultdict(dict)
        for records in self.records.values():
            for record in records:
                for _, id, _ in references(record):
                    found[id][record.id] = record
        return {id: tuple(each.values()) for id, each in found.items()}

    def name(self, id: str) -> str:
        """Return the name of a record, with its id if another has the same name."""
        name = self.wording.name(self.index[id])
        return f"{name} ({id})" if name in self._shared_names else name

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        """The names that several parties, offices, office-holders or themes have."""
        names = Counter(
            self.wording.name(each)
            for kind in ("parties", "offices", "ministers", "themes")
            for each in self.records[kind]
        )
        return frozenset(name for name, count in names.items() if count > 1)

    def period_text(self, period: Period) -> str:
        """Return a date in words, with those of its source if the source has any."""
        if period.stated not in self._our_words:
            return self.wording.period(period)
        if period.in_words_only:
            return self.wording.say("waits for a date that is not on record")
        return self.wording.date(period)

    @cached_property
    def _our_words(self) -> frozenset[str | None]:
        """What a time is counted from, in our English, where the source has no words for it."""
        return frozenset(
            anchor_text(anchor)
            for each in self.dossier.commitments
            for anchor in (each.due_from, each.runs_from)
            if anchor is not None and anchor.stated is None
        )

    def source(self, id: str) -> Source:
        """Return a source."""
        return self.dossier.sources[id]


def _day(turn: tuple[int, object]) -> int:
    return turn[0]
