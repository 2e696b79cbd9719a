"""States, which need no declaration: ISO 3166-1 alpha-2 codes, and ``EU``."""

from __future__ import annotations

from typing import Final

from iso3166 import (
    countries_by_alpha2,
    countries_by_alpha3,
    countries_by_apolitical_name,
)

EUROPEAN_UNION: Final = "EU"

# Codes and names in common use that ISO 3166-1 does not have.
_CODES_BY_COMMON_NAME: Final = {
    "UK": "GB",
    "EL": "GR",
    "United Kingdom": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "United States": "US",
    "European Union": "EU",
}


def state_name(code: str) -> str | None:
    """Return the name of the state with a code, or None if no state has it.

    >>> state_name("FR")
    'France'
    >>> state_name("UK") is None
    True
    """
    if code == EUROPEAN_UNION:
        return "European Union"
    country = countries_by_alpha2.get(code)
    # The official names of ISO 3166-1 take sides: "Taiwan, Province of China".
    return None if country is None else country.apolitical_name


def suggest_state(name: str) -> str | None:
    """Suggest the code of a state for its name or another code, or return None.

    >>> suggest_state("UK")
    "write 'GB'"
    """
    country = countries_by_alpha3.get(name)
    if country is None:
        country = countries_by_apolitical_name.get(name.upper())
    code = country.alpha2 if country else _CODES_BY_COMMON_NAME.get(name)
    return f"write {code!r}" if code else None
