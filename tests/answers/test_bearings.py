"""What else bears on a verdict: conditions, links, parts, kinds, and duties that recur."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from entente import (
    Agreement,
    Citation,
    Commitment,
    CommitmentKind,
    Condition,
    ConditionKind,
    Dossier,
    Event,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Party,
    PartyKind,
    Record,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Target,
    Tenure,
    Truth,
)
from entente._dossier import index_of
from entente.answers._reports import may_change_office
from entente.answers._status import history, standing

DUE = "2024-03-31"
LATER = "2024-05-01"


def promise(id: str = "promise", **given: object) -> Commitment:
    """Make a promise of Britain for March 2024."""
    fields = {"summary": "Keep it.", "by": ("GB",), "due": DUE, **given}
    return Commitment(id=id, **fields)  # type: ignore[arg-type]


def done(on: str, by: str = "GB") -> Report:
    """Make a report of completion."""
    return Report(on=on, by=by, status=ReportedStatus.COMPLETED)


def says(status: str, on: str, by: str = "GB") -> Report:
    """Make a report with any status."""
    return Report(on=on, by=by, status=ReportedStatus(status))


def verdict(*records: Record, on: str = LATER, id: str = "promise") -> str:
    """Return the verdict on a promise among some records."""
    found = Dossier(records).status(id, on=on).schedule
    assert found is not None
    return found.value


def waiting(waits_for: str | None, **given: object) -> Commitment:
    """Make a promise that depends on a record, or on what no record shows."""
    kind = None if waits_for else ConditionKind.APPROVAL
    condition = Condition(kind=kind, waits_for=waits_for)
    return promise(conditions=(condition,), **given)  # type: ignore[arg-type]


# --- conditions ----------------------------------------------------------------------------------


def test_what_waits_for_no_record_is_conditional() -> None:
    """Nothing on record would show that it is met, so it is never overdue; done is done."""
    assert verdict(waiting(None)) == "conditional"
    assert verdict(waiting(None, due=None)) == "conditional"
    in_time = waiting(None, reports=(done("2024-03-01"),))
    assert verdict(in_time) == "met_on_time"
    late = waiting(None, reports=(done("2024-04-02"),))
    assert verdict(late) == "unknown"


MEETING = Meeting(
    id="it", name="Talks", state=MeetingState.HELD, when="2024-03-10"
)
TARGET = Target(value=">= 500 people")
METRIC = Metric(
    id="it",
    name="Deployed",
    unit="people",
    targets=(TARGET,),
    observations=(
        Observation(period="2024-01", value="400 people"),
        Observation(as_of="2024-03-10", value="500 people"),
        Observation(as_of="2024-03-20", value="600 people"),
    ),
)


@pytest.mark.parametrize(
    "record",
    [
        MEETING,
        Event(id="it", name="Vote", when="2024-03-10"),
        Agreement(id="it", name="Treaty", in_force="2024-03-10/.."),
        promise("it", reports=(done("2024-03-10"),)),
        METRIC,
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_condition_is_met_once_its_record_shows_it(record: Record) -> None:
    """Before that day the promise is conditional, then due, and overdue once its time is over."""
    found = [
        verdict(record, waiting("it"), on=day)
        for day in ("2024-03-09", "2024-03-10", "2024-03-31", "2024-04-01")
    ]
    assert found == ["conditional", "not_due", "due", "overdue"]


@pytest.mark.parametrize(
    "record",
    [
        Meeting(
            id="it", name="Talks", state=MeetingState.PLANNED, when="2024-03"
        ),
        Event(id="it", name="Vote"),
        Agreement(id="it", name="Treaty", signed="2024-03-10"),
        promise("it"),
        Metric(
            id="it",
            name="Deployed",
            unit="people",
            targets=(TARGET,),
            observations=METRIC.observations[:1],
        ),
        Metric(id="it", name="Deployed", unit="people"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_has_not_come_leaves_a_promise_conditional(
    record: Record,
) -> None:
    """A meeting that is only planned, an event without a date, a target that was not met."""
    assert verdict(record, waiting("it")) == "conditional"


def observed(*values: str, target: str = ">= 500 people") -> Metric:
    """Make a metric with figures for one day."""
    return Metric(
        id="it",
        name="Deployed",
        unit="people",
        targets=(Target(value=target),),
        observations=tuple(
            Observation(as_of="2024-03-10", value=value) for value in values
        ),
    )


@pytest.mark.parametrize(
    "metric",
    [
        observed("400 people", "600 people"),
        observed("~ 500 people"),
        observed("> 400 people"),
    ],
)
def test_figures_that_leave_it_open_leave_the_verdict_open(
    metric: Metric,
) -> None:
    """Of two that contradict each other either may be right; until then it is conditional."""
    assert verdict(metric, waiting("it"), on="2024-03-09") == "conditional"
    assert verdict(metric, waiting("it")) == "unknown"
    (ground,) = (
        each
        for each in Dossier([metric, waiting("it")])
        .status("promise", on=LATER)
        .explain()
        .grounds
        if each.kind == "condition"
    )
    assert (ground.taken, ground.why) == (
        Truth.MAYBE,
        "its figures leave open whether the target is met",
    )


def test_figures_that_differ_may_agree_that_a_target_is_met() -> None:
    """Both are enough, so whichever is right it is met; a later one settles what was open."""
    agreed = observed("550 people", "600 people")
    assert verdict(agreed, waiting("it"), on="2024-03-10") == "not_due"
    assert verdict(agreed, waiting("it")) == "overdue"
    later = Observation(as_of="2024-03-20", value="700 people")
    disputed = observed("400 people", "600 people")
    settled = evolve(disputed, observations=(*disputed.observations, later))
    days = ("2024-03-09", "2024-03-15", "2024-04-01")
    assert [verdict(settled, waiting("it"), on=day) for day in days] == [
        "conditional",
        "unknown",
        "overdue",
    ]


def test_what_came_too_late_makes_nobody_late() -> None:
    """A condition that was met after the deadline leaves open by when it was due."""
    vote = Event(id="vote", name="Vote", when="2024-04-10")
    assert verdict(vote, waiting("vote")) == "unknown"
    late = waiting("vote", reports=(done("2024-04-20"),))
    assert verdict(vote, late) == "unknown"


def test_a_meeting_without_a_date_may_have_been_held_on_any_day() -> None:
    """It was held, and nobody knows when."""
    held = Meeting(id="talks", name="Talks", state=MeetingState.HELD)
    assert verdict(held, waiting("talks")) == "unknown"


def test_two_that_wait_for_each_other_are_both_conditional() -> None:
    """Neither is done, so neither binds; once one is done, the other does."""
    here = waiting("there")
    there = promise("there", conditions=(Condition(waits_for="promise"),))
    assert verdict(here, there) == "conditional"
    kept = promise("there", reports=(done("2024-03-01"),))
    assert verdict(here, kept) == "overdue"


# --- links and parts -----------------------------------------------------------------------------


def keeps(record: type, **given: object) -> Record:
    """Make a record that fulfils the promise."""
    link = Link(kind=LinkKind.FULFILS, target="promise")
    return record(id="it", links=(link,), **given)  # type: ignore[no-any-return]


def test_what_fulfils_a_promise_keeps_it() -> None:
    """A meeting that was held, an event, an agreement, or another promise that is done."""
    held = keeps(
        Meeting, name="Talks", state=MeetingState.HELD, when="2024-03-10"
    )
    assert verdict(held, promise()) == "met_on_time"
    assert verdict(held, promise(), on="2024-03-09") == "not_due"
    planned = keeps(
        Meeting, name="Talks", state=MeetingState.PLANNED, when="2024-03-10"
    )
    assert verdict(planned, promise()) == "overdue"
    opened = keeps(Event, name="Opening", when="2024-04-10")
    assert verdict(opened, promise()) == "met_late"
    treaty = keeps(
        Agreement, name="Treaty", signed="2024-03-10", in_force="2024-03-20/.."
    )
    assert verdict(treaty, promise()) == "met_on_time"
    by_force = keeps(
        Agreement, name="Treaty", signed="2024-03-10", in_force="2024-04-20/.."
    )
    assert verdict(by_force, promise()) == "unknown"
    assert verdict(keeps(Agreement, name="Treaty"), promise()) == "overdue"
    notice = keeps(Source, title="Notice", kind=SourceKind.PRESS_NOTICE)
    assert verdict(notice, promise()) == "overdue"


def test_a_promise_that_is_done_keeps_another() -> None:
    """While it is disputed, nobody can say."""
    link = Link(kind=LinkKind.FULFILS, target="promise")
    kept = promise("it", links=(link,), reports=(done("2024-03-10"),))
    assert verdict(kept, promise()) == "met_on_time"
    disputed = promise(
        "it",
        links=(link,),
        reports=(
            done("2024-03-10"),
            says("in_progress", "2024-03-11", "FR"),
        ),
    )
    assert verdict(disputed, promise()) == "unknown"


def test_a_whole_is_done_once_all_its_parts_are() -> None:
    """The last of them decides, and while one may not be done, nobody can say."""
    one = promise("one", part_of="promise", reports=(done("2024-03-10"),))
    other = promise("other", part_of="promise", reports=(done("2024-04-10"),))
    assert verdict(promise(), one) == "met_on_time"
    assert verdict(promise(), one, other) == "met_late"
    open_ = promise("other", part_of="promise")
    assert verdict(promise(), one, open_) == "overdue"
    vague = promise(
        "other",
        part_of="promise",
        reports=(done("[2024-03-31..2024-04-01]"),),
    )
    assert verdict(promise(), one, vague) == "unknown"


def test_a_part_of_what_keeps_it_is_asked_once() -> None:
    """A part that says that it is kept by its whole does not keep it."""
    link = Link(kind=LinkKind.FULFILS, target="part")
    whole = promise(links=(link,))
    part = promise("part", part_of="promise")
    assert verdict(whole, part) == "overdue"


def test_what_supersedes_a_promise_lifts_it() -> None:
    """From the day on which the same promisor made the other, if that was in time."""
    link = Link(kind=LinkKind.SUPERSEDES, target="promise")
    new = promise("new", made="2024-03-10", due="2025", links=(link,))
    assert verdict(new, promise(), on="2024-03-09") == "not_due"
    assert verdict(new, promise()) == "lifted"
    too_late = promise("new", made="2024-04-10", due="2025", links=(link,))
    assert verdict(too_late, promise()) == "overdue"
    undated = promise("new", due="2025", links=(link,))
    assert verdict(undated, promise()) == "unknown"
    of_others = promise("new", by=("FR",), made="2024-03-10", links=(link,))
    assert verdict(of_others, promise()) == "overdue"
    doubted = promise(due="2024-03?")
    assert verdict(new, doubted) == "unknown"


# --- kinds ---------------------------------------------------------------------------------------


def test_a_prohibition_is_kept_so_far_or_broken() -> None:
    """It is never overdue, and once broken it stays so, unless it is said to be kept after all."""
    ban = CommitmentKind.PROHIBITION
    assert verdict(promise(kind=ban)) == "kept_so_far"
    lasting = promise(kind=ban, runs="2024-02/2024-04", recurrence=None)
    found = [
        verdict(lasting, on=day)
        for day in ("2024-01-31", "2024-03-01", "2024-05-01")
    ]
    assert found == ["not_due", "kept_so_far", "over"]
    broken = promise(
        kind=ban,
        reports=(
            says("breached", "2024-03-01", "FR"),
            says("in_progress", "2024-03-02", "FR"),
        ),
    )
    assert verdict(broken) == "breached"
    taken_back = promise(
        kind=ban,
        reports=(*broken.reports, says("completed", "2024-03-03", "FR")),
    )
    assert verdict(taken_back) == "kept_so_far"
    denied = promise(
        kind=ban,
        reports=(*broken.reports, says("in_progress", "2024-03-03")),
    )
    assert verdict(denied) == "unknown"


@pytest.mark.parametrize(
    ("runs", "on", "word"),
    [
        ("2024-02/2024-04", "2024-01-31", "not_due"),
        ("2024-02/2024-04", "2024-02-15", "unknown"),
        ("2024-02/2024-04", "2024-03-15", "running"),
        ("2024-02/2024-04", "2024-04-15", "unknown"),
        ("2024-02/2024-04", "2024-05-01", "over"),
        ("2024-02-01/..", "2030-01-01", "running"),
        ("2024-02-01/", "2030-01-01", "no_deadline"),
        ("2024-02-01?/..", "2030-01-01", "unknown"),
    ],
)
def test_what_only_lasts_is_running_or_over(
    runs: str, on: str, word: str
) -> None:
    """Without a deadline the time for which it runs decides."""
    assert verdict(promise(due=None, runs=runs), on=on) == word


def test_done_before_there_was_a_deadline_is_not_late() -> None:
    """A deadline that was set after all was done accuses nobody."""
    moved = Report(
        on="2024-03-10",
        by="GB",
        status=ReportedStatus.MODIFIED,
        due="2024-03-20",
    )
    kept = promise(due=None, reports=(done("2024-03-01", "FR"), moved))
    assert verdict(kept) == "no_deadline"


def test_a_history_has_all_days_on_which_a_verdict_changes() -> None:
    """Between two of its days nothing changes, also where others bear on it and parts go in circles."""
    source = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        published="2024-03-20",
    )
    promises = (
        promise(links=(Link(kind=LinkKind.FULFILS, target="part"),)),
        promise(
            "part",
            part_of="promise",
            reports=(done("[2024-04-02..2024-04-04]"),),
        ),
        promise(
            "lasting",
            due=None,
            runs="2024-02-01/",
            citations=(Citation(source="notice"),),
        ),
        waiting("part", id="waiting", due="2024-04-10"),
    )
    index = index_of(Dossier([source, *promises]))
    first = datetime.date(2024, 1, 1).toordinal()
    for each in promises:
        turns = list(history(each, index))
        for day in range(first, first + 120):
            last = max(turn for turn, _ in turns if turn <= day)
            status = dict(turns)[last]
            assert status.schedule == standing(each, index, day, None).schedule


# --- who speaks ----------------------------------------------------------------------------------


def test_an_organisation_is_not_its_member() -> None:
    """What the organisation reports is not its member's word, and a grouping's is."""
    for kind, side in (
        (PartyKind.INTERNATIONAL_ORGANISATION, "assessed"),
        (PartyKind.GROUPING, "declared"),
    ):
        group = Party(
            id="group",
            name="Group",
            kind=kind,
            members=(Membership(party="GB"), Membership(party="NO")),
        )
        kept = promise(reports=(says("not_started", "2024-02-01", "group"),))
        status = Dossier([group, kept]).status("promise")
        assert getattr(status, side) == kept.reports[0]


def test_a_minister_who_may_have_left_may_speak_for_nobody() -> None:
    """In office until 11 March: what was said on 11 or 12 March may be an outsider's denial."""
    office = Office(id="office", title="Minister", party="GB")
    tenure = Tenure(office="office", period="2024-03-02/2024-03-11")
    minister = Minister(id="a-b", name="A. B.", tenures=(tenure,))
    said = says("in_progress", "[2024-03-11..2024-03-12]", "a-b")
    kept = promise(reports=(done("2024-03-07"), said))
    assert verdict(office, minister, kept) == "unknown"


