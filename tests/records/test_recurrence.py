"""Recurrence rules: what RFC 5545 allows of days, in any order, and what it does not."""

from __future__ import annotations

import datetime
import json

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, strategies as st

from entente import Commitment, loads
from entente.errors import LoadError, RecordError
from entente.records._forms import RECURRENCE_RULE
from entente.records._recurrence import RecurrenceRule, read_rule
from rules import rules

LONG = 200_000

NUMBERED = "write a number from 1 to 9999999"
FREQUENCIES = "write FREQ=YEARLY, MONTHLY, WEEKLY or DAILY"
WEEKDAYS = "write MO, TU, WE, TH, FR, SA or SU"
IN_MONTHS = "write a number from 1 to 5, or from -1 to -5"


def fault(rule: str) -> str:
    """Return what a record says of a rule that it refuses, without its repetition of the rule."""
    with pytest.raises(RecordError) as caught:
        Commitment(id="c", summary="C.", recurrence=rule)
    beginning = f"recurrence: {rule!r} is not a recurrence rule (RFC 5545): "
    message = str(caught.value.problems[0])
    assert message.startswith(beginning)
    return message.removeprefix(beginning)


# --- accepted -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=YEARLY", RecurrenceRule(frequency="YEARLY")),
        (
            "INTERVAL=2;FREQ=DAILY",
            RecurrenceRule(frequency="DAILY", interval=2),
        ),
        (
            "UNTIL=20240229;FREQ=WEEKLY;WKST=SU",
            RecurrenceRule(
                frequency="WEEKLY",
                until=datetime.date(2024, 2, 29),
                week_start=6,
            ),
        ),
        (
            "COUNT=5;BYDAY=MO,+1FR,-2SU;FREQ=MONTHLY;INTERVAL=03",
            RecurrenceRule(
                frequency="MONTHLY",
                interval=3,
                count=5,
                weekdays=((0, 0), (1, 4), (-2, 6)),
            ),
        ),
        (
            "BYSETPOS=-1,366;BYMONTH=6,12;BYYEARDAY=-366,+1;FREQ=YEARLY",
            RecurrenceRule(
                frequency="YEARLY",
                months=(6, 12),
                year_days=(-366, 1),
                positions=(-1, 366),
            ),
        ),
        (
            "BYDAY=MO;BYWEEKNO=53,-53;FREQ=YEARLY",
            RecurrenceRule(
                frequency="YEARLY", weeks=(53, -53), weekdays=((0, 0),)
            ),
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31,-31;BYMONTH=2,3",
            RecurrenceRule(
                frequency="MONTHLY", months=(2, 3), month_days=(31, -31)
            ),
        ),
        (
            "FREQ=YEARLY;BYDAY=53MO,-53SU",
            RecurrenceRule(frequency="YEARLY", weekdays=((53, 0), (-53, 6))),
        ),
        (
            "FREQ=DAILY;BYMONTHDAY=1;BYDAY=MO,TU",
            RecurrenceRule(
                frequency="DAILY", month_days=(1,), weekdays=((0, 0), (0, 1))
            ),
        ),
    ],
)
def test_a_rule_is_read_in_any_order(text: str, rule: RecurrenceRule) -> None:
    """A commitment holds a rule as it is written, whatever the order of its parts."""
    commitment = Commitment(id="c", summary="C.", recurrence=text)
    assert commitment.recurrence == text
    assert read_rule(text) == rule


def test_a_value_that_is_listed_twice_counts_once() -> None:
    """What a list repeats it means once; RFC 5545 does not forbid it."""
    rule = read_rule("FREQ=MONTHLY;BYDAY=MO,MO,1MO,+1MO;BYMONTH=1,01")
    assert rule.weekdays == ((0, 0), (1, 0))
    assert rule.months == (1,)


@given(rules())
def test_every_rule_of_the_grammar_is_taken(rule: str) -> None:
    """What RFC 5545 allows is taken, here, from files and by dateutil."""
    assert RECURRENCE_RULE.fault(rule) is None
    commitment = Commitment(id="c", summary="C.", recurrence=rule)
    tables = [{"id": "c", "summary": "C.", "recurrence": rule}]
    loaded = loads(
        json.dumps({"entente": 1, "commitments": tables}), format="json"
    )
    assert loaded.records == (commitment,)
    start = datetime.datetime(2024, 1, 30)  # noqa: DTZ001 -- a day
    assert rrulestr(rule, dtstart=start)


