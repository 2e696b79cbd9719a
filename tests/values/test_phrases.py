"""The date phrases of communiqués, read against the day on which they were said."""

from __future__ import annotations

import datetime
import os

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

from entente import Truth
from entente.errors import PeriodError, RecordError
from entente.values._conventions import CONVENTIONS, Conventions
from entente.values._period import Period
from entente.values._phrases import MAX_LENGTH

FUZZ = settings(
    max_examples=int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "500"))
)

SAID = "2024-01-30"  # a Tuesday, in winter

READ = {
    # days
    "today": "2024-01-30",
    "tomorrow": "2024-01-31",
    "yesterday": "2024-01-29",
    "on 4 March 2024": "2024-03-04",
    "on the 4th of March 2024": "2024-03-04",
    "March 4, 2024": "2024-03-04",
    "on March 4th": "2024-03-04",
    "4 Mar. 2024": "2024-03-04",
    "30 January": "2024-01-30",
    "29 December": "2024-12-29",
    "29 February": "2024-02-29",
    "2024-03-04": "2024-03-04",
    "Tuesday (30 January)": "2024-01-30",
    "Tuesday (January 30)": "2024-01-30",
    "on Monday 29 January": "2024-01-29",
    "on Friday, 29 December": "2023-12-29",
    "Monday, March 4, 2024": "2024-03-04",
    "90 days from today": "2024-04-29",
    "90 days from now": "2024-04-29",
    "100 days after 4 March 2024": "2024-06-12",
    "one day after tomorrow": "2024-02-01",
    "10 days ago": "2024-01-20",
    # months
    "March 2024": "2024-03",
    "in March": "2024-03",
    "in January": "2024-01",
    "in Sept. 2025": "2025-09",
    "March next year": "2025-03",
    "in March of last year": "2023-03",
    "next year's March": "2025-03",
    "this month": "2024-01",
    "next month": "2024-02",
    "last month": "2023-12",
    "this March": "2024-03",
    "last March": "2023-03",
    "next January": "2025-01",
    "last January": "2023-01",
    "later this month": "2024-01",
    "in early March": "2024-03",
    "mid-March 2024": "2024-03",
    "at the end of October": "2024-10",
    # seasons
    "in the spring": "2024-21",
    "this spring": "2024-21",
    "last spring": "2023-21",
    "this summer": "2024-22",
    "spring next year": "2025-21",
    "in the autumn of 2024": "2024-23",
    "fall 2024": "2024-23",
    "winter 2024/25": "2024-24",
    "in the winter of 2024–2025": "2024-24",
    "in the winter": "2023-24",
    "this winter": "2023-24",
    "next winter": "2024-24",
    "last winter": "2022-24",
    "late summer 2024": "2024-22",
    # years and their parts
    "in 2030": "2030",
    "in the year 2030": "2030",
    "this year": "2024",
    "next year": "2025",
    "during the current year": "2024",
    "in the previous year's March": "2023-03",
    "later this year": "2024",
    "earlier this year": "2024",
    "this decade": "202X",
    "in the 2020s": "202X",
    "early 2024": "2024-37",
    "early in 2024": "2024-37",
    "mid-2024": "2024-38",
    "mid 2024": "2024-38",
    "late 2024": "2024-39",
    "early next year": "2025-37",
    "at the beginning of 2025": "2025-37",
    "in the middle of 2025": "2025-38",
    "the end of this year": "2024-39",
    "the first half of 2025": "2025-40",
    "in the second half of the year": "2024-41",
    "H1 2025": "2025-40",
    "in the second quarter of 2025": "2025-34",
    "the last quarter of next year": "2025-36",
    "Q2 2025": "2025-34",
    "Q4 of 2025": "2025-36",
    "the final third of 2025": "2025-39",
    # deadlines
    "by the end of the year": "../2024-12-31",
    "by year-end": "../2024-12-31",
    "by the year’s end": "../2024-12-31",
    "by the end of next month": "../2024-02-29",
    "by the end of the month": "../2024-01-31",
    "by the end of October": "../2024-10-31",
    "by the end of the decade": "../2029-12-31",
    "by the end of the spring": "../2024-05-31",
    "by the end of winter 2024/25": "../2025-02-28",
    "by the end of the first quarter of 2025": "../2025-03-31",
    "before the end of 2026": "../2026-12-31",
    "by 2030": "../2030",
    "by March": "../2024-03",
    "by early March": "../2024-03",
    "by mid-2025": "../2025-38",
    "by summer 2025": "../2025-22",
    "by 4 March 2024.": "../2024-03-04",
    "no later than 2030": "../2030-12-31",
    "by no later than March 2025": "../2025-03-31",
    "not later than 31 March 2025": "../2025-03-31",
    "on or before 31 March 2025": "../2025-03-31",
    "by 2030 at the latest": "../2030-12-31",
    "by the end of March at the latest": "../2024-03-31",
    "at the end of 2026 at the latest": "../2026-12-31",
    "before 2030": "../2029-12-31",
    "before 2020": "../2019-12-31",
    "before the summer": "../2024-05-31",
    "before mid-2025": "../2025-04-30",
    # beginnings and ends
    "since May 2023": "2023-05/..",
    "since May": "2023-05/..",
    "since January": "2024-01/..",
    "since 2019": "2019/..",
    "since the beginning of the year": "2024-01-01/..",
    "since the start of 2022": "2022-01-01/..",
    "since 5 January": "2024-01-05/..",
    "since yesterday": "2024-01-29/..",
    "from 1 July 2024": "2024-07-01/..",
    "as from 1 May 2024": "2024-05-01/..",
    "from July 2024 onwards": "2024-07/..",
    "starting in 2025": "2025/..",
    "beginning 1 July 2024": "2024-07-01/..",
    "after 2030": "2031-01-01/..",
    "after the summer": "2024-09-01/..",
    "until 2026": "/2026",
    "until the end of 2026": "/2026-12-31",
    "up to 31 March 2025": "/2025-03-31",
    "through the end of 2026": "/2026-12-31",
    # stretches of time
    "within 90 days": "2024-01-30/2024-04-29",
    "within three months": "2024-01-30/2024-04-30",
    "within a year": "2024-01-30/2025-01-30",
    "within 90 days of 4 March 2024": "2024-03-04/2024-06-02",
    "within the next 12 months": "2024-01-30/2025-01-30",
    "over the next five years": "2024-01-30/2029-01-30",
    "for the next two weeks": "2024-01-30/2024-02-13",
    "over the past two years": "2022-01-30/2024-01-30",
    "throughout 2024": "2024-01-01/2024-12-31",
    "throughout next month": "2024-02-01/2024-02-29",
    "in the coming days": "2024-01-30/2024-02-13~",
    "the coming weeks": "2024-01-30/2024-03~",
    "in the coming months": "2024-01-30/2024-07~",
    "over the next few months": "2024-01-30/2024-07~",
    "in the months ahead": "2024-01-30/2024-07~",
    "over coming years": "2024-01-30/2029~",
    # two dates joined
    "10–12 December": "2024-12-10/2024-12-12",
    "10 - 12 December 2024": "2024-12-10/2024-12-12",
    "on 10 and 11 December": "2024-12-10/2024-12-11",
    "from 10 to 12 December 2024": "2024-12-10/2024-12-12",
    "30 November–2 December 2024": "2024-11-30/2024-12-02",
    "30 December to 2 January 2025": "2024-12-30/2025-01-02",
    "30 December 2024 to 2 January 2025": "2024-12-30/2025-01-02",
    "from March to June 2024": "2024-03/2024-06",
    "December and January": "2023-12/2024-01",
    "in March and April 2024": "2024-03/2024-04",
    "in 2024 and 2025": "2024/2025",
    "from 2025 to 2027": "2025/2027",
    "2025-2027": "2025/2027",
    "over 2025 and 2026": "2025/2026",
    "from today until the end of 2026": "2024-01-30/2026-12-31",
    "from spring 2025 to early 2026": "2025-21/2026-37",
}

