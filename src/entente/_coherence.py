"""Rules that make records a dossier: unique ids, no unknown ids, no circles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby
from operator import attrgetter
from typing import Final, TypeAlias

from attrs import frozen

from entente._text import shorten, with_article
from entente.errors import Location, Problem, RecordError
from entente.records._index import RecordIndex, kind_of, may_be_state, rank
from entente.records._model import (
    KIND_NAMES,
    KINDS,
    Agreement,
    Commitment,
    Event,
    Meeting,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import Link, Membership
from entente.records._vocabulary import LinkKind
from entente.records._walk import references

# To find a suggestion takes time. After so many steps the reader has suggestions enough, and would
# be kept waiting for more than a second.
_MOST_STEPS: Final = 1_000_000

# More places would fill the screen.
_MOST_PLACES: Final = 3

# Longer circles are cut in the middle, so that a message stays readable.
_LONGEST_CIRCLE: Final = 8
_SHOWN_AT_EACH_END: Final = 3

_DIRECTED_FIELDS: Final[Mapping[str, tuple[type[Record], ...]]] = {
    "broader": (Theme,),
    "part_of": (Party, Agreement, Commitment, Statement),
    "succeeds": (Party, Office),
    "links": (Source, Event, Meeting, Agreement, Commitment, Statement),
}
"""The fields that lead from one record to others and must never lead back, with their kinds."""

_MUTUAL: Final = frozenset({LinkKind.RECIPROCATES, LinkKind.REFERS_TO})
"""The links that two records may have to each other."""

_Lead: TypeAlias = str | Link | Membership
"""What a directed field holds for each record to which it leads."""

_Unknown: TypeAlias = tuple[str, tuple[str, ...]]
"""An id that no record has, and the kinds of which it may be."""

_Directed: TypeAlias = str | tuple[_Lead, ...]
"""The value of such a field."""


@frozen
class Fault:
    """Something that keeps a record out of a dossier, with its location in the record.

    `others` are the other records that have to do with it, each with a location in it: those that
    name the same unknown id, or the one that has the same id.
    """

    record: Record
    path: Location
    rule: str
    message: str
    hint: str | None = None
    others: tuple[tuple[Record, Location], ...] = ()

    def problem(
        self, location: Location, others: Sequence[str] = ()
    ) -> Problem:
        """Return the fault as a problem; `location` is that of the record, `others` are the places of others.

        >>> theme = Theme(id="a", label="A")
        >>> fault = Fault(theme, ("id",), "duplicate-id", "'a' is already the id of another theme")
        >>> fault.problem(("themes", 1), ["themes[0]"]).message
        "'a' is already the id of another theme (first at themes[0])"
        """
        return Problem(
            message=f"{self.message}{self._named(others)}",
            rule=self.rule,
            path=(*location, *self.path),
            record=self.record.id,
            hint=self.hint,
        )

    def _named(self, places: Sequence[str]) -> str:
        """Return other places as the end of the message; of many only the first ones."""
        if not places:
            return ""
        shown = list(places[:_MOST_PLACES])
        if len(places) > _MOST_PLACES:
            shown.append(f"{len(places) - _MOST_PLACES:,} more")
        *before, last = shown
        listed = f"{', '.join(before)} and {last}" if before else last
        where = "first" if self.rule == "duplicate-id" else "also"
        return f" ({where} at {listed})"


def in_file_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort records by kind, in the order of the files; the order within a kind is kept.

    Raises `RecordError` if one of them is not a record.
    """
    found = tuple(records)
    for record in found:
        if type(record) not in KIND_NAMES:
            raise RecordError("records", f"{shorten(record)} is not a record")
    return tuple(sorted(found, key=rank))


def locations(records: Iterable[Record]) -> Iterator[Location]:
    """Return the location of each record in a dossier: the name of its kind and its position."""
    counts = dict.fromkeys(KINDS, 0)
    for record in records:
        name = KIND_NAMES[type(record)]
        yield name, counts[name]
        counts[name] += 1


# --- all rules -----------------------------------------------------------------------------------


def is_coherent(
    records: Sequence[Record], named: Mapping[tuple[str, ...], Iterable[str]]
) -> bool:
    """Tell quickly whether records, sorted by kind, make a dossier.

    `named` holds the ids that the records name, by the kinds that each may be of. False may be a
    false alarm; `find_faults` then decides.
    """
    ids = {
        kind.__name__.lower(): {record.id for record in alike}
        for kind, alike in groupby(records, key=type)
    }
    ids["record"] = set[str]().union(*ids.values())
    if len(ids["record"]) < len(records):
        return False
    for kinds, given in named.items():
        undeclared = set(given).difference(
            *(ids.get(kind, ()) for kind in kinds)
        )
        if not all(may_be_state(id, kinds) for id in undeclared):
            return False
    return not any(_find_circles(records))


def find_faults(
    records: Iterable[Record], *, known: Container[str] = ()
) -> Iterator[Fault]:
    """List everything that keeps records from being a dossier.

    Ids in `known` may be named although no record has them.
    """
    records = tuple(records)
    yield from find_duplicate_ids(records)
    yield from _find_unknown_ids(records, known)
    yield from _find_circles(records)