def test_a_minister_speaks_for_a_state_as_long_as_a_source_shows() -> None:
    """Of a tenure whose end nobody told only the time until its source came out is sure."""
    office = Office(id="office", title="Minister", party="GB")
    notice = Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        published="2024-03-05",
    )
    tenure = Tenure(
        office="office",
        period="2024-03-02/",
        citations=(Citation(source="notice"),),
    )
    minister = Minister(id="a-b", name="A. B.", tenures=(tenure,))
    for on, word in (("2024-03-04", "lifted"), ("2024-03-06", "unknown")):
        kept = promise(reports=(says("withdrawn", on, "a-b"),))
        assert verdict(notice, office, minister, kept) == word


def test_what_was_given_up_and_changed_on_one_day_may_be_either() -> None:
    """Nobody can say which of the two came last."""
    torn = promise(
        reports=(
            says("withdrawn", "2024-03-02"),
            says("modified", "2024-03-02"),
        )
    )
    assert verdict(torn) == "unknown"


# --- duties that recur ---------------------------------------------------------------------------


def weekly(
    *reports: Report, id: str = "promise", **given: object
) -> Commitment:
    """Make a duty for each Saturday from 2 March 2024."""
    return promise(
        id,
        due=None,
        runs="2024-03-02/..",
        recurrence="FREQ=WEEKLY",
        reports=reports,
        **given,
    )


