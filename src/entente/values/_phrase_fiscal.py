"""Readers of the phrases that name a fiscal year, or two years in a row."""

from __future__ import annotations

from entente.values._conventions import (
    FISCAL_YEARS,
    FiscalYear,
    fiscal_year,
)
from entente.values._phrase_context import (
    Context,
    PhraseMatch,
    in_four_digits,
)
from entente.values._phrase_words import RELATIVE


def read_fiscal_year(match: PhraseMatch, context: Context) -> str:
    """Read FY 2023/24, FY24 and "fiscal year 2024"."""
    country, convention = _fiscal_convention(context)
    year: str = _in_century(match["year"])
    if match.groupdict().get("second"):
        year = first_of_two_years(match, context)
        if convention.month == 1:
            context.refuse(
                f"a fiscal year of {country} lies in one year, not in two; write one year"
            )
        return fiscal_year(int(year) + (convention.named_by == "end"), country)
    if convention.named_by == "both":
        context.refuse(
            "it begins and ends in different years; write both, as in FY 2023/24"
        )
    return fiscal_year(int(year), country)


def _in_century(year: str) -> str:
    """Return the year of FY24."""
    if len(year) == 2:
        return f"20{year}"
    return year


def read_bare_two_years(match: PhraseMatch, context: Context) -> str:
    """Read 2023/24 as the fiscal year of a country that names it by both years."""
    first, second = match["year"], match["second"]
    if match["sign"] == "-" and 1 <= int(second) <= 12:
        context.refuse(
            f"it may be the month {match[0]} of ISO 8601 or the years {first} to {first[:2]}{second};"
            f" give Period({match[0]!r}) for the month"
        )
    is_long_span = match["sign"] == "-" and len(second) == 4
    if context.country is None or is_long_span:
        context.refuse(TWO_YEARS_OF_WHAT)
    country, convention = _fiscal_convention(context)
    if convention.named_by != "both":
        context.refuse(
            f"{country} does not name its fiscal years so; write 'FY' before it, or EDTF"
        )
    return fiscal_year(int(first_of_two_years(match, context)), country)


TWO_YEARS_OF_WHAT = "is it a season, a fiscal year or a span: say which"


def read_relative_fiscal_year(match: PhraseMatch, context: Context) -> str:
    country, convention = _fiscal_convention(context)
    said = context.known_day
    has_begun = said.month >= convention.month
    first_year = said.year if has_begun else said.year - 1
    # The American fiscal year 2024 began in 2023.
    year = first_year + (convention.named_by == "end")
    return fiscal_year(year + RELATIVE[match["that"]], country)


def _fiscal_convention(context: Context) -> tuple[str, FiscalYear]:
    country = context.country
    if country is None:
        context.refuse(
            "whose fiscal year is meant: give the country, as in country='GB'"
        )
    convention = FISCAL_YEARS.get(country)
    if convention is None:
        context.refuse(
            f"the fiscal year of {country} is not known here; write its span"
        )
    return country, convention


def first_of_two_years(match: PhraseMatch, context: Context) -> str:
    first, second = _in_century(match["year"]), match["second"]
    year_after = in_four_digits(int(first) + 1)
    if not year_after.endswith(second):
        context.refuse(
            f"{second} is not the year after {first}; check both years"
        )
    return first
