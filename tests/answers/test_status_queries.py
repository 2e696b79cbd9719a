"""Commitments selected, sorted, grouped and counted by their status."""

from __future__ import annotations

import datetime

import pytest

from entente import (
    Commitment,
    Dossier,
    Firmness,
    Period,
    Schedule,
    Theme,
)
from entente.answers._status import history
from entente.asking._selection import index_behind
from entente.errors import QueryError
from promises import (
    AUTHORS,
    promise,
    report,
)

KEYWORDS = ", ".join(Dossier().commitments.questions())


def three() -> Dossier:
    """Return three promises: one done in time, one disputed, one without reports."""
    return Dossier(
        [
            *AUTHORS,
            Theme(id="boats", label="Boats"),
            Commitment(
                id="kept",
                summary="Kept.",
                by=("GB",),
                due="2024-21",
                themes=("boats",),
                reports=(report("2024-03-04", "completed"),),
            ),
            Commitment(
                id="disputed",
                summary="Disputed.",
                by=("GB",),
                due="2024-21",
                firmness=Firmness.AGREED,
                reports=(
                    report("2024-03-05", "completed"),
                    report(
                        "2024-07-01",
                        "no_evidence",
                        "watchdog",
                        known="2024-08-01",
                    ),
                ),
            ),
            Commitment(
                id="silent", summary="Silent.", by=("FR",), due="2024-05"
            ),
        ]
    )


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ({"status": "completed"}, ("kept", "disputed")),
        ({"status": "no_evidence"}, ("disputed",)),
        ({"status": ("no_evidence", "completed")}, ("kept", "disputed")),
        ({"declared": "completed"}, ("kept", "disputed")),
        ({"declared": "no_evidence"}, ()),
        ({"assessed": "no_evidence"}, ("disputed",)),
        ({"assessed": "completed"}, ()),
        ({"declared": "completed", "assessed": "no_evidence"}, ("disputed",)),
        ({"declared": "completed", "on": "2024-03-04"}, ("kept",)),
        ({"declared": "completed", "on": datetime.date(2024, 3, 3)}, ()),
        ({"assessed": "no_evidence", "as_known": "2024-07-31"}, ()),
        ({"assessed": "no_evidence", "as_known": "2024-08-01"}, ("disputed",)),
        (
            {
                "assessed": "no_evidence",
                "on": "2024-06-30",
                "as_known": "2024-08-01",
            },
            (),
        ),
        ({"schedule": "overdue", "on": "2024-06-01"}, ("silent",)),
        (
            {
                "schedule": "overdue",
                "on": "2024-06-01",
                "as_known": "2024-03-04",
            },
            ("disputed", "silent"),
        ),
        (
            {"schedule": "met_on_time", "on": "2024-06-01"},
            ("kept", "disputed"),
        ),
        (
            {"schedule": ("unknown", "overdue"), "on": "2024-07-01"},
            ("disputed", "silent"),
        ),
        (
            {"schedule": "met_on_time", "on": "2024-06-01", "theme": "boats"},
            ("kept",),
        ),
        (
            {"schedule": Schedule.NOT_DUE, "on": Period("2024-02-01")},
            ("kept", "disputed", "silent"),
        ),
    ],
)
def test_promises_are_selected_by_status(
    question: dict[str, object], ids: tuple[str, ...]
) -> None:
    """Each reading has a keyword, `status` fits either, and both clocks go with all of them."""
    assert three().commitments.where(**question).ids == ids  # type: ignore[arg-type]


def test_a_question_keeps_its_clocks() -> None:
    """A selection shows the clocks with which it was asked."""
    found = three().commitments.where(
        schedule="overdue", on="2024-06-01", as_known="2024-03-04"
    )
    assert [str(each) for each in found.criteria] == [
        "schedule = overdue on 2024-06-01 as known 2024-03-04"
    ]
    assert (
        found._title()
        == "2 commitments where schedule = overdue on 2024-06-01 as known 2024-03-04"
    )


