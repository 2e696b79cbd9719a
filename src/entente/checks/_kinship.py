"""Which of many pairs of commitments are related, found for all of them in a few walks.

To ask for the lineage of each would walk a whole chain again for each of its records. Here one of each pair
gets a bit of its own, and one walk along the links collects for every record the bits of all that it
leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from entente._dossier import Dossier
from entente.records._index import Linking
from entente.records._vocabulary import LinkKind

_Ways: TypeAlias = Mapping[str, Sequence[str]]
"""Where each record leads to: the ids of others by its own."""

_Bits: TypeAlias = Mapping[str, int]
"""A set of commitments for each record, by its id: a bit for each of them."""

# So many commitments get bits at a time, which bounds the memory that a walk needs.
_AT_A_TIME: Final = 1_000

_FINISHED: Final = float("inf")


def unrelated(firsts: Mapping[str, str], dossier: Dossier) -> Iterator[str]:
    """List the commitments that are not related to the one that `firsts` names for each.

    Two are related if one is in the lineage of the other, or both restate the same record.
    """
    if not firsts:
        return
    kinship = _Kinship(dossier)
    ahead = iter(dict.fromkeys(firsts.values()))
    while batch := tuple(islice(ahead, _AT_A_TIME)):
        bits = {id: 1 << place for place, id in enumerate(batch)}
        related = kinship.of(bits)
        for id, first in firsts.items():
            bit = bits.get(first, 0)
            if bit and not any(each.get(id, 0) & bit for each in related):
                yield id


class _Kinship:
    """The links and wholes of a dossier, in both directions, each in the order in which bits pass along."""

    def __init__(self, dossier: Dossier) -> None:
        linking = [
            each for each in dossier.records if isinstance(each, Linking)
        ]
        self._links = _by_id(
            (each.id, link.target) for each in linking for link in each.links
        )
        self._links_back = _backward(self._links)
        self._link_groups = _groups(self._links)
        self._wholes = _by_id(
            (each.id, each.part_of)
            for each in dossier.commitments
            if each.part_of is not None
        )
        self._parts = _backward(self._wholes)
        self._whole_groups = _groups(self._wholes)
        self._restated = [
            (each.id, link.target)
            for each in linking
            for link in each.links
            if link.kind is LinkKind.RESTATES
        ]

    def of(self, bits: _Bits) -> tuple[_Bits, ...]:
        """Return the related ones of some commitments, which have a bit each, for every record."""
        leading_here = _collect(
            bits, self._links_back, reversed(self._link_groups)
        )
        # Those that restate a record on their way back, and then all that restate the same.
        restating: dict[str, int] = {}
        for source, target in self._restated:
            led = leading_here.get(source, 0)
            restating[target] = restating.get(target, 0) | led
        sharing: dict[str, int] = {}
        for source, target in self._restated:
            sharing[source] = sharing.get(source, 0) | restating[target]
        return (
            leading_here,
            _collect(bits, self._links, self._link_groups),
            _collect(sharing, self._links, self._link_groups),
            _collect(bits, self._wholes, self._whole_groups),
            _collect(bits, self._parts, reversed(self._whole_groups)),
        )


def _by_id(steps: Iterable[tuple[str, str]]) -> _Ways:
    """Return steps by where they begin."""
    found: dict[str, list[str]] = {}
    for start, end in steps:
        found.setdefault(start, []).append(end)
    return found


def _backward(steps: _Ways) -> _Ways:
    return _by_id(
        (end, start) for start, ends in steps.items() for end in ends
    )


def _collect(
    bits: _Bits, steps: _Ways, groups: Iterable[Sequence[str]]
) -> _Bits:
    """Return the bits of each record and of all to which it leads, nearest groups first."""
    found: dict[str, int] = {}
    for group in groups:
        together = 0
        for id in group:
            together |= bits.get(id, 0)
            for end in steps.get(id, ()):
                together |= found.get(end, 0)
        for id in group:
            found[id] = together
    return found


def _groups(steps: _Ways) -> list[list[str]]:
    """Return the records in groups that lead to each other, each after those to which it leads.

    Most are a group of their own, but two promises may be given in return for each other. This is Gabow's
    path-based search for strong components, with a stack of its own because chains may be long.
    """
    groups: list[list[str]] = []
    # The place of each record on the path, and the places on the path where a group begins.
    places: dict[str, float] = {}
    path: list[str] = []
    beginnings: list[float] = []
    trail: list[tuple[str, Iterator[str]]] = []

    def enter(id: str) -> None:
        places[id] = len(path)
        beginnings.append(len(path))
        path.append(id)
        trail.append((id, iter(steps.get(id, ()))))

    for root in steps:
        if root not in places:
            enter(root)
        while trail:
            id, ahead = trail[-1]
            for end in ahead:
                if end not in places:
                    enter(end)
                    break
                # It is on the path: what lies between leads back to it, and is one group.
                while beginnings[-1] > places[end]:
                    beginnings.pop()
            else:
                trail.pop()
                if beginnings[-1] == places[id]:
                    start = int(beginnings.pop())
                    groups.append(path[start:])
                    del path[start:]
                    places.update(dict.fromkeys(groups[-1], _FINISHED))
    return groups