# --- refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        # FREQ
        (
            "yearly",
            'it has no FREQ; write "FREQ=YEARLY"',
        ),
        ("INTERVAL=2", f"it has no FREQ; {FREQUENCIES}"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ is given twice; write it once"),
        (
            "FREQ=SOMETIMES",
            f"FREQ=SOMETIMES is not a frequency; {FREQUENCIES}",
        ),
        (
            "FREQ=WEEKYL",
            "FREQ=WEEKYL is not a frequency; did you mean 'WEEKLY'?",
        ),
        *(
            (
                f"FREQ={finer}",
                f"FREQ={finer} is finer than a day, and a duty falls due on days; {FREQUENCIES}",
            )
            for finer in ("HOURLY", "MINUTELY", "SECONDLY")
        ),
        # The parts
        (
            "FREQ=YEARLY;",
            "a part of it is empty; write one ';' between two parts",
        ),
        (
            ";FREQ=YEARLY",
            "a part of it is empty; write one ';' between two parts",
        ),
        (
            "FREQ=YEARLY;;COUNT=2",
            "a part of it is empty; write one ';' between two parts",
        ),
        ("FREQ=", "FREQ has no value; write FREQ=…, or leave it out"),
        (
            "FREQ=DAILY;COUNT",
            "COUNT has no value; write COUNT=…, or leave it out",
        ),
        ("FREQ=YEARLY; INTERVAL=2", "it holds white space; write it without"),
        ("FREQ=DAILY;BYDAY=MO,\tTU", "it holds white space; write it without"),
        ("freq=yearly", "it has small letters; write 'FREQ=YEARLY'"),
        (
            "RRULE:FREQ=YEARLY",
            "it begins with the name of its property; write 'FREQ=YEARLY'",
        ),
        (
            "FREQ=DAILY;INTERVALL=2",
            "'INTERVALL' is not a part of a rule; did you mean 'INTERVAL'?",
        ),
        (
            "FREQ=DAILY;X=2",
            "'X' is not a part of a rule; the parts are FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS or WKST",
        ),
        *(
            (
                f"FREQ=DAILY;{finer}=9",
                f"{finer} is finer than a day, and a duty falls due on days; leave it out",
            )
            for finer in ("BYHOUR", "BYMINUTE", "BYSECOND")
        ),
        # INTERVAL and COUNT
        ("FREQ=YEARLY;INTERVAL=0", f"INTERVAL=0 is out of range; {NUMBERED}"),
        (
            "FREQ=YEARLY;INTERVAL=-1",
            f"INTERVAL=-1 is out of range; {NUMBERED}",
        ),
        (
            "FREQ=YEARLY;INTERVAL=+1",
            f"INTERVAL=+1 is out of range; {NUMBERED}",
        ),
        (
            "FREQ=YEARLY;INTERVAL=1.5",
            f"INTERVAL=1.5 is out of range; {NUMBERED}",
        ),
        (
            "FREQ=YEARLY;INTERVAL=٢",
            f"INTERVAL='٢' is out of range; {NUMBERED}",
        ),
        ("FREQ=YEARLY;COUNT=0", f"COUNT=0 is out of range; {NUMBERED}"),
        (
            "FREQ=YEARLY;COUNT=10000000",
            f"COUNT=10000000 is out of range; {NUMBERED}",
        ),
        ("FREQ=DAILY;COUNT=1;COUNT=2", "COUNT is given twice; write it once"),
        (
            "FREQ=DAILY;COUNT=1;UNTIL=20241231",
            "COUNT and UNTIL both say when it ends; write one of them",
        ),
        # UNTIL
        (
            "FREQ=DAILY;UNTIL=20240230",
            "UNTIL=20240230 is a day that the calendar does not have; write one that it has, as in UNTIL=20241231",
        ),
        (
            "FREQ=DAILY;UNTIL=00000101",
            "UNTIL=00000101 is a day that the calendar does not have; write one that it has, as in UNTIL=20241231",
        ),
        (
            "FREQ=DAILY;UNTIL=2024-12-31",
            "UNTIL=2024-12-31 is not a day; write year, month and day as in UNTIL=20241231",
        ),
        (
            "FREQ=DAILY;UNTIL=20241231T000000Z",
            "UNTIL=20241231T000000Z has a time of day, and a duty falls due on days; write UNTIL=20241231",
        ),
        # Numbers in lists
        (
            "FREQ=YEARLY;BYMONTH=13",
            "BYMONTH=13 is out of range; write numbers from 1 to 12",
        ),
        (
            "FREQ=YEARLY;BYMONTH=0",
            "BYMONTH=0 is out of range; write numbers from 1 to 12",
        ),
        (
            "FREQ=YEARLY;BYMONTH=-1",
            "BYMONTH=-1 is out of range; write numbers from 1 to 12",
        ),
        (
            "FREQ=YEARLY;BYMONTH=001",
            "BYMONTH=001 is out of range; write numbers from 1 to 12",
        ),
        (
            "FREQ=YEARLY;BYMONTH=MAY",
            "BYMONTH=MAY is out of range; write numbers from 1 to 12",
        ),
        *(
            (
                f"FREQ=YEARLY;{name}=1,{wrong}",
                f"{name}={wrong} is out of range; write numbers from 1 to {most}, or from -1 to -{most}",
            )
            for name, most in (
                ("BYMONTHDAY", 31),
                ("BYYEARDAY", 366),
                ("BYWEEKNO", 53),
                ("BYSETPOS", 366),
            )
            for wrong in (0, most + 1, -most - 1, "--1")
        ),
        (
            "FREQ=YEARLY;BYMONTH=1,,2",
            "BYMONTH lists an empty value; write one ',' between two values",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,",
            "BYDAY lists an empty value; write one ',' between two values",
        ),
        # Weekdays
        (
            "FREQ=WEEKLY;BYDAY=XX",
            f"BYDAY=XX is not a weekday; {WEEKDAYS}; in a month or year also 1MO, -1FR",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1",
            f"BYDAY=1 is not a weekday; {WEEKDAYS}; in a month or year also 1MO, -1FR",
        ),
        *(
            (
                f"FREQ=YEARLY;BYDAY={number}MO",
                f"BYDAY={number}MO has a number out of range; write a number from 1 to 53, or from -1 to -53",
            )
            for number in (0, 54, -54, "001")
        ),
        ("FREQ=WEEKLY;WKST=1MO", f"WKST=1MO is not a weekday; {WEEKDAYS}"),
        # What goes together
        *(
            (
                f"FREQ={frequency};BYDAY=TU,1MO",
                f"BYDAY=1MO does not go with FREQ={frequency}; write BYDAY=MO, or FREQ=YEARLY or MONTHLY",
            )
            for frequency in ("WEEKLY", "DAILY")
        ),
        (
            "FREQ=YEARLY;BYDAY=-1MO;BYWEEKNO=20",
            "BYDAY=-1MO does not go with BYWEEKNO; write BYDAY=MO, or leave BYWEEKNO out",
        ),
        *(
            (
                f"FREQ={frequency};{name}=1",
                f"{name} does not go with FREQ={frequency}; leave it out, or write FREQ=YEARLY",
            )
            for frequency in ("MONTHLY", "WEEKLY", "DAILY")
            for name in ("BYYEARDAY", "BYWEEKNO")
        ),
        (
            "FREQ=WEEKLY;BYMONTHDAY=1",
            "BYMONTHDAY does not go with FREQ=WEEKLY; leave it out, or write FREQ=YEARLY, MONTHLY or DAILY",
        ),
        (
            "FREQ=MONTHLY;BYSETPOS=-1",
            "BYSETPOS chooses among the days of another BY part; write that too, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        # Days that never come
        (
            "FREQ=MONTHLY;BYDAY=6MO",
            f"BYDAY=6MO comes in no month; {IN_MONTHS}",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYDAY=-6MO",
            f"BYDAY=-6MO comes in no month; {IN_MONTHS}",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,-31",
            "BYMONTHDAY=30 comes in no month of BYMONTH; write a day from 1 to 29, or from -1 to -29",
        ),
        (
            "FREQ=MONTHLY;BYMONTH=6,9;BYMONTHDAY=31",
            "BYMONTHDAY=31 comes in no month of BYMONTH; write a day from 1 to 30, or from -1 to -30",
        ),
    ],
)
def test_an_unsound_rule_is_refused(rule: str, message: str) -> None:
    """The error names the part and its value, says why it is refused and what to write."""
    assert fault(rule) == message


