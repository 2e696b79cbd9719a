"""Questions to a dossier: a selection for each kind of record, and scorecards."""

from entente.asking._criteria import (
    Combination,
    Criterion,
    OneOrMore,
    Periods,
    Question,
)
from entente.asking._schemes import SCHEMES, SchemeWord, in_scheme
from entente.asking._scorecard import Scorecard, ScorecardRow, scorecard
from entente.asking._selection import Selection
from entente.asking._selections import (
    Agreements,
    Commitments,
    Events,
    Meetings,
    Metrics,
    Ministers,
    Offices,
    Parties,
    Sources,
    Statements,
    Themes,
)

__all__ = [
    "SCHEMES",
    "Agreements",
    "Combination",
    "Commitments",
    "Criterion",
    "Events",
    "Meetings",
    "Metrics",
    "Ministers",
    "Offices",
    "OneOrMore",
    "Parties",
    "Periods",
    "Question",
    "SchemeWord",
    "Scorecard",
    "ScorecardRow",
    "Selection",
    "Sources",
    "Statements",
    "Themes",
    "in_scheme",
    "scorecard",
]
