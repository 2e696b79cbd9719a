"""The date phrases of communiqués, read against the day on which they were said.

`read` turns words into the notation of `entente.values._edtf`. It prefers a refusal to a guess: a phrase
is read by one row of the tables below or not at all. What is a convention, and not the plain
meaning of the words, stands in `CONVENTIONS` and `FISCAL_YEARS`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NoReturn, TypeAlias

import attrs
from attrs import field, frozen

from entente.errors import PeriodError, RecordError
from entente.values import _edtf as edtf
from entente.values._edtf import PARTS_OF_YEAR, Precision

MAX_LENGTH = 200
"""No phrase that can be read is longer."""


@frozen
class FiscalYear:
    """When a government's fiscal year begins (on the first of `month`) and how it is named.

    `named_by` says which calendar year gives it its number: that of its ``"start"``, that of its
    ``"end"``, or ``"both"``, as in 2023/24, of which the first is meant.
    """

    month: int
    named_by: Literal["start", "end", "both"]


FISCAL_YEARS: Mapping[str, FiscalYear] = MappingProxyType(
    {
        **dict.fromkeys(("BW", "CA", "GB", "HK", "IN", "JM", "NA", "ZA"), FiscalYear(4, "both")),
        **dict.fromkeys(("JP", "SG"), FiscalYear(4, "start")),
        **dict.fromkeys(("AU", "BD", "EG", "KE", "NZ", "PK", "TZ", "UG"), FiscalYear(7, "both")),
        **dict.fromkeys(("TH", "US"), FiscalYear(10, "end")),
        # The calendar year, known to be so.
        **dict.fromkeys(
            (
                "AR", "AT", "BE", "BR", "CH", "CL", "CN", "CO", "CZ", "DE", "DK", "EE", "ES", "EU", "FI",
                "FR", "GR", "HU", "IE", "IT", "KR", "LT", "LU", "LV", "MX", "MY", "NL", "NO", "PE", "PL",
                "PT", "RO", "RU", "SE", "SK", "TR", "UA",
            ),
            FiscalYear(1, "start"),
        ),
    }
)  # fmt: skip
"""The fiscal years of central governments by ISO 3166-1 alpha-2 code (and ``EU``).

