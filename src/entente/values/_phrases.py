"""The date phrases of communiqués, read against the day on which they were said.

`read` turns words into the notation of `entente.values._edtf`. It refuses rather than guesses: a
phrase is read by one row of the tables at the end, or not at all. What rests on a convention, and
not on the plain meaning of words, is in `entente.values._conventions`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal, NoReturn, TypeAlias

import attrs
from attrs import frozen

from entente.errors import PeriodError
from entente.values import _edtf as edtf
from entente.values._conventions import (
    CONVENTIONS,
    FISCAL_YEARS,
    Conventions,
    fiscal_year,
)
from entente.values._edtf import PARTS_OF_YEAR, Precision

MAX_LENGTH = 200
"""The greatest length of a phrase, in characters."""


def read(
    words: str,
    *,
    said: datetime.date,
    country: str | None = None,
    conventions: Conventions = CONVENTIONS,
) -> str:
    """Return the EDTF text that `words` mean when said on a day.

    Raises `PeriodError` if no rule reads the phrase, if it may be read in two ways, or if there is
    no such day.
    """
    if len(words) > MAX_LENGTH:
        raise PeriodError(
            words,
            f"it is longer than any phrase that can be read ({MAX_LENGTH} characters)",
        )
    phrase = _normalized(words)
    context = _Context(words, said, country, conventions)
    try:
        text = _look_up(_FRAMES, phrase, context) or _date(phrase, context)
        edtf.read(text)
    except OverflowError:
        context.refuse("it leads outside the years 0001 to 9999")
    except PeriodError as error:
        if error.text == words:
            raise
        context.refuse(error.reason)
    return text


_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'"}
)


def _normalized(words: str) -> str:
    """Fold case, white space and dashes, and drop a full stop or comma at the end."""
    phrase = " ".join(words.translate(_SIGNS).lower().split())
    phrase = phrase.replace(" - ", "-").rstrip(".,;")
    # "by year-end", "before the year's end"
    return re.sub(
        r"\b(?:the )?year(?:-|'s )end\b", "the end of the year", phrase
    )


@frozen
class _Context:
    """What a phrase is read against.

    `look` says how to choose the year of a date that has none: "ahead" takes the next date that is
    not yet over, "back" the latest that has begun; "either" looks ahead too, but refuses if one
    has just passed. `exact` says that the first or last day is wanted, so that a phrase must be
    refused if its reading is coarser than its words.
    """

    words: str
    said: datetime.date
    country: str | None
    conventions: Conventions
    look: Literal["ahead", "back", "either"] = "either"
    exact: bool = False

    def refuse(self, reason: str) -> NoReturn:
        raise PeriodError(self.words, reason) from None

    def looking(self, look: Literal["ahead", "back"]) -> _Context:
        return attrs.evolve(self, look=look)

    def bounds(self, text: str) -> tuple[datetime.date, datetime.date]:
        """Return the first and last day of EDTF text."""
        shape = edtf.read(text)
        first = datetime.date.fromordinal(shape.start.first)
        last = datetime.date.fromordinal(shape.end.last)
        return first, last

    def in_years_around(self, template: str) -> list[str]:
        """Return the dates that ``{}-12-10`` gives in the year before, this and the next."""
        first_year = max(self.said.year - 1, datetime.MINYEAR)
        last_year = min(self.said.year + 1, datetime.MAXYEAR)
        years = range(first_year, last_year + 1)
        texts = [template.format(f"{year:04d}") for year in years]
        dates = [text for text in texts if _is_date(text)]
        return dates or self.refuse(_NO_SUCH_DAY)

    def choose_year(self, template: str) -> str:
        """Return the date that ``{}-12-10`` gives in the year that is meant where none is named."""
        dates = self.in_years_around(template)
        if self.look == "back":
            begun = [
                text for text in dates if self.bounds(text)[0] <= self.said
            ]
            meant = begun[-1:]
        else:
            over = [text for text in dates if self.bounds(text)[1] < self.said]
            meant = dates[len(over) :]
            if self.look == "either":
                self.refuse_if_recent(over)
        if not meant:
            self.refuse(_NO_SUCH_DAY)
        return meant[0]

    def refuse_if_recent(self, over: list[str]) -> None:
        """Refuse if the last of some dates has just passed, so that it may be the one meant."""
        if not over:
            return
        days_since = (self.said - self.bounds(over[-1])[1]).days
        if days_since <= self.conventions.recent_days:
            self.refuse(
                "it may be the one that has just passed; write the year"
            )


_NO_SUCH_DAY = "there is no such day within a year of its being said"
_TWO_YEARS_OF_WHAT = "is it a season, a fiscal year or a span: say which"

_Match: TypeAlias = re.Match[str]
_PhraseReader: TypeAlias = Callable[[_Match, _Context], str]
_PhraseTable: TypeAlias = tuple[tuple[str, _PhraseReader], ...]


def _look_up(
    table: _PhraseTable, phrase: str, context: _Context
) -> str | None:
    for pattern, reader in table:
        if match := _compiled(pattern).fullmatch(phrase):
            return reader(match, context)
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first tried: few programs read phrases, and there are many."""
    return re.compile(pattern)


