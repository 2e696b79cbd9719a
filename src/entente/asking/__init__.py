"""Questions to a dossier: a selection for each kind of record, and scorecards."""

from entente.asking._query import (
    Combination,
    Criterion,
    OneOrMore,
    Periods,
    Question,
    Selection,
    Terms,
)
from entente.asking._scorecard import SCHEMES, Row, Scorecard, Term, rendered, scorecard
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
    "Row",
    "Scorecard",
    "Selection",
    "Sources",
    "Statements",
    "Term",
    "Terms",
    "Themes",
    "rendered",
    "scorecard",
]
