"""Timelines show vague dates as vague, and leave no record out."""

from __future__ import annotations

import datetime
import math
import re
from typing import Any

import pytest

import entente
from entente import (
    Agreement,
    Commitment,
    Dossier,
    Meeting,
    MeetingState,
    Party,
    PartyKind,
    Record,
    Report,
    ReportedStatus,
    views,
)
from entente.errors import PeriodError, QueryError
from entente.views import View
from entente.views._marks import point


def promise(id: str = "promise", **fields: Any) -> Commitment:
    """Make a commitment of France."""
    return Commitment(id=id, summary=f"Keep {id}.", by=("FR",), **fields)


def meeting(
    when: str | None, state: MeetingState = MeetingState.HELD
) -> Meeting:
    """Make a meeting."""
    return Meeting(id="talks", name="Talks", state=state, when=when)


def report(
    on: str,
    by: str = "FR",
    status: ReportedStatus = ReportedStatus.IN_PROGRESS,
    **fields: Any,
) -> Report:
    """Make a report."""
    return Report(on=on, by=by, status=status, **fields)


def timeline_of(
    *records: Record, on: str | None = None, known: str | None = None
) -> View:
    """Return the timeline of records, with a watchdog that is a party to none."""
    watchdog = Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY)
    return views.timeline(Dossier([*records, watchdog]), on=on, as_known=known)


def marks_in(view: View, row: int = 0) -> list[str]:
    """Describe the marks of a row: kind, days, hollow or not, and text."""
    return [
        " ".join(
            filter(
                None,
                (
                    mark.kind,
                    "..".join(
                        dict.fromkeys(
                            _day(place) for place in (mark.start, mark.end)
                        )
                    ),
                    "hollow" if mark.hollow else "",
                    mark.text,
                ),
            )
        )
        for mark in view.rows[row].marks
    ]


def _day(place: float) -> str:
    return (
        str(place)
        if math.isinf(place)
        else datetime.date.fromordinal(int(place)).isoformat()
    )


@pytest.mark.parametrize(
    ("when", "marks"),
    [
        ("2024-03-04", ["meeting 2024-03-04"]),
        ("2024-03-04?", ["meeting 2024-03-04 hollow ?"]),
        (
            "2024-21",
            [
                "possible 2024-03-01..2024-06-01",
                "meeting 2024-03-01 hollow",
                "meeting 2024-05-31 hollow",
            ],
        ),
        (
            "2023~",
            [
                "possible 2023-01-01..2024-01-01",
                "meeting 2023-01-01 hollow",
                "meeting 2023-12-31 hollow ~",
            ],
        ),
        (
            "2024-03-04/2024-03-05",
            ["certain 2024-03-04..2024-03-06", "meeting 2024-03-04"],
        ),
    ],
)
def test_a_meeting_is_a_point_or_a_pale_bar(
    when: str, marks: list[str]
) -> None:
    """One unknown day among several is a bar between two hollow points."""
    assert marks_in(timeline_of(meeting(when))) == marks


@pytest.mark.parametrize(
    ("runs", "marks"),
    [
        ("2024-01-30", ["certain 2024-01-30..2024-01-31"]),
        ("2024", ["possible 2024-01-01..2025-01-01"]),
        (
            "2023/2025",
            [
                "possible 2023-01-01..2026-01-01",
                "certain 2023-12-31..2025-01-02",
            ],
        ),
        ("2024-05/2024-05", ["possible 2024-05-01..2024-06-01"]),
        (
            "2023-05/..",
            [
                "possible 2023-05-01..inf",
                "certain 2023-05-31..inf",
                "goes on inf",
            ],
        ),
        ("../2024-12-31", ["certain -inf..2025-01-01", "goes back -inf"]),
        ("2024-01-01/", ["possible 2024-01-01..inf", "unknown inf"]),
        ("/2024-01-01", ["possible -inf..2024-01-02", "unknown -inf"]),
        ("2023?/2025", ["possible 2023-01-01..2026-01-01 ?"]),
        ("2023/2025~", ["possible 2023-01-01..2026-01-01 ~"]),
        ("2023%/..", ["possible 2023-01-01..inf ?~", "goes on inf"]),
    ],
)
def test_a_span_is_solid_where_its_days_are_certain(
    runs: str, marks: list[str]
) -> None:
    """Possible days are pale, open ends are arrows, unknown ends question marks."""
    assert marks_in(timeline_of(promise(runs=runs))) == marks