They hold from 2000 on. A country that is not here is not known; it is never taken for one whose
fiscal year is the calendar year.
"""

FISCAL_YEARS_SINCE = 2000
"""The first year for which `FISCAL_YEARS` vouches."""


def _is_part_of_year(_: object, attribute: attrs.Attribute[str], code: str) -> None:
    if code not in PARTS_OF_YEAR or PARTS_OF_YEAR[code].precision is Precision.MONTH:
        raise RecordError(
            attribute.name,
            f"{code!r} is not a part of a year: give a code from 21 to 41",
        )


def _is_count(_: object, attribute: attrs.Attribute[int], count: int) -> None:
    if type(count) is not int or count < 1:
        raise RecordError(attribute.name, f"{count!r} is not a whole number above 0")


def _part(code: str) -> str:
    return field(default=code, validator=_is_part_of_year)


def _count(number: int) -> int:
    return field(default=number, validator=_is_count)


@frozen(kw_only=True)
class Conventions:
    """What vague words are taken to mean where their plain meaning leaves it open.

    The first seven are parts of a year, as EDTF numbers them. ``early``, ``mid`` and ``late`` are
    the thirds of a year; the seasons are the northern meteorological ones. The next four say how
    far "the coming days", "weeks", "months" and "years" reach. A date without a year is not read
    as a coming one when it was last over `recent_days` ago or less.

    >>> south = attrs.evolve(CONVENTIONS, spring="29", summer="30", autumn="31", winter="32")
    >>> read("next year's spring", said=datetime.date(2024, 1, 30), conventions=south)
    '2025-29'
    """

    early: str = _part("37")
    mid: str = _part("38")
    late: str = _part("39")
    spring: str = _part("21")
    summer: str = _part("22")
    autumn: str = _part("23")
    winter: str = _part("24")
    coming_days: int = _count(14)
    coming_weeks: int = _count(8)
    coming_months: int = _count(6)
    coming_years: int = _count(5)
    recent_days: int = _count(31)


CONVENTIONS = Conventions()
"""The conventions that hold unless a caller gives others."""


def fiscal_year(year: int, country: str) -> str:
    """Return the span of a government's fiscal year.

    Raises:
        PeriodError: The country is not in `FISCAL_YEARS`, or the year is before those it covers.
    """
    wanted = f"fiscal year {year} of {country}"
    convention = FISCAL_YEARS.get(country)
    if convention is None:
        raise PeriodError(
            wanted,
            "the fiscal year of that country is not known here; give its span instead",
        )
    if not FISCAL_YEARS_SINCE <= year < datetime.MAXYEAR:
        raise PeriodError(
            wanted,
            f"fiscal years are known here from {FISCAL_YEARS_SINCE} to {datetime.MAXYEAR - 1};"
            " give its span instead",
        )
    first_year = year - 1 if convention.named_by == "end" else year
    first = datetime.date(first_year, convention.month, 1)
    last = _moved(first, "years", 1) - datetime.timedelta(days=1)
    return f"{first}/{last}"


def read(
    words: str,
    *,
    said: datetime.date,
    country: str | None = None,
    conventions: Conventions = CONVENTIONS,
) -> str:
    """Return the EDTF text that `words` mean when said on a day.

    Raises:
        PeriodError: The phrase is not in the tables, may be read in two ways, or names no day.
    """
    if len(words) > MAX_LENGTH:
        raise PeriodError(
            words,
            f"it is longer than any phrase that can be read ({MAX_LENGTH} characters)",
        )
    phrase = _plain(words)
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


def _plain(words: str) -> str:
    """Fold case, white space and dashes, and drop a stop at the end."""
    phrase = (
        " ".join(words.translate(_SIGNS).lower().split())
        .replace(" - ", "-")
        .rstrip(".,;")
    )
    return re.sub(r"\b(?:the )?year(?:-|'s )end\b", "the end of the year", phrase)


@frozen
class _Context:
    """Against what a phrase is read.

    `look` says where a date without a year lies: "ahead" is the next that is not yet over, "back"
    the latest that has begun; "either" looks ahead too, unless one has just passed. `exact` says
    that the first or last day is asked for, so that words which are read as more than they say
    must be refused.
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
        shape = edtf.read(text)
        return datetime.date.fromordinal(shape.start.first), datetime.date.fromordinal(
            shape.end.last
        )

    def in_years_around(self, template: str) -> list[str]:
        """Return the dates that `template` (``{}-12-10``) gives in the year before, this and the next."""
        years = range(
            max(self.said.year - 1, 1), min(self.said.year + 1, datetime.MAXYEAR) + 1
        )
        texts = [
            text for year in years if _is_date(text := template.format(f"{year:04d}"))
        ]
        return texts or self.refuse(_NO_SUCH_DAY)

    def choose_year(self, template: str) -> str:
        """Return the date that `template` gives in the year that is meant where none is said."""
        dates = [(text, *self.bounds(text)) for text in self.in_years_around(template)]
        if self.look == "back":
            meant = [text for text, first, _ in reversed(dates) if first <= self.said]
        else:
            meant = [text for text, _, last in dates if last >= self.said]
        passed = [(self.said - last).days for _, _, last in dates if last < self.said]
        if (
            self.look == "either"
            and passed
            and min(passed) <= self.conventions.recent_days
        ):
            self.refuse("it may be the one that has just passed; write the year")
        return meant[0] if meant else self.refuse(_NO_SUCH_DAY)


_NO_SUCH_DAY = "there is no such day within a year of its being said"
_TWO_YEARS_OF_WHAT = "is it a season, a fiscal year or a span: say which"

_Match: TypeAlias = re.Match[str]
_Reader: TypeAlias = Callable[[_Match, _Context], str]
_Table: TypeAlias = tuple[tuple[str, _Reader], ...]


