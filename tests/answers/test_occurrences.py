"""On which days a recurring duty falls due."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve
from dateutil.rrule import rrulestr
from hypothesis import example, given, strategies as st

from entente import (
    Anchor,
    Citation,
    Commitment,
    Event,
    Period,
    Source,
    SourceKind,
)
from entente.answers import Occurrences
from entente.answers._occurrences import occurrences, occurrences_of
from entente.errors import PeriodError, QueryError, UnknownIdError
from entente.records._index import RecordIndex
from rules import START_DAYS, days_by_hand, parts_of, rules

NO_RECORDS = RecordIndex(())
BEGIN = "write its first day in `runs`, such as '2024-01-30/..'"
LENGTHS = st.integers(0, 800)
"""Lengths of windows, in days."""


def duty(
    rule: str | None = "FREQ=YEARLY", runs: str | None = "2024-01-30/.."
) -> Commitment:
    """Return a commitment with a rule."""
    return Commitment(id="duty", summary="Report.", recurrence=rule, runs=runs)


def days(
    rule: str,
    runs: str = "2024-01-30/..",
    between: str | tuple[str, str] = "2024",
    *,
    certain: bool = False,
) -> list[str]:
    """Return the days of a rule as text."""
    found = occurrences(
        duty(rule, runs), NO_RECORDS, between=between, certain=certain
    )
    return [str(day) for day in found]


# --- the examples of RFC 5545 ---------------------------------------------------------------------


def listed(text: str) -> list[str]:
    """Return days that are written by year, month and day: ``1997: 9/2 9/3; 1998: 1/1``."""
    found = []
    for year in text.split(";"):
        number, _, rest = year.partition(":")
        for day in rest.split():
            month, _, of_month = day.partition("/")
            found.append(f"{int(number)}-{int(month):02}-{int(of_month):02}")
    return found


def every_day(first: str, last: str) -> str:
    """Return all days from one to another, as `listed` reads them."""
    ordinals = (
        datetime.date.fromisoformat(first).toordinal(),
        datetime.date.fromisoformat(last).toordinal(),
    )
    between = range(ordinals[0], ordinals[1] + 1)
    dates = map(datetime.date.fromordinal, between)
    return ";".join(f"{day.year}: {day.month}/{day.day}" for day in dates)


JANUARIES = ";".join(
    every_day(f"{year}-01-01", f"{year}-01-31") for year in (1998, 1999, 2000)
)
TEN_TUESDAYS_AND_THURSDAYS = (
    "1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2"
)


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("1997-09-02", "FREQ=DAILY;COUNT=10", every_day("1997-09-02", "1997-09-11")),
        ("1997-09-02", "FREQ=DAILY;UNTIL=19971223", every_day("1997-09-02", "1997-12-23")),
        ("1997-09-02", "FREQ=DAILY;INTERVAL=2", "1997: 9/2 9/4 9/6 9/8 9/10"),
        ("1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997: 9/2 9/12 9/22 10/2 10/12"),
        ("1998-01-01", "FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", JANUARIES),
        ("1998-01-01", "FREQ=DAILY;UNTIL=20000131;BYMONTH=1", JANUARIES),
        ("1997-09-02", "FREQ=WEEKLY;COUNT=10", "1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4"),
        ("1997-09-02", "FREQ=WEEKLY;UNTIL=19971224", "1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4 11/11 11/18 11/25 12/2 12/9 12/16 12/23"),
        ("1997-09-02", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997: 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23; 1998: 1/6 1/20 2/3 2/17"),
        ("1997-09-02", "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH", TEN_TUESDAYS_AND_THURSDAYS),
        ("1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", TEN_TUESDAYS_AND_THURSDAYS),
        ("1997-09-01", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR", "1997: 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22"),
        ("1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997: 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16"),
        ("1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997: 9/5 10/3 11/7 12/5; 1998: 1/2 2/6 3/6 4/3 5/1 6/5"),
        ("1997-09-05", "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR", "1997: 9/5 10/3 11/7 12/5"),
        ("1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997: 9/7 9/28 11/2 11/30; 1998: 1/4 1/25 3/1 3/29 5/3 5/31"),
        ("1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997: 9/22 10/20 11/17 12/22; 1998: 1/19 2/16"),
        ("1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997: 9/28 10/29 11/28 12/29; 1998: 1/29 2/26"),
        ("1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997: 9/2 9/15 10/2 10/15 11/2 11/15 12/2 12/15; 1998: 1/2 1/15"),
        ("1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997: 9/30 10/1 10/31 11/1 11/30 12/1 12/31; 1998: 1/1 1/31 2/1"),
        ("1997-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997: 9/10 9/11 9/12 9/13 9/14 9/15; 1999: 3/10 3/11 3/12 3/13"),
        ("1997-09-02", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997: 9/2 9/9 9/16 9/23 9/30 11/4 11/11 11/18 11/25; 1998: 1/6 1/13 1/20 1/27 3/3 3/10 3/17 3/24 3/31"),
        ("1997-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997: 6/10 7/10; 1998: 6/10 7/10; 1999: 6/10 7/10; 2000: 6/10 7/10; 2001: 6/10 7/10"),
        ("1997-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997: 3/10; 1999: 1/10 2/10 3/10; 2001: 1/10 2/10 3/10; 2003: 1/10 2/10 3/10"),
        ("1997-01-01", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997: 1/1 4/10 7/19; 2000: 1/1 4/9 7/18; 2003: 1/1 4/10 7/19; 2006: 1/1"),
        ("1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997: 5/19; 1998: 5/18; 1999: 5/17"),
        ("1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997: 5/12; 1998: 5/11; 1999: 5/17"),
        ("1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997: 3/13 3/20 3/27; 1998: 3/5 3/12 3/19 3/26; 1999: 3/4 3/11 3/18 3/25"),
        ("1997-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997: 6/5 6/12 6/19 6/26 7/3 7/10 7/17 7/24 7/31 8/7 8/14 8/21 8/28; 1998: 6/4 6/11 6/18 6/25 7/2 7/9 7/16 7/23 7/30 8/6 8/13 8/20 8/27"),
        ("1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998: 2/13 3/13 11/13; 1999: 8/13; 2000: 10/13"),
        ("1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997: 9/13 10/11 11/8 12/13; 1998: 1/10 2/7 3/7 4/11 5/9 6/13"),
        ("1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996: 11/5; 2000: 11/7; 2004: 11/2"),
        ("1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997: 9/4 10/7 11/6"),
        ("1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997: 9/29 10/30 11/27 12/30; 1998: 1/29 2/26 3/30"),
        ("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997: 8/5 8/10 8/19 8/24"),
        ("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997: 8/5 8/17 8/19 8/31"),
        ("2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007: 1/15 1/30 2/15 3/15 3/30"),
    ],
)  # fmt: skip
def test_the_examples_of_the_standard(
    start: str, rule: str, expected: str
) -> None:
    """The rules that section 3.8.5.3 shows, as far as they are of days, give the days that it lists."""
    wanted = listed(expected)
    ends = "COUNT" in rule or "UNTIL" in rule
    last = "2030" if ends else wanted[-1]
    assert days(rule, f"{start}/..", (start, last)) == wanted


# --- rules in general -----------------------------------------------------------------------------


@given(rules(), START_DAYS, LENGTHS)
@example("FREQ=YEARLY;BYWEEKNO=20", datetime.date(2024, 1, 3), 900)
@example("FREQ=MONTHLY;BYDAY=MO,1FR,-1FR", datetime.date(2024, 1, 3), 90)
@example("FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", datetime.date(2024, 1, 3), 90)
@example(
    "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO",
    datetime.date(2024, 1, 1),
    1800,
)
@example(
    "FREQ=YEARLY;BYWEEKNO=53;WKST=SU;BYSETPOS=1,-1",
    datetime.date(2021, 1, 1),
    3000,
)
def test_the_days_are_those_that_a_calendar_shows(
    rule: str, start: datetime.date, length: int
) -> None:
    """Whoever goes through the calendar day by day finds the same days."""
    last = start + datetime.timedelta(days=length)
    found = occurrences(
        duty(rule, f"{start}/.."), NO_RECORDS, between=(start, last)
    )
    assert found == days_by_hand(rule, start, last)


@given(rules(), START_DAYS, LENGTHS)
def test_plain_rules_are_as_dateutil_has_them(
    rule: str, start: datetime.date, length: int
) -> None:
    """The days are dateutil's own, but for parts in which it leaves the standard."""
    parts = parts_of(rule)
    weekdays = parts.get("BYDAY", "").split(",")
    kinds = {each.isalpha() for each in weekdays}
    if parts.keys() & {"BYWEEKNO", "BYSETPOS"} or len(kinds) > 1:
        return
    moment = datetime.datetime.combine(start, datetime.time())
    last = moment + datetime.timedelta(days=length)
    expected = rrulestr(rule, dtstart=moment).between(moment, last, inc=True)
    found = occurrences(
        duty(rule, f"{start}/.."), NO_RECORDS, between=(start, last)
    )
    assert list(found) == [each.date() for each in expected]


