"""What a language has to have: its names, and the patterns that join them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from attrs import frozen


@frozen(eq=False)
class Language:
    """The words of one language. Patterns are those of `str.format`."""

    # --- dates
    months: tuple[str, ...]
    parts: Mapping[str, str]
    """The seasons and parts of a year, by their code in EDTF."""
    winter_years: str
    """Pattern for the two years of a winter, ``{first}`` and ``{second}``."""
    day: Callable[[int, str], str]
    """Returns a numbered day of a month, which is named with its year."""
    month: str
    year: str
    early_year: str
    """Pattern for a year before 1000, whose digits alone would not show that it is one."""
    decade: str
    missing: Mapping[str, str]
    """Notes on a date of which the month, the day, or both are not given."""
    of: str
    unknown_year: str
    unknown_month: str
    unknown_day: str
    one_year: str
    like_year: str
    one_month: str
    one_day: str
    nth_day: str
    run: str
    unknown_date: str

    doubts: Mapping[str, str]
    """Patterns for a ``{date}`` that is "about" right, or "perhaps" one."""
    doubt_notes: Mapping[str, str]
    """Notes for these within a sentence, where the patterns do not follow a preposition."""
    give_or_take: str
    """Note on a day that may be the one before or after."""
    signs: Mapping[str, str]
    components: tuple[str, str, str]
    together: tuple[str, str, str]
    aside: str
    """Pattern for a ``{date}`` alone with its ``{notes}``, as `noted` is within a sentence."""
    noted: str

    by: str
    by_end: str
    not_before: str
    between: str
    or_: str
    semicolon: str
    one_of: str
    from_to: str
    from_unknown: str
    from_open: str
    until_unknown: str
    until_open: str
    endless: Mapping[tuple[str, str], str]
    """Words for a span without a date, by the kinds of its two ends."""
    as_of: str
    quoted: str
    alone: str
    join_dates: Callable[[str], str]
    """Contracts what a pattern put side by side, such as "de le"."""
    bare: Callable[[str], str]
    """Drops the article with which a day is named within a sentence."""

    # --- amounts
    join_amounts: Callable[[str], str]
    """Contracts what the patterns of amounts put side by side."""
    thousands: str
    point: str
    magnitudes: Mapping[int, tuple[str, str]]
    """The word for a power of ten, of one and of more."""
    money: Callable[[str, str, bool], str]
    """Returns a number of a currency; whether its last word is a magnitude."""
    open_money: str
    percent: str
    points: tuple[str, str]
    is_singular: Callable[[Decimal], bool]
    """Returns whether a noun is in the singular after a number: in French also after 1,5."""
    counted: Callable[[str, str, bool], str]
    bounds: Mapping[str, str]
    both_bounds: str
    range: str
    between_amounts: str
    roughly: str
    rise: str
    fall: str
    change: str
    unknown_number: str
    unknown_amount: str
    unknown_percentage: str
    unknown_change: str
    bare_amount: str
    bare_change: str
    a_time: Mapping[str, str]
    per: str
    lengths: Mapping[str, tuple[str, str]]
    and_: str

    # --- rules by which a duty recurs
    every: Mapping[str, tuple[str, str]]
    """Patterns for one of each frequency, and for a ``{count}`` of more."""
    every_on: str
    every_times: str
    every_until: str
    month_day: str
    last_day: str
    weekdays: tuple[str, ...]
    weekday: str
    nth_weekday: Mapping[int, str]
    """Patterns for a numbered ``{weekday}`` of a month; -1 is the last."""
