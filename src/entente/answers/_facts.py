"""What a commitment or an agreement holds beside its dates, in words, for whoever prints it.

A view or a calendar may have little room, but a promise never appears without what it depends on.
"""

from __future__ import annotations

from typing import TypeAlias

from entente.answers._times import runs_of
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._model import Agreement, Commitment, Party
from entente.records._vocabulary import PartyKind
from entente.records._wording import (
    NameOf,
    adherences_text,
    amounts_text,
    conditions_text,
    consent_text,
    duration_text,
    participations_text,
    scopes_text,
    terms_text,
)

Facts: TypeAlias = tuple[tuple[str, str], ...]
"""Named facts of a record, some of which may be empty."""


def full_names_in(index: RecordIndex) -> NameOf:
    """Return what gives the name of a record for its id."""

    def name_of(id: str) -> str:
        # A summary is a sentence, and its full stop would end the one that names it.
        return caption(index[id]).removesuffix(".")

    return name_of


def names_in(index: RecordIndex) -> NameOf:
    """Return what gives the name of a record for its id; a state has its code, which is shorter."""
    full_name_of = full_names_in(index)

    def name_of(id: str) -> str:
        record = index[id]
        if isinstance(record, Party) and record.kind is PartyKind.STATE:
            return id
        return full_name_of(id)

    return name_of


def agreement_facts(agreement: Agreement, index: RecordIndex) -> Facts:
    """Return what is known of an agreement beside its dates."""
    name_of = names_in(index)
    return (
        ("depends on", conditions_text(agreement.conditions, name_of)),
        ("expected", ", ".join(map(consent_text, agreement.expected))),
        ("consent", adherences_text(agreement.adherences, name_of)),
        ("taking part", participations_text(agreement.participations, name_of)),
        ("covers", scopes_text(agreement.scope)),
        ("terms", terms_text(agreement.terms, name_of)),
    )  # fmt: skip


def commitment_facts(
    commitment: Commitment, index: RecordIndex, name_of: NameOf | None = None
) -> Facts:
    """Return what is known of a commitment beside its dates and reports."""
    name_of = name_of or names_in(index)
    runs = runs_of(commitment, index)
    # A time with both its ends shows how long it is.
    has_ends = runs is not None and runs.is_span and runs.end is not None
    duration = None if has_ends else commitment.duration
    return (
        ("depends on", conditions_text(commitment.conditions, name_of)),
        ("amount", amounts_text(commitment.amounts, name_of)),
        ("lasts", duration_text(duration)),
        ("covers", scopes_text(commitment.scope)),
        ("taking part", participations_text(commitment.participations, name_of)),
    )  # fmt: skip
