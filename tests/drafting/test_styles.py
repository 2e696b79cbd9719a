"""Drafts of sentences in house styles that no rule was written for."""

from __future__ import annotations

import pytest

from drafted_sentences import PUBLISHED, SENTENCES, Labelled
from entente import Source, SourceKind
from entente.drafting import draft


@pytest.mark.parametrize(
    "labelled", SENTENCES, ids=lambda labelled: labelled.text
)
def test_a_sentence_is_drafted_as_a_reader_takes_it(
    labelled: Labelled,
) -> None:
    """Rung, party, last day and amounts are those of the label; without one nothing is drafted."""
    source = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.COMMUNIQUE,
        issued_by=labelled.issuers,
        published=PUBLISHED,
    )
    found = []
    for candidate in draft(labelled.text, source=source):
        record = candidate.record
        period = record.due or record.runs
        day = None if period is None else period.latest
        found.append(
            (
                str(record.firmness),
                record.by,
                None if day is None else str(day),
                tuple(
                    str(each.value or each.times) for each in record.amounts
                ),
            )
        )
    wanted = (labelled.rung, labelled.by, labelled.due, labelled.amounts)
    assert found == ([] if labelled.rung is None else [wanted])
