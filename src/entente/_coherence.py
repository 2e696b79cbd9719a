"""What makes records a dossier: one id for each, no dangling names, no circles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby
from operator import attrgetter
from typing import TypeAlias

from attrs import fields_dict, frozen

from entente._text import shorten, with_article
from entente.errors import Location, Problem, RecordError
from entente.records._index import RecordIndex, kind_of, rank
from entente.records._model import KIND_NAMES, KINDS, Link, Record, references
from entente.records._states import state_name


def in_file_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort records by kind, in the order of the files; within a kind they keep theirs."""
    found = tuple(records)
    for record in found:
        if type(record) not in KIND_NAMES:
            raise RecordError("records", f"{shorten(record)} is not a record")
    return tuple(sorted(found, key=rank))


@frozen
class Fault:
    """What keeps a record from standing in a dossier, at a path within it."""

    record: Record
    path: Location
    rule: str
    message: str
    hint: str | None = None

    def problem(self, location: Location) -> Problem:
        """Return the fault as a problem of the record that stands at `location`."""
        return Problem(
            message=self.message,
            rule=self.rule,
            path=(*location, *self.path),
            record=self.record.id,
            hint=self.hint,
        )


def is_coherent(
    records: Sequence[Record], named: Mapping[tuple[str, ...], Iterable[str]]
) -> bool:
    """Say whether records, in the order of their kinds, are surely a dossier.

    `named` holds the ids that they name, by the kinds that each may be of.
    """
    ids = {
        kind.__name__.lower(): {record.id for record in alike}
        for kind, alike in groupby(records, key=type)
    }
    ids["record"] = set[str]().union(*ids.values())
    if len(ids["record"]) < len(records):
        return False
    for kinds, listed in named.items():
        missing = set(listed).difference(*(ids.get(kind, ()) for kind in kinds))
        if missing and not (
            {"party", "record"} & {*kinds} and all(map(state_name, missing))
        ):
            return False
    return not any(_find_circles(records))


def find_faults(
    records: Iterable[Record], *, known: Container[str] = ()
) -> Iterator[Fault]:
    """List all that keeps records from being a dossier; ids that are `known` elsewhere may be named."""
    records = tuple(records)
    yield from duplicate_ids(records)
    index = RecordIndex(in_file_order(records))
    patience = 1_000_000  # ids to compare mistyped ones with; beyond that nothing more is suggested
    for record in records:
        for path, id, kinds in references(record):
            if not index.knows(id, kinds) and id not in known:
                yield Fault(
                    record,
                    path,
                    "unknown-id",
                    *index.explain_missing(id, kinds, suggest=patience > 0),
                )
                patience -= len(records)
    yield from _find_circles(records)


def locations(records: Iterable[Record]) -> Iterator[Location]:
    """Return where records stand in a dossier: the name of their kind, and their place in it."""
    counts = dict.fromkeys(KINDS, 0)
    for record in records:
        name = KIND_NAMES[type(record)]
        yield name, counts[name]
        counts[name] += 1


def _other(first: Record, record: Record) -> str:
    kind = kind_of(first)
    return f"another {kind}" if type(first) is type(record) else with_article(kind)


def duplicate_ids(records: Iterable[Record]) -> Iterator[Fault]:
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


def _find_circles(records: Iterable[Record]) -> Iterator[Fault]:
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
        for id, place, circle in _walk(
            {id: _targets(value(record)) for id, record in leaders.items()}
        ):
            yield Fault(
                leaders[id],
                _path(name, value(leaders[id]), place),
                "circle",
                f"{name} leads back to the record itself: {_arrows(circle)}",
                "take one step out",
            )


_Leading: TypeAlias = str | tuple[str | Link, ...]
"""What stands in a field that leads from a record to others."""


def _targets(value: _Leading) -> tuple[str, ...]:
    """Return the ids that a field names."""
    if isinstance(value, str):
        return (value,)
    return tuple([step if isinstance(step, str) else step.target for step in value])


def _path(name: str, value: _Leading, place: int) -> Location:
    """Return the path to an id that a field names."""
    if isinstance(value, str):
        return (name,)
    return (name, place) if isinstance(value[place], str) else (name, place, "target")


def _arrows(circle: tuple[str, ...]) -> str:
    if len(circle) > 8:
        circle = (*circle[:3], f"{len(circle) - 6:,} more", *circle[-3:])
    return " → ".join(circle)


def _walk(
    graph: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
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
