"""Readers of the phrases that name a date.

A phrase is read by the first row of `_DATES` whose expression matches all of it, and by none if a
row of `_REFUSED` does. Deadlines and spans are made of these dates in `entente.values._phrases`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from entente.values._conventions import season_code
from entente.values._edtf import PARTS_OF_YEAR, Precision
from entente.values._phrase_context import (
    Context,
    PhraseMatch,
    PhraseTable,
    around,
    bounds,
    choose_year,
    in_four_digits,
    in_years_around,
    is_hedged,
    is_one_date,
    is_valid,
    look_up,
    moved,
    one_day_of,
    precision_of,
    refusal,
)
from entente.values._phrase_fiscal import (
    first_of_two_years,
    read_bare_two_years,
    read_fiscal_year,
    read_relative_fiscal_year,
)
from entente.values._phrase_words import (
    DAY,
    DAY1,
    DAY2,
    DAYS_FROM_TODAY,
    FEASTS,
    FISCAL,
    FRACTIONS,
    IN_YEAR,
    LENGTH,
    MONTH,
    MONTH_NAMES,
    MONTH_NUMBERS,
    NO_DATE,
    NUMBER,
    ORDINALS,
    RECURRENT,
    RELATIVE,
    SEASON,
    SEASONS,
    THAT,
    THIRDS,
    TWO_YEARS,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAY_NUMBERS,
    YEAR,
    any_of,
    number_of,
)

# --- phrases within phrases ----------------------------------------------------------------------


def read_date(phrase: str, context: Context) -> str:
    """Read a phrase that names a date, or a time such as a fiscal year, which is a span."""
    within = context.deeper()
    look_up(_REFUSED, phrase, within)  # a row that matches raises
    text = look_up(_DATES, phrase.removeprefix("the "), within)
    if text is None:
        context.refuse(
            "no rule reads these words without a guess; write the date as EDTF"
        )
    is_vague = is_hedged(text) or _VAGUE_SET.match(text)
    if context.is_exact and is_vague:
        context.refuse(_no_edge(phrase))
    return text


# One of two dates, or a day more or less; the years of a decade, [2020..2024], have edges.
_VAGUE_SET = re.compile(r"\[.*[,-]")


def read_rest(match: PhraseMatch, context: Context) -> str:
    """Read the date that a phrase ends with."""
    return read_date(match["rest"], context)


def _no_edge(phrase: str) -> str:
    return f"{phrase!r} has no first or last day; write the day or the month"


_THE_UNIT = re.compile(
    r"^(?:the )?(?:current |calendar )?"
    r"(?=(?:year|month|decade|fiscal year|financial year)$)"
)


def read_whole(phrase: str, context: Context) -> str:
    """Read what follows "of", where "the year" means this year."""
    return read_date(_THE_UNIT.sub("this ", phrase, count=1), context)


def first_day(phrase: str, context: Context) -> datetime.date:
    """Return the first day of what a phrase names, if the words have one."""
    first, _ = bounds(read_whole(phrase, context.having(is_exact=True)))
    return first


def last_day(phrase: str, context: Context) -> datetime.date:
    """Return the last day of what a phrase names, if the words have one."""
    _, last = bounds(read_whole(phrase, context.having(is_exact=True)))
    return last


def about_start(phrase: str, context: Context) -> str:
    """Return about the first month of what a phrase names, or the first year of a decade."""
    whole = read_whole(phrase, context.having(is_exact=True))
    first, last = bounds(whole)
    return whole if first == last else _first_unit(whole)


def definite_day(phrase: str, context: Context) -> datetime.date:
    """Return the single day that a phrase names."""
    text = read_date(phrase, context)
    first, last = bounds(text)
    if first != last or is_hedged(text):
        context.refuse(
            f"{phrase!r} is not a single day to count from; write the day"
        )
    return first


def number(match: PhraseMatch, context: Context) -> int:
    """Return the number of a phrase, which may be given in words and digits."""
    count = number_of(match["number"])
    digits = match["digits"]
    if digits is not None and int(digits) != count:
        context.refuse(
            f"{match['number']!r} is not {digits}; write the number once"
        )
    return count


# --- days, months and seasons --------------------------------------------------------------------


def _read_relative_day(match: PhraseMatch, context: Context) -> str:
    return moved(
        context.known_day, "day", DAYS_FROM_TODAY[match["word"]]
    ).isoformat()


def _read_explained_day(match: PhraseMatch, context: Context) -> str:
    """Read "today (30 January)", where both have to agree."""
    day = _read_relative_day(match, context)
    # Said on that day, the date in brackets is the next that is not over.
    then = context.having(
        day=datetime.date.fromisoformat(day), look="ahead", is_on=True
    )
    weekday = match["weekday"]
    if weekday:
        _check_weekday(day, weekday, context)
    elif read_date(match["rest"], then) != day:
        context.refuse(
            f"{match['word']} is {day}, not {match['rest']!r}; check both"
        )
    return day


def _read_last_night(_: PhraseMatch, context: Context) -> str:
    return f"[{moved(context.known_day, 'day', -1)}..{context.known_day}]"


def _read_day(match: PhraseMatch, context: Context) -> str:
    day = int(match["day"])
    template = f"{{}}-{MONTH_NUMBERS[match['month']]:02d}-{day:02d}"
    weekday = match.groupdict().get("weekday")
    if _names_year(match):
        text = _in_year(match, template, context)
    elif weekday:
        # The nearest date is taken, and its weekday then has to match.
        texts = in_years_around(template, context)
        distances = [
            abs(bounds(text)[0] - context.known_day) for text in texts
        ]
        text = texts[distances.index(min(distances))]
    else:
        return choose_year(template, context)
    if weekday:
        _check_weekday(text, weekday, context)
    return text


def _read_month_and_number(match: PhraseMatch, context: Context) -> str:
    """Read "May 25" as a day, unless the number may be a year."""
    if not context.is_on and may_be_year(
        match["month"], match["day"], context
    ):
        context.refuse(DAY_OR_YEAR)
    return _read_day(match, context)


DAY_OR_YEAR = "it may be a day, or a month and its year; write all four digits of the year"


def may_be_year(month: str, digits: str, context: Context) -> bool:
    """Return whether the number after a month may be a year, near that of saying.

    Tables have "Mar 26" for March 2026. After the whole name of a month, as in "by June 30", a day
    is meant, unless the year would be one of the next or last two.
    """
    is_whole_name = month in MONTH_NAMES and month != "may"
    greatest_distance = 2 if is_whole_name else 10
    distance = abs(2000 + int(digits) - context.known_day.year)
    return len(digits) == 2 and distance <= greatest_distance


def _check_weekday(text: str, weekday: str, context: Context) -> None:
    actual = bounds(text)[0].weekday()
    if WEEKDAY_NUMBERS[weekday] != actual:
        named = WEEKDAY_NAMES[WEEKDAY_NUMBERS[weekday]].capitalize()
        context.refuse(
            f"{text} is a {WEEKDAY_NAMES[actual].capitalize()}, not a {named};"
            " check both"
        )


def _read_numeric_day(match: PhraseMatch, context: Context) -> str:
    """Read 31/12/2024, where one number only can be the month."""
    numbers = (match["first"], match["second"])
    orders = {numbers, numbers[::-1]}
    texts = [
        f"{match['year']}-{int(month):02d}-{int(day):02d}"
        for month, day in orders
    ]
    dates = [text for text in texts if is_valid(text)]
    if len(set(dates)) != 1:
        context.refuse(
            "it is unclear which number is the month; write the name of the month"
        )
    return dates[0]


def _read_year_first(match: PhraseMatch, _: Context) -> str:
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"


def _read_month(match: PhraseMatch, context: Context) -> str:
    code = f"{MONTH_NUMBERS[match['month']]:02d}"
    return _in_year(match, f"{{}}-{code}", context)


def _read_season(match: PhraseMatch, context: Context) -> str:
    code = _season_code(match, context)
    if _names_year(match) and PARTS_OF_YEAR[code].crosses_new_year:
        context.refuse(
            f"which {match['season']}: it lies in two years; write both, as in 2024/25"
        )
    return _in_year(match, f"{{}}-{code}", context)


def _names_year(match: PhraseMatch) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("that"))


def _in_year(match: PhraseMatch, template: str, context: Context) -> str:
    """Return a date in the year that is named, or else in the one that is meant."""
    groups = match.groupdict()
    if that := groups.get("that"):
        that_year = in_four_digits(context.known_day.year + RELATIVE[that])
        return template.format(that_year)
    if year := groups.get("year"):
        return template.format(year)
    return choose_year(template, context)


def _season_code(match: PhraseMatch, context: Context) -> str:
    season = SEASONS[match["season"]]
    if context.own_conventions is not None:
        own: str = getattr(context.own_conventions, season)
        return own
    code = season_code(season, context.country)
    if code is None:
        context.refuse(
            f"the seasons of {context.country} are not known here; write the months"
        )
    return code


def _read_season_of_two_years(match: PhraseMatch, context: Context) -> str:
    code = _season_code(match, context)
    if not PARTS_OF_YEAR[code].crosses_new_year:
        context.refuse(
            f"a {match['season']} lies in one year, not in two; write one year"
        )
    return f"{first_of_two_years(match, context)}-{code}"


def _read_relative_part(match: PhraseMatch, context: Context) -> str:
    """Read "this", "next" and "last" before a month or a season, unless two may be meant.

    In May, "last March" may be that of this year or that of the year before: it is refused, as
    is "next June". In January "last March" and in July "next June" are clear.
    """
    month = match.groupdict().get("month")
    code = (
        f"{MONTH_NUMBERS[month]:02d}"
        if month
        else _season_code(match, context)
    )
    offset = _years_ahead(code, RELATIVE[match["that"]], context)
    if offset is None:
        context.refuse(
            f"it may be one of two when said on {context.known_day}; write the year"
        )
    return f"{in_four_digits(context.known_day.year + offset)}-{code}"


def _years_ahead(code: str, step: int, context: Context) -> int | None:
    """Return in which year the month or season lies, counted from this one; None if unclear.

    `step` is -1 for "last", 0 for "this" and 1 for "next".
    """
    year = context.known_day.year
    said = context.known_day
    before = bounds(f"{in_four_digits(year - 1)}-{code}")
    now = bounds(f"{in_four_digits(year)}-{code}")
    if now[0] <= said <= now[1]:
        return step
    if before[0] <= said <= before[1]:
        return step - 1  # in the winter that began last year
    is_over, is_ahead = now[1] < said, now[0] > said
    days_until_next = (now[0] - said).days + 365
    is_next_nearer = days_until_next < (said - now[1]).days
    is_just_over = (said - before[1]).days <= context.conventions.near_days
    # Two winters lie in each year: the one that began last year, and the one to come.
    is_only_one = before[1].year < year
    clear = {
        -1: is_ahead,
        # In December "this January" may be the next, in January "this December" the last.
        0: is_only_one and not (is_next_nearer or is_just_over),
        1: is_over,
    }
    return step if clear[step] else None


# --- years and their parts -----------------------------------------------------------------------


def _read_as_it_is(match: PhraseMatch, _: Context) -> str:
    return match["date"]


def _read_relative_unit(match: PhraseMatch, context: Context) -> str:
    said, step = context.known_day, RELATIVE[match["that"]]
    if match["unit"] == "year":
        return in_four_digits(said.year + step)
    if match["unit"] == "month":
        return moved(said.replace(day=1), "month", step).isoformat()[:7]
    return f"{in_four_digits(said.year + step * 10)[:3]}X"


def _read_rest_of_unit(match: PhraseMatch, context: Context) -> str:
    """Read "later this year", which is vaguer than the year: it has no edge and no limit."""
    if context.is_exact or context.is_bound:
        context.refuse(_no_edge(match[0]))
    text = one_day_of(read_whole(match["rest"], context))
    # "Later in 2024" may count from what the text is about.
    if match["year"] is None:
        first, last = bounds(text)
        is_possible = {
            "later": last > context.known_day,
            "earlier": first < context.known_day,
        }
        if not is_possible[match["side"]]:
            context.refuse(
                f"no day of it is {match['side']} than {context.known_day}; check the words"
            )
    return text


def _read_decade(match: PhraseMatch, _: Context) -> str:
    return f"{match['decade']}X"


_DIVISIBLE = (
    Precision.YEAR,
    Precision.MONTH,
    Precision.SEASON,
    Precision.QUARTER,
    Precision.SEMESTER,
    Precision.DECADE,
)
# The years of early, mid and late in a decade, as far as people agree on them.
_YEARS_OF_DECADE = {
    "early": "[{0}0..{0}3~]",
    "mid": "[{0}4~..{0}6~]",
    "late": "[{0}7~..{0}9]",
}


def _read_part_of(match: PhraseMatch, context: Context) -> str:
    """Read "early", "mid", "late" and the like, which have no exact edge.

    In a year they are a third of it, give or take another. A month, a season or a quarter has no
    smaller parts in the notation: it is left whole where a date is wanted, which lies in it.
    """
    part = match["part"]
    whole = read_whole(match["rest"], context.having(is_exact=False))
    precision = precision_of(whole)
    if precision not in _DIVISIBLE:
        context.refuse(
            f"{part!r} is read of a decade, a year or a part of a year only; write EDTF"
        )
    if context.is_exact:
        context.refuse(_no_edge(match[0]))
    is_point = part in ("beginning", "start")
    if context.is_bound and is_point:
        return _first_unit(whole)
    third = THIRDS[part]
    if precision is Precision.DECADE:
        return _YEARS_OF_DECADE[third].format(whole[:3])
    if precision is Precision.YEAR:
        return f"{whole}-{getattr(context.conventions, third)}~"
    return f"{whole}~" if context.is_bound else whole


def _first_unit(whole: str) -> str:
    """Return about the first unit of a longer one: the start of a year is a month."""
    first, _ = bounds(whole)
    shown = 4 if precision_of(whole) is Precision.DECADE else 7
    return f"{first.isoformat()[:shown]}~"


def _read_fraction(match: PhraseMatch, context: Context) -> str:
    """Read the first half of a decade, and halves, thirds and quarters of a year."""
    ordinal = match["ordinal"]
    first_code, count, name = FRACTIONS[match["fraction"]]
    position = ORDINALS.get(ordinal)
    if position is None:
        position = int(ordinal)
    position = position or count  # the last
    if position > count:
        context.refuse(f"a year has {count} {name} only; check which is meant")
    whole = read_whole(match["rest"], context)
    precision = precision_of(whole)
    if precision is Precision.DECADE and count == 2:
        years = ("{0}0..{0}4", "{0}5..{0}9")[position - 1]
        return f"[{years.format(whole[:3])}]"
    if precision is not Precision.YEAR:
        context.refuse(
            f"{name} are read of a calendar year only; write the months"
        )
    return f"{whole}-{first_code + position - 1}"


def _read_day_at_edge(match: PhraseMatch, context: Context) -> str:
    find_day = {"first": first_day, "last": last_day}[match["edge"]]
    return find_day(match["rest"], context).isoformat()


def _read_units_at_edge(match: PhraseMatch, context: Context) -> str:
    """Read "the first nine months of 2024", which are all its days."""
    first, last = bounds(read_whole(match["rest"], context))
    count, unit = number(match, context), match["unit"]
    one_day = datetime.timedelta(days=1)
    edge_first, edge_last = first, last
    if match["edge"] == "first":
        edge_last = moved(first, unit, count) - one_day
    else:
        edge_first = moved(last + one_day, unit, -count)
    if edge_last > last or edge_first < first:
        context.refuse(
            f"{match['rest']!r} is shorter than that; check the number"
        )
    return f"{edge_first}/{edge_last}"


# --- dates counted from another ------------------------------------------------------------------


def _read_from_today(match: PhraseMatch, context: Context) -> str:
    """Read "two years from today", a day, and "two years from now", which is about a year."""
    count = number(match, context)
    if match["word"] == "now":
        return around(
            moved(context.known_day, match["unit"], count), match["unit"]
        )
    start = moved(context.known_day, "day", DAYS_FROM_TODAY[match["word"]])
    return moved(start, match["unit"], count).isoformat()


def _read_ago(match: PhraseMatch, context: Context) -> str:
    count, unit = number(match, context), match["unit"]
    day = moved(context.known_day, unit, -count)
    if match["today"]:
        return day.isoformat()
    if count >= 100 and count % 10 == 0:
        context.refuse("it is likely to be a round number; write the date")
    if unit in ("year", "decade") and (count >= 10 or unit == "decade"):
        context.refuse(
            "so many years are likely to be a round number; write the year"
        )
    return around(day, unit)


_SIGNS_OF_DIRECTION = {"after": 1, "following": 1, "before": -1}


def _read_length_from(match: PhraseMatch, context: Context) -> str:
    """Read "three months after 1 March 2024", as precise as the date from which it counts."""
    unit = match["unit"]
    start = read_date(match["rest"], context)
    count = number(match, context) * _SIGNS_OF_DIRECTION[match["direction"]]
    if unit not in _COUNTED_FROM.get(precision_of(start), ()):
        context.refuse(
            f"{match['rest']!r} is not a single day to count from; write the day"
        )
    first, _ = bounds(start)
    return moved(first, unit, count).isoformat()[: len(start)]


_COUNTED_FROM: Mapping[Precision | None, tuple[str, ...]] = {
    Precision.DAY: ("day", "week", "month", "year", "decade"),
    Precision.MONTH: ("month", "year", "decade"),
    Precision.YEAR: ("year", "decade"),
}
"""The units that may be counted from a date of some precision."""


def _read_neighbour(match: PhraseMatch, context: Context) -> str:
    day = definite_day(match["rest"], context)
    step = _SIGNS_OF_DIRECTION[match["direction"]]
    return moved(day, "day", step).isoformat()


# --- dates that are doubted, and one of two ------------------------------------------------------


def _read_around(match: PhraseMatch, context: Context) -> str:
    text = read_date(match["rest"], context)
    if precision_of(text) is Precision.DAY:
        # The sign ~ alone would allow a day more or less, which is less than people mean.
        first, last = bounds(text)
        week = datetime.timedelta(weeks=1)
        return f"[{first - week}~..{last + week}~]"
    return _marked(text, "~", context)


def _read_perhaps(match: PhraseMatch, context: Context) -> str:
    return _marked(read_date(match["rest"], context), "?", context)


def _marked(text: str, sign: str, context: Context) -> str:
    """Return a date with one more sign of doubt."""
    if not is_one_date(text):
        context.refuse("a span or a set is not doubted as a whole; write EDTF")
    bare = text.rstrip("?~%")
    signs = {sign, *text[len(bare) :]}
    return bare + (sign if signs == {sign} else "%")


def _read_one_of_two(match: PhraseMatch, context: Context) -> str:
    """Read "in May or June 2024", where the first may borrow its year from the second."""
    first, second, year = match["first"], match["second"], match["year"] or ""
    if not _YEAR_SOMEWHERE.search(first):
        first += year
    texts = [read_date(first, context), read_date(second + year, context)]
    if not all(is_one_date(text) for text in texts):
        context.refuse("'or' is read between single dates only; write EDTF")
    if bounds(texts[0]) >= bounds(texts[1]):
        context.refuse(
            f"{texts[0]} does not come before {texts[1]}; write the year of both"
        )
    return f"[{texts[0]},{texts[1]}]"


_YEAR_SOMEWHERE = re.compile(r"[12][0-9]{3}|year$")


def _read_one_of_two_days(match: PhraseMatch, context: Context) -> str:
    rest = match["rest"]
    texts = [
        read_date(f"{match[day]} {rest}", context) for day in ("day1", "day2")
    ]
    return f"[{texts[0]},{texts[1]}]"


# --- weeks and nights ----------------------------------------------------------------------------


def _read_week(match: PhraseMatch, context: Context) -> str:
    """Read a week by its first or last day: "week of 4 March", if that is a Monday."""
    day = definite_day(match["rest"], context)
    edge = match["edge"]
    weekday = WEEKDAY_NAMES[day.weekday()].capitalize()
    if edge == "of" and weekday != "Monday":
        context.refuse(
            f"{day} is not a Monday: the week may begin on it or hold it; write its days"
        )
    if weekday not in _EDGES_OF_WEEK[edge]:
        context.refuse(
            f"{day} is a {weekday}: the week may have fewer than seven days; write its days"
        )
    if edge == "ending":
        return f"{moved(day, 'day', -6)}/{day}"
    return f"{day}/{moved(day, 'day', 6)}"


_FIRST_OF_WEEK = ("Monday", "Sunday")
_EDGES_OF_WEEK = {
    "of": _FIRST_OF_WEEK,
    "commencing": _FIRST_OF_WEEK,
    "beginning": _FIRST_OF_WEEK,
    "starting": _FIRST_OF_WEEK,
    # A week that ends on a Friday may be a working week.
    "ending": ("Saturday", "Sunday"),
}


def _read_night(match: PhraseMatch, context: Context) -> str:
    """Read "the night of 3-4 March", a span of two days."""
    second = definite_day(f"{match['day2']} {match['rest']}", context)
    first = moved(second, "day", -1)
    named = (match["month"] or MONTH_NAMES[first.month - 1], match["day"])
    if (MONTH_NUMBERS[named[0]], int(named[1])) != (first.month, first.day):
        context.refuse("a night lies between two days; write both")
    return f"{first}/{second}"


# --- the tables: a phrase is read by the first row whose expression matches all of it ------------


_ONE_OR_COUNTED = (
    "it may be counted from today or be one of the calendar; write which"
)

ONE_DAY_OR_ALL = (
    "it may be one day of that time or all of it; write 'in' or 'throughout'"
)

_REFUSED: PhraseTable = (
    (rf"the {LENGTH} (?:after|following|before) .+", refusal(ONE_DAY_OR_ALL)),
    (
        rf"(?:{THAT} |the )?{WEEKDAY}",
        refusal("it does not say which one; write the date with the weekday"),
    ),
    (
        r"(?:this|next|last|the|the coming) week(?:end)?",
        refusal("a week has no notation; write its days"),
    ),
    (
        r"the (?:next|last|previous|coming|past) (?:year|month|decade)",
        refusal(_ONE_OR_COUNTED),
    ),
    (
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}",
        refusal(
            "it is unclear which number is the month; write the name of the month"
        ),
    ),
    (
        any_of(NO_DATE),
        refusal("it gives no date; keep the words alone, as `stated`"),
    ),
    (
        RECURRENT,
        refusal("it recurs; write a `recurrence`, and the first date"),
    ),
    (
        rf"{FEASTS}(?: .+)?",
        refusal("the dates of feasts are not known here; write the date"),
    ),
    (
        rf".*{NUMBER} (?:working|business|school|sitting|court) days?\b.*",
        refusal(
            "which days are worked on is not known here; write the date as EDTF"
        ),
    ),
    (
        r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th) century",
        refusal("it may begin with a year 00 or 01; write its years"),
    ),
)

_AGO = rf"{LENGTH} ago(?P<today> today)?"
_HALVES = any_of(("half", "half-year", "semester", "third", "quarter"))
_FRACTION = rf"(?P<ordinal>{any_of(ORDINALS)})[ -](?P<fraction>{_HALVES})"
_IN = r"(?:in|on|at)"
_AROUND = r"(?:(?:or )?(?:around|about)|circa|ca\.?|c\.|approximately|roughly)"
_PERHAPS = r"(?:perhaps|possibly|maybe|probably|likely|tentatively)"
_DAY_OF = rf"{DAY}(?: of)? {MONTH}{IN_YEAR}"
_MONTH_AND_DAY = rf"{MONTH} {DAY}{IN_YEAR}"

_DATES: PhraseTable = (
    # days
    (rf"(?P<word>{any_of(DAYS_FROM_TODAY)})", _read_relative_day),
    (r"last night", _read_last_night),
    (
        rf"(?P<word>today|yesterday|tomorrow) \((?:{WEEKDAY}|(?P<rest>.+))\)",
        _read_explained_day,
    ),
    (
        rf"(?P<word>today|yesterday|tomorrow),? (?:on )?(?:{WEEKDAY}|(?P<rest>[^(]+))",
        _read_explained_day,
    ),
    (r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})", _read_as_it_is),
    (rf"(?:{WEEKDAY},? )?(?:the )?{_DAY_OF}", _read_day),
    (rf"{MONTH} (?P<day>[0-9]{{1,2}})", _read_month_and_number),
    (rf"(?:{WEEKDAY},? )?{_MONTH_AND_DAY}", _read_day),
    (rf"{WEEKDAY},? \((?:{_DAY_OF})\)", _read_day),
    (rf"{WEEKDAY},? \((?:{_MONTH_AND_DAY})\)", _read_day),
    (rf"{_DAY_OF},? \({WEEKDAY}\)", _read_day),
    (rf"{_MONTH_AND_DAY},? \({WEEKDAY}\)", _read_day),
    (
        rf"(?P<first>[0-9]{{1,2}})(?P<sign>[/.-])(?P<second>[0-9]{{1,2}})(?P=sign){YEAR}",
        _read_numeric_day,
    ),
    (
        rf"{YEAR}(?P<sign>[/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})",
        _read_year_first,
    ),
    # counted from another day
    (rf"{LENGTH} from (?P<word>today|tomorrow|now)", _read_from_today),
    (_AGO, _read_ago),
    (
        rf"{LENGTH} (?P<direction>after|following|before) (?P<rest>.+)",
        _read_length_from,
    ),
    (
        rf"{LENGTH} from .+",
        refusal(
            "it may be the day on which that time ends, or all of it;"
            " write 'after', or 'starting on'"
        ),
    ),
    (
        r"day (?P<direction>after|following|before) (?P<rest>.+)",
        _read_neighbour,
    ),
    # doubted, and one of two
    (rf"(?:{_IN} )?{_AROUND} (?P<rest>.+)", _read_around),
    (r"towards? (?P<rest>(?:the )?end of .+)", read_rest),
    (rf"{_PERHAPS} (?:{_IN} )?(?P<rest>.+)", _read_perhaps),
    (
        r"(?P<rest>.+) \((?:tbc|to be confirmed|provisional|tentative)\)",
        _read_perhaps,
    ),
    (
        rf"{DAY1} or {DAY2}(?: of)? (?P<rest>{MONTH}.*)",
        _read_one_of_two_days,
    ),
    (
        rf"(?P<first>.+?) or (?:{_IN} )?(?P<second>.+?)(?P<year>,? [12][0-9]{{3}})?",
        _read_one_of_two,
    ),
    # months and seasons
    (rf"{MONTH}{IN_YEAR}", _read_month),
    (rf"{THAT} year's {MONTH}", _read_month),
    (rf"{SEASON}{IN_YEAR}", _read_season),
    (rf"{THAT} year's {SEASON}", _read_season),
    (rf"{SEASON} (?:of )?{TWO_YEARS}", _read_season_of_two_years),
    (rf"{THAT} (?:{MONTH}|{SEASON})", _read_relative_part),
    # years and decades
    (r"(?:calendar )?(?:year )?(?P<date>[12][0-9]{3})", _read_as_it_is),
    (
        rf"{THAT} (?:calendar )?(?P<unit>year|month|decade)",
        _read_relative_unit,
    ),
    (
        rf"(?P<side>later|earlier)(?: in)? (?P<rest>this .+|{YEAR}|the (?:year|month|decade))",
        _read_rest_of_unit,
    ),
    (r"(?P<decade>[12][0-9]{2})0'?s", _read_decade),
    # parts of them
    (
        r"(?:very )?(?P<part>early|mid|late)(?: in |[ -])(?P<rest>.+)",
        _read_part_of,
    ),
    (r"(?P<part>beginning|start|middle|end) of (?P<rest>.+)", _read_part_of),
    (
        rf"{_FRACTION} (?:of )?(?P<rest>.+)",
        _read_fraction,
    ),
    (
        r"(?P<fraction>[hq])(?P<ordinal>[1-4])(?: of |[ /-])(?P<rest>.+)",
        _read_fraction,
    ),
    (
        r"(?P<ordinal>[1-4])(?P<fraction>[hq])(?: of |[ /-])(?P<rest>.+)",
        _read_fraction,
    ),
    (
        r"(?P<rest>[12][0-9]{3})[ -]?(?P<fraction>[hq])(?P<ordinal>[1-4])",
        _read_fraction,
    ),
    (
        rf"(?P<edge>first|last) {LENGTH} of (?P<rest>.+)",
        _read_units_at_edge,
    ),
    (r"(?P<edge>first|last) day of (?P<rest>.+)", _read_day_at_edge),
    # fiscal years
    (
        rf"{FISCAL} ?(?P<year>[12][0-9]{{3}}|[0-9]{{2}})[/-](?P<second>[0-9]{{2}}|[0-9]{{4}})",
        read_fiscal_year,
    ),
    (rf"{TWO_YEARS} {FISCAL}", read_fiscal_year),
    (rf"{FISCAL} ?(?P<year>[12][0-9]{{3}}|[0-9]{{2}})", read_fiscal_year),
    (rf"{THAT} {FISCAL}", read_relative_fiscal_year),
    (TWO_YEARS, read_bare_two_years),
    # weeks and nights
    (
        r"week (?P<edge>of|commencing|beginning|starting|ending) (?:on )?(?P<rest>.+)",
        _read_week,
    ),
    (
        rf"night (?:of|from) {DAY}(?: {MONTH})?(?:-| to | and ){DAY2} (?P<rest>.+)",
        _read_night,
    ),
)
