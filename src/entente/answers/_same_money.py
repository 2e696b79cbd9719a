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
from itertools import product, starmap
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from entente.answers._promised import (
    Promised,
    added_up,
    are_apart,
    at_least,
    common,
    promised,
)
from entente.records._index import RecordIndex
from entente.records._model import Commitment
from entente.records._vocabulary import LinkKind
from entente.values._quantity import Quantity


class _Overlap(Enum):
    """How the money of one commitment overlaps with that of another."""

    SAME = auto()
    INSTEAD = auto()
    PART = auto()
    SPENDS = auto()


_STEPS: Final[Mapping[LinkKind | None, _Overlap]] = {
    LinkKind.RESTATES: _Overlap.SAME,
    LinkKind.COPY_OF: _Overlap.SAME,
    LinkKind.VERSION_OF: _Overlap.SAME,
    LinkKind.ACCELERATES: _Overlap.SAME,
    LinkKind.EXTENDS: _Overlap.SAME,
    LinkKind.SUPERSEDES: _Overlap.INSTEAD,
    LinkKind.AMENDS: _Overlap.INSTEAD,
    LinkKind.IMPLEMENTS: _Overlap.SPENDS,
    LinkKind.FULFILS: _Overlap.SPENDS,
    None: _Overlap.PART,
}
"""The links by which the money of two commitments is not counted twice; None is ``part_of``."""

_MAY_ADD: Final = frozenset[LinkKind | None](
    {
        LinkKind.ACCELERATES,
        LinkKind.EXTENDS,
        LinkKind.SUPERSEDES,
        LinkKind.AMENDS,
    }
)
"""The links of a commitment that may promise more money on top of that of the other."""

_Links: TypeAlias = Mapping[str, Sequence[tuple[LinkKind | None, str]]]
_Overlaps: TypeAlias = Mapping[str, Sequence[tuple[_Overlap, str]]]


@frozen(kw_only=True)
class MoneyGroup:
    """The commitments that state one promise, the first of them first.

    `stating` are those with an amount that can be added up, and `value` is what all of them say of
    it, None if they differ or if there are none. If it is not to be counted, `reason` says why.
    `is_beside` tells whether it may be the same money as another that counts, which is a part of
    what this one implements.
    """

    members: tuple[Commitment, ...]
    stating: tuple[Commitment, ...]
    value: Quantity | None
    reason: str | None
    is_beside: bool = False


@frozen
class SameMoney:
    """The promises that some commitments state, as groups by their heads, in their order."""

    groups: Mapping[str, MoneyGroup]
    own: Mapping[str, Promised]
    """What each commitment promises by its own amounts, by its id."""


def same_money(
    commitments: Iterable[Commitment],
    index: RecordIndex,
    unit: str,
    *,
    equivalents: bool = False,
) -> SameMoney:
    """Bring together the commitments that state the same promise of an amount in a unit."""
    asked = tuple(commitments)
    reached = _reach(asked, index)
    own = {
        id: promised(each, unit, equivalents=equivalents)
        for id, each in reached.items()
    }
    # A promise may also restate a statement, or implement an agreement.
    links = {
        id: [link for link in _links(each) if link[1] in reached]
        for id, each in reached.items()
    }
    order = _in_order(links)
    graph = _Graph.of(_steps(links, own, order), order)
    positions = {id: position for position, id in enumerate(order)}
    members: dict[str, list[Commitment]] = {}
    for each in asked:
        members.setdefault(graph.heads[each.id], []).append(each)
    groups: dict[str, MoneyGroup] = {}
    for head, found in members.items():
        found.sort(key=lambda each: positions[each.id])
        groups[head] = _group(found, own)
    later = _later(groups, graph, own)
    groups |= _settle_sums(groups, graph, later)
    groups |= _settle_places(groups, graph, later)
    groups |= _settle_parts(groups, graph)
    return SameMoney(groups, own)


def _group(
    members: Sequence[Commitment], own: Mapping[str, Promised]
) -> MoneyGroup:
    stating = [each for each in members if own[each.id].value is not None]
    values = [own[each.id].value for each in stating]
    stated = [value for value in values if value is not None]
    value = common(stated) if stated else None
    reason = None
    if stated and value is None:
        reason = f"{_ids(stating)} state different amounts of one promise"
    return MoneyGroup(
        members=tuple(members),
        stating=tuple(stating),
        value=value,
        reason=reason,
    )