@pytest.mark.parametrize(
    ("on", "word"),
    [
        ("2024-02-01", "not_due"),
        ("2024-03-02", "due"),
        ("2024-03-03", "overdue"),
        ("2024-03-05", "unknown"),
        ("2024-03-09", "unknown"),
        ("2024-03-10", "not_due"),
        ("2024-03-16", "due"),
        ("2024-03-17", "overdue"),
    ],
)
def test_a_duty_that_recurs_goes_by_the_last_day_on_which_it_fell_due(
    on: str, word: str
) -> None:
    """Done on 5 March may be the first late or the second in time; then the first is not asked for."""
    assert verdict(weekly(done("2024-03-05")), on=on) == word


def test_a_duty_that_recurs_can_be_given_up() -> None:
    """What was missed before stays missed; what was not yet due never falls due."""
    given_up = says("withdrawn", "2024-03-03")
    assert verdict(weekly(given_up)) == "overdue"
    assert verdict(weekly(done("2024-03-02"), given_up)) == "lifted"
    before = says("withdrawn", "2024-03-01")
    assert verdict(weekly(before)) == "lifted"


def test_a_duty_that_recurs_may_be_conditional_disputed_or_uncountable() -> (
    None
):
    """Each of the rules applies to what recurs as well."""
    condition = Condition(kind=ConditionKind.APPROVAL)
    asked = weekly(done("2024-04-27"), conditions=(condition,))
    assert verdict(asked, on="2024-04-28") == "conditional"
    never = weekly(conditions=(condition,))
    assert verdict(never) == "conditional"
    disputed = weekly(
        done("2024-04-27"), says("in_progress", "2024-04-27", "FR")
    )
    assert verdict(disputed, on="2024-04-28") == "unknown"
    uncountable = promise(due=None, recurrence="FREQ=WEEKLY")
    assert verdict(uncountable) == "unknown"
    ended = promise(
        due=None,
        runs="2024-03-02/2024-03-04",
        recurrence="FREQ=WEEKLY",
        reports=(done("2024-03-02"),),
    )
    assert verdict(ended) == "met_on_time"
    may_be_over = promise(
        due=None, runs="2024-03-02/", recurrence="FREQ=WEEKLY"
    )
    assert verdict(may_be_over) == "unknown"
    empty = promise(
        due=None,
        runs="2024-03-03/2024-03-04",
        recurrence="FREQ=WEEKLY;BYDAY=SA",
    )
    assert verdict(empty) == "no_deadline"
    rare = promise(
        due=None,
        runs="2024-03-02/..",
        recurrence="FREQ=YEARLY;INTERVAL=5",
        reports=(done("2024-03-02"),),
    )
    assert verdict(rare) == "not_due"


