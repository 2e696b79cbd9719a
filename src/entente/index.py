"""The records of a dossier by id, and what lies below a theme or a party."""

from __future__ import annotations

from collections.abc import Sequence

from entente.errors import UnknownIdError, did_you_mean, shorten, with_article
from entente.model import (
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
)
from entente.period import Period
from entente.states import EUROPEAN_UNION, state_name, suggest_state
from entente.vocabulary import PartyKind


class Index:
    """The records of a dossier by id, and what lies below a theme or a party.

    It is made once for a dossier, and never changed.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self.records: dict[str, Record] = {record.id: record for record in records}
        self.order: dict[str, int] = {id: place for place, id in enumerate(self.records)}
        self._below: dict[str, list[str]] = {}
        self._parts: dict[str, list[Record]] = {}
        self._tenures: dict[str, list[tuple[Minister, Tenure]]] = {}
        self._linking: dict[str, list[tuple[Link, Record]]] = {}
        for record in records:
            for above in _above(record):
                self._below.setdefault(above, []).append(record.id)
            if isinstance(record, Agreement | Commitment | Statement) and record.part_of is not None:
                self._parts.setdefault(record.part_of, []).append(record)
            if isinstance(record, Minister):
                for tenure in record.tenures:
                    self._tenures.setdefault(tenure.office, []).append((record, tenure))
            for link in record.links if isinstance(record, Agreement | Commitment) else ():
                self._linking.setdefault(link.target, []).append((link, record))

    def knows(self, id: str, kinds: tuple[str, ...] = ("record",)) -> bool:
        """Say whether `id` is that of a record of one of `kinds`, or of a state where a party may stand."""
        record = self.records.get(id)
        if record is None:
            return ("party" in kinds or "record" in kinds) and state_name(id) is not None
        return "record" in kinds or kind_of(record) in kinds

    def find(self, id: str, kinds: tuple[str, ...] = ("record",)) -> str:
        """Return `id` if it is known, or else raise `UnknownIdError`."""
        if not self.knows(id, kinds):
            raise UnknownIdError(id, *self.miss(id, kinds))
        return id

    def get(self, id: str) -> Record:
        """Return a record by its id, a state's even where none names it, or raise `UnknownIdError`."""
        return self.records.get(id) or state_party(self.find(id))

    def miss(self, id: str, kinds: tuple[str, ...], *, suggest: bool = True) -> tuple[str, str | None]:
        """Say why `id` is not that of a record of one of `kinds`, and which may have been meant."""
        known = self.records.get(id)
        if known is not None:
            return (
                f"{id!r} is {with_article(kind_of(known))}; {with_article(' or '.join(kinds))} belongs here",
                None,
            )
        hint = suggest_state(id) if "party" in kinds or "record" in kinds else None
        if hint is None and suggest and isinstance(id, str):
            hint = did_you_mean(id, [other for other in self.records if self.knows(other, kinds)])
        return f"there is no {' or '.join(kinds)} {shorten(id)}", hint

    def linking(self, id: str) -> tuple[tuple[Link, Record], ...]:
        """Return the links that lead to a record, each with the record from which it leads."""
        return tuple(self._linking.get(id, ()))

    def tenures(self, office: str) -> tuple[tuple[Minister, Tenure], ...]:
        """Return who held an office, each with the tenure."""
        return tuple(self._tenures.get(office, ()))

    def parts(self, id: str) -> tuple[Record, ...]:
        """Return the parts of an agreement, a commitment or a statement."""
        return tuple(self._parts.get(id, ()))

    def belongs(self, party: str, to: str, *, on: Period | None = None) -> bool:
        """Say whether a party is another, a body of it, or a member of it or of one of its bodies.

        With `on` a membership whose time is known counts only if it may be of that time.
        """
        below = self.below(to)
        if party in below:
            return True
        members = (
            membership.party
            for id in below
            if isinstance(group := self.records.get(id), Party)
            for membership in group.members
            if on is None or membership.period is None or membership.period.overlaps(on).possible
        )
        return any(party in self.below(member) for member in members)

    def below(self, id: str) -> frozenset[str]:
        """Return `id` and all that lies below it: narrower themes of a theme, bodies and offices of a party."""
        found = {id}
        ahead = [id]
        while ahead:
            fresh = [each for each in self._below.get(ahead.pop(), ()) if each not in found]
            found.update(fresh)
            ahead.extend(fresh)
        return frozenset(found)


def _above(record: Record) -> tuple[str, ...]:
    if isinstance(record, Theme):
        return record.broader
    if isinstance(record, Party) and record.part_of is not None:
        return (record.part_of,)
    if isinstance(record, Office):
        return (record.party,)
    return ()


def state_party(code: str) -> Party:
    """Return the party of a state that needs no declaration.

    >>> state_party("FR").name
    'France'
    """
    kind = PartyKind.INTERNATIONAL_ORGANISATION if code == EUROPEAN_UNION else PartyKind.STATE
    return Party(id=code, name=state_name(code) or code, kind=kind)


def kind_of(record: Record) -> str:
    """Return the word for a record's kind.

    >>> kind_of(Theme(id="small-boats", label="Small boats"))
    'theme'
    """
    return type(record).__name__.lower()
