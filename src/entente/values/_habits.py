"""How people write dates, lengths of time and amounts, and how a dossier has them.

This module is loaded when one of them was refused, and not before. It never guesses: where a text may mean
two days it says both, and where it means none it says nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Final

from entente._text import shorten
from entente.errors import (
    DurationError,
    NotationError,
    PeriodError,
    QuantityError,
    RangeError,
)
from entente.values._edtf import read as read_edtf
from entente.values._phrase_words import number_of
from entente.values._phrases import read as read_words
from entente.values._quantity import Quantity

# Longer ones were hardly meant as a date.
_LONGEST: Final = 200
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

_NO_DATE: Final = frozenset(
    [
        "-",
        "--",
        "---",
        "?",
        "??",
        "???",
        ".",
        "…",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "tba",
        "tbc",
        "tbd",
        "unknown",
        "unclear",
        "undated",
        "not_known",
        "ongoing",
        "on-going",
        "continuing",
        "permanent",
        "asap",
        "tbc.",
        "tbd.",
    ]
)
"""What people write where no date is known."""

_UNTOLD: Final = (
    "leave the key out if no date is known,"
    " or write {{ stated = {words} }} if those are the words of the source"
)
_YEAR_FIRST: Final = (
    "write the year first and with four digits, such as 2024-01-30"
)
_NO_SUCH_DAY: Final = (
    "there is no such day; write year, month and day, such as 2024-01-30"
)
_IN_WORDS: Final = (
    "write the date in EDTF, with the words as `stated`,"
    " or {{ stated = {words} }} if they name no date;"
    " Period.from_words reads many, given the day on which they were said"
)
_DAY: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[1-9]\d)")
# Three letters in a row, which EDTF never has (X, a digit in it, is left out).
_WORD: Final = re.compile(r"[A-WYZa-wyz]{3}")

_NUMBERS: Final = re.compile(
    r"(?P<first>\d{1,4})(?P<sign>[./\s-])\s?(?P<second>\d{1,2})(?P=sign)\s?(?P<third>\d{1,4})\.?"
)
_MONTH_AND_YEAR: Final = re.compile(
    r"(?P<month>\d{1,2})[./-](?P<year>\d{4})|(?P<year2>\d{4})[./-](?P<month2>\d{1,2})"
)
_RUN_TOGETHER: Final = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_WITH_TIME: Final = re.compile(
    r"(?P<day>\S+)(?:T|,? (?:at )?)\d{1,2}[:.h]\d{2}.*", re.IGNORECASE
)
_WEEK: Final = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d{1,2})")
_MONTH_IN_LETTERS: Final = re.compile(
    r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3,9})-(?P<year>\d{4})"
    r"|(?P<year2>\d{4})-(?P<month2>[A-Za-z]{3,9})-(?P<day2>\d{1,2})"
)
_TWO_DATES: Final = re.compile(
    r"(?:from |between )?(?P<start>\S+)\s+(?:to|and|until|till|-)\s+(?P<end>\S+)"
    r"|(?P<start2>[^/]+)/(?P<end2>[^/]+)"
)
_TWO_YEARS: Final = re.compile(r"(?P<first>\d{4})[/-](?P<second>\d{2}|\d{4})")
_LENGTH: Final = re.compile(
    r"(?P<number>\d{1,4}|[a-z]+(?:-[a-z]+)?)[ -]?(?P<unit>day|week|month|year)s?",
    re.IGNORECASE,
)
_SHORT_LENGTH: Final = re.compile(
    r"p?(?P<number>\d{1,4})(?P<unit>[dwmy])", re.IGNORECASE
)
# A year, a month or a day that EDTF writes as people do, and no season.
_PLAIN: Final = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?")


def suggest_date(text: str) -> str | None:
    r"""Return a hint with the date that a text was meant for, or None if no more can be said.

    >>> suggest_date("30/01/2024"), suggest_date("20240130")
    ('write "2024-01-30"', 'write "2024-01-30"')
    >>> suggest_date("01/02/2024")
    'write "2024-02-01" if the day comes first, or "2024-01-02" if the month does'
    >>> print(suggest_date("spring 2024"))
    write { edtf = "2024-21", stated = 'spring 2024' }
    """
    # What is EDTF was refused for another reason, and in its form the reason is plain.
    if len(text) > _LONGEST or _DAY.fullmatch(text) or _is_edtf(text):
        return None
    bare = " ".join(text.translate(_DASHES).split())
    if bare.casefold().replace(" ", "_") in _NO_DATE:
        return _UNTOLD.format(words=shorten(text))
    found = _of_numbers(bare)
    if found is not None:
        return found
    edtf = _reading(bare)
    if edtf is None:
        return _of_no_reading(bare, text)
    if _PLAIN.fullmatch(edtf) or not re.search("[A-Za-z]", text):
        return f'write "{edtf}"'
    return f'write {{ edtf = "{edtf}", stated = {shorten(text, _LONGEST)} }}'


def _of_no_reading(bare: str, text: str) -> str | None:
    """Return the hint for what may mean several dates, or for words that mean none."""
    years = _TWO_YEARS.fullmatch(bare)
    if years is not None:
        first = int(years["first"])
        if f"{first + 1:04}".endswith(years["second"]):
            return (
                f'write "{first:04}/{first + 1:04}" for both years, or the days of the season'
                f' or fiscal year, such as "{first:04}-04/{first + 1:04}-03"'
            )
    words = shorten(text, _LONGEST)
    return _IN_WORDS.format(words=words) if _WORD.search(text) else None


def _of_numbers(text: str) -> str | None:
    """Return the hint for a date in numbers alone, with a time behind it or not."""
    time = _WITH_TIME.fullmatch(text)
    if time is not None:
        text = time["day"].rstrip(",")
    for pattern, days_of in (
        (_NUMBERS, _days_of_three),
        (_RUN_TOGETHER, _days_run_together),
    ):
        found = pattern.fullmatch(text)
        if found is not None:
            return days_of(found)
    return None


def _days_of_three(found: re.Match[str]) -> str | None:
    """Return the hint for a day in three numbers, whose order may be any."""
    first, second, third = found["first"], found["second"], found["third"]
    if len(first) == 4:
        if int(second) == 0 or int(third) == 0:
            known = [first, second, third][: 1 if int(second) == 0 else 2]
            return f'write no more than is known: "{"-".join(known)}"'
        orders = {"month": (first, second, third)}
        swapped = _day(first, third, second)
        if swapped and not _day(first, second, third):
            return f'write "{swapped}" if the day comes before the month'
    elif len(third) == 4:
        orders = {
            "day": (third, second, first),
            "month": (third, first, second),
        }
    else:
        return _YEAR_FIRST
    days = {
        order: day
        for order, numbers in orders.items()
        if (day := _day(*numbers)) is not None
    }
    if len(set(days.values())) == 1:
        return f'write "{next(iter(days.values()))}"'
    if not days:
        return _NO_SUCH_DAY
    return f'write "{days["day"]}" if the day comes first, or "{days["month"]}" if the month does'


def _days_run_together(found: re.Match[str]) -> str | None:
    edtf = "-".join(filter(None, found.groups()))
    return f'write "{edtf}"' if _is_edtf(edtf) else None


def _day(year: str, month: str, day: str) -> str | None:
    """Return a day in EDTF, or None if there is no such day."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _reading(text: str) -> str | None:
    """Return the date that words mean without a guess, in EDTF, or None."""
    month = _MONTH_AND_YEAR.fullmatch(text)
    if month is not None:
        year = month["year"] or month["year2"]
        number = month["month"] or month["month2"]
        edtf = f"{year}-{int(number):02}"
        # "2023/24" may be two years, and 2024-21 is a season.
        return edtf if _day(year, number, "1") else None
    week = _WEEK.fullmatch(text)
    if week is not None:
        return _days_of_week(week)
    letters = _MONTH_IN_LETTERS.fullmatch(text)
    if letters is not None:
        text = " ".join(
            letters[name] or letters[f"{name}2"]
            for name in ("day", "month", "year")
        )
    try:
        return read_words(text, said=None).text
    except PeriodError:
        return _span(text)


