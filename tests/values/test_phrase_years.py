"""Dates without a year, the words of a country, and what the caller says of both."""

from __future__ import annotations

import pytest

from entente.errors import PeriodError
from entente.values._conventions import (
    CONVENTIONS,
    NORTHERN_COUNTRIES,
    SOUTHERN_COUNTRIES,
    Conventions,
)
from entente.values._period import Period
from entente.values._phrase_context import Look
from read_phrases import SAID


def read(
    words: str,
    said: str = SAID,
    country: str | None = None,
    look: Look | None = None,
) -> str:
    return str(Period.from_words(words, said=said, country=country, look=look))


def reason(words: str, said: str = SAID, country: str | None = None) -> str:
    with pytest.raises(PeriodError) as caught:
        read(words, said, country)
    assert caught.value.text == words
    return caught.value.reason


@pytest.mark.parametrize(
    ("words", "said", "text"),
    [
        # A season that has begun is this one until it is over.
        ("in the spring", "2024-02-29", "2024-21"),
        ("in the spring", "2024-05-31", "2024-21"),
        ("in the winter", "2024-12-01", "2024-24"),
        ("since spring", "2024-07-15", "2024-21/"),
        ("since winter", "2024-07-15", "2023-24/"),
        ("this spring", "2024-07-15", "2024-21"),
        ("this autumn", "2024-01-30", "2024-23"),
        ("this January", "2024-03-20", "2024-01"),
        ("next spring", "2024-04-01", "2025-21"),
        ("next spring", "2024-07-15", "2025-21"),
        ("last spring", "2024-04-01", "2023-21"),
        ("last winter", "2024-07-15", "2023-24"),
        ("next winter", "2024-12-15", "2025-24"),
        ("next March", "2024-07-15", "2025-03"),
        ("earlier this spring", "2024-05-15", "2024-21"),
        ("later this month", "2024-12-30", "2024-12"),
        ("the rest of May", "2025-05-10", "2025-05-10/2025-05-31"),
        # The coming one, if it is near, or if there was none yet this year.
        ("in March", "2024-01-15", "2024-03"),
        ("in January", "2024-12-20", "2025-01"),
        ("June 9", "2025-05-12", "2025-06-09"),
        ("on 5 January", "2024-12-20", "2025-01-05"),
        ("10–12 December", "2024-11-20", "2024-12-10/2024-12-12"),
        # A deadline lies ahead.
        ("by October", "2024-01-30", "[..2024-10]"),
        ("by March", "2024-10-20", "[..2025-03]"),
        ("by 1 January", "2024-12-20", "[..2025-01-01]"),
        ("by the end of March", "2024-03-05", "[..2024-03-31]"),
        ("by the end of the autumn", "2024-11-28", "[..2024-11-30]"),
        ("by this autumn", "2024-11-28", "[..2024-23]"),
        # Years and months turn.
        ("Tuesday (7 January)", "2024-12-20", "2025-01-07"),
        ("Sunday (31 December)", "2024-01-02", "2023-12-31"),
        ("next month", "2024-12-31", "2025-01"),
        ("last month", "2024-01-01", "2023-12"),
        ("within a month", "2024-01-31", "[2024-01-31..2024-02-29]"),
        ("within one year", "2024-02-29", "[2024-02-29..2025-02-28]"),
        ("in the coming months", "2024-11-15", "[2024-11-15..2025-05~]"),
        ("the night of 31 December to 1 January", "2024-12-20", "2024-12-31/2025-01-01"),
        # The ends of the calendar.
        ("this year", "9999-12-31", "9999"),
        ("since January", "0001-01-01", "0001-01/"),
        ("this autumn", "9999-12-31", "9999-23"),
    ],
)  # fmt: skip
def test_the_day_of_saying_decides(words: str, said: str, text: str) -> None:
    """The same words mean other days when said on another day."""
    assert read(words, said) == text


@pytest.mark.parametrize(
    ("words", "said", "last", "coming"),
    [
        ("June 9", "2025-08-12", "2025-06-09", "2026-06-09"),
        ("through the end of May", "2022-06-10", "2022-05", "2023-05"),
        ("until the end of May", "2022-06-10", "2022-05", "2023-05"),
        ("by the end of March", "2024-04-01", "2024-03", "2025-03"),
        ("by June 9", "2025-08-12", "2025-06-09", "2026-06-09"),
        ("before May", "2024-06-10", "2024-05", "2025-05"),
        ("in October", "2024-01-30", "2023-10", "2024-10"),
        ("in March", "2024-12-20", "2024-03", "2025-03"),
        ("in the spring", "2024-07-02", "2024-21", "2025-21"),
        ("in May or June", "2024-08-01", "2024-05", "2025-05"),
        ("10–12 December", "2024-01-30", "2023-12-12", "2024-12-12"),
        ("week of 4 March", "2024-05-02", "2024-03-04", "2025-03-04"),
    ],
)
def test_a_date_that_may_have_passed_is_refused(
    words: str, said: str, last: str, coming: str
) -> None:
    """A date that was not long ago does not jump a year: the error shows both, and asks which."""
    assert reason(words, said) == (
        f"it may be {last} or {coming}; write the year,"
        " or say look='back' or look='ahead'"
    )


