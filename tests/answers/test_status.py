"""What has become of a commitment: by whose word, how it stands to its deadline, and as known when."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Commitment,
    Dossier,
    Firmness,
    Membership,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Report,
    ReportedStatus,
    Schedule,
    Source,
    SourceKind,
    Tenure,
    Theme,
)
from entente.answers._status import CommitmentStatus, commitment_status
from entente.errors import PeriodError, QueryError, UnknownIdError
from entente.records._index import RecordIndex
from entente.strategies import commitments, periods
from entente.values._period import definite_day

# --- the dossier in which the tests report --------------------------------------------------------

AUTHORS = (
    Party(id="home-office", name="Home Office", kind=PartyKind.BODY, part_of="GB"),
    Party(
        id="border-force",
        name="Border Force",
        kind=PartyKind.BODY,
        part_of="home-office",
    ),
    Party(
        id="fr-interior",
        name="Ministry of the Interior",
        kind=PartyKind.BODY,
        part_of="FR",
    ),
    Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY),
    Office(id="home-secretary", title="Home Secretary", party="home-office"),
    Office(id="prime-minister", title="Prime Minister", party="GB"),
    Office(id="fr-president", title="President", party="FR"),
    Minister(
        id="cleverly",
        name="James Cleverly",
        tenures=(Tenure(office="home-secretary", period="2023-11-13/2024-07-05"),),
    ),
    Minister(
        id="macron",
        name="Emmanuel Macron",
        tenures=(Tenure(office="fr-president", period="2017-05-14/.."),),
    ),
    Source(
        id="british-readout",
        title="Readout",
        kind=SourceKind.READOUT,
        issued_by=("GB",),
    ),
    Source(
        id="home-office-notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        issued_by=("home-office",),
    ),
    Source(
        id="french-readout",
        title="Compte rendu",
        kind=SourceKind.READOUT,
        issued_by=("FR",),
    ),
    Source(
        id="joint-statement",
        title="Statement",
        kind=SourceKind.JOINT_STATEMENT,
        issued_by=("FR", "GB", "DE"),
    ),
    Source(id="audit", title="Audit", kind=SourceKind.REPORT, issued_by=("watchdog",)),
)


def report(
    on: str,
    status: str,
    by: str = "GB",
    *,
    known: str | None = None,
    due: str | None = None,
) -> Report:
    """Make a report, of the party itself unless somebody else is named."""
    return Report(on=on, status=ReportedStatus(status), by=by, known=known, due=due)


def promise(
    *reports: Report, due: str | None = None, by: tuple[str, ...] = ("GB",)
) -> Commitment:
    """Make a promise of Britain with these reports."""
    return Commitment(id="promise", summary="Keep it.", by=by, due=due, reports=reports)


def stands(
    commitment: Commitment, *, on: str | None = None, known: str | None = None
) -> CommitmentStatus:
    """Return how a promise stands in a dossier with all the authors."""
    return Dossier([*AUTHORS, commitment]).status("promise", on=on, as_known=known)


def schedule(due: str | None, on: str, *reports: Report) -> str:
    """Return how a promise with this deadline and these reports stands to it on a day."""
    found = stands(promise(*reports, due=due), on=on).schedule
    assert found is not None
    return found.value


# --- whose word it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "by",
    [
        "GB",
        "home-office",
        "border-force",
        "home-secretary",
        "prime-minister",
        "cleverly",
        "british-readout",
        "home-office-notice",
        "joint-statement",
    ],
)
def test_a_party_speaks_through_its_own(by: str) -> None:
    """A state's report is its own word, and so is that of its bodies, offices, ministers and documents."""
    said = report("2024-03-04", "completed", by)
    standing = stands(promise(said))
    assert (standing.declared, standing.assessed) == (said, None)


@pytest.mark.parametrize(
    "by",
    [
        "FR",
        "fr-interior",
        "fr-president",
        "macron",
        "french-readout",
        "watchdog",
        "audit",
    ],
)
def test_anybody_else_assesses(by: str) -> None:
    """Another state, its ministry, its president and its documents are others, and so is a watchdog."""
    said = report("2024-03-04", "completed", by)
    standing = stands(promise(said))
    assert (standing.declared, standing.assessed) == (None, said)


