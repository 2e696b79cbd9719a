"""Why a verdict is what it is: the rule that applied, and all that bears on it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Agreement,
    Anchor,
    AnchorDate,
    Citation,
    Commitment,
    CommitmentKind,
    Condition,
    ConditionKind,
    Dossier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Period,
    Record,
    Report,
    ReportedStatus,
    Schedule,
    Truth,
)
from entente.answers import DutyDays, Explanation, Ground, Remark
from entente.answers._remarks import Why
from entente.errors import QueryError
from entente.strategies import dossiers
from law_helpers import LAW
from promises import AUTHORS, DAYS, REPORTS, STATES, promise, report

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO

ON = "2024-06-15"


def why(
    *records: Record,
    on: str = ON,
    known: str | None = None,
    of: str | None = None,
) -> Explanation:
    """Explain the verdict on the promise among some records."""
    dossier = Dossier([*AUTHORS, *records])
    return dossier.status("promise", on=on, as_known=known, of=of).explain()


def grounds(explanation: Explanation, kind: str) -> list[Ground]:
    """Return the grounds of a kind."""
    return [each for each in explanation.grounds if each.kind == kind]


def weights(
    explanation: Explanation, kind: str
) -> list[tuple[Truth, str | None]]:
    """Return whether each ground of a kind is taken into account, and why not."""
    return [(each.taken, each.why) for each in grounds(explanation, kind)]


def lines(explanation: Explanation) -> list[str]:
    """Return the lines of an explanation."""
    return str(explanation).splitlines()


# --- the text ----------------------------------------------------------------------------------


def test_an_explanation_is_a_text() -> None:
    """It says what the verdict is, why, what bears on it, and when it would change."""
    explanation = why(
        promise(report("2024-05-02", "in_progress"), due="2024-12"),
        known="2024-06-20",
    )
    assert lines(explanation) == [
        "promise on 15 June 2024, as known on 20 June 2024: not due",
        "  because its time has not begun",
        "  deadline: December 2024",
        "  report: in progress, 2 May 2024, declared by GB",
        "  from 1 December 2024 on the verdict would be due",
    ]


def test_what_bears_on_it_is_cited_once() -> None:
    """A passage that a record cites for several fields is named once."""
    cited = (
        Citation(source="audit", lines="4-6"),
        Citation(source="audit", lines="4-6", note="the date"),
        Citation(source="joint-statement", paragraphs="7"),
        Citation(source="joint-statement"),
    )
    explanation = why(evolve(promise(due="2024-12"), citations=cited))
    assert explanation.grounds[0].citations == cited
    assert (
        lines(explanation)[2]
        == "  deadline: December 2024 [audit, lines 4-6; joint-statement, paragraph 7; joint-statement]"
    )


def test_what_vague_dates_leave_open_is_listed() -> None:
    """If a verdict depends on vague dates, it says what it may be and why."""
    explanation = why(
        promise(report("2024-05", "completed"), due="2024-05-10")
    )
    assert lines(explanation) == [
        "promise on 15 June 2024: unknown",
        "  because it depends on how vague dates turn out, or on whom a report means",
        "  perhaps it was done by the last day of its time",
        "  perhaps it was done after the last day of its time",
        "  so the verdict may be met on time or met late",
        "  deadline: 10 May 2024",
        "  report: completed, May 2024, declared by GB",
    ]
    assert [each.value for each in explanation.possible] == [
        "met_on_time",
        "met_late",
    ]


def test_several_rules_may_give_one_verdict() -> None:
    """Where different rules come to the same verdict, each is named."""
    explanation = why(
        promise(
            report("2024-05-02", "completed"),
            report("2024-05", "in_progress", "watchdog"),
            due="2023~",
        )
    )
    assert lines(explanation)[:3] == [
        "promise on 15 June 2024: unknown",
        "  because one says that it is done, and another that it is not",
        "  or because it is done, and nobody can say by when it was due",
    ]
    assert explanation.possible == ()


def test_without_a_day_there_is_no_verdict_to_explain() -> None:
    """A status for which no day was asked has no verdict, and nothing to explain."""
    status = Dossier([promise()]).status("promise")
    with pytest.raises(QueryError) as caught:
        status.explain()
    assert (
        str(caught.value)
        == "there is no verdict to explain without a day; ask for the status `on` one"
    )


# --- deadlines ---------------------------------------------------------------------------------


def test_a_deadline_is_a_ground() -> None:
    """A deadline is printed with the words of its source."""
    spring = Period("2024-21", stated="in the spring")
    explanation = why(evolve(promise(), due=spring))
    assert explanation.grounds == (
        Ground(
            kind="deadline",
            text="spring 2024 (“in the spring”)",
            taken=YES,
            date=spring,
        ),
    )


TREATY = Agreement(
    id="treaty", name="Treaty", parties=("GB", "FR"), in_force="2024-01-15"
)
SIX_MONTHS_AFTER = Anchor(
    record="treaty", date=AnchorDate.IN_FORCE, after="P6M"
)


def test_a_deadline_may_be_counted_from_another_record() -> None:
    """It says from what it is counted, and names that record."""
    explanation = why(TREATY, evolve(promise(), due_from=SIX_MONTHS_AFTER))
    assert explanation.grounds == (
        Ground(
            kind="deadline",
            text="15 July 2024 (6 months after the entry into force of treaty)",
            taken=YES,
            date=Period("2024-07-15"),
            of=SIX_MONTHS_AFTER,
            record="treaty",
        ),
    )


def test_a_deadline_may_wait_for_a_date() -> None:
    """If the record from which it is counted has no date, it says so."""
    explanation = why(
        evolve(TREATY, in_force=None),
        evolve(promise(), due_from=SIX_MONTHS_AFTER),
    )
    assert [each.text for each in explanation.grounds] == [
        "6 months after the entry into force of treaty, which waits for a date that is not on record"
    ]


def moved(
    *reports: Report, on: str = ON, due: str | None = "2024-05"
) -> list[str]:
    """Return the deadlines of a promise for May 2024, as they are printed."""
    explanation = why(promise(*reports, due=due), on=on)
    return [str(each) for each in grounds(explanation, "deadline")]


def test_moved_deadlines_are_listed_with_the_one_in_force() -> None:
    """Each deadline that was set is a ground, and one is in force."""
    first = report("2024-03-01", "modified", due="2024-08")
    second = report("2024-07-01", "modified", due="2024-12")
    assert moved(first, second) == [
        "deadline: May 2024 (moved)",
        "deadline: August 2024 (in force)",
    ]
    assert moved(second, first, on="2024-07-01") == [
        "deadline: May 2024 (moved)",
        "deadline: August 2024 (moved)",
        "deadline: December 2024 (in force)",
    ]


def test_a_deadline_that_is_over_is_not_moved() -> None:
    """What was set after the deadline was over is shown as set too late, by the report too."""
    late = report("2024-06-01", "modified", due="2024-12")
    assert moved(late) == [
        "deadline: May 2024 (in force)",
        "deadline: December 2024 (set too late)",
    ]
    assert weights(why(promise(late, due="2024-05")), "report") == [
        (YES, "the deadline before it was over, and stays")
    ]


def test_what_is_done_was_due_by_the_deadline_of_that_day() -> None:
    """A deadline that was set after it was done does not count."""
    done = report("2024-05-10", "completed")
    after = report("2024-05-20", "modified", due="2024-04")
    assert moved(done, after) == [
        "deadline: May 2024 (in force)",
        "deadline: April 2024 (set after it was done)",
    ]


def test_vague_dates_may_leave_open_which_deadline_is_in_force() -> None:
    """A deadline that was moved in a month of which nothing more is known may be in force or not."""
    assert moved(
        report("2024-06", "modified", due="2024-12"), due="2024-08"
    ) == [
        "deadline: August 2024 (perhaps in force)",
        "deadline: December 2024 (perhaps in force)",
    ]


def test_too_many_vague_dates_leave_every_deadline_open() -> None:
    """If the ways in which dates may turn out are too many to try, any deadline may be in force."""
    many = [
        report(f"{year}~", "modified", due=f"{year + 10}")
        for year in range(2018, 2026)
    ]
    explanation = why(promise(*many, due="2030"))
    assert lines(explanation)[:2] == [
        "promise on 15 June 2024: unknown",
        "  because its dates may turn out in too many ways to try",
    ]
    assert {each.taken for each in grounds(explanation, "deadline")} == {MAYBE}


def test_without_a_deadline_none_is_named() -> None:
    """A promise without a deadline has no ground of that kind, until one is set."""
    assert moved(due=None) == []
    set_later = report("2024-05-01", "modified", due="2024-12")
    assert moved(set_later, due=None) == ["deadline: December 2024"]


# --- the time for which it runs, and the rule by which it recurs -------------------------------


def test_the_time_for_which_it_runs_is_a_ground() -> None:
    """Without a deadline, the time for which a promise runs decides."""
    explanation = why(evolve(promise(), runs="2024-01/2024-09-30"))
    assert lines(explanation) == [
        "promise on 15 June 2024: running",
        "  because the time for which it runs has begun, and is not over",
        "  runs: from January 2024 to 30 September 2024",
        "  from 1 October 2024 on the verdict would be over",
    ]


@pytest.mark.parametrize(
    ("kind", "due", "weight"),
    [
        (CommitmentKind.ACTION, "2024-08", (NO, "it has a deadline")),
        (CommitmentKind.ACTION, "[2024-08..]", (YES, None)),
        (CommitmentKind.PROHIBITION, "2024-08", (YES, None)),
    ],
)
def test_a_deadline_goes_before_the_time_for_which_it_runs(
    kind: CommitmentKind, due: str, weight: tuple[Truth, str | None]
) -> None:
    """With a deadline that has a last day, that time decides nothing, but for a prohibition."""
    explanation = why(
        evolve(promise(due=due), kind=kind, runs="2024-01/2024-09")
    )
    assert weights(explanation, "runs") == [weight]


def test_the_time_for_which_it_runs_may_be_counted_too() -> None:
    """It names the record from which it is counted."""
    explanation = why(
        TREATY,
        evolve(promise(), runs_from=Anchor(record="treaty"), duration="P1Y"),
    )
    (runs,) = grounds(explanation, "runs")
    assert (runs.text, runs.record) == (
        "from 15 January 2024 to 14 January 2025 (from treaty)",
        "treaty",
    )


def test_a_rule_is_a_ground_with_the_days_around() -> None:
    """A duty that recurs shows its rule, when it was last due, and when it is due next."""
    duty = evolve(
        promise(due="2024"), runs="2023-03-01/..", recurrence="FREQ=YEARLY"
    )
    assert lines(why(duty)) == [
        "promise on 15 June 2024: overdue",
        "  because its time is over, and nobody reports it done",
        "  deadline: 2024 (its rule says when it is due)",
        "  runs: from 1 March 2023, without end",
        "  recurrence: every year, last due on 1 March 2024, next due on 1 March 2025",
    ]


def test_a_rule_that_cannot_be_counted_stands_alone() -> None:
    """A duty that begins on no definite day shows its rule without days."""
    assert lines(why(evolve(promise(), recurrence="FREQ=YEARLY"))) == [
        "promise on 15 June 2024: unknown",
        "  because its days cannot be counted, since it begins on no definite day",
        "  recurrence: every year",
    ]


# --- reports -----------------------------------------------------------------------------------

DAY = "2024-05-20"


@pytest.mark.parametrize(
    ("given", "known", "weight"),
    [
        (report(DAY, "in_progress"), None, (YES, None)),
        (report("2024-07", "completed"), None, (NO, "it is of a later day")),
        (
            report("2024-06", "in_progress"),
            None,
            (MAYBE, "it may be of a later day"),
        ),
        (
            report(DAY, "in_progress", known="2024-07-01"),
            "2024-06-30",
            (NO, "it was not known yet"),
        ),
        (
            report(DAY, "in_progress", known="2024-07-01"),
            "2024-07-01",
            (YES, None),
        ),
        (
            report(DAY, "in_progress", known="2024-06"),
            "2024-06-20",
            (MAYBE, "it may not have been known yet"),
        ),
        # It was not known before it was so.
        (
            report(DAY, "in_progress", known="2024"),
            "2024-05-19",
            (NO, "it was not known yet"),
        ),
        # Its dates contradict each other.
        (
            report(DAY, "in_progress", known="2024-04"),
            "2024-05-01",
            (YES, None),
        ),
        (
            report(DAY, "withdrawn", "FR"),
            None,
            (NO, "only those who promised can give it up"),
        ),
        (
            report(DAY, "superseded", "FR"),
            None,
            (NO, "only those who promised can replace it"),
        ),
        (
            report(DAY, "modified", "FR", due="2024-12"),
            None,
            (NO, "only those who promised can change it"),
        ),
        (
            report(DAY, "in_progress", "FR", due="2024-12"),
            None,
            (YES, "only those who promised can move the deadline"),
        ),
        (report(DAY, "in_progress", due="2024-12"), None, (YES, None)),
    ],
    ids=str,
)
def test_a_report_is_taken_into_account_or_set_aside(
    given: Report, known: str | None, weight: tuple[Truth, str | None]
) -> None:
    """Each report says whether it counts, and if it does not, why."""
    explanation = why(promise(given, due="2024-08"), known=known)
    assert weights(explanation, "report") == [weight]


def test_a_report_says_whose_it_is_and_what_it_sets() -> None:
    """Its line has the status, the day, the author, the party judged, the new deadline, and since when it is known."""
    given = report(
        DAY, "in_progress", "FR", due="2024-12", of="GB", known="2024-06"
    )
    (ground,) = grounds(why(promise(given)), "report")
    assert (
        str(ground)
        == "report: in progress, 20 May 2024, assessed by FR, about GB, new deadline: December 2024,"
        " known since June 2024 (only those who promised can move the deadline)"
    )


@pytest.mark.parametrize(
    ("status", "due", "weight"),
    [
        ("withdrawn", None, (MAYBE, "cleverly may have left office by then")),
        ("in_progress", None, (YES, None)),
        (
            "in_progress",
            "2024-12",
            (YES, "cleverly may have left office by then"),
        ),
    ],
)
def test_a_minister_may_have_left_office(
    status: str, due: str | None, weight: tuple[Truth, str | None]
) -> None:
    """What only those who promised can do is in doubt if the minister may not have been in office."""
    given = report("2024-07", status, "cleverly", due=due)
    explanation = why(promise(given, due="2024-08"), on="2024-08-01")
    assert weights(explanation, "report") == [weight]
    if due is not None:
        assert weights(explanation, "deadline") == [
            (MAYBE, "perhaps in force"),
            (MAYBE, "perhaps in force"),
        ]


BOTH = ("GB", "FR")


def test_what_one_of_several_did_may_be_meant_of_both() -> None:
    """A completion by one of two promisors may be that of the other, which is said."""
    both = promise(report(DAY, "completed"), due="2024-05", by=BOTH)
    assert weights(why(both, of="FR"), "report") == [
        (MAYBE, "it does not say whether FR has done it")
    ]
    assert weights(why(both, of="GB"), "report") == [(YES, None)]


def test_a_report_on_one_alone_outweighs_one_on_all() -> None:
    """That all are on their way says nothing of one on whom there is a report, but that all are done does."""
    on_all = report("2024-05-25", "in_progress", "watchdog")
    on_one = report(DAY, "completed", "watchdog", of="FR")
    both = promise(on_all, on_one, due="2024-05", by=BOTH)
    assert weights(why(both, of="FR"), "report") == [
        (NO, "there is a report on FR alone"),
        (YES, None),
    ]
    assert weights(why(both, of="GB"), "report") == [(YES, None)]
    vague = promise(on_all, evolve(on_one, on="2024-06"), by=BOTH)
    assert weights(why(vague, of="FR"), "report") == [
        (MAYBE, "there may be a report on FR alone"),
        (MAYBE, "it may be of a later day"),
    ]
    minister = report("2024-07", "in_progress", "cleverly")
    in_office = promise(on_all, minister, by=BOTH)
    assert weights(why(in_office, of="GB", on="2024-08-01"), "report") == [
        (MAYBE, "there may be a report on GB alone"),
        (YES, None),
    ]
    done = promise(
        evolve(on_all, status=ReportedStatus.COMPLETED), on_one, by=BOTH
    )
    assert weights(why(done, of="FR"), "report") == [(YES, None), (YES, None)]


# --- conditions and other records --------------------------------------------------------------

VOTE = Meeting(
    id="vote", name="Vote", when="2024-05-20", state=MeetingState.HELD
)
OTHER = Commitment(id="other", summary="Do more.", by=("GB",), due="2024-05")


def waiting(waits_for: str | None = None) -> Commitment:
    """Return a promise that waits for a record, or for an approval without one."""
    kind = ConditionKind.APPROVAL if waits_for is None else None
    condition = Condition(
        kind=kind,
        waits_for=waits_for,
        citations=(Citation(source="audit"),),
    )
    return evolve(promise(), conditions=(condition,))


@pytest.mark.parametrize(
    ("record", "known", "weight"),
    [
        (VOTE, None, (YES, "it is met")),
        (VOTE, "2024-05-19", (NO, "it was not known yet")),
        (evolve(VOTE, when="2024-07-01"), None, (NO, "it is of a later day")),
        (
            evolve(VOTE, when="2024-06"),
            None,
            (MAYBE, "it may be of a later day"),
        ),
        (
            evolve(VOTE, when="2024-06"),
            "2024-06-05",
            (MAYBE, "it may be of a later day"),
        ),
        (
            evolve(VOTE, when="2024-05"),
            "2024-05-05",
            (MAYBE, "it may not have been known yet"),
        ),
        (evolve(VOTE, when=None), None, (MAYBE, "its day is not known")),
        (
            evolve(VOTE, state=MeetingState.PLANNED),
            None,
            (NO, "it is planned"),
        ),
        (evolve(OTHER, id="vote"), None, (NO, "that is not done")),
        (
            evolve(OTHER, id="vote", reports=(report(DAY, "completed"),)),
            None,
            (YES, "it is met"),
        ),
        (
            evolve(
                OTHER, id="vote", reports=(report("2024-06", "completed"),)
            ),
            None,
            (MAYBE, "that may not be done"),
        ),
    ],
)
def test_a_condition_has_come_or_not(
    record: Record, known: str | None, weight: tuple[Truth, str | None]
) -> None:
    """A condition is met once what it waits for has come, and says so."""
    explanation = why(waiting("vote"), record, known=known)
    assert weights(explanation, "condition") == [weight]
    assert grounds(explanation, "condition")[0].record == "vote"


def test_a_condition_may_wait_for_no_record() -> None:
    """Nothing on record shows that such a condition is met."""
    assert lines(why(waiting())) == [
        "promise on 15 June 2024: conditional",
        "  because what it depends on has not come, as far as the record shows",
        "  condition: subject to approval (no record would show that it is met) [audit]",
    ]


def linked(record: Record, kind: LinkKind) -> Record:
    """Return a record that does something to the promise."""
    link = Link(kind=kind, target="promise")
    return evolve(record, links=(link,), citations=(Citation(source="audit"),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (linked(VOTE, LinkKind.FULFILS), "record: vote fulfils it [audit]"),
        (
            linked(OTHER, LinkKind.FULFILS),
            "record: other fulfils it (that is not done) [audit]",
        ),
        (
            linked(evolve(OTHER, made=DAY), LinkKind.SUPERSEDES),
            "record: other supersedes it [audit]",
        ),
        (
            linked(OTHER, LinkKind.SUPERSEDES),
            "record: other supersedes it (its day is not known) [audit]",
        ),
        (
            evolve(OTHER, part_of="promise"),
            "record: other is a part of it (that is not done)",
        ),
    ],
)
def test_another_record_is_a_ground(record: Record, text: str) -> None:
    """What fulfils a promise, supersedes it or is a part of it is named with its id."""
    (ground,) = grounds(why(promise(), record), "record")
    assert (str(ground), ground.record) == (text, record.id)


# --- the same as values ------------------------------------------------------------------------


def test_a_report_is_there_with_its_side() -> None:
    """The ground of a report holds it, and says for which side it was read."""
    own, other = report(DAY, "in_progress"), report(DAY, "completed", "FR")
    found = grounds(why(promise(own, other)), "report")
    assert [(each.of, each.side) for each in found] == [
        (own, "declared"),
        (other, "assessed"),
    ]


def test_a_remark_names_who_is_meant_apart() -> None:
    """The sentence has a place for a name, and the id is beside it."""
    on_all = report(DAY, "in_progress", "watchdog")
    on_one = report(DAY, "completed", "watchdog", of="GB")
    both = promise(on_all, on_one, due="2024-05", by=BOTH)
    found = grounds(why(both).by_party["GB"], "report")
    assert found[0].remark == Remark(Why.ONE_ALONE, "GB")
    assert found[0].why == "there is a report on GB alone"
    assert found[1].remark is None


def test_a_moved_deadline_is_a_date() -> None:
    """The ground of a deadline holds the date, whoever set it."""
    moving = report("2024-03-01", "modified", due="2024-08")
    found = grounds(why(promise(moving, due="2024-05")), "deadline")
    assert [each.date for each in found] == [
        Period("2024-05"),
        Period("2024-08"),
    ]


def test_a_deadline_in_words_only_is_a_date_in_words() -> None:
    """What is not before the day of the promise in a verdict has the source's words alone."""
    promptly = Period(stated="promptly")
    explanation = why(evolve(promise(), made="2024-01-01", due=promptly))
    assert explanation.grounds[0].date == promptly


