"""Units of amounts: nouns, percentages, and the currency codes of ISO 4217."""

from __future__ import annotations

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


def is_counted(unit: str) -> bool:
    """Return whether the unit is a noun, so that an amount of it cannot be below zero."""
    if unit == "" or unit in CURRENCIES:
        return False
    return not unit.startswith((PERCENT, PERCENTAGE_POINT))