def _date(phrase: str, context: _Context) -> str:
    """Read a phrase that names a date, or a fiscal year, which is a span."""
    _look_up(_REFUSED, phrase, context)  # a row that matches raises
    text = _look_up(_DATES, phrase.removeprefix("the "), context)
    if text is None:
        context.refuse(
            "no rule reads these words without a guess; write the date as EDTF"
        )
    return text


def _whole(phrase: str, context: _Context) -> str:
    """Read what follows "of", where "the year" means this year."""
    this_unit = r"the (?:current |calendar )?(?=(?:year|month|decade)$)"
    return _date(re.sub(this_unit, "this ", phrase), context)


def _first_day(phrase: str, context: _Context) -> datetime.date:
    exact = attrs.evolve(context, exact=True)
    first, _ = context.bounds(_whole(phrase, exact))
    return first


def _last_day(phrase: str, context: _Context) -> datetime.date:
    exact = attrs.evolve(context, exact=True)
    _, last = context.bounds(_whole(phrase, exact))
    return last


def _start_of(phrase: str, context: _Context) -> str:
    """Return the date at which a phrase starts, as vague as its words."""
    return edtf.read(_date(phrase, context)).start.text


def _end_of(phrase: str, context: _Context) -> str:
    """Return the date at which a phrase ends, as vague as its words."""
    return edtf.read(_date(phrase, context)).end.text


def _year(year: int) -> str:
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError
    return f"{year:04d}"


def _is_date(text: str) -> bool:
    try:
        edtf.read(text)
    except PeriodError:
        return False
    return True


def _moved(day: datetime.date, unit: str, count: int) -> datetime.date:
    """Return the day that many units later; in a shorter month its last day."""
    if unit == "days":
        return day + datetime.timedelta(days=count)
    if unit == "weeks":
        return day + datetime.timedelta(weeks=count)
    months = count * 12 if unit == "years" else count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError
    length = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, length))


# The vocabulary: words, and the regular expressions that the rows of the tables are made of

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
_RELATIVE = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "final": 0, "last": 0,
}  # fmt: skip
_NUMBERS = {
    **{name: number for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )},
    "a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "a hundred": 100,
}  # fmt: skip


def _any_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    # The longest first, so that "sept" is not read as "sep" with a rest.
    return "|".join(sorted(words, key=len, reverse=True))


# Each group is named after what it holds; a reader finds it by that name.
_MONTH = rf"(?P<month>{_any_of(_MONTH_NUMBERS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_WEEKDAY = rf"(?P<weekday>{_any_of(_WEEKDAYS)})"
_SEASON = rf"(?P<season>{_any_of(_SEASONS)})"
_THAT = rf"(?P<that>{_any_of(_RELATIVE)})"
_NUMBER = rf"(?P<number>[0-9]{{1,4}}|{_any_of(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_UNITS = r"(?P<unit>day|week|month|year)s"
# The same for the two dates of a range.
_DAY1, _DAY2 = (_DAY.replace("<day>", f"<day{n}>") for n in "12")
_MONTH1, _MONTH2 = (_MONTH.replace("<month>", f"<month{n}>") for n in "12")
_YEAR1, _YEAR2 = (_YEAR.replace("<year>", f"<year{n}>") for n in "12")
_LINK = r"(?P<link>-| to | until | till | and )"
_FISCAL = r"(?:fy|fiscal year|financial year)"
# 2023/24 or 2023-2024: which is a season, a fiscal year or a span.
_TWO_YEARS = r"(?P<year>[0-9]{4})[/-](?P<second>[0-9]{2}|[0-9]{4})"
_IN_A_PERIOD = r"(?:in|over|during|within|for)"


