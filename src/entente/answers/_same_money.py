"""Which commitments speak of the same money, and which take the place of others.

A communiqué restates what a readout announced, a later pledge replaces an earlier one, an action
plan breaks a sum down. Links and `part_of` say so, also where they lead over records that nobody
asked about.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from graphlib import TopologicalSorter
from itertools import product
from typing import Final, TypeAlias

from attrs import frozen

from entente.answers._promised import Promised, are_apart, common, promised
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._vocabulary import LinkKind
from entente.values._quantity import Quantity


class _Overlap(Enum):
    """How the money of one commitment overlaps with that of another."""

    SAME = auto()
    INSTEAD = auto()
    WITHIN = auto()


_STEPS: Final = {
    LinkKind.RESTATES: _Overlap.SAME,
    LinkKind.COPY_OF: _Overlap.SAME,
    LinkKind.VERSION_OF: _Overlap.SAME,
    LinkKind.ACCELERATES: _Overlap.SAME,
    LinkKind.EXTENDS: _Overlap.SAME,
    LinkKind.SUPERSEDES: _Overlap.INSTEAD,
    LinkKind.AMENDS: _Overlap.INSTEAD,
    LinkKind.IMPLEMENTS: _Overlap.WITHIN,
    LinkKind.FULFILS: _Overlap.WITHIN,
}
"""The links by which the money of two commitments is not counted twice."""

_MAY_ADD: Final = frozenset(
    {
        LinkKind.ACCELERATES,
        LinkKind.EXTENDS,
        LinkKind.SUPERSEDES,
        LinkKind.AMENDS,
    }
)
"""The links of a commitment that may promise more money on top of that of the other."""


@frozen(kw_only=True)
class MoneyGroup:
    """The commitments that state one promise, the first of them first.

    `stating` are those with an amount that can be added up, and `value` is what all of them say of
    it: None if they differ, or if none does. `replaced_by` and `within` are the groups that take
    its place, and those in whose money its own is, by their heads. `anew` is the id of a member that
    states how much it is, and not only how much comes on top; None if there is none.
    """

    members: tuple[Commitment, ...]
    stating: tuple[Commitment, ...]
    value: Quantity | None
    anew: str | None
    replaced_by: tuple[str, ...]
    within: tuple[str, ...]


@frozen
class SameMoney:
    """The promises that some commitments state, as groups by their heads, in their order."""

    groups: Mapping[str, MoneyGroup]
    own: Mapping[str, Promised]
    """What each commitment promises by its own amounts, by its id."""


def same_money(
    commitments: Iterable[Commitment], index: RecordIndex, unit: str
) -> SameMoney:
    """Bring together the commitments that state the same promise of an amount in a unit."""
    asked = tuple(commitments)
    reached, own = _reach(asked, index, unit)
    steps = {
        id: tuple(_steps(each, reached, own)) for id, each in reached.items()
    }
    order = _in_order(steps)
    graph = _Graph.of(steps, order)
    positions = {id: position for position, id in enumerate(order)}
    members: dict[str, list[Commitment]] = {}
    for each in asked:
        members.setdefault(graph.heads[each.id], []).append(each)
    replaced_by: defaultdict[str, list[str]] = defaultdict(list)
    for later in members:
        for earlier in graph.instead_of(later):
            replaced_by[earlier].append(later)
    groups: dict[str, MoneyGroup] = {}
    for head, found in members.items():
        found.sort(key=lambda each: positions[each.id])
        around = graph.wholes_of(head)
        # What takes the place of a whole has the money of its parts.
        instead = [later for each in around for later in replaced_by[each]]
        settled = {head, *graph.instead_of(head)}
        within = [
            each
            for each in dict.fromkeys((*around, *instead))
            if each in members and each not in settled
        ]
        groups[head] = _group(found, own, replaced_by[head], within)
    return SameMoney(groups, own)


def _group(
    members: Sequence[Commitment],
    own: Mapping[str, Promised],
    replaced_by: Sequence[str],
    within: Sequence[str],
) -> MoneyGroup:
    values = [own[each.id].value for each in members]
    stated = [value for value in values if value is not None]
    new = [each.id for each in members if own[each.id].states_anew]
    return MoneyGroup(
        members=tuple(members),
        stating=tuple(
            [each for each in members if own[each.id].value is not None]
        ),
        value=common(stated) if stated else None,
        anew=new[0] if new else None,
        replaced_by=tuple(replaced_by),
        within=tuple(within),
    )


# --- steps ---------------------------------------------------------------------------------------


def _reach(
    asked: Iterable[Commitment], index: RecordIndex, unit: str
) -> tuple[dict[str, Commitment], dict[str, Promised]]:
    """Return all commitments to which links and wholes lead, and what each promises, by id."""
    reached: dict[str, Commitment] = {}
    ahead = deque(asked)
    while ahead:
        commitment = ahead.popleft()
        if commitment.id in reached:
            continue
        reached[commitment.id] = commitment
        for _, target in _targets(commitment):
            found = index[target]
            if isinstance(found, Commitment):
                ahead.append(found)
    own = {id: promised(each, unit) for id, each in reached.items()}
    return reached, own


def _targets(commitment: Commitment) -> Iterator[tuple[LinkKind | None, str]]:
    """List the ids to which a commitment leads, each with the link, or None from part to whole."""
    for link in commitment.links:
        if link.kind in _STEPS:
            yield link.kind, link.target
    if commitment.part_of is not None:
        yield None, commitment.part_of


def _steps(
    commitment: Commitment,
    reached: Mapping[str, Commitment],
    own: Mapping[str, Promised],
) -> Iterator[tuple[_Overlap, str]]:
    """List what the money of a commitment is to that of others."""
    ours = own[commitment.id]
    for kind, target in _targets(commitment):
        # A promise may also restate a statement, or implement an agreement.
        if target not in reached:
            continue
        if kind is None:
            yield _Overlap.WITHIN, target
        elif not _adds(kind, ours, own[target]):
            yield _STEPS[kind], target


def _adds(kind: LinkKind, ours: Promised, theirs: Promised) -> bool:
    """Tell whether a promise is of other money than the one that its link leads to."""
    if kind is LinkKind.EXTENDS and _is_for_later(ours, theirs):
        return True
    return ours.is_on_top and kind in _MAY_ADD


def _is_for_later(ours: Promised, theirs: Promised) -> bool:
    """Tell whether two promises certainly are for times that have no day in common."""
    pairs = tuple(product(ours.amounts, theirs.amounts))
    return bool(pairs) and all(are_apart(*pair) for pair in pairs)


def _in_order(
    steps: Mapping[str, Sequence[tuple[_Overlap, str]]],
) -> tuple[str, ...]:
    """Return ids so that each comes after those to which its links lead, which form no circle."""
    sorter = TopologicalSorter(
        {
            id: [
                target for step, target in found if step is not _Overlap.WITHIN
            ]
            for id, found in steps.items()
        }
    )
    return tuple(sorter.static_order())


# --- groups --------------------------------------------------------------------------------------


@frozen
class _Graph:
    """Groups of commitments, by their heads, and how the money of one overlaps with that of another."""

    steps: Mapping[str, Sequence[tuple[_Overlap, str]]]
    heads: dict[str, str]
    instead: dict[str, set[str]]
    within: dict[str, set[str]]

    @classmethod
    def of(
        cls,
        steps: Mapping[str, Sequence[tuple[_Overlap, str]]],
        order: Iterable[str],
    ) -> _Graph:
        """Make groups of commitments, given in an order in which each comes after its targets."""
        graph = cls(steps, {}, {}, {})
        for id in order:
            graph._add(id)
        for id in steps:
            wholes = graph._heads_of(graph._targets(id, _Overlap.WITHIN))
            graph.within[graph.heads[id]] |= wholes
        return graph

    def _add(self, id: str) -> None:
        before = self._targets(id, _Overlap.INSTEAD)
        restated = self._targets(id, _Overlap.SAME)
        same = self._heads_of(restated)
        # What goes back to the promise before the last still takes the place of both. A single step
        # needs no look, and a long chain of them no time.
        if len(before) + len(restated) > 1:
            same -= self._heads_of(self._replaced_by(id))
        head = id
        if len(same) == 1:
            head = same.pop()
        self.heads[id] = head
        self.instead.setdefault(head, set()).update(self._heads_of(before))
        # What restates several promises in one sum is none of them, and adds to none.
        self.within.setdefault(head, set()).update(same)

    def _replaced_by(self, id: str) -> list[str]:
        """Return the commitments whose place one takes by its own links, or by those they lead to."""
        return _lead_to(
            id,
            lambda each: self._targets(each, _Overlap.INSTEAD),
            lambda each: self._targets(each, _Overlap.SAME),
        )

    def _targets(self, id: str, kind: _Overlap) -> list[str]:
        return [target for step, target in self.steps[id] if step is kind]

    def _heads_of(self, ids: Iterable[str]) -> set[str]:
        return {self.heads[id] for id in ids}

    def instead_of(self, head: str) -> list[str]:
        """Return the groups whose place a group takes, at once or by way of others."""
        return _lead_to(head, lambda each: sorted(self.instead[each]))

    def wholes_of(self, head: str) -> list[str]:
        """Return the groups in whose money that of a group is, nearest first.

        What takes the place of a part is in the whole, and so is a part of what took the place of it.
        """
        return _lead_to(
            head,
            lambda each: sorted(self.within[each]),
            lambda each: sorted(self.instead[each]),
        )


_Targets: TypeAlias = Callable[[str], Iterable[str]]


def _lead_to(
    start: str, needed: _Targets, others: _Targets = lambda _: ()
) -> list[str]:
    """Return the ids to which at least one of the needed steps leads, and any others, nearest first."""
    # A dict keeps the order in which they were found.
    found = {(start, False): None}
    ahead = deque(found)
    while ahead:
        id, is_led = ahead.popleft()
        steps = [(other, True) for other in needed(id)]
        steps += [(other, is_led) for other in others(id)]
        fresh = [step for step in steps if step not in found]
        found.update(dict.fromkeys(fresh))
        ahead.extend(fresh)
    return [id for id, is_led in found if is_led and id != start]
