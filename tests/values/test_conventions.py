"""Fiscal years, by country."""

from __future__ import annotations

import datetime

import pytest

from entente.errors import PeriodError
from entente.values._conventions import FISCAL_YEARS
from entente.values._period import Period


@pytest.mark.parametrize(
    ("country", "span"),
    [
        ("GB", "2023-04-01/2024-03-31"),
        ("CA", "2023-04-01/2024-03-31"),
        ("IN", "2023-04-01/2024-03-31"),
        ("JP", "2023-04-01/2024-03-31"),
        ("ZA", "2023-04-01/2024-03-31"),
        ("AU", "2023-07-01/2024-06-30"),
        ("NZ", "2023-07-01/2024-06-30"),
        ("US", "2022-10-01/2023-09-30"),
        ("FR", "2023-01-01/2023-12-31"),
    ],
)
def test_fiscal_years(country: str, span: str) -> None:
    """A fiscal year is the span that the government's own number names."""
    assert Period.fiscal_year(2023, country) == Period(span)


@pytest.mark.parametrize("country", FISCAL_YEARS)
def test_fiscal_years_follow_each_other_without_a_gap(country: str) -> None:
    """Each fiscal year is a whole year, and the next one begins on the day after."""
    first, second = (
        Period.fiscal_year(2023, country),
        Period.fiscal_year(2024, country),
    )
    assert first.latest
    assert second.earliest
    assert first.latest + datetime.timedelta(days=1) == second.earliest
    assert first.years_after(1).earliest == second.earliest


@pytest.mark.parametrize(
    ("year", "country", "reason"),
    [
        (2023, "XX", "the fiscal year of that country is not known here"),
        (1970, "US", "fiscal years are known here from 2000 to 9998"),
        (9999, "GB", "fiscal years are known here from 2000 to 9998"),
    ],
)
def test_fiscal_years_that_are_not_known(
    year: int, country: str, reason: str
) -> None:
    """A country or a time that the table does not cover is an error, never the calendar year."""
    with pytest.raises(PeriodError) as caught:
        Period.fiscal_year(year, country)
    wanted = f"'fiscal year {year} of {country}'"
    assert (
        str(caught.value)
        == f"{wanted} is not a date: {reason}; give its span instead"
    )