@given(rules(), START_DAYS, LENGTHS, LENGTHS)
def test_a_window_is_a_part_of_a_longer_one(
    rule: str, start: datetime.date, before: int, length: int
) -> None:
    """A window holds the days of the whole rule that lie in it, both its ends included."""
    first = start + datetime.timedelta(days=before - 90)
    last = first + datetime.timedelta(days=length)
    commitment = duty(rule, f"{start}/..")
    much_later = last + datetime.timedelta(days=600)
    everything = occurrences(
        commitment, NO_RECORDS, between=("1990", much_later)
    )
    inside = [day for day in everything if first <= day <= last]
    assert (
        list(occurrences(commitment, NO_RECORDS, between=(first, last)))
        == inside
    )


def test_days_that_a_month_lacks_are_skipped() -> None:
    """A month without a 31st has no day, and neither has a year without 29 February."""
    assert days("FREQ=MONTHLY", "2024-01-31/..", ("2024-01", "2024-07")) == [
        "2024-01-31",
        "2024-03-31",
        "2024-05-31",
        "2024-07-31",
    ]
    assert days("FREQ=YEARLY", "2024-02-29/..", ("2024", "2033")) == [
        "2024-02-29",
        "2028-02-29",
        "2032-02-29",
    ]
    assert days(
        "FREQ=MONTHLY;BYMONTHDAY=-1", between=("2024-02", "2024-04")
    ) == [
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]