def test_what_waits_for_a_date_has_none() -> None:
    """It holds what it is counted from, once the record of that has no date."""
    explanation = why(
        evolve(TREATY, in_force=None),
        evolve(promise(), due_from=SIX_MONTHS_AFTER),
    )
    (ground,) = explanation.grounds
    assert (ground.date, ground.of) == (None, SIX_MONTHS_AFTER)


def test_the_time_for_which_it_runs_is_a_date() -> None:
    """It holds the time as it was worked out, and what that is counted from."""
    anchor = Anchor(record="treaty")
    explanation = why(
        TREATY, evolve(promise(), runs_from=anchor, duration="P1Y")
    )
    (ground,) = grounds(explanation, "runs")
    assert ground.date == Period("2024-01-15/2025-01-14")
    assert ground.of == anchor


def test_a_duty_has_its_days() -> None:
    """The ground of a rule holds the days before and after; without a definite day, none."""
    yearly = evolve(promise(), recurrence="FREQ=YEARLY")
    (ground,) = grounds(
        why(evolve(yearly, runs="2023-03-01/..")), "recurrence"
    )
    assert ground.of == DutyDays(
        rule="FREQ=YEARLY",
        last=datetime.date(2024, 3, 1),
        next=datetime.date(2025, 3, 1),
    )
    (ground,) = grounds(why(yearly), "recurrence")
    assert ground.of == DutyDays(rule="FREQ=YEARLY", last=None, next=None)


