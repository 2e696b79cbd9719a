"""Recurrence rules: how often a duty falls due, in the notation of RFC 5545, section 3.3.10.

`read_rule` takes a rule apart, or says what is wrong with it. It takes what concerns days, in capitals:
promises fall due on days, so FREQ is YEARLY, MONTHLY, WEEKLY or DAILY, UNTIL is a day, and there is no
BYHOUR, BYMINUTE or BYSECOND. Two kinds of rule are refused that the grammar allows, since no day would
ever come of them: a sixth Monday of a month, and a day that none of the months has.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from entente._text import did_you_mean, either, shorten

YEARLY: Final = "YEARLY"
MONTHLY: Final = "MONTHLY"
WEEKLY: Final = "WEEKLY"
DAILY: Final = "DAILY"
FREQUENCIES: Final = (YEARLY, MONTHLY, WEEKLY, DAILY)
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of the week, in the order of `datetime.date.weekday`."""

RULE_PARTS: Final = (
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "WKST",
)
_FINER_FREQUENCIES: Final = ("HOURLY", "MINUTELY", "SECONDLY")
_FINER_PARTS: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")

_FREQUENCIES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "BYWEEKNO": (YEARLY,),
    "BYYEARDAY": (YEARLY,),
    "BYMONTHDAY": (YEARLY, MONTHLY, DAILY),
}
"""The frequencies with which a part goes, for parts that do not go with all."""

# Seven digits are enough for every day of the calendar.
_MOST: Final = 9_999_999
_NUMBER: Final = re.compile(r"([+-]?)([0-9]+)")
_WEEKDAY: Final = re.compile(rf"([+-]?[0-9]+)?({'|'.join(WEEKDAYS)})")
_DAY: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_WITH_TIME: Final = re.compile(r"([0-9]{8})T[0-9]{6}Z?")

MOST_IN_YEAR: Final = 53
"""How many weeks a year has at most, and how often a weekday comes in it."""
MOST_IN_MONTH: Final = 5
"""How often a weekday comes in a month at most."""
_LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@frozen(kw_only=True)
class RecurrenceRule:
    """What a recurrence rule says. Parts that it does not give are empty."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime.date | None = None
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    """Each with its number, 0 for every one: (0, 4) is every Friday, (-1, 4) the last."""
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def counts_in_months(self) -> bool:
        """Whether the numbers of its weekdays count within a month, and not within a year."""
        return self.frequency == MONTHLY or bool(self.months)


class UnsoundRuleError(Exception):
    """A text is no recurrence rule: the reason, and how to fix it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint


class RuleForm:
    """The form of a recurrence rule."""

    def fault(self, text: str, /) -> tuple[str, str] | None:
        """Explain why a text is not a recurrence rule and how to fix it; return None if it is.

        >>> RuleForm().fault("FREQ=MONTHLY;BYMONTHDAY=-1")
        >>> RuleForm().fault("FREQ=YEARLY;INTERVAL=0")[1]
        'write a number from 1 to 9999999'
        """
        try:
            read_rule(text)
        except UnsoundRuleError as unsound:
            reason = (
                f"{shorten(text)} is not a recurrence rule (RFC 5545): "
                f"{unsound.reason}"
            )
            return reason, unsound.hint
        return None


# Duties recur by the same few rules.
@lru_cache(maxsize=256)
def read_rule(text: str) -> RecurrenceRule:
    """Return what a rule says. Raises `UnsoundRuleError` if it is not one.

    >>> read_rule("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3")  # doctest: +ELLIPSIS
    RecurrenceRule(frequency='MONTHLY', interval=1, count=3, ..., weekdays=((-1, 4),), ...)
    """
    parts = _split(text)
    rule = RecurrenceRule(
        frequency=_frequency(parts),
        interval=_count("INTERVAL", parts) or 1,
        count=_count("COUNT", parts),
        until=_until(parts),
        months=_numbers("BYMONTH", parts, most=12, signed=False),
        weeks=_numbers("BYWEEKNO", parts, most=MOST_IN_YEAR),
        year_days=_numbers("BYYEARDAY", parts, most=366),
        month_days=_numbers("BYMONTHDAY", parts, most=31),
        weekdays=_weekdays(parts),
        positions=_numbers("BYSETPOS", parts, most=366),
        week_start=_week_start(parts),
    )
    _check_parts(rule.frequency, parts)
    _check_weekdays(rule)
    _check_days_of_months(rule)
    return rule


