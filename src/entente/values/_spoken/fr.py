"""French."""

from __future__ import annotations

import re
from typing import Final

from entente.values._spoken._language import Language
from entente.values._spoken._signs import SIGNS

_SEASONS: Final = ("le printemps", "l’été", "l’automne", "l’hiver")
_NTH: Final = ("1er", "2e", "3e", "4e")
_NARROW, _FIXED = "\u202f", "\u00a0"
_CURRENCIES: Final = {
    "EUR": "euros",
    "GBP": "livres sterling",
    "USD": "dollars américains",
}


def _parts() -> dict[str, str]:
    parts: dict[str, str] = {}
    for at, season in enumerate(_SEASONS):
        parts[f"{21 + at}"] = season
        parts[f"{25 + at}"] = f"{season} boréal"
        parts[f"{29 + at}"] = f"{season} austral"
    for at, nth in enumerate(_NTH):
        parts[f"{33 + at}"] = f"le {nth} trimestre"
    for at, nth in enumerate(_NTH[:3]):
        parts[f"{37 + at}"] = f"le {nth} quadrimestre"
    for at, nth in enumerate(_NTH[:2]):
        parts[f"{40 + at}"] = f"le {nth} semestre"
    return parts


def _day(number: int, month: str) -> str:
    return f"le {'1er' if number == 1 else number} {month}"


# "De le" and "à les" are one word, and "de" loses its vowel before another.
_CONTRACTED: Final = (
    (r"\bde le(?= )", "du"),
    (r"\bde les(?= )", "des"),
    (r"\bà le(?= )", "au"),
    (r"\bà les(?= )", "aux"),
    (r"\bde (?=[aeiouéAEIOUÉ])", "d’"),
)


def _contracted(text: str) -> str:
    for pattern, usual in _CONTRACTED:
        text = re.sub(pattern, usual, text)
    return text


_AFTER_DE: Final = (
    (r" de (?=comprise entre)", " "),
    (r" de (?=jusqu’à)", " pouvant aller "),
    (r" de (?=environ|au moins|au plus)", " d’"),
)


def _joined_amounts(text: str) -> str:
    for pattern, usual in _AFTER_DE:
        text = re.sub(pattern, usual, text, count=1)
    return re.sub(r"(?<=^un nombre inconnu )de (?=[aeiouéAEIOUÉ])", "d’", text)


def _bare(text: str) -> str:
    return re.sub(
        r"^(?:l’|le )(?=[0-9]|printemps|été|automne|hiver)", "", text
    )


def _with_noun(number: str, noun: str, is_magnitude: bool) -> str:  # noqa: FBT001 -- only called by position
    if is_magnitude:
        return _contracted(f"{number} de {noun}")
    return f"{number} {noun}"


def _money(number: str, currency: str, is_magnitude: bool) -> str:  # noqa: FBT001 -- only called by position
    name = _CURRENCIES.get(currency)
    if name is not None:
        is_one = (
            number.lstrip("-")[:1] in "01"
            and not number.lstrip("-")[1:2].isdigit()
        )
        one = " ".join(word.removesuffix("s") for word in name.split())
        is_one = is_one and _NARROW not in number and not is_magnitude
        return _with_noun(number, one if is_one else name, is_magnitude)
    return f"{number}{_FIXED}{SIGNS.get(currency, currency)}"