@pytest.mark.parametrize(
    ("words", "said", "back", "ahead"),
    [
        ("June 9", "2025-08-12", "2025-06-09", "2026-06-09"),
        ("in October", "2024-01-30", "2023-10", "2024-10"),
        ("in the spring", "2024-07-02", "2024-21", "2025-21"),
        ("through the end of May", "2022-06-10", "/2022-05-31", "/2023-05-31"),
        ("by the end of March", "2024-04-01", "[..2024-03-31]", "[..2025-03-31]"),
        ("10–12 December", "2024-01-30", "2023-12-10/2023-12-12", "2024-12-10/2024-12-12"),
        ("from March to June", "2024-04-10", "2023-03/2023-06", "2024-03/2024-06"),
        ("before May", "2024-06-10", "[..2024-04-30]", "[..2025-04-30]"),
        ("since May", "2024-03-10", "2023-05/", "2023-05/"),
        ("4 March 2024", "2024-01-30", "2024-03-04", "2024-03-04"),
    ],
)  # fmt: skip
def test_the_caller_may_say_where_to_look(
    words: str, said: str, back: str, ahead: str
) -> None:
    """With `look`, a date without a year is the last that has begun, or the next not yet over."""
    assert read(words, said, look="back") == back
    assert read(words, said, look="ahead") == ahead


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("by the autumn", "2024-11-28"),
        ("by autumn", "2024-09-01"),
        ("by March", "2024-03-05"),
        ("by early March", "2024-03-28"),
        ("no later than the autumn", "2024-11-28"),
        ("until the autumn", "2024-11-28"),
        ("by the autumn at the latest", "2024-11-28"),
    ],
)
def test_a_limit_that_is_running_is_refused(words: str, said: str) -> None:
    """By the autumn, said in the autumn, is hardly by the end of this one."""
    assert reason(words, said) == (
        f"it was running when said on {said}; write the year, or 'the end of' it"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("from March to June", "2024-04-10"),
        ("from 10 March to 30 June", "2025-05-01"),
        ("10–12 December", "2024-12-11"),
        ("December and January", "2024-01-30"),
    ],
)
def test_a_range_that_has_begun_is_refused(words: str, said: str) -> None:
    """A range without a year does not begin in the past by the choice of one."""
    assert reason(words, said) == (
        f"it had begun when said on {said};"
        " write the year, or say look='back' or look='ahead'"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the end of the 2020s", "9999-12-31"),
        ("tomorrow", "9999-12-31"),
        ("yesterday", "0001-01-01"),
        ("next year", "9999-06-01"),
        ("in March", "9999-06-01"),
        ("since March", "0001-01-01"),
        ("next month", "9999-12-31"),
        ("this winter", "9998-07-01"),
        ("this winter", "2024-04-01"),
        ("next winter", "2024-07-15"),
        ("last spring", "2024-07-15"),
        ("last March", "2024-07-15"),
        ("29 February", "2025-06-01"),
        ("29 February", "2024-06-01"),
        ("by mid-year", "2024-12-20"),
        ("this January", "2024-12-20"),
        ("this March", "2024-12-20"),
        ("this spring", "2024-12-20"),
        ("this December", "2025-01-05"),
        ("by this February", "2025-12-30"),
        ("later this summer", "2025-09-10"),
        ("later this year", "2025-12-31"),
        ("earlier this spring", "2025-02-10"),
    ],
)  # fmt: skip
def test_the_day_of_saying_forbids(words: str, said: str) -> None:
    """What lies outside the calendar, is over or may be one of two is refused."""
    if words == "the end of the 2020s":
        assert read(words, said) == "[2027~..2029]"
    else:
        assert reason(words, said)


def test_how_near_a_coming_date_is_can_be_chosen() -> None:
    """A coming date that this year had already is read if it is near enough."""
    assert "may be" in reason("in March", "2024-12-20")
    near = Conventions(near_days=100)
    march = Period.from_words("in March", said="2024-12-20", conventions=near)
    assert march == Period("2025-03")


@pytest.mark.parametrize(
    ("words", "said", "country", "text"),
    [
        ("this summer", "2023-12-15", "AU", "2023-30"),
        ("in the summer", "2023-12-15", "NZ", "2023-30"),
        ("summer 2024/25", "2024-01-30", "ZA", "2024-30"),
        ("in winter 2024", "2024-01-30", "AR", "2024-32"),
        ("by the end of spring 2024", "2024-01-30", "CL", "[..2024-11-30]"),
        ("this summer", "2024-01-30", "GB", "2024-22"),
        ("in the autumn of 2024", "2024-01-30", "EU", "2024-23"),
    ],
)
def test_seasons_follow_the_country(
    words: str, said: str, country: str, text: str
) -> None:
    """Summer in Australia begins in December."""
    assert read(words, said, country) == text