def _ids(commitments: Iterable[Commitment]) -> str:
    return ", ".join([each.id for each in commitments])


# --- what counts ---------------------------------------------------------------------------------


_Groups: TypeAlias = Mapping[str, MoneyGroup]

_Later: TypeAlias = Mapping[str, Mapping[str, str]]
"""The groups with an amount in place of each one, by heads, with the id of a record that states it."""


def _later(
    groups: _Groups, graph: _Graph, own: Mapping[str, Promised]
) -> _Later:
    """Look up the groups that take the place of others, and say how much is promised instead."""
    later: dict[str, dict[str, str]] = {
        head: {} for head in graph.heads.values()
    }
    for head, group in groups.items():
        anew = [each.id for each in group.members if own[each.id].states_anew]
        if anew:
            for each in graph.instead_of(head):
                later[each][head] = anew[0]
    return later


def _settle_sums(
    groups: _Groups, graph: _Graph, later: _Later
) -> dict[str, MoneyGroup]:
    """Return what does not count because a record restates several promises in one sum.

    These count if each has an amount. Otherwise the sum alone says how much they are together: it
    counts, and the graph learns that they are in it.
    """
    settled: dict[str, MoneyGroup] = {}
    alone: dict[str, frozenset[str]] = {}
    for head, summed in graph.sums.items():
        group = groups.get(head)
        if group is None or group.value is None or later[head]:
            continue
        wholes = {each: graph.wholes_of(each) for each in sorted(summed)}
        # What is in another of them is no further money.
        parts = [
            id for id, found in wholes.items() if summed.isdisjoint(found)
        ]
        known = _with_amounts(parts, groups)
        names = _ids([groups[each].stating[0] for each in known])
        is_all = len(known) == len(parts)
        replaced = [id for each in summed for id in later[each].values()]
        if replaced:
            reason = f"{min(replaced)} takes the place of what it restates"
            settled[head] = evolve(group, reason=reason)
        elif not _may_hold(
            group, [groups[each] for each in known], is_all=is_all
        ):
            reason = f"{group.stating[0].id} states another sum of {names}"
            for each in (head, *known):
                settled[each] = evolve(groups[each], value=None, reason=reason)
        elif is_all and not any(head in found for found in wholes.values()):
            reason = f"it is the same money as in {names}"
            settled[head] = evolve(group, reason=reason)
        elif not _is_in(head, summed, groups, graph):
            alone[head] = summed
    return settled | _place_sums(alone, groups, graph)


def _is_in(
    head: str, summed: frozenset[str], groups: _Groups, graph: _Graph
) -> bool:
    """Tell whether a sum is a part of what it restates, or of what that is in, with an amount."""
    wholes = graph.wholes_of(head)
    is_circle = not summed.isdisjoint(wholes)
    return is_circle and bool(_with_amounts(wholes, groups))


def _place_sums(
    alone: Mapping[str, frozenset[str]], groups: _Groups, graph: _Graph
) -> dict[str, MoneyGroup]:
    """Tell the graph what is in a sum, and return the sums of which nobody can say what is in which."""
    settled: dict[str, MoneyGroup] = {}
    for head, summed in alone.items():
        others = [
            other
            for other, theirs in alone.items()
            if summed & theirs and not (summed <= theirs or theirs <= summed)
        ]
        if others:
            ids = _ids([groups[each].stating[0] for each in sorted(others)])
            reason = f"{ids} and it are sums that have something in common"
            settled[head] = evolve(groups[head], value=None, reason=reason)
            continue
        inner = [id for id, theirs in alone.items() if theirs < summed]
        for each in (*summed, *inner):
            graph.in_sums[each].add(head)
    return settled


def _with_amounts(heads: Iterable[str], groups: _Groups) -> list[str]:
    found = [each for each in heads if each in groups]
    return [each for each in found if groups[each].value is not None]