NO_RULE = "no rule reads these words without a guess; write the date as EDTF"
NO_SUCH_DAY = "there is no such day within a year of its being said"
JUST_PASSED = "it may be the one that has just passed; write the year"
WHICH = "it does not say which one; write the date with the weekday"
ONE_OF_TWO = "it may be one of two when said on 2024-01-30; write the year"
COUNTED = "it may be counted from today or be one of the calendar; write which"
BETWEEN = (
    "'between' may mean one day or all of them; write 'from … to …' or EDTF"
)
WHOSE = "whose fiscal year is meant: give the country, as in country='GB'"
TWO_YEARS = "is it a season, a fiscal year or a span: say which"

REFUSED = {
    "": NO_RULE,
    "soon": NO_RULE,
    "in due course": NO_RULE,
    "as soon as possible": NO_RULE,
    "in the near future": NO_RULE,
    "recently": NO_RULE,
    "in 90 days": NO_RULE,
    "in two weeks' time": NO_RULE,
    "five years ago": NO_RULE,
    "over the summer": NO_RULE,
    "in the coming year": NO_RULE,
    "in the year": NO_RULE,
    "over five years": NO_RULE,
    "the 21st century": NO_RULE,
    "at Easter": NO_RULE,
    "through 2026": NO_RULE,
    "in 2025-27": TWO_YEARS,
    "in the fortieth quarter of 2025": NO_RULE,
    "this quarter": NO_RULE,
    "Smarch 2024": NO_RULE,
    "٤ March 2024": NO_RULE,
    "on Tuesday": WHICH,
    "next Tuesday": WHICH,
    "last Friday": WHICH,
    "by Friday": WHICH,
    "next week": "a week has no notation; write its days",
    "by the end of the week": "a week has no notation; write its days",
    "next spring": ONE_OF_TWO,
    "next March": ONE_OF_TWO,
    "by next summer": ONE_OF_TWO,
    "in the next year": COUNTED,
    "by the last month": COUNTED,
    "between 2025 and 2027": BETWEEN,
    "4/3/2024": "it is unclear which number is the month; write the name of the month",
    "by 4.3.2024": "it is unclear which number is the month; write the name of the month",
    "2024/25": TWO_YEARS,
    "winter 2024": "which winter: it lies in two years; write both, as in 2024/25",
    "winter next year": "which winter: it lies in two years; write both, as in 2024/25",
    "summer 2024/25": "a summer lies in one year, not in two",
    "winter 2024/26": "26 is not the year after 2024",
    "Monday (30 January)": "2024-01-30 is a Tuesday, not a Monday",
    "Friday 4 March 2024": "2024-03-04 is a Monday, not a Friday",
    "30 February 2024": "there is no day 30: 2024-02 has 29 days",
    "29 January": JUST_PASSED,
    "on 10 January": JUST_PASSED,
    "from 10 to 12 January": JUST_PASSED,
    "31 February": NO_SUCH_DAY,
    "Monday 31 June": NO_SUCH_DAY,
    "2024-02-30": "there is no day 30: 2024-02 has 29 days (at character 9)",
    "in 2024-2025": TWO_YEARS,
    "no later than the start of 2026": "'start of 2026' has no first or last day",
    "10, 2023 to 12 March 2024": NO_RULE,
    "in 2024 and 2026": "2024 and 2026 are not one span; read them one by one",
    "10 and 12 December": "2024-12-10 and 2024-12-12 are not one span; read them one by one",
    "12–10 December": "it runs backward, from 2024-12-12 to 2024-12-10",
    "from 2027 to 2025": "it runs backward, from 2027 to 2025",
    "since 2030": "'since' looks back, but 2030 comes after 2024-01-30",
    "since tomorrow": "'since' looks back, but 2024-01-31 comes after 2024-01-30",
    "by yesterday": "it was over when said on 2024-01-30; write the year",
    "by the end of last year": "it was over when said on 2024-01-30; write the year",
    "before January": "it was over when said on 2024-01-30; write the year",
    "before late March": "'late march' has no first or last day",
    "no later than early March": "'early march' has no first or last day",
    "before later this year": "'later this year' has no first or last day",
    "early 4 March": "'early' is read of a year, a month or a season only",
    "late in the 2020s": "'late' is read of a year, a month or a season only",
    "the first half of March": "a half is read of a calendar year only",
    "the third half of 2024": "a year has 2 halves only",
    "the fourth third of 2024": "a year has 3 thirds only",
    "H3 2024": "a year has 2 halves only",
    "within 90 days of March 2024": "'march 2024' is not a single day to count from",
    "within 9999 years": "it leads outside the years 0001 to 9999",
    "FY 2023/24": WHOSE,
    "by the end of fiscal year 2024": WHOSE,
}