def test_a_first_day_that_does_not_fit_is_no_day_of_the_rule() -> None:
    """Nothing falls due on a first day which the rule does not choose, and COUNT does not count it."""
    assert days("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2") == [
        "2024-02-15",
        "2024-03-15",
    ]


def test_a_daily_rule_may_choose_no_day() -> None:
    """Every seventh day from a Monday is a Monday; the search ends with the days asked about."""
    rule, runs = "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "2024-01-01/2026-12-31"
    assert days(rule, runs, ("2024", "2026")) == []
    last = "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=-1,30;BYDAY=TH,TU"
    assert days(last, runs) == ["2024-02-29", "2024-04-30"]


def test_a_rule_takes_the_weekday_of_a_week_from_its_first_day() -> None:
    """A numbered week without a weekday means the weekday on which the duty began."""
    assert days("FREQ=YEARLY;BYWEEKNO=20", between=("2024", "2026")) == [
        "2024-05-14",
        "2025-05-13",
        "2026-05-12",
    ]


def test_weeks_count_to_the_year_of_most_of_their_days() -> None:
    """The first week of every other year may begin in the year before it."""
    rule = "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO"
    assert days(rule, "2024-01-01/..", ("2024", "2028")) == [
        "2024-01-01",
        "2025-12-29",
        "2028-01-03",
    ]


def test_weekdays_with_and_without_a_number_stand_together() -> None:
    """Every Monday and the first Friday are both meant."""
    assert days("FREQ=MONTHLY;BYDAY=MO,1FR", between="2024-02") == [
        "2024-02-02",
        "2024-02-05",
        "2024-02-12",
        "2024-02-19",
        "2024-02-26",
    ]


@pytest.mark.parametrize(
    ("rule", "runs", "between", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=SA,SU", "9999-12-24/..", "9999", ["9999-12-25", "9999-12-26"]),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=MO;BYSETPOS=1", "0001-01-01/..", "0001-01", ["0001-01-01", "0001-01-08", "0001-01-15", "0001-01-22", "0001-01-29"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "0001-01-01/..", ("0001", "0002"), ["0001-01-01", "0001-12-31", "0002-12-30"]),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR", "9998-12-01/..", "9999", ["9999-01-01", "9999-12-31"]),
        ("FREQ=YEARLY;INTERVAL=9999999", "2024-01-30/..", ("2024", "9999"), ["2024-01-30"]),
        ("FREQ=MONTHLY;INTERVAL=9999999", "2024-01-30/..", ("2024", "9999"), ["2024-01-30"]),
        ("FREQ=WEEKLY;INTERVAL=9999999", "2024-01-30/..", ("2024", "9999"), ["2024-01-30"]),
        ("FREQ=DAILY;INTERVAL=9999999", "2024-01-30/..", ("2024", "9999"), ["2024-01-30"]),
        ("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "2024-01-30/..", ("2024", "9999"), []),
        ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "2024-01-30/..", ("2024", "2030"), []),
    ],
)  # fmt: skip
def test_the_calendar_ends(
    rule: str, runs: str, between: str | tuple[str, str], expected: list[str]
) -> None:
    """At the two ends of the calendar, and where no day ever comes, the answer is short."""
    assert days(rule, runs, between) == expected