# --- the parts -----------------------------------------------------------------------------------


def _split(text: str) -> dict[str, str]:
    """Return the parts of a rule by their names."""
    if "=" not in text:
        # The table is only needed when something is wrong.
        from entente.records._habits import suggest_rule  # noqa: PLC0415

        raise UnsoundRuleError("it has no FREQ", suggest_rule(text))
    if any(map(str.isspace, text)):
        raise UnsoundRuleError("it holds white space", "write it without")
    if text != text.upper():
        raise UnsoundRuleError(
            "it has small letters", f"write {shorten(text.upper())}"
        )
    if text.startswith("RRULE:"):
        raise UnsoundRuleError(
            "it begins with the name of its property",
            f"write {shorten(text.removeprefix('RRULE:'))}",
        )
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition("=")
        _check_name(part, name)
        if not value:
            raise UnsoundRuleError(
                f"{name} has no value", f"write {name}=…, or leave it out"
            )
        if name in parts:
            raise UnsoundRuleError(f"{name} is given twice", "write it once")
        parts[name] = value
    return parts


def _check_name(part: str, name: str) -> None:
    if not part:
        raise UnsoundRuleError(
            "a part of it is empty", "write one ';' between two parts"
        )
    if name in _FINER_PARTS:
        raise UnsoundRuleError(
            f"{name} is finer than a day, and a duty falls due on days",
            "leave it out",
        )
    if name not in RULE_PARTS:
        raise UnsoundRuleError(
            f"{shorten(name)} is not a part of a rule",
            did_you_mean(name, RULE_PARTS)
            or f"the parts are {either(RULE_PARTS)}",
        )


def _frequency(parts: Mapping[str, str]) -> str:
    frequency = parts.get("FREQ")
    if frequency in FREQUENCIES:
        return frequency
    hint = f"write FREQ={either(FREQUENCIES)}"
    if frequency is None:
        raise UnsoundRuleError("it has no FREQ", hint)
    if frequency in _FINER_FREQUENCIES:
        raise UnsoundRuleError(
            f"FREQ={frequency} is finer than a day, and a duty falls due on days",
            hint,
        )
    raise UnsoundRuleError(
        f"FREQ={_shown(frequency)} is not a frequency",
        did_you_mean(frequency, FREQUENCIES) or hint,
    )


def _count(name: str, parts: Mapping[str, str]) -> int | None:
    value = parts.get(name)
    if value is None:
        return None
    number = _number(value, _MOST) if value.isdigit() else None
    if number is None:
        raise UnsoundRuleError(
            f"{name}={_shown(value)} is out of range",
            f"write a number from 1 to {_MOST}",
        )
    return number