def test_a_condition_is_there() -> None:
    """The ground of a condition holds it."""
    (ground,) = grounds(why(waiting()), "condition")
    assert ground.of == waiting().conditions[0]


@pytest.mark.parametrize(
    ("record", "does"),
    [
        (linked(VOTE, LinkKind.FULFILS), LinkKind.FULFILS),
        (linked(OTHER, LinkKind.SUPERSEDES), LinkKind.SUPERSEDES),
        (evolve(OTHER, part_of="promise"), None),
    ],
)
def test_another_record_has_a_word_for_what_it_does(
    record: Record, does: LinkKind | None
) -> None:
    """The ground of a record says by which link it bears on the promise; a part has none."""
    (ground,) = grounds(why(promise(), record), "record")
    assert ground.of is does


# --- several who promised ----------------------------------------------------------------------


def test_what_is_so_of_all_in_the_same_way_is_said_once() -> None:
    """Where nothing tells the promisors apart, the explanation is that of one."""
    done = linked(VOTE, LinkKind.FULFILS)
    explanation = why(promise(due="2024-05", by=BOTH), done)
    assert lines(explanation) == [
        "promise on 15 June 2024: met on time",
        "  because it was done by the last day of its time",
        "  deadline: May 2024",
        "  record: vote fulfils it [audit]",
    ]
    assert list(explanation.by_party) == ["GB", "FR"]
    assert explanation.by_party["FR"].grounds == explanation.grounds