@pytest.mark.parametrize("role", ["by", "to", "funded_by", "implemented_by"])
def test_every_role_makes_a_party(role: str) -> None:
    """Who commits, is served, pays or does the work is a party to it."""
    said = report("2024-03-04", "completed", "fr-interior")
    commitment = Commitment(
        id="promise", summary="Keep it.", reports=(said,), **{role: ("FR",)}
    )  # type: ignore[arg-type]
    assert stands(commitment).declared == said


def test_who_announces_is_no_party() -> None:
    """To have announced another's promise does not make its announcer a party to it."""
    said = report("2024-03-04", "completed", "FR")
    assert stands(evolve(promise(said), announced_by=("FR",))).assessed == said


@pytest.mark.parametrize(
    "by", ["GB", "home-office", "border-force", "british-readout", "home-secretary"]
)
def test_a_body_that_promised_is_spoken_for_by_what_it_belongs_to(by: str) -> None:
    """Of what a ministry promised the state reports as a party, and so do the ministry's own bodies."""
    said = report("2024-03-04", "completed", by)
    assert stands(promise(said, by=("home-office",))).declared == said


def test_a_body_beside_the_one_that_promised_is_another() -> None:
    """Two bodies of one state are not each other, and what one promised the other assesses."""
    said = report("2024-03-04", "completed", "watchdog")
    sister = Party(id="treasury", name="Treasury", kind=PartyKind.BODY, part_of="GB")
    commitment = promise(evolve(said, by="treasury"), by=("home-office",))
    assert (
        Dossier([*AUTHORS, sister, commitment]).status("promise").assessed is not None
    )


@pytest.mark.parametrize(
    ("on", "reading", "other"),
    [
        ("2023-11-12", "assessed", "declared"),
        ("2023-11-13", "declared", "assessed"),
        ("2024-07-05", "declared", "assessed"),
        ("2024-07-06", "assessed", "declared"),
    ],
)
def test_a_minister_speaks_for_a_party_while_in_office(
    on: str, reading: str, other: str
) -> None:
    """Before and after the tenure a minister's word is that of somebody else."""
    said = report(on, "completed", "cleverly")
    standing = stands(promise(said))
    assert (getattr(standing, reading), getattr(standing, other)) == (said, None)


GROUPING = Party(
    id="circle",
    name="Circle",
    kind=PartyKind.GROUPING,
    members=(Membership(party="GB"), Membership(party="DE", period="2020/2022")),
)


@pytest.mark.parametrize("by", ["GB", "home-office", "circle"])
def test_a_grouping_speaks_through_its_members(by: str) -> None:
    """Of what a grouping promised, it and its members report as parties: it has no word but theirs."""
    said = report("2024-03-04", "completed", by)
    found = Dossier([*AUTHORS, GROUPING, promise(said, by=("circle",))]).status(
        "promise"
    )
    assert (found.declared, found.assessed) == (said, None)


def test_a_member_reports_on_itself_through_its_grouping() -> None:
    """What a grouping says of a promise of its member is the member's word too, and no independent one."""
    said = report("2024-03-04", "completed", "circle")
    assert (
        Dossier([*AUTHORS, GROUPING, promise(said)]).status("promise").declared == said
    )


@pytest.mark.parametrize("by", ["FR", "DE"])
def test_who_is_no_member_assesses_a_grouping(by: str) -> None:
    """Of what a grouping promised, others report as others, and so does a member who left before."""
    said = report("2024-03-04", "completed", by)
    found = Dossier([*AUTHORS, GROUPING, promise(said, by=("circle",))]).status(
        "promise"
    )
    assert (found.declared, found.assessed) == (None, said)