# --- how long it runs -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runs", "possible", "certain"),
    [
        ("2024-01-30/..", 12, 12),
        ("2024-01-30/2024-05-30", 5, 5),
        ("2024-01-30/2024-05-29", 4, 4),
        # At the end of the summer, it went on in May for certain.
        ("2024-01-30/2024-22", 8, 5),
        ("2024-01-30/2024", 12, 1),
        ("2024-01-30/2024-05-30?", 5, 0),
        # Nobody knows whether it went on at all.
        ("2024-01-30/", 12, 1),
        ("2024-01-30", 1, 1),
    ],
)
def test_a_duty_falls_due_as_long_as_it_runs(
    runs: str, possible: int, certain: int
) -> None:
    """By default days count on which it may have ended; with `certain` only those on which it cannot."""
    rule = "FREQ=MONTHLY;BYMONTHDAY=30,-1;BYSETPOS=1"
    window = ("2024-01-30", "2024-12-31")
    assert len(days(rule, runs, window)) == possible
    assert len(days(rule, runs, window, certain=True)) == certain


def test_a_source_says_how_long_a_duty_went_on() -> None:
    """Where the end of `runs` is unknown, the day of a source is one on which the duty still ran."""
    source = Source(
        id="readout",
        title="Readout",
        kind=SourceKind.READOUT,
        published="2024-04-15",
    )
    commitment = evolve(
        duty("FREQ=MONTHLY", "2024-01-01/"),
        citations=(Citation(source="readout"),),
    )
    index = RecordIndex((source, commitment))
    window = ("2024-01", "2024-12")
    known = occurrences(commitment, index, between=window, certain=True)
    assert [str(day) for day in known] == [
        "2024-01-01",
        "2024-02-01",
        "2024-03-01",
        "2024-04-01",
    ]
    assert (
        len(occurrences(commitment, NO_RECORDS, between=window, certain=True))
        == 1
    )
    assert len(occurrences(commitment, index, between=window)) == 12


def test_a_duty_may_begin_with_another_record() -> None:
    """A start that is counted from an event is known once the event has its date, and a length ends it."""
    launch = Event(id="launch", name="Launch", when="2024-01-30")
    commitment = evolve(
        duty("FREQ=MONTHLY", None),
        runs_from=Anchor(record="launch", after="P1M"),
        duration="P3M",
    )
    found = occurrences(
        commitment, RecordIndex((launch, commitment)), between="2024/.."
    )
    assert [str(day) for day in found] == [
        "2024-02-29",
        "2024-03-29",
        "2024-04-29",
    ]
    undated = evolve(launch, when=None)
    with pytest.raises(QueryError) as caught:
        occurrences(
            commitment, RecordIndex((undated, commitment)), between="2024"
        )
    assert str(caught.value) == (
        f"'duty' runs '1 month after launch', which begins on no definite day; {BEGIN}"
    )
    with pytest.raises(UnknownIdError, match="there is no record 'launch'"):
        occurrences(commitment, NO_RECORDS, between="2024")


@given(rules(), START_DAYS, LENGTHS)
def test_certain_days_are_the_first_of_the_possible_ones(
    rule: str, start: datetime.date, length: int
) -> None:
    """A day is possible, and certain, if the duty runs on it possibly, and certainly."""
    last = start + datetime.timedelta(days=length)
    runs = Period(f"{start}/{last.year}")
    window = (start, f"{last.year + 1}")
    whole = occurrences(duty(rule, f"{start}/.."), NO_RECORDS, between=window)
    possible = occurrences(duty(rule, str(runs)), NO_RECORDS, between=window)
    certain = occurrences(
        duty(rule, str(runs)), NO_RECORDS, between=window, certain=True
    )
    answers = [(day, runs.overlaps(day)) for day in whole]
    assert list(possible) == [day for day, so in answers if so.possible]
    assert list(certain) == [day for day, so in answers if so.certain]


# --- the window -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("2024", 11),
        (("2024-03", "2024-05"), 3),
        (("2024-03-01", "2024-03-29"), 0),
        (("2024-03-30", "2024-03-30"), 1),
        ("2024-03/2024-05", 3),
        ("[2024-03,2024-05]", 2),
        ("../2024-05", 4),
        ("2023", 0),
        ("2024?", 11),
    ],
)
def test_a_window_is_a_period_or_two_dates(
    between: str | tuple[str, str], count: int
) -> None:
    """All days that a window may cover are asked about; 2024 has a 30th in eleven months."""
    assert len(days("FREQ=MONTHLY", between=between)) == count