@pytest.mark.parametrize(
    "rule",
    [
        "F" * LONG,
        "=" * LONG,
        ";" * LONG,
        "FREQ=YEARLY;INTERVAL=" + "9" * LONG,
        "FREQ=YEARLY;BYDAY=" + "1" * LONG + "MO",
        "FREQ=YEARLY;BYDAY=" + "MO," * LONG,
        "FREQ=YEARLY;BYMONTH=" + "1," * LONG,
        "FREQ=YEARLY;UNTIL=" + "1" * LONG,
        "FREQ=YEARLY;" + "BYDAY=MO;" * LONG,
        "FREQ=YEARLY;" + "X" * LONG + "=1",
        "FREQ=YEARLY;WKST=" + "MO" * LONG,
        "FREQ=YEARLY;BYWEEKNO=" + "-" * LONG,
    ],
)
def test_a_long_rule_is_refused_in_a_short_message(rule: str) -> None:
    """A hostile rule costs a moment, and a line."""
    found = RECURRENCE_RULE.fault(rule)
    assert found is not None
    assert sum(map(len, found)) < 400


@given(st.text() | st.text("FREQ=YALMONTHWKDI;BYU,+-0123456789"))
def test_any_text_is_a_rule_or_is_refused(text: str) -> None:
    """Whatever the text, it is read as a rule, or refused with a reason and a cure."""
    found = RECURRENCE_RULE.fault(text)
    if found is None:
        assert read_rule(text).frequency in text
    else:
        reason, hint = found
        assert reason
        assert hint


@pytest.mark.parametrize("value", [12, None, ["FREQ=YEARLY"], True, {}])
def test_a_file_holds_a_rule_as_text(value: object) -> None:
    """Another value than text is refused as in any other field, and nothing else is said."""
    table = {"id": "c", "summary": "C.", "recurrence": value}
    with pytest.raises(LoadError, match=r"commitments\[0\]\.recurrence \(c\)"):
        loads(
            json.dumps({"entente": 1, "commitments": [table]}), format="json"
        )