def _may_hold(
    whole: MoneyGroup, parts: Iterable[MoneyGroup], *, is_all: bool
) -> bool:
    """Tell whether a promise may be the sum of some parts, which are all that there are or not."""
    total = added_up([each.value for each in parts if each.value is not None])
    if total is None or whole.value is None:
        return True
    if total.approximate or whole.value.approximate:
        return True
    return (
        common([whole.value, total if is_all else at_least(total)]) is not None
    )


def _settle_places(
    groups: _Groups, graph: _Graph, later: _Later
) -> dict[str, MoneyGroup]:
    """Return what does not count because of another that takes its place, or that it is in."""
    settled: dict[str, MoneyGroup] = {}
    for head, group in groups.items():
        wholes = graph.wholes_of(head)
        # What takes the place of a whole has the money of its parts.
        around = [*wholes, *[id for each in wholes for id in later[each]]]
        gone = {head, *graph.instead_of(head)}
        within = _with_amounts(
            [each for each in around if each not in gone], groups
        )
        reason = group.reason
        if later[head]:
            reason = f"{next(iter(later[head].values()))} takes its place"
        elif within:
            reason = _why_within(group, groups[within[0]])
        settled[head] = evolve(group, reason=reason)
    return settled


def _why_within(part: MoneyGroup, whole: MoneyGroup) -> str:
    id = whole.stating[0].id
    if _may_hold(whole, [part], is_all=False):
        return f"it is in what {id} promises"
    return f"it is more than what {id} promises, of which it is a part"


def _settle_parts(groups: _Groups, graph: _Graph) -> dict[str, MoneyGroup]:
    """Return what may be the same money as the parts of a promise that it implements."""
    parts_of: defaultdict[str, list[str]] = defaultdict(list)
    for head, group in groups.items():
        if group.value is not None and group.reason is None:
            for each in graph.parts_above(head):
                parts_of[each].append(head)
    return {
        head: evolve(group, is_beside=True)
        for head, group in groups.items()
        if any(
            part != head and head not in graph.wholes_of(part)
            for each in graph.spent_by(head)
            for part in parts_of[each]
        )
    }


# --- steps ---------------------------------------------------------------------------------------


def _reach(
    asked: Iterable[Commitment], index: RecordIndex
) -> dict[str, Commitment]:
    """Return all commitments to which links and wholes lead, by id."""
    reached: dict[str, Commitment] = {}
    ahead = deque(asked)
    while ahead:
        commitment = ahead.popleft()
        if commitment.id in reached:
            continue
        reached[commitment.id] = commitment
        for _, target in _links(commitment):
            found = index[target]
            if isinstance(found, Commitment):
                ahead.append(found)
    return reached


def _links(commitment: Commitment) -> Iterator[tuple[LinkKind | None, str]]:
    """List the ids to which a commitment leads, each with the link, or None from part to whole."""
    for link in commitment.links:
        if link.kind in _STEPS:
            yield link.kind, link.target
    if commitment.part_of is not None:
        yield None, commitment.part_of


