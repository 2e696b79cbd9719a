"""Currencies: the codes of ISO 4217, and the names and signs that documents use instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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

WITHDRAWN = frozenset(
    CURRENCY_CODE.findall("""
    ADP AFA ATS AZM BEF BGL BYB BYR CSD CSK CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD IEP ITL LTL LUF
    LVL MGF MRO MTL MXP MZM NLG PTE ROL SDD SIT SKK SRG STD SUR TMM TPE TRL UAK VEB VEF XEU YUM ZMK
    ZWD
    """)
)
"""Codes that ISO 4217 withdrew before 2020."""

# Codes, then single words and signs, then names of several words. A name that several currencies have
# in common is listed with those of them that documents mean most.
_NAMES = """
EUR: euro euros eur €
GBP: ukp ukl stg gbp sterling £|livres sterling|sterline|pound sterling|pounds sterling|british pounds|uk pounds|british pound
USD: us$ usd usd$ $us u$s us-dollar us-dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollars
CAD: c$ ca$ can$ cad cad$ $ca|canadian dollar|canadian dollars
AUD: a$ au$ aud aud$|australian dollar|australian dollars
NZD: nz$ nzd|new zealand dollar|new zealand dollars
HKD: hk$ hkd|hong kong dollars
SGD: s$ sg$ sgd|singapore dollar|singapore dollars
TWD: nt$ ntd|new taiwan dollars|taiwan dollars
BRL: r$ brl reais|brazilian reais|brazilian real
MXN: mx$ mex$ mxn|mexican pesos
CNY: rmb cnh cny yuan renminbi 元 人民币 人民元|chinese yuan
JPY: jpy yen yens 円 日元|japanese yen
KRW: krw 원|south korean won|korean won
INR: inr ₹ rs. inr.|indian rupee|indian rupees
RUB: rur rub ₽ rouble roubles ruble rubles руб рублей|russian roubles|russian rubles
UAH: uah ₴ hryvnia hryvnias hryvnya грн
TRY: ₺ ytl|turkish lira|turkish liras
ILS: nis ₪ ils shekel shekels|israeli shekels|new shekels
VND: ₫ vnd
PHP: ₱ php
NGN: ₦ ngn naira
KZT: ₸ kzt tenge
XDR: sdr sdrs xdr|special drawing rights
GEL: ₾ lari
PLN: pln zł zloty zlotys złoty złotych
CZK: czk kč
HUF: huf forint forints
RON: leu
CHF: chf sfr sfr. fr. franken|francs suisses|swiss franc|swiss francs|schweizer franken
SEK: sek skr skr.|swedish krona|swedish kronor|swedish crowns
NOK: nok nkr nkr.|norwegian krone|norwegian kroner|norwegian crowns
DKK: dkk dkr dkr.|danish krone|danish kroner
ISK: isk|icelandic króna
ZAR: zar|south african rand
SAR: |saudi riyal|saudi riyals
AED: |uae dirham|uae dirhams
AED MAD: dirham dirhams
THB: ฿ baht
MYR: rm ringgit
IDR: rp idr rupiah
XOF XAF: cfa fcfa f.cfa|cfa francs|francs cfa
USD CAD AUD: $ dollar dollars dólar dólares dolares dollari
GBP EGP: pound pounds quid
CHF XOF XAF: franc francs
SEK NOK DKK: krona kronor krone kroner kr kr.
MXN ARS CLP: peso pesos
INR PKR LKR: rupee rupees rs ₨
JPY CNY: ¥ ￥
KRW KPW: ₩
TRY LBP: lira liras
IRR OMR QAR: ﷼ rials riyals
RSD IQD KWD: dinar dinars
KES TZS UGX: shillings
"""


def _codes_by_name() -> dict[str, tuple[str, ...]]:
    """Return the codes of each name in the table above."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _NAMES.strip().splitlines():
        codes, _, names = line.partition(": ")
        words, *phrases = names.split("|")
        for name in (*words.split(), *phrases):
            found[name] = tuple(codes.split())
    return found


CURRENCY_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    _codes_by_name()
)
"""The codes that a name or a sign may mean; names are casefolded."""
