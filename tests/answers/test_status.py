"""The status of a commitment: as known when, with which deadlines, and on which days."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Commitment,
    Dossier,
    Period,
    Report,
    ReportedStatus,
)
from entente.answers._status import commitment_status, history
from entente.errors import PeriodError, QueryError, UnknownIdError
from entente.records._index import RecordIndex
from entente.strategies import commitments, periods
from entente.values._period import definite_day
from promises import (
    DATES,
    DAYS,
    REPORTS,
    STATES,
    promise,
    report,
    status_of,
)

# --- the two clocks -------------------------------------------------------------------------------


def test_what_came_out_later_was_not_known_before() -> None:
    """A report for March that came out in September does not count as known in August."""
    reported = report("2024-03-04", "completed", known="2024-09-01")
    commitment = promise(reported, due="2024-21")
    assert status_of(commitment, on="2024-08-31").declared == reported
    assert (
        status_of(commitment, on="2024-08-31", known="2024-08-31").declared
        is None
    )
    assert (
        status_of(commitment, on="2024-08-31", known="2024-09-01").declared
        == reported
    )
    assert (
        status_of(commitment, on="2024-08-31", known="2024-08-31").schedule
        == "overdue"
    )
    assert (
        status_of(commitment, on="2024-08-31", known="2024-09-01").schedule
        == "met_on_time"
    )


def test_known_alone_asks_for_no_day() -> None:
    """All reports that had come out count then, and there is no schedule."""
    first, later = (
        report("2024-03-04", "in_progress"),
        report("2024-04-04", "completed", known="2024-09-01"),
    )
    found = status_of(promise(first, later, due="2024"), known="2024-08-01")
    assert (found.declared, found.schedule) == (first, None)


def test_a_report_without_a_day_of_its_own_is_known_on_that_for_which_it_holds() -> (
    None
):
    """Unless it says otherwise, a report is known from the day for which it holds."""
    reported = report("2024-03-04", "completed")
    assert status_of(promise(reported), known="2024-03-03").declared is None
    assert (
        status_of(promise(reported), known="2024-03-04").declared == reported
    )


def test_what_was_known_in_vague_terms_counts_when_it_certainly_was() -> None:
    """What came out some time in September was certainly known on its last day."""
    reported = report("2024-03-04", "completed", known="2024-09")
    assert status_of(promise(reported), known="2024-09-29").declared is None
    assert (
        status_of(promise(reported), known="2024-09-30").declared == reported
    )


@given(
    commitments(),
    st.lists(REPORTS, max_size=4),
    DAYS,
    st.none() | DAYS,
    st.data(),
)
def test_a_later_report_changes_no_earlier_answer(
    commitment: Commitment,
    reports: list[Report],
    known: datetime.date,
    on: datetime.date | None,
    data: st.DataObject,
) -> None:
    """Whatever certainly becomes known after a day, the answer as known on that day stays."""
    reports = [*commitment.reports, *reports]
    after = data.draw(
        periods(
            min_value=known + datetime.timedelta(days=1), spans=False
        ).filter(lambda period: period.after(known).certain)
    )
    later = evolve(data.draw(REPORTS), known=after)
    place = data.draw(st.integers(0, len(reports)))
    before = evolve(commitment, reports=tuple(reports))
    since = evolve(
        commitment, reports=(*reports[:place], later, *reports[place:])
    )
    answers = [
        commitment_status(each, RecordIndex([each]), on=on, as_known=known)
        for each in (before, since)
    ]
    assert answers[0] == answers[1]


@given(st.lists(REPORTS, max_size=4), DAYS, st.data())
def test_what_holds_for_later_changes_no_earlier_day(
    reports: list[Report], on: datetime.date, data: st.DataObject
) -> None:
    """A report for a time that is certainly later does not change the answer for a day before."""
    after = periods(
        min_value=on + datetime.timedelta(days=1), spans=False
    ).filter(lambda period: period.after(on).certain)
    later = evolve(data.draw(REPORTS), on=data.draw(after))
    before, since = (
        promise(*each, due="2024-21") for each in (reports, [*reports, later])
    )
    answers = [
        commitment_status(each, RecordIndex([each]), on=on)
        for each in (before, since)
    ]
    assert answers[0] == answers[1]


@given(st.lists(REPORTS, max_size=5), DAYS)
def test_every_reading_is_one_of_the_reports(
    reports: list[Report], on: datetime.date
) -> None:
    """What is declared is a report by a party, and what is assessed a report by nobody of them."""
    found = commitment_status(
        promise(*reports), RecordIndex([promise()]), on=on
    )
    assert found.declared is None or (
        found.declared in reports and found.declared.by == "GB"
    )
    assert found.assessed is None or (
        found.assessed in reports and found.assessed.by != "GB"
    )


@given(
    st.lists(
        st.tuples(DAYS, STATES, st.sampled_from(ReportedStatus)),
        unique_by=lambda each: each[0],
    ),
    DAYS,
)
def test_reports_of_different_days_count_in_any_order(
    reports: list[tuple[datetime.date, str, ReportedStatus]], on: datetime.date
) -> None:
    """The order of the file decides nothing where the days do."""
    made = [
        Report(on=day, by=by, status=status) for day, by, status in reports
    ]
    answers = [
        commitment_status(
            promise(*each, due="2024-21"), RecordIndex([promise()]), on=on
        )
        for each in (made, made[::-1])
    ]
    assert answers[0] == answers[1]


# --- deadlines that change ------------------------------------------------------------------------


MOVED = (
    report("2024-05-01", "modified", due="2024-09"),
    report("2024-10-15", "in_progress", due="2025"),
)


@pytest.mark.parametrize(
    ("on", "deadlines", "verdict"),
    [
        ("2024-04-30", ("2024-21",), "due"),
        ("2024-05-01", ("2024-21", "2024-09"), "not_due"),
        ("2024-09-15", ("2024-21", "2024-09"), "due"),
        ("2024-10-14", ("2024-21", "2024-09"), "overdue"),
        ("2024-10-15", ("2024-21", "2025", "2024-09"), "overdue"),
        ("2026-01-01", ("2024-21", "2025", "2024-09"), "overdue"),
    ],
)
def test_a_new_deadline_keeps_the_old_ones(
    on: str, deadlines: tuple[str, ...], verdict: str
) -> None:
    """Each holds from the day on which it was set, unless it came too late; none is forgotten."""
    found = status_of(promise(*MOVED, due="2024-21"), on=on)
    assert tuple(map(str, found.deadlines)) == deadlines
    assert str(found.due) == deadlines[-1]
    assert found.schedule == verdict


def test_a_new_deadline_is_known_when_it_came_out() -> None:
    """As known before the move came out, the promise is overdue."""
    moved = report("2024-05-01", "modified", due="2024-09", known="2024-07-01")
    commitment = promise(moved, due="2024-21")
    assert (
        status_of(commitment, on="2024-06-15", known="2024-06-30").schedule
        == "overdue"
    )
    assert (
        status_of(commitment, on="2024-06-15", known="2024-07-01").schedule
        == "not_due"
    )


def test_only_those_who_promised_move_the_deadline() -> None:
    """A watchdog that names another day does not put off what was promised; a party does."""
    watched = report("2024-05-01", "in_progress", "watchdog", due="2024-09")
    assert status_of(promise(watched, due="2024-21")).due == Period("2024-21")
    moved = report("2024-05-01", "in_progress", due="2024-09")
    assert status_of(promise(moved, due="2024-21")).deadlines == (
        Period("2024-21"),
        Period("2024-09"),
    )


def test_a_report_may_bring_the_first_deadline() -> None:
    """A promise without a deadline has one from the day of the report that sets it."""
    commitment = promise(report("2024-05-01", "in_progress", due="2024-09"))
    assert status_of(commitment, on="2024-04-30").schedule == "no_deadline"
    assert status_of(commitment, on="2024-05-01").schedule == "not_due"
    assert status_of(commitment, on="2024-10-01").schedule == "overdue"


def test_a_deadline_keeps_the_words_of_its_source() -> None:
    """The words of the source are kept with the deadline that is in force."""
    commitment = Commitment(
        id="promise",
        summary="Keep it.",
        due=Period("2024-21", stated="in the spring"),
    )
    due = status_of(commitment).due
    assert due is not None
    assert due.stated == "in the spring"


# --- questions that cannot be asked ---------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    [
        "2024",
        "2024-21",
        "2024-01-30?",
        "2024-01-30~",
        "2024-01-30/2024-01-31",
        "../..",
    ],
)
def test_a_day_must_be_definite(day: str) -> None:
    """Neither clock takes anything vaguer than a day."""
    message = f"{day!r} is not a definite day; write one, such as '2024-01-30'"
    for ask in (
        lambda: definite_day(day),
        lambda: status_of(promise(), on=day),
        lambda: status_of(promise(), known=day),
    ):
        with pytest.raises(QueryError) as caught:
            ask()
        assert str(caught.value) == message


def test_a_day_may_be_a_date_of_python() -> None:
    """A text, a period and a date name the same day."""
    day = datetime.date(2024, 1, 30)
    assert (
        definite_day(day)
        == definite_day("2024-01-30")
        == definite_day(Period("2024-01-30"))
        == datetime.date(2024, 1, 30)
    )


def test_a_day_that_is_no_date_says_why() -> None:
    """A text that is no date is refused with the reason."""
    with pytest.raises(
        PeriodError, match="'2024-02-30' is not a date: there is no day 30"
    ):
        status_of(promise(), on="2024-02-30")


def test_an_unknown_commitment_is_an_error_with_a_suggestion() -> None:
    """An id that the dossier does not know is an error, never an empty answer."""
    with pytest.raises(UnknownIdError) as caught:
        Dossier([promise()]).status("promises")
    assert (
        str(caught.value)
        == "'promises' is not among these commitments; did you mean 'promise'?"
    )


def test_a_commitment_may_be_given_itself() -> None:
    """A record does as well as its id."""
    commitment = promise(report("2024-03-04", "completed"))
    dossier = Dossier([commitment])
    assert dossier.status(commitment) == dossier.status("promise")


# --- the status from day to day -------------------------------------------------------------------


@given(st.lists(REPORTS, max_size=4), DATES, DAYS)
def test_the_history_of_a_status_has_every_day_on_which_it_changes(
    reports: list[Report], due: Period | None, on: datetime.date
) -> None:
    """On any day the status is that of the last day in its history until then."""
    commitment = evolve(promise(*reports), due=due)
    index = RecordIndex([commitment])
    until_then = [
        found.status()
        for day, found in history(commitment, index)
        if day <= on.toordinal()
    ]
    assert until_then[-1] == commitment_status(commitment, index, on=on)