def _days_of_week(week: re.Match[str]) -> str | None:
    year, number = int(week["year"]), int(week["week"])
    try:
        days = [
            datetime.date.fromisocalendar(year, number, day) for day in (1, 7)
        ]
    except ValueError:
        return None
    return f"[{days[0]}..{days[1]}]"


def _span(text: str) -> str | None:
    """Return the span between two dates that are written otherwise, or None."""
    found = _TWO_DATES.fullmatch(text)
    if found is None:
        return None
    ends = [
        _end_of_span(found[name] or found[f"{name}2"])
        for name in ("start", "end")
    ]
    edtf = "/".join(end or "" for end in ends)
    return edtf if None not in ends and _is_edtf(edtf) else None


def _end_of_span(text: str) -> str | None:
    if _is_edtf(text):
        return text
    hint = _of_numbers(text) or ""
    plain = re.fullmatch(r'write "([-\d]+)"', hint)
    return plain[1] if plain else None


def _is_edtf(text: str) -> bool:
    try:
        read_edtf(text)
    except PeriodError:
        return False
    return True


# --- lengths of time and amounts -----------------------------------------------------------------


def suggest_duration(text: str) -> str | None:
    """Return a hint with the length of time that a text was meant for, or None.

    >>> suggest_duration("six months"), suggest_duration("90d"), suggest_duration("P0D")
    ('write "P6M"', 'write "P90D"', 'leave the key out, as nothing lies between')
    """
    bare = " ".join(text.casefold().split())
    found = _SHORT_LENGTH.fullmatch(bare) or _LENGTH.fullmatch(bare)
    count = None if found is None else _counted(found["number"])
    if found is None or count is None:
        return None
    if count == 0:
        return "leave the key out, as nothing lies between"
    return f'write "P{count}{found["unit"][0].upper()}"'


