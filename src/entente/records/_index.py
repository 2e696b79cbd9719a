"""Indexes that find the records of a dossier by id, by link, and below a theme or a party."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import Final, Self, TypeAlias, TypeVar, cast

from entente._spelling import Spellings
from entente._text import did_you_mean, either, shorten, with_article
from entente.errors import UnknownIdError
from entente.records._model import (
    KIND_NAMES,
    Agreement,
    Commitment,
    Event,
    Meeting,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import Citation, Link, Membership, Tenure
from entente.records._states import EUROPEAN_UNION, state_name, suggest_state
from entente.records._vocabulary import PartyKind
from entente.records._walk import references
from entente.values._period import Period, surely_lasted

R = TypeVar("R", bound=Record)
V = TypeVar("V")

_RANKS: Final[Mapping[type, int]] = {
    kind: rank for rank, kind in enumerate(KIND_NAMES)
}

_CLASSES_BY_WORD: Final[Mapping[str, tuple[type[Record], ...]]] = {
    **{kind.__name__.lower(): (kind,) for kind in KIND_NAMES},
    "record": tuple(KIND_NAMES),
}

ANY_KIND: Final = ("record",)
"""The kinds of a field that may name any record."""

Linking: TypeAlias = (
    Source | Event | Meeting | Agreement | Commitment | Statement
)
"""The records that hold links to others."""

_OWN_VOICES: Final = frozenset(
    {
        PartyKind.SUBNATIONAL_GOVERNMENT,
        PartyKind.ARMED_GROUP,
        PartyKind.COMPANY,
        PartyKind.NON_GOVERNMENTAL_ORGANISATION,
        PartyKind.POLITICAL_PARTY,
    }
)
"""The kinds of party that never speak for the state in which they are."""

# A field that may name one of these may name a state, which needs no declaration.
_PARTY_WORDS: Final = frozenset({"party", "record"})


def rank(record: Record) -> int:
    """Return the position of a record's kind in the order of the files.

    >>> rank(Theme(id="small-boats", label="Small boats"))
    0
    """
    return _RANKS[type(record)]


def kind_of(record: Record) -> str:
    """Return the word for a record's kind.

    >>> kind_of(Theme(id="small-boats", label="Small boats"))
    'theme'
    """
    return type(record).__name__.lower()


# A few hundred states are named again and again.
@cache
def state_party(code: str) -> Party:
    """Return the party of a state that needs no declaration.

    >>> state_party("FR").name
    'France'
    """
    kind = PartyKind.STATE
    if code == EUROPEAN_UNION:
        kind = PartyKind.INTERNATIONAL_ORGANISATION
    return Party(id=code, name=state_name(code) or code, kind=kind)


def speaks_for_its_whole(party: Party) -> bool:
    """Tell whether what a party does is done for the state or organisation that it is part of.

    A ministry speaks for its state. A court, an audit office, a region and a company do not.

    >>> speaks_for_its_whole(Party(id="nao", name="Audit Office", kind=PartyKind.BODY, independent=True))
    False
    """
    return not party.independent and party.kind not in _OWN_VOICES


def may_be_state(id: str, kinds: Iterable[str]) -> bool:
    """Tell whether `id` is the code of a state and one of `kinds` is a party's.

    >>> may_be_state("FR", ("office", "party")), may_be_state("FR", ("office",))
    (True, False)
    """
    return not _PARTY_WORDS.isdisjoint(kinds) and state_name(id) is not None


@cache
def _classes(kinds: tuple[str, ...]) -> tuple[type[Record], ...]:
    """Return the classes of some kinds, which are given by their words."""
    return tuple(chain.from_iterable(_CLASSES_BY_WORD[kind] for kind in kinds))


class RecordIndex:
    """The records of a dossier by id, and what lies below a theme or a party.

    `records` are in the order of their kinds. Every table is built when it is first needed: one
    question to a large dossier costs no more than that question.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._tables: dict[type[Record], dict[str, Record]] = {}
        self._positions: dict[type, dict[str, int]] = {}
        self._spellings: dict[tuple[str, ...], Spellings] = {}
        self._below_by_id: dict[str, frozenset[str]] = {}
        self._members_by_id: dict[
            str, tuple[tuple[str, Period | None], ...]
        ] = {}

    def __reduce__(self) -> tuple[type[Self], tuple[Sequence[Record]]]:
        # What it has worked out would make a pickle several times as large.
        return type(self), (self._records,)

    def is_of_same_records(self, other: RecordIndex) -> bool:
        """Tell whether it indexes the same records, itself or as the index of an equal dossier."""
        return self is other or self._records == other._records

    # --- by kind ---------------------------------------------------------------------------------

    def of_kind(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind; parties include the states that a record names."""
        if kind is Party:
            return cast(
                "tuple[R, ...]", (*self._declared(Party), *self._named_states)
            )
        return self._declared(kind)

    def positions(self, kind: type[R]) -> Mapping[str, int]:
        """Return the positions of the records of a kind among their kind, by id."""
        if kind not in self._positions:
            records = enumerate(self.of_kind(kind))
            self._positions[kind] = {
                record.id: index for index, record in records
            }
        return self._positions[kind]

    def _declared(self, kind: type[R]) -> tuple[R, ...]:
        # The records are sorted by rank, so those of a kind are one slice.
        own_rank = _RANKS[kind]
        start = bisect_left(self._records, own_rank, key=rank)
        end = bisect_left(self._records, own_rank + 1, key=rank)
        return cast("tuple[R, ...]", tuple(self._records[start:end]))

    @cached_property
    def _named_states(self) -> tuple[Party, ...]:
        """The states that a record names and none declares, by code."""
        named = {
            id
            for record in self._records
            for _, id, kinds in references(record)
            if not _PARTY_WORDS.isdisjoint(kinds)
        }
        undeclared = sorted(named.difference(self._table(Party)))
        return tuple(
            state_party(code) for code in undeclared if state_name(code)
        )

    # --- by id -----------------------------------------------------------------------------------

    def __getitem__(self, id: str) -> Record:
        """Return a record by its id, or raise `UnknownIdError`; any state has one."""
        found = self._find(id)
        if found is None:
            raise UnknownIdError(id, *self.explain_missing(id, ANY_KIND))
        return found

    def knows(self, id: str, kinds: tuple[str, ...] = ANY_KIND) -> bool:
        """Tell whether `id` is that of a record of one of `kinds`; states count as parties."""
        for kind in _classes(kinds):
            if id in self._table(kind):
                return True
        return may_be_state(id, kinds)

    def require(self, id: str, kinds: tuple[str, ...] = ANY_KIND) -> str:
        """Return `id` if it is known, or raise `UnknownIdError`."""
        if not self.knows(id, kinds):
            raise UnknownIdError(id, *self.explain_missing(id, kinds))
        return id

    def explain_missing(
        self, id: str, kinds: tuple[str, ...], *, suggest: bool = True
    ) -> tuple[str, str | None]:
        """Explain why `id` is not that of a record of one of `kinds`, with a hint if there is one.

        With ``suggest=False`` no similar ids are looked for, which takes time in a large dossier.
        """
        record = self._find(id)
        if record is not None:
            kind = with_article(kind_of(record))
            wanted = with_article(either(kinds))
            return f"{shorten(id)} is {kind}, not {wanted}", None
        if not isinstance(id, str):
            return f"there is no {either(kinds)} {shorten(id)}", None
        hint = None
        if id != id.lower() and self.knows(id.lower(), kinds):
            hint = f"write {id.lower()!r}"
        elif not _PARTY_WORDS.isdisjoint(kinds):
            hint = suggest_state(id)
        if hint is None and suggest:
            hint = did_you_mean(id, self._spellings_of(kinds))
        return f"there is no {either(kinds)} {shorten(id)}", hint

    @property
    def steps_of_suggestions(self) -> int:
        """How many steps were taken to find similar ids, all in all; each takes some 0.5 µs."""
        return sum(each.steps for each in self._spellings.values())

    def _spellings_of(self, kinds: tuple[str, ...]) -> Spellings:
        if kinds not in self._spellings:
            known = chain.from_iterable(map(self._table, _classes(kinds)))
            self._spellings[kinds] = Spellings(known)
        return self._spellings[kinds]

    def _find(self, id: str) -> Record | None:
        found = self._by_id.get(id)
        if found is None and state_name(id) is not None:
            # The same few states are asked for again and again.
            found = self._by_id[id] = state_party(id)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        """All records by their ids; an index made by hand may have two of one id, and has the first."""
        return {record.id: record for record in reversed(self._records)}

    def _table(self, kind: type[Record]) -> dict[str, Record]:
        if kind not in self._tables:
            self._tables[kind] = {
                record.id: record for record in self._declared(kind)
            }
        return self._tables[kind]

    # --- by what leads to a record ---------------------------------------------------------------

    def links_to(self, id: str) -> tuple[tuple[Link, Record], ...]:
        """Return the links whose target is `id`, each with the record that holds it."""
        return tuple(self._links.get(id, ()))

    def tenures(self, office: str) -> tuple[tuple[Minister, Tenure], ...]:
        """Return the tenures of an office, each with its minister."""
        return tuple(self._tenures.get(office, ()))

    def parts(self, id: str) -> tuple[Record, ...]:
        """Return the parts of an agreement, a commitment or a statement."""
        return tuple(self._parts.get(id, ()))

    @cached_property
    def _links(self) -> Mapping[str, Sequence[tuple[Link, Record]]]:
        linking: tuple[Linking, ...] = (
            *self._declared(Source),
            *self._declared(Event),
            *self._declared(Meeting),
            *self._declared(Agreement),
            *self._declared(Commitment),
            *self._declared(Statement),
        )
        return _grouped(
            (link.target, (link, record))
            for record in linking
            for link in record.links
        )

    @cached_property
    def _tenures(self) -> Mapping[str, Sequence[tuple[Minister, Tenure]]]:
        return _grouped(
            (tenure.office, (minister, tenure))
            for minister in self._declared(Minister)
            for tenure in minister.tenures
        )

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[Record]]:
        parts: tuple[Agreement | Commitment | Statement, ...] = (
            *self._declared(Agreement),
            *self._declared(Commitment),
            *self._declared(Statement),
        )
        return _grouped(
            (record.part_of, cast("Record", record))
            for record in parts
            if record.part_of is not None
        )

    # --- by time ---------------------------------------------------------------------------------

    def as_cited(
        self, period: Period, citations: Iterable[Citation]
    ) -> Period:
        """Return a span whose end is unknown with the day on which it was last seen going on.

        That is its `as_of`, or else the latest day on which a cited source was certainly published.
        Without such a day, before the span has certainly begun, and for all other periods, it is
        returned as it is.
        """
        if period.as_of is not None or not period.is_unknown_end:
            return period
        days = [
            day
            for citation in citations
            for day in self._days_published(citation.source)
        ]
        start = period.start
        # A notice of 3 May says who comes into office "from May", not that it has happened.
        if not days or start is None or start.after(max(days)).possible:
            return period
        return period.going_on(max(days))

    def time_of(self, tenure: Tenure, minister: Minister) -> Period:
        """Return the time of a tenure, with an `as_of` if its source gives one.

        The sources of the minister count for one tenure alone; of several they do not say which.
        """
        is_alone = len(minister.tenures) == 1
        citations = tenure.citations or (
            minister.citations if is_alone else ()
        )
        return self.as_cited(tenure.period, citations)

    def _days_published(self, id: str) -> Iterator[datetime.date]:
        """Yield the first day on which a source may have been published, unless that is in doubt.

        A source of January 2024 says what went on then: on 1 January for certain, or later.
        """
        source = self._table(Source).get(id)
        if not isinstance(source, Source) or source.published is None:
            return
        published = source.published
        in_doubt = published.uncertain or published.approximate
        if published.earliest is not None and not in_doubt:
            yield published.earliest

    # --- below a theme or a party ----------------------------------------------------------------

    def below(self, id: str) -> frozenset[str]:
        """Return `id` and everything below it.

        Below a theme are its narrower themes; below a party its bodies and their offices, but not
        what has a voice of its own: see `speaks_for_its_whole`.
        """
        if id not in self._below_by_id:
            # A theme with several broader ones is reached more than once.
            found = {id}
            unvisited = [id]
            while unvisited:
                directly_below = self._directly_below.get(unvisited.pop(), ())
                fresh = [each for each in directly_below if each not in found]
                found.update(fresh)
                unvisited.extend(fresh)
            self._below_by_id[id] = frozenset(found)
        return self._below_by_id[id]

    def belongs_to(
        self,
        party: str,
        group: str,
        *,
        on: Period | None = None,
        certain: bool = False,
    ) -> bool:
        """Tell whether a party is `group`, a body of it, or a member: see `is_member`."""
        return party in self.below(group) or self.is_member(
            party, group, on=on, certain=certain
        )

    def is_member(
        self,
        party: str,
        group: str,
        *,
        on: Period | None = None,
        certain: bool = False,
    ) -> bool:
        """Tell whether a party is a member of `group` or of its bodies.

        A body of a member counts as that member. With `on` a membership counts only if it may
        have been in force then, or with `certain` only if it must; one without a period always
        counts.
        """
        times = self.memberships(party, group)
        return lasted(times, on, certain=certain)

    def memberships(self, party: str, group: str) -> Iterator[Period | None]:
        """Yield the times for which a party is a member of `group`, as `is_member` counts them."""
        for member, period in self._members(group):
            if party in self.below(member):
                yield period

    def offices_of(
        self, minister: str, *, on: Period | None
    ) -> tuple[str, ...]:
        """Return the offices that a minister may have held on a date, or ever; none of others."""
        return tuple(
            office
            for office, period in self.tenures_of(minister)
            if lasted((period,), on, certain=False)
        )

    def tenures_of(self, minister: str) -> Iterator[tuple[str, Period]]:
        """Yield the offices of a minister, each with the time of the tenure; none of others."""
        found = self._table(Minister).get(minister)
        if isinstance(found, Minister):
            for tenure in found.tenures:
                yield tenure.office, self.time_of(tenure, found)

    def _members(self, group: str) -> tuple[tuple[str, Period | None], ...]:
        """Return the members of a party and of its bodies, each with the time of membership."""
        if group not in self._members_by_id:
            bodies = [self._table(Party).get(id) for id in self.below(group)]
            self._members_by_id[group] = tuple(
                (member.party, self._time_of(member))
                for body in bodies
                if isinstance(body, Party)
                for member in body.members
            )
        return self._members_by_id[group]

    def _time_of(self, member: Membership) -> Period | None:
        if member.period is None:
            return None
        return self.as_cited(member.period, member.citations)

    @cached_property
    def _directly_below(self) -> Mapping[str, Sequence[str]]:
        return _grouped(self._steps_down())

    def _steps_down(self) -> Iterator[tuple[str, str]]:
        """List each theme and party with what is directly below it."""
        for theme in self._declared(Theme):
            for broader in theme.broader:
                yield broader, theme.id
        for body in self._declared(Party):
            if speaks_for_its_whole(body):
                for whole in body.part_of:
                    yield whole.party, body.id
        for office in self._declared(Office):
            yield office.party, office.id


def lasted(
    times: Iterable[Period | None], on: Period | None, *, certain: bool
) -> bool:
    """Tell whether something may have lasted on a date, or must have, at one of some times.

    What has no time always did. Without a date any time may be meant, and none has to be. What
    lasted until May may have lasted on a day "between March and August", and need not; if it began
    again in June, on whatever day of March to August, it must have.
    """
    if not certain:
        return any(
            time is None or on is None or time.overlaps(on).possible
            for time in times
        )
    given = list(times)
    known = [time for time in given if time is not None]
    if len(known) < len(given):
        return True
    # On "not before 2024" nobody knows which day is meant.
    if on is None or on.earliest is None or on.latest is None:
        return False
    return surely_lasted(known, on)


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    """Collect the values of each key, in their order."""
    groups: dict[str, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
