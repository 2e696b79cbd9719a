"""Meetings, agreements and commitments in time: what is vague is drawn vague, and nothing is left out."""

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


def meeting(when: str | None, state: MeetingState = MeetingState.HELD) -> Meeting:
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


def shown(*records: Record, on: str | None = None, known: str | None = None) -> View:
    """Return the timeline of records, beside a watchdog that is no party to any of them."""
    watchdog = Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY)
    return views.timeline(Dossier([*records, watchdog]), on=on, as_known=known)


def drawn(view: View, row: int = 0) -> list[str]:
    """Tell what is drawn in a row: each kind of mark, where it is, whether it is hollow, what it says."""
    return [
        " ".join(
            filter(
                None,
                (
                    mark.kind,
                    "..".join(
                        dict.fromkeys(_day(place) for place in (mark.start, mark.end))
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
    ("when", "told"),
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
def test_a_meeting_is_a_point_if_its_day_is_known_and_else_a_pale_bar(
    when: str, told: list[str]
) -> None:
    """One day among some is drawn as all of them, between two hollow points, and a doubt as its sign."""
    assert drawn(shown(meeting(when))) == told


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        ("2024-01-30", ["certain 2024-01-30..2024-01-31"]),
        ("2024", ["possible 2024-01-01..2025-01-01"]),
        (
            "2023/2025",
            ["possible 2023-01-01..2026-01-01", "certain 2023-12-31..2025-01-02"],
        ),
        ("2024-05/2024-05", ["possible 2024-05-01..2024-06-01"]),
        (
            "2023-05/..",
            ["possible 2023-05-01..inf", "certain 2023-05-31..inf", "goes on inf"],
        ),
        ("../2024-12-31", ["certain -inf..2025-01-01", "goes back -inf"]),
        ("2024-01-01/", ["possible 2024-01-01..inf", "unknown inf"]),
        ("/2024-01-01", ["possible -inf..2024-01-02", "unknown -inf"]),
        ("2023?/2025", ["possible 2023-01-01..2026-01-01 ?"]),
        ("2023/2025~", ["possible 2023-01-01..2026-01-01 ~"]),
        ("2023%/..", ["possible 2023-01-01..inf ?~", "goes on inf"]),
    ],
)
def test_a_span_is_solid_only_where_every_day_of_it_is_certain(
    runs: str, told: list[str]
) -> None:
    """Possible ends are pale, open ends are arrows, unknown ones are asked for, and a doubt leaves no core."""
    assert drawn(shown(promise(runs=runs))) == told


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2024-05-31", ["due 2024-05-31"]),
        ("2024-21", ["due time 2024-03-01..2024-06-01", "due 2024-05-31"]),
        ("2024?", ["due time 2024-01-01..2025-01-01", "due 2024-12-31 hollow ?"]),
        (
            "2025-05-14/2025-08-12",
            ["due time 2025-05-14..2025-08-13", "due 2025-08-12"],
        ),
        ("../2024-12-31", ["due by 2024-12-31"]),
        ("../2024", ["due time 2024-01-01..2025-01-01", "due by 2024-12-31"]),
        ("2024/..", ["due time 2024-01-01..inf", "goes on inf"]),
        ("2024/", ["due time 2024-01-01..inf", "unknown inf"]),
    ],
)
def test_a_deadline_stands_at_its_last_day_behind_the_time_in_which_it_is_due(
    due: str, told: list[str]
) -> None:
    """What is promised for the spring is due through it; what is due by a day has an arrow before it."""
    assert drawn(shown(promise(due=due))) == told


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (MeetingState.HELD, "meeting 2024-03-04"),
        (MeetingState.PLANNED, "meeting 2024-03-04 hollow"),
        (MeetingState.PROPOSED, "meeting 2024-03-04 hollow"),
        (MeetingState.CANCELLED, "cancelled 2024-03-04"),
    ],
)
def test_a_meeting_that_was_not_held_is_hollow_or_crossed_out(
    state: MeetingState, told: str
) -> None:
    """A plan does not look like a fact, and what was called off has a sign of its own."""
    view = shown(meeting("2024-03-04", state))
    assert drawn(view) == [told]
    assert view.rows[0].aside == state.value


def test_each_step_of_an_agreement_is_drawn_those_before_its_signature_hollow() -> None:
    """Sought and announced is not yet agreed; the state is that of the day."""
    deal = Agreement(
        id="deal",
        name="Deal",
        sought="2022-01-01",
        signed="2023-01-01",
        in_force="2024-01-01/..",
    )
    view = shown(deal, on="2023-06-01")
    assert drawn(view) == [
        "agreement 2022-01-01 hollow",
        "agreement 2023-01-01",
        "certain 2024-01-01..inf",
        "goes on inf",
        "agreement 2024-01-01",
    ]
    assert view.rows[0].aside == "signed"
    assert (
        dict(view.rows[0].facts)["when"]
        == "sought 2022-01-01, signed 2023-01-01, in force 2024-01-01/.."
    )


