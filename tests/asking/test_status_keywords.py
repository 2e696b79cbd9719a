"""Questions about status and schedule, with their two clocks."""

from __future__ import annotations

from typing import Any

import pytest

from entente import (
    Commitment,
    Dossier,
    Report,
    ReportedStatus,
)
from entente.errors import (
    QueryError,
)

REPORTED = Dossier(
    [
        Commitment(
            id="patrol",
            summary="Patrol more.",
            by=("FR",),
            due="2024-06",
            reports=(
                Report(
                    on="2024-03-01", by="FR", status=ReportedStatus.IN_PROGRESS
                ),
                Report(
                    on="2024-05-01",
                    by="GB",
                    status=ReportedStatus.SUBSTANTIAL,
                    known="2024-09-01",
                ),
            ),
        ),
        Commitment(id="talk", summary="Talk.", by=("GB",)),
    ]
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"status": "in_progress"}, "patrol"),
        ({"status": "substantial"}, "patrol"),
        ({"status": "in_progress", "on": "2024-02-01"}, ""),
        ({"status": "substantial", "on": "2024-06-01"}, "patrol"),
        (
            {
                "status": "substantial",
                "on": "2024-06-01",
                "as_known": "2024-06-01",
            },
            "",
        ),
        ({"schedule": "overdue", "on": "2024-07-01"}, "patrol"),
        ({"schedule": "no_deadline", "on": "2024-07-01"}, "talk"),
    ],
)
def test_a_status_depends_on_both_clocks(
    asked: dict[str, Any], ids: str
) -> None:
    """`on` sets the day of the status, and `as_known` the day of the knowledge."""
    assert REPORTED.commitments.where(**asked).ids == tuple(ids.split())


def test_commitments_are_grouped_by_status() -> None:
    """A commitment belongs to each status reported of it, or to `None`."""
    groups = REPORTED.commitments.group_by("status")
    assert {group: members.ids for group, members in groups.items()} == {
        "in_progress": ("patrol",),
        "substantial": ("patrol",),
        None: ("talk",),
    }
    assert REPORTED.commitments.sort("status", reverse=True).ids == (
        "talk",
        "patrol",
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"schedule": "overdue"},
            'a schedule is that of a day; say which, such as on="2024-12-31"',
        ),
        (
            {"status": "done"},
            "'done' is not a reported status; write 'completed'",
        ),
    ],
)
def test_an_incomplete_status_question_is_an_error(
    asked: dict[str, Any], message: str
) -> None:
    """A schedule without a day or an unknown status is an error with a fix."""
    with pytest.raises(QueryError) as caught:
        REPORTED.commitments.where(**asked)
    assert str(caught.value) == message


def test_a_day_that_no_keyword_uses_is_an_error() -> None:
    """`on` raises an error if no keyword of the question depends on it."""
    with pytest.raises(QueryError) as caught:
        REPORTED.commitments.where(by="FR", on="2024-07-01")
    assert str(caught.value).startswith("on and as_known go with ")
    assert str(caught.value).endswith("; ask for one of them")
