"""Reader of the date phrases of communiqués: from words to EDTF.

`read` turns words into the notation of `entente.values._edtf`. It refuses rather than guesses: a
phrase is read by one row of a table, or not at all. What rests on a convention, and not on the
plain meaning of words, is in `entente.values._conventions`.

A deadline is one day, and so a set: ``[..2024-05-31]``. A span is every day: ``2024/2025``. Where
the words leave open which of both is meant, the set is taken, since whatever is certain of any
one of its days is also certain of all of them.
"""

from __future__ import annotations

import datetime
import re
from typing import NoReturn

from attrs import frozen

from entente._comparing import as_compared
from entente.errors import PeriodError
from entente.values import _edtf as edtf
from entente.values._conventions import Conventions
from entente.values._phrase_context import (
    Context,
    Look,
    PhraseMatch,
    PhraseReader,
    PhraseTable,
    around,
    bounds,
    choose_year,
    ends_of,
    is_valid,
    look_up,
    moved,
    one_day_of,
    refusal,
    within_days,
)
from entente.values._phrase_dates import (
    DAY_OR_YEAR,
    ONE_DAY_OR_ALL,
    about_start,
    definite_day,
    first_day,
    last_day,
    may_be_year,
    number,
    read_date,
    read_rest,
)
from entente.values._phrase_fiscal import TWO_YEARS_OF_WHAT
from entente.values._phrase_words import (
    DAY,
    DAY1,
    DAY2,
    FROM_TO_NUMBERS,
    LENGTH,
    LINK,
    MONTH,
    MONTH1,
    MONTH2,
    MONTH_NUMBERS,
    SMALL_UNITS,
    SOME_TIME,
    YEAR1,
    YEAR2,
    normalized,
    number_of,
)

MAX_LENGTH = 200
"""The greatest length of a phrase, in characters."""


@frozen
class PhraseReading:
    """What a phrase means: EDTF text, and the day until which an ongoing span is certain."""

    text: str
    as_of: datetime.date | None = None


def read(
    words: str,
    *,
    said: datetime.date | None,
    country: str | None = None,
    conventions: Conventions | None = None,
    look: Look | None = None,
) -> PhraseReading:
    """Return what `words` mean when said on a day.

    Without a day, only words that need none are read. Raises `PeriodError` if no rule reads the
    phrase, if it may be read in two ways, or if there is no such day.
    """
    compared = as_compared(words)
    if len(compared) > MAX_LENGTH:
        raise PeriodError(
            words,
            f"it is longer than any phrase that can be read ({MAX_LENGTH} characters)",
        )
    context = Context(words, said, country, conventions, look)
    try:
        reading = _read(normalized(compared), context)
        edtf.read(reading.text)
    except OverflowError:
        context.refuse(
            "it leads outside the years 0001 to 9999; write a year within them"
        )
    except PeriodError as error:
        if error.text == words:
            raise
        context.refuse(error.reason)
    return reading


def _read(phrase: str, context: Context) -> PhraseReading:
    going_on = look_up(_GOING_ON, phrase, context)
    if going_on is not None:
        return PhraseReading(going_on, as_of=context.day)
    text = look_up(_FRAMES, phrase, context)
    if text is None:
        _refuse_edtf(context)
        text = read_date(phrase, context)
    return PhraseReading(text)


# These are words too: a year, a day, and two years.
_YEAR_OR_DAY = re.compile(
    r"[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|[/-](?:[0-9]{2}){1,2})?"
)


def _refuse_edtf(context: Context) -> None:
    """Refuse what is written in the notation already."""
    text = as_compared(context.words).strip().upper()
    if _YEAR_OR_DAY.fullmatch(text):
        return
    if is_valid(text):
        context.refuse(f"it is EDTF already, not words; give Period({text!r})")


# --- deadlines -----------------------------------------------------------------------------------