@pytest.mark.parametrize(
    ("due", "marks"),
    [
        ("2024-05-31", ["due 2024-05-31"]),
        ("2024-21", ["due time 2024-03-01..2024-06-01", "due 2024-05-31"]),
        (
            "2024?",
            ["due time 2024-01-01..2025-01-01", "due 2024-12-31 hollow ?"],
        ),
        (
            "[2025-05-14..2025-08-12]",
            ["due time 2025-05-14..2025-08-13", "due 2025-08-12"],
        ),
        ("[..2024-12-31]", ["due by 2024-12-31"]),
        ("[..2024]", ["due time 2024-01-01..2025-01-01", "due by 2024-12-31"]),
        ("[2024..]", ["due time 2024-01-01..inf", "goes on inf"]),
    ],
)
def test_a_deadline_is_a_point_at_its_last_day(
    due: str, marks: list[str]
) -> None:
    """A longer deadline is a bar too, and one without a start has an arrow."""
    assert marks_in(timeline_of(promise(due=due))) == marks


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (MeetingState.HELD, "meeting 2024-03-04"),
        (MeetingState.PLANNED, "meeting 2024-03-04 hollow"),
        (MeetingState.PROPOSED, "meeting 2024-03-04 hollow"),
        (MeetingState.CANCELLED, "cancelled 2024-03-04"),
    ],
)
def test_a_meeting_that_was_not_held_is_hollow_or_crossed_out(
    state: MeetingState, mark: str
) -> None:
    """Plans are hollow, and cancelled meetings have a kind of their own."""
    view = timeline_of(meeting("2024-03-04", state))
    assert marks_in(view) == [mark]
    assert view.rows[0].aside == state.value


def test_each_step_of_an_agreement_is_drawn() -> None:
    """Steps before the signature are hollow; the state is that of the day."""
    deal = Agreement(
        id="deal",
        name="Deal",
        sought="2022-01-01",
        signed="2023-01-01",
        in_force="2024-01-01/..",
    )
    view = timeline_of(deal, on="2023-06-01")
    assert marks_in(view) == [
        "agreement 2022-01-01 hollow",
        "agreement 2023-01-01",
        "certain 2024-01-01..inf",
        "goes on inf",
        "agreement 2024-01-01",
    ]
    assert view.rows[0].aside == "signed"
    assert dict(view.rows[0].facts)["when"] == (
        "sought 1 January 2022, signed 1 January 2023,"
        " in force from 1 January 2024, without end"
    )


def test_before_its_first_step_the_state_of_an_agreement_is_unknown() -> None:
    """The summary reads 'state unknown', since a bare 'unknown' is ambiguous."""
    assert (
        timeline_of(
            Agreement(id="deal", name="Deal", signed="2023"), on="2022-06-01"
        )
        .rows[0]
        .aside
        == "state unknown"
    )


def test_without_a_day_an_agreement_shows_its_last_step() -> None:
    """Without a day there is no state."""
    view = timeline_of(
        Agreement(
            id="deal", name="Deal", sought="2022-01-01", in_force="2024-01-01"
        )
    )
    assert view.rows[0].aside == "in force"
    assert dict(view.rows[0].facts)["state"] == ""


def test_declared_and_assessed_reports_have_their_own_marks() -> None:
    """Every report is drawn, and the latest of each side is a fact."""
    reports = (
        report("2024-01-01"),
        report("2024-02-01", status=ReportedStatus.COMPLETED),
        report("2024-03-01", by="watchdog", status=ReportedStatus.NO_EVIDENCE),
    )
    view = timeline_of(promise(made="2023-12-01", reports=reports))
    assert marks_in(view)[1:] == [
        "declared 2024-01-01",
        "declared 2024-02-01",
        "assessed 2024-03-01",
    ]
    facts = dict(view.rows[0].facts)
    assert (facts["declared"], facts["assessed"]) == (
        "completed 1 February 2024",
        "no evidence 1 March 2024",
    )
    assert view.rows[0].aside == "declared completed, assessed no evidence"


def test_reports_after_the_day_are_not_drawn() -> None:
    """Nor are reports that were known only after the other day."""
    reports = (
        report("2024-01-01"),
        report("2024-02-01"),
        report("2024-01-02", known="2024-06-01"),
    )
    asked = promise(made="2023-12-01", reports=reports)
    assert marks_in(timeline_of(asked, on="2024-01-15", known="2024-03-01"))[
        1:
    ] == ["declared 2024-01-01"]
    assert len(marks_in(timeline_of(asked, on="2024-01-15"))) == 3
    assert len(marks_in(timeline_of(asked, known="2024-03-01"))) == 3


def test_a_moved_deadline_stays_visible() -> None:
    """The old deadline is hollow, the new one filled, and both are facts."""
    moved = promise(
        due="2024-01-01", reports=(report("2023-06-01", due="2024-06-01"),)
    )
    view = timeline_of(moved, on="2024-03-01")
    assert marks_in(view) == [
        "due 2024-01-01 hollow",
        "due 2024-06-01",
        "declared 2023-06-01",
    ]
    assert (
        dict(view.rows[0].facts)["due"] == "1 January 2024, then 1 June 2024"
    )


