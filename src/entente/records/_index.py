"""The records of a dossier by id, and what lies below a theme or a party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeVar, cast

from entente._text import did_you_mean, shorten, with_article
from entente.errors import UnknownIdError
from entente.records._model import (
    KIND_NAMES,
    Agreement,
    Commitment,
    Link,
    Minister,
    Office,
    Party,
    Record,
    Statement,
    Tenure,
    Theme,
    references,
)
from entente.records._states import EUROPEAN_UNION, state_name, suggest_state
from entente.records._vocabulary import PartyKind
from entente.values._period import Period

R = TypeVar("R", bound=Record)

_RANKS: Final[Mapping[type, int]] = {kind: rank for rank, kind in enumerate(KIND_NAMES)}
_BY_WORD: Final[Mapping[str, tuple[type[Record], ...]]] = {
    **{kind.__name__.lower(): (kind,) for kind in KIND_NAMES},
    "record": tuple(KIND_NAMES),
}


def rank(record: Record) -> int:
    """Return the place of a record's kind in the order of the files.

    >>> rank(Theme(id="small-boats", label="Small boats"))
    0
    """
    return _RANKS[type(record)]


class RecordIndex:
    """The records of a dossier, in the order of their kinds, by id; and what lies below a theme or a party.

    The records never change, and nothing is worked out before it is asked for: to ask a large dossier
    one question costs no more than that question.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._tables: dict[type[Record], dict[str, Record]] = {}
        self._positions: dict[type, dict[str, int]] = {}
        self._found_below: dict[str, frozenset[str]] = {}
        self._found_members: dict[str, tuple[tuple[str, Period | None], ...]] = {}

    def of_kind(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind, the states that need no declaration among the parties."""
        if kind is Party:
            return cast("tuple[R, ...]", (*self._declared(Party), *self._implied))
        return self._declared(kind)

    def positions(self, kind: type[R]) -> Mapping[str, int]:
        """Return the places of the records of a kind, by id."""
        if kind not in self._positions:
            self._positions[kind] = {
                record.id: place for place, record in enumerate(self.of_kind(kind))
            }
        return self._positions[kind]

    def _declared(self, kind: type[R]) -> tuple[R, ...]:
        place = _RANKS[kind]
        first, last = (
            bisect_left(self._records, each, key=rank) for each in (place, place + 1)
        )
        return cast("tuple[R, ...]", tuple(self._records[first:last]))

    @cached_property
    def _implied(self) -> tuple[Party, ...]:
        """The parties that need no declaration: the states that a record names."""
        named = {
            id
            for record in self._records
            for _, id, kinds in references(record)
            if "party" in kinds or "record" in kinds
        }
        return tuple(
            state_party(code)
            for code in sorted(named - {*self._table(Party)})
            if state_name(code)
        )

    def _table(self, kind: type[Record]) -> dict[str, Record]:
        if kind not in self._tables:
            self._tables[kind] = {record.id: record for record in self._declared(kind)}
        return self._tables[kind]

    def _find(self, id: str) -> Record | None:
        return next(
            (self._table(kind)[id] for kind in KIND_NAMES if id in self._table(kind)),
            None,
        )

    def knows(self, id: str, kinds: tuple[str, ...] = ("record",)) -> bool:
        """Say whether `id` is that of a record of one of `kinds`, or of a state where a party may stand."""
        if any(id in self._table(kind) for word in kinds for kind in _BY_WORD[word]):
            return True
        return ("party" in kinds or "record" in kinds) and state_name(id) is not None

    def require(self, id: str, kinds: tuple[str, ...] = ("record",)) -> str:
        """Return `id` if it is known, or else raise `UnknownIdError`."""
        if not self.knows(id, kinds):
            raise UnknownIdError(id, *self.explain_missing(id, kinds))
        return id

    def __getitem__(self, id: str) -> Record:
        """Return a record by its id, a state's even where none names it, or raise `UnknownIdError`."""
        if state_name(id) is not None:
            return self._table(Party).get(id) or state_party(id)
        found = self._find(id)
        if found is None:
            raise UnknownIdError(id, *self.explain_missing(id, ("record",)))
        return found

    def explain_missing(
        self, id: str, kinds: tuple[str, ...], *, suggest: bool = True
    ) -> tuple[str, str | None]:
        """Say why `id` is not that of a record of one of `kinds`, and which may have been meant."""
        known = state_party(id) if state_name(id) is not None else self._find(id)
        if known is not None:
            return (
                f"{id!r} is {with_article(kind_of(known))}; {with_article(' or '.join(kinds))} belongs here",
                None,
            )
        hint = suggest_state(id) if "party" in kinds or "record" in kinds else None
        if hint is None and suggest and isinstance(id, str):
            hint = did_you_mean(
                id,
                [
                    other
                    for word in kinds
                    for kind in _BY_WORD[word]
                    for other in self._table(kind)
                ],
            )
        return f"there is no {' or '.join(kinds)} {shorten(id)}", hint

    def links_to(self, id: str) -> tuple[tuple[Link, Record], ...]:
        """Return the links that lead to a record, each with the record from which it leads."""
        return tuple(self._linking.get(id, ()))

    @cached_property
    def _linking(self) -> Mapping[str, Sequence[tuple[Link, Record]]]:
        linking: tuple[Agreement | Commitment, ...] = (
            *self._declared(Agreement),
            *self._declared(Commitment),
        )
        return _grouped(
            (link.target, (link, cast("Record", record)))
            for record in linking
            for link in record.links
        )

    def tenures(self, office: str) -> tuple[tuple[Minister, Tenure], ...]:
        """Return who held an office, each with the tenure."""
        return tuple(self._tenures.get(office, ()))

    @cached_property
    def _tenures(self) -> Mapping[str, Sequence[tuple[Minister, Tenure]]]:
        ministers = self._declared(Minister)
        return _grouped(
            (each.office, (minister, each))
            for minister in ministers
            for each in minister.tenures
        )

    def parts(self, id: str) -> tuple[Record, ...]:
        """Return the parts of an agreement, a commitment or a statement."""
        return tuple(self._parts.get(id, ()))

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

    def belongs_to(self, party: str, to: str, *, on: Period | None = None) -> bool:
        """Say whether a party is another, a body of it, or a member of it or of one of its bodies.

        With `on` a membership whose time is known counts only if it may be of that time.
        """
        if party in self.below(to):
            return True
        return any(
            party in self.below(member)
            for member, period in self._members(to)
            if on is None or period is None or period.overlaps(on).possible
        )

    def _members(self, group: str) -> tuple[tuple[str, Period | None], ...]:
        """Return the members of a party and of its bodies, each with the time of its membership."""
        if group not in self._found_members:
            bodies = (self._table(Party).get(id) for id in self.below(group))
            self._found_members[group] = tuple(
                (member.party, member.period)
                for body in bodies
                if isinstance(body, Party)
                for member in body.members
            )
        return self._found_members[group]

    def below(self, id: str) -> frozenset[str]:
        """Return `id` and all that lies below it: narrower themes of a theme, bodies and offices of a party."""
        if id not in self._found_below:
            found = {id}
            ahead = [id]
            while ahead:
                fresh = [
                    each
                    for each in self._below.get(ahead.pop(), ())
                    if each not in found
                ]
                found.update(fresh)
                ahead.extend(fresh)
            self._found_below[id] = frozenset(found)
        return self._found_below[id]

    @cached_property
    def _below(self) -> Mapping[str, Sequence[str]]:
        def steps() -> Iterator[tuple[str, str]]:
            yield from (
                (above, theme.id)
                for theme in self._declared(Theme)
                for above in theme.broader
            )
            yield from (
                (body.part_of, body.id)
                for body in self._declared(Party)
                if body.part_of is not None
            )
            yield from ((office.party, office.id) for office in self._declared(Office))

        return _grouped(steps())


V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, list[V]]:
    groups: dict[str, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def state_party(code: str) -> Party:
    """Return the party of a state that needs no declaration.

    >>> state_party("FR").name
    'France'
    """
    kind = (
        PartyKind.INTERNATIONAL_ORGANISATION
        if code == EUROPEAN_UNION
        else PartyKind.STATE
    )
    return Party(id=code, name=state_name(code) or code, kind=kind)


def kind_of(record: Record) -> str:
    """Return the word for a record's kind.

    >>> kind_of(Theme(id="small-boats", label="Small boats"))
    'theme'
    """
    return type(record).__name__.lower()