def _steps(
    links: _Links, own: Mapping[str, Promised], order: Sequence[str]
) -> _Overlaps:
    """Return what the money of each commitment is to that of others, unless it is more money."""
    sure = {
        id: [
            (_STEPS[kind], target)
            for kind, target in found
            if kind not in _MAY_ADD
        ]
        for id, found in links.items()
    }
    heads = _Graph.of(sure, order).heads
    stated: defaultdict[str, list[Promised]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for id, found in links.items():
        if own[id].says_how_much:
            stated[heads[id]].append(own[id])
        before[heads[id]] += [
            heads[target] for kind, target in found if kind in _MAY_ADD
        ]

    def adds(id: str, kind: LinkKind | None, target: str) -> bool:
        ours = [own[id]] if own[id].says_how_much else stated[heads[id]]
        if ours and all(each.is_on_top for each in ours):
            return kind in _MAY_ADD
        if kind is not LinkKind.EXTENDS:
            return False
        # What changes a promise without an amount leaves it with the one that it had.
        around = _lead_to(
            heads[target], lambda each: () if stated[each] else before[each]
        )
        theirs = [
            stated[each] for each in (heads[target], *around) if stated[each]
        ]
        return bool(theirs) and all(
            any(starmap(_are_apart, product(ours, each))) for each in theirs
        )

    return {
        id: [
            (_STEPS[kind], target)
            for kind, target in found
            if not adds(id, kind, target)
        ]
        for id, found in links.items()
    }


def _are_apart(ours: Promised, theirs: Promised) -> bool:
    """Tell whether two promises certainly are for times that have no day in common."""
    pairs = tuple(product(ours.amounts, theirs.amounts))
    return bool(pairs) and all(starmap(are_apart, pairs))


def _in_order(links: _Links) -> tuple[str, ...]:
    """Return ids so that each comes after those to which its links lead, which form no circle."""
    sorter = TopologicalSorter(
        {
            id: [
                target
                for kind, target in found
                if _STEPS[kind] in {_Overlap.SAME, _Overlap.INSTEAD}
            ]
            for id, found in links.items()
        }
    )
    return tuple(sorter.static_order())


# --- groups --------------------------------------------------------------------------------------


_Heads: TypeAlias = defaultdict[str, set[str]]


def _no_heads() -> _Heads:
    return defaultdict(set)


@frozen
class _Graph:
    """Groups of commitments, by their heads, and how the money of one overlaps with that of another.

    `sums` are the groups that each restates in one sum, and `in_sums` the sums in whose money a
    group is.
    """

    steps: _Overlaps
    heads: dict[str, str] = field(factory=dict)
    instead: _Heads = field(factory=_no_heads)
    parts: _Heads = field(factory=_no_heads)
    spends: _Heads = field(factory=_no_heads)
    in_sums: _Heads = field(factory=_no_heads)
    sums: dict[str, frozenset[str]] = field(factory=dict)

    @classmethod
    def of(cls, steps: _Overlaps, order: Iterable[str]) -> _Graph:
        """Make groups of commitments, given in an order in which each comes after its targets."""
        graph = cls(steps)
        by_sum: dict[frozenset[str], str] = {}
        for id in order:
            graph._add(id, by_sum)
        for id, head in graph.heads.items():
            graph.parts[head] |= graph._heads_of(
                graph._targets(id, _Overlap.PART)
            )
            graph.spends[head] |= graph._heads_of(
                graph._targets(id, _Overlap.SPENDS)
            )
        return graph

    def _add(self, id: str, by_sum: dict[frozenset[str], str]) -> None:
        before = self._targets(id, _Overlap.INSTEAD)
        restated = self._targets(id, _Overlap.SAME)
        same = self._heads_of(restated)
        # What goes back to the promise before the last still takes the place of both. A single step
        # needs no look, and a long chain of them no time.
        if len(before) + len(restated) > 1:
            same -= self._heads_of(self._replaced_by(id))
        # What restates a sum restates all that is in it.
        summed = frozenset().union(
            *[self.sums.get(each, {each}) for each in same]
        )
        head = id
        if len(same) == 1:
            head = same.pop()
        elif summed:
            # What restates several promises in one sum is none of them.
            head = by_sum.setdefault(summed, id)
            self.sums[head] = summed
        self.heads[id] = head
        self.instead[head] |= self._heads_of(before)

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
        """Return the groups whose place a group takes, at once or by way of others.

        What takes the place of a sum does so for all that is in it.
        """
        return _lead_to(
            head,
            lambda each: sorted(
                self.instead[each]
                | (self.sums.get(each, set()) if each != head else set())
            ),
        )

    def wholes_of(self, head: str) -> list[str]:
        """Return the groups in whose money that of a group is, nearest first.

        What takes the place of a part is in the whole, and so is a part of what took the place of it.
        """
        return _lead_to(
            head,
            lambda each: sorted(
                self.parts[each] | self.spends[each] | self.in_sums[each]
            ),
            lambda each: sorted(self.instead[each]),
        )

    def parts_above(self, head: str) -> list[str]:
        """Return the groups of which a group is a part, or takes the place of one."""
        return _lead_to(
            head,
            lambda each: sorted(self.parts[each]),
            lambda each: sorted(self.instead[each]),
        )

    def spent_by(self, head: str) -> list[str]:
        """Return the groups that a group implements, by itself or by what it is a part of."""
        return _lead_to(
            head,
            lambda each: sorted(
                set().union(
                    *[
                        self.spends[one]
                        for one in (each, *self.parts_above(each))
                    ]
                )
            ),
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