def _read_by(match: PhraseMatch, context: Context) -> str:
    limit = context.having(is_ahead=True, is_bound=True)
    text = read_date(match["rest"], limit)
    _, end = ends_of(text)
    if text.startswith("["):
        # Of several dates, the last one is the limit in doubt only.
        end = f"{end.rstrip('~')}~"
    return _deadline(end, context)


def _read_by_end(match: PhraseMatch, context: Context) -> str:
    last = last_day(match["rest"], context.having(is_ahead=True))
    return _deadline(last.isoformat(), context)


def _read_no_later(match: PhraseMatch, context: Context) -> str:
    limit = context.having(is_ahead=True, is_bound=True)
    last = last_day(match["rest"], limit)
    return _deadline(last.isoformat(), context)


def _read_before(match: PhraseMatch, context: Context) -> str:
    first = first_day(match["rest"], context.having(is_ahead=True))
    return _deadline(moved(first, "day", -1).isoformat(), context)


def _deadline(text: str, context: Context) -> str:
    day = context.day
    names_year = re.search("[0-9]{2}/?[0-9]{2}", as_compared(context.words))
    if day is None or names_year or context.look is not None:
        return f"[..{text}]"
    if bounds(text)[1] < day:
        context.refuse(f"it was over when said on {day}; write the year")
    return f"[..{text}]"


def _read_not_before(match: PhraseMatch, context: Context) -> str:
    start, _ = ends_of(read_date(match["rest"], context))
    return f"[{start}..]"


def _read_after(match: PhraseMatch, context: Context) -> str:
    last = last_day(match["rest"], context)
    return f"[{moved(last, 'day', 1)}..]"


def _read_after_start(match: PhraseMatch, context: Context) -> str:
    first = first_day(match["rest"], context)
    return f"[{first}..]"


# --- ends and beginnings -------------------------------------------------------------------------


def _end_point(text: str, position: int, context: Context) -> str:
    """Return the first or last date of a text as the end of a span, which a set cannot be."""
    if not text.startswith("["):
        return ends_of(text)[position]
    decade = _WITHIN_DECADE.fullmatch(text)
    if decade is None:
        context.refuse(f"no span begins or ends with {text}; write one date")
    return f"{decade[1]}X"


_WITHIN_DECADE = re.compile(r"\[([0-9]{3})[0-9]~?\.\.\1[0-9]~?\]")


def _read_until(match: PhraseMatch, context: Context) -> str:
    # When it began is not known, so the start is left empty.
    limit = context.having(is_bound=True)
    text = read_date(match["rest"], limit)
    return f"/{_end_point(text, -1, context)}"


def _read_until_end(match: PhraseMatch, context: Context) -> str:
    return f"/{last_day(match['rest'], context)}"


def _read_since(match: PhraseMatch, context: Context) -> str:
    back = context.having(look="back")
    text = read_date(match["rest"], back)
    return _beginning(_end_point(text, 0, context), context)


def _read_since_start(match: PhraseMatch, context: Context) -> str:
    back = context.having(look="back")
    return _beginning(about_start(match["rest"], back), context)


def _beginning(text: str, context: Context) -> str:
    first, _ = bounds(text)
    if context.day is not None and first > context.day:
        context.refuse(
            f"'since' looks back, but {text} comes after {context.day}; check the date"
        )
    return f"{text}/"


def _read_from(match: PhraseMatch, context: Context) -> str:
    text = read_date(match["rest"], context)
    return f"{_end_point(text, 0, context)}/"


def _read_from_start(match: PhraseMatch, context: Context) -> str:
    return f"{about_start(match['rest'], context)}/"


def _as_of(read_span: PhraseReader) -> PhraseReader:
    """Return the reader of "as of", which means "from" before a day to come only."""

    def read_as_of(match: PhraseMatch, context: Context) -> str:
        text = read_span(match, context)
        first, _ = bounds(text.rstrip("/"))
        if first <= context.known_day:
            context.refuse(
                "it may be the state on that day, or what began then; write 'on' or 'from'"
            )
        return text

    return read_as_of


# --- stretches of time ---------------------------------------------------------------------------