def test_the_two_readings_are_never_merged() -> None:
    """Each keeps its own latest report, whichever came last of all."""
    ours, theirs = (
        report("2024-03-01", "completed"),
        report("2024-06-01", "no_evidence", "watchdog"),
    )
    earlier = (
        report("2024-02-01", "in_progress"),
        report("2024-02-02", "not_started", "FR"),
    )
    found = stands(promise(*earlier, ours, theirs))
    assert (found.declared, found.assessed) == (ours, theirs)
    assert stands(promise(theirs, ours, *earlier)) == found


def test_who_can_speak_for_nobody_is_somebody_else() -> None:
    """In an index made by hand, the word of what is no author, or of the holder of no office, is another's."""
    holder = Minister(
        id="holder", name="Holder", tenures=(Tenure(office="theme", period="2024"),)
    )
    index = RecordIndex([Theme(id="theme", label="Theme"), holder, promise()])
    for by in ("theme", "holder"):
        said = report("2024-03-04", "completed", by)
        assert commitment_status(promise(said), index).assessed == said


# --- the latest of each ---------------------------------------------------------------------------


def test_without_reports_nothing_is_said() -> None:
    """A promise of which nobody has told anything has neither reading, nor a deadline, nor a schedule."""
    assert stands(promise()) == CommitmentStatus(
        declared=None, assessed=None, deadlines=(), schedule=None
    )
    assert stands(promise()).due is None


def test_the_latest_report_counts_wherever_it_stands() -> None:
    """Reports are read by the day for which they hold, not by their place in the file."""
    first, last = report("2024-01-01", "in_progress"), report("2024-05-01", "suspended")
    assert stands(promise(last, first)).declared == last


def test_of_two_on_one_day_the_later_in_the_file_counts() -> None:
    """As reports are only ever added, the one that stands below is the newer one."""
    first, last = report("2024-01-01", "completed"), report("2024-01-01", "in_progress")
    assert stands(promise(first, last)).declared == last
    assert stands(promise(last, first)).declared == first


def test_where_vague_days_leave_the_order_open_the_later_in_the_file_counts() -> None:
    """Under way some time in 2024, and done on 1 June: which came first is open, and the newer one counts."""
    under_way, done = report("2024", "in_progress"), report("2024-06-01", "completed")
    assert stands(promise(under_way, done)).declared == done
    assert schedule("2024-12", "2025-06-01", under_way, done) == "met_on_time"


def test_a_report_counts_from_its_own_day() -> None:
    """On the day before it nothing is known of it; on the day it counts."""
    said = report("2024-03-04", "completed")
    commitment = promise(said)
    assert stands(commitment, on="2024-03-03").declared is None
    assert stands(commitment, on="2024-03-04").declared == said


@pytest.mark.parametrize(
    ("period", "comes"),
    [
        ("2024-03", "2024-03-31"),
        ("2024-21", "2024-05-31"),
        ("2024-01-01/2024-03-04", "2024-03-04"),
        ("../2024-03-04", "2024-03-04"),
        ("2024-03-04/..", "2024-03-04"),
        ("2024-03/", "2024-03-31"),
    ],
)
def test_a_vague_report_counts_when_it_has_certainly_come(
    period: str, comes: str
) -> None:
    """A month has come on its last day, a span on its last, and one without an end by its start."""
    commitment = promise(report(period, "completed"))
    day = datetime.date.fromisoformat(comes)
    eve = (day - datetime.timedelta(days=1)).isoformat()
    assert stands(commitment, on=eve).declared is None
    assert stands(commitment, on=comes).declared is not None


def test_a_report_of_unbounded_time_counts_on_any_day() -> None:
    """Of a span with neither end it cannot be said that it is still to come."""
    assert (
        stands(promise(report("../..", "in_progress")), on="2024-01-01").declared
        is not None
    )


# --- the two clocks -------------------------------------------------------------------------------


