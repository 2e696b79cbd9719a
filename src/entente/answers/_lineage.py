"""Where a commitment comes from, and what came after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from entente.records._index import RecordIndex
from entente.records._model import Agreement, Commitment, Record
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

    `before` follows its links (restates, accelerates, extends, amends, supersedes, implements,
    fulfils) and those of what they lead to; `after` follows the links that lead to it. `wholes` go
    from the commitment of which it is a part outward, `parts` are all below it.
    """

    commitment: Commitment
    before: tuple[LineageStep, ...]
    after: tuple[LineageStep, ...]
    wholes: tuple[Commitment, ...]
    parts: tuple[Commitment, ...]


def lineage(commitment: Commitment, index: RecordIndex) -> Lineage:
    """Return the lineage of a commitment, nearest steps first."""

    def links_of(record: Record) -> Iterator[LineageStep]:
        for link in record.links if isinstance(record, Agreement | Commitment) else ():
            yield LineageStep(
                kind=link.kind,
                source=record.id,
                target=link.target,
                record=index[link.target],
            )

    def links_to(record: Record) -> Iterator[LineageStep]:
        for link, other in index.links_to(record.id):
            yield LineageStep(
                kind=link.kind, source=other.id, target=record.id, record=other
            )

    return Lineage(
        commitment=commitment,
        before=tuple(_followed(commitment, links_of)),
        after=tuple(_followed(commitment, links_to)),
        wholes=tuple(_wholes(commitment, index)),
        parts=tuple(_below(commitment, index)),
    )


def _followed(
    record: Record, steps: Callable[[Record], Iterable[LineageStep]]
) -> Iterator[LineageStep]:
    seen = {record.id}
    ahead = [record]
    while ahead:
        for step in steps(ahead.pop(0)):
            yield step
            if step.record.id not in seen:
                seen.add(step.record.id)
                ahead.append(step.record)


def _wholes(commitment: Commitment, index: RecordIndex) -> Iterator[Commitment]:
    while commitment.part_of is not None:
        whole = index[commitment.part_of]
        if not isinstance(whole, Commitment):
            return
        yield whole
        commitment = whole


def _below(commitment: Commitment, index: RecordIndex) -> Iterator[Commitment]:
    ahead = [*index.parts(commitment.id)]
    while ahead:
        part = ahead.pop(0)
        if isinstance(part, Commitment):
            yield part
            ahead.extend(index.parts(part.id))
