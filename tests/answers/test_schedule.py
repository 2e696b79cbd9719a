"""How a commitment keeps to its deadline, from not due to met or overdue."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Period,
    ReportedStatus,
    Schedule,
)
from entente.strategies import periods
from promises import (
    DAYS,
    promise,
    report,
    schedule_of,
    status_of,
)

# --- deadlines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "on", "verdict"),
    [
        ("2024-06-30", "2024-06-29", "not_due"),
        ("2024-06-30", "2024-06-30", "due"),
        ("2024-06-30", "2024-07-01", "overdue"),
        ("2024-06", "2024-05-31", "not_due"),
        ("2024-06", "2024-06-01", "due"),
        ("2024-06", "2024-06-30", "due"),
        ("2024-06", "2024-07-01", "overdue"),
        ("2024-21", "2024-02-29", "not_due"),
        ("2024-21", "2024-03-01", "due"),
        ("2024-21", "2024-05-31", "due"),
        ("2024-21", "2024-06-01", "overdue"),
        ("2023-24", "2024-02-29", "due"),
        ("2023-24", "2024-03-01", "overdue"),
        ("202X", "2029-12-31", "due"),
        ("202X", "2030-01-01", "overdue"),
        ("[..2024-06]", "2000-01-01", "not_due"),
        ("[..2024-06]", "2024-06-15", "due"),
        ("[..2024-06]", "2024-07-01", "overdue"),
        ("[2023-06-08..2024-06-08]", "2023-12-01", "not_due"),
        ("[2023-06-08..2024-06-08]", "2024-06-08", "due"),
        ("[2023-06-08..2024-06-08]", "2024-06-09", "overdue"),
        ("[2024-03,2024-05]", "2024-04-01", "not_due"),
        ("[2024-03,2024-05]", "2024-05-31", "due"),
        ("[2024-03,2024-05]", "2024-06-01", "overdue"),
        ("[2024-03?,2024-05]", "2024-06-01", "unknown"),
        ("[2024-05?,2024-05]", "2024-06-01", "unknown"),
        ("[2024-03?,2024-05]", "2024-04-30", "not_due"),
        ("[2024-03,2024-05?]", "2024-06-01", "unknown"),
        ("[2024-01-30..2024-07~]", "2024-08-31", "unknown"),
        ("[2005..2006]", "2005-12-31", "not_due"),
        ("[2005..2006]", "2006-12-31", "due"),
        (None, "2024-06-09", "no_deadline"),
        ("[2024..]", "2023-01-01", "no_deadline"),
        ("[2024..]", "2030-01-01", "no_deadline"),
    ],
)
def test_a_deadline_is_kept_to_the_day(
    due: str | None, on: str, verdict: str
) -> None:
    """A deadline is due on each of its days, a set by its last member, and one without a last day never."""
    assert schedule_of(due, on) == verdict


@pytest.mark.parametrize("due", ["2024?", "2024-21?", "2024-03-04?"])
def test_a_deadline_in_doubt_is_never_surely_over(due: str) -> None:
    """A deadline that may lie elsewhere is not overdue, however late it is."""
    assert schedule_of(due, "2030-01-01") == "unknown"


@pytest.mark.parametrize("due", ["2024~", "2024-03~", "2024%"])
def test_near_an_approximate_deadline_nobody_can_tell(due: str) -> None:
    """Shortly before, within and shortly after an approximate time the schedule is unknown."""
    for on in ("2024-02-29", "2024-03-15", "2024-04-15"):
        assert schedule_of(due, on) == "unknown"


@given(periods(spans=False), DAYS)
def test_overdue_is_always_certain(due: Period, on: datetime.date) -> None:
    """A promise is overdue only if the day is certainly after its deadline."""
    if schedule_of(str(due), str(on)) == Schedule.OVERDUE:
        assert due.latest is not None
        assert due.latest < on
        assert due.uncertain or Period.of(on).after(due).certain


@given(periods(spans=False), DAYS)
def test_what_is_not_due_may_not_be_over(
    due: Period, on: datetime.date
) -> None:
    """A promise is not due only if its deadline may be ahead, and is not certainly over."""
    if schedule_of(str(due), str(on)) == Schedule.NOT_DUE:
        assert Period.of(on).before(due).possible
        assert not Period.of(on).after(due).certain


ORDER = (Schedule.NOT_DUE, Schedule.DUE, Schedule.OVERDUE)


@given(
    periods(spans=False).filter(
        lambda due: due.latest and not due.uncertain and not due.approximate
    ),
    st.data(),
)
def test_time_moves_a_deadline_one_way(
    due: Period, data: st.DataObject
) -> None:
    """From day to day a promise becomes due and then overdue, and never goes back."""
    days = sorted(data.draw(st.lists(DAYS, min_size=2, max_size=6)))
    verdicts = [
        ORDER.index(Schedule(schedule_of(str(due), str(day)))) for day in days
    ]
    assert all(earlier <= later for earlier, later in pairwise(verdicts))


# --- what was done --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        ("2024-01-15", "met_on_time"),
        ("2024-03-01", "met_on_time"),
        ("2024-05-31", "met_on_time"),
        ("2024-06-01", "met_late"),
        ("2024-05", "met_on_time"),
        ("2024-06", "met_late"),
        ("2024-02", "met_on_time"),
        ("2024", "unknown"),
        ("2024-22", "met_late"),
        ("[2024-04-15..2024-05-15]", "met_on_time"),
        ("[2024-05-15..2024-06-15]", "unknown"),
        ("[2024-06-15,2024-08]", "met_late"),
        ("[..2024-05-31]", "met_on_time"),
        ("[..2024-06-01]", "unknown"),
        ("2024-06?", "unknown"),
        ("2024-06~", "unknown"),
    ],
)
def test_what_is_done_by_the_last_day_is_in_time(
    done: str, verdict: str
) -> None:
    """Done before the spring or in it is in time, after it late; what may be either is unknown."""
    assert (
        schedule_of("2024-21", "2026-01-01", report(done, "completed"))
        == verdict
    )


@pytest.mark.parametrize(
    ("due", "verdict"),
    [
        ("2024-03-04", "met_on_time"),
        ("2024-03-03", "met_late"),
        ("[..2024-03]", "met_on_time"),
        ("[2024..]", "no_deadline"),
        (None, "no_deadline"),
        ("2024?", "unknown"),
        ("2024-03~", "unknown"),
    ],
)
def test_being_done_makes_no_deadline_clearer(
    due: str | None, verdict: str
) -> None:
    """A completion on 4 March is in time or late only if the deadline is certain."""
    assert (
        schedule_of(due, "2026-01-01", report("2024-03-04", "completed"))
        == verdict
    )


def test_the_first_report_of_completion_is_when_it_was_done() -> None:
    """Who says again that it is done does not make it later; when another does, nobody can say."""
    first, again = (
        report("2024-03-04", "completed"),
        report("2024-09-01", "completed"),
    )
    assert schedule_of("2024-21", "2026-01-01", again, first) == "met_on_time"
    assert (
        schedule_of(
            "2024-21", "2026-01-01", first, evolve(again, by="watchdog")
        )
        == "unknown"
    )
    assert (
        schedule_of("2024", "2026-01-01", first, evolve(again, by="watchdog"))
        == "met_on_time"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_day_what_is_done_comes_last(turned: bool) -> None:  # noqa: FBT001 -- a parameter of pytest
    """In progress and completed of one day, confirmed later, was done that day in either order."""
    one_day = [
        report("2024-05-31", "in_progress"),
        report("2024-05-31", "completed"),
    ]
    confirmed = report("2024-07-01", "completed")
    reports = [*(reversed(one_day) if turned else one_day), confirmed]
    assert schedule_of("2024-21", "2026-01-01", *reports) == "met_on_time"


def test_what_was_known_by_a_day_was_done_by_it() -> None:
    """A completion in spring that was known on 15 April keeps a promise for April."""
    done = report("2024-21", "completed", known="2024-04-15")
    assert schedule_of("2024-04", "2024-05-02", done) == "met_on_time"
    assert schedule_of("2024-04", "2024-04-15", done) == "met_on_time"
    assert schedule_of("2024-04", "2024-04-02", done) == "unknown"


def test_what_may_be_done_is_not_overdue() -> None:
    """While a vague completion may hold, nothing is certainly overdue."""
    done = report("2024-21", "completed")
    assert schedule_of("2024-04", "2024-05-02", done) == "unknown"


@pytest.mark.parametrize("by", ["GB", "watchdog"])
def test_either_side_alone_may_report_completion(by: str) -> None:
    """Where the other side says nothing, nobody disputes it."""
    assert (
        schedule_of(
            "2024-21", "2026-01-01", report("2024-03-04", "completed", by)
        )
        == "met_on_time"
    )


@pytest.mark.parametrize(
    "status",
    [
        each.value
        for each in ReportedStatus
        if each not in ("completed", "withdrawn", "superseded", "breached")
    ],
)
def test_only_completion_meets_a_deadline(status: str) -> None:
    """With any other report a promise is not due, due and overdue as it is without reports."""
    reported = report("2024-01-15", status)
    verdicts = [
        schedule_of("2024-21", on, reported)
        for on in ("2024-02-01", "2024-03-15", "2024-06-01")
    ]
    assert verdicts == ["not_due", "due", "overdue"]


# --- broken ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("due", [None, "2024-21", "[2024..]", "2024?"])
@pytest.mark.parametrize("by", ["GB", "watchdog"])
def test_what_is_reported_as_broken_is_breached(
    due: str | None, by: str
) -> None:
    """From the day of the report on, whoever makes it, and with a deadline or without."""
    broken = report("2024-04-01", "breached", by)
    assert schedule_of(due, "2024-03-31", broken) != "breached"
    assert schedule_of(due, "2024-04-01", broken) == "breached"
    assert schedule_of(due, "2030-01-01", broken) == "breached"


@pytest.mark.parametrize(
    "status",
    [
        each.value
        for each in ReportedStatus
        if each not in ("breached", "modified", "withdrawn", "superseded")
    ],
)
@pytest.mark.parametrize("sides", [("GB", "watchdog"), ("watchdog", "GB")])
def test_a_denied_breach_is_unknown(
    status: str, sides: tuple[str, str]
) -> None:
    """While one side says that it was broken and the other something else, no word takes sides."""
    accuser, denier = sides
    broken = report("2024-04-01", "breached", accuser)
    for on in ("2024-04-01", "2024-05-01", "2024"):
        denied = report(on, status, denier)
        found = schedule_of("2024-06", "2025-01-01", broken, denied)
        assert found == "unknown"


@pytest.mark.parametrize("status", ["modified", "withdrawn", "superseded"])
def test_what_is_done_to_a_promise_denies_no_breach(status: str) -> None:
    """To give a promise up, or to change it, does not say that it was kept."""
    broken = report("2024-04-01", "breached", "watchdog")
    given_up = report("2024-05-01", status)
    found = schedule_of("2024-06", "2025-01-01", broken, given_up)
    assert found == "breached"


def test_a_reporter_that_says_both_of_one_day_says_neither() -> None:
    """Completed and broken of one day, by one reporter, contradict each other."""
    torn = (
        report("2024-04-01", "breached"),
        report("2024-04-01", "completed"),
    )
    assert schedule_of("2024-06", "2025-01-01", *torn) == "unknown"


def test_an_earlier_report_denies_no_breach() -> None:
    """What was in progress in February may have been broken in March; both sides may say so."""
    before = report("2024-02-01", "in_progress")
    broken = report("2024-03-01", "breached", "watchdog")
    admitted = report("2024-04-01", "breached")
    for reports in ((before, broken), (broken, admitted), (admitted,)):
        assert schedule_of("2024-06", "2025-01-01", *reports) == "breached"


def test_the_last_word_of_a_side_counts_for_a_breach() -> None:
    """Who said that it was broken, and later that it is done, says that it is done."""
    broken = report("2024-03-01", "breached", "watchdog")
    done = report("2024-05-01", "completed", "watchdog")
    assert schedule_of("2024-06", "2024-04-01", broken, done) == "breached"
    assert schedule_of("2024-06", "2024-06-01", broken, done) == "met_on_time"


# --- words only -----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [None, *ReportedStatus])
def test_a_deadline_in_words_only_is_never_overdue(status: str | None) -> None:
    """Nobody can say when "promptly" is over, nor whether what is done was done in time."""
    reports = () if status is None else (report("2024-04-01", status),)
    commitment = evolve(
        promise(*reports), made="2024-01-30", due=Period(stated="promptly")
    )
    found = {
        status_of(commitment, on=on).schedule
        for on in ("2024-05-01", "2099-01-01")
    }
    settled = {
        "breached": "breached",
    }
    assert found == {settled.get(status or "", "unknown")}


def test_a_deadline_in_words_only_is_not_before_it_was_promised() -> None:
    """Its words are kept, and so is all that is known of the day."""
    promptly = Period(stated="promptly")
    said = evolve(promise(), made="2024-01-30", due=promptly)
    assert [
        (each.edtf, each.stated) for each in status_of(said).deadlines
    ] == [("[2024-01-30..]", "promptly")]
    (due,) = status_of(evolve(said, made=None)).deadlines
    assert due.in_words_only


def test_a_date_takes_the_place_of_words() -> None:
    """A party that later sets a date is held to that date."""
    dated = report("2024-02-01", "in_progress", due="2024-06")
    commitment = evolve(promise(dated), due=Period(stated="promptly"))
    assert status_of(commitment, on="2024-01-31").schedule == "unknown"
    assert status_of(commitment, on="2024-07-01").schedule == "overdue"


# --- completion -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status", ["in_progress", "no_evidence", "not_started", "suspended"]
)
def test_a_disputed_completion_is_unknown(status: str) -> None:
    """If another denies, no earlier, that it is done, it is unknown, however much time is left."""
    reported = (
        report("2024-02-01", "completed"),
        report("2024-02-02", status, "watchdog"),
    )
    verdicts = [
        schedule_of("2024-21", on, *reported)
        for on in ("2024-02-15", "2024-03-15", "2024-06-01")
    ]
    assert verdicts == ["unknown", "unknown", "unknown"]


def test_it_is_disputed_whoever_disputes_it() -> None:
    """A party may deny what others say is done."""
    reported = (
        report("2024-02-01", "completed", "watchdog"),
        report("2024-02-02", "in_progress"),
    )
    assert schedule_of("2024-21", "2024-06-01", *reported) == "unknown"


def test_a_report_from_before_the_completion_disputes_nothing() -> None:
    """A report in February that it was under way does not deny that it was done in March."""
    reported = (
        report("2024-02-01", "in_progress", "watchdog"),
        report("2024-03-04", "completed"),
    )
    assert schedule_of("2024-21", "2024-06-01", *reported) == "met_on_time"


def test_when_it_was_done_can_be_disputed_too() -> None:
    """If a watchdog found undone what a party had called done, and called it done later, when is unknown."""
    reported = (
        report("2024-03-04", "completed"),
        report("2024-07-01", "in_progress", "watchdog"),
        report("2024-09-01", "completed", "watchdog"),
    )
    assert schedule_of("2024-21", "2024-10-01", *reported) == "unknown"


def test_what_was_undone_again_is_overdue() -> None:
    """A party that takes its word back leaves it undone."""
    reported = (
        report("2024-03-04", "completed"),
        report("2024-04-04", "in_progress"),
    )
    assert schedule_of("2024-21", "2024-06-01", *reported) == "overdue"


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
@pytest.mark.parametrize("due", ["2024-21", None, "[2024..]"])
def test_what_was_given_up_in_time_is_lifted(
    status: str, due: str | None
) -> None:
    """From the day on which it was withdrawn or replaced it can be neither in time nor late."""
    reported = report("2024-04-01", status)
    before, *after = [
        schedule_of(due, on, reported)
        for on in ("2024-03-31", "2024-04-01", "2025-01-01")
    ]
    assert before in ("due", "no_deadline")
    assert after == ["lifted", "lifted"]


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
def test_what_was_missed_is_not_saved_by_giving_it_up(status: str) -> None:
    """A promise that was overdue stays so, and what was done before stays done."""
    late = report("2024-06-01", status)
    assert schedule_of("2024-21", "2025-01-01", late) == "overdue"
    done = report("2024-05-01", "completed")
    assert schedule_of("2024-21", "2025-01-01", done, late) == "met_on_time"


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
def test_an_outsider_lifts_nothing(status: str) -> None:
    """That somebody else calls it withdrawn does not release those who promised."""
    reported = report("2024-04-01", status, "watchdog")
    assert schedule_of("2024-21", "2025-01-01", reported) == "overdue"


def test_what_was_given_up_can_be_taken_up_again() -> None:
    """Only the latest word of each side counts."""
    reported = (
        report("2024-02-01", "withdrawn"),
        report("2024-04-01", "in_progress"),
    )
    assert schedule_of("2024-21", "2024-06-01", *reported) == "overdue"