@pytest.mark.parametrize("country", ["KE", "IN", "SG", "BR", "XX"])
def test_seasons_of_other_countries_are_refused(country: str) -> None:
    """Between the tropics, a summer is not one of the four seasons, or that of either hemisphere."""
    assert reason("in summer 2024", country=country) == (
        f"the seasons of {country} are not known here; write the months"
    )
    assert read("in March", country=country) == "2024-03"


def test_conventions_of_the_caller_come_before_the_country() -> None:
    """Seasons follow the country only where no conventions are given."""
    period = Period.from_words(
        "in summer 2024", said=SAID, country="AU", conventions=CONVENTIONS
    )
    assert period == Period("2024-22")


def test_no_country_is_in_both_hemispheres() -> None:
    """A country has the seasons of one hemisphere."""
    assert NORTHERN_COUNTRIES.isdisjoint(SOUTHERN_COUNTRIES)


@pytest.mark.parametrize(
    ("words", "country", "text"),
    [
        ("FY 2023/24", "GB", "2023-04-01/2024-03-31"),
        ("in the 2023-24 financial year", "GB", "[2023-04-01..2024-03-31]"),
        ("in 2022-23", "IN", "[2022-04-01..2023-03-31]"),
        ("within FY 2023/24", "GB", "[2023-04-01..2024-03-31]"),
        ("at some point in FY 2023/24", "GB", "[2023-04-01..2024-03-31]"),
        ("later this fiscal year", "GB", "[2023-04-01..2024-03-31]"),
        ("earlier this financial year", "IN", "[2023-04-01..2024-03-31]"),
        ("the remainder of FY 2023/24", "GB", "2024-01-30/2024-03-31"),
        ("since the start of the fiscal year", "GB", "2023-04~/"),
        ("FY2023/2024", "AU", "2023-07-01/2024-06-30"),
        ("FY 24/25", "GB", "2024-04-01/2025-03-31"),
        ("in fiscal year 2024", "US", "[2023-10-01..2024-09-30]"),
        ("fiscal 2024", "US", "2023-10-01/2024-09-30"),
        ("FY24", "US", "2023-10-01/2024-09-30"),
        ("FY 2023/24", "US", "2023-10-01/2024-09-30"),
        ("FY 2023", "JP", "2023-04-01/2024-03-31"),
        ("financial year 2024", "FR", "2024-01-01/2024-12-31"),
        ("2022/23", "GB", "2022-04-01/2023-03-31"),
        ("2022-23", "IN", "2022-04-01/2023-03-31"),
        ("2022/2023", "AU", "2022-07-01/2023-06-30"),
        ("this fiscal year", "US", "2023-10-01/2024-09-30"),
        ("the current financial year", "GB", "2023-04-01/2024-03-31"),
        ("next fiscal year", "AU", "2024-07-01/2025-06-30"),
        ("last fiscal year", "JP", "2022-04-01/2023-03-31"),
        ("by the end of the fiscal year", "US", "[..2024-09-30]"),
        ("by the end of FY 2023/24", "GB", "[..2024-03-31]"),
        ("by the end of FY 22/23", "GB", "[..2023-03-31]"),
        ("since FY 2022/23", "GB", "2022-04-01/"),
        ("by FY 2026/27", "GB", "[..2027-03-31]"),
        ("throughout FY 2023/24", "IN", "2023-04-01/2024-03-31"),
        ("from 2021/22 to 2024/25", "GB", "2021-04-01/2025-03-31"),
    ],
)
def test_fiscal_years_need_a_country(
    words: str, country: str, text: str
) -> None:
    """With its country, a fiscal year is the span that its number names."""
    assert read(words, country=country) == text


@pytest.mark.parametrize(
    ("words", "country", "why"),
    [
        ("FY 2023/24", "XX", "the fiscal year of XX is not known here; write its span"),
        ("this fiscal year", "XX", "the fiscal year of XX is not known here; write its span"),
        ("FY 2024", "GB", "it begins and ends in different years; write both, as in FY 2023/24"),
        ("FY 2023/24", "FR", "a fiscal year of FR lies in one year, not in two; write one year"),
        ("the rest of FY 2024/25", "GB", "it had not begun when said on 2024-01-30; write 'throughout', or its days"),
        ("FY 2023/25", "GB", "25 is not the year after 2023; check both years"),
        ("2022/24", "GB", "24 is not the year after 2022; check both years"),
        ("2022/23", "US", "US does not name its fiscal years so; write 'FY' before it, or EDTF"),
        ("2022-2023", "GB", "is it a season, a fiscal year or a span: say which"),
        (
            "2011-12",
            "GB",
            "it may be the month 2011-12 of ISO 8601 or the years 2011 to 2012; give Period('2011-12') for the month",
        ),
        (
            "FY 1998/99",
            "GB",
            "fiscal years are known here from 2000 to 9998; give its span instead",
        ),
        ("the first half of FY 2023/24", "GB", "halves are read of a calendar year only; write the months"),
        (
            "early FY 2024",
            "US",
            "'early' is read of a decade, a year or a part of a year only; write EDTF",
        ),
    ],
)  # fmt: skip
def test_fiscal_years_that_are_refused(
    words: str, country: str, why: str
) -> None:
    """An unknown country, and a number that may mean two years, are errors."""
    assert reason(words, country=country) == why
