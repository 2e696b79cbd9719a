"""Verdicts in groups, for counts, colours and signs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from entente.records._vocabulary import Schedule

GROUPS: Final[Mapping[str, tuple[Schedule, ...]]] = {
    "overdue": (Schedule.OVERDUE, Schedule.BREACHED),
    "due": (Schedule.DUE,),
    "kept": (Schedule.MET_ON_TIME, Schedule.MET_LATE, Schedule.KEPT_SO_FAR),
    "coming": (Schedule.NOT_DUE, Schedule.RUNNING, Schedule.CONDITIONAL),
    "undated": (Schedule.NO_DEADLINE,),
    "other": (Schedule.OVER, Schedule.LIFTED, Schedule.UNKNOWN),
}
"""Verdicts in groups, each of one colour and sign."""

TITLES: Final[Mapping[str, str]] = {
    "overdue": "Overdue or broken",
    "due": "Due",
    "kept": "Kept",
    "coming": "Not yet due",
    "undated": "Without a deadline",
    "other": "Unknown, over or lifted",
}


def group_of(verdict: Schedule) -> str:
    """Return the group of a verdict."""
    return next(name for name, words in GROUPS.items() if verdict in words)