# --- ids -----------------------------------------------------------------------------------------


def find_duplicate_ids(records: Iterable[Record]) -> Iterator[Fault]:
    """List the records whose id an earlier record has."""
    seen: dict[str, Record] = {}
    for record in records:
        first = seen.get(record.id)
        if first is None:
            seen[record.id] = record
            continue
        kind = kind_of(first)
        same_kind = type(first) is type(record)
        owner = f"another {kind}" if same_kind else with_article(kind)
        yield Fault(
            record,
            ("id",),
            "duplicate-id",
            f"{shorten(record.id)} is already the id of {owner}",
            "give every record an id of its own",
            ((first, ("id",)),),
        )


def _find_unknown_ids(
    records: Sequence[Record], known: Container[str]
) -> Iterator[Fault]:
    """List the ids that are named and belong to no record of the right kind.

    An id that is named at several places is one fault: whoever corrects it, corrects it everywhere.
    """
    index = RecordIndex(in_file_order(records))
    places: dict[_Unknown, list[tuple[Record, Location]]] = {}
    kinds_of: dict[_Unknown, tuple[str, ...]] = {}
    for record in records:
        for location, id, kinds in references(record):
            if index.knows(id, kinds) or id in known:
                continue
            # Who may be a party may often be an office or a minister as well.
            unknown = id, ("party",) if "party" in kinds else kinds
            places.setdefault(unknown, []).append((record, location))
            kinds_of.setdefault(unknown, kinds)
    for unknown, (first, *others) in places.items():
        is_soon = index.steps_of_suggestions < _MOST_STEPS
        message, hint = index.explain_missing(
            unknown[0], kinds_of[unknown], suggest=is_soon
        )
        yield Fault(*first, "unknown-id", message, hint, tuple(others))


# --- circles -------------------------------------------------------------------------------------


def _find_circles(records: Iterable[Record]) -> Iterator[Fault]:
    """List the steps by which a directed field leads back to where it started."""
    by_kind: dict[type[Record], list[Record]] = {
        kind: [] for kind in KIND_NAMES
    }
    for record in records:
        by_kind[type(record)].append(record)
    for name, kinds in _DIRECTED_FIELDS.items():
        value_of = attrgetter(name)
        leading: dict[str, Record] = {}
        for kind in kinds:
            alike = by_kind[kind]
            # Most records leave the field empty, and compress skips those at the speed of C.
            for record in compress(alike, map(value_of, alike)):
                leading[record.id] = record
        graph = {
            id: _targets(value_of(record)) for id, record in leading.items()
        }
        for id, position, circle in _closing_steps(graph):
            yield Fault(
                leading[id],
                _location(name, value_of(leading[id]), position),
                "circle",
                f"{name} leads back to the record itself: {circle}",
                "take one step out",
            )


def _targets(value: _Directed) -> tuple[str, ...]:
    """Return the ids that a directed field names, and nothing for a link that may be mutual."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(_target, value))


def _target(step: _Lead) -> str:
    if isinstance(step, str):
        return step
    if isinstance(step, Membership):
        return step.party
    # No record has an empty id, so this leads nowhere.
    return "" if step.kind in _MUTUAL else step.target


def _location(name: str, value: _Directed, position: int) -> Location:
    """Return the location of the id at a position in a directed field."""
    if isinstance(value, str):
        return (name,)
    step = value[position]
    if isinstance(step, str):
        return (name, position)
    within = "party" if isinstance(step, Membership) else "target"
    return (name, position, within)


def _with_arrows(ids: Sequence[str], place: int) -> str:
    """Show the circle that begins at a place among ids and leads from the last of them back to it."""
    length = len(ids) - place + 1
    if length <= _LONGEST_CIRCLE:
        return " → ".join([*ids[place:], ids[place]])
    # A step back may close a long circle at every record, so the middle is not even copied.
    hidden = length - 2 * _SHOWN_AT_EACH_END
    first = ids[place : place + _SHOWN_AT_EACH_END]
    last = ids[1 - _SHOWN_AT_EACH_END :]
    return " → ".join([*first, f"{hidden:,} more", *last, ids[place]])


def _closing_steps(
    graph: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, int, str]]:
    """List the steps that close a circle: the id, the position of the step, the circle with arrows.

    A depth-first search, with a stack of its own because chains may be longer than Python recurses.
    For a → b, b → c, c → b it yields ``("c", 0, "b → c → b")``.
    """
    # A record whose targets lead nowhere can be on no circle.
    done = {
        id for id, targets in graph.items() if graph.keys().isdisjoint(targets)
    }
    for root in graph:
        if root in done:
            continue
        # The ids from the root to where we are, and the place of each among them.
        trail = [root]
        places = {root: 0}
        stack = [(root, enumerate(graph[root]))]
        while stack:
            id, steps = stack[-1]
            for position, target in steps:
                if target in places:
                    yield id, position, _with_arrows(trail, places[target])
                elif target in graph and target not in done:
                    places[target] = len(trail)
                    trail.append(target)
                    stack.append((target, enumerate(graph[target])))
                    break
            else:
                done.add(id)
                del places[id]
                trail.pop()
                stack.pop()