def test_before_its_first_step_the_state_of_an_agreement_is_unknown() -> None:
    """That is said in so many words, since a bare unknown may be anything."""
    assert (
        shown(Agreement(id="deal", name="Deal", signed="2023"), on="2022-06-01")
        .rows[0]
        .aside
        == "state unknown"
    )


def test_without_a_day_an_agreement_shows_its_last_step() -> None:
    """No state is made up where none was asked for."""
    view = shown(
        Agreement(id="deal", name="Deal", sought="2022-01-01", in_force="2024-01-01")
    )
    assert view.rows[0].aside == "in force"
    assert dict(view.rows[0].facts)["state"] == ""


def test_what_is_declared_and_what_is_assessed_have_signs_of_their_own() -> None:
    """Every report that has come is drawn, on the side of its author; the latest of each is told."""
    reports = (
        report("2024-01-01"),
        report("2024-02-01", status=ReportedStatus.COMPLETED),
        report("2024-03-01", by="watchdog", status=ReportedStatus.NO_EVIDENCE),
    )
    view = shown(promise(made="2023-12-01", reports=reports))
    assert drawn(view)[1:] == [
        "declared 2024-01-01",
        "declared 2024-02-01",
        "assessed 2024-03-01",
    ]
    facts = dict(view.rows[0].facts)
    assert (facts["declared"], facts["assessed"]) == (
        "completed 2024-02-01",
        "no evidence 2024-03-01",
    )
    assert view.rows[0].aside == "declared completed, assessed no evidence"


def test_a_report_that_has_not_come_is_not_drawn() -> None:
    """By both clocks: what was said after the day, and what became known after the other."""
    reports = (
        report("2024-01-01"),
        report("2024-02-01"),
        report("2024-01-02", known="2024-06-01"),
    )
    asked = promise(made="2023-12-01", reports=reports)
    assert drawn(shown(asked, on="2024-01-15", known="2024-03-01"))[1:] == [
        "declared 2024-01-01"
    ]
    assert len(drawn(shown(asked, on="2024-01-15"))) == 3
    assert len(drawn(shown(asked, known="2024-03-01"))) == 3


def test_a_deadline_that_was_moved_stays_visible() -> None:
    """The one in force is solid, the one before it hollow, and both are told."""
    moved = promise(due="2024-01-01", reports=(report("2023-06-01", due="2024-06-01"),))
    view = shown(moved, on="2024-03-01")
    assert drawn(view) == [
        "due 2024-01-01 hollow",
        "due 2024-06-01",
        "declared 2023-06-01",
    ]
    assert dict(view.rows[0].facts)["due"] == "2024-01-01, then 2024-06-01"


@pytest.mark.parametrize(
    ("due", "schedule"), [("2024-01", "overdue"), ("2024-01?", "unknown")]
)
def test_what_may_be_overdue_is_not_said_to_be(due: str, schedule: str) -> None:
    """A doubtful deadline leaves the schedule unknown."""
    view = shown(promise(due=due), on="2024-07-01")
    assert view.rows[0].aside == f"no report, {schedule}"
    assert f"schedule: {schedule}" in str(view)


def test_what_was_done_in_time_stands_before_its_deadline() -> None:
    """Where two signs fall on one place, they keep their order, and what was done on the last day was in time."""
    for done in ("2024-05-30", "2024-05-31"):
        kept = promise(
            made="2020-01-01",
            due="2024-05-31",
            reports=(report(done, status=ReportedStatus.COMPLETED),),
        )
        assert re.search("▲┃", str(shown(kept)))
    late = promise(made="2020-01-01", due="2024-05-31", reports=(report("2024-06-01"),))
    assert re.search("┃▲", str(shown(late)))


