"""Does my own code work for every possible commitment?

`days_left` is an example of a function of yours that takes records. The tests below it state three of
its properties. Hypothesis, with the strategies of `entente`, looks for a commitment and a day that
break one: with deadlines in seasons, without an end, in doubt, with masked digits. Run it with
pytest::

    python -m pip install 'entente-dossier[testing]' pytest
    python -m pytest examples/test_own_code.py

or as a script, which prints the properties that hold.
"""

from __future__ import annotations

import datetime

from attrs import evolve
from hypothesis import given, strategies as st

from entente import Commitment, Dossier, Schedule
from entente.strategies import commitments, periods


def days_left(
    commitment: Commitment, today: datetime.date
) -> tuple[int, int] | None:
    """Return the least and the most days until a commitment is due, or None if that is uncertain."""
    due = commitment.due and commitment.due.deadline
    if due is None or due.uncertain or due.approximate:
        return None
    if due.earliest is None or due.latest is None:
        return None
    return (due.earliest - today).days, (due.latest - today).days


days = st.dates(datetime.date(2015, 1, 1), datetime.date(2034, 12, 31))
promised = st.builds(
    evolve,
    commitments(),
    due=periods(spans=False),
    reports=st.just(()),
    conditions=st.just(()),
    recurrence=st.none(),
    kind=st.none(),
)
"""Commitments with deadlines of all kinds, on which nobody has reported.

They depend on nothing, forbid nothing and do not recur: such promises have verdicts of their own.
"""


@given(commitments(), days)
def test_it_takes_every_commitment(
    commitment: Commitment, today: datetime.date
) -> None:
    """Whatever a commitment is like, there is an answer, and the least is not above the most."""
    left = days_left(commitment, today)
    assert left is None or left[0] <= left[1]


@given(promised, days, st.integers(0, 1000))
def test_time_runs(
    commitment: Commitment, today: datetime.date, count: int
) -> None:
    """So many days later so many days fewer are left."""
    now = days_left(commitment, today)
    later = days_left(commitment, today + datetime.timedelta(count))
    expected = None if now is None else (now[0] - count, now[1] - count)
    assert later == expected


@given(promised, days)
def test_it_agrees_with_the_schedule(
    commitment: Commitment, today: datetime.date
) -> None:
    """Fewer than no days are left of what is overdue, and of nothing else."""
    left = days_left(commitment, today)
    schedule = Dossier([commitment]).status(commitment, on=today).schedule
    assert (left is not None and left[1] < 0) == (schedule is Schedule.OVERDUE)


if __name__ == "__main__":
    for test in (
        test_it_takes_every_commitment,
        test_time_runs,
        test_it_agrees_with_the_schedule,
    ):
        test()
        print(f"holds: {test.__doc__}")