# Readers of dates


def _read_relative_day(match: _Match, context: _Context) -> str:
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0]]
    return (context.said + datetime.timedelta(days=offset)).isoformat()


def _read_day(match: _Match, context: _Context) -> str:
    month, day = _MONTH_NUMBERS[match["month"]], int(match["day"])
    template = f"{{}}-{month:02d}-{day:02d}"
    weekday = match.groupdict().get("weekday")
    if match["year"]:
        text = template.format(match["year"])
    elif weekday:
        # The nearest date is taken, and its weekday then has to match.
        texts = context.in_years_around(template)
        text = min(
            texts, key=lambda text: abs(context.bounds(text)[0] - context.said)
        )
    else:
        return context.choose_year(template)
    actual = _WEEKDAYS[context.bounds(text)[0].weekday()]
    if weekday and weekday != actual:
        context.refuse(
            f"{text} is a {actual.capitalize()}, not a {weekday.capitalize()}"
        )
    return text


def _read_month(match: _Match, context: _Context) -> str:
    month = f"{_MONTH_NUMBERS[match['month']]:02d}"
    return _in_year(match, month, context)


def _read_season(match: _Match, context: _Context) -> str:
    code = _season_code(match, context)
    groups = match.groupdict()
    names_year = groups.get("year") or groups.get("that")
    if names_year and PARTS_OF_YEAR[code].crosses_new_year:
        context.refuse(
            f"which {match['season']}: it lies in two years; write both, as in 2024/25"
        )
    return _in_year(match, code, context)


def _in_year(match: _Match, code: str, context: _Context) -> str:
    """Return the part of the year that is named, or else of the one that is meant."""
    groups = match.groupdict()
    if that := groups.get("that"):
        return f"{_year(context.said.year + _RELATIVE[that])}-{code}"
    if year := groups.get("year"):
        return f"{year}-{code}"
    return context.choose_year(f"{{}}-{code}")


def _season_code(match: _Match, context: _Context) -> str:
    code: str = getattr(context.conventions, _SEASONS[match["season"]])
    return code


def _read_season_of_two_years(match: _Match, context: _Context) -> str:
    code = _season_code(match, context)
    if not PARTS_OF_YEAR[code].crosses_new_year:
        context.refuse(f"a {match['season']} lies in one year, not in two")
    return f"{_first_of_two_years(match, context)}-{code}"


def _read_relative_part(match: _Match, context: _Context) -> str:
    """Read "this", "next" and "last" before a month or a season, unless two may be meant.

    In May, "last March" may be that of this year or that of the year before: it is refused, as
    is "next June". In January "last March" and in July "next June" are clear.
    """
    month = match.groupdict().get("month")
    code = (
        f"{_MONTH_NUMBERS[month]:02d}"
        if month
        else _season_code(match, context)
    )
    offset = _years_ahead(code, _RELATIVE[match["that"]], context)
    if offset is None:
        context.refuse(
            f"it may be one of two when said on {context.said}; write the year"
        )
    return f"{_year(context.said.year + offset)}-{code}"


def _years_ahead(code: str, step: int, context: _Context) -> int | None:
    """Return in which year the month or season lies, counted from this one; None if unclear.

    `step` is -1 for "last", 0 for "this" and 1 for "next".
    """
    year = context.said.year
    before = context.bounds(f"{_year(year - 1)}-{code}")
    now = context.bounds(f"{_year(year)}-{code}")
    if now[0] <= context.said <= now[1]:
        return step
    if before[0] <= context.said <= before[1]:
        return step - 1  # in the winter that began last year
    is_over, is_ahead = now[1] < context.said, now[0] > context.said
    clear = {
        -1: is_ahead,
        # Two winters lie in each year: the one that began last year, and the one to come.
        0: before[1].year < year,
        1: is_over,
    }
    return step if clear[step] else None