def test_each_day_on_which_a_duty_falls_due_has_a_verdict() -> None:
    """Until the next one; what is vague, and when it was given up, leaves one open."""

    def found(*reports: Report, **given: object) -> dict[str, str]:
        status = Dossier([weekly(*reports, **given)]).status(  # type: ignore[arg-type]
            "promise", on="2024-03-20"
        )
        return {
            day.isoformat(): word.value
            for day, word in status.occurrences.items()
        }

    assert found(done("2024-03-01"), done("2024-03-15")) == {
        "2024-03-02": "met_on_time",
        "2024-03-09": "unknown",
        "2024-03-16": "met_on_time",
        "2024-03-23": "not_due",
    }
    vague = done("[2024-03-08..2024-03-12]")
    assert found(vague)["2024-03-09"] == "unknown"
    given_up = says("withdrawn", "[2024-03-09..2024-03-10]")
    assert found(given_up) == {
        "2024-03-02": "overdue",
        "2024-03-09": "unknown",
    }
    both = found(by=("GB", "FR"))
    assert both["2024-03-16"] == "overdue"
    own = Report(
        on="2024-03-15", by="GB", of="GB", status=ReportedStatus.COMPLETED
    )
    assert found(own, by=("GB", "FR"))["2024-03-16"] == "overdue"
    ban = found(kind=CommitmentKind.PROHIBITION)
    assert ban == {}
    once = Dossier([promise()]).status("promise", on=LATER)
    assert once.occurrences == {}
    assert Dossier([weekly()]).status("promise").occurrences == {}