def _read_throughout(match: PhraseMatch, context: Context) -> str:
    first = first_day(match["rest"], context)
    last = last_day(match["rest"], context)
    return f"{first}/{last}"


def _read_rest_of(match: PhraseMatch, context: Context) -> str:
    first = first_day(match["rest"], context)
    last = last_day(match["rest"], context)
    if first > context.known_day:
        context.refuse(
            f"it had not begun when said on {context.known_day}; write 'throughout', or its days"
        )
    return _joined(
        context.known_day.isoformat(), last.isoformat(), "to", context
    )


def _read_to_date(_: PhraseMatch, context: Context) -> str:
    return f"{context.known_day.year:04d}-01-01/{context.known_day}"


def _over_next(match: PhraseMatch, context: Context) -> str:
    last = moved(context.known_day, match["unit"], number(match, context))
    return f"{context.known_day}/{last}"


def _over_past(match: PhraseMatch, context: Context) -> str:
    first = moved(context.known_day, match["unit"], -number(match, context))
    return f"{first}/{context.known_day}"


def _within_two_lengths(match: PhraseMatch, context: Context) -> str:
    # Whatever is done within two to three years is done within three.
    last = moved(context.known_day, match["unit"], number_of(match["number2"]))
    return f"[{context.known_day}..{last}]"


def _in_less_than(match: PhraseMatch, context: Context) -> str:
    limit = moved(context.known_day, match["unit"], number(match, context))
    return f"[{context.known_day}..{moved(limit, 'day', -1)}]"


def _within_length_of(match: PhraseMatch, context: Context) -> str:
    """Read "within 90 days of" a day and "in the 90 days before" it, which is not counted then."""
    day = definite_day(match["rest"], context)
    count, unit = number(match, context), match["unit"]
    if match["direction"] == "before":
        return f"[{moved(day, unit, -count)}..{moved(day, 'day', -1)}]"
    return f"[{day}..{moved(day, unit, count)}]"


def _throughout_length_of(match: PhraseMatch, context: Context) -> str:
    """Read "throughout the 90 days after" a day, of which it is none."""
    first, last = bounds(_within_length_of(match, context))
    if match["direction"] != "before":
        first = moved(first, "day", 1)
    return f"{first}/{last}"


def _one_day_of(read_span: PhraseReader) -> PhraseReader:
    """Return the reader of one day of what another reads as every day."""

    def read_day(match: PhraseMatch, context: Context) -> str:
        return one_day_of(read_span(match, context))

    return read_day


def _read_some_time(match: PhraseMatch, context: Context) -> str:
    """Read "at some point in 2025-2027", one day of what is every day after "in"."""
    return one_day_of(_read(f"in {match['rest']}", context).text)


def _read_on(match: PhraseMatch, context: Context) -> str:
    return read_date(match["rest"], context.having(is_on=True))


def _over_coming(match: PhraseMatch, context: Context) -> str:
    unit = match["unit"]
    reach: int = getattr(context.conventions, f"coming_{unit}s")
    end = moved(context.known_day, unit, reach).isoformat()
    # How much of 2024-01-30 is kept: "the coming weeks" reach into a month, not to a day.
    shown = {"day": 10, "week": 7, "month": 7, "year": 4}[unit]
    return f"{context.known_day}/{end[:shown]}~"


def _read_in_two_lengths(match: PhraseMatch, context: Context) -> str:
    """Read "in two to three years' time": one of the units between both."""
    unit = match["unit"]
    first, last = _two_days(match, context)
    if unit == "day":
        return f"[{first}..{last}]"
    if unit == "week":
        # Nobody counts weeks to the day: half a week more at each side is possible.
        return within_days(first, last, 3)
    shown = 7 if unit == "month" else 4
    return f"[{first.isoformat()[:shown]}..{last.isoformat()[:shown]}]"


def _two_days(
    match: PhraseMatch, context: Context
) -> tuple[datetime.date, datetime.date]:
    first = moved(
        context.known_day, match["unit"], number_of(match["number1"])
    )
    last = moved(context.known_day, match["unit"], number_of(match["number2"]))
    if first >= last:
        context.refuse("the first number is not the smaller one; swap them")
    return first, last