def _read_as_it_is(match: _Match, _: _Context) -> str:
    return match["date"]


def _read_relative_unit(match: _Match, context: _Context) -> str:
    said, step = context.said, _RELATIVE[match["that"]]
    if match["unit"] == "year":
        return _year(said.year + step)
    if match["unit"] == "month":
        return _moved(said.replace(day=1), "months", step).isoformat()[:7]
    return f"{_year(said.year + step * 10)[:3]}X"


def _read_rest_of_unit(match: _Match, context: _Context) -> str:
    if context.exact:
        context.refuse(f"{match[0]!r} has no first or last day")
    if match["unit"] == "year":
        return context.said.isoformat()[:4]
    return context.said.isoformat()[:7]


def _read_decade(match: _Match, _: _Context) -> str:
    return f"{match['decade']}X"


_DIVISIBLE = (Precision.YEAR, Precision.MONTH, Precision.SEASON)
_THIRDS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}


def _read_part_of(match: _Match, context: _Context) -> str:
    """Read "early", "mid", "late" and the like: a third of a year; other units are left whole."""
    part, whole = match["part"], _whole(match["rest"], context)
    shape = edtf.read(whole)
    if shape.is_span or shape.start.precision not in _DIVISIBLE:
        context.refuse(f"{part!r} is read of a year, a month or a season only")
    is_year = shape.start.precision is Precision.YEAR
    if context.exact and not (is_year and part in ("early", "mid", "late")):
        context.refuse(f"{match[0]!r} has no first or last day")
    if not is_year:
        return whole
    code: str = getattr(context.conventions, _THIRDS[part])
    return f"{whole}-{code}"


def _read_fraction(match: _Match, context: _Context) -> str:
    number = _ORDINALS[match["ordinal"]]
    code = _fraction(number, match["fraction"], context)
    year = _whole(match["rest"], context)
    shape = edtf.read(year)
    if shape.is_span or shape.start.precision is not Precision.YEAR:
        context.refuse(
            f"a {match['fraction']} is read of a calendar year only"
        )
    return f"{year}-{code}"


def _read_short_fraction(match: _Match, context: _Context) -> str:
    fraction = {"q": "quarter", "h": "half"}[match["fraction"]]
    code = _fraction(int(match["ordinal"]), fraction, context)
    return f"{match['year']}-{code}"


def _fraction(number: int, fraction: str, context: _Context) -> str:
    """Return the code of a part of a year, such as 34 for its second quarter."""
    first_code, count, name = {
        "half": (40, 2, "halves"),
        "third": (37, 3, "thirds"),
        "quarter": (33, 4, "quarters"),
    }[fraction]
    if number == 0:  # the last
        number = count
    if number > count:
        context.refuse(f"a year has {count} {name} only")
    return str(first_code + number - 1)


def _read_fiscal_year(match: _Match, context: _Context) -> str:
    if context.country is None:
        context.refuse(
            "whose fiscal year is meant: give the country, as in country='GB'"
        )
    convention = FISCAL_YEARS.get(context.country)
    if convention is None:
        context.refuse(
            f"the fiscal year of {context.country} is not known here"
        )
    if match.groupdict().get("second"):
        year = int(_first_of_two_years(match, context))
        if convention.month == 1:
            context.refuse(
                f"a fiscal year of {context.country} lies in one year, not in two"
            )
        return fiscal_year(
            year + (convention.named_by == "end"), context.country
        )
    if convention.named_by == "both":
        context.refuse(
            "it begins and ends in different years; write both, as in FY 2023/24"
        )
    return fiscal_year(int(match["year"]), context.country)


def _first_of_two_years(match: _Match, context: _Context) -> str:
    first, second = match["year"], match["second"]
    year_after = _year(int(first) + 1)
    if not year_after.endswith(second):
        context.refuse(f"{second} is not the year after {first}")
    return first


def _read_days_from(match: _Match, context: _Context) -> str:
    if match["rest"] == "now":
        day = context.said
    else:
        day = _definite_day(match["rest"], context)
    return _moved(day, "days", _number(match)).isoformat()


