"""The day that is asked about where none is given: the library has no clock, the command line has one."""

from __future__ import annotations

import datetime

from entente._cli._streams import complain


def today() -> str:
    """Return the day in the time zone of the machine."""
    return datetime.datetime.now().astimezone().date().isoformat()


def say_today(day: str) -> None:
    """Say which day was taken, on standard error, so that it is not mixed with the answer."""
    complain(f"on {day}, which is today; ask about another day with --on")
