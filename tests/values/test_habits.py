"""Dates, lengths of time and amounts as people write them, and what they are told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from entente import Period, Quantity
from entente.errors import (
    DurationError,
    NotationError,
    PeriodError,
    QuantityError,
    RangeError,
)
from entente.records._parts import Range
from entente.values._duration import Duration
from entente.values._habits import (
    refusal,
    suggest_amount,
    suggest_date,
    suggest_duration,
    suggest_range,
)

EXACT = {
    "30/01/2024": "2024-01-30",
    "1/30/2024": "2024-01-30",
    "30.01.2024": "2024-01-30",
    "30. 1. 2024": "2024-01-30",
    "30-01-2024": "2024-01-30",
    "2024/01/30": "2024-01-30",
    "2024.01.30": "2024-01-30",
    "2024 01 30": "2024-01-30",
    "2024-1-5": "2024-01-05",
    "20240130": "2024-01-30",
    "202401": "2024-01",
    "02/02/2024": "2024-02-02",
    "2024‑01‑30": "2024-01-30",
    "2024-01-30.": "2024-01-30",
    "2024-01-30T10:00": "2024-01-30",
    "2024-01-30 10:00": "2024-01-30",
    "30/01/2024, 10.30": "2024-01-30",
    "30/01/2024 10:30": "2024-01-30",
    "2024-1": "2024-01",
    "3/2024": "2024-03",
    "2024/01": "2024-01",
    "30 January 2024": "2024-01-30",
    "30-Jan-2024": "2024-01-30",
    "2024-Mar-05": "2024-03-05",
    "Jan 2024": "2024-01",
    "2024-2026": "2024/2026",
    "2024–2026": "2024/2026",
    "2024-01-30/2024-2-5": "2024-01-30/2024-02-05",
}

IN_WORDS = {
    "spring 2024": "2024-21",
    "Q1 2024": "2024-33",
    "2024-Q1": "2024-33",
    "by 2024": "[..2024]",
    "by the end of 2024": "[..2024-12-31]",
    "until 2024": "/2024",
    "c. 2024": "2024~",
    "2024-W05": "[2024-01-29..2024-02-04]",
    "2024-01-30 to 2024-02-15": "2024-01-30/2024-02-15",
}


@pytest.mark.parametrize(("text", "meant"), EXACT.items())
def test_a_date_that_means_one_thing_is_written_out(
    text: str, meant: str
) -> None:
    """What can mean one date alone leads to that date, whose words need not be kept."""
    assert suggest_date(text) == f'write "{meant}"'
    assert str(Period(meant)) == meant


@pytest.mark.parametrize(("text", "meant"), IN_WORDS.items())
def test_a_date_in_words_keeps_them(text: str, meant: str) -> None:
    """What is vague leads to the notation, with the words of the source."""
    assert (
        suggest_date(text)
        == f'write {{ edtf = "{meant}", stated = {text!r} }}'
    )
    assert Period(meant).edtf == meant


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "01/02/2024",
            'write "2024-02-01" if the day comes first, or "2024-01-02" if the month does',
        ),
        (
            "30/1/24",
            "write the year first and with four digits, such as 2024-01-30",
        ),
        (
            "31/02/2024",
            "there is no such day; write year, month and day, such as 2024-01-30",
        ),
        (
            "2024-30-01",
            'write "2024-01-30" if the day comes before the month',
        ),
        ("2024-01-00", 'write no more than is known: "2024-01"'),
        ("2024-00-00", 'write no more than is known: "2024"'),
        (
            "2023/24",
            (
                'write "2023/2024" for both years, or the days of the season or fiscal year, '
                'such as "2023-04/2024-03"'
            ),
        ),
        (
            "TBC",
            (
                "leave the key out if no date is known, "
                "or write { stated = 'TBC' } if those are the words of the source"
            ),
        ),
        (
            "next spring",
            (
                "write the date in EDTF, with the words as `stated`, "
                "or { stated = 'next spring' } if they name no date; "
                "Period.from_words reads many, given the day on which they were said"
            ),
        ),
        ("2024-01-30", None),
        ("2023-02-30", None),
        ("2024-W54", None),
        ("2023/25", None),
        ("99999999", None),
        ("10/2024/1", None),
        ("2024-01/10-2024", None),
        ("2024 - 30.2.2024", None),
        ("x" * 300, None),
        ("", None),
    ],
)
def test_nothing_is_guessed(text: str, hint: str | None) -> None:
    """Where two days may be meant both are said; where none is known, what to do; or nothing."""
    assert suggest_date(text) == hint


@given(st.dates(), st.sampled_from("/.-"))
def test_no_day_in_numbers_is_guessed(day: datetime.date, sign: str) -> None:
    """For any day, written with the day first, the hint holds it; and another if that may be meant."""
    text = f"{day.day:02}{sign}{day.month:02}{sign}{day.year:04}"
    hint = suggest_date(text)
    assert hint is not None
    assert day.isoformat() in hint
    is_unclear = day.day <= 12 and day.day != day.month
    assert ("if the month does" in hint) == is_unclear


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    """Whatever is written, something or nothing is said of it, and nothing raised."""
    for suggest in (suggest_date, suggest_duration, suggest_amount):
        assert suggest(text) != ""


NOTATIONS: dict[str, Callable[[str], object]] = {
    "date": Period,
    "duration": Duration,
    "amount": Quantity,
    "range": Range.of,
}


@given(
    st.from_regex(
        r"p?\d{1,4} ?(d|W|months?|-year)"
        r"|(an?|two|twenty-one) (day|years)"
        r"|[LP]?\d{1,3}( ?[-–] ?|to| )\d{1,3}"
        r"|\d{1,4}[-/. ]\d{1,2}([-/. ]\d{1,4})?"
        r"|[£€<>~]? ?\d{1,3}[,.]?\d{0,3} ?(m|%|GBP|people|bn)?",
        fullmatch=True,
    )
)
def test_every_hint_is_one_that_can_be_followed(text: str) -> None:
    """What a hint says to write is in the notation, also where the text was none of its own."""
    for noun, suggest in {
        "date": suggest_date,
        "duration": suggest_duration,
        "amount": suggest_amount,
        "range": suggest_range,
    }.items():
        for meant in re.findall(r'"(.*?)"', suggest(text) or ""):
            assert NOTATIONS[noun](meant)


@pytest.mark.parametrize("text", ["P0D", "0 days", "0y"])
def test_no_length_of_time_is_left_out(text: str) -> None:
    """A key says nothing with it, and there is no notation for it."""
    with pytest.raises(DurationError):
        Duration(text)
    hint = "leave the key out, as nothing lies between"
    assert suggest_duration(text) == hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 months", "P6M"),
        ("٦ months", "P6M"),
        ("06 months", "P6M"),
        ("six months", "P6M"),
        ("A year", "P1Y"),
        ("twenty-one days", "P21D"),
        ("90d", "P90D"),
        ("p6m", "P6M"),
        ("2-week", "P2W"),
    ],
)
def test_a_length_of_time_is_written_out(text: str, meant: str) -> None:
    """A number and a unit lead to the notation."""
    assert suggest_duration(text) == f'write "{meant}"'
    assert Duration(meant)


@pytest.mark.parametrize("text", ["some months", "half a year", "P6", ""])
def test_a_vague_length_of_time_is_not_guessed(text: str) -> None:
    """What names no number of units leads nowhere."""
    assert suggest_duration(text) is None


def test_an_amount_is_written_out() -> None:
    """What `Quantity.from_words` reads leads to the notation, and nothing else does."""
    assert suggest_amount("£500,000") == 'write "500000 GBP"'
    assert suggest_amount("$100") is None
    assert suggest_amount("500 people") is None


def test_a_refusal_says_what_to_write_or_why() -> None:
    """With a cure the reason is left out, since it is about letters; without one it is kept."""
    cases: list[tuple[NotationError, tuple[str, str | None]]] = [
        (
            PeriodError("30/01/2024", "no"),
            ("'30/01/2024' is not a date (EDTF)", 'write "2024-01-30"'),
        ),
        (
            QuantityError("£5", "no"),
            ("'£5' is not an amount", 'write "5 GBP"'),
        ),
        (
            DurationError("a day", "no"),
            ("'a day' is not a duration", 'write "P1D"'),
        ),
        (RangeError("6 – 8", "no"), ("'6 – 8' is not a range", 'write "6-8"')),
        (
            RangeError("9-8", "no"),
            (
                "'9-8' is not a range: no",
                None,
            ),
        ),
        (RangeError("x", "no"), ("'x' is not a range: no", None)),
        (PeriodError("x", "no"), ("'x' is not a date: no", None)),
    ]
    for error, said in cases:
        assert refusal(error) == said


def test_an_amount_that_is_one_is_no_cure() -> None:
    """What is an amount already is not offered for itself."""
    assert str(Quantity("5 GBP")) == "5 GBP"
    assert suggest_amount("5 GBP") is None
