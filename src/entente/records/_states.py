"""States, which need no declaration: ISO 3166-1 alpha-2 codes, and ``EU``."""

from __future__ import annotations

from typing import Final

from iso3166 import countries_by_alpha2

EUROPEAN_UNION: Final = "EU"


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
    # The names are many, and only needed when one is looked for.
    from entente.records._state_names import code_of  # noqa: PLC0415

    return code_of(name)


def suggest_state(name: str) -> str | None:
    """Suggest the code of a state for its name or another code, or return None.

    For what ISO 3166-1 does not list, such as a former state, the hint says how to declare it.

    >>> suggest_state("UK")
    "write 'GB'"
    """
    from entente.records._state_names import suggestion  # noqa: PLC0415

    return suggestion(name)