def _look_up(table: _Table, phrase: str, context: _Context) -> str | None:
    for pattern, reader in table:
        if match := _compiled(pattern).fullmatch(phrase):
            return reader(match, context)
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first tried: few programs read phrases, and there are many."""
    return re.compile(pattern)


def _date(phrase: str, context: _Context) -> str:
    """Read what names a date: no span but a fiscal year."""
    text = _look_up(_REFUSED, phrase, context) or _look_up(
        _DATES, phrase.removeprefix("the "), context
    )
    if text is None:
        context.refuse(
            "no rule reads these words without a guess; write the date as EDTF"
        )
    return text


def _whole(phrase: str, context: _Context) -> str:
    """Read what follows "of": there, "the year" is this one."""
    return _date(
        re.sub(
            r"the (?:current |calendar )?(?=(?:year|month|decade)$)", "this ", phrase
        ),
        context,
    )


def _first_day(phrase: str, context: _Context) -> datetime.date:
    return context.bounds(_whole(phrase, attrs.evolve(context, exact=True)))[0]


def _last_day(phrase: str, context: _Context) -> datetime.date:
    return context.bounds(_whole(phrase, attrs.evolve(context, exact=True)))[1]


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
    if unit in ("days", "weeks"):
        return day + datetime.timedelta(days=count * (7 if unit == "weeks" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError
    return datetime.date(
        year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])
    )


# The vocabulary

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
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
_RELATIVE = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 0, "last": 0
}  # fmt: skip
_NUMBERS = {
    **{name: number for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )},
    "a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "a hundred": 100,
}  # fmt: skip


def _any_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = rf"(?P<month>{_any_of(_MONTH_NUMBERS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_WEEKDAY = rf"(?P<weekday>{_any_of(_WEEKDAYS)})"
_SEASON = rf"(?P<season>{_any_of(_SEASONS)})"
_THAT = rf"(?P<that>{_any_of(_RELATIVE)})"
_NUMBER = rf"(?P<number>[0-9]{{1,4}}|{_any_of(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_UNITS = r"(?P<unit>day|week|month|year)s"
_DAY1, _DAY2 = (_DAY.replace("<day>", f"<day{n}>") for n in "12")
_MONTH1, _MONTH2 = (_MONTH.replace("<month>", f"<month{n}>") for n in "12")
_YEAR1, _YEAR2 = (_YEAR.replace("<year>", f"<year{n}>") for n in "12")
_LINK = r"(?P<link>-| to | until | till | and )"
_FISCAL = r"(?:fy|fiscal year|financial year)"
_TWO_YEARS = r"(?P<year>[0-9]{4})[/-](?P<second>[0-9]{2}|[0-9]{4})"
_IN_A_PERIOD = r"(?:in|over|during|within|for)"


# Readers of dates


def _read_relative_day(match: _Match, context: _Context) -> str:
    offset = {"yesterday": -1, "today": 0, "tomorrow": 1}[match[0]]
    return (context.said + datetime.timedelta(days=offset)).isoformat()


def _read_day(match: _Match, context: _Context) -> str:
    groups = match.groupdict()
    template = f"{{}}-{_MONTH_NUMBERS[match['month']]:02d}-{int(match['day']):02d}"
    weekday = groups.get("weekday")
    if year := groups["year"]:
        text = template.format(year)
    elif weekday:
        texts = context.in_years_around(template)
        text = min(texts, key=lambda text: abs(context.bounds(text)[0] - context.said))
    else:
        return context.choose_year(template)
    day, _ = context.bounds(text)
    if weekday and day.weekday() != _WEEKDAYS.index(weekday):
        context.refuse(
            f"{text} is a {_WEEKDAYS[day.weekday()].capitalize()}, not a {weekday.capitalize()}"
        )
    return text


def _read_month(match: _Match, context: _Context) -> str:
    month = f"{_MONTH_NUMBERS[match['month']]:02d}"
    return _in_year(match, month, context)


def _read_season(match: _Match, context: _Context) -> str:
    code = _season_code(match, context)
    groups = match.groupdict()
    if (groups.get("year") or groups.get("that")) and _crosses_new_year(code):
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


def _crosses_new_year(code: str) -> bool:
    part = PARTS_OF_YEAR[code]
    return part.month + part.length > 13


def _read_season_of_two_years(match: _Match, context: _Context) -> str:
    code = _season_code(match, context)
    if not _crosses_new_year(code):
        context.refuse(f"a {match['season']} lies in one year, not in two")
    return f"{_first_of_two_years(match, context)}-{code}"


def _read_relative_part(match: _Match, context: _Context) -> str:
    """Read "this", "next" and "last" before a month or a season, unless two may be meant."""
    month = match.groupdict().get("month")
    code = f"{_MONTH_NUMBERS[month]:02d}" if month else _season_code(match, context)
    said, step = context.said, _RELATIVE[match["that"]]
    bounds = {
        offset: context.bounds(f"{_year(said.year + offset)}-{code}")
        for offset in (-1, 0, 1)
    }
    meant = [
        offset for offset, (first, last) in bounds.items() if first <= said <= last
    ]
    if meant:
        meant = [meant[0] + step]
    elif step == 0:
        meant = [
            offset
            for offset, days in bounds.items()
            if said.year in (days[0].year, days[1].year)
        ]
    elif (bounds[0][1] < said) if step == 1 else (bounds[0][0] > said):
        meant = [step]
    if len(meant) != 1:
        context.refuse(f"it may be one of two when said on {said}; write the year")
    return f"{_year(said.year + meant[0])}-{code}"


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
    return context.said.isoformat()[: 4 if match["unit"] == "year" else 7]


def _read_decade(match: _Match, _: _Context) -> str:
    return f"{match['decade']}X"


def _read_part_of(match: _Match, context: _Context) -> str:
    """Read "early", "mid", "late" and the like: a third of a year; other units are left whole."""
    part, whole = match["part"], _whole(match["rest"], context)
    shape = edtf.read(whole)
    if shape.is_span or shape.start.precision not in (
        Precision.YEAR,
        Precision.MONTH,
        Precision.SEASON,
    ):
        context.refuse(f"{part!r} is read of a year, a month or a season only")
    is_third = shape.start.precision is Precision.YEAR
    if context.exact and not (is_third and part in ("early", "mid", "late")):
        context.refuse(f"{match[0]!r} has no first or last day")
    if not is_third:
        return whole
    third = {
        "beginning": "early",
        "start": "early",
        "middle": "mid",
        "end": "late",
    }.get(part, part)
    code: str = getattr(context.conventions, third)
    return f"{whole}-{code}"


def _read_fraction(match: _Match, context: _Context) -> str:
    code = _fraction(match["ordinal"], match["fraction"], context)
    year = _whole(match["rest"], context)
    shape = edtf.read(year)
    if shape.is_span or shape.start.precision is not Precision.YEAR:
        context.refuse(f"a {match['fraction']} is read of a calendar year only")
    return f"{year}-{code}"


def _read_short_fraction(match: _Match, context: _Context) -> str:
    fraction = "quarter" if match["fraction"] == "q" else "half"
    return f"{match['year']}-{_fraction(match['ordinal'], fraction, context)}"


def _fraction(ordinal: str, fraction: str, context: _Context) -> str:
    first_code, count, name = {
        "half": (40, 2, "halves"),
        "third": (37, 3, "thirds"),
        "quarter": (33, 4, "quarters"),
    }[fraction]
    number = (_ORDINALS[ordinal] if ordinal in _ORDINALS else int(ordinal)) or count
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
        context.refuse(f"the fiscal year of {context.country} is not known here")
    if match.groupdict().get("second"):
        year = int(_first_of_two_years(match, context))
        if convention.month == 1:
            context.refuse(
                f"a fiscal year of {context.country} lies in one year, not in two"
            )
        return fiscal_year(year + (convention.named_by == "end"), context.country)
    if convention.named_by == "both":
        context.refuse(
            "it begins and ends in different years; write both, as in FY 2023/24"
        )
    return fiscal_year(int(match["year"]), context.country)


def _first_of_two_years(match: _Match, context: _Context) -> str:
    first, second = match["year"], match["second"]
    if _year(int(first) + 1)[-len(second) :] != second:
        context.refuse(f"{second} is not the year after {first}")
    return first


def _read_days_from(match: _Match, context: _Context) -> str:
    day = (
        context.said
        if match["rest"] == "now"
        else _definite_day(match["rest"], context)
    )
    return _moved(day, "days", _number(match)).isoformat()


def _read_days_ago(match: _Match, context: _Context) -> str:
    return _moved(context.said, "days", -_number(match)).isoformat()


def _definite_day(phrase: str, context: _Context) -> datetime.date:
    first, last = context.bounds(_date(phrase, context))
    if first != last:
        context.refuse(f"{phrase!r} is no single day to count from")
    return first


def _number(match: _Match) -> int:
    number = match["number"]
    return _NUMBERS[number] if number in _NUMBERS else int(number)


# Readers of deadlines, beginnings and stretches of time


def _read_by(match: _Match, context: _Context) -> str:
    return _deadline(
        edtf.read(_date(match["rest"], context.looking("ahead"))).end.text, context
    )


def _read_by_end(match: _Match, context: _Context) -> str:
    return _deadline(
        _last_day(match["rest"], context.looking("ahead")).isoformat(), context
    )


def _read_before(match: _Match, context: _Context) -> str:
    first = _first_day(match["rest"], context.looking("ahead"))
    return _deadline((first - datetime.timedelta(days=1)).isoformat(), context)


def _deadline(text: str, context: _Context) -> str:
    if context.bounds(text)[1] < context.said and not re.search(
        "[0-9]{4}", context.words
    ):
        context.refuse(f"it was over when said on {context.said}; write the year")
    return f"../{text}"


def _read_until(match: _Match, context: _Context) -> str:
    return f"/{edtf.read(_date(match['rest'], context.looking('ahead'))).end.text}"


def _read_until_end(match: _Match, context: _Context) -> str:
    return f"/{_last_day(match['rest'], context.looking('ahead'))}"


def _read_since(match: _Match, context: _Context) -> str:
    return _beginning(
        edtf.read(_date(match["rest"], context.looking("back"))).start.text, context
    )


def _read_since_start(match: _Match, context: _Context) -> str:
    return _beginning(
        _first_day(match["rest"], context.looking("back")).isoformat(), context
    )


def _beginning(text: str, context: _Context) -> str:
    if context.bounds(text)[0] > context.said:
        context.refuse(f"'since' looks back, but {text} comes after {context.said}")
    return f"{text}/.."


def _read_from(match: _Match, context: _Context) -> str:
    return f"{edtf.read(_date(match['rest'], context)).start.text}/.."


def _read_after(match: _Match, context: _Context) -> str:
    return f"{_last_day(match['rest'], context) + datetime.timedelta(days=1)}/.."


def _read_throughout(match: _Match, context: _Context) -> str:
    return f"{_first_day(match['rest'], context)}/{_last_day(match['rest'], context)}"


def _read_next_units(match: _Match, context: _Context) -> str:
    return f"{context.said}/{_moved(context.said, match['unit'] + 's', _number(match))}"


def _read_past_units(match: _Match, context: _Context) -> str:
    return (
        f"{_moved(context.said, match['unit'] + 's', -_number(match))}/{context.said}"
    )


def _read_units_of(match: _Match, context: _Context) -> str:
    day = _definite_day(match["rest"], context)
    return f"{day}/{_moved(day, match['unit'] + 's', _number(match))}"


def _read_coming(match: _Match, context: _Context) -> str:
    unit = match["unit"] + "s"
    reach: int = getattr(context.conventions, f"coming_{unit}")
    end = _moved(context.said, unit, reach).isoformat()
    shown = {"days": 10, "weeks": 7, "months": 7, "years": 4}[unit]
    return f"{context.said}/{end[:shown]}~"


def _read_range(match: _Match, context: _Context) -> str:
    """Read two days or months joined, of which the first takes from the second what it leaves out."""
    days = match.groupdict()
    end_part = _part_of_year(match["month2"], days.get("day2"))
    end = (
        f"{match['year2']}{end_part}"
        if match["year2"]
        else context.choose_year(f"{{}}{end_part}")
    )
    start_part = _part_of_year(match["month1"] or match["month2"], days.get("day1"))
    year = int(match["year1"] or end[:4])
    if match["month1"] and not match["year1"] and start_part > end_part:
        year -= 1
    return _joined(f"{_year(year)}{start_part}", end, match["link"], context)


def _part_of_year(month: str, day: str | None) -> str:
    return f"-{_MONTH_NUMBERS[month]:02d}" + (f"-{int(day):02d}" if day else "")


def _read_years(match: _Match, context: _Context) -> str:
    first, second = match["year1"], match["year2"]
    if match["link"] == "-" and int(first) + 1 == int(second):
        context.refuse(_TWO_YEARS_OF_WHAT)
    return _joined(first, second, match["link"], context)


def _read_from_to(match: _Match, context: _Context) -> str:
    start = edtf.read(_date(match["start"], context)).start.text
    if match["end_of"]:
        return _joined(
            start, _last_day(match["rest"], context).isoformat(), "to", context
        )
    return _joined(
        start, edtf.read(_date(match["rest"], context)).end.text, "to", context
    )


def _joined(start: str, end: str, link: str, context: _Context) -> str:
    (start_first, start_last), (end_first, _) = (
        context.bounds(start),
        context.bounds(end),
    )
    if start_first >= end_first:
        context.refuse(f"it runs backward, from {start} to {end}")
    if link == " and " and start_last + datetime.timedelta(days=1) != end_first:
        context.refuse(f"{start} and {end} are not one span; read them one by one")
    return f"{start}/{end}"


def _refusal(reason: str) -> _Reader:
    def refuse(_: _Match, context: _Context) -> NoReturn:
        context.refuse(reason)

    return refuse


# The tables: the first row whose whole pattern fits reads the phrase


_END_OF = r"(?:the )?(?:very )?end of (?P<rest>.+)"
_DEADLINE = r"(?:by|before|(?:by )?no later than|not later than|on or before)"
_NO_LATER = r"(?:(?:by )?no later than|not later than|on or before)"
_FROM = r"(?:(?:from|on|in|over|during) )?(?:the )?"
_DAY_2 = rf"(?:the )?{_DAY2}(?: of)? {_MONTH2}(?:,? {_YEAR2})?"

_FRAMES: _Table = (
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
    (rf"within {_NUMBER} {_UNIT} (?:of|from|after) (?P<rest>.+)", _read_units_of),
    (rf"within {_NUMBER} {_UNIT}", _read_next_units),
    (
        rf"(?:{_IN_A_PERIOD} )?the (?:next|coming|following) {_NUMBER} {_UNIT}",
        _read_next_units,
    ),
    (rf"(?:{_IN_A_PERIOD} )?the (?:last|past) {_NUMBER} {_UNIT}", _read_past_units),
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
    (rf"{_FROM}{_MONTH1}(?: {_YEAR1})?{_LINK}{_MONTH2}(?:,? {_YEAR2})?", _read_range),
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

_REFUSED: _Table = (
    (
        rf"(?:{_THAT} |the )?{_WEEKDAY}",
        _refusal("which one is not said; write the date beside the weekday"),
    ),
    (
        r"(?:this|next|last|the|the coming) week(?:end)?",
        _refusal("a week has no notation; write its days"),
    ),
    (
        r"the (?:next|last|previous) (?:year|month|decade)",
        _refusal("it may be counted from today or be one of the calendar; write which"),
    ),
    (
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}",
        _refusal("which number is the month is not said; write its name"),
    ),
    (_TWO_YEARS, _refusal(_TWO_YEARS_OF_WHAT)),
)

_DATES: _Table = (
    (r"today|tomorrow|yesterday", _read_relative_day),
    (r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", _read_as_it_is),
    (rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", _read_day),
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
    (rf"{_THAT} (?:calendar )?(?P<unit>year|month|decade)", _read_relative_unit),
    (r"(?:later|earlier) this (?P<unit>year|month)", _read_rest_of_unit),
    (r"(?P<decade>[12][0-9]{2})0'?s", _read_decade),
    (r"(?P<part>early|mid|late)(?: in |[ -])(?P<rest>.+)", _read_part_of),
    (r"(?P<part>beginning|start|middle|end) of (?P<rest>.+)", _read_part_of),
    (
        rf"(?P<ordinal>{_any_of(_ORDINALS)}) (?P<fraction>half|third|quarter) of (?P<rest>.+)",
        _read_fraction,
    ),
    (rf"(?P<fraction>[hq])(?P<ordinal>[1-4]) (?:of )?{_YEAR}", _read_short_fraction),
    (rf"{_FISCAL} ?(?:{_TWO_YEARS})", _read_fiscal_year),
    (rf"{_TWO_YEARS} {_FISCAL}", _read_fiscal_year),
    (rf"{_FISCAL} ?{_YEAR}", _read_fiscal_year),
)
