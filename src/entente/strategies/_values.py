"""Texts, ids, periods and amounts for tests."""

from __future__ import annotations

import datetime
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from entente.errors import PeriodError
from entente.values._duration import Duration, DurationLike
from entente.values._edtf import PARTS_OF_YEAR
from entente.values._period import Period
from entente.values._quantity import Quantity
from entente.values._units import is_counted

# --- texts and ids -------------------------------------------------------------------------------

# Texts that a careless reader or writer of JSON, TOML or YAML takes for something else.
_HARD_TEXTS: Final = (
    # words and numbers
    *("null", "~", "no", "True", "-1", "0x1F", "1e3", ".inf", "1_000"),
    *("12:30:45", "2024-01-30", "=", "<<"),
    # the syntax of YAML
    *("- a", "? a", "a: b", "a # b", "# a", "{a}", "[a]", "&a", "*a", "!a"),
    *("|", ">", "%a", "@a", "`a`"),
    # quotes and escapes
    *('"', "'", '"""', "'''", "\\", "\\u0041", "a,", "---", "..."),
    # line breaks, of which some are line breaks only to some programs, and controls
    *(
        "a\nb",
        "a\r\nb",
        "a\rb",
        "a\tb",
        "a\n\n  b",
        "a\x00b",
        "a\x7fb",
        "a\x85b",
    ),
    *("a\u2028b", "a\ufeffb", "\ufeff", "\u200b", "\u0301", "\uffff"),
    # letters in one and in two code points, right-to-left, and outside the basic plane
    *("é", "e\u0301", "\u202eabc", "😀"),
)
_HARD_IDS: Final = (
    *(
        "0",
        "007",
        "1e3",
        "2024-01-30",
        "false",
        "inf",
        "nan",
        "no",
        "null",
        "on",
        "y",
    ),
)

TEXTS: Final = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
) | st.sampled_from(_HARD_TEXTS)

WORDS: Final = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=5)
_PLAIN_IDS: Final = WORDS | st.tuples(WORDS, WORDS).map("-".join)
IDS: Final = _PLAIN_IDS | st.sampled_from(_HARD_IDS)


# --- values --------------------------------------------------------------------------------------

# Ways to write a date around the day {y}-{m}-{d}. {q} marks where a sign of doubt may be.
_DATE_TEMPLATES: Final = (
    # by its digits, with fewer of them towards the end
    *("{y}-{m}-{d}{q}", "{y}-{m}{q}", "{y}{q}"),
    *("{y[0]}{y[1]}{y[2]}X{q}", "{y[0]}{y[1]}XX{q}"),
    # in doubt as to a part
    *("{q}{y}-{m}-{d}", "{y}{q}-{m}-{d}", "{y}-{m}{q}-{d}", "{y}-{m}-{q}{d}"),
    *("{q}{y}-{m}", "{y}-{q}{m}"),
    # with masked digits
    *("{y}-{m}-XX{q}", "{y}-{m}-{d[0]}X{q}", "{y}-{m}-X{d[1]}{q}"),
    *("{y}-XX-XX{q}", "{y}-XX-{d}{q}", "{y}-XX{q}"),
    *("{y}-{m[0]}X{q}", "{y}-X{m[1]}-{d}{q}"),
    *("{y[0]}{y[1]}{y[2]}X-{m}-{d}{q}", "{y[0]}{y[1]}XX-{m}{q}"),
    *("XXXX-{m}-{d}{q}", "XXXX-{m}{q}", "XXXX{q}"),
    # as a season, quarter or half of its year
    *(f"{{y}}-{part}{{q}}" for part in PARTS_OF_YEAR),
)
_SIGNS: Final = ("", "", "", "", "?", "~", "%")  # most dates are not in doubt

_RECENT: Final = (datetime.date(2015, 1, 1), datetime.date(2034, 12, 31))


def _days(
    first: datetime.date, last: datetime.date
) -> SearchStrategy[datetime.date]:
    """Return days between two, most of them recent, so that the dates of two records often meet."""
    days = st.dates(first, last)
    recent_first = max(first, _RECENT[0])
    recent_last = min(last, _RECENT[1])
    if recent_first > recent_last:
        return days
    recent = st.dates(recent_first, recent_last)
    return st.one_of(recent, recent, recent, days)


def _lies_between(
    text: str, first: datetime.date, last: datetime.date
) -> bool:
    try:
        period = Period(text)
    except (
        PeriodError
    ):  # the last winter of the calendar would end in year 10000
        return False
    return (
        first <= (period.earliest or first) and (period.latest or last) <= last
    )


@st.composite
def _date_texts(
    draw: st.DrawFn, first: datetime.date, last: datetime.date
) -> str:
    day = draw(_days(first, last)).isoformat()
    year, month, number = day.split("-")
    template = draw(st.sampled_from(_DATE_TEMPLATES))
    sign = draw(st.sampled_from(_SIGNS))
    text = template.format(y=year, m=month, d=number, q=sign)
    return text if _lies_between(text, first, last) else day


@st.composite
def _span_texts(
    draw: st.DrawFn,
    first: datetime.date | None,
    last: datetime.date | None,
) -> str:
    dates = _date_texts(first or datetime.date.min, last or datetime.date.max)
    start, end = draw(dates), draw(dates)
    starts, ends = Period(start), Period(end)
    if starts.earliest and ends.latest and starts.earliest > ends.latest:
        start, end = end, start
    spans = [f"{start}/{end}"]
    if last is None:
        spans += [f"{start}/..", f"{start}/"]
    if first is None:
        spans += [f"../{end}", f"/{end}"]
    if first is None and last is None:
        spans += ["../..", "/..", "../"]
    return draw(st.sampled_from(spans))