def test_a_clock_is_shown_only_with_keywords_that_use_it() -> None:
    """A theme is shown without the day on which the schedule was asked."""
    found = three().commitments.where(
        theme="boats", schedule="overdue", on="2024-06-01"
    )
    assert sorted(str(each) for each in found.criteria) == [
        "schedule = overdue on 2024-06-01",
        "theme = boats",
    ]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            {"schedule": "overdue"},
            'a schedule is that of a day; say which, such as on="2024-12-31"',
        ),
        (
            {"schedule": "late", "on": "2024-06-01"},
            "'late' is not a schedule; write 'overdue' for what is not done though its deadline is over, or 'met_late' for what was done after its deadline",
        ),
        (
            {"schedule": "x", "on": "2024-06-01"},
            "'x' is not a schedule; write one of no_deadline, conditional, not_due, due, overdue, met_on_time, met_late, running, over, kept_so_far, breached, lifted, unknown",
        ),
        (
            {"status": "complete"},
            "'complete' is not a reported status; write 'completed'",
        ),
        ({"declared": 3}, "3 is not text; give one text or a tuple of them"),
        (
            {"assessed": ()},
            "an empty tuple asks for nothing; to ask for all, omit the keyword",
        ),
        (
            {"on": "2024-06-01"},
            "on and as_known go with status, declared, assessed, schedule; ask for one of them",
        ),
        (
            {"theme": "boats", "as_known": "2024-06-01"},
            "on and as_known go with status, declared, assessed, schedule; ask for one of them",
        ),
        (
            {"status": "completed", "on": "2024"},
            "'2024' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            {"status": "completed", "as_known": "2024-06?"},
            "'2024-06?' is not a definite day; write one, such as '2024-01-30'",
        ),
    ],
)
def test_a_question_that_makes_no_sense_says_why(
    question: dict[str, object], message: str
) -> None:
    """A wrong word, value or day is an error with a fix, never an empty answer."""
    with pytest.raises(QueryError) as caught:
        three().commitments.where(**question)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_schedule_without_a_day_is_an_error_among_no_promises_too() -> None:
    """A missing day is an error even if there is no commitment."""
    for ask in (
        lambda: Dossier().commitments.where(schedule="overdue"),
        lambda: Dossier().commitments.group_by("schedule"),
        lambda: Dossier().commitments.sort("schedule"),
    ):
        with pytest.raises(QueryError, match="a schedule is that of a day"):
            ask()


def test_promises_are_grouped_and_counted_by_status() -> None:
    """None holds the promises without a report; the clocks go with the keyword."""
    promises = three().commitments
    groups = promises.group_by("assessed", as_known="2024-08-01")
    assert {group: found.ids for group, found in groups.items()} == {
        None: ("kept", "silent"),
        "no_evidence": ("disputed",),
    }
    assert promises.group_by("assessed", as_known="2024-07-31")[None].ids == (
        "kept",
        "disputed",
        "silent",
    )
    assert promises.count_by("status") == {
        "completed": 2,
        "no_evidence": 1,
        None: 1,
    }
    assert promises.count_by("schedule", on="2024-07-01") == {
        "met_on_time": 1,
        "unknown": 1,
        "overdue": 1,
    }
    assert promises.count_by(
        "schedule", on="2024-07-01", as_known="2024-07-31"
    ) == {
        "met_on_time": 2,
        "overdue": 1,
    }


def test_promises_are_sorted_by_status() -> None:
    """Words sort as in their list, and promises without a report come last."""
    promises = three().commitments
    assert promises.sort("assessed").ids == ("disputed", "kept", "silent")
    assert promises.sort("schedule", on="2024-07-01").ids == (
        "silent",
        "kept",
        "disputed",
    )
    assert promises.sort("schedule", on="2024-07-01", reverse=True).ids == (
        "disputed",
        "kept",
        "silent",
    )
    assert promises.sort("declared", on="2024-03-04").ids == (
        "kept",
        "disputed",
        "silent",
    )


@pytest.mark.parametrize("method", ["sort", "group_by", "count_by"])
def test_sorting_and_grouping_want_a_day_too(method: str) -> None:
    """Sorting, grouping and counting by schedule need a definite day too."""
    ask = getattr(three().commitments, method)
    with pytest.raises(QueryError) as caught:
        ask("schedule")
    assert (
        str(caught.value)
        == 'a schedule is that of a day; say which, such as on="2024-12-31"'
    )
    with pytest.raises(QueryError, match="'2024' is not a definite day"):
        ask("schedule", on="2024")
    with pytest.raises(QueryError) as caught:
        ask("shedule", on="2024-01-01")
    assert (
        str(caught.value)
        == f"commitments have no keyword 'shedule'; did you mean 'schedule'? there are {KEYWORDS}"
    )


def test_a_moved_deadline_is_found_by_the_one_in_force_and_by_the_first() -> (
    None
):
    """`due` asks for the deadline in force, `first_due` for the one that was set first."""
    moved = report("2024-05-01", "modified", due="2024-09")
    commitments = Dossier([promise(moved, due="2024-05")]).commitments
    assert commitments.where(due="2024-09").ids == commitments.ids
    assert commitments.where(due="2024-05").ids == ()
    assert commitments.where(first_due="2024-05").ids == commitments.ids
    assert commitments.where(first_due="2024-09").ids == ()


def test_a_span_whose_end_is_unknown_turns_after_its_first_day() -> None:
    """What began may be over on the next day, and an index of many commitments knows it too."""
    begun = Commitment(
        id="begun", summary="Go on.", by=("GB",), runs="2021-12-01/"
    )
    index = index_behind(Dossier([begun]).themes)
    turns = {
        datetime.date.fromordinal(day): standing.schedule
        for day, standing in history(begun, index)
    }
    assert turns[datetime.date(2021, 12, 1)] is Schedule.RUNNING
    assert turns[datetime.date(2021, 12, 2)] is Schedule.NO_DEADLINE