def _read_in_length(match: PhraseMatch, context: Context) -> str:
    """Read "in two years' time", which is about a year."""
    day = moved(context.known_day, match["unit"], number(match, context))
    return around(day, match["unit"])


def _read_day_between(match: PhraseMatch, context: Context) -> str:
    """Read "on a day between 14 May and 12 August 2025", of which both are possible."""
    start, rest = match["start"], match["rest"]
    # "Between 10 and 12 May": what the first leaves out is that of the second.
    month = re.fullmatch(r"[0-9]{1,2} (.+)", rest)
    if month and start.isdecimal():
        start = f"{start} {month[1]}"
    year = re.search(r"[12][0-9]{3}$", rest)
    if year and not re.search("[12][0-9]{3}", start):
        start = f"{start} {year[0]}"
    first, last = read_date(start, context), read_date(rest, context)
    for text in (first, last):
        if text.startswith("[") or "/" in text:
            context.refuse(
                f"{text} is no single date; write the first and the last day"
            )
    return f"[{first}..{last}]"


def _read_length_starting(match: PhraseMatch, context: Context) -> str:
    """Read "90 days, starting on 12 August": the first of the days is that one."""
    first = definite_day(match["rest"], context)
    unit = match["unit"]
    day_after = moved(first, unit, number(match, context))
    is_month_shorter = (
        unit not in ("day", "week") and day_after.day < first.day
    )
    if is_month_shorter:
        # Two months from 31 December end with February, which has no 31st.
        return f"{first}/{day_after}"
    return f"{first}/{moved(day_after, 'day', -1)}"


def _read_length_from(match: PhraseMatch, context: Context) -> str:
    # Whether the day itself is counted is open, and with it the last day.
    return f"{_read_length_starting(match, context)}~"


# --- two dates joined ----------------------------------------------------------------------------


def _read_range(match: PhraseMatch, context: Context) -> str:
    """Read two days or months; what one of them leaves out is that of the other."""
    groups = match.groupdict()
    month1 = match["month1"] or match["month2"]
    month2 = match["month2"] or match["month1"]
    start_part = _month_and_day(month1, groups.get("day1"))
    end_part = _month_and_day(month2, groups.get("day2"))
    # "from December to March 2025" begins in the year before.
    crosses_new_year = month1 != month2 and start_part > end_part

    year1, year2 = match["year1"], match["year2"]
    names_year = bool(year1 or year2)
    if not names_year:
        year2 = choose_year("{}" + end_part, context)[:4]
    last_year = int(year2) if year2 else int(year1) + crosses_new_year
    first_year = int(year1) if year1 else last_year - crosses_new_year
    start = f"{first_year:04d}{start_part}"
    if not names_year:
        _refuse_if_begun(start, context)
    end = f"{last_year:04d}{end_part}"
    return _joined(start, end, match["link"], context)


def _read_month_first(match: PhraseMatch, context: Context) -> str:
    names_year = match["year1"] or match["year2"]
    if match["month2"] and not names_year:
        may_be_years = [
            may_be_year(match[month], match[day], context)
            for month, day in (("month1", "day1"), ("month2", "day2"))
        ]
        if all(may_be_years):
            context.refuse(DAY_OR_YEAR)
    return _read_range(match, context)


def _refuse_if_begun(start: str, context: Context) -> None:
    """Refuse a range that would be running by the choice of its year."""
    first, _ = bounds(start)
    if first < context.known_day and context.look is None:
        context.refuse(
            f"it had begun when said on {context.known_day};"
            " write the year, or say look='back' or look='ahead'"
        )


def _month_and_day(month: str, day: str | None) -> str:
    number_of_month = MONTH_NUMBERS[month]
    if day is None:
        return f"-{number_of_month:02d}"
    return f"-{number_of_month:02d}-{int(day):02d}"


