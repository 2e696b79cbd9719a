"""States, which need no declaration: ISO 3166-1 alpha-2 codes, and ``EU``."""

from __future__ import annotations

from typing import Final

from iso3166 import (
    countries_by_alpha2,
    countries_by_alpha3,
    countries_by_apolitical_name,
)

from entente._comparing import as_compared

EUROPEAN_UNION: Final = "EU"

# Codes and names in common use that ISO 3166-1 does not have, in capitals.
_CODES_BY_COMMON_NAME: Final = {
    "UK": "GB",
    "EL": "GR",
    "UAE": "AE",
    "UNITED KINGDOM": "GB",
    "BRITAIN": "GB",
    "GREAT BRITAIN": "GB",
    "UNITED STATES": "US",
    "THE NETHERLANDS": "NL",
    "CZECH REPUBLIC": "CZ",
    "RUSSIA": "RU",
    "TURKEY": "TR",
    "MOLDOVA": "MD",
    "SYRIA": "SY",
    "IRAN": "IR",
    "VIETNAM": "VN",
    "LAOS": "LA",
    "SOUTH KOREA": "KR",
    "NORTH KOREA": "KP",
    "TANZANIA": "TZ",
    "BOLIVIA": "BO",
    "VENEZUELA": "VE",
    "EUROPEAN UNION": EUROPEAN_UNION,
}


def state_codes() -> tuple[str, ...]:
    """List the codes of all states, by the alphabet.

    >>> state_codes()[:3], EUROPEAN_UNION in state_codes()
    (('AD', 'AE', 'AF'), True)
    """
    return tuple(sorted((*countries_by_alpha2, EUROPEAN_UNION)))


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


def state_code(name: str) -> str | None:
    """Return the code of a state for its name or another code, or None if no state has it.

    >>> state_code("United Kingdom"), state_code("FRA"), state_code("Atlantis")
    ('GB', 'FR', None)
    """
    capitals = as_compared(name).upper()
    country = countries_by_alpha3.get(name) or (
        countries_by_apolitical_name.get(capitals)
    )
    if country is None:
        return _CODES_BY_COMMON_NAME.get(capitals)
    return country.alpha2


def suggest_state(name: str) -> str | None:
    """Suggest the code of a state for its name or another code, or return None.

    >>> suggest_state("UK")
    "write 'GB'"
    """
    code = state_code(name)
    return f"write {code!r}" if code else None
