"""The days of recurring duties, asked of a selection."""

from __future__ import annotations

import datetime

from entente import Commitment, Condition, ConditionKind, Dossier


def test_a_selection_lists_the_days_of_each_rule() -> None:
    """What has no rule is left out; what has no definite start says why it has no days."""
    on_request = Condition(kind=ConditionKind.REQUEST, recurs=True)
    dossier = Dossier(
        [
            Commitment(id="once", summary="Pay."),
            Commitment(id="asked", summary="Help.", conditions=(on_request,)),
            Commitment(
                id="yearly",
                summary="Meet.",
                runs="2024-03-04/..",
                recurrence="FREQ=YEARLY",
            ),
            Commitment(id="vague", summary="Talk.", recurrence="FREQ=DAILY"),
        ]
    )
    found = dossier.commitments.occurrences(between=("2024", "2025"))
    assert [each.commitment.id for each in found] == ["yearly", "vague"]
    yearly, vague = found
    assert yearly.days == (
        datetime.date(2024, 3, 4),
        datetime.date(2025, 3, 4),
    )
    assert yearly.unknown is None
    assert vague.days == ()
    assert vague.unknown is not None
    assert vague.unknown.startswith("'vague'")
    assert dossier.commitments.where(recurs=True).ids == (
        "asked",
        "yearly",
        "vague",
    )
