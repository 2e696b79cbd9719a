"""The states that need no declaration: ISO 3166-1 alpha-2 codes, and ``EU``."""

from __future__ import annotations

from typing import Final

from iso3166 import (
    countries_by_alpha2,
    countries_by_alpha3,
    countries_by_apolitical_name,
)

EUROPEAN_UNION: Final = "EU"

# What people write for a state that ISO 3166-1 calls otherwise.
_COMMON: Final = {
    "UK": "GB",
    "EL": "GR",
    "United Kingdom": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "United States": "US",
    "European Union": "EU",
}


def state_name(code: str) -> str | None:
    """Return the name of a state by its code, or None if no state has it.

    >>> state_name("FR")
    'France'
    >>> state_name("UK") is None
    True
    """
    if code == EUROPEAN_UNION:
        return "European Union"
    country = countries_by_alpha2.get(code)
    return None if country is None else country.apolitical_name


def suggest_state(code: str) -> str | None:
    """Say which code was probably meant by a name or by a common other code, or None.

    >>> suggest_state("UK")
    "write 'GB'"
    """
    country = countries_by_alpha3.get(code) or countries_by_apolitical_name.get(
        code.upper()
    )
    meant = country.alpha2 if country else _COMMON.get(code)
    return f"write {meant!r}" if meant else None
