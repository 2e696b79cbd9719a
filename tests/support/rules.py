"""Recurrence rules of RFC 5545: any that it allows, and the days of a rule, counted by hand."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from hypothesis import strategies as st

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

START_DAYS: Final = st.dates(
    datetime.date(1996, 1, 1), datetime.date(2030, 12, 31)
)

_LONG: Final = datetime.timedelta(days=740)
"""Longer than a year of weeks and the year before it."""


# --- rules ---------------------------------------------------------------------------------------


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Make rules with any parts that go together, in any order."""
    frequency = draw(st.sampled_from(("YEARLY", "MONTHLY", "WEEKLY", "DAILY")))
    parts = {"FREQ": frequency}
    parts |= draw(_choosing_parts(frequency))
    if len(parts) > 1 and draw(st.booleans()):
        parts["BYSETPOS"] = draw(_lists(_signed(1, 8)))
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 3)))
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(WEEKDAYS))
    parts |= draw(
        st.sampled_from(("", "COUNT", "UNTIL")).flatmap(_parts_of_end)
    )
    shuffled = draw(st.permutations(list(parts.items())))
    return ";".join(f"{name}={value}" for name, value in shuffled)


@st.composite
def _choosing_parts(draw: st.DrawFn, frequency: str) -> dict[str, str]:
    names = ["BYMONTH", "BYDAY"]
    if frequency != "WEEKLY":
        names.append("BYMONTHDAY")
    if frequency == "YEARLY":
        names += ["BYWEEKNO", "BYYEARDAY"]
    chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    values = {
        "BYMONTH": _lists(st.integers(1, 12).map(str)),
        # The months may all be short ones.
        "BYMONTHDAY": _lists(_signed(1, 29 if "BYMONTH" in chosen else 31)),
        "BYYEARDAY": _lists(_signed(1, 366), most=20),
        "BYWEEKNO": _lists(_signed(1, 53), most=10),
        "BYDAY": _lists(_weekdays(_greatest_number(frequency, chosen))),
    }
    return {name: draw(values[name]) for name in chosen}


def _greatest_number(frequency: str, parts: list[str]) -> int:
    """Return the greatest number that a weekday may have, or 0 where it has none."""
    if frequency == "MONTHLY":
        return 5
    if frequency == "YEARLY" and "BYWEEKNO" not in parts:
        return 5 if "BYMONTH" in parts else 53
    return 0


def _weekdays(greatest: int) -> st.SearchStrategy[str]:
    plain = st.sampled_from(WEEKDAYS)
    if greatest == 0:
        return plain
    return plain | st.builds(
        "{}{}".format, _signed(1, greatest), st.sampled_from(WEEKDAYS)
    )


def _signed(least: int, most: int) -> st.SearchStrategy[str]:
    return st.builds(
        "{}{}".format,
        st.sampled_from(("", "", "-", "+")),
        st.integers(least, most),
    )


def _lists(
    values: st.SearchStrategy[str], most: int = 4
) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most).map(",".join)


def _parts_of_end(name: str) -> st.SearchStrategy[dict[str, str]]:
    if name == "COUNT":
        return st.integers(1, 40).map(lambda count: {"COUNT": str(count)})
    if name == "UNTIL":
        return START_DAYS.map(lambda day: {"UNTIL": day.strftime("%Y%m%d")})
    return st.just({})


# --- days by hand --------------------------------------------------------------------------------


def parts_of(rule: str) -> dict[str, str]:
    """Return the parts of a rule by their names."""
    parts: dict[str, str] = dict(
        part.split("=", 1) for part in rule.split(";")
    )
    return parts


def days_by_hand(
    rule: str, start: datetime.date, last: datetime.date
) -> tuple[datetime.date, ...]:
    """Look at every day, and return those on which a rule from `start` falls due until `last`."""
    parts = _with_first_day(parts_of(rule), start)
    interval = int(parts.get("INTERVAL", "1"))
    found: list[datetime.date] = []
    every_day = _every_day(start - _LONG, last + _LONG)
    for number, together in groupby(
        every_day, lambda day: _number_of_span(day, parts)
    ):
        if (number - _number_of_span(start, parts)) % interval == 0:
            chosen = [day for day in together if _is_chosen(day, parts)]
            found += _at_positions(chosen, parts.get("BYSETPOS"))
    until = parts.get("UNTIL", "99991231")
    due = [
        day
        for day in found
        if day >= start and day.strftime("%Y%m%d") <= until
    ]
    counted = due[: int(parts.get("COUNT", len(due)))]
    return tuple(day for day in counted if day <= last)