def _until(parts: Mapping[str, str]) -> datetime.date | None:
    value = parts.get("UNTIL")
    if value is None:
        return None
    # The last day is of the same kind as the first, and `runs` begins on a day.
    if found := _DAY_WITH_TIME.fullmatch(value):
        raise UnsoundRuleError(
            f"UNTIL={value} has a time of day, and a duty falls due on days",
            f"write UNTIL={found[1]}",
        )
    found = _DAY.fullmatch(value)
    if found is None:
        raise UnsoundRuleError(
            f"UNTIL={_shown(value)} is not a day",
            "write year, month and day as in UNTIL=20241231",
        )
    year, month, day = map(int, found.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise UnsoundRuleError(
            f"UNTIL={value} is a day that the calendar does not have",
            "write one that it has, as in UNTIL=20241231",
        ) from None


def _numbers(
    name: str, parts: Mapping[str, str], *, most: int, signed: bool = True
) -> tuple[int, ...]:
    """Return the different numbers of a list, which lie between 1 and `most` but for their sign."""
    numbers: dict[int, None] = {}
    for value in _listed(name, parts):
        number = _number(value, most)
        if number is None or (not signed and not value.isdigit()):
            from_end = f", or from -1 to -{most}" if signed else ""
            raise UnsoundRuleError(
                f"{name}={_shown(value)} is out of range",
                f"write numbers from 1 to {most}{from_end}",
            )
        numbers[number] = None
    return tuple(numbers)


def _number(value: str, most: int) -> int | None:
    """Return a number that lies between 1 and `most` but for its sign, or None."""
    found = _NUMBER.fullmatch(value)
    # No more digits than `most` has: Python refuses to read some thousands.
    if found is None or len(found[2]) > len(str(most)):
        return None
    number = int(value)
    return number if 1 <= abs(number) <= most else None


def _weekdays(parts: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    weekdays: dict[tuple[int, int], None] = {}
    for value in _listed("BYDAY", parts):
        found = _WEEKDAY.fullmatch(value)
        if found is None:
            raise UnsoundRuleError(
                f"BYDAY={_shown(value)} is not a weekday",
                f"write {either(WEEKDAYS)}; in a month or year also 1MO, -1FR",
            )
        number = _number(found[1], MOST_IN_YEAR) if found[1] else 0
        if number is None:
            raise UnsoundRuleError(
                f"BYDAY={_shown(value)} has a number out of range",
                f"write a number from 1 to {MOST_IN_YEAR}, or from -1 to -{MOST_IN_YEAR}",
            )
        weekdays[number, WEEKDAYS.index(found[2])] = None
    return tuple(weekdays)


def _week_start(parts: Mapping[str, str]) -> int:
    value = parts.get("WKST", "MO")
    if value not in WEEKDAYS:
        raise UnsoundRuleError(
            f"WKST={_shown(value)} is not a weekday",
            f"write {either(WEEKDAYS)}",
        )
    return WEEKDAYS.index(value)


def _listed(name: str, parts: Mapping[str, str]) -> Iterator[str]:
    """Yield the values of a list, or raise at one that is empty."""
    if name not in parts:
        return
    for value in parts[name].split(","):
        if not value:
            raise UnsoundRuleError(
                f"{name} lists an empty value",
                "write one ',' between two values",
            )
        yield value


def _shown(value: str) -> str:
    """Return a value as messages show it, without quotation marks if it is short and plain."""
    if value.isascii() and value.isprintable() and len(value) <= 20:
        return value
    return shorten(value)


# --- what goes together --------------------------------------------------------------------------


def _check_parts(frequency: str, parts: Mapping[str, str]) -> None:
    if "COUNT" in parts and "UNTIL" in parts:
        raise UnsoundRuleError(
            "COUNT and UNTIL both say when it ends", "write one of them"
        )
    for name, frequencies in _FREQUENCIES_OF.items():
        if name in parts and frequency not in frequencies:
            raise UnsoundRuleError(
                f"{name} does not go with FREQ={frequency}",
                f"leave it out, or write FREQ={either(frequencies)}",
            )
    if "BYSETPOS" in parts and not any(
        name.startswith("BY") for name in parts.keys() - {"BYSETPOS"}
    ):
        raise UnsoundRuleError(
            "BYSETPOS chooses among the days of another BY part",
            "write that too, as in BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        )


def _check_weekdays(rule: RecurrenceRule) -> None:
    """Refuse a numbered weekday where weekdays have no numbers, or none so high."""
    for number, day in rule.weekdays:
        if number == 0:
            continue
        weekday = WEEKDAYS[day]
        if rule.frequency not in (YEARLY, MONTHLY):
            raise UnsoundRuleError(
                f"BYDAY={number}{weekday} does not go with FREQ={rule.frequency}",
                f"write BYDAY={weekday}, or FREQ={YEARLY} or {MONTHLY}",
            )
        if rule.weeks:
            raise UnsoundRuleError(
                f"BYDAY={number}{weekday} does not go with BYWEEKNO",
                f"write BYDAY={weekday}, or leave BYWEEKNO out",
            )
        if rule.counts_in_months and abs(number) > MOST_IN_MONTH:
            raise UnsoundRuleError(
                f"BYDAY={number}{weekday} comes in no month",
                f"write a number from 1 to {MOST_IN_MONTH}, or from -1 to -{MOST_IN_MONTH}",
            )


def _check_days_of_months(rule: RecurrenceRule) -> None:
    """Refuse days none of which is in any of the months, such as 31 June."""
    if not rule.months or not rule.month_days:
        return
    longest = max(_LONGEST_MONTHS[month - 1] for month in rule.months)
    first = min(rule.month_days, key=abs)
    if abs(first) > longest:
        raise UnsoundRuleError(
            f"BYMONTHDAY={first} comes in no month of BYMONTH",
            f"write a day from 1 to {longest}, or from -1 to -{longest}",
        )