def read(words: str, said: str = SAID, country: str | None = None) -> str:
    return str(Period.from_words(words, said=said, country=country))


@pytest.mark.parametrize(("words", "text"), READ.items())
def test_phrases_that_are_read(words: str, text: str) -> None:
    """A phrase of the tables means what it says, keeps its words, and its meaning is valid EDTF."""
    period = Period.from_words(words, said=SAID)
    assert str(period) == text
    assert period == Period(text)
    assert period.stated == words


@pytest.mark.parametrize("words", READ)
def test_case_and_white_space_do_not_matter(words: str) -> None:
    """Capitals, doubled spaces and a stop at the end change nothing."""
    assert read(f"  {words.upper().replace(' ', '  ')}. ") == READ[words]


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_phrases_that_are_refused(words: str, reason: str) -> None:
    """What no rule reads, what may be read in two ways and what cannot be is an error with its reason."""
    with pytest.raises(PeriodError) as caught:
        Period.from_words(words, said=SAID)
    assert str(caught.value) == f"{words!r} is not a date: {reason}"
    assert caught.value.text == words


@pytest.mark.parametrize(
    ("words", "said", "text"),
    [
        # A season that has begun is this one until it is over.
        ("in the spring", "2024-02-29", "2024-21"),
        ("in the spring", "2024-05-31", "2024-21"),
        ("in the spring", "2024-07-02", "2025-21"),
        ("in the winter", "2024-12-01", "2024-24"),
        ("since spring", "2024-07-15", "2024-21/.."),
        ("since winter", "2024-07-15", "2023-24/.."),
        ("this spring", "2024-07-15", "2024-21"),
        ("next spring", "2024-04-01", "2025-21"),
        ("next spring", "2024-07-15", "2025-21"),
        ("last spring", "2024-04-01", "2023-21"),
        ("last winter", "2024-07-15", "2023-24"),
        ("next winter", "2024-12-15", "2025-24"),
        ("next March", "2024-07-15", "2025-03"),
        # Years and months turn.
        ("by the end of March", "2024-04-01", "../2025-03-31"),
        ("by 1 January", "2024-12-20", "../2025-01-01"),
        ("Tuesday (7 January)", "2024-12-20", "2025-01-07"),
        ("Sunday (31 December)", "2024-01-02", "2023-12-31"),
        ("next month", "2024-12-31", "2025-01"),
        ("last month", "2024-01-01", "2023-12"),
        ("within a month", "2024-01-31", "2024-01-31/2024-02-29"),
        ("within one year", "2024-02-29", "2024-02-29/2025-02-28"),
        ("in the coming months", "2024-11-15", "2024-11-15/2025-05~"),
        ("the end of the 2020s", "2024-01-30", None),
        # The ends of the calendar.
        ("this year", "9999-12-31", "9999"),
        ("since January", "0001-01-01", "0001-01/.."),
        ("tomorrow", "9999-12-31", None),
        ("yesterday", "0001-01-01", None),
        ("next year", "9999-06-01", None),
        ("in March", "9999-06-01", None),
        ("since March", "0001-01-01", None),
        ("next month", "9999-12-31", None),
        ("this spring", "9999-12-31", "9999-21"),
        ("this winter", "9998-07-01", None),
        ("in the spring", "2024-06-10", None),
        ("this winter", "2024-04-01", None),
        ("next winter", "2024-07-15", None),
        ("last spring", "2024-07-15", None),
        ("last March", "2024-07-15", None),
        ("29 February", "2025-06-01", None),
        ("29 February", "2024-06-01", None),
    ],
)
def test_the_day_of_saying_decides(
    words: str, said: str, text: str | None
) -> None:
    """The same words mean other days when said on another day, or cannot be read."""
    if text is None:
        with pytest.raises(PeriodError):
            read(words, said)
    else:
        assert read(words, said) == text


