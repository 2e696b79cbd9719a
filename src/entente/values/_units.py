"""Units of amounts: nouns, percentages, and the currency codes of ISO 4217."""

from __future__ import annotations

import functools
import re

PERCENT = "%"
PERCENTAGE_POINT = "percentage point"

MAX_UNIT_LENGTH = 100
"""The longest unit, in characters; the rest of a text has room for two of the longest numbers."""

# Three capitals are read as a currency code, so a mistyped code is not taken for a noun.
CURRENCY_CODE = re.compile(r"[A-Z]{3}")

CURRENCIES = frozenset(
    CURRENCY_CODE.findall("""
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
    CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
    XPF XPT XSU XUA YER ZAR ZMW ZWG
    ANG BGN CUC HRK SLL ZWL
    """)
)
"""The codes of ISO 4217; the last line has those withdrawn since 2020, as records outlive them."""


# The words for % and percentage point at the start of a unit, as in "per cent of seats".
_PERCENT_WORDS = re.compile(
    r"(percentage points?|per ?cent)(?= |$)", re.IGNORECASE
)


# The amounts of a dossier have few units, and by the cache they share the text of each.
@functools.lru_cache(maxsize=1_024)
def canonical_unit(unit: str) -> str:
    """Return the one spelling of a unit whose words are separated by single spaces.

    >>> canonical_unit("per cent of seats"), canonical_unit("percentage points")
    ('% of seats', 'percentage point')
    """
    words = _PERCENT_WORDS.match(unit)
    if words is None:
        return unit
    is_point = words[0].casefold().startswith(PERCENTAGE_POINT)
    return (PERCENTAGE_POINT if is_point else PERCENT) + unit[words.end() :]


def is_counted(unit: str) -> bool:
    """Return whether the unit is a noun, so that an amount of it cannot be below zero."""
    if unit == "" or unit in CURRENCIES:
        return False
    return not unit.startswith((PERCENT, PERCENTAGE_POINT))
