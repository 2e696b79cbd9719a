"""Names that several currencies share, and the countries that decide between them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from entente.values._currencies import CURRENCY_NAMES

# Names are in lower case; dots are left out, so that U.S. dollars are "us dollars".

_DOLLARS = {
    "US": "USD", "AU": "AUD", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "CA": "CAD", "FJ": "FJD", "GY": "GYD",
    "HK": "HKD", "JM": "JMD", "LR": "LRD", "NA": "NAD", "NZ": "NZD", "SB": "SBD", "SG": "SGD",
    "SR": "SRD", "TT": "TTD", "TW": "TWD",
}  # fmt: skip
_CROWNS = {"DK": "DKK", "FO": "DKK", "GL": "DKK", "IS": "ISK", "NO": "NOK", "SE": "SEK"}  # fmt: skip
_RUPEES = {"IN": "INR", "LK": "LKR", "MU": "MUR", "NP": "NPR", "PK": "PKR", "SC": "SCR"}  # fmt: skip
# A pound is a weight too, so the name alone is not read even where only sterling is likely.
_POUNDS = {"GB": "GBP", "EG": "EGP", "GI": "GIP", "LB": "LBP", "SD": "SDG", "SS": "SSP", "SY": "SYP"}  # fmt: skip
_PESOS = {
    "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "DO": "DOP", "MX": "MXN", "PH": "PHP", "UY": "UYU",
}  # fmt: skip
_CFA_FRANCS = {
    **dict.fromkeys(("BF", "BJ", "CI", "GW", "ML", "NE", "SN", "TG"), "XOF"),
    **dict.fromkeys(("CF", "CG", "CM", "GA", "GQ", "TD"), "XAF"),
}
_FRANCS = {
    "CH": "CHF", **_CFA_FRANCS, "BI": "BIF", "CD": "CDF", "DJ": "DJF", "GN": "GNF", "LI": "CHF", "RW": "RWF",
}  # fmt: skip
_DINARS = {
    "BH": "BHD", "DZ": "DZD", "IQ": "IQD", "JO": "JOD", "KW": "KWD", "LY": "LYD", "RS": "RSD", "TN": "TND",
}  # fmt: skip
_RIALS = {"IR": "IRR", "OM": "OMR", "QA": "QAR", "SA": "SAR", "YE": "YER"}
_SHILLINGS = {"KE": "KES", "SO": "SOS", "TZ": "TZS", "UG": "UGX"}
_ROUBLES = {"RU": "RUB", "BY": "BYN"}
_LEI = {"RO": "RON", "MD": "MDL"}
_DIRHAMS = {"AE": "AED", "MA": "MAD"}

_CODES_BY_NAMES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("$ dollar dollars", _DOLLARS),
    ("¥ ￥", {"JP": "JPY", "CN": "CNY"}),
    ("kr krona kronor krone kroner krónur", _CROWNS),
    ("crown crowns", {**_CROWNS, "CZ": "CZK"}),
    ("rs ₨ rupee rupees", _RUPEES),
    ("pound pounds", _POUNDS),
    ("peso pesos", _PESOS),
    ("fcfa cfa", _CFA_FRANCS),
    ("franc francs", _FRANCS),
    ("dinar dinars", _DINARS),
    ("rial rials riyal riyals ﷼", _RIALS),
    ("shilling shillings", _SHILLINGS),
    ("rouble roubles ruble rubles", _ROUBLES),
    ("leu lei", _LEI),
    ("dirham dirhams", _DIRHAMS),
    ("won ₩", {"KR": "KRW", "KP": "KPW"}),
    ("lira liras", {"TR": "TRY", "LB": "LBP", "SY": "SYP"}),
)

SHARED_NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: codes for names, codes in _CODES_BY_NAMES for name in names.split()}
    | {"cfa franc": _CFA_FRANCS, "cfa francs": _CFA_FRANCS}
)
"""Signs and names that several currencies share: the code by ISO 3166-1 alpha-2 country."""

# "Canadian" before "dollars" names the country.
_ADJECTIVES = {
    "algerian": "DZ", "american": "US", "argentine": "AR", "australian": "AU", "bahraini": "BH",
    "belarusian": "BY", "british": "GB", "canadian": "CA", "chilean": "CL", "colombian": "CO",
    "czech": "CZ", "danish": "DK", "egyptian": "EG", "hong kong": "HK", "icelandic": "IS", "indian": "IN",
    "iranian": "IR", "iraqi": "IQ", "jamaican": "JM", "jordanian": "JO", "kenyan": "KE", "korean": "KR",
    "kuwaiti": "KW", "lebanese": "LB", "mauritian": "MU", "mexican": "MX", "moldovan": "MD",
    "moroccan": "MA", "nepalese": "NP", "new zealand": "NZ", "norwegian": "NO", "omani": "OM",
    "pakistani": "PK", "philippine": "PH", "qatari": "QA", "romanian": "RO", "russian": "RU",
    "rwandan": "RW", "saudi": "SA", "serbian": "RS", "singapore": "SG", "south korean": "KR",
    "sri lankan": "LK", "swedish": "SE", "swiss": "CH", "taiwan": "TW", "tanzanian": "TZ",
    "tunisian": "TN", "turkish": "TR", "uae": "AE", "ugandan": "UG", "us": "US", "yemeni": "YE",
}  # fmt: skip

NAMES: Mapping[str, str] = MappingProxyType(
    {
        # names that one currency has
        **{
            name: codes[0]
            for name, codes in CURRENCY_NAMES.items()
            if len(codes) == 1 and name not in SHARED_NAMES
        },
        "afghani": "AFN", "afghanis": "AFN", "birr": "ETB", "cedi": "GHS", "cedis": "GHS",
        "cn¥": "CNY", "czech koruna": "CZK", "d'euros": "EUR", "jp¥": "JPY", "leva": "BGN",
        "ksh": "KES", "kshs": "KES", "rand": "ZAR", "tsh": "TZS", "ush": "UGX", "sdr": "XDR", "sdrs": "XDR", "special drawing rights": "XDR", "taka": "BDT",
        "us $": "USD", "₡": "CRC", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "₼": "AZN", "৳": "BDT",
        # names with a country
        **{
            f"{adjective} {name}": codes[country]
            for name, codes in SHARED_NAMES.items()
            for adjective, country in _ADJECTIVES.items()
            if country in codes
        },
    }
)  # fmt: skip
"""Signs and names that mean one currency; ``£`` alone is sterling, by convention."""
