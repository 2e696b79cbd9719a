"""The vocabulary of date phrases: words, numbers, and the regular expressions made of them.

Each group of an expression is named after what it holds, and a reader finds it by that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WEEKDAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
WEEKDAY_NUMBERS = {
    **{name: number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
}
RELATIVE = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
DAYS_FROM_TODAY = {
    "today": 0,
    "earlier today": 0,
    "later today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "final": 0, "last": 0,
}  # fmt: skip
THIRDS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
"""What a part of a year is called in the conventions."""

FRACTIONS = {
    "half": (40, 2, "halves"),
    "half-year": (40, 2, "halves"),
    "semester": (40, 2, "semesters"),
    "third": (37, 3, "thirds"),
    "quarter": (33, 4, "quarters"),
    "h": (40, 2, "halves"),
    "q": (33, 4, "quarters"),
}
"""The first code of the parts of a year, how many there are, and their name."""
RECURRENT = "(?:every|each) .+|(?:annual|month|week|quarter|year|dai)ly|(?:once|twice) a .+"
NO_DATE = (
    "soon", "possible", "shortly", "due course", "the near future", "recently", "now",
    "the earliest opportunity", "without delay", "the long term", "the medium term", "already",
    "the short term", "eventually", "going forward", "immediately", "the foreseeable future",
    "the future", "time", "promptly",
)  # fmt: skip
FEASTS = "(?:christmas|easter|new year|new year's (?:eve|day)|ramadan|thanksgiving|pentecost)"

_ONES = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
    "a": 1,
    "an": 1,
    "and": 0,
}


def number_of(words: str) -> int:
    """Return the number that digits or words name.

    >>> number_of("90"), number_of("a hundred and twenty-one")
    (90, 121)
    """
    if words.isdecimal():
        return int(words)
    number = 0
    for word in re.split("[ -]", words):
        if word == "hundred":
            number *= 100
        else:
            number += _NUMBER_WORDS[word]
    return number


def any_of(words: Iterable[str]) -> str:
    """Return the expression for one of several words.

    >>> any_of(["sep", "sept"])
    'sept|sep'
    """
    # The longest first, so that "sept" is not read as "sep" with a rest.
    return "|".join(sorted(words, key=len, reverse=True))


def _numbered(expression: str, position: int) -> str:
    """Return an expression for the first or second of two dates, with its groups so named."""
    return re.sub(r"\(\?P<([a-z]+)>", rf"(?P<\g<1>{position}>", expression)


MONTH = rf"(?P<month>{any_of(MONTH_NUMBERS)})\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[12][0-9]{3})"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAY_NUMBERS)})\.?"
SEASON = rf"(?P<season>{any_of(SEASONS)})"
THAT = rf"(?P<that>{any_of(RELATIVE)})"
MONTH1, MONTH2 = _numbered(MONTH, 1), _numbered(MONTH, 2)
DAY1, DAY2 = _numbered(DAY, 1), _numbered(DAY, 2)
YEAR1, YEAR2 = _numbered(YEAR, 1), _numbered(YEAR, 2)
IN_YEAR = rf"(?:,? (?:of )?(?:{YEAR}|{THAT} year))?"
"""What may follow a day, a month or a season: "2024", "of 2024", "next year"."""

_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{any_of((*_ONES, *_TEENS))})"
COUNT = rf"[0-9]{{1,4}}|(?:a|{'|'.join(_ONES)}) hundred(?: and {_BELOW_100})?|{_BELOW_100}|an|a"
# "ninety (90) days", as treaties and contracts have it
NUMBER = rf"(?P<number>{COUNT})(?: \((?P<digits>[0-9]{{1,4}})\))?"
NUMBER1, NUMBER2 = rf"(?P<number1>{COUNT})", rf"(?P<number2>{COUNT})"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
SMALL_UNITS = r"(?P<unit>day|week|month|year)s"
LENGTH = rf"{NUMBER}[ -]{UNIT}"
"""A length of time: "90 days", "three months"."""
FROM_TO_NUMBERS = rf"{NUMBER1}(?: to | or |-){NUMBER2}[ -]{UNIT}"
"""A length of time that is one of two: "two to three years"."""

LINK = r"(?P<link>-| to | until | till | and )"
FISCAL = r"(?:fy|fiscal year|financial year|fiscal)"
TWO_YEARS = (
    r"(?P<year>[12][0-9]{3})(?P<sign>[/-])(?P<second>[0-9]{2}|[0-9]{4})"
)
"""2023/24 or 2023-2024: a season, a fiscal year or a span."""

SOME_TIME = r"(?:at some point|at some time|some ?time) (?:in|during)"

_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'"}
)
# Other ways to say what the tables have a row for.
_SAME_AS = (
    (r"\b(?:the )?(?P<unit>year|month)(?:-|'s | )end\b", r"the end of the \g<unit>"),
    (r"\b(?:the )?end[ -](?=(?:[12][0-9]{3}|year|month|decade)\b)", "the end of "),
    (rf"\b(?:the )?end[ -](?=(?:{any_of(MONTH_NUMBERS)})\b)", "the end of "),
    (r"\b(?:a|one) fortnight\b", "two weeks"),
    (r"\bhalf a year\b", "six months"),
    (r"\b(?:a year and a half|one and a half years)\b", "18 months"),
    (r"\bthe (?P<units>(?:day|week|month|year)s) (?:ahead|to come)\b", r"the coming \g<units>"),
    (r"\b(?:in|over|during) the course of\b", "in"),
    (rf"(?<= )(?:{SOME_TIME})\b", "in"),
)  # fmt: skip


def normalized(words: str) -> str:
    """Fold case, white space, dashes and spellings, and drop a stop at the end.

    >>> normalized("By  end–2024.")
    'by the end of 2024'
    """
    phrase = " ".join(words.translate(_SIGNS).lower().split())
    phrase = phrase.replace(" - ", "-").rstrip(".,;")
    for pattern, usual in _SAME_AS:
        phrase = re.sub(pattern, usual, phrase)
    return phrase