def test_a_minister_is_not_in_and_out_of_office_at_once() -> None:
    """Two reports of one day are both the word of the party or neither, so one after the other counts."""
    office = Office(id="secretary", title="Secretary", party="GB")
    minister = Minister(
        id="minister",
        name="James Cleverly",
        tenures=(Tenure(office="secretary", period="2024-01-01/2024-03-0X"),),
    )
    begun = Report(
        on="2024-03-05", by="minister", status=ReportedStatus.IN_PROGRESS
    )
    kept = promise(reports=(begun, done("2024-03-05", by="minister")))
    assert verdict(office, minister, kept) == "met_on_time"


@pytest.mark.parametrize(
    ("period", "inside", "outside", "possible"),
    [
        ("2024-01-01/2024-03-0X", 5, 7, True),
        ("2024-01-01/2024-03-0X", 7, 5, False),
        ("2024-01-01/2024-03-0X", 5, 5, False),
        ("2024-03-0X/2024-06-01", 7, 5, True),
        ("2024-03-0X/2024-06-01", 5, 7, False),
        ("2024-01-01/2024-03-05?", 7, 5, True),
    ],
)
def test_a_minister_leaves_and_enters_office_as_the_term_allows(
    period: str,
    inside: int,
    outside: int,
    possible: bool,  # noqa: FBT001
) -> None:
    """A term whose end is vague may be over later, but not earlier; one in doubt may be of any days."""
    tenure = Tenure(office="secretary", period=period)
    minister = Minister(id="minister", name="A. B.", tenures=(tenure,))
    office = Office(id="secretary", title="Secretary", party="GB")
    first = datetime.date(2024, 3, 1).toordinal() - 1
    assert (
        may_change_office(
            "minister",
            first + inside,
            first + outside,
            index_of(Dossier([office, minister])),
        )
        is possible
    )