def _read_days_ago(match: _Match, context: _Context) -> str:
    day = _moved(context.said, "days", -_number(match))
    return day.isoformat()


def _definite_day(phrase: str, context: _Context) -> datetime.date:
    first, last = context.bounds(_date(phrase, context))
    if first != last:
        context.refuse(f"{phrase!r} is not a single day to count from")
    return first


def _number(match: _Match) -> int:
    number = match["number"]
    if number in _NUMBERS:
        return _NUMBERS[number]
    return int(number)


# Readers of deadlines, beginnings and stretches of time


def _read_by(match: _Match, context: _Context) -> str:
    end = _end_of(match["rest"], context.looking("ahead"))
    return _deadline(end, context)


def _read_by_end(match: _Match, context: _Context) -> str:
    last = _last_day(match["rest"], context.looking("ahead"))
    return _deadline(last.isoformat(), context)


def _read_before(match: _Match, context: _Context) -> str:
    first = _first_day(match["rest"], context.looking("ahead"))
    day_before = first - datetime.timedelta(days=1)
    return _deadline(day_before.isoformat(), context)


def _deadline(text: str, context: _Context) -> str:
    _, last = context.bounds(text)
    names_year = re.search("[0-9]{4}", context.words)
    if last < context.said and not names_year:
        context.refuse(
            f"it was over when said on {context.said}; write the year"
        )
    return f"../{text}"


def _read_until(match: _Match, context: _Context) -> str:
    # When it began is not known, so the start is left empty.
    end = _end_of(match["rest"], context.looking("ahead"))
    return f"/{end}"


def _read_until_end(match: _Match, context: _Context) -> str:
    last = _last_day(match["rest"], context.looking("ahead"))
    return f"/{last}"


def _read_since(match: _Match, context: _Context) -> str:
    start = _start_of(match["rest"], context.looking("back"))
    return _beginning(start, context)


def _read_since_start(match: _Match, context: _Context) -> str:
    first = _first_day(match["rest"], context.looking("back"))
    return _beginning(first.isoformat(), context)


def _beginning(text: str, context: _Context) -> str:
    first, _ = context.bounds(text)
    if first > context.said:
        context.refuse(
            f"'since' looks back, but {text} comes after {context.said}"
        )
    return f"{text}/.."


def _read_from(match: _Match, context: _Context) -> str:
    start = _start_of(match["rest"], context)
    return f"{start}/.."


def _read_after(match: _Match, context: _Context) -> str:
    last = _last_day(match["rest"], context)
    day_after = last + datetime.timedelta(days=1)
    return f"{day_after}/.."


def _read_throughout(match: _Match, context: _Context) -> str:
    first = _first_day(match["rest"], context)
    last = _last_day(match["rest"], context)
    return f"{first}/{last}"


def _read_next_units(match: _Match, context: _Context) -> str:
    last = _moved(context.said, match["unit"] + "s", _number(match))
    return f"{context.said}/{last}"


def _read_past_units(match: _Match, context: _Context) -> str:
    first = _moved(context.said, match["unit"] + "s", -_number(match))
    return f"{first}/{context.said}"


def _read_units_of(match: _Match, context: _Context) -> str:
    first = _definite_day(match["rest"], context)
    last = _moved(first, match["unit"] + "s", _number(match))
    return f"{first}/{last}"


def _read_coming(match: _Match, context: _Context) -> str:
    unit = match["unit"] + "s"
    reach: int = getattr(context.conventions, f"coming_{unit}")
    end = _moved(context.said, unit, reach).isoformat()
    # How much of 2024-01-30 is kept: "the coming weeks" reach into a month, not to a day.
    shown = {"days": 10, "weeks": 7, "months": 7, "years": 4}[unit]
    return f"{context.said}/{end[:shown]}~"


def _read_range(match: _Match, context: _Context) -> str:
    """Read two days or months; what the first leaves out is that of the second."""
    days = match.groupdict()
    start_part = _month_and_day(
        match["month1"] or match["month2"], days.get("day1")
    )
    end_part = _month_and_day(match["month2"], days.get("day2"))
    if match["year2"]:
        end = match["year2"] + end_part
    else:
        end = context.choose_year("{}" + end_part)
    year = int(match["year1"] or end[:4])
    # "from December to March 2025" begins in the year before.
    if match["month1"] and not match["year1"] and start_part > end_part:
        year -= 1
    return _joined(f"{_year(year)}{start_part}", end, match["link"], context)