def test_a_window_may_be_made_of_dates() -> None:
    """Dates and periods do as well as text."""
    first, last = datetime.date(2024, 3, 30), datetime.date(2024, 5, 30)
    found = occurrences(
        duty("FREQ=MONTHLY"),
        NO_RECORDS,
        between=(first, Period("2024-05")),
    )
    assert found == occurrences(
        duty("FREQ=MONTHLY"), NO_RECORDS, between=(first, last)
    )
    assert len(found) == 3


@pytest.mark.parametrize("between", ["2024?", "2024~", "2024/"])
def test_in_a_window_in_doubt_nothing_is_certain(between: str) -> None:
    """Whether a day lies in a window that nobody is sure of is not certain."""
    rule = "FREQ=MONTHLY;COUNT=3"
    assert len(days(rule, between=between)) == 3
    assert days(rule, between=between, certain=True) == []


@pytest.mark.parametrize(
    ("rule", "runs"),
    [
        ("FREQ=MONTHLY;COUNT=3", "2024-01-30/.."),
        ("FREQ=MONTHLY;UNTIL=20240430", "2024-01-30/.."),
        ("FREQ=MONTHLY", "2024-01-30/2024-04"),
    ],
)
def test_a_window_may_be_open_where_the_duty_ends(
    rule: str, runs: str
) -> None:
    """Without an end of the window, the days end with the rule or with `runs`."""
    assert days(rule, runs, "2024/..") == [
        "2024-01-30",
        "2024-03-30",
        "2024-04-30",
    ]


def test_a_duty_without_end_may_be_asked_for_ever() -> None:
    """All days until the end of the calendar are a long answer, and not an endless one."""
    found = occurrences(
        duty("FREQ=YEARLY"), NO_RECORDS, between=("2024", "9999")
    )
    assert len(found) == 7976
    assert found[-1] == datetime.date(9999, 1, 30)


# --- what cannot be worked out --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "runs", "between", "message"),
    [
        (None, "2024-01-30/..", "2024", "'duty' does not recur; write how often in `recurrence`, such as 'FREQ=YEARLY'"),
        ("FREQ=YEARLY", None, "2024", f"'duty' does not say when it begins; {BEGIN}"),
        *(
            ("FREQ=YEARLY", runs, "2024", f"'duty' runs {runs!r}, which begins on no definite day; {BEGIN}")
            for runs in ("2024/..", "2024-01-30?/..", "2024", "../2025", "/2025", "[2024-01-30,2024-02-01]")
        ),
        *(
            ("FREQ=YEARLY", runs, between, "'duty' recurs without end; write when the window ends, such as '2024/2025'")
            for runs in ("2024-01-30/..", "2024-01-30/")
            for between in ("2024/..", "2024/", "../..", "[2024..]")
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_worked_out_is_said(
    rule: str | None, runs: str | None, between: str, message: str
) -> None:
    """Without a rule, a first day or any end there are no days, and the error says what to write."""
    commitment = duty(rule, runs)
    with pytest.raises(QueryError) as caught:
        occurrences(commitment, NO_RECORDS, between=between)
    assert str(caught.value) == message
    if rule is not None:
        assert occurrences_of([commitment], NO_RECORDS, between) == (
            Occurrences(commitment=commitment, unknown=message),
        )


def test_a_window_between_spans_is_refused() -> None:
    """Two dates bound a window; a span is a window of its own."""
    with pytest.raises(QueryError) as caught:
        occurrences(duty(), NO_RECORDS, between=("2024/2025", "2026"))
    assert str(caught.value) == (
        "'2024/2025' is not one date; the days lie between two"
    )


def test_a_window_that_runs_backward_is_refused() -> None:
    """The first date of a window comes before its last."""
    with pytest.raises(PeriodError, match="2025/2024"):
        occurrences_of([duty()], NO_RECORDS, ("2025", "2024"))


def test_the_days_of_many_commitments() -> None:
    """Each commitment with a rule is answered or said to be unknown; others are left out."""
    monthly = duty("FREQ=MONTHLY")
    once = evolve(duty(None), id="once")
    vague = evolve(duty(runs="2024/.."), id="vague")
    found = occurrences_of(
        (monthly, once, vague), NO_RECORDS, "2024-03", certain=True
    )
    assert found == (
        Occurrences(commitment=monthly, days=(datetime.date(2024, 3, 30),)),
        Occurrences(
            commitment=vague,
            unknown=f"'vague' runs '2024/..', which begins on no definite day; {BEGIN}",
        ),
    )