def test_what_came_out_later_was_not_known_before() -> None:
    """A report that holds for March and came out in September is none in August."""
    said = report("2024-03-04", "completed", known="2024-09-01")
    commitment = promise(said, due="2024-21")
    assert stands(commitment, on="2024-08-31").declared == said
    assert stands(commitment, on="2024-08-31", known="2024-08-31").declared is None
    assert stands(commitment, on="2024-08-31", known="2024-09-01").declared == said
    assert stands(commitment, on="2024-08-31", known="2024-08-31").schedule == "overdue"
    assert (
        stands(commitment, on="2024-08-31", known="2024-09-01").schedule
        == "met_on_time"
    )


def test_known_alone_asks_for_no_day() -> None:
    """All reports that had come out count then, and there is no schedule."""
    first, later = (
        report("2024-03-04", "in_progress"),
        report("2024-04-04", "completed", known="2024-09-01"),
    )
    found = stands(promise(first, later, due="2024"), known="2024-08-01")
    assert (found.declared, found.schedule) == (first, None)


def test_a_report_without_a_day_of_its_own_is_known_on_that_for_which_it_holds() -> (
    None
):
    """Where nothing else is said, the day for which it holds is the day since which it is known."""
    said = report("2024-03-04", "completed")
    assert stands(promise(said), known="2024-03-03").declared is None
    assert stands(promise(said), known="2024-03-04").declared == said


def test_what_was_known_in_vague_terms_counts_when_it_certainly_was() -> None:
    """What came out some time in September was certainly known on its last day."""
    said = report("2024-03-04", "completed", known="2024-09")
    assert stands(promise(said), known="2024-09-29").declared is None
    assert stands(promise(said), known="2024-09-30").declared == said


STATES = st.sampled_from(["GB", "FR", "NO", "EU"])
DATES = st.none() | periods()
REPORTS = st.builds(
    Report,
    on=periods(),
    by=STATES,
    status=st.sampled_from(ReportedStatus),
    known=DATES,
    due=DATES,
)
"""Reports by any state on any day, however vague."""
DAYS = st.dates(datetime.date(2014, 1, 1), datetime.date(2035, 12, 31))


@given(commitments(), st.lists(REPORTS, max_size=4), DAYS, st.none() | DAYS, st.data())
def test_a_later_report_changes_no_earlier_answer(
    commitment: Commitment,
    told: list[Report],
    known: datetime.date,
    on: datetime.date | None,
    data: st.DataObject,
) -> None:
    """Whatever becomes known after a day, the answer as known on that day stays what it was."""
    told = [*commitment.reports, *told]
    after = data.draw(periods(min_value=known + datetime.timedelta(days=1)))
    later = evolve(data.draw(REPORTS), known=after)
    place = data.draw(st.integers(0, len(told)))
    before = evolve(commitment, reports=tuple(told))
    since = evolve(commitment, reports=(*told[:place], later, *told[place:]))
    answers = [
        commitment_status(each, RecordIndex([each]), on=on, as_known=known)
        for each in (before, since)
    ]
    assert answers[0] == answers[1]


@given(st.lists(REPORTS, max_size=4), DAYS, st.data())
def test_what_holds_for_later_changes_no_earlier_day(
    told: list[Report], on: datetime.date, data: st.DataObject
) -> None:
    """A report for a time after a day tells nothing of the day."""
    after = periods(min_value=on + datetime.timedelta(days=1), spans=False)
    later = evolve(data.draw(REPORTS), on=data.draw(after))
    before, since = (promise(*each, due="2024-21") for each in (told, [*told, later]))
    answers = [
        commitment_status(each, RecordIndex([each]), on=on) for each in (before, since)
    ]
    assert answers[0] == answers[1]


@given(st.lists(REPORTS, max_size=5), DAYS)
def test_every_reading_is_one_of_the_reports(
    told: list[Report], on: datetime.date
) -> None:
    """Nothing is made up: what is declared is by a party, what is assessed by no party."""
    found = commitment_status(promise(*told), RecordIndex([promise()]), on=on)
    assert found.declared is None or (
        found.declared in told and found.declared.by == "GB"
    )
    assert found.assessed is None or (
        found.assessed in told and found.assessed.by != "GB"
    )