def _month_and_day(month: str, day: str | None) -> str:
    number = _MONTH_NUMBERS[month]
    if day is None:
        return f"-{number:02d}"
    return f"-{number:02d}-{int(day):02d}"


def _read_years(match: _Match, context: _Context) -> str:
    first, second = match["year1"], match["year2"]
    if match["link"] == "-" and int(first) + 1 == int(second):
        context.refuse(_TWO_YEARS_OF_WHAT)
    return _joined(first, second, match["link"], context)


def _read_from_to(match: _Match, context: _Context) -> str:
    start = _start_of(match["start"], context)
    if match["end_of"]:
        end = _last_day(match["rest"], context).isoformat()
    else:
        end = _end_of(match["rest"], context)
    return _joined(start, end, "to", context)


def _joined(start: str, end: str, link: str, context: _Context) -> str:
    start_first, start_last = context.bounds(start)
    end_first, _ = context.bounds(end)
    if start_first >= end_first:
        context.refuse(f"it runs backward, from {start} to {end}")
    follows = start_last + datetime.timedelta(days=1) == end_first
    if link == " and " and not follows:
        context.refuse(
            f"{start} and {end} are not one span; read them one by one"
        )
    return f"{start}/{end}"


def _refusal(reason: str) -> _PhraseReader:
    def refuse(_: _Match, context: _Context) -> NoReturn:
        context.refuse(reason)

    return refuse


# The tables: a phrase is read by the first row whose pattern matches all of it


_END_OF = r"(?:the )?(?:very )?end of (?P<rest>.+)"
_DEADLINE = r"(?:by|before|(?:by )?no later than|not later than|on or before)"
_NO_LATER = r"(?:(?:by )?no later than|not later than|on or before)"
_FROM = r"(?:(?:from|on|in|over|during) )?(?:the )?"
_DAY_2 = rf"(?:the )?{_DAY2}(?: of)? {_MONTH2}(?:,? {_YEAR2})?"

_FRAMES: _PhraseTable = (
    # deadlines
    (
        r"(?:by |in |on |at )?(?:(?:the )?end of )?(?P<rest>.+) at the latest",
        _read_by_end,
    ),
    (rf"{_DEADLINE} {_END_OF}", _read_by_end),
    (rf"{_NO_LATER} (?P<rest>.+)", _read_by_end),
    (r"by (?P<rest>.+)", _read_by),
    (r"before (?P<rest>.+)", _read_before),
    # ends and beginnings
    (rf"(?:until|till|up to|up until|through) {_END_OF}", _read_until_end),
    (r"(?:until|till|up to|up until) (?P<rest>.+)", _read_until),
    (r"since (?:the )?(?:beginning|start) of (?P<rest>.+)", _read_since_start),
    (r"since (?P<rest>.+)", _read_since),
    (r"after (?P<rest>.+)", _read_after),
    (r"throughout (?P<rest>.+)", _read_throughout),
    # stretches of time counted from a day
    (
        rf"within {_NUMBER} {_UNIT} (?:of|from|after) (?P<rest>.+)",
        _read_units_of,
    ),
    (rf"within {_NUMBER} {_UNIT}", _read_next_units),
    (
        rf"(?:{_IN_A_PERIOD} )?the (?:next|coming|following) {_NUMBER} {_UNIT}",
        _read_next_units,
    ),
    (
        rf"(?:{_IN_A_PERIOD} )?the (?:last|past) {_NUMBER} {_UNIT}",
        _read_past_units,
    ),
    (
        rf"(?:{_IN_A_PERIOD} )?(?:the )?(?:coming|next few|next several) {_UNITS}",
        _read_coming,
    ),
    (rf"(?:{_IN_A_PERIOD} )?the {_UNITS} (?:ahead|to come)", _read_coming),
    # two dates joined
    (
        rf"{_FROM}{_DAY1}(?:(?: of)? {_MONTH1}(?:,? {_YEAR1})?)?{_LINK}{_DAY_2}",
        _read_range,
    ),
    (
        rf"{_FROM}{_MONTH1}(?: {_YEAR1})?{_LINK}{_MONTH2}(?:,? {_YEAR2})?",
        _read_range,
    ),
    (rf"{_FROM}{_YEAR1}{_LINK}{_YEAR2}", _read_years),
    (
        r"from (?P<start>.+?) (?:to|until|till) (?P<end_of>(?:the )?end of )?(?P<rest>.+)",
        _read_from_to,
    ),
    (r"(?:as )?from (?P<rest>.+?)(?: on| onwards?)?", _read_from),
    (r"(?:starting|beginning) (?:in |on |from )?(?P<rest>.+)", _read_from),
    # what is refused with a reason of its own
    (
        r"between .+",
        _refusal(
            "'between' may mean one day or all of them; write 'from … to …' or EDTF"
        ),
    ),
    # one date
    (
        r"(?:in|on|at|during) (?P<rest>.+)",
        lambda match, context: _date(match["rest"], context),
    ),
)

