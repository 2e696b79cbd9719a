"""A dossier as a calendar: days, revisions, words, and what other programs read in it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping
from itertools import takewhile
from typing import Any, TypeAlias

import icalendar
import pytest
import vobject
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Anchor,
    Citation,
    Commitment,
    Condition,
    Dossier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Metric,
    Period,
    Place,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Target,
    Theme,
    example,
)
from entente.errors import MissingExtraError, QueryError
from entente.exports import Undated, calendar
from hostile import HOSTILE, hostile_dossier, unseen_in

Entry: TypeAlias = Any
"""An entry of a calendar, whose properties icalendar types as any of thirty."""

PATROL = Commitment(
    id="patrol", summary="Patrol more.", by=("FR",), to=("GB",), made="2024"
)
DUTY = Commitment(
    id="talks", summary="Meet.", runs="2024-01-31/..", recurrence="FREQ=YEARLY"
)


def events(text: bytes) -> dict[str, Entry]:
    """Read a calendar by icalendar, and return its entries by what their UID says before the ``@``."""
    read = icalendar.Calendar.from_ical(text)
    return {
        str(event["uid"]).partition("@")[0]: event
        for event in read.walk("VEVENT")
    }


def only_event(*records: Commitment | Meeting | Metric) -> Entry:
    """Return the entry of a dossier that has one."""
    made = calendar(Dossier(records), name="tracker")
    assert made.left_out == ()
    [event] = events(made.text).values()
    return event


def only_left_out(*records: Commitment | Meeting | Metric) -> Undated:
    """Return what a calendar without any entry leaves out."""
    made = calendar(Dossier(records), name="tracker")
    assert events(made.text) == {}
    [left_out] = made.left_out
    return left_out


def dates(event: Entry) -> tuple[str, str | None]:
    """Return the first day of an entry and the one after its last, if it is given."""
    end = event.get("dtend")
    return str(event["dtstart"].dt), None if end is None else str(end.dt)


def meeting(when: str | Period | None, state: str = "held") -> Meeting:
    """Return a meeting with a date and a state."""
    return Meeting(
        id="paris",
        name="Talks",
        when=None if when is None else Period.of(when),
        state=MeetingState(state),
    )


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "days", "status"),
    [
        ("2024-01-30", ("2024-01-30", None), "CONFIRMED"),
        ("2024-01-30/2024-01-31", ("2024-01-30", "2024-02-01"), "CONFIRMED"),
        ("2024-01-30?", ("2024-01-30", None), "TENTATIVE"),
        ("2024-21", ("2024-03-01", "2024-06-01"), "TENTATIVE"),
        ("2024-12-31", ("2024-12-31", None), "CONFIRMED"),
        ("2024-12-30/2024-12", ("2024-12-30", "2025-01-01"), "TENTATIVE"),
        ("2024-01-30/..", ("2024-01-30", None), "CONFIRMED"),
        ("2024-01/..", ("2024-01-01", None), "TENTATIVE"),
        ("2024-01-30/", ("2024-01-30", None), "TENTATIVE"),
        ("[2024-03,2024-05]", ("2024-03-01", "2024-06-01"), "TENTATIVE"),
        ("[2024-03-04..]", ("2024-03-04", None), "TENTATIVE"),
        ("0001-01-01", ("0001-01-01", None), "CONFIRMED"),
        ("0001", ("0001-01-01", "0002-01-01"), "TENTATIVE"),
        ("9999-12-31", ("9999-12-31", None), "CONFIRMED"),
    ],
)
def test_a_meeting_stands_on_all_its_days(
    when: str, days: tuple[str, str | None], status: str
) -> None:
    """A date that is not one definite day is tentative over all its days; the end is the day after."""
    event = only_event(meeting(when))
    assert (dates(event), event["status"]) == (days, status)


def test_the_last_days_of_the_calendar_have_a_length() -> None:
    """No notation has the day after the year 9999, so the entry says how many days it lasts."""
    event = only_event(meeting("9999-12"))
    assert dates(event) == ("9999-12-01", None)
    assert event["duration"].dt == datetime.timedelta(days=31)


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        (None, "meeting: no date is on record"),
        (
            Period(stated="soon"),
            "meeting: only its words are known: “soon”",
        ),
        (
            "../2024",
            "meeting: its first day is not known: until 2024, without beginning",
        ),
        (
            "/2024",
            "meeting: its first day is not known: until 2024, beginning unknown",
        ),
        ("[..2024]", "meeting: its first day is not known: by 2024"),
        (
            "XXXX-12-25",
            "meeting: its first day is not known: 25 December of an unknown year",
        ),
    ],
)
def test_a_meeting_without_a_first_day_is_listed(
    when: str | Period | None, reason: str
) -> None:
    """What cannot stand in a calendar is told, with the reason."""
    assert only_left_out(meeting(when)) == Undated(id="paris", reason=reason)


@pytest.mark.parametrize(
    ("due", "days", "status"),
    [
        ("2024-05-31", ("2024-05-31", None), "CONFIRMED"),
        ("[..2024-05-31]", ("2024-05-31", None), "CONFIRMED"),
        ("[2024-03,2024-05]", ("2024-05-01", "2024-06-01"), "TENTATIVE"),
        ("2024-21", ("2024-03-01", "2024-06-01"), "TENTATIVE"),
        ("2024-05-31?", ("2024-05-31", None), "TENTATIVE"),
        ("9999-12-31", ("9999-12-31", None), "CONFIRMED"),
    ],
)
def test_a_deadline_stands_on_its_last_day(
    due: str, days: tuple[str, str | None], status: str
) -> None:
    """A set of days is due by the last of them; a vague deadline is tentative."""
    event = only_event(evolve(PATROL, due=due))
    assert (dates(event), event["status"]) == (days, status)


@pytest.mark.parametrize(
    ("due", "reason"),
    [
        (
            Period(stated="promptly"),
            "deadline: only its words are known: “promptly”",
        ),
        ("[2027..]", "deadline: it has no last day: not before 2027"),
        (
            "XXXX-12-25",
            "deadline: its first day is not known: 25 December of an unknown year",
        ),
    ],
)
def test_a_deadline_without_a_last_day_is_listed(
    due: str | Period, reason: str
) -> None:
    """A deadline that is no day is left out, and the calendar says so itself."""
    dossier = Dossier([evolve(PATROL, due=Period.of(due))])
    made = calendar(dossier, name="tracker")
    assert made.left_out == (Undated(id="patrol", reason=reason),)
    read = icalendar.Calendar.from_ical(made.text)
    assert str(read["description"]).splitlines() == [
        "As of 31 December 2024.",
        "Left out, since no day is known:",
        f"patrol: {reason}",
    ]


def test_a_deadline_that_waits_for_a_date_is_listed() -> None:
    """A time counted from a meeting without a date is no day yet, and is one once there is a date."""
    anchor = Anchor(record="paris", after="P6M")
    promise = evolve(PATROL, due_from=anchor)
    planned = meeting(None, "planned")
    left_out = calendar(Dossier([promise, planned]), name="tracker").left_out
    assert left_out[1] == Undated(
        id="patrol",
        reason="deadline: it waits for a date that is not on record: 6 months after Talks",
    )
    dated = Dossier([promise, meeting("2024-01-30")])
    event = events(calendar(dated, name="tracker").text)["patrol.deadline"]
    assert dates(event) == ("2024-07-30", None)


def test_a_deadline_that_was_set_later_is_none_yet() -> None:
    """On a day on which nobody had set a deadline there is none."""
    set_later = report("2024-06-01", due="2024-12-31")
    dossier = Dossier([evolve(PATROL, reports=(set_later,))])
    early = calendar(dossier, name="tracker", on="2024-03-01")
    assert early.left_out == (
        Undated(id="patrol", reason="deadline: none was set yet"),
    )
    assert calendar(dossier, name="tracker").left_out == ()


def test_without_any_day_there_is_no_verdict() -> None:
    """A dossier that says of nothing when it was known has no day on which a deadline might be judged."""
    event = only_event(evolve(PATROL, made=None, due="2024"))
    assert "status" not in str(event["description"])
    assert event["summary"] == "Deadline: Patrol more"


def test_a_target_is_due() -> None:
    """A target of a metric is an entry of the calendar, as a deadline is."""
    targets = (
        Target(value=">= 500 people", due="2026"),
        Target(value="600 people", due=Period(stated="soon")),
        Target(value="700 people"),
    )
    metric = Metric(
        id="deployed", name="Deployed", unit="people", targets=targets
    )
    made = calendar(Dossier([metric]), name="tracker")
    [(uid, event)] = events(made.text).items()
    assert uid == "deployed.target-1"
    assert event["summary"] == "Target: Deployed: at least 500 people"
    assert dates(event) == ("2026-01-01", "2027-01-01")
    [left_out] = made.left_out
    assert left_out.reason == (
        "target of 600 people: only its words are known: “soon”"
    )


# --- what is said --------------------------------------------------------------------------------


def report(on: str, status: str = "in_progress", **more: object) -> Report:
    """Return a report by France."""
    values: Mapping[str, object] = {"by": "FR", **more}
    return Report(on=on, status=ReportedStatus(status), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "summary", "status"),
    [
        ((), "Deadline: Patrol more", "CONFIRMED"),
        (
            (report("2024-02-01", "completed"),),
            "Met on time: Patrol more",
            "CONFIRMED",
        ),
        (
            (report("2024-07-01", "completed"),),
            "Met late: Patrol more",
            "CONFIRMED",
        ),
        (
            (report("2024-02-01", "withdrawn"),),
            "Lifted: Patrol more",
            "CANCELLED",
        ),
        ((report("2024-07-01"),), "Overdue: Patrol more", "CONFIRMED"),
    ],
)
def test_a_deadline_says_how_it_was_kept(
    reports: tuple[Report, ...], summary: str, status: str
) -> None:
    """A deadline that was met, missed or lifted says so in its title."""
    promise = evolve(PATROL, made="2024-01-30", due="2024-05-31")
    event = only_event(evolve(promise, reports=reports))
    assert (event["summary"], event["status"]) == (summary, status)


def test_an_entry_says_what_was_promised() -> None:
    """The description names the parties, the conditions, and who moved the deadline."""
    source = Source(
        id="readout",
        title="Readout",
        kind=SourceKind.READOUT,
        address="https://example.org/readout",
    )
    promise = evolve(
        PATROL,
        made="2024-01-30",
        due=Period("2024-03", stated="in March"),
        label="Patrols",
        themes=("boats",),
        conditions=(Condition(text="In fair weather."),),
        reports=(report("2024-02-01", due="2024-05-31"),),
        citations=(Citation(source="readout"),),
    )
    theme = Theme(id="boats", label="Small boats")
    dossier = Dossier([source, theme, promise])
    [event] = events(calendar(dossier, name="tracker").text).values()
    assert event["summary"] == "Conditional deadline: Patrols"
    assert str(event["url"]) == "https://example.org/readout"
    assert [str(each) for each in event["categories"].cats] == ["Small boats"]
    assert str(event["description"]).splitlines() == [
        "due: 31 May 2024",
        "status: conditional",
        "due before that: March 2024 (“in March”)",
        "moved by: France, 1 February 2024",
        "promise: Patrol more.",
        "by: France",
        "to: United Kingdom of Great Britain and Northern Ireland",
        "made: 30 January 2024",
        "depends on: In fair weather.",
        "source: Readout, https://example.org/readout",
    ]


@pytest.mark.parametrize(
    ("state", "summary", "status"),
    [
        ("held", "Talks", "CONFIRMED"),
        ("planned", "Talks", "CONFIRMED"),
        ("proposed", "Proposed: Talks", "TENTATIVE"),
        ("cancelled", "Cancelled: Talks", "CANCELLED"),
    ],
)
def test_a_meeting_says_whether_it_takes_place(
    state: str, summary: str, status: str
) -> None:
    """Only a meeting that was held, or is planned, is confirmed."""
    event = only_event(meeting("2024-01-30", state))
    assert (event["summary"], event["status"]) == (summary, status)


@pytest.mark.parametrize(
    ("when", "state", "summary"),
    [
        ("2024-06-10/2024-06-20", "held", "Talks"),
        ("[2024-06-10..2024-06-20]", "held", "On one of these days: Talks"),
        ("2024-21", "planned", "On one of these days: Talks"),
        ("2024-21", "proposed", "Proposed, on one of these days: Talks"),
        ("2024-06-10?", "held", "Perhaps on this day: Talks"),
        ("[2024-06-10..]", "planned", "On this day or later: Talks"),
        ("2024-06/2024-07", "planned", "Within these days: Talks"),
        ("2024-06/..", "planned", "From this day or later: Talks"),
        ("2024-06-10/", "planned", "From this day: Talks"),
    ],
)
def test_the_title_of_a_meeting_says_that_its_day_is_vague(
    when: str, state: str, summary: str
) -> None:
    """An entry of many days is a long meeting, unless its title says that it is a day of these."""
    assert only_event(meeting(when, state))["summary"] == summary


def test_a_meeting_has_its_places() -> None:
    """The places of a meeting are its location, with their countries."""
    places = (Place(name="Paris", country="FR"), Place(name="Online"))
    event = only_event(evolve(meeting("2024"), places=places))
    assert event["location"] == "Paris, France; Online"


# --- revisions -----------------------------------------------------------------------------------


def revision(dossier: Dossier, uid: str) -> tuple[datetime.datetime, int]:
    """Return the DTSTAMP and the SEQUENCE of an entry."""
    event = events(calendar(dossier, name="tracker").text)[uid]
    stamp: datetime.datetime = event["dtstamp"].dt
    return stamp, int(event["sequence"])


def test_the_same_dossier_gives_the_same_calendar() -> None:
    """The clock has no part in a calendar."""
    dossier = example("channel-2020-2024")
    made = calendar(dossier, name="channel")
    assert made == calendar(Dossier(dossier.records), name="channel")


def test_a_record_keeps_its_uid() -> None:
    """The UID is made of the id of the record and the name of the dossier."""
    event = only_event(meeting("2024-01-30"))
    assert event["uid"] == "paris.meeting@tracker"
    assert event["uid"] == only_event(meeting("2025"))["uid"]


def test_a_new_report_makes_a_later_revision() -> None:
    """A subscription sees by DTSTAMP and SEQUENCE that an entry changed, and which did not."""
    promise = evolve(PATROL, made="2024-01-30", due="2024-05-31")
    paris = meeting("2024-01-30")
    before = Dossier([promise, paris])
    moved = report("2024-03-01", due="2024-09-30")
    after = before.with_records(evolve(promise, reports=(moved,)))
    uid = "patrol.deadline"
    assert revision(before, uid)[0] < revision(after, uid)[0]
    assert revision(before, uid)[1] < revision(after, uid)[1]
    assert revision(before, "paris.meeting") == revision(
        after, "paris.meeting"
    )


def test_what_a_deadline_depends_on_makes_a_later_revision() -> None:
    """A deadline changes with the record from which it is counted, and with what fulfils it."""
    promise = evolve(
        PATROL, made="2024-01-01", due_from=Anchor(record="paris", after="P6M")
    )
    planned = Dossier([promise, meeting("2024-03", "planned")])
    held = planned.with_records(
        evolve(
            meeting("2024-03-04"),
            links=(Link(kind=LinkKind.REFERS_TO, target="patrol"),),
        )
    )
    uid = "patrol.deadline"
    assert revision(planned, uid)[1] < revision(held, uid)[1]


def test_time_alone_makes_a_later_revision() -> None:
    """A promise that comes to be overdue is told as such in a later revision of its entry."""
    dossier = Dossier([evolve(PATROL, made="2024-01-30", due="2024-05-31")])
    found = [
        events(calendar(dossier, name="tracker", on=day).text)[
            "patrol.deadline"
        ]
        for day in ("2024-05-31", "2024-06-01")
    ]
    assert [each["summary"] for each in found] == [
        "Deadline: Patrol more",
        "Overdue: Patrol more",
    ]
    first, second = found
    assert int(first["sequence"]) < int(second["sequence"])
    assert first["dtstamp"].dt < second["dtstamp"].dt


def test_without_any_day_the_stamp_is_the_first_of_clocks() -> None:
    """DTSTAMP may not be missing, so a record that says nothing of when has a day of its own."""
    event = only_event(meeting("2024", "planned"))
    assert str(event["dtstamp"].dt) == "1970-01-01 00:00:00+00:00"


# --- recurring duties ----------------------------------------------------------------------------


def days_read(event: Entry, last: datetime.date) -> list[str]:
    """Return the days of an entry that vobject reads in it, which knows nothing of ours."""
    made = icalendar.Calendar()
    made.add_component(event)
    read = vobject.readOne(made.to_ical().decode())
    rule = read.vevent.getrruleset(addRDate=False)
    days = (moment.date() for moment in rule)
    return [str(day) for day in takewhile(lambda day: day <= last, days)]


@pytest.mark.parametrize(
    ("runs", "recurrence", "start", "rule"),
    [
        (
            "2024-01-31/..",
            "FREQ=YEARLY",
            "2024-01-31",
            {"FREQ": ["YEARLY"]},
        ),
        (
            "2024-01-30/..",
            "FREQ=MONTHLY;BYDAY=1MO",
            "2024-02-05",
            {"FREQ": ["MONTHLY"], "BYDAY": ["1MO"]},
        ),
        (
            "2024-01-30/2024-06-15",
            "FREQ=MONTHLY;COUNT=3",
            "2024-01-30",
            {"FREQ": ["MONTHLY"], "COUNT": [3]},
        ),
        (
            "2024-01-30/2024-03-15",
            "FREQ=MONTHLY;COUNT=3",
            "2024-01-30",
            {"FREQ": ["MONTHLY"], "UNTIL": [datetime.date(2024, 3, 15)]},
        ),
        (
            "2024-01-30/2024",
            "FREQ=WEEKLY;UNTIL=20240601",
            "2024-01-30",
            {"FREQ": ["WEEKLY"], "UNTIL": [datetime.date(2024, 6, 1)]},
        ),
    ],
)
def test_a_duty_recurs_from_a_day_of_its_rule(
    runs: str,
    recurrence: str,
    start: str,
    rule: Mapping[str, object],
) -> None:
    """The first day is one that the rule chooses, and the end of its time is that of the rule."""
    event = only_event(evolve(DUTY, runs=runs, recurrence=recurrence))
    assert dates(event) == (start, None)
    assert dict(event["rrule"]) == rule


def test_a_duty_whose_end_is_vague_is_tentative() -> None:
    """It is listed until the last day on which it may go on."""
    event = only_event(evolve(DUTY, runs="2024-01-31/2026"))
    assert event["status"] == "TENTATIVE"
    assert event["rrule"]["UNTIL"] == [datetime.date(2026, 12, 31)]


def test_a_duty_that_was_given_up_says_so() -> None:
    """A duty that is lifted before its first day is cancelled."""
    duty = evolve(DUTY, by=("FR",), made="2024-01-01")
    event = only_event(
        evolve(duty, reports=(report("2024-01-20", "withdrawn"),))
    )
    assert event["status"] == "CANCELLED"
    assert event["summary"] == "Lifted: Meet"


def test_a_conditional_duty_says_so() -> None:
    """Nothing falls due until its condition is met."""
    condition = Condition(text="In fair weather.")
    event = only_event(
        evolve(DUTY, made="2024-01-01", conditions=(condition,)),
    )
    assert event["summary"] == "Conditional duty: Meet"


def test_a_duty_ends_when_it_is_given_up() -> None:
    """A duty that is given up after some of its days does not recur any more."""
    duty = evolve(DUTY, by=("FR",), made="2024-01-01")
    given_up = report("2026-06-01", "withdrawn")
    event = only_event(evolve(duty, reports=(given_up,)))
    assert event["summary"] == "Duty: Meet"
    assert event["rrule"]["UNTIL"] == [datetime.date(2026, 1, 31)]


@pytest.mark.parametrize(
    ("runs", "recurrence", "reason"),
    [
        (
            "2024-21/..",
            "FREQ=YEARLY",
            "duty: it begins on no definite day: from spring 2024, without end",
        ),
        (
            None,
            "FREQ=YEARLY",
            "duty: nothing says when it begins",
        ),
        (
            "2024-01-31/2024-06",
            "FREQ=YEARLY;BYMONTH=12",
            "duty: its rule has no day in its time",
        ),
    ],
)
def test_a_duty_without_days_is_listed(
    runs: str | None, recurrence: str, reason: str
) -> None:
    """A duty that begins on no definite day, or never, is left out with the reason."""
    duty = evolve(DUTY, runs=runs, recurrence=recurrence)
    assert only_left_out(duty) == Undated(id="talks", reason=reason)


@pytest.mark.no_cover
@given(
    start=st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 12, 31)),
    rule=st.sampled_from(
        (
            "FREQ=YEARLY",
            "FREQ=YEARLY;BYMONTH=4,10",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=31",
            "FREQ=MONTHLY;INTERVAL=3",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "FREQ=DAILY;INTERVAL=40;COUNT=9",
        )
    ),
    length=st.integers(400, 2000),
)
def test_another_reader_finds_the_same_days(
    start: datetime.date, rule: str, length: int
) -> None:
    """Vobject lists the days that the dossier lists, whatever the rule, its start and its end."""
    end = start + datetime.timedelta(days=length)
    duty = evolve(DUTY, runs=f"{start}/{end}", recurrence=rule)
    [found] = Dossier([duty]).commitments.occurrences(between="2020/2040")
    made = calendar(Dossier([duty]), name="tracker")
    if not found.days:
        assert made.left_out
        return
    [event] = events(made.text).values()
    read = days_read(event, datetime.date(2040, 12, 31))
    assert read == [str(day) for day in found.days]


# --- other readers, and odd texts ----------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_two_readers_agree(name: str) -> None:
    """Vobject reads the same titles, days and ids in a real dossier as icalendar."""
    text = calendar(example(name), name=name).text
    read = vobject.readOne(text.decode())
    found = {
        event.uid.value.partition("@")[0]: (
            event.summary.value,
            event.dtstart.value,
        )
        for event in read.vevent_list
    }
    assert found == {
        uid: (event["summary"], event["dtstart"].dt)
        for uid, event in events(text).items()
    }


@pytest.mark.no_cover
@pytest.mark.parametrize("odd", HOSTILE.values(), ids=HOSTILE)
def test_odd_texts_stay_texts(odd: str) -> None:
    """No text of a dossier begins a property of its own, and no letter does anything but be read."""
    dossier = hostile_dossier(odd)
    text = calendar(dossier, name="tracker").text
    plain = calendar(hostile_dossier("."), name="tracker").text
    properties = [
        [[name for name, _ in event.property_items()] for event in all_events]
        for all_events in (
            events(text).values(),
            events(plain).values(),
        )
    ]
    assert properties[0] == properties[1]
    lines = text.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    seen = unseen_in("".join(lines))
    assert {each for each in seen if each < " " or "\x7f" <= each < "\xa0"} == set()  # fmt: skip


def test_a_long_text_is_folded_and_read_whole() -> None:
    """A text of any length is one property, whatever its letters."""
    name = "Ünlü, größer; 中文 \\ " * 500
    event = only_event(evolve(meeting("2024-01-30"), name=name.strip()))
    assert event["summary"] == name.strip()


# --- mistakes ------------------------------------------------------------------------------------


def test_the_name_is_written_as_an_id() -> None:
    """The name is a part of the UIDs, so it may not be any text."""
    with pytest.raises(
        QueryError,
        match=r"^name: 'UK and France' is not an id; write 'uk-and-france'$",
    ):
        calendar(Dossier(), name="UK and France")


def test_an_empty_dossier_is_an_empty_calendar() -> None:
    """A dossier without anything gives a calendar without entries, and without a day."""
    made = calendar(Dossier(), name="tracker")
    assert made.left_out == ()
    read = icalendar.Calendar.from_ical(made.text)
    assert read["description"] == ""
    assert read["x-wr-calname"] == "tracker"


def test_without_the_extra_it_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing icalendar is an error that names the extra."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(
        MissingExtraError,
        match=r"^writing a calendar needs the extra 'calendar': pip install 'entente-dossier\[calendar\]'$",
    ):
        calendar(Dossier(), name="tracker")


def test_a_calendar_knows_no_more_than_was_known() -> None:
    """What became known later changes no entry, and the calendar says as of when it was known."""
    dossier = example("promises-kept")
    made, later = (
        calendar(dossier, name="kept", on="2021-11-02", as_known=known).text
        for known in ("2021-10-15", "2021-11-01")
    )
    assert b"SUMMARY:Overdue: Meet in Europe" in made
    assert b"SUMMARY:Met on time: Meet in Europe" in later
    about = b"As of 2 November 2021\\, from what was known on 15 October 2021."
    assert about in made.replace(b"\r\n ", b"")
