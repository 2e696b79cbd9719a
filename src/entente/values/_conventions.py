"""What vague date words mean by convention: early, mid and late, seasons, and fiscal years."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs
from attrs import field, frozen

from entente.errors import PeriodError, RecordError
from entente.values._edtf import PARTS_OF_YEAR, Precision


@frozen
class FiscalYear:
    """When a government's fiscal year begins (on the first of `month`) and how it is named.

    `named_by` says which calendar year gives it its number: the year of its ``"start"``, the year
    of its ``"end"``, or ``"both"``, as in 2023/24, whose number here is the first, 2023.
    """

    month: int
    named_by: Literal["start", "end", "both"]


FISCAL_YEARS: Mapping[str, FiscalYear] = MappingProxyType(
    {
        **dict.fromkeys(("BW", "CA", "GB", "HK", "IN", "JM", "NA", "ZA"), FiscalYear(4, "both")),
        **dict.fromkeys(("JP", "SG"), FiscalYear(4, "start")),
        **dict.fromkeys(("AU", "BD", "EG", "KE", "NZ", "PK", "TZ", "UG"), FiscalYear(7, "both")),
        **dict.fromkeys(("TH", "US"), FiscalYear(10, "end")),
        # Countries that are known to use the calendar year.
        **dict.fromkeys(
            (
                "AR", "AT", "BE", "BR", "CH", "CL", "CN", "CO", "CZ", "DE", "DK", "EE", "ES", "EU", "FI",
                "FR", "GR", "HU", "IE", "IT", "KR", "LT", "LU", "LV", "MX", "MY", "NL", "NO", "PE", "PL",
                "PT", "RO", "RU", "SE", "SK", "TR", "UA",
            ),
            FiscalYear(1, "start"),
        ),
    }
)  # fmt: skip
"""The fiscal years of central governments by ISO 3166-1 alpha-2 code (and ``EU``).

They hold from 2000 on. For a country that is missing here nothing is assumed, not even that its
fiscal year is the calendar year.
"""

FISCAL_YEARS_SINCE = 2000
"""The first year for which `FISCAL_YEARS` holds."""


def fiscal_year(year: int, country: str) -> str:
    """Return the span of a government's fiscal year as EDTF text.

    Raises `PeriodError` if `FISCAL_YEARS` does not have the country, or does not cover the year.
    """
    wanted = f"fiscal year {year} of {country}"
    convention = FISCAL_YEARS.get(country)
    if convention is None:
        raise PeriodError(
            wanted,
            "the fiscal year of that country is not known here; give its span instead",
        )
    if not FISCAL_YEARS_SINCE <= year < datetime.MAXYEAR:
        raise PeriodError(
            wanted,
            f"fiscal years are known here from {FISCAL_YEARS_SINCE} to {datetime.MAXYEAR - 1};"
            " give its span instead",
        )
    first_year = year - 1 if convention.named_by == "end" else year
    first = datetime.date(first_year, convention.month, 1)
    last = first.replace(year=first_year + 1) - datetime.timedelta(days=1)
    return f"{first}/{last}"


SOUTHERN_COUNTRIES = frozenset(
    ("AR", "AU", "CL", "FK", "LS", "NZ", "PY", "SZ", "UY", "ZA")
)
"""Countries whose four seasons are those of the southern hemisphere."""

NORTHERN_COUNTRIES = frozenset(
    (
        "AD", "AE", "AF", "AL", "AM", "AT", "AX", "AZ", "BA", "BE", "BG", "BH", "BM", "BY", "CA", "CH",
        "CN", "CY", "CZ", "DE", "DK", "DZ", "EE", "EG", "ES", "EU", "FI", "FO", "FR", "GB", "GE", "GG",
        "GI", "GL", "GR", "HR", "HU", "IE", "IL", "IM", "IQ", "IR", "IS", "IT", "JE", "JO", "JP", "KG",
        "KP", "KR", "KW", "KZ", "LB", "LI", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MK", "MN",
        "MT", "MX", "NL", "NO", "PL", "PM", "PS", "PT", "QA", "RO", "RS", "RU", "SA", "SE", "SI", "SJ",
        "SK", "SM", "SY", "TJ", "TM", "TN", "TR", "TW", "UA", "US", "UZ", "VA",
    )
)  # fmt: skip
"""Countries whose four seasons are those of the northern hemisphere.

Countries between the tropics are in neither list: they have other seasons, or those of both
hemispheres.
"""

_SOUTHERN_SEASONS = {
    "spring": "29",
    "summer": "30",
    "autumn": "31",
    "winter": "32",
}


def season_code(season: str, country: str | None) -> str | None:
    """Return the EDTF code of a season in a country; None if its seasons are not known here.

    Without a country, seasons are the northern ones.

    >>> season_code("summer", "GB"), season_code("summer", "AU"), season_code("summer", "KE")
    ('22', '30', None)
    """
    if country in SOUTHERN_COUNTRIES:
        return _SOUTHERN_SEASONS[season]
    if country is None or country in NORTHERN_COUNTRIES:
        northern: str = getattr(CONVENTIONS, season)
        return northern
    return None


def _is_part_of_year(
    _: object, attribute: attrs.Attribute[str], code: str
) -> None:
    part = PARTS_OF_YEAR.get(code)
    if part is None or part.precision is Precision.MONTH:
        raise RecordError(
            attribute.name,
            f"{code!r} is not a part of a year: give a code from 21 to 41",
        )


def _is_count(_: object, attribute: attrs.Attribute[int], count: int) -> None:
    is_number = type(count) is int
    if not is_number or count < 1:
        raise RecordError(
            attribute.name, f"{count!r} is not a whole number above 0"
        )


def _part(code: str) -> str:
    return field(default=code, validator=_is_part_of_year)


def _count(number: int) -> int:
    return field(default=number, validator=_is_count)


@frozen(kw_only=True)
class Conventions:
    """What vague words mean where their plain meaning leaves it open.

    The first seven are parts of a year, numbered as in EDTF: ``early``, ``mid`` and ``late`` are
    the thirds of a year, and the seasons are the northern meteorological ones. The next four are
    how far "the coming days", "weeks", "months" and "years" reach, each in its own unit. A date
    without a year, which this year had already, is read as the one to come only if that is at
    most `near_days` ahead.

    Conventions that a caller gives count for every country: seasons follow the country only
    where none are given.

    >>> south = attrs.evolve(CONVENTIONS, spring="29", summer="30", autumn="31", winter="32")
    >>> from entente.values import Period
    >>> Period.from_words("next year's spring", said="2024-01-30", conventions=south).edtf
    '2025-29'
    """

    early: str = _part("37")
    mid: str = _part("38")
    late: str = _part("39")
    spring: str = _part("21")
    summer: str = _part("22")
    autumn: str = _part("23")
    winter: str = _part("24")
    coming_days: int = _count(14)
    coming_weeks: int = _count(8)
    coming_months: int = _count(6)
    coming_years: int = _count(5)
    near_days: int = _count(31)


CONVENTIONS = Conventions()
"""The conventions that hold unless a caller gives others."""
