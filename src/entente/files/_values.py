"""Strict hooks for single values: texts, flags, words, dates, amounts and ranges.

Nothing is converted silently: ``"false"`` is not a flag, ``2024`` is not a date, an empty text is not a
text. An `UnexpectedValueError` says what the value is not, and how to write it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, TypeAlias, TypeGuard

from entente._text import in_words, shorten, with_article
from entente.files._documents import Plain
from entente.records._parts import Range
from entente.records._vocabulary import suggest_word
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity, read_change

Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls with a plain value and the type that it should become."""

_TEXT_EXAMPLE = 'write for example "some words"'
_DIGITS_OF_A_DAY: Final = len("20240130")
_DATE_EXAMPLE = '"2024-01-30" or { edtf = "2024-21", stated = "spring" }'


class UnexpectedValueError(ValueError):
    """A value that its field cannot hold."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.hint = hint


def is_not(
    value: object, wanted: str, hint: str | None = None
) -> UnexpectedValueError:
    """Return the error that a value is not what is wanted.

    >>> str(is_not(3, "text"))
    'the number 3 is not text'
    """
    return UnexpectedValueError(f"{describe(value)} is not {wanted}", hint)


def describe(value: object) -> str:
    """Return a value as messages name it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return shorten(value)
        case int() | float():
            return f"the number {shorten(value)}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return f"the {type(value).__name__} {value}"


def _date_hint(value: object) -> str:
    """Return the hint for what is not a date; in YAML, a set without quotes is a list."""
    if isinstance(value, list):
        return 'write a set of dates in quotes: "[2024-03,2024-05]"'
    # A day without signs between its numbers.
    if type(value) is int and len(str(value)) == _DIGITS_OF_A_DAY:
        digits = str(value)
        return f'write "{digits[:4]}-{digits[4:6]}-{digits[6:]}"'
    return _quote_or(_DATE_EXAMPLE, value)


def _quote_or(example: str, value: object) -> str:
    """Return the hint to quote a number, or else an example."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'write it in quotes: "{value}"'
    return f"write for example {example}"


def structure_text(value: object, _: type) -> str:
    """Return a text that is not blank and has no white space around it."""
    if isinstance(value, datetime.date | datetime.time):
        raise is_not(value, "text", f'write it in quotes: "{value}"')
    if not isinstance(value, str):
        raise is_not(value, "text", _quote_or('"some words"', value))
    bare = value.strip()
    if not bare:
        raise UnexpectedValueError(f"{shorten(value)} is blank", _TEXT_EXAMPLE)
    if value != bare:
        hint = f"write {shorten(bare)}"
        if value.endswith("\n"):
            hint += ' (a YAML block without a line break at its end begins with ">-")'
        raise UnexpectedValueError(
            f"{shorten(value)} has white space around it", hint
        )
    return value


def structure_flag(value: object, _: type) -> bool:
    """Return a boolean."""
    if isinstance(value, bool):
        return value
    word = value if value in ("true", "false") else "true or false"
    raise is_not(value, "true or false", f"write {word}, without quotes")


def structure_period(value: object, _: type) -> Period:
    """Return a date of a text, of a date of TOML, or of a table with the source's words."""
    match value:
        case str():
            return Period(value)
        case datetime.date():
            return Period(value)
        case {"stated": str(stated), **others} if not others:
            if stated.strip():
                return Period(stated=stated)
        case {"edtf": str(edtf), "stated": str(stated), **others}:
            if not others and stated.strip():
                return Period(edtf, stated=stated)
            if others.keys() == {"as_of"} and _is_day(others["as_of"]):
                return Period(edtf, stated=stated, as_of=others["as_of"])
        case {"edtf": str(edtf), "as_of": as_of, **others}:
            if not others and _is_day(as_of):
                return Period(edtf, as_of=as_of)
        case _:
            pass
    raise is_not(value, "a date", _date_hint(value))


def _is_day(value: object) -> TypeGuard[str | datetime.date]:
    return isinstance(value, str | datetime.date)


def structure_quantity(value: object, _: type) -> Quantity:
    """Return an amount of a text."""
    if not isinstance(value, str):
        raise is_not(value, "an amount", _quote_or('"> 250 people"', value))
    return Quantity(value)


def structure_change(value: object, of: type) -> Quantity:
    """Return a change of a text, in which a percentage does not need the word."""
    if not isinstance(value, str):
        return structure_quantity(value, of)
    return read_change(value)


def structure_duration(value: object, _: type) -> Duration:
    """Return a duration of a text."""
    if not isinstance(value, str):
        raise is_not(value, "a duration", _quote_or('"P4Y"', value))
    return Duration(value)


def structure_range(value: object, _: type) -> Range:
    """Return a range of a text."""
    if not isinstance(value, str):
        raise is_not(value, "a range", _quote_or('"14-16"', value))
    return Range.of(value)


def word_hook(words: type[StrEnum]) -> Hook:
    """Return the hook for the words of a list."""
    members = {word.value: word for word in words}
    noun = with_article(in_words(words.__name__))
    all_words = f"write one of {', '.join(members)}"

    def structure(value: object, _: type) -> StrEnum:
        if not isinstance(value, str):
            raise is_not(value, noun, all_words)
        if value not in members:
            raise is_not(value, noun, suggest_word(value, words) or all_words)
        return members[value]

    return structure


def period_to_plain(period: Period) -> Plain:
    """Return a date as files hold it: a text, or a table with what else is known of it."""
    table: dict[str, Plain] = {}
    if not period.in_words_only:
        table["edtf"] = period.edtf
    if period.stated is not None:
        table["stated"] = period.stated
    if period.as_of is not None:
        table["as_of"] = str(period.as_of)
    return period.edtf if table.keys() == {"edtf"} else table


def word_to_plain(word: StrEnum) -> str:
    """Return a word as a text that is not an enum's member."""
    return word.value
