"""``entente date``: print how a date in words is read."""

from __future__ import annotations

import argparse
import datetime
from typing import Any, Final, get_args

from entente._cli._codes import CLEAN, PROBLEMS
from entente._cli._streams import complain
from entente._safe import escaped_data
from entente.errors import PeriodError, QueryError
from entente.files._converter import part_to_plain
from entente.files._formats import write_key
from entente.values._period import Period
from entente.values._phrase_context import Look

EXAMPLES: Final = """\
  entente date "by the end of the year" --said 2024-01-30
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("date", help="read a date in words")
    parser.add_argument(
        "words", metavar="WORDS", help='words such as "in the spring"'
    )
    parser.add_argument(
        "--said",
        metavar="DAY",
        required=True,
        help="day on which they were said, such as 2024-01-30",
    )
    parser.add_argument(
        "--country",
        metavar="CODE",
        help="whose fiscal years and seasons are meant, such as GB",
    )
    parser.add_argument(
        "--look",
        choices=get_args(Look),
        help="look back or ahead for the year of a date without one",
    )
    parser.set_defaults(command=_date)


def _date(options: argparse.Namespace) -> int:
    said = _day(options.said)
    try:
        period = Period.from_words(
            options.words,
            said=said,
            country=options.country,
            look=options.look,
        )
    except PeriodError as error:
        complain(f"entente: {error}")
        return PROBLEMS
    line = write_key("date", part_to_plain(period), "toml")
    print(escaped_data(line, "toml"))
    print(f"first day: {period.earliest or 'no bound'}")
    print(f"last day: {period.latest or 'no bound'}")
    return CLEAN


def _day(text: str) -> datetime.date:
    """Return the day that was given, so that a wrong one is wrong usage and not words that are not read."""
    day = Period(text).day
    if day is None:
        raise QueryError(
            f"{text!r} is not a definite day; write one, such as '2024-01-30'"
        )
    return day