@given(
    st.lists(
        st.tuples(DAYS, STATES, st.sampled_from(ReportedStatus)),
        unique_by=lambda each: each[0],
    ),
    DAYS,
)
def test_the_order_in_the_file_says_nothing_where_the_days_do(
    told: list[tuple[datetime.date, str, ReportedStatus]], on: datetime.date
) -> None:
    """Reports of different days may stand in any order."""
    made = [Report(on=day, by=by, status=status) for day, by, status in told]
    answers = [
        commitment_status(
            promise(*each, due="2024-21"), RecordIndex([promise()]), on=on
        )
        for each in (made, made[::-1])
    ]
    assert answers[0] == answers[1]


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
        ("../2024-06", "2000-01-01", "not_due"),
        ("../2024-06", "2024-06-15", "due"),
        ("/2024-06", "2024-07-01", "overdue"),
        ("2023-06-08/2024-06-08", "2023-12-01", "not_due"),
        ("2023-06-08/2024-06-08", "2024-06-08", "due"),
        ("2023-06-08/2024-06-08", "2024-06-09", "overdue"),
        (None, "2024-06-09", "no_deadline"),
        ("2024/..", "2030-01-01", "no_deadline"),
        ("../..", "2030-01-01", "no_deadline"),
        ("2024/", "2023-01-01", "unknown"),
        ("2024/", "2030-01-01", "unknown"),
    ],
)
def test_a_deadline_is_kept_to_the_day(due: str | None, on: str, verdict: str) -> None:
    """A vague deadline is due on each of its days, a span on its end's; an open one never, an unknown one unknown."""
    assert schedule(due, on) == verdict


@pytest.mark.parametrize("due", ["2024?", "2024-21?", "2024-03-04?"])
def test_a_deadline_in_doubt_is_never_surely_over(due: str) -> None:
    """What may have been meant for another time is not overdue, however late it is."""
    assert schedule(due, "2030-01-01") == "unknown"


@pytest.mark.parametrize("due", ["2024~", "2024-03~", "2024%"])
def test_near_an_approximate_deadline_nobody_can_tell(due: str) -> None:
    """Shortly before, within and shortly after a time that is only about right, it may be this or that."""
    for on in ("2024-02-29", "2024-03-15", "2024-04-15"):
        assert schedule(due, on) == "unknown"


@given(periods(), DAYS)
def test_overdue_is_said_only_where_it_is_certain(
    due: Period, on: datetime.date
) -> None:
    """A deadline that may not be over is not called overdue: the relation of periods must be sure."""
    end = due.end
    if schedule(str(due), str(on)) == Schedule.OVERDUE:
        assert end is not None
        assert Period.of(on).after(end).certain


@given(periods(), DAYS)
def test_what_is_not_due_may_not_be_over(due: Period, on: datetime.date) -> None:
    """What is called not due lies ahead, for all that is known."""
    end = due.end
    if schedule(str(due), str(on)) == Schedule.NOT_DUE:
        assert end is not None
        assert Period.of(on).before(end).possible
        assert not Period.of(on).after(end).possible


ORDER = (Schedule.NOT_DUE, Schedule.DUE, Schedule.OVERDUE)


@given(
    periods(spans=False).filter(lambda due: not due.uncertain and not due.approximate),
    st.data(),
)
def test_time_moves_a_deadline_one_way(due: Period, data: st.DataObject) -> None:
    """From day to day it becomes due and then overdue, and never goes back."""
    days = sorted(data.draw(st.lists(DAYS, min_size=2, max_size=6)))
    verdicts = [ORDER.index(Schedule(schedule(str(due), str(day)))) for day in days]
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
        ("2024-04-15/2024-05-15", "met_on_time"),
        ("2024-05-15/2024-06-15", "met_late"),
        ("../2024-05-31", "met_on_time"),
        ("2024-06?", "unknown"),
        ("2024-06~", "unknown"),
    ],
)
def test_what_is_done_by_the_last_day_is_in_time(done: str, verdict: str) -> None:
    """Done before the spring or in it is in time, after it late; what may be either is unknown."""
    assert schedule("2024-21", "2026-01-01", report(done, "completed")) == verdict