def chained(count: int, *, by: str) -> list[Commitment]:
    """Make promises of which each depends on the next, by its parts or by what fulfils it; the last is done."""
    found = [promise("promise")]
    for number in range(1, count):
        whole = found[-1].id
        link = Link(kind=LinkKind.FULFILS, target=whole)
        found.append(
            promise(f"p{number}", part_of=whole)
            if by == "part"
            else promise(f"p{number}", links=(link,))
        )
    return [*found[:-1], evolve(found[-1], reports=(done("2024-03-05"),))]


@pytest.mark.parametrize("by", ["part", "link"])
def test_of_what_is_far_behind_nothing_is_known(by: str) -> None:
    """What depends on thirty others in a row is judged; of longer chains the verdict is unknown."""
    assert verdict(*chained(31, by=by)) == "met_on_time"
    assert verdict(*chained(400, by=by)) == "unknown"


def test_promises_that_depend_on_each_other_in_many_ways_are_judged() -> None:
    """There are a million ways from the first to the last, and not all of them are gone."""
    rows = [[promise("promise")]]
    for row in range(20):
        targets = [each.id for each in rows[-1]]
        links = tuple(
            Link(kind=LinkKind.FULFILS, target=each) for each in targets
        )
        rows.append(
            [promise(f"p{row}-{side}", links=links) for side in range(2)]
        )
    records = [each for row in rows for each in row]
    assert verdict(*records) == "unknown"
    assert verdict(*records[:7]) == "overdue"
