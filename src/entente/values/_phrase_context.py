"""What a date phrase is read against, and the choice of a year where none is named."""

from __future__ import annotations

import calendar
import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from typing import Final, Literal, NoReturn, TypeAlias

import attrs
from attrs import frozen

from entente.errors import PeriodError
from entente.values import _edtf as edtf
from entente.values._conventions import CONVENTIONS, Conventions
from entente.values._edtf import Precision

Look: TypeAlias = Literal["ahead", "back"]
"""Where a date without a year is looked for, seen from the day on which it was said."""

PhraseMatch: TypeAlias = re.Match[str]

DEEPEST = 6
"""How many phrases may be within one another: "the end of the first half of next year" is three."""


@frozen
class Context:
    """What a phrase is read against, and what is wanted of it.

    `day` is the day on which it was said; without it only what needs no such day is read. `look`
    chooses the year of a date that has none. `is_ahead` says that the words speak of a deadline,
    which is not likely to have passed. `is_bound` says that the date is only the last of many days
    on which something may be done, so that one which is running, or vague, is not read as a whole.
    `is_exact` says that its first or last day is wanted. `is_on` says that the words have "on"
    before the date, so that the number in "May 25" is a day.
    """

    words: str
    day: datetime.date | None
    country: str | None
    own_conventions: Conventions | None
    look: Look | None = None
    is_ahead: bool = False
    is_bound: bool = False
    is_exact: bool = False
    is_on: bool = False
    depth: int = 0

    @property
    def known_day(self) -> datetime.date:
        """The day on which it was said."""
        if self.day is None:
            self.refuse(
                "it counts from the day on which it was said; give that day"
            )
        return self.day

    @property
    def conventions(self) -> Conventions:
        """The caller's conventions, or else the usual ones."""
        return self.own_conventions or CONVENTIONS

    def refuse(self, reason: str) -> NoReturn:
        """Raise the error that says why the words cannot be read, and what to do."""
        raise PeriodError(self.words, reason) from None

    def having(self, **changes: object) -> Context:
        """Return this context with some attributes changed."""
        return attrs.evolve(self, **changes)  # type: ignore[arg-type]

    def deeper(self) -> Context:
        """Return the context of a phrase within this one."""
        if self.depth == DEEPEST:
            self.refuse("it is made of too many parts; write the date as EDTF")
        return self.having(depth=self.depth + 1)


PhraseReader: TypeAlias = Callable[[PhraseMatch, Context], str]
PhraseTable: TypeAlias = tuple[tuple[str, PhraseReader], ...]


def look_up(table: PhraseTable, phrase: str, context: Context) -> str | None:
    """Read a phrase by the first row that matches all of it."""
    for expression, reader in table:
        if match := _compiled(expression).fullmatch(phrase):
            return reader(match, context)
    return None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compile when first tried: few programs read phrases, and there are many expressions."""
    return re.compile(expression)


def refusal(reason: str) -> PhraseReader:
    """Return the reader that refuses a phrase for a reason."""

    def refuse(_: PhraseMatch, context: Context) -> NoReturn:
        context.refuse(reason)

    return refuse


# --- dates as text -------------------------------------------------------------------------------


def ends_of(text: str) -> tuple[str, str]:
    """Return the dates at both ends of a date, a span or a set, which may be the same."""
    dates = re.split(r"/|\.\.|,", text.strip("[]"))
    return dates[0], dates[-1]


def bounds(text: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of EDTF text that has both."""
    start, end = ends_of(text)
    first = edtf.read(start).start.first
    last = edtf.read(end).start.last
    return datetime.date.fromordinal(first), datetime.date.fromordinal(last)


def is_one_date(text: str) -> bool:
    """Return whether a text is a single date, neither a span nor a set."""
    return ends_of(text) == (text, text)


def one_day_of(text: str) -> str:
    """Return one day of a span with two ends as a set, and any other text as it is."""
    start, sign, end = text.partition("/")
    return f"[{start}..{end}]" if sign else text


def precision_of(text: str) -> Precision | None:
    """Return the unit of a single date without doubt; None of any other."""
    if not is_one_date(text) or is_hedged(text):
        return None
    return edtf.read(text).start.precision