@pytest.mark.parametrize(
    ("words", "country", "text"),
    [
        ("FY 2023/24", "GB", "2023-04-01/2024-03-31"),
        ("in the 2023-24 financial year", "GB", "2023-04-01/2024-03-31"),
        ("FY2023/2024", "AU", "2023-07-01/2024-06-30"),
        ("in fiscal year 2024", "US", "2023-10-01/2024-09-30"),
        ("FY 2023/24", "US", "2023-10-01/2024-09-30"),
        ("FY 2023", "JP", "2023-04-01/2024-03-31"),
        ("financial year 2024", "FR", "2024-01-01/2024-12-31"),
        ("by the end of FY 2023/24", "GB", "../2024-03-31"),
        ("since FY 2022/23", "GB", "2022-04-01/.."),
        ("by FY 2026/27", "GB", "../2027-03-31"),
        ("throughout FY 2023/24", "IN", "2023-04-01/2024-03-31"),
    ],
)
def test_fiscal_years_need_a_country(
    words: str, country: str, text: str
) -> None:
    """With its country, a fiscal year is the span that its number names."""
    assert read(words, country=country) == text


@pytest.mark.parametrize(
    ("words", "country", "reason"),
    [
        ("FY 2023/24", "XX", "the fiscal year of XX is not known here"),
        (
            "FY 2024",
            "GB",
            "it begins and ends in different years; write both, as in FY 2023/24",
        ),
        (
            "FY 2023/24",
            "FR",
            "a fiscal year of FR lies in one year, not in two",
        ),
        ("FY 2023/25", "GB", "25 is not the year after 2023"),
        (
            "FY 1998/99",
            "GB",
            "fiscal years are known here from 2000 to 9998; give its span instead",
        ),
        (
            "the first half of FY 2023/24",
            "GB",
            "a half is read of a calendar year only",
        ),
        (
            "early FY 2024",
            "US",
            "'early' is read of a year, a month or a season only",
        ),
    ],
)
def test_fiscal_years_that_are_refused(
    words: str, country: str, reason: str
) -> None:
    """An unknown country, and a number that may mean two years, are errors."""
    with pytest.raises(PeriodError) as caught:
        read(words, country=country)
    assert str(caught.value) == f"{words!r} is not a date: {reason}"