def _read_years(match: PhraseMatch, context: Context) -> str:
    first, second = match["year1"], match["year2"]
    is_ambiguous = match["link"] == "-" and match["period"] is None
    if is_ambiguous and int(first) + 1 == int(second):
        context.refuse(TWO_YEARS_OF_WHAT)
    return _joined(first, second, match["link"], context)


def _read_from_to(match: PhraseMatch, context: Context) -> str:
    if match["start_of"]:
        start = about_start(match["start"], context)
    else:
        start = _end_point(read_date(match["start"], context), 0, context)
    if match["end_of"]:
        end = last_day(match["rest"], context).isoformat()
    elif match["until_start_of"]:
        end = about_start(match["rest"], context)
    else:
        end = _end_point(read_date(match["rest"], context), -1, context)
    return _joined(start, end, "to", context)


def _joined(start: str, end: str, link: str, context: Context) -> str:
    start_first, start_last = bounds(start)
    end_first, _ = bounds(end)
    if start_first >= end_first:
        context.refuse(
            f"it runs backward, from {start} to {end}; write the year of both"
        )
    if link == " and " and moved(start_last, "day", 1) != end_first:
        context.refuse(
            f"{start} and {end} are not one span; read them one by one"
        )
    return f"{start}/{end}"


def _refuse_date(reason: str) -> PhraseReader:
    """Return the reader that refuses a date, for its own reason if it has one."""

    def refuse(match: PhraseMatch, context: Context) -> NoReturn:
        read_date(match["rest"], context)
        context.refuse(reason)

    return refuse


# --- the tables: a phrase is read by the first row whose expression matches all of it ------------


_END_OF = r"(?:the )?(?:very )?(?:end|close) of (?P<rest>.+)"
_THE_START = r"(?:the )?(?:very )?(?:beginning|start) of "
_START_OF = rf"{_THE_START}(?P<rest>.+)"
_REST = r"(?P<rest>.+)"
_IN = r"(?:(?:by|in|on|at) )?"
_NO_LATER = (
    r"(?:(?:by )?(?:no|not) later than|on or before|by or before|on or by|"
    r"(?:by )?(?:at )?(?:the )?(?:very )?latest(?: by| on| in)?)"
)
_AT_LATEST = r"at the (?:very )?latest"
_AT_EARLIEST = r"at the (?:very )?earliest"
_BEFORE = r"(?:before|prior to|ahead of|in advance of|earlier than)"
_NOT_BEFORE = (
    r"(?:(?:no|not) (?:earlier|sooner) than|not before|not until|on or after|"
    r"in or after|as early as|as soon as)"
)
_UNTIL = r"(?:until|till|up to and including|up to|up until)"
_SINCE = r"(?:ever )?since"
_BEGINNING = r"(?:starting|beginning|commencing|effective)"
_FROM = (
    rf"(?:(?:as )?from|with effect (?:from|of)|{_BEGINNING}(?: in| on| from)?)"
)
_ON = r"(?: on| onwards?)"
_NOW = r"(?:to date|(?:un|up )?(?:til|till|to) (?:now|today|(?:the )?present(?: day)?)|-present)"

# "in the coming months" is one day of them, "over the coming months" all of them.
_WITHIN = rf"(?:{_BEGINNING} )?(?:in|within)"
_OVER = r"(?:over|during|for|throughout)"
_NEXT = rf"(?:the )?(?:next|coming|upcoming) {LENGTH}"
_PAST = rf"(?:the )?(?:last|past|preceding) {LENGTH}"
_COMING = rf"(?:the )?(?:coming|upcoming|next few|next several) {SMALL_UNITS}"
_AT_MOST = (
    r"(?:a (?:maximum|period) of |at most |no more than |not more than )?"
)
_IN_AT_MOST = rf"(?:within {_AT_MOST}|in (?:at most|no more than) )"
_WITHIN_THE = rf"(?:within {_AT_MOST}(?:the )?|in the |during (?:the )?)"
_DIRECTION = r"(?P<direction>after|following|before)"
_FOR = r"(?:for )?(?:a (?:period|term) of )?"

