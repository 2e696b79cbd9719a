"""Recurrence rules in plain words: the common ones; others are shown as they are written."""

from __future__ import annotations

from entente.records._recurrence import (
    MONTHLY,
    WEEKLY,
    YEARLY,
    RecurrenceRule,
    read_rule,
)
from entente.values._period import Period


def rule_text(rule: str, locale: str = "en") -> str:
    """Return a rule in words, or the rule itself if it is not a common one.

    >>> rule_text("FREQ=MONTHLY;INTERVAL=6"), rule_text("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1")
    ('every 6 months', 'every year on 1 March')
    >>> rule_text("FREQ=WEEKLY;BYDAY=MO,WE")
    'FREQ=WEEKLY;BYDAY=MO,WE'
    """
    from entente.values._spoken import language_of  # noqa: PLC0415 -- few programs need the words

    language = language_of(locale)
    read = read_rule(rule)
    day = _day_text(read, locale)
    if day is None or _has_rare_parts(read):
        return rule
    one, more = language.every[read.frequency]
    text = one if read.interval == 1 else more.format(count=read.interval)
    if day:
        text = language.every_on.format(often=text, day=day)
    if read.count is not None:
        text = language.every_times.format(often=text, count=read.count)
    if read.until is not None:
        last = Period(read.until).words(locale)
        text = language.every_until.format(often=text, date=last)
    return text


def _has_rare_parts(rule: RecurrenceRule) -> bool:
    # "Once in all" is a rule that nobody would say.
    return rule.count == 1 or any(
        (rule.weeks, rule.year_days, rule.positions, rule.week_start)
    )


def _day_text(rule: RecurrenceRule, locale: str) -> str | None:
    """Return the day of the year, month or week, "" if none is given; None if there are no words."""
    from entente.values._spoken import language_of  # noqa: PLC0415

    language = language_of(locale)
    frequency = rule.frequency
    match rule.months, rule.month_days, rule.weekdays:
        case (), (), ():
            return ""
        case (month,), (day,), () if frequency == YEARLY and day > 0:
            return language.day(day, language.months[month - 1])
        case (), (-1,), () if frequency == MONTHLY:
            return language.last_day
        case (), (day,), () if frequency == MONTHLY and day > 0:
            number = language.day(day, "").rstrip()
            return language.month_day.format(day=number)
        case (), (), ((0, weekday),) if frequency == WEEKLY:
            return language.weekday.format(weekday=language.weekdays[weekday])
        case (), (), ((number, weekday),) if (
            frequency == MONTHLY and number in language.nth_weekday
        ):
            name = language.weekdays[weekday]
            return language.nth_weekday[number].format(weekday=name)
        case _:
            return None
