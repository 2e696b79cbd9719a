"""How many promises of a theme, a party or an agreement stand where, and in whose words.

A scorecard counts by the three readings of `entente.answers._status`, which it never adds up to one. Other
trackers' words for the same are in `SCHEMES`, each with a mark where it says less or more than ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from entente import _tables as table
from entente._text import did_you_mean, shorten
from entente.asking._selections import CLOCKED, Commitments
from entente.errors import QueryError
from entente.records._model import Commitment
from entente.records._vocabulary import LinkKind, ReportedStatus
from entente.values._period import Period, PeriodLike, definite_day

NONE: Final = "none"
"""What the column of commitments without a report is called."""


@frozen(kw_only=True)
class Row:
    """One line of a scorecard: a group, how many commitments it holds, and how many stand where.

    `vague` counts those with neither a deadline, a time that they run, a rule by which they recur, nor
    a metric, so that nobody can say whether they were kept. Statuses are counted by their word, those without a report under ``"none"``.
    """

    group: str | None
    commitments: Commitments
    declared: Mapping[str, int]
    assessed: Mapping[str, int]
    schedule: Mapping[str, int]
    vague: int


@frozen(repr=False, kw_only=True)
class Scorecard:
    """The rows of a scorecard, by group. Printed, it is a table, in a notebook too."""

    by: str
    on: Period
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, group: str | None) -> Row:
        """Return the row of a group; raises `QueryError` if there is none."""
        for row in self.rows:
            if row.group == group:
                return row
        known = [row.group for row in self.rows if row.group is not None]
        hint = did_you_mean(group, known) if isinstance(group, str) else None
        raise QueryError(
            "; ".join(
                filter(None, (f"no row is that of {self.by} {shorten(group)}", hint))
            )
        )

    def __repr__(self) -> str:
        return table.as_text(*self._cells())

    def _repr_html_(self) -> str:
        return table.as_html(
            *self._cells(), caption=f"Commitments by {self.by} on {self.on}"
        )

    def _cells(self) -> tuple[list[str], list[list[str]]]:
        headers = [self.by, "all", "vague", "declared", "assessed", "schedule"]
        rows = [
            [row.group or NONE, str(len(row.commitments)), str(row.vague)]
            + [_told(counts) for counts in (row.declared, row.assessed, row.schedule)]
            for row in self.rows
        ]
        return headers, rows


def scorecard(
    commitments: Commitments,
    *,
    by: str,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    firm: bool = True,
) -> Scorecard:
    """Count commitments by group and by how they stand on a day.

    `by` is any keyword of `Commitments.where`. A restatement of what is counted is left out, so that each
    promise counts once, and so is what was promised only after the day; a commitment with several themes counts in the row of each. Unless `firm` is False only firm
    promises count. Raises `QueryError` for a keyword that there is not, or a day that is none.
    """
    day = definite_day(on)
    promised = commitments.where(firm=True) if firm else commitments
    ids = frozenset(promised.ids)

    def is_counted(each: Commitment) -> bool:
        told_before = any(
            link.kind is LinkKind.RESTATES and link.target in ids for link in each.links
        )
        return not told_before and not (
            each.made is not None and each.made.after(day).certain
        )

    counted = promised.filter(is_counted)
    found = dict(
        zip(counted.ids, counted.standings(on=on, as_known=as_known), strict=True)
    )
    groups = (
        counted.group_by(by, on=on, as_known=as_known)
        if by in CLOCKED
        else counted.group_by(by)
    )

    def row(group: str | None, members: Commitments) -> Row:
        standings = [found[each.id] for each in members]
        return Row(
            group=group,
            commitments=members,
            declared=_counts(
                None if each.declared is None else each.declared.status
                for each in standings
            ),
            assessed=_counts(
                None if each.assessed is None else each.assessed.status
                for each in standings
            ),
            schedule=_counts(each.schedule for each in standings),
            vague=sum(
                not (standing.deadlines or each.runs or each.recurrence or each.metrics)
                for each, standing in zip(members, standings, strict=True)
            ),
        )

    rows = [row(group, members) for group, members in groups.items()]
    return Scorecard(
        by=by,
        on=Period.of(on),
        rows=tuple(sorted(rows, key=lambda each: -len(each.commitments))),
    )


def _counts(words: Iterable[StrEnum | None]) -> Mapping[str, int]:
    """Count words, the most frequent first."""
    return dict(
        Counter(NONE if word is None else word.value for word in words).most_common()
    )


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items())


# --- in others' words ----------------------------------------------------------------------------


@frozen
class Term:
    """A status in the words of another tracker; `lossy` if it says less or more than ours."""

    word: str
    lossy: bool = False


def _scheme(
    exact: Mapping[ReportedStatus, str], lossy: Mapping[ReportedStatus, str]
) -> Mapping[ReportedStatus, Term]:
    return {status: Term(word) for status, word in exact.items()} | {
        status: Term(word, lossy=True) for status, word in lossy.items()
    }


SCHEMES: Final[Mapping[str, Mapping[ReportedStatus, Term]]] = {
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
            ReportedStatus.NO_EVIDENCE: "not fulfilled",
        },
    ),
    # The codelist milestoneStatus of the Open Contracting Data Standard 1.1.
    "ocds": _scheme(
        {ReportedStatus.COMPLETED: "met", ReportedStatus.ANNOUNCED: "scheduled"},
        {
            ReportedStatus.SUBSTANTIAL: "partiallyMet",
            ReportedStatus.IN_PROGRESS: "partiallyMet",
            ReportedStatus.NOT_STARTED: "scheduled",
            ReportedStatus.WITHDRAWN: "notMet",
        },
    ),
}
"""Other trackers' words for our statuses; a status that is missing has no word there."""


def rendered(status: ReportedStatus, scheme: str) -> Term | None:
    """Return a status in another tracker's words, None if it has none; raises `QueryError` for an unknown scheme.

    >>> rendered(ReportedStatus.SUBSTANTIAL, "g7")
    Term(word='0', lossy=True)
    >>> rendered(ReportedStatus.SUPERSEDED, "g7") is None
    True
    """
    if scheme not in SCHEMES:
        hint = did_you_mean(scheme, SCHEMES) or f"there are {', '.join(SCHEMES)}"
        raise QueryError(f"there is no scheme {shorten(scheme)}; {hint}")
    return SCHEMES[scheme].get(status)
