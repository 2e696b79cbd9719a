"""English."""

from __future__ import annotations

from typing import Final

from entente.values._phrase_words import MONTH_NAMES, WEEKDAY_NAMES
from entente.values._spoken._language import Language
from entente.values._spoken._signs import SIGNS

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_NTH: Final = ("first", "second", "third", "fourth")


def _parts() -> dict[str, str]:
    parts: dict[str, str] = {}
    for at, season in enumerate(_SEASONS):
        parts[f"{21 + at}"] = season
        parts[f"{25 + at}"] = f"the northern {season}"
        # Their codes begin with spring, too.
        parts[f"{29 + at}"] = f"the southern {season}"
    for at, nth in enumerate(_NTH):
        parts[f"{33 + at}"] = f"the {nth} quarter"
    for at, nth in enumerate(_NTH[:3]):
        parts[f"{37 + at}"] = f"the {nth} third"
    for at, nth in enumerate(_NTH[:2]):
        parts[f"{40 + at}"] = f"the {nth} half"
    return parts


def _money(number: str, currency: str, _: bool) -> str:  # noqa: FBT001 -- only called by position
    sign = SIGNS.get(currency)
    if sign is None:
        return f"{number} {currency}"
    if number.startswith("-"):
        return f"-{sign}{number[1:]}"
    return f"{sign}{number}"


LANGUAGE: Final = Language(
    months=tuple(name.capitalize() for name in MONTH_NAMES),
    parts=_parts(),
    winter_years="{first}/{second}",
    day=lambda number, month: f"{number} {month}",
    month="{month} {year}",
    year="{year}",
    early_year="{year} AD",
    decade="the {year}s",
    missing={
        "month": "month unknown",
        "day": "day unknown",
        "both": "month and day unknown",
    },
    of="{part} of {whole}",
    unknown_year="an unknown year",
    unknown_month="an unknown month",
    unknown_day="an unknown day",
    one_year="one of the years {run}",
    like_year="a year of the form {year}",
    one_month="one of the months {run}",
    one_day="one of the days {run}",
    nth_day="day {day}",
    run="{first} to {last}",
    unknown_date="an unknown date",
    doubts={"about": "about {date}", "perhaps": "perhaps {date}"},
    doubt_notes={},
    give_or_take="give or take a day",
    signs={
        "?": "uncertain",
        "~": "approximate",
        "%": "uncertain and approximate",
    },
    components=("year", "month", "day"),
    together=("year", "year and month together", "all together"),
    aside="{date}, {notes}",
    noted="{date} ({notes})",
    by="by {date}",
    by_end="by the end of {date}",
    not_before="not before {date}",
    between="on a day between {first} and {last}",
    or_=" or ",
    semicolon="; ",
    one_of="one of: {dates}",
    from_to="from {first} to {last}",
    from_unknown="from {date}, end unknown",
    from_open="from {date}, without end",
    until_unknown="until {date}, beginning unknown",
    until_open="until {date}, without beginning",
    endless={
        ("open", "open"): "without beginning or end",
        ("open", "unknown"): "without beginning, end unknown",
        ("unknown", "open"): "beginning unknown, without end",
    },
    as_of="{span}, still the case on {day}",
    quoted="{date} (“{stated}”)",
    alone="“{stated}”",
    join_dates=lambda text: text,
    bare=lambda text: text,
    join_amounts=lambda text: text,
    thousands=",",
    point=".",
    magnitudes={
        12: ("trillion", "trillion"),
        9: ("billion", "billion"),
        6: ("million", "million"),
    },
    money=_money,
    open_money="{number} (currency not named)",
    percent="{number}%",
    points=("{number} percentage point", "{number} percentage points"),
    is_singular=lambda number: abs(number) == 1,
    counted=lambda number, unit, _: f"{number} {unit}",
    bounds={
        ">": "more than {amount}",
        ">=": "at least {amount}",
        "<": "less than {amount}",
        "<=": "up to {amount}",
        "<= beside": "at most {amount}",
    },
    both_bounds="{low}, {high}",
    range="{low} to {high}",
    between_amounts="between {low} and {high}",
    roughly="about {amount}",
    rise="a rise of {amount}",
    fall="a fall of {amount}",
    change="a change of {amount}",
    unknown_number="an unknown number of {unit}",
    unknown_amount="an unknown amount in {unit}",
    unknown_percentage="an unknown percentage",
    unknown_change="an unknown change in {unit}",
    bare_amount="an unknown amount",
    bare_change="an unknown change",
    a_time={
        "P1Y": "a year",
        "P1M": "a month",
        "P7D": "a week",
        "P1D": "a day",
    },
    per="per {length}",
    lengths={
        "Y": ("{count} year", "{count} years"),
        "M": ("{count} month", "{count} months"),
        "D": ("{count} day", "{count} days"),
    },
    and_=" and ",
    every={
        "YEARLY": ("every year", "every {count} years"),
        "MONTHLY": ("every month", "every {count} months"),
        "WEEKLY": ("every week", "every {count} weeks"),
        "DAILY": ("every day", "every {count} days"),
    },
    every_on="{often} on {day}",
    every_times="{often}, {count} times in all",
    every_until="{often}, until {date}",
    month_day="day {day}",
    last_day="its last day",
    weekdays=tuple(map(str.capitalize, WEEKDAY_NAMES)),
    weekday="{weekday}",
    nth_weekday={
        1: "the first {weekday}",
        2: "the second {weekday}",
        3: "the third {weekday}",
        4: "the fourth {weekday}",
        -1: "the last {weekday}",
    },
)