def test_rows_are_in_the_order_of_their_first_days() -> None:
    """Whatever its kind, what was first stands first; what has no beginning before all."""
    view = shown(
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


def test_what_has_no_date_is_listed_below() -> None:
    """Nothing is dropped in silence, in the text or in the page."""
    view = shown(promise("undated"), meeting("2024-01-15"))
    assert view.notes[-1] == "Without a date: Keep undated."
    assert "Without a date: Keep undated." in str(view)
    assert "Without a date: Keep undated." in view.to_html(chart=False)


def test_a_lone_treaty_of_long_ago_stands_at_the_edge() -> None:
    """A gap that would take more than half of the axis is left out, and the edge says the date."""
    old = Agreement(id="old", name="Old treaty", signed="1904-04-08")
    view = shown(old, promise("a", made="2023"), promise("b", made="2024-01-30"))
    assert view.axis.low > datetime.date(2022, 1, 1).toordinal()
    assert "‹1904-04-08" in str(view)
    assert "‹ before what is shown" in str(view)


def test_a_plan_for_long_after_stands_at_the_other_edge() -> None:
    """The side with more marks is shown, whichever it is; a bar is cut where the axis ends."""
    view = shown(
        promise("a", made="2023"),
        promise("b", made="2024-01-30"),
        promise("c", runs="2024/2150"),
    )
    assert "after what is shown" in str(view)
    far = shown(
        promise("a", made="2023"),
        promise("b", made="2024-01-30"),
        promise("c", due="2150-01-01"),
    )
    assert "2150-01-01›" in str(far)


def test_the_two_clocks_stand_below() -> None:
    """What holds for which day, and as known when, is said in so many words."""
    view = shown(promise(made="2024"), on="2024-07-01", known="2024-08-01")
    assert view.notes == ("On 2024-07-01, as known on 2024-08-01.",)
    assert [rule.label for rule in view.reference_lines] == ["2024-07-01"]
    assert shown(promise(made="2024"), known="2024-08-01").notes == (
        "As known on 2024-08-01, whatever its day.",
    )


@pytest.mark.parametrize("clock", ["on", "as_known"])
def test_a_clock_is_a_definite_day(clock: str) -> None:
    """A vague day is refused, even where nothing would go by it."""
    days = {clock: "2024-07"}
    with pytest.raises(QueryError, match="'2024-07' is not a definite day"):
        views.timeline(Dossier(), **days)
    with pytest.raises(PeriodError):
        views.timeline(Dossier(), **{clock: "soon"})


def test_selections_of_several_kinds_stand_together() -> None:
    """What is given is shown, of one dossier or of two."""
    dossier = Dossier([promise(made="2024"), meeting("2023-01-01")])
    assert len(views.timeline(dossier.commitments).rows) == 1
    assert views.timeline(dossier.commitments, dossier.meetings) == views.timeline(
        dossier.meetings, dossier.commitments
    )
    assert (
        views.timeline(dossier).rows
        == views.timeline(dossier.meetings, dossier.commitments).rows
    )


@pytest.mark.parametrize("made", ["0001-01-01", "2024-01-12", "9999-12-31"])
def test_the_axis_names_a_month_however_short_it_is(made: str) -> None:
    """On the first and the last day that there are, too."""
    [row] = shown(promise(made=made)).rows
    assert row.marks == (point("made", datetime.date.fromisoformat(made).toordinal()),)
    assert re.search(r"\d{4}-\d\d\n", str(shown(promise(made=made))))


def test_nothing_to_show_is_said() -> None:
    """An empty dossier has an empty timeline, which says so."""
    view = views.timeline(Dossier())
    assert view.description == "A timeline of nothing."
    assert str(view).startswith(
        "What was met, agreed and promised\n\nBy all that is known"
    )


def test_the_timeline_of_promises_kept() -> None:
    """The text is exactly this."""
    dossier = entente.example("promises-kept")
    shown = views.timeline(dossier.commitments, on="2024-05-21")
    assert (
        str(shown) + "\n"
        == """\
What was met, agreed and promised

                                          2022          2023          2024           2025
Meet in Europe.                       ●▲┃                                   ┊
  id: presidents-to-meet-in-europe · kind: commitment · made: 2021-09-22
  due: 2021-10 “at the end of October” · declared: completed 2021-10-29 · assessed: none
  schedule: met on time
Meet again in the trilateral comm…                      ○░░░░░┈┈▲┈┃░░░○     ┊
  id: fentanyl-committee-to-meet-again · kind: commitment · made: 2023 · due: 2023-22 “this summer”
  declared: completed 2023-07-25 · assessed: none · schedule: met on time
Have a council of the two countri…                            ●┈┈┈┈┈┈┈┈┈┈┈┈┈▲┃
  id: atlantic-council-to-meet · kind: commitment · made: 2023-06-08
  due: 2023-06-08/2024-06-08 “within the next twelve months” · declared: completed 2024-05-21
  assessed: none · schedule: met on time
Convene the interior ministers of…                                      ●▲┈┈┃
  id: convene-calais-group · kind: commitment · made: 2024-01-30 · due: 2024-21 “in the spring”
  declared: completed 2024-03-04 · assessed: none · schedule: met on time
Cooperate anew to disrupt the sup…                                      ●▲  ┊
  id: disrupt-boat-supplies · kind: commitment · made: 2024-01-30 · declared: in progress 2024-03-04
  assessed: none · schedule: no deadline
Suspend part of the latest tariff…                                          ┊             ●███┃
  id: suspend-tariffs · kind: commitment · made: 2025-05-12 · runs: 2025-05-14/2025-08-12 “90 days”
  due: 2025-05-14/2025-08-12 “90 days” · declared: none · assessed: none · schedule: not due
Suspend the same tariffs for anot…                                          ┊                ○○██
  id: suspend-tariffs-longer · kind: commitment · made: 2025-08
  runs: 2025-08-12/2025-11-10 “90 days” · declared: none · assessed: none · schedule: no deadline

░ possible   ┈ time in which it is due   █ certain   ● promise made   ▲ report by a party   ┃ due
hollow: not sure, or on one day between the two   ┊ 2024-05-21
On 2024-05-21, by all that is known.
"""
    )