@pytest.mark.parametrize(
    ("due", "schedule"), [("2024-01", "overdue"), ("2024-01?", "unknown")]
)
def test_possibly_overdue_is_not_overdue(due: str, schedule: str) -> None:
    """A doubtful deadline leaves the schedule unknown."""
    view = timeline_of(promise(due=due), on="2024-07-01")
    assert view.rows[0].aside == f"no report, {schedule}"
    assert f"schedule: {schedule}" in str(view)


def test_a_report_in_time_is_drawn_before_the_deadline() -> None:
    """Marks on the same column keep their order; the last day is in time."""
    for done in ("2024-05-30", "2024-05-31"):
        kept = promise(
            made="2020-01-01",
            due="2024-05-31",
            reports=(report(done, status=ReportedStatus.COMPLETED),),
        )
        assert re.search("▲┃", str(timeline_of(kept)))
    late = promise(
        made="2020-01-01", due="2024-05-31", reports=(report("2024-06-01"),)
    )
    assert re.search("┃▲", str(timeline_of(late)))


def test_rows_are_in_the_order_of_their_first_days() -> None:
    """Kinds are mixed, and rows with an open start come first."""
    view = timeline_of(
        promise("later", made="2024-02-01"),
        meeting("2024-01-15"),
        promise("earlier", made="2024-01-01"),
        promise("always", runs="../2030"),
    )
    assert [row.label for row in view.rows] == [
        "Keep always.",
        "Keep earlier.",
        "Talks",
        "Keep later.",
    ]


def test_records_without_dates_are_listed_in_a_note() -> None:
    """No record is left out, in text or HTML."""
    view = timeline_of(promise("undated"), meeting("2024-01-15"))
    assert view.notes[-1] == "Without a date: Keep undated."
    assert "Without a date: Keep undated." in str(view)
    assert "Without a date: Keep undated." in view.to_html(chart=False)


def test_a_lone_treaty_of_long_ago_is_at_the_edge() -> None:
    """A gap of more than half of the axis is cut, and the edge has the date."""
    old = Agreement(id="old", name="Old treaty", signed="1904-04-08")
    view = timeline_of(
        old, promise("a", made="2023"), promise("b", made="2024-01-30")
    )
    assert view.axis.low > datetime.date(2022, 1, 1).toordinal()
    assert "‹8 April 1904" in str(view)
    assert "‹ before the period shown" in str(view)


def test_a_plan_for_long_after_is_at_the_other_edge() -> None:
    """The side with more marks is shown, and a bar is cut at the edge."""
    view = timeline_of(
        promise("a", made="2023"),
        promise("b", made="2024-01-30"),
        promise("c", runs="2024/2150"),
    )
    assert "after the period shown" in str(view)
    far = timeline_of(
        promise("a", made="2023"),
        promise("b", made="2024-01-30"),
        promise("c", due="2150-01-01"),
    )
    assert "1 January 2150›" in str(far)


def test_a_note_states_the_two_clocks() -> None:
    """The day is a reference line too."""
    view = timeline_of(
        promise(made="2024"), on="2024-07-01", known="2024-08-01"
    )
    assert view.notes == (
        "As of 1 July 2024, from what was known on 1 August 2024.",
    )
    assert [line.label for line in view.reference_lines] == ["1 July 2024"]
    assert timeline_of(promise(made="2024"), known="2024-08-01").notes == (
        "For all dates, from what was known on 1 August 2024.",
    )


@pytest.mark.parametrize("clock", ["on", "as_known"])
def test_a_clock_is_a_definite_day(clock: str) -> None:
    """A vague day is an error, even for an empty timeline."""
    days = {clock: "2024-07"}
    with pytest.raises(QueryError, match="'2024-07' is not a definite day"):
        views.timeline(Dossier(), **days)
    with pytest.raises(PeriodError):
        views.timeline(Dossier(), **{clock: "soon"})


def test_several_selections_make_one_timeline() -> None:
    """Their order does not matter, and a dossier is all three."""
    dossier = Dossier([promise(made="2024"), meeting("2023-01-01")])
    assert len(views.timeline(dossier.commitments).rows) == 1
    assert views.timeline(
        dossier.commitments, dossier.meetings
    ) == views.timeline(dossier.meetings, dossier.commitments)
    assert (
        views.timeline(dossier).rows
        == views.timeline(dossier.meetings, dossier.commitments).rows
    )


@pytest.mark.parametrize("made", ["0001-01-01", "2024-01-12", "9999-12-31"])
def test_the_axis_has_a_label_however_short_it_is(made: str) -> None:
    """So do the axes of the first and last days of the calendar."""
    [row] = timeline_of(promise(made=made)).rows
    assert row.marks == (
        point("made", datetime.date.fromisoformat(made).toordinal()),
    )
    assert re.search(
        r"[A-Z][a-z]{2} \d{4}\n", str(timeline_of(promise(made=made)))
    )