def test_nothing_is_said_by_party_of_what_nobody_reports() -> None:
    """Without reports and links all promisors stand alike, and there is one explanation."""
    explanation = why(promise(due="2024-05", by=BOTH))
    assert (explanation.party, explanation.by_party) == (None, {})
    assert lines(explanation)[0] == "promise on 15 June 2024: overdue"


SPLIT = promise(
    report("2024-05-02", "completed", of="GB"),
    report("2024-06-10", "in_progress", of="FR"),
    due="2024-06",
    by=BOTH,
)


def test_each_of_several_has_an_explanation() -> None:
    """The verdict on all is that of some of them, and each is explained below."""
    assert lines(why(SPLIT)) == [
        "promise on 15 June 2024: due",
        "  because that is so of FR",
        "  from 1 July 2024 on the verdict would be overdue",
        "  for GB: met on time",
        "    because it was done by the last day of its time",
        "    deadline: June 2024",
        "    report: completed, 2 May 2024, declared by GB, about GB",
        "  for FR: due",
        "    because there is still time",
        "    deadline: June 2024",
        "    report: in progress, 10 June 2024, assessed by GB, about FR",
        "    from 1 July 2024 on the verdict would be overdue",
    ]


def test_all_or_some_share_the_verdict() -> None:
    """The reason names those of whom the verdict on all is true."""
    by_two = evolve(SPLIT, by=("GB", "FR", "DE"))
    assert why(by_two).reasons == ("that is so of FR and DE",)
    apart = evolve(SPLIT, reports=SPLIT.reports[1:])
    assert why(apart).reasons == ("that is so of all who promised",)