def _counted(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    if word in {"a", "an"}:
        return 1
    try:
        return number_of(word)
    except (KeyError, ValueError):
        return None


def suggest_amount(text: str) -> str | None:
    """Return a hint with the amount that a text was meant for, or None.

    >>> suggest_amount("up to €72.2m")
    'write "<= 72200000 EUR"'
    """
    try:
        meant = str(Quantity.from_words(text))
    except QuantityError:
        return None
    return f'write "{meant}"' if meant != text else None


_RANGE: Final = re.compile(
    r"\D{0,12}?(?P<first>[1-9]\d{0,8})(?:\D{1,5}(?P<last>[1-9]\d{0,8}))?"
)


def suggest_range(text: str) -> str | None:
    """Return a hint with the run of lines that a text was meant for, or None.

    >>> suggest_range("lines 14 to 16"), suggest_range("L6")
    ('write "14-16"', 'write "6"')
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return None
    first, last = map(int, found.groups(default=found["first"]))
    # "14-6" may be a slip for more than one range.
    if first > last:
        return None
    return f'write "{first}-{last}"' if first != last else f'write "{first}"'


def in_code(hint: str) -> str:
    r"""Return a hint about a date in a file as one about a date in Python.

    >>> print(in_code("write { edtf = \"2024-21\", stated = 'spring 2024' }"))
    write Period("2024-21", stated='spring 2024')
    """
    hint = re.sub(
        r'\{ edtf = (".*?"), stated = (.*) \}', r"Period(\1, stated=\2)", hint
    )
    hint = re.sub(r"\{ stated = (.*) \}", r"Period(stated=\1)", hint)
    return hint.replace("leave the key out", "leave it out")


_SUGGESTIONS: Final[
    Mapping[type[NotationError], Callable[[str], str | None]]
] = {
    PeriodError: suggest_date,
    QuantityError: suggest_amount,
    DurationError: suggest_duration,
    RangeError: suggest_range,
}


def refusal(error: NotationError) -> tuple[str, str | None]:
    """Return what to say of a text that is not in its notation, and the cure if there is one.

    >>> refusal(PeriodError("30/01/2024", "a span has one '/' only"))
    ("'30/01/2024' is not a date (EDTF)", 'write "2024-01-30"')
    """
    suggest = _SUGGESTIONS.get(type(error))
    hint = suggest(error.text) if suggest else None
    noun = "a date (EDTF)" if type(error) is PeriodError else error.noun
    if hint is None:
        return str(error), None
    return f"{shorten(error.text)} is not {noun}", hint