_REFUSED: _PhraseTable = (
    (
        rf"(?:{_THAT} |the )?{_WEEKDAY}",
        _refusal("it does not say which one; write the date with the weekday"),
    ),
    (
        r"(?:this|next|last|the|the coming) week(?:end)?",
        _refusal("a week has no notation; write its days"),
    ),
    (
        r"the (?:next|last|previous) (?:year|month|decade)",
        _refusal(
            "it may be counted from today or be one of the calendar; write which"
        ),
    ),
    (
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}",
        _refusal(
            "it is unclear which number is the month; write the name of the month"
        ),
    ),
    (_TWO_YEARS, _refusal(_TWO_YEARS_OF_WHAT)),
)

_DATES: _PhraseTable = (
    (r"today|tomorrow|yesterday", _read_relative_day),
    (r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", _read_as_it_is),
    (
        rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?",
        _read_day,
    ),
    (rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? {_YEAR})?", _read_day),
    (rf"{_WEEKDAY} \({_DAY} {_MONTH}(?: {_YEAR})?\)", _read_day),
    (rf"{_WEEKDAY} \({_MONTH} {_DAY}(?:,? {_YEAR})?\)", _read_day),
    (rf"{_NUMBER} days? (?:from|after) (?P<rest>.+)", _read_days_from),
    (rf"{_NUMBER} days? ago", _read_days_ago),
    (rf"{_MONTH}(?:,? (?:of )?(?:{_YEAR}|{_THAT} year))?", _read_month),
    (rf"{_THAT} year's {_MONTH}", _read_month),
    (rf"{_SEASON}(?:,? (?:of )?(?:{_YEAR}|{_THAT} year))?", _read_season),
    (rf"{_THAT} year's {_SEASON}", _read_season),
    (rf"{_SEASON} (?:of )?{_TWO_YEARS}", _read_season_of_two_years),
    (rf"{_THAT} (?:{_MONTH}|{_SEASON})", _read_relative_part),
    (r"(?:year )?(?P<date>[12][0-9]{3})", _read_as_it_is),
    (
        rf"{_THAT} (?:calendar )?(?P<unit>year|month|decade)",
        _read_relative_unit,
    ),
    (r"(?:later|earlier) this (?P<unit>year|month)", _read_rest_of_unit),
    (r"(?P<decade>[12][0-9]{2})0'?s", _read_decade),
    (r"(?P<part>early|mid|late)(?: in |[ -])(?P<rest>.+)", _read_part_of),
    (r"(?P<part>beginning|start|middle|end) of (?P<rest>.+)", _read_part_of),
    (
        rf"(?P<ordinal>{_any_of(_ORDINALS)}) (?P<fraction>half|third|quarter) of (?P<rest>.+)",
        _read_fraction,
    ),
    (
        rf"(?P<fraction>[hq])(?P<ordinal>[1-4]) (?:of )?{_YEAR}",
        _read_short_fraction,
    ),
    (rf"{_FISCAL} ?(?:{_TWO_YEARS})", _read_fiscal_year),
    (rf"{_TWO_YEARS} {_FISCAL}", _read_fiscal_year),
    (rf"{_FISCAL} ?{_YEAR}", _read_fiscal_year),
)