def _every_day(
    first: datetime.date, last: datetime.date
) -> Iterator[datetime.date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield datetime.date.fromordinal(ordinal)


def _with_first_day(
    parts: Mapping[str, str], start: datetime.date
) -> dict[str, str]:
    """Write out what a rule takes from the day on which it begins."""
    full = dict(parts)
    if not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & parts.keys():
        if parts["FREQ"] == "WEEKLY" or "BYWEEKNO" in parts:
            full["BYDAY"] = WEEKDAYS[start.weekday()]
        elif parts["FREQ"] != "DAILY":
            full["BYMONTHDAY"] = str(start.day)
            if parts["FREQ"] == "YEARLY":
                full.setdefault("BYMONTH", str(start.month))
    return full


def _number_of_span(day: datetime.date, parts: Mapping[str, str]) -> int:
    """Number the year, month, week or day that a day is in."""
    if "BYWEEKNO" in parts:
        return _year_of_week(day, parts)
    return {
        "YEARLY": day.year,
        "MONTHLY": day.year * 12 + day.month,
        "WEEKLY": _first_of_week(day, parts).toordinal() // 7,
        "DAILY": day.toordinal(),
    }[parts["FREQ"]]


def _is_chosen(day: datetime.date, parts: Mapping[str, str]) -> bool:
    is_leap = calendar.isleap(day.year)
    length_of_month = calendar.monthrange(day.year, day.month)[1]
    day_of_year = day.timetuple().tm_yday
    length_of_year = 366 if is_leap else 365
    numbers = {
        "BYMONTH": (day.month,),
        "BYMONTHDAY": (day.day, day.day - length_of_month - 1),
        "BYYEARDAY": (day_of_year, day_of_year - length_of_year - 1),
    }
    if "BYWEEKNO" in parts:
        numbers["BYWEEKNO"] = _numbers_of_week(day, parts)
    for name, fitting in numbers.items():
        wanted = parts.get(name)
        if wanted and not set(map(int, wanted.split(","))) & set(fitting):
            return False
    if "BYDAY" not in parts:
        return True
    weekday = WEEKDAYS[day.weekday()]
    in_month = parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts
    place, length = (
        (day.day, length_of_month)
        if in_month
        else (day_of_year, length_of_year)
    )
    # How many of this weekday there are up to the day, and from it.
    before = len(range(place, 0, -7))
    after = len(range(place, length + 1, 7))
    names = {
        weekday,
        f"{before}{weekday}",
        f"+{before}{weekday}",
        f"-{after}{weekday}",
    }
    return not names.isdisjoint(parts["BYDAY"].split(","))


def _at_positions(
    days: list[datetime.date], positions: str | None
) -> list[datetime.date]:
    if positions is None:
        return days
    wanted = set(map(int, positions.split(",")))
    return [
        day
        for place, day in enumerate(days)
        if wanted & {place + 1, place - len(days)}
    ]


def _first_of_week(
    day: datetime.date, parts: Mapping[str, str]
) -> datetime.date:
    while WEEKDAYS[day.weekday()] != parts.get("WKST", "MO"):
        day -= datetime.timedelta(days=1)
    return day


def _year_of_week(day: datetime.date, parts: Mapping[str, str]) -> int:
    """Return the year whose first week is the latest that is not after a day's week."""
    week = _first_of_week(day, parts)
    return max(
        year
        for year in (day.year - 1, day.year, day.year + 1)
        if _first_week(year, parts) <= week
    )


def _numbers_of_week(
    day: datetime.date, parts: Mapping[str, str]
) -> tuple[int, int]:
    year, week = _year_of_week(day, parts), _first_of_week(day, parts)
    number = (week - _first_week(year, parts)).days // 7 + 1
    from_end = (week - _first_week(year + 1, parts)).days // 7
    return number, from_end


def _first_week(year: int, parts: Mapping[str, str]) -> datetime.date:
    # The first week with four days of a year is the one with its fourth day.
    return _first_of_week(datetime.date(year, 1, 4), parts)
