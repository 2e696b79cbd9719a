"""Reported statuses in the words of other trackers.

Each word has a mark if it says less or more than ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from entente._text import did_you_mean, shorten
from entente.errors import QueryError
from entente.records._vocabulary import ReportedStatus


@frozen
class SchemeWord:
    """A status in the words of another tracker; `lossy` if it says less or more than ours."""

    word: str
    lossy: bool = False


def _scheme(
    exact: Mapping[ReportedStatus, str], lossy: Mapping[ReportedStatus, str]
) -> Mapping[ReportedStatus, SchemeWord]:
    return {status: SchemeWord(word) for status, word in exact.items()} | {
        status: SchemeWord(word, lossy=True) for status, word in lossy.items()
    }


SCHEMES: Final[Mapping[str, Mapping[ReportedStatus, SchemeWord]]] = {
    # Compliance reports of the G7 Research Group: full, partial or in progress, none.
    "g7": _scheme(
        {
            ReportedStatus.COMPLETED: "+1",
            ReportedStatus.IN_PROGRESS: "0",
            ReportedStatus.NOT_STARTED: "-1",
        },
        {
            ReportedStatus.SUBSTANTIAL: "0",
            ReportedStatus.MODIFIED: "0",
            ReportedStatus.ANNOUNCED: "-1",
            ReportedStatus.SUSPENDED: "-1",
            ReportedStatus.WITHDRAWN: "-1",
            ReportedStatus.BREACHED: "-1",
            ReportedStatus.NO_EVIDENCE: "-1",
        },
    ),
    # Completion in the reports of the Independent Reporting Mechanism of the Open Government Partnership.
    "ogp": _scheme(
        {
            ReportedStatus.COMPLETED: "complete",
            ReportedStatus.SUBSTANTIAL: "substantial",
            ReportedStatus.NOT_STARTED: "not started",
            ReportedStatus.NO_EVIDENCE: "no evidence available",
        },
        {
            ReportedStatus.IN_PROGRESS: "limited",
            ReportedStatus.MODIFIED: "limited",
            ReportedStatus.SUSPENDED: "limited",
            ReportedStatus.ANNOUNCED: "not started",
        },
    ),
    # Fulfilment in the Comparative Party Pledges Project.
    "cppp": _scheme(
        {
            ReportedStatus.COMPLETED: "fully fulfilled",
            ReportedStatus.NOT_STARTED: "not fulfilled",
        },
        {
            ReportedStatus.SUBSTANTIAL: "partially fulfilled",
            ReportedStatus.IN_PROGRESS: "partially fulfilled",
            ReportedStatus.MODIFIED: "partially fulfilled",
            ReportedStatus.ANNOUNCED: "not fulfilled",
            ReportedStatus.SUSPENDED: "not fulfilled",
            ReportedStatus.WITHDRAWN: "not fulfilled",
            ReportedStatus.BREACHED: "not fulfilled",
            ReportedStatus.NO_EVIDENCE: "not fulfilled",
        },
    ),
    # The codelist milestoneStatus of the Open Contracting Data Standard 1.1.
    "ocds": _scheme(
        {
            ReportedStatus.COMPLETED: "met",
            ReportedStatus.ANNOUNCED: "scheduled",
        },
        {
            ReportedStatus.SUBSTANTIAL: "partiallyMet",
            ReportedStatus.IN_PROGRESS: "partiallyMet",
            ReportedStatus.NOT_STARTED: "scheduled",
            ReportedStatus.WITHDRAWN: "notMet",
            ReportedStatus.BREACHED: "notMet",
        },
    ),
}
"""Other trackers' words for our statuses; a status that is missing has no word there."""


def in_scheme(status: ReportedStatus, scheme: str) -> SchemeWord | None:
    """Return a status in another tracker's words, or None if it has no word for it.

    Raises `QueryError` for an unknown scheme.

    >>> in_scheme(ReportedStatus.SUBSTANTIAL, "g7")
    SchemeWord(word='0', lossy=True)
    >>> in_scheme(ReportedStatus.SUPERSEDED, "g7") is None
    True
    """
    if scheme not in SCHEMES:
        hint = (
            did_you_mean(scheme, SCHEMES) or f"there are {', '.join(SCHEMES)}"
        )
        raise QueryError(f"there is no scheme {shorten(scheme)}; {hint}")
    return SCHEMES[scheme].get(status)
