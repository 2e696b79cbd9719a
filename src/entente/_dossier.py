"""The dossier: all records together, none of which names another that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from entente import _tables as table
from entente._coherence import (
    find_duplicate_ids,
    find_faults,
    in_file_order,
    locations,
)
from entente._text import shorten, with_article
from entente.answers._agreements import agreement_state
from entente.answers._case import promises
from entente.answers._lineage import Lineage, lineage
from entente.answers._offices import (
    Holding,
    OfficeChange,
    changes,
    holdings_of,
    with_predecessors,
)
from entente.answers._status import CommitmentStatus, commitment_status
from entente.answers._targets import Progress, progress
from entente.asking._scorecard import Scorecard, scorecard
from entente.asking._selection import select_all
from entente.asking._selections import (
    Agreements,
    Commitments,
    Events,
    Meetings,
    Metrics,
    Ministers,
    Offices,
    Parties,
    Sources,
    Statements,
    Themes,
)
from entente.errors import (
    DossierError,
    Problem,
    QueryError,
    UnknownIdError,
    format_location,
)
from entente.records._index import RecordIndex, kind_of
from entente.records._model import (
    KIND_NAMES,
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._vocabulary import AgreementState
from entente.records._walk import references
from entente.values._period import Period, PeriodLike

Origins: TypeAlias = Mapping[str, Mapping[str, str]]
"""The files and folders that a dossier was read from or saved to, each with digests of its files."""


@frozen(repr=False)
class Dossier:
    """All records of a matter, and the questions that they answer.

    A dossier is immutable; `with_records`, `without` and `merge` return new ones. Raises
    `DossierError` with every fault at once: an id that two records have, a reference to a record
    that there is not, or a circle of records of which each is above the next.

    >>> dossier = Dossier([Theme(id="migration", label="Migration"),
    ...                    Commitment(id="more-patrols", summary="Patrol more.", themes=("migration",))])
    >>> dossier.commitments.where(theme="migration").ids
    ('more-patrols',)
    >>> Dossier([Commitment(id="more-patrols", summary="Patrol more.", by=("UK",))])
    Traceback (most recent call last):
        ...
    entente.errors.DossierError: 1 problem
      commitments[0].by[0] (more-patrols): there is no party, office or minister 'UK'; write 'GB'
    """

    records: tuple[Record, ...] = field(default=(), converter=in_file_order)
    # What `save` compares with the files, so that nobody's change is lost. No part of the value.
    _origins: Origins = field(factory=dict, init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        found = tuple(find_faults(self.records))
        if found:
            # By identity: two records with one id are two locations.
            located = {
                id(record): location
                for record, location in zip(
                    self.records, locations(self.records), strict=True
                )
            }
            raise DossierError(
                fault.problem(
                    located[id(fault.record)],
                    [
                        format_location((*located[id(record)], *path))
                        for record, path in fault.others
                    ],
                )
                for fault in found
            )

    @cached_property
    def themes(self) -> Themes:
        """The themes."""
        return select_all(Themes, self._index.of_kind(Theme), self._index)

    @cached_property
    def parties(self) -> Parties:
        """The parties that are declared, and the states that any record names."""
        return select_all(Parties, self._index.of_kind(Party), self._index)

    @cached_property
    def offices(self) -> Offices:
        """The offices."""
        return select_all(Offices, self._index.of_kind(Office), self._index)

    @cached_property
    def ministers(self) -> Ministers:
        """The ministers."""
        return select_all(
            Ministers, self._index.of_kind(Minister), self._index
        )

    @cached_property
    def sources(self) -> Sources:
        """The sources."""
        return select_all(Sources, self._index.of_kind(Source), self._index)

    @cached_property
    def events(self) -> Events:
        """The events."""
        return select_all(Events, self._index.of_kind(Event), self._index)

    @cached_property
    def meetings(self) -> Meetings:
        """The meetings."""
        return select_all(Meetings, self._index.of_kind(Meeting), self._index)

    @cached_property
    def agreements(self) -> Agreements:
        """The agreements."""
        return select_all(
            Agreements, self._index.of_kind(Agreement), self._index
        )

    @cached_property
    def commitments(self) -> Commitments:
        """The commitments."""
        return select_all(
            Commitments, self._index.of_kind(Commitment), self._index
        )

    @cached_property
    def metrics(self) -> Metrics:
        """The metrics."""
        return select_all(Metrics, self._index.of_kind(Metric), self._index)

    @cached_property
    def statements(self) -> Statements:
        """The statements."""
        return select_all(
            Statements, self._index.of_kind(Statement), self._index
        )

    def __getitem__(self, id: str) -> Record:
        """Return any record by its id, or a state by its code; raises `entente.errors.UnknownIdError`."""
        if not isinstance(id, str):
            raise UnknownIdError(str(id), f"there is no record {shorten(id)}")
        return self._index[id]

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._index.knows(id)

    def holders(
        self,
        office: str,
        *,
        on: PeriodLike,
        certain: bool = False,
        predecessors: bool = False,
    ) -> tuple[Minister, ...]:
        """Return the ministers who held an office on a day or in a period, acting ones among them.

        The other keywords are those of `holdings`. Raises `entente.errors.UnknownIdError` if the
        dossier does not know the office.
        """
        found = self.holdings(
            office=office, on=on, certain=certain, predecessors=predecessors
        )
        return tuple(dict.fromkeys(holding.minister for holding in found))

    def holdings(
        self,
        *,
        minister: str | None = None,
        office: str | None = None,
        party: str | None = None,
        on: PeriodLike | None = None,
        certain: bool = False,
        predecessors: bool = False,
    ) -> tuple[Holding, ...]:
        """Return who held which office and when, by the first day of the tenure.

        For a `minister` this is a career, for an `office` the line of its holders, and for a
        `party` `on` a day the cabinet, with the offices of its bodies. `on` keeps who may have held
        the office at some time in a period, and with `certain` who must have. With `predecessors`
        an office includes those that it succeeded. Raises `entente.errors.UnknownIdError` if the
        dossier does not know an id.
        """
        index = self._index
        for id, kind in (
            (minister, "minister"),
            (office, "office"),
            (party, "party"),
        ):
            if id is not None:
                index.require(id, (kind,))

        offices: Sequence[Office] = index.of_kind(Office)
        if office is not None:
            asked = self.offices[office]
            offices = (
                with_predecessors(asked, index) if predecessors else [asked]
            )
        if party is not None:
            offices = [
                each for each in offices if each.id in index.below(party)
            ]

        period = None if on is None else Period.of(on)
        found = holdings_of(offices, index, period)
        if minister is not None:
            found = [each for each in found if each.minister.id == minister]
        if period is not None and certain:
            found = [
                each for each in found if each.period.overlaps(period).certain
            ]
        # By the first day on which a tenure may have begun.
        return tuple(sorted(found, key=lambda each: each.period.sort_key))

    def changes(
        self, start: PeriodLike, end: PeriodLike, *, party: str | None = None
    ) -> tuple[OfficeChange, ...]:
        """Return who may have entered or left an office between two days, both included, in order.

        Raises `entente.errors.QueryError` for a span, and `entente.errors.PeriodError` if they run
        backward.
        """
        return changes(self.holdings(party=party), start, end)

    def status(
        self,
        commitment: str | Commitment,
        *,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        of: str | None = None,
    ) -> CommitmentStatus:
        """Return the status of a commitment on a day, as it was known on a day.

        With `of` it is what that party did: what it declared itself, and what anybody else said of
        it. Raises `entente.errors.UnknownIdError` for a commitment that the dossier does not know, and
        `entente.errors.QueryError` for a day that is not a definite one, and for a party that did
        not promise it.
        """
        found = self.commitments[_id(commitment)]
        if of is not None:
            self._index.require(of, ("party",))
            if not promises(found, of, self._index):
                raise QueryError(f"{of!r} did not promise {found.id!r}")
        return commitment_status(
            found, self._index, on=on, as_known=as_known, of=of
        )

    def agreement_state(
        self,
        agreement: str | Agreement,
        *,
        on: PeriodLike,
        party: str | None = None,
    ) -> AgreementState:
        """Return how far an agreement has come on a day, for all parties or for one.

        It is ``unknown`` unless one state is right however the vague dates turn out, and for any
        party of an agreement that names none. Raises as `status` does, and `QueryError` for a party
        that is none to it.
        """
        return agreement_state(
            self.agreements[_id(agreement)], self._index, on=on, party=party
        )

    def lineage(self, commitment: str | Commitment) -> Lineage:
        """Return what a commitment builds on, what builds on it, and its parts.

        Raises `entente.errors.UnknownIdError` for a commitment that the dossier does not know.
        """
        return lineage(self.commitments[_id(commitment)], self._index)

    def progress(
        self,
        record: str | Metric | Commitment,
        *,
        on: PeriodLike | None = None,
    ) -> tuple[Progress, ...]:
        """Return how far a metric has come, or all metrics of a commitment, observation by observation.

        Raises `entente.errors.UnknownIdError` for an id that is neither a metric's nor a commitment's.
        """
        found = self._index[
            self._index.require(_id(record), ("metric", "commitment"))
        ]
        ids = found.metrics if isinstance(found, Commitment) else (found.id,)
        return tuple(
            each
            for metric in ids
            for each in progress(self.metrics[metric], on=on)
        )

    def scorecard(
        self,
        *,
        by: str,
        on: PeriodLike,
        as_known: PeriodLike | None = None,
        firm: bool = True,
    ) -> Scorecard:
        """Count the commitments by a keyword, such as ``"theme"``, and by their status.

        See `entente.asking.scorecard`, which takes any selection of commitments.
        """
        return scorecard(
            self.commitments, by=by, on=on, as_known=as_known, firm=firm
        )

    def with_records(self, *records: Record) -> Dossier:
        """Return a dossier with these records added, or put in the place of those that have their ids.

        Raises `DossierError` if two of them have the same id, if one has the id of a record of another
        kind, or if the whole does not hold together.
        """
        fresh = {record.id: record for record in in_file_order(records)}
        if len(fresh) < len(records):
            raise DossierError(
                fault.problem(()) for fault in find_duplicate_ids(records)
            )
        other_kinds = [
            _takes_another_place(fresh[record.id], record)
            for record in self.records
            if type(fresh.get(record.id, record)) is not type(record)
        ]
        if other_kinds:
            raise DossierError(other_kinds)
        # A record that is replaced keeps its place, so that a saved file changes there alone.
        kept = [fresh.pop(record.id, record) for record in self.records]
        return _successor(self, (*kept, *fresh.values()))

    def without(self, *ids: str) -> Dossier:
        """Return a dossier without the records of these ids.

        Raises `entente.errors.UnknownIdError` for an id that is not known, and `DossierError` if a record
        that stays names one that goes.
        """
        held = {record.id for record in self.records}
        for id in ids:
            if id not in held:
                self._index.require(id)
                raise UnknownIdError(
                    id,
                    f"{id!r} is a state that needs no declaration, and has no record here",
                )
        # Whether the rest still holds together is checked as for any dossier.
        gone = set(ids)
        return _successor(
            self,
            (record for record in self.records if record.id not in gone),
        )

    def only_with(self, records: Iterable[Record]) -> Dossier:
        """Return a dossier with these records and all that they name, and that those name in turn.

        It is the least part of this dossier that is whole: a selection alone may name records that a
        file of it would not hold. States that need no declaration are in any dossier, and stay so.

        Raises `entente.errors.UnknownIdError` for a record that this dossier does not hold, and
        `QueryError` for one that it holds in another state.

        >>> boats = Theme(id="boats", label="Boats")
        >>> trade = Theme(id="trade", label="Trade")
        >>> patrol = Commitment(id="patrol", summary="Patrol more.", themes=("boats",))
        >>> dossier = Dossier([boats, trade, patrol])
        >>> [record.id for record in dossier.only_with(dossier.commitments).records]
        ['boats', 'patrol']
        """
        wanted = in_file_order(records)
        for record in wanted:
            if self[record.id] != record:
                raise QueryError(
                    f"this dossier holds another {record.id!r}; take the records from it"
                )
        kept: set[str] = set()
        ahead = list(wanted)
        while ahead:
            record = ahead.pop()
            if record.id not in kept:
                kept.add(record.id)
                ahead += [self._index[id] for _, id, _ in references(record)]
        # An undeclared state is among these ids, and has no record to keep.
        return Dossier(record for record in self.records if record.id in kept)

    def merge(self, other: Dossier) -> Dossier:
        """Return a dossier with the records of both.

        `save` writes it back to where this dossier was loaded from, and not to where the other was.
        Raises `DossierError` if a record is in both and differs.
        """
        known = {record.id: record for record in self.records}
        differing = [
            record
            for record in other.records
            if known.get(record.id, record) != record
        ]
        if differing:
            raise DossierError(
                _differs(known[record.id], record) for record in differing
            )
        return _successor(
            self,
            (
                *self.records,
                *(
                    record
                    for record in other.records
                    if record.id not in known
                ),
            ),
        )

    def __repr__(self) -> str:
        counts = Counter(type(record) for record in self.records)
        kinds = [
            f"{count} {KIND_NAMES[kind] if count > 1 else kind.__name__.lower()}"
            for kind, count in counts.items()
        ]
        return f"<Dossier: {', '.join(kinds) or 'empty'}>"

    def _repr_html_(self) -> str:
        counts = Counter(KIND_NAMES[type(record)] for record in self.records)
        total = f"Dossier of {len(self.records)} record{'' if len(self.records) == 1 else 's'}"
        rows = [(kind, str(count)) for kind, count in counts.items()]
        return table.as_html(("kind", "records"), rows, caption=total)

    @cached_property
    def _index(self) -> RecordIndex:
        """The records by id, as selections look them up."""
        return RecordIndex(self.records)


def _id(record: str | Record) -> str:
    return record if isinstance(record, str) else record.id


def _takes_another_place(fresh: Record, held: Record) -> Problem:
    """Return the problem of a new record with the id of one of another kind."""
    id, own, other = held.id, kind_of(held), kind_of(fresh)
    return Problem(
        message=f"{id!r} is the id of {with_article(own)}, which {with_article(other)} cannot replace",
        rule="duplicate-id",
        record=id,
        hint=f"take the {own} out first, by without({id!r}), or give the {other} an id of its own",
    )


def _differs(own: Record, other: Record) -> Problem:
    """Return the problem of two records of two dossiers that have one id and differ."""
    message = f"the two dossiers hold different records {own.id!r}"
    hint = "settle which one is right, or rename one"
    if type(own) is not type(other):
        kinds = [with_article(kind_of(each)) for each in (own, other)]
        message = f"{own.id!r} is {kinds[0]} in one dossier and {kinds[1]} in the other"
        hint = "rename one"
    return Problem(
        message=message, rule="duplicate-id", record=own.id, hint=hint
    )


def _successor(dossier: Dossier, records: Iterable[Record]) -> Dossier:
    """Return a changed dossier, which is saved to where the first one came from."""
    made = Dossier(records)
    set_origins(made, origins_of(dossier))
    return made


def assemble(records: tuple[Record, ...]) -> Dossier:
    """Return a dossier of records that were checked already, in the order of their kinds."""
    # The readers have checked ids and references already, so the constructor is left out.
    made = object.__new__(Dossier)
    object.__setattr__(made, "records", records)
    set_origins(made, {})
    return made


def origins_of(dossier: Dossier) -> Origins:
    """Return the files and folders that a dossier was read from or saved to."""
    return dossier._origins  # noqa: SLF001 -- a dossier keeps it for `load` and `save`


def set_origins(dossier: Dossier, origins: Origins) -> None:
    """Note where a dossier was read from or saved to."""
    object.__setattr__(dossier, "_origins", origins)


def index_of(dossier: Dossier) -> RecordIndex:
    """Return the index of a dossier, which answers by id."""
    return dossier._index  # noqa: SLF001 -- one of the two that know it
