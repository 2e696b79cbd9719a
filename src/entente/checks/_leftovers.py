"""Rules about duplicates and about records that no other names."""

from __future__ import annotations

from collections.abc import Iterator

from entente._dossier import Dossier
from entente.checks._problems import problem
from entente.errors import Problem, Severity
from entente.records._display import caption
from entente.records._index import kind_of
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Theme,
)
from entente.records._vocabulary import LinkKind
from entente.records._walk import references


def restatement_as_new(dossier: Dossier) -> Iterator[Problem]:
    """Find commitments in the words of another by the same parties, with no link between them."""
    first: dict[tuple[str, frozenset[str]], Commitment] = {}
    for commitment in dossier.commitments:
        # Case, white space and a final full stop make no other promise.
        words = " ".join(commitment.summary.casefold().rstrip(".").split())
        promise = words, frozenset(commitment.by)
        # All are compared with the first that says so, or three alike would make three problems.
        other = first.setdefault(promise, commitment)
        if other is commitment or other.id in _related(dossier, commitment):
            continue
        link = f'{{ kind = "{LinkKind.RESTATES}", target = "{other.id}" }}'
        yield problem(
            commitment,
            f"says the same as {other.id!r}",
            "summary",
            hint=f"write links = [{link}] if it is the same promise",
        )


def _related(dossier: Dossier, commitment: Commitment) -> set[str]:
    """Return the ids of all commitments in the lineage of one, its wholes and parts among them."""
    lineage = dossier.lineage(commitment)
    steps = (*lineage.before, *lineage.after)
    wholes_and_parts = (*lineage.wholes, *lineage.parts)
    related = {step.record.id for step in steps}
    related.update(each.id for each in wholes_and_parts)
    return related


def alias_claimed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Find names and aliases that two records of one kind share."""
    claimed: dict[tuple[str, str], Record] = {}
    for record in dossier.records:
        if not isinstance(record, Theme | Party | Minister | Agreement):
            continue
        kind = kind_of(record)
        # A record may repeat its own name among its aliases.
        for name in dict.fromkeys((caption(record), *record.aliases)):
            other = claimed.setdefault((kind, name.casefold()), record)
            if other is not record:
                yield problem(
                    record, f"goes by {name!r}, and so does {other.id!r}"
                )


def unused_theme(dossier: Dossier) -> Iterator[Problem]:
    """Find themes that no record has, nor a narrower theme."""
    return _unnamed(dossier, Theme)


def orphaned_record(dossier: Dossier) -> Iterator[Problem]:
    """Find parties, offices, sources, events and metrics that no record names."""
    return _unnamed(dossier, Party, Office, Source, Event, Metric)


def _unnamed(dossier: Dossier, *kinds: type[Record]) -> Iterator[Problem]:
    named: set[str] = set()
    # A record that only names itself, as a source may cite itself, is named by no other.
    for record in dossier.records:
        named.update(id for _, id, _ in references(record) if id != record.id)
    for record in dossier.records:
        if isinstance(record, kinds) and record.id not in named:
            yield problem(
                record,
                "no other record names it",
                severity=Severity.INFO,
            )
