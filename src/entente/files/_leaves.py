r"""The values that a file holds as one text or word: how each is read, written and described.

The converter takes its hooks from this table, and the JSON Schema its patterns. A pattern refuses what
cannot be meant, while it is typed; what takes a calendar or a list of units to know is left to `load`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final

from attrs import frozen

from entente.files._values import (
    Hook,
    period_to_plain,
    structure_change,
    structure_duration,
    structure_flag,
    structure_period,
    structure_quantity,
    structure_range,
    structure_text,
)
from entente.records import _vocabulary as vocabulary
from entente.records._forms import (
    CHANGE,
    FACTOR,
    FINGERPRINT,
    ID,
    LANGUAGE_TAG,
    LEVEL,
    ONE_DAY,
    PARTY_ID,
    RECURRENCE_RULE,
    Form,
)
from entente.records._parts import RANGE_TEXT, Range
from entente.records._recurrence import FREQUENCIES, RULE_PARTS
from entente.records._states import state_codes
from entente.values._duration import DURATION_TEXT, Duration
from entente.values._period import Period
from entente.values._quantity import Quantity


@frozen
class Notation:
    """How a text is written: a name, a `pattern` for the whole of it, and what to write."""

    name: str
    pattern: str
    """An expression that Python and JavaScript read alike."""
    takes: str
    """What to write, to follow "write"."""


@frozen
class Leaf:
    """How files hold the values of a type."""

    structure: Hook
    to_plain: Callable[[Any], object] | None = None
    """What makes plain data of a value that is none."""
    notation: Notation | None = None
    """How its text is written; a flag is no text."""


def _portable(pattern: str) -> str:
    # JavaScript has no possessive quantifiers. They only spare Python the way back.
    return pattern.replace("++", "+").replace("*+", "*")


# --- texts ---------------------------------------------------------------------------------------

_KEBAB_CASE: Final = _portable(ID.pattern.pattern)
_PARTY_ID: Final = f"{_KEBAB_CASE}|{'|'.join(state_codes())}"
_TEXT: Final = Notation(
    "text", r"\S(?:[\s\S]*\S)?", "a text that is not empty, with no white space around it"
)  # fmt: skip
_RULE_PART: Final = rf"(?:{'|'.join(RULE_PARTS)})=[A-Z0-9,+-]+"

# --- dates ---------------------------------------------------------------------------------------

_SIGN: Final = "[?~%]?"
_YEAR: Final = rf"{_SIGN}[0-9X]{{4}}{_SIGN}"
# 01 to 12 are months, 21 to 41 seasons and other parts of a year; X is a missing digit.
_MONTH: Final = (
    rf"{_SIGN}(?:0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|[01]X|X[0-9X]){_SIGN}"
)
_DAY: Final = rf"{_SIGN}(?:0[1-9]|[12][0-9]|3[01]|[0-3]X|X[0-9X]){_SIGN}"
_POINT: Final = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_TIME_OF_DAY: Final = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"  # fmt: skip
# Editors show the whole pattern, so a set is only looked at from afar.
_SET: Final = r"\[[0-9X?~%.,-]+\]"
_ONE_DAY: Final = f"{_POINT}(?:{_TIME_OF_DAY})?|{_SET}"
_END: Final = rf"(?:{_POINT}|\.\.)"
_SPAN: Final = rf"{_END}/{_END}?|/{_END}"

# --- amounts -------------------------------------------------------------------------------------

_NUMBER: Final = r"[+\-−]?[0-9]+(?:[,_][0-9]{3})*(?:\.[0-9]+)?(?:[eE][+\-−]?[0-9]+)?"  # fmt: skip
_BOUND: Final = rf"(?:>=|<=|[<>≥≤])\s*{_NUMBER}"
_BOUNDS: Final = rf"(?:{_BOUND}(?:\s*{_BOUND})?|=\s*{_NUMBER}|{_NUMBER}(?:\s*\.\.\s*{_NUMBER})?|\.\.)"
# A unit begins with a letter behind a space (or is a name such as 155mm), or with % or a degree.
_UNIT: Final = (
    r"(?:\s*[%°]|\s+(?:[0-9]{1,4}[A-Za-z]|[^\s0-9!-/:-@\[-`{-~]))[\s\S]*"
)
_LEVEL: Final = rf"\s*~?\s*{_BOUNDS}(?:{_UNIT})?\s*"

LEAVES: Final[Mapping[type | Form[Any], Leaf]] = {
    str: Leaf(structure_text, notation=_TEXT),
    bool: Leaf(structure_flag),
    ID: Leaf(
        structure_text,
        notation=Notation("id", _KEBAB_CASE, 'an id, such as "small-boats"'),
    ),
    PARTY_ID: Leaf(
        structure_text,
        notation=Notation(
            "party-id",
            _PARTY_ID,
            'an id, such as "home-office", or the ISO 3166-1 code of a state, such as "GB"',
        ),
    ),
    FINGERPRINT: Leaf(
        structure_text,
        notation=Notation(
            "fingerprint",
            FINGERPRINT.pattern.pattern,
            "a fingerprint, which entente.fingerprint makes of a passage",
        ),
    ),
    LANGUAGE_TAG: Leaf(
        structure_text,
        notation=Notation(
            "language",
            LANGUAGE_TAG.pattern.pattern,
            'a language tag, such as "en" or "fr-CA"',
        ),
    ),
    RECURRENCE_RULE: Leaf(
        structure_text,
        notation=Notation(
            "recurrence",
            rf"(?=(?:.*;)?FREQ=(?:{'|'.join(FREQUENCIES)})(?:;|$)){_RULE_PART}(?:;{_RULE_PART})*",
            'a rule of RFC 5545, such as "FREQ=YEARLY" or "FREQ=MONTHLY;BYMONTHDAY=-1"',
        ),
    ),
    Period: Leaf(
        structure_period,
        period_to_plain,
        Notation(
            "span",
            f"{_ONE_DAY}|{_SPAN}",
            'a date or span (EDTF), such as "2024-01-30", "2024-21" (spring) or "2023-05/2024"',
        ),
    ),
    ONE_DAY: Leaf(
        structure_period,
        period_to_plain,
        Notation(
            "date",
            _ONE_DAY,
            'a date (EDTF), such as "2024-01-30", "2024-03", "2024-21" (spring) or "[..2024-05-31]" (by the end of May)',
        ),
    ),
    Quantity: Leaf(
        structure_quantity,
        str,
        Notation(
            "amount",
            rf"\s*(?:change)?{_LEVEL}",
            'an amount, such as "500 people", "> 250 people", "10..12 ships" or "72.2e6 EUR"',
        ),
    ),
    LEVEL: Leaf(
        structure_quantity,
        str,
        Notation(
            "level",
            _LEVEL,
            'an amount that is no change, such as "500 people", "> 250 people" or "10..12 ships"',
        ),
    ),
    CHANGE: Leaf(
        structure_change,
        str,
        Notation(
            "change",
            rf"\s*change{_LEVEL}|\s*~?\s*{_BOUNDS}\s*(?:%|[Pp])[\s\S]*",
            'a change, such as "-36 %" or "change -16,337 people"',
        ),
    ),
    FACTOR: Leaf(
        structure_quantity,
        str,
        Notation(
            "factor",
            rf"\s*~?\s*{_BOUNDS}\s*",
            'a number without a unit, such as "2" for twice as much',
        ),
    ),
    Duration: Leaf(
        structure_duration,
        str,
        Notation(
            "duration",
            f"(?=P[0-9]){DURATION_TEXT.pattern}",
            'a duration (ISO 8601), such as "P4Y", "P6M" or "P90D"',
        ),
    ),
    Range: Leaf(
        structure_range,
        str,
        Notation(
            "range", RANGE_TEXT.pattern, 'a range, such as "6" or "14-16"'
        ),
    ),
}
"""How files hold values, by their type, or by their form where a field has one."""


@cache
def word_lists() -> tuple[type[StrEnum], ...]:
    """List the closed word lists."""
    return tuple(
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type)
        and issubclass(each, StrEnum)
        # The base of the lists has no words of its own.
        and each.__members__
    )