def is_hedged(text: str) -> bool:
    """Return whether any date of a text is uncertain or approximate."""
    return edtf.read(text).hedged


def in_four_digits(year: int) -> str:
    """Return a year as text. Raises `OverflowError` if it is not in the calendar."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError
    return f"{year:04d}"


_DAYS_IN: Final = {"day": 1, "week": 7}
_MONTHS_IN: Final = {"month": 1, "year": 12, "decade": 120}


def moved(day: datetime.date, unit: str, count: int) -> datetime.date:
    """Return the day that many units later; in a shorter month its last day."""
    if unit in _DAYS_IN:
        return day + datetime.timedelta(days=count * _DAYS_IN[unit])
    months = count * _MONTHS_IN[unit]
    index = day.year * 12 + day.month - 1 + months
    year = int(in_four_digits(index // 12))
    month = index % 12 + 1
    length = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(day.day, length))


def around(day: datetime.date, unit: str) -> str:
    """Return a day as vague as the unit in which people count to it.

    Two years ago is about a year, and three months ago about a month.
    """
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        return within_days(day, day, 7)
    # How much of 2024-01-30 is kept.
    shown = {"month": 7, "year": 4, "decade": 4}[unit]
    return f"{day.isoformat()[:shown]}~"


def within_days(first: datetime.date, last: datetime.date, count: int) -> str:
    """Return the set of days from some before the first to as many after the last."""
    return f"[{moved(first, 'day', -count)}..{moved(last, 'day', count)}]"


# --- the year of a date that has none ------------------------------------------------------------


def choose_year(template: str, context: Context) -> str:
    """Return the date that ``{}-12-10`` gives in the year that is meant where none is named."""
    dates = in_years_around(template, context)
    firsts, lasts = zip(*map(bounds, dates), strict=True)
    count_begun = bisect_right(firsts, context.known_day)
    count_over = bisect_left(lasts, context.known_day)
    # The first date that is not over is the coming one, and the last that has begun the last one.
    position = count_over
    if context.look == "back":
        position = count_begun - 1
    if not 0 <= position < len(dates):
        context.refuse(_NO_SUCH_DAY)
    if context.look is None and position > 0:
        _refuse_either(dates[position - 1], dates[position], context)
    _refuse_running_limit(dates[position], context)
    return dates[position]


def in_years_around(template: str, context: Context) -> list[str]:
    """Return the dates that ``{}-12-10`` gives in the year before, this and the next."""
    said = context.known_day
    first_year = max(said.year - 1, datetime.MINYEAR)
    last_year = min(said.year + 1, datetime.MAXYEAR)
    years = range(first_year, last_year + 1)
    texts = [template.format(f"{year:04d}") for year in years]
    # 29 February is not in every year.
    dates = [text for text in texts if is_valid(text)]
    return dates or context.refuse(_NO_SUCH_DAY)


def is_valid(text: str) -> bool:
    try:
        edtf.read(text)
    except PeriodError:
        return False
    return True


def _refuse_either(last: str, coming: str, context: Context) -> None:
    """Refuse unless the coming date is meant, and not the last one.

    It has to be the nearer one. "In March", said in December, may still be that of the same year,
    unless a deadline is meant; "in January" is not, since it is near.
    """
    days_since = (context.known_day - bounds(last)[1]).days
    days_until = (bounds(coming)[0] - context.known_day).days
    is_nearer = days_until <= days_since
    was_this_year = bounds(last)[1].year == context.known_day.year
    if context.is_ahead:
        is_clear = is_nearer or not was_this_year
    else:
        is_near = days_until <= context.conventions.near_days
        is_clear = is_nearer and (is_near or not was_this_year)
    if not is_clear:
        context.refuse(
            f"it may be {last} or {coming}; write the year,"
            " or say look='back' or look='ahead'"
        )


def _refuse_running_limit(text: str, context: Context) -> None:
    """Refuse the limit of a deadline if it is running: "by the autumn", said in the autumn."""
    first, last = bounds(text)
    is_running = first < last and first <= context.known_day <= last
    if context.is_bound and is_running:
        context.refuse(
            f"it was running when said on {context.known_day};"
            " write the year, or 'the end of' it"
        )


_NO_SUCH_DAY = (
    "there is no such day within a year of its being said; write the year"
)