@st.composite
def _set_texts(
    draw: st.DrawFn,
    first: datetime.date | None,
    last: datetime.date | None,
) -> str:
    dates = _date_texts(first or datetime.date.min, last or datetime.date.max)
    members = [draw(dates), draw(dates)]
    one, two = sorted(members, key=lambda text: Period(text).sort_key)
    sets = [f"[{one},{two}]", f"[{one}..{two}]"]
    if first is None:
        sets.append(f"[..{two}]")
    if last is None:
        sets.append(f"[{one}..]")
    return draw(st.sampled_from(sets))


@st.composite
def _as_of_some_day(draw: st.DrawFn, period: Period) -> Period:
    """Say of some spans with an unknown end on which day they are known to have gone on."""
    if not period.is_unknown_end or draw(st.booleans()):
        return period
    begun = _RECENT[0] if period.start is None else period.start.latest
    return period.going_on(begun or _RECENT[0])


def periods(
    *,
    min_value: datetime.date | None = None,
    max_value: datetime.date | None = None,
    spans: bool | None = None,
    in_words: bool = False,
) -> SearchStrategy[Period]:
    """Make periods: dates of every precision, seasons, masks, doubts, sets, and all kinds of spans.

    Their days are not before `min_value` or after `max_value`; at a bounded side no end is open or
    unknown. `spans` says whether all are spans, or none. Some have the words of a source, and some
    spans with an unknown end have an ``as_of``. With `in_words`, and without bounds, some dates are in
    the words of a source alone.

    >>> from hypothesis import find
    >>> find(periods(), lambda period: period.is_unknown_end).end is None
    True
    >>> talks = datetime.date(2024, 1, 30)
    >>> season = find(periods(min_value=talks, spans=False), lambda period: period.precision == "season")
    >>> season.is_span, season.earliest >= talks
    (False, True)
    """
    dates = _date_texts(
        min_value or datetime.date.min, max_value or datetime.date.max
    )
    # Single dates are the most common in dossiers, and three of four here.
    days = dates | dates | dates | _set_texts(min_value, max_value)
    texts = days | _span_texts(min_value, max_value)
    if spans is not None:
        texts = _span_texts(min_value, max_value) if spans else days
    made = st.builds(Period, texts, stated=st.none() | TEXTS)
    is_bounded = min_value is not None or max_value is not None
    if in_words and not is_bounded and spans is not True:
        made = st.one_of(made, made, made, st.builds(Period, stated=TEXTS))
    return made if spans is False else made.flatmap(_as_of_some_day)


UNITS_OF_METRICS: Final = (
    "people",
    "%",
    "EUR",
    "NOK",
    "small boats",
    "chaînes d’or",
)
_UNITS: Final = (*UNITS_OF_METRICS, "")


def durations() -> SearchStrategy[Duration]:
    """Make durations of years, months and days.

    >>> from hypothesis import given
    >>> @given(durations())
    ... def test_a_duration_is_read_from_its_text(duration):
    ...     assert Duration(str(duration)) == duration
    >>> test_a_duration_is_read_from_its_text()
    """
    parts = st.tuples(st.integers(0, 240), st.integers(0, 1_000)).filter(any)
    return parts.map(lambda each: Duration(f"P{each[0]}M{each[1]}D"))


@st.composite
def _amount_texts(
    draw: st.DrawFn,
    units: SearchStrategy[str],
    lowest: int,
    highest: int,
    *,
    is_change: bool,
) -> str:
    unit = draw(units)
    if is_counted(unit) and not is_change:
        lowest = max(lowest, 0)
    numbers = st.integers(lowest, highest) | st.decimals(
        lowest, highest, places=2
    )
    low, high = sorted((draw(numbers), draw(numbers)))
    bounds = [
        str(low),
        f"> {low}",
        f">= {low}",
        f"< {high}",
        f"<= {high}",
        "..",
    ]
    if low < high:
        bounds += [f"{low}..{high}", f"> {low} <= {high}"]
        bounds += [f">= {low} < {high}", f"> {low} < {high}"]
    words = [
        "change" if is_change else "",
        draw(st.sampled_from(("", "~"))),
        draw(st.sampled_from(bounds)),
        unit,
    ]
    return " ".join(word for word in words if word)


def quantities(
    *,
    unit: str | None = None,
    is_change: bool = False,
    per: DurationLike | None = None,
    min_value: int | None = None,
    max_value: int | None = None,
) -> SearchStrategy[Quantity]:
    """Make amounts: numbers, open and closed bounds, ranges, approximate and unknown amounts.

    All are in `unit` if it is given; an empty one makes bare numbers. They are levels, or changes if
    `is_change`, and rates if `per` is given. Their numbers are between `min_value` and `max_value`.
    Levels of a noun are not below zero; for them a `max_value` below zero is a ValueError.

    >>> from hypothesis import find
    >>> more = find(quantities(unit="ships", min_value=10), lambda amount: amount.low_open)
    >>> more.unit, more.low >= 10
    ('ships', True)
    >>> fall = find(quantities(unit="people", is_change=True), lambda amount: (amount.high or 0) < 0)
    >>> str(fall).startswith("change")
    True
    """
    lowest = min(-(10**9), max_value or 0) if min_value is None else min_value
    highest = max(10**9, lowest) if max_value is None else max_value
    names: tuple[str, ...] = _UNITS if unit is None else (unit,)
    if is_change and unit is None:
        names += ("percentage point",)
    if highest < 0 and not is_change:
        names = tuple(name for name in names if not is_counted(name))
    if not names:
        raise ValueError(
            f"a number of {unit!r} cannot be negative; is_change=True makes changes"
        )
    texts = _amount_texts(
        st.sampled_from(names), lowest, highest, is_change=is_change
    )
    return st.builds(Quantity, texts, per=st.just(per))
