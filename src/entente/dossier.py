"""The dossier: all records together, none of which names another that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, groupby
from operator import attrgetter
from typing import TypeAlias

from attrs import field, fields_dict, frozen

from entente import table
from entente.errors import DossierError, Path, Problem, RecordError, UnknownIdError, shorten, with_article
from entente.index import Index, kind_of, rank
from entente.lineage import Lineage, lineage
from entente.model import (
    KIND_NAMES,
    KINDS,
    Agreement,
    Commitment,
    Event,
    Link,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
    references,
)
from entente.offices import Change, Holding, changes, holdings
from entente.period import PeriodLike
from entente.query import everything
from entente.scorecard import Scorecard, scorecard
from entente.selections import (
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
from entente.states import state_name
from entente.status import Standing, agreement_state, standing
from entente.targets import Progress, progress
from entente.vocabulary import AgreementState


def _ordered(records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort records by kind, in the order of the files; within a kind they keep theirs."""
    found = tuple(records)
    for record in found:
        if type(record) not in KIND_NAMES:
            raise RecordError("records", f"{shorten(record)} is not a record")
    return tuple(sorted(found, key=rank))


@frozen(repr=False)
class Dossier:
    """All records of a matter, and what can be asked of them.

    A dossier is immutable; `with_`, `without` and `merge` return new ones. Raises `DossierError`
    with every fault at once if an id stands twice or names no record, or if records are above
    themselves.

    >>> dossier = Dossier([Theme(id="migration", label="Migration"),
    ...                    Commitment(id="more-patrols", summary="Patrol more.", themes=("migration",))])
    >>> dossier.commitments.where(theme="migration").ids
    ('more-patrols',)
    >>> Dossier([Commitment(id="more-patrols", summary="Patrol more.", by=("UK",))])
    Traceback (most recent call last):
        ...
    entente.errors.DossierError: 1 problem
      commitments[0].by[0] (more-patrols): there is no party 'UK'; write 'GB'
    """

    records: tuple[Record, ...] = field(default=(), converter=_ordered)

    def __attrs_post_init__(self) -> None:
        found = tuple(faults(self.records))
        if found:
            place = {id(record): spot for record, spot in zip(self.records, spots(self.records), strict=True)}
            raise DossierError(fault.problem(place[id(fault.record)]) for fault in found)

    @classmethod
    def of_coherent(cls, records: tuple[Record, ...]) -> Dossier:
        """Return a dossier of records that are known to be one, in the order of their kinds."""
        made = object.__new__(cls)
        object.__setattr__(made, "records", records)
        return made

    @cached_property
    def themes(self) -> Themes:
        """The themes."""
        return everything(Themes, self.index.of(Theme), self.index)

    @cached_property
    def parties(self) -> Parties:
        """The parties that are declared, and the states that any record names."""
        return everything(Parties, self.index.of(Party), self.index)

    @cached_property
    def offices(self) -> Offices:
        """The offices."""
        return everything(Offices, self.index.of(Office), self.index)

    @cached_property
    def ministers(self) -> Ministers:
        """The ministers."""
        return everything(Ministers, self.index.of(Minister), self.index)

    @cached_property
    def sources(self) -> Sources:
        """The sources."""
        return everything(Sources, self.index.of(Source), self.index)

    @cached_property
    def events(self) -> Events:
        """The events."""
        return everything(Events, self.index.of(Event), self.index)

    @cached_property
    def meetings(self) -> Meetings:
        """The meetings."""
        return everything(Meetings, self.index.of(Meeting), self.index)

    @cached_property
    def agreements(self) -> Agreements:
        """The agreements."""
        return everything(Agreements, self.index.of(Agreement), self.index)

    @cached_property
    def commitments(self) -> Commitments:
        """The commitments."""
        return everything(Commitments, self.index.of(Commitment), self.index)

    @cached_property
    def metrics(self) -> Metrics:
        """The metrics."""
        return everything(Metrics, self.index.of(Metric), self.index)

    @cached_property
    def statements(self) -> Statements:
        """The statements."""
        return everything(Statements, self.index.of(Statement), self.index)

    def __getitem__(self, id: str) -> Record:
        """Return any record by its id, or a state by its code; raises `entente.errors.UnknownIdError`."""
        if not isinstance(id, str):
            raise UnknownIdError(str(id), f"there is no record {shorten(id)}")
        return self.index.get(id)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.index.knows(id)

    def holders(
        self, office: str, *, on: PeriodLike, certain: bool = False, predecessors: bool = False
    ) -> tuple[Minister, ...]:
        """Return the ministers who held an office on a day or in a period, acting ones among them.

        Kept is who may have held it, or with `certain` only who must have; with `predecessors` an
        office stands for those that it succeeded, too. Raises `entente.errors.UnknownIdError` for an
        office that the dossier does not know.
        """
        found = self.holdings(office=office, on=on, certain=certain, predecessors=predecessors)
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

        Asked for a `minister`, it is a career; for an `office`, its line of holders; for a `party`
        `on` a day, its cabinet. The keywords narrow as those of `holders` do.
        """
        return holdings(
            self.index,
            minister=minister,
            office=office,
            party=party,
            on=on,
            certain=certain,
            predecessors=predecessors,
        )

    def changes(self, start: PeriodLike, end: PeriodLike, *, party: str | None = None) -> tuple[Change, ...]:
        """Return who may have entered or left an office from one day to another, both included, in order.

        Raises `entente.errors.QueryError` for a span, and `entente.errors.PeriodError` if they run backward.
        """
        return changes(self.index, start=start, end=end, party=party)

    def status(
        self, commitment: str | Commitment, *, on: PeriodLike | None = None, known: PeriodLike | None = None
    ) -> Standing:
        """Return how a commitment stands on a day, as it was known on a day (see `entente.status`).

        Raises `entente.errors.UnknownIdError` for a commitment that the dossier does not know, and
        `entente.errors.QueryError` for a day that is not a definite one.
        """
        return standing(self.commitments[_id(commitment)], self.index, on=on, known=known)

    def state(
        self, agreement: str | Agreement, *, on: PeriodLike, party: str | None = None
    ) -> AgreementState:
        """Return how far an agreement has come on a day, or how far for one party; raises as `status` does."""
        return agreement_state(self.agreements[_id(agreement)], self.index, on=on, party=party)

    def lineage(self, commitment: str | Commitment) -> Lineage:
        """Return what a commitment builds on, what builds on it, and its parts.

        Raises `entente.errors.UnknownIdError` for a commitment that the dossier does not know.
        """
        return lineage(self.commitments[_id(commitment)], self.index)

    def progress(
        self, record: str | Metric | Commitment, *, on: PeriodLike | None = None
    ) -> tuple[Progress, ...]:
        """Return how far a metric has come, or all metrics of a commitment, observation by observation.

        Raises `entente.errors.UnknownIdError` for an id that is neither a metric's nor a commitment's.
        """
        found = self.index.get(self.index.find(_id(record), ("metric", "commitment")))
        ids = found.metrics if isinstance(found, Commitment) else (found.id,)
        return tuple(each for metric in ids for each in progress(self.metrics[metric], on=on))

    def scorecard(
        self, *, by: str, on: PeriodLike, known: PeriodLike | None = None, firm: bool = True
    ) -> Scorecard:
        """Count the commitments by ``"theme"``, ``"by"``, ``"agreement"`` or another keyword, and by how they stand.

        See `entente.scorecard.scorecard`, which takes any selection of commitments.
        """
        return scorecard(self.commitments, by=by, on=on, known=known, firm=firm)

    def with_(self, *records: Record) -> Dossier:
        """Return a dossier with these records added, or put in the place of those that have their ids.

        Raises `DossierError` if two of them have the same id, or if the whole does not hold together.
        """
        fresh = {record.id: record for record in _ordered(records)}
        if len(fresh) < len(records):
            raise DossierError(fault.problem(()) for fault in _twice(records))
        kept = [fresh.pop(record.id, record) for record in self.records]
        return Dossier((*kept, *fresh.values()))

    def without(self, *ids: str) -> Dossier:
        """Return a dossier without the records of these ids.

        Raises `entente.errors.UnknownIdError` for an id that is not known, and `DossierError` if a record
        that stays names one that goes.
        """
        held = {record.id for record in self.records}
        for id in ids:
            if id not in held:
                self.index.find(id)
                raise UnknownIdError(
                    id, f"{id!r} is a state that needs no declaration, and has no record here"
                )
        gone = set(ids)
        return Dossier(record for record in self.records if record.id not in gone)

    def merge(self, other: Dossier) -> Dossier:
        """Return a dossier with the records of both; one that is in both must be equal, or `DossierError` is raised."""
        known = {record.id: record for record in self.records}
        differing = [record for record in other.records if known.get(record.id, record) != record]
        if differing:
            raise DossierError(
                Problem(
                    message=f"the two dossiers hold different records {record.id!r}",
                    rule="duplicate-id",
                    record=record.id,
                    hint="settle which one is right, or rename one",
                )
                for record in differing
            )
        return Dossier((*self.records, *(record for record in other.records if record.id not in known)))

    def __repr__(self) -> str:
        counts = Counter(type(record) for record in self.records)
        told = ", ".join(
            f"{count} {KIND_NAMES[kind] if count > 1 else kind.__name__.lower()}"
            for kind, count in counts.items()
        )
        return f"<Dossier: {told or 'empty'}>"

    def _repr_html_(self) -> str:
        counts = Counter(KIND_NAMES[type(record)] for record in self.records)
        total = f"Dossier of {len(self.records)} record{'' if len(self.records) == 1 else 's'}"
        rows = [(kind, str(count)) for kind, count in counts.items()]
        return table.as_html(("kind", "records"), rows, caption=total)

    @cached_property
    def index(self) -> Index:
        """The records by id, as selections look them up."""
        return Index(self.records)


def _id(record: str | Record) -> str:
    return record if isinstance(record, str) else record.id


# --- what makes records a dossier ----------------------------------------------------------------


@frozen
class Fault:
    """What keeps a record from standing in a dossier, at a path within it."""

    record: Record
    path: Path
    rule: str
    message: str
    hint: str | None = None

    def problem(self, spot: Path) -> Problem:
        """Return the fault as a problem of the record that stands at `spot`."""
        return Problem(
            message=self.message,
            rule=self.rule,
            path=(*spot, *self.path),
            record=self.record.id,
            hint=self.hint,
        )


def coherent(records: Sequence[Record], named: Mapping[tuple[str, ...], Iterable[str]]) -> bool:
    """Say whether records, in the order of their kinds, are surely a dossier.

    `named` holds the ids that they name, by the kinds that each may be of.
    """
    ids = {
        kind.__name__.lower(): {record.id for record in alike} for kind, alike in groupby(records, key=type)
    }
    ids["record"] = set[str]().union(*ids.values())
    if len(ids["record"]) < len(records):
        return False
    for kinds, listed in named.items():
        missing = set(listed).difference(*(ids.get(kind, ()) for kind in kinds))
        if missing and not ({"party", "record"} & {*kinds} and all(map(state_name, missing))):
            return False
    return not any(_circles(records))


def faults(records: Iterable[Record], *, known: Container[str] = ()) -> Iterator[Fault]:
    """List all that keeps records from being a dossier; ids that are `known` elsewhere may be named."""
    records = tuple(records)
    yield from _twice(records)
    index = Index(_ordered(records))
    patience = 1_000_000  # ids to compare mistyped ones with; beyond that nothing more is suggested
    for record in records:
        for path, id, kinds in references(record):
            if not index.knows(id, kinds) and id not in known:
                yield Fault(record, path, "unknown-id", *index.miss(id, kinds, suggest=patience > 0))
                patience -= len(records)
    yield from _circles(records)


def spots(records: Iterable[Record]) -> Iterator[Path]:
    """Return where records stand in a dossier: the name of their kind, and their place in it."""
    counts = dict.fromkeys(KINDS, 0)
    for record in records:
        name = KIND_NAMES[type(record)]
        yield name, counts[name]
        counts[name] += 1


def _other(first: Record, record: Record) -> str:
    kind = kind_of(first)
    return f"another {kind}" if type(first) is type(record) else with_article(kind)


def _twice(records: Iterable[Record]) -> Iterator[Fault]:
    seen: dict[str, Record] = {}
    for record in records:
        if record.id in seen:
            yield Fault(
                record,
                ("id",),
                "duplicate-id",
                f"the id {record.id!r} is that of {_other(seen[record.id], record)} already",
                "every record has an id of its own",
            )
        seen.setdefault(record.id, record)


_DIRECTED = ("broader", "part_of", "succeeds", "links")
"""The fields that lead from a record to another, and may never lead back to it."""


def _circles(records: Iterable[Record]) -> Iterator[Fault]:
    alike: dict[type[Record], list[Record]] = {kind: [] for kind in KIND_NAMES}
    for record in records:
        alike[type(record)].append(record)
    for name in _DIRECTED:
        value = attrgetter(name)
        leaders = {
            record.id: record
            for kind, same in alike.items()
            if name in fields_dict(kind)
            for record in compress(same, map(value, same))
        }
        for id, place, circle in _walk({id: _targets(value(record)) for id, record in leaders.items()}):
            yield Fault(
                leaders[id],
                _path(name, value(leaders[id]), place),
                "circle",
                f"{name} leads back to the record itself: {_told(circle)}",
                "take one step out",
            )


_Leading: TypeAlias = str | tuple[str | Link, ...]
"""What stands in a field that leads from a record to others."""


def _targets(value: _Leading) -> tuple[str, ...]:
    """Return the ids that a field names."""
    if isinstance(value, str):
        return (value,)
    return tuple([step if isinstance(step, str) else step.target for step in value])


def _path(name: str, value: _Leading, place: int) -> Path:
    """Return the path to an id that a field names."""
    if isinstance(value, str):
        return (name,)
    return (name, place) if isinstance(value[place], str) else (name, place, "target")


def _told(circle: tuple[str, ...]) -> str:
    if len(circle) > 8:
        circle = (*circle[:3], f"{len(circle) - 6:,} more", *circle[-3:])
    return " → ".join(circle)


def _walk(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """List the steps that close a circle, by a depth-first search that keeps its own stack."""
    done = {id for id, targets in graph.items() if graph.keys().isdisjoint(targets)}
    for root in graph:
        trail = {root: None} if root not in done else {}
        ahead = [(root, enumerate(graph[root]))] if trail else []
        while ahead:
            id, steps = ahead[-1]
            place, target = next(steps, (0, ""))
            if not target:
                done.add(id)
                del trail[id]
                ahead.pop()
            elif target in trail:
                way = list(trail)
                yield id, place, (*way[way.index(target) :], target)
            elif target in graph and target not in done:
                trail[target] = None
                ahead.append((target, enumerate(graph[target])))