@pytest.mark.parametrize(
    ("due", "verdict"),
    [
        ("2024-03-04", "met_on_time"),
        ("2024-03-03", "met_late"),
        ("../2024-03", "met_on_time"),
        ("2024/..", "no_deadline"),
        ("2024/", "unknown"),
        (None, "no_deadline"),
        ("2024?", "unknown"),
        ("2024-03~", "unknown"),
    ],
)
def test_being_done_does_not_mend_a_deadline(due: str | None, verdict: str) -> None:
    """What was done on 4 March is in time or late by the deadline there is, if there is a sure one."""
    assert schedule(due, "2026-01-01", report("2024-03-04", "completed")) == verdict


def test_the_first_report_of_completion_is_when_it_was_done() -> None:
    """That it is still done later, by another's word too, makes it no later."""
    first, again = report("2024-03-04", "completed"), report("2024-09-01", "completed")
    assert schedule("2024-21", "2026-01-01", again, first) == "met_on_time"
    assert (
        schedule("2024-21", "2026-01-01", first, evolve(again, by="watchdog"))
        == "met_on_time"
    )


@pytest.mark.parametrize("by", ["GB", "watchdog"])
def test_either_side_alone_may_report_completion(by: str) -> None:
    """Where the other side says nothing, nobody disputes it."""
    assert (
        schedule("2024-21", "2026-01-01", report("2024-03-04", "completed", by))
        == "met_on_time"
    )


@pytest.mark.parametrize(
    "status",
    [
        each.value
        for each in ReportedStatus
        if each not in ("completed", "withdrawn", "superseded")
    ],
)
def test_nothing_but_completion_meets_a_deadline(status: str) -> None:
    """Whatever else is reported, it is not due, due and overdue like what nobody reports on."""
    said = report("2024-01-15", status)
    verdicts = [
        schedule("2024-21", on, said)
        for on in ("2024-02-01", "2024-03-15", "2024-06-01")
    ]
    assert verdicts == ["not_due", "due", "overdue"]


@pytest.mark.parametrize(
    "status", ["in_progress", "no_evidence", "not_started", "suspended"]
)
def test_a_disputed_completion_is_unknown_once_the_time_is_over(status: str) -> None:
    """One side says done and the other, no earlier, that it is not: then only what lies ahead is sure."""
    said = report("2024-02-01", "completed"), report("2024-02-02", status, "watchdog")
    verdicts = [
        schedule("2024-21", on, *said)
        for on in ("2024-02-15", "2024-03-15", "2024-06-01")
    ]
    assert verdicts == ["not_due", "due", "unknown"]


def test_it_is_disputed_whoever_disputes_it() -> None:
    """A party may deny what others say is done."""
    said = (
        report("2024-02-01", "completed", "watchdog"),
        report("2024-02-02", "in_progress"),
    )
    assert schedule("2024-21", "2024-06-01", *said) == "unknown"


def test_what_was_said_before_it_was_done_disputes_nothing() -> None:
    """That it was under way in February does not deny that it was done in March, whoever said so."""
    said = (
        report("2024-02-01", "in_progress", "watchdog"),
        report("2024-03-04", "completed"),
    )
    assert schedule("2024-21", "2024-06-01", *said) == "met_on_time"


def test_when_it_was_done_can_be_disputed_too() -> None:
    """A party says done in time, another found it undone after, and later done: when is unknown."""
    said = (
        report("2024-03-04", "completed"),
        report("2024-07-01", "in_progress", "watchdog"),
        report("2024-09-01", "completed", "watchdog"),
    )
    assert schedule("2024-21", "2024-10-01", *said) == "unknown"


def test_what_was_undone_again_is_overdue() -> None:
    """A party that takes its word back leaves it undone."""
    said = report("2024-03-04", "completed"), report("2024-04-04", "in_progress")
    assert schedule("2024-21", "2024-06-01", *said) == "overdue"