def test_one_of_several_can_be_asked_about() -> None:
    """With `of` the explanation is that of one party, which it names; so has `by_party`."""
    explanation = why(SPLIT, of="FR")
    assert lines(explanation)[0] == "promise for FR on 15 June 2024: due"
    status = Dossier([*AUTHORS, SPLIT]).status("promise", on=ON)
    assert status.by_party["FR"].explain() == explanation
    assert status.explain().by_party["FR"] == explanation


# --- laws --------------------------------------------------------------------------------------

PROMISES = st.builds(
    lambda by, due, reports: promise(*reports, due=due, by=tuple(by)),
    st.lists(STATES, min_size=1, max_size=3, unique=True),
    st.sampled_from(
        [None, "2024", "2024-06", "2024?", "2024~", "[..2024-05]"]
    ),
    st.lists(REPORTS, max_size=3),
)


def same_until_it_changes(
    dossier: Dossier,
    commitment: Commitment,
    explanation: Explanation,
    days: Sequence[datetime.date],
) -> None:
    """Check that a verdict holds until the day on which it is said to change, and then is another."""

    def verdict(on: datetime.date) -> Schedule | None:
        return dossier.status(
            commitment.id, on=on, as_known=explanation.as_known
        ).schedule

    change = explanation.changes_on
    for day in days:
        if day > explanation.on and (change is None or day < change):
            assert verdict(day) is explanation.schedule
    if change is not None:
        assert change > explanation.on
        assert verdict(change - datetime.timedelta(1)) is explanation.schedule
        assert verdict(change) is explanation.changes_to
        assert explanation.changes_to is not explanation.schedule