@pytest.mark.parametrize(
    "said",
    [
        "2024-01",
        "2024-01-30?",
        "2024-01-30~",
        "2024-01-30/2024-01-30",
        "../..",
        "202X-01-30",
    ],
)
def test_said_is_one_definite_day(said: str) -> None:
    """Words said on a vague day cannot be read."""
    with pytest.raises(PeriodError) as caught:
        read("tomorrow", said)
    assert (
        str(caught.value)
        == f"{said!r} is not a date: 'said' must be one definite day, such as 2024-01-30"
    )


def test_said_may_be_any_form_of_a_day() -> None:
    """The day of saying is a period, a date or text."""
    for said in (
        Period("2024-01-30", stated="today"),
        datetime.date(2024, 1, 30),
        "2024-01-30T10:00:00Z",
    ):
        assert Period.from_words("tomorrow", said=said) == Period("2024-01-31")


def test_conventions_can_be_replaced() -> None:
    """What is a convention is the caller's to choose; the given ones stay as they are."""
    south = attrs.evolve(
        CONVENTIONS,
        spring="29",
        summer="30",
        autumn="31",
        winter="32",
        early="33",
        coming_months=3,
    )

    def read_south(words: str) -> str:
        return str(Period.from_words(words, said=SAID, conventions=south))

    assert read_south("in the spring") == "2024-29"
    assert read_south("in the winter of 2024") == "2024-32"
    assert read_south("in summer 2024/25") == "2024-30"
    assert read_south("this summer") == "2023-30"
    assert read_south("early 2025") == "2025-33"
    assert read_south("in the coming months") == "2024-01-30/2024-04~"
    assert Conventions() == CONVENTIONS


def test_what_has_just_passed_is_a_convention() -> None:
    """How long ago a date without a year must have been, to be read as a coming one, can be chosen."""
    assert read("in October") == "2024-10"
    with pytest.raises(PeriodError, match="just passed"):
        Period.from_words(
            "in October", said=SAID, conventions=Conventions(recent_days=91)
        )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"early": "13"},
            "early: '13' is not a part of a year: give a code from 21 to 41",
        ),
        (
            {"spring": "03"},
            "spring: '03' is not a part of a year: give a code from 21 to 41",
        ),
        ({"coming_days": 0}, "coming_days: 0 is not a whole number above 0"),
        (
            {"coming_years": 1.5},
            "coming_years: 1.5 is not a whole number above 0",
        ),
    ],
)
def test_conventions_are_checked(
    changes: dict[str, object], message: str
) -> None:
    """A convention that cannot be is an error where it is made."""
    with pytest.raises(RecordError) as caught:
        Conventions(**changes)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_the_spring_meeting() -> None:
    """The case that started it: a meeting announced for the spring was held on 4 March."""
    announced = Period.from_words("in the spring", said=SAID)
    assert Period("2024-03-04").within(announced) is Truth.YES
    assert announced.within("2024-03-04") is Truth.MAYBE


def test_long_texts_are_refused_unread() -> None:
    """Beyond the length of any phrase nothing is read, so that no text takes more than linear time."""
    with pytest.raises(
        PeriodError,
        match=r"longer than any phrase that can be read \(200 characters\)",
    ):
        read("x" * (MAX_LENGTH + 1))


WORDS = sorted(
    {
        word
        for words in (*READ, *REFUSED)
        for word in words.replace("-", " - ").split()
    }
)


@FUZZ
@given(
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
    | st.sampled_from([*READ])
    | st.text(max_size=60),
    st.dates(),
)
@example("early " * 33, datetime.date(2024, 1, 30))
@example("from " + "to " * 60, datetime.date(2024, 1, 30))
@example("1 day after " * 16, datetime.date(2024, 1, 30))
def test_reading_is_total(words: str, said: datetime.date) -> None:
    """Any words on any day give a period, or an error that shows them."""
    try:
        period = Period.from_words(words, said=said, country="US")
    except PeriodError as error:
        caught = error
    else:
        assert Period(str(period)) == period
        return
    assert caught.text == words
    assert caught.reason