@pytest.mark.parametrize("status", ["withdrawn", "superseded"])
@pytest.mark.parametrize("by", ["GB", "watchdog"])
def test_what_was_given_up_has_no_deadline(status: str, by: str) -> None:
    """From the day on which it was withdrawn or replaced it can be neither in time nor late."""
    said = report("2024-04-01", status, by)
    verdicts = [
        schedule("2024-21", on, said)
        for on in ("2024-03-31", "2024-04-01", "2025-01-01")
    ]
    assert verdicts == ["due", "no_deadline", "no_deadline"]


def test_what_was_given_up_can_be_taken_up_again() -> None:
    """Only the latest word of each side counts."""
    said = report("2024-02-01", "withdrawn"), report("2024-04-01", "in_progress")
    assert schedule("2024-21", "2024-06-01", *said) == "overdue"


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
        ("2024-10-15", ("2024-21", "2024-09", "2025"), "not_due"),
        ("2026-01-01", ("2024-21", "2024-09", "2025"), "overdue"),
    ],
)
def test_a_new_deadline_keeps_the_old_ones(
    on: str, deadlines: tuple[str, ...], verdict: str
) -> None:
    """Each holds from the day on which it was set, and none is forgotten."""
    found = stands(promise(*MOVED, due="2024-21"), on=on)
    assert tuple(map(str, found.deadlines)) == deadlines
    assert str(found.due) == deadlines[-1]
    assert found.schedule == verdict


def test_a_new_deadline_is_known_when_it_came_out() -> None:
    """Who did not know yet that it was moved has it overdue."""
    moved = report("2024-05-01", "modified", due="2024-09", known="2024-07-01")
    commitment = promise(moved, due="2024-21")
    assert stands(commitment, on="2024-06-15", known="2024-06-30").schedule == "overdue"
    assert stands(commitment, on="2024-06-15", known="2024-07-01").schedule == "not_due"


def test_only_those_who_promised_move_the_deadline() -> None:
    """A watchdog that names another day does not put off what was promised; a party does."""
    watched = report("2024-05-01", "in_progress", "watchdog", due="2024-09")
    assert stands(promise(watched, due="2024-21")).due == Period("2024-21")
    moved = report("2024-05-01", "in_progress", due="2024-09")
    assert stands(promise(moved, due="2024-21")).deadlines == (
        Period("2024-21"),
        Period("2024-09"),
    )


def test_a_report_may_bring_the_first_deadline() -> None:
    """What was promised without one has one from then on."""
    commitment = promise(report("2024-05-01", "in_progress", due="2024-09"))
    assert stands(commitment, on="2024-04-30").schedule == "no_deadline"
    assert stands(commitment, on="2024-05-01").schedule == "not_due"
    assert stands(commitment, on="2024-10-01").schedule == "overdue"


def test_a_deadline_keeps_the_words_of_its_source() -> None:
    """How the source put it can still be read."""
    commitment = Commitment(
        id="promise", summary="Keep it.", due=Period("2024-21", stated="in the spring")
    )
    due = stands(commitment).due
    assert due is not None
    assert due.stated == "in the spring"


# --- questions that cannot be asked ---------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    ["2024", "2024-21", "2024-01-30?", "2024-01-30~", "2024-01-30/2024-01-31", "../.."],
)
def test_a_day_must_be_definite(day: str) -> None:
    """Neither clock takes anything vaguer than a day."""
    message = f"{day!r} is not a definite day; write one, such as '2024-01-30'"
    for ask in (
        lambda: definite_day(day),
        lambda: stands(promise(), on=day),
        lambda: stands(promise(), known=day),
    ):
        with pytest.raises(QueryError) as caught:
            ask()
        assert str(caught.value) == message


def test_a_day_may_be_a_date_of_python() -> None:
    """Texts, periods and dates are alike, and none at all is none."""
    day = datetime.date(2024, 1, 30)
    assert (
        definite_day(day)
        == definite_day("2024-01-30")
        == definite_day(Period("2024-01-30"))
        == datetime.date(2024, 1, 30)
    )


