"""The names of states and of others who make agreements, with what a dossier calls them.

This module is loaded when a name is looked for, and not before. A name that more than one state may
have leads to none of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from iso3166 import countries, countries_by_alpha2

from entente._comparing import as_compared

NAMES: Final[Mapping[str, str]] = {
    "AE": "uae; emirates; the emirates",
    "BA": "bosnia; bosnia herzegovina; bih",
    "BN": "brunei",
    "BO": "bolivia",
    "BY": "byelorussia; belorussia",
    "CD": "democratic republic of congo; dr congo; drc; congo kinshasa; zaire",
    "CF": "car",
    "CG": "republic of the congo; republic of congo; congo brazzaville",
    "CI": "ivory coast",
    "CN": "prc; people s republic of china; mainland china",
    "CV": "cape verde",
    "CZ": "czech republic",
    "DE": "federal republic of germany; west germany; frg; brd",
    "DK": "kingdom of denmark",
    "EU": "european union; eec; european community; european communities; european economic community",
    "FK": "falklands; malvinas; falkland islands",
    "FM": "micronesia",
    "GB": "uk; u k; united kingdom; great britain; britain; uk government; british government; hmg",
    "GR": "el; hellas; hellenic republic",
    "HK": "hong kong sar",
    "IR": "iran; persia",
    "KG": "kirghizia",
    "KH": "kampuchea",
    "KN": "saint kitts",
    "KP": "north korea; dprk; democratic people s republic of korea",
    "KR": "south korea; rok; republic of korea",
    "LA": "laos",
    "LK": "ceylon",
    "MD": "moldova; moldavia",
    "MK": "macedonia; fyrom; former yugoslav republic of macedonia; republic of macedonia",
    "MM": "burma; union of myanmar",
    "MO": "macau; macao sar",
    "NL": "holland; kingdom of the netherlands",
    "PS": "palestine; palestinian territories; palestinian authority; occupied palestinian territory; opt;"
    " west bank and gaza",
    "RU": "russia; russian federation",
    "ST": "sao tome",
    "SY": "syria",
    "SZ": "swaziland",
    "TH": "siam",
    "TL": "east timor",
    "TR": "turkey; turkiye",
    "TT": "trinidad",
    "TW": "formosa; chinese taipei; republic of china; taiwan roc",
    "TZ": "tanzania; tanganyika",
    "US": "united states; usa; u s; u s a; america; us government",
    "VA": "vatican; vatican city; holy see",
    "VC": "saint vincent",
    "VE": "venezuela",
    "VG": "british virgin islands; bvi",
    "VI": "us virgin islands; american virgin islands",
    "VN": "vietnam; viet nam",
}  # fmt: skip
"""Names in common use that ISO 3166-1 does not have, and former ones, by the code of the state."""

_OF_BRITAIN: Final = (
    'kind = "subnational_government", part_of = [{ party = "GB" }]'
)
_STATE: Final = 'kind = "state"'
_ORGANISATION: Final = 'kind = "international_organisation"'
_GROUPING: Final = 'kind = "grouping"'
_OF_THE_UNION: Final = 'kind = "body", part_of = [{ party = "EU" }]'

DECLARED: Final[Mapping[str, tuple[str, str]]] = {
    "Czechoslovakia": (_STATE, "cssr; cssk"),
    "East Germany": (_STATE, "german democratic republic; gdr; ddr"),
    "England": (_OF_BRITAIN, ""),
    "Northern Cyprus": (_STATE, "trnc; turkish republic of northern cyprus"),
    "Northern Ireland": (_OF_BRITAIN, "northern ireland executive"),
    "Scotland": (_OF_BRITAIN, "scottish government"),
    "Serbia and Montenegro": (_STATE, "scg"),
    "Soviet Union": (_STATE, "ussr; u s s r; su; udssr; union of soviet socialist republics"),
    "Wales": (_OF_BRITAIN, "welsh government"),
    "Yugoslavia": (_STATE, "yu; sfry; fry; jugoslavia; federal republic of yugoslavia"),
    "African Union": (_ORGANISATION, ""),
    "ASEAN": (_ORGANISATION, "association of southeast asian nations"),
    "Council of Europe": (_ORGANISATION, "coe"),
    "European Commission": (_OF_THE_UNION, "commission; eu commission"),
    "European Council": (_OF_THE_UNION, ""),
    "European Parliament": (_OF_THE_UNION, ""),
    "Council of the European Union": (_OF_THE_UNION, ""),
    "G7": (_GROUPING, "group of seven"),
    "G8": (_GROUPING, "group of eight"),
    "G20": (_GROUPING, "group of twenty"),
    "International Monetary Fund": (_ORGANISATION, "imf"),
    "NATO": (_ORGANISATION, "north atlantic treaty organization; north atlantic treaty organisation"),
    "OECD": (_ORGANISATION, ""),
    "OSCE": (_ORGANISATION, ""),
    "United Nations": (_ORGANISATION, "un; u n; uno; united nations organisation"),
    "World Bank": (_ORGANISATION, ""),
    "World Health Organization": (_ORGANISATION, "who"),
    "World Trade Organization": (_ORGANISATION, "wto"),
}  # fmt: skip
"""Those that ISO 3166-1 does not list, with what declares them as a party, and their other names."""

SHARED: Final[Mapping[str, tuple[str, ...]]] = {
    "korea": ("KR", "KP"),
    "congo": ("CD", "CG"),
    "guiana": ("GY", "GF"),
    "virgin islands": ("VG", "VI"),
    "saint martin": ("MF", "SX"),
    "samoa islands": ("WS", "AS"),
}
"""Names that several have, with their codes."""


def code_of(name: str) -> str | None:
    """Return the code of a state for its name or another code, in any spelling, or None.

    >>> code_of("Republic of Korea"), code_of("Côte d'Ivoire"), code_of("fra"), code_of("Korea")
    ('KR', 'CI', 'FR', None)
    """
    folded = _folded(name)
    return _codes().get(folded) or _codes().get(_OF_STATE.sub("", folded))


def suggestion(name: str) -> str | None:
    """Return a hint with the code of a state, or how to declare what has none, or None.

    >>> suggestion("Turkey"), suggestion("fr")
    ("write 'TR'", "write 'FR'")
    >>> suggestion("USSR")
    'ISO 3166-1 has no code for it; declare it as a party: id = "soviet-union", name = "Soviet Union", \
kind = "state"'
    """
    folded = _folded(name)
    code = code_of(name)
    if code is None and folded.upper() in countries_by_alpha2:
        code = folded.upper()
    if code is not None:
        return f"write {code!r}"
    if folded in SHARED:
        meant = [
            f"{code!r} for {countries_by_alpha2[code].apolitical_name}"
            for code in SHARED[folded]
        ]
        return f"write {', or '.join(meant)}"
    declared = _declared().get(folded)
    if declared is None:
        return None
    kind, _ = DECLARED[declared]
    id = _folded(declared).replace(" ", "-")
    return (
        f"ISO 3166-1 has no code for it; declare it as a party:"
        f' id = "{id}", name = "{declared}", {kind}'
    )


_OF_STATE: Final = re.compile(
    "^(?:government of |federal |democratic )*(?:republic|kingdom|state|government) of (?:the )?"
)


@cache
def _codes() -> Mapping[str, str]:
    return {name: code for name, code in _named_states() if name not in SHARED}


def _named_states() -> Iterator[tuple[str, str]]:
    """Yield all names of states as they are compared, each with its code."""
    for country in countries:
        code = country.alpha2
        yield _folded(country.alpha3), code
        for name in (country.name, country.apolitical_name):
            main, _, rest = re.sub(r"\(.*?\)", " ", name).partition(",")
            yield _folded(name), code
            # "Korea, Republic of" is written "Republic of Korea".
            if rest:
                yield _folded(f"{rest} {main}"), code
    for code, names in NAMES.items():
        for name in names.split(";"):
            yield _folded(name), code


@cache
def _declared() -> Mapping[str, str]:
    return {
        _folded(written): name
        for name, (_, others) in DECLARED.items()
        for written in (name, *filter(None, others.split(";")))
    }


def _folded(name: str) -> str:
    """Return a name as it is compared: without accents, signs, capitals, and "the" before it."""
    bare = unicodedata.normalize("NFKD", as_compared(name[:_LONGEST]))
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    words = re.findall(r"[^\W_]+", letters.casefold().replace("&", " and "))
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[1:] if words[:1] == ["the"] else words)


_LONGEST: Final = 100