_DURING = r"(?:(?:from|on|in|over|during|for) )?(?:the )?"
_DAY_2 = rf"(?:the )?{DAY2}(?: of)? {MONTH2}(?:,? {YEAR2})?"
_DAYS_THEN_MONTH = (
    rf"{DAY1}(?:(?: of)? {MONTH1}(?:,? {YEAR1})?)?{LINK}{_DAY_2}"
)
_MONTH_THEN_DAYS = (
    rf"{MONTH1} {DAY1}(?:,? {YEAR1})?{LINK}(?:{MONTH2} )?{DAY2}(?:,? {YEAR2})?"
)

_TO_EDGE = (
    r"(?:to|until|till|through) "
    rf"(?:(?P<end_of>(?:the )?end of )|(?P<until_start_of>{_THE_START}))?"
)

_GOING_ON: PhraseTable = (
    (rf"(?:from |since )?{_START_OF} {_NOW}", _read_since_start),
    (
        rf"(?!.*year to date)(?:from |since )?(?P<rest>.+?) ?{_NOW}",
        _read_since,
    ),
    (rf"{_SINCE} {_START_OF}", _read_since_start),
    (rf"{_SINCE} {_REST}", _read_since),
)
"""Spans that are certain until the day on which they were said."""

_FRAMES: PhraseTable = (
    (rf"{SOME_TIME} {_REST}", _read_some_time),
    # deadlines
    (
        rf"(?:{_FROM}|as of) .+ (?:{_AT_LATEST}|{_AT_EARLIEST}|or (?:earlier|before|sooner|later))",
        refusal("it leaves open when it begins; leave out its first word if that day is meant"),
    ),
    (rf"{_IN}{_END_OF} {_AT_LATEST}", _read_by_end),
    (rf"{_IN}{_REST} {_AT_LATEST}", _read_no_later),
    (rf"(?:by|{_BEFORE}|{_NO_LATER}) {_END_OF}", _read_by_end),
    (rf"{_NO_LATER} {_REST}", _read_no_later),
    (rf"{_IN}{_REST} or (?:earlier|before|sooner)", _read_by),
    (rf"by {_REST}", _read_by),
    (rf"{_BEFORE} {_START_OF}", _read_before),
    (rf"{_BEFORE} {_REST}", _read_before),
    # not before a date
    (rf"{_IN}{_REST} (?:{_AT_EARLIEST}|or (?:later|after))", _read_not_before),
    (rf"{_NOT_BEFORE} {_START_OF}", _read_after_start),
    (rf"{_NOT_BEFORE} {_REST}", _read_not_before),
    (rf"after {_START_OF}", _read_after_start),
    (rf"after {_END_OF}", _read_after),
    (rf"after {_REST}", _read_after),
    # ends and beginnings
    (
        rf"up to {LENGTH}\b.*",
        refusal("it may be a length of time, or lead to its end; write 'within' or 'until'"),
    ),
    (rf"(?:{_UNTIL}|through) {_END_OF}", _read_until_end),
    (rf"(?:{_UNTIL}) {_REST}", _read_until),
    (
        rf"(?:(?:throughout|all of)(?: the)?|(?:over|for) the) {LENGTH} {_DIRECTION} {_REST}",
        _throughout_length_of,
    ),
    (rf"(?:throughout|all of|(?:for )?the whole of) {_REST}", _read_throughout),
    (rf"(?:{_OVER} )?the (?:rest|remainder) of {_REST}", _read_rest_of),
    (r"(?:so|thus) far this year|(?:the|this) year to date", _read_to_date),
    # stretches of time counted from a day
    (
        rf"{_WITHIN_THE}{LENGTH} (?P<direction>of|from|after|following|before) {_REST}",
        _within_length_of,
    ),
    (rf"in (?:less than|under) {LENGTH}", _in_less_than),
    (rf"{_IN_AT_MOST}{LENGTH}", _one_day_of(_over_next)),
    (rf"{_IN_AT_MOST}{FROM_TO_NUMBERS}", _within_two_lengths),
    (rf"(?:within|in) (?:the )?(?:next|coming) {FROM_TO_NUMBERS}", _within_two_lengths),
    (rf"{_WITHIN} {_NEXT}", _one_day_of(_over_next)),
    (rf"{_OVER} {_NEXT}", _over_next),
    (rf"(?:in|within) {_PAST}", _one_day_of(_over_past)),
    (rf"{_OVER} {_PAST}", _over_past),
    (rf"{_WITHIN} {_COMING}", _one_day_of(_over_coming)),
    (rf"{_OVER} {_COMING}", _over_coming),
    (rf"{_PAST}", refusal(ONE_DAY_OR_ALL)),
    (rf"{_NEXT}", refusal(ONE_DAY_OR_ALL)),
    (rf"{_COMING}", refusal(ONE_DAY_OR_ALL)),
    (rf"{_FOR}{LENGTH},? {_BEGINNING}(?: on| from)? {_REST}", _read_length_starting),
    (rf"for (?:a (?:period|term) of )?{LENGTH} (?:from|after) {_REST}", _read_length_from),
    (
        rf"(?:over |for )?{LENGTH}",
        refusal("it does not say from when; write the first day, or EDTF"),
    ),
    (rf"in {LENGTH}'?s?'? time", _read_in_length),
    (
        rf"in {LENGTH}",
        refusal(
            "it may mean within that time or at its end; write 'within', or 'from today'"
        ),
    ),
    (
        rf"in {LENGTH} {_DIRECTION} .+",
        refusal("it may mean within that time or at its end; write 'within', or leave out 'in'"),
    ),
    # After single lengths, or "twenty-four" would be from twenty to four.
    (rf"in {FROM_TO_NUMBERS}(?:'?s?'? time)?", _read_in_two_lengths),
    # two dates joined
    (rf"{_DURING}{_DAYS_THEN_MONTH}", _read_range),
    (rf"{_DURING}{_MONTH_THEN_DAYS}", _read_month_first),
    (rf"{_DURING}{MONTH1}(?: {YEAR1})?{LINK}{MONTH2}(?:,? {YEAR2})?", _read_range),
    (
        rf"{_DURING}(?P<period>(?:period|years)(?: from)? )?{YEAR1}{LINK}{YEAR2}(?: period)?",
        _read_years,
    ),
    (
        rf"from (?P<start_of>{_THE_START})?(?P<start>.+?) {_TO_EDGE}{_REST}",
        _read_from_to,
    ),
    (rf"(?:{_FROM}|as of) {_START_OF}{_ON}", _read_from_start),
    (rf"as of (?P<rest>.+?){_ON}", _read_from),
    (rf"{_FROM} {_START_OF}", _read_from_start),
    (rf"as of {_START_OF}", _as_of(_read_from_start)),
    (rf"as of {_REST}", _as_of(_read_from)),
    (rf"{_FROM} (?P<rest>.+?){_ON}?", _read_from),
    (r"on a day between (?P<start>.+?) and (?P<rest>.+)", _read_day_between),
    # what is refused with a reason of its own
    (
        r"between .+",
        refusal(
            "'between' may mean one day or all of them; write 'from … to …' or EDTF"
        ),
    ),
    (
        rf"through {_REST}",
        _refuse_date(
            "it may be all of it, or lead to its end; write 'throughout' or 'until the end of'"
        ),
    ),
    (
        rf"over {_REST}",
        _refuse_date(
            "'over' may mean one day of it or all; write 'in' or 'throughout'"
        ),
    ),
    (
        r"within the (?:year|month|decade)",
        refusal(
            "it may be counted from today or be one of the calendar; write which"
        ),
    ),
    # one date
    (rf"(?:in|during|within) {MONTH} {DAY}", refusal(DAY_OR_YEAR)),
    (rf"(?:in|during|within|as at) {_REST}", _one_day_of(read_rest)),
    (rf"at {_REST}", read_rest),
    (rf"on {_REST}", _read_on),
)  # fmt: skip