def test_a_day_that_is_no_date_says_why() -> None:
    """What cannot be read as a date is told as everywhere else."""
    with pytest.raises(
        PeriodError, match="'2024-02-30' is not a date: there is no day 30"
    ):
        stands(promise(), on="2024-02-30")


def test_a_commitment_that_is_not_there_is_told_with_a_suggestion() -> None:
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


# --- where, sort, group_by and count_by -----------------------------------------------------------


def three() -> Dossier:
    """Three promises: one done in time, one disputed, one of which nobody tells."""
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
                    report("2024-07-01", "no_evidence", "watchdog", known="2024-08-01"),
                ),
            ),
            Commitment(id="silent", summary="Silent.", by=("FR",), due="2024-05"),
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
        ({"assessed": "no_evidence", "on": "2024-06-30", "as_known": "2024-08-01"}, ()),
        ({"schedule": "overdue", "on": "2024-06-01"}, ("silent",)),
        (
            {"schedule": "overdue", "on": "2024-06-01", "as_known": "2024-03-04"},
            ("disputed", "silent"),
        ),
        ({"schedule": "met_on_time", "on": "2024-06-01"}, ("kept", "disputed")),
        (
            {"schedule": ("unknown", "overdue"), "on": "2024-07-01"},
            ("disputed", "silent"),
        ),
        ({"schedule": "met_on_time", "on": "2024-06-01", "theme": "boats"}, ("kept",)),
        (
            {"schedule": Schedule.NOT_DUE, "on": Period("2024-02-01")},
            ("kept", "disputed", "silent"),
        ),
    ],
)
def test_promises_are_asked_by_what_became_of_them(
    question: dict[str, object], ids: tuple[str, ...]
) -> None:
    """Each reading is a question of its own; `status` fits either; both clocks go with all of them."""
    assert three().commitments.where(**question).ids == ids  # type: ignore[arg-type]


def test_a_question_keeps_its_clocks() -> None:
    """What was asked can be read off the answer."""
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


def test_a_clock_is_told_only_of_what_goes_by_it() -> None:
    """That a theme was asked for has nothing to do with a day."""
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
            "'late' is not a schedule; did you mean 'met_late'?",
        ),
        (
            {"schedule": "x", "on": "2024-06-01"},
            "'x' is not a schedule; write one of no_deadline, not_due, due, overdue, met_on_time, met_late, unknown",
        ),
        (
            {"status": "complete"},
            "'complete' is not a reported status; did you mean 'completed'?",
        ),
        ({"declared": 3}, "3 is not text; give one text or a tuple of them"),
        (
            {"assessed": ()},
            "an empty tuple asks for nothing; leave the keyword out to ask for all",
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
    """A word, a value or a day that is amiss is an error with a cure, never an empty answer."""
    with pytest.raises(QueryError) as caught:
        three().commitments.where(**question)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_schedule_without_a_day_is_an_error_among_no_promises_too() -> None:
    """A question that cannot be asked does not depend on who is there to answer it."""
    for ask in (
        lambda: Dossier().commitments.where(schedule="overdue"),
        lambda: Dossier().commitments.group_by("schedule"),
        lambda: Dossier().commitments.sort("schedule"),
    ):
        with pytest.raises(QueryError, match="a schedule is that of a day"):
            ask()


def test_promises_are_grouped_and_counted_by_what_became_of_them() -> None:
    """None holds those of which nothing is told; the clocks go with the keyword."""
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
    assert promises.count_by("status") == {"completed": 2, "no_evidence": 1, None: 1}
    assert promises.count_by("schedule", on="2024-07-01") == {
        "met_on_time": 1,
        "unknown": 1,
        "overdue": 1,
    }
    assert promises.count_by("schedule", on="2024-07-01", as_known="2024-07-31") == {
        "met_on_time": 2,
        "overdue": 1,
    }


def test_promises_are_sorted_by_what_became_of_them() -> None:
    """Words sort by their list, and what nothing is told of comes last."""
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
    """A schedule is that of a definite day there as well."""
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
        == "commitments are not asked by 'shedule'; did you mean 'schedule'?"
    )