@LAW
@given(PROMISES, DAYS, st.none() | DAYS, st.lists(DAYS, max_size=8))
def test_a_verdict_holds_until_it_changes(
    commitment: Commitment,
    on: datetime.date,
    known: datetime.date | None,
    days: list[datetime.date],
) -> None:
    """A verdict is the same on every day before `changes_on`, and is `changes_to` on that day."""
    dossier = Dossier([*AUTHORS, commitment])
    status = dossier.status("promise", on=on, as_known=known)
    explanation = status.explain()
    assert explanation.schedule is status.schedule
    assert explanation.reasons
    same_until_it_changes(dossier, commitment, explanation, days)


@LAW
@given(dossiers(), DAYS, st.none() | DAYS, st.lists(DAYS, max_size=4))
def test_every_promise_is_explained(
    dossier: Dossier,
    on: datetime.date,
    known: datetime.date | None,
    days: list[datetime.date],
) -> None:
    """Every explanation has the verdict of its status, also with conditions, links and parts."""
    recurs = any(each.recurrence for each in dossier.commitments)
    for commitment in dossier.commitments:
        status = dossier.status(commitment.id, on=on, as_known=known)
        explanation = status.explain()
        assert explanation.schedule is status.schedule
        assert str(explanation).startswith(
            f"{commitment.id} on {Period(on).words()}"
        )
        for party, one in status.by_party.items():
            assert one.explain().schedule is one.schedule
            if explanation.by_party:
                assert one.explain() == explanation.by_party[party]
        if not recurs:
            same_until_it_changes(dossier, commitment, explanation, days)
