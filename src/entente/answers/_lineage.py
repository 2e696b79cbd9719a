"""Which records a commitment builds on, which build on it, and what it is a part of."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from entente.records._index import Linking, RecordIndex
from entente.records._model import Commitment, Record
from entente.records._vocabulary import LinkKind


@frozen(kw_only=True)
class LineageStep:
    """A link from one record to another, by their ids, and the `record` to which it leads here."""

    kind: LinkKind
    source: str
    target: str
    record: Record


@frozen(kw_only=True)
class Lineage:
    """What a commitment builds on, what builds on it, what it is a part of, and its parts.

    `before` follows its links (restates, amends, implements and so on) and those of what they lead
    to; `after` follows the links that lead to it: what fulfils it is there. `wholes` go
    from the commitment of which it is a part outward, `parts` are all below it.
    """

    commitment: Commitment
    before: tuple[LineageStep, ...]
    after: tuple[LineageStep, ...]
    wholes: tuple[Commitment, ...]
    parts: tuple[Commitment, ...]


def lineage(commitment: Commitment, index: RecordIndex) -> Lineage:
    """Return the lineage of a commitment, nearest steps first."""
    return Lineage(
        commitment=commitment,
        before=tuple(_follow(commitment, index, _links_from)),
        after=tuple(_follow(commitment, index, _links_to)),
        wholes=tuple(wholes(commitment, index)),
        parts=tuple(_parts_below(commitment, index)),
    )


_Steps: TypeAlias = Callable[[Record, RecordIndex], Iterable[LineageStep]]
"""Lists the steps from one record to its neighbours in one direction."""


def _follow(
    record: Record, index: RecordIndex, steps: _Steps
) -> Iterator[LineageStep]:
    """List all steps that can be reached from a record, nearest first.

    A record to which several links lead is followed once, but each of the links is a step.
    """
    seen = {record.id}
    ahead = deque([record])
    while ahead:
        for step in steps(ahead.popleft(), index):
            # Two promises in return for each other lead back, and neither is before itself.
            if step.record.id == record.id:
                continue
            yield step
            if step.record.id not in seen:
                seen.add(step.record.id)
                ahead.append(step.record)


def _links_from(record: Record, index: RecordIndex) -> Iterator[LineageStep]:
    if not isinstance(record, Linking):
        return
    for link in record.links:
        yield LineageStep(
            kind=link.kind,
            source=record.id,
            target=link.target,
            record=index[link.target],
        )


def _links_to(record: Record, index: RecordIndex) -> Iterator[LineageStep]:
    for link, other in index.links_to(record.id):
        yield LineageStep(
            kind=link.kind,
            source=other.id,
            target=record.id,
            record=other,
        )


def wholes(commitment: Commitment, index: RecordIndex) -> Iterator[Commitment]:
    """List the commitments of which a commitment is a part, from the inside outward."""
    while commitment.part_of is not None:
        whole = index[commitment.part_of]
        # Only an index made by hand may have something else under this id.
        if not isinstance(whole, Commitment):
            return
        yield whole
        commitment = whole


def _parts_below(
    commitment: Commitment, index: RecordIndex
) -> Iterator[Commitment]:
    """List the parts of a commitment, then the parts of these, and so on."""
    ahead = deque(index.parts(commitment.id))
    while ahead:
        part = ahead.popleft()
        if isinstance(part, Commitment):
            yield part
            ahead.extend(index.parts(part.id))