def test_the_description_counts_records_and_schedules() -> None:
    """Without a day there are no schedules to count."""
    kept = promise(made="2024-01-01", due="2024-02-01")
    text = "A timeline of 1 commitment, shown from 30 November 2023 to 4 March 2024"
    assert timeline_of(kept).description == f"{text}."
    on_a_day = timeline_of(kept, on="2024-01-15")
    assert on_a_day.description == f"{text}; schedules: 1 not due."


def test_an_empty_timeline_says_so() -> None:
    """It has a title, a description and its note."""
    view = views.timeline(Dossier())
    assert view.description == "An empty timeline."
    assert str(view).startswith(
        "Meetings, agreements and commitments\n\nFor all dates"
    )


def test_the_timeline_of_promises_kept() -> None:
    """The text is exact."""
    dossier = entente.example("promises-kept")
    view = views.timeline(dossier.commitments, on="2024-05-21")
    assert (
        str(view) + "\n"
        == """\
Meetings, agreements and commitments

                                          2022          2023          2024           2025
Meet in Europe.                       ●▲┃                                   ┊
  id: presidents-to-meet-in-europe · kind: commitment · made: 22 September 2021
  due: October 2021 (“at the end of October”) · declared: completed 29 October 2021 · assessed: none
  schedule: met on time
Meet again in the trilateral comm…                      ○░░░░░┈┈▲┈┃░░░○     ┊
  id: fentanyl-committee-to-meet-again · kind: commitment · made: 2023
  due: summer 2023 (“this summer”) · declared: completed 25 July 2023 · assessed: none
  schedule: met on time
Have a council of the two countri…                            ●┈┈┈┈┈┈┈┈┈┈┈┈┈▲┃
  id: atlantic-council-to-meet · kind: commitment · made: 8 June 2023
  due: on a day between 8 June 2023 and 8 June 2024 (“within the next twelve months”)
  declared: completed 21 May 2024 · assessed: none · schedule: met on time
Convene the interior ministers of…                                      ●▲┈┈┃
  id: convene-calais-group · kind: commitment · made: 30 January 2024
  due: spring 2024 (“in the spring”) · declared: completed 4 March 2024 · assessed: none
  schedule: met on time
Cooperate anew to disrupt the sup…                                      ●▲  ┊
  id: disrupt-boat-supplies · kind: commitment · made: 30 January 2024
  declared: in progress 4 March 2024 · assessed: none · schedule: no deadline
Suspend part of the latest tariff…                                          ┊             ●███┃
  id: suspend-tariffs · kind: commitment · made: 12 May 2025
  runs: from 14 May to 12 August 2025 (“90 days”)
  due: on a day between 14 May and 12 August 2025 (“90 days”)
  covers: measures: Part of the latest tariffs on each other's goods · declared: none
  assessed: none · schedule: not due
Suspend the same tariffs for anot…                                          ┊                ○○██
  id: suspend-tariffs-longer · kind: commitment · made: August 2025
  runs: from 12 August to 10 November 2025 (“90 days”) · covers: measures: The same tariffs
  declared: none · assessed: none · schedule: not due

░ possible   ┈ due in this period   █ certain   ● promise made   ▲ report by a party   ┃ due
hollow: uncertain, or one day between the two   ┊ 21 May 2024
As of 21 May 2024, from everything on record.
"""
    )


def test_the_legend_says_which_marks_are_hollow_for_which_reason() -> None:
    """It names all kinds of mark of each reason, if there are several reasons."""
    sought = Agreement(
        id="a", name="Pact", parties=("FR", "GB"), sought="2024-01-30"
    )
    talks = Meeting(
        id="m", name="Talks", when="2024-21", state=MeetingState.HELD
    )
    vague = Commitment(id="c", summary="Patrol.", by=("FR",), made="2024-02")
    said = str(views.timeline(Dossier([sought, talks, vague])))
    assert "hollow (agreement): proposed, planned or sought" in said
    assert (
        "hollow (meeting, promise made): uncertain, or one day between the"
        in said
    )


def test_the_legend_says_why_a_mark_is_hollow() -> None:
    """A text that was sought on a day that is known is not uncertain."""
    sought = Agreement(
        id="a", name="Pact", parties=("FR", "GB"), sought="2024-01-30"
    )
    said = str(views.timeline(Dossier([sought])))
    assert "hollow: proposed, planned or sought" in said
    assert "uncertain" not in said
    vague = Meeting(
        id="m", name="Talks", when="2024-21", state=MeetingState.PLANNED
    )
    said = str(views.timeline(Dossier([vague])))
    assert "hollow (meeting): proposed, planned or sought" in said
    assert "hollow (meeting): uncertain, or one day between the two" in said