LANGUAGE: Final = Language(
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    parts=_parts(),
    winter_years="{first}-{second}",
    day=_day,
    month="{month} {year}",
    year="{year}",
    early_year="{year} apr. J.-C.",
    decade="les années {year}",
    missing={
        "month": "mois inconnu",
        "day": "jour inconnu",
        "both": "mois et jour inconnus",
    },
    of="{part} de {whole}",
    unknown_year="une année inconnue",
    unknown_month="un mois inconnu",
    unknown_day="un jour inconnu",
    one_year="l’une des années {run}",
    like_year="une année de la forme {year}",
    one_month="l’un des mois {run}",
    one_day="l’un des jours {run}",
    nth_day="le jour {day}",
    run="{first} à {last}",
    unknown_date="une date inconnue",
    doubts={"about": "vers {date}", "perhaps": "peut-être {date}"},
    doubt_notes={"about": "environ", "perhaps": "peut-être"},
    give_or_take="à un jour près",
    signs={
        "?": "incertain",
        "~": "approximatif",
        "%": "incertain et approximatif",
    },
    components=("an", "mois", "jour"),
    together=("an", "ensemble de l’an et du mois", "le tout"),
    aside="{date}, {notes}",
    noted="{date} ({notes})",
    by="d’ici à {date}",
    by_end="d’ici à la fin de {date}",
    not_before="pas avant {date}",
    between="un jour entre {first} et {last}",
    or_=" ou ",
    semicolon="\u202f; ",
    one_of="l’une de ces dates\u00a0: {dates}",
    from_to="de {first} à {last}",
    from_unknown="à partir de {date}, fin inconnue",
    from_open="à partir de {date}, sans fin",
    until_unknown="jusqu’à {date}, début inconnu",
    until_open="jusqu’à {date}, sans début",
    endless={
        ("open", "open"): "sans début ni fin",
        ("open", "unknown"): "sans début, fin inconnue",
        ("unknown", "open"): "début inconnu, sans fin",
    },
    as_of="{span}, encore en cours {day}",
    quoted="{date} («\u00a0{stated}\u00a0»)",
    alone="«\u00a0{stated}\u00a0»",
    join_dates=_contracted,
    bare=_bare,
    join_amounts=_joined_amounts,
    thousands=_NARROW,
    point=",",
    magnitudes={
        12: ("billion", "billions"),
        9: ("milliard", "milliards"),
        6: ("million", "millions"),
    },
    money=_money,
    open_money="{number} (devise non précisée)",
    percent="{number}" + _FIXED + "%",
    points=("{number} point de pourcentage", "{number} points de pourcentage"),
    is_singular=lambda number: abs(number) < 2,
    counted=_with_noun,
    bounds={
        ">": "plus de {amount}",
        ">=": "au moins {amount}",
        "<": "moins de {amount}",
        "<=": "jusqu’à {amount}",
        "<= beside": "au plus {amount}",
    },
    both_bounds="{low}, {high}",
    range="{low} à {high}",
    between_amounts="comprise entre {low} et {high}",
    roughly="environ {amount}",
    rise="une hausse de {amount}",
    fall="une baisse de {amount}",
    change="une variation\u00a0: {amount}",
    unknown_number="un nombre inconnu de {unit}",
    unknown_amount="un montant inconnu en {unit}",
    unknown_percentage="un pourcentage inconnu",
    unknown_change="une variation inconnue en {unit}",
    bare_amount="un montant inconnu",
    bare_change="une variation inconnue",
    a_time={
        "P1Y": "par an",
        "P1M": "par mois",
        "P7D": "par semaine",
        "P1D": "par jour",
    },
    per="par période de {length}",
    lengths={
        "Y": ("{count} an", "{count} ans"),
        "M": ("{count} mois", "{count} mois"),
        "D": ("{count} jour", "{count} jours"),
    },
    and_=" et ",
    every={
        "YEARLY": ("tous les ans", "tous les {count} ans"),
        "MONTHLY": ("tous les mois", "tous les {count} mois"),
        "WEEKLY": ("toutes les semaines", "toutes les {count} semaines"),
        "DAILY": ("tous les jours", "tous les {count} jours"),
    },
    every_on="{often}, {day}",
    every_times="{often}, {count} fois en tout",
    every_until="{often}, jusqu’au {date}",
    month_day="{day}",
    last_day="le dernier jour",
    weekdays=(
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ),
    weekday="le {weekday}",
    nth_weekday={
        1: "le premier {weekday}",
        2: "le deuxième {weekday}",
        3: "le troisième {weekday}",
        4: "le quatrième {weekday}",
        -1: "le dernier {weekday}",
    },
)  # fmt: skip
